// Package profile gathers what a citation graph says of one node: how it ranks,
// what cites it, what it cites, and which documents are its neighbours.
package profile

import (
	"context"

	"uncite/graph"
	"uncite/graph/csr"
	"uncite/graph/measure"
)

// Profile is what a graph says of a node.
type Profile struct {
	Node  graph.Node
	Ranks []Rank
	// In are the edges that reach the node and Out those that leave it.
	In, Out []graph.Edge
	// CoCited are the documents that are cited together with the node, and
	// Coupled those that cite the same ones, the nearest first.
	CoCited, Coupled []Neighbour
}

// Rank is the place of a node under a measure. Equal scores share a place, and
// the next place is left out, as in sports: 1, 2, 2, 4.
type Rank struct {
	Measure string
	Score   float64
	Place   int
	Of      int // nodes that are ranked: in hand or at the end of an edge that counts
	Sharing int // nodes that share the place, this one included
	// InKind and OfKind are the place among the nodes of the same kind.
	InKind, OfKind int
}

// Neighbour is a document that goes with the node.
type Neighbour struct {
	graph.Node
	Shared int     // documents that cite both, or that both cite
	Cosine float64 // see measure.Neighbour
}

// Options are the settings of Of.
type Options struct {
	Measures   []measure.Measure
	Settings   measure.Options
	Types      []graph.EdgeType // edges that ranks and neighbours rest on
	Neighbours int              // of each sort; 0 means all
}

// Of describes node i of a graph.
func Of(ctx context.Context, g *graph.Graph, i int, o Options) (*Profile, error) {
	p := &Profile{Node: g.Nodes[i], In: g.In(i), Out: g.Out(i)}
	k := g.Kernel(o.Types...)
	ranked := rankedNodes(g, k)
	for _, m := range o.Measures {
		res, err := m.Compute(ctx, k, &o.Settings)
		if err != nil {
			return nil, err
		}
		p.Ranks = append(p.Ranks, rank(g, ranked, res.Scores, i, m.Name))
	}
	p.CoCited = neighbours(g, measure.CoCitedWith(k, uint32(i), o.Neighbours))
	p.Coupled = neighbours(g, measure.CoupledWith(k, uint32(i), o.Neighbours))
	return p, ctx.Err()
}

// rankedNodes tells which nodes have a place: bodies and States have none among
// documents where only citations count.
func rankedNodes(g *graph.Graph, k *csr.Graph) []bool {
	ranked := make([]bool, len(g.Nodes))
	for v := range uint32(len(ranked)) {
		ranked[v] = g.Nodes[v].InHand || len(k.In(v)) > 0 || len(k.Out(v)) > 0
	}
	return ranked
}

func rank(g *graph.Graph, ranked []bool, scores []float64, i int, name string) Rank {
	r := Rank{Measure: name, Score: scores[i]}
	if !ranked[i] {
		return r
	}
	kind := g.Nodes[i].Kind
	r.Place, r.Of, r.Sharing = place(scores, i, func(v int) bool { return ranked[v] })
	r.InKind, r.OfKind, _ = place(scores, i, func(v int) bool { return ranked[v] && g.Nodes[v].Kind == kind })
	return r
}

// place is the place of i among the nodes that count, their number, and how many
// share the place.
func place(scores []float64, i int, counts func(int) bool) (at, of, sharing int) {
	at = 1
	for v, s := range scores {
		if !counts(v) {
			continue
		}
		of++
		if s > scores[i] {
			at++
		}
		if s == scores[i] {
			sharing++
		}
	}
	return at, of, sharing
}

func neighbours(g *graph.Graph, list []measure.Neighbour) []Neighbour {
	out := make([]Neighbour, len(list))
	for i, n := range list {
		out[i] = Neighbour{g.Nodes[n.Node], n.Count, n.Cosine}
	}
	return out
}
