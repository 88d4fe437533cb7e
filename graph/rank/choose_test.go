package rank

import (
	"fmt"
	"slices"
	"testing"

	"uncite/extract/record"
	"uncite/graph"
	"uncite/graph/measure"
)

// five is a ranking of five nodes: a chain of citations a → b → c → d, and e,
// the highest of all, alone.
func five() *Ranking {
	g := &graph.Graph{Notes: []string{"only resolved references"}}
	for _, id := range []string{"a", "b", "c", "d", "e"} {
		g.Nodes = append(g.Nodes, graph.Node{ID: id, Kind: record.Resolution})
	}
	for i := range 3 {
		g.Edges = append(g.Edges, graph.NewEdge(i, i+1, graph.Cites, 1))
	}
	return &Ranking{Graph: g, Scores: []Score{{"x", []float64{1, 2, 3, 4, 9}}}}
}

// star is a ranking of one document and what it alone cites: n nodes, the
// document last in the order of identifiers, references to each of number.
func star(n int) *Ranking {
	g, x := &graph.Graph{}, make([]float64, n)
	for i := range n - 1 {
		g.Nodes = append(g.Nodes, graph.Node{ID: fmt.Sprintf("A/RES/70/%03d", i), Kind: record.Resolution})
		g.Edges = append(g.Edges, graph.NewEdge(n-1, i, graph.Cites, 1))
		x[i] = float64(1 + i%7)
	}
	g.Nodes = append(g.Nodes, graph.Node{ID: "S/RES/2396(2017)", Kind: record.Resolution, InHand: true})
	return &Ranking{Graph: g, Scores: []Score{{"x", x}}}
}

func ids(r *Ranking) (word string) {
	for _, n := range r.Graph.Nodes {
		word += n.ID
	}
	return word
}

// dated is five with years and two documents in hand.
func dated() *Ranking {
	r := five()
	for i, year := range []int{1999, 2000, 2001, 2002, 0} {
		r.Graph.Nodes[i].Year, r.Graph.Nodes[i].InHand = year, i == 1 || i == 2
	}
	return r
}

func row(name string) measure.Measure {
	m, _ := measure.Find(name)
	return m
}

// A cut in a tie says how many more there are.
func TestFirstSaysTies(t *testing.T) {
	r := five()
	r.Scores[0].Values = []float64{1, 2, 2, 2, 9}
	for top, want := range map[int]string{
		1: "the most central of 5 nodes by x", 2: "the 2 most central of 5 nodes by x, and 2 more with this score",
		3: "the 3 most central of 5 nodes by x, and 1 more with this score", 4: "the 4 most central of 5 nodes by x",
	} {
		if notes := r.First(top).Graph.Notes; notes[len(notes)-1] != want {
			t.Errorf("the first %d: %q, want %q", top, notes[len(notes)-1], want)
		}
	}
}

func TestCut(t *testing.T) {
	r := five()
	cut := r.Cut(3)
	if got := ids(cut); got != "cde" || len(cut.Graph.Edges) != 1 {
		t.Errorf("nodes %s with %d edges, want c, d and e with that from c to d", got, len(cut.Graph.Edges))
	}
	if got := cut.Scores[0].Values; !slices.Equal(got, []float64{3, 4, 9}) {
		t.Errorf("scores %v are not those of the whole graph", got)
	}
	note := "the 3 most central of 5 nodes by x, with 1 of 3 edges"
	if notes := cut.Graph.Notes; len(notes) != 2 || notes[1] != note {
		t.Errorf("notes %q, want the old one and %q", notes, note)
	}
	first := r.First(3).Graph.Notes
	if len(first) != 2 || first[1] != "the 3 most central of 5 nodes by x" {
		t.Errorf("notes %q: a ranking shows no edges and must not count them", first)
	}
	if len(r.Graph.Notes) != 1 || len(r.Graph.Nodes) != 5 {
		t.Error("the ranking that was cut has changed")
	}
	for _, all := range []int{0, -1, 5, 6} {
		if r.Cut(all) != r {
			t.Errorf("Cut(%d) leaves something out or says so", all)
		}
	}
}

