package names

import (
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
	var held [mostKey]byte
	k := key{text: held[:0]}
	for i := 0; i < len(name); {
		c := name[i]
		if c < utf8.RuneSelf {
			if small := keyBytes[c]; small > 0 {
				k.part(false)
				k.text, k.wide = append(k.text, small), false
			} else {
				k.blank = k.blank || c != '\''
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(name[i:])
		k.add(r)
		i += size
	}
	return string(k.text)
}

// mostKey is how many bytes a key has whose name is written without asking for memory: nearly all.
const mostKey = 256

// keyBytes are the letters and digits of ASCII as keys have them, 0 for what keys leave out.
var keyBytes = func() (kept [utf8.RuneSelf]byte) {
	for b := range kept {
		if c := byte(b); char.IsLetter(rune(c)) || char.IsDigit(c) {
			kept[b] = byte(char.LowerRune(rune(c)))
		}
	}
	return kept
}()

// key is a key as it is written.
type key struct {
	text  []byte
	blank bool // a blank is due before the next letter
	wide  bool // the last letter is a Chinese character
}

// part writes the blank that is due before a letter, which says whether it is a Chinese character.
func (k *key) part(han bool) {
	if k.blank && len(k.text) > 0 && !(han && k.wide) {
		k.text = append(k.text, ' ')
	}
	k.blank = false
}

// add adds any other character.
func (k *key) add(r rune) {
	switch plain := unified(r); {
	case plain || char.IsLetter(r) || unicode.IsDigit(r):
		han := plain || char.Han(r)
		k.part(han)
		if !han {
			r = char.LowerRune(r)
		}
		k.text, k.wide = utf8.AppendRune(k.text, r), han
	case unicode.Is(unicode.Mn, r) || r == '’': // "plan d’action", typed in either way
	default:
		k.blank = true
	}
}
