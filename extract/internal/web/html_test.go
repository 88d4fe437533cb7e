package web

import (
	"fmt"
	"strings"
	"testing"

	"uncite/extract/internal/block"
)

// kinds are the names of the kinds of blocks in what show prints.
var kinds = [...]string{"plain", "heading", "item", "note", "cell", "furniture"}

// show prints the blocks of a text, one a line.
func show(t block.Text) string {
	var b strings.Builder
	for _, k := range t.Blocks {
		b.WriteString(kinds[k.Kind])
		if k.Table > 0 {
			fmt.Fprintf(&b, " %d/%d", k.Row, k.Column)
		}
		if k.Mark != "" {
			fmt.Fprintf(&b, " [%s]", k.Mark)
		}
		fmt.Fprintf(&b, " %s", t.Text[k.Pieces[0].Start:k.Pieces[0].End])
		if k.Lead.End > k.Lead.Start {
			fmt.Fprintf(&b, " {%s}", t.Text[k.Lead.Start:k.Lead.End])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestHTML(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"entities are characters, blanks are levelled, no-break ones stay", `<p>r&eacute;solution&nbsp;1540
  &#40;2004&#41;</p>`, "plain résolution\u00a01540 (2004)\n"},
		{"script, style, head and comments are no text", `<head><title>A/RES/77/1</title></head><style>a{}</style><p>a<script>var s="A/RES/71/1"</script><!-- b --></p>`, "plain a\n"},
		{"the address of a link is none, its words are", `<p>see <a href="https://undocs.org/S/2021/98" title="x">the letter</a>.</p>`, "plain see the letter.\n"},
		{"navigation, banners, feet and what is hidden are left out",
			`<nav>a</nav><div role="banner">b</div><footer>c</footer><div hidden>d</div><p style="display: none">e</p><p>text</p>`, "plain text\n"},
		{"a raised letter behind a word marks a note of a table", `<p>Tides Committee<sup>c</sup>, XVIII<sup>e</sup>, no<sup>o</sup>, 2<sup>d</sup></p>`, "plain Tides Committeeᶜ, XVIIIe, noo, 2d\n"},
		{"raised digits are marks", `<p>59/300<sup>9</sup> and the 1<sup>st</sup></p>`, "plain 59/300⁹ and the 1st\n"},
		{"headings have levels, lists their numbers", `<h2>Water</h2><ol start="3"><li>a</li><li>b<ol type="a"><li>c</li></ol></li></ol><ul><li>d</li></ul>`,
			"heading Water\nitem [3.] a\nitem [4.] b\nitem [(a)] c\nitem [•] d\n"},
		{"cells stand in rows and columns", `<table><tr><td>64/292</td><td>Water</td></tr><tr><td colspan="2">Both</td></tr></table>after`,
			"cell 1/1 64/292\ncell 1/2 Water\ncell 2/1 Both\nplain after\n"},
		{"a table of one column is layout", `<table><tr><td><p>a</p><p>b</p></td></tr></table>`, "plain a\nplain b\n"},
		{"a line end is one, two are a paragraph", `a<br>b<br><br>c`, "plain a\nb\nplain c\n"},
		{"preformatted lines are kept", "<pre>a\nb\n\nc</pre>", "plain a\nb\nplain c\n"},
		{"a note stands behind its paragraph, as Word saves it",
			`<p>rights<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> are</p><p>more</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> A/75/265.</p></div>`,
			"plain rights¹ are\nnote [1] A/75/265.\nplain more\n"},
		{"and as LibreOffice and Pandoc do",
			`<p>a<a class="sdfootnoteanc" href="#s1sym"><sup>1</sup></a> b<a href="#fn2" id="r2"><sup>2</sup></a></p><div id="s1"><p><a name="s1sym" href="#s1anc">1</a>A/75/265.</p></div><ol><li id="fn2"><p>A/75/266. <a href="#r2">back</a></p></li></ol>`,
			"plain a¹ b²\nnote [1] A/75/265.\nnote [2] A/75/266.\n"},
		{"a number that leads elsewhere is no note", `<p>page <a href="#p2">2</a></p><h1 id="p2">Second</h1>`, "plain page 2\nheading Second\n"},
		{"the verb in italics leads", `<p><em>Recalling</em> the report</p>`, "plain Recalling the report {Recalling}\n"},
		{"what is struck out as deleted is none", `<p>a<del>b</del><ins>c</ins></p>`, "plain ac\n"},
		{"columns of links beside the main part are left out, a masthead is not",
			`<div><div>A/75/1</div><div><a href="/x">Other</a> pages</div><div><p>` + strings.Repeat("The keepers of the huts. ", 20) + `</p><p>End.</p></div></div>`,
			"plain A/75/1\nplain " + strings.TrimSpace(strings.Repeat("The keepers of the huts. ", 20)) + "\nplain End.\n"},
		{"main is believed where it holds most", `<div>aside of some words</div><main><p>` + strings.Repeat("word ", 50) + `</p></main>`, "plain aside of some words\nplain " + strings.TrimSpace(strings.Repeat("word ", 50)) + "\n"},
	} {
		got, err := HTML([]byte("<html>" + c.in))
		if err != nil || show(got) != c.want {
			t.Errorf("%s: %v\n%swant\n%s", c.why, err, show(got), c.want)
		}
	}
}

// TestDeclared holds the encoding that a page states to be the one it is read in.
func TestDeclared(t *testing.T) {
	got, err := HTML([]byte("<html><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\"><p>\xF0\xE5\xE7\xEE\xEB\xFE\xF6\xE8\xFF</p>"))
	if err != nil || got.Text != "резолюция" || got.Encoding != "windows-1251" {
		t.Errorf("%v %q in %s", err, got.Text, got.Encoding)
	}
}

// TestDeepHTML holds a tower of elements to be read, if without its structure.
func TestDeepHTML(t *testing.T) {
	got, err := HTML([]byte("<html>" + strings.Repeat("<div>", 100000) + "words"))
	if err != nil || !strings.Contains(got.Text, "words") {
		t.Errorf("%v %q", err, got.Text)
	}
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte(`<p>a<a href="#x">1</a><div id="x"><p>1 b</p></div>`))
	f.Add([]byte(`<table><tr><td>a<ol><li>b</table><pre>c`))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := HTML(data)
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

func BenchmarkHTML(b *testing.B) {
	src := []byte("<html><body>" + strings.Repeat(`<p>The <em>keepers</em> of the huts recalled General Assembly <a href="https://undocs.org/A/RES/64/292">resolution 64/292</a> on the way up to the pass, where the pupils met them with bread and songs.</p>`+"\n", 2000))
	b.SetBytes(int64(len(src)))
	for range b.N {
		if _, err := HTML(src); err != nil {
			b.Fatal(err)
		}
	}
}
