package scan

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/normal"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// mostJoined bounds the names that one plural head noun leads.
const mostJoined = 16

// several adds the mentions of the names that the plural head noun at t leads,
// "the treaties of A, B and C": one written out after the other. It is false
// where the first is no name of the tables.
func (s *scanner) several(t *token.Token, singular string) bool {
	text := s.Text.Bytes
	at, found := int(t.End), 0
	for range mostJoined {
		start, end := s.joined(at)
		e := s.FullName(singular + " " + string(text[start:end]))
		if e == nil {
			break
		}
		from := start
		if found == 0 {
			from = int(t.Start)
		}
		s.add(Mention{Rule: "name", Entries: []*authority.Entry{e}, Start: from, End: end, Note: s.NoteAt(end)})
		s.nameEnd = end
		at, found = end, found+1
	}
	return found > 0
}

// sharing adds the mentions of the names before the plural head noun that they share, from
// start to end in text, "the A, B and C conventions": one is the head noun of each. It is
// false where not all are names of the tables, and where there is but one.
func (s *scanner) sharing(start, end int, one string) bool {
	found := s.sharers(start, one, false)
	if len(found) < 2 {
		return false
	}
	found[0].End, found[0].Note = end, s.NoteAt(end)
	for _, m := range slices.Backward(found) {
		s.add(m)
	}
	s.nameEnd = end
	return true
}

// sharedBy adds the mentions of the names that stand before the one at t and share its
// plural head noun, where that is of the name: adjectives "A, B and C" of conventions.
func (s *scanner) sharedBy(t *token.Token) {
	words := s.Text.Bytes[t.Start:t.End]
	one := s.Lang.Naming.Shared(string(words[bytes.LastIndexByte(words, ' ')+1:]))
	if one == "" {
		return
	}
	for _, m := range slices.Backward(s.sharers(int(t.Start), one, true)) {
		s.add(m)
	}
}

// sharers are the mentions of the names before i, the last first, to which one gives the
// head noun; each is joined to the next, the last to what stands at i where listed is true.
func (s *scanner) sharers(i int, one string, listed bool) (found []Mention) {
	for len(found) < mostJoined {
		from, to, joined := s.joinedBefore(i)
		if !joined && (listed || len(found) > 0) {
			break
		}
		e := s.FullName(string(s.Text.Bytes[from:to]) + " " + one)
		if e == nil {
			break
		}
		found = append(found, Mention{Rule: "name", Entries: []*authority.Entry{e}, Start: from, End: to})
		i = from
	}
	return found
}

// joinedBefore returns the word before i, and whether a comma or an "and" joins it to what
// stands there.
func (s *scanner) joinedBefore(i int) (start, end int, listed bool) {
	text := s.Text.Bytes
	for range 2 {
		end = len(bytes.TrimRight(text[:i], " "))
		if end > 0 && text[end-1] == ',' {
			end, listed = end-1, true
		}
		for start = end; start > max(0, end-maxWord) && (char.LetterBefore(text, start) || text[start-1] == '-'); {
			_, size := utf8.DecodeLastRune(text[:start])
			start -= size
		}
		if !s.Lang.Naming.Is(class.And, string(text[start:end])) {
			break
		}
		i, listed = start, true
	}
	return start, end, listed
}

// joined returns the next word of a list behind i, without the comma, the
// "and", the links and the mark of a note before it.
func (s *scanner) joined(i int) (start, end int) {
	text := s.Text.Bytes
	i = behindMark(text, i)
	if i < len(text) && (text[i] == ',' || char.HasAny(text, i, "،")) {
		i = behindMark(text, char.RuneEnd(text, i))
	}
	for range 4 {
		start = char.SkipBlank(text, i)
		if start >= len(text) {
			return start, start
		}
		end = max(start, char.WordEnd(text, start))
		w := string(text[start:end])
		if end < len(text) && text[end] == '\'' {
			end++
			w += "'"
		}
		if !s.Lang.Naming.Is(class.And, w) && !s.Lang.Naming.Is(class.Link, w) {
			break
		}
		i = end
	}
	if s.Lang.Proclitics && char.HasAny(text, start, s.Lang.And...) && i < start+1 && at(text, i) {
		start = char.RuneEnd(text, start)
	}
	return start, end
}

// behindMark returns where the mark of a note at i ends, in brackets or without, i where none
// stands there.
func behindMark(text []byte, i int) int {
	end := i
	if i < len(text) && text[i] == '(' {
		end++
	}
	digits := end
	for end < len(text) && normal.IsNoteDigit(text[end]) {
		end++
	}
	switch {
	case end == digits:
		return i
	case digits == i:
		return end
	case end < len(text) && text[end] == ')':
		return end + 1
	}
	return i
}

// at reports whether a blank stands at i: a word begins behind it.
func at(text []byte, i int) bool { return i < len(text) && text[i] == ' ' }

// Bounds of a name around a date, in words before its head noun and in bytes
// behind the date.
const (
	mostBefore = 3
	mostBehind = 240
)

