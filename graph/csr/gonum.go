package csr

import (
	"math"

	"gonum.org/v1/gonum/graph"
)

// Directed shows a Graph as a gonum graph.Directed without weights. Node
// identifiers are the node numbers. It is a type of its own because gonum's
// PageRank takes weights into account as soon as a graph offers them.
type Directed struct {
	g     *Graph
	nodes []viewNode
}

// WeightedDirected shows a Graph as a gonum graph.WeightedDirected.
type WeightedDirected struct{ Directed }

var (
	_ graph.Directed         = (*Directed)(nil)
	_ graph.WeightedDirected = (*WeightedDirected)(nil)
)

// Directed returns the unweighted gonum view of g. It costs four bytes a node
// and no allocation for a neighbour visited.
func (g *Graph) Directed() *Directed {
	d := &Directed{g: g, nodes: make([]viewNode, g.n)}
	for i := range d.nodes {
		d.nodes[i] = viewNode(i)
	}
	return d
}

// WeightedDirected returns the weighted gonum view of g.
func (g *Graph) WeightedDirected() *WeightedDirected {
	return &WeightedDirected{*g.Directed()}
}

// viewNode is a node number. Its pointers into one shared array become
// graph.Node values without an allocation.
type viewNode uint32

// ID is the node number.
func (v *viewNode) ID() int64 { return int64(*v) }

// arc is a weighted edge of the view.
type arc struct {
	from, to graph.Node
	weight   float64
}

func (a arc) From() graph.Node         { return a.from }
func (a arc) To() graph.Node           { return a.to }
func (a arc) Weight() float64          { return a.weight }
func (a arc) ReversedEdge() graph.Edge { return a.turned() }
func (a arc) turned() arc              { return arc{a.to, a.from, a.weight} }

func (d *Directed) has(id int64) bool { return id >= 0 && id < int64(len(d.nodes)) }

// Node returns the node of number id, or nil where there is none.
func (d *Directed) Node(id int64) graph.Node {
	if !d.has(id) {
		return nil
	}
	return &d.nodes[id]
}

// Nodes iterates over all nodes in order.
func (d *Directed) Nodes() graph.Nodes {
	if len(d.nodes) == 0 {
		return graph.Empty
	}
	return &allNodes{nodes: d.nodes, at: -1}
}

// From iterates over the nodes that id points to, in order.
func (d *Directed) From(id int64) graph.Nodes {
	if !d.has(id) {
		return graph.Empty
	}
	return d.row(d.g.Out(uint32(id)))
}

// To iterates over the nodes that point to id, in order.
func (d *Directed) To(id int64) graph.Nodes {
	if !d.has(id) {
		return graph.Empty
	}
	return d.row(d.g.In(uint32(id)))
}

func (d *Directed) row(ids []uint32) graph.Nodes {
	if len(ids) == 0 {
		return graph.Empty
	}
	return &rowNodes{nodes: d.nodes, ids: ids, at: -1}
}

// HasEdgeFromTo tells whether there is an arc from u to v.
func (d *Directed) HasEdgeFromTo(u, v int64) bool {
	return d.has(u) && d.has(v) && d.g.HasArc(uint32(u), uint32(v))
}

// HasEdgeBetween tells whether there is an arc between x and y either way.
func (d *Directed) HasEdgeBetween(x, y int64) bool {
	return d.HasEdgeFromTo(x, y) || d.HasEdgeFromTo(y, x)
}

// Edge returns the arc from u to v, or nil where there is none.
func (d *Directed) Edge(u, v int64) graph.Edge {
	if !d.HasEdgeFromTo(u, v) {
		return nil
	}
	return arc{&d.nodes[u], &d.nodes[v], d.g.Weight(uint32(u), uint32(v))}
}

// WeightedEdge returns the arc from u to v, or nil where there is none.
func (d *WeightedDirected) WeightedEdge(u, v int64) graph.WeightedEdge {
	if !d.HasEdgeFromTo(u, v) {
		return nil
	}
	return arc{&d.nodes[u], &d.nodes[v], d.g.Weight(uint32(u), uint32(v))}
}

// Weight returns the weight of the arc from x to y. As gonum asks, a node is at
// no cost from itself, and the weight of an absent arc is +Inf and not ok.
func (d *WeightedDirected) Weight(x, y int64) (w float64, ok bool) {
	if d.HasEdgeFromTo(x, y) {
		return d.g.Weight(uint32(x), uint32(y)), true
	}
	if x == y {
		return 0, true
	}
	return math.Inf(1), false
}

// allNodes iterates over every node.
type allNodes struct {
	nodes []viewNode
	at    int
}

func (it *allNodes) Len() int         { return len(it.nodes) - it.at - 1 }
func (it *allNodes) Reset()           { it.at = -1 }
func (it *allNodes) Node() graph.Node { return &it.nodes[it.at] }
func (it *allNodes) Next() bool {
	if it.at+1 >= len(it.nodes) {
		return false
	}
	it.at++
	return true
}

// rowNodes iterates over the nodes of a row.
type rowNodes struct {
	nodes []viewNode
	ids   []uint32
	at    int
}

func (it *rowNodes) Len() int         { return len(it.ids) - it.at - 1 }
func (it *rowNodes) Reset()           { it.at = -1 }
func (it *rowNodes) Node() graph.Node { return &it.nodes[it.ids[it.at]] }
func (it *rowNodes) Next() bool {
	if it.at+1 >= len(it.ids) {
		return false
	}
	it.at++
	return true
}
