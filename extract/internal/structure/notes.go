package structure

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/record"
)

// noteReader follows the notes of a text that is made of lines.
type noteReader struct {
	last  int // the number of the last note
	since int // where the text after the mark of that note begins

	sought   markSearch // the search for a mark that was made last
	searched int        // bytes searched for marks so far
}

// beginNote makes a note of a paragraph, and leaves its mark out of the words
// that bear it where print did not raise it. sure says that it cannot but be a note.
func (s *splitter) beginNote(p *para, m mark, sure bool) {
	n := &s.notes
	p.note = m.value
	p.mark = mark{kind: noteMark, value: m.value, end: m.end}
	if at, found := s.findMark(m, p.start, sure); found {
		if at.Start < at.End {
			s.skips = append(s.skips, at)
		}
		n.since = at.End
	} else if !sure {
		n.since = p.start // the marks of the notes below it on its page may stand before it
	}
	n.last = m.value
}

// isNote reports whether a plain number at the start of a line is the mark of
// a footnote: the next in the sequence, and printed as a mark in the text
// since the last one.
func (s *splitter) isNote(m mark, at int) bool {
	if m.value != s.notes.last+1 || s.isDay(m, at) {
		return false
	}
	_, found := s.findMark(m, at, false)
	return found
}

// isDay reports whether the number with which a line begins is the day of a date, "1 December
// 1999", and not the mark of a note, which may hold a date further on.
func (s *splitter) isDay(m mark, at int) bool {
	const longest = 48 // bytes of a date
	if m.value > 31 || m.kind != plainMark && m.kind != noMark {
		return false
	}
	line, _, _ := strings.Cut(s.text[at:min(len(s.text), at+longest)], "\n")
	rest := strings.TrimLeft(line, "0123456789")
	if day := s.v.Dates["day"]; day != "" && strings.HasPrefix(rest, day) {
		return true
	}
	if m.kind != plainMark {
		return false
	}
	line = char.Lower(line[:firstYear(line)])
	return s.v.monthDate(line) != "" && s.v.monthDate(strings.TrimLeft(line, "0123456789")) == ""
}

// firstYear returns where the first number of four digits ends in a line, or the line.
func firstYear(line string) int {
	const digits = 4
	n := 0
	for i := range len(line) {
		if n++; !isASCIIDigit(line[i]) {
			n = 0
		}
		if n == digits {
			return i + 1
		}
	}
	return len(line)
}

// notePage is how far before a footnote its mark is looked for, in bytes: a
// printed page and more.
const notePage = 16 << 10

// findMark looks for the mark of the note that begins at an offset, in the
// text since the last mark. Where it is sure that there is a note, it takes
// also what is a mark for no other reason: the surest one.
func (s *splitter) findMark(m mark, at int, sure bool) (record.Span, bool) {
	since := max(s.notes.since, at-notePage)
	if since >= at || m.kind == noteMark {
		return record.Span{}, false
	}
	digits := strconv.Itoa(m.value)
	if m.kind == parenMark || m.kind == squareMark {
		printed := "(" + digits + ")"
		if m.kind == squareMark {
			printed = "[" + digits + "]"
		}
		i := strings.Index(s.text[since:at], printed)
		if i < 0 {
			return record.Span{}, false
		}
		return span(since+i, since+i+len(printed)), true
	}
	p := &s.notes.sought
	if *p = p.from(m.value, s.notes.since, since, sure); p.to < at {
		s.seek(p, digits, at)
	}
	return p.found, p.found.End > 0
}

// markSearch is a search for the mark of a note: what it found up to an offset.
// The next line that may be that note goes on with it.
type markSearch struct {
	value, since int // the number, and where the text since the last mark begins
	begin        int // where the search began
	sure         bool
	to           int // searched up to here
	class        int // of what was found, or that which it must be below
	found        record.Span
}

// from returns the search itself where it was for the same mark, else a new one
// that begins at an offset.
func (p *markSearch) from(value, sinceMark, begin int, sure bool) markSearch {
	same := p.value == value && p.since == sinceMark && p.sure == sure
	if same && (p.found.End == 0 || p.found.Start >= begin) {
		again := *p
		again.to = max(begin, p.to-maxMark)
		return again
	}
	class := raised + 1
	if sure {
		class = tail + 1
	}
	return markSearch{value: value, since: sinceMark, begin: begin, sure: sure, to: begin, class: class}
}

// maxMark bounds a mark and the characters after it that say whether it is one.
const maxMark = 24

// soughtOfByte is how many bytes may be searched for the marks of notes, for
// each byte of a text: real ones need less than two.
const soughtOfByte = 64

