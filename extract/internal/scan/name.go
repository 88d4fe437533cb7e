package scan

import (
	"bytes"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/internal/match"
	"uncite/extract/record"
)

// named adds the mention of the name at token k. A title in brackets of its
// own is read whole by titled, so that names inside it are not read twice.
func (s *scanner) named(k int) {
	t := &s.tokens[k]
	entries, short := s.namesAt(t)
	if len(entries) == 0 || int(t.start) < s.nameEnd {
		return // no name here, or a piece of the name before
	}
	s.nameEnd = int(t.end)
	if short && s.partOfLonger(k) {
		return
	}
	m := Mention{Rule: "name", Entries: entries, Short: short, Start: int(t.start), End: int(t.end)}
	if s.lang.titleMarks && entries[0].Kind == record.Instrument {
		if short {
			return // a bare noun is a name only between title marks
		}
		m.Start, m.End = s.withMarks(m.Start, m.End)
	}
	m.Note = s.noteAt(m.End)
	if entries[0].Kind == record.Instrument {
		m.Pinpoint = s.pinpoint(k, k) // bodies and States have no paragraphs
	}
	s.addName(m)
}

// namesAt returns the entries that the name at t may stand for here: those of
// a full name, or else all of the short ones.
func (s *lexer) namesAt(t *token) (entries []*authority.Entry, short bool) {
	named := &s.lang.named[t.list]
	entries, shorts := named.full, named.short
	if named.bounded {
		entries = s.allowed(entries, t)
		if len(entries) == 0 {
			shorts = s.allowed(shorts, t)
		}
	}
	if len(entries) > 0 {
		return entries, false
	}
	return shorts, true
}

// allowed leaves out the entries that the words beside t exclude.
func (s *lexer) allowed(entries []*authority.Entry, t *token) []*authority.Entry {
	forbidden := func(e *authority.Entry) bool { return s.excluded(e, t) }
	if !slices.ContainsFunc(entries, forbidden) {
		return entries
	}
	return slices.DeleteFunc(slices.Clone(entries), forbidden)
}

// addEntry adds an entry once: two of its names may be the same when levelled.
func addEntry(entries []*authority.Entry, e *authority.Entry) []*authority.Entry {
	if slices.Contains(entries, e) {
		return entries
	}
	return append(entries, e)
}

// partOfLonger reports whether the short name at token k is a piece of a name
// that the tables do not know: Convention on …, Montreal Protocol.
func (s *scanner) partOfLonger(k int) bool {
	t := &s.tokens[k]
	if s.follows(k+1, tie) {
		return true
	}
	text := s.text.Bytes
	if at := skipBlank(text, int(t.end)); at > int(t.end) && !s.lang.unsegmented &&
		(beginsCapital(text, at) || s.lang.proclitics && bytes.HasPrefix(text[at:], []byte("ال"))) {
		return true // in Arabic an adjective of the name has its article
	}
	before := wordBefore(text, int(t.start))
	return before > 0 && beginsCapital(text, before) && !isRoman(text[before:t.start-1])
}

// isRoman reports whether the word is a number in roman digits, as in the
// Russian for "Chapter VI of the Charter", where no word stands between.
func isRoman(word []byte) bool {
	digits, end := romanDigits(word, 0)
	return digits != "" && end == len(word)
}

// wordBefore returns the start of the word that a blank parts from i, or i
// where anything else stands between.
func wordBefore(text []byte, i int) int {
	if i == 0 || text[i-1] != ' ' {
		return 0
	}
	k := i - 1
	for k > 0 && match.LetterBefore(text, k) {
		if text[k-1] < 0x80 {
			k--
		} else {
			k -= 2
		}
	}
	return k
}

// beginsCapital reports whether a capital letter stands at i.
func beginsCapital(text []byte, i int) bool {
	r, _ := utf8.DecodeRune(text[i:])
	return unicode.IsUpper(r)
}

// excluded reports whether words beside the name make it mean something else:
// Lake Chad, 索马里.
func (s *lexer) excluded(e *authority.Entry, t *token) bool {
	beside, ok := s.lang.beside[e]
	if !ok {
		return false
	}
	before := bytes.TrimRight(s.text.Bytes[:t.start], " ")
	for _, w := range beside.before {
		if endsWithWord(before, w) {
			return true
		}
	}
	after := bytes.TrimLeft(s.text.Bytes[t.end:], " ")
	for _, w := range beside.behind {
		if bytes.HasPrefix(after, []byte(w)) {
			return true
		}
	}
	return false
}

func endsWithWord(text []byte, w string) bool {
	if !bytes.HasSuffix(text, []byte(w)) {
		return false
	}
	at := len(text) - len(w)
	return at == 0 || !isLetter[text[at]] || !isLetter[text[at-1]]
}

// withMarks widens a name by the title marks around it.
func (s *scanner) withMarks(start, end int) (int, int) {
	text := s.text.Bytes
	if hasAny(text, end, "》") && start >= 3 && hasAny(text, start-3, "《") {
		return start - 3, end + 3
	}
	return start, end
}

