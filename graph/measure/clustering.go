package measure

import (
	"context"
	"slices"

	"uncite/graph/csr"
)

// Clustering is the share of pairs of a node's neighbours that are neighbours
// themselves (Watts and Strogatz 1998), on the graph without directions:
//
//	c(v) = 2·triangles(v)/(k(v)·(k(v)−1))
//
// and 0 where a node has fewer than two neighbours: NetworkX's clustering of
// to_undirected(), igraph's transitivity_local_undirected(mode="zero").
func Clustering(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	both := g.Undirected()
	f := newForward(both)
	n := both.N()
	triangles := make([]uint64, n)
	counters := make([]*triangleCount, o.threads())
	err := forEach(ctx, o.threads(), blocks(n), func(worker, b int) {
		if counters[worker] == nil {
			counters[worker] = &triangleCount{make([]uint64, n), make([]uint32, n), 0}
		}
		for r := b * blockNodes; r < min((b+1)*blockNodes, n) && ctx.Err() == nil; r++ {
			counters[worker].count(f, uint32(r))
		}
	})
	if err != nil {
		return Result{}, err
	}
	for _, c := range counters {
		if c != nil {
			for r, t := range c.triangles {
				triangles[f.node[r]] += t
			}
		}
	}
	return Result{Scores: perNode(both, func(u uint32) float64 {
		k := float64(len(both.Out(u)))
		if k < 2 {
			return 0
		}
		return 2 * float64(triangles[u]) / (k * (k - 1))
	})}, nil
}

// forward holds every edge once, from the end of lower degree to the other, so
// that no row is long (Chiba and Nishizeki 1985; Schank and Wagner 2005).
// Nodes are renumbered by rank of degree.
type forward struct {
	node  []uint32 // the node of a rank
	start []uint32
	adj   []uint32
}

func (f *forward) row(r uint32) []uint32 { return f.adj[f.start[r]:f.start[r+1]] }

func newForward(both *csr.Graph) *forward {
	n := both.N()
	degree := make([]uint32, n)
	for u := range degree {
		degree[u] = uint32(len(both.Out(uint32(u))))
	}
	p := newPeeling(degree)
	f := &forward{node: p.order, start: make([]uint32, n+1), adj: make([]uint32, 0, both.Arcs()/2)}
	for r, u := range p.order {
		for _, v := range both.Out(u) {
			if p.place[v] > uint32(r) {
				f.adj = append(f.adj, p.place[v])
			}
		}
		f.start[r+1] = uint32(len(f.adj))
		slices.Sort(f.row(uint32(r)))
	}
	return f
}

// triangleCount is what one worker has counted. mark[r] is last where rank r
// is a neighbour of the node at hand.
type triangleCount struct {
	triangles []uint64
	mark      []uint32
	last      uint32
}

func (c *triangleCount) count(f *forward, r uint32) {
	row := f.row(r)
	if len(row) < 2 {
		return
	}
	c.last++
	for _, v := range row {
		c.mark[v] = c.last
	}
	for _, v := range row {
		for _, w := range f.row(v) {
			if c.mark[w] == c.last {
				c.triangles[r]++
				c.triangles[v]++
				c.triangles[w]++
			}
		}
	}
}
