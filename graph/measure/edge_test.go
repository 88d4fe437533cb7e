package measure_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"uncite/graph/csr"
	"uncite/graph/generate"
	"uncite/graph/measure"
)

// oddGraphs are the graphs at the edge of every definition.
func oddGraphs() map[string]*csr.Graph {
	cycle := func(n uint32) *csr.Graph {
		var from, to []uint32
		for u := range n {
			from, to = append(from, u), append(to, (u+1)%n)
		}
		return csr.Build(int(n), from, to, nil)
	}
	chain := func(n uint32) *csr.Graph {
		var from, to []uint32
		for u := uint32(1); u < n; u++ {
			from, to = append(from, u), append(to, u-1)
		}
		return csr.Build(int(n), from, to, nil)
	}
	var all, others []uint32
	for u := range uint32(30) {
		for v := range uint32(30) {
			all, others = append(all, u), append(others, v)
		}
	}
	return map[string]*csr.Graph{
		"no nodes":          csr.Build(0, nil, nil, nil),
		"one node":          csr.Build(1, nil, nil, nil),
		"one self-loop":     csr.Build(1, []uint32{0}, []uint32{0}, nil, csr.KeepLoops),
		"no arcs":           csr.Build(5, nil, nil, nil),
		"one arc":           csr.Build(2, []uint32{1}, []uint32{0}, nil),
		"self-loops":        csr.Build(3, []uint32{0, 1, 1, 2}, []uint32{0, 1, 0, 2}, nil, csr.KeepLoops),
		"repeated arcs":     csr.Build(3, []uint32{2, 2, 2, 1}, []uint32{1, 1, 0, 0}, nil),
		"two parts":         csr.Build(6, []uint32{1, 2, 2, 4, 5, 5}, []uint32{0, 0, 1, 3, 3, 4}, nil),
		"all weights zero":  csr.Build(3, []uint32{1, 2}, []uint32{0, 0}, []float64{0, 0}),
		"some weights zero": csr.Build(3, []uint32{1, 2, 2}, []uint32{0, 0, 1}, []float64{0, 3, 0}),
		"huge weights":      csr.Build(3, []uint32{1, 2, 2}, []uint32{0, 0, 1}, []float64{1e300, 3, 1e300}),
		"mutual pair":       csr.Build(2, []uint32{0, 1}, []uint32{1, 0}, nil),
		"full cycle":        cycle(300),
		"long chain":        chain(3000),
		"everyone cites":    csr.Build(30, all, others, nil, csr.KeepLoops),
		"many paths":        diamonds(1200),
	}
}

// diamonds is a chain of diamonds: the number of its shortest paths, 2ⁿ, is
// beyond what a float holds.
func diamonds(n uint32) *csr.Graph {
	var from, to []uint32
	for i := range n {
		a := 3 * i
		from = append(from, a+3, a+3, a+1, a+2)
		to = append(to, a+1, a+2, a, a)
	}
	return csr.Build(int(3*n+1), from, to, nil)
}

func yearsFor(g *csr.Graph) []int {
	years := make([]int, g.N())
	for v := range years {
		if v%5 > 0 {
			years[v] = 1950 + v%60
		}
	}
	return years
}

// variants are settings under which a measure takes another path.
func variants(g *csr.Graph) map[string]measure.Options {
	years := yearsFor(g)
	return map[string]measure.Options{
		"plain":     {Years: years},
		"weighted":  {Years: years, Weighted: true},
		"estimated": {Years: years, ExactNodes: -1, Samples: 3},
		"undated":   {Years: make([]int, g.N())},
	}
}

// TestEveryMeasureOnOddGraphs asks for a finite score for every node, the same
// bytes on one thread and on three.
func TestEveryMeasureOnOddGraphs(t *testing.T) {
	for name, g := range oddGraphs() {
		for variant, o := range variants(g) {
			for _, m := range measure.Measures {
				one, three := o, o
				one.Threads, three.Threads = 1, 3
				a, err := m.Compute(context.Background(), g, &one)
				if err != nil {
					t.Fatalf("%s on %s, %s: %v", m.Name, name, variant, err)
				}
				checkScores(t, m.Name+" on "+name+", "+variant, g, a.Scores)
				b, err := m.Compute(context.Background(), g, &three)
				if err != nil {
					t.Fatal(err)
				}
				if !slices.Equal(a.Scores, b.Scores) || a.Note != b.Note {
					t.Errorf("%s on %s, %s: three threads give other scores than one", m.Name, name, variant)
				}
			}
		}
	}
}

func checkScores(t *testing.T, what string, g *csr.Graph, s []float64) {
	t.Helper()
	if len(s) != g.N() {
		t.Fatalf("%s: %d scores for %d nodes", what, len(s), g.N())
	}
	for v, x := range s {
		if math.IsNaN(x) || math.IsInf(x, 0) || x == 0 && math.Signbit(x) {
			t.Errorf("%s: node %d has %g", what, v, x)
			return
		}
	}
}

