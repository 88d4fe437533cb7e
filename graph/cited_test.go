package graph

import (
	"testing"
	"unsafe"

	"uncite/extract/record"
)

// TestCitedTitles: a document that nothing else names has the title that most of the
// sentences about it give, in the language asked for where there is one, and says so.
func TestCitedTitles(t *testing.T) {
	cite := func(from, lang, to, title string) record.Reference {
		return record.Reference{Source: from, Document: from, Lang: lang, Zone: record.Preamble, Kind: record.Report, Target: to, Title: title, Status: record.Resolved}
	}
	own := record.Reference{Source: "A/80/3", Document: "A/80/3", Lang: "en", Zone: record.Masthead, Kind: record.Report, Target: "A/80/3", Title: "Pumps", Status: record.Resolved}
	refs := []record.Reference{
		cite("A/80/1", "en", "A/80/7", "Report on wells"),
		cite("A/80/2", "en", "A/80/7", "Report on wells"),
		cite("A/80/4", "en", "A/80/7", "Report on wells and on something longer"),
		cite("A/80/1", "fr", "A/80/7", "Rapport sur les puits"),
		cite("A/80/1", "en", "A/80/7/Corr.1", ""),
		cite("A/80/1", "en", "A/80/3", "Report on pumps"), own,
	}
	for _, c := range []struct {
		protects, lang, id, title string
		cited                     bool
	}{
		{"the most frequent of one language", "", "A/80/7", "Report on wells", true},
		{"the language asked for", "fr", "A/80/7", "Rapport sur les puits", true},
		{"a corrigendum has the title of what it corrects", "", "A/80/7/Corr.1", "Report on wells, Corr.1", true},
		{"the document's own title goes before", "", "A/80/3", "Pumps", false},
	} {
		g := Build(refs, BuildOptions{Lang: c.lang})
		i, ok := g.Index(c.id)
		if !ok {
			t.Errorf("%s: there is no node %s", c.protects, c.id)
			continue
		}
		n := g.Nodes[i]
		if n.Title != c.title || n.TitleCited != c.cited {
			t.Errorf("%s: %s has the title %q (from a citation: %t), want %q (%t)", c.protects, c.id, n.Title, n.TitleCited, c.title, c.cited)
		}
	}
}

// TestStatusesAreKept: the notes name the states of references whose memory was used
// for others since.
func TestStatusesAreKept(t *testing.T) {
	b := NewBuilder(BuildOptions{})
	for range 2 {
		memory := []byte("unresolved")
		r := record.Reference{Source: "a", Document: "A/80/1", Lang: "en", Zone: record.Preamble, Kind: record.Report, Status: record.Status(unsafeString(memory))}
		b.Add(&r)
		copy(memory, "overwritten")
	}
	want := "references that make no edge: 2 unresolved (uncite extract --status lists them)"
	if g := b.Graph(); len(g.Notes) == 0 || g.Notes[0] != want {
		t.Errorf("notes %q, want %q first", g.Notes, want)
	}
}

func unsafeString(b []byte) string { return unsafe.String(&b[0], len(b)) }
