package markup

import (
	"strings"
	"testing"
)

// print writes the tokens of src in short: <a> </a> and the words.
func print(src string) (string, int) {
	var b strings.Builder
	s := NewScanner(src)
	for {
		switch t := s.Next(); t.Kind {
		case End:
			return b.String(), s.Damage
		case Open:
			b.WriteString("<" + t.Name + ">")
		case Close:
			b.WriteString("</" + t.Name + ">")
		case Words:
			b.WriteString(t.Text)
		}
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct {
		why, in, want string
		damage        int
	}{
		{"prefixes are left out", `<w:p><w:t>a</w:t></w:p>`, "<p><t>a</t></p>", 0},
		{"an empty element opens and closes", `<a><b c="1"/>x</a>`, "<a><b></b>x</a>", 0},
		{"entities of XML, HTML and by number", `<a>&lt;&eacute;&#xE9;&#233;&amp;lt;</a>`, "<a><éé\u00e9&lt;</a>", 0},
		{"a bare ampersand is text", `<a>Rock & Roll, R&D; &copyright 2</a>`, "<a>Rock & Roll, R&D; &copyright 2</a>", 0},
		{"an entity that is declared is not expanded", `<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>`, "<a>&x;</a>", 0},
		{"a harmless document type passes", `<?xml version="1.0"?><!DOCTYPE a SYSTEM "a.dtd"><a>b</a>`, "<a>b</a>", 0},
		{"comments are passed over, CDATA is text", `<a><!-- <b> --><![CDATA[<b> &amp;]]></a>`, "<a><b> &amp;</a>", 0},
		{"a bracket within an attribute ends no tag", `<a b="x>y">z</a>`, "<a>z</a>", 0},
		{"a file that is cut off ends where it ends", `<a><b>text`, "<a><b>text</b></a>", 1},
		{"one that is cut off within a tag too", `<a>text<b c="`, "<a>text</a>", 2},
		{"an end that closes nothing", `<a>x</b>y</a>`, "<a>x" + "y</a>", 1},
		{"what is left open is closed with what holds it", `<a><b>x</a>y`, "<a><b>x</b></a>y", 1},
		{"less than is a sign", `<a>1 < 2</a>`, "<a>1 < 2</a>", 1},
		{"control characters are text", "<a>x\x01y</a>", "<a>x\x01y</a>", 0},
		{"a document type without end takes the rest", `<!DOCTYPE a [ <a>`, "", 1},
	} {
		if got, damage := print(c.in); got != c.want || damage != c.damage {
			t.Errorf("%s: %q, damage %d", c.why, got, damage)
		}
	}
}

func TestAttributes(t *testing.T) {
	s := NewScanner(`<a x:b = "1 &amp; 2" c='"' d e="5">`)
	tok := s.Next()
	for name, want := range map[string]string{"b": "1 & 2", "c": `"`, "e": "", "none": ""} {
		if got := tok.Attr(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestDeep holds nesting to its bound: what lies deeper keeps its words.
func TestDeep(t *testing.T) {
	const n = 100000
	got, _ := print(strings.Repeat("<a>", n) + "x" + strings.Repeat("</a>", n) + "y")
	if strings.Count(got, "<a>") != MaxDepth || !strings.Contains(got, "x") || !strings.HasSuffix(got, "y") {
		t.Errorf("%d opened", strings.Count(got, "<a>"))
	}
}

func TestSkip(t *testing.T) {
	s := NewScanner(`<a><b><c>x</c></b><d/></a>`)
	s.Next()
	s.Next()
	s.Skip()
	if next := s.Next(); next.Name != "d" {
		t.Errorf("after the skipped element stands %q", next.Name)
	}
}

func BenchmarkScanner(b *testing.B) {
	src := "<body>" + strings.Repeat(`<w:p w:rsidR="00A1" w:id="12"><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">The keepers of the huts &amp; the pupils </w:t></w:r></w:p>`, 2000) + "</body>"
	b.SetBytes(int64(len(src)))
	for range b.N {
		s := NewScanner(src)
		for s.Next().Kind != End {
		}
	}
}

// FuzzScanner holds the scanner to its promise: it comes to an end, and every
// element that opens closes, in right nesting.
func FuzzScanner(f *testing.F) {
	f.Add(`<a b="c"><d/>x &amp; y</a>`)
	f.Add(`<!DOCTYPE a [<!ENTITY x "y">]><a>&x;`)
	f.Add(`<a><b></a></b>`)
	f.Fuzz(func(t *testing.T, src string) {
		var open []string
		s := NewScanner(src)
		for {
			tok := s.Next()
			tok.Attr("b")
			switch tok.Kind {
			case End:
				if len(open) > 0 {
					t.Fatalf("left open: %v", open)
				}
				return
			case Open:
				open = append(open, tok.Name)
			case Close:
				if len(open) == 0 || open[len(open)-1] != tok.Name {
					t.Fatalf("%q closes %v", tok.Name, open)
				}
				open = open[:len(open)-1]
			}
		}
	})
}
