package measure

import (
	"context"

	"uncite/graph/csr"
)

// DCore is the largest k such that a node belongs to a part of the graph in
// which every node is cited by k and cites k others of the part: the diagonal
// of the D-cores of Giatsidis, Thilikos and Vazirgiannis (2011). A graph
// without cycles has none, and all its scores are 0. Self-loops do not count.
func DCore(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	s := make([]float64, g.N())
	c := newDPeeling(g)
	for k, left := 1, g.N(); left > 0; k++ {
		if err := c.peel(ctx, uint32(k), uint32(k)); err != nil {
			return Result{}, err
		}
		left = 0
		for u, gone := range c.gone {
			if !gone {
				s[u] = float64(k)
				left++
			}
		}
		o.progress(g.N()-left, g.N())
	}
	return Result{Scores: s}, nil
}

// InCores returns for every node the largest k such that it belongs to a part
// of the graph in which every node is cited by k others of the part and cites
// at least out of them: a row of the D-core matrix. Nodes that are in no part
// with so many references have -1. With out 0 it is igraph's
// coreness(mode="in") of a graph without self-loops.
func InCores(ctx context.Context, g *csr.Graph, out int) ([]int, error) {
	cores := make([]int, g.N())
	for u := range cores {
		cores[u] = -1
	}
	c := newDPeeling(g)
	for k, left := 0, g.N(); left > 0; k++ {
		if err := c.peel(ctx, uint32(k), uint32(out)); err != nil {
			return nil, err
		}
		left = 0
		for u, gone := range c.gone {
			if !gone {
				cores[u] = k
				left++
			}
		}
	}
	return cores, nil
}

// dPeeling removes nodes with too few arcs in either direction.
type dPeeling struct {
	g       *csr.Graph
	in, out []uint32 // arcs with nodes that are not gone
	gone    []bool
}

func newDPeeling(g *csr.Graph) *dPeeling {
	n := g.N()
	c := &dPeeling{g, make([]uint32, n), make([]uint32, n), make([]bool, n)}
	for u := range uint32(n) {
		c.in[u], c.out[u] = uint32(len(g.In(u))), uint32(len(g.Out(u)))
		if g.HasLoop(u) {
			c.in[u]--
			c.out[u]--
		}
	}
	return c
}

// peel leaves the largest part in which every node has so many arcs in and out.
func (c *dPeeling) peel(ctx context.Context, in, out uint32) error {
	var queue []uint32
	drop := func(v uint32) {
		if !c.gone[v] && (c.in[v] < in || c.out[v] < out) {
			c.gone[v] = true
			queue = append(queue, v)
		}
	}
	for v := range c.gone {
		drop(uint32(v))
	}
	for i := 0; i < len(queue); i++ {
		if i%blockNodes == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		u := queue[i]
		for _, v := range c.g.Out(u) {
			if v != u {
				c.in[v]--
				drop(v)
			}
		}
		if out == 0 {
			continue // what nodes cite does not matter
		}
		for _, v := range c.g.In(u) {
			if v != u {
				c.out[v]--
				drop(v)
			}
		}
	}
	return ctx.Err()
}
