package pdf

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"uncite/extract/internal/block"
)

// edgeRows is how many baselines at the head and at the foot of a page may
// be furniture.
const edgeRows = 3

// furniture takes running heads and feet out of the rows: what stands at the
// same height, digits apart, on a third of the pages with odd or with even
// numbers, and the page numbers themselves.
func (f *file) furniture(sheets []*sheet) {
	type key struct {
		text string
		y    int
	}
	var counts [2]map[key]int
	var pages [2]int
	counts[0], counts[1] = map[key]int{}, map[key]int{}
	keyOf := func(r *row) key { return key{f.masked(r.glyphs), int(r.y/4 + .5)} }
	edges := make([][]int, len(sheets))
	for i, s := range sheets {
		if len(s.rows) == 0 {
			continue
		}
		edges[i] = s.edges()
		pages[i&1]++
		for _, k := range edges[i] {
			counts[i&1][keyOf(&s.rows[k])]++
		}
	}
	for i, s := range sheets {
		gone := map[int]bool{}
		for _, k := range edges[i] {
			r := &s.rows[k]
			top := r.y > float32(s.page.height)/2
			if i == 0 && top {
				continue
			}
			n := 0
			for d := -1; d <= 1; d++ {
				at := keyOf(r)
				at.y += d
				same, other := counts[i&1][at], counts[1-i&1][at]
				all := pages[0] + pages[1]
				if same+other < 2 {
					continue
				}
				n = max(n, 3*same/max(1, pages[i&1]), 3*(same+other)/all)
				if same+other < 3 {
					n = min(n, 1)
				}
			}
			// A note may look like another, its digits apart.
			likeNote := !top && n < 2 && f.markOf(r, s.rtl) != ""
			if n > 0 && !likeNote || f.pageNumber(r.glyphs, len(sheets)) {
				gone[k] = true
			}
		}
		f.lastLine(s, gone, len(sheets))
		s.dropRows(gone)
	}
	f.jobNumbers(sheets)
}

// lastLine marks the last baseline of a page that ends high up, where a page
// number of the form "2/3" stands on it.
func (f *file) lastLine(s *sheet, gone map[int]bool, pages int) {
	n := len(s.rows)
	for k := n - 1; k >= 0 && abs(s.rows[k].y-s.rows[n-1].y) < 2; k-- {
		if f.masked(s.rows[k].glyphs) == "#/#" && f.pageNumber(s.rows[k].glyphs, pages) {
			gone[k] = true
		}
	}
}

// jobNumbers takes out the rows at the foot of a page that bear the number,
// six digits and more, of the running feet in another form: as a bar code,
// or with the language.
func (f *file) jobNumbers(sheets []*sheet) {
	known := map[string]bool{}
	for _, s := range sheets {
		for _, p := range s.furnish {
			if d := f.digits(p.lines[0].glyphs); len(d) >= 6 {
				known[d] = true
			}
		}
	}
	for _, s := range sheets {
		gone := map[int]bool{}
		for _, k := range s.edges() {
			r := &s.rows[k]
			if d := f.digits(r.glyphs); r.y < float32(.2*s.page.height) && len(d) >= 6 && len(r.glyphs) < 3*len(d) {
				for n := range known {
					gone[k] = gone[k] || strings.HasPrefix(d, n)
				}
			}
		}
		for k, yes := range gone {
			if !yes {
				delete(gone, k)
			}
		}
		s.dropRows(gone)
	}
}

// digits returns the digits of a row.
func (f *file) digits(glyphs []glyph) string {
	var b strings.Builder
	for i := range glyphs {
		if r := f.first(glyphs[i].r); unicode.IsDigit(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// edges returns the rows of the outermost baselines.
func (s *sheet) edges() []int {
	var out []int
	lines, y := 0, float32(-1e6)
	for i := 0; i < len(s.rows); i++ {
		if abs(s.rows[i].y-y) > 2 {
			lines, y = lines+1, s.rows[i].y
		}
		if lines > edgeRows {
			break
		}
		if s.rows[i].y > float32(.8*s.page.height) {
			out = append(out, i)
		}
	}
	lines, y = 0, -1e6
	for i := len(s.rows) - 1; i >= 0; i-- {
		if abs(s.rows[i].y-y) > 2 {
			lines, y = lines+1, s.rows[i].y
		}
		if lines > edgeRows {
			break
		}
		if s.rows[i].y < float32(.2*s.page.height) {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// dropRows takes rows out and keeps them as furniture, with what shares the
// baseline of a dropped row at the foot: the job number beside the page's.
func (s *sheet) dropRows(gone map[int]bool) {
	if len(gone) == 0 {
		return
	}
	kept := s.rows[:0:0]
	for i := range s.rows {
		r := &s.rows[i]
		beside := false
		if r.y < float32(.12*s.page.height) || r.y < s.rows[len(s.rows)-1].y+2 {
			for k := range gone {
				beside = beside || abs(s.rows[k].y-r.y) < 2
			}
		}
		if gone[i] || beside {
			s.furnish = append(s.furnish, &paragraph{kind: block.Furniture, lines: []line{{s.page, r.glyphs}}})
			continue
		}
		kept = append(kept, *r)
	}
	s.rows = kept
	slices.SortStableFunc(s.furnish, func(a, b *paragraph) int {
		return cmp.Compare(b.lines[0].glyphs[0].y, a.lines[0].glyphs[0].y)
	})
}

// masked returns the text of a row with its digits made alike.
func (f *file) masked(glyphs []glyph) string {
	var b strings.Builder
	digit := false
	for i := range glyphs {
		r := f.first(glyphs[i].r)
		switch {
		case r == ' ':
			continue
		case unicode.IsDigit(r):
			if !digit {
				b.WriteByte('#')
			}
			digit = true
			continue
		}
		digit = false
		b.WriteRune(r)
	}
	return b.String()
}

// pageNumber tells whether a row is nothing but a page's number: "7", "2/3",
// "– 7 –". "66/288" is none in a file of few pages.
func (f *file) pageNumber(glyphs []glyph, pages int) bool {
	switch strings.Trim(f.masked(glyphs), "-–—[]()") {
	case "#":
		return true
	case "#/#":
		var numbers [2]int
		at := 0
		for i := range glyphs {
			switch r := f.first(glyphs[i].r); {
			case r == '/':
				at = 1
			case unicode.IsDigit(r) && numbers[at] < 1e6:
				numbers[at] = numbers[at]*10 + valueOf(glyphs[i:i+1])
			}
		}
		return numbers[0] <= numbers[1] && numbers[1] <= pages+pages/4+2
	}
	return false
}
