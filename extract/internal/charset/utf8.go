package charset

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// isUTF8 is utf8.Valid, quicker on letters of two bytes and on Chinese: it looks at
// eight bytes at once.
func isUTF8(data []byte) bool {
	const (
		highs   = 0x8080808080808080
		letters = 0x0001000100010001 // in four of two bytes, as of Cyrillic and Arabic
	)
	i := 0
	for i+8 <= len(data) {
		v := binary.LittleEndian.Uint64(data[i:])
		switch {
		case v&highs == 0:
			i += 8
		case v&0x80 == 0:
			i += bits.TrailingZeros64(v&highs) / 8
		case threeBytes(v) && threeBytes(v>>24):
			i += 6
		case threeBytes(v):
			i += 3
		case v&(0xC0F0*letters) == 0x80D0*letters:
			i += 8
		case v&0xC0E0 == 0x80C0 && v&0xFF >= 0xC2:
			i += 2
		default:
			r, n := utf8.DecodeRune(data[i:])
			if r == utf8.RuneError && n == 1 {
				return false
			}
			i += n
		}
	}
	return utf8.Valid(data[i:])
}

// threeBytes reports whether the low bytes are a character of three, which none of
// fewer and no surrogate begins as.
func threeBytes(v uint64) bool {
	const leads = 0b1101_1111_1111_1110 // E1 to EF without ED
	return v&0xC0C0F0 == 0x8080E0 && leads>>(v&0x0F)&1 != 0
}

// mostlyUTF8 reports whether data is UTF-8 in which some bytes are spoilt:
// its characters of several bytes outnumber the bytes that are in none. Such
// characters hardly ever come about by chance in other encodings.
func mostlyUTF8(data []byte) bool {
	const atLeast = 4 // good characters for each bad byte
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
	return good >= atLeast*bad || good > bad && bad*500 < len(data)
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
