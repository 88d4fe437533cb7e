package main

import (
	"context"

	"uncite/graph/csr"
	"uncite/graph/measure"
)

// sampledSources is the number of sources from which betweenness is counted
// at the larger sizes, igraph's too.
const sampledSources = 200

// tasks are what is timed.
var tasks = []task{
	row("indegree", "l"),
	row("pagerank", "l"),
	row("katz", "l"),
	row("citerank", "l"),
	row("authority", "l"),
	row("eigenvector", "l"),
	row("betweenness", "s"),
	{"betweenness-200", sampled, "l"},
	row("closeness", "s"),
	row("harmonic", "s"),
	{"hyperball", hyperball, "l"},
	row("kcore", "l"),
	{"dcore-in", inCores, "l"},
	row("clustering", "l"),
	{"leiden", leiden, "l"},
	{"cocitation-pairs", pairs, "m"},
	row("disruption", "l"),
	row("spc", "l"),
	{"mainpath", mainPath, "l"},
	row("rescaled-pagerank", "l"),
	row("authority-asof", "l"),
}

// row is a measure of the table.
func row(name, most string) task {
	m, ok := measure.Find(name)
	if !ok {
		panic(name)
	}
	return task{name, func(ctx context.Context, g *csr.Graph, o *measure.Options) error {
		_, err := m.Compute(ctx, g, o)
		return err
	}, most}
}

// sampled counts from evenly spread sources, as the script does in igraph.
func sampled(ctx context.Context, g *csr.Graph, o *measure.Options) error {
	sources := make([]uint32, sampledSources)
	for i := range sources {
		sources[i] = uint32(i * (g.N() / sampledSources))
	}
	_, err := measure.BetweennessFrom(ctx, g, o, sources)
	return err
}

func hyperball(ctx context.Context, g *csr.Graph, o *measure.Options) error {
	estimated := *o
	estimated.ExactNodes = -1
	_, err := measure.Harmonic(ctx, g, &estimated)
	return err
}

func inCores(ctx context.Context, g *csr.Graph, _ *measure.Options) error {
	_, err := measure.InCores(ctx, g, 0)
	return err
}

// leiden groups the graph without directions, as igraph does.
func leiden(ctx context.Context, g *csr.Graph, o *measure.Options) error {
	_, err := measure.Leiden(ctx, g.Undirected(), o, measure.LeidenOptions{})
	return err
}

func pairs(ctx context.Context, g *csr.Graph, o *measure.Options) error {
	_, err := measure.CoCitedPairs(ctx, g, o, 1, 100)
	return err
}

func mainPath(ctx context.Context, g *csr.Graph, _ *measure.Options) error {
	_, err := measure.FindMainPath(ctx, g, measure.SPC, measure.KeyRoute, 0)
	return err
}
