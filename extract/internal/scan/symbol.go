package scan

import (
	"strings"

	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// symbolAt adds the mentions of the symbol at token k, and returns the token after it. Where
// one run of characters stands for more symbols than the document has left to it, a
// mention says how many.
func (s *scanner) symbolAt(k int) int {
	t, n := &s.Tokens[k], 1
	for k+n < len(s.Tokens) && s.Tokens[k+n].Class == token.Symbol && s.Tokens[k+n].Start == t.Start {
		n++
	}
	if n == 1 || s.spare(n-1) {
		for range n {
			s.symbolMention(k)
			k++
		}
		return k
	}
	s.add(Mention{Rule: "symbol", Many: n, Start: int(t.Start), End: int(t.End)})
	return k + n
}

// symbolMention adds the mentions of the symbol at token k.
func (s *scanner) symbolMention(k int) {
	t := &s.Tokens[k]
	sym := s.Symbols[t.N]
	m := Mention{Rule: "symbol", Symbol: sym.Canonical, Kind: sym.Kind, Start: int(t.Start), End: int(t.End)}
	m.Unknown = sym.Note
	m.Pinpoint, m.Date = s.pinpoint(k, k), s.dayOfSymbol(k)
	m.Apposition = s.inBracketsAfterNumber(k)
	if m.Date == "" && !m.Apposition && s.zone != record.Masthead {
		m.Date = s.dayOfPaper(k)
	}
	s.symbolsBetween(k)
	s.add(m)
	if sym.Alias != "" {
		m.Alias, m.Symbol, m.Apposition = true, sym.Alias, false
		s.add(m)
	}
	s.list = listOf(sym.Canonical)
}

// dayOfSymbol is the date right behind the symbol at token k that words call its own, "of"
// or "dated": "on" tells when something was done with the document. It is empty where
// several symbols or several dates stand there, of which each may have its own.
func (s *scanner) dayOfSymbol(k int) string {
	if s.zone == record.Masthead || k > 1 && !s.Tokens[k].Gap && s.Tokens[k-2].Class == token.Symbol {
		return ""
	}
	j := k + 1
	if s.Follows(j, token.Comma) {
		j++
	}
	if j >= len(s.Tokens) || s.Tokens[j].Gap {
		return ""
	}
	if link := s.linkAt(j); link != "of" && link != "dated" {
		return ""
	}
	if !s.Follows(j+1, token.Date) || s.Follows(j+2, token.And) && s.Follows(j+3, token.Date) {
		return ""
	}
	return s.Dates[s.Tokens[j+1].N]
}

// SeriesKey begins the key of an owner of which the words say no more than the
// series of its resolutions; one of its symbols follows.
const SeriesKey = "series:"

// listOf is the list that a symbol heads: bare numbers joined to the symbol of a
// resolution are of its series, "A/RES/55/5 B and C, 58/1 B and 64/248".
func listOf(canonical string) list {
	for _, of := range [...]struct{ mark, typ string }{{"/RES/", "resolution"}, {"/DEC/", "decision"}} {
		if strings.Contains(canonical, of.mark) {
			return list{open: true, typ: of.typ, owners: []Owner{{Key: SeriesKey + canonical, By: "list"}}, yearly: strings.HasSuffix(canonical, ")")}
		}
	}
	return list{}
}

// inBracketsAfterNumber reports whether the symbol at token k explains the
// number before it: "resolution 1255 of 30 July 1999 (S/RES/1255)".
func (s *scanner) inBracketsAfterNumber(k int) bool {
	j := k - 1
	if j < 0 || s.Tokens[k].Gap || !s.Tokens[j].Is(token.Open) || len(s.mentions) == 0 {
		return false
	}
	for ; j >= 0 && !s.Tokens[j+1].Gap; j-- {
		t := &s.Tokens[j]
		switch {
		case t.Is(token.Number) && s.Numbers[t.N].Form != token.Plain || t.Is(token.Number) && s.mentions[len(s.mentions)-1].End >= int(t.End):
			return true
		case t.Is(token.Open), t.Is(token.Date), t.Is(token.Of), t.Is(token.NoEnd), t.Is(token.Type), t.Is(token.Owner):
		default:
			return false
		}
	}
	return false
}
