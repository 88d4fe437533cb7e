package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"uncite/extract/record"
	"uncite/graph/csr"
)

// Filter is one way to narrow a graph. Filters compose in any order: each sees
// what those before it left.
type Filter struct {
	Note  string // what it keeps, in words
	apply func(*Graph) (*Graph, error)
}

// Select narrows a graph by the filters in turn and states each of them, with
// what it left, in the Notes of the result. The graph itself stays as it is.
// The error is that of the first filter that cannot be applied, such as an
// UnknownNodeError of Around.
func (g *Graph) Select(filters ...Filter) (*Graph, error) {
	for _, f := range filters {
		kept, err := f.apply(g)
		if err != nil {
			return nil, fmt.Errorf("filter %s: %w", f.Note, err)
		}
		kept.Notes = append(slices.Clone(g.Notes), fmt.Sprintf("%s: %d of %d nodes, %d of %d edges",
			f.Note, len(kept.Nodes), len(g.Nodes), len(kept.Edges), len(g.Edges)))
		g = kept
	}
	if len(filters) > 0 {
		g.warn()
	}
	return g, nil
}

// Part returns the nodes for which keep is true and the edges between them, with
// the notes of g and without its warnings. Evidence is shared with g.
func (g *Graph) Part(keep func(node int) bool) *Graph { return g.cut(keep, allEdges) }

// cut returns the nodes and edges that pass, with the evidence shared and
// without warnings. Edges need both their nodes.
func (g *Graph) cut(node func(int) bool, edge func(*Edge) bool) *Graph {
	kept := &Graph{Notes: g.Notes, Places: g.Places}
	place := make([]int32, len(g.Nodes))
	for i := range g.Nodes {
		if place[i] = -1; node(i) {
			place[i] = int32(len(kept.Nodes))
			kept.Nodes = append(kept.Nodes, g.Nodes[i])
		}
	}
	for i := range g.Edges {
		e := g.Edges[i]
		if place[e.From] < 0 || place[e.To] < 0 || !edge(&e) {
			continue
		}
		e.From, e.To = place[e.From], place[e.To]
		kept.Edges = append(kept.Edges, e)
	}
	return kept
}

func allEdges(*Edge) bool { return true }

// byNode keeps the nodes that pass and the edges between them.
func byNode(note string, keep func(*Node) bool) Filter {
	return Filter{note, func(g *Graph) (*Graph, error) {
		return g.cut(func(i int) bool { return keep(&g.Nodes[i]) }, allEdges), nil
	}}
}

// byEdge keeps the edges that pass, the nodes in hand and those that a kept
// edge still touches. keep may change its edge.
func byEdge(note string, keep func(*Edge) bool) Filter {
	return Filter{note, func(g *Graph) (*Graph, error) {
		return g.cut(func(int) bool { return true }, keep).touched(), nil
	}}
}

// touched drops from a fresh graph the nodes that are neither in hand nor at
// the end of an edge.
func (g *Graph) touched() *Graph {
	ends := make([]bool, len(g.Nodes))
	for i := range g.Edges {
		ends[g.Edges[i].From], ends[g.Edges[i].To] = true, true
	}
	g.shed(func(i int) bool { return !ends[i] && !g.Nodes[i].InHand })
	return g
}

// leaveTabled drops from a fresh graph the nodes that no text names, and notes
// how many they were.
func (g *Graph) leaveTabled() {
	nodes, edges := len(g.Nodes), len(g.Edges)
	g.shed(func(i int) bool { return g.Nodes[i].Tabled })
	if n := nodes - len(g.Nodes); n > 0 {
		g.Notes = append(g.Notes, fmt.Sprintf("left out, being named by no text and only by the tables: nodes %d, edges %d (--tables lets them in)",
			n, edges-len(g.Edges)))
	}
}

// shed drops nodes from a fresh graph, in place, and the edges at them.
func (g *Graph) shed(drop func(int) bool) {
	place := make([]int32, len(g.Nodes))
	nodes, edges := g.Nodes[:0], g.Edges[:0]
	for i := range place {
		place[i] = int32(len(nodes))
		if drop(i) {
			place[i] = -1
		}
		if place[i] >= 0 {
			nodes = append(nodes, g.Nodes[i])
		}
	}
	for _, e := range g.Edges {
		if e.From, e.To = place[e.From], place[e.To]; e.From >= 0 && e.To >= 0 {
			edges = append(edges, e)
		}
	}
	clear(g.Nodes[len(nodes):])
	clear(g.Edges[len(edges):])
	g.Nodes, g.Edges = nodes, edges
}

