package scan

import (
	"uncite/extract/authority"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// treatyOwner takes the conference of a treaty for the owner of a number in the form
// of such conferences where the words name the treaty alone: "Ramsar Convention
// resolution XIII.18", "decision 18.218 of CITES".
func (s *scanner) treatyOwner(n *token.NumberText, h *head) {
	if n.Form != token.Agency && n.Form != token.Chapter || h.typ == "" || len(h.owners) > 0 {
		return
	}
	if j := h.first - 1; j >= 0 && !s.Tokens[h.first].Gap {
		for j > 0 && !s.Tokens[j].Gap && (s.Tokens[j].Is(token.Of) && !s.Tokens[j].Is(token.About) || s.Tokens[j].Is(token.Quote)) {
			j--
		}
		if key := s.conferenceOf(j); key != "" && (s.Lang.TypeFollows || j == h.first-1) {
			h.addOwner(key, "before")
			return
		}
	}
	if s.Lang.TypeFollows {
		return
	}
	j := h.last + 1
	for s.Follows(j, token.Of) && !s.Tokens[j].Is(token.About) {
		j++
	}
	if j < len(s.Tokens) && !s.Tokens[j].Gap {
		if key := s.conferenceOf(j); key != "" && (j > h.last+1 || s.Lang.Genitive) {
			h.addOwner(key, "after")
		}
	}
}

// conferenceOf returns the key of the conference of the treaty that token j names in
// full, empty where it names none.
func (s *scanner) conferenceOf(j int) (key string) {
	t := &s.Tokens[j]
	if !t.Is(token.Name) {
		return ""
	}
	s.NamesAny(t, func(e *authority.Entry, short bool) bool {
		if short || e.Kind != record.Instrument {
			return false
		}
		key = token.KeyOf(e.ID)
		return key != ""
	})
	return key
}
