package render

import (
	"bufio"
	"cmp"
	"context"
	"io"
	"math"
	"slices"
	"strconv"
)

// A map across has its years from left to right, or from right to left in a language
// that runs so: a column a year, the nodes of a year one above the other with their
// labels below them. Labels are wider than years are apart, so that they reach into
// the columns beside; no block of a node and its label covers another. Lines run
// behind the labels, which have a soft ground, and a node stands where few of them
// do: each takes in turn the free place that costs least, by the length of its lines
// and by the labels that lines pass.

// across is a map from left to right with every coordinate settled.
type across struct {
	m       *Map
	blocks  []block // one a node, in their order
	columns []yearColumn
	ties    [][]neighbour
	lines   []line
	width   float64
	height  float64
	least   float64 // width
}

// yearColumn is the place of a year on the axis.
type yearColumn struct {
	year int // 0 for what has none
	n    int // nodes
	x    float64
}

// neighbour is a node that an edge joins to another one.
type neighbour struct {
	node   int
	weight float64
}

// line is the course of the edges between two nodes of different years, the
// earlier first.
type line struct{ a, b int }

const (
	axisHeight  = 26.0 // of the years above the nodes
	leastPitch  = 34.0 // between two years, so that their numbers have room
	passedLabel = 70.0 // what a label behind which a line runs costs, in pixels of length
	placings    = 6    // times that every node takes the place that costs least
	placesTried = 14   // of those that are free, the nearest to its neighbours
	passedLimit = 400  // nodes above which lines may run behind any label
)

// layOutAcross gives the nodes their places on a page of about the width given,
// or of the usual one.
func layOutAcross(ctx context.Context, m *Map, width float64) (*across, error) {
	a := &across{m: m, blocks: m.nodeBlocks()}
	a.makeColumns(cmp.Or(width, max(820, 150*math.Sqrt(float64(len(a.blocks))))) - 2*pageMargin)
	a.join()
	for i := range a.blocks {
		a.blocks[i].y = math.NaN()
	}
	order := m.Order()
	for round := range placings {
		for _, i := range order {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			a.settle(i, round > 0 && len(order) <= passedLimit)
		}
	}
	a.frame()
	return a, nil
}

// makeColumns spreads the years over the width: years that hold many nodes have
// more room, and years left out some.
func (a *across) makeColumns(width float64) {
	for i := range a.blocks {
		y := a.m.Graph.Nodes[i].Year
		at, found := slices.BinarySearchFunc(a.columns, y, func(c yearColumn, y int) int { return cmp.Compare(c.year, y) })
		if !found {
			a.columns = slices.Insert(a.columns, at, yearColumn{year: y})
		}
		a.columns[at].n++
	}
	if len(a.columns) == 0 {
		return
	}
	x := 0.0
	for k := range a.columns[1:] {
		before, c := a.columns[k], &a.columns[k+1]
		step := 0.6 + 0.25*math.Sqrt(float64(max(before.n, c.n)))
		if missing := c.year - before.year - 1; before.year > 0 && missing > 0 {
			step += min(1.2, 0.25*math.Log2(1+float64(missing)))
		}
		x += step
		c.x = x
	}
	first, last := a.widest(a.columns[0].year)/2, a.widest(a.columns[len(a.columns)-1].year)/2
	a.stretch(max(0, width-first-last) / max(1, x))
	for i := range a.blocks {
		at, _ := slices.BinarySearchFunc(a.columns, a.m.Graph.Nodes[i].Year, func(c yearColumn, y int) int { return cmp.Compare(c.year, y) })
		a.blocks[i].x = a.columns[at].x
	}
}

// stretch brings the columns to pixels, with room for the number of each.
func (a *across) stretch(unit float64) {
	at := a.columns[0].x
	for k := range a.columns[1:] {
		c := &a.columns[k+1]
		least := leastPitch
		if a.columns[k].year == 0 {
			least += textWidth(a.m.word("no date"), labelSize, false) / 2
		}
		step := max(least, (c.x-at)*unit)
		at, c.x = c.x, a.columns[k].x+step
	}
}

// widest is the width of the widest block of a year.
func (a *across) widest(year int) float64 {
	w := 0.0
	for i := range a.blocks {
		if a.m.Graph.Nodes[i].Year == year {
			w = max(w, a.blocks[i].w)
		}
	}
	return w
}

