package read

import (
	"testing"

	"uncite/extract/record"
)

// TestSeed reads the document taken from printed pages: its facts, its 119
// operative paragraphs, its 19 footnotes, and the paragraphs that the ends of
// pages cut in two.
func TestSeed(t *testing.T) {
	docs, err := File(shared(t, "seed", "A_RES_75_291_zh.txt"))
	if err != nil {
		t.Fatal(err)
	}
	check(t, docs)
	d := docs[0]
	for _, f := range [][2]string{{d.Symbol, "A/RES/75/291"}, {d.Lang, "zh"}, {d.Session, "75"}, {d.Date, "2021-06-30"},
		{d.AgendaItem, "123"}, {d.Draft, "A/75/L.105"}, {d.Meeting, "88"}, {d.Body, "entity:general-assembly"}} {
		if f[0] != f[1] {
			t.Errorf("got %q, want %q", f[0], f[1])
		}
	}
	numbers := map[record.Zone]map[string]bool{}
	torn := 0
	for _, p := range d.Paragraphs {
		if numbers[p.Zone] == nil {
			numbers[p.Zone] = map[string]bool{}
		}
		numbers[p.Zone][p.Number] = true
		if len(p.Pieces) > 1 {
			torn++
		}
	}
	if n := len(numbers[record.Operative]); n != 119 {
		t.Errorf("%d operative paragraphs, want 119", n)
	}
	if n := len(numbers[record.Footnote]); n != 19 {
		t.Errorf("%d footnotes, want 19", n)
	}
	if torn != 8 {
		t.Errorf("%d torn paragraphs joined, want 8", torn)
	}
}
