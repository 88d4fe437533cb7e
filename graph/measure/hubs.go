package measure

import (
	"fmt"
	"slices"

	"uncite/graph/csr"
)

// Bounds of co-citation and coupling. What a thousand documents share says
// little of any two of them, and makes half a million pairs.
const (
	// SharedByMost is how many documents may share an item that ties them.
	SharedByMost = 1000
	// mostPairs is how many pairs all items together may make; where they make
	// more, those shared by the most are left out.
	mostPairs = 16 << 20
)

// Hubs are the items that are left out of co-citation and coupling.
type Hubs struct {
	SharedBy int // items shared by more are left out
	Items    int // how many those are
}

// WithoutHubs returns the graph without the arcs of nodes that cite more than
// [SharedByMost] others, or fewer where the pairs of what they cite were more
// than memory holds: the graph itself where there is no such node. For coupling
// it is asked of the reverse graph, where such a node is one cited by many.
func WithoutHubs(g *csr.Graph) (*csr.Graph, Hubs) {
	h := hubsOf(g)
	if h.Items == 0 {
		return g, h
	}
	var from, to []uint32
	var weight []float64
	for u := range uint32(g.N()) {
		row := g.Out(u)
		if len(row) > h.SharedBy {
			continue
		}
		for i, v := range row {
			from, to = append(from, u), append(to, v)
			if w := g.OutWeight(u); w != nil {
				weight = append(weight, w[i])
			}
		}
	}
	return csr.Build(g.N(), from, to, weight), h
}

func hubsOf(g *csr.Graph) Hubs {
	sizes := make([]int, 0, g.N())
	for u := range uint32(g.N()) {
		sizes = append(sizes, len(g.Out(u)))
	}
	slices.Sort(sizes)
	pairs, n := 0, 0
	for ; n < len(sizes) && sizes[n] <= SharedByMost; n++ {
		if pairs += sizes[n] * (sizes[n] - 1) / 2; pairs > mostPairs {
			break
		}
	}
	if n == len(sizes) {
		return Hubs{SharedBy: SharedByMost}
	}
	if sizes[n] > SharedByMost {
		return Hubs{SharedByMost, len(sizes) - n}
	}
	// Items of one size stay or go together.
	h := Hubs{SharedBy: sizes[n] - 1}
	first, _ := slices.BinarySearch(sizes, sizes[n])
	h.Items = len(sizes) - first
	return h
}

// Note says which items were left out, empty where none was.
func (h Hubs) Note() string {
	if h.Items == 0 {
		return ""
	}
	return fmt.Sprintf("left out, being shared by more than %d documents: %d", h.SharedBy, h.Items)
}
