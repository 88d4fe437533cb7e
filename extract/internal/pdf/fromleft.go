package pdf

import (
	"slices"
	"strings"
	"unicode"

	"uncite/extract/internal/pattern"
)

// Programs that do not know the script of a text, as those that print plain text
// are, set Arabic paragraphs from the left: lines begin at one left edge, each run
// of Arabic still runs from the right, and what is not Arabic stands where a
// paragraph in Latin letters would have it. By the bidirectional algorithm the
// base level of such a line is 0 and that of its Arabic runs 1.

// pagesForEdges is from how many pages it is told at which edge lines begin.
const pagesForEdges = 8

// beginAtLeft tells whether the lines of a file in Arabic begin at the left: that
// is where the short ones stand, the last of paragraphs and headings; and whether they are
// set from there: the stops of sentences stand at their right. In paragraphs that are but
// aligned so they stand at the left.
func (f *file) beginAtLeft(pages []*page) (aligned, set bool) {
	atLeft, atRight, seen, stopsLeft, stopsRight := 0, 0, 0, 0, 0
	for _, p := range pages {
		if right, left := countSides(f, p.glyphs); right <= left {
			continue
		}
		if seen++; seen > pagesForEdges {
			break
		}
		rows := rowsOf(p.glyphs)
		lo, hi := float32(p.width), float32(0)
		for i := range rows {
			lo, hi = min(lo, rows[i].x0), max(hi, rows[i].x1)
		}
		for i := range rows {
			r := &rows[i]
			right, left := countSides(f, r.glyphs)
			if right <= left {
				continue
			}
			stopAtLeft, stopAtRight := f.stopsAt(r.glyphs)
			stopsLeft, stopsRight = stopsLeft+stopAtLeft, stopsRight+stopAtRight
			if r.x1-r.x0 > .75*(hi-lo) {
				continue
			}
			if r.x0-lo < 1.5*r.size {
				atLeft++
			}
			if hi-r.x1 < 1.5*r.size {
				atRight++
			}
		}
	}
	aligned = atLeft >= 3 && atLeft > 3*atRight
	return aligned, aligned && stopsLeft <= stopsRight
}

// stopsAt counts the marks without a direction of their own that end words at the left and
// at the right of a row.
func (f *file) stopsAt(glyphs []glyph) (left, right int) {
	byPlace := f.sortByPlace(glyphs)
	if f.isStop(&byPlace[0]) {
		left = 1
	}
	if f.isStop(&byPlace[len(byPlace)-1]) {
		right = 1
	}
	return left, right
}

func (f *file) isStop(g *glyph) bool {
	r := f.first(g.r)
	return r == '.' || r == '،' || r == ':'
}

// lineStart says what stands before a line.
type lineStart uint8

const (
	goesOnLine lineStart = iota // words of the paragraph
	opensLine                   // nothing: the line is the first of its paragraph
	afterWord                   // the head of a word in other letters: "S-"
)

// startAfter returns what a line says of the start of the next one; it is in
// reading order.
func (f *file) startAfter(glyphs []glyph) lineStart {
	for i := len(glyphs) - 1; i >= 0; i-- {
		switch d := f.direction(&glyphs[i]); {
		case d == isLeft:
			return afterWord
		case d != isSign && d != isDigit:
			return goesOnLine
		}
	}
	return goesOnLine
}

// ordered puts the glyphs of a line, sorted from left to right, into reading
// order.
func (f *file) ordered(glyphs []glyph, start lineStart) []glyph {
	if !f.fromLeft {
		return f.logical(glyphs)
	}
	out := make([]glyph, 0, len(glyphs))
	i := 0
	if start == opensLine {
		if i = f.letterMark(glyphs); i > 0 {
			out = append(append(append(out, glyphs[0]), f.logical(glyphs[1:i-2])...), glyphs[i-2:i]...)
		}
	}
	for i < len(glyphs) {
		first, end := f.arabicRun(glyphs, i)
		if first < 0 {
			return append(out, glyphs[i:]...)
		}
		head := f.behindWords(glyphs, i, first)
		switch {
		case head > 0 || i > 0:
		case start == opensLine:
			head = f.behindMark(glyphs[:end], first)
		case start == afterWord:
			for head < first && !glyphs[head].blank() {
				head++
			}
			for head < first && glyphs[head].blank() {
				head++
			}
		}
		out = append(append(out, glyphs[i:head]...), f.logical(glyphs[head:end])...)
		i = end
	}
	return out
}

// arabicRun returns where the next letters of Arabic begin, -1 for none, and where
// the run ends that they open: with the last of them before a word in other
// letters, or with the numbers behind it, which are read before it.
func (f *file) arabicRun(glyphs []glyph, from int) (first, end int) {
	first = -1
	for i := from; i < len(glyphs); i++ {
		switch f.direction(&glyphs[i]) {
		case isRight:
			if first < 0 {
				first = i
			}
			end = i + 1
		case isLeft:
			if first >= 0 {
				return first, f.withoutWord(glyphs, end, i)
			}
		default:
			if first >= 0 && f.digit(&glyphs[i]) {
				end = i + 1
			}
		}
	}
	return first, end
}

