package scan

import (
	"slices"
	"strconv"
	"strings"

	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// keepNote keeps which mentions a footnote made, for a later one that points to
// it by its number.
func (s *scanner) keepNote(number string) {
	n, err := strconv.Atoi(strings.TrimPrefix(number, "n"))
	if err != nil {
		return
	}
	if s.notes == nil {
		s.notes = map[int][2]int{}
	}
	s.notes[n] = s.note
}

// noteAbove reads, at token k of a footnote, words that point to another note of
// the document, "note 1 above", "supra note 1": its sources are meant.
func (s *scanner) noteAbove(k int) {
	if s.zone != record.Footnote || !s.Follows(k+1, token.Number) || s.Tokens[k+1].Class != token.Number {
		return
	}
	number := &s.Numbers[s.Tokens[k+1].N]
	first, last := k, k+1
	switch {
	case number.Form != token.Plain:
		return
	case s.Follows(k+2, token.Above):
		last = k + 2
	case k > 0 && !s.Tokens[k].Gap && s.Tokens[k-1].Is(token.Above):
		first = k - 1
	case k > 1 && !s.Tokens[k].Gap && s.Tokens[k-1].Is(token.Comma) && s.Tokens[k-2].Is(token.Above) && !s.Tokens[k-1].Gap:
		first = k - 2
	default:
		return
	}
	same, many := s.sourcesOfNoteNumber(number.A)
	if len(same) == 0 && many == 0 {
		return
	}
	s.add(Mention{Rule: "note-above", Same: slices.Clone(same), Many: many,
		Start: int(s.Tokens[first].Start), End: int(s.Tokens[last].End), Pinpoint: s.pinpoint(first, last)})
}

// sourcesOfNoteNumber returns the sources of the note with the number, as
// sourcesOfNote does of the note before.
func (s *scanner) sourcesOfNoteNumber(n int) (same []int, many int) {
	before := s.note
	defer func() { s.note = before }()
	var ok bool
	if s.note, ok = s.notes[n]; !ok {
		return nil, 0
	}
	return s.sourcesOfNote()
}