func TestKeep(t *testing.T) {
	for _, test := range []struct {
		protects string
		got      *Ranking
		want     string
		notes    int
	}{
		{"by kind, which is a matter of the list and said", five().List(graph.ListKinds(record.Resolution)), "abcde", 2},
		{"no node of a kind", five().List(graph.ListKinds(record.State)), "", 2},
		{"by years and what is in hand together", dated().List(graph.ListYears(2001, 0), graph.ListInHand()), "c", 2},
		{"by references", five().List(graph.ListReferred(1)), "bcd", 2},
		{"no choice", five().List(), "abcde", 1},
		{"a measure of own references says nothing of what is not in hand", dated().Told(row("disruption")), "bc", 2},
		{"citerank says nothing of what nobody cites", five().Told(row("citerank")), "bcd", 2},
		{"the plain count tells of all", five().Told(row("indegree")), "abcde", 1},
		{"by score, which a note says", five().AtLeast(3), "cde", 2},
	} {
		if got := ids(test.got); got != test.want || len(test.got.Graph.Notes) != test.notes {
			t.Errorf("%s: %q, notes %q", test.protects, got, test.got.Graph.Notes)
		}
	}
}

// Ties must not depend on the order in which a corpus was read.
func TestOrderTies(t *testing.T) {
	r := &Ranking{Graph: &graph.Graph{Nodes: []graph.Node{{ID: "b"}, {ID: "a"}, {ID: "c"}}}, Scores: []Score{{"x", []float64{1, 1, 2}}}}
	if got := r.Order(); !slices.Equal(got, []int{2, 1, 0}) {
		t.Errorf("order %v, want c by score, then a and b by identifier", got)
	}
}

// The map of one document keeps the document, though nobody cites it and so
// no measure ranks it.
func TestCutLinkedKeepsTheCiter(t *testing.T) {
	r := star(60)
	cut := r.CutLinked(20)
	if n, e := len(cut.Graph.Nodes), len(cut.Graph.Edges); n != 20 || e != 19 {
		t.Errorf("%d nodes and %d edges, want the document and 19 that it cites", n, e)
	}
	note := "the 19 most central of 60 nodes by x and 1 more that links them, with 19 of 59 edges"
	if got := cut.Graph.Notes; len(got) != 1 || got[0] != note {
		t.Errorf("notes %q, want %q", got, note)
	}
	if strict := r.Cut(20); len(strict.Graph.Edges) != 0 {
		t.Error("Cut is not by score alone")
	}
}

// Of equally central nodes a picture keeps those with most references, though
// their identifiers come last.
func TestCutLinkedKeepsWhatIsCitedMost(t *testing.T) {
	r := star(60)
	for i := range r.Scores[0].Values {
		r.Scores[0].Values[i] = 1
	}
	const last = 58
	r.Graph.Edges[last].Weight = 47
	if _, ok := r.CutLinked(20).Graph.Index(r.Graph.Nodes[last].ID); !ok {
		t.Errorf("%s is left out, which is cited 47 times", r.Graph.Nodes[last].ID)
	}
}

// A node that no edge joins to another shown has no place in a picture, however
// central; the next takes its place, and the note counts it.
func TestCutLinkedLeavesOutWhatStandsAlone(t *testing.T) {
	for _, test := range []struct {
		top  int
		want string
		note string
	}{
		{3, "bcd", "the 3 most central of 5 nodes by x, with 2 of 3 edges; left out, being joined to none of these: 1 node"},
		{0, "abcd", "left out, being joined to none of these: 1 node"},
		{9, "abcd", "left out, being joined to none of these: 1 node"},
	} {
		cut := five().CutLinked(test.top)
		if got := ids(cut); got != test.want || len(cut.Graph.Notes) != 2 || cut.Graph.Notes[1] != test.note {
			t.Errorf("top %d: nodes %s, notes %q", test.top, got, cut.Graph.Notes)
		}
	}
	alone := &Ranking{Graph: &graph.Graph{Nodes: five().Graph.Nodes}}
	if n := len(alone.CutLinked(0).Graph.Nodes); n != 5 {
		t.Errorf("%d nodes where none has an edge, want all rather than an empty picture", n)
	}
}
