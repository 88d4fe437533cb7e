package authority

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// Documents returns the catalogue of documents as entries, whose names are
// their titles and whose kind is that of the symbol; numbers in a symbol are
// sorted by their value. They are not to be changed.
var Documents = sync.OnceValue(func() []*Entry {
	var out []*Entry
	for _, r := range Catalogue() {
		e := &Entry{ID: r.Symbol, Kind: record.Report, Date: r.Date, Names: map[string][]Name{}, Source: r.Source}
		if s, err := symbol.Parse(r.Symbol); err == nil {
			e.Kind = s.Kind
		}
		e.Class = string(e.Kind)
		for code, title := range r.Titles {
			e.Names[code] = []Name{{Text: title}}
		}
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b *Entry) int { return natural(a.ID, b.ID) })
	return out
})

// How well an entry fits a query, the best first.
const (
	exact   = iota // the query is its identifier or one of its names
	adopted        // its treaty number or the symbol of the document that adopted it
	begins         // a name or identifier begins with the query
	holds          // a name or identifier holds the query
	words          // one name holds every word of the query
	misses
)

// Search returns the entries and the documents of the catalogue that the query
// means: by part of a name or title in any language or of an identifier, by
// all of its words in one name, by a treaty number, or by a symbol or number in
// any style of print, which finds the document and what it adopted. Upper and
// lower case, accents, vowel signs and punctuation are alike. The exact ones
// come first, then names that begin with the query, that hold it, that hold its
// words; within each, entries by identifier and then documents by symbol.
func (t *Table) Search(query string) []*Entry {
	q := newQuery(query)
	if q.text == "" {
		return nil
	}
	var found [misses][]*Entry
	for _, list := range [][]spelling{t.spellings(), documentSpellings()} {
		for i := range list {
			if fit := q.fit(&list[i]); fit < misses {
				found[fit] = append(found[fit], list[i].entry)
			}
		}
	}
	return slices.Concat(found[:]...)
}

// spelling is an entry with all that it may be called by, levelled: its
// identifier with and without its kind first, then its names.
type spelling struct {
	entry *Entry
	forms []string
}

func spellingsOf(entries []*Entry) []spelling {
	out := make([]spelling, len(entries))
	for i, e := range entries {
		forms := []string{level(e.ID), level(e.ID[strings.IndexByte(e.ID, ':')+1:])}
		for _, code := range lang.Codes {
			for _, n := range e.Names[code] {
				forms = append(forms, level(n.Text))
			}
		}
		out[i] = spelling{e, forms}
	}
	return out
}

var documentSpellings = sync.OnceValue(func() []spelling { return spellingsOf(Documents()) })

// query is what a user typed, ready to be compared.
type query struct {
	text    string   // levelled
	words   []string // of text
	symbols []string // the symbols that it may print, canonical
}

func newQuery(s string) query {
	q := query{text: level(s)}
	q.words = strings.Fields(q.text)
	q.symbols = symbolsIn(s)
	return q
}

// symbolsIn returns the symbol that s is, or that the figures in it are: of
// "résolution 2200 A (XXI)" and 第2396(2017)号决议 only these are read. A lone
// number is the Security Council's.
func symbolsIn(s string) []string {
	s = strings.TrimSpace(s)
	if n, err := strconv.Atoi(s); err == nil {
		if year, ok := symbol.SecurityCouncilYear(n); ok {
			return []string{fmt.Sprintf("S/RES/%d(%d)", n, year)}
		}
	}
	sym, err := symbol.Parse(s)
	if err != nil {
		first := strings.IndexFunc(s, unicode.IsDigit)
		if first < 0 {
			return nil
		}
		s = strings.TrimRightFunc(s[first:], func(r rune) bool { return !unicode.IsDigit(r) && r != ')' })
		if sym, err = symbol.Parse(s); err != nil {
			return nil
		}
	}
	if sym.Alias != "" {
		return []string{sym.Canonical, sym.Alias}
	}
	return []string{sym.Canonical}
}

func (q *query) fit(s *spelling) int {
	best := misses
	for _, form := range s.forms {
		best = min(best, q.compare(form))
	}
	for _, sym := range q.symbols {
		switch {
		case sym == s.entry.ID:
			return exact
		case slices.Contains(s.entry.AdoptedBy, sym):
			best = min(best, adopted)
		}
	}
	if slices.ContainsFunc(s.entry.Treaties, func(number string) bool { return level(number) == q.text }) {
		best = min(best, adopted)
	}
	return best
}

