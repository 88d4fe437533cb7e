package measure

import (
	"context"
	"math"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// spectral finds the dominant eigenvector of a symmetric operator with
// non-negative entries, as the limit of power iteration from a given start.
// It gets there in far fewer applications by the locally optimal conjugate
// gradient method (Knyazev 2001, with a single vector): every step takes the
// best vector out of the space of the last two vectors and the residual.
type spectral struct {
	ctx     context.Context
	threads int
	// apply sets y to the operator's value at x.
	apply func(y, x []float64) error
}

const (
	spectralTolerance = 1e-13 // of the residual, relative to the eigenvalue
	spectralRounds    = 2000
	spectralPolish    = 3
)

// pair is a vector with the operator's value at it.
type pair struct{ v, av []float64 }

// dominant returns the eigenvector, of length 1 and without negative entries,
// and whether it has converged. It is zero where the operator takes start to
// zero.
func (s *spectral) dominant(start []float64, progress func(done, total int)) ([]float64, bool, error) {
	n := len(start)
	x, r, p := pair{start, make([]float64, n)}, pair{make([]float64, n), make([]float64, n)}, pair{}
	s.scale(x.v, 1/s.norm(x.v))
	if err := s.apply(x.av, x.v); err != nil {
		return nil, false, err
	}
	converged := false
	last := math.Inf(1)
	for round := range spectralRounds {
		if err := s.ctx.Err(); err != nil {
			return nil, false, err
		}
		progress(min(round, 50), 60)
		lambda := s.dot(x.v, x.av)
		if lambda == 0 {
			return make([]float64, n), true, nil
		}
		s.each(n, func(i int) { r.v[i] = x.av[i] - lambda*x.v[i] })
		rest := s.norm(r.v) / lambda
		// The residual falls until rounding stops it.
		if rest <= spectralTolerance || round%50 == 49 && rest < 1e-9 && rest > last/2 {
			converged = true
			break
		}
		if round%50 == 49 {
			last = rest
		}
		if err := s.step(&x, &r, &p); err != nil {
			return nil, false, err
		}
	}
	return s.polish(x, converged)
}

// step replaces x by the best vector of the space of x, r and p, and p by the
// way there.
func (s *spectral) step(x, r, p *pair) error {
	s.orthogonalise(r, x)
	if err := s.apply(r.av, r.v); err != nil {
		return err
	}
	space := []*pair{x, r}
	if p.v != nil && s.orthogonalise(p, x) && s.orthogonalise(p, r) {
		space = append(space, p)
	}
	c := s.ritz(space)
	if p.v == nil {
		*p = pair{make([]float64, len(x.v)), make([]float64, len(x.v))}
	}
	cp := 0.0
	if len(space) == 3 {
		cp = c[2]
	}
	combine := func(x, r, p []float64) {
		s.each(len(x), func(i int) {
			p[i] = c[1]*r[i] + cp*p[i]
			x[i] = c[0]*x[i] + p[i]
		})
	}
	combine(x.v, r.v, p.v)
	combine(x.av, r.av, p.av)
	return nil
}

// orthogonalise makes a orthogonal to the unit vector b and of length 1; it
// returns false where nothing but rounding remains. The operator's value goes
// along.
func (s *spectral) orthogonalise(a, b *pair) bool {
	before := s.norm(a.v)
	for range 2 { // the second time removes what rounding left over
		d := s.dot(a.v, b.v)
		s.each(len(a.v), func(i int) {
			a.v[i] -= d * b.v[i]
			a.av[i] -= d * b.av[i]
		})
	}
	after := s.norm(a.v)
	if after == 0 {
		return false
	}
	s.scale(a.v, 1/after)
	s.scale(a.av, 1/after)
	return after > 1e-10*before
}

// ritz returns the coefficients of the dominant vector of the space, which is
// spanned by orthonormal vectors.
func (s *spectral) ritz(space []*pair) []float64 {
	k := len(space)
	a := mat.NewSymDense(k, nil)
	for i := range k {
		for j := i; j < k; j++ {
			a.SetSym(i, j, s.dot(space[i].v, space[j].av))
		}
	}
	var e mat.EigenSym
	if !e.Factorize(a, true) {
		return append([]float64{1}, make([]float64, k-1)...)
	}
	var vectors mat.Dense
	e.VectorsTo(&vectors)
	c := mat.Col(nil, k-1, &vectors) // eigenvalues come in rising order
	if c[0] < 0 {
		floats.Scale(-1, c)
	}
	return c
}

// polish applies the operator a few times more, which gives small entries the
// relative precision that the large ones have, and rids the vector of the
// signs and the dust of rounding.
func (s *spectral) polish(x pair, converged bool) ([]float64, bool, error) {
	for range spectralPolish {
		top := floats.Max(x.v)
		s.each(len(x.v), func(i int) {
			if x.v[i] < 1e-15*top {
				x.v[i] = 0
			}
		})
		if err := s.apply(x.av, x.v); err != nil {
			return nil, false, err
		}
		length := s.norm(x.av)
		if length == 0 {
			break
		}
		s.scale(x.av, 1/length)
		x.v, x.av = x.av, x.v
	}
	return x.v, converged, nil
}

// each runs f for every index, in parallel.
func (s *spectral) each(n int, f func(i int)) {
	// A context that has ended is noticed by the caller's loop.
	_ = forBlocks(context.WithoutCancel(s.ctx), s.threads, n, func(_, lo, hi int) {
		for i := lo; i < hi; i++ {
			f(i)
		}
	})
}

func (s *spectral) scale(x []float64, by float64) {
	_ = forBlocks(context.WithoutCancel(s.ctx), s.threads, len(x), func(_, lo, hi int) {
		floats.Scale(by, x[lo:hi])
	})
}

// dot is the inner product, summed in the order of blocks.
func (s *spectral) dot(x, y []float64) float64 {
	sum, _ := sumBlocks(context.WithoutCancel(s.ctx), s.threads, len(x), func(lo, hi int) float64 {
		return floats.Dot(x[lo:hi], y[lo:hi])
	})
	return sum
}

func (s *spectral) norm(x []float64) float64 { return math.Sqrt(s.dot(x, x)) }
