package render

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
)

// Page is a paper, or a part of one, that a picture may be made for.
type Page struct {
	Name          string
	Width, Height float64 // of what may be printed on, in points
}

// Pages are the pages that Look.Page names.
var Pages = []Page{
	{"a4", 595 - 2*42, 842 - 2*42},
	{"a5", 420 - 2*34, 595 - 2*34},
	{"letter", 612 - 2*42, 792 - 2*42},
	{"column", 252, 680},
	{"slide", 960 - 2*24, 540 - 2*24},
}

// leastType is the smallest type on a page in points, and smallestLabel that of a
// picture in pixels.
const (
	leastType     = 6.0
	smallestLabel = 10.0
)

// FindPage returns the page of that name.
func FindPage(name string) (Page, bool) {
	i := slices.IndexFunc(Pages, func(p Page) bool { return p.Name == name })
	if i < 0 {
		return Page{}, false
	}
	return Pages[i], true
}

// pageSize are the attributes width and height of a picture: in points on a page,
// else in pixels.
func (m *Map) pageSize(width, height float64) string {
	page, ok := FindPage(m.Look.Page)
	if !ok {
		return fmt.Sprintf(`width="%s" height="%s"`, px(width), px(height))
	}
	scale := min(page.Width/width, page.Height/height)
	return fmt.Sprintf(`width="%spt" height="%spt"`, px(width*scale), px(height*scale))
}

// drawOnPage draws the map for a page, at the greatest scale of several widths.
// Where its labels would be smaller than leastType, fewer nodes are drawn and the
// description says so.
func drawOnPage(ctx context.Context, w io.Writer, m *Map, page Page) error {
	const least = leastType / smallestLabel
	for {
		best, scale := (*layout)(nil), 0.0
		for _, at := range []float64{1.6, 1.3, 1, 0.8} {
			l, err := layOutWide(ctx, m, page.Width*at-axisWidth-pageMargin)
			if err != nil {
				return err
			}
			p := newPen(bufio.NewWriter(io.Discard), m, axisWidth+l.width+pageMargin)
			if s := min(page.Width/p.width, page.Height/(svg{p, l}).frame().height); s > scale {
				best, scale = l, s
			}
		}
		n := len(m.Graph.Nodes)
		if scale >= least || n <= fewestOnPage || m.Fewer == nil {
			return drawSVG(w, best)
		}
		fewer := m.Fewer(min(n-1, int(float64(n)*max(0.6, scale/least))))
		fewer.Look, fewer.Fewer = m.Look, m.Fewer
		m = fewer
	}
}

// fewestOnPage is the number of nodes below which a picture is not cut further.
const fewestOnPage = 4
