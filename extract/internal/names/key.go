package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/char"
)

// unified reports whether r is one of the Chinese characters that nearly all texts
// keep to, the first block of them.
func unified(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

// Key is a name in a form that is the same however it is printed: small
// letters, without quotation marks, punctuation and more than one blank
// between words, and without any between Chinese characters.
func Key(name string) string {
	var k key
	k.Grow(len(name))
	for i := 0; i < len(name); {
		if c := name[i]; c < utf8.RuneSelf {
			k.ascii(c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(name[i:])
		k.add(r)
		i += size
	}
	return k.String()
}

// key is a key as it is written.
type key struct {
	strings.Builder
	blank bool // a blank is due before the next letter
	wide  bool // the last letter is a Chinese character
}

// ascii adds a character of ASCII, as nearly all are of half the languages.
func (k *key) ascii(c byte) {
	switch {
	case c >= 'A' && c <= 'Z':
		c += 'a' - 'A'
	case c >= 'a' && c <= 'z', char.IsDigit(c):
	default:
		k.blank = k.blank || c != '\''
		return
	}
	if k.blank && k.Len() > 0 {
		k.WriteByte(' ')
	}
	k.WriteByte(c)
	k.blank, k.wide = false, false
}

// add adds any other character.
func (k *key) add(r rune) {
	switch plain := unified(r); {
	case plain || char.IsLetter(r) || unicode.IsDigit(r):
		han := plain || char.Han(r)
		if k.blank && k.Len() > 0 && !(han && k.wide) {
			k.WriteByte(' ')
		}
		k.WriteRune(char.LowerRune(r))
		k.blank, k.wide = false, han
	case unicode.Is(unicode.Mn, r) || r == '’': // "plan d’action", typed in either way
	default:
		k.blank = true
	}
}
