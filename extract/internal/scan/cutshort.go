package scan

import (
	"slices"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/names"
	"uncite/extract/record"
)

// mostBack bounds the mentions, and mostCut the names, among which a title that is cut
// short is looked for.
const (
	mostBack = 1000
	mostCut  = 4
)

// cutShort returns the entries whose full name the document has printed before and of which the
// title that ends at the offset is the first words, with a complement of its own: "Office of the High
// Envoy", once "Office of the High Envoy for Tides and Lights" has been named. It is
// none where the words behind go on with a name.
func (s *scanner) cutShort(title string, to int) (entries []*authority.Entry) {
	if s.complementBehind(to) {
		return nil
	}
	key := ""
	for i := len(s.mentions) - 1; i >= max(0, len(s.mentions)-mostBack) && len(entries) < mostCut; i-- {
		m := &s.mentions[i]
		if m.End-m.Start <= len(title) || m.Short || len(m.Entries) != 1 || m.Entries[0].Kind == record.State || slices.Contains(entries, m.Entries[0]) {
			continue
		}
		name := s.wordsOf(i)
		if name[0] != title[0] {
			continue
		}
		if key == "" {
			key = names.Key(title) + " "
		}
		if strings.HasPrefix(names.Key(name), key) {
			entries = append(entries, m.Entries[0])
		}
	}
	return entries
}

// complementBehind reports whether a word with a capital, or one that leads what a thing is about or of,
// stands behind the offset.
func (s *scanner) complementBehind(i int) bool {
	text := s.Text.Bytes
	at := char.SkipBlank(text, i)
	word := names.WordAt(text, at)
	return at > i && word != "" && (char.BeginsCapital(text, at) || s.Lang.Naming.Is(class.Begin, word) || s.Lang.Naming.Is(class.Of, word))
}

// openEnded reports whether the title that ends at the offset is but a head and the United Nations, and
// what it is about stands behind in small letters, of which nobody can tell the end: "Convención de
// las Naciones Unidas sobre la niebla".
func (s *scanner) openEnded(title string, to int) bool {
	naming := s.Lang.Naming
	if !naming.HeadFirst() || !naming.Is(class.Begin, s.wordBehind(to)) {
		return false
	}
	return slices.ContainsFunc(naming.WordsOf(class.Owner), func(of string) bool { return title == naming.HeadOf(title)+" "+of })
}

// wordsOf returns the words of a mention, of this part of the paragraph or of one before.
func (s *scanner) wordsOf(i int) string {
	m := &s.mentions[i]
	if i >= s.first {
		return string(s.Text.Bytes[m.Start:m.End])
	}
	return s.source[m.Start:m.End]
}
