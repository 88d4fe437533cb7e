package pdf

import (
	"maps"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"

	"uncite/extract/internal/block"
	"uncite/extract/lang"
)

// flow turns the rows of a page into paragraphs in reading order: columns
// first, then tables, then paragraphs by their gaps, indents and ends.
func (f *file) flow(s *sheet) []*paragraph {
	var out []*paragraph
	for _, rows := range s.bands() {
		out = append(out, f.column(s, rows)...)
	}
	return out
}

// bands cuts a page at its gutter: what crosses it stands alone, and between
// such rows the first column comes before the second.
func (s *sheet) bands() [][]row {
	x, ok := s.gutter()
	if !ok {
		return [][]row{s.rows}
	}
	var out [][]row
	var sides [2][]row
	var across []row
	flushSides := func() {
		order := []int{0, 1}
		if s.rtl {
			order = []int{1, 0}
		}
		for _, i := range order {
			if len(sides[i]) > 0 {
				out = append(out, sides[i])
				sides[i] = nil
			}
		}
	}
	for _, r := range s.rows {
		switch {
		case r.x1 <= x:
			sides[0] = append(sides[0], r)
		case r.x0 >= x:
			sides[1] = append(sides[1], r)
		default:
			flushSides()
			across = append(across, r)
			continue
		}
		if len(across) > 0 {
			out = append(out, across)
			across = nil
		}
	}
	flushSides()
	if len(across) > 0 {
		out = append(out, across)
	}
	return out
}

// gutter returns the x between two columns of text: on either side stands a
// quarter of the rows, at most a sixth crosses it, and the rows of both fill
// their columns as text does and cells do not.
func (s *sheet) gutter() (float32, bool) {
	if len(s.rows) < 12 {
		return 0, false
	}
	var best float32
	fewest := len(s.rows) + 1
	w := float32(s.page.width)
	for x := .3 * w; x <= .7*w; x += 3 {
		left, right, cross := 0, 0, 0
		var leftWidth, rightWidth, lo, hi float32
		lo, hi = w, 0
		for i := range s.rows {
			r := &s.rows[i]
			switch {
			case r.x1 <= x:
				left++
				leftWidth += r.x1 - r.x0
				lo = min(lo, r.x0)
			case r.x0 >= x:
				right++
				rightWidth += r.x1 - r.x0
				hi = max(hi, r.x1)
			default:
				cross++
			}
		}
		n := len(s.rows)
		if 4*left < n || 4*right < n || 6*cross > n || cross >= fewest {
			continue
		}
		if leftWidth/float32(left) < .55*(x-lo) || rightWidth/float32(right) < .55*(hi-x) {
			continue
		}
		fewest, best = cross, x
	}
	return best, fewest <= len(s.rows)
}

// printed is one baseline of a column with its rows.
type printed struct {
	rows   []row
	y      float32
	x0, x1 float32
	size   float32
}

// baselines groups the rows of a column by baseline.
func baselines(rows []row) []printed {
	var out []printed
	for _, r := range rows {
		if n := len(out); n > 0 && abs(out[n-1].y-r.y) < .3*r.size {
			l := &out[n-1]
			l.rows = append(l.rows, r)
			l.x0, l.x1, l.size = min(l.x0, r.x0), max(l.x1, r.x1), max(l.size, r.size)
			continue
		}
		out = append(out, printed{rows: []row{r}, y: r.y, x0: r.x0, x1: r.x1, size: r.size})
	}
	return out
}

// column turns the rows of one column into paragraphs and the cells of
// tables.
func (f *file) column(s *sheet, rows []row) []*paragraph {
	lines := baselines(rows)
	pitch := commonPitch(s, lines)
	var out []*paragraph
	for i := 0; i < len(lines); {
		if end := tableEnd(lines, i, pitch); end > i {
			out = append(out, f.cells(s, lines[i:end])...)
			i = end
			continue
		}
		if len(lines[i].rows) > 1 {
			for _, r := range lines[i].rows {
				out = append(out, &paragraph{lines: []line{{s.page, r.glyphs}}})
			}
			i++
			continue
		}
		end := i + 1
		for end < len(lines) && len(lines[end].rows) == 1 && tableEnd(lines, end, pitch) == end {
			end++
		}
		out = append(out, f.paragraphs(s, lines[i:end], pitch)...)
		i = end
	}
	return out
}

