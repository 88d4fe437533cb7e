package pdf

import (
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkRead reads the PDFs of the shared benchmark, by their tags and by
// geometry; it reports pages a second.
func BenchmarkRead(b *testing.B) {
	files, _ := filepath.Glob(filepath.Join(os.Getenv("UNCITE_SHARED"), "benchmark", "pdf", "*.pdf"))
	if len(files) == 0 {
		b.Skip("needs UNCITE_SHARED, a folder with benchmark/pdf")
	}
	data := make([][]byte, len(files))
	for i, f := range files {
		data[i], _ = os.ReadFile(f)
	}
	for _, mode := range []struct {
		name   string
		noTags bool
	}{{"tags", false}, {"geometry", true}} {
		b.Run(mode.name, func(b *testing.B) {
			pages := 0
			for b.Loop() {
				for i, d := range data {
					t, err := Read(d, Options{NoTags: mode.noTags})
					if err != nil {
						b.Fatalf("%s: %v", files[i], err)
					}
					pages += t.Blocks[len(t.Blocks)-1].Page
				}
			}
			b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
		})
	}
}
