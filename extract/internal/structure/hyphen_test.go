package structure

import (
	"strings"
	"testing"

	"uncite/extract/internal/block"
	"uncite/extract/internal/normal"
)

// TestHyphens reads words that the end of a line parts, as programs write the hyphen: it
// is nothing where it parts a word, and stays where the word is written with it.
func TestHyphens(t *testing.T) {
	const line = "The keepers of the huts in the upper valleys count the wells that they have seen in "
	for _, c := range []struct{ why, before, after, want string }{
		{"a word is whole again", "the organi-", "zation of the wells.", "organization"},
		{"with a soft hyphen too", "the organi\u00AD", "zation of the wells.", "organization"},
		{"a capital follows a hyphen of the word", "the Secretary\u00AD", "General’s wells.", "Secretary-General"},
		{"a word written with its hyphen elsewhere", "High\u00AD", "level wells, as high-level wells are.", "High-level"},
		{"a first part that is always written so", "non-", "proliferation of wells.", "non-proliferation"},
	} {
		text := "1. " + line + c.before + "\n" + c.after + "\n\n2. " + line + "the very same way as they\ncounted them last year."
		d := Documents(&block.Text{Text: text, Lang: "en"})[0]
		p := d.Paragraphs[0]
		var n normal.Text
		at := p.Pieces[0].Start
		for _, s := range p.Skips {
			n.Add(text, at, s.Start)
			at = s.End
		}
		n.Add(text, at, p.Pieces[0].End)
		if !strings.Contains(string(n.Bytes), c.want) {
			t.Errorf("%s: %q, want %q in it", c.why, n.Bytes, c.want)
		}
	}
}

// TestLongParagraph holds the first paragraph of a report without a number to go on in a
// line that names a session, as lines of a masthead do.
func TestLongParagraph(t *testing.T) {
	text := "A/91/437\n\nForum on wells and huts\n\nThe President of the Council has the honour to transmit, as a contribution to the\n" +
		"count of the wells of all valleys, the report of the Regional Forum on Upper\n" +
		"Huts for the Commission of the Wells on its ninth session, held in the valley on\n2 and 3 April 2035.\n"
	d := Documents(&block.Text{Text: text, Lang: "en"})[0]
	last := d.Paragraphs[len(d.Paragraphs)-1]
	if got := text[last.Pieces[0].Start:last.Pieces[0].End]; !strings.HasPrefix(got, "The President") || !strings.HasSuffix(got, "2035.") {
		t.Errorf("the last paragraph is %q", got)
	}
}
