package scan

import (
	"bytes"
	"slices"
	"strings"

	"uncite/extract/record"
)

// head is what stands around the number of a citation and says what kind of
// number it is.
type head struct {
	typ        string
	owners     []Owner
	date       string
	no         bool // No., 第
	noEnd      bool // 号
	other      bool // article, general comment: no number of ours
	unit       bool // part of a pinpoint
	place      bool // a comma stands before the type word, nothing else
	continuing bool // joined by a comma or "and" to what stands before
	joined     bool // so joined, and no words of another kind stand between
	foreign    bool // a word of another kind of text follows: 第42/2018号法律
	years      bool // a bare number of the Security Council between two with years
	direct     bool // type, No. or owner stands right before a bare number
	first      int  // first token that belongs to the head
	last       int  // last token that belongs to the number, its 号决议
}

// before reads the tokens on the left of the number at token k.
func (s *scanner) before(k int, h *head) {
	h.first = k
	ofSeen, inSeen := false, false
	for j := k - 1; j >= 0 && !s.tokens[j+1].gap; j-- {
		t := &s.tokens[j]
		switch {
		case s.noteBracket(j):
			j--
			continue
		case t.is(no):
			h.no, h.direct = true, true
		case t.is(date) && j == k-1 && s.datesAnother(j):
			h.continuing = true // a comma is missing
			return
		case t.is(date):
			if !inSeen {
				h.setDate(s.dates[t.n])
			}
		case t.is(name) && s.parent(j):
		case t.is(owner) && s.topic(j):
			return
		case t.is(owner):
			s.ownerBefore(j, h)
			h.direct = h.direct || j == k-1
		case t.is(typ) && h.typ == "" && !s.lang.typeFollows:
			if !s.typeBefore(j, k, h) {
				return
			}
		case t.is(own):
			s.possessive(j, h)
			return
		case t.is(other):
			h.other = !ofSeen
			return
		case t.is(of):
			ofSeen, inSeen = true, inSeen || s.value(t, of) == "in" // "on that day in resolution …"
			continue
		case t.is(comma), t.is(and), t.is(stop), t.is(rang), s.rangeDash(j):
			if s.moreOwners(j, h) {
				continue
			}
			s.joint(j, h)
			return
		case t.is(unit) && !t.is(typ):
			h.unit = h.typ == "" && !ofSeen
			return
		default:
			return
		}
		h.first = j
	}
}

// joint takes what the comma or "and" at token j, the first before the head,
// tells of it.
func (s *scanner) joint(j int, h *head) {
	if s.ownerOfNote(j, h) {
		s.ownerBefore(j-1, h)
		h.first = j - 1
		return
	}
	t := &s.tokens[j]
	h.continuing = h.typ == "" && len(h.owners) == 0
	h.joined = !t.gap && !(j > 0 && s.tokens[j-1].is(comma) && s.tokens[j-1].gap)
	h.place = h.typ != "" && len(h.owners) == 0 && t.is(comma)
}

// noteBracket reports whether token j closes brackets around a footnote mark.
func (s *scanner) noteBracket(j int) bool {
	return j > 0 && s.tokens[j].is(shut) && s.tokens[j-1].is(open) && !s.tokens[j].gap
}

// datesAnother reports whether the date at token j is that of the number of a
// list right before it: "2017/9 of 7 June 2017".
func (s *scanner) datesAnother(j int) bool {
	if s.lang.typeFollows || !s.list.open || s.tokens[j].gap {
		return false
	}
	for j--; j > 0 && s.tokens[j].is(of) && !s.tokens[j].gap; j-- {
	}
	return j >= 0 && s.tokens[j].class == item && s.items[s.tokens[j].n].Form != Plain
}

// typeBefore takes the type word at token j; it is false where the word is
// the last of the head.
func (s *scanner) typeBefore(j, k int, h *head) bool {
	t := &s.tokens[j]
	h.typ = s.value(t, typ)
	h.direct = h.direct || j == k-1
	h.first = j
	if t.is(own) {
		s.possessive(j, h)
		return false
	}
	return true
}

