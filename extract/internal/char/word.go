package char

import (
	"unicode"
	"unicode/utf8"
)

func RomanDigits(text []byte, k int) (string, int) {
	var buf [12]byte
	n := 0
	for k < len(text) && n < len(buf) {
		switch {
		case text[k] == 'I' || text[k] == 'V' || text[k] == 'X' || text[k] == 'L' || text[k] == 'C':
			buf[n] = text[k]
			k++
		case text[k] != CyrillicLead:
			return string(buf[:n]), k
		case HasAny(text, k, "Х"):
			buf[n] = 'X'
			k += 2
		case HasAny(text, k, "І"):
			buf[n] = 'I'
			k += 2
		case HasAny(text, k, "С"):
			buf[n] = 'C'
			k += 2
		default:
			return string(buf[:n]), k
		}
		n++
	}
	return string(buf[:n]), k
}

// IsRoman reports whether the word is a number in roman digits, as in the
// Russian for "Chapter VI of the Charter", where no word stands between.
func IsRoman(word []byte) bool {
	digits, end := RomanDigits(word, 0)
	return digits != "" && end == len(word)
}

// WordBefore returns the start of the word that a blank parts from i, or i
// where anything else stands between.
func WordBefore(text []byte, i int) int {
	if i == 0 || text[i-1] != ' ' {
		return 0
	}
	k := i - 1
	for k > 0 && LetterBefore(text, k) {
		if text[k-1] < 0x80 {
			k--
		} else {
			k -= 2
		}
	}
	return k
}

// BeginsCapital reports whether a capital letter stands at i.
func BeginsCapital(text []byte, i int) bool {
	r, _ := utf8.DecodeRune(text[i:])
	if r >= 0x410 && r < 0x460 { // Cyrillic, for which there is a table to look through
		return r < 0x430
	}
	return unicode.IsUpper(r)
}

func EndsWithWord(text []byte, w string) bool {
	at := len(text) - len(w)
	if at < 0 || w != "" && text[len(text)-1] != w[len(w)-1] || string(text[at:]) != w {
		return false
	}
	return at == 0 || !BeginsLetter[text[at]] || !BeginsLetter[text[at-1]]
}

// Words counts the words between blanks in normalised text, most at most.
func Words(text []byte, most int) int {
	n, within := 0, false
	for _, b := range text {
		blank := b == ' ' || b >= '\t' && b <= '\r'
		if !blank && !within {
			if n++; n >= most {
				return n
			}
		}
		within = !blank
	}
	return n
}
