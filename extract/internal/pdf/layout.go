package pdf

import (
	"cmp"
	"math"
	"slices"
)

// row is a stretch of glyphs on one baseline of a page, sorted from left to
// right, without a gap that a column would leave.
type row struct {
	glyphs []glyph
	x0, x1 float32
	y      float32
	size   float32
}

// rowsOf puts glyphs into rows. Small glyphs raised beside larger ones belong
// to the row of those; other small glyphs make rows of their own.
func rowsOf(glyphs []glyph) []row {
	var upright []glyph
	for i := range glyphs {
		if glyphs[i].turn == 0 {
			upright = append(upright, glyphs[i])
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
	var rows []row
	for _, l := range lines {
		rows = append(rows, split(l)...)
	}
	return attachRaised(rows)
}

// split sorts the glyphs of a baseline and cuts them at wide gaps and where
// the size changes much.
func split(glyphs []glyph) []row {
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return cmp.Compare(a.x, b.x) })
	var rows []row
	start := 0
	edge := float32(math.Inf(-1)) // right edge of what is visible so far
	for i := range glyphs {
		g := &glyphs[i]
		if g.blank() {
			continue
		}
		if edge > float32(math.Inf(-1)) && g.x-edge > 1.6*g.size {
			rows = appendRow(rows, glyphs[start:i])
			start = i
		}
		edge = max(edge, g.right())
	}
	return appendRow(rows, glyphs[start:])
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
			if k == i || gone[k] || small.size > .8*big.size || rise < .1*big.size || rise > .75*big.size {
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
	return rejoin(out)
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

func (f *file) laidOut(pages []*page) []*paragraph {
	var out []*paragraph
	for _, p := range pages {
		out = append(out, f.columns(p, p.glyphs)...)
	}
	return out
}
