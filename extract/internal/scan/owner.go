package scan

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// entityPrefix begins the key of an owner that the lexicon does not name, only
// the authority tables.
const entityPrefix = "entity:"

// topic reports whether the owner at token j is what a resolution is about and
// no owner, in languages that put the number last: "关于人权理事会的第60/251号决议",
// "设立人权理事会的第60/251号决议".
func (s *scanner) topic(j int) bool {
	if !s.lang.typeFollows || !s.follows(j+1, of) || s.value(&s.tokens[j+1], of) != "of" {
		return false
	}
	for i := j - 1; i >= 0 && int(s.tokens[j].start-s.tokens[i].start) < maxTopic; i-- {
		switch t := &s.tokens[i]; {
		case t.is(about), t.is(verb) && s.value(t, verb) == "establish":
			return true
		case t.is(stop), t.is(comma), t.is(typ), t.is(date), t.is(item), t.is(owner), t.is(own):
			return false
		}
	}
	return false
}

// ownerBefore adds the owner at token j, on the left of a number. Where an
// organisation stands right before its assembly, "国际民用航空组织大会", the
// number is the organisation's.
func (s *scanner) ownerBefore(j int, h *head) {
	key := s.value(&s.tokens[j], owner)
	if n := len(h.owners); n > 0 && s.lang.typeFollows && organ(h.owners[n-1].Key) && s.follows(j+1, owner) && s.tokens[j].is(name) {
		h.owners[n-1].Key = key
		return
	}
	h.addOwner(key, "before")
}

// bodyOf returns the owner at token j or, where that is an assembly or a
// council of an organisation named behind it, the organisation: "the Assembly
// of the International Civil Aviation Organization".
func (s *scanner) bodyOf(j int) string {
	key := s.value(&s.tokens[j], owner)
	if !organ(key) || s.lang.typeFollows {
		return key
	}
	for i := j + 1; i < j+4 && i < len(s.tokens) && !s.tokens[i].gap; i++ {
		switch t := &s.tokens[i]; {
		case t.is(owner) && t.is(name) && (i > j+1 || s.lang.genitive):
			return s.value(t, owner)
		case t.is(of) && !t.is(about) && s.value(t, of) == "of":
		default:
			return key
		}
	}
	return key
}

// inGenitive reports whether the first word of the owner at token j may be in
// the genitive, where the language shows it by the ending: "Совета", not
// "Совет". A name in capitals has no endings.
func (s *scanner) inGenitive(j int) bool {
	if len(s.lang.genitives) == 0 {
		return true
	}
	t := &s.tokens[j]
	word := s.text.Bytes[t.start:min(int(t.end), wordEnd(s.text.Bytes, int(t.start)))]
	for _, ending := range s.lang.genitives {
		if bytes.HasSuffix(word, []byte(ending)) {
			return true
		}
	}
	last, _ := utf8.DecodeLastRune(word)
	return unicode.IsUpper(last)
}

// namesCommission reports whether the name at t is that of a commission.
func (s *scanner) namesCommission(t *token) bool {
	if !t.is(name) {
		return false
	}
	for _, e := range s.lang.named[t.list].full {
		if e.Class == "commission" || e.Class == "regional commission" {
			return true
		}
	}
	return false
}

// organ reports whether the words for the owner are also those for an organ
// of other organisations: assembly, council.
func organ(key string) bool { return key == "GA" || key == "COUNCIL" }

// maxLater bounds the words between an "and", a type word and its owner, in
// bytes: "and all subsequent resolutions of the Commission".
const maxLater = 48

// laterOwner looks for the owner of a number that stands only beside the
// resolutions joined to it: "resolution 1993/51 of 9 March 1993 and subsequent
// resolutions of the Commission".
func (s *scanner) laterOwner(h *head) {
	if h.typ == "" || len(h.owners) > 0 || s.lang.typeFollows {
		return
	}
	j := h.last + 1
	for ; j < len(s.tokens) && !s.tokens[j].gap && !s.tokens[j].is(and); j++ {
		if t := &s.tokens[j]; !t.is(date) && !t.is(comma) && !t.is(of) && !t.is(open) && !t.is(shut) {
			return // brackets are those of a footnote mark
		}
	}
	if !s.follows(j, and) {
		return
	}
	later := func(c class, last int) bool {
		return j < len(s.tokens) && s.tokens[j].is(c) && !s.tokens[j].is(own) && int(s.tokens[j].start-s.tokens[last].end) < maxLater
	}
	last := j
	for j++; later(of, last); j++ {
	}
	if !later(typ, last) {
		return
	}
	last = j
	for j++; later(of, last) || later(about, last); j++ {
	}
	if later(owner, last) && s.ownerBehind(j, s.tokens[j-1].is(of) && s.value(&s.tokens[j-1], of) == "of") {
		h.addOwner(s.bodyOf(j), "later")
	}
}
