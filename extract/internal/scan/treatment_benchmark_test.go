package scan_test

import (
	"os"
	"path/filepath"
	"testing"

	"uncite/extract/internal/read"
	"uncite/extract/lang"
)

// place is where a paragraph stands in every language version of a document.
type place struct{ name, zone, number string }

// leading returns the treatment of the first numbered citation of every
// paragraph of the benchmark in one language.
func leading(t *testing.T, folder, code string) map[place]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, code, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[place]string{}
	for _, file := range files {
		docs, err := read.File(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range docs {
			for _, m := range scannerOf(t, code).Document(d) {
				p := d.Paragraphs[m.Paragraph]
				at := place{filepath.Base(file), string(p.Zone), p.Number}
				if _, ok := out[at]; !ok && p.Number != "" && m.Act != nil && m.Act.Type != "" && m.Treatment != "" {
					out[at] = m.Treatment
				}
			}
		}
	}
	return out
}

// TestVersionsAgreeOnTreatments compares the versions of the benchmark with
// the English one, paragraph by paragraph. What remains are verbs that
// translators vary: призывает for "encourages", учитывая for "bearing in mind".
func TestVersionsAgreeOnTreatments(t *testing.T) {
	root := os.Getenv("UNCITE_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	folder := filepath.Join(root, "benchmark", "text")
	if _, err := os.Stat(folder); err != nil {
		t.Skip("the benchmark is not here: set UNCITE_SHARED to its folder")
	}
	english := leading(t, folder, "en")
	for _, code := range lang.Codes {
		if code == "en" {
			continue
		}
		both, same := 0, 0
		for at, treatment := range leading(t, folder, code) {
			if want, ok := english[at]; ok {
				both++
				if treatment == want {
					same++
				}
			}
		}
		share := float64(same) / float64(max(both, 1))
		t.Logf("%s agrees on %d of %d paragraphs, %.4f", code, same, both, share)
		if share < 0.955 {
			t.Errorf("%s agrees with English on %.4f of the paragraphs, want 0.955", code, share)
		}
	}
}
