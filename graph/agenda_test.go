package graph

import (
	"testing"

	"uncite/extract/record"
)

func TestAgenda(t *testing.T) {
	g := Build([]record.Reference{
		{Source: "a", Document: "A/RES/76/130", Lang: "en", Zone: record.Masthead, Kind: record.Resolution, Target: "A/RES/76/130", Agenda: "28", Status: record.Resolved},
		{Source: "b", Document: "A/RES/76/161", Lang: "en", Zone: record.Masthead, Kind: record.Resolution, Target: "A/RES/76/161", Agenda: "74 (b)", Status: record.Resolved},
		{Source: "c", Document: "A/RES/77/205", Lang: "en", Zone: record.Masthead, Kind: record.Resolution, Target: "A/RES/77/205", Agenda: "66 (a), 74 (a)", Status: record.Resolved},
		{Source: "c", Document: "A/RES/77/205", Lang: "en", Zone: record.Preamble, Kind: record.Resolution, Target: "A/RES/60/1", Status: record.Resolved},
	}, BuildOptions{})
	for _, row := range []struct {
		protects string
		listing  Listing
		want     int
	}{
		{"an item has its sub-items", ListAgenda("74"), 2},
		{"a sub-item is that alone, whatever the blanks", ListAgenda("74(b)"), 1},
		{"7 is not the beginning of 74", ListAgenda("7"), 0},
		{"of one session", ListAgenda("76/74"), 1},
		{"one of several items of a document", ListAgenda("66"), 1},
		{"several are either", ListAgenda("28", "66"), 2},
		{"what is only cited is under no item, not even another", ListOtherAgenda("28"), 2},
	} {
		n := 0
		for i := range g.Nodes {
			if row.listing.In(g)(i) {
				n++
			}
		}
		if n != row.want {
			t.Errorf("%s: %d nodes, want %d", row.protects, n, row.want)
		}
	}
}
