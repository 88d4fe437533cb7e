package scan

import (
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// datedOnly reads a resolution that is cited by its date alone: "the
// resolution adopted by the General Assembly on 25 March 2021".
func (s *scanner) datedOnly(k int) {
	if s.zone == record.Masthead || s.zone == record.Heading || s.Tokens[k].Is(token.Back) {
		return
	}
	from, to, day := s.dateAfter(k)
	if s.Lang.TypeFollows {
		from, to, day = s.dateAhead(k)
	}
	if day < 0 {
		return
	}
	m := Mention{Rule: "date", Dated: true, Date: s.Dates[s.Tokens[day].N]}
	act := Act{Type: s.Value(&s.Tokens[k], token.Type), Council: s.council}
	m.Start, m.End = int(s.Tokens[min(k, day)].Start), int(s.Tokens[to].End)
	for j := from; j <= to; j++ {
		switch t := &s.Tokens[j]; {
		case t.Is(token.Owner):
			act.Owners = append(act.Owners, Owner{Key: s.Value(t, token.Owner), By: "before"})
		case t.Is(token.Own):
			act.Owners = append(act.Owners, Owner{Key: "own", By: "own", Gender: s.Value(t, token.Own)})
		}
	}
	if len(act.Owners) > 0 {
		m.Act = s.acts.add(act)
		s.add(m)
	}
}

// dateAfter looks for a date on the right of the type word at token k, with
// nothing but an owner and small words between, and no number.
func (s *scanner) dateAfter(k int) (from, to, day int) {
	from = k
	if k > 0 && !s.Tokens[k].Gap && (s.Tokens[k-1].Is(token.Own) || s.Tokens[k-1].Is(token.Owner)) {
		from = k - 1 // says whose it is, but is no part of the citation
	}
	for j := k + 1; j < len(s.Tokens) && j < k+7 && !s.Tokens[j].Gap; j++ {
		switch t := &s.Tokens[j]; {
		case t.Is(token.Date):
			if s.numberNear(j) {
				return 0, 0, -1
			}
			return from, j, j
		case t.Is(token.Owner), t.Is(token.Of), t.Is(token.About), t.Is(token.Own):
		default:
			return 0, 0, -1
		}
	}
	return 0, 0, -1
}

// numberNear reports whether a number follows the date at token j.
func (s *scanner) numberNear(j int) bool {
	return s.Follows(j+1, token.Number) || (s.Follows(j+1, token.Comma) || s.Follows(j+1, token.No) || s.Follows(j+1, token.Open)) && (s.Follows(j+2, token.Number) || s.Follows(j+2, token.Symbol))
}

// dateAhead looks for "owner, date, … adopted" on the left of the type word at
// token k, in languages that put the type last.
func (s *scanner) dateAhead(k int) (from, to, day int) {
	if k == 0 || s.Tokens[k].Gap || !s.Tokens[k-1].Is(token.Of) {
		return 0, 0, -1
	}
	for j := k - 1; j > 0 && s.Near(j, k, maxTitle); j-- {
		t := &s.Tokens[j]
		switch {
		case t.Is(token.Stop), t.Is(token.Type), t.Class == token.Number && s.Numbers[t.N].Form != token.Plain, t.Class == token.Symbol:
			return 0, 0, -1
		case t.Is(token.Date):
			if p := &s.Tokens[j-1]; !t.Gap && (p.Is(token.Owner) || p.Is(token.Own)) {
				return j - 1, k, j
			}
			return 0, 0, -1
		}
	}
	return 0, 0, -1
}
