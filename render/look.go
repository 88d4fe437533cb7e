package render

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"uncite/extract/lang"
	"uncite/graph"
	"uncite/graph/rank"
)

// Look says how a picture looks. The zero value is the usual look.
type Look struct {
	// Color says what the colour of a node stands for: one of Colorings; empty
	// is the first.
	Color string
	// Size names the measure of Map.Scores that sizes stand for; empty is the first.
	Size string
	// Names says what stands beside a node: one of Namings; empty is its label, and
	// the title too for the most central nodes.
	Names string
	// Page names the page that the picture is to fit, a row of Pages; empty is a
	// page as large as the picture.
	Page string
	// Time says how the years of a map run: one of Times; empty is across on a page
	// that is wider than high, and down on all others.
	Time string
	// Ground is the colour of the page, such as white; empty leaves it transparent.
	Ground string
}

// Colorings are what the colour of a node may stand for.
var Colorings = []string{"kind", "group", "body", "year", "treatment"}

// Namings are what may stand beside a node.
var Namings = []string{"title", "symbol", "both"}

// Times are how the years may run: from top to bottom, or from left to right, which
// is from right to left in a language that runs so.
var Times = []string{"down", "across"}

// across tells whether the years run across.
func (l Look) across() bool {
	if l.Time != "" {
		return l.Time == Times[1]
	}
	page, ok := FindPage(l.Page)
	return ok && page.Width > page.Height
}

// class is one of the sets of nodes that colour tells apart.
type class struct {
	Label string
	Color string
	Pale  string // behind a label that stands inside the shape
	Mark  int    // drawn inside the symbol, so that a print in grey tells the classes too
}

// coloring gives every node its class.
type coloring struct {
	classes []class
	of      []int // class of each node
}

func (c *coloring) at(node int) class { return c.classes[c.of[node]] }

// classColors are those of Okabe and Ito (2008) but for the yellow, which is too
// pale on white, in an order in which neighbours differ in lightness too.
var classColors = []class{
	{Color: "#0072B2", Pale: "#DCEBF5"}, {Color: "#E69F00", Pale: "#FDF0D5"}, {Color: "#009E73", Pale: "#D9F1EA"}, {Color: "#D55E00", Pale: "#FBE5D6"},
	{Color: "#56B4E9", Pale: "#E4F3FC"}, {Color: "#CC79A7", Pale: "#F8E8F0"}, {Color: "#4D4D4D", Pale: "#E6E6E6"}, {Color: "#8C6D1F", Pale: "#EFE8D6"},
}

// otherClass is for what is in none of the classes that have a colour.
var otherClass = class{Color: "#8A8F94", Pale: "#F0F1F2"}

// yearColors run from dark to light in lightness alone as in hue: steps of the
// map cividis (Nuñez, Anderton and Renslow 2018), without its palest end.
var yearColors = []string{"#00204D", "#31446B", "#666970", "#958F78", "#CBBA69"}

// coloring returns the classes of the nodes under Look.Color.
func (m *Map) coloring() *coloring {
	switch m.Look.Color {
	case "group":
		return m.byValue(func(i int) string { return whole(m.groupOf(i)) }, m.groupName)
	case "body":
		return m.byValue(func(i int) string { return m.Graph.Nodes[i].Body }, m.author)
	case "year":
		return m.byYear()
	case "treatment":
		return m.byTone()
	}
	return m.byKind()
}

func (m *Map) byKind() *coloring {
	c := &coloring{of: make([]int, len(m.Graph.Nodes))}
	place := map[string]int{}
	for i := range m.Graph.Nodes {
		s := styleOf(m.Graph.Nodes[i].Kind)
		at, ok := place[s.Color]
		if !ok {
			at = len(c.classes)
			place[s.Color] = at
			c.classes = append(c.classes, class{Color: s.Color, Pale: s.Pale})
		}
		c.of[i] = at
	}
	return c
}

