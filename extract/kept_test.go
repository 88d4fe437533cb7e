package extract

import (
	"reflect"
	"testing"

	"uncite/extract/record"
)

// TestKeptReferences: what is kept of a file is what was found in it, under
// whatever name it has the next time, and whatever the file says of itself.
func TestKeptReferences(t *testing.T) {
	found := []Reference{
		{Source: "old/wells.pdf", Document: "A/80/517", Lang: "en", Zone: record.Masthead, Target: "A/80/517", Title: "Wells of the \"valley\"", Aliases: []string{"S/2026/1"}, Agenda: "72 (b)", Status: record.Resolved},
		{Source: "old/wells.pdf", Lang: "ar", Zone: record.Body, Text: "القرار <1> \\ \u2028", Start: 3, End: 9, Status: record.Unresolved, Note: "no body"},
		{Source: "old/wells.pdf#2", Document: "A/80/518", Lang: "zh", Text: "\t第1号决议", Status: record.Ambiguous},
	}
	for _, source := range []string{"old/wells.pdf", "?", "new name.pdf"} {
		want := make([]Reference, len(found))
		for i, r := range found {
			r.Source = source + r.Source[len("old/wells.pdf"):]
			want[i] = r
		}
		got, err := unpackReferences(source, packReferences("old/wells.pdf", found))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v\n got %+v\nwant %+v", source, err, got, want)
		}
	}
	if got, err := unpackReferences("empty.pdf", packReferences("empty.pdf", nil)); err != nil || len(got) > 0 {
		t.Errorf("nothing found: %v %v", got, err)
	}
	if _, err := unpackReferences("x", []byte(`{"source":"?`)); err == nil {
		t.Error("a line that is cut off is taken for a reference")
	}
}
