package structure

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/block"
	"uncite/extract/internal/char"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// para is a paragraph on its way to the record.
type para struct {
	pieces  []record.Span // without the mark
	start   int           // where its first line begins, the mark included
	mark    mark
	note    int        // the footnote's number; 0 for all other paragraphs
	titled  bool       // it may begin with the number of a resolution and its title
	formula bool       // its first line is the name of a body that opens resolutions
	opens   bool       // it is the line with which a resolution begins
	blank   bool       // a blank line stands before it
	alone   bool       // its number stands alone on the line before
	lines   int        // lines that were added to its first
	torn    bool       // a footnote or page furniture stands between it and the paragraph before
	kind    block.Kind // what the format says of it
	cell    record.Cell
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
	paras   []para
	waiting para          // a number alone on the last line
	spans   []record.Span // the arena of the pieces
	opened  bool          // the line with which a resolution begins has been seen
	number  int           // of the numbered paragraph that was begun last
	past    bool          // so has that line or a numbered paragraph: the masthead is over
	paged   bool          // the file tells where its pages break
	notes   noteReader
	skips   []record.Span         // what stands among words and is none of them
	words   map[string]wordSearch // what isWord has found
}

// room is the memory in which a text is cut into lines and paragraphs, kept
// for the next text.
type room struct {
	lines []line
	paras []para
	skips []record.Span
}

var rooms = sync.Pool{New: func() any { return new(room) }}

// split returns the paragraphs of text, footnotes after the lines they
// interrupt, the halves of torn paragraphs joined. They hold until the room is
// used again.
func (r *room) split(text string, v *vocabulary) []para {
	r.lines = appendLines(r.lines[:0], text)
	lines := r.lines
	if isUnbroken(text, lines) {
		lines = breakLine(text, lines[0], v)
	}
	markFurniture(text, lines, v)
	s := &splitter{text: text, v: v, skips: r.skips[:0]}
	if v.Has(lang.RightToLeft) {
		lines = s.withoutMarks(lines)
		r.lines = lines
	}
	if !areApart(lines) {
		if flowing, ok := flowedLayout(text, lines, v.Has(lang.Unsegmented)); ok {
			lines = s.unfold(lines, flowing)
		} else {
			s.layout = layoutOf(text, lines, v)
		}
	}
	if s.layout.width > 0 {
		s.layout.setWidths(text, lines)
		if v.Has(lang.Unsegmented) && !s.layout.strict && !s.layout.greedy && !s.layout.setsIn {
			s.layout.measureHan(text, lines, v)
		}
	}
	s.paras = slices.Grow(r.paras[:0], s.layout.paragraphs(lines))
	s.spans = make([]record.Span, 0, len(lines)+8)
	s.paged = strings.IndexByte(text, '\f') > 0
	torn := false
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		switch {
		case l.rule:
			i += s.notesBelow(lines[i+1:], true)
			torn = true
			continue
		case l.furniture:
			torn = true
			continue
		case s.paged && !(i > 0 && s.breaksNumber(lines[i-1], l, readMark(text[l.start:l.end], v))) && s.mayBeNotes(l):
			if n := s.notesBelow(lines[i:], false); n > 0 {
				i += n - 1
				torn = true
				continue
			}
		}
		words := text[l.start:l.end]
		if i > 0 && !torn && s.goesOn(lines[i-1], l) {
			s.extend(lines[i-1], l)
			continue
		}
		s.begin(l, words, torn || l.page)
		torn = false
	}
	s.flush()
	s.mendDisplaced()
	r.paras = s.paras
	paras := s.join()
	slices.SortFunc(s.skips, func(a, b record.Span) int { return a.Start - b.Start })
	s.skips = slices.Compact(s.skips)
	r.skips = s.skips
	s.cutMarks(paras)
	return paras
}

// cutMarks takes the marks of notes off the ends of paragraphs, so that the stop before
// one is seen.
func (s *splitter) cutMarks(paras []para) {
	for i := range paras {
		last := &paras[i].pieces[len(paras[i].pieces)-1]
		k, found := slices.BinarySearchFunc(s.skips, last.End, func(skip record.Span, end int) int { return skip.End - end })
		if found && s.skips[k].Start > last.Start {
			last.End = trimEnd(s.text, last.Start, s.skips[k].Start)
		}
	}
}

