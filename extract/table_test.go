package extract_test

import (
	"strings"
	"testing"

	"uncite/extract/internal/read"
)

// TestNumbersInTables: what stands over a number in a table is its head: a
// cell over its column, a line over all of them, across long titles.
func TestNumbersInTables(t *testing.T) {
	long := strings.Repeat("strengthening the work on matters of common concern, ", 6)
	tests := []struct{ protects, lang, page, want string }{
		{"the head of a column heads that column", "en",
			"<tr><th>Territory</th><th>Resolution number</th><th>Page</th></tr><tr><td>Anguilla</td><td>79/100</td><td>12/3</td></tr><tr><td>Guam</td><td>79/105</td><td>14/7</td></tr>",
			"A/RES/79/100 A/RES/79/105"},
		{"whatever the language", "fr", "<tr><td>Territoire</td><td>Numéro de la résolution</td></tr><tr><td>Guam</td><td>79/105</td></tr>", "A/RES/79/105"},
		{"whatever the language", "ru", "<tr><td>Территория</td><td>Номер резолюции</td></tr><tr><td>Гуам</td><td>79/105</td></tr>", "A/RES/79/105"},
		{"and its body", "en", "<tr><th>Subject</th><th>Human Rights Council resolution</th></tr><tr><td>Housing</td><td>43/14</td></tr>", "A/HRC/RES/43/14"},
		{"a line over all columns, across a long title", "en",
			"<tr><td colspan=2>General Assembly resolutions and decisions</td></tr><tr><td>79/218</td><td>" + long + "</td></tr><tr><td>79/219; 79/540</td><td>Trade</td></tr>",
			"A/RES/79/218 A/RES/79/219 A/DEC/79/540"},
		{"the next table has heads of its own", "en", "<tr><th>Resolution number</th><th>Subject</th></tr><tr><td>79/100</td><td>Anguilla</td></tr></table><table><tr><th>Ratio</th><th>Subject</th></tr><tr><td>12/3</td><td>Staff</td></tr>", "A/RES/79/100"},
	}
	for _, test := range tests {
		page := "<html lang=" + test.lang + "><body><table>" + test.page + "</table></body></html>"
		docs, err := read.Bytes("x", []byte(page))
		if err != nil {
			t.Fatal(err)
		}
		docs[0].Lang = test.lang
		refs, err := extractor.Document(nil, docs[0])
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range refs {
			if r.Kind == "resolution" || r.Kind == "decision" {
				got = append(got, r.Target)
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s (%s): %v, want %s", test.protects, test.lang, got, test.want)
		}
	}
}
