package graph

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"uncite/extract/record"
)

// manyReferences makes n references from n/20 documents to a skewed choice of
// targets, the way resolutions cite: a few names very often.
func manyReferences(n int) []record.Reference {
	name := func(doc int) string { return fmt.Sprintf("A/RES/%d/%d", 40+doc/2000, 1+doc%2000) }
	rng := rand.New(rand.NewPCG(1, 2))
	refs := make([]record.Reference, n)
	for i := range refs {
		doc := i / 20
		target := int(float64(doc) * rng.Float64() * rng.Float64())
		refs[i] = record.Reference{
			Source: fmt.Sprintf("corpus/%d.txt", doc), Document: name(doc),
			Lang: "en", Zone: record.Operative, Paragraph: "4", Kind: record.Resolution,
			Target: name(target),
			Date:   fmt.Sprintf("%d-12-%02d", 1985+target/2000, 1+target%28), Treatment: "recall", Verb: "Recalls",
			Text: "resolution", Start: i % 20 * 100, End: i%20*100 + 10, Status: record.Resolved,
		}
	}
	return refs
}

// BenchmarkBuild shows the cost of a reference at the size of a whole corpus.
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{10_000, 1_000_000} {
		refs := manyReferences(n)
		b.Run(fmt.Sprintf("references=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Build(refs, BuildOptions{})
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/reference")
		})
	}
}

// BenchmarkQueries shows what a user waits for on a graph of about a million
// edges: a selection, the summary, all shortest chains, the library's view.
func BenchmarkQueries(b *testing.B) {
	g := Build(manyReferences(1_000_000), BuildOptions{})
	from, to := g.Nodes[len(g.Nodes)-1].ID, g.Nodes[0].ID
	queries := []struct {
		name string
		run  func() error
	}{
		{"select=zone", func() error { _, err := g.Select(Zones(record.Operative)); return err }},
		{"select=around", func() error { _, err := g.Select(Around(to, 2, Inward)); return err }},
		{"kernel", func() error { g.Kernel(Cites); return nil }},
		{"summary", func() error { Summarize(g); return nil }},
		{"chains", func() error { _, err := g.Chains(from, to, 10, Cites); return err }},
	}
	for _, q := range queries {
		b.Run(q.name, func(b *testing.B) {
			for b.Loop() {
				if err := q.run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
