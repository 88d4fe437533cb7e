package symbol

import "testing"

// BenchmarkScan measures symbols in the proportions of a resolution's
// footnotes, and the words that look like their beginnings.
func BenchmarkScan(b *testing.B) {
	texts := [][]byte{
		[]byte("A/75/729/Corr.1, annex"), []byte("A/RES/60/288 of"), []byte("S/RES/1373 (2001)"), []byte("A/CONF.157/24 (Part I)"),
		[]byte("A/74/976-S/2020/773"), []byte("General Assembly"), []byte("HIV/AIDS"), []byte("A report"), []byte("States Members"),
	}
	size := 0
	for _, t := range texts {
		size += len(t)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, t := range texts {
			Scan(t)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("A/CONF.157/24 (Part I)"); err != nil {
			b.Fatal(err)
		}
	}
}
