package block

import (
	"fmt"
	"strings"
	"testing"
)

// show prints the blocks of a text, one a line: kind, mark, words, lead.
func show(t Text) string {
	var b strings.Builder
	for _, k := range t.Blocks {
		p := k.Pieces[0]
		fmt.Fprintf(&b, "%d[%s]%q", k.Kind, k.Mark, t.Text[p.Start:p.End])
		if k.Lead.End > k.Lead.Start {
			fmt.Fprintf(&b, " lead %q", t.Text[k.Lead.Start:k.Lead.End])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestWriter(t *testing.T) {
	for _, c := range []struct {
		why   string
		write func(w *Writer)
		want  string
	}{
		{"blanks are levelled, at the ends there are none",
			func(w *Writer) { w.Open(Block{}); w.Write("  a \n b"); w.Write(" "); w.Write(" c\u00A0d ") },
			"0[]\"a b c\\u00a0d\"\n"},
		{"a mark stands before the words and is none of them",
			func(w *Writer) { w.Open(Block{Kind: Item, Mark: "3."}); w.Write("Decides") },
			"2[3.]\"Decides\"\n"},
		{"a note follows its bearer, whose words go on behind the mark",
			func(w *Writer) {
				w.Open(Block{})
				w.Write("the report ")
				w.OpenNote("12")
				w.Write("A/75/265.")
				w.Close()
				w.Write(" of the keepers")
			},
			"0[]\"the report¹² of the keepers\"\n3[12]\"A/75/265.\"\n"},
		{"a paragraph within a paragraph follows it",
			func(w *Writer) {
				w.Open(Block{})
				w.Write("outer")
				w.Open(Block{})
				w.Write("box")
				w.Close()
				w.Write(" more")
				w.Close()
			},
			"0[]\"outer more\"\n0[]\"box\"\n"},
		{"words in italics at the head are the lead",
			func(w *Writer) {
				w.Open(Block{})
				w.Run(Italic)
				w.Write("Recalling")
				w.Run(0)
				w.Write(" its resolution")
			},
			"0[]\"Recalling its resolution\" lead \"Recalling\"\n"},
		{"a paragraph all in bold has no lead",
			func(w *Writer) { w.Open(Block{}); w.Run(Bold); w.Write("Water in the hills") },
			"0[]\"Water in the hills\"\n"},
		{"empty paragraphs leave nothing, a mark alone neither",
			func(w *Writer) {
				w.Open(Block{Mark: "1."})
				w.Close()
				w.Open(Block{})
				w.Write(" ")
				w.Close()
				w.Write("x")
			},
			"0[]\"x\"\n"},
		{"line ends are kept within, one at a time",
			func(w *Writer) {
				w.Open(Block{})
				w.Line()
				w.Write("a ")
				w.Line()
				w.Line()
				w.Write(" b")
				w.Line()
			},
			"0[]\"a\\nb\"\n"},
	} {
		var w Writer
		c.write(&w)
		if got := show(w.Text()); got != c.want {
			t.Errorf("%s:\n%swant\n%s", c.why, got, c.want)
		}
	}
}

func TestLinks(t *testing.T) {
	var w Writer
	w.Write("see ")
	w.Link("https://example.org/A/75/265")
	w.Write("the report")
	w.EndLink()
	w.Write(".")
	text := w.Text()
	if l := text.Links; len(l) != 1 || text.Text[l[0].Span.Start:l[0].Span.End] != "the report" {
		t.Errorf("%+v of %q", l, text.Text)
	}
}

func TestRaised(t *testing.T) {
	if got := Raised("12*"); got != "¹²*" {
		t.Errorf("%q", got)
	}
}