// paragraphs estimates how many paragraphs lines make.
func (l layout) paragraphs(lines []line) int {
	if l.width == 0 {
		return len(lines)
	}
	n := 0
	for i := range lines {
		if lines[i].blank {
			n++
		}
	}
	return n
}

// extend adds line b to the paragraph of line a, which it follows. A hyphen
// that parts a word between them is nothing.
func (s *splitter) extend(a, b line) {
	p := &s.paras[len(s.paras)-1]
	last := &p.pieces[len(p.pieces)-1]
	seen := last.End - last.Start
	last.End = b.end
	p.lines++
	if p.titled && seen < mostRunIn {
		s.cutRunIn(max(0, a.start-last.Start))
	}
	if hyphen := s.partedWord(a, b); hyphen > 0 {
		s.skips = append(s.skips, span(a.end-hyphen, b.start))
	} else if s.v.Has(lang.Unsegmented) && s.layout.breaksWord(s.text, a, b) {
		s.skips = append(s.skips, span(a.end, b.start))
	}
}

// mostRunIn is the bytes of a paragraph after which a further line cannot show that its
// beginning is a title with an opening formula and a clause behind it.
const mostRunIn = 2048

// goesOn reports whether line b belongs to the paragraph of line a.
func (s *splitter) goesOn(a, b line) bool {
	if len(s.paras) == 0 || s.waiting.mark.kind != noMark || b.blank || b.page {
		return false
	}
	words, before := s.text[b.start:b.end], s.text[a.start:a.end]
	if cutsCitation(before, words) {
		return true
	}
	if s.layout.parted && s.opened && !s.breaksWell(before, words) {
		m := readMark(words, s.v)
		return !s.beginsNoteAtOnce(m, before, words, b.start)
	}
	if s.layout.width == 0 {
		return false
	}
	full, open := s.layout.flows(s.text, a, b), !endsParagraph(s.ending(before, words))
	if s.layout.greedy && !full {
		return false
	}
	m := readMark(words, s.v)
	if beginsWithStop(words) || s.breaksNumber(a, b, m) {
		return true
	}
	if s.layout.strict && s.layout.hadNoPlace(s.text, a, words, s.v.Has(lang.Unsegmented)) {
		return !s.beginsNoteAtOnce(m, before, words, b.start)
	}
	if m.kind == noteMark && !(full && s.carriesMark(m, before, b.start)) || (m.kind == plainMark || m.kind == squareMark) && s.isNote(m, b.start) {
		return false
	}
	if m.kind == digitMark && m.value == 1 && endsInComma(before) && s.isNext(m) {
		return false // the first paragraph behind the last clause of the preamble
	}
	if !open && s.concludes(before, words) {
		return false
	}
	if m.kind == noteMark || s.layout.strict || open && s.layout.anywhere && s.layout.blanks && s.layout.isFull(s.text, a) {
		return true
	}
	running := s.isRunning()
	if first, told := s.firstByWidth(b, m); told && running && full && !open && !s.endsText(words) && s.opened {
		return !first
	}
	switch {
	case running && s.atMargin(before, a, b, m):
		return true
	case running && !open && m.kind == noMark && s.isFirstSetIn(a, b):
		return false
	case s.isSectionLine(before), !open && s.isSectionLine(words) && s.paras[len(s.paras)-1].note == 0: // "sect." of a note ends in a stop
		return false
	case m.kind == digitMark && m.value > 1 && s.isNext(m), s.isNext(s.numberAlone(words)) && !(open && full && words[0] == '1'):
		return false
	case running && full && m.kind == noMark && endsInComma(before) && s.noteFollows(b):
		return true
	case running && endsInComma(before) && (s.lowerCaseOnly(words) || s.goesOnBehindComma(words, m, full)):
		return true
	case s.layout.greedy && !running && s.v.isAdoption(words):
		return false
	case (running || s.isLong()) && open && full && !(s.endsText(words) && !s.isInClause(words)): // whatever the next line looks like
		return true
	case s.standsAlone(words, running && (open || endsInComma(before)) && startsWithFigure(words) && !startsTitle(words)):
		return open && s.isOpenAdoption(before, words)
	case open && s.isLetterTitle():
		return s.layout.columns(s.text, b) <= s.layout.columns(s.text, a)+narrower
	case open && full:
		return running || startsWithFigure(words) || s.v.isAdoption(before) || !s.v.isMastheadLine(before)
	case open:
		note := s.paras[len(s.paras)-1].note > 0
		return running && (m.kind == noMark || m.kind == plainMark) && !s.isWhole(before) && !s.isHeadLine(a, b) && !(note && s.v.isClause(words))
	case endsInComma(before) && running && startsWithFigure(words) && (m.kind == noMark || m.kind == plainMark):
		return true
	case !full:
		return false
	case s.layout.blanks:
		const step = 3 // columns: less is uneven setting
		return b.indent < a.indent+step
	}
	return !s.beginsParagraph(words) || s.layout.greedy && s.isMidItem(words, m)
}