// byValue makes a class of each of the values that most nodes have, in falling
// order of number, and one of all others.
func (m *Map) byValue(value func(int) string, name func(string) string) *coloring {
	count := map[string]int{}
	for i := range m.Graph.Nodes {
		if v := value(i); v != "" {
			count[v]++
		}
	}
	values := make([]string, 0, len(count))
	for v := range count {
		values = append(values, v)
	}
	slices.SortFunc(values, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	values = values[:min(len(values), len(classColors))]
	c := &coloring{of: make([]int, len(m.Graph.Nodes))}
	for k, v := range values {
		cl := classColors[k]
		cl.Label, cl.Mark = name(v), k
		c.classes = append(c.classes, cl)
	}
	other := -1
	for i := range m.Graph.Nodes {
		k := slices.Index(values, value(i))
		if k < 0 {
			if other < 0 {
				other = len(c.classes)
				cl := otherClass
				cl.Label = m.word("other")
				c.classes = append(c.classes, cl)
			}
			k = other
		}
		c.of[i] = k
	}
	return c
}

// groupName is the name of a group of that number.
func (m *Map) groupName(number string) string {
	if n, err := strconv.Atoi(number); err == nil && n >= 1 && n <= len(m.GroupNames) {
		return plain(m.GroupNames[n-1])
	}
	return number
}

// byYear makes classes of spans of years that hold about equally many nodes.
func (m *Map) byYear() *coloring {
	var years []int
	for i := range m.Graph.Nodes {
		if y := m.Graph.Nodes[i].Year; y != 0 {
			years = append(years, y)
		}
	}
	slices.Sort(years)
	var firsts []int // of each span
	for k := range yearColors {
		if len(years) > 0 {
			if y := years[k*len(years)/len(yearColors)]; len(firsts) == 0 || y > firsts[len(firsts)-1] {
				firsts = append(firsts, y)
			}
		}
	}
	c := &coloring{of: make([]int, len(m.Graph.Nodes))}
	for k, first := range firsts {
		last := years[len(years)-1]
		if k+1 < len(firsts) {
			last = firsts[k+1] - 1
		}
		label := strconv.Itoa(first)
		if last > first {
			label += "–" + strconv.Itoa(last)
		}
		c.classes = append(c.classes, class{Label: label, Color: yearColors[k*len(yearColors)/len(firsts)], Pale: "#FFFFFF"})
	}
	undated := -1
	for i := range m.Graph.Nodes {
		k := 0
		for k < len(firsts) && firsts[k] <= m.Graph.Nodes[i].Year {
			k++
		}
		if k--; k < 0 {
			if undated < 0 {
				undated = len(c.classes)
				cl := otherClass
				cl.Label, cl.Mark = m.word("no date"), 1
				c.classes = append(c.classes, cl)
			}
			k = undated
		}
		c.of[i] = k
	}
	return c
}

// byTone makes a class of each tone in which most of those that cite a node do,
// of two as common the stronger, and one of what nobody cites.
func (m *Map) byTone() *coloring {
	counts := make([][]int, len(m.Graph.Nodes))
	for i := range m.Graph.Edges {
		if e := &m.Graph.Edges[i]; e.Type == graph.Cites {
			if counts[e.To] == nil {
				counts[e.To] = make([]int, len(tones))
			}
			counts[e.To][edgeTone(e)]++
		}
	}
	c := &coloring{of: make([]int, len(m.Graph.Nodes))}
	for k, t := range tones {
		c.classes = append(c.classes, class{Label: m.word("tone " + t.Name), Color: t.Color, Pale: "#FFFFFF", Mark: k})
	}
	uncited := otherClass
	uncited.Label = m.word("cited by none")
	c.classes = append(c.classes, uncited)
	for i, count := range counts {
		c.of[i] = len(tones)
		for k, n := range count {
			if n > 0 && (c.of[i] == len(tones) || n >= count[c.of[i]]) {
				c.of[i] = k
			}
		}
	}
	return c.used()
}

// used leaves out the classes without a node.
func (c *coloring) used() *coloring {
	place := make([]int, len(c.classes))
	out := &coloring{of: make([]int, len(c.of))}
	for k, cl := range c.classes {
		place[k] = len(out.classes)
		if slices.Contains(c.of, k) {
			out.classes = append(out.classes, cl)
		}
	}
	for i, k := range c.of {
		out.of[i] = place[k]
	}
	return out
}

// sizing is the measure that sizes stand for, nil without one.
func (m *Map) sizing() *rank.Score {
	for i := range m.Scores {
		if m.Scores[i].Name == m.Look.Size {
			return &m.Scores[i]
		}
	}
	if len(m.Scores) == 0 {
		return nil
	}
	return &m.Scores[0]
}

// sizer returns the share from 0 to 1 of the largest size that a score has. It
// rises with the score; what is not above the median stays small, so that a few
// central nodes stand out and equal ones look the same.
func (m *Map) sizer() func(score float64) float64 {
	s := m.sizing()
	if s == nil || len(m.Graph.Nodes) == 0 {
		return func(float64) float64 { return 0 }
	}
	values := make([]float64, len(m.Graph.Nodes))
	for i := range values {
		values[i] = max(0, s.At(i))
	}
	slices.Sort(values)
	median, greatest := values[len(values)/2], values[len(values)-1]
	return func(v float64) float64 {
		switch {
		case v > median:
			return 0.1 + 0.9*math.Sqrt((v-median)/(greatest-median))
		case v > 0:
			return 0.1 * v / median
		}
		return 0
	}
}

// sizes gives every node its share.
func (m *Map) sizes() []float64 {
	share, of, s := make([]float64, len(m.Graph.Nodes)), m.sizer(), m.sizing()
	for i := range share {
		if s != nil {
			share[i] = of(s.At(i))
		}
	}
	return share
}

// sizeSamples are scores for a legend of sizes, rising: the greatest, and what
// has half and a quarter of its size. It is empty where all are alike.
func (m *Map) sizeSamples() []float64 {
	s := m.sizing()
	if s == nil || len(m.Graph.Nodes) < 2 {
		return nil
	}
	of := m.sizer()
	values := make([]float64, len(m.Graph.Nodes))
	for i := range values {
		values[i] = s.At(i)
	}
	slices.Sort(values)
	greatest := values[len(values)-1]
	if greatest <= 0 || values[0] == greatest {
		return nil
	}
	var out []float64
	for _, share := range []float64{0.25, 0.5, 1} {
		at, _ := slices.BinarySearchFunc(values, share, func(v, share float64) int { return cmp.Compare(of(v), share) })
		if v := values[min(at, len(values)-1)]; len(out) == 0 || v > out[len(out)-1] {
			out = append(out, v)
		}
	}
	return out
}

// measured prints a score in few characters.
func measured(v float64) string {
	if math.Abs(v) < 1e-300 {
		return "0" // a zero below 0 too
	}
	if v == math.Trunc(v) && math.Abs(v) < 1e6 {
		return strconv.FormatFloat(v, 'f', 0, 64)
	}
	if a := math.Abs(v); a >= 10 && a < 1e6 {
		return strconv.FormatFloat(v, 'f', 0, 64) // not 2e+03
	}
	return fmt.Sprintf("%.2g", v)
}

// measureWord is what a picture calls a measure: a row "measure NAME" of
// words.tsv, else its name.
func (m *Map) measureWord(name string) string {
	if row, ok := pictureWords["measure "+name]; ok {
		return cmp.Or(row[m.Lang], row[lang.Fallback()])
	}
	return plain(name)
}
