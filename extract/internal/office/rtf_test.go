package office

import (
	"strings"
	"testing"
)

func TestRTF(t *testing.T) {
	const head = `{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}{\f2\fcharset134 SimSun;}}{\info{\title No text}}`
	for _, c := range []struct{ why, in, want string }{
		{"escapes are characters of the document's encoding", `L\'92Assembl\'e9e g\'e9n\'e9rale`, "plain L’Assemblée générale\n"},
		{"the encoding is that of the font", `\f1 \'f0\'e5\'e7\'ee\'eb\'fe\'f6\'e8\'ff \f2\'b4\'f3\'bb\'e1`, "plain резолюция 大会\n"},
		{"of a number of Unicode the stand-in is passed over", `r\u233\'e9solution \uc0\u8220 x`, "plain résolution “x\n"},
		{"a negative number, a pair", `\uc1\u-10179?\u-8704?`, "plain 😀\n"},
		{"a note, as Word and as LibreOffice write it", `rapport{\super\chftn}{\footnote\pard {\super\chftn} A/75/265.} et{\super\chftn}{\*\footnote\chftn A/75/266.}\par suite`,
			"plain rapport¹ et²\nnote [1] A/75/265.\nnote [2] A/75/266.\nplain suite\n"},
		{"the printed number of a list is the mark", `{\listtext\pard 3.\tab}Decides\par{\pntext (a)\tab}to go\par`, "item [3.] Decides\nitem [(a)] to go\n"},
		{"hidden and deleted text is none", `a{\v hidden}{\deleted gone} b`, "plain a b\n"},
		{"of a field the result is text", `{\field{\*\fldinst HYPERLINK "A/RES/71/1"}{\fldrslt A/75/1}}.`, "plain A/75/1.\n"},
		{"destinations that are not known and may be ignored", `a{\*\unheardof b}c`, "plain ac\n"},
		{"tables", `\trowd\pard\intbl 64/292\cell Water\cell\row\pard\intbl 70/169\cell\row\pard after\par`, "cell 1/1 64/292\ncell 1/2 Water\ncell 2/1 70/169\nplain after\n"},
		{"the head of the first page is text, that of the others is not", `{\headerf A/75/1\par}{\header no}{\footer no}Title\par`, "plain A/75/1\nplain Title\n"},
		{"line feeds of the file are nothing, a backslash before one ends the paragraph", "reso\nlution\\\nnext", "plain resolution\nplain next\n"},
		{"raised digits", `59/300{\super 9}`, "plain 59/300⁹\n"},
		{"digits that are lifted above the line, and a whole line that is", `59/300{\up6 9}\par{\up2 Report 60/1}`, "plain 59/300⁹\nplain Report 60/1\n"},
		{"verb in italics", `{\i Recalling} the report`, "plain Recalling the report {Recalling}\n"},
	} {
		got, err := RTF([]byte(head + c.in + "}"))
		if err != nil || show(got) != c.want {
			t.Errorf("%s: %v\n%swant\n%s", c.why, err, show(got), c.want)
		}
	}
}

// TestRTFDamage holds damage to cost its spot.
func TestRTFDamage(t *testing.T) {
	for why, in := range map[string]string{
		"cut off": `{\rtf1 words`, "too many ends": `{\rtf1 }}}words`, "a tower of groups": `{\rtf1 ` + strings.Repeat("{", 100000) + `words`,
		"binary data without end": `{\rtf1 words{\pict\bin99999999999 x`, "a wrong escape": `{\rtf1 words\'zz\'`,
	} {
		got, err := RTF([]byte(in))
		if err != nil || !strings.Contains(got.Text, "words") {
			t.Errorf("%s: %v %q", why, err, got.Text)
		}
	}
}

func FuzzRTF(f *testing.F) {
	f.Add([]byte(`{\rtf1\ansi a{\super\chftn}{\footnote b}\par\u233?\'e9}`))
	f.Add([]byte(`{\rtf1 \trowd\intbl a\cell\row{\listtext 1.}b{\*\x y}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := RTF(data)
		if err == nil {
			sound(t, got)
		}
	})
}
