package scan

import (
	"bytes"
	"strings"

	"uncite/extract/internal/class"
	"uncite/extract/internal/token"
)

// backReference reads "the same resolution" at token k: the one named last, or
// all of the list named last.
func (s *scanner) backReference(k int) {
	start := s.withoutOf(k)
	if !s.Lang.TypeFollows && (s.Follows(k+1, token.Number) || s.Follows(k+1, token.No)) {
		return // "that resolution 60/288"
	}
	from := max(s.first, len(s.mentions)-mostMeant)
	last := len(s.mentions) - 1
	for last >= from && (!s.mentions[last].numbered() || s.mentions[last].Act.Type == "decision") {
		last--
	}
	if last < from {
		return // too far away to be sure of
	}
	t := &s.Tokens[k]
	m := Mention{
		Rule: "back", All: s.Value(t, token.Back) == "all", Start: start, End: int(t.End), Pinpoint: s.pinpoint(k, k),
	}
	if n := s.listTo(last); n > mostMeant {
		m.Many = n
	} else {
		for i := last - n + 1; i <= last; i++ {
			m.Same = append(m.Same, i)
		}
	}
	s.addMany(m)
}

// withoutOf is where the words begin that point back at token k, without the "of" that one
// form of the tables has in common with what ties a place: "de la misma resolución". Of
// these the token keeps its noun, so that the places before reach it.
func (s *scanner) withoutOf(k int) int {
	t := &s.Tokens[k]
	words := string(s.WordsOf(t))
	of, _, _ := strings.Cut(words, " ")
	if !s.Lang.Naming.Is(class.Of, of) {
		return s.articleBefore(k)
	}
	start := int(t.Start) + len(of) + 1
	t.Start += int32(strings.LastIndexByte(words, ' ') + 1)
	return start
}

// articleBefore is where the article before token k begins, which may be the end of "of the",
// or where the token does.
func (s *scanner) articleBefore(k int) int {
	start := int(s.Tokens[k].Start)
	if k == 0 || s.Tokens[k].Gap || !s.Tokens[k-1].Is(token.Of) {
		return start
	}
	of := &s.Tokens[k-1]
	words := s.Text.Bytes[of.Start:of.End]
	if at := bytes.LastIndexByte(words, ' '); at >= 0 {
		return int(of.Start) + at + 1
	}
	if s.Value(of, token.Of) == "the" {
		return int(of.Start)
	}
	return start
}

// listTo counts the numbers of the list that ends with a mention. What was counted
// last is kept: a text may ask often.
func (s *scanner) listTo(last int) int {
	if s.counted.last == last && s.counted.first == s.first && s.counted.group == s.mentions[last].Act.group {
		return s.counted.numbers
	}
	n := 1
	for i := last - 1; i >= s.first && s.mentions[i].numbered() && s.mentions[i].Act.group == s.mentions[last].Act.group; i-- {
		n++
	}
	s.counted = counted{last, s.first, s.mentions[last].Act.group, n}
	return n
}

// counted is the length of the list that ends with the mention last.
type counted struct {
	last, first int
	group       int32
	numbers     int
}
