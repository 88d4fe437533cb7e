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

// TestOneLine cuts a document that lost its line breaks where its masthead and its
// numbers begin, and leaves a paragraph of running text whole, whatever bodies it names.
func TestOneLine(t *testing.T) {
	tests := []struct{ name, lang, text, want string }{
		{"a paragraph that names bodies", "en", "The surveyors recall General Assembly resolution 71/312 of 6 July 2017 and note with regret that the keepers of the wells have not answered. Recalling Security Council resolution 2474 (2019), they ask the keepers to read it before the winter.",
			"body: The surveyors recall General"},
		{"so in a script without capitals", "ar", "يشير المساحون إلى قرار الجمعية العامة 71/312 المؤرخ 6 تموز/يوليه 2017 ويلاحظون أن حراس الآبار لم يجيبوا بعد عن الأسئلة. ويشيرون أيضا إلى قرار مجلس الأمن 2474 (2019) ويطلبون إلى الحراس قراءته مرة أخرى قبل حلول الشتاء.",
			"body: يشير المساحون إلى قرار"},
		{"a resolution with its masthead", "en", "United Nations A/RES/99/7 General Assembly Distr.: General 3 December 2044 The General Assembly, Recalling General Assembly resolution 71/312 of 6 July 2017 on the wells of the dry valleys, 1. Decides to count the wells; 2. Requests the Security Council to note the count.",
			"masthead: United Nations A/RES/99/7\nmasthead: General Assembly\nmasthead: Distr.: General 3 December\npreamble: The General Assembly,\npreamble: Recalling General Assembly resolution\noperative: Decides to count the\noperative: Requests the Security Council"},
	}
	for _, tt := range tests {
		var have []string
		for _, p := range Documents(&block.Text{Text: tt.text, Lang: tt.lang})[0].Paragraphs {
			words := strings.Fields(tt.text[p.Pieces[0].Start:p.Pieces[0].End])
			have = append(have, string(p.Zone)+": "+strings.Join(words[:min(4, len(words))], " "))
		}
		if got := strings.Join(have, "\n"); got != tt.want {
			t.Errorf("%s: have\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}
