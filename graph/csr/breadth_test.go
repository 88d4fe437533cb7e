package csr_test

import (
	"slices"
	"testing"

	"uncite/graph/csr"
)

// Two parts, 0 → 1 → 2 → 0 with 3 behind 2, and 4 → 5; 6 is alone.
func parts() *csr.Graph {
	return csr.Build(7, []uint32{0, 1, 2, 2, 4}, []uint32{1, 2, 0, 3, 5}, nil)
}

func TestLevels(t *testing.T) {
	g := parts()
	for _, test := range []struct {
		protects string
		next     func(uint32) []uint32
		start    uint32
		want     []int32
	}{
		{"along arcs, round a circle", g.Out, 0, []int32{0, 1, 2, 3, -1, -1, -1}},
		{"against arcs", g.In, 3, []int32{3, 2, 1, 0, -1, -1, -1}},
		{"a node alone", g.Out, 6, []int32{-1, -1, -1, -1, -1, -1, 0}},
	} {
		if got := csr.Levels(test.next, g.N(), test.start); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.protects, got, test.want)
		}
	}
}

func TestWeakParts(t *testing.T) {
	part, sizes := parts().WeakParts()
	if !slices.Equal(part, []uint32{0, 0, 0, 0, 1, 1, 2}) || !slices.Equal(sizes, []int{4, 2, 1}) {
		t.Errorf("parts %v of sizes %v", part, sizes)
	}
	if part, sizes := csr.Build(0, nil, nil, nil).WeakParts(); len(part)+len(sizes) != 0 {
		t.Errorf("an empty graph has parts %v %v", part, sizes)
	}
}
