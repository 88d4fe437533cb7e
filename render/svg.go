package render

import (
	"bufio"
	"cmp"
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
	l, err := layOut(ctx, m)
	if err != nil {
		return err
	}
	return drawSVG(w, l)
}

// svg draws on a page; y grows downwards. The first error stays in the
// buffered writer until Flush.
type svg struct {
	*bufio.Writer
	l *layout
}

func (s svg) printf(format string, args ...any) { fmt.Fprintf(s.Writer, format, args...) }

// px prints a coordinate with one decimal, the same on every machine.
func px(v float64) string {
	text := strconv.FormatFloat(v, 'f', 1, 64)
	text = strings.TrimSuffix(text, ".0")
	if text == "-0" {
		return "0"
	}
	return text
}

func drawSVG(w io.Writer, l *layout) error {
	s := svg{bufio.NewWriterSize(w, 1<<16), l}
	width := axisWidth + l.width + pageMargin
	statements := s.statementLines(width - 2*pageMargin)
	var title []string
	for part := range strings.SplitSeq(l.m.heading(), "\n") {
		title = append(title, wrap(part, width-2*pageMargin, titleSize, true, 2)...)
	}
	head := pageMargin + 22*float64(len(title)) + 2 + 15*float64(len(statements)) + 6
	legend := s.legendItems()
	rows := flow(legend, width-2*pageMargin)
	height := head + l.height + 12 + 22*float64(rows) + pageMargin
	s.printf(`<svg xmlns="http://www.w3.org/2000/svg" xml:lang="%s" width="%s" height="%s" viewBox="0 0 %s %s" role="img" font-family="%s" font-size="%s" fill="%s">`+"\n",
		cmp.Or(l.m.Lang, "en"), px(width), px(height), px(width), px(height), fontStack, px(labelSize), ink)
	s.printf("<title>%s</title>\n", escape(plain(l.m.heading())))
	s.printf("<desc>%s</desc>\n", escape(strings.Join(statements, " ")))
	s.printf("<style>.e path:hover{stroke-opacity:1;stroke-width:3}a:hover text{text-decoration:underline}</style>\n")
	s.printf(`<rect width="100%%" height="100%%" fill="#fff"/>` + "\n")
	s.header(title, statements)
	s.printf(`<g transform="translate(0 %s)">`+"\n", px(head))
	s.years(width)
	s.printf(`<g transform="translate(%s 0)">`+"\n", px(axisWidth))
	s.edges()
	s.nodes()
	s.printf("</g>\n</g>\n")
	s.legend(legend, head+l.height+12)
	s.printf("</svg>\n")
	return s.Flush()
}

func (s svg) statementLines(width float64) []string {
	var lines []string
	for _, t := range s.l.m.statements() {
		lines = append(lines, wrap(sentence(t), width, labelSize, false, 4)...)
	}
	return lines
}

func (s svg) header(title, statements []string) {
	y := pageMargin + titleSize
	for _, t := range title {
		s.text(pageMargin, y, textLine{t, titleSize, true, false})
		y += 22
	}
	for i, t := range statements {
		s.text(pageMargin, y-2+15*float64(i), textLine{t, labelSize, false, true})
	}
}

// text prints one line with its left edge at x and its base line at y.
func (s svg) text(x, y float64, t textLine) {
	s.printf(`<text x="%s" y="%s" font-size="%s"`, px(x), px(y), px(t.Size))
	if t.Bold {
		s.printf(` font-weight="bold"`)
	}
	if t.Pale {
		s.printf(` fill="%s"`, paleInk)
	}
	if rightToLeft(t.Text) {
		// The end of a line that runs leftwards is its left edge.
		s.printf(` direction="rtl" text-anchor="end"`)
	}
	s.printf(">%s</text>\n", escape(t.Text))
}

