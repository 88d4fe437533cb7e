package render

import (
	"cmp"
	"context"
	"math"
	"slices"

	"uncite/graph"
)

// The layout of a citation map follows Sugiyama, Tagawa and Toda, "Methods
// for visual understanding of hierarchical system structures", IEEE Trans.
// SMC 11 (1981): rows, order within the rows, positions. What is special:
//
//   - A row belongs to one year. A busy year has several rows, in which what
//     is cited stands above what cites it. Nodes without a year have rows of
//     their own above all years.
//   - Edges of one type that arrive at a node from the same side run in one
//     trunk, or those that leave it, if more leave the source than arrive at
//     the target. A trunk takes up a lane of its own in every row it passes.
//     So no line crosses a label, and a node that fifty others cite, or that
//     cites fifty others, costs one lane.

// Lengths in pixels.
const (
	labelSize    = 11.0 // font size of ordinary labels
	laneWidth    = 6.0  // room for a trunk that passes a row
	symbolGap    = 4.0  // between a symbol and its label
	boxPad       = 9.0  // free room to the right of a label
	minRadius    = 4.0
	maxRadius    = 15.0
	minGutter    = 14.0 // between two rows
	maxGutter    = 48.0
	laneLimit    = 150_000 // lanes in all rows, above which edges run straight
	sweepLimit   = 2_000_000
	leavingRatio = 2     // edges leaving to edges arriving, above which they share the trunk of their source
	maxLabel     = 150.0 // width of a label's line
	maxTopLabel  = 215.0 // the same for the most central
)

// rect is a rectangle in pixels, y downwards.
type rect struct{ X0, Y0, X1, Y1 float64 }

func (r rect) overlaps(s rect) bool {
	return r.X0 < s.X1 && s.X0 < r.X1 && r.Y0 < s.Y1 && s.Y0 < r.Y1
}

// textLine is one line of a label.
type textLine struct {
	Text string
	Size float64
	Bold bool
	Pale bool // in a lighter colour
	// Color is the colour of the text where it is neither ink nor pale ink.
	Color string
}

// item stands in a row: a node, or the lane of a trunk that passes.
type item struct {
	node  int // index into Graph.Nodes; -1 for a lane
	trunk int // of a lane
	row   int
	x, y  float64 // the centre of the symbol; y is unused for lanes
	left  float64 // room to the left of x
	right float64 // room to the right of x

	radius   float64
	leftward bool // the label stands to the left of the symbol
	lines    []textLine
	width    float64 // of the widest line
	height   float64 // of the symbol or the lines, whichever is greater
}

// row is one line of items with its place on the page.
type row struct {
	year        int   // 0 for the rows without a date
	items       []int // indices into layout.items, left to right
	top, bottom float64
}

// trunk gathers edges of one type that share their source or their target.
type trunk struct {
	trunkKey
	far   int         // the row of the farthest other end
	lanes map[int]int // row to item, for all rows between
	edges []int
	port  float64 // offset of the root's end from the root's x
}

// trunkKey tells trunks apart.
type trunkKey struct {
	root    int // the item that all edges share
	leaving bool
	kind    graph.EdgeType
	up      bool // the edges lead up the page
}

// link joins two items of neighbouring rows.
type link struct {
	upper, lower int
	weight       float64
}

// layout is a citation map with every coordinate settled.
type layout struct {
	m      *Map
	items  []item
	rows   []row
	trunks []trunk
	links  [][]link // links[r] join row r to row r+1
	itemOf []int    // node to item
	// trunkOf is the trunk of each edge, -1 for one within its own row.
	trunkOf       []int
	width, height float64 // of the part that holds the rows
	least         float64 // width
	direct        bool    // no lanes: too many of them
}

// layOut computes the positions of all nodes and lanes. It returns early,
// with the error of ctx, when ctx is done.
func layOut(ctx context.Context, m *Map) (*layout, error) {
	return layOutWide(ctx, m, max(usualWidth, 115*math.Sqrt(float64(len(m.Graph.Nodes)))))
}

// usualWidth is the least width of the rows, but on a page that has less.
const usualWidth = 430.0

