package scan

import (
	"bytes"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// mostToProtocol bounds the words that tie a treaty to a protocol before it.
const mostToProtocol = 6

// protocolTo adds the mention of a protocol that no table knows to the treaty at token k,
// "Protocole portant modification de la Convention sur …". The treaty is not what is cited.
func (s *scanner) protocolTo(k int, e *authority.Entry) bool {
	if e.Kind != record.Instrument || s.Lang.Unsegmented {
		return false
	}
	t := &s.Tokens[k]
	from, ok := s.protocolBefore(t)
	if ok {
		s.forgetInside(from, int(t.End)) // ordinals before it may have made it a short name of its own
		s.nameUnknown(from, int(t.End))
	}
	return ok
}

// protocolBefore returns where the word for a protocol begins of which only words of the
// table that tie a treaty to it part the treaty t: no verb, no "and" and no "or" does.
func (s *scanner) protocolBefore(t *token.Token) (from int, ok bool) {
	at := int(t.Start)
	for n := 0; n <= mostToProtocol; n++ {
		word := s.wordBefore(at)
		if word == "" {
			return 0, false
		}
		at = len(bytes.TrimRight(s.Text.Bytes[:at], " ")) - len(word)
		switch {
		case n > 0 && s.Lang.Naming.Is(protocolClass, word):
			return at, true
		case strings.Trim(word, "0123456789") != "" && !s.Lang.Naming.Is("to-protocol", word): // a year may stand there
			return 0, false
		}
	}
	return 0, false
}
