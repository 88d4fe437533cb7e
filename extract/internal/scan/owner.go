package scan

import (
	"bytes"
	"slices"
	"unicode"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/token"
)

// entityPrefix begins the key of an owner that the lexicon does not name, only
// the authority tables.
const entityPrefix = "entity:"

// maxTopic bounds the words between a verb or "on" and the body that they make the
// topic of a resolution, in letters.
const maxTopic = 240

// topic reports whether the owner at token j is what a resolution is about and
// no owner, in languages that put the number last: "关于人权理事会的第60/251号决议",
// "设立人权理事会的第60/251号决议".
func (s *scanner) topic(j int) bool {
	if !s.Lang.TypeFollows || !s.Follows(j+1, token.Of) || s.Value(&s.Tokens[j+1], token.Of) != "of" {
		return false
	}
	for i := j - 1; i >= 0 && s.Near(i, j, maxTopic); i-- {
		switch t := &s.Tokens[i]; {
		case t.Is(token.About), t.Is(token.Verb) && s.Value(t, token.Verb) == "establish":
			return true
		case t.Is(token.Stop), t.Is(token.Comma), t.Is(token.Type), t.Is(token.Date), t.Is(token.Number), t.Is(token.Owner), t.Is(token.Own):
			return false
		}
	}
	return false
}

// ownerBefore adds the owner at token j, on the left of a number. Where an
// organisation stands right before its assembly, "国际民用航空组织大会", the
// number is the organisation's.
func (s *scanner) ownerBefore(j int, h *head) {
	key := s.Value(&s.Tokens[j], token.Owner)
	if n := len(h.owners); n > 0 && s.Lang.TypeFollows && organ(h.owners[n-1].Key) && s.Follows(j+1, token.Owner) && s.Tokens[j].Is(token.Name) {
		h.owners[n-1].Key = key
		return
	}
	h.addOwner(key, "before")
}