// layOutWide is layOut for rows of about that width.
func layOutWide(ctx context.Context, m *Map, width float64) (*layout, error) {
	l := &layout{m: m, itemOf: make([]int, len(m.Graph.Nodes)), width: width, least: min(width, usualWidth)}
	l.makeItems()
	l.makeRows()
	l.makeTrunks()
	l.makeLinks()
	if err := l.order(ctx); err != nil {
		return nil, err
	}
	if err := l.place(ctx); err != nil {
		return nil, err
	}
	l.stack()
	if m.mirrored() {
		l.mirror()
	}
	return l, nil
}

// mirror turns the layout around, for a language that runs from right to left.
func (l *layout) mirror() {
	for i := range l.items {
		it := &l.items[i]
		it.x = l.width - it.x
		it.left, it.right = it.right, it.left
		it.leftward = true
	}
	for t := range l.trunks {
		l.trunks[t].port = -l.trunks[t].port
	}
}

// prominent is how many nodes of n may have a large label and their title.
// Fewer do where scores are equal.
func prominent(n int) int { return min(12, (n+3)/4) }

func (l *layout) makeItems() {
	sizes, order := l.m.sizes(), l.m.Order()
	least := math.Inf(-1) // the score that a prominent node must surpass
	if k := prominent(len(order)); k < len(order) {
		least = l.m.Score(order[k])
	}
	for i := range l.m.Graph.Nodes {
		it := item{node: i, radius: minRadius + (maxRadius-minRadius)*sizes[i]}
		top := len(l.m.Scores) > 0 && l.m.Score(i) > least
		it.lines = labelLines(&l.m.Graph.Nodes[i], top, l.m.Look.Names)
		text := 0.0
		for _, t := range it.lines {
			it.width = max(it.width, textWidth(t.Text, t.Size, t.Bold))
			text += lineHeight(t.Size)
		}
		it.height = max(2*it.radius+4, text)
		it.left = it.radius*1.2 + 3
		it.right = it.radius*1.2 + symbolGap + it.width + boxPad
		l.itemOf[i] = i
		l.items = append(l.items, it)
	}
}

func lineHeight(size float64) float64 { return size * 1.25 }

// labelLines sets the label of a node. The most central ones are larger and show
// their title too, unless names says which of the two all nodes show.
func labelLines(n *graph.Node, top bool, names string) []textLine {
	label, title := cmp.Or(n.Label, n.ID), ""
	size, width, lines := labelSize, maxLabel, 2
	if top {
		size, width, lines, title = 13, maxTopLabel, 3, n.PrintedTitle()
	}
	switch names {
	case "symbol":
		title = ""
	case "title":
		label, title, lines = cmp.Or(n.PrintedTitle(), label), "", 3
	case "both":
		title = n.PrintedTitle()
	}
	var out []textLine
	for _, s := range wrap(label, width, size, top, lines) {
		out = append(out, textLine{Text: s, Size: size, Bold: top})
	}
	if title == "" || plain(title) == plain(label) {
		return out
	}
	for _, s := range wrap(title, width, 10, false, 2) {
		out = append(out, textLine{Text: s, Size: 10, Pale: true})
	}
	return out
}

// makeRows gives every year its rows, the undated first, and every item its
// row.
func (l *layout) makeRows() {
	byYear := map[int][]int{}
	for i, n := range l.m.Graph.Nodes {
		byYear[n.Year] = append(byYear[n.Year], l.itemOf[i])
	}
	years := make([]int, 0, len(byYear))
	for y := range byYear {
		years = append(years, y)
	}
	slices.Sort(years)
	depth := l.depths()
	for _, y := range years {
		members := byYear[y]
		slices.SortFunc(members, func(a, b int) int {
			return cmp.Or(cmp.Compare(depth[a], depth[b]), cmp.Compare(l.items[a].node, l.items[b].node))
		})
		for _, chunk := range l.chunks(members, depth) {
			for _, it := range chunk {
				l.items[it].row = len(l.rows)
			}
			l.rows = append(l.rows, row{year: y, items: chunk})
		}
	}
}