// commonPitch is the distance that most neighbouring baselines have within
// paragraphs: after lines that fill the width. Short lines, as those of a
// masthead, stand apart; they count where no others are.
func commonPitch(s *sheet, lines []printed) float32 {
	if len(lines) == 0 {
		return 0
	}
	const widest = 2.4 // of the size: lines of double spacing
	left, right := edgesOf(lines)
	full, all := map[int]int{}, map[int]int{}
	for i := 1; i < len(lines); i++ {
		a := &lines[i-1]
		d := a.y - lines[i].y
		if d <= 0 || d >= widest*lines[i].size {
			continue
		}
		all[int(2*d+.5)]++
		if !s.rtl && right-a.x1 < 3*a.size || s.rtl && a.x0-left < 3*a.size {
			full[int(2*d+.5)]++
		}
	}
	if pitch := mode(full); pitch > 0 {
		return leastOfFew(full, pitch) / 2
	}
	return mode(all) / 2
}

// leastOfFew returns the least of few distances, where it is not rare: the last lines of
// paragraphs may be full too, and of few lines be most.
func leastOfFew(count map[int]int, most float32) float32 {
	const few, rare = 8, 3 // lines, times less than the most
	n := count[int(most)]
	if n >= few {
		return most
	}
	least := most
	for d, k := range count {
		if k*rare >= n {
			least = min(least, float32(d))
		}
	}
	return least
}

// mode returns the key that counts most, the smaller of two alike.
func mode(count map[int]int) float32 {
	best := 0
	for d, n := range count {
		if n > count[best] || n == count[best] && d < best {
			best = d
		}
	}
	return float32(best)
}

// tableEnd returns where the table ends that begins at line i, i where none
// does: two or more lines of several rows each whose left edges agree, with
// single rows between them that stay within a column.
func tableEnd(lines []printed, i int, pitch float32) int {
	if len(lines[i].rows) < 2 {
		return i
	}
	end, several := i+1, 1
	for k := i + 1; k < len(lines); k++ {
		if lines[k-1].y-lines[k].y > 3*max(pitch, lines[k].size) {
			break
		}
		if len(lines[k].rows) > 1 {
			if !aligned(lines[i:k], &lines[k]) {
				break
			}
			several++
			end = k + 1
			continue
		}
		width := lines[k].x1 - lines[k].x0
		if width > .6*(lines[i].x1-lines[i].x0) || lines[k-1].y-lines[k].y > 1.6*max(pitch, lines[k].size) {
			break
		}
		end = k + 1
	}
	if several < 2 {
		return i
	}
	// Single rows at the end are the text after the table.
	for end > i && len(lines[end-1].rows) == 1 && lines[end-1].x0 <= lines[i].x0+lines[i].size {
		end--
	}
	return end
}

// aligned tells whether a line has two rows that begin, end or are centred
// where rows of the lines before do.
func aligned(before []printed, l *printed) bool {
	n := 0
	for i := range l.rows {
		r := &l.rows[i]
		if slices.ContainsFunc(before[max(0, len(before)-4):], func(b printed) bool {
			return slices.ContainsFunc(b.rows, func(o row) bool {
				return abs(o.x0-r.x0) < r.size || abs(o.x1-r.x1) < r.size || abs(o.x0+o.x1-r.x0-r.x1) < 2*r.size
			})
		}) {
			n++
		}
	}
	return n >= 2
}

// cells turns the lines of a table into cells in rows.
func (f *file) cells(s *sheet, lines []printed) []*paragraph {
	// The columns are the stretches of x that rows cover.
	type stretch struct{ x0, x1 float32 }
	var columns []stretch
	for _, l := range lines {
		if len(l.rows) < 2 {
			continue
		}
		for _, r := range l.rows {
			columns = append(columns, stretch{r.x0, r.x1})
		}
	}
	slices.SortFunc(columns, func(a, b stretch) int {
		if a.x0 < b.x0 {
			return -1
		}
		return 1
	})
	merged := columns[:1]
	for _, c := range columns[1:] {
		last := &merged[len(merged)-1]
		if c.x0 < last.x1 && c.x0-last.x0 < .6*(last.x1-last.x0) {
			last.x1 = max(last.x1, c.x1)
			continue
		}
		merged = append(merged, c)
	}
	at := func(r *row) int {
		best, most := 0, float32(-1e9)
		for i, c := range merged {
			if o := min(r.x1, c.x1) - max(r.x0, c.x0); o > most {
				best, most = i, o
			}
		}
		if s.rtl {
			return len(merged) - 1 - best
		}
		return best
	}
	f.tables++
	table := f.tables
	var out []*paragraph
	number := 0
	for i, l := range lines {
		first := slices.ContainsFunc(l.rows, func(r row) bool { return at(&r) == 0 })
		if i == 0 || first || lines[i-1].y-l.y > 1.5*l.size {
			number++
		}
		rows := slices.Clone(l.rows)
		if s.rtl {
			slices.Reverse(rows)
		}
		for _, r := range rows {
			column := at(&r) + 1
			k := slices.IndexFunc(out, func(p *paragraph) bool { return p.row == number && p.column == column })
			if k < 0 {
				out = append(out, &paragraph{kind: block.Cell, table: table, row: number, column: column})
				k = len(out) - 1
			}
			out[k].lines = append(out[k].lines, line{s.page, r.glyphs})
		}
	}
	slices.SortStableFunc(out, func(a, b *paragraph) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.column - b.column
	})
	return out
}

