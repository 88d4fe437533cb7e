package scan

import (
	_ "embed"
	"slices"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/names"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

//go:embed court.tsv
var courtTable string

// rulings are the judgments, orders and advisory opinions of the International Court
// of Justice by their day, with the identifier of each: the Court's short title of the
// case, in English, and the year.
var rulings = loadRulings()

func loadRulings() map[string]string {
	all := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(courtTable), "\n")[1:] {
		date, title, _ := strings.Cut(line, "\t")
		all[date] = "title:en:" + names.Key(title+" "+date[:len("2006")])
	}
	return all
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
// the Court of 19 April 2017".
func (s *scanner) ruling(k int) {
	id, ok := rulings[s.Dates[s.Tokens[k].N]]
	if !ok || s.zone == record.Masthead {
		return
	}
	j := s.courtNear(k)
	if j < 0 {
		return
	}
	first, last := &s.Tokens[min(j, k)], &s.Tokens[max(j, k)]
	text := s.Text.Bytes
	from := int(first.Start)
	for n := 0; from > 0 && n < maxRulingWord; n++ {
		for from--; text[from]&0xC0 == 0x80; from-- {
		}
	}
	for i, end := from, char.Beyond(text, int(last.End), maxRulingWord); i < end; i = char.RuneEnd(text, i) {
		if !s.Lang.Unsegmented && char.LetterBefore(text, i) {
			continue
		}
		if s.Lang.Naming.BeginsWith("ruling", string(text[i:min(len(text), i+maxRulingWord)])) {
			t := &s.Tokens[k]
			s.add(Mention{Rule: "ruling", Kind: record.Instrument, Symbol: id, Start: int(t.Start), End: int(t.End), Pinpoint: s.placeAfter(k)})
			return
		}
	}
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
