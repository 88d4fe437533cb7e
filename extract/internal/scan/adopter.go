package scan

import (
	"uncite/extract/internal/char"
	"uncite/extract/internal/names"
	"uncite/extract/internal/token"
)

// Bounds of the search for the body that adopted a resolution, in letters: to
// the farther of the body and the word for adopting, between these two, and
// from the nearer of them to the number, where no title stands between.
const (
	maxAdoption = 360
	maxAdopting = 64
	maxSession  = 100
)

// adopter looks for the body that adopted the resolution, where other words
// stand between it and the number: "the adoption by the Commission, at its
// thirtieth session, of resolution 30/5", "the Commission adopted, at its
// thirtieth session, resolution 30/5", "resolution 30/5, entitled “Rivers”,
// adopted by the Commission".
func (s *scanner) adopter(n *token.NumberText, h *head) {
	if h.typ == "" || h.other || h.unit || !h.unnamed() {
		return
	}
	if s.adoptedBefore(h) || s.adoptionBy(h) || len(h.owners) > 0 || s.Lang.TypeFollows {
		return
	}
	if j, ok := s.afterTitle(h.last+1, n); ok {
		s.adoptedAfter(j, h)
	}
}

// adoptedBefore looks for the body and the word for adopting on the left.
func (s *scanner) adoptedBefore(h *head) bool {
	body, word, another := -1, -1, false
	for j := h.first - 1; j >= 0 && s.Near(j, h.first, maxAdoption); j-- {
		t := &s.Tokens[j]
		switch {
		case t.Is(token.Adopts) && s.Value(t, token.Adopts) == "adopts": // not "adopted by": the body stands after that
			word = j
		case t.Is(token.Owner):
			body = j
		case t.Is(token.Verb) && s.Lang.TypeFollows:
			another = word < 0 // a verb of the title, if no comma stands before
		case another && t.Is(token.Comma):
			return false
		case t.Is(token.Stop), t.Is(token.Verb), t.Is(token.Type), t.Is(token.TitleOpen), t.Class == token.Symbol,
			t.Is(token.Number) && s.Numbers[t.N].Form != token.Plain:
			return false
		}
		if body < 0 || word < 0 {
			continue
		}
		first, second := min(body, word), max(body, word)
		if !s.Near(first, second, maxAdopting) || !s.Lang.TypeFollows && !s.Near(second, h.first, maxSession) {
			return false
		}
		h.addOwner(s.bodyOf(body), "adopter")
		h.owners[len(h.owners)-1].Loose = true
		return true
	}
	return false
}

// adoptionBy looks for "by" and the body after a number that stands right
// after the word for adopting: "the adoption of resolution 30/5, on …, by the
// Commission".
func (s *scanner) adoptionBy(h *head) bool {
	j := h.first - 1
	for j >= 0 && s.Tokens[j].Is(token.Of) && !s.Tokens[j+1].Gap {
		j--
	}
	if j < 0 || !s.Tokens[j].Is(token.Adopts) || s.Tokens[j+1].Gap {
		return false
	}
	for i := h.last + 1; i+1 < len(s.Tokens) && s.Near(h.last, i, maxAdoption); i++ {
		t := &s.Tokens[i]
		switch {
		case t.Is(token.Of) && s.Value(t, token.Of) == "by" && s.Follows(i+1, token.Owner):
			h.addOwner(s.bodyOf(i+1), "adopter")
			return true
		case t.Is(token.Stop), t.Is(token.Verb), t.Is(token.Type), t.Is(token.Number) && s.Numbers[t.N].Form != token.Plain:
			return false
		}
	}
	return false
}

// maxSkipped bounds the letters of a title between a number and the words that
// say who adopted it.
const maxSkipped = 500

// maxPronoun is how many letters of words without a token may stand before the
// body, "that", "которую".
const maxPronoun = 20

// adoptedAfter looks for the word of adoption from token j on.
func (s *scanner) adoptedAfter(j int, h *head) {
	for ; j < len(s.Tokens); j++ {
		t := &s.Tokens[j]
		switch {
		case t.Is(token.Adopts):
			s.adoptedBy(j, h)
			return
		case t.Gap && !s.Near(j-1, j, maxPronoun):
			return
		case t.Is(token.Owner), t.Is(token.Comma), t.Is(token.Date), t.Is(token.Of), t.Is(token.Shut), t.Is(token.Open), t.Is(token.Symbol):
		default:
			return
		}
	}
}