// noteAt returns the number of the footnote whose mark stands right behind
// the words that end at i, or behind a closing mark after them.
func (s *lexer) noteAt(i int) int {
	from := sort.Search(len(s.notes), func(k int) bool { return int(s.notes[k].at) >= i })
	for _, n := range s.notes[from:] {
		at := int(n.at)
		if at > i+4 {
			break
		}
		if strings.Trim(string(s.text.Bytes[i:at]), " ,;:.、。(»”\"") == "" {
			return int(n.number)
		}
	}
	return 0
}

// titled reads the title that opens at token k, nested titles whole, and
// returns the token after it. The title is one of the table's, with or
// without words around it, or a title that nobody knows.
func (s *scanner) titled(k int) int {
	end, ok := s.titleEnd(int(s.tokens[k].end))
	if !ok {
		return k + 1
	}
	next := k + 1
	for next < len(s.tokens) && int(s.tokens[next].start) < end {
		next++
	}
	open, shut := int(s.tokens[k].end), end-len("》")
	title := string(s.text.Bytes[open:shut])
	m := Mention{Rule: "title", Title: strings.TrimSpace(title), Start: int(s.tokens[k].start), End: end}
	m.Note, m.Pinpoint = s.noteAt(end), s.pinpoint(k, next-1)
	if entries, short := s.wholeName(k+1, open, shut); len(entries) > 0 {
		m.Rule, m.Entries, m.Short = "name", entries, short
	}
	if i := slices.IndexFunc(s.tokens[k:next], func(t token) bool { return t.is(records) }); i >= 0 && s.zone != record.Masthead {
		s.officialRecords(k+i, next)
	}
	if m.Title != "" && !s.isSeries(k) && !s.holds(k+1, next, records) && !s.titleOfReport(k, next) {
		s.addName(m)
	}
	return next
}

// titleOfReport reports whether the title between two tokens is that of a
// report in a footnote, which is a document and no instrument.
func (s *scanner) titleOfReport(k, next int) bool {
	return s.zone == record.Footnote && s.holds(k+1, next, report)
}

// forgetReportTitle takes back the names inside the title of a report with
// which a footnote begins, up to its date or symbol: the note cites the
// report, not the State where the conference met.
func (s *scanner) forgetReportTitle(first int) {
	if s.zone != record.Footnote || len(s.tokens) == 0 || !s.tokens[0].is(report) || s.tokens[0].start > reportWithin {
		return
	}
	end := slices.IndexFunc(s.tokens, func(t token) bool { return t.is(date) || t.class == symbolRun })
	if end < 0 {
		return
	}
	title := int(s.tokens[end].start)
	kept := slices.DeleteFunc(s.mentions[first:], func(m Mention) bool { return len(m.Entries) > 0 && m.Title == "" && m.Start < title })
	s.mentions = s.mentions[:first+len(kept)]
}

// reportWithin is how far into a footnote the title of a report may begin,
// in bytes: behind "See".
const reportWithin = 16

// wholeName returns the entries whose name fills the text from start to end.
// Token k, the first behind the start, may be that name.
func (s *lexer) wholeName(k, start, end int) ([]*authority.Entry, bool) {
	list := int32(match.None)
	if k < len(s.tokens) && int(s.tokens[k].start) == start && int(s.tokens[k].end) == end && s.tokens[k].is(name) {
		list = s.tokens[k].list
	} else if m, ok := s.lang.words.At(s.text.Bytes[:end], skipBlank(s.text.Bytes, start)); ok && skipBlank(s.text.Bytes, m.End) >= end {
		list = m.List
	}
	if list == match.None {
		return nil, false
	}
	named := &s.lang.named[list]
	if len(named.full) > 0 {
		return named.full, false
	}
	return named.shortInstruments, len(named.shortInstruments) > 0
}

// isSeries reports whether the title at token k is that of a treaty series.
func (s *scanner) isSeries(k int) bool { return s.tokens[k].is(series) }

// holds reports whether one of the tokens from k to end is of class c.
func (s *lexer) holds(k, end int, c class) bool {
	for ; k < end; k++ {
		if s.tokens[k].is(c) {
			return true
		}
	}
	return false
}

// titleEnd returns the offset after the mark that closes the title whose
// words begin at i, counting titles inside it.
func (s *scanner) titleEnd(i int) (int, bool) {
	depth := 1
	for k := i; k < len(s.text.Bytes) && k < i+maxTitle; k++ {
		switch {
		case s.text.Bytes[k] != 0xE3:
		case hasAny(s.text.Bytes, k, "《"):
			depth++
		case hasAny(s.text.Bytes, k, "》"):
			if depth--; depth == 0 {
				return k + len("》"), true
			}
		}
	}
	return 0, false
}

// maxTitle bounds a title, in bytes, so that marks without end cost no more
// than linear time.
const maxTitle = 1200
