package render

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"uncite/extract/lang"
	"uncite/graph"
)

// pen draws the parts that all pictures of a map share: text, symbols, legend
// and title. y grows downwards. The first error stays in the buffered writer
// until Flush.
type pen struct {
	*bufio.Writer
	m      *Map
	colors *coloring
	// mirrored pictures run from right to left: years, title and legend stand at
	// the right, and labels to the left of their symbols.
	mirrored bool
	width    float64 // of the page
}

func newPen(w *bufio.Writer, m *Map, width float64) pen {
	return pen{Writer: w, m: m, colors: m.coloring(), mirrored: m.mirrored(), width: width}
}

// mirrored tells whether the language of the picture runs from right to left.
func (m *Map) mirrored() bool { return rightToLeft(m.word("citation map")) }

func (p pen) printf(format string, args ...any) { fmt.Fprintf(p.Writer, format, args...) }

// px prints a coordinate with one decimal, the same on every machine.
func px(v float64) string { return string(appendPx(nil, v)) }

// appendPx appends px of v.
func appendPx(to []byte, v float64) []byte {
	n := len(to)
	to = bytes.TrimSuffix(strconv.AppendFloat(to, v, 'f', 1, 64), []byte(".0"))
	if string(to[n:]) == "-0" {
		return append(to[:n], '0')
	}
	return to
}

// side is where on its line a text is held fast.
type side int

const (
	leftEdge side = iota
	centre
	rightEdge
)

// text prints one line with its edge, or its middle, at x and its base line at y.
func (p pen) text(x, y float64, at side, t textLine) {
	p.printf(`<text x="%s" y="%s" font-size="%s"`, px(x), px(y), px(t.Size))
	if t.Bold {
		p.printf(` font-weight="bold"`)
	}
	switch {
	case t.Color != "":
		p.printf(` fill="%s"`, t.Color)
	case t.Pale:
		p.printf(` fill="%s"`, paleInk)
	}
	leftward := rightToLeft(t.Text)
	if leftward {
		p.printf(` direction="rtl"`)
	}
	switch {
	case at == centre:
		p.printf(` text-anchor="middle"`)
	case leftward == (at == leftEdge):
		// The end of a line that runs leftwards is its left edge.
		p.printf(` text-anchor="end"`)
	}
	p.printf(">%s</text>\n", escape(t.Text))
}

// start is the edge at which lines begin in the direction of the picture, in a
// frame whose edges are inset from those of the page.
func (p pen) start(inset float64) (x float64, at side) {
	if p.mirrored {
		return p.width - inset, rightEdge
	}
	return inset, leftEdge
}

// open begins the document: title and description for readers of screens, the
// ground, and the lines of the heading. It returns where the picture begins.
func (p pen) open(heading []string, height float64, class string) {
	p.printf(`<svg xmlns="http://www.w3.org/2000/svg" xml:lang="%s" %s viewBox="0 0 %s %s" role="img" font-family="%s" font-size="%s" fill="%s"%s>`+"\n",
		cmp.Or(p.m.Lang, lang.Fallback()), p.m.pageSize(p.width, height), px(p.width), px(height), fontStack, px(labelSize), ink, class)
	p.printf("<title>%s</title>\n", escape(plain(p.m.heading())))
	p.printf("<desc>%s</desc>\n", escape(strings.Join(p.m.description(), " ")))
	if p.m.Look.Ground != "" {
		p.printf(`<rect width="100%%" height="100%%" fill="%s"/>`+"\n", escape(plain(p.m.Look.Ground)))
	}
	y := pageMargin + titleSize
	x, at := p.start(pageMargin)
	for _, t := range heading {
		p.text(x, y, at, textLine{Text: t, Size: titleSize, Bold: true})
		y += titlePitch
	}
	for _, t := range p.captionLines() {
		p.text(x, y-2, at, textLine{Text: t, Size: labelSize, Pale: true})
		y += captionPitch
	}
}

const (
	titlePitch   = 22.0
	captionPitch = 15.0
)

// headingLines are the lines of the title, and the height of title and caption.
func (p pen) headingLines() (lines []string, height float64) {
	for part := range strings.SplitSeq(p.m.heading(), "\n") {
		lines = append(lines, wrap(part, p.width-2*pageMargin, titleSize, true, 2)...)
	}
	return lines, pageMargin + titlePitch*float64(len(lines)) + 8 + captionPitch*float64(len(p.captionLines()))
}