// depths counts for every node the longest chain of edges that leads from it
// to other nodes of the same year. Edges that close a cycle do not count.
func (l *layout) depths() []int {
	g := l.m.Graph
	next := make([][]int, len(g.Nodes))
	for _, e := range g.Edges {
		if e.From != e.To && g.Nodes[e.From].Year == g.Nodes[e.To].Year {
			next[e.From] = append(next[e.From], int(e.To))
		}
	}
	depth, state := make([]int, len(g.Nodes)), make([]uint8, len(g.Nodes))
	const open, done = 1, 2
	for start := range next {
		stack := []int{start}
		for len(stack) > 0 {
			v := stack[len(stack)-1]
			if state[v] == 0 {
				state[v] = open
				for _, u := range next[v] {
					if state[u] == 0 {
						stack = append(stack, u)
					}
				}
				continue
			}
			stack = stack[:len(stack)-1]
			if state[v] == done {
				continue
			}
			for _, u := range next[v] {
				if state[u] == done {
					depth[v] = max(depth[v], depth[u]+1)
				}
			}
			state[v] = done
		}
	}
	return depth
}

// chunks splits the nodes of a year, sorted by depth, into rows that are not
// too wide and hold one depth each.
func (l *layout) chunks(members []int, depth []int) [][]int {
	var out [][]int
	for len(members) > 0 {
		n, total := 0, 0.0
		for n < len(members) && depth[members[n]] == depth[members[0]] {
			total += l.items[members[n]].left + l.items[members[n]].right
			n++
		}
		parts := max(1, int(math.Ceil(total/(l.width*0.85))))
		for p := range parts {
			if from, to := n*p/parts, n*(p+1)/parts; to > from {
				out = append(out, slices.Clone(members[from:to]))
			}
		}
		members = members[n:]
	}
	return out
}

// makeTrunks gathers the edges into trunks and gives each trunk a lane in
// every row between its root and its farthest other end.
func (l *layout) makeTrunks() {
	out, in := l.degrees()
	index := map[trunkKey]int{}
	l.trunkOf = make([]int, len(l.m.Graph.Edges))
	for i, e := range l.m.Graph.Edges {
		source, target := l.itemOf[e.From], l.itemOf[e.To]
		if l.items[source].row == l.items[target].row {
			l.trunkOf[i] = -1
			continue
		}
		k := trunkKey{target, false, e.Type, l.items[source].row > l.items[target].row}
		other := source
		if out[degreeKey{int(e.From), e.Type}] > leavingRatio*in[degreeKey{int(e.To), e.Type}] {
			k.root, k.leaving, other = source, true, target
		}
		t, found := index[k]
		if !found {
			t = len(l.trunks)
			index[k] = t
			l.trunks = append(l.trunks, trunk{trunkKey: k, far: l.items[other].row})
		}
		tr := &l.trunks[t]
		l.trunkOf[i] = t
		tr.edges = append(tr.edges, i)
		if k.up == k.leaving {
			tr.far = min(tr.far, l.items[other].row)
		} else {
			tr.far = max(tr.far, l.items[other].row)
		}
	}
	l.makeLanes()
	l.setPorts()
}

type degreeKey struct {
	node int
	kind graph.EdgeType
}

// degrees counts the edges of each type that leave and reach the nodes.
func (l *layout) degrees() (out, in map[degreeKey]int) {
	out, in = map[degreeKey]int{}, map[degreeKey]int{}
	for _, e := range l.m.Graph.Edges {
		out[degreeKey{int(e.From), e.Type}]++
		in[degreeKey{int(e.To), e.Type}]++
	}
	return out, in
}

func (l *layout) makeLanes() {
	lanes := 0
	for _, t := range l.trunks {
		lanes += max(0, max(t.far, l.items[t.root].row)-min(t.far, l.items[t.root].row)-1)
	}
	if l.direct = lanes > laneLimit; l.direct {
		return
	}
	for i := range l.trunks {
		t := &l.trunks[i]
		t.lanes = map[int]int{}
		from, to := l.items[t.root].row, t.far
		for r := min(from, to) + 1; r < max(from, to); r++ {
			t.lanes[r] = len(l.items)
			l.rows[r].items = append(l.rows[r].items, len(l.items))
			l.items = append(l.items, item{node: -1, trunk: i, row: r, left: laneWidth / 2, right: laneWidth / 2})
		}
	}
}

