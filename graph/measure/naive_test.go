package measure_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"uncite/graph/csr"
	"uncite/graph/generate"
	"uncite/graph/measure"
)

// The measures of this file exist in no other library: each is held against
// its definition, worked out in the plainest way on small random graphs.

const naiveSeeds = 60

func TestDisruption(t *testing.T) {
	for seed := range uint64(naiveSeeds) {
		g := randomGraph(seed)
		years := yearsFor(g)
		got := scores(t, "disruption", g, &measure.Options{Years: years})
		for v := range uint32(g.N()) {
			i, j, k := 0.0, 0.0, 0.0
			for u := range uint32(g.N()) {
				refs := slices.ContainsFunc(g.Out(v), func(r uint32) bool { return g.HasArc(u, r) })
				switch cites := g.HasArc(u, v); {
				case u == v:
				case cites && refs:
					j++
				case cites:
					i++
				case refs && (years[u] == 0 || years[u] >= years[v]):
					k++
				}
			}
			want := 0.0
			if i+j+k > 0 {
				want = (i - j) / (i + j + k)
			}
			if got[v] != want {
				t.Fatalf("seed %d: document %d has %g, want %g (i=%g j=%g k=%g)", seed, v, got[v], want, i, j, k)
			}
		}
	}
}

func TestPairs(t *testing.T) {
	for seed := range uint64(naiveSeeds) {
		g := randomGraph(seed)
		var want []measure.Pair
		for a := range uint32(g.N()) {
			for b := a + 1; b < uint32(g.N()); b++ {
				count := 0
				for u := range uint32(g.N()) {
					if g.HasArc(u, a) && g.HasArc(u, b) {
						count++
					}
				}
				if count >= 2 {
					cosine := float64(count) / math.Sqrt(float64(len(g.In(a)))*float64(len(g.In(b))))
					want = append(want, measure.Pair{A: a, B: b, Count: count, Cosine: cosine})
				}
			}
		}
		slices.SortStableFunc(want, func(x, y measure.Pair) int {
			if x.Count != y.Count {
				return y.Count - x.Count
			}
			return int(math.Copysign(1, y.Cosine-x.Cosine)) * b2i(x.Cosine != y.Cosine)
		})
		got, err := measure.CoCitedPairs(context.Background(), g, &measure.Options{}, 2, 0)
		if err != nil {
			t.Fatal(err)
		}
		mustEqual(t, "co-cited pairs", want, got)
		alone, err := measure.CoCitedPairs(context.Background(), g, &measure.Options{Threads: 1}, 2, 0)
		if err != nil {
			t.Fatal(err)
		}
		mustEqual(t, "pairs on one thread", want, alone)
		few, err := measure.CoCitedPairs(context.Background(), g, &measure.Options{}, 2, 3)
		if err != nil {
			t.Fatal(err)
		}
		mustEqual(t, "top three pairs", want[:min(3, len(want))], few)
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// TestNeighboursArePairs asks that the neighbours of a document are the pairs
// it is in, and that the projection has the same weights.
func TestNeighboursArePairs(t *testing.T) {
	g := randomGraph(4)
	pairs, err := measure.CoCitedPairs(context.Background(), g, &measure.Options{}, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	projection, err := measure.CoCitationGraph(context.Background(), g, &measure.Options{}, 1)
	if err != nil {
		t.Fatal(err)
	}
	if len(pairs) == 0 {
		t.Fatal("the graph has no co-cited pair: the test checks nothing")
	}
	if projection.Arcs() != 2*len(pairs) {
		t.Errorf("the projection has %d arcs for %d pairs", projection.Arcs(), len(pairs))
	}
	for _, p := range pairs {
		for _, end := range [][2]uint32{{p.A, p.B}, {p.B, p.A}} {
			if w := projection.Weight(end[0], end[1]); w != float64(p.Count) {
				t.Errorf("projection %v weighs %g, want %d", end, w, p.Count)
			}
			want := measure.Neighbour{Node: end[1], Count: p.Count, Cosine: p.Cosine}
			if !slices.Contains(measure.CoCitedWith(g, end[0], 0), want) {
				t.Errorf("%v is missing among the neighbours of %d", want, end[0])
			}
		}
	}
}

func TestDCore(t *testing.T) {
	for seed := range uint64(naiveSeeds) {
		g := randomGraph(seed)
		got := scores(t, "dcore", g, &measure.Options{})
		out2, err := measure.InCores(context.Background(), g, 2)
		if err != nil {
			t.Fatal(err)
		}
		for v := range g.N() {
			diagonal, row := 0, -1
			for k := range g.N() {
				if inDCore(g, k, k)[v] {
					diagonal = k
				}
				if inDCore(g, k, 2)[v] {
					row = k
				}
			}
			if got[v] != float64(diagonal) || out2[v] != row {
				t.Fatalf("seed %d: node %d: D-core %g and %d, want %d and %d", seed, v, got[v], out2[v], diagonal, row)
			}
		}
	}
}

// inDCore removes nodes with too few arcs until none is left to remove.
func inDCore(g *csr.Graph, in, out int) []bool {
	left := make([]bool, g.N())
	for v := range left {
		left[v] = true
	}
	count := func(row []uint32) (n int) {
		for _, u := range row {
			if left[u] {
				n++
			}
		}
		return n
	}
	for again := true; again; {
		again = false
		for v := range uint32(g.N()) {
			if left[v] && (count(g.In(v)) < in || count(g.Out(v)) < out) {
				left[v], again = false, true
			}
		}
	}
	return left
}

func TestRescale(t *testing.T) {
	years := []int{2000, 2000, 2001, 2003, 2003, 2010, 0}
	s := []float64{1, 3, 5, 2, 2, 7, 9}
	tests := []struct {
		name   string // what the row protects
		window int
		node   int
		want   float64
	}{
		{"a full year needs no other", 2, 0, -1},
		{"and compares above its mean", 2, 1, 1},
		{"equal scores deviate by nothing", 2, 3, 0},
		{"the window grows to the nearer year", 3, 2, math.Sqrt2}, // of 1 3 5
		{"a lone year takes in the nearest before it", 2, 5, math.Sqrt2},
		{"no year, no score", 2, 6, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := measure.Rescale(s, years, tt.window)[tt.node]
			want := tt.want
			if tt.window == 3 {
				want = 2 / math.Sqrt(8.0/3)
			}
			if math.Abs(got-want) > 1e-12 {
				t.Errorf("rescaled to %g, want %g", got, want)
			}
		})
	}
}

// TestCiteRank sums the series of the definition term by term.
func TestCiteRank(t *testing.T) {
	for seed := range uint64(naiveSeeds) {
		g := randomGraph(seed)
		years := make([]int, g.N())
		for v := range years {
			years[v] = 1990 + v
		}
		term := make([]float64, g.N())
		for v := range term {
			term[v] = math.Exp(-float64(g.N()-1-v) / 2.6)
		}
		want, sum := make([]float64, g.N()), 0.0
		for range 200 {
			next := make([]float64, g.N())
			for u := range uint32(g.N()) {
				want[u] += term[u]
				sum += term[u]
				for _, v := range g.Out(u) {
					next[v] += 0.5 * term[u] / float64(len(g.Out(u)))
				}
			}
			term = next
		}
		for v := range want {
			want[v] /= sum
		}
		compareScores(t, "citerank", scores(t, "citerank", g, &measure.Options{Years: years}), want)
	}
}

func TestKatzHalvesAlpha(t *testing.T) {
	g := oddGraphs()["everyone cites"]
	r, err := measure.Katz(context.Background(), g, &measure.Options{})
	if err != nil {
		t.Fatal(err)
	}
	// Thirty nodes that all cite each other and themselves have the largest
	// eigenvalue 30, and alpha must be below 1/30.
	if !strings.Contains(r.Note, "alpha 0.025:") {
		t.Errorf("note %q, want alpha 0.025", r.Note)
	}
	for v := range r.Scores {
		if want := 1 / math.Sqrt(30); math.Abs(r.Scores[v]-want) > agreement {
			t.Fatalf("node %d has %g, want %g", v, r.Scores[v], want)
		}
	}
}

func TestAuthorityByYear(t *testing.T) {
	c := generate.Citations(generate.Config{Nodes: 400, Arcs: 1600, Seed: 8})
	g, o := c.Graph(), &measure.Options{Years: c.Year}
	years, series, err := measure.ByYear(context.Background(), g, o, measure.Authority)
	if err != nil {
		t.Fatal(err)
	}
	if years[0] != 1946 || years[len(years)-1] != 2025 || len(series) != 80 {
		t.Fatalf("years %d to %d in %d rows", years[0], years[len(years)-1], len(series))
	}
	o.AsOf = 1990
	mustEqual(t, "1990", scores(t, "authority-asof", g, o), series[1990-1946])
	for v, x := range series[1990-1946] {
		if x > 0 && c.Year[v] > 1990 {
			t.Errorf("document %d of %d has authority in 1990", v, c.Year[v])
		}
	}
	mustEqual(t, "the last year", scores(t, "authority", g, o), series[len(series)-1])
}

// TestSampledBetweennessKeepsItsBounds compares estimates with exact scores. At
// 95 per cent some sample may miss its bound; these seeds are fixed.
func TestSampledBetweennessKeepsItsBounds(t *testing.T) {
	g := generate.Citations(generate.Config{Nodes: 2000, Arcs: 8000, Seed: 4}).Graph()
	exact := scores(t, "betweenness", g, &measure.Options{})
	for seed := range uint64(5) {
		o := &measure.Options{ExactNodes: -1, Samples: 600, Seed: seed}
		r, err := measure.Betweenness(context.Background(), g, o)
		if err != nil {
			t.Fatal(err)
		}
		var deviation, bound float64
		var sources, nodes int
		if _, err := fmt.Sscanf(r.Note, "betweenness estimated from %d sources drawn among %d: the standard error of a score is at most %g, and with probability 0.95 none is off by more than %g",
			&sources, &nodes, &deviation, &bound); err != nil {
			t.Fatalf("note %q: %v", r.Note, err)
		}
		worst := 0.0
		for v := range exact {
			worst = max(worst, math.Abs(exact[v]-r.Scores[v]))
		}
		if worst > bound || worst > 5*deviation {
			t.Errorf("seed %d: off by %g, bound %g, standard error %g", seed, worst, bound, deviation)
		}
		if top := slices.Max(exact); deviation > top/3 {
			t.Errorf("seed %d: a standard error of %g says nothing of scores up to %g", seed, deviation, top)
		}
	}
}

func TestHyperBallIsClose(t *testing.T) {
	g := generate.Citations(generate.Config{Nodes: 5000, Arcs: 25000, Seed: 4}).Graph()
	for _, name := range []string{"harmonic", "closeness"} {
		exact := scores(t, name, g, &measure.Options{})
		estimate := scores(t, name, g, &measure.Options{ExactNodes: -1})
		square, counted := 0.0, 0
		for v := range exact {
			if exact[v] == 0 {
				if estimate[v] != 0 {
					t.Fatalf("%s: node %d has %g, want 0", name, v, estimate[v])
				}
				continue
			}
			square += math.Pow(estimate[v]/exact[v]-1, 2)
			counted++
		}
		if rms := math.Sqrt(square / float64(counted)); rms > 0.17 {
			t.Errorf("%s: root mean square error %.3f, want about 0.13", name, rms)
		}
	}
}

func TestLeidenIsReproducible(t *testing.T) {
	g := generate.Citations(generate.Config{Nodes: 3000, Arcs: 12000, Seed: 6}).Graph()
	run := func(l measure.LeidenOptions) *measure.Grouping {
		groups, err := measure.Leiden(context.Background(), g, &measure.Options{}, l)
		if err != nil {
			t.Fatal(err)
		}
		return groups
	}
	one := run(measure.LeidenOptions{})
	mustEqual(t, "a second run", one, run(measure.LeidenOptions{}))
	if q := measure.Modularity(g, one.Of, 1, false); q != one.Modularity || q < 0.4 {
		t.Errorf("modularity %g stated as %g, want the same and at least 0.4", q, one.Modularity)
	}
	if fine := run(measure.LeidenOptions{Resolution: 4}); len(fine.Sizes) <= len(one.Sizes) {
		t.Errorf("%d groups at resolution 4 and %d at 1", len(fine.Sizes), len(one.Sizes))
	}
	if !slices.IsSortedFunc(one.Sizes, func(a, b int) int { return b - a }) {
		t.Errorf("sizes %v do not fall", one.Sizes)
	}
}