// join collects the neighbours of every node and the lines between them.
func (a *across) join() {
	weights := map[line]float64{}
	for i := range a.m.Graph.Edges {
		e := &a.m.Graph.Edges[i]
		l := line{int(e.From), int(e.To)}
		if a.blocks[l.a].x > a.blocks[l.b].x || a.blocks[l.a].x == a.blocks[l.b].x && l.a > l.b {
			l.a, l.b = l.b, l.a
		}
		if l.a == l.b {
			continue
		}
		if weights[l] == 0 {
			a.lines = append(a.lines, l)
		}
		weights[l] += 1 + math.Log2(float64(max(1, e.Weight)))/2
	}
	a.ties = make([][]neighbour, len(a.blocks))
	for _, l := range a.lines {
		a.ties[l.a] = append(a.ties[l.a], neighbour{l.b, weights[l]})
		a.ties[l.b] = append(a.ties[l.b], neighbour{l.a, weights[l]})
	}
	a.lines = slices.DeleteFunc(a.lines, func(l line) bool { return a.blocks[l.a].x == a.blocks[l.b].x })
}

// placed tells whether a node has a place yet.
func (a *across) placed(i int) bool { return !math.IsNaN(a.blocks[i].y) }

// settle moves a node to the free place that costs least, counting the labels that
// lines pass or not.
func (a *across) settle(i int, passing bool) {
	b := &a.blocks[i]
	b.y = math.NaN()
	wish, weight := 0.0, 0.0
	for _, n := range a.ties[i] {
		if a.placed(n.node) {
			wish += a.blocks[n.node].y * n.weight
			weight += n.weight
		}
	}
	if weight > 0 {
		wish /= weight
	}
	best, least := wish, math.Inf(1)
	for _, y := range a.free(i, wish) {
		b.y = y
		if c := a.cost(i, passing); c < least {
			best, least = y, c
		}
	}
	b.y = best
}

// free lists heights at which a block covers no other, the nearest to a wish first.
func (a *across) free(i int, wish float64) []float64 {
	b := &a.blocks[i]
	type span struct{ lo, hi float64 }
	var taken []span
	tried := []float64{wish, wish - 35, wish + 35, wish - 70, wish + 70}
	for j := range a.blocks {
		o := &a.blocks[j]
		if j == i || !a.placed(j) || math.Abs(o.x-b.x) >= (o.w+b.w)/2 {
			continue
		}
		s := span{o.y - (o.h+b.h)/2, o.y + (o.h+b.h)/2}
		taken = append(taken, s)
		tried = append(tried, s.lo, s.hi)
	}
	slices.SortFunc(tried, func(x, y float64) int {
		return cmp.Or(cmp.Compare(math.Abs(x-wish), math.Abs(y-wish)), cmp.Compare(x, y))
	})
	var out []float64
	for _, y := range tried {
		if len(out) < placesTried && !slices.ContainsFunc(taken, func(s span) bool { return y > s.lo && y < s.hi }) {
			out = append(out, y)
		}
	}
	return out
}

// cost of the place of a node: the lengths of its lines and, where passing counts,
// the labels that they pass and the lines that pass its own.
func (a *across) cost(i int, passing bool) float64 {
	b := &a.blocks[i]
	sum := math.Abs(b.y) * 0.1
	for _, n := range a.ties[i] {
		o := &a.blocks[n.node]
		if !a.placed(n.node) {
			continue
		}
		sum += math.Abs(o.y-b.y) * n.weight
		if !passing || o.x == b.x {
			continue
		}
		for j := range a.blocks {
			if j != i && j != n.node && a.passes(b, o, &a.blocks[j]) {
				sum += passedLabel
			}
		}
	}
	if !passing {
		return sum
	}
	for _, l := range a.lines {
		if l.a != i && l.b != i && a.passes(&a.blocks[l.a], &a.blocks[l.b], b) {
			sum += passedLabel
		}
	}
	return sum
}

