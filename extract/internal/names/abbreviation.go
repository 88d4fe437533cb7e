package names

import (
	"unicode"
	"unicode/utf8"
)

// maxLong bounds the words that an abbreviation stands for, in bytes.
const maxLong = 240

// LongForm returns where the words begin that the abbreviation behind them, at
// end in text, stands for; it is false where its letters are not found in them
// in order, the first at the head of a word (Schwartz and Hearst 2003).
func LongForm(text []byte, end int, abbreviation string) (from int, ok bool) {
	floor := max(0, end-maxLong)
	letters := []rune(abbreviation)
	at := end
	for i := len(letters) - 1; i >= 0; i-- {
		want := unicode.ToLower(letters[i])
		if !unicode.IsLetter(want) && !unicode.IsDigit(want) {
			continue
		}
		for {
			r, size := utf8.DecodeLastRune(text[floor:at])
			if size == 0 {
				return 0, false
			}
			at -= size
			if unicode.ToLower(r) == want && (i > 0 || headOfWord(text, at)) {
				break
			}
		}
	}
	return at, true
}

// headOfWord reports whether no letter stands right before i.
func headOfWord(text []byte, i int) bool {
	r, _ := utf8.DecodeLastRune(text[:i])
	return !unicode.IsLetter(r)
}
