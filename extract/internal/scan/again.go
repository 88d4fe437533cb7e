package scan

import (
	"bytes"
	"unicode/utf8"

	"uncite/extract/record"
)

// namedAgain are the names of a document that no table knows, in a script without blanks, by
// their last letter: where its words recur they name the thing again, whatever stands before
// them.
type namedAgain map[rune][]string

// Bounds of such names: those of one last letter, and the letters of one that tells enough.
const (
	mostAgain  = 24
	leastAgain = 5
)

// keepName keeps the title of the mention, for what names it again.
func (s *scanner) keepName(m *Mention) {
	if !s.Lang.Unsegmented || m.Kind == record.Publication || m.Kind == record.Law || m.Short || m.Untold || len(m.Entries) > 0 || m.Foreign != "" || utf8.RuneCountInString(m.Title) < leastAgain {
		return
	}
	if s.again == nil {
		s.again = namedAgain{}
	}
	last, _ := utf8.DecodeLastRuneInString(m.Title)
	if kept := s.again[last]; len(kept) < mostAgain {
		s.again[last] = append(kept, m.Title)
	}
}

// nameAgain adds the mention of the name that the document has had before and that ends with
// the head noun at token k, the longest of several.
func (s *scanner) nameAgain(k int) bool {
	if len(s.again) == 0 {
		return false
	}
	text, end := s.Text.Bytes, int(s.Tokens[k].End)
	last, _ := utf8.DecodeLastRune(text[:end])
	name := ""
	for _, title := range s.again[last] {
		if len(title) > len(name) && bytes.HasSuffix(text[:end], []byte(title)) {
			name = title
		}
	}
	if from := end - len(name); name == "" || from < s.nameEnd || s.Lang.Naming.GoesOn(text[end:]) {
		return false
	}
	s.nameUnknown(end-len(name), end)
	return true
}

// mostTitles bounds the titles of one document that it may name again without their marks.
const mostTitles = 16

// learnTitle keeps the title of an instrument that no table knows, which is the mention added
// last, as a name of the document: it may stand without its marks further on.
func (s *scanner) learnTitle(m *Mention) {
	if m.Rule != "title" || m.Kind != record.Instrument || m.Short || m.Untold || s.learned >= mostTitles || utf8.RuneCountInString(m.Title) < leastAgain {
		return
	}
	s.learned++
	s.learn(m.Start+len("《"), m.End-len("》"), len(s.mentions)-1)
}
