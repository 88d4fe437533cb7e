package graph_test

import (
	"slices"
	"strings"
	"testing"

	"uncite/extract/record"
	"uncite/graph"
)

// TestNamesOfVersionsAreOneNode: a name that no table knows is one node in all
// language versions of a document, under that of the first language, and a note
// counts them.
func TestNamesOfVersionsAreOneNode(t *testing.T) {
	name := func(lang, words string) record.Reference {
		return record.Reference{Source: lang + "/a.txt", Document: "A/RES/90/1", Lang: lang, Zone: record.Operative, Paragraph: "3", Kind: record.Entity, Rule: "title",
			Status: record.Resolved, Text: words, Target: "title:" + lang + ":" + strings.ToLower(words), End: len(words)}
	}
	g := graph.Build([]record.Reference{name("fr", "Partenariat pour les marées"), name("en", "Tides Partnership"), name("es", "Alianza para las Mareas")}, graph.BuildOptions{})
	var ids []string
	for i := range g.Nodes {
		if n := &g.Nodes[i]; strings.HasPrefix(n.ID, "title:") {
			ids = append(ids, n.ID)
			if want := []string{"title:es:alianza para las mareas", "title:fr:partenariat pour les marées"}; !slices.Equal(n.Aliases, want) {
				t.Errorf("aliases %v, want %v", n.Aliases, want)
			}
		}
	}
	if want := []string{"title:en:tides partnership"}; !slices.Equal(ids, want) {
		t.Errorf("nodes %v, want %v", ids, want)
	}
	if !slices.ContainsFunc(g.Notes, func(s string) bool { return strings.HasPrefix(s, "names in no table that language versions print") }) {
		t.Errorf("no note says so: %q", g.Notes)
	}
}