// possessive takes the "its" at token j and the body that it means.
func (s *scanner) possessive(j int, h *head) {
	h.addOwn(s.value(&s.tokens[j], own))
	h.first = j
	s.subject(j, h)
}

// parent reports whether the name at token j is that of the programme whose
// assembly stands before it: "United Nations Environment Assembly of the
// United Nations Environment Programme resolution 1/3".
func (s *scanner) parent(j int) bool {
	for ; j > 0 && !s.tokens[j].gap; j-- {
		t := &s.tokens[j-1]
		if t.is(owner) {
			key := s.value(t, owner)
			return key == "UNEA" || key == "UNHA"
		}
		if !t.is(of) {
			return false
		}
	}
	return false
}

// rangeDash reports whether the dash at token j stands between the numbers of
// a range: "resolutions 70/1-70/5".
func (s *scanner) rangeDash(j int) bool {
	return s.tokens[j].is(dash) && s.numberAt(j-1) && s.numberAt(j+1) && !s.tokens[j].gap && !s.tokens[j+1].gap
}

// numberAt reports whether token j is a number that can be no other's: a bare
// one may be a quantity.
func (s *lexer) numberAt(j int) bool {
	return j >= 0 && j < len(s.tokens) && s.tokens[j].is(item) && s.items[s.tokens[j].n].Form != Plain
}

// moreOwners reports whether the "and" at token j joins two owners: "General
// Assembly and Security Council resolutions 70/262 and 2282 (2016)".
func (s *scanner) moreOwners(j int, h *head) bool {
	return len(h.owners) > 0 && h.owners[len(h.owners)-1].By == "before" &&
		s.tokens[j].is(and) && !s.tokens[j+1].is(typ) && j > 0 && s.tokens[j-1].is(owner) && !s.tokens[j].gap &&
		!strings.HasPrefix(s.value(&s.tokens[j-1], owner), entityPrefix)
}

// ownerOfNote reports whether the comma at token j parts an owner from the type
// word of its number, as footnotes do: "General Assembly, resolution 60/288".
func (s *scanner) ownerOfNote(j int, h *head) bool {
	return s.zone == record.Footnote && h.typ != "" && len(h.owners) == 0 && h.first == j+1 &&
		s.tokens[j].is(comma) && !s.tokens[j].gap && j > 0 && s.tokens[j-1].is(owner)
}

// subject looks for the owner whose number "its" is: "the Council, in its
// resolution 7/22".
func (s *scanner) subject(j int, h *head) {
	own := j
	for ; j > 0 && !s.tokens[j].gap; j-- {
		t := &s.tokens[j-1]
		switch {
		case t.is(owner):
			h.addOwner(s.value(t, owner), "subject")
			return
		case t.is(comma) && s.follows(j, and):
			return // "the work of the Council, and its resolution": another member of a list
		case t.is(of), t.is(comma), t.is(and), t.is(date), t.is(about), t.is(adopts):
		default:
			s.clauseSubject(own, h)
			return
		}
	}
	s.clauseSubject(own, h)
}

// clauseSubject looks for the body that, a verb or a pronoun away, is the
// subject of the clause with the "its" at token j: "the Council extended in
// its resolution 7/22", "the Council, which in its resolution 7/22".
func (s *scanner) clauseSubject(j int, h *head) {
	const mostWords = 3
	words, commas := 0, 0
	for ; j > 0 && !s.lang.typeFollows; j-- {
		t := &s.tokens[j-1]
		words += s.wordsBetween(j-1, j)
		switch {
		case words > mostWords, commas > 0 && words > 1:
			return
		case t.is(owner):
			if key := s.value(t, owner); !strings.HasPrefix(key, entityPrefix) { // as likely another's work
				h.addOwner(key, "subject")
			}
			return
		case t.is(comma):
			commas++
		case t.is(verb), t.is(opening):
			words++
		case t.is(of), t.is(date):
		default:
			return
		}
	}
}

