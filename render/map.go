package render

import (
	"cmp"
	"fmt"
	"slices"

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
	Title string // printed above a picture; empty prints a plain heading
	Graph *graph.Graph
	// Scores hold the measures in the order asked for. The first orders
	// rankings, sizes nodes and decides which of them a picture keeps.
	Scores []Score
	// Engine names the Graphviz program that lays the picture out: dot,
	// sfdp …; empty uses the layout of this package.
	Engine string
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

// maxScore is the greatest value of the first measure, at least 0.
func (m *Map) maxScore() float64 {
	greatest := 0.0
	for i := range m.Graph.Nodes {
		greatest = max(greatest, m.score(i))
	}
	return greatest
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

// Cut returns the map of the top most central nodes and the edges between
// them, with a note that says so. It returns m itself where top is 0 or less
// or leaves nothing out.
func (m *Map) Cut(top int) *Map {
	total := len(m.Graph.Nodes)
	if top <= 0 || top >= total {
		return m
	}
	kept := make([]bool, total)
	for _, i := range m.Order()[:top] {
		kept[i] = true
	}
	cut := m.Keep(func(i int) bool { return kept[i] })
	note := fmt.Sprintf("the first %d of %d nodes by identifier", top, total)
	if len(m.Scores) > 0 {
		note = fmt.Sprintf("the %d most central of %d nodes by %s", top, total, m.Scores[0].Name)
	}
	if top == 1 && len(m.Scores) > 0 {
		note = fmt.Sprintf("the most central of %d nodes by %s", total, m.Scores[0].Name)
	}
	note += fmt.Sprintf(", with %d of %d edges", len(cut.Graph.Edges), len(m.Graph.Edges))
	cut.Graph.Notes = append(slices.Clone(m.Graph.Notes), note)
	return cut
}

// Keep returns the map of the nodes for which keep is true and the edges
// between them. Scores stay those of the whole graph. It adds no note.
func (m *Map) Keep(keep func(node int) bool) *Map {
	out := &Map{Title: m.Title, Engine: m.Engine, Graph: &graph.Graph{Notes: m.Graph.Notes}}
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
	for _, e := range m.Graph.Edges {
		if e.From, e.To = index[e.From], index[e.To]; e.From >= 0 && e.To >= 0 {
			out.Graph.Edges = append(out.Graph.Edges, e)
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
	return "Citation map"
}

// statements say what the picture shows and how it was cut, a line each.
func (m *Map) statements() []string {
	shown := fmt.Sprintf("%s, %s", count(len(m.Graph.Nodes), "node"), count(len(m.Graph.Edges), "edge"))
	if len(m.Scores) > 0 {
		shown += "; size by " + m.Scores[0].Name
	}
	return append([]string{shown}, m.Graph.Notes...)
}

// count prints a number with its noun: "1 node", "2 nodes".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
