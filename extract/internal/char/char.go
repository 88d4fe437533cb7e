package char

import (
	"encoding/binary"
	"math/bits"
)

func IsDigit(b byte) bool { return b >= '0' && b <= '9' }

func IsUpper(b byte) bool { return b >= 'A' && b <= 'Z' }

// Integer reads the digits at i; ok is false where there are too many for a
// number of a document.
func Integer(text []byte, i int) (value, end int, ok bool) {
	k := i
	for k < len(text) && IsDigit(text[k]) {
		if k-i < 7 {
			value = value*10 + int(text[k]-'0')
		}
		k++
	}
	return value, k, k-i <= 6 && k > i
}

func SkipBlank(text []byte, i int) int {
	if i < len(text) && text[i] == ' ' {
		i++
	}
	return i
}

// BeginsLetter is true of the bytes that begin a word in a script with blanks
// between words.
var BeginsLetter [256]bool

func init() {
	for b := 0; b < 256; b++ {
		BeginsLetter[b] = b|0x20 >= 'a' && b|0x20 <= 'z' && b < 0x80 || b >= 0xC3 && b <= 0xD4 || b >= 0xD8 && b <= 0xDB
	}
}

// CyrillicLead begins the Cyrillic capitals.
const CyrillicLead = 0xD0

// HasAny reports whether one of the options stands at i. Most are letters of two bytes,
// of which the second tells.
func HasAny(text []byte, i int, options ...string) bool {
	for _, o := range options {
		last := i + len(o) - 1
		if last < len(text) && last >= i && text[last] == o[len(o)-1] && text[i] == o[0] && (len(o) <= 2 || string(text[i:last+1]) == o) {
			return true
		}
	}
	return false
}

// Count is how many characters valid UTF-8 has: bytes that go on in none. It looks at
// eight at once.
func Count(s string) (n int) {
	const ones = 0x0101010101010101
	n = len(s)
	for ; len(s) >= 8; s = s[8:] {
		v := binary.LittleEndian.Uint64([]byte(s[:8]))
		n -= bits.OnesCount64(v >> 7 &^ (v >> 6) & ones)
	}
	for i := range len(s) {
		if s[i]&0xC0 == 0x80 {
			n--
		}
	}
	return n
}

// Back returns the offset of the character so many before i in valid UTF-8, or low, a place before
// it, where there are fewer. It looks at eight bytes at once.
func Back(s string, low, i, characters int) int {
	for i-8 >= low && characters >= 8 {
		i -= 8
		characters -= Count(s[i : i+8])
	}
	for i > low && characters > 0 {
		if i--; s[i]&0xC0 != 0x80 {
			characters--
		}
	}
	return i
}

// CountWide is how many characters of valid UTF-8 begin with the bytes E3 to EF, as all
// do that take two columns. It looks at eight at once: of each byte the bits 7 to 0 are
// brought to the highest, one after the other.
func CountWide(s string) (n int) {
	const highs = 0x8080808080808080
	for ; len(s) >= 8; s = s[8:] {
		v := binary.LittleEndian.Uint64([]byte(s[:8]))
		lead := v & (v << 1) & (v << 2) &^ (v << 3) // 1110
		n += bits.OnesCount64(lead & (v<<4 | v<<5 | v<<6&(v<<7)) & highs)
	}
	for i := range len(s) {
		if s[i] >= 0xE3 && s[i] < 0xF0 {
			n++
		}
	}
	return n
}

// WordEnd returns the end of the word at i, with the digits that a hyphen, a
// full stop or nothing joins to it: COVID-19, CP.21.
func WordEnd(text []byte, i int) int {
	for start := i; i < len(text); {
		b := text[i]
		switch {
		case b-'a' <= 'z'-'a':
			i++ // nearly all letters
		case b < 0x80 && BeginsLetter[b]:
			if i > start && text[i-1] >= 0x80 && IsUpper(b) {
				return i // a symbol written as one with the "and" before it
			}
			i++
		case b|1 == 0xD1 || b|1 == 0xD9:
			end := pairsEnd(text, i)
			if end == i {
				return i
			}
			i = end
		case BeginsLetter[b]:
			n := Letter(text, i)
			if n == 0 {
				return i
			}
			i += n
		case IsDigit(b):
			i++
		case (b == '-' || b == '.') && i+1 < len(text) && IsDigit(text[i+1]):
			i++
		default:
			return i
		}
	}
	return min(i, len(text))
}

// PlainLetter is the length of the letter at i where it is one of those that nearly all texts
// consist of, and of one or two bytes: a letter of ASCII, or one of Cyrillic or Arabic.
func PlainLetter(text []byte, i int) int {
	switch b := text[i]; {
	case b|0x20 >= 'a' && b|0x20 <= 'z':
		return 1
	case i+1 < len(text) && (b|1 == 0xD1 && text[i+1]&0xC0 == 0x80 || b == 0xD8 && text[i+1] > 0x9F && text[i+1] < 0xC0 || b == 0xD9 && text[i+1] > 0x80 && text[i+1] < 0x8B):
		return 2
	}
	return 0
}

func RuneEnd(text []byte, i int) int {
	i++
	for i < len(text) && text[i]&0xC0 == 0x80 {
		i++
	}
	return i
}
