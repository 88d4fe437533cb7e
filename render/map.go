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
)

// Score holds the values of one measure, Values[i] that of Graph.Nodes[i].
type Score struct {
	Name   string // as --by takes it: pagerank, indegree
	Values []float64
}

// Map is a citation graph with its scores, ready to be drawn, exported or
// listed. The writers only read it.
type Map struct {
	Title string // printed above a picture, in lines; empty prints a plain heading
	Lang  string // of the words of a picture; empty is English
	Graph *graph.Graph
	// Scores hold the measures in the order asked for. The first orders
	// rankings, sizes nodes and decides which of them a picture keeps.
	Scores []Score
	// Engine names the Graphviz program that lays the picture out: dot,
	// sfdp …; empty uses the layout of this package.
	Engine string
	// Groups hold the number of the group of Graph.Nodes[i], 0 for none; empty
	// where nothing was divided. GroupNames[n-1] is the name of group n.
	Groups     []int
	GroupNames []string
	// Strengths are those of Graph.Edges where these are ties, such as
	// co-citation, and not citations; a tie has no direction.
	Strengths []float64
	// Multi writes parallel edges of several types one by one into data
	// formats, which else join them.
	Multi bool
	// Mark begins CSV with a byte order mark, which Excel asks for.
	Mark bool
	// Knowledge names the bodies that are authors of a bibliography; it may be nil.
	Knowledge graph.Knowledge
}

// score is the value of node i under the first measure, 0 without one.
func (m *Map) score(i int) float64 {
	if len(m.Scores) == 0 {
		return 0
	}
	return m.Scores[0].at(i)
}

// at tolerates a score that is shorter than the node list.
func (s Score) at(i int) float64 {
	if i >= len(s.Values) {
		return 0
	}
	return s.Values[i]
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
		share[i] = max(0, m.score(i))
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

// Order returns the indices of all nodes, the highest first under the first
// measure, equal ones by identifier.
func (m *Map) Order() []int {
	order := make([]int, len(m.Graph.Nodes))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(
			cmp.Compare(m.score(b), m.score(a)),
			cmp.Compare(m.Graph.Nodes[a].ID, m.Graph.Nodes[b].ID),
		)
	})
	return order
}

// orderByUse is Order with equal nodes by the number of references to them: all
// that one document cites is equally central, and a picture that has no room
// for all of it had better leave out what the document names once.
func (m *Map) orderByUse() []int {
	references := make([]int, len(m.Graph.Nodes))
	for _, e := range m.Graph.Edges {
		references[e.To] += e.Weight
	}
	order := m.Order()
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(m.score(b), m.score(a)), cmp.Compare(references[b], references[a]))
	})
	return order
}

// Cut returns the map of the top most central nodes and the edges between
// them, with a note that says so. It returns m itself where top is 0 or less
// or leaves nothing out.
func (m *Map) Cut(top int) *Map {
	out, note := m.leading(top)
	if note != "" {
		note += fmt.Sprintf(", with %d of %d edges", len(out.Graph.Edges), len(m.Graph.Edges))
	}
	return out.noted(m, note)
}

// First is Cut for rankings, which show no edges: the note does not count them.
func (m *Map) First(top int) *Map {
	out, note := m.leading(top)
	return out.noted(m, note)
}

// leading keeps the top most central nodes and says so in a note, which is
// empty where nothing is left out.
func (m *Map) leading(top int) (out *Map, note string) {
	total := len(m.Graph.Nodes)
	if top <= 0 || top >= total {
		return m, ""
	}
	kept := make([]bool, total)
	for _, i := range m.Order()[:top] {
		kept[i] = true
	}
	return m.Keep(func(i int) bool { return kept[i] }), m.centralNote(top)
}

// centralNote says that the n most central nodes are shown.
func (m *Map) centralNote(n int) string {
	total := len(m.Graph.Nodes)
	switch {
	case len(m.Scores) == 0:
		return fmt.Sprintf("the first %d of %d nodes by identifier", n, total)
	case n == 1:
		return fmt.Sprintf("the most central of %d nodes by %s", total, m.Scores[0].Name)
	}
	return fmt.Sprintf("the %d most central of %d nodes by %s", n, total, m.Scores[0].Name)
}

// noted adds a note to those of the map that m was made of.
func (m *Map) noted(from *Map, note string) *Map {
	if note != "" {
		m.Graph.Notes = append(slices.Clone(from.Graph.Notes), note)
	}
	return m
}

// CutLinked is Cut for pictures, in which a node that no edge joins to another
// says nothing: such nodes are left out and the next most central take their
// places. The most central nodes are often cited by none but each other's
// citers: the map of one document is that document, cited by nobody, and all
// that it cites. So up to a quarter of the places, the last ones, go to nodes
// that link two or more of the others that would stand alone. The note says
// how many there are of each sort. Where no two nodes are joined at all, those
// of Cut are shown. A top of 0 or less shows all nodes that have edges.
func (m *Map) CutLinked(top int) *Map {
	total := len(m.Graph.Nodes)
	if top <= 0 || top > total {
		top = total
	}
	order, adjacent := m.orderByUse(), m.adjacency()
	var central, linking, alone []int
	for want := top; ; want = min(total, want+top-len(central)-len(linking)) {
		central, linking = m.withLinkers(order[:want], top/4, adjacent)
		central, alone = parted(central, linking, adjacent)
		if len(central)+len(linking) >= top || want == total || want >= 4*top {
			break
		}
	}
	if len(central) == 0 {
		return m.Cut(top)
	}
	return m.linked(central, linking, alone)
}

