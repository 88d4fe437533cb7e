package graph

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mathext"
)

// PowerLaw is the fit p(x) ∝ x^-Exponent to the values x ≥ Min. It says how
// steep the tail is if it follows a power law; it does not say that it does.
type PowerLaw struct {
	Exponent float64 `json:"exponent"`
	Error    float64 `json:"error"`    // standard error of the exponent
	Min      int     `json:"min"`      // the tail begins here
	Tail     int     `json:"tail"`     // number of values in the tail; below 50 trust nothing
	Distance float64 `json:"distance"` // Kolmogorov–Smirnov distance of data and fit
}

// Bounds of the fit: the exponents searched, and the smallest tail that is
// fitted at all.
const (
	steepest    = 20.0
	flattest    = 1.0001
	minimalTail = 10
)

// FitPowerLaw fits a discrete power law to the positive values, and reports
// false where fewer than ten values, or only equal ones, are there to fit.
//
// For each candidate minimum the exponent is that of maximum likelihood,
// L(α) = -n ln ζ(α, min) - α Σ ln x; the minimum whose fit has the least
// Kolmogorov–Smirnov distance is taken. The standard error is
// 1/sqrt(n · d²/dα² ln ζ(α, min)). Source: Clauset, Shalizi and Newman,
// Power-law distributions in empirical data, SIAM Review 51 (2009), equations
// 3.5, 3.6 and 3.9.
func FitPowerLaw(values []int) (PowerLaw, bool) {
	x, count := tally(values)
	best, found := PowerLaw{Distance: math.Inf(1)}, false
	n, logs := 0, 0.0
	for i := len(x) - 1; i >= 0; i-- {
		n += count[i]
		logs += float64(count[i]) * math.Log(float64(x[i]))
		if n < minimalTail || i == len(x)-1 {
			continue
		}
		fit := fitTail(x[i:], count[i:], n, logs)
		if fit.Distance <= best.Distance {
			best, found = fit, true
		}
	}
	return best, found
}

// tally returns the distinct positive values in order and how often each is
// there.
func tally(values []int) (x, count []int) {
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	for _, v := range sorted {
		switch {
		case v <= 0:
		case len(x) > 0 && x[len(x)-1] == v:
			count[len(count)-1]++
		default:
			x, count = append(x, v), append(count, 1)
		}
	}
	return x, count
}

// fitTail fits a tail of n values whose logarithms sum to logs.
func fitTail(x, count []int, n int, logs float64) PowerLaw {
	q := float64(x[0])
	likelihood := func(alpha float64) float64 {
		return -float64(n)*math.Log(mathext.Zeta(alpha, q)) - alpha*logs
	}
	alpha := maximum(likelihood, flattest, steepest)
	const h = 1e-3
	curvature := (likelihood(alpha+h) - 2*likelihood(alpha) + likelihood(alpha-h)) / (h * h)
	fit := PowerLaw{Exponent: alpha, Min: x[0], Tail: n, Distance: ksDistance(x, count, n, alpha)}
	if curvature < 0 {
		fit.Error = 1 / math.Sqrt(-curvature)
	}
	return fit
}

// maximum finds the maximum of a concave function by golden section.
func maximum(f func(float64) float64, lo, hi float64) float64 {
	const tolerance = 1e-8
	ratio := (math.Sqrt(5) - 1) / 2
	a, b := hi-ratio*(hi-lo), lo+ratio*(hi-lo)
	fa, fb := f(a), f(b)
	for hi-lo > tolerance {
		if fa > fb {
			hi, b, fb = b, a, fa
			a = hi - ratio*(hi-lo)
			fa = f(a)
		} else {
			lo, a, fa = a, b, fb
			b = lo + ratio*(hi-lo)
			fb = f(b)
		}
	}
	return (lo + hi) / 2
}

// ksDistance is the greatest difference between the cumulative distributions of
// the data and of the fit. The data's is flat between two values, so that the
// difference is greatest at a value or just before the next.
func ksDistance(x, count []int, n int, alpha float64) float64 {
	whole := mathext.Zeta(alpha, float64(x[0]))
	below := func(v int) float64 { return 1 - mathext.Zeta(alpha, float64(v))/whole }
	distance, seen := 0.0, 0
	for i, v := range x {
		distance = max(distance, math.Abs(float64(seen)/float64(n)-below(v)))
		seen += count[i]
		distance = max(distance, math.Abs(float64(seen)/float64(n)-below(v+1)))
	}
	return distance
}
