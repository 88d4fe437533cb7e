package authority_test

import (
	"os"
	"strings"
	"testing"

	"uncite/extract/authority"
)

// TestTreatyPages holds the table of pages of the treaty series against the
// registration numbers of the authority tables.
func TestTreatyPages(t *testing.T) {
	data, err := os.ReadFile("../symbol/data/treaty-pages.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		f := strings.Split(line, "\t")
		if id := f[0] + "/" + f[1] + "/" + f[3]; len(f) == 5 {
			if _, ok := authority.Default().Treaty(id); !ok {
				t.Errorf("%s, %s: no table has the treaty", id, f[4])
			}
		}
	}
}
