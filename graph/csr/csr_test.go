package csr_test

import (
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/simple"

	"uncite/graph/csr"
)

func TestBuild(t *testing.T) {
	type want struct {
		Out, In  [][]uint32
		OutW     [][]float64
		Weighted bool
	}
	tests := []struct {
		name     string // what the row protects
		n        int
		from, to []uint32
		weight   []float64
		opts     []csr.Option
		want     want
	}{
		{name: "empty graph", n: 0, want: want{}},
		{name: "nodes without arcs have empty rows", n: 2,
			want: want{Out: [][]uint32{{}, {}}, In: [][]uint32{{}, {}}}},
		{name: "rows are sorted whatever the order of the arcs", n: 3,
			from: []uint32{2, 0, 0}, to: []uint32{0, 2, 1},
			want: want{Out: [][]uint32{{1, 2}, {}, {0}}, In: [][]uint32{{2}, {0}, {0}}}},
		{name: "self-loops are dropped", n: 2, from: []uint32{0, 0, 1}, to: []uint32{0, 1, 1},
			want: want{Out: [][]uint32{{1}, {}}, In: [][]uint32{{}, {0}}}},
		{name: "self-loops are kept on request", n: 2, opts: []csr.Option{csr.KeepLoops},
			from: []uint32{0, 0}, to: []uint32{0, 1},
			want: want{Out: [][]uint32{{0, 1}, {}}, In: [][]uint32{{0}, {0}}}},
		{name: "repeated arcs become one of summed weight", n: 2,
			from: []uint32{0, 1, 0}, to: []uint32{1, 0, 1},
			want: want{Out: [][]uint32{{1}, {0}}, In: [][]uint32{{1}, {0}},
				OutW: [][]float64{{2}, {1}}, Weighted: true}},
		{name: "given weights are summed too", n: 3,
			from: []uint32{0, 0, 0}, to: []uint32{2, 1, 2}, weight: []float64{.5, 0, 2},
			want: want{Out: [][]uint32{{1, 2}, {}, {}}, In: [][]uint32{{}, {0}, {0}},
				OutW: [][]float64{{0, 2.5}, {}, {}}, Weighted: true}},
		{name: "weights that are all 1 are not kept", n: 2,
			from: []uint32{0}, to: []uint32{1}, weight: []float64{1},
			want: want{Out: [][]uint32{{1}, {}}, In: [][]uint32{{}, {0}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := csr.Build(tt.n, tt.from, tt.to, tt.weight, tt.opts...)
			got := want{Weighted: g.Weighted()}
			for u := range uint32(g.N()) {
				got.Out = append(got.Out, g.Out(u))
				got.In = append(got.In, g.In(u))
				if g.Weighted() {
					got.OutW = append(got.OutW, g.OutWeight(u))
				}
			}
			if d := cmp.Diff(tt.want, got, cmpopts.EquateEmpty()); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
		})
	}
}

func TestBuildPanicsOnImpossibleArcs(t *testing.T) {
	tests := map[string]func(){
		"an end beyond the nodes": func() { csr.Build(1, []uint32{0}, []uint32{1}, nil) },
		"lists of unequal length": func() { csr.Build(2, []uint32{0}, nil, nil) },
		"negative weight":         func() { csr.Build(2, []uint32{0}, []uint32{1}, []float64{-1}) },
	}
	for name, build := range tests {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			build()
		})
	}
}

// TestOrderOfArcsDoesNotMatter builds random graphs from shuffled arcs and from
// arcs sorted by source, for which Build takes a shorter way.
func TestOrderOfArcsDoesNotMatter(t *testing.T) {
	for seed := range uint64(50) {
		n, from, to, weight := sample(seed)
		order := make([]int, len(from))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int { return int(from[a]) - int(from[b]) })
		var f, v []uint32
		var w []float64
		for _, i := range order {
			f, v, w = append(f, from[i]), append(v, to[i]), append(w, weight[i])
		}
		for _, weighted := range []bool{true, false} {
			if !weighted {
				weight, w = nil, nil
			}
			a, b := csr.Build(n, from, to, weight), csr.Build(n, f, v, w)
			if d := cmp.Diff(a, b, cmp.Exporter(func(reflect.Type) bool { return true }), cmpopts.EquateEmpty()); d != "" {
				t.Fatalf("seed %d: shuffled and sorted arcs differ:\n%s", seed, d)
			}
		}
	}
}

// sample is a random graph with repeats, loops, weights and isolated nodes.
func sample(seed uint64) (n int, from, to []uint32, weight []float64) {
	r := rand.New(rand.NewPCG(seed, 1))
	n = 1 + r.IntN(40)
	for range r.IntN(120) {
		from = append(from, uint32(r.IntN(n)))
		to = append(to, uint32(r.IntN(n)))
		weight = append(weight, float64(r.IntN(4)))
	}
	return n, from, to, weight
}