// captionLines are the caption: one line, or two where the page is narrow.
func (p pen) captionLines() []string {
	return wrap(p.m.caption(), p.width-2*pageMargin, labelSize, false, 2)
}

// symbol draws the shape of a kind in the colour of a class: filled where the
// document is in hand, hollow where it is only cited, hollow with a broken outline
// where only the tables name it.
func (p pen) symbol(x, y, r float64, style kindStyle, c class, way graph.Presence) {
	paint, markInk := fmt.Sprintf(`fill="%s" stroke="#fff" stroke-width="1"`, c.Color), "#fff"
	if way != graph.PresentInHand {
		r -= 0.5
		paint = fmt.Sprintf(`fill="#fff" stroke="%s" stroke-width="%s"`, c.Color, px(min(2.4, 1.2+r/12)))
		markInk = c.Color
	}
	if dash := presenceStyleOf(way).Dash; dash != "" {
		paint += fmt.Sprintf(` stroke-dasharray="%s"`, dash)
	}
	if style.Outline == nil {
		p.printf(`<circle cx="%s" cy="%s" r="%s" %s/>`+"\n", px(x), px(y), px(r), paint)
	} else {
		points := make([]string, len(style.Outline))
		for i, o := range style.Outline {
			points[i] = px(x+o[0]*r) + "," + px(y+o[1]*r)
		}
		p.printf(`<polygon points="%s" stroke-linejoin="round" %s/>`+"\n", strings.Join(points, " "), paint)
	}
	if c.Mark > 0 {
		p.printf(`<path d="%s" fill="none" stroke="%s" stroke-width="%s" stroke-linecap="round"/>`+"\n", markPath(c.Mark, x, y, r*0.5), markInk, px(max(1, r/5)))
	}
}

// markPath is one of the marks inside symbols: a point, bars, crosses.
func markPath(mark int, x, y, r float64) string {
	at := func(dx, dy float64) string { return px(x+dx*r) + " " + px(y+dy*r) }
	switch mark {
	case 1:
		return "M" + at(0, 0) + "h.01"
	case 2:
		return "M" + at(-1, 0) + "L" + at(1, 0)
	case 3:
		return "M" + at(0, -1) + "L" + at(0, 1)
	case 4:
		return "M" + at(-1, 0) + "L" + at(1, 0) + "M" + at(0, -1) + "L" + at(0, 1)
	case 5:
		return "M" + at(-.7, -.7) + "L" + at(.7, .7)
	case 6:
		return "M" + at(-.7, .7) + "L" + at(.7, -.7)
	}
	return "M" + at(-.7, .7) + "L" + at(.7, -.7) + "M" + at(-.7, -.7) + "L" + at(.7, .7)
}

// legendItem is one entry of the legend.
type legendItem struct {
	label string
	draw  func(x, y float64) // 24 pixels wide, y its middle; nil for words alone
	x     float64
	row   int
}

// sampleWidth is the room of the sample of an entry.
const sampleWidth = 28.0

func (it *legendItem) sample() float64 {
	if it.draw == nil {
		return 0
	}
	return sampleWidth
}

// legendItems are the entries of a map: kinds, classes of colour, ways of being
// there, edges, and sizes.
func (p pen) legendItems() []legendItem {
	var items []legendItem
	l := legendOf(p.m.Graph)
	byKind := p.m.Look.Color == "" || p.m.Look.Color == Colorings[0]
	for _, k := range l.Kinds {
		c := class{Color: k.Color}
		if !byKind {
			c.Color = paleInk
		}
		if byKind || len(l.Kinds) > 1 {
			items = append(items, p.legendSymbol(p.m.word(string(k.Kind)), k, c, graph.PresentInHand, 6))
		}
	}
	if !byKind {
		for _, c := range p.colors.classes {
			items = append(items, p.legendSymbol(ellipsisEnd(c.Label, 220, labelSize), kindStyle{}, c, graph.PresentInHand, 6))
		}
	}
	for _, w := range l.Presences {
		items = append(items, p.legendSymbol(p.m.word(string(w.Presence)), kindStyle{}, class{Color: paleInk}, w.Presence, 6))
	}
	items = append(items, p.edgeItems(l)...)
	for _, v := range p.m.sizeSamples() {
		r := minRadius + (maxRadius-minRadius)*p.m.sizer()(v)
		items = append(items, p.legendSymbol(measured(v), kindStyle{}, class{Color: paleInk}, graph.PresentCited, min(r, 11)))
	}
	return items
}

