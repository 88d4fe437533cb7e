package structure

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/lang"
	"uncite/extract/record"
)

// area is the notes at the foot of a page, as programs write them that take the text
// off it: the numbers of notes, which are smaller and raised, stand before their note,
// on a line of their own, or stacked before or behind all notes; the words of the page
// (its number, the job number) may stand among them.
type area struct {
	at    int // where its first line begins
	first int // the number of its first note
	runs  []run
	loose []int // numbers that stand away from their notes
}

// run is lines that stand together: the notes that have numbers here, and perhaps
// others whose numbers stand elsewhere.
type run struct {
	number int // before its first line; 0 where none stands there
	lines  []line
	notes  []int // the numbers of its notes
}

// areaReach is how many lines the notes of a page may have.
const areaReach = 120

// notesBelow takes the notes that begin with lines, and returns how many of these are
// theirs: none where no note stands there. ruled says that a drawn rule stands above;
// without one the first line must be the note whose mark the text has next.
func (s *splitter) notesBelow(lines []line, ruled bool) int {
	lines = lines[:s.areaEnd(lines, ruled)]
	a, ok := s.areaOf(lines, ruled)
	if !ok {
		return 0
	}
	a.share(s)
	for _, r := range a.runs {
		s.addRun(&a, r)
	}
	return len(lines)
}

// mayBeNotes reports whether a line begins with the number that the notes have come to.
func (s *splitter) mayBeNotes(l line) bool {
	if c := s.text[l.start]; !isASCIIDigit(c) && c != '(' {
		return false
	}
	number, rest := noteNumber(s.text[l.start:l.end], s.v)
	if rest > 0 && strings.IndexFunc(s.text[l.start+rest:l.end], unicode.IsLetter) < 0 {
		return false // a row of figures, "81 377 300"
	}
	return number == s.notes.last+1 && !s.isDay(mark{kind: plainMark, value: number}, l.start) && (rest == 0 || s.text[l.start+rest-1] == ' ' && isNoteKind(readMark(s.text[l.start:l.end], s.v).kind))
}

// isNoteKind reports whether a mark is one of notes that print did not raise: "1", "(1)".
func isNoteKind(k markKind) bool { return k == plainMark || k == parenMark }

// kindAt is the kind of the marks of the notes that begin at an offset.
func (s *splitter) kindAt(at int) markKind {
	if s.text[at] == '(' {
		return parenMark
	}
	return plainMark
}

// areaEnd returns how many lines may be notes: those up to the end of the page. Where a
// file does not tell its pages, they end at the first line of the page that stands
// behind them, or at a blank line.
func (s *splitter) areaEnd(lines []line, ruled bool) int {
	waiting := false
	for i, l := range lines[:min(len(lines), areaReach)] {
		words := s.text[l.start:l.end]
		number, rest := noteNumber(words, s.v)
		switch {
		case i > 0 && (l.page || l.rule):
			return i
		case s.paged:
		case l.furniture:
			if !waiting {
				return i
			}
			continue
		case i > 0 && l.blank && !waiting && (number == 0 && !s.lowerCaseOnly(words) || s.isDay(readMark(words, s.v), l.start)):
			return i
		}
		if !l.furniture {
			waiting = number > 0 && rest == 0
		}
		if !ruled && i > 0 && s.isNext(readMark(words, s.v)) {
			return 0 // a paragraph of the text
		}
	}
	return min(len(lines), areaReach)
}

// areaOf reads the numbers among the lines and what stands behind each.
func (s *splitter) areaOf(lines []line, ruled bool) (area, bool) {
	if len(lines) == 0 {
		return area{}, false
	}
	alone := map[int]bool{}
	inline := map[int]bool{}
	for _, l := range lines {
		if number, rest := noteNumber(s.text[l.start:l.end], s.v); number > 0 && !l.furniture {
			if rest == 0 {
				alone[number] = true
			} else {
				inline[number] = true
			}
		}
	}
	a := area{at: lines[0].start}
	if a.first = s.firstNote(lines, alone, inline, ruled); a.first == 0 {
		return area{}, false
	}
	paged := map[int]bool{} // alone at the end of the page, like the page's own
	for _, l := range lines {
		if words := s.text[l.start:l.end]; l.furniture && allDigits(words) {
			if number, _ := noteNumber(words, s.v); !alone[number] && !inline[number] {
				paged[number] = true
			}
		}
	}
	last := a.first // the last of the numbers that follow one another; a lost one may be missing
	for n := last + 1; n <= last+2; n++ {
		if alone[n] || inline[n] || paged[n] {
			last = n
		}
		if paged[n] {
			a.loose = append(a.loose, n)
		}
	}
	a.read(s, lines, alone, last)
	return a, len(a.runs) > 0
}

