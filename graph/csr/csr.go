package csr

import (
	"fmt"
	"math"
	"runtime"
	"slices"
	"sort"
	"sync"
)

// Graph is an immutable directed graph in compressed sparse rows. The zero
// value is the empty graph. It is safe for concurrent use.
type Graph struct {
	n       int
	out, in rows
	loops   bool
}

// rows is one direction: the neighbours of u are adj[start[u]:start[u+1]].
type rows struct {
	start  []uint32
	adj    []uint32
	weight []float64 // parallel to adj; nil where every weight is 1
}

func (r *rows) row(u uint32) []uint32 { return r.adj[r.start[u]:r.start[u+1]] }

func (r *rows) weights(u uint32) []float64 {
	if r.weight == nil {
		return nil
	}
	return r.weight[r.start[u]:r.start[u+1]]
}

// Option changes how Build reads its arcs.
type Option uint8

// KeepLoops keeps arcs from a node to itself, which Build otherwise drops: a
// document that names itself cites nothing.
const KeepLoops Option = 1

// Build makes a graph of n nodes with an arc from[i] → to[i] for every i.
// weight[i] is the arc's weight; a nil weight stands for 1 everywhere. Arcs
// given more than once become one arc whose weight is their sum, so that an
// unweighted list with repeats gives a weighted graph. Self-loops are dropped
// unless KeepLoops is given. The slices are not kept.
//
// Build takes time linear in n plus the number of arcs, by counting sorts; one
// of them is spared where the sources come in order.
// It panics, as an index out of range does, when the slices differ in length,
// an end is not below n, or a weight is negative, infinite or not a number;
// arcs from outside are checked by [ReadEdgeList].
func Build(n int, from, to []uint32, weight []float64, opts ...Option) *Graph {
	check(n, from, to, weight)
	return build(n, []arcList{{from, to, weight}}, weight != nil, slices.Contains(opts, KeepLoops))
}

// BuildOrdered is Build, without loops, for arcs that come in the order of their sources
// and are not all in memory as slices: each calls yield with one after the other, and is
// called twice. It panics where they do not come in order.
func BuildOrdered(n int, each func(yield func(from, to uint32, weight float64))) *Graph {
	r := rows{start: make([]uint32, n+1)}
	last, arcs := uint32(0), uint64(0)
	each(func(from, to uint32, weight float64) {
		if from < last {
			panic(fmt.Sprintf("csr: an arc of %d after one of %d", from, last))
		}
		if int(from) >= n || int(to) >= n || !(weight >= 0) || math.IsInf(weight, 1) {
			panic(fmt.Sprintf("csr: arc %d→%d of weight %g among %d nodes", from, to, weight, n))
		}
		if last = from; from != to {
			r.start[from+1]++
			arcs++
		}
	})
	if arcs > math.MaxUint32 {
		panic(fmt.Sprintf("csr: %d arcs are out of range", arcs))
	}
	for u := range n {
		r.start[u+1] += r.start[u]
	}
	r.adj, r.weight = make([]uint32, 0, arcs), make([]float64, 0, arcs)
	each(func(from, to uint32, weight float64) {
		if from != to {
			r.adj, r.weight = append(r.adj, to), append(r.weight, weight)
		}
	})
	r.sort()
	r.merge()
	return &Graph{n: n, out: r, in: r.transpose(n)}
}

// arcList is a part of the arcs that a graph is built of.
type arcList struct {
	from, to []uint32
	weight   []float64 // nil where the arcs of no part have weights
}

// build is Build for arcs that are right, in several lists.
func build(n int, lists []arcList, weighted, loops bool) *Graph {
	var out rows
	if sorted(lists) {
		out = copied(n, lists, weighted, loops)
		out.sort()
	} else {
		for i := range lists {
			lists[i].from, lists[i].to = lists[i].to, lists[i].from
		}
		out = scatter(n, lists, weighted, loops).transpose(n)
	}
	out.merge()
	return &Graph{n: n, out: out, in: out.transpose(n), loops: loops}
}