// withoutWord takes the digits off the end of a run that are of the word in other
// letters behind it: "2(c)".
func (f *file) withoutWord(glyphs []glyph, end, word int) int {
	for i := end; i < word; i++ {
		if glyphs[i].blank() {
			return end
		}
	}
	for end > 0 && !glyphs[end-1].blank() && f.direction(&glyphs[end-1]) != isRight {
		end--
	}
	return end
}

// behindWords returns where a run of Arabic begins behind words in other letters,
// from itself where there are none before its first letter. A number behind a
// symbol is the end of the run, one behind a word or an abbreviation is of it:
// "A/CONF.234/16", then "1", but "No. 27531".
func (f *file) behindWords(glyphs []glyph, from, first int) int {
	word := -1
	for i := from; i < first; i++ {
		if f.direction(&glyphs[i]) == isLeft {
			word = i
		}
	}
	if word < 0 {
		return from
	}
	i := word + 1
	for i < first && !glyphs[i].blank() {
		i++
	}
	if f.direction(&glyphs[i-1]) == isLeft || glyphs[i-1].r == '.' {
		return first
	}
	for i < first && !f.digit(&glyphs[i]) {
		i++
	}
	return i
}

// markDigits is how many digits the mark of a note or paragraph has at most.
const markDigits = 3

// behindMark returns where a run begins whose first letter of Arabic stands at
// first, on the first line of a paragraph: behind the mark of a note, "¹ ()", a
// printed number, "3 - ", the number of the resolution, a bracket. All else that stands
// before the letter is the end of the run.
func (f *file) behindMark(glyphs []glyph, first int) int {
	if f.opensAlone(glyphs) {
		return 1
	}
	at := 0
	for at < first && f.digit(&glyphs[at]) {
		at++
	}
	noteMark := at > 0 && f.direction(&glyphs[0]) != isDigit
	if at > markDigits || at == 0 && !dash(f.first(glyphs[0].r)) {
		return f.behindOwnNumber(glyphs, first)
	}
	signs := 0
	for ; at < first; at++ {
		switch r := f.first(glyphs[at].r); {
		case glyphs[at].blank():
			continue
		case dash(r), r == '.', signs > 0 && r == ')', r == '(' && f.first(glyphs[at+1].r) == ')':
			signs++
			continue
		}
		break
	}
	if signs == 0 && !noteMark || !glyphs[at-1].blank() {
		return f.behindOwnNumber(glyphs, first)
	}
	return at
}

// letterMark returns where the mark of an item ends, with its blank, with which a
// line begins: one or two letters in brackets, which stand at the left with no letter before them;
// 0 where it begins with none.
func (f *file) letterMark(glyphs []glyph) int {
	if len(glyphs) < 4 || f.first(glyphs[0].r) != '(' || f.direction(&glyphs[1]) != isRight {
		return 0
	}
	for i := 2; i < min(len(glyphs)-1, 2+markDigits); i++ {
		if f.first(glyphs[i].r) == ')' && glyphs[i+1].blank() {
			return i + 2
		}
		if f.direction(&glyphs[i]) != isRight {
			break
		}
	}
	return 0
}

// opensAlone tells whether a run begins with a bracket whose partner is not in it:
// one that ends the run, drawn as its mirror image, has it.
func (f *file) opensAlone(glyphs []glyph) bool {
	for _, p := range pairs {
		if f.first(glyphs[0].r) != p[0] {
			continue
		}
		return !slices.ContainsFunc(glyphs[1:], func(g glyph) bool { return f.first(g.r) == p[1] })
	}
	return false
}

// digit tells whether a glyph is a digit on the line or above it.
func (f *file) digit(g *glyph) bool {
	d := f.direction(g)
	return d == isDigit || d == isRaised || strings.ContainsRune(superscripts, f.first(g.r))
}

func dash(r rune) bool { return r == '-' || r == '–' || r == '—' || r == '•' }

// behindOwnNumber is behindMark for the number in which a symbol of the masthead
// ends: a title begins with it.
func (f *file) behindOwnNumber(glyphs []glyph, first int) int {
	at := 0
	var number []rune
	for ; at < first && !glyphs[at].blank(); at++ {
		if r := f.first(glyphs[at].r); unicode.IsDigit(r) || r == '/' {
			number = append(number, r)
		}
	}
	if len(number) == 0 || !f.ownNumbers[string(number)] {
		return 0
	}
	for at < first && f.direction(&glyphs[at]) != isDigit {
		at++
	}
	return at
}

// numbersOfSymbols are the numbers in which the symbols end that stand alone on a
// line of the first page: "75/4" of "A/RES/75/4".
func (f *file) numbersOfSymbols(p *page) map[string]bool {
	out := map[string]bool{}
	for _, r := range rowsOf(p.glyphs) {
		var text []rune
		for i := range r.glyphs {
			text = append(text, f.first(r.glyphs[i].r))
		}
		if m := symbolAlone().FindStringSubmatch(string(text)); m != nil {
			out[m[1]] = true
		}
	}
	return out
}

var symbolAlone = pattern.Lazy(`^[A-Z]+(?:/[A-Z.0-9-]+)*?/([0-9]+/[0-9]+)$`)
