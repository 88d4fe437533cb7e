package measure

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"

	"uncite/graph/csr"
)

// Betweenness counts the shortest citation chains that lead through each node,
// the chains of a pair of ends sharing one point (Freeman 1977, by the
// algorithm of Brandes 2001):
//
//	b(v) = Σ σ(s,t|v)/σ(s,t) over s ≠ v ≠ t
//
// Neither normalised nor weighted: NetworkX with normalized=False, igraph's
// default. Above Options.ExactNodes it is estimated from Options.Samples
// sources drawn without bias (Brandes and Pich 2007), and the note states how
// far any score may be off.
func Betweenness(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	if o.exact(g) || g.N() <= or(o.Samples, defaultSamples) {
		sources := make([]uint32, g.N())
		for i := range sources {
			sources[i] = uint32(i)
		}
		b, err := brandes(ctx, g, o, sources, false)
		if err != nil {
			return Result{}, err
		}
		return Result{Scores: b.sum}, nil
	}
	return sampledBetweenness(ctx, g, o)
}

// BetweennessFrom counts only the chains that start at the given sources, each
// once: b(v) = Σ σ(s,t|v)/σ(s,t) over s in sources.
func BetweennessFrom(ctx context.Context, g *csr.Graph, o *Options, sources []uint32) ([]float64, error) {
	b, err := brandes(ctx, g, o, sources, false)
	if err != nil {
		return nil, err
	}
	return b.sum, nil
}

// betweennessConfidence is the probability with which the stated bound holds
// for all nodes at once.
const betweennessConfidence = 0.95

func sampledBetweenness(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	n, k := g.N(), or(o.Samples, defaultSamples)
	if k < 2 {
		return Result{}, fmt.Errorf("%d samples: want at least 2", k)
	}
	r := rand.New(rand.NewPCG(o.Seed, 0x6265747765656e))
	sources := make([]uint32, k)
	for i := range sources {
		sources[i] = uint32(r.IntN(n))
	}
	b, err := brandes(ctx, g, o, sources, true)
	if err != nil {
		return Result{}, err
	}
	deviation, bound := b.errors(n, k)
	for v := range b.sum {
		b.sum[v] *= float64(n) / float64(k)
	}
	note := fmt.Sprintf("betweenness estimated from %d sources drawn among %d: the standard error of a score is at most %.3g, and with probability %g none is off by more than %.3g",
		k, n, deviation, betweennessConfidence, bound)
	return Result{Scores: b.sum, Note: note}, nil
}

// errors are the largest standard error of an estimate, and how far the worst
// of them may be from the exact value: for each node the smaller of the bounds
// of Hoeffding (1963) and of empirical Bernstein (Maurer and Pontil 2009), with
// the error probability shared among the nodes. A source adds between 0 and n−2
// to a node.
func (b *dependency) errors(n, k int) (deviation, bound float64) {
	reach, samples := float64(n-2), float64(k)
	share := (1 - betweennessConfidence) / float64(n)
	hoeffding := reach * math.Sqrt(math.Log(4/share)/(2*samples))
	log := math.Log(8 / share) // two sides of each of two bounds
	for v := range b.sum {
		mean := b.sum[v] / samples
		variance := max(0, (b.square[v]-samples*mean*mean)/(samples-1))
		bernstein := math.Sqrt(2*variance*log/samples) + 7*reach*log/(3*(samples-1))
		bound = max(bound, min(hoeffding, bernstein))
		deviation = max(deviation, math.Sqrt(variance/samples))
	}
	return deviation * float64(n), bound * float64(n)
}

// dependency sums what sources depend on each node, and the squares of it.
type dependency struct{ sum, square []float64 }

func newDependency(n int, square bool) *dependency {
	d := &dependency{sum: make([]float64, n)}
	if square {
		d.square = make([]float64, n)
	}
	return d
}

// maxPartials bounds the number of partial sums of a parallel count; more
// would only cost additions.
const maxPartials = 64

