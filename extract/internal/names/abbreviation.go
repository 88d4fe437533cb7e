package names

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
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
			if sameLetter(r, want) && (i > 0 || headOfWord(text, at)) {
				break
			}
		}
	}
	return at, true
}

// sameLetter reports whether a letter is the small one that is wanted, with an accent or without.
func sameLetter(r, want rune) bool {
	low := unicode.ToLower(r)
	if low == want || low < utf8.RuneSelf {
		return low == want
	}
	plain, _ := utf8.DecodeRuneInString(norm.NFD.String(string(low)))
	return plain == want
}

// headOfWord reports whether no letter stands right before i.
func headOfWord(text []byte, i int) bool {
	r, _ := utf8.DecodeLastRune(text[:i])
	return !unicode.IsLetter(r)
}

// Spelled reports whether the letters of an abbreviation are beginnings of the words, in their
// order, the first that of the first word and each word giving a few at most: ASECNA of "Agence pour
// la sécurité de la navigation aérienne". Accents do not count.
func Spelled(words []string, abbreviation string) bool {
	want := []rune(plainLetters(abbreviation))
	if len(words) == 0 || len(want) == 0 {
		return false
	}
	reached := make([]bool, len(want)+1) // how many letters the words so far may have given
	for n, w := range words {
		w := []rune(plainLetters(w))
		if n == 0 {
			for i := range min(len(w), len(want), mostOfWord) {
				if w[i] != want[i] {
					break
				}
				reached[i+1] = true
			}
			continue
		}
		for from := len(want) - 1; from >= 0; from-- {
			for i := 0; reached[from] && i < min(len(w), len(want)-from, mostOfWord) && w[i] == want[from+i]; i++ {
				reached[from+i+1] = true
			}
		}
	}
	return reached[len(want)]
}

// mostOfWord is how many of its first letters a word may give to an abbreviation.
const mostOfWord = 4

// plainLetters returns the letters of s, small and without accents.
func plainLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return char.LowerRune(r)
	}, norm.NFD.String(s))
}

// Explained returns where the name ends, in languages whose names have one capital, whose head begins
// at start and ends at i, and behind which the abbreviation stands in brackets that is made of its words; 0 where
// none does, or a verb stands between.
func (l *Language) Explained(text []byte, start, i int) int {
	if !l.small || !char.BeginsCapital(text, start) {
		return 0
	}
	n := bytes.IndexAny(text[i:min(len(text), i+mostExplained)], "(.;:\"\n")
	if n <= 0 || text[i+n] != '(' || text[i+n-1] != ' ' {
		return 0
	}
	to := i + n - 1
	inside, _, ok := strings.Cut(string(text[to+2:min(len(text), to+2+mostInitials)]), ")")
	if !ok || len(inside) < leastInitials || strings.ToUpper(inside) != inside {
		return 0
	}
	words, before, told := []string{}, "", false
	for _, w := range strings.Fields(string(text[start:to])) {
		w = strings.Trim(w, ",")
		the, noun := elided(w)
		if noun == "" || !l.Is(class.Link, the) && !l.Is(class.The, the) {
			noun = w
		}
		if l.Is(class.Break, noun) && !l.Is(class.Through, noun) && !l.Is(class.Joined, before+" "+w) || l.Predicate(noun) {
			return 0
		}
		words, before = append(words, noun), w
		told = told || !l.Is(class.Weak, noun) && !l.tied(noun)
	}
	if !told || !Spelled(words, inside) {
		return 0
	}
	return to
}

// Bounds of a name that an abbreviation in brackets explains, and of the abbreviation, in bytes.
const (
	mostExplained = 240
	mostInitials  = 16
	leastInitials = 3
)
