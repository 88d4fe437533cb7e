package read

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkBytes reads documents of the usual size, one after the other: the
// project's own fixtures in the six languages.
func BenchmarkBytes(b *testing.B) {
	for _, code := range languages {
		b.Run(code, func(b *testing.B) {
			data, err := os.ReadFile(filepath.Join("testdata", code+".txt"))
			if err != nil {
				b.Fatal(err)
			}
			benchmarkRead(b, longer(string(data), 24<<10))
		})
	}
}

// longer repeats the numbered paragraphs of a text until it has the size of
// a common resolution.
func longer(text string, size int) []byte {
	i := strings.Index(text, "\n1")
	head, body := text[:i], text[i:]
	var b bytes.Buffer
	b.WriteString(head)
	for b.Len() < size {
		b.WriteString(body)
	}
	return b.Bytes()
}

func benchmarkRead(b *testing.B, data []byte) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Bytes("bench", data); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCorpus reads the benchmark's texts, where they are, a language at
// a time.
func BenchmarkCorpus(b *testing.B) {
	root := shared(b, "benchmark", "text")
	for _, code := range languages {
		b.Run(code, func(b *testing.B) {
			paths, _ := filepath.Glob(filepath.Join(root, code, "*.txt"))
			var texts [][]byte
			total := 0
			for _, p := range paths {
				data, err := os.ReadFile(p)
				if err != nil {
					b.Fatal(err)
				}
				texts, total = append(texts, data), total+len(data)
			}
			b.SetBytes(int64(total))
			b.ReportAllocs()
			for b.Loop() {
				for i, data := range texts {
					if _, err := Bytes(fmt.Sprint(i), data); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
