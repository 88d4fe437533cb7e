package measure

import (
	"cmp"
	"math"
)

// pathCount is a number of paths, m·2^(256e) with 1 ≤ m < 2²⁵⁶, or zero. Paths
// are so many that a float overflows; counts below 2⁵³ are exact.
type pathCount struct {
	m float64
	e int
}

const pathBase = 0x1p256

func (a pathCount) plus(b pathCount) pathCount {
	if a.e < b.e || a.m == 0 {
		a, b = b, a
	}
	switch a.e - b.e {
	case 0:
		a.m += b.m
	case 1:
		a.m += b.m / pathBase
	}
	return a.normal()
}

func (a pathCount) times(b pathCount) pathCount {
	return pathCount{a.m * b.m, a.e + b.e}.normal()
}

func (a pathCount) normal() pathCount {
	if a.m >= pathBase {
		return pathCount{a.m / pathBase, a.e + 1}
	}
	return a
}

func (a pathCount) compare(b pathCount) int {
	if a.m == 0 || b.m == 0 {
		return cmp.Compare(a.m, b.m)
	}
	return cmp.Or(cmp.Compare(a.e, b.e), cmp.Compare(a.m, b.m))
}

// over is a/b as a float; b is not zero.
func (a pathCount) over(b pathCount) float64 {
	return math.Ldexp(a.m/b.m, 256*(a.e-b.e))
}

// log10 is the decimal logarithm; a is not zero.
func (a pathCount) log10() float64 {
	return math.Log10(a.m) + float64(a.e)*256*math.Log10(2)
}
