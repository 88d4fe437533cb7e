package measure

import (
	"context"
	"sync"
)

// blockNodes is the number of nodes whose partial sum is taken on its own.
// Partial sums are added in order, so that a sum does not depend on how the
// blocks were spread over threads.
const blockNodes = 8192

// fewBlocks is the number of blocks that are not worth a second thread.
const fewBlocks = 4

// blocks is the number of blocks of n nodes.
func blocks(n int) int { return (n + blockNodes - 1) / blockNodes }

// forBlocks calls work for every block of n nodes, [lo, hi), on so many
// threads. Work on one block must not write what another reads. It is short, so
// that few blocks are done sooner on one thread than others wake up.
func forBlocks(ctx context.Context, threads, n int, work func(block, lo, hi int)) error {
	if blocks(n) <= fewBlocks {
		threads = 1
	}
	return forEach(ctx, threads, blocks(n), func(_, b int) {
		lo := b * blockNodes
		work(b, lo, min(lo+blockNodes, n))
	})
}

// forEach calls work for the jobs 0 to n-1, each once, on so many threads;
// worker tells which of them runs it. It starts no job after ctx has ended,
// finishes those it has started, and returns the error of ctx.
func forEach(ctx context.Context, threads, n int, work func(worker, job int)) error {
	if threads <= 1 || n <= 1 {
		for job := range n {
			if err := ctx.Err(); err != nil {
				return err
			}
			work(0, job)
		}
		return ctx.Err()
	}
	var wg sync.WaitGroup
	var mu sync.Mutex
	next := 0
	take := func() int {
		mu.Lock()
		defer mu.Unlock()
		if ctx.Err() != nil {
			return n
		}
		next++
		return next - 1
	}
	for worker := range min(threads, n) {
		wg.Go(func() {
			for job := take(); job < n; job = take() {
				work(worker, job)
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}

// inOrder computes a partial result for every job on so many threads, and
// hands the results to add one by one in the order of jobs. A worker that is
// far ahead waits, so that few results are alive at a time; add returns its
// result for another job to use.
func inOrder[T any](ctx context.Context, o *Options, n int, fresh func() T, work func(worker, job int, into T), add func(T)) error {
	var mu sync.Mutex
	turn := sync.NewCond(&mu)
	var free []T
	nextAdd := 0
	get := func() T {
		mu.Lock()
		defer mu.Unlock()
		if k := len(free) - 1; k >= 0 {
			t := free[k]
			free = free[:k]
			return t
		}
		return fresh()
	}
	return forEach(ctx, o.threads(), n, func(worker, job int) {
		t := get()
		work(worker, job, t)
		mu.Lock()
		for nextAdd != job {
			turn.Wait()
		}
		add(t)
		free = append(free, t)
		nextAdd++
		o.progress(nextAdd, n)
		turn.Broadcast()
		mu.Unlock()
	})
}

// ticker reports the progress of work done on several threads.
type ticker struct {
	mu          sync.Mutex
	o           *Options
	done, total int
}

func newTicker(o *Options, total int) *ticker { return &ticker{o: o, total: total} }

func (t *ticker) add(n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.done += n
	t.o.progress(t.done, t.total)
}
