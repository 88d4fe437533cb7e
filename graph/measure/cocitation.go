package measure

import (
	"cmp"
	"context"
	"math"
	"slices"

	"uncite/graph/csr"
)

// Neighbour is a document that goes with another one.
type Neighbour struct {
	Node  uint32
	Count int // documents that cite both, or that both cite
	// Cosine is Count over the geometric mean of the counts of the two alone
	// (Salton and McGill 1983): 1 where they are always found together.
	Cosine float64
}

// Pair is two documents that go together, A < B.
type Pair struct {
	A, B   uint32
	Count  int
	Cosine float64
}

// CoCitedWith lists the top documents that are cited together with v (Small
// 1973), the most often first, then by cosine and by number; 0 means all.
func CoCitedWith(g *csr.Graph, v uint32, top int) []Neighbour {
	list := newTogether(g).with(v, 0)
	slices.SortFunc(list, func(a, b Neighbour) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(b.Cosine, a.Cosine), cmp.Compare(a.Node, b.Node))
	})
	if top > 0 && top < len(list) {
		list = list[:top]
	}
	return list
}

// CoupledWith lists the top documents that cite the same ones as v:
// bibliographic coupling (Kessler 1963), in the order of [CoCitedWith].
func CoupledWith(g *csr.Graph, v uint32, top int) []Neighbour {
	return CoCitedWith(g.Reverse(), v, top)
}

// CoCitedPairs lists the top pairs of documents that at least least documents
// cite together, the most often first, then by cosine and by number. With top
// 0 it lists all of them, and there may be many.
func CoCitedPairs(ctx context.Context, g *csr.Graph, o *Options, least, top int) ([]Pair, error) {
	var best []Pair
	worst := 0 // a count below this is not among the top
	err := eachTogether(ctx, g, o, least, func(v uint32, list []Neighbour) {
		for _, n := range list {
			if n.Count >= worst {
				best = append(best, Pair{v, n.Node, n.Count, n.Cosine})
			}
		}
		if top > 0 && len(best) > 2*top+1<<12 {
			best = topPairs(best, top)
			worst = best[top-1].Count
		}
	})
	return topPairs(best, top), err
}

func topPairs(pairs []Pair, top int) []Pair {
	slices.SortFunc(pairs, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(b.Cosine, a.Cosine),
			cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	if top > 0 && top < len(pairs) {
		pairs = pairs[:top]
	}
	return pairs
}

// CoCitationGraph joins all pairs of documents that at least least documents
// cite together, by arcs both ways whose weight is the number of those.
func CoCitationGraph(ctx context.Context, g *csr.Graph, o *Options, least int) (*csr.Graph, error) {
	var from, to []uint32
	var weight []float64
	err := eachTogether(ctx, g, o, least, func(v uint32, list []Neighbour) {
		for _, n := range list {
			w := float64(n.Count)
			from, to, weight = append(from, v, n.Node), append(to, n.Node, v), append(weight, w, w)
		}
	})
	if err != nil {
		return nil, err
	}
	return csr.Build(g.N(), from, to, weight), nil
}

// CouplingGraph joins all pairs of documents that cite at least least
// documents in common, as [CoCitationGraph] does.
func CouplingGraph(ctx context.Context, g *csr.Graph, o *Options, least int) (*csr.Graph, error) {
	return CoCitationGraph(ctx, g.Reverse(), o, least)
}

// CoCitations is the number of times each document is cited together with
// another: the sum of its co-citation counts.
func CoCitations(_ context.Context, g *csr.Graph, _ *Options) (Result, error) {
	return Result{Scores: perNode(g, func(v uint32) float64 {
		sum := 0
		for _, u := range g.In(v) {
			sum += len(g.Out(u)) - 1
		}
		return float64(sum)
	})}, nil
}

// Coupling is the sum of the references that each document has in common with
// every other: the sum of its bibliographic coupling strengths.
func Coupling(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	return CoCitations(ctx, g.Reverse(), o)
}

// together counts what is cited together with a node. It belongs to one
// goroutine.
type together struct {
	g       *csr.Graph
	count   []uint32
	touched []uint32
}

func newTogether(g *csr.Graph) *together {
	return &together{g: g, count: make([]uint32, g.N())}
}

// with lists the nodes of number first and up that are cited together with v,
// in order.
func (t *together) with(v, first uint32) []Neighbour {
	for _, u := range t.g.In(v) {
		row := t.g.Out(u)
		from, _ := slices.BinarySearch(row, first)
		for _, w := range row[from:] {
			if t.count[w] == 0 {
				t.touched = append(t.touched, w)
			}
			t.count[w]++
		}
	}
	slices.Sort(t.touched)
	list := make([]Neighbour, 0, len(t.touched))
	for _, w := range t.touched {
		if w != v {
			both := float64(len(t.g.In(v))) * float64(len(t.g.In(w)))
			list = append(list, Neighbour{w, int(t.count[w]), float64(t.count[w]) / math.Sqrt(both)})
		}
		t.count[w] = 0
	}
	t.touched = t.touched[:0]
	return list
}

// togetherNodes is the number of nodes whose pairs are found in one job.
const togetherNodes = 256

// eachTogether hands to add, node by node in order, the nodes of higher number
// that are cited together with it at least so often.
func eachTogether(ctx context.Context, g *csr.Graph, o *Options, least int, add func(v uint32, list []Neighbour)) error {
	n := g.N()
	type lists struct {
		first uint32
		of    [][]Neighbour
	}
	counters := make([]*together, o.threads())
	work := func(worker, job int, into *lists) {
		if counters[worker] == nil {
			counters[worker] = newTogether(g)
		}
		into.first, into.of = uint32(job*togetherNodes), into.of[:0]
		for v := into.first; v < uint32(min((job+1)*togetherNodes, n)) && ctx.Err() == nil; v++ {
			list := counters[worker].with(v, v+1)
			into.of = append(into.of, slices.DeleteFunc(list, func(n Neighbour) bool { return n.Count < least }))
		}
	}
	return inOrder(ctx, o, (n+togetherNodes-1)/togetherNodes, func() *lists { return new(lists) }, work, func(l *lists) {
		for i, list := range l.of {
			if len(list) > 0 {
				add(l.first+uint32(i), list)
			}
		}
	})
}
