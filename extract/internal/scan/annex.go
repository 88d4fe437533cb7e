package scan

import (
	"uncite/extract/internal/char"
	"uncite/extract/internal/place"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// placeAfter returns the place that follows token last.
func (s *scanner) placeAfter(last int) string {
	_, after := s.pinpoints(last, last)
	return s.places(last, last, after)
}

// annexThereto reads the place before "thereto" at token k as one in the
// document that was cited last: "resolution 60/288 and the annex thereto".
// In some languages one word says both, annex and whose.
func (s *scanner) annexThereto(k int) {
	t := &s.Tokens[k]
	r := s.readPlaces()
	if t.Is(token.Unit) {
		s.annexFrom(r, k, k)
		return
	}
	if s.Follows(k+1, token.Type) || s.Follows(k+1, token.Symbol) {
		return
	}
	if s.Lang.TypeFollows { // 该文件附件二
		places, _ := r.Run(int(t.End), func(int) bool { return true })
		s.placeOf(places, t)
		return
	}
	head := int(t.Start)
	var best []place.Place
	for i := r.WordBefore(head); i >= 0 && s.Within(int32(i), int32(head), maxBefore); i = r.WordBefore(i) {
		places, end := r.Run(i, func(end int) bool { return char.SkipBlank(r.Text, end) == head })
		if len(places) > 0 && end > 0 {
			best = places
		} else if len(best) > 0 && r.CountUnknown(i, 0) > 0 {
			break
		}
	}
	s.placeOf(best, t)
}

// placeOf gives the places before the words of token t to what was cited last: any where they
// are "of that text", an annex where they but point back, to a treaty perhaps.
func (s *scanner) placeOf(places []place.Place, t *token.Token) {
	m := s.lastCited()
	if s.Value(t, token.Thereto) != "text" || m == nil || m.Pinpoint != "" || len(places) == 0 {
		s.annexOf(places)
		return
	}
	m.Pinpoint = place.Join(places)
}

// itsAnnex reads "its annex", whose "its" is token k: "and its annex" after a
// citation, "paragraphs 1 to 10 of its annex" in the same clause.
func (s *scanner) itsAnnex(k int) {
	if k == 0 || !s.Follows(k+1, token.Unit) {
		return
	}
	r := s.readPlaces()
	if !s.Tokens[k].Gap && s.Tokens[k-1].Is(token.And) {
		s.annexFrom(r, k, k+1)
		return
	}
	if !s.Lang.TypeFollows && (s.Tokens[k].Gap || !s.Tokens[k-1].Is(token.Of)) || !s.sameClause(k) {
		return
	}
	places, _ := r.Run(int(s.Tokens[k+1].Start), func(int) bool { return true })
	if len(places) > 0 && !s.Lang.TypeFollows {
		places = append(places, s.placesBefore(r, int(s.Tokens[k].Start))...)
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
	for j := k - 1; j >= 0 && int(s.Tokens[j].Start) >= end; j-- {
		if t := &s.Tokens[j]; t.Is(token.Stop) || t.Is(token.Verb) {
			return false
		}
	}
	return s.Within(int32(end), s.Tokens[k].Start, maxBefore)
}

// annexFrom reads the place at token at, which an "and" right before token k
// joins to the citation that ends there.
func (s *scanner) annexFrom(r *place.Reader, k, at int) {
	m := s.lastCited()
	if k == 0 || s.Tokens[k].Gap || !s.Tokens[k-1].Is(token.And) || m == nil {
		return
	}
	end := m.End
	for j := k - 1; j >= 0 && int(s.Tokens[j].Start) >= end; j-- {
		if t := &s.Tokens[j]; t.Gap || !t.Is(token.And) && !t.Is(token.Comma) && !t.Is(token.Date) && !t.Is(token.Of) && !t.Is(token.Owner) {
			return
		}
	}
	places, _ := r.Run(int(s.Tokens[at].Start), func(int) bool { return true })
	s.annexOf(places)
}

// annexOf gives the places in an annex to the resolution, decision or document
// that the paragraph cited last, if it has no place yet.
func (s *scanner) annexOf(places []place.Place) {
	if m := s.lastCited(); m != nil && m.Pinpoint == "" && len(places) > 0 && place.Rank(places[0].Unit) == 0 {
		m.Pinpoint = place.Join(places)
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
