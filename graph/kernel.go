package graph

import (
	"slices"

	"uncite/graph/csr"
)

// Kernel returns the compressed sparse rows of the edges of the given types,
// of all edges where none is given. Node u of the kernel is Nodes[u]; edges of
// several types between two nodes become one arc whose weight is their sum.
func (g *Graph) Kernel(types ...EdgeType) *csr.Graph {
	return csr.BuildOrdered(len(g.Nodes), func(yield func(from, to uint32, weight float64)) {
		for i := range g.Edges {
			if e := &g.Edges[i]; chosen(types, e.Type) {
				yield(uint32(e.From), uint32(e.To), float64(e.Weight))
			}
		}
	})
}

// chosen tells whether a list of edge types admits t; an empty list admits all.
func chosen(types []EdgeType, t EdgeType) bool {
	return len(types) == 0 || slices.Contains(types, t)
}
