package scan

import (
	"bytes"
	"slices"

	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// notePointed notes for the short names of instruments that point back, from mention first on, where
// what they point to is none that was read: "that Agreement", behind "an agreement on tides".
func (s *scanner) notePointed(first int) {
	for i := first; i < len(s.mentions); i++ {
		m := &s.mentions[i]
		if m.Short && m.Pointed && m.Head != "" && len(m.Same) == 0 && ofInstruments(m) && s.pointsPast(first, i) {
			m.Passed = true
			if s.Lang.Naming.Kind(m.Head) == record.Publication {
				m.Kind = record.Publication // any report
			}
		}
	}
}

// pointsPast reports whether the head noun of mention i stands before it in the paragraph, behind all
// instruments of such a head that were read there, in words that no mention from first on covers.
func (s *scanner) pointsPast(first, i int) bool {
	m := &s.mentions[i]
	known := -1 // where the last of these ends
	for j := first; j < i; j++ {
		o := &s.mentions[j]
		if o.named() && o.End <= m.Start && slices.Contains(s.Lang.Naming.Keys(string(s.Text.Bytes[o.Start:o.End])), m.Head) {
			known = max(known, o.End)
		}
	}
	if s.Lang.Unsegmented {
		at := bytes.LastIndex(s.Text.Bytes[:m.Start], []byte(m.Head))
		return at > known && !s.coveredBy(first, i, at)
	}
	for k, n := s.tokenFrom(m.Start)-1, 0; k >= 0 && int(s.Tokens[k].Start) > known && n < mostPassed; k, n = k-1, n+1 {
		if t := &s.Tokens[k]; (t.Is(token.Head) || t.Is(token.Name)) && s.headOf(s.Text.Bytes[t.Start:t.End]) == m.Head {
			return !s.coveredBy(first, i, int(t.Start))
		}
	}
	return false
}

// mostPassed bounds the way back to what words point to, in tokens.
const mostPassed = 60

// coveredBy reports whether one of the mentions from first to i has the place in its words.
func (s *scanner) coveredBy(first, i, at int) bool {
	return slices.ContainsFunc(s.mentions[first:i], func(o Mention) bool { return o.Start <= at && at < o.End })
}
