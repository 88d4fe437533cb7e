package scan

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"uncite/extract/internal/match"
	"uncite/extract/record"
)

// addName adds the mention of a name. A name in brackets of its own, right
// behind another, is another name for the same thing, whatever else it may
// mean: 《…原则和准则》(巴黎原则).
func (s *scanner) addName(m Mention) {
	if before := len(s.mentions) - 1; before >= s.first && s.bracketedBehind(before, &m) {
		m.Rule, m.Same, m.All = "apposition", []int{before}, true
		if !m.Short && (m.Title != "" || len(m.Entries) > 0) {
			s.learn(m.Start, m.End, before)
		}
	}
	s.add(m)
}

// bracketedBehind reports whether the name m fills brackets that open right
// behind the mention before it, which is a name too and another entry.
func (s *scanner) bracketedBehind(before int, m *Mention) bool {
	p := &s.mentions[before]
	if p.End > m.Start || len(p.Entries) == 0 && p.Title == "" || p.Short {
		return false
	}
	if len(m.Entries) == 1 && len(p.Entries) == 1 && m.Entries[0] == p.Entries[0] {
		return false
	}
	if !instrumental(m) || !instrumental(p) {
		return false // "the Special Rapporteur (Kenya)" is no other name
	}
	if bytes.IndexByte(s.text.Bytes[p.End:m.Start], '(') < 0 {
		return false
	}
	between := strings.Trim(string(s.text.Bytes[p.End:m.Start]), " \"“«《")
	after := strings.TrimLeft(string(s.text.Bytes[m.End:min(len(s.text.Bytes), m.End+6)]), "\"”»》 ")
	if open, article, ok := strings.Cut(between, "("); ok && slices.Contains(articles, article+" ") {
		between = open + "("
	}
	return strings.Trim(between, "\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19 ") == "(" && strings.HasPrefix(after, ")")
}

// instrumental reports whether a name can only be one of an instrument.
func instrumental(m *Mention) bool {
	return m.Title != "" || len(m.Entries) > 0 && m.Entries[0].Kind == record.Instrument
}

// local is a name that a document has defined for a mention.
type local struct {
	text    string
	mention int
}

// articles stand before a name that a document defines, and are no part of it.
var articles = []string{"the ", "The ", "la ", "le ", "les ", "l'", "el ", "los ", "las "}

// learn keeps the words from start to end as a name for the mention.
func (s *scanner) learn(start, end, mention int) {
	text := strings.Trim(string(s.text.Bytes[start:end]), " \"“”«»'„()")
	for _, article := range articles {
		text = strings.TrimPrefix(text, article)
	}
	if len(text) < 3 || len(text) > 80 || len(s.locals) >= maxLocals {
		return
	}
	if !slices.ContainsFunc(s.locals, func(l local) bool { return l.text == text }) {
		s.locals = append(s.locals, local{text, mention})
	}
}

// maxLocals bounds the names that one document may define.
const maxLocals = 64

// define reads the name behind "hereinafter" at token k, inside brackets or
// commas behind a mention: the words up to the closing mark.
func (s *scanner) define(k int) {
	before := len(s.mentions) - 1
	if before < s.first || k == 0 || s.tokens[k].gap || !s.tokens[k-1].is(open) || s.namesState(before) {
		return
	}
	p, start := &s.mentions[before], int(s.tokens[k].end)
	if gap := int(s.tokens[k].start) - p.End; gap < 0 || gap > 12 {
		return
	}
	rest := bytes.TrimLeft(s.text.Bytes[start:], " ,:-")
	start = len(s.text.Bytes) - len(rest)
	if end := bytes.IndexAny(rest, "),;"); end > 0 {
		s.learn(start, start+end, before)
	}
}

// bracketName reads the name in brackets that open at token k right behind a
// name: an abbreviation, (CTED), or words in quotation marks, (“the Office”).
func (s *scanner) bracketName(k int) {
	before := len(s.mentions) - 1
	if before < s.first || len(s.mentions[before].Entries) == 0 && s.mentions[before].Title == "" {
		return
	}
	start := int(s.tokens[k].end)
	if gap := int(s.tokens[k].start) - s.mentions[before].End; gap < 0 || gap > 3 {
		return
	}
	end := bytes.IndexByte(s.text.Bytes[start:min(len(s.text.Bytes), start+maxBracket)], ')')
	if end <= 0 {
		return
	}
	words := s.text.Bytes[start : start+end]
	if bytes.ContainsAny(words, "\"“«„") && !s.namesState(before) || abbreviation(words) {
		s.learn(start, start+end, before)
	}
}

// namesState reports whether a mention is of a State, which no document gives
// another name than an abbreviation: it is the end of a longer name.
func (s *scanner) namesState(i int) bool {
	m := &s.mentions[i]
	return len(m.Entries) > 0 && m.Entries[0].Kind == record.State
}

// maxBracket bounds the brackets that may define a name, in bytes.
const maxBracket = 90

