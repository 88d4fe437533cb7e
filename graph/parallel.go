package graph

import (
	"runtime"
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