// firstNote returns the number with which the notes of a page begin: the next one, one
// of those after it whose marks were lost, or the first of a new count; in an extract,
// whose first notes are not there, that of which the text has a mark.
func (s *splitter) firstNote(lines []line, alone, inline map[int]bool, ruled bool) int {
	const lost = 3
	at := lines[0].start
	has := func(n int) bool { return alone[n] || inline[n] }
	next := s.notes.last + 1
	if !ruled {
		if has(next) {
			if _, marked := s.findMark(mark{kind: s.kindAt(at), value: next}, at, s.follows(lines, next+1) || s.endsPage(lines)); marked {
				return next
			}
			// The first mark may be lost where the next ones stand.
			for n := next + 1; n < next+lost && s.past && inline[next+lost-1] && s.follows(lines, next+1); n++ {
				if _, marked := s.findMark(mark{kind: s.kindAt(at), value: n}, at, true); marked {
					return next
				}
			}
		}
		return 0
	}
	for n := next; n < next+lost; n++ {
		if has(n) {
			return n
		}
	}
	if has(1) {
		return 1
	}
	least := 0
	for _, m := range []map[int]bool{alone, inline} {
		for n := range m {
			if least == 0 || n < least {
				least = n
			}
		}
	}
	if least > 0 {
		if _, marked := s.findMark(mark{kind: s.kindAt(at), value: least}, at, true); marked {
			return least
		}
	}
	return 0
}

// follows reports whether a note begins soon behind the first line.
func (s *splitter) follows(lines []line, number int) bool {
	const soon = 8
	return slices.ContainsFunc(lines[:min(len(lines), soon)], func(l line) bool {
		n, _ := noteNumber(s.text[l.start:l.end], s.v)
		return n == number
	})
}

// endsPage reports whether the few lines with which a page ends can be a note: no date begins
// the first. Numbers that follow one another down to the foot of a page, and the lines of a
// note there, are told whatever way print had set their marks.
func (s *splitter) endsPage(lines []line) bool {
	const few = 4
	words := s.text[lines[0].start:lines[0].end]
	return len(lines) <= few && !s.v.isDate(words) && !startsWithFigure(strings.TrimLeft(words, "0123456789 "))
}

// read parts the lines into runs, each behind the number that stands before it, and
// notes the numbers that stand before no line or out of their order.
func (a *area) read(s *splitter, lines []line, alone map[int]bool, last int) {
	before := a.first - 1 // the last number in order
	pending := 0          // a number alone whose words have not come
	open := false         // the last run goes on
	for _, l := range lines {
		if l.furniture {
			open = open && s.paged
			continue
		}
		number, rest := noteNumber(s.text[l.start:l.end], s.v)
		known := number >= a.first && number <= last
		switch {
		case known && rest == 0:
			if pending > 0 {
				a.loose = append(a.loose, pending)
			}
			pending, open = number, false
			continue
		case known && number > before && (number == before+1 || s.text[l.start+rest-1] == ' ') && (!alone[number] || number == before+1 && pending == 0):
			if pending > 0 {
				a.loose = append(a.loose, pending)
				pending = 0
			}
			l.start += rest
			a.runs = append(a.runs, run{number: number, lines: []line{l}})
			before, open = number, true
			continue
		}
		switch {
		case pending > before:
			a.runs = append(a.runs, run{number: pending, lines: []line{l}})
			before, pending = pending, 0
		case pending > 0 || !open:
			if pending > 0 {
				a.loose = append(a.loose, pending)
				pending = 0
			}
			if n := len(a.runs); n > 0 {
				a.runs[n-1].lines = append(a.runs[n-1].lines, l)
			} else {
				a.runs = append(a.runs, run{lines: []line{l}})
			}
		default:
			a.runs[len(a.runs)-1].lines = append(a.runs[len(a.runs)-1].lines, l)
		}
		open = true
	}
	if pending > 0 {
		a.loose = append(a.loose, pending)
	}
}

// share gives the numbers that stand away from their notes to the runs: each to that
// before whose end it must come, unless that has too few notes and the next has more.
func (a *area) share(s *splitter) {
	room := make([]int, len(a.runs)) // for more notes
	for i := range a.runs {
		r := &a.runs[i]
		room[i] = len(s.noteEnds(r.lines))
		if r.number > 0 {
			r.notes = append(r.notes, r.number)
		} else {
			room[i]++
		}
	}
	slices.Sort(a.loose)
	for _, n := range slices.Compact(a.loose) {
		i := 0
		for i+1 < len(a.runs) && a.runs[i+1].number < n {
			i++
		}
		if room[i] == 0 && i+1 < len(a.runs) && room[i+1] > 0 {
			i++
		}
		if room[i] > 0 {
			a.runs[i].notes = append(a.runs[i].notes, n)
			room[i]--
		}
	}
	for i := range a.runs {
		slices.Sort(a.runs[i].notes)
	}
}

