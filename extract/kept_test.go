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
		got, err := unpackReferences(nil, source, packReferences("old/wells.pdf", found))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v\n got %+v\nwant %+v", source, err, got, want)
		}
	}
	if got, err := unpackReferences(nil, "empty.pdf", packReferences("empty.pdf", nil)); err != nil || len(got) > 0 {
		t.Errorf("nothing found: %v %v", got, err)
	}
	whole := packReferences("old/wells.pdf", found)
	for n := range whole {
		if got, err := unpackReferences(nil, "x", whole[:n]); err == nil {
			t.Errorf("what is cut off after %d bytes is taken for %d references", n, len(got))
		}
	}
	if _, err := unpackReferences(nil, "x", append(whole, 0)); err == nil {
		t.Error("what goes on behind the last reference is taken for whole")
	}
}

// TestKeptFields: every field of a reference is kept, those that come to be too.
func TestKeptFields(t *testing.T) {
	var full Reference
	v := reflect.ValueOf(&full).Elem()
	for i := range v.NumField() {
		switch f := v.Field(i); f.Kind() {
		case reflect.String:
			f.SetString(v.Type().Field(i).Name)
		case reflect.Int:
			f.SetInt(int64(-1 - i))
		default:
			f.Set(reflect.ValueOf([]string{"one", "", "one"}))
		}
	}
	full.Source = "a"
	used := []Reference{full, full}[:0] // a list used before leaves nothing behind
	got, err := unpackReferences(used, "a", packReferences("a", []Reference{{Source: "a"}, full}))
	if want := []Reference{{Source: "a"}, full}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v\n got %+v\nwant %+v", err, got, want)
	}
}

// FuzzKept holds that whatever the bytes of an entry, they are refused or give
// references, and cost no more memory than they have bytes.
func FuzzKept(f *testing.F) {
	f.Add(packReferences("a", []Reference{{Source: "a", Text: "resolution 77/1", Start: 3, End: 18, Aliases: []string{"A/1"}}}))
	f.Add([]byte{0xFF, 0xFF, 0xFF, 0xFF, 0x0F})
	f.Fuzz(func(t *testing.T, data []byte) {
		refs, err := unpackReferences(nil, "a", data)
		if err != nil {
			return
		}
		if len(refs) > len(data) {
			t.Fatalf("%d references of %d bytes", len(refs), len(data))
		}
		again, err := unpackReferences(nil, "a", packReferences("a", refs))
		if err != nil || len(refs) != len(again) || len(refs) > 0 && !reflect.DeepEqual(refs, again) {
			t.Fatalf("%v\n got %+v\nwant %+v", err, again, refs)
		}
	})
}
