package pdf

import (
	"bytes"
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"uncite/extract/internal/block"
	"uncite/extract/record"
)

// The limits of links: what lies beyond them is passed over.
const (
	maxAnnotations = 4096 // of a page
	maxAddresses   = math.MaxUint16
	maxAddress     = 4096 // bytes
)

// linkArea is where a link annotation lies on its page, lower left corner first.
type linkArea struct {
	box  [4]float32
	link uint16 // index into the addresses of the file, plus one
}

// link marks the glyphs of a page that lie under its links. The base matrix is
// that by which the page was drawn.
func (f *file) link(p *page, d types.Dict, base matrix) {
	areas := f.linkAreas(d, base)
	if len(areas) == 0 {
		return
	}
	for i := range p.glyphs {
		g := &p.glyphs[i]
		x, y := g.x+g.w/2, g.y+.3*g.size
		for _, a := range areas {
			if x > a.box[0] && x < a.box[2] && y > a.box[1] && y < a.box[3] {
				g.link = a.link
				break
			}
		}
	}
}

// linkAreas returns the areas of a page's links to addresses: the lines of each
// where it names them, otherwise its rectangle.
func (f *file) linkAreas(d types.Dict, base matrix) []linkArea {
	annotations := f.array(d["Annots"])
	var areas []linkArea
	for _, o := range annotations[:min(len(annotations), maxAnnotations)] {
		a := f.dict(o)
		if f.name(a["Subtype"]) != "Link" {
			continue
		}
		link := f.address(f.dict(a["A"]))
		if link == 0 {
			continue
		}
		boxes := f.quads(a["QuadPoints"])
		if r, ok := f.rect(a["Rect"]); ok && len(boxes) == 0 {
			boxes = [][4]float64{r}
		}
		for _, b := range boxes {
			areas = append(areas, linkArea{base.box(b), link})
		}
	}
	return areas
}

// address returns the number of the address of an action, 0 where it is none.
func (f *file) address(action types.Dict) uint16 {
	if f.name(action["S"]) != "URI" {
		return 0
	}
	uri := string(f.text(action["URI"]))
	if uri == "" || len(uri) > maxAddress {
		return 0
	}
	if n := f.addressOf[uri]; n > 0 {
		return n
	}
	if len(f.addresses) >= maxAddresses {
		return 0
	}
	if f.addressOf == nil {
		f.addressOf = map[string]uint16{}
	}
	f.addresses = append(f.addresses, uri)
	f.addressOf[uri] = uint16(len(f.addresses))
	return f.addressOf[uri]
}

// quads returns the boxes around the quadrilaterals of an annotation, one for
// each line of its words.
func (f *file) quads(o types.Object) [][4]float64 {
	list := f.array(o)
	var out [][4]float64
	for ; len(list) >= 8 && len(out) < maxAnnotations; list = list[8:] {
		box := [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		for i := range 8 {
			n, ok := f.number(list[i])
			if !ok {
				return nil
			}
			box[i%2], box[i%2+2] = min(box[i%2], n), max(box[i%2+2], n)
		}
		if box[0] < box[2] && box[1] < box[3] {
			out = append(out, box)
		}
	}
	return out
}

// box returns the box of a box after the transformation, which turns by quarters.
func (m matrix) box(b [4]float64) [4]float32 {
	x0, y0 := m.apply(b[0], b[1])
	x1, y1 := m.apply(b[2], b[3])
	return [4]float32{float32(min(x0, x1)), float32(min(y0, y1)), float32(max(x0, x1)), float32(max(y0, y1))}
}

// links returns the stretches of a paragraph's text that lie under one link: what
// holds of its bytes is in on, one for each. A blank between two lines of a link
// is of the link.
func (f *file) links(text []byte, on []uint16, start int) []block.Link {
	var out []block.Link
	for i := 0; i < len(on); {
		n := on[i]
		if n == 0 || text[i] == ' ' {
			i++
			continue
		}
		end := i + 1
		for j := end; j < len(on) && (on[j] == n || on[j] == 0 && text[j] == ' '); j++ {
			if text[j] != ' ' {
				end = j + 1
			}
		}
		if words := linkWords(text, record.Span{Start: i, End: end}); words.Start < words.End {
			out = append(out, block.Link{Href: f.addresses[n-1], Span: record.Span{Start: start + words.Start, End: start + words.End}})
		}
		i = end
	}
	return out
}

// linkWords takes the signs off the ends of the words under a link that a
// rectangle takes in beside them: "(A/78/265," is a link on the symbol alone.
func linkWords(text []byte, s record.Span) record.Span {
	for s.End > s.Start && bytes.IndexByte([]byte(" ,;.:"), text[s.End-1]) >= 0 {
		s.End--
	}
	if s.Start < s.End && text[s.Start] == '(' && bytes.IndexByte(text[s.Start:s.End], ')') < 0 {
		s.Start++
	}
	if s.Start < s.End && text[s.End-1] == ')' && bytes.IndexByte(text[s.Start:s.End], '(') < 0 {
		s.End--
	}
	return s
}
