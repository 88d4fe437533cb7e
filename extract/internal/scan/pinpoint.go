package scan

import (
	"strings"

	"uncite/extract/internal/match"
	"uncite/extract/internal/normal"
	"uncite/extract/record"
)

// readPlaces returns the reader of the places in the paragraph at hand.
func (s *scanner) readPlaces() *placeReader { return s.reader.in(s.text.Bytes) }

// pinpoint returns the place inside the document that the words around tokens
// first to last name, in English abbreviations: "art. 19, para. 3". Before is
// where the place stands before the citation ("paragraph 2 of resolution …"),
// after where it follows (", annex II"). Bodies and States have no places.
func (s *scanner) pinpoint(first, last int) string {
	before, after := s.pinpoints(first, last)
	return s.places(first, last, appendPlaces(before, after))
}

// pinpoints returns the places before tokens first to last and those behind.
func (s *scanner) pinpoints(first, last int) (before, after []place) {
	if s.zone == record.Masthead || s.namesBody(first, last) {
		return nil, nil
	}
	r := s.readPlaces()
	if head := int(s.tokens[first].start); s.lastUnit >= 0 && head-s.lastUnit < maxBefore && !s.lang.typeFollows {
		before = s.placesBefore(r, head)
	}
	return before, s.placesAfter(r, last)
}

// places writes the places beside tokens first to last.
func (s *scanner) places(first, last int, places []place) string {
	for i := range places {
		switch {
		case places[i].unit == "part/sect.":
			places[i].unit = s.partOf(first, last)
		case places[i].unit == "art." && s.namesRules(first, last):
			places[i].unit = "rule"
		}
	}
	return pinpointOf(places)
}

// namesRules reports whether the tokens name rules of procedure, whose rules
// most languages call articles.
func (s *scanner) namesRules(first, last int) bool {
	for k := first; k <= last; k++ {
		t := &s.tokens[k]
		if !t.is(name) {
			continue
		}
		for _, v := range s.lang.words.Values(t.list) {
			if e := s.lang.terms[v].entry; e != nil && strings.HasPrefix(e.ID, "instrument:rules-of-procedure") {
				return true
			}
		}
	}
	return false
}

// partOf returns what a word for part and section alike means: resolutions
// have sections.
func (s *scanner) partOf(first, last int) string {
	for k := first; k <= last; k++ {
		t := &s.tokens[k]
		if t.class == item || t.class == symbolRun && strings.Contains(s.symbols[t.n].canonical, "/RES/") {
			return "sect."
		}
	}
	return "part"
}

// namesBody reports whether the tokens are the name of a body or a State.
func (s *scanner) namesBody(first, last int) bool {
	t := &s.tokens[first]
	if first != last || !t.is(name) {
		return false
	}
	for _, v := range s.lang.words.Values(t.list) {
		if e := s.lang.terms[v].entry; e != nil && e.Kind == "instrument" {
			return false
		}
	}
	return true
}

// Bounds of the search for a place before a citation, in bytes and in words
// that no table of places knows.
const (
	maxBefore  = 300
	maxUnknown = 1
)

// placesBefore reads the places whose last link ends where the citation
// begins, at head. The longest row of them counts.
func (s *scanner) placesBefore(r *placeReader, head int) []place {
	var best []place
	unknown := 0
	for i := r.wordBefore(head); i >= 0 && head-i < maxBefore; i = r.wordBefore(i) {
		i := i
		if r.proclitics && hasAny(r.text, i, "و") {
			if _, _, ok := r.unit(i); !ok {
				i += 2
			}
		}
		if _, _, ok := r.unit(i); !ok && !r.spelledHere(i) {
			if unknown = r.countUnknown(i, unknown); unknown > maxUnknown {
				break
			}
			continue
		}
		unknown = 0
		places, _ := r.run(i, func(end int) bool { return r.reaches(end, head) })
		if len(places) == 0 {
			continue
		}
		best = places
	}
	return best
}

func (r *placeReader) spelledHere(i int) bool {
	_, _, ok := r.places.at(r.text, i, placeNumber)
	return ok
}

// countUnknown counts the words in a row that are none of a place.
func (r *placeReader) countUnknown(i, unknown int) int {
	if r.places.knows(r.text, i) {
		return 0
	}
	if _, ok := r.value(i); ok {
		return 0
	}
	if r.proclitics && hasAny(r.text, i, "و", "ف", "ب", "ل", "ك") && r.places.knows(r.text, i+2) {
		return 0
	}
	return unknown + 1
}

