package structure

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/block"
	"uncite/extract/record"
)

// para is a paragraph on its way to the record.
type para struct {
	pieces  []record.Span // without the mark
	start   int           // where its first line begins, the mark included
	mark    mark
	note    int        // the footnote's number; 0 for all other paragraphs
	formula bool       // its first line is the name of a body that opens resolutions
	opens   bool       // it is the line with which a resolution begins
	torn    bool       // a footnote or page furniture stands between it and the paragraph before
	kind    block.Kind // what the format says of it
}

// text returns the words of the first piece.
func (p *para) text(s string) string { return s[p.pieces[0].Start:p.pieces[0].End] }

// last returns the words of the last piece.
func (p *para) last(s string) string {
	l := p.pieces[len(p.pieces)-1]
	return s[l.Start:l.End]
}

// size is the length of its words in bytes.
func (p *para) size() int {
	n := 0
	for _, s := range p.pieces {
		n += s.End - s.Start
	}
	return n
}

// splitter cuts a text into paragraphs.
type splitter struct {
	text    string
	v       *vocabulary
	layout  layout
	page    *furniture
	paras   []para
	waiting para          // a number alone on the last line
	spans   []record.Span // the arena of the pieces
	opened  bool          // the line with which a resolution begins has been seen
	note    int           // the last footnote
	since   int           // where the text since that footnote begins
}

// room is the memory in which a text is cut into lines and paragraphs, kept
// for the next text.
type room struct {
	lines []line
	paras []para
}

var rooms = sync.Pool{New: func() any { return new(room) }}

// split returns the paragraphs of text, footnotes after the lines they
// interrupt, the halves of torn paragraphs joined. They hold until the room is
// used again.
func (r *room) split(text string, v *vocabulary) []para {
	r.lines = appendLines(r.lines[:0], text)
	lines := r.lines
	s := &splitter{text: text, v: v, layout: layoutOf(text, lines), page: newFurniture(text, lines)}
	s.paras = r.paras[:0]
	s.spans = make([]record.Span, 0, len(lines)+8)
	torn := false
	for i, l := range lines {
		words := text[l.start:l.end]
		atBreak := l.page || i+1 < len(lines) && lines[i+1].page || i+1 == len(lines)
		if s.page.is(words, l.start, atBreak) {
			torn = true
			continue
		}
		if i > 0 && !torn && s.goesOn(lines[i-1], l) {
			p := &s.paras[len(s.paras)-1]
			p.pieces[len(p.pieces)-1].End = l.end
			continue
		}
		s.begin(l, words, torn)
		torn = false
	}
	s.flush()
	r.paras = s.paras
	return s.join()
}

// goesOn reports whether line b belongs to the paragraph of line a.
func (s *splitter) goesOn(a, b line) bool {
	if len(s.paras) == 0 || s.waiting.mark.kind != noMark || !s.layout.flows(s.text, a, b) {
		return false
	}
	words := s.text[b.start:b.end]
	if m := readMark(words, s.v); m.kind == noteMark || m.kind == plainMark && s.isNote(m, b.start) {
		return false
	}
	if s.standsAlone(words) {
		return false
	}
	switch {
	case !endsParagraph(s.text[a.start:a.end]):
		return true
	case s.layout.blanks:
		const step = 3 // columns: less is uneven setting
		return b.indent < a.indent+step
	}
	return !s.beginsParagraph(words)
}

// standsAlone reports whether a line begins a paragraph however the line
// before it ended: lines of the masthead, the number of a title, the opening
// of a resolution, an annex.
func (s *splitter) standsAlone(words string) bool {
	if !s.opened && (strings.HasPrefix(words, "[") || titleNumber(words) > 0) || startsTitle(words) {
		return true
	}
	_, opening := s.v.openingOf(words)
	return opening || s.v.isAnnex(words) || !s.opened && s.v.isMastheadLine(words)
}

