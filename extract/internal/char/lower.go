package char

import (
	"unicode"
	"unicode/utf8"
)

// Lower returns s in small letters, as strings.ToLower does, and quicker where all
// are small already or the script is Latin, Cyrillic or Arabic.
func Lower(s string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && (s[i] < 'A' || s[i] > 'Z') {
		i++
	}
	for at, r := range s[i:] {
		if LowerRune(r) != r {
			return lowerFrom(s, i+at)
		}
	}
	return s
}

// lowerFrom returns s in small letters, whose first capital stands at i.
func lowerFrom(s string, i int) string {
	var room [160]byte // of most lines
	low := append(room[:0], s[:i]...)
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			low = append(low, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		low = utf8.AppendRune(low, LowerRune(r))
		i += size
	}
	return string(low)
}

// IsLetter is unicode.IsLetter, which looks through a table for every letter that is
// none of Latin 1.
func IsLetter(r rune) bool {
	switch {
	case r >= 0x410 && r < 0x450, r >= 0x620 && r < 0x64B, r >= 0x4E00 && r < 0x9FA6:
		return true // Cyrillic, Arabic, Chinese
	}
	return unicode.IsLetter(r)
}

// LowerRune is unicode.ToLower, which looks through a table for every letter that
// is none of ASCII.
func LowerRune(r rune) rune {
	switch {
	case r < 0x80:
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	case r >= 0x410 && r < 0x430:
		return r + 0x20
	case r >= 0x430 && r < 0x460, r >= 0x600 && r < 0x700, r >= 0x3000 && r < 0xA000:
		return r // Cyrillic, Arabic, Chinese
	}
	return unicode.ToLower(r)
}
