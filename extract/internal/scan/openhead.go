package scan

import (
	"bytes"
	"unicode"

	"uncite/extract/internal/token"
)

// Bounds between a number and a head that does not stand right before it: of the
// letters to a type word that stays the head of its clause, and of the words
// that may stand between a type word and a dated number.
const (
	maxOpenHead  = 300
	maxHeadWords = 3
)

// openHead looks for the head of the number at token k, which has none right
// before it: "its resolutions on roads, in particular 62/196 of 18 December 2007",
// "resolutions of the Council, 33/3 and 39/12", "the following resolutions:
// 65/277, 70/266". A date makes sure that the number is none of something else, as
// does "its" before the head where nothing is counted: "its comprehensive resolutions 71/243
// and 75/233,".
func (s *scanner) openHead(k int, n *token.NumberText, h *head) {
	if n.Form != token.Slashed || h.typ != "" || len(h.owners) > 0 && !s.Lang.TypeFollows || h.other || h.unit {
		return
	}
	first := h.first
	for first > 0 && s.Tokens[first-1].Is(token.Of) && !s.Tokens[first].Gap {
		first-- // "en particular la 64/293"
	}
	if at, ok := s.headAfterComma(first); ok && !s.Lang.TypeFollows {
		s.takeHead(at, h)
		return
	}
	dated := s.dateFollows(k) || s.Lang.TypeFollows || s.rangeFollows(k)
	including := first - 1
	if including > 0 && s.Tokens[including].Is(token.Comma) && !s.Tokens[including].Gap {
		including-- // "inter alia, 44/228 of …"
	}
	switch {
	case including >= 0 && dated && (!s.Tokens[first].Gap || s.colonBefore(first)) && s.Tokens[including].Is(token.Including):
		s.headOfClause(including, h)
	case s.list.open && !s.list.other && h.continuing, s.Lang.TypeFollows:
	default:
		if at, colon, ok := s.headNear(first); ok && (dated || colon || s.ownedHead(at) && s.closes(k)) {
			s.takeHead(at, h)
		} else if dated && first > 0 && s.Tokens[first-1].Is(token.Comma) && !s.Tokens[first].Gap && !s.verbSince(first-1) {
			s.headOfClause(first-1, h) // "all its resolutions on the matter, 44/228 of …"
		}
	}
}

// ownedHead reports whether "its" stands right before the type word at token j.
func (s *scanner) ownedHead(j int) bool {
	return s.Tokens[j].Is(token.Own) || j > 0 && s.Tokens[j-1].Is(token.Own)
}

// closes reports whether a stop, a joiner or the end of the text follows the number at
// token k, and no word that it could count.
func (s *scanner) closes(k int) bool {
	if k+1 == len(s.Tokens) {
		return !bytes.ContainsFunc(s.Text.Bytes[s.Tokens[k].End:], unicode.IsLetter)
	}
	return s.followsAny(k+1, closing)
}

// closing are the classes of tokens that may stand right behind the number of a head.
var closing = token.SetOf(token.Comma, token.Stop, token.And, token.Shut)

// verbSince reports whether a verb stands between the token j and the last type word
// before it.
func (s *scanner) verbSince(j int) bool {
	for j--; j >= 0 && !s.Tokens[j].Is(token.Type); j-- {
		if s.Tokens[j].Is(token.Verb) {
			return true
		}
	}
	return j < 0
}

// headAfterComma returns the type word of the owner that a comma separates from
// the number with the head's first token.
func (s *scanner) headAfterComma(first int) (at int, ok bool) {
	j := first - 1
	if j < 2 || !s.Tokens[j].Is(token.Comma) || s.Tokens[j].Gap || s.Tokens[first].Gap || !s.Tokens[j-1].Is(token.Owner) {
		return 0, false
	}
	for j--; j >= 0; j-- {
		switch t := &s.Tokens[j]; {
		case t.Is(token.Type):
			return j, true
		case t.Gap, !t.Is(token.Owner) && !t.Is(token.Name) && !t.Is(token.Of):
			return 0, false
		}
	}
	return 0, false
}

