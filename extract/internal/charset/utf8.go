package charset

import (
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// ones and highs are the lowest and the highest bits of eight bytes.
const ones, highs = 0x0101010101010101, 0x8080808080808080

// eight returns the first eight bytes as one number, the first of them lowest.
func eight(data []byte) uint64 { return binary.LittleEndian.Uint64(data) }

// mostlyUTF8 reports whether data is UTF-8 in which some bytes are spoilt:
// its characters of several bytes outnumber the bytes that are in none. Such
// characters hardly ever come about by chance in other encodings.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good > bad
}

// mendUTF8 decodes UTF-8 and replaces the bytes that are none: among Latin
// letters by the character of Windows-1252, from which such bytes were most
// likely pasted, elsewhere by U+FFFD.
func mendUTF8(data []byte) Text {
	t := Text{Encoding: UTF8}
	if utf8.Valid(data) {
		t.Text = string(data)
		return t
	}
	var b strings.Builder
	b.Grow(len(data) + len(data)/16)
	last := 'a' // the last letter
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r != utf8.RuneError || n != 1 {
			b.Write(data[i : i+n])
			if unicode.IsLetter(r) {
				last = r
			}
			i += n
			continue
		}
		t.Replaced++
		c := utf8.RuneError
		if last <= lastLatin {
			c = charmap.Windows1252.DecodeByte(data[i])
		}
		b.WriteRune(c)
		i++
	}
	t.Text = b.String()
	return t
}

// mendControls puts in the place of the control characters U+0080 to U+009F, which no text
// has, what Windows-1252 has at their number, as browsers do: they are its quotation marks,
// dashes and letters, taken for ISO-8859-1 on the way. U+0085 ends lines where nothing else
// does.
func mendControls(t Text) Text {
	at := nextControl(t.Text, 0)
	if at < 0 {
		return t
	}
	const nextLine = '\u0085'
	lines := strings.IndexByte(t.Text, '\n') >= 0 || strings.IndexByte(t.Text, '\r') >= 0
	var b strings.Builder
	b.Grow(len(t.Text))
	from := 0
	for ; at >= 0; at = nextControl(t.Text, from) {
		b.WriteString(t.Text[from:at])
		from = at + len("\u0080")
		switch r := rune(t.Text[at+1]); {
		case r == nextLine && !lines:
			b.WriteByte('\n')
		default:
			b.WriteRune(charmap.Windows1252.DecodeByte(byte(r)))
			t.Replaced++
		}
	}
	b.WriteString(t.Text[from:])
	t.Text = b.String()
	return t
}

// nextControl is where the next character from U+0080 to U+009F begins; -1 where there is none.
func nextControl(s string, from int) int {
	const lead = 0xC2
	for i := from; ; i++ {
		n := strings.IndexByte(s[i:], lead)
		if n < 0 || i+n+1 >= len(s) {
			return -1
		}
		if i += n; s[i+1] < 0xA0 {
			return i
		}
	}
}
