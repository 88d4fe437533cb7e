package graph

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mathext"
)

// zetaSample returns the n values at evenly spaced quantiles of the discrete
// power law p(x) ∝ x^-alpha, x ≥ min: a sample without chance in it.
func zetaSample(n int, alpha float64, min int) []int {
	whole := mathext.Zeta(alpha, float64(min))
	values := make([]int, n)
	x := min
	for i := range values {
		rest := (float64(n-i) - 0.5) / float64(n) // P(X ≥ x) at this quantile
		for mathext.Zeta(alpha, float64(x+1))/whole > rest {
			x++
		}
		values[i] = x
	}
	return values
}

func TestFitPowerLaw(t *testing.T) {
	const n = 5000
	tests := []struct {
		protects string
		values   []int
		exponent float64
		min      int
	}{
		{"a power law from 1 on", zetaSample(n, 2.5, 1), 2.5, 1},
		{"a steep one", zetaSample(n, 3.4, 1), 3.4, 1},
		{"a tail that begins later, below it something else", append(zetaSample(n, 2.2, 8), spread(n, 7)...), 2.2, 8},
		{"values of 0 have no part in it", append(zetaSample(n, 2.5, 1), make([]int, n)...), 2.5, 1},
	}
	for _, test := range tests {
		fit, ok := FitPowerLaw(test.values)
		if !ok || math.Abs(fit.Exponent-test.exponent) > 0.05 || fit.Min != test.min {
			t.Errorf("%s: %+v, want exponent %g from %d on", test.protects, fit, test.exponent, test.min)
		}
		if fit.Distance > 0.01 {
			t.Errorf("%s: distance %g of a sample without chance", test.protects, fit.Distance)
		}
	}
}

// spread returns n values evenly over 1 to max.
func spread(n, max int) []int {
	values := make([]int, n)
	for i := range values {
		values[i] = 1 + i%max
	}
	return values
}

// TestPowerLawError holds the standard error against (α-1)/√n, to which the
// discrete one comes near for a large minimum (Clauset et al., equation 3.2).
func TestPowerLawError(t *testing.T) {
	fit := fitSample(zetaSample(2000, 2.5, 40))
	want := (fit.Exponent - 1) / math.Sqrt(2000)
	if math.Abs(fit.Error-want) > 0.02*want {
		t.Errorf("standard error %g, want about %g", fit.Error, want)
	}
}

// fitSample fits all values, whatever their least.
func fitSample(values []int) PowerLaw {
	x, count := tally(values)
	logs := 0.0
	for i := range x {
		logs += float64(count[i]) * math.Log(float64(x[i]))
	}
	return fitTail(x, count, len(values), logs)
}

func TestNoPowerLaw(t *testing.T) {
	tests := []struct {
		protects string
		values   []int
	}{
		{"nothing", nil},
		{"only zeros and below", []int{0, 0, -3}},
		{"fewer than ten values", []int{1, 2, 3, 4, 5, 6, 7, 8, 9}},
		{"equal values have no slope", spread(100, 1)},
	}
	for _, test := range tests {
		if fit, ok := FitPowerLaw(test.values); ok {
			t.Errorf("%s: fitted %+v", test.protects, fit)
		}
	}
}
