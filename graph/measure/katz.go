package measure

import (
	"context"
	"fmt"

	"gonum.org/v1/gonum/floats"

	"uncite/graph/csr"
)

// Katz counts the citation chains that end at each node, a chain of k
// references with weight α^k (Katz 1953):
//
//	x(v) = 1 + α·Σ x(u)·w(u,v) over u that cite v
//
// scaled to Euclidean length 1, as NetworkX does. α is Options.Alpha; where
// the sum has no bound (α times the largest eigenvalue of a strongly connected
// part reaches 1, or the numbers outgrow a float) α is halved until it has
// one, and the note says so.
func Katz(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	alpha := or(o.Alpha, defaultAlpha)
	if !(alpha > 0 && alpha < 1) {
		return Result{}, fmt.Errorf("alpha %g: want a number above 0 and below 1", alpha)
	}
	asked := alpha
	for ; ; alpha /= 2 {
		f := flow{g: g, x: constant(g.N(), 1), scale: constant(g.N(), alpha), weighted: o.Weighted}
		finite, err := f.solve(ctx, o)
		if err != nil {
			return Result{}, err
		}
		if !finite {
			continue
		}
		r := Result{Scores: f.x}
		if length := floats.Norm(f.x, 2); length > 0 {
			floats.Scale(1/length, f.x)
		}
		if alpha != asked {
			r.Note = fmt.Sprintf("Katz centrality with alpha %g: it has no finite value with %g", alpha, asked)
		}
		return r, nil
	}
}

func constant(n int, value float64) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = value
	}
	return x
}
