package charset

import (
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// isUTF8 is utf8.Valid, quicker on letters of two and three bytes: eight bytes of
// ASCII are one step, so are two characters of three bytes, and any other byte is one
// look into a table and one shift.
func isUTF8(data []byte) bool {
	const (
		highs           = 0x8080808080808080
		wideMask, wides = 0xC0C0F0C0C0F0, 0x8080E08080E0 // two characters of three bytes
	)
	state := uint64(whole)
	for len(data) >= 8 {
		v := binary.LittleEndian.Uint64(data)
		if state == whole {
			if v&highs == 0 {
				data = data[8:]
				continue
			}
			if v&wideMask == wides && plainLead(byte(v)) && plainLead(byte(v>>24)) {
				data = data[6:]
				continue
			}
		}
		state = utf8States[byte(v)] >> (state & 63)
		state = utf8States[byte(v>>8)] >> (state & 63)
		state = utf8States[byte(v>>16)] >> (state & 63)
		state = utf8States[byte(v>>24)] >> (state & 63)
		state = utf8States[byte(v>>32)] >> (state & 63)
		state = utf8States[byte(v>>40)] >> (state & 63)
		state = utf8States[byte(v>>48)] >> (state & 63)
		state = utf8States[byte(v>>56)] >> (state & 63) & 63
		if state == wrong {
			return false
		}
		data = data[8:]
	}
	for _, b := range data {
		state = utf8States[b] >> (state & 63) & 63
	}
	return state == whole
}

// plainLead reports whether any two bytes may follow the first of three bytes: after
// E0 and ED some may not.
func plainLead(lead byte) bool { return lead != 0xE0 && lead != 0xED }

// The states between the bytes of UTF-8, as table 3-7 of the Unicode Standard has
// them: how far the row of the next byte is to be shifted.
const (
	wrong = 6 * iota // for good
	whole            // no character is open
	one              // one more byte of any kind
	two
	three
	afterE0 // two more, of which the first is not to be so small that fewer bytes would do
	afterED // two more, of which the first is not to make a surrogate
	afterF0 // three more, as after E0
	afterF4 // three more, of which the first is not to go beyond U+10FFFF
)

// utf8States has for each byte a row of states of six bits: at each state the one
// that the byte leads to. (Such automata are described by Per Vognsen, "Shift-based
// DFAs", 2021.)
var utf8States = func() (rows [256]uint64) {
	for _, r := range []struct {
		first, last byte
		from, to    int
	}{
		{0x00, 0x7F, whole, whole},
		{0xC2, 0xDF, whole, one},
		{0xE0, 0xE0, whole, afterE0},
		{0xE1, 0xEC, whole, two},
		{0xED, 0xED, whole, afterED},
		{0xEE, 0xEF, whole, two},
		{0xF0, 0xF0, whole, afterF0},
		{0xF1, 0xF3, whole, three},
		{0xF4, 0xF4, whole, afterF4},
		{0x80, 0xBF, one, whole},
		{0x80, 0xBF, two, one},
		{0x80, 0xBF, three, two},
		{0xA0, 0xBF, afterE0, one},
		{0x80, 0x9F, afterED, one},
		{0x90, 0xBF, afterF0, two},
		{0x80, 0x8F, afterF4, two},
	} {
		for b := int(r.first); b <= int(r.last); b++ {
			rows[b] |= uint64(r.to) << r.from
		}
	}
	return rows
}()

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
	if isUTF8(data) {
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