// wordsBetween counts the words that bear no token between two tokens.
func (s *lexer) wordsBetween(j, k int) int {
	from, to := s.tokens[j].end, s.tokens[k].start
	if from >= to { // a number inside a name
		return 0
	}
	return len(bytes.Fields(s.text.Bytes[from:to]))
}

// unnamed reports whether the words name no owner: there is none, or only an
// "its".
func (h *head) unnamed() bool {
	return !slices.ContainsFunc(h.owners, func(o Owner) bool { return o.By != "own" })
}

func (h *head) addOwner(key, by string) {
	h.owners = append(h.owners, Owner{Key: key, By: by})
}

func (h *head) addOwn(gender string) {
	h.owners = append(h.owners, Owner{Key: "own", By: "own", Gender: gender})
}

// maxList is how many tokens behind a number its owner or type may stand, at
// the end of a list.
const maxList = 400

// after reads the tokens on the right of the number at token k: the type in
// languages that put it last, the date, and an owner behind the list.
func (s *scanner) after(k int, h *head) {
	h.last = k
	sawOf, sawAbout, crossed, bracket := false, false, false, 0
	own := slices.ContainsFunc(h.owners, func(o Owner) bool { return o.By == "own" })
	for j := k + 1; j < len(s.tokens) && j < k+maxList && !s.tokens[j].gap; j++ {
		t := &s.tokens[j]
		switch {
		case t.is(noEnd):
			s.endBehind(j, h)
		case t.is(typ) && s.lang.typeFollows:
			s.typeBehind(j, h)
			return
		case t.is(date):
			if !crossed {
				h.setDate(s.dates[t.n])
			}
			sawOf, sawAbout = false, false
		case t.is(owner):
			switch {
			case !crossed && s.inversion(j, h):
				h.addOwner(s.bodyOf(j), "subject")
			case !sawAbout && (s.ownerBehind(j, sawOf) || own && s.follower(j)):
				h.addOwner(s.bodyOf(j), "after")
			}
			return
		case t.is(respective):
		case t.is(of):
			// Not whose number it is: "resolution 55/1 on the Council",
			// "pursuant to resolution 55/1, the Council asked".
			sawAbout = sawAbout || t.is(about)
			sawOf = sawOf || s.value(t, of) == "of"
		case t.is(item), t.is(comma), t.is(and), t.is(no), t.is(rang) && s.follows(j+1, item), s.rangeDash(j):
			if t.is(item) && s.items[t.n].Form == Plain && !s.lang.typeFollows {
				return
			}
			crossed = crossed || !t.is(comma)
			sawOf = false
		case t.is(open), t.is(symbolRun), t.is(shut):
			if bracket++; bracket > 3 {
				return
			}
		default:
			return
		}
	}
}

// endBehind takes the 号 at token j.
func (s *scanner) endBehind(j int, h *head) {
	if h.last == j-1 {
		h.noEnd, h.last = true, j
		h.foreign = s.wordFollows(j)
	}
}

// typeBehind takes the type word at token j.
func (s *scanner) typeBehind(j int, h *head) {
	if h.typ == "" {
		h.typ = s.value(&s.tokens[j], typ)
	}
	if h.last == j-1 {
		h.last = j
	}
}

// verbs are the classes of the verbs that a clause may have.
var verbs = set(verb, opening, adjunct, adopts)

// inversion reports whether the owner at token j is the subject that stands
// behind its "in its resolution": "in its resolution 7/22, the Council asked".
func (s *scanner) inversion(j int, h *head) bool {
	its := h.first
	return s.tokens[its].is(own) && its > 0 && s.tokens[its-1].is(of) && !s.tokens[its].gap &&
		(j+1 == len(s.tokens) || s.tokens[j+1].gap || s.tokens[j+1].kinds&verbs != 0) &&
		(s.lang.genitive || s.tokens[j-1].is(comma) || s.tokens[j-1].is(of) && s.tokens[j-2].is(comma))
}