// sorted tells whether the sources come in order.
func sorted(lists []arcList) bool {
	last := uint32(0)
	for i := range lists {
		from := lists[i].from
		if len(from) == 0 {
			continue
		}
		if from[0] < last || !slices.IsSorted(from) {
			return false
		}
		last = from[len(from)-1]
	}
	return true
}

func check(n int, from, to []uint32, weight []float64) {
	if len(from) != len(to) || weight != nil && len(weight) != len(from) {
		panic(fmt.Sprintf("csr: %d sources, %d targets and %d weights", len(from), len(to), len(weight)))
	}
	if n < 0 || uint64(len(from)) > math.MaxUint32 {
		panic(fmt.Sprintf("csr: %d nodes and %d arcs are out of range", n, len(from)))
	}
	for i, w := range weight {
		if !(w >= 0) || math.IsInf(w, 1) {
			panic(fmt.Sprintf("csr: weight %g of arc %d→%d", w, from[i], to[i]))
		}
	}
}

// count makes room for the arcs, by their sources, and says where those of each list
// begin if they are taken in order.
func count(n int, lists []arcList, weighted, loops bool) (r rows, first []uint32) {
	r.start = make([]uint32, n+1)
	first = make([]uint32, len(lists)+1)
	for k := range lists {
		l, dropped := &lists[k], 0
		for i, u := range l.from {
			if u == l.to[i] && !loops {
				dropped++
				continue
			}
			r.start[u+1]++
		}
		first[k+1] = first[k] + uint32(len(l.from)-dropped)
	}
	for u := range n {
		r.start[u+1] += r.start[u]
	}
	r.adj = make([]uint32, r.start[n])
	if weighted {
		r.weight = make([]float64, len(r.adj))
	}
	return r, first
}

// copied are the rows of arcs whose sources come in order.
func copied(n int, lists []arcList, weighted, loops bool) rows {
	r, first := count(n, lists, weighted, loops)
	var all sync.WaitGroup
	for k := range lists {
		all.Go(func() {
			l, at := &lists[k], first[k]
			if int(first[k+1]-at) == len(l.to) { // no loop was dropped
				copy(r.adj[at:], l.to)
				if weighted {
					copy(r.weight[at:], l.weight)
				}
				return
			}
			for i, v := range l.to {
				if v == l.from[i] {
					continue
				}
				r.adj[at] = v
				if weighted {
					r.weight[at] = l.weight[i]
				}
				at++
			}
		})
	}
	all.Wait()
	return r
}

// scatter groups the targets by source, keeping their order within a source.
func scatter(n int, lists []arcList, weighted, loops bool) rows {
	r, _ := count(n, lists, weighted, loops)
	next := slices.Clone(r.start)
	for k := range lists {
		l := &lists[k]
		for i, u := range l.from {
			if u == l.to[i] && !loops {
				continue
			}
			p := next[u]
			next[u] = p + 1
			r.adj[p] = l.to[i]
			if weighted {
				r.weight[p] = l.weight[i]
			}
		}
	}
	return r
}

// transpose returns the rows of the opposite direction, each sorted because
// the source rows are read in order.
func (r rows) transpose(n int) rows {
	t := rows{start: make([]uint32, n+1), adj: make([]uint32, len(r.adj))}
	if r.weight != nil {
		t.weight = make([]float64, len(r.adj))
	}
	// Each processor counts the arcs of its rows, and then knows where to write them.
	bounds := partsOf(r.start)
	next := make([][]uint32, len(bounds)-1)
	together(len(next), func(k int) {
		next[k] = make([]uint32, n)
		for _, v := range r.adj[r.start[bounds[k]]:r.start[bounds[k+1]]] {
			next[k][v]++
		}
	})
	end := uint32(0)
	for v := range n {
		t.start[v] = end
		for k := range next {
			next[k][v], end = end, end+next[k][v]
		}
	}
	t.start[n] = end
	together(len(next), func(k int) { r.scatterInto(t, next[k], bounds[k], bounds[k+1]) })
	return t
}