// rise is how far a line between two columns has risen, of all that it rises, at
// even shares of the way: that of the curve with both handles at half the way.
var rise = func() (at [65]float64) {
	t := 0.0
	for k := range at {
		way := float64(k) / float64(len(at)-1)
		for t < 1 && 1.5*t-1.5*t*t+t*t*t < way {
			t += 1.0 / 1024
		}
		at[k] = min(1, 3*t*t-2*t*t*t)
	}
	return at
}()

// passes tells whether the line between two blocks runs through a third.
func (a *across) passes(from, to, box *block) bool {
	if from.x > to.x {
		from, to = to, from
	}
	left, right := max(from.x, box.x-box.w/2), min(to.x, box.x+box.w/2)
	if left >= right {
		return false
	}
	y0, y1 := from.symbolY(), to.symbolY()
	height := func(x float64) float64 {
		return y0 + (y1-y0)*rise[int((x-from.x)/(to.x-from.x)*float64(len(rise)-1)+0.5)]
	}
	top, bottom := height(left), height(right)
	if top > bottom {
		top, bottom = bottom, top
	}
	return top < box.y+box.h/2 && bottom > box.y-box.h/2
}

// frame moves all into a frame that begins at 0, and turns it around where the
// language runs from right to left.
func (a *across) frame() {
	const room = 6.0
	x0, x1, y0, y1 := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for i := range a.blocks {
		r := a.blocks[i].box()
		x0, x1, y0, y1 = min(x0, r.X0), max(x1, r.X1), min(y0, r.Y0), max(y1, r.Y1)
	}
	for k, c := range a.columns { // the numbers of the years need room too
		w := textWidth(a.yearLine(k).Text, labelSize, true) / 2
		x0, x1 = min(x0, c.x-w), max(x1, c.x+w)
	}
	if len(a.blocks) == 0 {
		x0, x1, y0, y1 = 0, 0, 0, 0
	}
	a.width, a.height = max(a.least, x1-x0+2*room), y1-y0+2*room
	turn := func(x float64) float64 {
		if x += room - x0; a.m.mirrored() {
			x = a.width - x
		}
		return x
	}
	for i := range a.blocks {
		a.blocks[i].x, a.blocks[i].y = turn(a.blocks[i].x), a.blocks[i].y-y0+room
	}
	for k := range a.columns {
		a.columns[k].x = turn(a.columns[k].x)
	}
}

// yearLine is the number of a column.
func (a *across) yearLine(k int) textLine {
	t := textLine{Text: strconv.Itoa(a.columns[k].year), Size: labelSize, Bold: true, Pale: true}
	if a.columns[k].year == 0 {
		t.Text, t.Bold = a.m.word("no date"), false
	}
	return t
}

// acrossPen draws a map across.
type acrossPen struct {
	pen
	a *across
}

func (a *across) pen(w io.Writer) acrossPen {
	return acrossPen{newPen(bufio.NewWriterSize(w, 1<<16), a.m, a.width+2*pageMargin), a}
}

func (a *across) size() (width, height float64) {
	p := a.pen(io.Discard)
	return p.width, p.frame().height
}

func (p acrossPen) frame() frame { return p.pen.frame(axisHeight + p.a.height) }

func (a *across) draw(w io.Writer) error {
	p := a.pen(w)
	f := p.frame()
	p.open(f.heading, f.height, "")
	p.printf("<style>.e path:hover{stroke-opacity:1;stroke-width:3}a:hover text{text-decoration:underline}%s</style>\n", haloStyle)
	p.printf(`<g transform="translate(%s %s)">`+"\n", px(pageMargin), px(f.head))
	p.years()
	p.printf(`<g transform="translate(0 %s)">`+"\n", px(axisHeight))
	p.edges(p.path)
	p.arrows()
	p.printf(`<g class="h">` + "\n")
	order := a.m.Order()
	slices.Reverse(order)
	for _, i := range order {
		p.block(&a.blocks[i])
	}
	p.printf("</g>\n</g>\n</g>\n")
	p.legend(f.legend, f.head+axisHeight+a.height+12)
	p.printf("</svg>\n")
	return p.Flush()
}

