package measure_test

import (
	"context"
	"slices"
	"testing"

	"uncite/graph/csr"
	"uncite/graph/measure"
)

// Diamonds one after the other: each doubles the number of main paths, of which
// one is left.
func TestFold(t *testing.T) {
	for _, test := range []struct {
		protects string
		from, to []uint32
		paths    int
		want     []uint32
	}{
		{"no tie, no change", []uint32{1, 2}, []uint32{0, 1}, 1, []uint32{0, 1, 2}},
		{"a diamond is two", []uint32{1, 2, 3, 3}, []uint32{0, 0, 1, 2}, 2, []uint32{0, 1, 3}},
		{"two are four", []uint32{1, 2, 3, 3, 4, 5, 6, 6}, []uint32{0, 0, 1, 2, 3, 3, 4, 5}, 4, []uint32{0, 1, 3, 4, 6}},
		{"no arcs, no path", nil, nil, 0, nil},
	} {
		g := csr.Build(7, test.from, test.to, nil)
		all, err := measure.FindMainPath(context.Background(), g, measure.SPC, measure.Global, 0)
		if err != nil {
			t.Fatal(err)
		}
		one, paths := all.Fold()
		var got []uint32
		for _, p := range one.Parts {
			got = append(got, p...)
		}
		if paths != test.paths || !slices.Equal(got, test.want) || len(one.Steps) != max(0, len(one.Parts)-1) {
			t.Errorf("%s: %d paths, %v by %v", test.protects, paths, got, one.Steps)
		}
		for k, s := range one.Steps {
			if s.From != k || s.To != k+1 || !(s.Share > 0) {
				t.Errorf("%s: step %d is %+v", test.protects, k, s)
			}
		}
	}
}