// abbreviation reports whether the words are one word of capitals.
func abbreviation(words []byte) bool {
	capitals := 0
	for _, r := range string(words) {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case r != '-' && !unicode.IsDigit(r):
			return false
		}
	}
	return capitals >= 2
}

// localNames adds mentions for the names that the document has defined before
// and that the tables do not know as such, in the paragraph whose mentions
// begin at first.
func (s *scanner) localNames(first int) {
	found := len(s.mentions)
	s.cover = s.cover[:0]
	for _, l := range s.locals {
		if l.mention >= first {
			continue // defined in this very paragraph
		}
		for at := 0; ; {
			i := bytes.Index(s.text.Bytes[at:], []byte(l.text))
			if i < 0 {
				break
			}
			i += at
			at = i + len(l.text)
			s.localName(first, i, at, l.mention)
		}
	}
	if len(s.mentions) > found {
		s.sortMentions(first)
	}
}

// localName reads the name from start to end that the document has defined for
// the mention.
func (s *scanner) localName(first, start, end, mention int) {
	if len(s.cover) == 0 {
		s.coverMentions(first)
	}
	if s.redefined(start, end, mention) || !s.wordAt(start, end) || slices.Max(s.cover[start:end]) > 0 {
		return
	}
	s.add(Mention{Rule: "defined", Same: []int{mention}, All: true, Start: start, End: end})
	for i := start; i < end; i++ {
		s.cover[i] = int32(len(s.mentions))
	}
}

// coverMentions notes for every byte of the paragraph which of the mentions
// from first on covers it: its index and one, 0 for none; the short name where
// there are several.
func (s *scanner) coverMentions(first int) {
	s.cover = append(s.cover[:0], make([]int32, len(s.text.Bytes))...)
	for i := first; i < len(s.mentions); i++ {
		m := &s.mentions[i]
		for k := m.Start; k < m.End; k++ {
			if at := s.cover[k]; at == 0 || m.Short {
				s.cover[k] = int32(i + 1)
			}
		}
	}
}

// wordAt reports whether the bytes from i to end are whole words.
func (s *scanner) wordAt(i, end int) bool {
	text := s.text.Bytes
	return !(match.LetterBefore(text, i) && match.Letter(text, i) > 0) && !(match.LetterBefore(text, end) && match.Letter(text, end) > 0)
}

// sortMentions puts the mentions from first on in reading order, and the
// indices that point to them right.
func (s *scanner) sortMentions(first int) {
	order := make([]int, len(s.mentions)-first)
	for i := range order {
		order[i] = first + i
	}
	slices.SortStableFunc(order, func(a, b int) int { return s.mentions[a].Start - s.mentions[b].Start })
	sorted, place := make([]Mention, len(order)), make([]int, len(order))
	for to, from := range order {
		sorted[to], place[from-first] = s.mentions[from], first+to
	}
	copy(s.mentions[first:], sorted)
	for i := first; i < len(s.mentions); i++ {
		for k, to := range s.mentions[i].Same {
			if to >= first {
				s.mentions[i].Same[k] = place[to-first]
			}
		}
	}
	for i, l := range s.locals {
		if l.mention >= first {
			s.locals[i].mention = place[l.mention-first]
		}
	}
}

// redefined turns a short name of the tables, from start to end, into the name
// that the document has defined: the document knows better.
func (s *scanner) redefined(start, end, mention int) bool {
	at := s.cover[start]
	if at == 0 {
		return false
	}
	m := &s.mentions[at-1]
	if !m.Short || m.Start > start || end > m.End || len(m.Same) > 0 {
		return false
	}
	m.Rule, m.Same, m.All, m.Entries = "defined", []int{mention}, true, nil
	return true
}

// ibidem reads "ibid." at token k of a footnote: the same source as the note
// before, or another volume of its treaty series.
func (s *scanner) ibidem(k int) {
	if s.zone != record.Footnote {
		return
	}
	if s.follows(k+1, comma) && s.follows(k+2, vol) || s.lang.typeFollows && s.follows(k+1, comma) && s.follows(k+2, no) && s.follows(k+4, vol) {
		if s.series != "" {
			s.treatyNumbers(k, s.series)
		}
		return
	}
	switch { // "Ibid., Supplement No. 8"
	case s.lang.titleMarks && s.holds(k, len(s.tokens), supplement):
		return // titled reads it
	case !s.lang.titleMarks && s.officialRecords(k, len(s.tokens)):
		return
	}
	for j := k + 1; j < len(s.tokens); j++ {
		if t := &s.tokens[j]; t.class == symbolRun || t.class == item && s.items[t.n].Form != Plain {
			return // the note names its source itself
		}
	}
	var same []int
	for i := s.note[0]; i < s.note[1] && i < len(s.mentions); i++ {
		if m := &s.mentions[i]; m.Symbol != "" || m.Title != "" || m.numbered() || m.Rule == "ibid" {
			same = append(same, i)
		}
	}
	if same = s.sources(same); len(same) > 0 {
		t := &s.tokens[k]
		s.add(Mention{Rule: "ibid", Same: same, Start: int(t.start), End: int(t.end), Pinpoint: s.pinpoint(k, k)})
	}
}

