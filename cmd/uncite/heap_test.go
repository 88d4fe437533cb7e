package main

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// TestCollectLate protects long runs: after the first collection the heap grows at
// the usual rate.
func TestCollectLate(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	collectLate()
	if got := debug.SetGCPercent(100 * firstHeap / leastHeap); got != 100*firstHeap/leastHeap {
		t.Fatalf("the first collection is put off to %d percent, want %d", got, 100*firstHeap/leastHeap)
	}
	for range 100 {
		runtime.GC()
		time.Sleep(time.Millisecond) // cleanups run beside the program
		if got := debug.SetGCPercent(usualGC); got == usualGC {
			return
		}
		debug.SetGCPercent(100 * firstHeap / leastHeap)
	}
	t.Error("the usual rate never comes back")
}

// TestCollectAt protects graphs of millions of references, for which memory is scarce:
// what a run has chosen stays, whenever the cleanup of the start comes.
func TestCollectAt(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer func() {
		gc.chosen = false
		debug.SetGCPercent(before)
	}()
	collectLate()
	collectAt(referencesGC)
	for range 20 {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	if got := debug.SetGCPercent(referencesGC); got != referencesGC {
		t.Errorf("garbage of %d percent, want the %d that were chosen", got, referencesGC)
	}
}
