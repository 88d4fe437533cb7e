package scan

import (
	"uncite/extract/internal/char"
	"uncite/extract/record"
)

// ownRules reads "its rules of procedure", whose "its" is token k: those of the body that
// issued the document. Where the paragraph has named another body before, "its" may be
// that one's, and there is no reference.
func (s *scanner) ownRules(k int) {
	if s.zone != record.Preamble && s.zone != record.Operative || s.Lang.Naming.Is("their", s.WordsOf(&s.Tokens[k])) || s.namesOther() {
		return
	}
	text := s.Text.Bytes
	at := char.SkipBlank(text, int(s.Tokens[k].End))
	end := at + s.Lang.Naming.Beginning("rules", string(text[at:char.Beyond(text, at, maxRules)]))
	if end == at || !s.Lang.Unsegmented && (char.Letter(text, end) > 0 || s.Lang.Naming.Is("generic", s.wordBehind(end))) {
		return
	}
	s.add(Mention{Rule: "name", Kind: record.Instrument, OwnRules: true, Start: at, End: end, Pinpoint: s.pinpoint(k, k)})
	s.nameEnd = end
}

// maxRules bounds the words for rules of procedure, in letters.
const maxRules = 60

// namesOther reports whether the paragraph has named a body so far that did not issue the
// document.
func (s *scanner) namesOther() bool {
	for i := s.first; i < len(s.mentions); i++ {
		m := &s.mentions[i]
		if m.Dropped || m.Kind != record.Entity && (len(m.Entries) == 0 || m.Entries[0].Kind != record.Entity) {
			continue
		}
		if len(m.Entries) != 1 || m.Entries[0].ID != s.issuing {
			return true
		}
	}
	return false
}
