package render

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"uncite/graph"
)

// fontStack names faces for the six scripts on Linux, Windows and macOS;
// a viewer takes each character from the first face that has it.
const fontStack = "'Noto Sans','Segoe UI',Helvetica,Arial,'DejaVu Sans'," +
	"'Noto Sans Arabic','Noto Naskh Arabic','Geeza Pro'," +
	"'Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei','PingFang SC',sans-serif"

const (
	axisWidth  = 62.0 // left of the rows, for the years
	pageMargin = 18.0
	titleSize  = 17.0
	ink        = "#1F2328"
	paleInk    = "#5B636B"
)

// writeSVG draws the map as one SVG picture without scripts: years down the
// page, a link on every document that has one, and what is behind each node
// and edge in its tooltip.
func writeSVG(ctx context.Context, w io.Writer, m *Map) error {
	if m.Engine != "" {
		return runGraphviz(ctx, w, m, m.Engine, "svg")
	}
	if len(m.Strengths) > 0 {
		return writeTies(ctx, w, m)
	}
	if page, ok := FindPage(m.Look.Page); ok {
		return drawOnPage(ctx, w, m, page)
	}
	s, err := m.scene(ctx, 0)
	if err != nil {
		return err
	}
	return s.draw(w)
}

// scene is a map along the years with every coordinate settled.
type scene interface {
	// size is that of the page, in pixels.
	size() (width, height float64)
	draw(w io.Writer) error
}

// scene lays the map out on a page of about that width, or of the usual one where
// it is 0.
func (m *Map) scene(ctx context.Context, width float64) (scene, error) {
	if m.Look.across() {
		return layOutAcross(ctx, m, width)
	}
	if width == 0 {
		return layOut(ctx, m)
	}
	return layOutWide(ctx, m, width-axisWidth-pageMargin)
}

// svg draws a map down the years.
type svg struct {
	pen
	l *layout
}

func (l *layout) pen(w io.Writer) svg {
	return svg{newPen(bufio.NewWriterSize(w, 1<<16), l.m, axisWidth+l.width+pageMargin), l}
}

func (l *layout) size() (width, height float64) {
	s := l.pen(io.Discard)
	return s.width, s.frame().height
}

// frame is what stands around the nodes of a picture.
type frame struct {
	heading      []string
	legend       []legendItem
	head, height float64 // of the title, and of all
}

// frame is that of a picture whose nodes take so much height.
func (p pen) frame(height float64) frame {
	var f frame
	f.heading, f.head = p.headingLines()
	f.legend = p.legendItems()
	rows := flow(f.legend, p.width-2*pageMargin)
	f.height = f.head + height + 12 + legendPitch*float64(rows) + pageMargin
	return f
}

func (s svg) frame() frame { return s.pen.frame(s.l.height) }

func (l *layout) draw(w io.Writer) error {
	s := l.pen(w)
	f := s.frame()
	s.open(f.heading, f.height, "")
	s.printf("<style>.e path:hover{stroke-opacity:1;stroke-width:3}a:hover text{text-decoration:underline}</style>\n")
	s.printf(`<g transform="translate(0 %s)">`+"\n", px(f.head))
	s.years(s.width)
	shift := axisWidth
	if s.mirrored {
		shift = pageMargin
	}
	s.printf(`<g transform="translate(%s 0)">`+"\n", px(shift))
	s.edges(s.path)
	s.arrows()
	s.nodes()
	s.printf("</g>\n</g>\n")
	s.legend(f.legend, f.head+s.l.height+12)
	s.printf("</svg>\n")
	return s.Flush()
}

// years draws the axis: a band for every second year, its number, and a
// broken line where years are left out.
func (s svg) years(width float64) {
	rows := s.l.rows
	axis, left := axisWidth-6, axisWidth-6
	if s.mirrored {
		axis, left = width-axisWidth+6, 6
	}
	even := false
	for from := 0; from < len(rows); {
		to := from
		for to < len(rows) && rows[to].year == rows[from].year {
			to++
		}
		top, bottom := rows[from].top-5, rows[to-1].bottom+5
		shade := ".035"
		if even {
			shade = ".012"
		}
		s.printf(`<rect x="%s" y="%s" width="%s" height="%s" fill="#0B2A4A" fill-opacity="%s"/>`+"\n",
			px(left), px(top), px(width-axisWidth), px(bottom-top), shade)
		s.printf(`<path d="M%s %sV%s" stroke="#8C959F" stroke-width="1.5"/>`+"\n", px(axis), px(top), px(bottom))
		s.yearLabel(rows[from].year, rows[from].top+(rows[from].bottom-rows[from].top)/2)
		if to < len(rows) {
			s.printf(`<path d="M%s %sV%s" stroke="#B8C0C8" stroke-dasharray="1 3"/>`+"\n", px(axis), px(bottom), px(rows[to].top-5))
		}
		even = !even
		from = to
	}
}