// wordBefore returns the offset of the last word or number that begins before
// i, or -1.
func (r *placeReader) wordBefore(i int) int {
	for i--; i >= 0; i-- {
		if r.text[i]&0xC0 == 0x80 {
			continue
		}
		if isDigit(r.text[i]) && (i == 0 || !isDigit(r.text[i-1])) {
			return i
		}
		if match.Letter(r.text, i) > 0 && !match.LetterBefore(r.text, i) {
			return i
		}
	}
	return -1
}

// reaches reports whether only links stand between the end of a place and the
// citation at head; in some languages the genitive alone is the link.
func (r *placeReader) reaches(end, head int) bool {
	at := skipBlank(r.text, end)
	comma := r.comma(end)
	if r.genitive && comma == at && r.skipMarks(at, head) == head && match.Letter(r.text, head) > 0 && !isUpper(r.text[head]) {
		return true
	}
	bound := r.genitive && comma == at
	for k, n := comma, 0; n < maxLinks; n++ {
		next, binds, ok := r.link(k)
		if !ok || next > head {
			return false
		}
		k, bound = next, bound || binds
		if r.skipMarks(k, head) == head {
			return bound
		}
	}
	return false
}

// skipMarks steps over opening quotation marks and the one-letter words that
// Arabic writes as one with the next, up to head.
func (r *placeReader) skipMarks(k, head int) int {
	for k < head {
		switch {
		case hasAny(r.text, k, "\"", "«", "“", "„", "”") || r.text[k] == ' ':
			k = runeEnd(r.text, k)
		case r.proclitics && head == k+2 && hasAny(r.text, k, "ب", "ل", "ك"):
			k += 2
		default:
			return k
		}
	}
	return k
}

// placesAfter reads the places behind the citation whose last token is last.
func (s *scanner) placesAfter(r *placeReader, last int) []place {
	last = s.citationEnd(last)
	if last < 0 {
		return nil
	}
	i := r.closers(s.partsEnd(last))
	at := r.comma(i)
	if hasAny(r.text, at, "(") {
		at = skipBlank(r.text, at+1)
	}
	if r.proclitics && hasAny(r.text, at, "و") {
		return nil // "and its annex"
	}
	if k, _, ok := r.link(at); ok && s.lang.typeFollows {
		at = k
	}
	var places []place
	if r.mayBegin(at) {
		places, _ = r.run(at, func(end int) bool { return s.endsPlaces(r, end) })
	}
	if len(places) == 0 && s.lang.typeFollows {
		return r.afterTitle(i)
	}
	return places
}

// mayBegin reports whether a place may begin at i: a word with which places
// begin stands there or, where the unit may follow its value, a letter. Where
// it follows, a bare number begins none.
func (r *placeReader) mayBegin(i int) bool {
	if i >= len(r.text) {
		return false
	}
	return r.typeFollows && r.text[i] < 0x80 && !isDigit(r.text[i]) || r.proclitics && hasAny(r.text, i, "ف", "ب", "ل", "ك") || r.places.begins(r.text, i)
}

// partsEnd returns the end of token k, behind all letters of its parts.
func (s *lexer) partsEnd(k int) int {
	t := &s.tokens[k]
	end := int(t.end)
	if t.class == item {
		if parts := s.items[t.n].parts; len(parts) > 0 {
			end = max(end, int(parts[len(parts)-1].end))
		}
	}
	return end
}

// maxTopic bounds what may stand between a number and its place, in bytes.
const maxTopic = 240

// afterTitle reads the place behind the words that say what a resolution is
// about: "第2199(2015)号决议关于…的第17段".
func (r *placeReader) afterTitle(i int) []place {
	if _, _, ok := r.places.at(r.text, i, placeAbout); !ok {
		return nil
	}
	for end := min(len(r.text), i+maxTopic); i < end; i = runeEnd(r.text, i) {
		if hasAny(r.text, i, ",", ";", "，", "。", "；", "《") {
			return nil
		}
		if k, _, ok := r.link(i); ok {
			if places, _ := r.run(k, func(int) bool { return true }); len(places) > 0 {
				return places
			}
		}
	}
	return nil
}

