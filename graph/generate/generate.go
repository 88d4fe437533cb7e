// Package generate makes citation graphs of any size for tests and
// benchmarks. They look like the graph of a body's documents: every document
// cites earlier ones only, recent ones most, famous ones often, any other now
// and then.
package generate

import (
	"math"
	"math/rand/v2"
	"slices"

	"uncite/graph/csr"
)

// Shares of the references of a document, and the age at which a document
// stops being recent.
const (
	recentShare       = 1.0 / 2 // by age, falling off exponentially
	preferentialShare = 1.0 / 3 // by the citations the cited document has; the rest is uniform
	recentYears       = 2.0     // mean age of a recent reference
	firstYear         = 1946
	years             = 80
)

// Config asks for a graph. The same Config always gives the same graph.
type Config struct {
	Nodes int    // documents
	Arcs  int    // references; fewer are made where the documents cannot hold as many
	Seed  uint64 // of the random numbers
	// Mutual is the number of pairs of neighbouring documents that cite each
	// other, as documents of one day do. They close cycles; each may add an
	// arc beyond Arcs. Without them the graph is acyclic.
	Mutual int
}

// The sizes at which the project measures itself.
var (
	Small  = Config{Nodes: 20_000, Arcs: 80_000, Seed: 1}
	Medium = Config{Nodes: 200_000, Arcs: 2_000_000, Seed: 1}
	Large  = Config{Nodes: 1_000_000, Arcs: 10_000_000, Seed: 1}
)

// Corpus is a generated citation graph. Document 0 is the oldest.
type Corpus struct {
	Nodes    int
	From, To []uint32 // From[i] cites To[i]; no arc is repeated
	Year     []int    // of every document, rising from 1946 to 2025
}

// Graph packs the corpus into rows.
func (c *Corpus) Graph() *csr.Graph { return csr.Build(c.Nodes, c.From, c.To, nil) }

// Citations generates a corpus. The number of references of a document is
// uniform between zero and twice the mean; half of them go to a recent
// document, a third to one chosen in proportion to its citations (Price
// 1976), the rest to any earlier one.
func Citations(cfg Config) *Corpus {
	c := &Corpus{Nodes: cfg.Nodes, Year: make([]int, cfg.Nodes)}
	c.From = make([]uint32, 0, cfg.Arcs)
	c.To = make([]uint32, 0, cfg.Arcs)
	r := rand.New(rand.NewPCG(cfg.Seed, 0x756e63697465))
	recent := float64(cfg.Nodes) / years * recentYears
	for u := range cfg.Nodes {
		c.Year[u] = firstYear + u*years/cfg.Nodes
		left, open := cfg.Nodes-u, cfg.Arcs-len(c.To)
		want := r.IntN(2*(open/left) + 2)
		if left == 1 {
			want = open
		}
		c.cite(r, u, min(want, open), recent)
	}
	c.answer(r, cfg.Mutual)
	return c
}

// cite adds up to want references of document u to distinct earlier ones. A
// document that keeps meeting what it already cites stops early.
func (c *Corpus) cite(r *rand.Rand, u, want int, recent float64) {
	first := len(c.To)
	for tries := 4 * want; tries > 0 && len(c.To)-first < min(want, u); tries-- {
		v := c.choose(r, u, recent)
		if !slices.Contains(c.To[first:], v) {
			c.From, c.To = append(c.From, uint32(u)), append(c.To, v)
		}
	}
}

func (c *Corpus) choose(r *rand.Rand, u int, recent float64) uint32 {
	switch p := r.Float64(); {
	case p < recentShare:
		age := 1 + int(math.Min(r.ExpFloat64()*recent, float64(u)))
		return uint32(max(u-age, 0))
	case p < recentShare+preferentialShare && len(c.To) > 0:
		// The target of a reference drawn at random is a document drawn in
		// proportion to its citations; references of u itself may be drawn
		// and are then repeats.
		return c.To[r.IntN(len(c.To))]
	}
	return uint32(r.IntN(u))
}

// answer adds mutual references between neighbours u and u+1 drawn at random.
func (c *Corpus) answer(r *rand.Rand, pairs int) {
	if c.Nodes < 2 || pairs == 0 {
		return
	}
	seen := make(map[[2]uint32]bool, len(c.To))
	for i := range c.To {
		seen[[2]uint32{c.From[i], c.To[i]}] = true
	}
	for range pairs {
		u := uint32(r.IntN(c.Nodes - 1))
		for _, arc := range [][2]uint32{{u, u + 1}, {u + 1, u}} {
			if !seen[arc] {
				seen[arc] = true
				c.From, c.To = append(c.From, arc[0]), append(c.To, arc[1])
			}
		}
	}
}
