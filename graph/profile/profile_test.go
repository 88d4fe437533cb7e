package profile_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"uncite/extract/record"
	"uncite/graph"
	"uncite/graph/measure"
	"uncite/graph/profile"
	"uncite/graph/rank"
)

// citations builds a graph: "ab" says that a cites b, and a capital is a State.
func citations(arrows string) *graph.Graph {
	var refs []record.Reference
	for arrow := range strings.FieldsSeq(arrows) {
		r := record.Reference{Source: arrow[:1], Document: arrow[:1], Target: arrow[1:], Kind: record.Report, Status: record.Resolved}
		if r.Target == strings.ToUpper(r.Target) {
			r.Target, r.Kind = "state:"+r.Target, record.State
		}
		refs = append(refs, r)
	}
	return graph.Build(refs, graph.BuildOptions{})
}

func of(t *testing.T, g *graph.Graph, id string) *profile.Profile {
	t.Helper()
	i, ok := g.Index(id)
	if !ok {
		t.Fatalf("no node %s", id)
	}
	indegree, _ := measure.Find("indegree")
	p, err := profile.Of(t.Context(), g, i, profile.Options{
		Measures: []measure.Measure{indegree}, Types: rank.Types(g.Nodes[i].Kind), Neighbours: 2,
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestRanks(t *testing.T) {
	g := citations("ab cb ac dc ed aX bX")
	tests := []struct {
		protects, id string
		want         profile.Rank
	}{
		{"the first two share a place", "b", profile.Rank{Measure: "indegree", Score: 2, Place: 1, Of: 5, Sharing: 2, InKind: 1, OfKind: 5}},
		{"the place after two firsts is the third", "d", profile.Rank{Measure: "indegree", Score: 1, Place: 3, Of: 5, Sharing: 1, InKind: 3, OfKind: 5}},
		{"a State ranks by mentions, and among States", "state:X", profile.Rank{Measure: "indegree", Score: 2, Place: 1, Of: 6, Sharing: 3, InKind: 1, OfKind: 1}},
	}
	for _, test := range tests {
		if diff := cmp.Diff([]profile.Rank{test.want}, of(t, g, test.id).Ranks); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.protects, diff)
		}
	}
}

func TestNeighbours(t *testing.T) {
	// b and c are cited together by x and y, b and d by z; x and y cite the same.
	p := of(t, citations("xb xc yb yc zb zd"), "b")
	var ids []string
	for _, n := range p.CoCited {
		ids = append(ids, n.ID)
	}
	if strings.Join(ids, " ") != "c d" || p.CoCited[0].Shared != 2 {
		t.Errorf("cited together with b: %v", p.CoCited)
	}
	if len(p.In) != 3 || len(p.Out) != 0 || len(p.Coupled) != 0 {
		t.Errorf("b has %d edges in, %d out, %d coupled", len(p.In), len(p.Out), len(p.Coupled))
	}
	p = of(t, citations("xb xc yb yc zb zd"), "x")
	if len(p.Coupled) != 2 || p.Coupled[0].ID != "y" || p.Coupled[0].Shared != 2 {
		t.Errorf("x goes with %v", p.Coupled)
	}
}
