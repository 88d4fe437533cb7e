package measure_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"uncite/graph/csr"
	"uncite/graph/generate"
	"uncite/graph/measure"
)

// agreement is how close scores must come to those of other libraries.
const agreement = 1e-9

// oraclePython names an interpreter that has both libraries, or skips; it
// fails where UNCITE_REQUIRE_TOOLS is set, as in CI. The distribution's own
// comes first: its modules are not seen by others.
func oraclePython(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"/usr/bin/python3", "python3"} {
		if exec.Command(name, "-c", "import networkx, igraph, numpy, scipy").Run() == nil {
			return name
		}
	}
	why := "no python3 with networkx, igraph, numpy and scipy (Debian: python3-networkx python3-igraph python3-scipy)"
	if os.Getenv("UNCITE_REQUIRE_TOOLS") != "" {
		t.Fatal(why)
	}
	t.Skip(why)
	return ""
}

// oracleInput is what testdata/oracle.py reads.
type oracleInput struct {
	Nodes  int       `json:"nodes"`
	From   []uint32  `json:"from"`
	To     []uint32  `json:"to"`
	Weight []float64 `json:"weight"`
	Plain  bool      `json:"plain"` // all weights are 1
	Alpha  float64   `json:"alpha"`
}

func oracle(t *testing.T, python string, in oracleInput) map[string]map[string][]float64 {
	t.Helper()
	text, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, "testdata/oracle.py")
	var problems bytes.Buffer
	cmd.Stdin, cmd.Stderr = bytes.NewReader(text), &problems
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("oracle.py: %v\n%s", err, &problems)
	}
	var scores map[string]map[string][]float64
	if err := json.Unmarshal(out, &scores); err != nil {
		t.Fatal(err)
	}
	return scores
}

// sampleGraph is a small graph drawn by hand: two subjects that share one
// document, a pair that cite each other, weights, and a document alone.
func sampleGraph() oracleInput {
	arcs := []struct {
		from, to uint32
		weight   float64
	}{
		{1, 0, 2}, {2, 0, 1}, {2, 1, 1}, {3, 1, 4}, {3, 0, 1}, {4, 3, 1}, {4, 2, 3},
		{5, 2, 1}, {5, 0, 1}, {6, 5, 2}, {5, 6, 1}, {7, 6, 1}, {8, 7, 1}, {8, 5, 1},
		{9, 8, 1}, {9, 7, 2}, {9, 2, 1},
	}
	in := oracleInput{Nodes: 11, Alpha: 0.1}
	for _, a := range arcs {
		in.From, in.To, in.Weight = append(in.From, a.from), append(in.To, a.to), append(in.Weight, a.weight)
	}
	return in
}

func generatedInput(cfg generate.Config, weighted bool) oracleInput {
	c := generate.Citations(cfg)
	in := oracleInput{Nodes: c.Nodes, From: c.From, To: c.To, Plain: !weighted, Alpha: 0.1}
	for i := range c.To {
		w := 1.0
		if weighted {
			w = float64(1 + i%4)
		}
		in.Weight = append(in.Weight, w)
	}
	return in
}

// TestAgreesWithNetworkXAndIgraph holds every measure that one of the two has
// against it, on a sample and three generated graphs.
func TestAgreesWithNetworkXAndIgraph(t *testing.T) {
	python := oraclePython(t)
	tests := []struct {
		name string // what the row protects
		in   oracleInput
	}{
		{"sample with weights and a cycle", sampleGraph()},
		{"acyclic and sparse", generatedInput(generate.Config{Nodes: 400, Arcs: 1200, Seed: 1}, false)},
		{"cycles and weights", generatedInput(generate.Config{Nodes: 300, Arcs: 1500, Seed: 2, Mutual: 60}, true)},
		{"dense", generatedInput(generate.Config{Nodes: 250, Arcs: 5000, Seed: 3, Mutual: 10}, false)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := csr.Build(tt.in.Nodes, tt.in.From, tt.in.To, tt.in.Weight)
			for name, libraries := range oracle(t, python, tt.in) {
				got := oracleScores(t, g, name)
				for library, want := range libraries {
					compareScores(t, name+" against "+library, got, want)
				}
			}
		})
	}
}

// oracleScores computes what oracle.py calls name.
func oracleScores(t *testing.T, g *csr.Graph, name string) []float64 {
	t.Helper()
	o := &measure.Options{}
	switch name {
	case "in-cores":
		cores, err := measure.InCores(context.Background(), g, 0)
		if err != nil {
			t.Fatal(err)
		}
		var s []float64
		for _, k := range cores {
			s = append(s, float64(k))
		}
		return s
	case "modularity":
		of := make([]int, g.N())
		for v := range of {
			of[v] = v % 5
		}
		return []float64{measure.Modularity(g, of, 1.3, false)}
	case "pagerank weighted", "authority weighted", "hub weighted":
		name, o.Weighted = strings.TrimSuffix(name, " weighted"), true
	case "pagerank personal":
		name = "pagerank"
		for v := range g.N() {
			w := 0.0
			if v%7 == 0 {
				w = float64(v + 1)
			}
			o.Personal = append(o.Personal, w)
		}
	}
	return scores(t, name, g, o)
}

func scores(t *testing.T, name string, g *csr.Graph, o *measure.Options) []float64 {
	t.Helper()
	m, ok := measure.Find(name)
	if !ok {
		t.Fatalf("no measure %q", name)
	}
	r, err := m.Compute(context.Background(), g, o)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return r.Scores
}

func compareScores(t *testing.T, what string, got, want []float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d scores, want %d", what, len(got), len(want))
	}
	worst, at := 0.0, 0
	for v := range got {
		if d := math.Abs(got[v]-want[v]) / max(1, math.Abs(want[v])); d > worst || math.IsNaN(d) {
			worst, at = d, v
		}
	}
	if !(worst <= agreement) {
		t.Errorf("%s: node %d has %.15g, want %.15g", what, at, got[at], want[at])
	}
}

// TestOrderAgrees guards the comparison itself: a score that is off must not
// pass because all scores are small.
func TestOrderAgrees(t *testing.T) {
	in := sampleGraph()
	g := csr.Build(in.Nodes, in.From, in.To, in.Weight)
	s := scores(t, "pagerank", g, &measure.Options{})
	if top := slices.Index(s, slices.Max(s)); top != 0 {
		t.Errorf("document %d leads by pagerank, want 0, which most others rest on", top)
	}
}