// TestSameBytesOnAnyThreads repeats the comparison on graphs large enough for
// several blocks of nodes.
func TestSameBytesOnAnyThreads(t *testing.T) {
	c := generate.Citations(generate.Config{Nodes: 20_000, Arcs: 60_000, Seed: 5, Mutual: 300})
	g := c.Graph()
	for _, m := range measure.Measures {
		o := measure.Options{Years: c.Year, ExactNodes: -1, Samples: 40}
		var runs [2][]float64
		for i, threads := range []int{1, 2} {
			o.Threads = threads
			r, err := m.Compute(context.Background(), g, &o)
			if err != nil {
				t.Fatal(err)
			}
			runs[i] = r.Scores
		}
		if !slices.Equal(runs[0], runs[1]) {
			t.Errorf("%s: two threads give other scores than one", m.Name)
		}
	}
}

// TestDefinedAnswers pins down what docs/measures.md says of the odd graphs.
func TestDefinedAnswers(t *testing.T) {
	odd := oddGraphs()
	tests := []struct {
		measure, graph, why string
		want                []float64
	}{
		{"pagerank", "no arcs", "readers are everywhere alike", []float64{.2, .2, .2, .2, .2}},
		{"pagerank", "one node", "all readers are there", []float64{1}},
		{"pagerank", "mutual pair", "a cycle is shared", []float64{.5, .5}},
		{"authority", "no arcs", "nobody is cited", []float64{0, 0, 0, 0, 0}},
		{"authority", "one arc", "the cited document has it all", []float64{1, 0}},
		{"hub", "one arc", "the citing document has it all", []float64{0, 1}},
		{"authority", "mutual pair", "equal singular values share", []float64{.5, .5}},
		{"eigenvector", "no arcs", "no core", []float64{0, 0, 0, 0, 0}},
		{"betweenness", "mutual pair", "nothing lies between", []float64{0, 0}},
		{"closeness", "one arc", "cited by all others", []float64{1, 0}},
		{"harmonic", "one arc", "at distance one from one", []float64{1, 0}},
		{"kcore", "mutual pair", "either way counts", []float64{2, 2}},
		{"kcore", "one self-loop", "a self-loop is no neighbour", []float64{0}},
		{"dcore", "mutual pair", "each cites one and is cited by one", []float64{1, 1}},
		{"dcore", "one arc", "an acyclic graph has no D-core", []float64{0, 0}},
		{"clustering", "one arc", "one neighbour makes no pair", []float64{0, 0}},
		{"disruption", "one arc", "cited, and citing nothing, disrupts", []float64{1, 0}},
		{"spc", "no arcs", "no chain", []float64{0, 0, 0, 0, 0}},
		{"spc", "mutual pair", "a circle is one point", []float64{0, 0}},
		{"weighted-indegree", "repeated arcs", "repeats add up", []float64{2, 2, 0}},
		{"indegree", "self-loops", "a kept self-loop counts", []float64{2, 1, 1}},
	}
	for _, tt := range tests {
		t.Run(tt.measure+" of "+tt.graph+": "+tt.why, func(t *testing.T) {
			g := odd[tt.graph]
			got := scores(t, tt.measure, g, &measure.Options{Years: make([]int, g.N())})
			compareScores(t, tt.measure, got, tt.want)
		})
	}
}

// TestManyPathsStayExact checks betweenness where the counts of paths overflow:
// every joint of the chain of diamonds lies on all paths across it.
func TestManyPathsStayExact(t *testing.T) {
	const n = 1200
	got := scores(t, "betweenness", diamonds(n), &measure.Options{})
	for i := range n + 1 {
		above, below := float64(3*(n-i)), float64(3*i)
		if want := above * below; math.Abs(got[3*i]-want) > 1e-9*want {
			t.Fatalf("joint %d has %.12g, want %.12g", i, got[3*i], want)
		}
	}
}

// TestMillionIsolated protects against work that is more than linear in nodes
// without arcs.
func TestMillionIsolated(t *testing.T) {
	if testing.Short() {
		t.Skip("allocates for a million nodes")
	}
	g := csr.Build(1_000_000, nil, nil, nil)
	o := &measure.Options{Years: yearsFor(g)}
	for _, m := range measure.Measures {
		r, err := m.Compute(context.Background(), g, o)
		if err != nil {
			t.Fatal(err)
		}
		checkScores(t, m.Name, g, r.Scores)
	}
	groups, err := measure.Leiden(context.Background(), g, o, measure.LeidenOptions{})
	if err != nil || len(groups.Sizes) != g.N() {
		t.Errorf("Leiden: %d groups and error %v, want a group a node", len(groups.Sizes), err)
	}
}

