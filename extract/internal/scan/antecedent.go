package scan

import (
	"slices"

	"uncite/extract/internal/token"
)

// backReference reads "the same resolution" at token k: the one named last, or
// all of the list named last.
func (s *scanner) backReference(k int) {
	if s.Follows(k+1, token.Number) || s.Follows(k+1, token.No) {
		return // "that resolution 60/288"
	}
	last := len(s.mentions) - 1
	for last >= s.first && (!s.mentions[last].numbered() || s.mentions[last].Act.Type == "decision") {
		last--
	}
	if last < s.first {
		return // too far away to be sure of
	}
	same := []int{last}
	for i := last - 1; i >= s.first && s.mentions[i].numbered() && s.mentions[i].Act.group == s.mentions[last].Act.group; i-- {
		same = append(same, i)
	}
	slices.Reverse(same)
	t := &s.Tokens[k]
	s.add(Mention{
		Rule: "back", Same: same, All: s.Value(t, token.Back) == "all", Start: int(t.Start), End: int(t.End), Pinpoint: s.pinpoint(k, k),
	})
}