// paragraphs cuts lines of running text into paragraphs.
func (f *file) paragraphs(s *sheet, lines []printed, pitch float32) []*paragraph {
	var out []*paragraph
	set := f.setting(s, lines, pitch)
	for i := range lines {
		l := &lines[i]
		if i == 0 || f.begins(s, lines, i, set) {
			out = append(out, &paragraph{})
		}
		p := out[len(out)-1]
		p.lines = append(p.lines, line{s.page, l.rows[0].glyphs})
		p.fromRight = p.fromRight || l.rows[0].fromRight
	}
	return out
}

// setting is how the lines of a column are set: the distance that they have within
// paragraphs, the edges between which most stand, and the distance from which on they are
// two paragraphs, 0 where none tells; sure says that any line may tell it and not only one
// that ends in a stop.
type setting struct {
	pitch, left, right, apart float32
	sure                      bool
}

// setting measures lines. Those that end short in a stop end their paragraphs, those that
// end full and without one do not: where all of the first stand farther from their next
// line than all of the second, however little, the distance alone tells the others, and that
// a line with some room goes on behind a comma. Where there are none of the second, each line
// may be a paragraph, as the short ones are.
func (f *file) setting(s *sheet, lines []printed, pitch float32) setting {
	const short, full, clear = .75, .9, .08 // of the width; of the size
	const least, most, few = 3, 6, 5        // pairs of lines; one of so many
	set := setting{pitch: pitch}
	set.left, set.right = edgesOf(lines)
	width := set.right - set.left
	var within []float32
	first, pairs := float32(math.MaxFloat32), 0
	behindShort, shorts := float32(math.MaxFloat32), 0
	for i := 1; i < len(lines); i++ {
		a, b := &lines[i-1], &lines[i]
		gap, filled := a.y-b.y, a.x1-set.left
		if s.rtl {
			filled = set.right - a.x0
		}
		end, _ := lastVisible(f, f.reading(s, a.rows[0].glyphs))
		switch {
		case gap <= 0 || a.size > 1.08*b.size || b.size > 1.08*a.size:
		case filled < short*width:
			behindShort = min(behindShort, gap)
			shorts++
			if ends(end) {
				first = min(first, gap)
				pairs++
			}
		case filled > full*width && !ends(end):
			within = append(within, gap)
		}
	}
	slices.Sort(within)
	switch n := len(within); {
	case n > 0 && pairs >= least:
		// A few lines of the masthead may be full too.
		if most := within[n-1-n/few]; first-most > clear*lines[0].size {
			set.apart, set.sure = (first+most)/2, true
		}
	case n == 0 && shorts >= most:
		set.apart = behindShort - clear*lines[0].size
	}
	return set
}

// edgesOf returns the edges between which most of the lines stand.
func edgesOf(lines []printed) (left, right float32) {
	var ls, rs []float32
	for i := range lines {
		ls, rs = append(ls, lines[i].x0), append(rs, lines[i].x1)
	}
	slices.Sort(ls)
	slices.Sort(rs)
	return ls[len(ls)/10], rs[len(rs)-1-len(rs)/10]
}

