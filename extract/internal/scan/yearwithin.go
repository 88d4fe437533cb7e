package scan

import (
	"bytes"
	"cmp"
	"unicode"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/record"
)

// mostToWithin is how many words stand before a year in the middle of a name.
const mostToWithin = 9

// yearWithin adds the mention of the full name in small letters that the year at token k parts,
// wherever in it the year stands: "the political declaration of the 2018 high-level meeting on
// …". Names whose head noun has a capital have their year read there. It is the one of that
// year among those of the name, and none where there is no such; a forum is one in each year.
func (s *scanner) yearWithin(k int) {
	year, ok := s.PlainAt(k)
	if !ok || year < 1900 || year > 2100 || int(s.Tokens[k].Start) < s.nameEnd {
		return
	}
	text, cut, behind := s.Text.Bytes, int(s.Tokens[k].Start), int(s.Tokens[k].End)
	if !at(text, behind) || !smallAt(text, behind+1) {
		return
	}
	if of := s.wordBefore(cut); s.Lang.Naming.Is(class.OfYear, of) && !s.Lang.Naming.HeadLast() {
		cut -= len(of) + 1
	}
	for start, n := cut, 0; n < mostToWithin; n++ {
		before := char.WordBefore(text, start)
		if before <= 0 || before < s.nameEnd {
			return
		}
		if start = before; s.Lang.Naming.Is(class.Dated, string(text[start:char.WordEnd(text, start)])) && s.partedBy(start, cut, behind, year) {
			return
		}
	}
}

// partedBy adds the mention of the name of the year that begins at start, or one word before,
// goes on to cut and from behind on; it reports whether there is one.
func (s *scanner) partedBy(start, cut, behind, year int) bool {
	text := s.Text.Bytes
	rest := text[behind:min(len(text), behind+mostBehind)]
	for _, from := range [...]int{start, char.WordBefore(text, start)} {
		head := bytes.TrimRight(text[from:cut], " ")
		entries, size := s.AnyBeginning(string(head) + string(rest))
		if size <= len(head) {
			continue
		}
		if e := cmp.Or(ofYear(entries, year), ofEachYear(entries)); e != nil {
			s.forgetInside(from, behind)
			m := Mention{Rule: "name", Entries: []*authority.Entry{e}, Start: from, End: behind + size - len(head)}
			m.Note = s.NoteAt(m.End)
			s.add(m)
			s.nameEnd = m.End
			return true
		}
	}
	return false
}

// ofEachYear returns the one body among the entries that is the same in each year in which it
// meets: a forum.
func ofEachYear(entries []*authority.Entry) *authority.Entry {
	if len(entries) == 1 && entries[0].Kind == record.Entity && entries[0].Class == "forum" {
		return entries[0]
	}
	return nil
}

// smallAt reports whether a small letter stands at i.
func smallAt(text []byte, i int) bool {
	r, _ := utf8.DecodeRune(text[min(i, len(text)):])
	return unicode.IsLower(r)
}
