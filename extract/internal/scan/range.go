package scan

import "uncite/extract/internal/token"

// maxRange is how many numbers a range may have: more are two numbers that stand
// beside each other by chance.
const maxRange = 50

// rangeTo adds mentions of the numbers between the one before and the one at
// token k, where the two are the ends of a range: "72/246 to 72/248".
func (s *scanner) rangeTo(k int) {
	to := &s.Numbers[s.Tokens[k].N]
	j := k - 1
	for j > 0 && s.Tokens[j].Is(token.No) && !s.Tokens[j+1].Gap {
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
