package scan

import "uncite/extract/record"

// placeBehind returns the place that follows token last.
func (s *scanner) placeBehind(last int) string {
	_, after := s.pinpoints(last, last)
	return s.places(last, last, after)
}

// annexThereto reads the place before "thereto" at token k as one in the
// document that was cited last: "resolution 60/288 and the annex thereto".
// In some languages one word says both, annex and whose.
func (s *scanner) annexThereto(k int) {
	t := &s.tokens[k]
	r := s.readPlaces()
	if t.is(unit) {
		s.annexFrom(r, k, k)
		return
	}
	if s.follows(k+1, typ) {
		return
	}
	head := int(t.start)
	var best []place
	for i := r.wordBefore(head); i >= 0 && head-i < maxBefore; i = r.wordBefore(i) {
		places, end := r.run(i, func(end int) bool { return skipBlank(r.text, end) == head })
		if len(places) > 0 && end > 0 {
			best = places
		} else if len(best) > 0 && r.countUnknown(i, 0) > 0 {
			break
		}
	}
	s.annexOf(best)
}

// itsAnnex reads "its annex", whose "its" is token k: "and its annex" behind a
// citation, "paragraphs 1 to 10 of its annex" in the same clause.
func (s *scanner) itsAnnex(k int) {
	if k == 0 || !s.follows(k+1, unit) {
		return
	}
	r := s.readPlaces()
	if !s.tokens[k].gap && s.tokens[k-1].is(and) {
		s.annexFrom(r, k, k+1)
		return
	}
	if !s.lang.typeFollows && (s.tokens[k].gap || !s.tokens[k-1].is(of)) || !s.sameClause(k) {
		return
	}
	places, _ := r.run(int(s.tokens[k+1].start), func(int) bool { return true })
	if len(places) > 0 && !s.lang.typeFollows {
		places = append(places, s.placesBefore(r, int(s.tokens[k].start))...)
	}
	s.annexOf(places)
}

// sameClause reports whether token k stands in the clause of the citation
// before it.
func (s *scanner) sameClause(k int) bool {
	m := s.lastCited()
	if m == nil {
		return false
	}
	end := m.End
	for j := k - 1; j >= 0 && int(s.tokens[j].start) >= end; j-- {
		if t := &s.tokens[j]; t.is(stop) || t.is(verb) {
			return false
		}
	}
	return int(s.tokens[k].start)-end < maxBefore
}

// annexFrom reads the place at token at, which an "and" right before token k
// joins to the citation that ends there.
func (s *scanner) annexFrom(r *placeReader, k, at int) {
	m := s.lastCited()
	if k == 0 || s.tokens[k].gap || !s.tokens[k-1].is(and) || m == nil {
		return
	}
	end := m.End
	for j := k - 1; j >= 0 && int(s.tokens[j].start) >= end; j-- {
		if t := &s.tokens[j]; t.gap || !t.is(and) && !t.is(comma) && !t.is(date) && !t.is(of) && !t.is(owner) {
			return
		}
	}
	places, _ := r.run(int(s.tokens[at].start), func(int) bool { return true })
	s.annexOf(places)
}

// annexOf gives the places in an annex to the resolution, decision or document
// that the paragraph cited last, if it has no place yet.
func (s *scanner) annexOf(places []place) {
	if m := s.lastCited(); m != nil && m.Pinpoint == "" && len(places) > 0 && rank(places[0].unit) == 0 {
		m.Pinpoint = pinpointOf(places)
	}
}

// lastCited returns the resolution, decision or document that the paragraph
// cited last, nil where there is none.
func (s *scanner) lastCited() *Mention {
	for i := len(s.mentions) - 1; i >= s.first; i-- {
		if m := &s.mentions[i]; m.numbered() || m.Symbol != "" && m.Kind != record.Treaty {
			return m
		}
	}
	return nil
}
