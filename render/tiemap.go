package render

import (
	"bufio"
	"context"
	"io"
	"math"
	"slices"
	"strings"
)

// A map of ties has no axis: nodes stand where the forces of their ties hold them,
// their labels below them, and the communities are soft areas under their names.
// Nothing overlaps: what would is pushed apart.

// block is what takes room on a map of ties: a node with its label, or the name of
// a group.
type block struct {
	node   int // -1 for the name of a group
	group  int
	x, y   float64 // centre
	w, h   float64
	radius float64
	lines  []textLine
}

// tieMap is a map of ties with every coordinate settled.
type tieMap struct {
	m             *Map
	blocks        []block // the nodes first, in their order
	bound         float64 // the width that the blocks are to keep, 0 for none
	width, height float64
}

// tieRounds are the rounds of the forces: enough for a few hundred nodes to rest.
const tieRounds = 500

// layOutTies gives the nodes their places, where a width is given within it.
func layOutTies(ctx context.Context, m *Map, width float64) (*tieMap, error) {
	n := len(m.Graph.Nodes)
	ties := make([]force, len(m.Graph.Edges))
	mean := 0.0
	for i := range m.Graph.Edges {
		mean += m.strength(i) / float64(len(ties))
	}
	for i := range m.Graph.Edges {
		e := &m.Graph.Edges[i]
		ties[i] = force{int(e.From), int(e.To), 0.5 + math.Sqrt(m.strength(i)/mean)}
	}
	x, y, err := spread(ctx, n, ties, tieRounds)
	if err != nil {
		return nil, err
	}
	t := &tieMap{m: m}
	t.makeBlocks(x, y)
	if width > 0 {
		t.bound = width - areaWidth
	}
	t.scale()
	if err := t.part(ctx); err != nil {
		return nil, err
	}
	t.nameGroups()
	if err := t.part(ctx); err != nil {
		return nil, err
	}
	t.frame()
	return t, nil
}

func (t *tieMap) makeBlocks(x, y []float64) {
	t.blocks = t.m.nodeBlocks()
	for i := range t.blocks {
		t.blocks[i].x, t.blocks[i].y = x[i], y[i]
	}
}

// nodeBlocks are the blocks of the nodes in their order, without a place.
func (m *Map) nodeBlocks() []block {
	sizes, order := m.sizes(), m.Order()
	top := map[int]bool{}
	for _, i := range order[:prominent(len(order))] {
		top[i] = len(m.Scores) > 0
	}
	blocks := make([]block, len(m.Graph.Nodes))
	for i := range blocks {
		b := block{node: i, group: m.groupOf(i), radius: minRadius + (maxRadius-minRadius)*sizes[i]}
		b.lines = labelLines(&m.Graph.Nodes[i], top[i], m.Look.Names)
		b.measure()
		blocks[i] = b
	}
	return blocks
}

// measure finds the room that a block takes.
func (b *block) measure() {
	text := 0.0
	b.w = 2 * b.radius * 1.2
	for _, l := range b.lines {
		b.w = max(b.w, textWidth(l.Text, l.Size, l.Bold))
		text += lineHeight(l.Size)
	}
	b.w += 8
	b.h = 2*b.radius*1.2 + text + 6
}

// box is the room of a block.
func (b *block) box() rect { return rect{b.x - b.w/2, b.y - b.h/2, b.x + b.w/2, b.y + b.h/2} }

// symbolY is the middle of the symbol.
func (b *block) symbolY() float64 { return b.y - b.h/2 + 2 + b.radius*1.2 }

// usualAspect is the width of a map of ties over its height, but on a page.
const usualAspect = 1.35

// scale brings the places to a size at which the blocks have room, and to the
// usual aspect or the width that they are to keep.
func (t *tieMap) scale() {
	area, x0, x1, y0, y1 := 0.0, math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for i := range t.blocks {
		b := &t.blocks[i]
		area += b.w * b.h
		x0, x1, y0, y1 = min(x0, b.x), max(x1, b.x), min(y0, b.y), max(y1, b.y)
	}
	if len(t.blocks) < 2 {
		return
	}
	// Labels that fill about two fifths of the frame leave room for the ties.
	area *= 2.4
	width := math.Sqrt(area * usualAspect)
	if t.bound > 0 {
		width = t.bound
	}
	sx, sy := width/max(1, x1-x0), area/width/max(1, y1-y0)
	for i := range t.blocks {
		t.blocks[i].x, t.blocks[i].y = (t.blocks[i].x-x0)*sx, (t.blocks[i].y-y0)*sy
	}
}

