package measure

import (
	"context"
	"math/bits"

	"uncite/graph/csr"
)

// Closeness is the inverse of the mean distance from the nodes that reach a
// node by citation chains, times the share of nodes that do (Wasserman and
// Faust 1994, for graphs that are not connected):
//
//	C(v) = (r−1)/Σ d(u,v) · (r−1)/(n−1) over the r−1 nodes u ≠ v that reach v
//
// and 0 where none does: NetworkX's closeness_centrality. igraph's, with
// mode="in", lacks the second factor. Above Options.ExactNodes it is estimated
// by HyperBall.
func Closeness(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	d, note, err := inwardDistances(ctx, g, o)
	if err != nil {
		return Result{}, err
	}
	s := make([]float64, g.N())
	for v := range s {
		if d.total[v] > 0 {
			s[v] = d.reach[v] / d.total[v] * d.reach[v] / float64(g.N()-1)
		}
	}
	return Result{Scores: s, Note: note}, nil
}

// Harmonic is the sum of the inverse distances from all nodes that reach a
// node by citation chains (Marchiori and Latora 2000; Boldi and Vigna 2014):
//
//	H(v) = Σ 1/d(u,v) over u ≠ v
//
// NetworkX's harmonic_centrality; igraph's, with mode="in", divides it by
// n−1. Above Options.ExactNodes it is estimated by HyperBall.
func Harmonic(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	d, note, err := inwardDistances(ctx, g, o)
	if err != nil {
		return Result{}, err
	}
	return Result{Scores: d.inverse, Note: note}, nil
}

// distances sums up the distances to each node from those that reach it.
type distances struct {
	reach   []float64 // number of nodes other than itself
	total   []float64 // sum of their distances
	inverse []float64 // sum of the inverses of their distances
}

func newDistances(n int) *distances {
	return &distances{make([]float64, n), make([]float64, n), make([]float64, n)}
}

func (d *distances) add(v uint32, nodes, distance float64) {
	d.reach[v] += nodes
	d.total[v] += nodes * distance
	d.inverse[v] += nodes / distance
}

func inwardDistances(ctx context.Context, g *csr.Graph, o *Options) (*distances, string, error) {
	if o.exact(g) {
		d, err := exactDistances(ctx, g, o)
		return d, "", err
	}
	return hyperBall(ctx, g, o)
}

// lanes is the number of words of 64 sources that are searched from together.
const lanes = 4

// lane is a set of sources: bit i of word w stands for source 64w+i of a batch.
type lane [lanes]uint64

func (l *lane) empty() bool { return l[0]|l[1]|l[2]|l[3] == 0 }

// exactDistances searches breadth first from all nodes, 256 at a time: a node
// holds the set of sources that have reached it, and an arc is followed once
// for all of them (Then et al. 2014). How many sources reach a node at each
// distance is then a count of bits.
func exactDistances(ctx context.Context, g *csr.Graph, o *Options) (*distances, error) {
	n := g.N()
	batches := (n + 64*lanes - 1) / (64 * lanes)
	groups := min(maxPartials, batches)
	total := newDistances(n)
	searches := make([]*laneSearch, o.threads())
	fresh := func() *distances { return newDistances(n) }
	work := func(worker, job int, into *distances) {
		if searches[worker] == nil {
			searches[worker] = newLaneSearch(g)
		}
		for b := batches * job / groups; b < batches*(job+1)/groups && ctx.Err() == nil; b++ {
			searches[worker].run(ctx, b*64*lanes, into)
		}
	}
	add := func(part *distances) {
		addTo(total.reach, part.reach)
		addTo(total.total, part.total)
		addTo(total.inverse, part.inverse)
	}
	return total, inOrder(ctx, o, groups, fresh, work, add)
}

// laneSearch is a breadth-first search from a batch of sources at once.
type laneSearch struct {
	g              *csr.Graph
	seen           []lane   // sources that have reached a node
	now, next      []lane   // those that reached it in the last step, and in this
	active, coming []uint32 // nodes where now and next are not empty
	touched        []uint32 // nodes where seen is not empty
}

func newLaneSearch(g *csr.Graph) *laneSearch {
	n := g.N()
	return &laneSearch{g: g, seen: make([]lane, n), now: make([]lane, n), next: make([]lane, n)}
}

// run adds the distances from the sources first and up.
func (l *laneSearch) run(ctx context.Context, first int, into *distances) {
	for i := range min(64*lanes, l.g.N()-first) {
		u := uint32(first + i)
		l.seen[u][i/64] |= 1 << (i % 64)
		l.now[u][i/64] |= 1 << (i % 64)
		l.active = append(l.active, u)
	}
	l.touched = append(l.touched, l.active...)
	for d := 1.0; len(l.active) > 0 && ctx.Err() == nil; d++ {
		l.step()
		l.settle(d, into)
	}
	for _, v := range l.touched {
		l.seen[v] = lane{}
	}
	for _, v := range l.active {
		l.now[v] = lane{}
	}
	l.touched, l.active = l.touched[:0], l.active[:0]
}

// step follows the arcs of every active node.
func (l *laneSearch) step() {
	for _, u := range l.active {
		set := l.now[u]
		l.now[u] = lane{}
		for _, v := range l.g.Out(u) {
			next := &l.next[v]
			if next.empty() {
				l.coming = append(l.coming, v)
			}
			for w := range set {
				next[w] |= set[w]
			}
		}
	}
	l.active = l.active[:0]
}

// settle keeps of what came in at distance d what is new.
func (l *laneSearch) settle(d float64, into *distances) {
	for _, v := range l.coming {
		fresh, seen := l.next[v], &l.seen[v]
		l.next[v] = lane{}
		if seen.empty() {
			l.touched = append(l.touched, v)
		}
		count := 0
		for w := range fresh {
			fresh[w] &^= seen[w]
			seen[w] |= fresh[w]
			count += bits.OnesCount64(fresh[w])
		}
		if count == 0 {
			continue
		}
		into.add(v, float64(count), d)
		l.now[v] = fresh
		l.active = append(l.active, v)
	}
	l.coming = l.coming[:0]
}
