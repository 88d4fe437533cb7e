package scan

import (
	"strings"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/internal/names"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// mostBehindTreaty bounds the words between a treaty and the several protocols to it that an
// "and" joins to it.
const mostBehindTreaty = 5

// protocolsBehind adds the mention of several protocols that the words behind the treaty of m
// call its own, "the Convention on Tides and the Optional Protocols thereto", where words have
// no cases: where they have, these are short names of the protocols.
func (s *scanner) protocolsBehind(m *Mention) {
	if s.Lang.Unsegmented || s.Lang.Proclitics || s.Lang.Naming.Cases() || len(m.Entries) != 1 || m.Entries[0].Kind != record.Instrument {
		return
	}
	text, naming := s.Text.Bytes, s.Lang.Naming
	at := m.End
	if s.NoteAt(at) > 0 {
		for at < len(text) && text[at] != ' ' {
			at++
		}
	}
	if !naming.Is("and", s.wordBehind(at)) {
		return
	}
	from, owned := 0, false
	for range mostBehindTreaty {
		at = char.SkipBlank(text, at)
		w := strings.TrimRight(names.WordAt(text, at), ",;.")
		switch {
		case w == "":
			return
		case naming.Is(severalProtocols, w):
			if from == 0 {
				from = at
			}
			s.addProtocolsBehind(m, from, at+len(w), owned)
			return
		case naming.Is("and", w) || naming.Is("the", w):
		case s.ownAt(at):
			owned = true
		case char.BeginsCapital(text, at) && from == 0:
			from = at // "Optional"
		case naming.Is("break", w):
			return
		}
		at += len(w)
	}
}

// ownAt reports whether a word that says whose a thing is, "its", stands at i.
func (s *scanner) ownAt(i int) bool {
	k := s.tokenFrom(i)
	return k < len(s.Tokens) && int(s.Tokens[k].Start) == i && s.Tokens[k].Is(token.Own)
}

// addProtocolsBehind adds the mention of the protocols from one place to another, with the
// adjective behind them, to the treaty of m where they are owned or tied back to it.
func (s *scanner) addProtocolsBehind(m *Mention, from, to int, owned bool) {
	if k := s.tokenFrom(from); k < len(s.Tokens) && int(s.Tokens[k].Start) < to && s.Tokens[k].Is(token.Name) {
		return // the tables have them under one name
	}
	if _, tied := s.tiedBack(to); !tied && !owned {
		return
	}
	if w := s.wordBehind(to); utf8.RuneCountInString(w) >= leastAdjective && s.toProtocol(w) {
		to = char.SkipBlank(s.Text.Bytes, to) + len(w)
	}
	s.addName(Mention{
		Rule: "name", Kind: record.Instrument, Treaty: m.Entries[0], Protocols: true,
		Start: from, End: to, Note: s.NoteAt(to),
	})
	s.nameEnd = to
}

// leastAdjective is the least letters of an adjective of protocols, which no tie has.
const leastAdjective = 9
