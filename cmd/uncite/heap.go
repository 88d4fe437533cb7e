package main

import (
	"runtime"
	"runtime/debug"
	"sync"
)

// memoryLimit is the heap, in bytes, above which garbage is collected often: a hostile
// text must not fill the machine.
const memoryLimit = 2 << 30

// prepareHeap sets how memory is taken and given back.
func prepareHeap() {
	inHugePages(firstHeap)
	collectLate()
	debug.SetMemoryLimit(memoryLimit)
}

// Short work on much text: memory is cheaper here than collecting it often. Until
// the first collection, which begins when the heap has firstHeap bytes, there is
// hardly any garbage: the tables are made.
const (
	usualGC   = 400      // percent of what is in use that may be added to it
	firstHeap = 64 << 20 // bytes
	leastHeap = 4 << 20  // of the runtime, at 100 percent
)

// collectLate puts the first collection of garbage off until the tables are made.
func collectLate() {
	debug.SetGCPercent(100 * firstHeap / leastHeap)
	sentinel := new([64]byte) // not among the tiny objects that share a block
	runtime.AddCleanup(sentinel, func(percent int) {
		gc.Lock()
		defer gc.Unlock()
		if !gc.chosen {
			debug.SetGCPercent(percent)
		}
	}, usualGC)
}

// gc tells whether a run has chosen how often garbage is collected.
var gc struct {
	sync.Mutex
	chosen bool
}

// collectAt chooses, for good, how much garbage there may be, in percent of what is
// in use.
func collectAt(percent int) {
	gc.Lock()
	defer gc.Unlock()
	gc.chosen = true
	debug.SetGCPercent(percent)
}

// heapFor is how many bytes the graph of a file of references will take: three eighths of
// its lines, up to what ten million references do.
func heapFor(lines int64) int { return int(min(lines*3/8, memoryLimit/2)) }

// piece is how many bytes the heap grows by at least.
const piece = 4 << 20

// inHugePages has the next bytes of the heap come in pages of 2 MB, where the system
// gives such to those that ask. A page of 4 KB is given at its first use, by way of the
// kernel, and on a virtual machine that costs more than what is then done with it: a
// third of the processor time of a run over a few megabytes of text. Only addresses are
// set aside; memory is taken when it is used, as before.
func inHugePages(bytes int) {
	if bytes < piece {
		return
	}
	percent := debug.SetGCPercent(-1) // what is set aside asks for no collection
	// In pieces, since the runtime clears a block of which a part was in use.
	pieces := make([][]byte, bytes/piece)
	for i := range pieces {
		pieces[i] = make([]byte, piece)
		if !preferHuge(pieces[i]) {
			break
		}
	}
	debug.SetGCPercent(percent)
	clear(pieces)
	runtime.GC() // what is free is used first
}
