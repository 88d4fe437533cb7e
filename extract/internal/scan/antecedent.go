package scan

import "uncite/extract/internal/token"

// backReference reads "the same resolution" at token k: the one named last, or
// all of the list named last.
func (s *scanner) backReference(k int) {
	if s.Follows(k+1, token.Number) || s.Follows(k+1, token.No) {
		return // "that resolution 60/288"
	}
	from := max(s.first, len(s.mentions)-mostMeant)
	last := len(s.mentions) - 1
	for last >= from && (!s.mentions[last].numbered() || s.mentions[last].Act.Type == "decision") {
		last--
	}
	if last < from {
		return // too far away to be sure of
	}
	t := &s.Tokens[k]
	m := Mention{
		Rule: "back", All: s.Value(t, token.Back) == "all", Start: int(t.Start), End: int(t.End), Pinpoint: s.pinpoint(k, k),
	}
	if n := s.listTo(last); n > mostMeant {
		m.Many = n
	} else {
		for i := last - n + 1; i <= last; i++ {
			m.Same = append(m.Same, i)
		}
	}
	s.addMany(m)
}

// listTo counts the numbers of the list that ends with a mention. What was counted
// last is kept: a text may ask often.
func (s *scanner) listTo(last int) int {
	if s.counted.last == last && s.counted.first == s.first && s.counted.group == s.mentions[last].Act.group {
		return s.counted.numbers
	}
	n := 1
	for i := last - 1; i >= s.first && s.mentions[i].numbered() && s.mentions[i].Act.group == s.mentions[last].Act.group; i-- {
		n++
	}
	s.counted = counted{last, s.first, s.mentions[last].Act.group, n}
	return n
}

// counted is the length of the list that ends with the mention last.
type counted struct {
	last, first int
	group       int32
	numbers     int
}