func (s svg) yearLabel(year int, y float64) {
	t := textLine{Text: strconv.Itoa(year), Size: labelSize, Bold: true, Pale: true}
	if year == 0 {
		t.Text, t.Bold = s.m.word("no date"), false
	}
	x, at := axisWidth-13, rightEdge
	if s.mirrored {
		x, at = s.width-axisWidth+13, leftEdge
	}
	s.text(x, y+4, at, t)
}

// edges draws all edges along their paths, the quiet ones below.
func (p pen) edges(path func(edge int) string) {
	g := p.m.Graph
	type stroke struct{ color, dash string }
	groups := map[stroke][]int{}
	for i := range g.Edges {
		k := stroke{edgeColor(&g.Edges[i]), edgeDash(&g.Edges[i])}
		groups[k] = append(groups[k], i)
	}
	keys := make([]stroke, 0, len(groups))
	for k := range groups {
		keys = append(keys, k)
	}
	place := func(k stroke) int {
		return slices.IndexFunc(tones, func(t tone) bool { return t.Color == k.color })
	}
	slices.SortFunc(keys, func(a, b stroke) int {
		if pa, pb := place(a), place(b); pa != pb {
			return pa - pb
		}
		return strings.Compare(a.color+a.dash, b.color+b.dash)
	})
	for _, k := range keys {
		p.printf(`<g class="e" fill="none" stroke="%s" stroke-opacity="%s"`, k.color, px(p.opacity(k.dash)))
		if k.dash != "" {
			p.printf(` stroke-dasharray="%s"`, k.dash)
		}
		p.printf(">\n")
		for _, i := range groups[k] {
			p.edge(i, path(i))
		}
		p.printf("</g>\n")
	}
}

// opacity lets lines of a busy picture shine through each other more; broken
// lines are faint enough as they are.
func (p pen) opacity(dash string) float64 {
	if dash != "" {
		return 0.8
	}
	if len(p.m.Graph.Edges) > 250 {
		return 0.4
	}
	return 0.5
}

func (p pen) edge(i int, path string) {
	e := &p.m.Graph.Edges[i]
	p.printf(`<path d="%s" stroke-width="%s"><title>%s</title></path>`+"\n",
		path, px(edgeWidth(e)), escape(edgeTooltip(p.m.Graph, e)))
}

func edgeTooltip(g *graph.Graph, e *graph.Edge) string {
	text := plain(g.Nodes[e.From].ID) + " " + strings.ReplaceAll(e.Type.String(), "-", " ") + " " + plain(g.Nodes[e.To].ID) + ": " + count(int(e.Weight), "reference")
	if len(e.Treatments()) > 0 {
		text += "; " + plain(strings.Join(e.Treatments(), ", "))
	}
	return text
}

// path is the line of an edge: upright in the rows, curved between them.
func (s svg) path(edge int) string {
	l := s.l
	e := l.m.Graph.Edges[edge]
	source, target := &l.items[l.itemOf[e.From]], &l.items[l.itemOf[e.To]]
	t := l.trunkOf[edge]
	if t < 0 {
		return s.arc(source, target)
	}
	up := l.trunks[t].up
	near, far := func(r int) float64 { return l.rows[r].top }, func(r int) float64 { return l.rows[r].bottom }
	if !up {
		near, far = far, near
	}
	var b strings.Builder
	x, y := source.x, near(source.row)
	if l.trunks[t].leaving {
		x += l.trunks[t].port
	}
	fmt.Fprintf(&b, "M%s %sV%s", px(x), px(source.y), px(y))
	way := l.way(edge)
	for _, it := range way[1:] {
		next := l.items[it].x
		if l.items[it].node >= 0 {
			next, _ = s.tip(edge)
		}
		row := l.items[it].row
		end := far(row)
		if math.Abs(next-x) < 0.05 {
			fmt.Fprintf(&b, "V%s", px(end))
		} else {
			middle := (y + end) / 2
			fmt.Fprintf(&b, "C%s %s %s %s %s %s", px(x), px(middle), px(next), px(middle), px(next), px(end))
		}
		x, y = next, near(row)
		if l.items[it].node < 0 {
			fmt.Fprintf(&b, "V%s", px(y))
		}
	}
	_, y = s.tip(edge)
	return b.String() + "V" + px(y)
}

