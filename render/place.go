package render

import (
	"context"
	"math"
	"slices"
)

// place gives every item its x, in the order that order has found. It
// repeatedly moves each row to where its neighbours' links are shortest,
// which is an isotonic regression solved exactly by pooling adjacent
// violators (Barlow et al., 1972), and then straightens the trunks.
func (l *layout) place(ctx context.Context) error {
	for r := range l.rows {
		l.width = max(l.width, l.needed(r))
	}
	for r := range l.rows {
		l.pack(r)
	}
	passes := 40
	if len(l.items) > 20_000 {
		passes = 8
	}
	neighbours := l.weighted()
	for pass := range passes {
		if err := ctx.Err(); err != nil {
			return err
		}
		for k := range l.rows {
			r := k
			if pass%2 == 1 {
				r = len(l.rows) - 1 - k
			}
			l.settle(r, neighbours)
		}
	}
	for range 2 {
		for t := range l.trunks {
			l.straighten(&l.trunks[t])
		}
	}
	l.crop()
	return nil
}

// crop takes away the empty room to the left and right of all items.
func (l *layout) crop() {
	lo, hi := math.Inf(1), math.Inf(-1)
	for i := range l.items {
		lo = min(lo, l.items[i].x-l.items[i].left)
		hi = max(hi, l.items[i].x+l.items[i].right)
	}
	if lo > hi {
		return
	}
	width := max(hi-lo, l.least)
	for i := range l.items {
		l.items[i].x += (width-(hi-lo))/2 - lo
	}
	l.width = width
}

// needed is the least width of a row.
func (l *layout) needed(r int) float64 {
	sum := 0.0
	for _, it := range l.rows[r].items {
		sum += l.items[it].left + l.items[it].right
	}
	return sum
}

// pack spreads the items of a row evenly over the width.
func (l *layout) pack(r int) {
	items := l.rows[r].items
	gap := (l.width - l.needed(r)) / float64(len(items)+1)
	x := gap
	for _, it := range items {
		l.items[it].x = x + l.items[it].left
		x += l.items[it].left + l.items[it].right + gap
	}
}

type pull struct {
	item   int
	weight float64
}

// weighted lists for each item the items it is linked to and how strongly
// each draws it. Links between two lanes count most: long lines shall be
// straight, short ones may lean (Gansner et al. 1993 use 1, 2 and 8).
func (l *layout) weighted() [][]pull {
	out := make([][]pull, len(l.items))
	for _, row := range l.links {
		for _, k := range row {
			w := 1 + math.Log2(k.weight)
			if l.items[k.upper].node < 0 {
				w *= 2
			}
			if l.items[k.lower].node < 0 {
				w *= 2
			}
			out[k.upper] = append(out[k.upper], pull{k.lower, w})
			out[k.lower] = append(out[k.lower], pull{k.upper, w})
		}
	}
	return out
}

// settle moves the items of one row as close as their order and room allow
// to the weighted mean of their neighbours.
func (l *layout) settle(r int, neighbours [][]pull) {
	items := l.rows[r].items
	wish, weight := make([]float64, len(items)), make([]float64, len(items))
	offset := make([]float64, len(items))
	room := 0.0
	for p, it := range items {
		room += l.items[it].left
		offset[p] = room
		room += l.items[it].right
		// A weak pull to the present place keeps items without links apart
		// and damps the others.
		sum, w := l.items[it].x*0.2, 0.2
		for _, n := range neighbours[it] {
			sum += l.items[n.item].x * n.weight
			w += n.weight
		}
		wish[p], weight[p] = sum/w-offset[p], w
	}
	for p, x := range isotonic(wish, weight) {
		l.items[items[p]].x = min(max(x, 0), max(0, l.width-room)) + offset[p]
	}
}

// isotonic returns the non-decreasing sequence that is closest to wish in
// the weighted sum of squares.
func isotonic(wish, weight []float64) []float64 {
	type block struct {
		mean, weight float64
		n            int
	}
	var blocks []block
	for i := range wish {
		b := block{wish[i], weight[i], 1}
		for len(blocks) > 0 && blocks[len(blocks)-1].mean >= b.mean {
			a := blocks[len(blocks)-1]
			blocks = blocks[:len(blocks)-1]
			w := a.weight + b.weight
			b = block{(a.mean*a.weight + b.mean*b.weight) / w, w, a.n + b.n}
		}
		blocks = append(blocks, b)
	}
	out := make([]float64, 0, len(wish))
	for _, b := range blocks {
		for range b.n {
			out = append(out, b.mean)
		}
	}
	return out
}

// straighten sets runs of lanes of one trunk to the same x where the items
// beside them leave room for it.
func (l *layout) straighten(t *trunk) {
	var rows []int
	root := l.items[t.root].row
	for r := min(root, t.far) + 1; r < max(root, t.far) && t.lanes != nil; r++ {
		rows = append(rows, r)
	}
	if t.far < root {
		slices.Reverse(rows)
	}
	// rows now lead away from the root; where it can, the first run stands
	// exactly below or above it.
	wish := l.items[t.root].x + t.port
	for len(rows) > 0 {
		lo, hi := math.Inf(-1), math.Inf(1)
		n, sum := 0, 0.0
		for n < len(rows) {
			a, b := l.free(t.lanes[rows[n]])
			if max(lo, a) > min(hi, b) {
				break
			}
			lo, hi = max(lo, a), min(hi, b)
			sum += l.items[t.lanes[rows[n]]].x
			n++
		}
		x := min(max(sum/float64(n), lo), hi)
		if wish >= lo && wish <= hi && math.Abs(wish-x) < 40 {
			x = wish
		}
		for _, r := range rows[:n] {
			l.items[t.lanes[r]].x = x
		}
		wish, rows = x, rows[n:]
	}
}

// free is the interval in which an item can move between its neighbours.
func (l *layout) free(i int) (lo, hi float64) {
	it := &l.items[i]
	items := l.rows[it.row].items
	lo, hi = it.left, l.width-it.right
	for p, other := range items {
		if other != i {
			continue
		}
		if p > 0 {
			o := &l.items[items[p-1]]
			lo = o.x + o.right + it.left
		}
		if p+1 < len(items) {
			o := &l.items[items[p+1]]
			hi = o.x - o.left - it.right
		}
	}
	// Rounding may have left a hair's breadth less than no room.
	return min(lo, it.x), max(hi, it.x)
}