// TestContextStopsWork ends the context beforehand and in the middle of the
// work: all that takes long must return its error. The limit is generous, for
// machines under load; what it rules out is running to the end.
func TestContextStopsWork(t *testing.T) {
	c := generate.Citations(generate.Config{Nodes: 100_000, Arcs: 800_000, Seed: 1, Mutual: 100})
	g := c.Graph()
	instant := []string{"indegree", "outdegree", "weighted-indegree", "weighted-outdegree", "cocitation", "coupling", "rescaled-indegree"}
	for _, m := range measure.Measures {
		if slices.Contains(instant, m.Name) {
			continue
		}
		ended, cancel := context.WithCancel(context.Background())
		cancel()
		if _, err := m.Compute(ended, g, &measure.Options{Years: c.Year}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: error %v under an ended context", m.Name, err)
		}
	}
	for _, name := range []string{"betweenness", "harmonic"} {
		m, _ := measure.Find(name)
		ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
		began := time.Now()
		_, err := m.Compute(ctx, g, &measure.Options{ExactNodes: g.N()})
		cancel()
		if !errors.Is(err, context.DeadlineExceeded) || time.Since(began) > 10*time.Second {
			t.Errorf("%s: error %v after %v", name, err, time.Since(began))
		}
	}
}

// TestSettingsThatMakeNoSense must be errors, not odd scores.
func TestSettingsThatMakeNoSense(t *testing.T) {
	g := csr.Build(2, []uint32{1}, []uint32{0}, nil)
	tests := []struct {
		measure, why string
		o            measure.Options
	}{
		{"pagerank", "damping of 1", measure.Options{Damping: 1}},
		{"pagerank", "damping that is no number", measure.Options{Damping: math.NaN()}},
		{"pagerank", "a jump weight too many", measure.Options{Personal: []float64{1, 1, 1}}},
		{"pagerank", "a negative jump weight", measure.Options{Personal: []float64{1, -1}}},
		{"katz", "negative alpha", measure.Options{Alpha: -1}},
		{"citerank", "no years", measure.Options{}},
		{"citerank", "negative decay", measure.Options{Years: []int{1, 2}, Decay: -1}},
		{"authority-asof", "a year too few", measure.Options{Years: []int{2000}}},
		{"rescaled-indegree", "no years", measure.Options{}},
		{"betweenness", "one sample", measure.Options{ExactNodes: -1, Samples: 1}},
	}
	for _, tt := range tests {
		m, _ := measure.Find(tt.measure)
		if _, err := m.Compute(context.Background(), g, &tt.o); err == nil {
			t.Errorf("%s with %s: no error", tt.measure, tt.why)
		}
	}
}

// TestTable protects the table's promise: every row is complete and found by
// its name.
func TestTable(t *testing.T) {
	for _, m := range measure.Measures {
		found, ok := measure.Find(m.Name)
		if !ok || found.Formula != m.Formula {
			t.Errorf("Find(%q) gives %q, %v", m.Name, found.Name, ok)
		}
		for _, field := range []string{m.Name, m.Formula, m.Source, m.Cost, m.Advice} {
			if field == "" {
				t.Errorf("%s has an empty column", m.Name)
			}
		}
	}
	if _, ok := measure.Find("impact factor"); ok {
		t.Error("a measure that is not there was found")
	}
}

// TestEveryMeasureIsDocumented asks for a heading of docs/measures.md that names
// the measure.
func TestEveryMeasureIsDocumented(t *testing.T) {
	text, err := os.ReadFile("../../docs/measures.md")
	if err != nil {
		t.Fatal(err)
	}
	documented := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		if heading, ok := strings.CutPrefix(line, "### "); ok {
			for name := range strings.SplitSeq(strings.TrimSpace(heading), ", ") {
				documented[name] = true
			}
		}
	}
	for _, m := range measure.Measures {
		if !documented[m.Name] {
			t.Errorf("docs/measures.md has no heading for %s", m.Name)
		}
		delete(documented, m.Name)
	}
	for name := range documented {
		t.Errorf("docs/measures.md explains %s, which is not there", name)
	}
}

// randomGraph is a small graph with cycles, for comparison with naive counts.
func randomGraph(seed uint64) *csr.Graph {
	r := rand.New(rand.NewPCG(seed, 9))
	n := 2 + r.IntN(25)
	var from, to []uint32
	for range r.IntN(4 * n) {
		from, to = append(from, uint32(r.IntN(n))), append(to, uint32(r.IntN(n)))
	}
	return csr.Build(n, from, to, nil)
}

// mustEqual reports the difference between a result and its naive twin.
func mustEqual(t *testing.T, what string, want, got any) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Fatalf("%s: -want +got\n%s", what, d)
	}
}
