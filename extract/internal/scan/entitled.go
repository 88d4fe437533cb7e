package scan

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/token"
)

// mostEntitled bounds the name in quotation marks of an initiative, in letters.
const mostEntitled = 140

// entitled adds the mention of the name that stands in the quotation marks which token k opens,
// right behind a noun for what bears such names: the campaign "Lamps for Every Pier". What the
// tables know under that name is read as ever; a word alone is of too many things.
func (s *scanner) entitled(k int) {
	t, text := &s.Tokens[k], s.Text.Bytes
	from, to := s.quotedFrom(int(t.Start))
	if from == 0 || bytes.IndexByte(text[from:to], ' ') < 0 || !s.bearsName(int(t.Start)) {
		return
	}
	for j := k; j < len(s.Tokens) && int(s.Tokens[j].Start) < to; j++ {
		if n := &s.Tokens[j]; n.Is(token.Name) && int(n.Start) <= from+1 && s.NamesAny(n, isFull) && int(n.End) >= to {
			return
		}
	}
	if words := string(text[from:to]); s.FullName(words) == nil && !s.Lang.Naming.Generic(words) {
		s.nameUnknown(from, to)
	}
}

// quotedFrom returns where the words stand between the quotation mark at i and the one that closes
// it, 0 where it opens none.
func (s *scanner) quotedFrom(i int) (from, to int) {
	text := s.Text.Bytes
	mark, size := utf8.DecodeRune(text[i:])
	closed, ok := closeQuotes[mark]
	if !ok || !opensQuote(text, i) {
		return 0, 0
	}
	from = i + size
	n := bytes.Index(text[from:char.Beyond(text, from, mostEntitled)], []byte(closed))
	if n <= 0 {
		return 0, 0
	}
	inside := bytes.TrimSpace(text[from : from+n])
	from += bytes.Index(text[from:], inside)
	if !char.BeginsCapital(text, from) {
		return 0, 0
	}
	return from, from + len(inside)
}

// bearsName reports whether the word before the quotation mark at i, in any case where nouns have
// them, is one for things that bear such names.
func (s *scanner) bearsName(i int) bool {
	naming, noun := s.Lang.Naming, s.wordBefore(i)
	if naming.Is(class.Of, noun) { // "the launch of"
		noun = s.wordBefore(len(bytes.TrimRight(s.Text.Bytes[:i], " ")) - len(noun))
	}
	if _, behind, elided := strings.Cut(noun, "'"); elided {
		noun = behind
	}
	return noun != "" && naming.Is(class.Entitled, char.Lower(noun))
}
