package graph_test

import (
	"testing"

	"uncite/extract/record"
	"uncite/graph"
)

// TestPrintedTitles: a name that no table knows is called as it is printed, whatever
// order its citations come in, and as its identifier where none prints it so.
func TestPrintedTitles(t *testing.T) {
	for _, test := range []struct {
		protects, target string
		texts            []string
		label            string
	}{
		{"capitals and marks as printed", "title:fr:sommet sur lavenir des marées", []string{"Sommet sur l’avenir des marées"}, "Sommet sur l’avenir des marées"},
		{"not one in capitals throughout", "title:en:tide summit", []string{"TIDE SUMMIT", "Tide Summit", "tide summit"}, "Tide Summit"},
		{"without title marks", "title:zh:潮汐公约", []string{"《潮汐公约》"}, "潮汐公约"},
		{"a short name is not it", "title:en:tide summit", []string{"the Summit"}, "Tide summit"},
		{"another case of the language is not it", "title:ru:форум приливов", []string{"Форума приливов"}, "Форум приливов"},
	} {
		for _, turned := range []bool{false, true} {
			b := graph.NewBuilder(graph.BuildOptions{})
			for i := range test.texts {
				if turned {
					i = len(test.texts) - 1 - i
				}
				b.Add(&record.Reference{Source: "a", Document: "A/RES/60/1", Lang: "en", Kind: record.Instrument, Target: test.target, Text: test.texts[i], Start: i, Rule: "title", Status: record.Resolved})
			}
			g := b.Graph()
			for i := range g.Nodes {
				if n := &g.Nodes[i]; n.ID == test.target && n.Label != test.label {
					t.Errorf("%s: %v is called %q, want %q", test.protects, test.texts, n.Label, test.label)
				}
			}
		}
	}
}