// years draws the axis above the nodes, a band for every second year, and a broken
// line where years are left out.
func (p acrossPen) years() {
	columns := p.a.columns
	edge := func(k int) float64 { // between columns k-1 and k
		switch k {
		case 0:
			return p.a.before(columns[0].x)
		case len(columns):
			return p.a.width - p.a.before(columns[0].x)
		}
		return (columns[k-1].x + columns[k].x) / 2
	}
	for k, c := range columns {
		from, to := min(edge(k), edge(k+1)), max(edge(k), edge(k+1))
		shade := ".012"
		if k%2 == 0 {
			shade = ".035"
		}
		p.printf(`<rect x="%s" y="%s" width="%s" height="%s" fill="#0B2A4A" fill-opacity="%s"/>`+"\n", px(from), px(axisHeight-4), px(to-from), px(p.a.height+4), shade)
		p.printf(`<path d="M%s %sv5" stroke="#8C959F" stroke-width="1.5"/>`+"\n", px(c.x), px(axisHeight-4))
		dash, color := "", "#8C959F"
		if k+1 < len(columns) && (c.year == 0 || columns[k+1].year > c.year+1) {
			dash, color = ` stroke-dasharray="1 3"`, "#B8C0C8"
		}
		if k+1 < len(columns) {
			p.printf(`<path d="M%s %sH%s" stroke="%s" stroke-width="1.5"%s/>`+"\n", px(c.x), px(axisHeight-4), px(columns[k+1].x), color, dash)
		}
		p.text(c.x, axisHeight-10, centre, p.a.yearLine(k))
	}
}

// before is the edge of the picture at which the years begin.
func (a *across) before(first float64) float64 {
	if a.m.mirrored() {
		return a.width
	}
	return 0
}

// path is the line of an edge: level at both nodes, curved between them.
func (p acrossPen) path(edge int) string {
	e := p.m.Graph.Edges[edge]
	from, to := &p.a.blocks[e.From], &p.a.blocks[e.To]
	x, y := p.tip(edge)
	switch {
	case e.From == e.To:
		top := from.symbolY() - from.radius
		return "M" + px(x) + " " + px(y) + "C" + px(x-14) + " " + px(top-14) + " " + px(x+14) + " " + px(top-14) + " " + px(x) + " " + px(y)
	case from.x == to.x:
		out := p.outward() * (16 + min(24, math.Abs(from.y-to.y)*0.1))
		return "M" + px(from.x) + " " + px(from.symbolY()) + "C" + px(from.x+out) + " " + px(from.symbolY()) + " " + px(x+out) + " " + px(y) + " " + px(x) + " " + px(y)
	}
	middle := px((from.x + x) / 2)
	return "M" + px(from.x) + " " + px(from.symbolY()) + "C" + middle + " " + px(from.symbolY()) + " " + middle + " " + px(y) + " " + px(x) + " " + px(y)
}

// outward is the direction of the past.
func (p acrossPen) outward() float64 {
	if p.mirrored {
		return 1
	}
	return -1
}

// tip is where the arrow of an edge touches its target.
func (p acrossPen) tip(edge int) (x, y float64) {
	e := p.m.Graph.Edges[edge]
	from, to := &p.a.blocks[e.From], &p.a.blocks[e.To]
	reach := to.radius*1.1 + 2
	switch {
	case e.From == e.To:
		return to.x, to.symbolY() - to.radius
	case from.x == to.x:
		return to.x + p.outward()*reach, to.symbolY()
	case from.x > to.x:
		return to.x + reach, to.symbolY()
	}
	return to.x - reach, to.symbolY()
}

// arrows draws one head for all edges that arrive at a node from one side, in their
// colour where they have one.
func (p acrossPen) arrows() {
	type end struct {
		node  int32
		right bool
	}
	arriving := map[end][]int{}
	var ends []end
	for i := range p.m.Graph.Edges {
		e := &p.m.Graph.Edges[i]
		if e.From == e.To {
			continue
		}
		x, _ := p.tip(i)
		k := end{int32(e.To), x > p.a.blocks[e.To].x}
		if arriving[k] == nil {
			ends = append(ends, k)
		}
		arriving[k] = append(arriving[k], i)
	}
	for _, k := range ends {
		x, y := p.tip(arriving[k][0])
		back := x - 6
		if k.right {
			back = x + 6
		}
		p.printf(`<path d="M%s %sL%s %sL%s %sZ" fill="%s"/>`+"\n", px(x), px(y), px(back), px(y-3), px(back), px(y+3), p.common(arriving[k]))
	}
}
