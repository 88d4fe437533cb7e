package charset

import (
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// isUTF8 is utf8.Valid, quicker on letters of two bytes and on Chinese.
func isUTF8(data []byte) bool {
	const highs, pairs = 0x8080808080808080, 0x0001000100010001
	for i := 0; i < len(data); {
		if i+8 <= len(data) && binary.LittleEndian.Uint64(data[i:])&highs == 0 {
			i += 8
			continue
		}
		switch b := data[i]; {
		case b < utf8.RuneSelf:
			i++
		case b >= 0xD0 && i+8 <= len(data) && binary.LittleEndian.Uint64(data[i:])&(0xC0F0*pairs) == 0x80D0*pairs:
			i += 8 // four letters of Cyrillic, Arabic and the like
		case b >= 0xC2 && b <= 0xDF && i+1 < len(data) && inside(data[i+1]):
			i += 2
		case b >= 0xE1 && b <= 0xEC && i+2 < len(data) && inside(data[i+1]) && inside(data[i+2]):
			i += 3
		default:
			r, size := utf8.DecodeRune(data[i:])
			if r == utf8.RuneError && size == 1 {
				return false
			}
			i += size
		}
	}
	return true
}

// inside reports whether the byte may stand inside a character.
func inside(b byte) bool { return b&0xC0 == 0x80 }

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
