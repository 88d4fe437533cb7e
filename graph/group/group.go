// Package group divides a citation graph into groups of documents that belong
// together and names each after its most central document.
package group

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"uncite/graph"
	"uncite/graph/csr"
	"uncite/graph/measure"
)

// On says which ties hold a group together.
type On string

// The graphs that can be divided.
const (
	Citation   On = "citation"   // who cites whom, with direction
	CoCitation On = "cocitation" // documents that are cited together
	Coupling   On = "coupling"   // documents that cite the same ones
)

// Ties are the graphs that can be divided, in the order of the help.
var Ties = []On{Citation, CoCitation, Coupling}

// Options are the settings of Divide. The zero value divides the citation graph
// at resolution 1.
type Options struct {
	On     On
	Types  []graph.EdgeType // edges that count; cites where it is empty
	Least  int              // of shared documents, for co-citation and coupling; 0 means 1
	Leiden measure.LeidenOptions
	// Measure holds threads, progress and, for the citation graph, Weighted;
	// the other graphs always count how much two documents share.
	Measure measure.Options
}

// Group is one group of documents.
type Group struct {
	Number  int // from 1, by falling size
	Name    string
	Members []Member // the most central first
}

// Member is a node of a group.
type Member struct {
	graph.Node
	// Ties is the number of citations, or of shared documents, that the node
	// has from others of its group: how central it is there.
	Ties float64
}

// Division is a graph in groups.
type Division struct {
	On         On
	Resolution float64
	Modularity float64
	Groups     []Group // of two nodes or more
	Alone      int     // nodes without a tie, or that no group is better for having
	Hubs       measure.Hubs
}

// Divide finds the groups of a graph by measure.Leiden. Nodes without any tie
// are in no group. Equal input and seed give equal groups and names.
func Divide(ctx context.Context, g *graph.Graph, o Options) (*Division, error) {
	o.On = cmp.Or(o.On, Citation)
	if len(o.Types) == 0 {
		o.Types = []graph.EdgeType{graph.Cites}
	}
	ties, hubs, err := o.ties(ctx, g.Kernel(o.Types...))
	if err != nil {
		return nil, err
	}
	if o.On != Citation {
		o.Measure.Weighted = true
	}
	found, err := measure.Leiden(ctx, ties, &o.Measure, o.Leiden)
	if err != nil {
		return nil, err
	}
	d := &Division{On: o.On, Resolution: cmp.Or(o.Leiden.Resolution, 1), Modularity: found.Modularity, Hubs: hubs}
	d.gather(g, ties, found)
	d.name()
	return d, nil
}

// ties returns the graph that is divided, and the items that tie nothing there
// because too many documents share them.
func (o *Options) ties(ctx context.Context, k *csr.Graph) (g *csr.Graph, hubs measure.Hubs, err error) {
	least := max(1, o.Least)
	switch o.On {
	case Citation:
		return k, hubs, nil
	case CoCitation:
	case Coupling:
		k = k.Reverse()
	default:
		return nil, hubs, fmt.Errorf("groups on %q: want one of %v", o.On, Ties)
	}
	k, hubs = measure.WithoutHubs(k)
	g, err = measure.CoCitationGraph(ctx, k, &o.Measure, least)
	return g, hubs, err
}

// gather makes the groups of two nodes or more and orders their members.
func (d *Division) gather(g *graph.Graph, ties *csr.Graph, found *measure.Grouping) {
	place := make([]int, len(found.Sizes))
	for k, size := range found.Sizes {
		if place[k] = -1; size > 1 {
			place[k] = len(d.Groups)
			d.Groups = append(d.Groups, Group{Number: len(d.Groups) + 1, Members: make([]Member, 0, size)})
		}
	}
	for v := range uint32(len(g.Nodes)) {
		k := place[found.Of[v]]
		if k < 0 {
			d.Alone++
			continue
		}
		d.Groups[k].Members = append(d.Groups[k].Members, Member{g.Nodes[v], tiesWithin(ties, found.Of, v)})
	}
	for k := range d.Groups {
		// Nodes, and so members, are in the order of their identifiers, which a
		// stable sort leaves to equals.
		slices.SortStableFunc(d.Groups[k].Members, func(a, b Member) int { return cmp.Compare(b.Ties, a.Ties) })
	}
}

// tiesWithin adds up the ties that lead to a node from others of its group.
func tiesWithin(ties *csr.Graph, of []int, v uint32) float64 {
	sum, weights := 0.0, ties.InWeight(v)
	for i, u := range ties.In(v) {
		switch {
		case of[u] != of[v]:
		case weights == nil:
			sum++
		default:
			sum += weights[i]
		}
	}
	return sum
}

// name names each group after its most central document that has a title, and
// by an identifier where none has one. Of two groups that would have the same
// name, each gets the identifier behind it.
func (d *Division) name() {
	known := map[string]int{}
	names := make([]string, len(d.Groups))
	heads := make([]string, len(d.Groups))
	for k := range d.Groups {
		head := d.Groups[k].head()
		heads[k], names[k] = head.ID, cmp.Or(head.Title, head.Label, head.ID)
		known[names[k]]++
	}
	for k := range d.Groups {
		if d.Groups[k].Name = names[k]; known[names[k]] > 1 {
			d.Groups[k].Name += " (" + heads[k] + ")"
		}
	}
}

// named is how many of its most central documents a group may be named after.
const named = 10

func (g *Group) head() *graph.Node {
	for i := range g.Members[:min(named, len(g.Members))] {
		if g.Members[i].Title != "" {
			return &g.Members[i].Node
		}
	}
	return &g.Members[0].Node
}

// Of returns the number of the group of every node that is in one.
func (d *Division) Of() map[string]int {
	of := map[string]int{}
	for _, g := range d.Groups {
		for _, m := range g.Members {
			of[m.ID] = g.Number
		}
	}
	return of
}

// Note states in words how the graph was divided.
func (d *Division) Note() string {
	note := fmt.Sprintf("%d groups on the %s graph, resolution %g, modularity %.4f", len(d.Groups), d.On, d.Resolution, d.Modularity)
	if d.Alone > 0 {
		note += fmt.Sprintf("; nodes that belong with no other and are in no group: %d", d.Alone)
	}
	if left := d.Hubs.Note(); left != "" {
		note += "; " + left
	}
	return note
}
