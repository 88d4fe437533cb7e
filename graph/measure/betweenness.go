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

// brandesSearch finds what one source depends on, level by level. Its inner
// loops do not branch: a node found twice is written again in vain, and paths
// are added also to nodes of earlier levels, whose own count has been taken
// down by then. That is several times as fast as to look first, for what the
// look would find cannot be foreseen. Large levels are put in the order of node
// numbers, so that rows are read as they lie in memory.
type brandesSearch struct {
	g     *csr.Graph
	value []float64 // sums at work: of paths, and on the way back of (1+δ)/σ
	order []uint32  // the nodes found, by level; one longer than that
	paths []float64 // σ, the number of shortest paths to each node of order
	sums  []float64 // (1+δ)/σ of the nodes of a level
	ends  []int     // where in order each level ends
	scale []float64 // by which σ of a level was multiplied lest it overflow
	set   bitset    // scratch of arrange
}

func newBrandesSearch(g *csr.Graph) *brandesSearch {
	n := g.N()
	return &brandesSearch{g: g, value: make([]float64, n), order: make([]uint32, n+1),
		paths: make([]float64, n), sums: make([]float64, n), set: newBitset(n)}
}

// maxPaths is the number of paths above which a level is scaled down.
const maxPaths = 1e200

// run adds the dependencies of source s.
func (b *brandesSearch) run(s uint32, into *dependency) {
	found := b.order[:b.find(s)]
	for _, v := range found {
		b.value[v] = 0
	}
	b.fold(into)
	for _, v := range found {
		b.value[v] = 0
	}
}

// find finds the levels of the search from s and the numbers of paths, and
// returns the number of nodes found. A node has been found when its value is
// not zero.
func (b *brandesSearch) find(s uint32) int {
	b.order[0], b.paths[0], b.value[s] = s, 1, 1
	b.ends, b.scale = append(b.ends[:0], 1), append(b.scale[:0], 1)
	order, value := b.order, b.value
	for lo, hi := 0, 1; ; {
		end := hi
		for i := lo; i < hi; i++ {
			paths := b.paths[i]
			for _, v := range b.g.Out(order[i]) {
				sum := value[v]
				fresh := 0
				if math.Float64bits(sum) == 0 {
					fresh = 1
				}
				order[end] = v
				end += fresh
				value[v] = sum + paths
			}
		}
		if end == hi {
			return end
		}
		b.set.arrange(order[hi:end])
		b.scale = append(b.scale, b.take(hi, end))
		b.ends = append(b.ends, end)
		lo, hi = hi, end
	}
}

// take takes down the numbers of paths of a level, multiplied by the factor
// that it returns.
func (b *brandesSearch) take(lo, hi int) float64 {
	most := 0.0
	for i, v := range b.order[lo:hi] {
		b.paths[lo+i] = b.value[v]
		most = max(most, b.value[v])
	}
	if most <= maxPaths {
		return 1
	}
	for i := lo; i < hi; i++ {
		b.paths[i] = max(b.paths[i]/maxPaths, 1/maxPaths)
	}
	return 1 / maxPaths
}

// fold goes the levels back and sums dependencies. Only the level that was
// folded last has values other than zero, so that adding up all arcs of a node
// adds up those that continue shortest paths.
func (b *brandesSearch) fold(into *dependency) {
	for d := len(b.ends) - 1; d > 0; d-- {
		lo, hi := b.ends[d-1], b.ends[d]
		for i := lo; i < hi; i++ {
			sum := 0.0
			for _, v := range b.g.Out(b.order[i]) {
				sum += b.value[v]
			}
			delta := b.paths[i] * sum
			into.sum[b.order[i]] += delta
			if into.square != nil {
				into.square[b.order[i]] += delta * delta
			}
			b.sums[i] = (1/b.paths[i] + sum) * b.scale[d]
		}
		if d+1 < len(b.ends) {
			for _, v := range b.order[hi:b.ends[d+1]] {
				b.value[v] = 0
			}
		}
		for i := lo; i < hi; i++ {
			b.value[b.order[i]] = b.sums[i]
		}
	}
}