// bodyOf returns the owner at token j or, where that is an assembly or a
// council of an organisation named after it, the organisation: "the Assembly
// of the International Civil Aviation Organization".
func (s *scanner) bodyOf(j int) string {
	key := s.Value(&s.Tokens[j], token.Owner)
	if !organ(key) || s.Lang.TypeFollows {
		return key
	}
	for i := j + 1; i < j+4 && i < len(s.Tokens) && !s.Tokens[i].Gap; i++ {
		switch t := &s.Tokens[i]; {
		case t.Is(token.Owner) && t.Is(token.Name) && (i > j+1 || s.Lang.Genitive):
			return s.Value(t, token.Owner)
		case t.Is(token.Of) && !t.Is(token.About) && s.Value(t, token.Of) == "of":
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
	if len(s.Lang.Genitives) == 0 {
		return true
	}
	t := &s.Tokens[j]
	word := s.Text.Bytes[t.Start:min(int(t.End), char.WordEnd(s.Text.Bytes, int(t.Start)))]
	for _, ending := range s.Lang.Genitives {
		if bytes.HasSuffix(word, []byte(ending)) {
			return true
		}
	}
	last, _ := utf8.DecodeLastRune(word)
	return unicode.IsUpper(last)
}

// namesCommission reports whether the name at t is that of a commission.
func (s *scanner) namesCommission(t *token.Token) bool {
	if !t.Is(token.Name) {
		return false
	}
	return s.NamesAny(t, func(e *authority.Entry, short bool) bool {
		return !short && (e.Class == "commission" || e.Class == "regional commission")
	})
}

// organ reports whether the words for the owner are also those for an organ
// of other organisations: assembly, council.
func organ(key string) bool { return key == "GA" || key == "COUNCIL" }

// maxLater bounds the words between an "and", a type word and its owner, in
// letters: "and all subsequent resolutions of the Commission".
const maxLater = 48

// laterOwner looks for the owner of a number that stands only beside the
// resolutions joined to it: "resolution 1993/51 of 9 March 1993 and subsequent
// resolutions of the Commission".
func (s *scanner) laterOwner(h *head) {
	if h.typ == "" || len(h.owners) > 0 || s.Lang.TypeFollows {
		return
	}
	j := h.last + 1
	for ; j < len(s.Tokens) && !s.Tokens[j].Gap && !s.Tokens[j].Is(token.And); j++ {
		if t := &s.Tokens[j]; !t.Is(token.Date) && !t.Is(token.Comma) && !t.Is(token.Of) && !t.Is(token.Open) && !t.Is(token.Shut) {
			return // brackets are those of a footnote mark
		}
	}
	if !s.Follows(j, token.And) {
		return
	}
	later := func(c token.Class, last int) bool {
		return j < len(s.Tokens) && s.Tokens[j].Is(c) && !s.Tokens[j].Is(token.Own) && s.Near(last, j, maxLater)
	}
	last := j
	for j++; later(token.Of, last); j++ {
	}
	if !later(token.Type, last) {
		return
	}
	last = j
	for j++; later(token.Of, last) || later(token.About, last); j++ {
	}
	if later(token.Owner, last) && s.ownerAfter(j, s.Tokens[j-1].Is(token.Of) && s.Value(&s.Tokens[j-1], token.Of) == "of") {
		h.addOwner(s.bodyOf(j), "later")
		h.owners[len(h.owners)-1].Loose = true
	}
}

// dateAfterOwner returns the token of the date after the owner at token j, which
// is the number's before it: "резолюция 74/160 Генеральной Ассамблеи от 18 декабря
// 2019 года", "la résolution 43/24 du Conseil, en date du 22 juin 2020"; or 0. After
// a comma, a word such as "dated" must lead it.
func (s *scanner) dateAfterOwner(j int) int {
	comma, led := false, false
	for j++; j < len(s.Tokens) && !s.Tokens[j].Gap; j++ {
		switch t := &s.Tokens[j]; {
		case t.Is(token.Date):
			if comma && !led {
				return 0
			}
			return j
		case t.Is(token.Comma) && !comma:
			comma = true
		case comma && t.Is(token.Of) && !t.Is(token.About):
			led = true
		case t.Is(token.Of) && !t.Is(token.About), !comma && (t.Is(token.Name) || t.Is(token.Owner)) && s.Tokens[j-1].Is(token.Of):
		default:
			return 0
		}
	}
	return 0
}

// maxSentence bounds the words between the subject of a sentence and an "its" that
// means it, in letters.
const maxSentence = 300

// numberParts are the classes of tokens that make the owner before them that of a
// number, and no subject.
var numberParts = token.SetOf(token.Type, token.Number, token.No, token.Own, token.Comma, token.Date, token.And, token.Of)

// sentenceSubject takes the body with which the paragraph begins, or its main clause
// behind the ground of the act, as the one that "its" at token j means, where no other is
// named between and no sentence ends: "The Commission on Human Rights heard the shepherds
// twice, the first time by its resolution 1998/33".
func (s *scanner) sentenceSubject(j int, h *head) {
	body := s.firstBody(j)
	if body < 0 || !s.Within(s.Tokens[body].End, s.Tokens[j].Start, maxSentence) {
		return
	}
	if next := &s.Tokens[body+1]; !next.Gap && next.Kinds&numberParts != 0 {
		return
	}
	for k := body + 1; k < j; k++ {
		if t := &s.Tokens[k]; t.Is(token.Owner) || t.Is(token.Stop) || t.Is(token.Own) || s.sentenceEnds(k-1, k) {
			return
		}
	}
	if s.sentenceEnds(j-1, j) {
		return
	}
	h.addOwner(s.bodyOf(body), "subject")
}

// firstBody is the token before j of the body with which the paragraph begins, or that
// stands behind the ground with which it does; -1 where there is none.
func (s *scanner) firstBody(j int) int {
	for k := 0; k < min(j, 2); k++ {
		if s.Tokens[k].Is(token.Owner) {
			if s.opens(k) {
				return k
			}
			return -1
		}
	}
	if j > 0 && s.opens(0) && s.isGround(0) {
		return s.behindGround(j)
	}
	return -1
}

// isGround reports whether the words at token k lead the ground of an act: "pursuant to".
func (s *scanner) isGround(k int) bool {
	t := &s.Tokens[k]
	return t.Is(token.Pursuant) || t.Is(token.Opening) && slices.Contains(grounds, s.Value(t, token.Opening))
}

// behindGround returns the token before j of the body with which the main clause begins
// behind the numbers of the ground: "Pursuant to resolution 76/300, the Human Rights
// Council held a panel". A comma parts the two, or the nominative does.
func (s *scanner) behindGround(j int) int {
	parted := false // by a comma, and an article at most
	for k := 1; k < j; k++ {
		t, p := &s.Tokens[k], &s.Tokens[k-1]
		switch {
		case s.WordsBetween(k-1, k) > 1 && !s.isGround(k-1):
			return -1
		case t.Is(token.Owner) && (parted || len(s.Lang.Genitives) > 0 && p.Kinds&numeric != 0 && !s.inGenitive(k)):
			return k
		case t.Kinds&(numberParts|numeric) == 0 && !t.Is(token.Owner):
			return -1
		}
		parted = t.Is(token.Comma) || parted && t.Is(token.Of) && !t.Is(token.About)
	}
	return -1
}

// numeric are the classes with which a number may end.
var numeric = token.SetOf(token.Number, token.Date, token.Symbol, token.Open, token.Shut)