// years draws the axis: a band for every second year, its number, and a
// broken line where years are left out.
func (s svg) years(width float64) {
	rows := s.l.rows
	even := false
	for from := 0; from < len(rows); {
		to := from
		for to < len(rows) && rows[to].year == rows[from].year {
			to++
		}
		top, bottom := rows[from].top-5, rows[to-1].bottom+5
		fill := "#F5F7F9"
		if even {
			fill = "#FBFCFD"
		}
		s.printf(`<rect x="%s" y="%s" width="%s" height="%s" fill="%s"/>`+"\n",
			px(axisWidth-6), px(top), px(width-axisWidth), px(bottom-top), fill)
		s.printf(`<path d="M%s %sV%s" stroke="#8C959F" stroke-width="1.5"/>`+"\n", px(axisWidth-6), px(top), px(bottom))
		s.yearLabel(rows[from].year, rows[from].top+(rows[from].bottom-rows[from].top)/2)
		if to < len(rows) {
			s.printf(`<path d="M%s %sV%s" stroke="#B8C0C8" stroke-dasharray="1 3"/>`+"\n", px(axisWidth-6), px(bottom), px(rows[to].top-5))
		}
		even = !even
		from = to
	}
}

func (s svg) yearLabel(year int, y float64) {
	label, weight := strconv.Itoa(year), "bold"
	if year == 0 {
		label, weight = s.l.m.word("no date"), "normal"
	}
	s.printf(`<text x="%s" y="%s" text-anchor="end" font-weight="%s" fill="%s">%s</text>`+"\n",
		px(axisWidth-13), px(y+4), weight, paleInk, label)
}

// edges draws all edges, the quiet ones below, and one arrowhead at the end
// of each trunk.
func (s svg) edges() {
	g := s.l.m.Graph
	type stroke struct{ color, dash string }
	groups := map[stroke][]int{}
	for i := range g.Edges {
		k := stroke{edgeColor(&g.Edges[i]), edgeStyleOf(g.Edges[i].Type).Dash}
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
		s.printf(`<g class="e" fill="none" stroke="%s" stroke-opacity="%s"`, k.color, px(s.opacity(k.dash)))
		if k.dash != "" {
			s.printf(` stroke-dasharray="%s"`, k.dash)
		}
		s.printf(">\n")
		for _, i := range groups[k] {
			s.edge(i)
		}
		s.printf("</g>\n")
	}
	s.arrows()
}

// opacity lets lines of a busy picture shine through each other more; broken
// lines are faint enough as they are.
func (s svg) opacity(dash string) float64 {
	if dash != "" {
		return 0.8
	}
	if len(s.l.m.Graph.Edges) > 250 {
		return 0.4
	}
	return 0.5
}

func (s svg) edge(i int) {
	e := &s.l.m.Graph.Edges[i]
	width := 1.1 + 0.5*math.Log2(float64(max(1, e.Weight)))
	s.printf(`<path d="%s" stroke-width="%s"><title>%s</title></path>`+"\n",
		s.path(i), px(min(width, 4)), escape(edgeTooltip(s.l.m.Graph, e)))
}