// sources leaves of a note's mentions those that name its source: symbols and
// numbers before titles, and no correction beside what it corrects.
func (s *scanner) sources(same []int) []int {
	titles := func(i int) bool { return s.mentions[i].Title != "" }
	if !slices.ContainsFunc(same, func(i int) bool { return !titles(i) }) {
		return same
	}
	same = slices.DeleteFunc(same, titles)
	return slices.DeleteFunc(same, func(i int) bool {
		at := strings.Index(s.mentions[i].Symbol, "/Corr.")
		return at > 0 && slices.ContainsFunc(same, func(k int) bool { return s.mentions[k].Symbol == s.mentions[i].Symbol[:at] })
	})
}

// backReference reads "the same resolution" at token k: the one named last, or
// all of the list named last.
func (s *scanner) backReference(k int) {
	if s.follows(k+1, item) || s.follows(k+1, no) {
		return // "that resolution 60/288"
	}
	last := len(s.mentions) - 1
	for last >= s.first && (!s.mentions[last].numbered() || s.mentions[last].Act.Type == "decision") {
		last--
	}
	if last < s.first {
		return // too far away to be sure of
	}
	same := []int{last}
	for i := last - 1; i >= s.first && s.mentions[i].numbered() && s.mentions[i].Act.group == s.mentions[last].Act.group; i-- {
		same = append(same, i)
	}
	slices.Reverse(same)
	t := &s.tokens[k]
	s.add(Mention{
		Rule: "back", Same: same, All: s.value(t, back) == "all", Start: int(t.start), End: int(t.end), Pinpoint: s.pinpoint(k, k),
	})
}

// datedOnly reads a resolution that is cited by its date alone: "the
// resolution adopted by the General Assembly on 25 March 2021".
func (s *scanner) datedOnly(k int) {
	if s.zone == record.Masthead || s.zone == record.Heading || s.tokens[k].is(back) {
		return
	}
	from, to, day := s.dateBehind(k)
	if s.lang.typeFollows {
		from, to, day = s.dateAhead(k)
	}
	if day < 0 {
		return
	}
	m := Mention{Rule: "date", Dated: true, Date: s.dates[s.tokens[day].n]}
	act := Act{Type: s.value(&s.tokens[k], typ), Council: s.council}
	m.Start, m.End = int(s.tokens[min(k, day)].start), int(s.tokens[to].end)
	for j := from; j <= to; j++ {
		switch t := &s.tokens[j]; {
		case t.is(owner):
			act.Owners = append(act.Owners, Owner{Key: s.value(t, owner), By: "before"})
		case t.is(own):
			act.Owners = append(act.Owners, Owner{Key: "own", By: "own", Gender: s.value(t, own)})
		}
	}
	if len(act.Owners) > 0 {
		m.Act = s.acts.add(act)
		s.add(m)
	}
}

// dateBehind looks for a date on the right of the type word at token k, with
// nothing but an owner and small words between, and no number.
func (s *scanner) dateBehind(k int) (from, to, day int) {
	from = k
	if k > 0 && !s.tokens[k].gap && (s.tokens[k-1].is(own) || s.tokens[k-1].is(owner)) {
		from = k - 1 // says whose it is, but is no part of the citation
	}
	for j := k + 1; j < len(s.tokens) && j < k+7 && !s.tokens[j].gap; j++ {
		switch t := &s.tokens[j]; {
		case t.is(date):
			if s.numberNear(j) {
				return 0, 0, -1
			}
			return from, j, j
		case t.is(owner), t.is(of), t.is(about), t.is(own):
		default:
			return 0, 0, -1
		}
	}
	return 0, 0, -1
}

// numberNear reports whether a number follows the date at token j.
func (s *scanner) numberNear(j int) bool {
	return s.follows(j+1, item) || (s.follows(j+1, comma) || s.follows(j+1, no) || s.follows(j+1, open)) && (s.follows(j+2, item) || s.follows(j+2, symbolRun))
}

// dateAhead looks for "owner, date, … adopted" on the left of the type word at
// token k, in languages that put the type last.
func (s *scanner) dateAhead(k int) (from, to, day int) {
	if k == 0 || s.tokens[k].gap || !s.tokens[k-1].is(of) {
		return 0, 0, -1
	}
	for j := k - 1; j > 0 && int(s.tokens[k].start-s.tokens[j].start) < maxTitle; j-- {
		t := &s.tokens[j]
		switch {
		case t.is(stop), t.is(typ), t.class == item && s.items[t.n].Form != Plain, t.class == symbolRun:
			return 0, 0, -1
		case t.is(date):
			if p := &s.tokens[j-1]; !t.gap && (p.is(owner) || p.is(own)) {
				return j - 1, k, j
			}
			return 0, 0, -1
		}
	}
	return 0, 0, -1
}
