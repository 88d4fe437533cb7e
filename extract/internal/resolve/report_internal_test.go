package resolve

import (
	"testing"

	"uncite/extract/authority"
)

// Every body of the tables is one that the authority tables know.
func TestBodiesOfTablesAreKnown(t *testing.T) {
	known := authority.Default()
	for at, row := range reports {
		if _, ok := known.Lookup(row.body); !ok {
			t.Errorf("reports.tsv, %s: nobody knows %s", at, row.body)
		}
	}
}
