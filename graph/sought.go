package graph

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/lang"
)

// titleTest makes a test of titles of a pattern: words that a title is to hold, or
// a regular expression.
func titleTest(pattern string) (func(string) bool, error) {
	if strings.TrimSpace(pattern) == "" {
		return nil, fmt.Errorf("a title cannot be matched by nothing")
	}
	if !strings.ContainsAny(pattern, `\.+*?()|[]{}^$`) {
		var words []sought
		for _, w := range strings.FieldsFunc(levelled(pattern), func(r rune) bool { return unicode.IsSpace(r) || r == ',' }) {
			words = append(words, newSought(w))
		}
		return func(title string) bool {
			folded := levelled(title)
			return title != "" && !slices.ContainsFunc(words, func(w sought) bool { return !w.in(folded) })
		}, nil
	}
	re, err := regexp.Compile("(?i)" + pattern)
	if err != nil {
		return nil, fmt.Errorf("%q is no regular expression: %w", pattern, err)
	}
	return re.MatchString, nil
}

// signs are the apostrophes and hyphens that print sets, as keyboards have them.
var signs = strings.NewReplacer("’", "'", "ʼ", "'", "‐", "-", "‑", "-")

// levelled is a text in small letters with plain signs.
func levelled(s string) string { return signs.Replace(strings.ToLower(s)) }

// sought is a word that a title is to hold: as it is, as a part of a word, or in
// another of its forms. What forms there are is known of the languages of its script.
type sought struct {
	forms  []string // in small letters: the word, and without article and proclitics
	cases  bool     // nouns have other endings by their case
	script *unicode.RangeTable
}

func newSought(word string) sought {
	s := sought{forms: []string{word}}
	for _, code := range lang.Codes {
		l := lang.Of(code)
		table := unicode.Scripts[l.Script]
		if !strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(table, r) }) {
			continue
		}
		s.script = table
		s.cases = s.cases || l.Has(lang.Cases)
		for _, bare := range l.Bare(word) {
			if utf8.RuneCountInString(bare) >= leastBare {
				s.forms = append(s.forms, bare)
			}
		}
	}
	return s
}

const (
	leastBare  = 3 // letters of a word without its article
	leastAlike = 4 // letters with which two forms of a word begin
)

// in tells whether a title in small letters holds the word.
func (s *sought) in(title string) bool {
	if slices.ContainsFunc(s.forms, func(form string) bool { return strings.Contains(title, form) }) {
		return true
	}
	if s.script == nil {
		return false
	}
	for title != "" {
		start := strings.IndexFunc(title, unicode.IsLetter)
		if start < 0 {
			return false
		}
		title = title[start:]
		end := strings.IndexFunc(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
		if end < 0 {
			end = len(title)
		}
		if slices.ContainsFunc(s.forms, func(form string) bool { return formsOfOne(form, title[:end], s.cases) }) {
			return true
		}
		title = title[end:]
	}
	return false
}

// formsOfOne tells whether two words look like forms of one: the shorter one with
// up to two letters more, as in the plural; where nouns have cases, also a common
// beginning with up to three other letters behind it, of four letters one.
func formsOfOne(a, b string, cases bool) bool {
	alike := 0
	for a != "" && b != "" {
		r, n := utf8.DecodeRuneInString(a)
		q, k := utf8.DecodeRuneInString(b)
		if r != q {
			break
		}
		a, b = a[n:], b[k:]
		alike++
	}
	more, other := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	most := max(more, other)
	switch {
	case alike < leastAlike:
		return false
	case min(more, other) == 0 && most <= 2:
		return true
	case !cases:
		return false
	case alike == leastAlike:
		return most <= 1
	}
	return most <= 3
}

// sameInAnotherCase tells whether two names are word by word forms of one.
func sameInAnotherCase(a, b string) bool {
	first, second := strings.Fields(a), strings.Fields(b)
	if len(first) != len(second) || a == b {
		return false
	}
	for i := range first {
		if x, y := strings.ToLower(first[i]), strings.ToLower(second[i]); x != y && !formsOfOne(x, y, true) {
			return false
		}
	}
	return true
}
