package measure

import (
	"context"

	"uncite/graph/csr"
)

// KCore is the coreness of a node: the largest k such that it belongs to a part
// of the graph in which every node has k arcs, either way, with others of the
// part (Seidman 1983, by the algorithm of Batagelj and Zaveršnik 2003). A pair
// of nodes that cite each other counts twice, as in NetworkX's core_number and
// igraph's coreness(mode="all") of a directed graph. Self-loops do not count.
func KCore(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	degree := make([]uint32, g.N())
	for u := range degree {
		degree[u] = uint32(len(g.Out(uint32(u))) + len(g.In(uint32(u))))
		if g.HasLoop(uint32(u)) {
			degree[u] -= 2
		}
	}
	p := newPeeling(degree)
	for i := range p.order {
		if i%blockNodes == 0 {
			if err := ctx.Err(); err != nil {
				return Result{}, err
			}
			o.progress(i, len(p.order))
		}
		u := p.order[i]
		for _, v := range g.Out(u) {
			p.lower(u, v)
		}
		for _, v := range g.In(u) {
			p.lower(u, v)
		}
	}
	return Result{Scores: p.scores()}, nil
}

// peeling keeps nodes sorted by degree while degrees fall by one: order holds
// them in rising order, place is the position of a node in order, and
// start[d] the position of the first node of degree d or more.
type peeling struct {
	degree, order, place, start []uint32
}

func newPeeling(degree []uint32) *peeling {
	most := uint32(0)
	for _, d := range degree {
		most = max(most, d)
	}
	p := &peeling{degree, make([]uint32, len(degree)), make([]uint32, len(degree)), make([]uint32, most+2)}
	for _, d := range degree {
		p.start[d+1]++
	}
	for d := range most + 1 {
		p.start[d+1] += p.start[d]
	}
	for u, d := range degree {
		p.place[u] = p.start[d]
		p.order[p.start[d]] = uint32(u)
		p.start[d]++
	}
	copy(p.start[1:], p.start[:most+1])
	p.start[0] = 0
	return p
}

// lower takes one from the degree of v, because u is gone, unless v is gone
// itself or has no more than u: then it belongs to the core of u already.
func (p *peeling) lower(u, v uint32) {
	d := p.degree[v]
	if d <= p.degree[u] {
		return
	}
	first := p.start[d]
	w, at := p.order[first], p.place[v]
	p.order[first], p.order[at] = v, w
	p.place[v], p.place[w] = first, at
	p.start[d]++
	p.degree[v] = d - 1
}

func (p *peeling) scores() []float64 {
	s := make([]float64, len(p.degree))
	for u, d := range p.degree {
		s[u] = float64(d)
	}
	return s
}
