package pdf

import (
	"cmp"
	"slices"
	"strconv"
	"unicode"

	"uncite/extract/internal/block"
)

// notes takes the notes at the foot of the page out of its rows: from the
// foot upwards while the letters are smaller than those of the text, or all
// below a drawn rule, from the first row on that begins with a mark. before is how the
// notes of the pages before ended; how they end now is returned.
func (s *sheet) notes(f *file, body float32, before noteState) noteState {
	start := len(s.rows)
	ruled := false
	for start > 0 {
		r := &s.rows[start-1]
		if f.isRule(r.glyphs) {
			ruled = true
			break
		}
		if r.size >= .93*body || r.y > float32(.75*s.page.height) {
			break
		}
		start--
	}
	if !ruled {
		if at := s.lastRule(f); at >= 0 && at+1 < len(s.rows) && f.markOf(&s.rows[at+1], s.rtl) != "" {
			start, ruled = at+1, true
		}
	}
	marks := s.raisedNumbers()
	if start == len(s.rows) && len(marks) > 0 {
		start = s.listedNotes(f, marks, before.last)
	}
	first := start
	for first < len(s.rows) && !f.opensNote(&s.rows[first], s.rtl, marks, before.last) {
		first++
	}
	switch {
	case ruled && first < len(s.rows):
		first = start // words before the first mark go on from the page before
	case before.open:
		first = s.goesOnFrom(start, first)
	}
	if first == len(s.rows) {
		return before
	}
	last := before.last
	for _, r := range s.rows[first:] {
		n := len(s.note)
		mark := f.markOf(&r, s.rtl)
		number, err := strconv.Atoi(mark)
		if n == 0 && !f.opensNote(&r, s.rtl, marks, before.last) {
			mark, err = "", strconv.ErrSyntax // it goes on with the last note of the page before
		}
		if n == 0 || mark != "" && (r.beginsRaised() || err != nil || last > 0 && number == last+1) {
			s.note = append(s.note, &paragraph{kind: block.Note, mark: mark})
			n++
			if err == nil {
				last = number
			}
		}
		p := s.note[n-1]
		p.lines = append(p.lines, line{s.page, r.glyphs})
		p.fromRight = p.fromRight || r.fromRight
	}
	cut := first
	if cut > 0 && f.isRule(s.rows[cut-1].glyphs) {
		cut--
	}
	end := s.note[len(s.note)-1]
	s.rows = s.rows[:cut]
	return noteState{last: last, open: !f.isWhole(end.lines[len(end.lines)-1].glyphs, s.rtl)}
}

// listedNotes returns the row with which notes begin that are set as the text is and below no
// rule: those of the numbers that stand raised above, in order, from the first on, or from
// the one that the page before left over. The note of the last may be left over too. One
// note alone must stand in the lower half.
func (s *sheet) listedNotes(f *file, marks map[string]bool, last int) int {
	const half = .5 // of the page
	next, begin := strconv.Itoa(last+1), len(s.rows)
	for k := len(s.rows) - 1; k > 0; k-- {
		first := f.markOf(&s.rows[k], s.rtl)
		if first == "" || !marks[first] && first != next || f.isNumbered(&s.rows[k], s.rtl) {
			continue
		}
		wanted := s.raisedAbove(k)
		if first == next && last > 0 && !slices.Contains(wanted, next) {
			wanted = append([]string{next}, wanted...)
		}
		if len(wanted) == 0 || first != wanted[0] {
			continue
		}
		found := 1
		for i := k + 1; i < len(s.rows) && found < len(wanted); i++ {
			if f.markOf(&s.rows[i], s.rtl) == wanted[found] && !f.isNumbered(&s.rows[i], s.rtl) {
				found++
			}
		}
		enough := found > 1 && found+1 >= len(wanted) || found == len(wanted) && s.rows[k].y < half*float32(s.page.height)
		if enough && !s.textGoesOn(f, k, wanted) {
			if begin = k; first == next || last == 0 {
				break
			}
			marks = nil // only the note that was left over may stand above
		}
	}
	return begin
}

// textGoesOn tells whether the text goes on below notes that begin at row k: a paragraph that is
// none of the notes stands apart there.
func (s *sheet) textGoesOn(f *file, k int, notes []string) bool {
	const apart, wide = 1.2, 1.5 // of the distance of lines; of the size, as lines of notes may stand
	pitch := commonPitch(s, baselines(s.rows))
	for i := k + 1; i < len(s.rows); i++ {
		if s.rows[i-1].y-s.rows[i].y > apart*min(pitch, wide*s.rows[i].size) && (f.isNumbered(&s.rows[i], s.rtl) || !slices.Contains(notes, f.markOf(&s.rows[i], s.rtl))) {
			return true
		}
	}
	return false
}