// headOfClause takes the type word that a word such as "including" at token j
// goes on with, or leaves the number to the list that is open.
func (s *scanner) headOfClause(j int, h *head) {
	for i := j - 1; i >= 0 && s.Near(i, j, maxOpenHead) && !s.sentenceEnds(i, i+1); i-- {
		switch t := &s.Tokens[i]; {
		case t.Is(token.Type):
			s.takeHead(i, h)
			return
		case s.NumberAt(i) && s.list.open && !s.list.other:
			h.continuing = true
			return
		case t.Is(token.Stop), t.Is(token.Symbol), t.Is(token.TitleOpen), s.NumberAt(i):
			return
		}
	}
}

// headNear returns the type word that at most a few words without a stop separate
// from the number with the head's first token; colon tells that a colon does.
func (s *scanner) headNear(first int) (at int, colon, ok bool) {
	words := 0
	for j := first; j > 0; j-- {
		between := s.between(j-1, j)
		if bytes.ContainsAny(between, ".;!?()[]\"") {
			return 0, false, false
		}
		if bytes.Contains(between, []byte(":")) {
			colon = true
		}
		if words += s.WordsBetween(j-1, j); words > maxHeadWords {
			return 0, false, false
		}
		switch t := &s.Tokens[j-1]; {
		case t.Is(token.Type):
			return j - 1, colon, words > 0 && !t.Is(token.Back)
		case t.Is(token.Adverb):
			words++ // "ses résolutions à ce sujet 64/289"
		case t.Is(token.Owner), t.Is(token.Of), t.Is(token.Name), t.Is(token.Tone), t.Is(token.Tie), t.Is(token.Present):
		default:
			return 0, false, false
		}
	}
	return 0, false, false
}

// colonBefore reports whether a colon and no word stands between token k and the one before.
func (s *scanner) colonBefore(k int) bool {
	return string(bytes.TrimSpace(s.between(k-1, k))) == ":"
}

// between is the text between two tokens.
func (s *scanner) between(j, k int) []byte {
	from, to := s.Tokens[j].End, s.Tokens[k].Start
	return s.Text.Bytes[min(from, to):to]
}

// sentenceEnds reports whether a full stop and a blank stand between two tokens.
func (s *scanner) sentenceEnds(j, k int) bool {
	return bytes.Contains(s.between(j, k), []byte(". "))
}

// takeHead takes the type word at token j, with the owners on both its sides.
func (s *scanner) takeHead(j int, h *head) {
	var g head
	t := &s.Tokens[j]
	if t.Is(token.Own) {
		s.possessive(j, &g)
	} else {
		s.before(j, &g)
		s.after(j, &g)
	}
	if len(g.owners) == 0 && s.Lang.TypeFollows {
		s.ownerApart(j, &g)
	}
	h.typ, h.both, h.continuing = s.Value(t, token.Type), g.both, false
	if len(h.owners) == 0 {
		h.owners = g.owners
	}
}

// apart are the classes of tokens that are no short words.
var apart = token.SetOf(token.Comma, token.Stop, token.And, token.Number, token.Verb, token.Type, token.Name, token.Quote, token.TitleOpen, token.Date)

// ownerApart takes the owner that a few short words part from the type word at token j, which
// stands behind it: 人权理事会以往各项决议.
func (s *scanner) ownerApart(j int, h *head) {
	const most = 7 * 3 // bytes: the script writes a word in one or two characters
	end := s.Tokens[j].Start
	for j--; j >= 0 && int(end-s.Tokens[j].End) <= most; j-- {
		switch t := &s.Tokens[j]; {
		case t.Is(token.Owner):
			if !s.topic(j) {
				s.ownerBefore(j, h)
			}
			return
		case t.Kinds&apart != 0:
			return
		}
	}
}

// rangeFollows reports whether the number at token k begins a range: "75/1 to 75/4".
func (s *scanner) rangeFollows(k int) bool {
	if !s.Follows(k+1, token.Range) {
		return false
	}
	for k += 2; s.Follows(k, token.Of) || s.Follows(k, token.No); k++ {
	}
	return s.Follows(k, token.Number) && s.Numbers[s.Tokens[k].N].Form == token.Slashed
}

// dateFollows reports whether a date follows the number at token k.
func (s *scanner) dateFollows(k int) bool {
	for k++; k < len(s.Tokens) && !s.Tokens[k].Gap; k++ {
		switch t := &s.Tokens[k]; {
		case t.Is(token.Date):
			return true
		case t.Is(token.Comma), t.Is(token.Of) && !t.Is(token.About):
		default:
			return false
		}
	}
	return false
}
