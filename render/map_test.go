package render

import (
	"slices"
	"testing"

	"uncite/graph"
)

func TestCut(t *testing.T) {
	m := smallMap()
	cut := m.Cut(3)
	// By pagerank: A/RES/60/288 (13/32), the Charter (5/32), the Security
	// Council (3/32).
	want := []string{"A/RES/60/288", "entity:security-council", "instrument:charter-of-the-united-nations"}
	for i, n := range cut.Graph.Nodes {
		if n.ID != want[i] {
			t.Errorf("node %d is %s, want %s", i, n.ID, want[i])
		}
	}
	if n := len(cut.Graph.Edges); n != 2 {
		t.Errorf("%d edges, want those from 60/288 and from the Council to the Charter", n)
	}
	note := "the 3 most central of 10 nodes by pagerank, with 2 of 13 edges"
	if notes := cut.Graph.Notes; len(notes) != 2 || notes[1] != note {
		t.Errorf("notes %q, want the old one and %q", notes, note)
	}
	if len(m.Graph.Notes) != 1 || len(m.Graph.Nodes) != 10 {
		t.Error("the map that was cut has changed")
	}
	for _, all := range []int{0, -1, 10, 11} {
		if m.Cut(all) != m {
			t.Errorf("Cut(%d) leaves something out or says so", all)
		}
	}
}

// Ties must not depend on the order in which a corpus was read.
func TestOrderTies(t *testing.T) {
	m := &Map{Graph: &graph.Graph{Nodes: []graph.Node{{ID: "b"}, {ID: "a"}, {ID: "c"}}}, Scores: []Score{{"x", []float64{1, 1, 2}}}}
	if got := m.Order(); got[0] != 2 || got[1] != 1 || got[2] != 0 {
		t.Errorf("order %v, want c by score, then a and b by identifier", got)
	}
}

// The map of one document keeps the document, though nobody cites it and so
// no measure ranks it.
func TestCutLinkedKeepsTheCiter(t *testing.T) {
	m := star(60)
	cut := m.CutLinked(20)
	if n, e := len(cut.Graph.Nodes), len(cut.Graph.Edges); n != 20 || e != 19 {
		t.Errorf("%d nodes and %d edges, want the document and 19 that it cites", n, e)
	}
	note := "the 19 most central of 60 nodes by weighted and 1 more that links them, with 19 of 59 edges"
	if got := cut.Graph.Notes; len(got) != 1 || got[0] != note {
		t.Errorf("notes %q, want %q", got, note)
	}
	first := m.First(20).Graph.Notes
	if len(first) != 1 || first[0] != "the 20 most central of 60 nodes by weighted" {
		t.Errorf("notes %q: a ranking shows no edges and must not count them", first)
	}
	if strict := m.Cut(20); len(strict.Graph.Edges) != 0 {
		t.Error("Cut is not by score alone")
	}
}

// Of equally central nodes a picture keeps those with most references, though
// their identifiers come last.
func TestCutLinkedKeepsWhatIsCitedMost(t *testing.T) {
	m := star(60)
	for i := range m.Scores[0].Values {
		m.Scores[0].Values[i] = 1
	}
	last := len(m.Graph.Nodes) - 1
	m.Graph.Edges[slices.IndexFunc(m.Graph.Edges, func(e graph.Edge) bool { return e.To == last })].Weight = 47
	if _, ok := m.CutLinked(20).Graph.Index(m.Graph.Nodes[last].ID); !ok {
		t.Errorf("%s is left out, which is cited 47 times", m.Graph.Nodes[last].ID)
	}
}

// A node that no edge joins to another shown has no place in a picture, however
// central; the next takes its place, and the note counts it.
func TestCutLinkedLeavesOutWhatStandsAlone(t *testing.T) {
	// Chain a → b → c → d, with e alone and most central of all.
	g := &graph.Graph{Nodes: []graph.Node{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}, {ID: "e"}}}
	for i := range 3 {
		g.Edges = append(g.Edges, graph.Edge{From: i, To: i + 1, Type: graph.Cites, Weight: 1})
	}
	m := &Map{Graph: g, Scores: []Score{{"x", []float64{1, 2, 3, 4, 9}}}}
	for _, test := range []struct {
		top  int
		want string
		note string
	}{
		{3, "bcd", "the 3 most central of 5 nodes by x, with 2 of 3 edges; left out, being joined to none of these: 1 node"},
		{0, "abcd", "left out, being joined to none of these: 1 node"},
		{9, "abcd", "left out, being joined to none of these: 1 node"},
	} {
		got := ""
		cut := m.CutLinked(test.top)
		for _, n := range cut.Graph.Nodes {
			got += n.ID
		}
		if got != test.want || len(cut.Graph.Notes) != 1 || cut.Graph.Notes[0] != test.note {
			t.Errorf("top %d: nodes %s, notes %q", test.top, got, cut.Graph.Notes)
		}
	}
	alone := &Map{Graph: &graph.Graph{Nodes: g.Nodes}}
	if n := len(alone.CutLinked(0).Graph.Nodes); n != 5 {
		t.Errorf("%d nodes where none has an edge, want all rather than an empty picture", n)
	}
}

// Sizes rise with the score, never pass 1, and do not tell equal nodes apart.
func TestSizes(t *testing.T) {
	for about, scores := range map[string][]float64{
		"equal": {2, 2, 2}, "nothing": {0, 0, 0}, "skewed": {0.001, 0.002, 0.9}, "negative": {-1, 0, 3}, "ties at the top": {1, 5, 5},
	} {
		m := &Map{Graph: &graph.Graph{Nodes: make([]graph.Node, 3)}, Scores: []Score{{"x", scores}}}
		sizes := m.sizes()
		for i, v := range sizes {
			if !(v >= 0 && v <= 1) || i > 0 && (v < sizes[i-1] || v == sizes[i-1] && max(0, scores[i]) > max(0, scores[i-1])) {
				t.Errorf("%s: scores %v gave sizes %v", about, scores, sizes)
			}
		}
	}
}

func TestCountTakesThePlural(t *testing.T) {
	for want, got := range map[string]string{
		"1 entity": count(1, "entity"), "23 entities": count(23, "entity"), "0 nodes": count(0, "node"),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