// byEvidence keeps the evidence that passes and the edges that are left with
// some, their weight and treatments counted anew. Relations that no reference
// states have no evidence and are left out.
func byEvidence(note string, keep func(*Evidence) bool) Filter {
	return byEdge(note, func(e *Edge) bool {
		passes := 0
		evidence := e.Evidence()
		for i := range evidence {
			if keep(&evidence[i]) {
				passes++
			}
		}
		if passes == 0 || passes == len(evidence) {
			return passes > 0
		}
		kept := make([]Evidence, 0, passes)
		for i := range evidence {
			if keep(&evidence[i]) {
				kept = append(kept, evidence[i])
			}
		}
		e.weigh(kept)
		return true
	})
}

// Kinds keeps nodes of the kinds.
func Kinds(kinds ...record.Kind) Filter {
	return byNode("kind "+either(kinds), func(n *Node) bool { return slices.ContainsFunc(kinds, n.Is) })
}

// Bodies keeps the documents that the bodies (entity:…) issued, and of the
// instruments, treaties, entities and States, which have no issuing body, those
// that an edge joins to such a document.
func Bodies(bodies ...string) Filter {
	return withLinked("issued by "+either(bodies),
		func(n *Node) bool { return n.IsDocument() && slices.Contains(bodies, n.Body) },
		func(n *Node) bool { return !n.IsDocument() })
}

// OtherBodies is Bodies for the documents of all bodies but these.
func OtherBodies(bodies ...string) Filter {
	return withLinked("issued by others than "+either(bodies),
		func(n *Node) bool { return n.IsDocument() && !slices.Contains(bodies, n.Body) },
		func(n *Node) bool { return !n.IsDocument() })
}

// Years keeps the nodes dated from the year first to the year last, 0 standing
// for no bound, and of the entities and States, which have no date, those that
// an edge joins to such a node. Other nodes without a year are left out.
func Years(first, last int) Filter {
	return withLinked(yearsNote(first, last),
		func(n *Node) bool { return n.within(first, last) },
		func(n *Node) bool { return timeless(n.Kind) })
}

func yearsNote(first, last int) string {
	return fmt.Sprintf("years %s to %s", cmp.Or(year(first), "the first"), cmp.Or(year(last), "the last"))
}

func (n *Node) within(first, last int) bool {
	return n.Year != 0 && n.Year >= first && (last == 0 || n.Year <= last)
}

// withLinked keeps the nodes that pass, and those that the filter cannot judge
// where an edge joins them to one that passes.
func withLinked(note string, keep, cannotJudge func(*Node) bool) Filter {
	return Filter{note, func(g *Graph) (*Graph, error) {
		linked := make([]bool, len(g.Nodes))
		for _, e := range g.Edges {
			linked[e.From] = linked[e.From] || keep(&g.Nodes[e.To])
			linked[e.To] = linked[e.To] || keep(&g.Nodes[e.From])
		}
		return g.cut(func(i int) bool {
			n := &g.Nodes[i]
			return keep(n) || linked[i] && cannotJudge(n)
		}, allEdges), nil
	}}
}

// InHand keeps the documents that the corpus holds.
func InHand() Filter {
	return byNode("in hand only", func(n *Node) bool { return n.InHand })
}

// Types keeps edges of the types.
func Types(types ...EdgeType) Filter {
	return byEdge("edges "+either(types), func(e *Edge) bool { return slices.Contains(types, e.Type) })
}

// What Drop leaves out.
const (
	ForwardCitations = "forward" // of what is certainly later than the citing document
	SelfCitations    = "self"    // between documents of one body
)

var dropped = []string{ForwardCitations, SelfCitations}

// Drop leaves out citations of these sorts: ForwardCitations, SelfCitations.
func Drop(sorts ...string) Filter {
	return Filter{"without citations " + either(sorts), func(g *Graph) (*Graph, error) {
		forward := map[int]bool{}
		if slices.Contains(sorts, ForwardCitations) {
			for _, k := range g.forward() {
				forward[k] = true
			}
		}
		self := slices.Contains(sorts, SelfCitations)
		at := -1
		return g.cut(func(int) bool { return true }, func(e *Edge) bool {
			at++
			from, to := &g.Nodes[g.Edges[at].From], &g.Nodes[g.Edges[at].To]
			return !forward[at] && !(self && e.Type == Cites && from.Body != "" && from.Body == to.Body)
		}).touched(), nil
	}}
}

