package render

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		about string
		text  string
		width float64 // at a font size of 10
		lines int
		want  []string
	}{
		{"a short label stays on its line", "A/RES/60/288", 150, 2, []string{"A/RES/60/288"}},
		{"words go on the next line, in lines of about one length", "Charter of the United Nations", 120, 2, []string{"Charter of the", "United Nations"}},
		{"ideographs break anywhere", "联合国全球反恐战略", 60, 2, []string{"联合国全球", "反恐战略"}},
		{"but no line begins with a closing mark", "恐怖主义，恐怖", 40, 2, []string{"恐怖主", "义，恐怖"}},
		{"what is too long ends in an ellipsis", "one two three four five six", 50, 2, []string{"one two", "three f…"}},
		{"a word that is too wide is cut where the line ends", "mmmmmmmm", 45, 2, []string{"mmmm", "mmmm"}},
		{"line ends and tabs are blanks", "two\n\tlines", 100, 2, []string{"two lines"}},
		{"an empty label has no line", "", 100, 2, nil},
	} {
		if got := wrap(c.text, c.width, 10, false, c.lines); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.about, got, c.want)
		}
	}
}

func TestTextWidth(t *testing.T) {
	for _, c := range []struct {
		about string
		text  string
		want  float64
	}{
		{"ideographs are one em wide", "联合国", 30},
		{"digits of one width", "111", 19.5},
		{"marks on a letter have no width", "e\u0301", 6.5},
		{"Arabic vowel signs neither", "مَ", 6.5},
		{"nor have marks of direction", "\u200fA", 7},
	} {
		if got := textWidth(c.text, 10, false); got != c.want {
			t.Errorf("%s: %q is %v wide, want %v", c.about, c.text, got, c.want)
		}
	}
}

func TestRightToLeft(t *testing.T) {
	for text, want := range map[string]bool{"مجلس الأمن": true, "60/288 قرار": true, "A/RES/60/288 قرار": false, "宪章": false, "12": false, "": false} {
		if got := rightToLeft(text); got != want {
			t.Errorf("rightToLeft(%q) = %v", text, got)
		}
	}
}

// FuzzLabels: whatever a label holds, it is one token of DOT and the text it
// was (but for what neither format can hold) in XML, and fits its lines.
func FuzzLabels(f *testing.F) {
	for _, s := range append(slices.Clone(sixScripts), `a"b`, `a\`, `\"`, "a\nb", "&amp;", "<b>", "\x00", "\xff\xfe", "\u202e\u2066", `\N`, "") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, quoted := range []string{quoteID(s), quoteText(s), quoteLines(wrap(s, 80, 11, false, 3))} {
			if !oneToken(quoted) {
				t.Errorf("%q is not one quoted name of DOT", quoted)
			}
		}
		if got, want := decodeXML(t, escape(s)), decodable(s); got != want {
			t.Errorf("%q became %q in XML, want %q", s, got, want)
		}
		for _, line := range wrap(s, 80, 11, true, 2) {
			if w := textWidth(line, 11, true); w > 80 && utf8.RuneCountInString(line) > 2 {
				t.Errorf("the line %q is %v wide", line, w)
			}
		}
	})
}

// oneToken tells whether Graphviz reads s as one quoted name of valid UTF-8
// in which every backslash belongs to an escape that shows a character.
func oneToken(s string) bool {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' || !utf8.ValidString(s) || strings.ContainsAny(s, "\x00\n") {
		return false
	}
	for i := 1; i < len(s)-1; i++ {
		if s[i] == '"' {
			return false
		}
		if s[i] == '\\' {
			if i++; i == len(s)-1 || !strings.ContainsRune(`\"n`, rune(s[i])) {
				return false
			}
		}
	}
	return true
}

func decodeXML(t *testing.T, s string) string {
	d := xml.NewDecoder(strings.NewReader("<a>" + s + "</a>"))
	var out strings.Builder
	for {
		token, err := d.Token()
		if err == io.EOF {
			return out.String()
		}
		if err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if text, ok := token.(xml.CharData); ok {
			out.Write(text)
		}
	}
}

// decodable is s with what XML 1.0 (section 2.2) does not allow replaced.
func decodable(s string) string {
	var out bytes.Buffer
	for _, r := range s {
		if r < ' ' && !strings.ContainsRune("\t\n\r", r) || r == 0xFFFE || r == 0xFFFF {
			r = utf8.RuneError
		}
		out.WriteRune(r)
	}
	return out.String()
}

// TestIsPlainIsWhatPlainKeeps holds the quick look against what plain does, one
// character after another: on every odd character at every place of eight bytes.
func TestIsPlainIsWhatPlainKeeps(t *testing.T) {
	odd := []string{"", " ", "  ", "\t", "\n", "\x7F", "\x00", "é", "я", "ع", "会", "，", "\u00A0", "\u0085", "\u202E", "\uFFFD", "\u3000", "\xFF", "\xC3", "\xE4\xB8", "\U0001F600", "~", "!"}
	for _, c := range odd {
		for at := range 19 {
			for _, before := range []string{"abcdefghijklmnopqrs", "ab de gh jk mn pq s", "会会会会会会s"} {
				at := min(at, len(before))
				s := before[:at] + c + before[at:]
				if got, want := isPlain(s), plainByRunes(s) == s; got != want && c != "\uFFFD" { // which is looked at twice
					t.Errorf("%q: %v, want %v", s, got, want)
				}
			}
		}
	}
}
