package names

import (
	"strings"
	"unicode"

	"uncite/extract/internal/char"
)

// unified reports whether r is one of the Chinese characters that nearly all texts
// keep to, the first block of them.
func unified(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

// Key is a name in a form that is the same however it is printed: small
// letters, without quotation marks, punctuation and more than one blank
// between words, and without any between Chinese characters.
func Key(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	blank, wide := false, false
	for _, r := range name {
		switch plain := unified(r); {
		case plain || char.IsLetter(r) || unicode.IsDigit(r):
			han := plain || unicode.Is(unicode.Han, r)
			if blank && b.Len() > 0 && !(han && wide) {
				b.WriteByte(' ')
			}
			b.WriteRune(char.LowerRune(r))
			blank, wide = false, han
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’': // "plan d’action", typed in either way
		default:
			blank = true
		}
	}
	return b.String()
}
