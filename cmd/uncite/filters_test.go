package main

import (
	"testing"

	"uncite/graph"
)

// TestFiltersOnEvidence: a verb that quotes nothing builds a graph without its
// citations, but not where a filter judges them. Each such filter is named as
// its row is.
func TestFiltersOnEvidence(t *testing.T) {
	for _, name := range onEvidence {
		if row, ok := graph.LocateFilter(name); !ok || row.Name != name {
			t.Errorf("%q is no row of graph.Filters", name)
		}
	}
}
