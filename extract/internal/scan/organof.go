package scan

import (
	"slices"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// organOf adds the mention of the organ or the instrument of a known organisation whose name the
// head noun at token k begins, in a language of cases, where the name of the organisation stands
// right behind it or behind those who meet in it: "Council of Ministers of Defence" of such. The
// organisation is a part of the name.
func (s *scanner) organOf(k int) bool {
	t := &s.Tokens[k]
	head := s.headPart(s.Text.Bytes[t.Start:t.End])
	start, end := int(t.Start)+head.At, int(t.Start)+head.At+head.Size
	if head.Size == 0 {
		return false
	}
	behind := s.Text.Bytes[end:]
	for _, of := range s.Lang.Naming.WordsOf(class.Owner) {
		if n := 1 + len(of); n < len(behind) && behind[0] == ' ' && behind[n] == ' ' && string(behind[1:n]) == of && s.withoutOwner(start, end, end+1+len(of)) {
			return true
		}
	}
	for j := k + 1; j < len(s.Tokens) && int(s.Tokens[j].Start)-end <= maxStaff; j++ {
		o := &s.Tokens[j]
		if o.Is(token.Name) && (s.NamesAny(o, isOrganisation) || int(o.Start) == end+1 && s.ofInstrument(o, start, end)) {
			return s.ownedBy(o, start, end)
		}
	}
	return false
}

// ofInstrument reports whether the head noun from one place to another is that of what instruments
// have too, a secretariat or a fund, and the token behind it the full name of one.
func (s *scanner) ofInstrument(o *token.Token, start, end int) bool {
	return s.Lang.Naming.HeadIs(class.OfTreaty, string(s.Text.Bytes[start:end])) &&
		s.NamesAny(o, func(e *authority.Entry, short bool) bool { return !short && e.Kind == record.Instrument })
}

// ownedBy adds the mention of the name of which the head noun from one place to another is
// part, with the organisation at the token behind it.
func (s *scanner) ownedBy(o *token.Token, start, end int) bool {
	from, to, ok := s.Lang.Naming.OwnedName(s.Text.Bytes, start, end, int(o.Start), int(o.End), s.floor())
	if !ok || char.HasAny(s.Text.Bytes, to, "/") || char.Letter(s.Text.Bytes, to) > 0 {
		return false
	}
	if !s.withoutOwner(from, end, int(o.End)) {
		s.nameUnknown(from, to)
	}
	return true
}

// withoutOwner adds the mention of the entry whose full name the words from one place to another
// and those behind the name of an organisation are together: the table writes it without that.
func (s *scanner) withoutOwner(from, end, ownerEnd int) bool {
	text := s.Text.Bytes
	e, size := s.Beginning(string(text[from:end]) + string(text[ownerEnd:char.Beyond(text, ownerEnd, maxName)]))
	if e == nil || size <= end-from {
		return false
	}
	s.addEntry(e, from, ownerEnd+size-(end-from))
	return true
}

// maxStaff bounds the words between an organ and its organisation, in bytes.
const maxStaff = 140

// isOrganisation reports whether an entry is an organisation with organs of its own, named in full.
func isOrganisation(e *authority.Entry, short bool) bool {
	return !short && e.Kind == record.Entity && slices.Contains(organizations, e.Class)
}