// breaksWell reports whether what ends with before may end a paragraph, and words begin one.
func (s *splitter) breaksWell(before, words string) bool {
	return endsParagraph(s.ending(before, words)) && !endsInComma(before)
}

// cutsCitation reports whether a line breaks within a number or a symbol, "66/" and "288",
// "2011-" and "2020" or "2253 (" and "2015)": no paragraph ends so, however short the line is.
func cutsCitation(before, words string) bool {
	const shortest = 3
	if len(before) < shortest || !isASCIIDigit(words[0]) {
		return false
	}
	switch last, at := before[len(before)-1], before[len(before)-2]; last {
	case '/', '-':
		return isASCIIDigit(at) || at >= 'A' && at <= 'Z'
	case '(':
		figures := strings.TrimRight(before[:len(before)-1], " ")
		return figures != "" && isASCIIDigit(figures[len(figures)-1])
	}
	return false
}

// breaksNumber reports whether the end of line a, which was full, stands within a number, and
// the figures with which b begins are no mark of a note.
func (s *splitter) breaksNumber(a, b line, m mark) bool {
	last := s.text[a.end-1]
	if m.kind == digitMark && isOfSymbol(last) && s.v.Has(lang.Unsegmented) && s.layout.width > 0 && s.layout.isFull(s.text, a) && numbersItem(s.text[b.start:b.end]) {
		return true
	}
	return m.kind == plainMark && s.v.Has(lang.Unsegmented) && (isASCIIDigit(last) || last == '/') && s.layout.breaksWord(s.text, a, b)
}

// numbersItem reports whether words begin with a number and the comma of lists, which numbers of
// paragraphs have not where a line breaks behind a sign of a symbol.
func numbersItem(words string) bool {
	return strings.HasPrefix(strings.TrimLeft(words, "0123456789"), "、")
}

// beginsNoteAtOnce reports whether a note begins with a line before which there is no blank
// one, in a text that has blank lines between paragraphs: behind another note, or with a
// raised mark behind a stop. A line that is nothing but a mark ends its sentence.
func (s *splitter) beginsNoteAtOnce(m mark, before, words string, at int) bool {
	switch {
	case strings.Trim(words, raisedDigits) == "":
		return false
	case m.kind == noteMark:
		return !s.carriesMark(m, before, at)
	}
	return s.paras[len(s.paras)-1].note > 0 && (m.kind == plainMark || m.kind == squareMark) && s.isNote(m, at)
}

// beginsWithStop reports whether words begin with a sign that stands behind words.
func beginsWithStop(words string) bool {
	switch r, _ := utf8.DecodeRuneInString(words); r {
	case ',', ';', '،', '؛', '，', '；', '。', '、':
		return true
	}
	return false
}

// isInClause reports whether a line that looks like the opening of a resolution goes on
// with a clause or a paragraph, which names the body there.
func (s *splitter) isInClause(words string) bool {
	p := &s.paras[len(s.paras)-1]
	return s.opened && (p.mark.kind != noMark || s.v.isClause(p.text(s.text))) && !s.v.isAnnex(words)
}

// concludes reports whether a line behind a stop is the one under a text that names the
// meeting, with its date or before it, or the date alone.
func (s *splitter) concludes(before, words string) bool {
	if s.past && strings.ContainsRune(".。", lastRune(before)) && s.v.isDate(words) && !endsParagraph(strings.TrimRight(words, "0123456789")) {
		return true // no sentence is a date and nothing else
	}
	return s.past && s.v.meetingLine(words) && (len(words) < shortLine || s.v.date(words) != "")
}

