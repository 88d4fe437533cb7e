package pdf

import (
	"cmp"
	"math"
	"slices"
	"unicode"

	"uncite/extract/internal/block"
)

// row is a stretch of glyphs on one baseline of a page, sorted from left to
// right, without a gap that a column would leave.
type row struct {
	glyphs []glyph
	x0, x1 float32
	y      float32
	size   float32
	// fromRight says that words in other letters begin at the right edge of a page whose
	// text runs from the right: signs and numbers stand as in a line of it.
	fromRight bool
}

// rowsOf puts glyphs into rows. Small glyphs raised beside larger ones belong
// to the row of those; other small glyphs make rows of their own.
func rowsOf(glyphs []glyph) []row {
	var upright, marks []glyph
	for i := range glyphs {
		switch g := &glyphs[i]; {
		case g.turn != 0:
		case g.mark():
			marks = append(marks, *g)
		default:
			upright = append(upright, *g)
		}
	}
	if len(upright) == 0 {
		return nil
	}
	slices.SortStableFunc(upright, func(a, b glyph) int { return cmp.Compare(b.y, a.y) })
	var lines [][]glyph
	for i := range upright {
		g := &upright[i]
		placed := false
		for k := len(lines) - 1; k >= 0 && k >= len(lines)-3; k-- {
			first := &lines[k][0]
			if first.y-g.y < .2*min(first.size, g.size)+.3 {
				lines[k] = append(lines[k], *g)
				placed = true
				break
			}
		}
		if !placed {
			lines = append(lines, []glyph{*g})
		}
	}
	lines, marks = takeRaisedClusters(lines, marks)
	setMarks(lines, marks)
	var rows []row
	for _, l := range lines {
		rows = append(rows, split(l)...)
	}
	return attachRaised(rows)
}

// takeRaisedClusters takes lines of a letter with its mark, drawn as one at the height of
// the mark, for marks, where a line stands right below.
func takeRaisedClusters(lines [][]glyph, marks []glyph) ([][]glyph, []glyph) {
	out := lines[:0:0]
	for k, l := range lines {
		raised := len(l) == 1 && l[0].r < 0 && k+1 < len(lines) && l[0].y-lines[k+1][0].y < .6*l[0].size
		if raised && slices.ContainsFunc(lines[k+1], func(g glyph) bool { return abs(g.centre()-l[0].centre()) < l[0].size }) {
			marks = append(marks, l[0])
			continue
		}
		out = append(out, l)
	}
	return out, marks
}

// setMarks puts the marks of letters, which programs draw at heights of
// their own, on the baseline of the letter that they stand over.
func setMarks(lines [][]glyph, marks []glyph) {
	for _, m := range marks {
		best, nearest := -1, float32(math.Inf(1))
		first, _ := slices.BinarySearchFunc(lines, m.y+1.5*m.size, func(l []glyph, y float32) int { return cmp.Compare(y, l[0].y) })
		for k := first; k < len(lines) && lines[k][0].y > m.y-1.5*m.size; k++ {
			for i := range lines[k] {
				g := &lines[k][i]
				if c := m.centre(); c < g.x-.2*g.size || c > g.right()+.2*g.size {
					continue
				}
				if d := abs(g.y - m.y); d < nearest {
					best, nearest = k, d
				}
			}
		}
		if best >= 0 {
			m.y = lines[best][0].y
			lines[best] = append(lines[best], m)
		}
	}
}

// split sorts the glyphs of a baseline and cuts them at wide gaps and where
// the size changes much.
func split(glyphs []glyph) []row {
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return cmp.Compare(a.x, b.x) })
	var rows []row
	start := 0
	cuts := wideGaps(glyphs)
	if at := justified(glyphs, cuts); at >= 0 {
		cuts = cuts[:at]
	}
	for _, c := range cuts {
		rows = appendRow(rows, glyphs[start:c.next])
		start = c.next
	}
	return appendRow(rows, glyphs[start:])
}

// wideGap is a gap that a column would leave: the index of the glyph behind it, its
// width, and whether a blank is drawn in it.
type wideGap struct {
	next  int
	width float32
	blank bool
}

