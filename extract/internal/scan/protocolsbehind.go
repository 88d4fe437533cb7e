package scan

import (
	"strings"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/names"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// mostBehindTreaty bounds the words between a treaty and the several protocols to it that an
// "and" joins to it: how many, of what kind.
const mostBehindTreaty = 5

// protocolsBehind adds the mention of several protocols that are joined to the treaty of m and
// called its own, "the Convention on Tides and the Optional Protocols thereto", "and its
// Protocols", in scripts with blanks: which of them is cited, the words do not say.
func (s *scanner) protocolsBehind(m *Mention) {
	if s.Lang.Unsegmented || !instrumental(m) || m.isProtocol() {
		return
	}
	from, to, owned := s.severalBehind(s.andBehind(m.End))
	if to == 0 || s.underOneName(from, to) {
		return
	}
	end, tied := s.tiedBack(to)
	if !tied && !owned {
		return
	}
	if w := s.wordBehind(to); utf8.RuneCountInString(w) >= leastAdjective && s.toProtocol(w) {
		to = char.SkipBlank(s.Text.Bytes, to) + len(w)
	}
	several := Mention{Rule: "name", Kind: record.Instrument, Protocols: true, Start: from, End: to, Note: s.NoteAt(max(to, end))}
	if !m.Short && len(m.Entries) == 1 {
		several.Treaty = m.Entries[0]
	}
	s.addName(several)
	s.nameEnd = max(to, end)
}

// leastAdjective is the least letters of an adjective of protocols, which no tie has.
const leastAdjective = 9

// andBehind returns where the "and" ends that follows i and the marks of notes there, 0 where
// none does.
func (s *scanner) andBehind(i int) int {
	text := s.Text.Bytes
	if s.NoteAt(i) > 0 {
		for i < len(text) && text[i] != ' ' {
			i++
		}
	}
	i = char.SkipBlank(text, i)
	and := s.wordBehind(i)
	if s.Lang.Proclitics {
		_, size := utf8.DecodeRuneInString(and)
		and = and[:size]
	}
	if and == "" || !s.Lang.Naming.Is(class.And, and) {
		return 0
	}
	return i + len(and)
}

// severalBehind returns where the words for several protocols begin and end right behind the
// "and" that ends at i, 0 where other words stand there, and whether "its" stands before them.
func (s *scanner) severalBehind(i int) (from, to int, owned bool) {
	if i == 0 {
		return 0, 0, false
	}
	text, naming := s.Text.Bytes, s.Lang.Naming
	for n := range mostBehindTreaty {
		i = char.SkipBlank(text, i)
		w := strings.TrimRight(names.WordAt(text, i), ",;.")
		tie := naming.Is(class.Link, w) || naming.Is(class.Preposition, w)
		switch {
		case w == "" || naming.Is(class.Break, w) || tie && n > 0:
			return 0, 0, false
		case from == 0 && naming.Is(class.OwnProtocols, w):
			return i, i + len(w), true
		case naming.Is(class.Protocols, w):
			if from == 0 {
				from = i
			}
			return from, i + len(w), owned
		case s.ownAt(i):
			owned = true
		case from == 0 && !tie && !naming.Is(class.The, w):
			from = i // "Optional"
		}
		i += len(w)
	}
	return 0, 0, false
}

// ownAt reports whether a word that says whose a thing is, "its", stands at i.
func (s *scanner) ownAt(i int) bool {
	k := s.tokenFrom(i)
	return k < len(s.Tokens) && int(s.Tokens[k].Start) == i && s.Tokens[k].Is(token.Own)
}

// underOneName reports whether the tables have what is named from one place to another under one
// name: it is no short name of several protocols.
func (s *scanner) underOneName(from, to int) bool {
	k := s.tokenFrom(from)
	if k >= len(s.Tokens) || int(s.Tokens[k].Start) >= to || !s.Tokens[k].Is(token.Name) {
		return false
	}
	entries, short := s.NamesAt(&s.Tokens[k])
	return !short || len(entries) == 1
}

// ownProtocols reads "and its Protocols" in a script without blanks, whose "its" is token k, right behind the treaty whose
// protocols they are: which of them is cited, the words do not say.
func (s *scanner) ownProtocols(k int) {
	n := len(s.mentions)
	if !s.Lang.Unsegmented || n == s.first || k == 0 || !s.Tokens[k-1].Is(token.And) {
		return
	}
	of, and, own := &s.mentions[n-1], &s.Tokens[k-1], &s.Tokens[k]
	if !instrumental(of) || of.isProtocol() || s.wordsFrom(of.End, int(and.Start)) != "" || s.wordsFrom(int(and.End), int(own.Start)) != "" {
		return
	}
	if p, ok := s.protocolBehind(int(own.End), int(own.End)); ok && p.several {
		s.addName(Mention{Rule: "name", Kind: record.Instrument, Protocols: true, Start: p.from, End: p.to, Note: s.NoteAt(p.to)})
		s.nameEnd = p.to
	}
}

// wordsFrom returns the words from one place to another, without the blanks and the comma beside them.
func (s *scanner) wordsFrom(from, to int) string {
	return strings.Trim(string(s.Text.Bytes[from:max(from, to)]), " ,")
}
