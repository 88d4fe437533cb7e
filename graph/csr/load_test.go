package csr_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"uncite/graph/csr"
	"uncite/graph/generate"
)

// TestManyArcs: rows that several processors made are those that one would make.
func TestManyArcs(t *testing.T) {
	const n, arcs = 3000, 600_000
	r := rand.New(rand.NewPCG(5, 5))
	from, to, weight := make([]uint32, arcs), make([]uint32, arcs), make([]float64, arcs)
	want := map[[2]uint32]float64{}
	for i := range from {
		from[i], to[i], weight[i] = uint32(n*r.Float64()*r.Float64()), r.Uint32N(n), float64(1+r.IntN(3))
		if from[i] != to[i] {
			want[[2]uint32{from[i], to[i]}] += weight[i]
		}
	}
	for _, g := range []*csr.Graph{csr.Build(n, from, to, weight), csr.Build(n, to, from, weight).Reverse()} {
		out, in := 0, 0
		for u := range uint32(n) {
			if !slices.IsSorted(g.Out(u)) || !slices.IsSorted(g.In(u)) {
				t.Fatalf("the rows of %d are not sorted", u)
			}
			for i, v := range g.Out(u) {
				if out++; want[[2]uint32{u, v}] != g.OutWeight(u)[i] {
					t.Fatalf("arc %d→%d weighs %g, want %g", u, v, g.OutWeight(u)[i], want[[2]uint32{u, v}])
				}
			}
			for i, v := range g.In(u) {
				if in++; want[[2]uint32{v, u}] != g.InWeight(u)[i] {
					t.Fatalf("arc %d→%d weighs %g backwards, want %g", v, u, g.InWeight(u)[i], want[[2]uint32{v, u}])
				}
			}
		}
		if out != len(want) || in != len(want) {
			t.Errorf("%d arcs out and %d in, want %d", out, in, len(want))
		}
	}
}

// TestBuildOrdered: the graph is that of Build, be the targets of a source in order or
// not, and arcs that do not come by source are refused.
func TestBuildOrdered(t *testing.T) {
	const n = 60
	r := rand.New(rand.NewPCG(6, 6))
	for range 200 {
		var from, to []uint32
		var weight []float64
		for range r.IntN(300) {
			from, to, weight = append(from, r.Uint32N(n)), append(to, r.Uint32N(n)), append(weight, float64(r.IntN(3)))
		}
		slices.Sort(from)
		each := func(yield func(from, to uint32, weight float64)) {
			for i := range from {
				yield(from[i], to[i], weight[i])
			}
		}
		got, want := csr.BuildOrdered(n, each), csr.Build(n, from, to, weight)
		for u := range uint32(n) {
			if !slices.Equal(got.Out(u), want.Out(u)) || !slices.Equal(got.OutWeight(u), want.OutWeight(u)) ||
				!slices.Equal(got.In(u), want.In(u)) || !slices.Equal(got.InWeight(u), want.InWeight(u)) {
				t.Fatalf("node %d: %v %v, want %v %v", u, got.Out(u), got.In(u), want.Out(u), want.In(u))
			}
		}
	}
	for _, arcs := range [][][2]uint32{{{1, 0}, {0, 1}}, {{0, n}}, {{n, 0}}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%v: no panic", arcs)
				}
			}()
			csr.BuildOrdered(n, func(yield func(from, to uint32, weight float64)) {
				for _, a := range arcs {
					yield(a[0], a[1], 1)
				}
			})
		}()
	}
}

// BenchmarkLoad is the time in which a graph of ten million arcs is read and packed.
func BenchmarkLoad(b *testing.B) {
	c := generate.Citations(generate.Large)
	text := make([]byte, 0, 16*len(c.From))
	for i := range c.From {
		text = strconv.AppendUint(text, uint64(c.From[i]), 10)
		text = strconv.AppendUint(append(text, ' '), uint64(c.To[i]), 10)
		text = append(text, '\n')
	}
	b.Run("text", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			if g, err := csr.ReadEdgeList(bytes.NewReader(text)); err != nil || g.Arcs() != len(c.From) {
				b.Fatal(err)
			}
		}
	})
	b.Run("rows", func(b *testing.B) {
		for b.Loop() {
			c.Graph()
		}
	})
}
