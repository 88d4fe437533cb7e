package scan

import (
	"strconv"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/names"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// townWithin adds the mention of the treaty of the tables whose name the town parts, behind the
// head noun at token k, in which it was made, and the day or year when: "Convention de La Haye du
// 25 octobre 1980 sur …". It is false where no full name is parted so, or one of another year.
func (s *scanner) townWithin(k int) bool {
	t, text, naming := &s.Tokens[k], s.Text.Bytes, s.Lang.Naming
	of := s.wordBehind(int(t.End))
	if !naming.HeadFirst() || !naming.Is(class.Town, of) || !t.Is(token.Head) || naming.Kind(s.WordsOf(t)) != record.Instrument {
		return false
	}
	head, i := s.WordsOf(t), char.SkipBlank(text, int(t.End))+len(of)
	for range mostTown {
		w := names.WordAt(text, char.SkipBlank(text, i))
		if w == "" || !char.BeginsCapital([]byte(w), 0) {
			return false
		}
		i = char.SkipBlank(text, i) + len(w)
		rest, year := s.pastDate(k, i)
		e, size := s.nameIn(head + string(text[rest:min(len(text), rest+mostBehind)]))
		if e != nil && size > len(head)+1 && isTreaty(e) && (year == 0 || strings.HasPrefix(e.Date, strconv.Itoa(year))) {
			s.forgetInside(int(t.Start), rest+size-len(head))
			s.addEntry(e, int(t.Start), rest+size-len(head))
			return true
		}
	}
	return false
}

// isTreaty reports whether an entry is a treaty or a protocol to one.
func isTreaty(e *authority.Entry) bool {
	return e.Kind == record.Instrument && (e.Class == "treaty" || e.Class == "protocol")
}

// maxSmallWord is how many bytes an article or "of" before a date has, with its blanks.
const maxSmallWord = 5

// pastDate returns the place behind the day or year, behind token k, that begins at i or one
// word on, and the year; else i.
func (s *scanner) pastDate(k, i int) (end, year int) {
	for k++; k < len(s.Tokens) && int(s.Tokens[k].Start) < i; k++ {
	}
	if k < len(s.Tokens) && s.Tokens[k].Is(token.Of) {
		k++
	}
	if k >= len(s.Tokens) || int(s.Tokens[k].Start) > i+maxSmallWord {
		return i, 0
	}
	t := &s.Tokens[k]
	if t.Is(token.Date) {
		year, _ = strconv.Atoi(s.Dates[t.N][:len("2006")])
		return int(t.End), year
	}
	if year, ok := s.PlainAt(k); ok && year >= 1800 && year <= 2100 {
		return int(t.End), year
	}
	return i, 0
}

// mostTown bounds the words of the name of a town.
const mostTown = 3