// scatterInto writes the arcs of the rows from lo to below hi to those of the opposite
// direction; next holds where the next arc of each is to stand.
func (r rows) scatterInto(t rows, next []uint32, lo, hi uint32) {
	for u := lo; u < hi; u++ {
		first := r.start[u]
		for i, v := range r.adj[first:r.start[u+1]] {
			p := next[v]
			next[v] = p + 1
			t.adj[p] = u
			if r.weight != nil {
				t.weight[p] = r.weight[first+uint32(i)]
			}
		}
	}
}

// Arcs from which rows are worked on by several processors, and by how many: each
// keeps a number for every node.
const (
	manyArcs     = 1 << 19
	mostTogether = 4
)

// partsOf shares rows out among processors, so that each has as many arcs: part k are
// the rows from bounds[k] to below bounds[k+1].
func partsOf(start []uint32) (bounds []uint32) {
	n := len(start) - 1
	parts, arcs := min(mostTogether, runtime.GOMAXPROCS(0)), start[n]
	if parts < 2 || arcs < manyArcs {
		parts = 1
	}
	for k := range parts {
		lo, _ := slices.BinarySearch(start[:n], uint32(uint64(arcs)*uint64(k)/uint64(parts)))
		bounds = append(bounds, uint32(lo))
	}
	bounds[0] = 0
	return append(bounds, uint32(n))
}

// together calls do for each number below n, all at once.
func together(n int, do func(k int)) {
	var all sync.WaitGroup
	for k := 1; k < n; k++ {
		all.Go(func() { do(k) })
	}
	do(0)
	all.Wait()
}

// sort sorts every row, equal neighbours staying in their order.
func (r *rows) sort() {
	bounds := partsOf(r.start)
	together(len(bounds)-1, func(k int) {
		for u := bounds[k]; u < bounds[k+1]; u++ {
			row := r.row(u)
			switch {
			case r.weight == nil:
				slices.Sort(row)
			case !slices.IsSorted(row):
				sort.Stable(weightedRow{row, r.weights(u)})
			}
		}
	})
}

// weightedRow sorts a row along with its weights.
type weightedRow struct {
	adj    []uint32
	weight []float64
}

func (w weightedRow) Len() int           { return len(w.adj) }
func (w weightedRow) Less(i, j int) bool { return w.adj[i] < w.adj[j] }
func (w weightedRow) Swap(i, j int) {
	w.adj[i], w.adj[j] = w.adj[j], w.adj[i]
	w.weight[i], w.weight[j] = w.weight[j], w.weight[i]
}

// merge joins equal neighbours of a sorted row into one of summed weight, and
// forgets the weights where all of them are 1.
func (r *rows) merge() {
	if r.weight == nil && r.repeats() {
		r.weight = make([]float64, len(r.adj))
		for i := range r.weight {
			r.weight[i] = 1
		}
	}
	if r.weight == nil {
		return
	}
	var lo, end uint32
	for u := range len(r.start) - 1 {
		hi, first := r.start[u+1], end
		for i := lo; i < hi; i++ {
			if end > first && r.adj[end-1] == r.adj[i] {
				r.weight[end-1] += r.weight[i]
				continue
			}
			r.adj[end], r.weight[end] = r.adj[i], r.weight[i]
			end++
		}
		lo, r.start[u+1] = hi, end
	}
	r.adj, r.weight = r.adj[:end], r.weight[:end]
	if !slices.ContainsFunc(r.weight, func(w float64) bool { return w != 1 }) {
		r.weight = nil
	}
}

