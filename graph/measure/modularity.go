package measure

import "uncite/graph/csr"

// Modularity is the modularity of a division of a directed graph (Leicht and
// Newman 2008), of[v] being the group of node v:
//
//	Q = 1/m · Σ [A(u,v) − γ·out(u)·in(v)/m] over u, v of one group
//
// where m is the total weight and γ the resolution. It is 0 for a graph without
// arcs. NetworkX, igraph (directed=True) and gonum define it alike. Group
// numbers run from 0 to less than the number of nodes.
func Modularity(g *csr.Graph, of []int, resolution float64, weighted bool) float64 {
	in, out := make([]float64, g.N()), make([]float64, g.N())
	inside, total := 0.0, 0.0
	for u := range uint32(g.N()) {
		weight := g.OutWeight(u)
		for i, v := range g.Out(u) {
			w := 1.0
			if weighted && weight != nil {
				w = weight[i]
			}
			total += w
			out[of[u]] += w
			in[of[v]] += w
			if of[u] == of[v] {
				inside += w
			}
		}
	}
	if total == 0 {
		return 0
	}
	expected := 0.0
	for c := range in {
		expected += in[c] / total * out[c]
	}
	return (inside - resolution*expected) / total
}
