package scan

import (
	"slices"
	"strconv"
	"sync"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/names"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// rulings are the identifiers of the rulings of the International Court of Justice by
// their days: the Court's short title of the case, in English, with the year.
var rulings = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, r := range authority.Rulings() {
		all[r.Day] = "title:en:" + names.Key(r.Title+" "+r.Day[:len("2006")])
	}
	return all
})

// rulingOf returns the identifier of the ruling of that day, empty where the table has
// none.
func rulingOf(day string) string { return rulings()[day] }

// courtSeries is the value of the names of the Court's Reports.
const courtSeries = "ICJ"

// courtReports reads year and page behind the name of the Court's Reports, token k:
// "I.C.J. Reports 1996, p. 226", "C.I.J. Recueil 1996 (I), p. 226". A page on which no
// ruling of the table begins may stand inside one: it is unresolved.
func (s *scanner) courtReports(k int) {
	year, at := s.figuresBehind(int(s.Tokens[k].End), maxCourtYear)
	page, end := s.figuresBehind(at, maxCourtPage)
	if year < firstRuling || year > 2100 || page == 0 {
		return
	}
	last := k
	for ; last+1 < len(s.Tokens) && int(s.Tokens[last+1].Start) < end; last++ {
		if t := &s.Tokens[last+1]; t.Class == token.Number {
			s.Numbers[t.N].Form = token.Plain // 1996 (I) is a volume
		}
	}
	m := Mention{Rule: "ruling", Kind: record.Case, Start: int(s.Tokens[k].Start), End: end, Pinpoint: s.placeAfter(last)}
	for _, r := range authority.Rulings() {
		if r.Page == page && r.Day[:len("2006")] == strconv.Itoa(year) {
			m.Symbol = rulingOf(r.Day)
		}
	}
	if m.Symbol == "" {
		m.Unknown = "no ruling is known that begins on page " + strconv.Itoa(page) + " of the Court's Reports of " + strconv.Itoa(year)
	}
	s.add(m)
}

// Bounds of what may stand before the year of the Reports and before the page, in bytes,
// and the first year.
const (
	maxCourtYear = 4
	maxCourtPage = 24
	firstRuling  = 1947
)

// figuresBehind returns the first figures within so many bytes of the offset, and their
// end; nothing where others than marks, roman numbers and a word for page come before.
func (s *scanner) figuresBehind(at, most int) (n, end int) {
	text := s.Text.Bytes
	for i := at; i > 0 && i < min(len(text), at+most); i++ {
		if char.IsDigit(text[i]) {
			n, end, _ = char.Integer(text, i)
			return n, end
		}
		if text[i] == ';' {
			break
		}
	}
	return 0, 0
}

// court is the International Court of Justice.
const court = "entity:international-court-of-justice"

// Bounds of the words between the Court and the day of its ruling, and between
// these and the word that says what it is, in letters.
const (
	maxRuling     = 260
	maxRulingWord = 80
)

// ruling reads the day of a judgment, order or advisory opinion of the Court at
// token k: "the advisory opinion rendered on 9 July 2004 by the Court", "the order of
// the Court of 19 April 2017". An advisory opinion of its day is its own where the Court
// is not named, too.
func (s *scanner) ruling(k int) {
	if s.zone == record.Masthead || !s.isRuling(k) {
		return
	}
	t := &s.Tokens[k]
	s.add(Mention{Rule: "ruling", Kind: record.Case, Symbol: rulingOf(s.Dates[t.N]), Start: int(t.Start), End: int(t.End), Pinpoint: s.placeAfter(k)})
}

// isRuling reports whether token k is the day of a ruling, and the words around it
// say so.
func (s *scanner) isRuling(k int) bool {
	if rulingOf(s.Dates[s.Tokens[k].N]) == "" {
		return false
	}
	j, noun := s.courtNear(k), class.Ruling
	if j < 0 {
		j, noun = k, class.Opinion
	}
	return s.says(noun, min(j, k), max(j, k), maxRulingWord)
}

// says reports whether a noun of the class stands within so many letters of the tokens
// from first to last, or between them.
func (s *scanner) says(id class.ID, first, last, within int) bool {
	text := s.Text.Bytes
	from, to := char.Ahead(text, int(s.Tokens[first].Start), within), char.Beyond(text, int(s.Tokens[last].End), within)
	for i := from; i < to; i = char.RuneEnd(text, i) {
		if !s.Lang.Unsegmented && char.LetterBefore(text, i) {
			continue
		}
		if s.Lang.Naming.BeginsWith(id, string(text[i:min(len(text), i+maxRulingWord)])) {
			return true
		}
	}
	return false
}

// namesCourt reports whether token j names the Court, in full or, where the text has
// done so before and no words go on with another's name, in short.
func (s *scanner) namesCourt(j int) bool {
	t := &s.Tokens[j]
	if !t.Is(token.Name) {
		return false
	}
	if s.NamesAny(t, func(e *authority.Entry, short bool) bool { return e.ID == court && !short }) {
		return true
	}
	named := func(m Mention) bool { return !m.Short && len(m.Entries) == 1 && m.Entries[0].ID == court }
	if !s.NamesAny(t, func(e *authority.Entry, _ bool) bool { return e.ID == court }) || !slices.ContainsFunc(s.mentions, named) {
		return false
	}
	return !s.Follows(j+1, token.Of) || s.Follows(j+2, token.Date)
}

// courtNear returns the token nearest to token k that names the Court, with no other
// sentence between, or -1.
func (s *scanner) courtNear(k int) int {
	for step := 1; step < len(s.Tokens); step++ {
		before, after := k-step, k+step
		near := false
		for _, j := range [2]int{before, after} {
			if j < 0 || j >= len(s.Tokens) || !s.Near(min(j, k), max(j, k), maxRuling) {
				continue
			}
			near = true
			if s.namesCourt(j) && !s.Holds(min(j, k)+1, max(j, k), token.Stop) {
				return j
			}
		}
		if !near {
			return -1
		}
	}
	return -1
}