// dateInside adds the mention of the full name of the tables that a date parts
// behind the head noun at token k: "Geneva Convention of 12 August 1949 relative
// to the Protection of …".
func (s *scanner) dateInside(k int) bool {
	j := k + 1
	if int(s.Tokens[k].Start) < s.nameEnd {
		return false
	}
	for j < len(s.Tokens) && j < k+3 && !s.Tokens[j].Gap && !s.Tokens[j].Is(token.Date) {
		j++
	}
	if j >= len(s.Tokens) || j == k || s.Tokens[j].Gap || !s.Tokens[j].Is(token.Date) {
		return false
	}
	date := s.Dates[s.Tokens[j].N]
	if s.Follows(j+1, token.YearWord) {
		j++
	}
	text, end, behind := s.Text.Bytes, int(s.Tokens[k].End), int(s.Tokens[j].End)
	if !at(text, behind) && !(behind < len(text) && text[behind] == ',') {
		return false
	}
	if text[behind] == ',' {
		behind++
	}
	rest := string(text[behind:min(len(text), behind+mostBehind)])
	for start, n := int(s.Tokens[k].Start), 0; n <= mostBefore && start >= s.nameEnd; n++ {
		head := string(text[start:end])
		if e, size := s.nameIn(head + rest); e != nil && size > len(head) {
			s.forgetInside(start, end)
			s.addParted(e, Mention{Start: start, End: behind + size - len(head), Date: date})
			return true
		}
		before := char.WordBefore(text, start)
		if before >= start || bytes.ContainsAny(text[max(before, 0):start], ",;.(") || before < 0 {
			break
		}
		start = before
	}
	return false
}

// noteInside adds the mention of the full name of the tables that the mark of a note parts
// behind its head noun at token k: "Programme of Action² on a Culture of Peace".
func (s *scanner) noteInside(k int) bool {
	t, text := &s.Tokens[k], s.Text.Bytes
	behind := behindMark(text, int(t.End))
	if behind == int(t.End) {
		return false
	}
	head := string(text[t.Start:t.End])
	e, size := s.nameIn(head + string(text[behind:min(len(text), behind+mostBehind)]))
	if e == nil || size <= len(head) {
		return false
	}
	m := Mention{Rule: "name", Entries: []*authority.Entry{e}, Start: int(t.Start), End: behind + size - len(head)}
	m.Note = s.NoteAt(int(t.End))
	s.add(m)
	s.nameEnd = m.End
	return true
}

// yearInside adds the mention of the full name of the tables that its year parts behind
// its head noun at token k: "Declaración Política de 2021 sobre el VIH y el sida". Of
// several of one name it is the one of that year; where there is none, the name is
// another's.
func (s *scanner) yearInside(k int) bool {
	t, text := &s.Tokens[k], s.Text.Bytes
	j := k + 1
	for j < len(s.Tokens) && j < k+3 && s.Tokens[j].Class != token.Number {
		j++
	}
	year, ok := s.PlainAt(j)
	if !ok || year < 1900 || year > 2100 || s.Tokens[j].Start < t.End || int(s.Tokens[j].Start-t.End) > mostToYear || bytes.ContainsAny(text[t.End:s.Tokens[j].Start], ",;.(") {
		return false
	}
	if s.Follows(j+1, token.YearWord) {
		j++
	}
	behind := int(s.Tokens[j].End)
	if !at(text, behind) {
		return false
	}
	head := string(text[t.Start:t.End])
	entries, size := s.AnyBeginning(head + string(text[behind:min(len(text), behind+mostBehind)]))
	if size <= len(head) {
		return false
	}
	e := ofYear(entries, year)
	if e == nil {
		return false
	}
	s.addParted(e, Mention{Start: int(t.Start), End: behind + size - len(head)})
	return true
}

// addParted adds the mention of the instrument whose name a date or a year parts, or of a
// protocol to it: "the Protocol to the Hague Convention of 1954 for …".
func (s *scanner) addParted(e *authority.Entry, m Mention) {
	if p, ok := s.protocolBefore(m.Start, m.End); ok && e.Class != protocolClass && e.Kind == record.Instrument {
		s.addProtocol(p, e)
		return
	}
	m.Rule, m.Entries, m.Note = "name", []*authority.Entry{e}, s.NoteAt(m.End)
	s.add(m)
	s.nameEnd = m.End
}

// mostToYear bounds the bytes between a head noun and its year.
const mostToYear = 16

// ofYear returns the one instrument of the year among the entries.
func ofYear(entries []*authority.Entry, year int) (found *authority.Entry) {
	for _, e := range entries {
		if e.Kind != record.Instrument || !strings.HasPrefix(e.Date, strconv.Itoa(year)) {
			continue
		}
		if found != nil {
			return nil
		}
		found = e
	}
	return found
}

// nameIn returns the entry whose full name begins the words, and its length.
func (s *scanner) nameIn(words string) (*authority.Entry, int) {
	words = strings.TrimRight(words, " ")
	e, size := s.Beginning(words)
	return e, size
}
