// Package tie joins what belongs together: documents that are cited together,
// documents that cite the same ones, bodies and States that are mentioned together.
// Ties are counted on the whole graph, whichever nodes are chosen.
package tie

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"uncite/graph"
	"uncite/graph/csr"
	"uncite/graph/measure"
)

// On says what makes a tie.
type On string

// The ties. They are also the types of their edges.
const (
	CoCitation On = "cocitation" // cited by the same documents (Small 1973)
	Coupling   On = "coupling"   // citing the same documents (Kessler 1963)
	CoMention  On = "comention"  // mentioned by the same documents
)

// All are the ties, in the order of the help.
var All = []On{CoCitation, Coupling, CoMention}

// Strength says how a count of shared documents becomes the strength of a tie.
type Strength string

// The strengths.
const (
	// Cosine is the count over the geometric mean of the two's own counts (Salton
	// and McGill 1983): 1 where they are always found together.
	Cosine Strength = "cosine"
	// Association is the count over that to expect if documents chose at random, as
	// in VOSviewer (van Eck and Waltman 2009).
	Association Strength = "association"
)

// Strengths are all of them, in the order of the help.
var Strengths = []Strength{Cosine, Association}

// Options are the settings of Of.
type Options struct {
	On       On
	Strength Strength // cosine where it is empty
	// Types are the edges that count; those that On speaks of where it is empty.
	Types []graph.EdgeType
	Keep  func(node int) bool    // which nodes may be chosen; nil for all
	Score func(node int) float64 // the order in which they are chosen
	Top   int                    // how many; 0 for all
	// PerNode is how many of its strongest ties each node brings; 0 means 3.
	PerNode int
	Threads int
	Seed    uint64 // of the communities
}

// Tie joins two nodes of the graph that was asked, A < B.
type Tie struct {
	A, B     int
	Shared   int // documents
	Strength float64
}

// Network is the chosen nodes and their ties.
type Network struct {
	Nodes []int // indices into the graph, rising; each has a tie
	Ties  []Tie // by A and B
	// Groups hold the number of the community of each of Nodes, from 1 by falling
	// size, found by measure.Leiden on the strengths.
	Groups []int
	Alone  int // nodes that were chosen and have no tie to another
	Of     int // nodes that might have been chosen
	Hubs   measure.Hubs
}

const defaultPerNode = 3

// Of chooses the first nodes by score that may be chosen and gives each its
// strongest ties to others. A tie that one document alone makes is left out where a
// node has better ones.
func Of(ctx context.Context, g *graph.Graph, o Options) (*Network, error) {
	types, err := o.types()
	if err != nil {
		return nil, err
	}
	k := g.Kernel(types...)
	if o.On == Coupling {
		k = k.Reverse()
	}
	k, hubs := measure.WithoutHubs(k)
	chosen, of := o.choose(g, k)
	ties, err := o.strongest(ctx, k, chosen)
	if err != nil {
		return nil, err
	}
	n := &Network{Ties: ties, Of: of, Hubs: hubs}
	for _, t := range ties {
		n.Nodes = append(n.Nodes, t.A, t.B)
	}
	slices.Sort(n.Nodes)
	n.Nodes = slices.Compact(n.Nodes)
	n.Alone = len(chosen) - len(n.Nodes)
	return n, n.divide(ctx, o)
}

func (o *Options) types() ([]graph.EdgeType, error) {
	switch {
	case !slices.Contains(All, o.On):
		return nil, fmt.Errorf("ties on %q: want one of %v", o.On, All)
	case o.Strength != "" && !slices.Contains(Strengths, o.Strength):
		return nil, fmt.Errorf("strength %q: want one of %v", o.Strength, Strengths)
	case len(o.Types) > 0:
		return o.Types, nil
	case o.On == CoMention:
		return []graph.EdgeType{graph.Mentions}, nil
	}
	return []graph.EdgeType{graph.Cites}, nil
}

// choose returns the nodes that come first by score, and how many there are of
// them. Only what has a tie at all is a candidate: of equals those with more.
func (o *Options) choose(g *graph.Graph, k *csr.Graph) (chosen []int, of int) {
	for v := range g.Nodes {
		if len(k.In(uint32(v))) > 0 && (o.Keep == nil || o.Keep(v)) {
			chosen = append(chosen, v)
		}
	}
	score := func(v int) float64 {
		if o.Score == nil {
			return 0
		}
		return o.Score(v)
	}
	of = len(chosen)
	slices.SortFunc(chosen, func(a, b int) int {
		return cmp.Or(cmp.Compare(score(b), score(a)), cmp.Compare(len(k.In(uint32(b))), len(k.In(uint32(a)))), cmp.Compare(a, b))
	})
	if o.Top > 0 && o.Top < of {
		chosen = chosen[:o.Top]
	}
	return chosen, of
}

