package measure_test

import (
	"context"
	"fmt"

	"uncite/graph/csr"
	"uncite/graph/measure"
)

// A measure is a row of the table, found by its name and computed on compressed
// rows; it says in a note what has to be said with its scores.
func ExampleFind() {
	// 1 and 2 cite 0, and 2 cites 1.
	g := csr.Build(3, []uint32{1, 2, 2}, []uint32{0, 0, 1}, nil)
	row, ok := measure.Find("indegree")
	if !ok {
		return
	}
	res, err := row.Compute(context.Background(), g, &measure.Options{})
	fmt.Println(row.Name, res.Scores, err)
	// Output:
	// indegree [2 1 0] <nil>
}