// begins tells whether a paragraph begins with line i.
func (f *file) begins(s *sheet, lines []printed, i int, set setting) bool {
	a, b := &lines[i-1], &lines[i]
	pitch, left, right := set.pitch, set.left, set.right
	gap := a.y - b.y
	// Space between paragraphs may be less than a blank line: of these distances from
	// line to line the first is none that lines of one paragraph have, the second is
	// none behind a stop.
	const apart, behindStop = 1.3, 1.2
	if gap > apart*max(pitch, .9*b.size) && gap > 1.3*b.size {
		return true
	}
	if b.size > 1.08*a.size || a.size > 1.08*b.size {
		return true
	}
	isBold := allBold(b.rows[0].glyphs)
	if allBold(a.rows[0].glyphs) != isBold {
		return true
	}
	if set.sure && !isBold && gap > set.apart {
		return true
	}
	indentA, indentB := a.x0-left, b.x0-left
	if s.rtl {
		indentA, indentB = right-a.x1, right-b.x1
	}
	end, _ := lastVisible(f, f.reading(s, a.rows[0].glyphs))
	reading := f.reading(s, b.rows[0].glyphs)
	if gap > 1.3*b.size && (&row{glyphs: reading}).beginsRaised() {
		return true // no line is broken before the mark of a note
	}
	first, _ := firstVisible(f, reading)
	if gap > behindStop*pitch && gap > 1.3*b.size && ends(end) && !(comma(end) && (smallLatin(first) || unicode.IsDigit(first))) {
		return true
	}
	// A comma ends a clause only where the next begins with a capital.
	stop := ends(end) && !(comma(end) && (unicode.IsLower(first) || unicode.IsDigit(first)))
	// Words are broken where the next does not fit: a line with room for it
	// was ended on purpose.
	edge := f.edge(s, lines, i)
	room := edge - a.x1
	if s.rtl {
		if right-edge < .5*(right-left) {
			edge = left
		}
		room = a.x0 - edge
	} else if edge-left < .5*(right-left) {
		room = right - a.x1
	}
	word := f.firstWord(s, b.rows[0].glyphs)
	short := room > word+.6*a.size
	switch {
	case stop && set.apart > 0 && gap > set.apart:
		return true
	case !short, (!stop || comma(end)) && !isBold && set.sure && gap < set.apart && room < .3*(right-left):
	case stop, ends(end) && !(comma(end) && smallLatin(first)) && room > word+3*a.size:
		return true
	case unicode.IsLower(first):
		// What is no sentence ends early only where it is a title.
		if room > .4*(right-left) {
			return true
		}
	case !unicode.IsDigit(first) || room > word+4*a.size:
		return true
	}
	if (ends(end) || short) && f.opensWithNumber(reading) && !(comma(end) && smallLatin(first) && f.abbreviates(reading)) {
		return true
	}
	// An indented first line: the line after it goes back to the margin.
	hanging := f.opensWithNumber(f.reading(s, a.rows[0].glyphs))
	if indentB > indentA+.8*b.size && i+1 < len(lines) && !hanging {
		next := lines[i+1].x0 - left
		if s.rtl {
			next = right - lines[i+1].x1
		}
		if next < indentB-.5*b.size && (stop || short) {
			return true
		}
	}
	return false
}

// edge returns where the lines around line i end that begin about where it
// does. Lines of a script that breaks anywhere end at one edge: of these any that begins
// where it does tells it, however far off.
func (f *file) edge(s *sheet, lines []printed, i int) float32 {
	b := &lines[i]
	edge := lines[i-1].x1
	if s.rtl {
		edge = lines[i-1].x0
	}
	for k := max(0, i-6); k < min(len(lines), i+6); k++ {
		l := &lines[k]
		switch {
		case abs(l.size-b.size) > .1*b.size:
		case s.rtl && abs(l.x1-b.x1) < 3*b.size:
			edge = min(edge, l.x0)
		case !s.rtl && abs(l.x0-b.x0) < 3*b.size:
			edge = max(edge, l.x1)
		}
	}
	if first, _ := firstVisible(f, b.rows[0].glyphs); s.rtl || !ideographic(first) {
		return edge
	}
	return max(edge, s.edgeBehind(b.x0, b.size))
}

// edgeBehind returns where the last of the rows of a page ends that begin at x0 in a type of
// the size, as nearly as a quarter of its size.
func (s *sheet) edgeBehind(x0, size float32) float32 {
	at := func(x0, size float32) [2]int { return [2]int{int(x0/4 + .5), int(2*size + .5)} }
	if s.ends == nil {
		s.ends = map[[2]int]float32{}
		for i := range s.rows {
			k := at(s.rows[i].x0, s.rows[i].size)
			s.ends[k] = max(s.ends[k], s.rows[i].x1)
		}
	}
	return s.ends[at(x0, size)]
}

