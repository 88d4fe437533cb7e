package render

import (
	"context"
	"io"
	"testing"
)

type counting struct{ n int64 }

func (c *counting) Write(p []byte) (int, error) { c.n += int64(len(p)); return len(p), nil }

// Pictures of 150 nodes, and data of many: MB/s of what is written.
func BenchmarkMap(b *testing.B) {
	for _, row := range []struct {
		format string
		nodes  int
		time   string
	}{{"svg", 150, "down"}, {"svg", 150, "across"}, {"graphml", 20000, ""}, {"dot", 20000, ""}, {"gexf", 20000, ""}} {
		b.Run(row.format+row.time, func(b *testing.B) {
			f, err := Find(row.format, OfMap)
			if err != nil {
				b.Fatal(err)
			}
			m := generated(row.nodes, 5)
			m.Look.Time = row.time
			var c counting
			if err := f.Map(context.Background(), &c, m); err != nil {
				b.Fatal(err)
			}
			b.SetBytes(c.n)
			b.ReportAllocs()
			for b.Loop() {
				if err := f.Map(context.Background(), io.Discard, m); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