// withLinkers gives the last places of the chosen nodes, at most so many, to
// nodes that link two or more of the others that would stand alone.
func (m *Map) withLinkers(chosen []int, most int, adjacent [][]int) (central, linking []int) {
	central = slices.Clone(chosen)
	for len(linking) < most {
		best, covers := m.linker(adjacent, slices.Concat(central, linking))
		if covers < 2 {
			break
		}
		central, linking = central[:len(central)-1], append(linking, best)
	}
	return central, linking
}

// parted takes the nodes that no edge joins to another of the chosen ones out
// of the central ones.
func parted(central, linking []int, adjacent [][]int) (joined, alone []int) {
	inside := make([]bool, len(adjacent))
	for _, i := range slices.Concat(central, linking) {
		inside[i] = true
	}
	for _, i := range central {
		if slices.ContainsFunc(adjacent[i], func(j int) bool { return inside[j] }) {
			joined = append(joined, i)
		} else {
			alone = append(alone, i)
		}
	}
	return joined, alone
}

// linked keeps the most central nodes given and those that link them, with a
// note that counts them and those left out because they stand alone.
func (m *Map) linked(central, linking, alone []int) *Map {
	kept := make([]bool, len(m.Graph.Nodes))
	for _, i := range slices.Concat(central, linking) {
		kept[i] = true
	}
	out := m.Keep(func(i int) bool { return kept[i] })
	var note string
	if len(central)+len(linking)+len(alone) < len(m.Graph.Nodes) {
		note = m.centralNote(len(central))
		switch len(linking) {
		case 0:
		case 1:
			note += " and 1 more that links them"
		default:
			note += fmt.Sprintf(" and %d more that link them", len(linking))
		}
		note += fmt.Sprintf(", with %d of %d edges", len(out.Graph.Edges), len(m.Graph.Edges))
	}
	if len(alone) > 0 {
		if note != "" {
			note += "; "
		}
		note += fmt.Sprintf("left out, being joined to none of these: %s", count(len(alone), "node"))
	}
	return out.noted(m, note)
}

// adjacency lists the neighbours of every node, without regard to direction.
func (m *Map) adjacency() [][]int {
	adjacent := make([][]int, len(m.Graph.Nodes))
	for _, e := range m.Graph.Edges {
		if e.From != e.To {
			adjacent[e.From] = append(adjacent[e.From], e.To)
			adjacent[e.To] = append(adjacent[e.To], e.From)
		}
	}
	return adjacent
}

// linker finds the node outside the chosen ones that has the most neighbours
// among those of them that have no neighbour inside, and how many it has.
func (m *Map) linker(adjacent [][]int, chosen []int) (best, covers int) {
	inside := make([]bool, len(adjacent))
	for _, i := range chosen {
		inside[i] = true
	}
	links := map[int]int{}
	for _, i := range chosen {
		if slices.ContainsFunc(adjacent[i], func(j int) bool { return inside[j] }) {
			continue
		}
		for _, j := range slices.Compact(slices.Sorted(slices.Values(adjacent[i]))) {
			links[j]++
		}
	}
	for i, n := range links {
		if n > covers || n == covers && (m.score(i) > m.score(best) || m.score(i) == m.score(best) && i < best) {
			best, covers = i, n
		}
	}
	return best, covers
}

// Keep returns the map of the nodes for which keep is true and the edges
// between them. Scores stay those of the whole graph. It adds no note.
func (m *Map) Keep(keep func(node int) bool) *Map {
	out := new(Map)
	*out = *m
	out.Graph, out.Scores, out.Groups, out.Strengths = &graph.Graph{Notes: m.Graph.Notes}, nil, nil, nil
	index := make([]int, len(m.Graph.Nodes))
	var kept []int
	for i, n := range m.Graph.Nodes {
		index[i] = -1
		if keep(i) {
			index[i] = len(kept)
			kept = append(kept, i)
			out.Graph.Nodes = append(out.Graph.Nodes, n)
		}
	}
	for i, e := range m.Graph.Edges {
		if e.From, e.To = index[e.From], index[e.To]; e.From >= 0 && e.To >= 0 {
			out.Graph.Edges = append(out.Graph.Edges, e)
			if len(m.Strengths) > 0 {
				out.Strengths = append(out.Strengths, m.Strengths[i])
			}
		}
	}
	if len(m.Groups) > 0 {
		for _, i := range kept {
			out.Groups = append(out.Groups, m.groupOf(i))
		}
	}
	for _, s := range m.Scores {
		values := make([]float64, len(kept))
		for k, i := range kept {
			values[k] = s.at(i)
		}
		out.Scores = append(out.Scores, Score{s.Name, values})
	}
	return out
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
