package token_test

import (
	"strings"
	"testing"

	"uncite/extract/authority"
	"uncite/extract/internal/token"
	"uncite/extract/lang"
)

// TestNamesOfBodiesStandOnce: the lexicons name a body that numbers its
// resolutions only by what its row of entities.tsv does not hold, an
// abbreviation or a short form, so that a name is corrected in one place.
func TestNamesOfBodiesStandOnce(t *testing.T) {
	for _, code := range lang.Codes {
		rows, err := lang.Table(code, "lexicon")
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			if r.Class != "owner" || token.BodyOf(r.Value) == "" {
				continue
			}
			e, ok := authority.Default().Lookup(token.BodyOf(r.Value))
			if !ok {
				continue // a conference that its convention names: no row of the tables
			}
			for _, n := range e.Names[code] {
				if !n.Short && strings.TrimSpace(r.Form) == n.Text {
					t.Errorf("%s: %q of %s stands in entities.tsv too", code, r.Form, r.Value)
				}
			}
		}
	}
}
