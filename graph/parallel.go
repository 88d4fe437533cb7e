package graph

import (
	"runtime"
	"slices"
	"sync"
)

// parallel calls do for each number below n, all at once.
func parallel(n int, do func(k int)) {
	var all sync.WaitGroup
	for k := range n {
		all.Go(func() { do(k) })
	}
	all.Wait()
}

// inParts shares the numbers below n out among the processors, from lo to below hi
// each.
func inParts(n int, do func(lo, hi int)) {
	parts := runtime.GOMAXPROCS(0)
	parallel(parts, func(k int) { do(n*k/parts, n*(k+1)/parts) })
}

// manyItems is from how many on numbers are shared out by inOrder.
const manyItems = 1 << 14

// inOrder shares the numbers below n out among the processors and returns what each
// found, in the order of the numbers.
func inOrder[T any](n int, find func(lo, hi int) []T) []T {
	parts := runtime.GOMAXPROCS(0)
	if n < manyItems || parts == 1 {
		return find(0, n)
	}
	found := make([][]T, parts)
	parallel(parts, func(k int) { found[k] = find(n*k/parts, n*(k+1)/parts) })
	return slices.Concat(found...)
}
