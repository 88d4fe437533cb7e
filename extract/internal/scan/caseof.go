package scan

import (
	"bytes"
	"slices"
	"strings"

	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// Bounds of what tells that a title is that of a case before the Court, in letters: of
// a noun beside a title that is the name of a territory or of a person too, and of the
// year beside the title.
const (
	maxBesideCase = 16
	maxCaseYear   = 40
)

// The letters of a title that is the name of nothing else, and those of an
// ideographic one.
const (
	tellingCase = 24
	tellingHan  = 8
)

// caseOf reads the title of a case of the International Court of Justice at token k,
// where a word beside it says that it is one: "the advisory opinion on the legality of
// the threat or use of nuclear weapons", "the Corfu Channel case", "Western Sahara,
// Advisory Opinion (1975)". Of several rulings in cases of one title the year tells
// which. Where the day or the page of the ruling stands beside, that is the reference.
func (s *scanner) caseOf(k int) int {
	if s.zone == record.Masthead || !s.saysCase(k) {
		return 0
	}
	t := &s.Tokens[k]
	days := s.daysOf(k)
	if len(days) == 0 {
		return 0 // the Court has not ruled in it yet: the opinion is only asked for
	}
	if s.toldBeside(k, days) {
		return k + 1
	}
	m := Mention{Rule: "ruling", Kind: record.Case, Start: int(t.Start), End: int(t.End), Pinpoint: s.placeAfter(k)}
	if len(days) == 1 {
		m.Symbol = rulingOf(days[0])
	} else {
		m.Unknown = "the Court ruled several times in cases of this name, and no year tells in which"
	}
	s.add(m)
	return k + 1
}

// saysCase reports whether a noun near the title at token k says that it is one of a
// case: right beside what may be the name of something else.
func (s *scanner) saysCase(k int) bool {
	t := &s.Tokens[k]
	telling := tellingCase
	if s.Lang.Unsegmented {
		telling = tellingHan
	}
	if !t.Is(token.Name) && char.Letters(s.Text.Bytes[t.Start:t.End]) >= telling {
		return s.says(class.Ruling, k, k, maxRulingWord) || s.says(class.Case, k, k, maxCaseYear)
	}
	behind := string(bytes.TrimLeft(s.Text.Bytes[t.End:], " ,"))
	before := s.Text.Bytes[char.Ahead(s.Text.Bytes, int(t.Start), maxBesideCase):t.Start]
	for _, noun := range [2]class.ID{class.Ruling, class.Case} {
		if s.Lang.Naming.BeginsWith(noun, behind) || !bytes.ContainsAny(before, ";.,") && s.Lang.Naming.Holds(noun, string(before)) {
			return true
		}
	}
	return false
}

// daysOf returns the days of the rulings that the title at token k may mean, none
// after the document: those of the year that stands beside it, where one of them is of
// that year.
func (s *scanner) daysOf(k int) []string {
	t, text := &s.Tokens[k], s.Text.Bytes
	days := slices.DeleteFunc(s.ValuesOf(t, token.Ruling), func(day string) bool { return s.dated != "" && day > s.dated })
	around := string(text[char.Ahead(text, int(t.Start), maxRulingWord):char.Beyond(text, int(t.End), maxCaseYear)])
	dated := slices.DeleteFunc(slices.Clone(days), func(day string) bool { return !strings.Contains(around, day[:len("2006")]) })
	if len(dated) > 0 {
		return dated
	}
	return days
}

// toldBeside reports whether the words around token k have the day of one of the
// rulings, or the Reports that have it, which is read as the reference.
func (s *scanner) toldBeside(k int, days []string) bool {
	for j := range s.Tokens {
		t := &s.Tokens[j]
		if !s.Near(min(j, k), max(j, k), maxRuling) || s.Holds(min(j, k)+1, max(j, k), token.Stop) {
			continue
		}
		switch {
		case t.Is(token.Date) && slices.Contains(days, s.Dates[t.N]) && s.isRuling(j),
			j > k && t.Is(token.Series) && s.Value(t, token.Series) == courtSeries:
			return true
		}
	}
	return false
}
