package render

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/graph"
	"uncite/graph/rank"
)

// Map is a citation graph with its scores, ready to be drawn or exported. The
// writers only read it.
type Map struct {
	rank.Ranking
	Title string // printed above a picture, in lines; empty prints a plain heading
	Lang  string // of the words of a picture; empty is English
	// Engine names the Graphviz program that lays the picture out: dot,
	// sfdp …; empty uses the layout of this package.
	Engine string
	// Multi writes parallel edges of several types one by one into data
	// formats, which else join them.
	Multi bool
	// Mark begins CSV with a byte order mark, which Excel asks for.
	Mark bool
	// Knowledge names the bodies that are authors of a bibliography; it may be nil.
	Knowledge graph.Knowledge
}

// Of is the same picture of another ranking, such as a cut of its own.
func (m *Map) Of(r *rank.Ranking) *Map {
	out := *m
	out.Ranking = *r
	return &out
}

// sizes gives every node a share from 0 to 1 that pictures make its size of.
// It rises with the first measure; what is not above the median stays small,
// so that a few central nodes stand out and equal ones look the same.
func (m *Map) sizes() []float64 {
	share := make([]float64, len(m.Graph.Nodes))
	if len(share) == 0 || len(m.Scores) == 0 {
		return share
	}
	for i := range share {
		share[i] = max(0, m.Score(i))
	}
	sorted := slices.Sorted(slices.Values(share))
	median, greatest := sorted[len(sorted)/2], sorted[len(sorted)-1]
	for i, v := range share {
		switch {
		case v > median:
			share[i] = 0.1 + 0.9*math.Sqrt((v-median)/(greatest-median))
		case v > 0:
			share[i] = 0.1 * v / median
		}
	}
	return share
}

// heading is what a picture prints above everything else.
func (m *Map) heading() string {
	if m.Title != "" {
		return m.Title
	}
	return m.word("citation map")
}

// TitleOf is the title of the map of one document: its symbol and, on a line of
// its own, its title. It is empty where the corpus holds none or several.
func TitleOf(g *graph.Graph) string {
	var only *graph.Node
	for i := range g.Nodes {
		if !g.Nodes[i].InHand {
			continue
		}
		if only != nil {
			return ""
		}
		only = &g.Nodes[i]
	}
	if only == nil {
		return ""
	}
	name := cmp.Or(only.Label, only.ID)
	if only.Title != "" && only.Title != name {
		name += "\n" + only.Title
	}
	return name
}

// statements say what the picture shows and how it was cut, a line each.
func (m *Map) statements() []string {
	shown := fmt.Sprintf("%s, %s", count(len(m.Graph.Nodes), "node"), count(len(m.Graph.Edges), "edge"))
	if len(m.Scores) > 0 {
		shown += "; size by " + m.Scores[0].Name
	}
	if m.Lang != "" && m.Lang != "en" {
		// A number behind its noun and a colon needs no plural in any language.
		shown = fmt.Sprintf("%s: %d; %s: %d", m.word("nodes"), len(m.Graph.Nodes), m.word("edges"), len(m.Graph.Edges))
		if len(m.Scores) > 0 {
			shown += "; " + m.word("size by") + ": " + m.Scores[0].Name
		}
	}
	return append([]string{shown}, m.Graph.Notes...)
}

// sentence makes a statement one that stands by itself.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:] + "."
}

// count prints a number with its noun: "1 node", "2 nodes", "3 entities".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if stem, ok := strings.CutSuffix(noun, "y"); ok {
		return fmt.Sprintf("%d %sies", n, stem)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
