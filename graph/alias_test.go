package graph_test

import (
	"testing"

	"uncite/extract/record"
	"uncite/graph"
)

// TestAliasesMeet: a document in hand whose masthead prints two symbols on two
// lines is one node, whichever of them another document cites.
func TestAliasesMeet(t *testing.T) {
	b := graph.NewBuilder(graph.BuildOptions{})
	for _, r := range []record.Reference{
		{Source: "a.txt", Document: "A/74/976", Lang: "en", Zone: record.Masthead, Kind: record.Report, Target: "A/74/976",
			Aliases: []string{"S/2020/773"}, Status: record.Resolved},
		{Source: "b.txt", Document: "A/RES/75/901", Lang: "en", Zone: record.Preamble, Kind: record.Report, Target: "S/2020/773",
			Text: "S/2020/773", Status: record.Resolved},
	} {
		b.Add(&r)
	}
	g := b.Graph()
	if len(g.Nodes) != 2 {
		t.Errorf("%d nodes, want the two documents", len(g.Nodes))
	}
	for _, n := range g.Nodes {
		if n.ID == "S/2020/773" {
			t.Error("the second symbol is a node of its own")
		}
	}
}
