package rank

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"uncite/graph"
)

func anyEdge(*graph.Edge) bool { return true }

// corpusOf is a citation graph in which one node in hundred is in hand and cites
// others, as in a corpus of resolutions.
func corpusOf(inHand, cited int, seed uint64) (*graph.Graph, func(int) float64) {
	r := rand.New(rand.NewPCG(seed, 1))
	g := &graph.Graph{}
	for i := range inHand + cited {
		g.Nodes = append(g.Nodes, graph.Node{ID: fmt.Sprintf("%06d", i), InHand: i < inHand})
	}
	degree := make([]float64, len(g.Nodes))
	for i := range inHand {
		seen := map[int]bool{}
		for range 1 + r.IntN(30) {
			to := inHand + int(float64(cited)*r.Float64()*r.Float64()*r.Float64())
			if r.IntN(20) == 0 {
				to = r.IntN(inHand)
			}
			if to != i && !seen[to] {
				seen[to] = true
				g.Edges = append(g.Edges, graph.NewEdge(i, to, graph.Cites, 1))
				degree[to]++
			}
		}
	}
	slices.SortFunc(g.Edges, func(a, b graph.Edge) int {
		if a.From != b.From {
			return int(a.From - b.From)
		}
		return int(a.To - b.To)
	})
	return g, func(i int) float64 { return degree[i] }
}

// Every node that is chosen has an edge to another one, and a third of them are in
// hand, in corpora of every size.
func TestJoinedShowsTheCorpus(t *testing.T) {
	for seed := range uint64(10) {
		for _, size := range []int{1, 2, 50, 300, 1500} {
			g, score := corpusOf(size, 8*size+5, seed)
			c := Joined(g, score, anyEdge, 40)
			linked := make([]bool, len(g.Nodes))
			for _, e := range g.Edges {
				if c.Keep[e.From] && c.Keep[e.To] {
					linked[e.From], linked[e.To] = true, true
				}
			}
			for i, keep := range c.Keep {
				if keep && !linked[i] {
					t.Errorf("%d documents, seed %d: %s is joined to nothing", size, seed, g.Nodes[i].ID)
				}
			}
			if size >= 50 && (c.Total != 40 || 3*c.InHand < c.Total) {
				t.Errorf("%d documents, seed %d: %d of %d nodes are in hand", size, seed, c.InHand, c.Total)
			}
		}
	}
}

// Of one document Joined chooses the document and what it cites most.
func TestJoinedOfOneDocument(t *testing.T) {
	g := &graph.Graph{Nodes: []graph.Node{{ID: "a"}, {ID: "b", InHand: true}, {ID: "c"}, {ID: "d"}, {ID: "e"}}}
	for to, weight := range map[int]int{0: 1, 2: 5, 3: 2} {
		g.Edges = append(g.Edges, graph.NewEdge(1, to, graph.Cites, weight))
	}
	slices.SortFunc(g.Edges, func(a, b graph.Edge) int { return int(a.To - b.To) })
	c := Joined(g, func(i int) float64 { return float64(min(i, 1)) }, anyEdge, 3)
	if want := []bool{false, true, true, true, false}; !slices.Equal(c.Keep, want) || c.Alone != 1 {
		t.Errorf("%+v, want b with c and d, and e alone", c)
	}
	if none := Joined(g, func(int) float64 { return 0 }, func(*graph.Edge) bool { return false }, 3); none.Total != 0 {
		t.Errorf("%d nodes without an edge that counts", none.Total)
	}
}

func BenchmarkJoined(b *testing.B) {
	g, score := corpusOf(20_000, 160_000, 1)
	for b.Loop() {
		Joined(g, score, anyEdge, 150)
	}
}
