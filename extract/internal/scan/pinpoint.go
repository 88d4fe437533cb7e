package scan

import (
	"sort"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/place"
	"uncite/extract/internal/token"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// readPlaces returns the reader of the places in the paragraph at hand.
func (s *scanner) readPlaces() *place.Reader { return s.reader.In(s.Text.Bytes) }

// pinpoint returns the place inside the document that the words around tokens
// first to last name, in English abbreviations: "art. 19, para. 3". Before is
// where the place stands before the citation ("paragraph 2 of resolution …"),
// after where it follows (", annex II"). Bodies and States have no places.
func (s *scanner) pinpoint(first, last int) string {
	before, after := s.pinpoints(first, last)
	return s.places(first, last, place.AppendPlaces(before, after))
}

// pinpoints returns the places before tokens first to last and those after.
func (s *scanner) pinpoints(first, last int) (before, after []place.Place) {
	if s.zone == record.Masthead || s.namesBody(first, last) {
		return nil, nil
	}
	r := s.readPlaces()
	r.Sections = s.Tokens[first].Class == token.Symbol && symbol.IsBudget(s.Symbols[s.Tokens[first].N].Canonical)
	if head := int(s.Tokens[first].Start); s.lastUnit >= 0 && s.Within(int32(s.lastUnit), int32(head), maxBefore) && !s.Lang.TypeFollows {
		before = s.placesBefore(r, head)
	}
	return before, s.placesAfter(r, last)
}

// places writes the places beside tokens first to last.
func (s *scanner) places(first, last int, places []place.Place) string {
	for i := range places {
		switch {
		case places[i].Unit == "part/sect.":
			places[i].Unit = s.partOf(first, last)
		case places[i].Unit == "art." && s.namesRules(first, last):
			places[i].Unit = "rule"
		}
	}
	return place.Join(places)
}

// rulesOfProcedure begins the identifiers of rules of procedure.
const rulesOfProcedure = "instrument:rules-of-procedure"

// namesRules reports whether the tokens name rules of procedure, whose rules
// most languages call articles.
func (s *scanner) namesRules(first, last int) bool {
	for k := first; k <= last; k++ {
		t := &s.Tokens[k]
		if t.Is(token.Name) && s.NamesAny(t, func(e *authority.Entry, _ bool) bool { return strings.HasPrefix(e.ID, rulesOfProcedure) }) {
			return true
		}
	}
	return false
}

// partOf returns what a word for part and section alike means: resolutions
// have sections.
func (s *scanner) partOf(first, last int) string {
	for k := first; k <= last; k++ {
		t := &s.Tokens[k]
		if t.Class == token.Number || t.Class == token.Symbol && strings.Contains(s.Symbols[t.N].Canonical, "/RES/") {
			return "sect."
		}
	}
	return "part"
}

// namesBody reports whether the tokens are the name of a body or a State.
func (s *scanner) namesBody(first, last int) bool {
	t := &s.Tokens[first]
	return first == last && t.Is(token.Name) && !s.NamesAny(t, func(e *authority.Entry, _ bool) bool { return e.Kind == record.Instrument })
}

// Bounds of the search for a place before a citation, in letters and in words
// that no table of places knows; those of the name of a document in front of its
// symbol in brackets are more.
const (
	maxBefore  = 300
	maxUnknown = 1
	maxOfName  = 20
)

// placesBefore reads the places whose last link ends where the citation
// begins, at head. The longest row of them counts, but for what stands before an "and"
// and belongs to another number.
func (s *scanner) placesBefore(r *place.Reader, head int) []place.Place {
	var best, inner []place.Place
	unknown, start, most := 0, head, maxUnknown
	if head > 0 && r.Text[head-1] == '(' {
		most = maxOfName
	}
	for i := r.WordBefore(head); i >= 0 && r.Step() && s.Within(int32(i), int32(head), maxBefore); i = r.WordBefore(i) {
		i := i
		if char.HasAny(r.Text, i, r.And...) {
			if _, _, ok := r.Unit(i); !ok {
				i = char.RuneEnd(r.Text, i)
			}
		}
		if _, _, ok := r.Unit(i); !ok && !r.SpelledHere(i) {
			if unknown = r.CountUnknown(i, unknown); unknown > most {
				break
			}
			continue
		}
		if unknown = 0; s.ownUnit(r, i) {
			break // "and its annexes, and article 19 of": those of what stands before
		}
		places, _ := r.RunBefore(i, func(end int) bool { return r.Reaches(end, head) || r.ReachesReport(end, head) })
		if len(places) == 0 {
			continue
		}
		if inner == nil && len(best) > 0 && s.andUnit(r, i, start) {
			inner = best
		}
		if len(best) > 0 && s.ownBefore(r, i) || inner != nil && s.placeOfOther(r, i) {
			if inner != nil {
				return inner
			}
			break
		}
		best, start = places, i
	}
	return best
}

// andUnit reports whether an "and" between two offsets leads to a place.
func (s *scanner) andUnit(r *place.Reader, from, to int) bool {
	for k := sort.Search(len(s.Tokens), func(k int) bool { return int(s.Tokens[k].Start) >= from }); k < len(s.Tokens) && int(s.Tokens[k].Start) < to; k++ {
		if !s.Tokens[k].Is(token.And) {
			continue
		}
		if _, _, ok := r.Unit(r.AfterArticle(char.SkipBlank(r.Text, int(s.Tokens[k].End)))); ok {
			return true
		}
	}
	return false
}

// placeOfOther reports whether the place at i is that of a number before it, as in
// "resolution 55/285, paragraph 9, and part I of".
func (s *scanner) placeOfOther(r *place.Reader, i int) bool {
	k := s.numberBefore(r, i)
	for k >= 0 { // the number of a larger place is no document's: "article 2, paragraph 1, and article 14 of"
		before := r.WordBefore(int(s.Tokens[k].Start))
		if before < 0 || k > 0 && s.Tokens[k-1].Is(token.Type) {
			break
		}
		if _, _, ok := r.Unit(before); !ok {
			break
		}
		k = s.numberBefore(r, before)
	}
	return k >= 0
}

// numberBefore returns the token of the number that stands before i, with a comma at most
// between, or -1.
func (s *scanner) numberBefore(r *place.Reader, i int) int {
	k := sort.Search(len(s.Tokens), func(k int) bool { return int(s.Tokens[k].Start) >= i }) - 1
	if k > 0 && s.Tokens[k].Is(token.Comma) {
		k--
	}
	if k < 0 || s.Tokens[k].Kinds&numeric == 0 || r.Comma(int(s.Tokens[k].End)) != i {
		return -1
	}
	return k
}

// ownUnit reports whether "its" stands right before the annex at i.
func (s *scanner) ownUnit(r *place.Reader, i int) bool {
	unit, _, is := r.Unit(i)
	return is && place.Rank(unit) == 0 && s.ownBefore(r, i)
}

// ownBefore reports whether "its" stands right before i.
func (s *scanner) ownBefore(r *place.Reader, i int) bool {
	before := r.WordBefore(i)
	if before < 0 {
		return false
	}
	classes, ok := r.ClassesAt(r.Text, before)
	return ok && classes.Has(token.Own)
}

// placesAfter reads the places after the citation whose last token is last.
func (s *scanner) placesAfter(r *place.Reader, last int) []place.Place {
	last = s.citationEnd(last)
	if last < 0 {
		return nil
	}
	i := r.Closers(s.PartsEnd(last))
	at := r.Comma(i)
	if char.HasAny(r.Text, at, "(") {
		at = char.SkipBlank(r.Text, at+1)
	}
	if places := s.placesInParticular(r, last); len(places) > 0 {
		return places
	}
	if char.HasAny(r.Text, at, r.And...) {
		return nil // "and its annex"
	}
	if s.Lang.TypeFollows {
		if k, _, ok := r.Link(at); ok {
			at = k
		}
	}
	var places []place.Place
	if r.MayBegin(at) {
		places, _ = r.Run(at, func(end int) bool { return s.endsPlaces(r, end) })
	}
	if len(places) == 0 && s.Lang.TypeFollows {
		return r.AfterTitle(i)
	}
	return places
}

// citationEnd returns the last token of the citation with its date, its owner
// and what other words may stand before a place; -1 where the place belongs
// to the symbol before.
func (s *scanner) citationEnd(last int) int {
	if s.Tokens[last].Class == token.Symbol {
		return s.symbolEnd(last)
	}
	end := last
	for j := last + 1; j < len(s.Tokens) && j < last+8 && !s.Tokens[j].Gap; j++ {
		t := &s.Tokens[j]
		switch {
		case t.Is(token.Date), t.Is(token.Owner), t.Is(token.NoEnd), s.Lang.TypeFollows && (t.Is(token.Type) || t.Is(token.Document)):
			end = j
		case t.Is(token.Of), t.Is(token.Comma):
		case t.Is(token.Open) && s.bracketedSymbol(j):
			j, end = j+2, j+2
		default:
			return end
		}
	}
	return end
}

// bracketedSymbol reports whether token j opens the brackets around the
// symbol of a resolution: "(S/RES/1255)".
func (s *scanner) bracketedSymbol(j int) bool {
	return s.Follows(j+1, token.Symbol) && s.Follows(j+2, token.Shut) && s.Tokens[j+1].Class == token.Symbol &&
		strings.Contains(s.Symbols[s.Tokens[j+1].N].Canonical, "/RES/")
}

// symbolEnd steps over the corrections that attach to a symbol: the places
// after them are places of the document, not of its corrections.
func (s *scanner) symbolEnd(k int) int {
	if s.correction(k) >= 0 {
		return -1
	}
	end := k
	for j := k + 1; j < len(s.Tokens) && j < end+4; j++ {
		t := &s.Tokens[j]
		if t.Class == token.Symbol && s.correction(j) == k {
			end = j
			continue
		}
		follows := s.Lang.TypeFollows && !t.Gap && (t.Is(token.NoEnd) || t.Is(token.Document) || t.Is(token.Type))
		if follows && end == j-1 {
			end = j
		} else if !t.Is(token.Comma) && !t.Is(token.And) || t.Gap {
			break
		}
	}
	return end
}

// correction returns the token of the symbol that the correction at token j
// attaches to, or -1.
func (s *scanner) correction(j int) int {
	base, _, ok := strings.Cut(s.Symbols[s.Tokens[j].N].Canonical, "/Corr.")
	if !ok {
		return -1
	}
	for k := j - 1; k >= 0 && k > j-8; k-- {
		t := &s.Tokens[k]
		switch {
		case t.Class == token.Symbol && s.Symbols[t.N].Canonical == base:
			return k
		case t.Class == token.Symbol, t.Is(token.Comma), t.Is(token.And), t.Is(token.NoEnd), t.Is(token.Document):
		default:
			return -1
		}
	}
	return -1
}

// endsPlaces reports whether places that end at i belong to the citation
// before them: nothing links them to a citation that follows, and an annex
// without a number is no part of a sentence.
func (s *scanner) endsPlaces(r *place.Reader, i int) bool {
	if r.TypeFollows {
		return true
	}
	at := char.SkipBlank(r.Text, i)
	if _, bound := r.Links(at); bound {
		return false
	}
	if comma := r.Comma(at); comma > at {
		k, bound := r.Links(comma)
		return !bound || !r.HeadAt(k)
	}
	if r.Genitive && r.HeadAt(at) {
		return false
	}
	return r.EndsInNumber(i) || char.Letter(r.Text, at) == 0 || r.Joined(at) || r.Thereof(at)
}
