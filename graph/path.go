package graph

import (
	"fmt"
	"math"
	"slices"

	"uncite/graph/csr"
)

// NoNodeError is the error for an identifier that a graph does not hold.
type NoNodeError string

func (e NoNodeError) Error() string { return fmt.Sprintf("no node %s in the graph", string(e)) }

// Chains are the shortest ways along edges from one node to another.
type Chains struct {
	From, To string
	// Length is the number of edges of each chain; -1 where there is none.
	Length int
	// Total is the number of shortest chains, math.MaxInt where it is beyond
	// the numbers of a machine.
	Total int
	// Nodes are the identifiers of each chain from From to To, in the order
	// of the identifiers, no more than were asked for.
	Nodes [][]string
	// On is the part of the graph that lies on the chains.
	On *Graph
}

// Chains finds all shortest chains of edges of the given types (of all types
// where none is given) from one node to another and lists at most limit of
// them; where limit is 0, all up to ten thousand. A node is joined to itself by the chain of length
// 0. It returns a NoNodeError where either node is missing.
//
// Two breadth-first searches on the kernel, forward from one end and back from
// the other, find what lies on a shortest chain in time linear in the graph;
// the chains are read from the property view of that part.
func (g *Graph) Chains(from, to string, limit int, types ...EdgeType) (*Chains, error) {
	a, ok := g.Index(from)
	if !ok {
		return nil, NoNodeError(from)
	}
	b, ok := g.Index(to)
	if !ok {
		return nil, NoNodeError(to)
	}
	k := g.Kernel(types...)
	ahead, back := csr.Levels(k.Out, k.N(), uint32(a)), csr.Levels(k.In, k.N(), uint32(b))
	c := &Chains{From: from, To: to, Length: int(ahead[b])}
	c.On = g.cut(
		func(i int) bool { return ahead[i] >= 0 && back[i] >= 0 && int(ahead[i]+back[i]) == c.Length },
		func(e *Edge) bool { return chosen(types, e.Type) && ahead[e.From]+1 == ahead[e.To] },
	)
	if c.Length < 0 {
		return c, nil
	}
	adjacent, err := c.On.Property().AdjacencyMap()
	if err != nil {
		return nil, err
	}
	next := make(map[string][]string, len(adjacent))
	for id, targets := range adjacent {
		next[id] = sortedKeys(targets)
	}
	c.Total = countChains(next, from, to, map[string]int{})
	c.list(next, []string{from}, mostListed(limit, c.Length))
	return c, nil
}

// Bounds of the chains that are listed, however many are asked for.
const (
	mostChains = 10_000
	mostSteps  = 1 << 20 // of all chains together
)

// mostListed is how many chains of a length are listed where limit are asked for.
func mostListed(limit, length int) int {
	most := max(1, min(mostChains, mostSteps/max(1, length)))
	if limit <= 0 {
		return most
	}
	return min(limit, most)
}

// countChains counts the ways from one node to the end of an acyclic graph.
func countChains(next map[string][]string, from, to string, known map[string]int) int {
	if from == to {
		return 1
	}
	if n, ok := known[from]; ok {
		return n
	}
	total := 0
	for _, id := range next[from] {
		if n := countChains(next, id, to, known); total > math.MaxInt-n {
			total = math.MaxInt
		} else {
			total += n
		}
	}
	known[from] = total
	return total
}

// list appends the chains that begin with the given nodes. Every node leads to
// the end, so that no step is in vain.
func (c *Chains) list(next map[string][]string, begun []string, limit int) {
	if limit > 0 && len(c.Nodes) >= limit {
		return
	}
	last := begun[len(begun)-1]
	if last == c.To {
		c.Nodes = append(c.Nodes, slices.Clone(begun))
		return
	}
	for _, id := range next[last] {
		c.list(next, append(begun, id), limit)
	}
}
