package charset

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// UTF-8 that a program took for Windows-1252 or Windows-1251 and wrote as UTF-8 anew shows
// each of its characters as two to four: "’" as "â€™", "é" as "Ã©", "о" as "Рѕ". A
// text of nothing else was written twice as a whole; in others pieces were pasted in, and of
// these only what no language that is read writes so is mended.

// mendTwice puts the characters that were written twice in the place of what they became.
func mendTwice(t Text) Text {
	if t.Encoding != UTF8 {
		return t
	}
	for _, w := range wrong {
		if w.leads(t.Text) && isTwice(t.Text, w.by) {
			return t.mended(w.by, func(rune) bool { return true })
		}
	}
	if !hasPasted(t.Text) {
		return t
	}
	return t.mended(charmap.Windows1252, isPasted)
}

// wrong are the encodings that UTF-8 was taken for, with the bytes with which those characters
// begin, in UTF-8, that they have for its first bytes.
var wrong = []misreading{{charmap.Windows1252, []string{"\xC3"}}, {charmap.Windows1251, []string{"\xD0", "\xD1"}}}

type misreading struct {
	by    *charmap.Charmap
	first []string
}

// leads is a quick no: few of those characters stand where a text is looked at.
func (w misreading) leads(s string) bool {
	n := 0
	for _, c := range w.first {
		n += strings.Count(s[:min(len(s), headBytes)], c)
	}
	return n >= leastTwice
}

// leastTwice are the characters that must be written twice for a text to be.
const leastTwice = 3

// isTwice reports whether nearly all characters that are not ASCII, of those with which a
// text begins, are pieces of characters that were written twice.
func isTwice(s string, by *charmap.Charmap) bool {
	const most, nearly = 200, 10 // characters; one of so many may be none
	good, bad := 0, 0
	for i := nextHigh(s, 0); i < len(s) && good+bad < most && i < headBytes; i = nextHigh(s, i) {
		if _, size := writtenTwice(s[i:], by); size > 0 {
			good++
			i += size
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if bad++; bad*nearly > most {
			return false
		}
	}
	return good >= leastTwice && bad*nearly <= good
}

// nextHigh is where the next character begins that is not ASCII; the length of s where
// there is none.
func nextHigh(s string, from int) int {
	for ; from+8 <= len(s); from += 8 {
		if high := eight([]byte(s[from:from+8])) & highs; high != 0 {
			return from + bits.TrailingZeros64(high)/8
		}
	}
	for from < len(s) && s[from] < utf8.RuneSelf {
		from++
	}
	return from
}

// hasPasted reports whether the first of the characters stands anywhere with which those
// begin that isPasted accepts.
func hasPasted(s string) bool {
	for {
		i := strings.IndexByte(s, pasted[0][0])
		if i < 0 {
			return false
		}
		s = s[i:]
		if len(s) > 1 && pastedSecond[s[1]] && slices.ContainsFunc(pasted, func(first string) bool { return strings.HasPrefix(s, first) }) {
			return true
		}
		s = s[1:]
	}
}

// pasted are these first characters, in UTF-8 all with one first byte, which few texts have.
var pasted = []string{"Ã", "Â", "â€", "â\u0080", "â„"}

// pastedSecond are their second bytes: accented letters of French and Spanish have the first too.
var pastedSecond = func() (seconds [256]bool) {
	for _, first := range pasted {
		seconds[first[1]] = true
	}
	return seconds
}()

// isPasted reports whether a character is one of those whose pieces no language that is read
// writes beside each other: a Latin letter or sign, a quotation mark, a dash, "№".
func isPasted(r rune) bool { return r >= 0xA0 && r <= 0xFF || r >= 0x2010 && r <= 0x214F }

// mended replaces what was written twice and is accepted; each counts.
func (t Text) mended(by *charmap.Charmap, accepted func(rune) bool) Text {
	var b strings.Builder
	b.Grow(len(t.Text))
	from := 0
	for i := nextHigh(t.Text, 0); i < len(t.Text); i = nextHigh(t.Text, i) {
		if r, size := writtenTwice(t.Text[i:], by); size > 0 && accepted(r) {
			b.WriteString(t.Text[from:i])
			b.WriteRune(r)
			t.Replaced++
			i += size
			from = i
			continue
		}
		_, size := utf8.DecodeRuneInString(t.Text[i:])
		i += size
	}
	if from == 0 {
		return t
	}
	b.WriteString(t.Text[from:])
	t.Text = b.String()
	return t
}

// closing is the quotation mark that closes.
const closing = "”"

// writtenTwice returns the character whose bytes, each taken for one of an encoding, are
// those with which s begins, and the size of these; 0 where there is none.
func writtenTwice(s string, by *charmap.Charmap) (char rune, size int) {
	var bytes [utf8.UTFMax]byte
	n := 0
	for i, r := range s {
		c, ok := by.EncodeRune(r)
		switch {
		case ok:
		case r >= 0x80 && r < 0xA0: // taken for ISO-8859-1
			c, ok = byte(r), true
		case r == utf8.RuneError && n == 2 && bytes[0] == closing[0] && bytes[1] == closing[1]:
			c, ok = closing[2], true // which Windows-1252 does not know
		}
		if !ok || c < utf8.RuneSelf {
			return 0, 0
		}
		bytes[n] = c
		n++
		if utf8.FullRune(bytes[:n]) {
			char, whole := utf8.DecodeRune(bytes[:n])
			if whole != n || char == utf8.RuneError {
				return 0, 0
			}
			return char, i + utf8.RuneLen(r)
		}
	}
	return 0, 0
}