func edgeTooltip(g *graph.Graph, e *graph.Edge) string {
	text := fmt.Sprintf("%s %s %s: %s", plain(g.Nodes[e.From].ID), strings.ReplaceAll(string(e.Type), "-", " "),
		plain(g.Nodes[e.To].ID), count(e.Weight, "reference"))
	if len(e.Treatments) > 0 {
		text += "; " + plain(strings.Join(e.Treatments, ", "))
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
func (s svg) common(edges []int) string {
	color := edgeColor(&s.l.m.Graph.Edges[edges[0]])
	for _, i := range edges {
		if edgeColor(&s.l.m.Graph.Edges[i]) != color {
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
	s.symbol(it.x, it.y, it.radius, styleOf(n.Kind), n.Presence())
	box := it.labelBox()
	y := box.Y0
	for _, t := range it.lines {
		s.text(box.X0, y+t.Size, t)
		y += lineHeight(t.Size)
	}
	if hasLink {
		s.printf("</a>\n")
	} else {
		s.printf("</g>\n")
	}
}

// nodeTooltip says in a few lines what is known of a node.
func nodeTooltip(m *Map, i int) string {
	n := &m.Graph.Nodes[i]
	lines := []string{plain(n.ID)}
	for _, t := range []string{n.Label, n.Title} {
		if t = plain(t); t != "" && !slices.Contains(lines, t) {
			lines = append(lines, t)
		}
	}
	about := m.word(string(n.Kind))
	for _, t := range []string{n.When(), n.Body} {
		if t = plain(t); t != "" {
			about += ", " + t
		}
	}
	if !n.InHand {
		about += "; " + m.word(string(n.Presence()))
	}
	lines = append(lines, about)
	for _, s := range m.Scores {
		lines = append(lines, s.Name+" "+strconv.FormatFloat(s.At(i), 'g', 4, 64))
	}
	return strings.Join(lines, "\n")
}

// symbol draws the shape of a kind: filled where the document is in hand,
// hollow where it is only cited, hollow with a broken outline where only the
// tables name it.
func (s svg) symbol(x, y, r float64, style kindStyle, p graph.Presence) {
	paint := fmt.Sprintf(`fill="%s" stroke="#fff" stroke-width="1"`, style.Color)
	if p != graph.PresentInHand {
		r -= 0.5
		paint = fmt.Sprintf(`fill="#fff" stroke="%s" stroke-width="%s"`, style.Color, px(min(2.4, 1.2+r/12)))
	}
	if dash := presenceStyleOf(p).Dash; dash != "" {
		paint += fmt.Sprintf(` stroke-dasharray="%s"`, dash)
	}
	if style.Outline == nil {
		s.printf(`<circle cx="%s" cy="%s" r="%s" %s/>`+"\n", px(x), px(y), px(r), paint)
		return
	}
	points := make([]string, len(style.Outline))
	for i, p := range style.Outline {
		points[i] = px(x+p[0]*r) + "," + px(y+p[1]*r)
	}
	s.printf(`<polygon points="%s" stroke-linejoin="round" %s/>`+"\n", strings.Join(points, " "), paint)
}

// legendItem is one entry of the legend, drawn at x, y.
type legendItem struct {
	label string
	draw  func(x, y float64) // 24 pixels wide, y its middle
	x     float64
	row   int
}

func (s svg) legendItems() []legendItem {
	var items []legendItem
	l := legendOf(s.l.m.Graph)
	for _, k := range l.Kinds {
		items = append(items, s.legendSymbol(string(k.Kind), k, graph.PresentInHand))
	}
	for _, p := range l.Presences {
		items = append(items, s.legendSymbol(string(p.Presence), kindStyle{Color: paleInk}, p.Presence))
	}
	for _, t := range l.Tones {
		items = append(items, legendItem{label: s.l.m.wordOfTone(t), draw: s.stroke(t.Color, "")})
	}
	for _, e := range l.Edges {
		if e.Type != graph.Cites || len(l.Tones) == 0 {
			items = append(items, legendItem{label: s.l.m.wordOf(e.Type), draw: s.stroke(e.Color, e.Dash)})
		}
	}
	return items
}

func (s svg) legendSymbol(name string, k kindStyle, p graph.Presence) legendItem {
	return legendItem{label: s.l.m.word(name), draw: func(x, y float64) { s.symbol(x+12, y, 6, k, p) }}
}

// stroke draws a sample of an edge.
func (s svg) stroke(color, dash string) func(x, y float64) {
	return func(x, y float64) {
		s.printf(`<path d="M%s %sh16" fill="none" stroke="%s" stroke-width="1.6" stroke-dasharray="%s"/>`, px(x), px(y), color, cmp.Or(dash, "none"))
		s.printf(`<path d="M%s %sl-7 -3v6z" fill="%s"/>`+"\n", px(x+22), px(y), color)
	}
}

// flow breaks the legend into rows of the width given and returns how many.
func flow(items []legendItem, width float64) int {
	x, row := 0.0, 0
	for i := range items {
		w := 28 + textWidth(items[i].label, labelSize, false) + 10
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

func (s svg) legend(items []legendItem, top float64) {
	for _, it := range items {
		x, y := pageMargin+it.x, top+22*float64(it.row)+8
		it.draw(x, y)
		s.text(x+28, y+4, textLine{it.label, labelSize, false, true})
	}
}