// compare tells how well a levelled name fits.
func (q *query) compare(name string) int {
	switch at := indexWhole(name, q.text); {
	case name == q.text:
		return exact
	case at == 0:
		return begins
	case at > 0:
		return holds
	}
	for _, w := range q.words {
		if indexWhole(name, w) < 0 {
			return misses
		}
	}
	return words
}

// indexWhole is strings.Index, but cuts no figure in two: "60 28" is no part
// of "60 288".
func indexWhole(s, part string) int {
	for from := 0; ; {
		at := strings.Index(s[from:], part)
		if at < 0 {
			return -1
		}
		at += from
		end := at + len(part)
		if !(at > 0 && figure(s[at-1]) && figure(part[0])) && !(end < len(s) && figure(s[end]) && figure(s[end-1])) {
			return at
		}
		from = at + 1
	}
}

func figure(b byte) bool { return b >= '0' && b <= '9' }

// level makes names alike that differ in case, accents, vowel signs,
// punctuation or the width of characters alone.
func level(s string) string {
	var b strings.Builder
	blank := false
	if strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) >= 0 {
		s = norm.NFKD.String(s)
	}
	for _, r := range s {
		switch {
		case r >= 0x0660 && r <= 0x0669:
			r += '0' - 0x0660
		case unicode.Is(unicode.Mn, r) || r == 0x0640 || unicode.Is(unicode.Cf, r):
			continue // accents, vowel signs, tatweel, bidirectional marks
		case r == 'ى':
			r = 'ي'
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			blank = b.Len() > 0
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// natural compares symbols with their figures by value: A/RES/9/1 before
// A/RES/60/1.
func natural(a, b string) int {
	for a != "" && b != "" {
		if figure(a[0]) && figure(b[0]) {
			x, y := leading(a), leading(b)
			if c := cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y)); c != 0 {
				return c
			}
			a, b = a[len(x):], b[len(y):]
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

// leading returns the figures with which s begins.
func leading(s string) string {
	n := 0
	for n < len(s) && figure(s[n]) {
		n++
	}
	return s[:n]
}

// Near returns what a query that found nothing may have meant, at most so many
// identifiers: entries and documents one of whose names is the fewest changes
// of letters away, at most a third of the query.
func (t *Table) Near(query string, most int) []string {
	q := newQuery(query)
	wanted := q.text
	if len(q.symbols) > 0 {
		wanted = level(q.symbols[0])
	}
	type candidate struct {
		id   string
		away int
	}
	var found []candidate
	for _, list := range [][]spelling{t.spellings(), documentSpellings()} {
		for i := range list {
			if away := nearest(list[i].forms, wanted); away <= len(wanted)/3 {
				found = append(found, candidate{list[i].entry.ID, away})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(a.away, b.away) })
	ids := make([]string, 0, most)
	for _, c := range found[:min(most, len(found))] {
		ids = append(ids, c.id)
	}
	return ids
}

// nearest is the number of changes from the query to the nearest form or,
// where the query is one long word, to the nearest word of them.
func nearest(forms []string, wanted string) int {
	most := len(wanted) / 3
	best := most + 1
	oneWord := len(wanted) >= longWord && !strings.Contains(wanted, " ")
	for _, form := range forms {
		best = min(best, Changes(wanted, form, most))
		if !oneWord {
			continue
		}
		for w := range strings.FieldsSeq(form) {
			best = min(best, Changes(wanted, w, most/2)+1)
		}
	}
	return best
}

// longWord is the size in bytes from which a word alone tells what is meant.
const longWord = 6

// Changes is the number of bytes to insert, remove or replace to make b of a
// (Levenshtein 1966), or most+1 where that is above most.
func Changes(a, b string, most int) int { return apart([]byte(a), []byte(b), most) }

// LettersApart is Changes counted in characters, for names of any script.
func LettersApart(a, b []rune, most int) int { return apart(a, b, most) }

// Turned reports whether b is a with two neighbouring characters changed round, which
// is one slip of the hand and two of Changes.
func Turned[E comparable](a, b []E) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i+1 < len(a); i++ {
		if a[i] != b[i] {
			return a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:])
		}
	}
	return false
}

func apart[E comparable](a, b []E, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		least := row[0]
		for j := range b {
			replaced := diagonal
			if a[i] != b[j] {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, diagonal+1, row[j]+1)
			least = min(least, row[j+1])
		}
		if least > most {
			return most + 1
		}
	}
	return min(row[len(b)], most+1)
}
