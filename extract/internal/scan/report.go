package scan

import (
	"strings"

	"uncite/extract/internal/place"
	"uncite/extract/internal/token"
)

// ReportKey begins the key of an owner of which the words say no more than in
// which report its number stands; the symbol of the report follows.
const ReportKey = "report:"

// Bounds of what may stand between the symbol of a report and the number of a
// resolution printed in it, and between a number and the report in brackets
// after it, in letters.
const (
	maxInReport = 100
	maxSee      = 16
)

// inReport looks for the report in which the resolution is printed, where the
// words name no body: "E/2015/27, chap. I, sect. C, resolution 59/1", or
// "resolution 59/1 (see E/2015/27, chap. I, sect. C)".
func (s *scanner) inReport(h *head) {
	if h.typ == "" || len(h.owners) > 0 || h.other || h.unit || h.continuing && s.list.open {
		return // a list has the owner of its head
	}
	k, ok := s.reportBefore(h.first)
	if !ok {
		k, ok = s.reportAfter(h.last)
	}
	if ok && s.placeInReport(k) {
		h.addOwner(ReportKey+s.Symbols[s.Tokens[k].N].Canonical, "report")
	}
}

// reportBefore returns the token of the symbol on the left of token first,
// with nothing but a place between.
func (s *scanner) reportBefore(first int) (int, bool) {
	for j := first - 1; j >= 0 && s.Near(j, first, maxInReport); j-- {
		t := &s.Tokens[j]
		switch {
		case t.Class == token.Symbol:
			return j, true
		case t.Is(token.Stop), t.Is(token.Verb), t.Is(token.Owner), t.Is(token.Own), t.Is(token.Type) && !t.Is(token.Unit), t.Is(token.Date),
			t.Is(token.Number) && s.Numbers[t.N].Form != token.Plain:
			return 0, false
		}
	}
	return 0, false
}

// reportAfter returns the token of the symbol in brackets that open right
// after token last.
func (s *scanner) reportAfter(last int) (int, bool) {
	if !s.Follows(last+1, token.Open) || last+2 >= len(s.Tokens) {
		return 0, false
	}
	t := &s.Tokens[last+2]
	return last + 2, t.Class == token.Symbol && s.Near(last+1, last+2, maxSee)
}

// placeInReport reports whether a chapter, a section or an annex of the
// document whose symbol is token k is named after the symbol.
func (s *scanner) placeInReport(k int) bool {
	if strings.Contains(s.Symbols[s.Tokens[k].N].Canonical, "/RES/") {
		return false
	}
	r := s.readPlaces()
	at := r.Comma(r.Closers(int(s.Tokens[max(k, s.citationEnd(k))].End)))
	if end, _, ok := r.Link(at); ok && r.TypeFollows {
		at = end
	}
	if !r.MayBegin(at) {
		return false
	}
	places, _ := r.Run(at, func(int) bool { return true })
	return len(places) > 0 && place.Rank(places[0].Unit) <= place.Rank("sect.")
}