// part pushes blocks apart until none overlaps another: each pair along the axis on
// which they overlap less, within the width that they are to keep. Where that comes
// to no end, all is spread a little.
func (t *tieMap) part(ctx context.Context) error {
	for round := 0; ; round++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		t.keepWidth()
		moved := false
		for i := range t.blocks {
			for j := i + 1; j < len(t.blocks); j++ {
				moved = pushApart(&t.blocks[i], &t.blocks[j]) || moved
			}
		}
		if !moved {
			return nil
		}
		if round%60 == 59 {
			for i := range t.blocks {
				t.blocks[i].x *= 1.06
				t.blocks[i].y *= 1.06
			}
		}
	}
}

// keepWidth moves what has been pushed out of the width back into it.
func (t *tieMap) keepWidth() {
	if t.bound == 0 {
		return
	}
	for i := range t.blocks {
		b := &t.blocks[i]
		b.x = min(max(b.x, b.w/2), max(b.w/2, t.bound-b.w/2))
	}
}

func pushApart(a, b *block) bool {
	overX, overY := (a.w+b.w)/2-math.Abs(a.x-b.x), (a.h+b.h)/2-math.Abs(a.y-b.y)
	if overX <= 0 || overY <= 0 {
		return false
	}
	const slack = 0.5
	if overX < overY {
		d := (overX + slack) / 2
		if a.x > b.x {
			d = -d
		}
		a.x, b.x = a.x-d, b.x+d
	} else {
		d := (overY + slack) / 2
		if a.y > b.y {
			d = -d
		}
		a.y, b.y = a.y-d, b.y+d
	}
	return true
}

// leastNamed is the number of nodes from which a group has a name on the map.
const leastNamed = 3

// nameGroups sets the names of the groups above their nodes.
func (t *tieMap) nameGroups() {
	colors := t.m.groupColors()
	for g, name := range t.m.GroupNames {
		members, x, top := 0, 0.0, math.Inf(1)
		for i := range t.blocks {
			if b := &t.blocks[i]; b.group == g+1 {
				members++
				x += b.x
				top = min(top, b.box().Y0)
			}
		}
		if members < leastNamed {
			continue
		}
		label := block{node: -1, group: g + 1, x: x / float64(members), y: top - 10}
		for _, s := range wrap(name, 190, 13, true, 2) {
			label.lines = append(label.lines, textLine{Text: s, Size: 13, Bold: true, Color: colors[g+1].Color})
		}
		label.measure()
		t.blocks = append(t.blocks, label)
	}
}

// frame moves all blocks into a frame that begins at 0.
func (t *tieMap) frame() {
	x0, x1, y0, y1 := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for i := range t.blocks {
		r := t.blocks[i].box()
		x0, x1, y0, y1 = min(x0, r.X0), max(x1, r.X1), min(y0, r.Y0), max(y1, r.Y1)
	}
	if len(t.blocks) == 0 {
		x0, x1, y0, y1 = 0, 0, 0, 0
	}
	const room = areaWidth / 2
	t.width, t.height = max(t.m.leastWidth(), x1-x0+2*room), y1-y0+2*room
	for i := range t.blocks {
		b := &t.blocks[i]
		b.x, b.y = b.x-x0+room, b.y-y0+room
		if t.m.mirrored() {
			b.x = t.width - b.x
		}
	}
}

// groupColors are the classes of the groups by number: the colours of the nodes
// where these stand for groups.
func (m *Map) groupColors() map[int]class {
	out := map[int]class{}
	for k := range m.GroupNames {
		c := otherClass
		if k < len(classColors) {
			c = classColors[k]
			c.Mark = k
		}
		out[k+1] = c
	}
	return out
}

// tiePen draws a map of ties.
type tiePen struct {
	pen
	t *tieMap
}

// writeTies draws a map of ties.
func writeTies(ctx context.Context, w io.Writer, m *Map) error {
	if page, ok := FindPage(m.Look.Page); ok {
		return writeTiesOnPage(ctx, w, m, page)
	}
	p, err := newTiePen(ctx, w, m, 0)
	if err != nil {
		return err
	}
	return p.draw(p.frame())
}

func newTiePen(ctx context.Context, w io.Writer, m *Map, width float64) (tiePen, error) {
	t, err := layOutTies(ctx, m, width)
	if err != nil {
		return tiePen{}, err
	}
	return tiePen{newPen(bufio.NewWriterSize(w, 1<<16), m, t.width+2*pageMargin), t}, nil
}

