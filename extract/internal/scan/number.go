package scan

import (
	"bytes"
	"cmp"
	"slices"

	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// numbered reads the citation whose number is token k.
func (s *scanner) numbered(k int) {
	n := &s.Numbers[s.Tokens[k].N]
	var h head
	s.before(k, &h)
	s.after(k, &h)
	s.rightsSubject(n, &h)
	s.title(k, &h)
	s.adopter(n, &h)
	s.laterOwner(&h)
	s.inReport(&h)
	s.openHead(k, n, &h)
	s.addressee(&h)
	s.ofSession(n, &h)
	s.treatyOwner(n, &h)
	if n.Form == token.Plain && s.betweenYears(k) {
		h.years = true
		if h.unnamed() {
			h.addOwner("SC", "list")
		}
	} else if n.Form == token.Plain && (h.typ == "resolution" && h.direct || h.continuing && s.list.open && s.list.typ == "resolution") && s.yearAhead(k) {
		h.years = true
		if h.unnamed() {
			h.addOwner("SC", "after")
		}
	}
	if n.Form == token.Plain && (h.typ != "" || h.continuing && s.list.open) {
		s.shortened(k, n)
	}
	s.nearDate(&h)
	if !s.accept(k, n, &h) {
		s.untaken(k, n, &h)
		return
	}
	rule := "number"
	if h.typ == "" && len(h.owners) == 0 && s.list.open {
		rule = "list"
	}
	owners := h.owners
	if s.mayInherit(&h) {
		owners = s.inherit(owners, h.typ != "") // "its" may be the list's: "CPD resolutions … and its resolution"
	}
	if h.typ == "" {
		h.typ, h.both = s.list.typ, s.list.both
	}
	switch n.Form {
	case token.Agency:
		h.typ = cmp.Or(token.TypeInside(n.Session), h.typ)
	case token.Conference:
		h.typ = cmp.Or(h.typ, "decision")
	}
	if rule == "number" && !(h.continuing && s.list.open) { // the last of a list may have the owner of all after it
		s.group++
	}
	s.list = list{open: true, typ: h.typ, both: h.both, owners: owners, plain: n.Form == token.Plain, yearly: n.Form == token.Yearly || n.Form == token.Plain && s.list.yearly,
		draft: s.draft(k, n, &h, rule)}
	if rule == "list" || h.continuing {
		s.rangeTo(k)
	}
	first := len(s.mentions)
	s.emit(k, n, &h, owners, rule)
	s.spread(&h)
	s.spreadAhead(&h, first)
}

// draft reports whether the words call the text that has the number a draft, at its type
// word or at that of the list which it carries on: "draft resolutions 81/3 and 81/4".
func (s *scanner) draft(k int, n *token.NumberText, h *head, rule string) bool {
	if n.Form != token.Slashed || rule == "list" {
		return n.Form == token.Slashed && s.list.draft
	}
	if s.Lang.TypeFollows {
		j := k + 1
		if s.Follows(j, token.NoEnd) {
			j++
		}
		if !s.Follows(j, token.Type) {
			return false
		}
		behind := s.Text.Bytes[s.Tokens[j].End:]
		return s.Lang.Naming.BeginsWith(class.Draft, string(behind[:min(len(behind), maxDraft)]))
	}
	return k > 0 && s.Tokens[k-1].Is(token.Type) && s.Lang.Naming.EndsWith(class.Draft, bytes.TrimRight(s.Text.Bytes[:s.Tokens[k-1].Start], " "))
}

// yearBehind returns the year in brackets behind the number with a session at token k.
func (s *scanner) yearBehind(k int, n *token.NumberText) int {
	if n.Form != token.Slashed || !s.Follows(k+1, token.Open) || !s.Follows(k+3, token.Shut) {
		return 0
	}
	year, ok := s.PlainAt(k + 2)
	if !ok || year < 1945 || year > 2100 {
		return 0
	}
	return year
}

// maxDraft is more bytes than the word for a draft has.
const maxDraft = 32

// untaken adds a mention of a number that no rule takes and that its date shows to
// be cited all the same: it is an unresolved reference, and never dropped in
// silence.
func (s *scanner) untaken(k int, n *token.NumberText, h *head) {
	if n.Form != token.Slashed || s.Lang.TypeFollows || s.zone == record.Masthead || h.unit || !s.dateFollows(k) {
		return
	}
	start, end := int(n.Start), int(n.End)
	spelled := string(s.Text.Bytes[start:end])
	act := Act{Numeral: token.Numeral{Form: token.Agency, Session: spelled}, at: n.Start}
	s.add(Mention{Rule: "number", Act: s.acts.add(act), Date: h.date, Start: start, End: end})
}

// mayInherit reports whether the owners of the list before may own this number
// too: it has none of its own, or only an "its" joined to the list, and no type
// word of its own separates it from the list.
func (s *scanner) mayInherit(h *head) bool {
	return h.unnamed() && (h.typ == "" || h.joined || len(h.owners) > 0 || s.Lang.TypeFollows || s.list.led && h.first == 0)
}

// inherit adds the owners of the list's head for its next number, each once; loosely
// where that has a type word of its own, "and resolution 70/1 of 25 September 2015".
func (s *scanner) inherit(owners []Owner, loose bool) []Owner {
	out := slices.Clone(owners)
	for _, o := range s.list.owners {
		switch {
		case slices.ContainsFunc(out, func(have Owner) bool { return have.Key == o.Key }):
		case o.By == "subject": // goes before the "its" that it explains
			out = slices.Insert(out, len(owners), Owner{Key: o.Key, By: "list", Gender: o.Gender, Loose: true})
		default:
			out = append(out, Owner{Key: o.Key, By: "list", Gender: o.Gender, Loose: loose || o.Loose})
		}
	}
	return out
}

// typeStart is where the type word at t begins: after "that", which is no
// part of the citation.
func (s *scanner) typeStart(t *token.Token) int {
	if !t.Is(token.Back) {
		return int(t.Start)
	}
	k := int(t.End)
	for k > int(t.Start) && char.LetterBefore(s.Text.Bytes, k) {
		k--
		for s.Text.Bytes[k]&0xC0 == 0x80 {
			k--
		}
	}
	return k
}

// emit adds a mention for the number and one for each further part. A place
// before the number is one in its first part, a place after it in its last.
func (s *scanner) emit(k int, n *token.NumberText, h *head, owners []Owner, rule string) {
	start, end := int(n.Start), int(n.End)
	if j := k - 1; j >= h.first && j >= 0 && (s.Tokens[j].Is(token.Type) || s.Tokens[j].Is(token.No)) && !s.Tokens[k].Gap {
		start = s.typeStart(&s.Tokens[j])
		if s.Tokens[j].Is(token.No) && j > h.first && s.Tokens[j-1].Is(token.Type) && !s.Tokens[j].Gap {
			start = int(s.Tokens[j-1].Start)
		}
	}
	tail := int(s.Tokens[h.last].End)
	m := Mention{Rule: rule, Date: h.date, Start: start, End: end}
	act := Act{Numeral: n.Numeral, at: n.Start, group: s.group, Turns: s.Lang.RightToLeft, Shared: h.near,
		Type: h.typ, Both: h.both, Owners: owners, Named: s.namedBody, Council: s.council, Commission: s.commission, Opened: s.opened, Conference: s.conference, Draft: s.list.draft, Year: s.yearBehind(k, n)}
	if len(n.Parts) > 0 {
		act.Part = n.Parts[0].Letter
	}
	m.Act = s.acts.add(act)
	if len(n.Parts) <= 1 {
		m.End, m.Pinpoint = max(end, tail), s.pinpoint(h.first, h.last)
		s.add(m)
		return
	}
	before, after := s.pinpoints(h.first, h.last)
	m.Pinpoint = s.places(h.first, h.last, before)
	s.add(m)
	if parts := len(n.Parts) - 1; !s.spare(parts) {
		s.add(Mention{Rule: rule, Many: parts, Start: int(n.Parts[1].Start), End: int(n.Parts[parts].End)})
		return
	}
	for i := 1; i < len(n.Parts); i++ {
		p := m
		act.Part = n.Parts[i].Letter
		p.Act = s.acts.add(act)
		p.Start, p.End, p.Pinpoint = int(n.Parts[i].Start), int(n.Parts[i].End), ""
		if i == len(n.Parts)-1 {
			p.Pinpoint = s.places(h.first, h.last, after)
			if h.last > k {
				p.End = tail
			}
		}
		s.add(p)
	}
}
