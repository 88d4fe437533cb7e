package scan

import (
	"strings"

	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/place"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// ownRules reads "its rules of procedure", whose "its" is token k: those of the body that
// issued the document. Where the paragraph has named another body before, "its" may be
// that one's, and there is no reference.
func (s *scanner) ownRules(k int) {
	if s.zone != record.Preamble && s.zone != record.Operative || s.Lang.Naming.Is(class.Their, s.WordsOf(&s.Tokens[k])) || s.namesOther() {
		return
	}
	text := s.Text.Bytes
	at := char.SkipBlank(text, int(s.Tokens[k].End))
	words := string(text[at:char.Beyond(text, at, maxRules)])
	end, placed := at+s.Lang.Naming.Beginning(class.Rules, words), false
	if end == at {
		end, placed = at+s.Lang.Naming.Beginning(class.RulesPlaced, words), true
	}
	if end == at || !s.Lang.Unsegmented && (char.Letter(text, end) > 0 || s.Lang.Naming.Is(class.Generic, s.wordBehind(end))) {
		return
	}
	before, after := s.pinpoints(k, k)
	if s.Lang.TypeFollows {
		if r := s.readPlaces(); r.MayBegin(end) {
			after, _ = r.Run(end, func(i int) bool { return s.endsPlaces(r, i) })
		}
	}
	places := place.AppendPlaces(before, after)
	if placed && (len(places) == 0 && !s.directlyBehind(k) || !s.closed(end)) {
		return
	}
	for i := range places {
		if places[i].Unit == "art." {
			places[i].Unit = "rule"
		}
	}
	if s.Lang.Proclitics { // "its" is an ending of the noun
		at = int(s.Tokens[k].Start)
	}
	s.add(Mention{Rule: "name", Kind: record.Instrument, OwnRules: true, Start: at, End: end, Pinpoint: place.Join(places)})
	s.nameEnd = end
}

// directlyBehind reports whether token k stands right behind the verb of the clause,
// "recalling its", or behind the one infinitive that follows it, "decide aprobar su".
func (s *scanner) directlyBehind(k int) bool {
	if k == 0 || !s.Tokens[k-1].Is(token.Verb) {
		return false
	}
	between := strings.TrimSpace(string(s.Text.Bytes[s.Tokens[k-1].End:s.Tokens[k].Start]))
	return between == "" || !strings.Contains(between, " ") && s.Lang.Naming.EndsWith(class.Verb, []byte(between))
}

// closed reports whether a mark, an "and" or the end of the text stands at i.
func (s *scanner) closed(i int) bool {
	next := s.wordBehind(i)
	return next == "" || char.Letter([]byte(next), 0) == 0 && !char.IsDigit(next[0]) || s.Lang.Naming.Is(class.And, next)
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
