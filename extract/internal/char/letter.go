package char

import (
	"encoding/binary"
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// Letter returns the length in bytes of the letter at text[i] in a script
// that separates its words by blanks, and 0 for anything else.
func Letter(text []byte, i int) int {
	if i >= len(text) {
		return 0
	}
	b := text[i]
	switch {
	case b < 0x80:
		if b|0x20 >= 'a' && b|0x20 <= 'z' {
			return 1
		}
		return 0
	case b >= 0xC3 && b <= 0xD4:
		if b == 0xC3 && i+1 < len(text) && (text[i+1] == 0x97 || text[i+1] == 0xB7) {
			return 0 // the signs for times and divided by
		}
		return 2
	case b >= 0xD8 && b <= 0xDB:
		if b == 0xD8 && i+1 < len(text) && (text[i+1] <= 0x9F) {
			return 0 // Arabic comma, semicolon, question mark
		}
		return 2
	}
	return 0
}

// LetterBefore reports whether a letter in the sense of Letter ends right
// before i.
func LetterBefore(text []byte, i int) bool {
	if i == 0 {
		return false
	}
	b := text[i-1]
	if b < 0x80 {
		return b|0x20 >= 'a' && b|0x20 <= 'z'
	}
	return i >= 2 && Letter(text, i-2) == 2
}

// Han reports whether r is a Chinese character.
func Han(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x80 && unicode.Is(unicode.Han, r)
}

// HanBefore returns the length of the Chinese character that ends right before i, 0 where none does.
func HanBefore(text []byte, i int) int {
	if i >= 3 && text[i-3] >= 0xE5 && text[i-3] <= 0xE9 {
		return 3
	}
	r, size := utf8.DecodeLastRune(text[:i])
	if !Han(r) {
		return 0
	}
	return size
}

// pairsEnd returns the end of the letters at i that are Cyrillic, which begin with the bytes
// D0 and D1, or Arabic, with D8 and D9. It looks at four at once.
func pairsEnd(text []byte, i int) int {
	const leads, seconds = 0x00FE00FE00FE00FE, 0x0020002000200020
	script, marks := 0x0001000100010001*uint64(text[i]&0xFE), uint64(0)
	if text[i] >= 0xD8 {
		marks = seconds // D8 begins signs too, whose second byte is 9F at most
	}
	for ; i+8 <= len(text); i += 8 {
		v := binary.LittleEndian.Uint64(text[i:])
		if other := v&leads ^ script | ^v<<5&(^v>>8)&marks; other != 0 {
			return i + bits.TrailingZeros64(other)/16*2
		}
	}
	for i < len(text) && uint64(text[i]&0xFE) == script&0xFE {
		n := Letter(text, i)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}
