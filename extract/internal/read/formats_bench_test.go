package read

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"uncite/internal/cputime"
)

// BenchmarkFormats is what it costs to read a file to its structured documents,
// without the search for references: decoding, the format, masthead, zones,
// numbers and notes. MB/cpu-s counts the time of the processor alone. The bytes
// are those of the file; of a DOCX those of the XML packed in it, beside which
// packedMB/cpu-s counts the file.
func BenchmarkFormats(b *testing.B) {
	for _, f := range []struct {
		name  string
		files func(b *testing.B) [][]byte
	}{
		{"XML", func(b *testing.B) [][]byte { return filesOf(b, "akn/*/*.xml") }},
		{"DOCX", func(b *testing.B) [][]byte { return filesOf(b, "docx/*.docx") }},
		{"HTML", func(b *testing.B) [][]byte { return pagesOf(filesOf(b, "text/*/*.txt")) }},
		{"text", func(b *testing.B) [][]byte { return filesOf(b, "text/*/*.txt") }},
	} {
		b.Run(f.name, func(b *testing.B) {
			files := f.files(b)
			size, packed := 0, 0
			for _, data := range files {
				size, packed = size+unpackedSize(data), packed+len(data)
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			start := cputime.Spent()
			for b.Loop() {
				for _, data := range files {
					if _, err := Bytes("bench", data); err != nil {
						b.Fatal(err)
					}
				}
			}
			spent := (cputime.Spent() - start).Seconds() / float64(b.N)
			b.ReportMetric(float64(size)/1e6/spent, "MB/cpu-s")
			if packed != size {
				b.ReportMetric(float64(packed)/1e6/spent, "packedMB/cpu-s")
			}
		})
	}
}

func filesOf(b *testing.B, pattern string) (files [][]byte) {
	paths, _ := filepath.Glob(filepath.Join(shared(b, "benchmark"), pattern))
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			b.Fatal(err)
		}
		files = append(files, data)
	}
	return files
}

// pagesOf makes pages of texts as a site of papers serves them: navigation
// before, a foot behind, a paragraph an element, references to notes linked.
func pagesOf(texts [][]byte) (pages [][]byte) {
	for _, text := range texts {
		var p strings.Builder
		p.WriteString(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>Paper</title><style>p { margin: 1em } .head { color: #026 }</style>` +
			`<script>window.dataLayer = window.dataLayer || [];</script></head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/search">Search</a></li></ul></nav><main>` + "\n")
		for _, paragraph := range strings.Split(string(text), "\n\n") {
			p.WriteString(`<p class="MsoNormal" style="margin-bottom:6.0pt;text-align:justify"><span lang="EN-GB">` +
				html.EscapeString(paragraph) + "</span></p>\n")
		}
		p.WriteString("</main><footer><p>Terms of use</p></footer></body></html>\n")
		pages = append(pages, []byte(p.String()))
	}
	return pages
}

// unpackedSize is the size of a file, or of the parts of XML that it holds.
func unpackedSize(data []byte) int {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return len(data)
	}
	size := 0
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, ".xml") && !strings.Contains(f.Name, "theme") {
			if part, err := f.Open(); err == nil {
				n, _ := io.Copy(io.Discard, part)
				size += int(n)
				part.Close()
			}
		}
	}
	return size
}