// tip is where the arrow of an edge that runs in a trunk touches its target.
func (s svg) tip(edge int) (x, y float64) {
	t := &s.l.trunks[s.l.trunkOf[edge]]
	target := &s.l.items[s.l.itemOf[s.l.m.Graph.Edges[edge].To]]
	port := 0.0
	if !t.leaving {
		port = t.port
	}
	reach := math.Sqrt(max(0, target.radius*target.radius-port*port)) + 2
	if !t.up {
		reach = -reach
	}
	return target.x + port, target.y + reach
}

// arc joins two nodes of the same row above the labels of that row.
func (s svg) arc(source, target *item) string {
	top := s.l.rows[source.row].top
	height := min(16, 8+math.Abs(source.x-target.x)*0.05)
	lean := 0.0
	if source == target {
		lean = 9
	}
	return fmt.Sprintf("M%s %sV%sC%s %s %s %s %s %sV%s", px(source.x), px(source.y), px(top),
		px(source.x-lean), px(top-height), px(target.x+lean), px(top-height), px(target.x), px(top),
		px(target.y-target.radius-2))
}

// arrows draws the heads: one at the end of a trunk that arrives, one for
// each edge of a trunk that leaves.
func (s svg) arrows() {
	g := s.l.m.Graph
	for t := range s.l.trunks {
		tr := &s.l.trunks[t]
		heads := tr.edges
		if !tr.leaving {
			heads = heads[:1]
		}
		for _, i := range heads {
			color := edgeColor(&g.Edges[i])
			if !tr.leaving {
				color = s.common(tr.edges)
			}
			x, y := s.tip(i)
			s.arrow(x, y, tr.up, color)
		}
	}
	for i := range g.Edges {
		if s.l.trunkOf[i] < 0 {
			target := &s.l.items[s.l.itemOf[g.Edges[i].To]]
			s.arrow(target.x, target.y-target.radius-2, false, edgeColor(&g.Edges[i]))
		}
	}
}

// common is the colour that all the edges have, or that of pale ink.
func (p pen) common(edges []int) string {
	color := edgeColor(&p.m.Graph.Edges[edges[0]])
	for _, i := range edges {
		if edgeColor(&p.m.Graph.Edges[i]) != color {
			return paleInk
		}
	}
	return color
}

// arrow draws a head whose tip is at x, y.
func (s svg) arrow(x, y float64, up bool, color string) {
	back := y - 6
	if up {
		back = y + 6
	}
	s.printf(`<path d="M%s %sL%s %sL%s %sZ" fill="%s"/>`+"\n", px(x), px(y), px(x-3), px(back), px(x+3), px(back), color)
}

// nodes draws symbols and labels, the most central last and so on top.
func (s svg) nodes() {
	order := s.l.m.Order()
	slices.Reverse(order)
	for _, i := range order {
		s.node(&s.l.items[s.l.itemOf[i]])
	}
}

func (s svg) node(it *item) {
	n := &s.l.m.Graph.Nodes[it.node]
	hasLink := linked(n)
	if hasLink {
		s.printf(`<a href="%s">`, escape(plain(n.Link)))
	} else {
		s.printf("<g>")
	}
	s.printf("<title>%s</title>\n", escape(nodeTooltip(s.l.m, it.node)))
	s.symbol(it.x, it.y, it.radius, styleOf(n.Kind), s.colors.at(it.node), n.Presence())
	box := it.labelBox()
	x, at, y := box.X0, leftEdge, box.Y0
	if it.leftward {
		x, at = box.X1, rightEdge
	}
	for _, t := range it.lines {
		s.text(x, y+t.Size, at, t)
		y += lineHeight(t.Size)
	}
	if hasLink {
		s.printf("</a>\n")
	} else {
		s.printf("</g>\n")
	}
}

// nodeTooltip says in a few lines what is known of a node.
func nodeTooltip(m *Map, i int) string { return string(m.appendTooltip(nil, i, "\n")) }

// appendTooltip appends the lines of nodeTooltip, a separator between them.
func (m *Map) appendTooltip(to []byte, i int, separator string) []byte {
	n := &m.Graph.Nodes[i]
	id, label, title := plain(n.ID), plain(n.Label), plain(n.PrintedTitle())
	to = append(to, id...)
	if label != "" && label != id {
		to = append(append(to, separator...), label...)
	}
	if title != "" && title != id && title != label {
		to = append(append(to, separator...), title...)
	}
	to = append(append(to, separator...), m.word(string(n.Kind))...)
	for _, t := range []string{n.When(), n.Body} {
		if t = plain(t); t != "" {
			to = append(append(to, ", "...), t...)
		}
	}
	if !n.InHand {
		to = append(append(to, "; "...), m.word(string(n.Presence()))...)
	}
	for _, s := range m.Scores {
		to = append(append(append(to, separator...), s.Name...), ' ')
		to = strconv.AppendFloat(to, s.At(i), 'g', 4, 64)
	}
	return to
}
