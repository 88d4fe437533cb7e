package measure

import (
	"context"
	"testing"

	"uncite/graph/csr"
)

func TestTied(t *testing.T) {
	// One document, 0, cites 1 once, 2 three times and 3 once.
	star := csr.Build(4, []uint32{0, 0, 0}, []uint32{1, 2, 3}, []float64{1, 3, 1})
	// Two documents, one target in common.
	two := csr.Build(4, []uint32{0, 0, 1}, []uint32{2, 3, 3}, []float64{1, 1, 1})
	for _, test := range []struct {
		protects string
		k        *csr.Graph
		measure  string
		want     int
	}{
		{"what one document cites has one PageRank", star, "pagerank", 3},
		{"and is not tied by the number of references", star, "weighted-indegree", 0},
		{"two citing documents tell targets apart", two, "pagerank", 0},
		{"a single target is not tied with itself", csr.Build(2, []uint32{0}, []uint32{1}, []float64{1}), "pagerank", 0},
		{"nor is an empty graph", csr.Build(0, nil, nil, nil), "pagerank", 0},
	} {
		row, _ := Find(test.measure)
		res, err := row.Compute(context.Background(), test.k, &Options{Damping: 0.85})
		if err != nil {
			t.Fatal(err)
		}
		if got := Tied(test.k, res.Scores); got != test.want {
			t.Errorf("%s: %d, want %d", test.protects, got, test.want)
		}
	}
}
