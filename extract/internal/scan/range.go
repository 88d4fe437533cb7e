package scan

import (
	"strconv"
	"strings"

	"uncite/extract/internal/token"
)

// maxRange is how many numbers a range may have: more are two numbers that stand
// beside each other by chance.
const maxRange = 50

// rangeTo adds mentions of the numbers between the one before and the one at
// token k, where the two are the ends of a range: "72/246 to 72/248".
func (s *scanner) rangeTo(k int) {
	to := &s.Numbers[s.Tokens[k].N]
	j := k - 1
	for j > 0 && (s.Tokens[j].Is(token.No) || s.Tokens[j].Is(token.Of) && s.Value(&s.Tokens[j], token.Of) == "the") && !s.Tokens[j+1].Gap {
		j--
	}
	if j < 1 || !s.Tokens[j].Is(token.Range) && !s.Tokens[j].Is(token.Dash) || s.Tokens[j].Gap || s.Tokens[j+1].Gap {
		return
	}
	for j--; j > 0 && s.Tokens[j].Is(token.NoEnd) && !s.Tokens[j].Gap; j-- {
	}
	last := len(s.mentions) - 1
	if !s.NumberAt(j) || last < s.first || !s.mentions[last].numbered() || s.mentions[last].Act.at != s.Numbers[s.Tokens[j].N].Start {
		return
	}
	from := s.mentions[last]
	numerals := from.Act.Numeral.UpTo(to.Numeral, maxRange)
	if !s.spare(len(numerals)) {
		s.add(Mention{Rule: "list", Many: len(numerals), Start: int(to.Start), End: int(to.End)})
		return
	}
	for _, numeral := range numerals {
		act, m := *from.Act, from
		act.Numeral, act.at, act.Part = numeral, to.Start, 0
		m.Act, m.Rule, m.Pinpoint, m.Date = s.acts.add(act), "list", "", ""
		m.Start, m.End = int(to.Start), int(to.End)
		s.add(m)
	}
}

// symbolsBetween adds mentions of the documents between those of the symbols at tokens k-2
// and k, where the two are the ends of a range: "A/RES/74/1 to A/RES/74/4".
func (s *scanner) symbolsBetween(k int) {
	if k < 2 || s.Tokens[k-2].Class != token.Symbol || !s.Tokens[k-1].Is(token.Range) && !s.Tokens[k-1].Is(token.Dash) || s.Tokens[k-1].Gap || s.Tokens[k].Gap {
		return
	}
	t := &s.Tokens[k]
	first, last := &s.Symbols[s.Tokens[k-2].N], &s.Symbols[t.N]
	if first.Kind != last.Kind || first.Alias != "" || last.Alias != "" {
		return
	}
	ids := between(first.Canonical, last.Canonical)
	if !s.spare(len(ids)) {
		s.add(Mention{Rule: "list", Many: len(ids), Start: int(t.Start), End: int(t.End)})
		return
	}
	for _, id := range ids {
		s.add(Mention{Rule: "list", Symbol: id, Kind: last.Kind, Start: int(t.Start), End: int(t.End)})
	}
}

// between lists the symbols between two that differ in their last number alone; none where
// they do not or there are too many.
func between(first, last string) (ids []string) {
	series, from, tail := lastNumber(first)
	other, to, end := lastNumber(last)
	if series == "" || series != other || tail != end || to-from > maxRange {
		return nil
	}
	for n := from + 1; n < to; n++ {
		ids = append(ids, series+strconv.Itoa(n)+tail)
	}
	return ids
}

// lastNumber parts a symbol at its last number, a year in brackets behind it aside:
// "S/RES/", 1325 and "(2000)". The series is empty where the last part is no number.
func lastNumber(canonical string) (series string, n int, tail string) {
	if open := strings.IndexByte(canonical, '('); open >= 0 {
		canonical, tail = canonical[:open], canonical[open:]
	}
	at := strings.LastIndexByte(canonical, '/') + 1
	n, err := strconv.Atoi(canonical[at:])
	if err != nil {
		return "", 0, ""
	}
	return canonical[:at], n, tail
}

// shortened completes the bare number at token k, of a list or a range that prints the
// session of a conference once, behind its last number: "decisions 9-11/CP.20",
// "decisions 2, 4 and 5/CP.17".
func (s *scanner) shortened(k int, n *token.NumberText) {
	if s.countsPlaces(k) {
		return
	}
	for j := k + 1; j < len(s.Tokens) && j < k+2*maxRange && !s.Tokens[j].Gap; j++ {
		switch t := &s.Tokens[j]; {
		case t.Class == token.Number:
			switch last := &s.Numbers[t.N]; last.Form {
			case token.Conference:
				n.Form, n.Session = token.Conference, last.Session
				return
			case token.Plain:
			default:
				return
			}
		case t.Is(token.Comma), t.Is(token.And), t.Is(token.Range), t.Is(token.Dash), t.Is(token.No), t.Is(token.NoEnd):
		default:
			return
		}
	}
}

// countsPlaces reports whether the bare number at token k is that of a paragraph or
// another place, in a row of such: "1/CMA.4, paragraphs 12 to 15, and 2/CMA.4".
func (s *scanner) countsPlaces(k int) bool {
	for j := k - 1; j >= 0 && j > k-maxRange && !s.Tokens[j+1].Gap; j-- {
		switch t := &s.Tokens[j]; {
		case t.Is(token.Unit):
			return !t.Is(token.Type)
		case t.Class == token.Number && s.Numbers[t.N].Form == token.Plain:
		case t.Is(token.Comma), t.Is(token.And), t.Is(token.Range), t.Is(token.Dash):
		default:
			return false
		}
	}
	return false
}