// seek goes on with a search for the digits up to an offset.
func (s *splitter) seek(p *markSearch, digits string, at int) {
	if s.notes.searched += at - p.to; s.notes.searched > soughtOfByte*(len(s.text)+notePage) {
		return
	}
	if end := raisedNumber(s.text[p.to:at], digits); end > 0 && p.class > raised {
		p.class, p.found = raised, span(p.to+end, p.to+end) // it is no word, so there is nothing to leave out
	}
	for i := p.to; p.class > raised; i += len(digits) {
		j := strings.Index(s.text[i:at], digits)
		if j < 0 {
			break
		}
		i += j
		c := markClass(s.text[:at], i, i+len(digits))
		switch {
		case c == tail:
			c = s.tailClass(i, i+len(digits))
		case c == atYear && !p.sure && !isASCIIDigit(s.text[i-1]) && endsInYear(s.text[:i-1]):
			c = raised // "2012,1 70/1": no figure of a decimal stands there
		}
		if c < p.class && (c != tail || !s.nextStands(p.begin, i, p.value+1)) {
			p.class, p.found = c, span(i, i+len(digits))
			if c == loose {
				p.found.Start = p.found.End // it may belong to the words
			}
		}
	}
	p.to = at
}

// tailClass tells how the end text[start:end] of a number may be the mark of a note: the text
// near has the number without it, or with it, which then is whole.
func (s *splitter) tailClass(start, end int) int {
	from := start
	for from > 0 && (isASCIIDigit(s.text[from-1]) || s.text[from-1] == '/') {
		from--
	}
	if s.notes.searched > soughtOfByte*(len(s.text)+notePage) {
		return tail
	}
	near := s.text[max(0, start-notePage):min(len(s.text), end+notePage)]
	s.notes.searched += len(near)
	with, without := countNumbers(near, s.text[from:end]), countNumbers(near, s.text[from:start])
	switch {
	case without > 0 && with == 1:
		return kin
	case with > 1 && without == 0:
		return noClass
	}
	return tail
}

// countNumbers counts how often a number with its session stands in a text, whole.
func countNumbers(text, number string) int {
	n := 0
	for i := 0; ; {
		j := strings.Index(text[i:], number)
		if j < 0 {
			return n
		}
		i += j + len(number)
		before, behind := i-len(number)-1, i
		if !(before >= 0 && (isASCIIDigit(text[before]) || text[before] == '/')) && !(behind < len(text) && (isASCIIDigit(text[behind]) || text[behind] == '/')) {
			n++
		}
	}
}

// nextStands reports whether a sure mark of the next note stands between two places of the
// text: then what ends a number behind it is no mark of the note before, which was lost.
func (s *splitter) nextStands(from, to, value int) bool {
	digits := strconv.Itoa(value)
	for i := from; ; i += len(digits) {
		j := strings.Index(s.text[i:to], digits)
		if j < 0 {
			return false
		}
		i += j
		if markClass(s.text[:to], i, i+len(digits)) <= atYear {
			return true
		}
	}
}

// raisedNumber returns where the number of these digits ends that print did raise in a
// text; 0 where there is none.
func raisedNumber(text, digits string) int {
	var form strings.Builder
	for _, d := range digits {
		form.WriteRune([]rune(raisedDigits)[d-'0'])
	}
	isRaised := func(text string) bool {
		r, _ := utf8.DecodeRuneInString(text)
		return strings.ContainsRune(raisedDigits, r)
	}
	for i := 0; ; {
		j := strings.Index(text[i:], form.String())
		if j < 0 {
			return 0
		}
		before, end := i+j, i+j+form.Len()
		_, size := utf8.DecodeLastRuneInString(text[:before])
		if (before == 0 || !isRaised(text[before-size:])) && !isRaised(text[end:]) {
			return end
		}
		i = end
	}
}

// The classes of note marks whose raising was lost, the surest first.
const (
	raised  = iota // it hangs on to a word: "rights,1 the"
	atYear         // on to a year, or its comma: "28 September 20175", "2011,3 33/3"
	apart          // a blank stands between it and the stop or the year before: "2016, 4 36/4"
	kin            // it ends a number that the text near has without it: "61/2307"
	loose          // a blank stands between it and the word before, which may have a number: "Rights 4 and"
	tail           // it ends a number of its own kind: "61/2307"
	noClass = tail + 1
)

// longestNumber is the digits of the number of a resolution behind its session.
const longestNumber = 3

// markClass tells how the number text[start:end] may be the mark of a note.
func markClass(text string, start, end int) int {
	if isRaised(text, start, end) {
		return raised
	}
	if end < len(text) && (isLetterOrDigit(text[end]) || text[end] == '/') || start < 2 {
		return noClass
	}
	before := text[start-1]
	switch {
	case isASCIIDigit(before):
		digits := start
		for digits > 0 && isASCIIDigit(text[digits-1]) {
			digits--
		}
		switch n := start - digits; {
		case digits > 0 && text[digits-1] == '/' && n <= longestNumber:
			if end-digits > longestNumber && isASCIIDigit(text[max(0, digits-2)]) {
				return atYear // no body has adopted so many in a session
			}
			return tail
		case n == 4 && (text[digits:digits+2] == "19" || text[digits:digits+2] == "20"):
			return atYear
		}
	case before == '\n' && text[start-2] != '\n' && text[start-2] != '\f' && (end == len(text) || text[end] == '\n'):
		return apart // alone on its line
	case strings.IndexByte(",.;", before) >= 0 && isASCIIDigit(text[start-2]) && (end == len(text) || text[end] == ' ' || text[end] == '\n'):
		return atYear
	case before >= 0x80 && (end == len(text) || strings.IndexByte(" \n", text[end]) >= 0):
		if r, _ := utf8.DecodeLastRuneInString(text[:start]); r >= 0x2E80 && r <= 0x9FFF {
			return loose // in a text that has blanks around its numbers
		}
	case before == ' ' && (end == len(text) || strings.IndexByte(" \n,.;", text[end]) >= 0):
		r, _ := utf8.DecodeLastRuneInString(text[:start-1])
		switch {
		case strings.ContainsRune(",.;:”»)，。；、：》」』）", r), endsInYear(text[:start-1]):
			return apart
		case unicode.IsLetter(r), unicode.IsDigit(r) && endsInNumber(text[:start-1]):
			return loose
		}
	}
	return noClass
}

