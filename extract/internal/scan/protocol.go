package scan

import (
	"bytes"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// Bounds of what stands between a protocol and its treaty: tokens, words and bytes.
const (
	mostToTreaty      = 6
	mostToTreatyWords = 6
	mostToTreatyBytes = 120
)

// protocolTo adds the mention of a protocol that no table knows to the treaty at token k,
// "Protocole portant modification de la Convention sur …", where the words between only
// tie the one to the other. The treaty is not what is cited.
func (s *scanner) protocolTo(k int, e *authority.Entry) bool {
	t, text := &s.Tokens[k], s.Text.Bytes
	if e.Kind != record.Instrument || s.Lang.Unsegmented {
		return false
	}
	if from, ok := s.protocolRightBefore(t); ok {
		s.forgetInside(from, int(t.End))
		s.nameUnknown(from, int(t.End))
		return true
	}
	for j := k - 1; j >= s.tokenFrom(s.floor()) && j >= k-mostToTreaty; j-- {
		h := &s.Tokens[j]
		if h.Gap && j < k-1 || t.Start-h.End > mostToTreatyBytes {
			return false
		}
		if !(h.Is(token.Head) || h.Is(token.Name)) {
			continue
		}
		if !s.Lang.Naming.HeadIs("protocol", s.WordsOf(h)) || h.Is(token.Name) && s.NamesAny(h, func(_ *authority.Entry, short bool) bool { return !short }) {
			return false
		}
		if !s.tiesTreaty(text[h.End:t.Start]) {
			return false
		}
		s.nameUnknown(int(h.Start), int(t.End))
		return true
	}
	return false
}

// tiesTreaty reports whether the words tie a treaty to a head noun before it: no mark, no
// verb and no "and" stands among them.
func (s *scanner) tiesTreaty(between []byte) bool {
	if bytes.ContainsAny(between, ",;.:()\"") {
		return false
	}
	words := strings.Fields(string(between))
	for _, w := range words {
		if s.Lang.Naming.Is("and", w) || s.Lang.Naming.Is("break", w) {
			return false
		}
	}
	return len(words) > 1 && len(words) <= mostToTreatyWords
}

// Bounds of what ties a treaty to a protocol right before it: words, and letters of the last
// of them, a preposition, perhaps one that is written as one with the treaty.
const (
	mostToProtocol = 2
	longestTie     = 2
)

// protocolRightBefore returns where the word for a protocol begins of which only a preposition,
// or a participle and one, parts the treaty t: "протокол к Конвенции о …". The ordinals and
// adjectives before it may have made it a short name of its own.
func (s *scanner) protocolRightBefore(t *token.Token) (from int, ok bool) {
	at := int(t.Start)
	for n := 0; n <= mostToProtocol; n++ {
		word := s.wordBefore(at)
		if word == "" || strings.ContainsAny(word, ",;.:)\"") {
			return 0, false
		}
		at = len(bytes.TrimRight(s.Text.Bytes[:at], " ")) - len(word)
		switch {
		case n > 0 && s.Lang.Naming.Is(protocolClass, word):
			return at, true
		case s.Lang.Naming.Is("and", word), n > 0 && s.Lang.Naming.Is("break", word), n == 0 && char.Letters(word) > longestTie:
			return 0, false
		}
	}
	return 0, false
}
