package pdf

import (
	"cmp"
	"math"
	"slices"

	"uncite/extract/internal/block"
)

// paragraph is a block before its words are set: its lines of glyphs.
type paragraph struct {
	kind               block.Kind
	level              int
	table, row, column int
	lines              []line
	mark               string // of a note found by the layout
	fromRight          bool   // its words in other letters begin at the right: row says when
	torn               bool   // it may go on with the paragraph before: block.Block says how
}

// line is what stands on one line of a page, in reading order of a
// left-to-right script.
type line struct {
	page   *page
	glyphs []glyph
}

// pageNumber returns the page on which the paragraph begins.
func (p *paragraph) pageNumber() int {
	if len(p.lines) == 0 {
		return 0
	}
	return p.lines[0].page.number
}

// glyph count of a paragraph, blanks left out.
func (p *paragraph) size() (n int) {
	for _, l := range p.lines {
		for i := range l.glyphs {
			if !l.glyphs[i].blank() {
				n++
			}
		}
	}
	return n
}

// add appends glyphs in the order of the content, breaking them into lines.
func (p *paragraph) add(pg *page, glyphs []glyph) {
	for i := range glyphs {
		g := &glyphs[i]
		n := len(p.lines)
		if n == 0 || p.lines[n-1].page != pg || breaks(p.lines[n-1].glyphs, g) {
			p.lines = append(p.lines, line{page: pg})
			n++
		}
		l := &p.lines[n-1]
		l.glyphs = append(l.glyphs, *g)
	}
}

// breaks tells whether g stands on another line than the glyphs before it.
func breaks(before []glyph, g *glyph) bool {
	if g.mark() {
		return false
	}
	last := &before[len(before)-1]
	size := max(last.size, g.size)
	dy := float32(math.Abs(float64(last.y - g.y)))
	// Raised glyphs and parts of letters stand off the baseline; lines are
	// never so near.
	if dy < .5*size {
		return false
	}
	if dy >= .8*size {
		return true
	}
	// The line's own return from a raised glyph, or the way to one.
	for i := len(before) - 1; i >= 0 && i >= len(before)-40; i-- {
		if math.Abs(float64(before[i].y-g.y)) < .2*float64(size) {
			return false
		}
	}
	return last.size > .85*g.size && g.size > .85*last.size
}

// measure returns the size most glyphs of a line have, and their baseline.
func measure(glyphs []glyph) (size, base float32) {
	type pair struct {
		v float32
		n int
	}
	var sizes [8]pair
	for i := range glyphs {
		g := &glyphs[i]
		if g.blank() {
			continue
		}
		v := float32(math.Round(float64(g.size)*4) / 4)
		for k := range sizes {
			if sizes[k].n == 0 || sizes[k].v == v {
				sizes[k].v = v
				sizes[k].n++
				break
			}
		}
	}
	best := slices.MaxFunc(sizes[:], func(a, b pair) int { return cmp.Compare(a.n, b.n) })
	if best.n == 0 {
		if len(glyphs) > 0 {
			return glyphs[0].size, glyphs[0].y
		}
		return 0, 0
	}
	var bases [8]pair
	for i := range glyphs {
		g := &glyphs[i]
		if g.blank() || math.Abs(float64(g.size-best.v)) > .3 {
			continue
		}
		for k := range bases {
			if bases[k].n == 0 || math.Abs(float64(bases[k].v-g.y)) < .5 {
				if bases[k].n == 0 {
					bases[k].v = g.y
				}
				bases[k].n++
				break
			}
		}
	}
	return best.v, slices.MaxFunc(bases[:], func(a, b pair) int { return cmp.Compare(a.n, b.n) }).v
}

// raise marks the superscripts of a line.
func raise(glyphs []glyph) {
	size, base := measure(glyphs)
	for i := range glyphs {
		g := &glyphs[i]
		if standsRaised(g.size, size, g.y-base) {
			g.style |= raised
		}
	}
}

// standsRaised tells whether what is small beside letters of a size stands raised over them
// by as much: in print by size and rise; browsers make raised letters less small.
func standsRaised(small, size, rise float32) bool {
	return small < .8*size && rise > .15*size || small < .86*size && rise > .25*size
}