// firstWord returns the width of what a line must begin with when it is broken
// before a row: its first word; of a script without blanks the first character
// with the signs and the words of other scripts that no break parts from it.
func (f *file) firstWord(s *sheet, glyphs []glyph) float32 {
	reading := f.reading(s, glyphs)
	lo, hi := float32(1e6), float32(-1e6)
	for i := range reading {
		g := &reading[i]
		if i > 0 && opening(f.first(reading[i-1].r)) && g.blank() {
			continue // « Les
		}
		if s.rtl && i == 1 && g.blank() && i+1 < len(reading) && unicode.IsDigit(f.first(reading[i+1].r)) {
			continue // a letter alone that is joined to the number behind it
		}
		if g.blank() || i > 0 && !s.rtl && !f.atLeft && !reading[i-1].blank() && g.x-reading[i-1].right() > .18*g.size {
			break
		}
		if i > 0 && unicode.Is(unicode.Han, f.first(g.r)) && !opening(f.first(reading[i-1].r)) {
			break
		}
		lo, hi = min(lo, g.x), max(hi, g.right())
	}
	return hi - lo
}

// opening tells whether a sign may not end a line.
func opening(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) }

// reading returns the glyphs of a row in reading order.
func (f *file) reading(s *sheet, glyphs []glyph) []glyph {
	if right, left := countSides(f, glyphs); !s.rtl && !(f.atLeft && right > left) {
		return glyphs
	}
	return f.ordered(f.sortByPlace(glyphs), opensLine)
}

// ends tells whether a character ends a sentence or a clause of a list.
func ends(r rune) bool {
	switch r {
	case '.', ';', ':', '!', '?', ',', '。', '；', '：', '，', '؛', '؟', '،', '！', '？', '”', '»', '"', ']', '］':
		return true
	}
	return false
}

func comma(r rune) bool { return r == ',' || r == '，' || r == '،' }

// opensWithNumber tells whether a line begins with a printed number: "12.",
// "(b)", "–".
func (f *file) opensWithNumber(glyphs []glyph) bool {
	word, spaced := 0, false
	for i := range glyphs {
		switch r := f.first(glyphs[i].r); {
		case glyphs[i].blank():
			spaced = word > 0
		case spaced:
			return r == '-' || r == '–'
		case r == '(' && word == 0:
		case unicode.IsDigit(r) || unicode.IsLetter(r):
			if word++; word > 4 || ideographic(r) && !numeral(r) {
				return false
			}
		case r == '.' || r == ')' || r == '、' || r == '．':
			return word > 0 && (i+1 < len(glyphs) && !unicode.IsDigit(f.first(glyphs[i+1].r)))
		case r == '•' || r == '–' || r == '—':
			return word == 0
		default:
			return false
		}
	}
	return false
}

// abbreviates tells whether a line begins with letters and the stop of an abbreviation,
// "chap. V", "p. 12", which goes on behind a comma; roman numbers are no such letters.
func (f *file) abbreviates(glyphs []glyph) bool {
	roman, n := true, 0
	for i := range glyphs {
		r := f.first(glyphs[i].r)
		if !unicode.IsLetter(r) {
			return r == '.' && n > 0 && (n == 1 || !roman)
		}
		roman = roman && strings.ContainsRune("ivxlcIVXLC", r)
		n++
	}
	return false
}

// numeral tells whether a character is a digit of a language's own.
func numeral(r rune) bool { _, ok := ownNumerals()[r]; return ok }

// ownNumerals are the digits, ten, hundred …, of all languages that have some of their own.
var ownNumerals = sync.OnceValue(func() lang.Numerals {
	all := lang.Numerals{}
	for _, code := range lang.Codes {
		maps.Copy(all, lang.Of(code).Numerals)
	}
	return all
})

func allBold(glyphs []glyph) bool {
	for i := range glyphs {
		if !glyphs[i].blank() && glyphs[i].style&bold == 0 {
			return false
		}
	}
	return true
}

// appendFlow appends the paragraphs of a page; the first goes on with the
// last of the page before where that breaks off.
func appendFlow(f *file, out, text []*paragraph) []*paragraph {
	at := slices.IndexFunc(text, func(p *paragraph) bool { return p.kind == block.Plain })
	if at < 0 || len(text[at].lines) == 0 {
		return append(out, text...)
	}
	for i := len(out) - 1; i >= 0; i-- {
		p := out[i]
		if p.kind == block.Furniture || p.kind == block.Note {
			continue
		}
		switch {
		case at != 0:
		case goesOn(f, p, text[0]):
			p.lines = append(p.lines, text[0].lines...)
			text = text[1:]
		default:
			text[0].torn = mayGoOn(f, p, text[0])
		}
		break
	}
	return append(out, text...)
}
