package scan

import (
	"uncite/extract/internal/token"
)

// symbolMention adds the mentions of the symbol at token k.
func (s *scanner) symbolMention(k int) {
	t := &s.Tokens[k]
	sym := s.Symbols[t.N]
	m := Mention{Rule: "symbol", Symbol: sym.Canonical, Kind: sym.Kind, Start: int(t.Start), End: int(t.End)}
	m.Pinpoint = s.pinpoint(k, k)
	m.Apposition = s.inBracketsAfterNumber(k)
	s.add(m)
	if sym.Alias != "" {
		m.Alias, m.Symbol, m.Apposition = true, sym.Alias, false
		s.add(m)
	}
	s.list = list{}
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
