package scan

import (
	"bytes"
	"slices"
	"strings"

	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// head is what stands around the number of a citation and says what kind of
// number it is.
type head struct {
	typ        string
	both       bool // "resolutions and decisions": typ is the last of them
	owners     []Owner
	date       string
	near       string // a date that may be the number\'s, if it fits
	no         bool   // No., 第
	noEnd      bool   // 号
	other      bool   // article, general comment: no number of ours
	unit       bool   // part of a pinpoint
	place      bool   // a comma stands before the type word, nothing else
	continuing bool   // joined by a comma or "and" to what stands before
	joined     bool   // so joined, and no words of another kind stand between
	otherText  bool   // a word of another kind of text follows: 第42/2018号法律
	years      bool   // a bare number of the Security Council between two with years
	direct     bool   // type, No. or owner stands right before a bare number
	first      int    // first token that belongs to the head
	dated      int    // the date after an owner that follows the number, 0 for none
	last       int    // last token that belongs to the number, its 号决议
}

// before reads the tokens on the left of the number at token k.
func (s *scanner) before(k int, h *head) {
	h.first = k
	h.continuing = s.list.open && (k == 0 || k == 1 && s.Lang.TypeFollows && s.Tokens[0].Is(token.No)) // a line of numbers under the head of all
	ofSeen, inSeen := false, false
	for j := k - 1; j >= 0 && !s.Tokens[j+1].Gap; j-- {
		t := &s.Tokens[j]
		switch {
		case s.noteBracket(j):
			j--
			continue
		case t.Is(token.No):
			h.no, h.direct = true, true
		case t.Is(token.Date) && j == k-1 && s.datesAnother(j):
			h.continuing = true // a comma is missing
			return
		case t.Is(token.Date):
			if !inSeen {
				h.setDate(s.Dates[t.N])
			}
		case t.Is(token.Name) && s.parent(j):
		case t.Is(token.Owner) && s.topic(j):
			return
		case t.Is(token.Open) && s.listInBrackets(j, k):
			if s.Lang.TypeFollows {
				j--
				h.typ = s.Value(&s.Tokens[j], token.Type)
			} else {
				continue
			}
		case t.Is(token.Owner):
			s.ownerBefore(j, h)
			h.owners[len(h.owners)-1].Loose = ofSeen && !s.Lang.TypeFollows // "the Council consider in resolution …"
			if o := &h.owners[len(h.owners)-1]; o.Loose && o.Key == "COUNCIL" && s.Tokens[j+1].Is(token.Adopts) {
				o.By = "adopter" // "the Council adopted resolution 48/13"
			}
			h.direct = h.direct || j == k-1
			if t.Is(token.Type) && h.typ == "" { // UNSCR 1701
				h.typ = s.Value(t, token.Type)
			}
		case t.Is(token.Type) && h.typ == "" && s.leads(j):
			if !s.typeBefore(j, k, h) {
				return
			}
		case t.Is(token.Own):
			s.possessive(j, h)
			return
		case t.Is(token.Other):
			h.other = !ofSeen
			return
		case t.Is(token.Of):
			ofSeen, inSeen = true, inSeen || s.Value(t, token.Of) == "in" // "on that day in resolution …"
			continue
		case t.Is(token.Comma), t.Is(token.And), t.Is(token.Stop), t.Is(token.Range), s.rangeDash(j):
			if s.moreOwners(j, h) {
				continue
			}
			if s.bothTypes(j, h) {
				j--
				h.first = j
				if s.Tokens[j].Is(token.Own) {
					s.possessive(j, h)
					return
				}
				continue
			}
			s.joint(j, h)
			return
		case t.Is(token.Unit) && !t.Is(token.Type):
			h.unit = h.typ == "" && !ofSeen
			return
		default:
			return
		}
		h.first = j
	}
}

// leads reports whether the type word at token j stands before its number: a foreign one does
// so in all languages, "Resolution 55/2".
func (s *scanner) leads(j int) bool {
	return !s.Lang.TypeFollows || s.Text.Bytes[s.Tokens[j].Start] < 0x80
}

// listInBrackets reports whether token j opens a bracket around numbers, the first of which
// is token k, behind the words that head them: "General Assembly resolutions (60/1 and
// 63/308)", "its resolution of 6 June 2010 (64/289)", 大会决议(第60/1和63/308号).
func (s *scanner) listInBrackets(j, k int) bool {
	if j == 0 || s.Tokens[j].Gap || k > j+2 || k == j+2 && !s.Tokens[j+1].Is(token.No) {
		return false
	}
	i, dated := j-1, false
	for i > 0 && !s.Lang.TypeFollows && !s.Tokens[i].Gap && !s.Tokens[i].Is(token.Type) && s.Tokens[i].Kinds&besideType != 0 {
		dated = dated || s.Tokens[i].Is(token.Date)
		i--
	}
	if dated && !s.closes(k) {
		return false // "la décision du 4 mars 2021 (12/15 voix)"
	}
	return s.Tokens[i].Is(token.Type) && !s.Tokens[i].Is(token.Back)
}

// besideType are the classes of tokens that may stand between the type word and the bracket
// with its numbers.
var besideType = token.SetOf(token.Owner, token.Of, token.Date)

// bothTypes reports whether the "and" at token j joins the two type words of
// one head, "resolutions and decisions", and notes it.
func (s *scanner) bothTypes(j int, h *head) bool {
	if s.Lang.TypeFollows || j == 0 || !s.Tokens[j].Is(token.And) || s.Tokens[j].Gap {
		return false
	}
	other, last := &s.Tokens[j-1], &s.Tokens[j+1]
	if !other.Is(token.Type) || !last.Is(token.Type) || s.Value(other, token.Type) == s.Value(last, token.Type) {
		return false
	}
	h.both = true
	return true
}

// joint takes what the comma or "and" at token j, the first before the head,
// tells of it.
func (s *scanner) joint(j int, h *head) {
	if s.ownerAndComma(j, h) {
		s.ownerBefore(j-1, h)
		h.owners[len(h.owners)-1].Loose = s.zone != record.Footnote
		h.first = j - 1
		return
	}
	t := &s.Tokens[j]
	// "and of the Council 2005/4": another owner goes on with the type word of the list.
	h.continuing = h.typ == "" && (len(h.owners) == 0 || h.direct && s.list.open)
	h.joined = !t.Gap && !(j > 0 && s.Tokens[j-1].Is(token.Comma) && s.Tokens[j-1].Gap)
	h.place = h.typ != "" && len(h.owners) == 0 && t.Is(token.Comma)
}

// noteBracket reports whether token j closes brackets around a footnote mark.
func (s *scanner) noteBracket(j int) bool {
	return j > 0 && s.Tokens[j].Is(token.Shut) && s.Tokens[j-1].Is(token.Open) && !s.Tokens[j].Gap
}

// datesAnother reports whether the date at token j is that of the number of a
// list right before it: "2017/9 of 7 June 2017".
func (s *scanner) datesAnother(j int) bool {
	if s.Lang.TypeFollows || !s.list.open || s.Tokens[j].Gap {
		return false
	}
	for j--; j > 0 && s.Tokens[j].Is(token.Of) && !s.Tokens[j].Gap; j-- {
	}
	return j >= 0 && s.Tokens[j].Class == token.Number && s.Numbers[s.Tokens[j].N].Form != token.Plain
}

// typeBefore takes the type word at token j; it is false where the word is
// the last of the head.
func (s *scanner) typeBefore(j, k int, h *head) bool {
	t := &s.Tokens[j]
	h.typ = s.Value(t, token.Type)
	h.direct = h.direct || j == k-1
	h.first = j
	if t.Is(token.Own) {
		s.possessive(j, h)
		return false
	}
	return true
}

// possessive takes the "its" at token j and the body that it means.
func (s *scanner) possessive(j int, h *head) {
	h.addOwn(s.Value(&s.Tokens[j], token.Own))
	h.first = j
	s.subject(j, h)
	if h.unnamed() {
		s.sentenceSubject(j, h)
	}
}

// parent reports whether the name at token j is that of the programme whose
// assembly stands before it: "United Nations Environment Assembly of the
// United Nations Environment Programme resolution 1/3".
func (s *scanner) parent(j int) bool {
	for ; j > 0 && !s.Tokens[j].Gap; j-- {
		t := &s.Tokens[j-1]
		if t.Is(token.Owner) {
			key := s.Value(t, token.Owner)
			return key == "UNEA" || key == "UNHA"
		}
		if !t.Is(token.Of) {
			return false
		}
	}
	return false
}

// rangeDash reports whether the dash at token j stands between the numbers of
// a range: "resolutions 70/1-70/5".
func (s *scanner) rangeDash(j int) bool {
	return s.Tokens[j].Is(token.Dash) && s.NumberAt(j-1) && s.NumberAt(j+1) && !s.Tokens[j].Gap && !s.Tokens[j+1].Gap
}

// moreOwners reports whether the "and" at token j joins two owners: "General
// Assembly and Security Council resolutions 70/262 and 2282 (2016)".
func (s *scanner) moreOwners(j int, h *head) bool {
	return len(h.owners) > 0 && h.owners[len(h.owners)-1].By == "before" &&
		s.Tokens[j].Is(token.And) && !s.Tokens[j+1].Is(token.Type) && j > 0 && s.Tokens[j-1].Is(token.Owner) && !s.Tokens[j].Gap &&
		!strings.HasPrefix(s.Value(&s.Tokens[j-1], token.Owner), entityPrefix)
}

// ownerAndComma reports whether the comma at token j parts an owner from the type
// word of its number, as footnotes and lists do: "General Assembly, resolution 60/288".
func (s *scanner) ownerAndComma(j int, h *head) bool {
	return h.typ != "" && len(h.owners) == 0 && h.first == j+1 &&
		s.Tokens[j].Is(token.Comma) && !s.Tokens[j].Gap && j > 0 && s.Tokens[j-1].Is(token.Owner)
}

// subject looks for the owner whose number "its" is: "the Council, in its
// resolution 7/22".
func (s *scanner) subject(j int, h *head) {
	own := j
	for ; j > 0 && !s.Tokens[j].Gap; j-- {
		t := &s.Tokens[j-1]
		switch {
		case t.Is(token.Owner):
			h.addOwner(s.Value(t, token.Owner), "subject")
			return
		case t.Is(token.Comma) && s.Follows(j, token.And):
			return // "the work of the Council, and its resolution": another member of a list
		case t.Is(token.Of), t.Is(token.Comma), t.Is(token.And), t.Is(token.Date), t.Is(token.About), t.Is(token.Adopts):
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
	for ; j > 0 && !s.Lang.TypeFollows; j-- {
		t := &s.Tokens[j-1]
		words += s.WordsBetween(j-1, j)
		switch {
		case words > mostWords, commas > 0 && words > 1:
			return
		case t.Is(token.Owner):
			if key := s.Value(t, token.Owner); !strings.HasPrefix(key, entityPrefix) { // as likely another's work
				h.addOwner(key, "subject")
			}
			return
		case t.Is(token.Comma):
			commas++
		case t.Is(token.Verb), t.Is(token.Opening):
			words++
		case t.Is(token.Of), t.Is(token.Date):
		default:
			return
		}
	}
}

// lastRights is more sessions than the Human Rights Council has had.
const lastRights = 66

// rightsSubject looks for the Human Rights Council as the subject, a verb away, of the
// clause with a number that "in" or "by" leads to and that may be its own by its shape:
// "the Human Rights Council extended the mandate in resolution 40/16".
func (s *scanner) rightsSubject(n *token.NumberText, h *head) {
	if len(h.owners) > 0 || h.typ == "" || n.Form != token.Slashed || n.A > lastRights || s.Tokens[h.first].Gap {
		return
	}
	k := h.first - 1
	if k > 0 && s.linkAt(k) == "the" {
		k--
	}
	if lead := s.linkAt(k); lead != "at" && lead != "by" {
		return
	}
	if s.clauseSubject(h.first, h); len(h.owners) > 0 && h.owners[0].Key != "HRC" {
		h.owners = h.owners[:0]
	}
}

// linkAt is which word of those that link a number to others token k is, empty where it
// is none.
func (s *scanner) linkAt(k int) string {
	if k < 0 || !s.Tokens[k].Is(token.Of) {
		return ""
	}
	return s.Value(&s.Tokens[k], token.Of)
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

// maxList is how many tokens after a number its owner or type may stand, at
// the end of a list.
const maxList = 256

// after reads the tokens on the right of the number at token k: the type in
// languages that put it last, the date, and an owner after the list.
func (s *scanner) after(k int, h *head) {
	h.last = k
	sawOf, sawAbout, crossed, bracket := false, false, false, 0
	own := slices.ContainsFunc(h.owners, func(o Owner) bool { return o.By == "own" })
	for j := k + 1; j < len(s.Tokens) && j < k+maxList; j++ {
		t := &s.Tokens[j]
		if t.Gap {
			if !s.gluedOf(j) {
				return
			}
			sawOf = true
		}
		switch {
		case t.Is(token.NoEnd):
			s.endAfter(j, h)
		case t.Is(token.Type) && s.Lang.TypeFollows:
			if !s.leads(j) {
				s.typeAfter(j, h)
			}
			return
		case t.Is(token.Date):
			if !crossed && !s.dayOfClause(j) {
				h.setDate(s.Dates[t.N])
			}
			sawOf, sawAbout = false, false
		case t.Is(token.Owner):
			switch {
			case !crossed && s.inversion(j, h):
				h.addOwner(s.bodyOf(j), "subject")
			case !sawAbout && (s.ownerAfter(j, sawOf) || own && s.follower(j)):
				h.addOwner(s.bodyOf(j), "after")
				if day := s.dateAfterOwner(j); day > 0 && !crossed {
					h.dated = day
					h.setDate(s.Dates[s.Tokens[day].N])
				}
			}
			return
		case h.last == j-1 && h.date == "" && s.quotedTitle(j, h):
			return
		case t.Is(token.Respective):
		case t.Is(token.Of):
			// Not whose number it is: "resolution 55/1 on the Council",
			// "pursuant to resolution 55/1, the Council asked".
			sawAbout = sawAbout || t.Is(token.About)
			sawOf = sawOf || s.Value(t, token.Of) == "of"
		case t.Is(token.Number), t.Is(token.Comma), t.Is(token.And), t.Is(token.No), t.Is(token.Range) && s.Follows(j+1, token.Number), s.rangeDash(j):
			if t.Is(token.Number) && s.Numbers[t.N].Form == token.Plain && !s.Lang.TypeFollows && !s.plainBefore(k) {
				return
			}
			crossed = crossed || !t.Is(token.Comma)
			sawOf = false
		case s.Lang.TypeFollows && bracket == 0 && t.Is(token.Shut) && !s.Follows(j+1, token.Type):
			return // of a list in brackets: 有关决议(第60/1和63/308号)和决定
		case t.Is(token.Open), t.Is(token.Symbol), t.Is(token.Shut):
			if bracket++; bracket > 3 {
				return
			}
		default:
			return
		}
	}
}

// gluedOf reports whether nothing but the "of" that is written as one with it stands before
// the owner at token j, "القرار 70/1 لمجلس الأمن".
func (s *scanner) gluedOf(j int) bool {
	if !s.Lang.Proclitics || !s.Tokens[j].Is(token.Owner) {
		return false
	}
	const letter = 2 // bytes
	between := bytes.TrimLeft(s.between(j-1, j), " ")
	return char.HasAny(between, 0, s.Lang.Belonging...) && len(between) == letter
}

// dayOfClause reports whether the date at token j says when something was done, and not
// of when the number before it is: "By resolution 60/1, on 8 March the Council met".
func (s *scanner) dayOfClause(j int) bool {
	link := s.linkAt(j - 1)
	return (link == "at" || link == "the") && s.Tokens[j-2].Is(token.Comma)
}

// plainBefore reports whether the number at token k has no session and no year, as those of a
// list of the Security Council's may: "resolutions 1325, 1820 and 1888 of the Security Council".
func (s *scanner) plainBefore(k int) bool { return s.Numbers[s.Tokens[k].N].Form == token.Plain }

// endAfter takes the 号 at token j.
func (s *scanner) endAfter(j int, h *head) {
	if h.last == j-1 {
		h.noEnd, h.last = true, j
		h.otherText = s.wordFollows(j) && !s.titledLine(j, h)
	}
}

// typeAfter takes the type word at token j.
func (s *scanner) typeAfter(j int, h *head) {
	if h.typ == "" {
		h.typ = s.Value(&s.Tokens[j], token.Type)
	}
	if h.last != j-1 {
		return
	}
	h.last = j
	if s.Follows(j+1, token.Open) && s.Follows(j+2, token.Date) && s.Follows(j+3, token.Shut) {
		h.setDate(s.Dates[s.Tokens[j+2].N])
	}
}

// verbs are the classes of the verbs that a clause may have.
var verbs = token.SetOf(token.Verb, token.Opening, token.Adjunct, token.Adopts)

// inversion reports whether the owner at token j is the subject that stands
// after its "in its resolution": "in its resolution 7/22, the Council asked".
func (s *scanner) inversion(j int, h *head) bool {
	its := h.first
	return s.Tokens[its].Is(token.Own) && its > 0 && s.Tokens[its-1].Is(token.Of) && !s.Tokens[its].Gap &&
		(j+1 == len(s.Tokens) || s.Tokens[j+1].Gap || s.Tokens[j+1].Kinds&verbs != 0) &&
		(s.Lang.Genitive || s.Tokens[j-1].Is(token.Comma) || s.Tokens[j-1].Is(token.Of) && s.Tokens[j-2].Is(token.Comma))
}

// ownerAfter reports whether the owner at token j belongs to the number
// before it: in some languages a preposition says so, in others the case.
func (s *scanner) ownerAfter(j int, sawOf bool) bool {
	if s.Lang.TypeFollows {
		return false
	}
	p := &s.Tokens[j-1]
	return sawOf || s.Lang.Genitive && !p.Is(token.And) && !p.Is(token.Comma) && !p.Is(token.Of) && s.inGenitive(j)
}

// follower reports whether the owner at token j may be the body that "its"
// before the number means: "in its resolution 5/14, the Assembly asked".
func (s *scanner) follower(j int) bool {
	return !s.Lang.TypeFollows && !s.Tokens[j-1].Is(token.And) && !s.Follows(j+1, token.Type) && !s.Follows(j+1, token.Number)
}

func (h *head) setDate(iso string) {
	if h.date == "" {
		h.date = iso
	}
}

// titledLine reports whether the 号 at token j ends the first number of a line under a heading, so that the
// words behind are the title of what it names, unless they are those for another text.
func (s *scanner) titledLine(j int, h *head) bool {
	return j <= 2 && h.continuing && !s.followsAny(j+1, otherTexts) && !s.Lang.Naming.BeginsWith(class.Paper, string(s.Text.Bytes[s.Tokens[j].End:]))
}

// otherTexts are the classes of words for other texts than those that bodies number.
var otherTexts = token.SetOf(token.Other, token.Document)

// wordFollows reports whether a word without a token, or one of another kind
// of text, stands right after token j.
func (s *scanner) wordFollows(j int) bool {
	if j+1 < len(s.Tokens) && !s.Tokens[j+1].Gap {
		next := &s.Tokens[j+1]
		return next.Is(token.Other) || next.Is(token.Document) || next.Is(token.Name) && !next.Is(token.Owner) || next.Is(token.Verb) && !next.Is(token.Type)
	}
	return s.hanAt(char.SkipBlank(s.Text.Bytes, int(s.Tokens[j].End)))
}

// hanAt reports whether a Han character stands at an offset.
func (s *scanner) hanAt(at int) bool {
	return at < len(s.Text.Bytes) && s.Text.Bytes[at] >= 0xE4 && s.Text.Bytes[at] <= 0xE9
}
