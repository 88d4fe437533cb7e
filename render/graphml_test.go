package render

import (
	"bytes"
	"context"
	"testing"
)

func BenchmarkGraphML(b *testing.B) {
	m := generated(10_000, 5)
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := writeGraphML(context.Background(), &out, m); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(out.Len()))
	b.ReportMetric(float64(len(m.Graph.Nodes)+len(m.Graph.Edges)), "nodes+edges")
}
