package measure_test

import (
	"context"
	"math"
	"testing"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"

	"uncite/graph/generate"
	"uncite/graph/measure"
)

// gonumGraph is a graph with cycles on which gonum is the oracle.
var gonumGraph = generate.Citations(generate.Config{Nodes: 300, Arcs: 1500, Seed: 11, Mutual: 40})

func byID(n int, scores map[int64]float64) []float64 {
	s := make([]float64, n)
	for id, x := range scores {
		s[id] = x
	}
	return s
}

func TestAgreesWithGonum(t *testing.T) {
	g := gonumGraph.Graph()
	view, n := g.Directed(), g.N()
	o := &measure.Options{}
	shortest := path.DijkstraAllPaths(view)
	authorities, hubs := make(map[int64]float64), make(map[int64]float64)
	for id, s := range network.HITS(view, 1e-14) {
		authorities[id], hubs[id] = s.Authority, s.Hub
	}
	tests := map[string]map[int64]float64{
		"pagerank":    network.PageRankSparse(view, 0.85, 1e-14),
		"betweenness": network.Betweenness(view),
		"harmonic":    network.Harmonic(view, shortest),
		"inward":      authorities,
		"outward":     hubs,
	}
	for name, want := range tests {
		compareScores(t, name, scores(t, name, g, o), byID(n, want))
	}
}

func TestModularityAgreesWithGonum(t *testing.T) {
	g := gonumGraph.Graph()
	of, communities := make([]int, g.N()), make([][]graph.Node, 4)
	for v := range of {
		of[v] = v * v % 4
		communities[of[v]] = append(communities[of[v]], simple.Node(v))
	}
	got := measure.Modularity(g, of, 0.7, false)
	if want := community.Q(g.Directed(), communities, 0.7); math.Abs(got-want) > agreement {
		t.Errorf("modularity %.12g, want %.12g", got, want)
	}
}

// TestLeidenBeatsLouvain asks that the groups of Leiden are at least as good as
// those of gonum's Louvain, and that all hang together.
func TestLeidenBeatsLouvain(t *testing.T) {
	g := gonumGraph.Graph()
	groups, err := measure.Leiden(context.Background(), g, &measure.Options{}, measure.LeidenOptions{Iterations: 4})
	if err != nil {
		t.Fatal(err)
	}
	louvain := community.Modularize(g.Directed(), 1, nil)
	want := community.Q(g.Directed(), louvain.Communities(), 1)
	if groups.Modularity < want-0.01 {
		t.Errorf("modularity %.4f, Louvain has %.4f", groups.Modularity, want)
	}
	both := g.Undirected()
	for c, size := range groups.Sizes {
		if reached := reachedWithin(both.Out, groups.Of, c); reached != size {
			t.Errorf("group %d has %d nodes, %d hang together", c, size, reached)
		}
	}
}

// reachedWithin counts the nodes of group c that a walk inside it reaches.
func reachedWithin(row func(uint32) []uint32, of []int, c int) int {
	seen := map[uint32]bool{}
	var stack []uint32
	for v := range of {
		if of[v] == c {
			stack = append(stack, uint32(v))
			break
		}
	}
	for len(stack) > 0 {
		u := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if seen[u] {
			continue
		}
		seen[u] = true
		for _, v := range row(u) {
			if of[v] == c {
				stack = append(stack, v)
			}
		}
	}
	return len(seen)
}
