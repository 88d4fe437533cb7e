package scan

import (
	"bytes"

	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// notePointed notes for the short names of instruments that point back, from mention first on, where
// what they point to is none that was read: "that Agreement", behind "an agreement on tides".
func (s *scanner) notePointed(first int) {
	known := map[string]int{} // where the last name before next ends, by its head nouns
	next := first
	for i := first; i < len(s.mentions); i++ {
		m := &s.mentions[i]
		if !m.Short || !m.Pointed || m.Head == "" || len(m.Same) > 0 || !ofInstruments(m) {
			continue
		}
		for ; next < i; next++ { // few paragraphs point to anything
			s.noteHeads(&s.mentions[next], known)
		}
		if !s.pointsPast(first, i, known) {
			continue
		}
		m.Passed = true
		if s.Lang.Naming.Kind(m.Head) == record.Publication {
			m.Kind = record.Publication // any report
		}
	}
}

// noteHeads notes where the name that the mention may be ends, by its head nouns.
func (s *scanner) noteHeads(m *Mention, known map[string]int) {
	if !m.named() {
		return
	}
	for _, head := range s.keysOf(string(s.Text.Bytes[m.Start:m.End])) {
		known[head] = max(known[head], m.End)
	}
}

// pointsPast reports whether the head noun of mention i stands before it in the paragraph, behind all
// instruments of such a head that are known there, in words that no mention from first on covers.
func (s *scanner) pointsPast(first, i int, known map[string]int) bool {
	m := &s.mentions[i]
	from := min(known[m.Head], m.Start)
	if s.Lang.Unsegmented {
		at := bytes.LastIndex(s.Text.Bytes[from:m.Start], []byte(m.Head))
		return at >= 0 && !s.coveredBy(first, i, from+at)
	}
	for k, n := s.tokenFrom(m.Start)-1, 0; k >= 0 && int(s.Tokens[k].Start) >= from && n < mostPassed; k, n = k-1, n+1 {
		if t := &s.Tokens[k]; (t.Is(token.Head) || t.Is(token.Name)) && s.headOf(s.Text.Bytes[t.Start:t.End]) == m.Head {
			return !s.coveredBy(first, i, int(t.Start))
		}
	}
	return false
}

// mostPassed bounds the way back to what words point to, in tokens, and longestName a name that may
// cover them, in bytes.
const (
	mostPassed  = 60
	longestName = 2048
)

// coveredBy reports whether one of the mentions from first to i has the place in its words.
func (s *scanner) coveredBy(first, i, at int) bool {
	for j := i - 1; j >= first && s.mentions[j].Start > at-longestName; j-- {
		if o := &s.mentions[j]; o.Start <= at && at < o.End {
			return true
		}
	}
	return false
}
