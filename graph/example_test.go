package graph_test

import (
	"fmt"

	"uncite/extract/record"
	"uncite/graph"
)

// A document in two languages is one node, and its citations count once.
func ExampleBuild() {
	cite := func(lang, target string) record.Reference {
		return record.Reference{
			Source: "note." + lang + ".txt", Document: "A/75/729", Lang: lang, Zone: record.Body,
			Kind: record.Resolution, Target: target, Treatment: "recall", Status: record.Resolved,
		}
	}
	g := graph.Build([]record.Reference{
		cite("en", "S/RES/1373(2001)"), cite("zh", "S/RES/1373(2001)"), cite("zh", "A/RES/60/288"),
	}, graph.BuildOptions{})
	g, err := g.Select(graph.Bodies("entity:general-assembly"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range g.Edges {
		fmt.Println(g.Nodes[e.From].ID, e.Type, g.Nodes[e.To].ID, e.Weight)
	}
	fmt.Println(g.Notes)
	// Output:
	// A/75/729 cites A/RES/60/288 1
	// [issued by entity:general-assembly: 2 of 3 nodes, 1 of 2 edges]
}
