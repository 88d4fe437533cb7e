package measure

import (
	"context"
	"fmt"
	"math"

	"uncite/graph/csr"
)

// maxDamping keeps the iteration on cycles short; ranks closer to 1 are
// dominated by the cycles alone.
const maxDamping = 0.999

// PageRank is the share of time a reader spends on each node who follows a
// reference with probability Damping and otherwise, or where there is none,
// jumps to a node drawn by Personal (Page, Brin, Motwani and Winograd 1999):
//
//	x(v) = (1−d)·p(v) + d·Σ x(u)·w(u,v)/w(u) + d·p(v)·Σ x(t) over t that cite nothing
//
// Scores sum to 1. The last term only rescales the solution of the first two,
// so that it is solved without it. NetworkX and igraph define it alike.
func PageRank(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	d := or(o.Damping, defaultDamping)
	if !(d > 0 && d <= maxDamping) {
		return Result{}, fmt.Errorf("damping %g: want a number above 0 and at most %g", d, maxDamping)
	}
	base, err := o.jumps(g)
	if err != nil {
		return Result{}, err
	}
	return readers(ctx, g, o, base, d)
}

// readers is the stationary share of readers who start by base, which sums to
// 1, and follow references with probability d.
func readers(ctx context.Context, g *csr.Graph, o *Options, base []float64, d float64) (Result, error) {
	f := flow{g: g, x: base, scale: shares(g, d, o.Weighted), weighted: o.Weighted}
	if _, err := f.solve(ctx, o); err != nil {
		return Result{}, err
	}
	normalise(f.x)
	return Result{Scores: f.x}, nil
}

// jumps is Personal scaled to sum to 1, or the uniform distribution.
func (o *Options) jumps(g *csr.Graph) ([]float64, error) {
	p := make([]float64, g.N())
	if o.Personal != nil && len(o.Personal) != len(p) {
		return nil, fmt.Errorf("%d personal weights for %d nodes", len(o.Personal), len(p))
	}
	sum := 0.0
	for i, w := range o.Personal {
		if !(w >= 0) || math.IsInf(w, 1) {
			return nil, fmt.Errorf("personal weight %g of node %d: want a number of 0 or more", w, i)
		}
		p[i] = w
		sum += w
	}
	if sum == 0 {
		for i := range p {
			p[i] = 1
		}
	}
	normalise(p)
	return p, nil
}