// begin starts a paragraph with a line. A number that stands on a line of its
// own waits for the words in the next.
func (s *splitter) begin(l line, words string, torn bool) {
	m := readMark(words, s.v)
	p := para{start: l.start, mark: m, torn: torn}
	if m.kind == noMark && s.waiting.mark.kind != noMark {
		p.start, p.mark, s.waiting = s.waiting.start, s.waiting.mark, para{}
		p.mark.end = 0
		s.add(p, l.start, l.end)
		return
	}
	s.flush()
	if m.kind == noMark && len(words) < 8 {
		if alone := readMark(words+" x", s.v); alone.kind == digitMark || alone.kind == letterMark {
			s.waiting = para{start: l.start, mark: alone, torn: torn, pieces: []record.Span{span(l.start, l.end)}}
			return
		}
	}
	switch {
	case m.kind == noteMark || (m.kind == plainMark || m.kind == parenMark) && s.isNote(m, l.start):
		p.note, s.note, s.since = m.value, m.value, l.end
		p.mark = mark{kind: noteMark, value: m.value, end: m.end}
	case m.kind == plainMark:
		p.mark = mark{}
	}
	entity, comma := s.v.formula(words)
	p.formula = entity != ""
	s.opened = s.opened || p.formula && comma
	start := l.start + p.mark.end
	if p.mark.kind == noMark {
		start = l.start + headingMarks(words)
	}
	if start >= l.end { // a mark alone: its words follow on the next line, or never
		start, p.mark = l.start, mark{}
		p.note = 0
	}
	s.add(p, start, l.end)
}

// add appends a paragraph with the words of one line.
func (s *splitter) add(p para, start, end int) {
	s.spans = append(s.spans, span(start, end))
	p.pieces = s.spans[len(s.spans)-1 : len(s.spans) : len(s.spans)]
	s.paras = append(s.paras, p)
}

// flush makes a number for which no words came a paragraph of its own.
func (s *splitter) flush() {
	if s.waiting.mark.kind != noMark {
		s.waiting.mark = mark{}
		s.paras = append(s.paras, s.waiting)
		s.waiting = para{}
	}
}

// headingMarks returns the length of the Markdown marks before a heading.
func headingMarks(s string) int {
	i := 0
	for i < len(s) && s[i] == '#' {
		i++
	}
	if i == 0 {
		return 0
	}
	return skipSpace(s, i)
}

// isNote reports whether a plain number at the start of a line is the mark of
// a footnote: the next in the sequence, and printed as a mark in the text
// since the last one.
func (s *splitter) isNote(m mark, at int) bool {
	if m.value != s.note+1 {
		return false
	}
	digits := strconv.Itoa(m.value)
	since := max(s.since, at-notePage)
	if m.kind == parenMark {
		return strings.Contains(s.text[since:at], "("+digits+")") && s.text[at] == '('
	}
	for i := since; ; {
		j := strings.Index(s.text[i:at], digits)
		if j < 0 {
			return false
		}
		if i += j; isRaised(s.text, i, i+len(digits)) {
			return true
		}
		i += len(digits)
	}
}

// notePage is how far before a footnote its mark is looked for, in bytes: a
// printed page and more.
const notePage = 16 << 10

// isRaised reports whether the number text[start:end] hangs on to a word as a
// note mark does whose raising was lost: "rights,1 the", "》1".
func isRaised(text string, start, end int) bool {
	if end < len(text) && (isLetterOrDigit(text[end]) || strings.IndexByte("/-.,(", text[end]) >= 0 &&
		(text[end] == '/' || text[end] == '-' || text[end] == '(' || end+1 < len(text) && isASCIIDigit(text[end+1]))) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	switch {
	case unicode.IsLetter(before):
		return before < 0x2E80 || before > 0x9FFF // "第3" in Chinese is a number
	case before == '.' || before == ',' || before == ';':
		r, _ := utf8.DecodeLastRuneInString(text[:start-1])
		return unicode.IsLetter(r) || r == ')' || r == '”'
	}
	return strings.ContainsRune("”’»》」)）\"，。；、،؛", before)
}

// join makes one paragraph of two halves that a page break parted. Where a
// footnote or the head of a page stands between them, the words alone decide;
// where only a blank line does, the first half must be a clause.
func (s *splitter) join() []para {
	out := s.paras[:0]
	open := -1 // the last paragraph of running text
	notes := false
	for _, p := range s.paras {
		if p.note > 0 {
			out, notes = append(out, p), true
			continue
		}
		if open >= 0 && s.continues(&out[open], &p, notes || p.torn) {
			out[open].pieces = append(out[open].pieces, p.pieces...)
			notes = false
			continue
		}
		out, open, notes = append(out, p), len(out), false
	}
	return out
}

