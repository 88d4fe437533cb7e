package scan

import (
	"bytes"

	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// owned notes whose the instrument is for which a short name stands: "the Agency, under its
// Statute", "States Members of the United Nations under its Charter".
func (s *scanner) owned(m *Mention) {
	if len(m.Entries) == 0 || m.Entries[0].Kind != record.Instrument {
		return
	}
	k := s.tokenFrom(m.Start) - 1
	m.Owned = k >= 0 && s.Tokens[k].Is(token.Own) && len(bytes.TrimSpace(s.Text.Bytes[s.Tokens[k].End:m.Start])) == 0
	m.OfUN = (m.Owned || s.Lang.Unsegmented) && s.namesUN(m.Start)
}

// namesUN reports whether the words for the United Nations stand shortly before i in its
// sentence, with no other name behind them and of none themselves.
func (s *scanner) namesUN(i int) bool {
	text := s.Text.Bytes
	far := farFromUN
	if s.Lang.Unsegmented {
		far = nearUN // where no "its" tells whose it is
	}
	low := char.Ahead(text, i, far)
	for _, name := range s.Lang.Naming.WordsOf(class.UnitedNations) {
		at := low + bytes.LastIndex(text[low:i], []byte(name))
		if at < low || bytes.ContainsAny(text[at:i], ".;:。；：") {
			continue
		}
		n := len(s.mentions)
		return n == s.first || s.mentions[n-1].End <= at
	}
	return false
}

// How far before the short name of its Charter the United Nations may stand, in letters.
const (
	farFromUN = 80
	nearUN    = 36
)
