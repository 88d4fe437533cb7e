package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"time"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"

	"uncite/graph/generate"
)

// gonumTasks are gonum's own algorithms. Closeness and harmonic need all pairs
// of distances, some gigabytes at the smallest size, and are left out.
var gonumTasks = []struct {
	name string
	run  func(g graph.Directed)
}{
	{"pagerank", func(g graph.Directed) { network.PageRankSparse(g, 0.85, 1e-10) }},
	{"authority", func(g graph.Directed) { network.HITS(g, 1e-10) }},
	{"betweenness", func(g graph.Directed) { network.Betweenness(g) }},
	{"spc", func(g graph.Directed) { topo.TarjanSCC(g) }},
	{"kcore", func(g graph.Directed) { topo.DegeneracyOrdering(graph.Undirect{G: g}) }},
	{"leiden", func(g graph.Directed) { community.Modularize(g, 1, rand.NewPCG(1, 1)) }},
}

// gonumTimes times gonum on its own graph and on our rows.
func (r *run) gonumTimes(c *generate.Corpus) (simpleTimes, rowTimes map[string]float64) {
	simpleTimes, rowTimes = map[string]float64{}, map[string]float64{}
	began := time.Now()
	own := simple.NewDirectedGraph()
	for i := range c.Nodes {
		own.AddNode(simple.Node(i))
	}
	for i := range c.To {
		own.SetEdge(simple.Edge{F: simple.Node(c.From[i]), T: simple.Node(c.To[i])})
	}
	simpleTimes["load"] = time.Since(began).Seconds()
	rows := c.Graph().Directed()
	for _, t := range gonumTasks {
		if !r.wanted(t.name) {
			continue
		}
		simpleTimes[t.name] = best(func() { t.run(own) })
		rowTimes[t.name] = best(func() { t.run(rows) })
		fmt.Fprintf(os.Stderr, "%s gonum %s %.4f %.4f\n", r.size, t.name, simpleTimes[t.name], rowTimes[t.name])
	}
	return simpleTimes, rowTimes
}
