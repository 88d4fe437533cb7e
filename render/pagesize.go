package render

import (
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

// leastScale is the scale at which the smallest labels are the smallest type.
const leastScale = leastType / smallestLabel

// leastWidth is the least width of a picture within its margins: on a narrow page
// what fits there.
func (m *Map) leastWidth() float64 {
	page, ok := FindPage(m.Look.Page)
	if !ok {
		return usualWidth
	}
	return min(usualWidth, page.Width/leastScale-2*pageMargin)
}

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
	for {
		best, scale := scene(nil), 0.0
		for _, at := range []float64{1.6, 1.3, 1, 0.8} {
			l, err := m.scene(ctx, page.Width*at)
			if err != nil {
				return err
			}
			width, height := l.size()
			if s := min(page.Width/width, page.Height/height); s > scale {
				best, scale = l, s
			}
		}
		if scale >= leastScale {
			return best.draw(w)
		}
		n := len(m.Graph.Nodes)
		fewer := m.ofFewer(min(n-1, int(float64(n)*max(0.6, scale/leastScale))))
		if fewer == nil {
			return best.draw(w)
		}
		m = fewer
	}
}

// ofFewer is the same map of about n nodes, nil where it cannot have fewer.
func (m *Map) ofFewer(n int) *Map {
	if len(m.Graph.Nodes) <= fewestOnPage || m.Fewer == nil {
		return nil
	}
	fewer := m.Fewer(n)
	if len(fewer.Graph.Nodes) >= len(m.Graph.Nodes) {
		return nil
	}
	fewer.Look, fewer.Fewer = m.Look, m.Fewer
	return fewer
}

// fewestOnPage is the number of nodes below which a picture is not cut further.
const fewestOnPage = 4