// strongest finds the ties that are among the strongest of one of their ends.
func (o *Options) strongest(ctx context.Context, k *csr.Graph, chosen []int) ([]Tie, error) {
	in := make(map[uint32]bool, len(chosen))
	for _, v := range chosen {
		in[uint32(v)] = true
	}
	total := 0.0
	for v := range k.N() {
		total += float64(len(k.In(uint32(v))))
	}
	most := cmp.Or(o.PerNode, defaultPerNode)
	kept := map[[2]int]Tie{}
	for _, v := range chosen {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var list []Tie
		for _, n := range measure.CoCitedWith(k, uint32(v), 0) {
			if in[n.Node] {
				list = append(list, Tie{min(v, int(n.Node)), max(v, int(n.Node)), n.Count, o.strength(k, v, n, total)})
			}
		}
		slices.SortFunc(list, func(a, b Tie) int {
			return cmp.Or(cmp.Compare(min(b.Shared, 2), min(a.Shared, 2)), cmp.Compare(b.Strength, a.Strength), cmp.Compare(b.Shared, a.Shared), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
		})
		for _, t := range list[:min(most, len(list))] {
			kept[[2]int{t.A, t.B}] = t
		}
	}
	ties := make([]Tie, 0, len(kept))
	for _, t := range kept {
		ties = append(ties, t)
	}
	slices.SortFunc(ties, func(a, b Tie) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return ties, nil
}

func (o *Options) strength(k *csr.Graph, v int, n measure.Neighbour, total float64) float64 {
	if o.Strength != Association {
		return n.Cosine
	}
	return float64(n.Count) * total / (float64(len(k.In(uint32(v)))) * float64(len(k.In(n.Node))))
}

// divide finds the communities.
func (n *Network) divide(ctx context.Context, o Options) error {
	place := make(map[int]uint32, len(n.Nodes))
	for i, v := range n.Nodes {
		place[v] = uint32(i)
	}
	var from, to []uint32
	var weight []float64
	for _, t := range n.Ties {
		a, b := place[t.A], place[t.B]
		// Strengths of association have no bound; their root keeps one from deciding.
		w := math.Sqrt(t.Strength)
		from, to, weight = append(from, a, b), append(to, b, a), append(weight, w, w)
	}
	found, err := measure.Leiden(ctx, csr.Build(len(n.Nodes), from, to, weight), &measure.Options{Threads: o.Threads, Weighted: true}, measure.LeidenOptions{Seed: o.Seed})
	if err != nil {
		return err
	}
	n.Groups = make([]int, len(n.Nodes))
	for i, k := range found.Of {
		n.Groups[i] = k + 1
	}
	return nil
}

// Graph is the network as a graph whose edges are its ties, weighted by the shared
// documents, with their strengths beside, and with a note that says what it is.
func (n *Network) Graph(g *graph.Graph, o Options) (out *graph.Graph, strengths []float64) {
	out = &graph.Graph{}
	place := make(map[int]int, len(n.Nodes))
	for i, v := range n.Nodes {
		place[v] = i
		out.Nodes = append(out.Nodes, g.Nodes[v])
	}
	on, _ := graph.EdgeTypeNamed(string(o.On)) // a test holds All to them
	for _, t := range n.Ties {
		out.Edges = append(out.Edges, graph.NewEdge(place[t.A], place[t.B], on, t.Shared))
		strengths = append(strengths, t.Strength)
	}
	note := fmt.Sprintf("%d of %d nodes with the %d strongest ties of each on %s, by %s", len(n.Nodes), n.Of, cmp.Or(o.PerNode, defaultPerNode), o.On, cmp.Or(o.Strength, Cosine))
	if n.Alone > 0 {
		note += fmt.Sprintf("; left out, having none: %d", n.Alone)
	}
	if left := n.Hubs.Note(); left != "" {
		note += "; " + left
	}
	out.Notes = append(slices.Clone(g.Notes), note)
	return out, strengths
}
