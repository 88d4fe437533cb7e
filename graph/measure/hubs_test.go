package measure_test

import (
	"context"
	"testing"

	"uncite/graph/csr"
	"uncite/graph/measure"
)

// stars are nodes that cite as many others each as the sizes say, beside two that
// cite the same pair.
func stars(sizes ...int) *csr.Graph {
	var from, to []uint32
	n := uint32(4)
	from, to = append(from, 0, 0, 1, 1), append(to, 2, 3, 2, 3)
	for _, size := range sizes {
		hub := n
		n++
		for range size {
			from, to = append(from, hub), append(to, n)
			n++
		}
	}
	return csr.Build(int(n), from, to, nil)
}

// TestHubs leaves out what too many share, and what would make more pairs than
// memory holds, and counts it.
func TestHubs(t *testing.T) {
	many := make([]int, 40)
	for i := range many {
		many[i] = 1000 - i%2
	}
	for _, tc := range []struct {
		why       string
		g         *csr.Graph
		by, items int
	}{
		{"nothing is left out", stars(10, 1000), 1000, 0},
		{"one item of 20,000", stars(20_000, 10), 1000, 1},
		{"pairs without measure: those of one size go together", stars(many...), 999, 20},
		{"an empty graph", csr.Build(0, nil, nil, nil), 1000, 0},
	} {
		left, h := measure.WithoutHubs(tc.g)
		if h.SharedBy != tc.by || h.Items != tc.items {
			t.Errorf("%s: %d items shared by more than %d, want %d and %d", tc.why, h.Items, h.SharedBy, tc.items, tc.by)
		}
		if h.Items == 0 && left != tc.g {
			t.Errorf("%s: the graph was copied", tc.why)
		}
		pairs, err := measure.CoCitedPairs(context.Background(), left, &measure.Options{}, 2, 0)
		if err != nil || left.N() > 0 && (len(pairs) != 1 || pairs[0].Count != 2) {
			t.Errorf("%s: pairs %v, %v; want that of the two that cite the same", tc.why, pairs, err)
		}
	}
}
