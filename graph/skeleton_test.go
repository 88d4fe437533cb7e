package graph_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"uncite/graph"
)

// TestSkeleton keeps what a chain does not stand for, and no more.
func TestSkeleton(t *testing.T) {
	for _, row := range []struct {
		protects string
		edges    [][2]int
		want     [][2]int
	}{
		{"a chain stands for the direct citation", [][2]int{{0, 1}, {0, 2}, {1, 2}}, [][2]int{{0, 1}, {1, 2}}},
		{"a longer one too", [][2]int{{0, 1}, {0, 3}, {1, 2}, {2, 3}}, [][2]int{{0, 1}, {1, 2}, {2, 3}}},
		{"two chains stay", [][2]int{{0, 1}, {0, 2}, {1, 3}, {2, 3}}, [][2]int{{0, 1}, {0, 2}, {1, 3}, {2, 3}}},
		{"those who cite each other stay joined", [][2]int{{0, 1}, {1, 0}, {1, 2}, {0, 2}}, [][2]int{{0, 1}, {0, 2}, {1, 0}, {1, 2}}},
		{"who cites itself", [][2]int{{0, 0}, {0, 1}}, [][2]int{{0, 0}, {0, 1}}},
		{"nothing", nil, nil},
	} {
		s, err := citing(4, row.edges).Skeleton()
		if err != nil {
			t.Errorf("%s: %v", row.protects, err)
			continue
		}
		var got [][2]int
		for _, e := range s.Edges {
			got = append(got, [2]int{int(e.From), int(e.To)})
		}
		if !slices.Equal(got, row.want) {
			t.Errorf("%s: %v, want %v", row.protects, got, row.want)
		}
	}
	if _, err := citing(501, nil).Skeleton(); err == nil || !strings.Contains(err.Error(), "500") {
		t.Errorf("501 nodes: error %v", err)
	}
}

// TestSkeletonReaches holds random graphs without circles to what a skeleton is: every node
// reaches what it reached, and each edge that is left is needed for it.
func TestSkeletonReaches(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		const n = 14
		var edges [][2]int
		for from := range n {
			for to := from + 1; to < n; to++ {
				if random.IntN(3) == 0 {
					edges = append(edges, [2]int{from, to})
				}
			}
		}
		g := citing(n, edges)
		s, err := g.Skeleton()
		if err != nil {
			t.Fatal(err)
		}
		if whole, left := reach(n, g.Edges, -1), reach(n, s.Edges, -1); whole != left {
			t.Fatalf("%v reaches something else than its skeleton %v", g.Edges, s.Edges)
		}
		for i := range s.Edges {
			if reach(n, s.Edges, i) == reach(n, s.Edges, -1) {
				t.Fatalf("edge %v of the skeleton of %v is not needed", s.Edges[i], g.Edges)
			}
		}
	}
}

// citing is a graph of n nodes in which the first of each pair cites the second.
func citing(n int, edges [][2]int) *graph.Graph {
	g := &graph.Graph{Nodes: make([]graph.Node, n)}
	slices.SortFunc(edges, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) }) // as Build sorts them
	for _, e := range edges {
		g.Edges = append(g.Edges, graph.NewEdge(e[0], e[1], graph.Cites, 1))
	}
	return g
}

// reach says which of up to 14 nodes reaches which over the edges but that at the place
// left out.
func reach(n int, edges []graph.Edge, without int) (all [14]uint16) {
	for from := n - 1; from >= 0; from-- { // edges lead to greater numbers
		for i, e := range edges {
			if i != without && int(e.From) == from {
				all[from] |= 1<<e.To | all[e.To]
			}
		}
	}
	return all
}
