package graph

import (
	"context"
	"fmt"

	property "github.com/dominikbraun/graph"

	"uncite/graph/measure"
)

// mostOfSkeleton bounds the nodes of a skeleton: the work grows with the square of the
// edges.
const mostOfSkeleton = 500

// Skeleton returns the graph without the citations that a chain of others stands for: where
// A cites B, B cites C and A cites C, that of C by A. It is the transitive reduction (Aho,
// Garey and Ullman, 1972) of the citations between nodes that cite each other in no circle,
// as dominikbraun/graph makes it; other edges stay. A note says how many are left. It is an
// error where there are more than 500 nodes.
func (g *Graph) Skeleton() (*Graph, error) {
	if len(g.Nodes) > mostOfSkeleton {
		return nil, fmt.Errorf("a skeleton has at most %d nodes, and here are %d", mostOfSkeleton, len(g.Nodes))
	}
	circle := g.circles()
	counts := func(e *Edge) bool { return e.Type == Cites && circle[e.From] != circle[e.To] }
	reduced, err := g.reduced(counts)
	if err != nil {
		return nil, fmt.Errorf("skeleton: %w", err)
	}
	all, left := 0, 0
	out := g.cut(func(int) bool { return true }, func(e *Edge) bool {
		if e.Type != Cites {
			return true
		}
		all++
		if counts(e) {
			if _, err := reduced.Edge(int(e.From), int(e.To)); err != nil {
				return false
			}
		}
		left++
		return true
	})
	out.Warnings, out.Announced = g.Warnings, g.Announced
	out.Notes = append(out.Notes[:len(out.Notes):len(out.Notes)], fmt.Sprintf("skeleton: %d of %d citations; chains of these stand for the others", left, all))
	return out, nil
}

// circles numbers the nodes so that those which cite each other in a circle have one number.
func (g *Graph) circles() []int {
	parts, _ := measure.StrongParts(context.Background(), g.Kernel(Cites)) // without an end there is no error
	number := make([]int, len(g.Nodes))
	for i, part := range parts {
		for _, v := range part {
			number[v] = i
		}
	}
	return number
}

// reduced is the transitive reduction of the edges that count, between the numbers of nodes.
func (g *Graph) reduced(counts func(*Edge) bool) (property.Graph[int, int], error) {
	whole := property.New(property.IntHash, property.Directed())
	for i := range g.Nodes {
		if err := whole.AddVertex(i); err != nil {
			return nil, err
		}
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		if !counts(e) {
			continue
		}
		if err := whole.AddEdge(int(e.From), int(e.To)); err != nil && err != property.ErrEdgeAlreadyExists {
			return nil, err
		}
	}
	return property.TransitiveReduction(whole)
}