// setPorts spreads the ends of several trunks at the same side of a node.
func (l *layout) setPorts() {
	type side struct {
		root  int
		above bool
	}
	sides := map[side][]int{}
	for i, t := range l.trunks {
		s := side{t.root, t.up == t.leaving}
		sides[s] = append(sides[s], i)
	}
	for s, trunks := range sides {
		step := min(7, 1.4*l.items[s.root].radius/float64(len(trunks)))
		for k, t := range trunks {
			l.trunks[t].port = step * (float64(k) - float64(len(trunks)-1)/2)
		}
	}
}

// way lists the items that an edge runs through, from source to target.
func (l *layout) way(edge int) []int {
	e := l.m.Graph.Edges[edge]
	source, target := l.itemOf[e.From], l.itemOf[e.To]
	way := []int{source}
	if t := l.trunkOf[edge]; t >= 0 && !l.direct {
		step := -1
		if !l.trunks[t].up {
			step = 1
		}
		for r := l.items[source].row + step; r != l.items[target].row; r += step {
			way = append(way, l.trunks[t].lanes[r])
		}
	}
	return append(way, target)
}

// makeLinks collects what the ways of all edges have in common: one link for
// each pair of items that follow each other on some way.
func (l *layout) makeLinks() {
	l.links = make([][]link, len(l.rows))
	seen := map[[2]int]int{}
	for i := range l.m.Graph.Edges {
		if l.trunkOf[i] < 0 {
			continue
		}
		way := l.way(i)
		for k := 1; k < len(way); k++ {
			upper, lower := way[k], way[k-1]
			if l.items[upper].row > l.items[lower].row {
				upper, lower = lower, upper
			}
			r := l.items[upper].row
			if l.items[lower].row != r+1 {
				continue
			}
			at, found := seen[[2]int{upper, lower}]
			if !found {
				at = len(l.links[r])
				seen[[2]int{upper, lower}] = at
				l.links[r] = append(l.links[r], link{upper, lower, 0})
			}
			l.links[r][at].weight++
		}
	}
}

// stack sets the rows one below the other, with gutters as high as the lines
// between them need.
func (l *layout) stack() {
	y := 8.0
	for r := range l.rows {
		if r > 0 {
			y += l.gutter(r-1) + yearGap(l.rows[r-1].year, l.rows[r].year)
		}
		height := 0.0
		for _, it := range l.rows[r].items {
			height = max(height, l.items[it].height)
		}
		l.rows[r].top, l.rows[r].bottom = y, y+height
		for _, it := range l.rows[r].items {
			l.items[it].y = y + height/2
		}
		y += height
	}
	l.height = y + 8
}

// gutter is the height between rows r and r+1: the farther lines run
// sideways, the more they need to cross each other at an angle.
func (l *layout) gutter(r int) float64 {
	widest := 0.0
	for _, k := range l.links[r] {
		widest = max(widest, math.Abs(l.items[k.upper].x-l.items[k.lower].x))
	}
	return min(maxGutter, minGutter+widest*0.06)
}

// yearGap is the room for years between two rows that have no node.
func yearGap(upper, lower int) float64 {
	switch missing := lower - upper - 1; {
	case upper == lower:
		return 0
	case upper == 0:
		return 10
	case missing <= 0:
		return 0
	default:
		return min(24, 4*math.Log2(1+float64(missing)))
	}
}

// symbolBox and labelBox are the room a node's symbol and label take up.
func (it *item) symbolBox() rect {
	r := it.radius * 1.2
	return rect{it.x - r, it.y - r, it.x + r, it.y + r}
}

func (it *item) labelBox() rect {
	height := 0.0
	for _, t := range it.lines {
		height += lineHeight(t.Size)
	}
	x := it.x + it.radius*1.2 + symbolGap
	if it.leftward {
		x = it.x - it.radius*1.2 - symbolGap - it.width
	}
	return rect{x, it.y - height/2, x + it.width, it.y + height/2}
}
