package scan

import "bytes"

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
	foreign    bool // a word of another kind of text follows: 第42/2018号法律
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
		case t.is(no):
			h.no, h.direct = true, true
		case t.is(date):
			if h.date == "" && !inSeen {
				h.date = s.dates[t.n]
			}
		case t.is(owner):
			h.addOwner(s.value(t, owner), "before")
			h.direct = h.direct || j == k-1
		case t.is(typ) && h.typ == "" && !s.lang.typeFollows:
			if !s.typeBefore(j, k, h) {
				return
			}
		case t.is(own):
			h.addOwn(s.value(t, own))
			h.first = j
			s.subject(j, h)
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
			h.continuing = h.typ == "" && len(h.owners) == 0
			h.place = h.typ != "" && len(h.owners) == 0 && t.is(comma)
			return
		case t.is(name) && s.parent(j):
		case t.is(unit) && !t.is(typ):
			h.unit = h.typ == "" && !ofSeen
			return
		default:
			return
		}
		h.first = j
	}
}

// typeBefore takes the type word at token j; it is false where the word is
// the last of the head.
func (s *scanner) typeBefore(j, k int, h *head) bool {
	t := &s.tokens[j]
	h.typ = s.value(t, typ)
	h.direct = h.direct || j == k-1
	h.first = j
	if t.is(own) {
		h.addOwn(s.value(t, own))
		s.subject(j, h)
		return false
	}
	return true
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
func (s *scanner) numberAt(j int) bool {
	return j >= 0 && j < len(s.tokens) && s.tokens[j].is(item) && s.items[s.tokens[j].n].form != plain
}

// moreOwners reports whether the "and" at token j joins two owners: "General
// Assembly and Security Council resolutions 70/262 and 2282 (2016)".
func (s *scanner) moreOwners(j int, h *head) bool {
	return len(h.owners) > 0 && h.owners[len(h.owners)-1].By == "before" &&
		s.tokens[j].is(and) && j > 0 && s.tokens[j-1].is(owner) && !s.tokens[j].gap
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
		case s.numbersItsOwn(t):
			h.addOwner("foreign", "subject")
			return
		case t.is(of), t.is(comma), t.is(and), t.is(date), t.is(about):
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
			h.addOwner(s.value(t, owner), "subject")
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
func (s *scanner) wordsBetween(j, k int) int {
	from, to := s.tokens[j].end, s.tokens[k].start
	if from >= to { // a number inside a name
		return 0
	}
	return len(bytes.Fields(s.text.Bytes[from:to]))
}

// regionalCommission is the class of the bodies that number their resolutions
// by themselves, without United Nations symbols.
const regionalCommission = "regional commission"

// numbersItsOwn reports whether the name at t is a body that numbers its
// resolutions by itself, without United Nations symbols.
func (s *scanner) numbersItsOwn(t *token) bool {
	if !t.is(name) {
		return false
	}
	for _, e := range s.lang.heads[t.m.List()].names {
		if e.Class == regionalCommission {
			return true
		}
	}
	return false
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
	sawOf, crossed, bracket := false, false, 0
	for j := k + 1; j < len(s.tokens) && j < k+maxList && !s.tokens[j].gap; j++ {
		t := &s.tokens[j]
		switch {
		case t.is(noEnd):
			if h.last == j-1 {
				h.noEnd, h.last = true, j
				h.foreign = s.wordFollows(j)
			}
		case t.is(typ) && s.lang.typeFollows:
			if h.typ == "" {
				h.typ = s.value(t, typ)
			}
			if h.last == j-1 {
				h.last = j
			}
			return
		case t.is(date):
			if !crossed && h.date == "" {
				h.date = s.dates[t.n]
			}
			sawOf = false
		case t.is(owner):
			switch {
			case !crossed && s.inversion(j, h):
				h.addOwner(s.value(t, owner), "subject")
			case s.ownerBehind(j, sawOf):
				h.addOwner(s.value(t, owner), "after")
			}
			return
		case t.is(of):
			// ", the Council adopted" begins another clause
			sawOf = sawOf || !s.tokens[j-1].is(comma) || s.value(t, of) != "article"
		case t.is(item), t.is(comma), t.is(and), t.is(no), t.is(rang), s.rangeDash(j):
			if t.is(item) && s.items[t.n].form == plain && !s.lang.typeFollows {
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

// verbs are the classes of the verbs that a clause may have.
var verbs = set(verb, opening, adjunct, adopting)

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
	return sawOf || s.lang.genitive && !s.tokens[j-1].is(and) && !s.tokens[j-1].is(comma)
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
	for ; j >= 0; j-- {
		t := &s.tokens[j]
		switch {
		case t.is(item) && s.items[t.n].form != plain, t.is(stop):
			return
		case (t.is(owner) || t.is(own)) && (s.follows(j+1, about) || s.datedTitle(j+1)):
			s.titleOwner(j, h)
			return
		case s.datedTitle(j) && j > 0 && !t.gap && (s.tokens[j-1].is(owner) || s.tokens[j-1].is(own)):
			s.titleOwner(j-1, h)
			return
		case s.datedTitle(j):
			h.continuing = j > 0 && !t.gap && (s.tokens[j-1].is(and) || s.tokens[j-1].is(comma))
			h.setDate(s.dates[t.n])
			return
		}
	}
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
func (s *scanner) value(t *token, c class) string {
	for _, v := range s.lang.words.Values(t.m) {
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
