package scan

import (
	"bytes"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/names"
)

// leastCalled is the least letters of a name that a sentence gives a thing.
const leastCalled = 4

// defineCalled adds the mention of the name that a sentence gives to what it founds, behind the
// word "called" at token k, in a script without blanks: "establish a fund called Reef Fund". In
// quotation marks it needs no founding; what the tables know is read as ever.
func (s *scanner) defineCalled(k int) {
	t, text, naming := &s.Tokens[k], s.Text.Bytes, s.Lang.Naming
	from, to, quoted := s.calledEnd(int(t.End))
	words := string(text[from:max(from, to)])
	if !s.Lang.Unsegmented || utf8.RuneCountInString(words) < leastCalled || len(naming.Keys(words)) == 0 || naming.Generic(words) || s.FullName(words) != nil {
		return
	}
	clause := text[char.Ahead(text, int(t.Start), maxPaper):t.Start]
	if open := bytes.LastIndexByte(clause, '('); open > bytes.LastIndexByte(clause, ')') {
		s.defineName(from, to, int(t.Start)-len(clause)+open, s.bracketBehind(int(t.Start)-len(clause)+open))
		return // another name of what stands before the bracket
	}
	if i := bytes.LastIndexAny(bytes.TrimRight(clause, ","), ",;"); i >= 0 {
		clause = clause[i:]
	}
	if !quoted && !naming.Holds(class.Founds, string(clause)) && !naming.EndsWith(class.Renames, text[:t.End]) {
		return
	}
	s.nameUnknown(from, to)
	s.learn(from, to, len(s.mentions)-1)
}

// calledEnd returns where the name stands that begins at i: in quotation marks, or up to the first
// of what is no letter of it.
func (s *scanner) calledEnd(i int) (from, to int, quoted bool) {
	text := s.Text.Bytes
	for _, marks := range names.QuotationMarks {
		if behind, ok := bytes.CutPrefix(text[i:], []byte(marks[0])); ok {
			from = i + len(marks[0])
			end := bytes.Index(behind[:char.Beyond(behind, 0, maxBracket)], []byte(marks[1]))
			return from, from + max(end, 0), true
		}
	}
	for to = i; to < len(text); {
		r, size := utf8.DecodeRune(text[to:])
		letter := string(text[to : to+size])
		if !char.Han(r) || s.Lang.Naming.Is(class.Particle, letter) && s.Lang.Naming.Is(class.Indefinite, letter) {
			break
		}
		to += size
	}
	return i, to, false
}

// calledWord is the value of the words for "called": the name of what stands behind them.
const calledWord = "called"