// citationEnd returns the last token of the citation with its date, its owner
// and what other words may stand before a place; -1 where the place belongs
// to the symbol before.
func (s *scanner) citationEnd(last int) int {
	if s.tokens[last].class == symbolRun {
		return s.symbolEnd(last)
	}
	end := last
	for j := last + 1; j < len(s.tokens) && j < last+8 && !s.tokens[j].gap; j++ {
		t := &s.tokens[j]
		switch {
		case t.is(date), t.is(owner), t.is(noEnd), s.lang.typeFollows && (t.is(typ) || t.is(doc)):
			end = j
		case t.is(of), t.is(comma):
		case t.is(open) && s.bracketedSymbol(j):
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
	return s.follows(j+1, symbolRun) && s.follows(j+2, shut) && s.tokens[j+1].class == symbolRun &&
		strings.Contains(s.symbols[s.tokens[j+1].n].canonical, "/RES/")
}

// symbolEnd steps over the corrections that attach to a symbol: the places
// behind them are places of the document, not of its corrections.
func (s *scanner) symbolEnd(k int) int {
	if s.correction(k) >= 0 {
		return -1
	}
	end := k
	for j := k + 1; j < len(s.tokens) && j < end+4; j++ {
		t := &s.tokens[j]
		if t.class == symbolRun && s.correction(j) == k {
			end = j
			continue
		}
		follows := s.lang.typeFollows && !t.gap && (t.is(noEnd) || t.is(doc) || t.is(typ))
		if follows && end == j-1 {
			end = j
		} else if !t.is(comma) && !t.is(and) || t.gap {
			break
		}
	}
	return end
}

// correction returns the token of the symbol that the correction at token j
// attaches to, or -1.
func (s *scanner) correction(j int) int {
	base, _, ok := strings.Cut(s.symbols[s.tokens[j].n].canonical, "/Corr.")
	if !ok {
		return -1
	}
	for k := j - 1; k >= 0 && k > j-8; k-- {
		t := &s.tokens[k]
		switch {
		case t.class == symbolRun && s.symbols[t.n].canonical == base:
			return k
		case t.class == symbolRun, t.is(comma), t.is(and), t.is(noEnd), t.is(doc):
		default:
			return -1
		}
	}
	return -1
}

// closers steps over blanks, footnote marks, closing brackets and quotation
// marks.
func (r *placeReader) closers(i int) int {
	for n := 0; i < len(r.text) && n < 8; n++ {
		switch b := r.text[i]; {
		case b == ' ' || b == ')' || b == ']' || b == '"' || b == '\'' || b >= normal.NoteDigit && b < normal.NoteDigit+10:
			i++
		case hasAny(r.text, i, "»", "”", "“", "》"):
			i = runeEnd(r.text, i)
		default:
			return i
		}
	}
	return i
}

// endsPlaces reports whether places that end at i belong to the citation
// before them: nothing links them to a citation that follows, and an annex
// without a number is no part of a sentence.
func (s *scanner) endsPlaces(r *placeReader, i int) bool {
	if r.typeFollows {
		return true
	}
	at := skipBlank(r.text, i)
	if _, bound := r.links(at); bound {
		return false
	}
	if comma := r.comma(at); comma > at {
		k, bound := r.links(comma)
		return !bound || !r.headAt(k)
	}
	if r.genitive && r.headAt(at) {
		return false
	}
	return r.endsInNumber(i) || match.Letter(r.text, at) == 0 || r.joined(at)
}

// endsInNumber reports whether the place that ends at i ends in a number.
func (r *placeReader) endsInNumber(i int) bool {
	return i > 0 && !match.LetterBefore(r.text, i) || i > 1 && r.romanBefore(i)
}

func (r *placeReader) romanBefore(i int) bool {
	k := i
	for k > 0 && isUpper(r.text[k-1]) {
		k--
	}
	return k < i && !match.LetterBefore(r.text, k)
}

func (r *placeReader) joined(i int) bool {
	_, ok := r.and(i)
	return ok
}

// headAt reports whether a word that may lead to a citation, or a name,
// begins at i.
func (r *placeReader) headAt(i int) bool {
	if _, k, ok := r.places.at(r.text, i, placeOwner); ok { // "annex, of the General Assembly" leads to none
		i = skipBlank(r.text, k)
		_, _, ok := r.places.at(r.text, i, placeHead)
		return ok
	}
	if _, _, ok := r.places.at(r.text, i, placeHead); ok {
		return true
	}
	m, ok := r.words.At(r.text, i)
	if !ok {
		return hasAny(r.text, i, "«", "“", "\"", "《")
	}
	for _, v := range r.words.Values(m.List) {
		if r.terms[v].class == name {
			return true
		}
	}
	return false
}