// continues reports whether b is the second half of a. torn says that a
// footnote or page furniture stands between them.
func (s *splitter) continues(a, b *para, torn bool) bool {
	if b.mark.kind != noMark {
		return false
	}
	end := a.last(s.text)
	ended := endsParagraph(end) || s.endsItem(end, a.mark)
	if ended && !torn {
		return false // by far the most frequent case
	}
	begin := b.text(s.text)
	clause := a.mark.kind != noMark || s.isClause(a.text(s.text))
	switch {
	case ended:
		return s.lowerCaseOnly(begin) || s.afterComma(a, end, begin)
	case !torn:
		return clause && !s.beginsParagraph(begin) && (!s.v.latin() || s.lowerCaseOnly(begin)) && !s.isDated(begin)
	case clause && len(end) > shortLine || len(end) > longHeading:
		// Without a stop at its end a clause is torn whatever word comes next.
		return !startsTitle(begin) && !s.v.isAnnex(begin) && !s.isDated(begin)
	}
	return (clause || len(a.pieces) > 1 || a.size() > shortLine) && !s.beginsParagraph(begin) && !s.isDated(begin)
}

// afterComma reports whether the words that begin may be the second half of
// paragraph a, which ends in a comma as its clause does: they are a text of
// their own length and begin as no clause begins. Languages whose clauses
// begin with a capital need no such guess, but for numbered paragraphs.
func (s *splitter) afterComma(a *para, end, begin string) bool {
	if !endsInComma(end) || !endsParagraph(begin) && len(begin) < longHeading {
		return false
	}
	return (a.mark.kind != noMark || !s.v.latin() && s.isClause(a.text(s.text))) && !s.beginsParagraph(begin)
}

// shortLine is the length in bytes below which a line without a stop is more
// likely a heading, or a cell of a table, than half a paragraph.
const shortLine = 60

// longHeading is the length in bytes that no heading has.
const longHeading = 300

// lowerCaseOnly reports whether s begins with a small letter in a language
// whose paragraphs all begin with a capital.
func (s *splitter) lowerCaseOnly(words string) bool {
	r, _ := utf8.DecodeRuneInString(words)
	return s.v.latin() && unicode.IsLower(r)
}

// isClause reports whether words begin as a preambular clause does.
func (s *splitter) isClause(words string) bool {
	words = words[skipMarkup(words, 0):]
	r, _ := utf8.DecodeRuneInString(words)
	for _, o := range s.v.openers[r] {
		if strings.HasPrefix(words, o) && (s.v.Has("unsegmented") || !startsLetter(words[len(o):])) {
			return true
		}
	}
	return false
}

func startsLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// beginsParagraph reports whether words are the start of a paragraph: a
// number, a clause's first word, the opening of a resolution, an annex.
func (s *splitter) beginsParagraph(words string) bool {
	if m := readMark(words, s.v); m.kind != noMark && m.kind != plainMark {
		return true
	}
	if startsTitle(words) {
		return true
	}
	_, opening := s.v.openingOf(words)
	return opening || s.v.isAnnex(words) || s.isClause(words)
}

// isDated reports whether a short line is the date and meeting under a
// resolution.
func (s *splitter) isDated(words string) bool {
	return len(words) < 200 && (s.v.meetingLine(words) || s.v.isDate(words))
}

// endsItem reports whether words end as an item before the last of a list
// does: "; and", or ", and" after an item with a letter.
func (s *splitter) endsItem(words string, m mark) bool {
	i := strings.LastIndexAny(words, " \u00A0")
	if i < 0 || !s.v.joiners[words[i+1:]] {
		return false
	}
	before := strings.TrimRight(words[:i], " \u00A0")
	if m.kind == letterMark || m.kind == romanMark {
		return endsParagraph(before)
	}
	return strings.ContainsRune(";；؛", lastRune(before))
}

// stops are the characters that a paragraph may end with.
const stops = ".;:,?!…،؛؟。；：，！"

// endsParagraph reports whether the last character of s, without closing
// quotation marks and note marks, is a stop.
func endsParagraph(s string) bool { return strings.ContainsRune(stops, lastRune(s)) }

// endsInComma reports whether that character is a comma.
func endsInComma(s string) bool { return strings.ContainsRune(",،，", lastRune(s)) }

// lastRune returns the last character of s that is no closing quotation mark,
// bracket, note mark or blank; U+FFFD where there is none.
func lastRune(s string) rune {
	for len(s) > 0 {
		c := s[len(s)-1]
		if c < utf8.RuneSelf {
			if strings.IndexByte(" \t\"')]*_>", c) < 0 {
				return rune(c)
			}
			s = s[:len(s)-1]
			continue
		}
		r, n := utf8.DecodeLastRuneInString(s)
		if !strings.ContainsRune("”’»）\u00A0\u200F\u200E¹²³⁰⁴⁵⁶⁷⁸⁹", r) {
			return r
		}
		s = s[:len(s)-n]
	}
	return utf8.RuneError
}
