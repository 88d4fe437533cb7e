package extract_test

import (
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"uncite/extract"
)

// TestLines: a record of a references file is read again from where it lies, whether
// the file is packed or not, begins with a byte order mark, has long lines, lines that
// are no records, or none at its end; a pipe cannot be read again.
func TestLines(t *testing.T) {
	var text strings.Builder
	text.WriteString("\uFEFF")
	for i := range 5000 {
		fmt.Fprintf(&text, `{"source":"a.txt","document":"A/RES/60/1","lang":"en","note":%q,"text":"x%d","start":%d,"target":"A/RES/60/2","rule":"symbol","status":"resolved"}`+"\n", strings.Repeat("é", i%700), i, i)
		if i%900 == 0 {
			text.WriteString("\r\nno record\n\n")
		}
	}
	file := strings.TrimSuffix(text.String(), "\n")
	dir := t.TempDir()
	var gz, zst strings.Builder
	w := gzip.NewWriter(&gz)
	fmt.Fprint(w, file)
	w.Close()
	z, err := zstd.NewWriter(&zst)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(z, file)
	z.Close()
	for name, content := range map[string]string{"refs.jsonl": file, "refs.jsonl.gz": gz.String(), "refs.jsonl.zst": zst.String()} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		var lines *extract.Lines
		var at []int64
		var want []extract.Reference
		seen := 0
		err := extractor.Paths(t.Context(), []string{path}, nil, func(r *extract.Result) error {
			for i, ref := range r.References {
				if seen++; seen%37 == 1 || seen > 4990 {
					lines, at, want = r.Lines, append(at, r.Offset(i)), append(want, ref)
				}
			}
			return nil
		})
		if err != nil || seen != 5000 || lines == nil {
			t.Fatalf("%s: %v, %d records", name, err, seen)
		}
		got, err := lines.At(at)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if err := os.WriteFile(path, []byte(content[:len(content)/3]), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := lines.At(at[len(at)-1:]); err == nil || !strings.Contains(err.Error(), "has changed while it was being used") {
			t.Errorf("%s, cut off: %v", name, err)
		}
	}
	err = extractor.Paths(t.Context(), []string{"-"}, strings.NewReader(file), func(r *extract.Result) error {
		if r.Lines != nil {
			t.Error("standard input cannot be read again")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
