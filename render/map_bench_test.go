package render

import (
	"context"
	"io"
	"testing"

	"uncite/internal/cputime"
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

// BenchmarkMillion writes a graph of a million edges between 265,000 documents; MB/s
// are those of the clock, cpu-MB/s those of the processor time, which a busy machine
// leaves as it is.
func BenchmarkMillion(b *testing.B) {
	m := generated(265_000, 5)
	if n := len(m.Graph.Edges); n < 1_000_000 {
		b.Fatalf("%d edges", n)
	}
	for _, format := range []string{"graphml", "dot", "gexf", "csv", "jsonl"} {
		b.Run(format, func(b *testing.B) {
			f, err := Find(format, OfMap)
			if err != nil {
				b.Fatal(err)
			}
			var c counting
			used := cputime.Spent()
			for b.Loop() {
				c = counting{}
				if err := f.Map(context.Background(), &c, m); err != nil {
					b.Fatal(err)
				}
			}
			b.SetBytes(c.n)
			if used = cputime.Spent() - used; used > 0 {
				b.ReportMetric(float64(c.n)*float64(b.N)/1e6/used.Seconds(), "cpu-MB/s")
			}
		})
	}
}

// A picture of 150 nodes takes less than .3 s of processor time.
func TestPictureInTime(t *testing.T) {
	if testing.Short() {
		t.Skip("it measures time")
	}
	for _, time := range Times {
		m := generated(150, 5)
		m.Look.Time = time
		least := 10.0
		for range 3 {
			used := cputime.Spent()
			if err := writeSVG(context.Background(), io.Discard, m); err != nil {
				t.Fatal(err)
			}
			least = min(least, (cputime.Spent() - used).Seconds())
		}
		if t.Logf("%s: %.0f ms", time, 1000*least); least > 0.3 {
			t.Errorf("%s: %.2f s for 150 nodes, want less than .3", time, least)
		}
	}
}
