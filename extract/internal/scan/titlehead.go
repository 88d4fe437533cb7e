package scan

import (
	"uncite/extract/internal/char"
	"uncite/extract/internal/token"
)

// title looks for the head of a number that a title parts from it, in
// languages that write "the General Assembly's 2 April 2020 on … 's No. 74/270
// resolution": the nearest owner or "its" that a date or "on" follows.
func (s *scanner) title(k int, h *head) {
	if !s.Lang.TypeFollows || len(h.owners) > 0 || h.continuing {
		return
	}
	j := h.first - 1
	if j >= 0 && !s.Tokens[h.first].Gap && !s.Tokens[j].Is(token.Of) && !s.Tokens[j].Is(token.Including) && !s.Tokens[j].Is(token.Quote) {
		return
	}
	for quoted := false; j >= max(0, k-mostTitle); j-- {
		t := &s.Tokens[j]
		quoted = quoted != (t.Is(token.Quote) && !char.HasAny(s.Text.Bytes, int(t.Start), "》"))
		switch {
		case t.Is(token.Number) && s.Numbers[t.N].Form != token.Plain, t.Is(token.Stop):
			return
		case quoted: // a body in the words of the title
		case (t.Is(token.Owner) || t.Is(token.Own)) && s.leadsTitle(j+1):
			s.titleOwner(j, h)
			return
		case s.datedTitle(j):
			if j > 0 && !t.Gap && (s.Tokens[j-1].Is(token.Owner) || s.Tokens[j-1].Is(token.Own)) {
				s.titleOwner(j-1, h)
				return
			}
			h.continuing = j > 0 && !t.Gap && (s.Tokens[j-1].Is(token.And) || s.Tokens[j-1].Is(token.Comma))
			h.setDate(s.Dates[t.N])
			return
		case t.Is(token.Date) && h.near == "" && !s.Follows(j+1, token.Range): // 2004年6月10日宣布…的, 2022年6月7日大会未经表决通过
			h.near = s.Dates[t.N]
		}
	}
}

// mostTitle is how many tokens a title may have.
const mostTitle = 160

// leadsTitle reports whether a title follows from token j on, right away or
// after a date or "adopted": 关于…的, 2020年5月28日关于…的, 通过的关于…的.
func (s *scanner) leadsTitle(j int) bool {
	if s.Follows(j, token.Of) && s.Value(&s.Tokens[j], token.Of) == "that" {
		j++
	}
	return s.Follows(j, token.About) || s.datedTitle(j)
}

// datedTitle reports whether a date at token j leads a title: 2020年5月28日关于…的.
func (s *scanner) datedTitle(j int) bool {
	return j < len(s.Tokens) && s.Tokens[j].Is(token.Date) && (s.Follows(j+1, token.About) || s.Follows(j+1, token.Of))
}

// titleOwner takes the owner at token j, and the date after it.
func (s *scanner) titleOwner(j int, h *head) {
	if t := &s.Tokens[j]; t.Is(token.Own) {
		h.addOwn(s.Value(t, token.Own))
		s.subject(j, h)
	} else {
		h.addOwner(s.Value(t, token.Owner), "before")
		h.owners[len(h.owners)-1].Loose = true
	}
	if s.Follows(j+1, token.Date) {
		h.setDate(s.Dates[s.Tokens[j+1].N])
	}
}
