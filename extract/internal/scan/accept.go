package scan

import (
	"uncite/extract/internal/char"
	"uncite/extract/internal/token"
	"uncite/extract/symbol"
)

// accept decides whether the number is one of a resolution or decision, and
// keeps the state of the list.
func (s *scanner) accept(k int, n *token.NumberText, h *head) bool {
	headed := h.typ != "" || len(h.owners) > 0
	switch {
	case h.other, h.otherText && !(n.Form == token.Roman && h.date != ""):
		s.list = list{open: true, other: true}
		return false
	case h.unit:
		return false
	case n.Form == token.Roman && s.Lang.TypeFollows && s.Follows(k+1, token.Unit) && !s.Tokens[k+1].Is(token.Type):
		return false // "第29(二)段" is a place
	case n.Form == token.Roman && (s.dateFollows(k) || h.noEnd && h.date != ""):
		return true // nothing else has this form
	case !headed && (n.Form == token.Roman || n.Form == token.Yearly) && s.glued(n):
		return false
	case n.Form == token.Yearly && !headed && !(h.continuing && s.list.open) && s.volume(k, n):
		return false
	case !headed && h.continuing && s.list.open && s.list.other:
		return false
	}
	inList := h.continuing && s.list.open
	switch n.Form {
	case token.Plain:
		if h.years {
			return true
		}
		if h.typ != "" {
			if n.A <= 31 && h.place {
				return false // "chap. I, resolution 1" is a place in what was cited before
			}
			return h.direct && (!s.Lang.TypeFollows || h.noEnd || n.A > 31 && s.signAhead(k)) && !s.presentBefore(h) || inList && s.list.plain && n.A > 31
		}
		return inList && s.list.typ != "" && n.A > 31 && (len(h.owners) == 0 || s.list.plain && h.owners[0].By == "after") && !s.inBrackets(h.first) &&
			(s.list.plain && !s.nounFollows(k) || s.list.yearly && s.dateFollows(k))
	case token.Agency:
		return h.typ != "" || inList || token.TypeInside(n.Session) != ""
	case token.Conference:
		if _, known := symbol.ConferenceDecision(n.A, n.Session); known {
			return true // nothing else has this form
		}
		return h.typ != "" || inList || h.no && h.noEnd
	case token.Slashed, token.Chapter:
		return h.typ != "" || inList || h.no && h.noEnd
	}
	return true
}

// glued reports whether the number is the end of a word with points or slashes, which is
// another organisation's symbol: "Assembly/AU/Dec.773(XXXIII)".
func (s *scanner) glued(n *token.NumberText) bool {
	before := s.Text.Bytes[:n.Start]
	return len(before) > 1 && (before[len(before)-1] == '.' || before[len(before)-1] == '/') && char.LetterBefore(before, len(before)-1)
}

// signAhead reports whether the sign of a number, 号, stands at the end of the list of bare
// numbers that token k begins: 第1325、1820和1888号决议.
func (s *scanner) signAhead(k int) bool {
	for j := k + 1; j < len(s.Tokens) && j < k+maxRange && !s.Tokens[j].Gap; j++ {
		switch t := &s.Tokens[j]; {
		case t.Is(token.NoEnd):
			return j > k+1
		case t.Class == token.Number && (s.Numbers[t.N].Form == token.Plain || s.Numbers[t.N].Form == token.Yearly), t.Is(token.Comma), t.Is(token.And), t.Is(token.No):
		default:
			return false
		}
	}
	return false
}

// nounFollows reports whether a word that is none of a citation follows the bare
// number at token k, so that it counts something: "192 military observers".
func (s *scanner) nounFollows(k int) bool {
	at := char.SkipBlank(s.Text.Bytes, int(s.Tokens[k].End))
	return (char.Letter(s.Text.Bytes, at) > 0 || s.hanAt(at)) && (k+1 == len(s.Tokens) || s.Tokens[k+1].Gap)
}

// presentBefore reports whether the type word of the head is that of the document
// itself: "this resolution 90 days after".
func (s *scanner) presentBefore(h *head) bool {
	return h.first > 0 && len(h.owners) == 0 && s.Tokens[h.first].Is(token.Type) && !s.Tokens[h.first].Gap && s.Tokens[h.first-1].Is(token.Present)
}

// volume reports whether the number with its year at token k is that of a
// volume or an issue, and not one that the Security Council has adopted in
// that year: "vol. 40, No. 4 (2011)".
func (s *scanner) volume(k int, n *token.NumberText) bool {
	if k == 0 || s.Tokens[k].Gap || !s.Tokens[k-1].Is(token.Volume) && !s.Tokens[k-1].Is(token.No) {
		return false
	}
	year, ok := symbol.SecurityCouncilYear(n.A)
	return !ok || year != n.B
}

// betweenYears reports whether the bare number at token k stands in a list
// between two of the Security Council that have their years, and is one of the
// numbers between theirs: "2266 (2016), 2342 and 2402 (2018)".
func (s *scanner) betweenYears(k int) bool {
	if !s.list.open || k < 2 || k+2 >= len(s.Tokens) {
		return false
	}
	numbers := [3]*token.NumberText{}
	for i, j := range [3]int{k - 2, k, k + 2} {
		if s.Tokens[j].Class != token.Number || j > k-2 && s.Tokens[j].Gap {
			return false
		}
		numbers[i] = &s.Numbers[s.Tokens[j].N]
	}
	for _, j := range [2]int{k - 1, k + 1} {
		if t := &s.Tokens[j]; t.Gap || !t.Is(token.Comma) && !t.Is(token.And) {
			return false
		}
	}
	before, n, after := numbers[0], numbers[1], numbers[2]
	return before.Form == token.Yearly && n.Form == token.Plain && after.Form == token.Yearly && before.A < n.A && n.A < after.A
}

// yearAhead reports whether the bare number at token k stands in a list of which the last
// number alone has a year, in which the Security Council has adopted this one too:
// "resolutions 661, 665 and 670 (1990)".
func (s *scanner) yearAhead(k int) bool {
	year, ok := symbol.SecurityCouncilYear(s.Numbers[s.Tokens[k].N].A)
	if !ok || !s.Follows(k+1, token.Comma) && !s.Follows(k+1, token.And) {
		return false
	}
	for j := k + 1; j < len(s.Tokens) && j < k+maxRange && !s.Tokens[j].Gap; j++ {
		switch t := &s.Tokens[j]; {
		case t.Class == token.Number && s.Numbers[t.N].Form == token.Yearly:
			return s.Numbers[t.N].B == year
		case t.Class == token.Number && s.Numbers[t.N].Form == token.Plain, t.Is(token.Comma), t.Is(token.And), t.Is(token.No):
		default:
			return false
		}
	}
	return false
}

// inBrackets reports whether brackets that are still open begin between the
// last number and token k: "resolution 200 (Rev. Dubai, 2018)".
func (s *scanner) inBrackets(k int) bool {
	for j := k - 1; j >= lookedBack(k); j-- {
		switch t := &s.Tokens[j]; {
		case t.Is(token.Open):
			return true
		case t.Is(token.Shut), t.Class == token.Number:
			return false
		}
	}
	return false
}