// wideGaps returns the wide gaps of a line that is sorted from left to right.
func wideGaps(glyphs []glyph) []wideGap {
	var gaps []wideGap
	edge := float32(math.Inf(-1)) // right edge of what is visible so far
	blank := false
	for i := range glyphs {
		g := &glyphs[i]
		if g.blank() {
			blank = true
			continue
		}
		if width := g.x - edge; edge > float32(math.Inf(-1)) && width > 1.6*g.size {
			gaps = append(gaps, wideGap{next: i, width: width, blank: blank})
		}
		edge, blank = max(edge, g.right()), false
	}
	return gaps
}

// justified tells a line of few words that were spread over the width of the text from
// a row of cells: all its gaps hold a blank and are equally wide, but for that behind a
// number at its beginning, and it is words. It returns how many gaps are cut
// nevertheless, -1 for a row of cells.
func justified(glyphs []glyph, gaps []wideGap) int {
	const few, most = 2, 6 // gaps; glyphs of a number
	spread := spreadCharacters(glyphs, gaps)
	number := 0
	if !spread && len(gaps) > few && gaps[0].next <= most && gaps[0].width != gaps[1].width {
		number = 1
	}
	if len(gaps)-number < few {
		return -1
	}
	lo, hi := gaps[number].width, gaps[number].width
	for _, g := range gaps[number:] {
		if !g.blank && !spread {
			return -1
		}
		lo, hi = min(lo, g.width), max(hi, g.width)
	}
	letters, seen := 0, 0
	for i := range glyphs {
		if g := &glyphs[i]; !g.blank() {
			seen++
			if unicode.IsLetter(g.r) {
				letters++
			}
		}
	}
	if hi-lo > .05*hi+.5 || letters*5 < seen*4 {
		return -1
	}
	return number
}

// spreadCharacters tells whether gaps part the single characters of a script without
// blanks, five and more.
func spreadCharacters(glyphs []glyph, gaps []wideGap) bool {
	const few = 4 // gaps
	if len(gaps) < few {
		return false
	}
	for i := range gaps[:len(gaps)-1] {
		if gaps[i+1].next-gaps[i].next > 1 || !ideographic(glyphs[gaps[i].next].r) {
			return false
		}
	}
	return true
}

func appendRow(rows []row, glyphs []glyph) []row {
	for len(glyphs) > 0 && glyphs[0].blank() {
		glyphs = glyphs[1:]
	}
	for len(glyphs) > 0 && glyphs[len(glyphs)-1].blank() {
		glyphs = glyphs[:len(glyphs)-1]
	}
	if len(glyphs) == 0 {
		return rows
	}
	r := row{glyphs: glyphs}
	r.x0, r.x1 = extent(glyphs)
	r.size, r.y = measure(glyphs)
	return append(rows, r)
}

// attachRaised joins rows of small glyphs to the row that they are raised
// beside.
func attachRaised(rows []row) []row {
	out := rows[:0:0]
	gone := make([]bool, len(rows))
	for i := range rows {
		small := &rows[i]
		if len(small.glyphs) > 12 {
			continue
		}
		for k := max(0, i-12); k < min(len(rows), i+40); k++ {
			big := &rows[k]
			rise := small.y - big.y
			if k == i || gone[k] || small.size > .8*big.size && !standsRaised(small.size, big.size, rise) || rise < .1*big.size || rise > .75*big.size {
				continue
			}
			if small.x0 > big.x1+.6*big.size || small.x1 < big.x0-.6*big.size {
				continue
			}
			big.glyphs = append(slices.Clone(big.glyphs), small.glyphs...)
			slices.SortStableFunc(big.glyphs, func(a, b glyph) int { return cmp.Compare(a.x, b.x) })
			big.x0, big.x1 = min(big.x0, small.x0), max(big.x1, small.x1)
			gone[i] = true
			break
		}
	}
	for i := range rows {
		if !gone[i] {
			out = append(out, rows[i])
		}
	}
	return rejoin(inOrder(out))
}

