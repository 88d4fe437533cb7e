package symbol

import (
	"os"
	"strings"
	"testing"
)

// TestCatalogueAgrees holds the catalogue of resolutions, which other hands
// fill, against the grammar and the sessions: every symbol is canonical and
// stands once, every date fits its number.
func TestCatalogueAgrees(t *testing.T) {
	data, err := os.ReadFile("../authority/data/resolutions.tsv")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{"symbol": true}
	for _, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
		f := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || f[0] == "symbol" {
			continue
		}
		if len(f) != 9 {
			t.Errorf("%d fields in %q", len(f), line)
			continue
		}
		if seen[f[0]] {
			t.Errorf("%s stands twice", f[0])
		}
		seen[f[0]] = true
		if s, err := Parse(f[0]); err != nil || s.Canonical != f[0] {
			t.Errorf("%s is not canonical: %q, %v", f[0], s.Canonical, err)
		}
		if note, ok := Check(f[0], f[1]); !ok {
			t.Errorf("%s: %s", f[0], note)
		}
	}
}
