package graph

import (
	"testing"

	"uncite/extract/record"
)

// TestGoalsAreMentioned protects rankings of citations from what texts only
// mention: goals are named in most documents and cited in none.
func TestGoalsAreMentioned(t *testing.T) {
	const goals = "instrument:goals-of-the-lake"
	refs := []record.Reference{{
		Source: "a.txt", Document: "A/RES/78/1", Zone: record.Operative, Kind: record.Instrument, Target: goals, Status: record.Resolved,
	}}
	g := Build(refs, BuildOptions{Knowledge: goalsOnly{goals}})
	for _, e := range g.Edges {
		if g.Nodes[e.To].ID == goals && e.Type != Mentions {
			t.Errorf("the goals are the end of an edge of type %s", e.Type)
		}
	}
	if len(g.Edges) != 1 {
		t.Errorf("%d edges, want one", len(g.Edges))
	}
}

// goalsOnly knows that one node is only mentioned.
type goalsOnly struct{ id string }

func (k goalsOnly) Describe(id string) (Description, bool) {
	return Description{Mentioned: id == k.id}, id == k.id
}