// inOrder sorts rows from top to bottom, those of one baseline from left to
// right.
func inOrder(rows []row) []row {
	slices.SortStableFunc(rows, func(a, b row) int { return cmp.Compare(b.y, a.y) })
	for i := 0; i < len(rows); {
		j := i + 1
		for j < len(rows) && rows[i].y-rows[j].y < .3*rows[i].size {
			j++
		}
		slices.SortStableFunc(rows[i:j], func(a, b row) int { return cmp.Compare(a.x0, b.x0) })
		i = j
	}
	return rows
}

// rejoin joins rows of one baseline between which a raised glyph filled the
// gap, and a printed number with the words that it numbers.
func rejoin(rows []row) []row {
	out := rows[:0:0]
	for _, r := range rows {
		if n := len(out); n > 0 {
			last := &out[n-1]
			if abs(last.y-r.y) < .3*r.size && r.x0 >= last.x1-r.size && r.x0-last.x1 < .6*r.size {
				last.glyphs = append(slices.Clone(last.glyphs), r.glyphs...)
				last.x1 = r.x1
				last.size, last.y = measure(last.glyphs)
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

func abs(x float32) float32 { return max(x, -x) }

// columns returns rows as paragraphs, one for the rows that stand under each
// other: for heads and feet, which are no running text.
func (f *file) columns(p *page, glyphs []glyph) []*paragraph {
	var out []*paragraph
	var last []row // the last row of each paragraph
	for _, r := range rowsOf(glyphs) {
		placed := false
		for k := range out {
			l := &last[k]
			pitch := l.y - r.y
			if pitch > 0 && pitch < 1.35*max(l.size, r.size) && abs(l.x0-r.x0) < .5*r.size && abs(l.size-r.size) < .2 && l.x1-l.x0 > .4*float32(p.width) {
				out[k].lines = append(out[k].lines, line{p, r.glyphs})
				last[k] = r
				placed = true
				break
			}
		}
		if !placed {
			out = append(out, &paragraph{lines: []line{{p, r.glyphs}}})
			last = append(last, r)
		}
	}
	return out
}

// laidOut returns the paragraphs of pages by the places of their glyphs
// alone.
func (f *file) laidOut(pages []*page) []*paragraph {
	sheets := make([]*sheet, len(pages))
	for i, p := range pages {
		if f.c.Err() != nil {
			return nil
		}
		sheets[i] = f.newSheet(p)
	}
	body := bodySize(pages)
	for _, s := range sheets {
		s.joinNoteMarks(f)
	}
	f.furniture(sheets)
	var out []*paragraph
	before := noteState{}
	for _, s := range sheets {
		before = s.notes(f, body, before)
		text := f.flow(s)
		text = append(text, s.sideways()...)
		out = append(out, s.furnish...)
		out = appendFlow(f, out, text)
		out = placeNotes(out, s)
	}
	for _, p := range out {
		p.hint(body)
	}
	return out
}

// sheet is a page on its way into paragraphs.
type sheet struct {
	page    *page
	rows    []row // from top to bottom, those of one baseline from left to right
	rtl     bool
	furnish []*paragraph
	note    []*paragraph
	ends    map[[2]int]float32 // where rows end, by where they begin and their size
}

func (f *file) newSheet(p *page) *sheet {
	s := &sheet{page: p, rows: rowsOf(p.glyphs)}
	right, left := 0, 0
	for i := range p.glyphs {
		switch r := f.first(p.glyphs[i].r); {
		case fromRight(r):
			right++
		case r > ' ' && r < 0x530 || r >= 0x2e80:
			left++
		}
	}
	s.rtl = right > left/2 && !f.atLeft
	s.rows = f.numbered(s.rows, s.rtl || f.atLeft && !f.fromLeft)
	switch {
	case s.rtl:
		s.markFromRight(f)
	case f.atLeft && !f.fromLeft:
		s.markByEnds(f)
	}
	return s
}

// markByEnds marks the rows without letters of a script from the right that end at their
// left, with a stop, or begin at their right, with the raised mark of a note: the edges of the
// text do not tell it where all is aligned at the left.
func (s *sheet) markByEnds(f *file) {
	for i := range s.rows {
		r := &s.rows[i]
		if arabic, other := countSides(f, r.glyphs); arabic > 0 || other == 0 {
			continue
		}
		raise(r.glyphs)
		byPlace := f.sortByPlace(r.glyphs)
		first, last := &byPlace[0], &byPlace[len(byPlace)-1]
		r.fromRight = f.isStop(first) || last.style&raised != 0 && f.digit(last) && first.style&raised == 0
	}
}

// markFromRight marks the rows without letters of a script from the right that begin at
// the right edge of the text and end before the left one.
func (s *sheet) markFromRight(f *file) {
	var lefts, rights []float32
	for i := range s.rows {
		lefts, rights = append(lefts, s.rows[i].x0), append(rights, s.rows[i].x1)
	}
	if len(lefts) == 0 {
		return
	}
	slices.Sort(lefts)
	slices.Sort(rights)
	left, right := lefts[len(lefts)/10], rights[len(rights)-1-len(rights)/10]
	for i := range s.rows {
		r := &s.rows[i]
		arabic, other := countSides(f, r.glyphs)
		r.fromRight = arabic == 0 && other > 0 && abs(r.x1-right) < r.size && r.x0 > left+3*r.size
	}
}

// numbered joins a printed number or bullet with the words that it numbers:
// a tab stands between them.
func (f *file) numbered(rows []row, rtl bool) []row {
	out := rows[:0:0]
	for _, r := range rows {
		if n := len(out); n > 0 {
			last := &out[n-1]
			number, words := last, &r
			if rtl {
				number, words = &r, last
			}
			if abs(last.y-r.y) < .3*r.size && r.x0 >= last.x1 && r.x0-last.x1 < 5*r.size && f.isNumber(number.glyphs) && len(words.glyphs) > 3 {
				last.glyphs = append(slices.Clone(last.glyphs), r.glyphs...)
				last.x1 = r.x1
				last.size, last.y = measure(last.glyphs)
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// isNumber tells whether a row is a printed number: "12.", "(b)", "–", "IV.".
func (f *file) isNumber(glyphs []glyph) bool {
	if len(glyphs) > 6 {
		return false
	}
	word := 0
	sign := false
	for i := range glyphs {
		switch r := f.first(glyphs[i].r); {
		case r == '.' || r == ')' || r == '(' || r == '-' || r == '–' || r == '—' || r == '•' || r == '*' || r == '、' || r == '（' || r == '）':
			sign = true
		case r == ' ':
		default:
			word++
		}
	}
	return sign && word <= 4
}

// bodySize is the size that most glyphs of a file have.
func bodySize(pages []*page) float32 {
	count := map[int]int{}
	for _, p := range pages {
		for i := range p.glyphs {
			if !p.glyphs[i].blank() {
				count[int(p.glyphs[i].size*4+.5)]++
			}
		}
	}
	best := 0
	for size, n := range count {
		if n > count[best] || n == count[best] && size > best {
			best = size
		}
	}
	return float32(best) / 4
}

// sideways returns what is not upright, as a paragraph of its own: the text
// along the edge of a page.
func (s *sheet) sideways() []*paragraph {
	byTurn := map[uint8][]glyph{}
	for _, g := range s.page.glyphs {
		if g.turn != 0 {
			byTurn[g.turn] = append(byTurn[g.turn], g)
		}
	}
	var out []*paragraph
	for turn := uint8(1); turn <= 4; turn++ {
		if glyphs := byTurn[turn]; len(glyphs) > 0 {
			out = append(out, &paragraph{kind: block.Furniture, lines: []line{{s.page, glyphs}}})
		}
	}
	return out
}

// hint marks short paragraphs in bold or in large letters as headings.
func (p *paragraph) hint(body float32) {
	if p.kind != block.Plain || len(p.lines) > 4 || len(p.lines) == 0 {
		return
	}
	all := bold
	size := float32(0)
	for _, l := range p.lines {
		for i := range l.glyphs {
			if g := &l.glyphs[i]; !g.blank() {
				all &= g.style
				size = max(size, g.size)
			}
		}
	}
	if all&bold != 0 || size > 1.15*body {
		p.kind = block.Heading
	}
}
