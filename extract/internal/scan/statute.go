package scan

import (
	"slices"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// Founding are the classes of instruments that set a body up and are called after it.
var Founding = map[string]bool{"statute": true, "constitution": true, "charter": true}

// bodyBehind returns what the short name of a body says to which "of" ties the short name of a
// statute at token k, "the Statute of the Agency", nil where none stands there.
func (s *scanner) bodyBehind(k int, entries []*authority.Entry) *Mention {
	if s.Lang.Unsegmented {
		return nil
	}
	j := s.behindOf(k)
	if s.Lang.Proclitics && !s.tiedTo(k) || !s.Lang.Proclitics && j == k+1 && !s.Lang.Genitive || !s.Follows(j, token.Name) ||
		!slices.ContainsFunc(entries, func(e *authority.Entry) bool { return Founding[e.Class] }) {
		return nil
	}
	t := &s.Tokens[j]
	bodies, short := s.NamesAt(t)
	bodies = slices.DeleteFunc(slices.Clone(bodies), func(e *authority.Entry) bool { return e.Kind != record.Entity })
	between := strings.TrimSpace(string(s.Text.Bytes[s.Tokens[k].End:t.Start]))
	if !short || len(bodies) == 0 || between != "" && j == k+1 || s.partOfLonger(j) {
		return nil
	}
	m := &Mention{Rule: "name", Short: true, Entries: bodies, Start: int(t.Start), End: int(t.End)}
	s.recall(m)
	return m
}
