package rank

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"uncite/graph"
	"uncite/graph/generate"
	"uncite/graph/measure"
)

// corpus is a generated citation graph in which some documents cite each other.
func corpus(nodes, arcs int) *graph.Graph {
	c := generate.Citations(generate.Config{Nodes: nodes, Arcs: arcs, Seed: 5, Mutual: nodes / 10})
	g := &graph.Graph{}
	for i := range nodes {
		g.Nodes = append(g.Nodes, graph.Node{ID: fmt.Sprintf("A/%05d", i)})
	}
	k := c.Graph()
	for u := range uint32(nodes) {
		for _, v := range k.Out(u) {
			g.Edges = append(g.Edges, graph.NewEdge(int(u), int(v), graph.Cites, 1))
		}
	}
	return g
}

// Two implementations by different people of every measure that gonum has agree
// to nine digits.
func TestVerify(t *testing.T) {
	checks, err := Verify(context.Background(), corpus(200, 900), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range checks {
		if c.Why != "" || c.Difference > 1e-9 {
			t.Errorf("%s: %g at %s, %s", c.Measure, c.Difference, c.Node, c.Why)
		}
	}
	if note := CheckNote(checks); !strings.Contains(note, "pagerank, inward, outward, betweenness, closeness, harmonic, kcore, modularity") {
		t.Error(note)
	}
}

// What cannot be compared is said, and a difference is found where there is one.
func TestVerifySaysWhatItLeaves(t *testing.T) {
	empty := &graph.Graph{Nodes: []graph.Node{{ID: "a"}}}
	checks, err := Verify(context.Background(), empty, Options{})
	if err != nil || !strings.Contains(CheckNote(checks), "pagerank: there are no edges") {
		t.Errorf("%q, %v", CheckNote(checks), err)
	}
	checks, err = Verify(context.Background(), corpus(50, 200), Options{Settings: measure.Options{Weighted: true}})
	if err != nil || !strings.Contains(CheckNote(checks), "inward: gonum takes no weights") {
		t.Errorf("%q, %v", CheckNote(checks), err)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if _, err := Verify(stopped, corpus(50, 200), Options{}); err == nil {
		t.Error("the end of the context is no error")
	}
	note := CheckNote([]Check{{Measure: "pagerank", Difference: 1e-3, Node: "A/1"}, {Measure: "kcore"}})
	if !strings.Contains(note, "the largest difference is 1.0e-03 of the largest score, in pagerank of A/1") {
		t.Error(note)
	}
}