// isNumbered tells whether a sign that stands behind the numbers of paragraphs follows the
// digits at the head of a row: "3 -".
func (f *file) isNumbered(r *row, rtl bool) bool {
	glyphs := r.glyphs
	if f.readsFromRight(r, rtl) {
		glyphs = f.ordered(f.sortByPlace(glyphs), opensLine)
	}
	for i := range glyphs {
		if c := f.first(glyphs[i].r); !unicode.IsDigit(c) && c != ' ' {
			return c == '.' || c == '-' || c == '–' || c == '—'
		}
	}
	return false
}

// raisedAbove returns the numbers that stand raised above a row, from the smallest on.
func (s *sheet) raisedAbove(k int) []string {
	above := sheet{page: s.page, rows: s.rows[:k]}
	var out []string
	for m := range above.raisedNumbers() {
		if _, err := strconv.Atoi(m); err == nil {
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	return out
}

// noteState is how the notes of a page end: the number of the last, 0 where there was
// none, and whether it breaks off without a stop.
type noteState struct {
	last int
	open bool
}

// opensNote tells whether a row begins with the mark of a note: one that is raised or a
// star, the next number, or one that stands raised in the text of the page. Another number may
// begin the line of a note that goes on from the page before.
func (f *file) opensNote(r *row, rtl bool, marks map[string]bool, last int) bool {
	mark := f.markOf(r, rtl)
	if mark == "" {
		return false
	}
	number, err := strconv.Atoi(mark)
	return err != nil || r.beginsRaised() || marks[mark] || number == last+1
}

// goesOnFrom returns the row with which the rest of the last note of the page before
// begins: of the small rows from start on those that stand close above the first mark, or
// above the foot.
func (s *sheet) goesOnFrom(start, first int) int {
	const close = 2 // times the size
	k := first
	for k > start && (k == len(s.rows) || s.rows[k-1].y-s.rows[k].y < close*s.rows[k-1].size) {
		k--
	}
	return k
}

// isWhole tells whether a line ends as a sentence ends.
func (f *file) isWhole(glyphs []glyph, rtl bool) bool {
	if rtl {
		glyphs = f.ordered(f.sortByPlace(glyphs), opensLine)
	}
	for i := len(glyphs) - 1; i >= 0; i-- {
		switch r := f.first(glyphs[i].r); {
		case r == ' ' || unicode.In(r, unicode.Pe, unicode.Pf) || r == '"':
		default:
			return r == '.' || r == '。' || r == ';' || r == '؛' || r == '；'
		}
	}
	return true
}

// joinNoteMarks joins the numbers of notes in the lower half of a page with the words of
// the notes where a tab stands between them: digits alone that stand raised in the
// text, on a baseline with nothing but words.
func (s *sheet) joinNoteMarks(f *file) {
	marks := s.raisedNumbers()
	if len(marks) == 0 {
		return
	}
	out := s.rows[:0:0]
	for i := 0; i < len(s.rows); i++ {
		r := s.rows[i]
		if r.y > float32(.5*s.page.height) || i+1 == len(s.rows) {
			out = append(out, r)
			continue
		}
		next := &s.rows[i+1]
		number, words := &r, next
		if s.rtl {
			number, words = next, &r
		}
		alone := !(i > 0 && abs(s.rows[i-1].y-r.y) < .3*r.size) && !(i+2 < len(s.rows) && abs(s.rows[i+2].y-r.y) < .3*r.size)
		if alone && abs(next.y-r.y) < .3*r.size && next.x0-r.x1 < 5*r.size && len(words.glyphs) > 3 && marks[f.digitsAlone(number.glyphs)] {
			tab := r.glyphs[len(r.glyphs)-1] // a blank, or the mark would be read with a number beside it
			tab.r, tab.x, tab.w = ' ', r.x1, next.x0-r.x1
			r.glyphs = append(append(slices.Clone(r.glyphs), tab), next.glyphs...)
			r.x1 = next.x1
			r.size, r.y = measure(r.glyphs)
			i++
		}
		out = append(out, r)
	}
	s.rows = out
	if s.rtl {
		s.markFromRight(f) // of rows as they are now
	}
}

// raisedNumbers are the numbers that stand raised in the rows of a page.
func (s *sheet) raisedNumbers() map[string]bool {
	marks := map[string]bool{}
	for i := range s.rows {
		for _, m := range raisedMarks(&paragraph{lines: []line{{s.page, s.rows[i].glyphs}}}, s.page) {
			marks[m] = true
		}
	}
	delete(marks, "")
	return marks
}

// digitsAlone returns the digits of a row that has nothing else, "" where it has.
func (f *file) digitsAlone(glyphs []glyph) string {
	const longest = 3
	if len(glyphs) > longest {
		return ""
	}
	for i := range glyphs {
		if !unicode.IsDigit(f.first(glyphs[i].r)) {
			return ""
		}
	}
	return f.digits(glyphs)
}

// beginsRaised tells whether the mark at the head of a row is raised. What is
// not may be a number at the head of a line of a note.
func (r *row) beginsRaised() bool {
	for i := range r.glyphs {
		if g := &r.glyphs[i]; !g.blank() {
			return g.style&raised != 0
		}
	}
	return false
}

// lastRule returns the last row that is a drawn rule, -1 where there is none.
func (s *sheet) lastRule(f *file) int {
	for i := len(s.rows) - 1; i >= 0; i-- {
		if f.isRule(s.rows[i].glyphs) {
			return i
		}
	}
	return -1
}

// isRule tells whether a row is a line drawn with underscores.
func (f *file) isRule(glyphs []glyph) bool {
	n := 0
	for i := range glyphs {
		switch f.first(glyphs[i].r) {
		case '_', '—', '─', 'ـ':
			n++
		case ' ':
		default:
			return false
		}
	}
	return n >= 5
}

// readsFromRight tells whether the words of a row run from the right.
func (f *file) readsFromRight(r *row, rtl bool) bool {
	right, left := countSides(f, r.glyphs)
	return r.fromRight || right > 0 && (rtl || right > left)
}

// markOf returns the mark of a note with which a row begins: raised digits,
// or digits and a blank, or stars; "" where it begins with none.
func (f *file) markOf(r *row, rtl bool) string {
	raise(r.glyphs)
	glyphs := r.glyphs
	fromRightRow := f.readsFromRight(r, rtl)
	if fromRightRow {
		glyphs = f.ordered(f.sortByPlace(glyphs), opensLine)
	}
	var b []rune
	isRaisedMark := false
	for i := range glyphs {
		g := &glyphs[i]
		c := f.first(g.r)
		switch {
		case (c == ' ' || c == '(') && len(b) == 0:
			continue
		case unicode.IsDigit(c) && len(b) < 4 && (len(b) == 0 || g.style&raised != 0 == isRaisedMark):
			isRaisedMark = g.style&raised != 0
			b = append(b, c)
			continue
		case c == '*' && len(b) < 4:
			b = append(b, c)
			continue
		}
		gap := i > 0 && abs(g.x-glyphs[i-1].right()) > .25*g.size
		// Some programs set the mark without a blank before a capital, or a title in
		// quotation marks.
		letter := unicode.IsLetter(c) && (gap || !unicode.IsLower(c)) || c == '《' || c == '“' || c == '«'
		if len(b) > 0 && (isRaisedMark || b[0] == '*' || g.blank() || letter || fromRightRow && (c == ')' || c == '(')) {
			return string(b)
		}
		return ""
	}
	return ""
}

// placeNotes puts the notes of a page behind the paragraphs that bear their
// marks; what begins without a mark goes on with the last note.
func placeNotes(out []*paragraph, s *sheet) []*paragraph {
	if len(s.note) == 0 {
		return out
	}
	begin := len(out)
	for begin > 0 && out[begin-1].touches(s.page) {
		begin--
	}
	bearers := map[string]int{}
	for i := begin; i < len(out); i++ {
		if out[i].kind == block.Note || out[i].kind == block.Furniture {
			continue
		}
		for _, m := range raisedMarks(out[i], s.page) {
			if _, ok := bearers[m]; !ok {
				bearers[m] = i
			}
		}
	}
	after := map[int][]*paragraph{}
	last := len(out) - 1
	for k, n := range s.note {
		if n.mark == "" && k == 0 {
			if i := lastNote(out); i >= 0 {
				out[i].lines = append(out[i].lines, n.lines...)
				continue
			}
		}
		at, ok := bearers[n.mark]
		if !ok {
			at = last
		}
		after[at] = append(after[at], n)
	}
	var merged []*paragraph
	merged = append(merged, after[-1]...)
	for i, p := range out {
		merged = append(merged, p)
		merged = append(merged, after[i]...)
	}
	return merged
}

func lastNote(out []*paragraph) int {
	for i := len(out) - 1; i >= 0; i-- {
		if out[i].kind == block.Note {
			return i
		}
	}
	return -1
}

// touches tells whether a paragraph has a line on a page.
func (p *paragraph) touches(pg *page) bool {
	return slices.ContainsFunc(p.lines, func(l line) bool { return l.page == pg })
}

// raisedMarks returns the numbers that stand raised in the lines of a page.
func raisedMarks(p *paragraph, pg *page) []string {
	var out []string
	for _, l := range p.lines {
		if l.page != pg {
			continue
		}
		raise(l.glyphs)
		var b []rune
		for i := range l.glyphs {
			g := &l.glyphs[i]
			if g.style&raised != 0 && g.r >= '0' && g.r <= '9' || g.r == '*' {
				b = append(b, g.r)
				continue
			}
			if len(b) > 0 {
				out = append(out, string(b))
			}
			b = b[:0]
		}
		if len(b) > 0 {
			out = append(out, string(b))
		}
	}
	return out
}
