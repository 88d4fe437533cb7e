package measure

import (
	"context"
	"fmt"
	"math"
	"math/bits"

	"uncite/graph/csr"
)

// A ball is kept as a HyperLogLog counter (Flajolet et al. 2007) of 64
// registers of a byte each, eight to a word: one line of cache.
const (
	registerBits = 6
	registers    = 1 << registerBits
	ballWords    = registers / 8
)

// ball is the counter of the nodes that reach a node within a distance.
type ball [ballWords]uint64

// hyperBall estimates the distances to every node (Boldi and Vigna 2013): the
// nodes within distance t of v are those within t−1 of the nodes that cite v,
// and counters unite register by register.
func hyperBall(ctx context.Context, g *csr.Graph, o *Options) (*distances, string, error) {
	h := newHyperBall(g, o)
	for t := 1.0; len(h.changed) > 0; t++ {
		if err := ctx.Err(); err != nil {
			return nil, "", err
		}
		if err := h.step(ctx, o.threads(), t); err != nil {
			return nil, "", err
		}
		o.progress(g.N()-len(h.changed), g.N())
	}
	note := fmt.Sprintf("distances estimated by HyperBall with %d registers: the number of nodes within a distance has a relative standard error of %.0f%%",
		registers, 104/math.Sqrt(registers))
	return h.sums, note, nil
}

type hyperBalls struct {
	g         *csr.Graph
	now, next []ball
	size      []float64 // estimates of the counters of now
	fresh     []bool    // whether a counter changed in the last step
	changed   []uint32  // the nodes whose counters did, in order
	queued    []uint32  // the round in which a node was last queued
	round     uint32
	set       bitset // scratch of queue
	sums      *distances
}

func newHyperBall(g *csr.Graph, o *Options) *hyperBalls {
	n := g.N()
	h := &hyperBalls{g: g, now: make([]ball, n), next: make([]ball, n), size: make([]float64, n),
		fresh: make([]bool, n), changed: make([]uint32, n), queued: make([]uint32, n), sums: newDistances(n), set: newBitset(n)}
	for u := range n {
		hash := mix(uint64(u) ^ mix(o.Seed))
		register := hash % registers
		rank := uint64(bits.LeadingZeros64(hash|registers-1)) + 1
		h.now[u][register/8] = rank << (register % 8 * 8)
		h.size[u], h.fresh[u], h.changed[u] = 1, true, uint32(u)
	}
	return h
}

// mix is the finaliser of SplitMix64 (Steele, Lea and Flood 2014).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// step grows all balls to radius t.
func (h *hyperBalls) step(ctx context.Context, threads int, t float64) error {
	queue := h.queue()
	grown := make([]bool, len(queue))
	err := forBlocks(ctx, threads, len(queue), func(_, lo, hi int) {
		for i := lo; i < hi; i++ {
			grown[i] = h.grow(queue[i], t)
		}
	})
	if err != nil {
		return err
	}
	for _, u := range h.changed {
		h.fresh[u] = false
	}
	h.changed = h.changed[:0]
	for i, v := range queue {
		if grown[i] {
			h.now[v], h.fresh[v] = h.next[v], true
			h.changed = append(h.changed, v)
		}
	}
	return nil
}

// queue lists the nodes that a changed node cites.
func (h *hyperBalls) queue() []uint32 {
	h.round++
	var queue []uint32
	for _, u := range h.changed {
		for _, v := range h.g.Out(u) {
			if h.queued[v] != h.round {
				h.queued[v] = h.round
				queue = append(queue, v)
			}
		}
	}
	h.set.arrange(queue)
	return queue
}

// grow sets the next ball of v and tells whether it differs from the last.
func (h *hyperBalls) grow(v uint32, t float64) bool {
	b := h.now[v]
	for _, u := range h.g.In(v) {
		if h.fresh[u] {
			b.unite(&h.now[u])
		}
	}
	if b == h.now[v] {
		return false
	}
	h.next[v] = b
	if size := b.estimate(); size > h.size[v] {
		h.sums.add(v, size-h.size[v], t)
		h.size[v] = size
	}
	return true
}

// unite takes the larger of every two registers, eight at a time: none is over
// 127, so that the high bit of a byte is free to hold the comparison.
func (b *ball) unite(other *ball) {
	const high = 0x8080808080808080
	for i, y := range other {
		x := b[i]
		larger := ((x | high) - y) & high // high bit where x's register is not smaller
		mask := larger >> 7 * 0xff
		b[i] = x&mask | y&^mask
	}
}

// powers are the powers 2⁻ʳ of the registers.
var powers = func() (p [128]float64) {
	for r := range p {
		p[r] = math.Ldexp(1, -r)
	}
	return p
}()

// estimate is the number of nodes in the ball, by linear counting where it is
// small.
func (b *ball) estimate() float64 {
	sum, zeros := 0.0, 0
	for _, w := range b {
		for range 8 {
			r := w & 0x7f
			sum += powers[r]
			if r == 0 {
				zeros++
			}
			w >>= 8
		}
	}
	const alpha = 0.709 // for 64 registers
	size := alpha * registers * registers / sum
	if size <= 2.5*registers && zeros > 0 {
		return registers * math.Log(registers/float64(zeros))
	}
	return size
}
