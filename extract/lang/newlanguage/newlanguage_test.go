// Package newlanguage proves that a language is data: it adds one from tables
// alone. It is a package of its own since a language is added before anything
// is read, and would be there for every other test of its package.
package newlanguage

import (
	"os"
	"testing"

	"uncite/extract"
	"uncite/extract/internal/read"
	"uncite/extract/lang"
)

// text is a resolution in Portuguese, with sentences of the project's own.
const text = `A Assembleia Geral,

Recordando a sua resolução 60/288, de 8 de setembro de 2006, e as consultas que se seguiram na sede,

Recordando também o parágrafo 4 da resolução 1373 (2001) do Conselho de Segurança,

1. Solicita ao Secretário-Geral que apresente um relatório sobre o estado dos faróis e das bibliotecas do litoral.
`

// TestPortuguese adds a minimal Portuguese: its text is told as such, though
// Spanish and French are near, and its citations are found with owner, date,
// place and verb. Before it was added, the same tables were unknown.
func TestPortuguese(t *testing.T) {
	if err := lang.Add(os.DirFS("testdata"), "pt"); err != nil {
		t.Fatal(err)
	}
	docs, err := read.Bytes("lighthouses.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 1 || docs[0].Lang != "pt" {
		t.Fatalf("%d documents, the first in %q, want one in Portuguese", len(docs), docs[0].Lang)
	}
	refs, err := extract.New(nil).Document(nil, docs[0])
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]extract.Reference{}
	for _, r := range refs {
		found[r.Target] = r
	}
	strategy, council := found["A/RES/60/288"], found["S/RES/1373(2001)"]
	if strategy.Text != "resolução 60/288" || strategy.Date != "2006-09-08" || strategy.Treatment != "recall" || strategy.Paragraph != "p1" {
		t.Errorf("the Assembly's own: %+v", strategy)
	}
	if council.Text != "resolução 1373 (2001)" || council.Pinpoint != "para. 4" || council.Treatment != "recall" || council.Paragraph != "p2" {
		t.Errorf("the Council's: %+v", council)
	}
}

// TestAddRefuses names the table that is missing, and leaves no trace of it.
func TestAddRefuses(t *testing.T) {
	if err := lang.Add(os.DirFS("testdata"), "xx"); err == nil {
		t.Error("a language without tables was added")
	}
	if err := lang.Add(os.DirFS("testdata"), "fr"); err == nil {
		t.Error("a language was added twice")
	}
	if lang.Of("xx") != nil {
		t.Error("a refused language is known")
	}
}