// MinWeight keeps edges of at least so many references.
func MinWeight(n int) Filter {
	return byEdge(fmt.Sprintf("at least %d references", n), func(e *Edge) bool { return int(e.Weight) >= n })
}

// Treatments keeps citations whose clause does one of these things.
func Treatments(treatments ...string) Filter {
	return byEvidence("treatment "+either(treatments), func(ev *Evidence) bool {
		return slices.Contains(treatments, ev.Treatment)
	})
}

// Zones keeps citations that stand in the zones.
func Zones(zones ...record.Zone) Filter {
	return byEvidence("zone "+either(zones), func(ev *Evidence) bool { return slices.Contains(zones, ev.Zone) })
}

// Languages keeps citations in the language versions.
func Languages(langs ...string) Filter {
	return byEvidence("language "+either(langs), func(ev *Evidence) bool { return slices.Contains(langs, ev.Lang) })
}

// Statuses keeps citations of the states, out of those that Build admitted.
func Statuses(statuses ...record.Status) Filter {
	return byEvidence("status "+either(statuses), func(ev *Evidence) bool { return slices.Contains(statuses, ev.Status) })
}

// Direction is the way along edges that a neighbourhood is searched.
type Direction string

// The directions of Around.
const (
	Inward  Direction = "in"   // those who cite the node, and who cite them
	Outward Direction = "out"  // what the node cites, and what that cites
	Both    Direction = "both" // either way at each step
)

// Around keeps the nodes within depth edges of a node, which Locate finds by any
// of its names: its ego network.
func Around(id string, depth int, dir Direction) Filter {
	return AroundFound(id, depth, dir, func(g *Graph, id string) (int, error) { return g.Locate(id, nil) })
}

// AroundFound is Around for a node that locate finds by what the user calls it.
func AroundFound(id string, depth int, dir Direction, locate func(*Graph, string) (int, error)) Filter {
	note := fmt.Sprintf("around %s, depth %d", id, depth)
	if dir != Both {
		note += ", direction " + string(dir)
	}
	return Filter{note, func(g *Graph) (*Graph, error) {
		i, err := locate(g, id)
		if err != nil {
			return nil, err
		}
		level := csr.Levels(neighbours(g.Kernel(), dir), len(g.Nodes), uint32(i))
		return g.cut(func(i int) bool { return level[i] >= 0 && int(level[i]) <= depth }, allEdges), nil
	}}
}

func neighbours(k *csr.Graph, dir Direction) func(uint32) []uint32 {
	switch dir {
	case Inward:
		return k.In
	case Outward:
		return k.Out
	}
	return k.Undirected().Out
}

// Known leaves out the nodes of names that no table knows, title:…, unless they
// are of one of the kinds.
func Known(asked ...record.Kind) Filter {
	return byNode("names of the tables alone (--unknown lets the others in)", func(n *Node) bool {
		return !n.Unknown() || slices.ContainsFunc(asked, n.Is)
	})
}

// Giant keeps the largest weakly connected component of the edges of the types,
// of all edges where none is given, of several equally large ones that with the
// first identifier.
func Giant(types ...EdgeType) Filter {
	return Filter{"giant component", func(g *Graph) (*Graph, error) {
		part, sizes := g.Kernel(types...).WeakParts()
		if len(sizes) == 0 {
			return g.cut(func(int) bool { return true }, allEdges), nil
		}
		giant := slices.Index(sizes, slices.Max(sizes))
		return g.cut(func(i int) bool { return part[i] == uint32(giant) }, allEdges), nil
	}}
}

// Groups keeps the nodes of the numbered groups; a node that group does not
// hold is in none.
func Groups(group map[string]int, numbers ...int) Filter {
	return byNode("group "+either(numbers), func(n *Node) bool {
		of, ok := group[n.ID]
		return ok && slices.Contains(numbers, of)
	})
}

// either lists alternatives: "a or b".
func either[T any](list []T) string {
	words := make([]string, len(list))
	for i, v := range list {
		words[i] = fmt.Sprint(v)
	}
	return strings.Join(words, " or ")
}