// noteEnds returns the lines of a run, by index, behind which a further note may begin:
// they end as a sentence does, and the next begins as one. Those that were not full
// come first.
func (s *splitter) noteEnds(lines []line) []int {
	var ends []int
	for i := 0; i+1 < len(lines); i++ {
		r, _ := utf8.DecodeRuneInString(s.text[lines[i+1].start:])
		if strings.ContainsRune(".。", lastRune(s.text[lines[i].start:lines[i].end])) && !unicode.IsLower(r) {
			ends = append(ends, i)
		}
	}
	full := func(i int) int {
		if s.layout.flows(s.text, lines[i], line{start: lines[i+1].start, end: lines[i+1].end}) {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(ends, func(i, j int) int { return cmp.Compare(full(i), full(j)) })
	return ends
}

// addRun adds the notes of a run. What stands before the first number goes on with the
// last note of the page before, or has a star and no number.
func (s *splitter) addRun(a *area, r run) {
	if len(r.notes) == 0 {
		s.addUnnumbered(a, r.lines)
		return
	}
	ends := s.noteEnds(r.lines)
	ends = ends[:min(len(ends), len(r.notes)-1)]
	slices.Sort(ends)
	from := 0
	for k, n := range r.notes[:len(ends)+1] {
		to := len(r.lines)
		if k < len(ends) {
			to = ends[k] + 1
		}
		s.addNote(n, a.at, r.lines[from:to])
		from = to
	}
}

// addUnnumbered adds lines that stand above the first number of a page.
func (s *splitter) addUnnumbered(a *area, lines []line) {
	star := strings.HasPrefix(s.text[lines[0].start:], "*")
	if i := s.lastNote(); i >= 0 && !star && s.notes.last == a.first-1 {
		p := &s.paras[i]
		p.pieces = append(slices.Clip(p.pieces), s.piecesOf(lines)...)
		return
	}
	p := para{start: lines[0].start, note: a.first}
	s.add(p, lines[0].start, lines[0].end)
	s.paras[len(s.paras)-1].pieces = s.piecesOf(lines)
}

// lastNote returns the index of the note that was read last; -1 where there is none.
func (s *splitter) lastNote() int {
	for i := len(s.paras) - 1; i >= 0; i-- {
		if s.paras[i].note > 0 {
			return i
		}
	}
	return -1
}

// addNote adds a note of a page whose notes begin at an offset.
func (s *splitter) addNote(number, at int, lines []line) {
	p := para{start: at} // a number alone above the notes waits for its words on the next page
	s.beginNote(&p, mark{kind: s.kindAt(at), value: number}, true)
	p.start, p.mark.end = lines[0].start, 0
	s.add(p, lines[0].start, lines[0].end)
	s.paras[len(s.paras)-1].pieces = s.piecesOf(lines)
}

// piecesOf makes a piece of lines that follow one another, and a further one where
// others stand between.
func (s *splitter) piecesOf(lines []line) []record.Span {
	var pieces []record.Span
	for i, l := range lines {
		if i > 0 && strings.TrimSpace(s.text[lines[i-1].end:l.start]) == "" {
			pieces[len(pieces)-1].End = l.end
			if hyphen := s.partedWord(lines[i-1], l); hyphen > 0 {
				s.skips = append(s.skips, span(lines[i-1].end-hyphen, l.start))
			} else if s.v.Has(lang.Unsegmented) && s.layout.breaksWord(s.text, lines[i-1], l) {
				s.skips = append(s.skips, span(lines[i-1].end, l.start))
			}
			continue
		}
		pieces = append(pieces, span(l.start, l.end))
	}
	return pieces
}

// noteNumber reads the number of a note at the start of a line, and how many
// bytes stand before its words; 0 where it stands alone. The number is 0 where
// there is none.
func noteNumber(words string, v *vocabulary) (number, rest int) {
	const longest = 3
	if len(words) <= longest && allDigits(words) {
		number, _ = strconv.Atoi(words)
		return number, 0
	}
	switch m := readMark(words, v); m.kind {
	case noteMark, plainMark, parenMark, squareMark, digitMark:
		return m.value, m.end
	}
	return gluedNumber(words)
}

// gluedNumber reads the number of a note that its words follow at once, "2See", as
// programs write a raised one: a capital or a quotation mark, or a letter of a script
// without capitals.
func gluedNumber(words string) (number, rest int) {
	const longest = 3
	for rest < len(words) && rest < longest && isASCIIDigit(words[rest]) {
		rest++
	}
	if rest == 0 || rest == len(words) {
		return 0, 0
	}
	r, _ := utf8.DecodeRuneInString(words[rest:])
	if !(unicode.IsLetter(r) && !unicode.IsLower(r)) && !strings.ContainsRune("“«《”", r) {
		return 0, 0
	}
	number, _ = strconv.Atoi(words[:rest])
	return number, rest
}
