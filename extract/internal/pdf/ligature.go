package pdf

import (
	"strings"
	"sync"
	"unicode"

	"uncite/extract/authority"
	"uncite/extract/lang"
)

// Fonts draw lam and alef as one glyph behind a letter that joins on to them, and programs
// that take the text off a page may write the two letters of that glyph from left to right:
// alef, lam. Both orders are frequent in words, so that a text that has only the one shows
// it, and the words of the tables tell where it stands for the other.

const lam = '\u0644'

// isAlef tells whether a letter is one of the four that make a glyph with lam.
func isAlef(r rune) bool { return r == '\u0627' || r == '\u0623' || r == '\u0625' || r == '\u0622' }

// joins tells whether a letter of Arabic joins on to the next one.
func joins(r rune) bool {
	return unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) && !strings.ContainsRune("\u0621\u0622\u0623\u0624\u0625\u0627\u0629\u062F\u0630\u0631\u0632\u0648\u0649", r)
}

// withLigatures returns a text whose glyphs of lam and alef were written the wrong way
// round with the letters in order; any other as it is.
func withLigatures(text string) string {
	letters := []rune(text)
	if !ligaturesTurned(letters) {
		return text
	}
	seen := ligatureWords()
	for i := 1; i+1 < len(letters); i++ {
		if !isAlef(letters[i]) || letters[i+1] != lam || !joins(bare(letters, i)) {
			continue
		}
		if seen.isLigature(letters, i) {
			letters[i], letters[i+1] = letters[i+1], letters[i]
			i++
		}
	}
	return string(letters)
}

// bare returns the letter before i, marks passed over.
func bare(letters []rune, i int) rune {
	for i--; i >= 0; i-- {
		if !unicode.Is(unicode.Mn, letters[i]) {
			return letters[i]
		}
	}
	return 0
}

// ligaturesTurned reports whether a text has alef and lam behind letters that join, and as
// good as never lam and alef, which stand there half as often.
func ligaturesTurned(letters []rune) bool {
	const least, rare = 16, 50
	alefLam, lamAlef := 0, 0
	for i := 1; i+1 < len(letters); i++ {
		switch {
		case isAlef(letters[i]) && letters[i+1] == lam && joins(bare(letters, i)):
			alefLam++
		case letters[i] == lam && isAlef(letters[i+1]) && joins(bare(letters, i)):
			lamAlef++
		}
	}
	return alefLam >= least && lamAlef*rare < alefLam
}

// contexts count how often lam and alef (1) and alef and lam (0) stand between letters.
type contexts map[string]*[2]int

// around are the numbers of letters before and behind that are looked at, the most first.
var around = [...][2]int{{3, 3}, {3, 2}, {2, 3}, {2, 2}, {3, 1}, {1, 3}, {2, 1}, {1, 2}, {1, 1}, {1, 0}}

// isLigature decides by the words of the tables that have the most letters around in common.
func (c contexts) isLigature(letters []rune, i int) bool {
	if i+2 < len(letters) && isAlef(letters[i+2]) {
		return false // the lam is in a glyph with that one
	}
	for _, a := range around {
		if n := c[keyAround(letters, i, letters[i], a)]; n != nil && n[0] != n[1] {
			return n[1] > n[0]
		}
	}
	return letters[i] != '\u0627' // with a hamza the two are seldom anything else
}

// keyAround is the alef and the letters before and behind the pair at i, as far as the word
// goes.
func keyAround(letters []rune, i int, alef rune, a [2]int) string {
	key := make([]rune, 0, 12)
	key = append(key, alef)
	n := 0
	for j := i - 1; n < a[0]; j-- {
		switch {
		case j >= 0 && unicode.Is(unicode.Mn, letters[j]):
			continue
		case j < 0 || !unicode.IsLetter(letters[j]):
			key, n = append(key, ' '), a[0]
			continue
		}
		key = append(key, letters[j])
		n++
	}
	key = append(key, '|')
	n = 0
	for j := i + 2; n < a[1]; j++ {
		switch {
		case j < len(letters) && unicode.Is(unicode.Mn, letters[j]):
			continue
		case j >= len(letters) || !unicode.IsLetter(letters[j]):
			key, n = append(key, ' '), a[1]
			continue
		}
		key = append(key, letters[j])
		n++
	}
	return string(key)
}

// add counts the pairs of a name.
func (c contexts) add(name string) {
	letters := []rune(name)
	for i := 1; i+1 < len(letters); i++ {
		which, alef := 0, letters[i]
		if letters[i] == lam && isAlef(letters[i+1]) {
			which, alef = 1, letters[i+1]
		} else if !isAlef(letters[i]) || letters[i+1] != lam {
			continue
		}
		if !joins(bare(letters, i)) {
			continue
		}
		for _, a := range around {
			key := keyAround(letters, i, alef, a)
			if c[key] == nil {
				c[key] = new([2]int)
			}
			c[key][which]++
		}
	}
}

// ligatureWords are the contexts in the names of the authority tables and in the words of
// the tables of languages that run from the right.
var ligatureWords = sync.OnceValue(func() contexts {
	c := contexts{}
	for _, code := range lang.Codes {
		if !lang.Of(code).Has(lang.RightToLeft) {
			continue
		}
		for _, e := range authority.Default().Entries() {
			for _, name := range e.Names[code] {
				c.add(name.Text)
			}
		}
		for _, table := range []string{"lexicon", "names", "places", "structure", "titles", "verbs"} {
			rows, err := lang.Table(code, table)
			if err != nil {
				continue // one that a language lacks
			}
			for _, row := range rows {
				c.add(row.Form)
			}
		}
	}
	return c
})