// endsInSuffix reports whether text ends in a part of a symbol that a number follows:
// "A/75/L.", "A/75/L.28/Add.".
func endsInSuffix(text string) bool {
	const longest = 6
	for i := len(text) - 2; i >= max(0, len(text)-longest); i-- {
		if text[i] == '/' {
			return true
		}
	}
	return false
}

// endsInNumber reports whether text ends in a number behind its session, "73/296".
func endsInNumber(text string) bool {
	i := len(text)
	for i > 0 && isASCIIDigit(text[i-1]) {
		i--
	}
	return i < len(text) && i > 1 && text[i-1] == '/' && isASCIIDigit(text[i-2])
}

// endsInYear reports whether text ends in a year of the United Nations.
func endsInYear(text string) bool {
	const digits = 4
	i := len(text)
	for i > 0 && isASCIIDigit(text[i-1]) {
		i--
	}
	return len(text)-i == digits && (text[i:i+2] == "19" || text[i:i+2] == "20") && i > 0 && text[i-1] != '/'
}

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
		return before < 0x2E80 || before > 0x9FFF // in the Chinese script a number stands beside its word
	case before == '.' || before == ',' || before == ';':
		r, _ := utf8.DecodeLastRuneInString(text[:start-1])
		return unicode.IsLetter(r) && !endsInSuffix(text[:start]) || r == ')' || r == '”'
	}
	return strings.ContainsRune("”’»》」)）\"，。；、،؛", before)
}

// withoutMarks leaves out the lines that are marks of notes in brackets and nothing else,
// which programs part from the words that bear them because they are raised, with the
// blank lines around them, unless the line before ends in a stop and a paragraph may begin. The note stands elsewhere; at the foot of a page such a line is
// the number of the note below it.
func (s *splitter) withoutMarks(lines []line) []line {
	text := s.text
	var printed map[string]int
	out, left, blank, foot := lines[:0], false, false, false
	for _, l := range lines {
		words := text[l.start:l.end]
		foot = l.rule || foot && !l.page && !l.furniture
		if !foot && !l.furniture && areMarks(words) {
			if printed == nil {
				printed = bracketedNumbers(text)
			}
			if strings.IndexByte(words, ')') < 0 || words == ")" || printed[words[:strings.IndexByte(words, ')')+1]] > 1 {
				left, blank = true, blank || l.blank
				s.skips = append(s.skips, span(l.start, l.end))
				continue
			}
		}
		if left && len(out) > 0 {
			before := out[len(out)-1]
			if l.blank { // the line is broken at the mark
				l.blank = s.v.mayBegin(text[l.start:l.end])
			} else { // the mark stands above its line, where the blank one would be
				l.blank = blank || s.v.isClause(text[l.start:l.end])
			}
			l.blank = l.blank && endsParagraph(text[before.start:before.end])
		}
		left, blank = false, false
		out = append(out, l)
	}
	return out
}

// mayBegin reports whether words may be the first of a paragraph: in a text of clauses they
// are known, or there is a number.
func (v *vocabulary) mayBegin(words string) bool {
	s := splitter{v: v, past: true}
	return s.beginsParagraph(words) || s.isDated(words) || !startsLetter(words)
}

// areMarks reports whether words are numbers in brackets.
func areMarks(words string) bool {
	const longest, digits = 40, 3
	if len(words) > longest {
		return false
	}
	if words == ")" || len(words) <= digits && words[0] == '(' && (len(words) == 1 || allDigits(words[1:])) {
		return true // a piece of one
	}
	fields := strings.Fields(words)
	for _, f := range fields {
		if n := len(f) - len("()"); n < 1 || n > digits || f[0] != '(' || f[n+1] != ')' || !allDigits(f[1:n+1]) {
			return false
		}
	}
	return len(fields) > 0
}

// bracketedNumbers counts the numbers in brackets that a text prints.
func bracketedNumbers(text string) map[string]int {
	const digits = 3
	all := map[string]int{}
	for i := 0; ; {
		j := strings.IndexByte(text[i:], '(')
		if j < 0 {
			return all
		}
		i += j
		end := i + 1
		for end < len(text) && end-i <= digits && isASCIIDigit(text[end]) {
			end++
		}
		if end > i+1 && end < len(text) && text[end] == ')' {
			all[text[i:end+1]]++
		}
		i++
	}
}
