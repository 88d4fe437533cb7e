package graph

import (
	"testing"

	"uncite/extract/record"
)

// TestDatedCitations settles a citation by date alone where the corpus holds
// exactly one document of that body and day.
func TestDatedCitations(t *testing.T) {
	own := func(id, date string) record.Reference {
		return record.Reference{Source: id, Document: id, Lang: "en", Zone: record.Masthead, Kind: record.Resolution, Target: id, Date: date, Status: record.Resolved}
	}
	cited := record.Reference{
		Source: "A/RES/75/291", Document: "A/RES/75/291", Lang: "en", Zone: record.Operative, Paragraph: "19",
		Kind: record.Resolution, Date: "2021-03-25", Rule: "date:general-assembly", Status: record.Unresolved, Note: "cited by its date alone",
	}
	tests := []struct {
		protects string
		inHand   []record.Reference
		want     int // edges
	}{
		{"one document of that day is the one meant", []record.Reference{own("A/RES/75/267", "2021-03-25")}, 1},
		{"two of that day may both be", []record.Reference{own("A/RES/75/267", "2021-03-25"), own("A/RES/75/268", "2021-03-25")}, 0},
		{"another body's document is not meant", []record.Reference{own("S/RES/2569(2021)", "2021-03-25")}, 0},
		{"another day's is not", []record.Reference{own("A/RES/75/260", "2021-03-26")}, 0},
		{"without documents in hand nothing is settled", nil, 0},
	}
	for _, test := range tests {
		refs := append([]record.Reference{own("A/RES/75/291", "2021-06-30"), cited}, test.inHand...)
		g := Build(refs, BuildOptions{})
		if len(g.Edges) != test.want {
			t.Errorf("%s: %d edges, want %d", test.protects, len(g.Edges), test.want)
		}
	}
}
