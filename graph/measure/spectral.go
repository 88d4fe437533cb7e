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
	spectralPolish    = 2
)

// span is the space of a step: the vector x, its residual r and the last way p,
// with the operator's values at them.
type span struct{ x, r, p, ax, ar, ap []float64 }

// gram holds the inner products of the vectors of a span with one another and
// with the operator's values, row by row.
type gram struct{ b, a [3][3]float64 }

// dominant returns the eigenvector, of length 1 and without negative entries,
// and whether it has converged. It is zero where the operator takes start to
// zero.
func (s *spectral) dominant(start []float64, progress func(done, total int)) ([]float64, bool, error) {
	v := s.newSpan(start)
	if err := s.apply(v.ax, v.x); err != nil {
		return nil, false, err
	}
	lambda := s.dot(v.x, v.ax)
	if lambda == 0 {
		return make([]float64, len(start)), true, nil
	}
	s.update(v, []float64{1, 0, 0}, lambda)
	last := math.Inf(1)
	for round := range spectralRounds {
		if err := s.ctx.Err(); err != nil {
			return nil, false, err
		}
		progress(min(round, 50), 60)
		rest := math.Sqrt(s.dot(v.r, v.r)) / lambda
		// The residual falls until rounding stops it.
		stalled := round%50 == 49 && rest < 1e-9 && rest > last/2
		if rest <= spectralTolerance || stalled {
			return s.polish(v, true)
		}
		if round%50 == 49 {
			last = rest
		}
		if err := s.apply(v.ar, v.r); err != nil {
			return nil, false, err
		}
		c, theta := ritz(s.products(v))
		lambda = theta
		s.update(v, c, theta)
	}
	return s.polish(v, false)
}

func (s *spectral) newSpan(start []float64) *span {
	n := len(start)
	v := &span{x: start}
	for _, x := range []*[]float64{&v.r, &v.p, &v.ax, &v.ar, &v.ap} {
		*x = make([]float64, n)
	}
	floats.Scale(1/math.Sqrt(s.dot(start, start)), start)
	return v
}

// update moves x along c, keeps the way there in p and takes the residual for
// the eigenvalue theta.
func (s *spectral) update(v *span, c []float64, theta float64) {
	s.blocks(len(v.x), func(_, lo, hi int) {
		x, r, p := v.x[lo:hi], v.r[lo:hi], v.p[lo:hi]
		ax, ar, ap := v.ax[lo:hi], v.ar[lo:hi], v.ap[lo:hi]
		for i := range x {
			p[i] = c[1]*r[i] + c[2]*p[i]
			ap[i] = c[1]*ar[i] + c[2]*ap[i]
			x[i] = c[0]*x[i] + p[i]
			ax[i] = c[0]*ax[i] + ap[i]
			r[i] = ax[i] - theta*x[i]
		}
	})
}

// products sums the inner products over blocks, and the blocks in order.
func (s *spectral) products(v *span) *gram {
	parts := make([]gram, blocks(len(v.x)))
	s.blocks(len(v.x), func(block, lo, hi int) { parts[block] = v.products(lo, hi) })
	total := &gram{}
	for k := range parts {
		for i := range 3 {
			for j := range 3 {
				total.b[i][j] += parts[k].b[i][j]
				total.a[i][j] += parts[k].a[i][j]
			}
		}
	}
	return total
}

func (v *span) products(lo, hi int) (g gram) {
	vectors := [3][]float64{v.x[lo:hi], v.r[lo:hi], v.p[lo:hi]}
	values := [3][]float64{v.ax[lo:hi], v.ar[lo:hi], v.ap[lo:hi]}
	for i := range 3 {
		for j := i; j < 3; j++ {
			g.b[i][j] = floats.Dot(vectors[i], vectors[j])
			g.a[i][j] = floats.Dot(vectors[i], values[j])
		}
	}
	return g
}

// ritz returns the coefficients of the dominant vector of a span, of length 1,
// and its eigenvalue. The span is first given an orthonormal basis, without
// the directions in which it is flat but for rounding.
func ritz(g *gram) ([]float64, float64) {
	var length [3]float64
	for i := range length {
		if g.b[i][i] > 0 {
			length[i] = 1 / math.Sqrt(g.b[i][i])
		}
	}
	a, b := mat.NewSymDense(3, nil), mat.NewSymDense(3, nil)
	for i := range 3 {
		for j := i; j < 3; j++ {
			b.SetSym(i, j, g.b[i][j]*length[i]*length[j])
			a.SetSym(i, j, g.a[i][j]*length[i]*length[j])
		}
	}
	values, basis := eigen(b)
	for j, mu := range values {
		scale := 0.0
		if mu > 1e-11 {
			scale = 1 / math.Sqrt(mu)
		}
		for i := range 3 {
			basis.Set(i, j, basis.At(i, j)*scale)
		}
	}
	var inner mat.Dense
	inner.Product(basis.T(), a, basis)
	values, within := eigen(mat.NewSymDense(3, inner.RawMatrix().Data))
	var c mat.VecDense
	c.MulVec(basis, within.ColView(2)) // eigenvalues come in rising order
	coefficients := c.RawVector().Data
	for i := range coefficients {
		coefficients[i] *= length[i]
	}
	if coefficients[0] < 0 {
		floats.Scale(-1, coefficients)
	}
	return coefficients, values[2]
}

// eigen is the spectral decomposition of a small symmetric matrix.
func eigen(a *mat.SymDense) ([]float64, *mat.Dense) {
	var e mat.EigenSym
	var vectors mat.Dense
	if !e.Factorize(a, true) {
		// Only entries that are not finite make it fail; x stays as it is.
		return []float64{0, 0, 1}, mat.NewDense(3, 3, []float64{0, 0, 1, 0, 1, 0, 1, 0, 0})
	}
	e.VectorsTo(&vectors)
	return e.Values(nil), &vectors
}

// polish applies the operator a few times more, which gives small entries the
// relative precision that the large ones have, and rids the vector of the
// signs and the dust of rounding.
func (s *spectral) polish(v *span, converged bool) ([]float64, bool, error) {
	x, y := v.x, v.ax
	for range spectralPolish {
		dust := 1e-15 * floats.Max(x)
		for i := range x {
			if x[i] < dust {
				x[i] = 0
			}
		}
		if err := s.apply(y, x); err != nil {
			return nil, false, err
		}
		length := math.Sqrt(s.dot(y, y))
		if length == 0 {
			break
		}
		floats.Scale(1/length, y)
		x, y = y, x
	}
	return x, converged, nil
}

// blocks runs work on blocks of n entries. A context that has ended is noticed
// by the caller's loop.
func (s *spectral) blocks(n int, work func(block, lo, hi int)) {
	_ = forBlocks(context.WithoutCancel(s.ctx), s.threads, n, work)
}

// dot is the inner product, summed in the order of blocks.
func (s *spectral) dot(x, y []float64) float64 {
	parts := make([]float64, blocks(len(x)))
	s.blocks(len(x), func(b, lo, hi int) { parts[b] = floats.Dot(x[lo:hi], y[lo:hi]) })
	return floats.Sum(parts)
}
