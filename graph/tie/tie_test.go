package tie

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"uncite/graph"
)

// twoSubjects is a graph in which ten documents cite a0 to a4 and ten others b0 to
// b4, and one document cites a0 with b0.
func twoSubjects() *graph.Graph {
	g := &graph.Graph{}
	for _, subject := range []string{"a", "b"} {
		for k := range 5 {
			g.Nodes = append(g.Nodes, graph.Node{ID: fmt.Sprint(subject, k)})
		}
	}
	for k := range 21 {
		g.Nodes = append(g.Nodes, graph.Node{ID: fmt.Sprintf("c%02d", k), InHand: true})
	}
	cite := func(from, to int) {
		g.Edges = append(g.Edges, graph.NewEdge(from, to, graph.Cites, 1))
	}
	for k := range 20 {
		first := 5 * (k / 10)
		for j := range 5 {
			if (k+j)%4 != 0 {
				cite(10+k, first+j)
			}
		}
	}
	cite(30, 0)
	cite(30, 5)
	return g
}

// What belongs together is in one community, and what one document alone cites
// together makes no tie where there are better ones.
func TestCommunities(t *testing.T) {
	for _, s := range Strengths {
		n, err := Of(context.Background(), twoSubjects(), Options{On: CoCitation, Strength: s})
		if err != nil {
			t.Fatal(err)
		}
		if len(n.Nodes) != 10 || n.Of != 10 {
			t.Fatalf("%d of %d nodes, want the 10 that are cited", len(n.Nodes), n.Of)
		}
		for i := range n.Nodes {
			if (n.Groups[i] == n.Groups[0]) != (i < 5) {
				t.Errorf("%s: groups %v, want two of five", s, n.Groups)
			}
		}
		for _, tie := range n.Ties {
			if (tie.A < 5) != (tie.B < 5) {
				t.Errorf("%s: the tie %+v of one document is kept", s, tie)
			}
			if s == Cosine && (tie.Strength <= 0 || tie.Strength > 1) {
				t.Errorf("cosine %g", tie.Strength)
			}
		}
	}
}

// Coupling joins the documents that cite, and the choice keeps to what may be chosen.
func TestCouplingAndChoice(t *testing.T) {
	g := twoSubjects()
	o := Options{On: Coupling, Top: 6, Keep: func(i int) bool { return i >= 10 && i < 20 }, Score: func(i int) float64 { return float64(i) }}
	n, err := Of(context.Background(), g, o)
	if err != nil {
		t.Fatal(err)
	}
	if want := []int{14, 15, 16, 17, 18, 19}; !slices.Equal(n.Nodes, want) {
		t.Errorf("nodes %v, want %v", n.Nodes, want)
	}
	for _, on := range All {
		if _, ok := graph.EdgeTypeNamed(string(on)); !ok {
			t.Errorf("ties on %s have no edge type", on)
		}
	}
	out, strengths := n.Graph(g, o)
	if len(out.Edges) != len(n.Ties) || len(strengths) != len(n.Ties) || out.Edges[0].Type != graph.Coupling {
		t.Errorf("%d edges for %d ties", len(out.Edges), len(n.Ties))
	}
	if _, err := Of(context.Background(), g, Options{On: "friendship"}); err == nil {
		t.Error("ties on friendship")
	}
	empty, err := Of(context.Background(), &graph.Graph{}, Options{On: CoMention})
	if err != nil || len(empty.Nodes) != 0 {
		t.Errorf("ties of nothing: %v, %v", empty, err)
	}
}
