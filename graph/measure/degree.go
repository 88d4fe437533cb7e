package measure

import (
	"context"

	"uncite/graph/csr"
)

// InDegree counts the nodes that cite each node.
func InDegree(_ context.Context, g *csr.Graph, _ *Options) (Result, error) {
	return Result{Scores: perNode(g, func(u uint32) float64 { return float64(len(g.In(u))) })}, nil
}

// OutDegree counts the nodes that each node cites.
func OutDegree(_ context.Context, g *csr.Graph, _ *Options) (Result, error) {
	return Result{Scores: perNode(g, func(u uint32) float64 { return float64(len(g.Out(u))) })}, nil
}

// WeightedInDegree is the total weight of the arcs to each node: the number of
// references to it.
func WeightedInDegree(_ context.Context, g *csr.Graph, _ *Options) (Result, error) {
	return Result{Scores: perNode(g, func(u uint32) float64 { return strength(g.In(u), g.InWeight(u)) })}, nil
}

// WeightedOutDegree is the total weight of the arcs from each node: the number
// of references in it.
func WeightedOutDegree(_ context.Context, g *csr.Graph, _ *Options) (Result, error) {
	return Result{Scores: perNode(g, func(u uint32) float64 { return strength(g.Out(u), g.OutWeight(u)) })}, nil
}

func perNode(g *csr.Graph, score func(u uint32) float64) []float64 {
	s := make([]float64, g.N())
	for u := range s {
		s[u] = score(uint32(u))
	}
	return s
}

// strength is the total weight of a row.
func strength(row []uint32, weight []float64) float64 {
	if weight == nil {
		return float64(len(row))
	}
	sum := 0.0
	for _, w := range weight {
		sum += w
	}
	return sum
}