// ownerBehind reports whether the owner at token j belongs to the number
// before it: in some languages a preposition says so, in others the case.
func (s *scanner) ownerBehind(j int, sawOf bool) bool {
	if s.lang.typeFollows {
		return false
	}
	p := &s.tokens[j-1]
	return sawOf || s.lang.genitive && !p.is(and) && !p.is(comma) && !p.is(of) && s.inGenitive(j)
}

// follower reports whether the owner at token j may be the body that "its"
// before the number means: "in its resolution 5/14, the Assembly asked".
func (s *scanner) follower(j int) bool {
	return !s.lang.typeFollows && !s.tokens[j-1].is(and) && !s.follows(j+1, typ) && !s.follows(j+1, item)
}

// title looks for the head of a number that a title parts from it, in
// languages that write "the General Assembly's 2 April 2020 on … 's No. 74/270
// resolution": the nearest owner or "its" that a date or "on" follows.
func (s *scanner) title(k int, h *head) {
	if !s.lang.typeFollows || len(h.owners) > 0 || h.continuing {
		return
	}
	j := h.first - 1
	if j >= 0 && !s.tokens[h.first].gap && !s.tokens[j].is(of) {
		return
	}
	for quoted := false; j >= 0; j-- {
		t := &s.tokens[j]
		quoted = quoted != (t.is(quote) && !hasAny(s.text.Bytes, int(t.start), "》"))
		switch {
		case t.is(item) && s.items[t.n].Form != Plain, t.is(stop):
			return
		case quoted: // a body in the words of the title
		case (t.is(owner) || t.is(own)) && s.leadsTitle(j+1):
			s.titleOwner(j, h)
			return
		case s.datedTitle(j):
			if j > 0 && !t.gap && (s.tokens[j-1].is(owner) || s.tokens[j-1].is(own)) {
				s.titleOwner(j-1, h)
				return
			}
			h.continuing = j > 0 && !t.gap && (s.tokens[j-1].is(and) || s.tokens[j-1].is(comma))
			h.setDate(s.dates[t.n])
			return
		}
	}
}

// leadsTitle reports whether a title follows from token j on, right away or
// behind a date or "adopted": 关于…的, 2020年5月28日关于…的, 通过的关于…的.
func (s *scanner) leadsTitle(j int) bool {
	if s.follows(j, of) && s.value(&s.tokens[j], of) == "that" {
		j++
	}
	return s.follows(j, about) || s.datedTitle(j)
}

// datedTitle reports whether a date at token j leads a title: 2020年5月28日关于…的.
func (s *scanner) datedTitle(j int) bool {
	return j < len(s.tokens) && s.tokens[j].is(date) && (s.follows(j+1, about) || s.follows(j+1, of))
}

// titleOwner takes the owner at token j, and the date behind it.
func (s *scanner) titleOwner(j int, h *head) {
	if t := &s.tokens[j]; t.is(own) {
		h.addOwn(s.value(t, own))
		s.subject(j, h)
	} else {
		h.addOwner(s.value(t, owner), "before")
	}
	if s.follows(j+1, date) {
		h.setDate(s.dates[s.tokens[j+1].n])
	}
}

func (h *head) setDate(iso string) {
	if h.date == "" {
		h.date = iso
	}
}

// value returns the value that the term of class c at token t has.
func (s *lexer) value(t *token, c class) string {
	for _, v := range s.lang.words.Values(t.list) {
		if term := &s.lang.terms[v]; term.class == c {
			return term.value
		}
	}
	return ""
}

// wordFollows reports whether a word without a token, or one of another kind
// of text, stands right behind token j.
func (s *scanner) wordFollows(j int) bool {
	if j+1 < len(s.tokens) && !s.tokens[j+1].gap {
		next := &s.tokens[j+1]
		return next.is(other) || next.is(doc) || next.is(name) && !next.is(owner) || next.is(verb) && !next.is(typ)
	}
	at := skipBlank(s.text.Bytes, int(s.tokens[j].end))
	return at < len(s.text.Bytes) && s.text.Bytes[at] >= 0xE4 && s.text.Bytes[at] <= 0xE9
}
