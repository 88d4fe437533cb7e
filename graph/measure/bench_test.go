package measure_test

import (
	"context"
	"testing"

	"uncite/graph/generate"
	"uncite/graph/measure"
)

// BenchmarkMeasures runs every measure on the small generated graph; compare/
// holds the larger ones against igraph and gonum.
func BenchmarkMeasures(b *testing.B) {
	c := generate.Citations(generate.Small)
	g := c.Graph()
	for _, m := range measure.Measures {
		b.Run(m.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := m.Compute(context.Background(), g, &measure.Options{Years: c.Year}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkHyperBall(b *testing.B) {
	g := generate.Citations(generate.Small).Graph()
	for b.Loop() {
		if _, err := measure.Harmonic(context.Background(), g, &measure.Options{ExactNodes: -1}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLeiden(b *testing.B) {
	g := generate.Citations(generate.Small).Graph().Undirected()
	for b.Loop() {
		r, err := measure.Leiden(context.Background(), g, &measure.Options{}, measure.LeidenOptions{})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(r.Modularity, "modularity")
	}
}

func BenchmarkMainPath(b *testing.B) {
	g := generate.Citations(generate.Small).Graph()
	for b.Loop() {
		if _, err := measure.FindMainPath(context.Background(), g, measure.SPC, measure.KeyRoute, 0); err != nil {
			b.Fatal(err)
		}
	}
}