// writeTiesOnPage draws the map for a page, at the greatest scale of several
// widths. Where labels would be too small, it draws fewer nodes.
func writeTiesOnPage(ctx context.Context, w io.Writer, m *Map, page Page) error {
	for {
		var best tiePen
		scale := 0.0
		for _, by := range []float64{1, 0.8} {
			p, err := newTiePen(ctx, w, m, by*page.Width/leastScale-2*pageMargin)
			if err != nil {
				return err
			}
			if s := min(page.Width/p.width, page.Height/p.frame().height); s > scale {
				best, scale = p, s
			}
		}
		if scale >= leastScale {
			return best.draw(best.frame())
		}
		n := len(m.Graph.Nodes)
		fewer := m.ofFewer(n - max(1, n/8))
		if fewer == nil {
			return best.draw(best.frame())
		}
		m = fewer
	}
}

func (p tiePen) frame() frame { return p.pen.frame(p.t.height - 4) }

// haloStyle gives the words of a class a soft ground, behind which lines may run.
const haloStyle = ".h text{paint-order:stroke;stroke:#fff;stroke-opacity:.75;stroke-width:3;stroke-linejoin:round}"

func (p tiePen) draw(f frame) error {
	p.open(f.heading, f.height, "")
	p.printf("<style>.e path:hover{stroke-opacity:1}a:hover text{text-decoration:underline}%s</style>\n", haloStyle)
	p.printf(`<g transform="translate(%s %s)">`+"\n", px(pageMargin), px(f.head))
	p.areas()
	p.ties()
	p.printf(`<g class="h">` + "\n")
	for i := range p.t.blocks {
		p.block(&p.t.blocks[i])
	}
	p.printf("</g>\n</g>\n")
	p.legend(f.legend, f.head+p.t.height+8)
	p.printf("</svg>\n")
	return p.Flush()
}

// areaWidth is how broad the soft area around the nodes of a group is.
const areaWidth = 64.0

// areas draws a soft area below the nodes of each group: broad lines along the
// shortest tree that joins them (Prim 1957).
func (p tiePen) areas() {
	colors := p.t.m.groupColors()
	for g := range p.t.m.GroupNames {
		var of []*block
		for i := range p.t.blocks {
			if b := &p.t.blocks[i]; b.group == g+1 && b.node >= 0 {
				of = append(of, b)
			}
		}
		if len(of) < leastNamed {
			continue
		}
		p.printf(`<path d="%s" fill="none" stroke="%s" stroke-width="%s" stroke-linecap="round" stroke-linejoin="round" opacity=".13"/>`+"\n", treePath(of), colors[g+1].Color, px(areaWidth))
	}
}

// treePath is the shortest tree along the symbols of blocks as a path.
func treePath(of []*block) string {
	var b strings.Builder
	inside := make([]bool, len(of))
	near, dist := make([]int, len(of)), make([]float64, len(of))
	for i := range dist {
		dist[i] = math.Inf(1)
	}
	at := 0
	for range of {
		inside[at] = true
		b.WriteString("M" + px(of[near[at]].x) + " " + px(of[near[at]].y) + "L" + px(of[at].x) + " " + px(of[at].y))
		next := -1
		for i := range of {
			if inside[i] {
				continue
			}
			if d := math.Hypot(of[i].x-of[at].x, of[i].y-of[at].y); d < dist[i] {
				dist[i], near[i] = d, at
			}
			if next < 0 || dist[i] < dist[next] {
				next = i
			}
		}
		at = next
	}
	return b.String()
}

// ties draws the ties, the weak ones first.
func (p tiePen) ties() {
	m := p.t.m
	order := make([]int, len(m.Graph.Edges))
	greatest := 0.0
	for i := range order {
		order[i] = i
		greatest = max(greatest, m.strength(i))
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case m.strength(a) < m.strength(b):
			return -1
		case m.strength(a) > m.strength(b):
			return 1
		}
		return 0
	})
	p.printf(`<g class="e" fill="none" stroke="#6B7580" stroke-opacity=".45">` + "\n")
	for _, i := range order {
		e := &m.Graph.Edges[i]
		a, b := &p.t.blocks[e.From], &p.t.blocks[e.To]
		p.printf(`<path d="M%s %sL%s %s" stroke-width="%s"><title>%s</title></path>`+"\n", px(a.x), px(a.symbolY()), px(b.x), px(b.symbolY()),
			px(0.6+3*math.Sqrt(m.strength(i)/greatest)), escape(tieTooltip(m, i)))
	}
	p.printf("</g>\n")
}

func tieTooltip(m *Map, i int) string {
	e := &m.Graph.Edges[i]
	return plain(m.Graph.Nodes[e.From].ID) + " – " + plain(m.Graph.Nodes[e.To].ID) + ": " + count(int(e.Weight), "document") + ", " + measured(m.strength(i))
}