func (r *rows) repeats() bool {
	for u := range len(r.start) - 1 {
		row := r.row(uint32(u))
		for i := 1; i < len(row); i++ {
			if row[i] == row[i-1] {
				return true
			}
		}
	}
	return false
}

// N is the number of nodes.
func (g *Graph) N() int { return g.n }

// Arcs is the number of arcs, each pair of ends counted once.
func (g *Graph) Arcs() int { return len(g.out.adj) }

// Weighted tells whether any arc has a weight other than 1.
func (g *Graph) Weighted() bool { return g.out.weight != nil }

// Out returns the nodes that u points to, in order. The slice belongs to the
// graph and must not be changed; so do those of In, OutWeight and InWeight.
func (g *Graph) Out(u uint32) []uint32 { return g.out.row(u) }

// In returns the nodes that point to u, in order.
func (g *Graph) In(u uint32) []uint32 { return g.in.row(u) }

// OutWeight returns the weights of the arcs of Out(u), in the same order, or
// nil where the graph is not Weighted and all of them are 1.
func (g *Graph) OutWeight(u uint32) []float64 { return g.out.weights(u) }

// InWeight returns the weights of the arcs of In(u), in the same order, or nil
// where the graph is not Weighted and all of them are 1.
func (g *Graph) InWeight(u uint32) []float64 { return g.in.weights(u) }

// HasLoop tells whether there is an arc from u to itself, at once where the
// graph was built without KeepLoops.
func (g *Graph) HasLoop(u uint32) bool { return g.loops && g.HasArc(u, u) }

// HasArc tells whether there is an arc from u to v, in time logarithmic in the
// length of the shorter of the two rows.
func (g *Graph) HasArc(u, v uint32) bool {
	_, found := g.arc(u, v)
	return found
}

// Weight returns the weight of the arc from u to v, and 0 where there is none.
func (g *Graph) Weight(u, v uint32) float64 {
	w, _ := g.arc(u, v)
	return w
}

func (g *Graph) arc(u, v uint32) (float64, bool) {
	side, key, row := &g.out, v, u
	if len(g.In(v)) < len(g.Out(u)) {
		side, key, row = &g.in, u, v
	}
	i, found := slices.BinarySearch(side.row(row), key)
	switch {
	case !found:
		return 0, false
	case side.weight == nil:
		return 1, true
	}
	return side.weights(row)[i], true
}

// Reverse returns the graph with every arc turned round. It shares the rows
// of g and takes no time.
func (g *Graph) Reverse() *Graph { return &Graph{n: g.n, out: g.in, in: g.out, loops: g.loops} }

// Undirected returns the symmetric graph that has the arcs u → v and v → u
// where g has one or both of them, all of weight 1: what NetworkX's
// to_undirected and igraph's as_undirected(mode="collapse") make. Its two
// directions share their rows. Self-loops are left out.
func (g *Graph) Undirected() *Graph {
	r := rows{start: make([]uint32, g.n+1)}
	for pass := range 2 {
		end := uint32(0)
		for u := range g.n {
			end = union(g.Out(uint32(u)), g.In(uint32(u)), uint32(u), r.adj, end)
			r.start[u+1] = end
		}
		if pass == 0 {
			r.adj = make([]uint32, end)
		}
	}
	return &Graph{n: g.n, out: r, in: r}
}

// union writes the sorted union of a and b without self to dst from index end
// on, or counts it where dst is nil, and returns the index after it.
func union(a, b []uint32, self uint32, dst []uint32, end uint32) uint32 {
	for len(a) > 0 || len(b) > 0 {
		var v uint32
		switch {
		case len(b) == 0 || len(a) > 0 && a[0] < b[0]:
			v, a = a[0], a[1:]
		case len(a) == 0 || b[0] < a[0]:
			v, b = b[0], b[1:]
		default:
			v, a, b = a[0], a[1:], b[1:]
		}
		if v == self {
			continue
		}
		if dst != nil {
			dst[end] = v
		}
		end++
	}
	return end
}