// carriesMark reports whether a raised mark at the start of a line stands for a
// note of the sentence that the full line before broke off, and begins no note: a
// blank line would stand before that, or the note before. Where a program wrapped the
// lines, a note begins where its mark stands in the text before.
func (s *splitter) carriesMark(m mark, before string, at int) bool {
	if s.layout.greedy {
		return !s.bearsMark(at)
	}
	if !s.layout.blanks || s.paras[len(s.paras)-1].note > 0 && m.value > s.paras[len(s.paras)-1].note {
		return false
	}
	return !endsParagraph(before) || s.v.Has(lang.Unsegmented) && endsInComma(before)
}

// bearsMark reports whether the raised mark with which a line begins stands in the text
// before too.
func (s *splitter) bearsMark(at int) bool {
	printed := s.text[at:]
	printed = printed[:len(printed)-len(strings.TrimLeft(printed, raisedDigits))]
	before := s.text[max(0, at-notePage):at]
	if s.notes.searched += len(before); printed == "" || s.notes.searched > soughtOfByte*(len(s.text)+notePage) {
		return true
	}
	return lastMark(before, printed) >= 0
}

// lastMark returns where raised figures, and no others beside them, stand last in words; -1
// where they do not.
func lastMark(words, printed string) int {
	for end := len(words); ; {
		i := strings.LastIndex(words[:end], printed)
		if i < 0 {
			return -1
		}
		next, _ := utf8.DecodeRuneInString(words[i+len(printed):])
		last, _ := utf8.DecodeLastRuneInString(words[:i])
		if !strings.ContainsRune(raisedDigits, next) && !strings.ContainsRune(raisedDigits, last) {
			return i
		}
		end = i
	}
}

const raisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// ending returns words without the mark of a note behind their last stop, whose raising
// was lost ("the Territory, 10"), where the words that follow begin a paragraph.
func (s *splitter) ending(words, next string) string {
	const longest = 3
	i := len(words)
	for i > 0 && len(words)-i < longest && isASCIIDigit(words[i-1]) {
		i--
	}
	if i == len(words) || i > 0 && isASCIIDigit(words[i-1]) || !endsParagraph(words[:i]) || !s.beginsParagraph(next) {
		return words
	}
	return words[:i]
}

// isRunning reports whether the last paragraph is running text, so that a line
// of it without a stop goes on in the next however short it is, and not a line
// of a masthead.
func (s *splitter) isRunning() bool {
	p := &s.paras[len(s.paras)-1]
	return s.past || p.mark.kind != noMark || p.note > 0 || s.v.isClause(p.text(s.text))
}

// narrower is by how many characters the lines of a title may differ: those of
// the text below it are longer by more.
const narrower = 8

// isLetterTitle reports whether the last paragraph is the title of a letter,
// which goes on until a line of another type.
func (s *splitter) isLetterTitle() bool {
	p := &s.paras[len(s.paras)-1]
	return p.mark.kind == noMark && hasAnyPrefix(p.text(s.text), s.v.letterTitles)
}

// isLong reports whether the last paragraph has lines enough for running text, which
// the masthead has before its end only where a report begins without a number.
func (s *splitter) isLong() bool {
	const long = 150 // bytes
	p := &s.paras[len(s.paras)-1]
	return p.lines > 0 && p.size() > long
}

// endsText reports whether a line can only begin another part of a document: its opening,
// an annex.
func (s *splitter) endsText(words string) bool {
	_, opening := s.v.openingOf(words)
	return opening || s.v.isAnnex(words)
}

// isWhole reports whether a line without a stop is whole as it is: the name of
// a body, the heading of an annex, the meeting and the date under a text.
func (s *splitter) isWhole(words string) bool {
	entity, _ := s.v.formula(words)
	return entity != "" || s.v.isAnnex(words) || s.isDated(words) && !s.v.isClause(s.paras[len(s.paras)-1].text(s.text))
}

// isSectionLine reports whether a line is the number of a section and no more.
func (s *splitter) isSectionLine(words string) bool {
	return s.past && (&zoner{v: s.v}).isSection(words)
}

// isHeadLine reports whether line a, which is not full, is a heading over the text that
// begins with line b: the first words of a clause, or much longer and with a capital.
func (s *splitter) isHeadLine(a, b line) bool {
	p := &s.paras[len(s.paras)-1]
	if p.lines > 0 || p.mark.kind != noMark || p.note > 0 || s.v.isClause(p.text(s.text)) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.text[b.start:])
	if s.v.isClause(s.text[b.start:b.end]) {
		return true
	}
	const much, whole = 0.7, 0.85
	width := float64(s.layout.width)
	return !startsWithFigure(s.text[b.start:b.end]) && !unicode.IsLower(r) &&
		float64(s.layout.columns(s.text, a)) < much*width && float64(s.layout.columns(s.text, b)) >= whole*width
}

