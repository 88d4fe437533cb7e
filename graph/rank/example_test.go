package rank_test

import (
	"context"
	"fmt"

	"uncite/extract/record"
	"uncite/graph"
	"uncite/graph/measure"
	"uncite/graph/rank"
)

// The ranking that the command prints, made in a program: build the graph,
// compute the scores, keep the first.
func ExampleOf() {
	cite := func(document, target string) record.Reference {
		return record.Reference{
			Source: document, Document: document, Lang: "en", Zone: record.Preamble,
			Kind: record.Resolution, Target: target, Status: record.Resolved,
		}
	}
	g := graph.Build([]record.Reference{
		cite("A/RES/75/291", "A/RES/60/288"), cite("A/RES/72/284", "A/RES/60/288"),
		cite("A/RES/75/291", "A/RES/72/284"), cite("A/RES/75/291", "S/RES/1373(2001)"),
	}, graph.BuildOptions{})

	indegree, _ := measure.Find("indegree")
	pagerank, _ := measure.Find("pagerank")
	r, err := rank.Of(context.Background(), g, rank.Options{
		Measures: []measure.Measure{indegree, pagerank},
		Settings: measure.Options{Years: rank.Years(g)},
		Types:    rank.Types(),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	r = r.First(2)
	for _, i := range r.Order() {
		fmt.Printf("%s %g %.3f\n", r.Graph.Nodes[i].ID, r.Scores[0].At(i), r.Scores[1].At(i))
	}
	fmt.Println(r.Graph.Notes)
	// Output:
	// A/RES/60/288 2 0.400
	// A/RES/72/284 1 0.216
	// [the 2 most central of 4 nodes by indegree, and 1 more with this score]
}
