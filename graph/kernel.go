package graph

import (
	"slices"

	"uncite/graph/csr"
)

// Kernel returns the compressed sparse rows of the edges of the given types,
// of all edges where none is given. Node u of the kernel is Nodes[u]; edges of
// several types between two nodes become one arc whose weight is their sum.
func (g *Graph) Kernel(types ...EdgeType) *csr.Graph {
	from := make([]uint32, 0, len(g.Edges))
	to := make([]uint32, 0, len(g.Edges))
	weight := make([]float64, 0, len(g.Edges))
	for i := range g.Edges {
		e := &g.Edges[i]
		if !chosen(types, e.Type) {
			continue
		}
		from = append(from, uint32(e.From))
		to = append(to, uint32(e.To))
		weight = append(weight, float64(e.Weight))
	}
	return csr.Build(len(g.Nodes), from, to, weight)
}

// chosen tells whether a list of edge types admits t; an empty list admits all.
func chosen(types []EdgeType, t EdgeType) bool {
	return len(types) == 0 || slices.Contains(types, t)
}