// isOpenAdoption reports whether a line of adoption breaks off before its
// date: "Resolution adopted by the General Assembly on", "5 December 2023".
func (s *splitter) isOpenAdoption(before, words string) bool {
	return s.v.isAdoption(before) && s.v.date(before) == "" && s.v.isDate(words)
}

// startsWithFigure reports whether words begin with a number, or with one in
// brackets, as the rest of a citation does.
func startsWithFigure(words string) bool {
	i := skipSpace(words, 0)
	for i < len(words) && words[i] == '(' {
		i++
	}
	if i >= len(words) {
		return false
	}
	_, n := digit(words[i:])
	return n > 0
}

// standsAlone reports whether a line begins a paragraph however the line
// before it ended: lines of the masthead, the number of a title, the opening
// of a resolution, an annex. inText says that the line before is running text
// that breaks off: then the number is the rest of a citation.
func (s *splitter) standsAlone(words string, inText bool) bool {
	if !inText && (!s.past && (strings.HasPrefix(words, "[") || titleNumber(words) > 0) || startsTitle(words)) {
		return true
	}
	_, opening := s.v.openingOf(words)
	return opening || s.v.isAnnex(words) || !s.past && s.v.isMastheadLine(words)
}

// partedWord returns the length of the hyphen at the end of line a that parts
// a word whose rest begins line b; 0 where there is none, or where the hyphen
// belongs to the word: "Secretary-General", "non-proliferation". Programs write
// such hyphens as soft ones too.
func (s *splitter) partedWord(a, b line) int {
	words := s.text[a.start:a.end]
	n := 0
	for _, h := range [...]string{"-", "\u2010", "\u00AD"} {
		if strings.HasSuffix(words, h) {
			n = len(h)
		}
	}
	next, _ := utf8.DecodeRuneInString(s.text[b.start:])
	uncased := n == len("\u00AD") && char.IsLetter(next) && !unicode.IsUpper(next)
	if n == 0 || !unicode.IsLower(next) && !uncased {
		return 0
	}
	first := words[:len(words)-n]
	first = first[strings.LastIndexFunc(first, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
	if first == "" || s.v.compounds[strings.ToLower(first)] || s.isWord(first) {
		return 0
	}
	rest := s.text[b.start:b.end]
	if i := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		rest = rest[:i]
	}
	if whole := first + "-" + rest; s.occurs(whole) || s.occurs(char.Lower(whole)) {
		return 0
	}
	return n
}

// isWord reports whether a word stands by itself somewhere near, before a mark or a
// number: its hyphen then joins two words.
func (s *splitter) isWord(w string) bool { return s.occurs(w + " ") }

// occurs reports whether words stand somewhere near, and no letter beside them.
func (s *splitter) occurs(w string) bool {
	const reach = 32 << 10 // bytes, so that many hyphens cost linear time
	at := len(s.text)
	if p := s.paras[len(s.paras)-1]; len(p.pieces) > 0 {
		at = p.pieces[len(p.pieces)-1].End
	}
	from, to := max(0, at-reach), min(len(s.text), at+reach)
	last, known := s.words[w]
	if known && last.found && last.at >= from && last.at < to {
		return true
	}
	begin := from
	if known && !last.found {
		begin = max(from, min(to, last.at-len(w)-1)) // there is none before
	}
	i := indexWord(s.text[begin:to], w)
	if s.words == nil {
		s.words = map[string]wordSearch{}
	}
	s.words[w] = wordSearch{at: to}
	if i >= 0 {
		s.words[w] = wordSearch{at: begin + i, found: true}
	}
	return i >= 0
}

// wordSearch is where a word stands by itself, or up to where it does not.
type wordSearch struct {
	at    int
	found bool
}

// begin starts a paragraph with a line. A number that stands on a line of its
// own waits for the words in the next.
func (s *splitter) begin(l line, words string, torn bool) {
	m := readMark(words, s.v)
	p := para{start: l.start, mark: m, torn: torn, blank: l.blank}
	if m.kind == noMark && s.waiting.mark.kind != noMark {
		p.start, p.mark, p.note, s.waiting = s.waiting.start, s.waiting.mark, s.waiting.note, para{}
		p.mark.end, p.alone = 0, p.note == 0
		s.count(p.mark)
		s.add(p, l.start, l.end)
		return
	}
	s.flush()
	if alone := s.numberAlone(words); (m.kind == noMark || m.kind == letterMark && m.end >= len(words) && s.number > 0) && alone.kind != noMark {
		s.waiting = para{start: l.start, mark: alone, torn: torn, pieces: []record.Span{span(l.start, l.end)}}
		return
	}
	switch {
	case m.kind == noteMark || (m.kind == plainMark || m.kind == parenMark || m.kind == squareMark) && s.isNote(m, l.start):
		s.beginNote(&p, m, false)
	case m.kind == plainMark || m.kind == squareMark:
		p.mark = mark{}
	}
	entity, comma := s.v.formula(words)
	p.formula = entity != ""
	s.opened = s.opened || p.formula && comma
	s.past = s.past || s.opened
	s.count(p.mark)
	start := l.start + p.mark.end
	if p.mark.kind == noMark {
		start = l.start + headingMarks(words)
	}
	if start >= l.end && p.note > 0 && (s.layout.chunks || m.kind == noteMark) { // programs break a line behind the blank
		s.waiting = para{start: l.start, mark: p.mark, note: p.note, torn: torn, pieces: []record.Span{span(l.start, l.end)}}
		return
	}
	if start >= l.end { // a mark alone: its words follow on the next line, or never
		start, p.mark = l.start, mark{}
		p.note = 0
	}
	s.add(p, start, l.end)
	s.cutRunIn(0)
}

// count takes the number of a paragraph that begins.
func (s *splitter) count(m mark) {
	if m.kind == digitMark {
		s.past, s.number = true, m.value
	}
}

// isNext reports whether a mark is the number that the paragraphs have come to, or the
// first of a new count.
func (s *splitter) isNext(m mark) bool {
	return m.kind == digitMark && (m.value == s.number+1 || m.value == 1)
}

// numberAlone reads a line that is the number of a paragraph and no more: "12.", "(a)".
func (s *splitter) numberAlone(words string) mark {
	const longest = 8
	if len(words) >= longest {
		return mark{}
	}
	if s.v.Has(lang.RightToLeft) && words != "" && words[0] == '-' {
		words += "\u202C"
	}
	if m := readMark(words+" x", s.v); m.kind == digitMark || m.kind == letterMark {
		return m
	}
	return mark{}
}

// add appends a paragraph with the words of one line.
func (s *splitter) add(p para, start, end int) {
	s.spans = append(s.spans, span(start, end))
	p.pieces = s.spans[len(s.spans)-1 : len(s.spans) : len(s.spans)]
	if n := len(s.paras); n == cap(s.paras) {
		s.paras = slices.Grow(s.paras, n+64) // append copies long slices four times as often
	}
	s.paras = append(s.paras, p)
}

// flush makes a number for which no words came a paragraph of its own.
func (s *splitter) flush() {
	if s.waiting.mark.kind != noMark {
		s.waiting.mark, s.waiting.note = mark{}, 0
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
	begin := b.text(s.text)
	if beginsWithStop(begin) {
		return true
	}
	end := s.ending(a.last(s.text), begin)
	ended := endsParagraph(end) || s.endsItem(end, a.mark)
	if ended && !torn {
		// By far the most frequent case: nothing goes on but a list of numbers.
		return endsInComma(end) && (s.isListed(begin) && s.v.isClause(a.text(s.text)) || s.isPiece(a, b, end, begin))
	}
	clause := a.mark.kind != noMark || s.v.isClause(a.text(s.text))
	switch {
	case ended:
		return s.lowerCaseOnly(begin) || s.afterComma(a, end, begin) || endsInComma(end) && startsWithFigure(begin) && !startsTitle(begin)
	case !torn:
		clause = clause && (a.size() > shortLine || s.v.isClause(a.text(s.text))) // not an item's heading
		return clause && !s.beginsParagraph(begin) && (!s.v.latin() || s.lowerCaseOnly(begin) || startsWithFigure(begin)) && (!s.isDated(begin) || s.isListed(begin))
	case clause && len(end) > shortLine || len(end) > longHeading:
		// Without a stop at its end a clause is torn whatever word comes next.
		return !startsTitle(begin) && !s.v.isAnnex(begin) && !s.isDated(begin)
	}
	return (clause || len(a.pieces) > 1 || a.size() > shortLine) && !s.beginsParagraph(begin) && !s.isDated(begin)
}

// isPiece reports whether b is a piece of paragraph a that a blank line alone parts from it,
// as programs part lines that run from the right at the marks of notes.
func (s *splitter) isPiece(a, b *para, end, begin string) bool {
	if s.layout.width == 0 || !s.v.Has(lang.RightToLeft) || !startsLetter(begin) || a.note > 0 {
		return false
	}
	last := b.last(s.text)
	return s.afterComma(a, end, begin) && (a.mark.kind != noMark || endsInComma(last) || !endsParagraph(last)) && !s.isDated(begin)
}

// isListed reports whether words begin with the number of a resolution as the items of a
// list do, behind a clause's comma, "and" before it or not: no title follows it.
func (s *splitter) isListed(words string) bool {
	if words != "" && !isASCIIDigit(words[0]) {
		if i := firstBlank(words[:min(len(words), longestJoiner)]); i > 0 && s.v.joiners[words[:i]] {
			words = words[skipSpace(words, i):]
		}
	}
	_, i, n := digits(words, 0)
	if n == 0 || startsTitle(words) {
		return false
	}
	open, year := skipSpace(words, i), false
	switch {
	case strings.HasPrefix(words[i:], "/"):
		_, i, n = digits(words, i+1)
	case strings.HasPrefix(words[open:], "("):
		_, i, n = digits(words, open+1)
		year = true
	default:
		return false
	}
	if n == 0 || year && (n != 4 || !strings.HasPrefix(words[i:], ")")) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(words[skipSpace(words, i):])
	return !unicode.IsUpper(r)
}

// firstBlank returns where the first blank stands, one that breaks no line among them; -1 where
// there is none.
func firstBlank(words string) int {
	for i := range len(words) {
		if words[i] == ' ' || words[i] == 0xC2 && strings.HasPrefix(words[i:], "\u00A0") {
			return i
		}
	}
	return -1
}

// longestJoiner is the length in bytes within which a word for "and" has ended.
const longestJoiner = 32

// afterComma reports whether the words that begin may be the second half of
// paragraph a, which ends in a comma as its clause does: they are a text of
// their own length and begin as no clause begins. Languages whose clauses
// begin with a capital need no such guess, but for numbered paragraphs.
func (s *splitter) afterComma(a *para, end, begin string) bool {
	if !endsInComma(end) || !endsParagraph(begin) && len(begin) < longHeading {
		return false
	}
	return (a.mark.kind != noMark || !s.v.latin() && s.v.isClause(a.text(s.text))) && !s.beginsParagraph(begin)
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

// goesOnBehindComma reports whether words behind a comma go on with its sentence in a
// language whose clauses begin with no capital: no clause begins so, or it would begin
// in the middle of a numbered paragraph. full says that the line before was full.
func (s *splitter) goesOnBehindComma(words string, m mark, full bool) bool {
	if s.v.latin() || !startsLetter(words) {
		return false
	}
	return !s.beginsParagraph(words) || s.isMidItem(words, m) || full && s.v.isLaterClause(words)
}

// isMidItem reports whether words that begin as a clause of the preamble stand in the middle
// of a numbered paragraph or one of its items.
func (s *splitter) isMidItem(words string, m mark) bool {
	p := &s.paras[len(s.paras)-1]
	numbered := p.mark.kind == digitMark || s.number > 0 && (p.mark.kind == letterMark || p.mark.kind == romanMark)
	return numbered && m.kind == noMark && s.v.isClause(words) && !s.endsText(words)
}

// isLaterClause reports whether the clause that words begin is not the first of its
// paragraph: it soon refers to what stands before, "noting in this regard", or its verb is one
// of those that mostly follow another, "and calls upon".
func (v *vocabulary) isLaterClause(words string) bool {
	if hasAnyPrefix(words, v.seldomFirst) {
		return true
	}
	soon := 100 // bytes
	if v.Has(lang.Unsegmented) {
		soon = 48
	}
	return containsAny(words[:min(len(words), soon)], v.refersBack)
}

// isClause reports whether words begin as a preambular clause does.
func (v *vocabulary) isClause(words string) bool {
	words = words[skipMarkup(words, 0):]
	_, size := utf8.DecodeRuneInString(words)
	if size == 0 {
		return false
	}
	for _, o := range v.openers[words[size-1]] {
		if strings.HasPrefix(words, o) && (v.Has(lang.Unsegmented) || !startsLetter(words[len(o):])) {
			return !hasAnyPrefix(words, v.goesOn)
		}
	}
	return false
}

func startsLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return char.IsLetter(r)
}

// beginsParagraph reports whether words are the start of a paragraph: a
// number, a clause's first word, the opening of a resolution, an annex.
func (s *splitter) beginsParagraph(words string) bool {
	if m := readMark(words, s.v); m.kind != noMark && m.kind != plainMark && m.kind != squareMark {
		return true
	}
	if startsTitle(words) || s.numberAlone(words).kind == digitMark {
		return true
	}
	_, opening := s.v.openingOf(words)
	return opening || s.v.isAnnex(words) || s.v.isClause(words)
}

// isDated reports whether a short line is the date and meeting under a
// resolution.
func (s *splitter) isDated(words string) bool {
	return len(words) < 200 && (s.v.meetingLine(words) || s.v.isDate(words) && !endsParagraph(strings.TrimRight(words, "0123456789")))
}

// endsItem reports whether words end as an item before the last of a list
// does: "; and", or ", and" after an item with a letter.
func (s *splitter) endsItem(words string, m mark) bool {
	i := strings.LastIndexByte(words[max(0, len(words)-longestJoiner):], ' ')
	if i < 0 {
		return false
	}
	if i += max(0, len(words)-longestJoiner); !s.v.joiners[words[i+1:]] {
		return false
	}
	before := strings.TrimRight(words[:i], " \u00A0")
	if m.kind == letterMark || m.kind == romanMark {
		return endsParagraph(before)
	}
	return strings.ContainsRune(";；؛", lastRune(before))
}

// isStop reports whether a paragraph may end with the character.
func isStop(r rune) bool {
	switch r {
	case '.', ';', ':', ',', '?', '!', '…', '،', '؛', '؟', '。', '；', '：', '，', '！':
		return true
	}
	return false
}

// endsParagraph reports whether the last character of s, without closing
// quotation marks and note marks, is a stop.
func endsParagraph(s string) bool { return isStop(lastRune(s)) }

// endsInComma reports whether that character is a comma.
func endsInComma(s string) bool {
	r := lastRune(s)
	return r == ',' || r == '،' || r == '，'
}

// lastRune returns the last character of s that is no closing quotation mark,
// bracket, note mark or blank; U+FFFD where there is none.
func lastRune(s string) rune {
	for len(s) > 0 {
		c := s[len(s)-1]
		if c < utf8.RuneSelf {
			if strings.IndexByte(" \t\r\n\"')]*_>", c) < 0 {
				if isASCIIDigit(c) || c == '(' {
					return turnedStop(s, rune(c))
				}
				return rune(c)
			}
			s = s[:len(s)-1]
			continue
		}
		r, n := utf8.DecodeLastRuneInString(s)
		if !closes(r) {
			return r
		}
		s = s[:len(s)-n]
	}
	return utf8.RuneError
}

// closes reports whether a character beyond ASCII may stand behind the stop of a paragraph: a
// closing quotation mark or bracket, the mark of a note, a blank, a mark of direction.
func closes(r rune) bool {
	switch r {
	case '”', '’', '»', '）', '\u00A0', '\u200F', '\u200E', '¹', '²', '³', '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹':
		return true
	}
	return false
}

// turnedStop returns the stop with which a word of digits begins that ends s, where a
// program set the word apart as running from left to right, so that the stop behind it
// came before it ("\u202A،2017"); else the last character.
func turnedStop(s string, last rune) rune {
	const set, longest = "\u202A", 24 // of the word, in bytes
	if strings.IndexByte(s[max(0, len(s)-longest):], set[0]) < 0 {
		return last
	}
	i := strings.LastIndex(s[max(0, len(s)-longest):], set)
	if i < 0 {
		return last
	}
	word := strings.TrimLeft(s[max(0, len(s)-longest)+i+len(set):], " ")
	r, _ := utf8.DecodeRuneInString(word)
	if isStop(r) && strings.IndexByte(word, ' ') < 0 {
		return r
	}
	return last
}