// TestViewAgreesWithGonum holds both views against gonum's own graph of the
// same arcs, on random graphs.
func TestViewAgreesWithGonum(t *testing.T) {
	for seed := range uint64(50) {
		n, from, to, weight := sample(seed)
		want := simple.NewWeightedDirectedGraph(0, 0)
		for i := range n {
			want.AddNode(simple.Node(i))
		}
		for i := range from {
			u, v := int64(from[i]), int64(to[i])
			if u == v {
				continue
			}
			w := weight[i]
			if e := want.WeightedEdge(u, v); e != nil {
				w += e.Weight()
			}
			want.SetWeightedEdge(want.NewWeightedEdge(simple.Node(u), simple.Node(v), w))
		}
		got := csr.Build(n, from, to, weight).WeightedDirected()
		for u := int64(-1); u <= int64(n); u++ {
			if d := cmp.Diff(ids(want.From(u)), ids(got.From(u))); d != "" {
				t.Fatalf("seed %d: From(%d): -want +got\n%s", seed, u, d)
			}
			if d := cmp.Diff(ids(want.To(u)), ids(got.To(u))); d != "" {
				t.Fatalf("seed %d: To(%d): -want +got\n%s", seed, u, d)
			}
			for v := int64(-1); v <= int64(n); v++ {
				comparePair(t, want, got, u, v)
			}
		}
		if d := cmp.Diff(ids(want.Nodes()), ids(got.Nodes())); d != "" {
			t.Fatalf("seed %d: Nodes: -want +got\n%s", seed, d)
		}
	}
}

func comparePair(t *testing.T, want, got graph.WeightedDirected, u, v int64) {
	t.Helper()
	if a, b := want.HasEdgeFromTo(u, v), got.HasEdgeFromTo(u, v); a != b {
		t.Fatalf("HasEdgeFromTo(%d, %d) = %v, want %v", u, v, b, a)
	}
	if a, b := want.HasEdgeBetween(u, v), got.HasEdgeBetween(u, v); a != b {
		t.Fatalf("HasEdgeBetween(%d, %d) = %v, want %v", u, v, b, a)
	}
	if a, b := want.Edge(u, v), got.Edge(u, v); (a == nil) != (b == nil) {
		t.Fatalf("Edge(%d, %d) = %v, want %v", u, v, b, a)
	}
	aw, aok := want.Weight(u, v)
	bw, bok := got.Weight(u, v)
	if aok != bok || aok && aw != bw {
		t.Fatalf("Weight(%d, %d) = %v %v, want %v %v", u, v, bw, bok, aw, aok)
	}
}

func ids(it graph.Nodes) []int64 {
	var s []int64
	for it.Next() {
		s = append(s, it.Node().ID())
	}
	slices.Sort(s)
	return s
}

// TestDerivedGraphs checks Reverse, Undirected, HasArc and Weight against the
// arcs of the graph they come from.
func TestDerivedGraphs(t *testing.T) {
	for seed := range uint64(50) {
		n, from, to, weight := sample(seed)
		g := csr.Build(n, from, to, weight, csr.KeepLoops)
		rev, both := g.Reverse(), g.Undirected()
		arcs := 0
		for u := range uint32(n) {
			for v := range uint32(n) {
				has := slices.Contains(g.Out(u), v)
				if has {
					arcs++
				}
				if g.HasArc(u, v) != has || slices.Contains(g.In(v), u) != has || rev.HasArc(v, u) != has {
					t.Fatalf("seed %d: arc %d→%d: the directions disagree", seed, u, v)
				}
				if rev.Weight(v, u) != g.Weight(u, v) {
					t.Fatalf("seed %d: arc %d→%d: the weights disagree", seed, u, v)
				}
				if u == v && g.HasLoop(u) != has {
					t.Fatalf("seed %d: HasLoop(%d) = %v", seed, u, !has)
				}
				want := u != v && (has || g.HasArc(v, u))
				if both.HasArc(u, v) != want {
					t.Fatalf("seed %d: undirected %d–%d = %v, want %v", seed, u, v, !want, want)
				}
			}
		}
		if arcs != g.Arcs() {
			t.Fatalf("seed %d: Arcs() = %d, want %d", seed, g.Arcs(), arcs)
		}
	}
}

// BenchmarkBuild also shows what the rows of a million arcs, both ways, keep in
// memory: kept-MB.
func BenchmarkBuild(b *testing.B) {
	const n, degree = 200_000, 5
	r := rand.New(rand.NewPCG(1, 2))
	var from, to []uint32
	for u := range uint32(n) {
		for k := range uint32(degree) { // each to another fifth of the nodes: no arc comes twice
			from, to = append(from, u), append(to, k*n/degree+r.Uint32N(n/degree))
		}
	}
	r.Shuffle(len(from), func(i, j int) { from[i], from[j], to[i], to[j] = from[j], from[i], to[j], to[i] })
	weight := make([]float64, len(from))
	for i := range weight {
		weight[i] = 1 + float64(r.IntN(9))
	}
	for _, w := range []struct {
		name   string
		weight []float64
	}{{"plain", nil}, {"weighted", weight}} {
		b.Run(w.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				csr.Build(n, from, to, w.weight)
			}
			before := heap()
			g := csr.Build(n, from, to, w.weight)
			b.ReportMetric(float64(heap()-before)/1e6, "kept-MB")
			runtime.KeepAlive(g)
		})
	}
	runtime.KeepAlive(from)
}

// heap is what is in use of the heap, in bytes.
func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// BenchmarkNeighbours must show no allocation for a neighbour visited.
func BenchmarkNeighbours(b *testing.B) {
	n, from, to, weight := sample(7)
	d := csr.Build(n, from, to, weight).Directed()
	b.ReportAllocs()
	for b.Loop() {
		for u := range int64(n) {
			for it := d.From(u); it.Next(); {
				_ = it.Node().ID()
			}
		}
	}
}
