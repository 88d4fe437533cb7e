package measure

import (
	"runtime"

	"uncite/graph/csr"
)

// Options are the settings of all measures. The zero value is right for most
// work; each measure reads the fields that concern it.
type Options struct {
	// Threads is the number of goroutines; 0 means one a core. It changes
	// the time taken and never the result.
	Threads int
	// Progress, where set, is called now and then with the work done and the
	// work there is, in steps of no fixed size. Calls never overlap.
	Progress func(done, total int)

	// Weighted makes PageRank, CiteRank, HITS, Katz and the measures built on
	// them follow the arcs in proportion to their weights; otherwise every
	// arc counts once.
	Weighted bool
	// Damping is the probability with which PageRank follows a reference
	// rather than jump; 0 means 0.85. It is at most 0.999.
	Damping float64
	// Personal are the weights with which PageRank jumps to each node, one a
	// node and none negative; nil, or all zero, means to all alike.
	Personal []float64
	// Alpha is the attenuation of Katz centrality; 0 means 0.1.
	Alpha float64

	// Years are the years of the nodes, 0 where unknown. Measures that look
	// at time need them.
	Years []int
	// AsOf is the last year that counts for authority-asof; 0 means the
	// latest of Years.
	AsOf int
	// Decay is the mean age in years at which CiteRank's readers start;
	// 0 means 2.6.
	Decay float64
	// Window is the number of documents of like age against which a score is
	// rescaled; 0 means 1000.
	Window int

	// ExactNodes is the number of nodes up to which betweenness, closeness
	// and harmonic are exact; 0 means 50,000, and less than 0 none.
	ExactNodes int
	// Samples is the number of sources from which betweenness is estimated
	// in larger graphs; 0 means 512.
	Samples int
	// Seed chooses the sample and the hashes of estimates.
	Seed uint64
}

const (
	defaultDamping    = 0.85
	defaultAlpha      = 0.1
	defaultDecay      = 2.6
	defaultWindow     = 1000
	defaultExactNodes = 50_000
	defaultSamples    = 512
)

func (o *Options) threads() int {
	if o.Threads > 0 {
		return o.Threads
	}
	return runtime.GOMAXPROCS(0)
}

func (o *Options) progress(done, total int) {
	if o.Progress != nil {
		o.Progress(done, total)
	}
}

// exact tells whether a graph is small enough for exact all-pairs work.
func (o *Options) exact(g *csr.Graph) bool {
	return g.N() <= or(o.ExactNodes, defaultExactNodes)
}

// or is value, or fallback where value is zero.
func or[T int | float64](value, fallback T) T {
	if value == 0 {
		return fallback
	}
	return value
}
