package scan

import "strings"

// ReportKey begins the key of an owner of which the words say no more than in
// which report its number stands; the symbol of the report follows.
const ReportKey = "report:"

// Bounds of what may stand between the symbol of a report and the number of a
// resolution printed in it, and between a number and the report in brackets
// behind it, in bytes.
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
		k, ok = s.reportBehind(h.last)
	}
	if ok && s.placeInReport(k) {
		h.addOwner(ReportKey+s.symbols[s.tokens[k].n].canonical, "report")
	}
}

// reportBefore returns the token of the symbol on the left of token first,
// with nothing but a place between.
func (s *scanner) reportBefore(first int) (int, bool) {
	for j := first - 1; j >= 0 && int(s.tokens[first].start-s.tokens[j].end) < maxInReport; j-- {
		t := &s.tokens[j]
		switch {
		case t.class == symbolRun:
			return j, true
		case t.is(stop), t.is(verb), t.is(owner), t.is(own), t.is(typ) && !t.is(unit), t.is(date),
			t.is(item) && s.items[t.n].Form != Plain:
			return 0, false
		}
	}
	return 0, false
}

// reportBehind returns the token of the symbol in brackets that open right
// behind token last.
func (s *scanner) reportBehind(last int) (int, bool) {
	if !s.follows(last+1, open) || last+2 >= len(s.tokens) {
		return 0, false
	}
	t := &s.tokens[last+2]
	return last + 2, t.class == symbolRun && int(t.start-s.tokens[last+1].end) < maxSee
}

// placeInReport reports whether a chapter, a section or an annex of the
// document whose symbol is token k is named behind the symbol.
func (s *scanner) placeInReport(k int) bool {
	if strings.Contains(s.symbols[s.tokens[k].n].canonical, "/RES/") {
		return false
	}
	r := s.readPlaces()
	at := r.comma(r.closers(int(s.tokens[max(k, s.citationEnd(k))].end)))
	if end, _, ok := r.link(at); ok && r.typeFollows {
		at = end
	}
	if !r.mayBegin(at) {
		return false
	}
	places, _ := r.run(at, func(int) bool { return true })
	return len(places) > 0 && rank(places[0].unit) <= rank("sect.")
}