// brandes sums the dependencies of the sources: over fixed groups of sources,
// and the groups in order.
func brandes(ctx context.Context, g *csr.Graph, o *Options, sources []uint32, square bool) (*dependency, error) {
	n := g.N()
	total := newDependency(n, square)
	groups := min(maxPartials, len(sources))
	searches := make([]*brandesSearch, o.threads())
	fresh := func() *dependency { return newDependency(n, square) }
	work := func(worker, job int, into *dependency) {
		if searches[worker] == nil {
			searches[worker] = newBrandesSearch(g)
		}
		for _, s := range sources[len(sources)*job/groups : len(sources)*(job+1)/groups] {
			if ctx.Err() != nil {
				return
			}
			searches[worker].run(s, into)
		}
	}
	add := func(part *dependency) {
		addTo(total.sum, part.sum)
		if square {
			addTo(total.square, part.square)
		}
	}
	return total, inOrder(ctx, o, groups, fresh, work, add)
}

// addTo adds part to total and clears it.
func addTo(total, part []float64) {
	for i, v := range part {
		total[i] += v
	}
	clear(part)
}

// brandesNode is what a search knows of a node. value is first the number σ of
// shortest paths to it and on the way back (1+δ)/σ, where δ is the dependency
// of the source on it; level is its distance counted from an offset that grows
// with every search, so that nothing need be cleared.
type brandesNode struct {
	value float64
	level uint32
}

type brandesSearch struct {
	g      *csr.Graph
	nodes  []brandesNode
	order  []uint32
	starts []int     // where in order every level starts
	scale  []float64 // by which σ of a level was divided lest it overflow
	offset uint32
}

func newBrandesSearch(g *csr.Graph) *brandesSearch {
	return &brandesSearch{g: g, nodes: make([]brandesNode, g.N()), offset: 1}
}

// maxPaths is the number of paths above which a level is scaled down.
const maxPaths = 1e200

// run adds the dependencies of source s.
func (b *brandesSearch) run(s uint32, into *dependency) {
	b.count(s)
	last := len(b.starts) - 2
	for d := last; d > 0; d-- {
		level, scale := b.offset+uint32(d)+1, 0.0
		if d < last {
			scale = b.scale[d+1]
		}
		for _, u := range b.order[b.starts[d]:b.starts[d+1]] {
			node := &b.nodes[u]
			sum := 0.0
			for _, v := range b.g.Out(u) {
				if next := &b.nodes[v]; next.level == level {
					sum += next.value
				}
			}
			sum *= scale
			delta := node.value * sum
			node.value = 1/node.value + sum
			into.sum[u] += delta
			if into.square != nil {
				into.square[u] += delta * delta
			}
		}
	}
	b.offset += uint32(last) + 2
	if b.offset > math.MaxUint32-uint32(len(b.nodes))-2 {
		clear(b.nodes)
		b.offset = 1
	}
}

// count finds the levels of the search from s and the numbers of paths.
func (b *brandesSearch) count(s uint32) {
	b.order = append(b.order[:0], s)
	b.starts, b.scale = append(b.starts[:0], 0, 1), append(b.scale[:0], 1)
	b.nodes[s] = brandesNode{1, b.offset}
	for d := uint32(1); ; d++ {
		level, first := b.offset+d, len(b.order)
		for _, u := range b.order[b.starts[d-1]:b.starts[d]] {
			b.reach(b.nodes[u].value, b.g.Out(u), level)
		}
		if len(b.order) == first {
			return
		}
		b.starts = append(b.starts, len(b.order))
		b.scale = append(b.scale, b.rescale(b.order[first:]))
	}
}

func (b *brandesSearch) reach(paths float64, row []uint32, level uint32) {
	for _, v := range row {
		switch node := &b.nodes[v]; {
		case node.level == level:
			node.value += paths
		case node.level < b.offset:
			*node = brandesNode{paths, level}
			b.order = append(b.order, v)
		}
	}
}

// rescale divides the numbers of paths of a level by one factor where they
// have grown too large, and returns the factor.
func (b *brandesSearch) rescale(level []uint32) float64 {
	most := 0.0
	for _, v := range level {
		most = max(most, b.nodes[v].value)
	}
	if most <= maxPaths {
		return 1
	}
	for _, v := range level {
		b.nodes[v].value = max(b.nodes[v].value/maxPaths, 1/maxPaths)
	}
	return 1 / maxPaths
}
