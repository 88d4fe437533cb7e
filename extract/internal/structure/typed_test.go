package structure

import (
	"strings"
	"testing"

	"uncite/extract/internal/block"
	"uncite/extract/record"
)

// TestTypedNotes: a file whose notes are typed as paragraphs of their own, as a
// text pasted into a word processor has them, has the zones and numbers that
// the same lines have as plain text.
func TestTypedNotes(t *testing.T) {
	lines := []string{
		"The General Assembly,", "Recalling its resolution 64/292,¹", "¹ Ibid.", "Noting the report,² which it welcomes,", "2 A/75/265, para. 4.",
		"1. Decides to count the wells;", "2. Requests the surveyors to report.³", "³ See resolution 59/300.",
	}
	text := strings.Join(lines, "\n\n")
	plain := Documents(&block.Text{Text: text, Lang: "en"})[0]
	typed := block.Text{Text: text, Lang: "en"}
	for at, i := 0, 0; i < len(lines); i++ {
		typed.Blocks = append(typed.Blocks, block.Block{Pieces: []record.Span{{Start: at, End: at + len(lines[i])}}})
		at += len(lines[i]) + len("\n\n")
	}
	got := Documents(&typed)[0]
	if len(got.Paragraphs) != len(plain.Paragraphs) {
		t.Fatalf("%d paragraphs, %d as plain text", len(got.Paragraphs), len(plain.Paragraphs))
	}
	for i, p := range plain.Paragraphs {
		if q := got.Paragraphs[i]; q.Zone != p.Zone || q.Number != p.Number || q.Pieces[0] != p.Pieces[0] {
			t.Errorf("%q: %s %s %v, as plain text %s %s %v", text[p.Pieces[0].Start:p.Pieces[0].End], q.Zone, q.Number, q.Pieces, p.Zone, p.Number, p.Pieces)
		}
	}
	if n := plain.Paragraphs[2]; n.Zone != record.Footnote || n.Number != "n1" {
		t.Errorf("the first note is %s %s", n.Zone, n.Number)
	}
}
