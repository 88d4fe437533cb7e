package measure

import (
	"context"

	"uncite/graph/csr"
)

// partition divides nodes into numbered parts.
type partition struct {
	comp  []uint32 // the part of every node; none where it was skipped
	start []uint32 // nodes[start[c]:start[c+1]] are the nodes of part c
	nodes []uint32
}

// none marks a node that belongs to no part.
const none = ^uint32(0)

// of returns the nodes of part c.
func (p *partition) of(c int) []uint32 { return p.nodes[p.start[c]:p.start[c+1]] }

// StrongParts are the strongly connected components of a graph: the nodes of
// each, a component before those from which it can be reached.
func StrongParts(ctx context.Context, g *csr.Graph) ([][]uint32, error) {
	p, err := components(ctx, g, nil)
	if err != nil {
		return nil, err
	}
	parts := make([][]uint32, len(p.start)-1)
	for c := range parts {
		parts[c] = p.of(c)
	}
	return parts, nil
}

// components finds the strongly connected components (Tarjan 1972) of the
// graph without the nodes that skip names; skip may be nil. A component has a
// lower number than those from which it can be reached.
func components(ctx context.Context, g *csr.Graph, skip func(u uint32) bool) (*partition, error) {
	t := tarjan{g: g, low: make([]uint32, g.N())}
	t.p.comp = make([]uint32, g.N())
	t.p.start = []uint32{0}
	for u := range t.p.comp {
		t.p.comp[u] = none
		if skip != nil && skip(uint32(u)) {
			t.low[u] = none
		}
	}
	for u := range uint32(g.N()) {
		if u%blockNodes == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if t.low[u] == 0 {
			if err := t.visit(ctx, u); err != nil {
				return nil, err
			}
		}
	}
	return &t.p, nil
}

// tarjan is the state of the search. low[u] is 0 for a node not yet seen, none
// for one that is done or skipped, and otherwise the lowest visiting time
// known to be reachable from u.
type tarjan struct {
	g     *csr.Graph
	p     partition
	low   []uint32
	time  uint32
	stack []uint32
	calls []call
}

// call is a node being visited, and how many of its arcs have been followed.
type call struct{ node, next, seen uint32 }

func (t *tarjan) enter(u uint32) {
	t.time++
	t.low[u] = t.time
	t.stack = append(t.stack, u)
	t.calls = append(t.calls, call{u, 0, t.time})
}

func (t *tarjan) visit(ctx context.Context, root uint32) error {
	t.enter(root)
	for steps := 0; len(t.calls) > 0; steps++ {
		if steps%(1<<16) == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		c := &t.calls[len(t.calls)-1]
		u, row := c.node, t.g.Out(c.node)
		entered := false
		for c.next < uint32(len(row)) {
			v := row[c.next]
			c.next++
			if t.low[v] == 0 {
				t.enter(v)
				entered = true
				break
			}
			if t.low[v] != none {
				t.low[u] = min(t.low[u], t.low[v])
			}
		}
		if !entered {
			t.leave()
		}
	}
	return nil
}

// leave ends the visit of a node: it closes a component, or hands what it can
// reach to the node from which it was entered.
func (t *tarjan) leave() {
	c := t.calls[len(t.calls)-1]
	t.calls = t.calls[:len(t.calls)-1]
	if low := t.low[c.node]; low < c.seen {
		parent := t.calls[len(t.calls)-1].node
		t.low[parent] = min(t.low[parent], low)
		return
	}
	id := uint32(len(t.p.start) - 1)
	for {
		u := t.stack[len(t.stack)-1]
		t.stack = t.stack[:len(t.stack)-1]
		t.p.comp[u], t.low[u] = id, none
		t.p.nodes = append(t.p.nodes, u)
		if u == c.node {
			break
		}
	}
	t.p.start = append(t.p.start, uint32(len(t.p.nodes)))
}
