package graph

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"uncite/extract/record"
)

// TestCounts builds the same graph with and without evidence: nodes, weights and
// treatments are the same, whatever is there twice and in whatever order.
func TestCounts(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var refs []record.Reference
	for range 3000 {
		ref := record.Reference{
			Source: fmt.Sprintf("%d.txt", r.IntN(9)), Lang: []string{"en", "fr"}[r.IntN(2)], Zone: record.Body, Kind: record.Resolution, Status: record.Resolved,
			Document: fmt.Sprintf("A/RES/61/%d", r.IntN(9)+1), Target: fmt.Sprintf("A/RES/60/%d", r.IntN(5)+1),
			Treatment: []string{"", "recall", "note", "amend"}[r.IntN(4)], Text: []string{"resolution 60/1", "the said resolution"}[r.IntN(2)],
			Start: r.IntN(6), End: 30,
		}
		refs = append(refs, ref)
	}
	full := Build(refs, BuildOptions{})
	r.Shuffle(len(refs), func(i, j int) { refs[i], refs[j] = refs[j], refs[i] })
	counts := Build(refs, BuildOptions{Counts: true})
	if diff := cmp.Diff(full, counts, cmpopts.IgnoreFields(Grounds{}, "Evidence"), cmpopts.EquateEmpty(), cmp.Transformer("grounds", func(g *Grounds) Grounds {
		if g == nil {
			return Grounds{}
		}
		return *g
	})); diff != "" {
		t.Error(diff)
	}
	for i := range counts.Edges {
		if counts.Edges[i].Evidence() != nil {
			t.Fatal("an edge has evidence")
		}
	}
}
