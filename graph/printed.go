package graph

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/record"
)

// titleScheme begins the identifiers of names that no table knows, "title:en:…". What
// follows are the letters of the name alone.
const titleScheme = "title:"

// titleMarks are the marks between which titles stand.
const titleMarks = "《》«»“”„\" "

// printTitle takes the words of a citation as the title of a name that no table knows,
// where they are its identifier as printed. Of several forms that with most capitals
// first is taken, but not one in capitals throughout.
func (b *Builder) printTitle(d *draft, r *record.Reference) {
	lang, key, _ := strings.Cut(strings.TrimPrefix(r.Target, titleScheme), ":")
	if !sameLetters(r.Text, key) {
		return
	}
	words := strings.Trim(r.Text, titleMarks)
	capitals, were := allCapitals(words), allCapitals(d.title)
	if d.title == "" || were && !capitals || were == capitals && words < d.title {
		in := slices.Index(b.languages, lang)
		d.title, d.titleIn = b.nodes.text.keep(words), uint8(max(in+1, 0))
	}
}

// sameLetters reports whether two texts have the same letters and figures, great or
// small.
func sameLetters(a, b string) bool {
	for {
		r, restA := nextLetter(a)
		s, restB := nextLetter(b)
		if r != s {
			return false
		}
		if r == 0 {
			return true
		}
		a, b = restA, restB
	}
}

// nextLetter returns the first letter or figure of a text, small, and what follows it;
// 0 where there is none.
func nextLetter(s string) (rune, string) {
	for i, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r), s[i+utf8.RuneLen(r):]
		}
	}
	return 0, ""
}

// allCapitals reports whether a text has no small letter.
func allCapitals(s string) bool { return !strings.ContainsFunc(s, unicode.IsLower) }

// capitalised is a text with its first letter as a capital.
func capitalised(s string) string {
	initial, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(initial)) + s[size:]
}