// edgeItems are the entries of edges.
func (p pen) edgeItems(l legend) []legendItem {
	var items []legendItem
	for _, t := range l.Tones {
		items = append(items, legendItem{label: p.m.wordOfTone(t), draw: p.stroke(t.Color, t.Dash, 1.6+t.Broad, true)})
	}
	for _, e := range l.Edges {
		if e.Type != graph.Cites || len(l.Tones) == 0 {
			items = append(items, legendItem{label: p.m.wordOf(e.Type), draw: p.stroke(e.Color, e.Dash, 1.6, len(p.m.Strengths) == 0)})
		}
	}
	return items
}

func (p pen) legendSymbol(label string, k kindStyle, c class, way graph.Presence, r float64) legendItem {
	return legendItem{label: label, draw: func(x, y float64) { p.symbol(x+12, y, r, k, c, way) }}
}

// stroke draws a sample of an edge.
func (p pen) stroke(color, dash string, width float64, head bool) func(x, y float64) {
	return func(x, y float64) {
		length, sign := 22.0, 1.0
		if head {
			length = 16
		}
		from := x
		if p.mirrored {
			from, sign = x+24, -1
		}
		p.printf(`<path d="M%s %sh%s" fill="none" stroke="%s" stroke-width="%s" stroke-dasharray="%s"/>`, px(from), px(y), px(sign*length), color, px(width), cmp.Or(dash, "none"))
		if head {
			p.printf(`<path d="M%s %sl%s -3v6z" fill="%s"/>`, px(from+sign*22), px(y), px(-sign*7), color)
		}
		p.printf("\n")
	}
}

// flow breaks the legend into rows of the width given and returns how many.
func flow(items []legendItem, width float64) int {
	x, row := 0.0, 0
	for i := range items {
		w := items[i].sample() + textWidth(items[i].label, labelSize, false) + 10
		if x+w > width && x > 0 {
			x, row = 0, row+1
		}
		items[i].x, items[i].row = x, row
		x += w
	}
	if len(items) == 0 {
		return 0
	}
	return row + 1
}

// legendPitch is the height of a row of the legend.
const legendPitch = 22.0

func (p pen) legend(items []legendItem, top float64) {
	for i := range items {
		it := &items[i]
		x, at := p.start(pageMargin + it.x)
		y, sample := top+legendPitch*float64(it.row)+8, it.sample()
		if p.mirrored {
			sample = -sample
			x -= 0
		}
		if it.draw != nil {
			it.draw(min(x, x+sample), y)
		}
		p.text(x+sample, y+4, at, textLine{Text: it.label, Size: labelSize, Pale: true})
	}
}

// ellipsisEnd cuts s to a width where it is wider.
func ellipsisEnd(s string, width, size float64) string {
	if textWidth(s, size, false) <= width {
		return s
	}
	return ellipsis(s, width, size, false)
}

// block draws a node with its label, or the name of a group.
func (p pen) block(b *block) {
	y := b.y - b.h/2 + 2
	if b.node >= 0 {
		n := &p.m.Graph.Nodes[b.node]
		if linked(n) {
			p.printf(`<a href="%s">`, escape(plain(n.Link)))
		} else {
			p.printf("<g>")
		}
		p.printf("<title>%s</title>\n", escape(nodeTooltip(p.m, b.node)))
		p.symbol(b.x, b.symbolY(), b.radius, styleOf(n.Kind), p.colors.at(b.node), n.Presence())
		y += 2 * b.radius * 1.2
		defer func() {
			if linked(n) {
				p.printf("</a>\n")
			} else {
				p.printf("</g>\n")
			}
		}()
	}
	for _, t := range b.lines {
		p.text(b.x, y+t.Size, centre, t)
		y += lineHeight(t.Size)
	}
}
