package measure

import (
	"context"
	"fmt"
	"math"

	"uncite/graph/csr"
)

// Authority is the authority of HITS (Kleinberg 1999): a node is an authority
// as far as good hubs cite it, and a hub as far as it cites good authorities:
//
//	a = Aᵀh/|Aᵀh|,  h = Aa/|Aa|
//
// that is, the dominant eigenvector of AᵀA that power iteration from equal
// values leads to. Scores sum to 1, as in NetworkX; they are all zero in a
// graph without arcs. Where two parts of a graph have the same largest
// singular value the limit shares between both.
func Authority(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	r, err := hits(ctx, g, o)
	normalise(r.Scores)
	return r, err
}

// Hub is the hub score of HITS; see [Authority]. Scores sum to 1.
func Hub(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	return Authority(ctx, g.Reverse(), o)
}

// Inward is the inward relevance of a precedent (Fowler, Johnson, Spriggs, Jeon
// and Wahlbeck 2007; Fowler and Jeon 2008): the authority of HITS with the
// squares of the scores summing to 1.
func Inward(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	return hits(ctx, g, o)
}

// Outward is the outward relevance: the hub score with the squares of the
// scores summing to 1. A document has it that rests on what is relevant.
func Outward(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	return hits(ctx, g.Reverse(), o)
}

// hits returns the authorities with Euclidean length 1.
func hits(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	cited := g.Reverse()
	hub, threads := make([]float64, g.N()), o.threads()
	s := spectral{ctx: ctx, threads: threads, apply: func(y, x []float64) error {
		if err := gather(ctx, threads, g, o.Weighted, hub, x); err != nil {
			return err
		}
		return gather(ctx, threads, cited, o.Weighted, y, hub)
	}}
	start := make([]float64, g.N())
	if err := gather(ctx, threads, cited, o.Weighted, start, constant(g.N(), 1)); err != nil {
		return Result{}, err
	}
	if s.dot(start, start) == 0 {
		return Result{Scores: start}, nil
	}
	x, converged, err := s.dominant(start, o.progress)
	if err != nil {
		return Result{}, err
	}
	return Result{Scores: x, Note: convergenceNote(converged)}, nil
}

func convergenceNote(converged bool) string {
	if converged {
		return ""
	}
	return fmt.Sprintf("the eigenvector has not settled within %d steps: two parts of the graph are about equally strong", spectralRounds)
}

// gather sets y(u) to the sum of x over the nodes that u cites, by weight where
// weighted is set.
func gather(ctx context.Context, threads int, g *csr.Graph, weighted bool, y, x []float64) error {
	weighted = weighted && g.Weighted()
	return forBlocks(ctx, threads, g.N(), func(_, lo, hi int) {
		for u := lo; u < hi; u++ {
			row, sum := g.Out(uint32(u)), 0.0
			if weighted {
				for i, w := range g.OutWeight(uint32(u)) {
					sum += w * x[row[i]]
				}
			} else {
				for _, v := range row {
					sum += x[v]
				}
			}
			y[u] = sum
		}
	})
}

// Eigenvector is eigenvector centrality (Bonacich 1972) on the graph without
// directions: x(v) is proportional to the sum of x over the nodes that cite v
// or that v cites. Along directions it would vanish, for in a graph without
// cycles every eigenvalue is zero. Squares sum to 1, as in NetworkX on
// to_undirected(); scores are all zero in a graph without arcs, and zero
// outside the part with the largest eigenvalue.
func Eigenvector(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	both, threads := g.Undirected(), o.threads()
	if both.Arcs() == 0 {
		return Result{Scores: make([]float64, g.N())}, nil
	}
	// One more than the adjacency matrix has the same eigenvectors, and no
	// negative eigenvalue of the same size as the largest.
	s := spectral{ctx: ctx, threads: threads, apply: func(y, x []float64) error {
		return forBlocks(ctx, threads, both.N(), func(_, lo, hi int) {
			for u := lo; u < hi; u++ {
				sum := x[u]
				for _, v := range both.Out(uint32(u)) {
					sum += x[v]
				}
				y[u] = sum
			}
		})
	}}
	start := constant(g.N(), 1/math.Sqrt(float64(g.N())))
	for u := range start {
		if len(both.Out(uint32(u))) == 0 {
			start[u] = 0
		}
	}
	x, converged, err := s.dominant(start, o.progress)
	if err != nil {
		return Result{}, err
	}
	return Result{Scores: x, Note: convergenceNote(converged)}, nil
}
