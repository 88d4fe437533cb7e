package scan

import (
	"uncite/extract/internal/char"
	"uncite/extract/internal/token"
)

// maxTableLine is how long a line below a heading may be without ending what it
// heads, in letters: titles stand between the numbers, prose does not.
const maxTableLine = 240

// headingParts are the classes of tokens of a line that is only an owner and a type
// word: "General Assembly resolutions", "Resolutions of the Council".
var headingParts = token.SetOf(token.Owner, token.Type, token.Of, token.Name, token.And)

// underHeading opens the list that a line above heads, where the paragraph begins
// with a number; a paragraph that is such a line itself heads what follows.
func (s *scanner) underHeading() {
	if typ, ok := s.isHeading(); ok {
		var h head
		s.takeHead(typ, &h)
		s.heading = list{}
		if len(h.owners) > 0 {
			s.heading = list{open: true, typ: h.typ, owners: h.owners, plain: true, both: h.both}
		}
		return
	}
	switch {
	case !s.heading.open || s.list.open:
	case !s.Within(0, int32(len(s.Text.Bytes)), maxTableLine):
		s.heading = list{}
	case len(s.Tokens) > 0 && s.Tokens[0].Start == 0 && s.NumberAt(0) && s.listed():
		s.list = s.heading
	}
}

// isHeading returns the type word of a paragraph that is nothing but an owner and
// a type word.
func (s *scanner) isHeading() (typ int, ok bool) {
	typ = -1
	owner := false
	for k := range s.Tokens {
		t := &s.Tokens[k]
		if t.Gap || t.Kinds&headingParts == 0 || t.Is(token.Own) || t.Is(token.Back) {
			return 0, false
		}
		owner = owner || t.Is(token.Owner)
		if t.Is(token.Type) {
			typ = k
		}
	}
	if typ < 0 || !owner {
		return 0, false
	}
	end := int(s.Tokens[len(s.Tokens)-1].End)
	return typ, char.Letters(s.Text.Bytes[end:]) <= 1 // a colon
}

// listed reports whether the numbers with which the paragraph begins end a line or
// lead a title, and no sentence: "57/300; 58/269".
func (s *scanner) listed() bool {
	for k := range s.Tokens {
		if t := &s.Tokens[k]; t.Gap || t.Is(token.Verb) || t.Is(token.Of) && k == 1 {
			return t.Gap
		}
	}
	return true
}