// adoptedBy takes the owner right after the word at token j, "adopted by the
// Council", or right before it, "that the Council adopted".
func (s *scanner) adoptedBy(j int, h *head) {
	for k := j + 1; k < len(s.Tokens) && !s.Tokens[k].Gap; k++ {
		if t := &s.Tokens[k]; t.Is(token.Owner) {
			h.addOwner(s.bodyOf(k), "adopter")
			return
		} else if !t.Is(token.Of) && !t.Is(token.Date) {
			break
		}
	}
	if s.Tokens[j-1].Is(token.Owner) && !s.Tokens[j].Gap {
		h.addOwner(s.Value(&s.Tokens[j-1], token.Owner), "adopter")
		return
	}
	s.meetingOf(j, h)
}

// meetingOf takes the body whose meeting adopted: "adopted at the fifteenth
// meeting of the Conference of the Parties".
func (s *scanner) meetingOf(j int, h *head) {
	for k := j + 1; k < len(s.Tokens) && s.Near(j, k, maxSession); k++ {
		switch t := &s.Tokens[k]; {
		case t.Is(token.Owner):
			h.addOwner(s.bodyOf(k), "adopter")
			return
		case t.Is(token.Of), t.Is(token.Range), t.Is(token.Unit), t.Is(token.Number) && s.Numbers[t.N].Form == token.Plain, s.isMeeting(t):
		default:
			return
		}
	}
}

// isMeeting reports whether the token is the noun alone for those who meet under a treaty, which is
// that of any meeting.
func (s *scanner) isMeeting(t *token.Token) bool {
	return t.Is(token.Name) && s.headOf(s.Text.Bytes[t.Start:t.End]) == names.Meeting
}

// lastRoman is the session after which the General Assembly numbers its
// resolutions by session: a lower one in a number is another body's.
const lastRoman = 30

// afterTitle returns the token after the title that follows the number. A
// title without quotation marks ends where the word of adoption stands, and
// counts only for numbers that can be no principal organ's.
func (s *scanner) afterTitle(j int, n *token.NumberText) (int, bool) {
	for ; j < len(s.Tokens) && !s.Tokens[j].Gap; j++ {
		switch t := &s.Tokens[j]; {
		case t.Is(token.Adopts) && (n.Form == token.Slashed && n.A <= lastRoman || n.Form == token.Roman):
			return j, true
		case t.Is(token.About) && s.Follows(j+1, token.Quote):
			return s.closing(j + 1)
		case t.Is(token.About):
			return s.unquoted(j+1, n)
		case t.Is(token.Comma), t.Is(token.Date), t.Is(token.Of):
		default:
			return j, false
		}
	}
	// Without a title, only "that the Council adopted" tells.
	body := j
	for body < len(s.Tokens) && s.Tokens[body].Is(token.Of) && (body == j || !s.Tokens[body].Gap) {
		body++
	}
	return j, body < len(s.Tokens) && s.Tokens[body].Is(token.Owner) && (body == j || !s.Tokens[body].Gap)
}

// closing returns the token after the mark that closes the quotation at j.
func (s *scanner) closing(j int) (int, bool) {
	mark := s.Words(j)
	at, left := s.Tokens[j].End, maxSkipped // counted on from token to token
	for k := j + 1; k < len(s.Tokens); k++ {
		if start := s.Tokens[k].Start; start > at {
			left -= char.Letters(s.Text.Bytes[at:start])
			at = start
		}
		if left < 0 {
			break
		}
		if s.Tokens[k].Is(token.Quote) && closes(mark, s.Words(k)) {
			return k + 1, true
		}
	}
	return j, false
}

func closes(opening, mark string) bool {
	switch opening {
	case "«":
		return mark == "»"
	case "“":
		return mark == "”"
	case "”", "„":
		return mark == "“"
	}
	return mark == opening
}

func (s *scanner) unquoted(j int, n *token.NumberText) (int, bool) {
	if n.Form != token.Slashed || n.A > lastRoman {
		return j, false
	}
	for k := j; k < len(s.Tokens) && s.Near(j, k, maxSkipped); k++ {
		switch t := &s.Tokens[k]; {
		case t.Is(token.Adopts):
			return k, true
		case t.Is(token.Stop), t.Is(token.Number), t.Is(token.Type), t.Is(token.Own):
			return j, false
		}
	}
	return j, false
}
