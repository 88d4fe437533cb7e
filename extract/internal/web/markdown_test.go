package web

import (
	"strings"
	"testing"
)

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"the words of a link are text, the address is not", "# Springs\n\nRecalling [resolution 64/292](https://undocs.org/A/RES/71/1) on **springs**,\n",
			"heading Springs\nplain Recalling resolution 64/292 on springs,\n"},
		{"printed numbers are kept, not counted anew", "# A\n\n3. Decides\n\nwords\n\n7. Asks\n", "heading A\nitem [3.] Decides\nplain words\nitem [7.] Asks\n"},
		{"a note stands behind its paragraph", "# A\n\nrights[^a] are\n\nmore\n\n[^a]: A/75/265.\n", "heading A\nplain rights¹ are\nnote [1] A/75/265.\nplain more\n"},
		{"escapes are the signs", "# A\n\n\\[64/292\\] and 60\\/1\n", "heading A\nplain [64/292] and 60/1\n"},
		{"indented lines are words", "# A\n\n    Recalling its resolution\n", "heading A\nplain Recalling its resolution\n"},
		{"cells", "|a|b|\n|---|---|\n|c|d|\n", "cell 1/1 a\ncell 1/2 b\ncell 2/1 c\ncell 2/2 d\n"},
		{"pieces of HTML lose their tags", "# A\n\n<div>b <script>c</script></div>\n\nd <br> e\n", "heading A\nplain b\nplain d e\n"},
		{"the verb in italics leads", "# A\n\n*Recalling* the report\n", "heading A\nplain Recalling the report {Recalling}\n"},
	} {
		if !IsMarkdown([]byte(c.in)) {
			t.Errorf("%s: not told as Markdown", c.why)
		}
		got, err := Markdown([]byte(c.in))
		if err != nil || show(got) != c.want {
			t.Errorf("%s: %v\n%swant\n%s", c.why, err, show(got), c.want)
		}
	}
}

// TestIsNoMarkdown holds plain text to be left to the reader of plain text.
func TestIsNoMarkdown(t *testing.T) {
	for _, text := range []string{"# 5 of the list", "[see A/75/1] (page 3)", "* * *", "1. Decides", "_____\n[^", "| a | b |", "resolution 64/292 [A/RES/64/292](Annex)"} {
		if IsMarkdown([]byte(text)) {
			t.Errorf("%q is told as Markdown", text)
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add([]byte("# A\n\n1. b[^1]\n\n[^1]: c\n\n|a|\n|---|\n|b|\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := Markdown(data)
		if err != nil {
			return
		}
		for _, b := range got.Blocks {
			if b.Pieces[0].Start < 0 || b.Pieces[0].End > len(got.Text) || b.Pieces[0].Start >= b.Pieces[0].End {
				t.Fatalf("span %v in %d bytes", b.Pieces[0], len(got.Text))
			}
		}
	})
}

// TestTamed keeps the marks of real texts, and takes those from which a text of nothing
// else would be read over and over.
func TestTamed(t *testing.T) {
	for _, tc := range []struct{ why, src, want string }{
		{"a list in a quotation", "> 1. - x\n", "> 1. - x\n"},
		{"a link", "[x](http://a/(b)) y", "[x](http://a/(b)) y"},
		{"items in items without end", strings.Repeat("1) ", 20) + "y\n", strings.Repeat("1) ", 16) + strings.Repeat("1x ", 4) + "y\n"},
		{"quotations without end", strings.Repeat(">", 20) + "\n- y\n", strings.Repeat(">", 16) + strings.Repeat("x", 4) + "\n- y\n"},
		{"an address that does not end", "[x](y\n[z](w)", "[x]xy\n[z](w)"},
		{"emphasis", "*a* __b__ ~~c~~ **d e** f*g*h 2 * 3\n", "*a* __b__ ~~c~~ **d e** f*g*h 2 * 3\n"},
		{"emphasis over lines", "*a\nb* c*\n\nd*\n", "*a\nb* cx\n\ndx\n"},
		{"more ends than a paragraph has", strings.Repeat("a*b ", 1002), strings.Repeat("a*b ", 1000) + strings.Repeat("axb ", 2)},
		{"addresses within addresses", strings.Repeat("[x](", 9) + ")", strings.Repeat("[x]x", 8) + "[x]()"},
	} {
		if got := string(tamed([]byte(tc.src))); got != tc.want {
			t.Errorf("%s: %q, want %q", tc.why, got, tc.want)
		}
	}
}

// TestMarkdownMarks reads texts of one mark over and over, whose words are all there; a
// reader that takes a mark for each of the others does not come to an end.
func TestMarkdownMarks(t *testing.T) {
	for _, unit := range []string{"1) ", "> ", "+ ", "> 1. > ", "[x](", "- > ", "[x][", "![", "*_", "a* ", "<* * *\n", "a**a a* ", "_a b* ", "` ", "<a "} {
		src := "# Title\n\n" + strings.Repeat(unit, (1<<20)/len(unit)) + "word\n"
		got, err := Markdown([]byte(src))
		if err != nil || !strings.Contains(got.Text, "word") && unit != "<a " {
			t.Errorf("%q: %v, and the word is lost", unit, err)
		}
	}
}
