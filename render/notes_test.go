package render

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"uncite/extract/lang"
)

// Every row of notes.tsv says in each language all that stands in the English one, and
// is found by its own sentence, whatever rows stand before it.
func TestNotesInSixLanguages(t *testing.T) {
	place := regexp.MustCompile(`\{\d\}`)
	rows := 0
	var columns []string
	for line := range strings.Lines(noteRows) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		switch {
		case strings.HasPrefix(line, "#"):
			continue
		case columns == nil:
			columns = cells
			continue
		}
		rows++
		english := place.ReplaceAllStringFunc(cells[0], func(p string) string { return "7" + p[1:2] })
		for i, code := range columns[1:] {
			want := place.FindAllString(cells[0], -1)
			got := place.FindAllString(cells[i+1], -1)
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("%s of %q has %v, want %v", code, cells[0], got, want)
			}
			expected := place.ReplaceAllStringFunc(cells[i+1], func(p string) string { return "7" + p[1:2] })
			if said := noteIn(code, english); said != expected {
				t.Errorf("%s of %q is %q, want %q", code, english, said, expected)
			}
		}
	}
	if rows == 0 || len(columns) != len(lang.Codes) {
		t.Errorf("%d rows in %v", rows, columns)
	}
}

func TestNoteIn(t *testing.T) {
	for _, row := range []struct{ protects, lang, note, want string }{
		{"English is as it was composed", "en", "references of a document to itself, which make no edge: 42", "references of a document to itself, which make no edge: 42"},
		{"states are words of the language too", "fr", "references that make no edge: 6 unresolved, 1 ambiguous (uncite extract --status lists them)", "références qui ne forment aucun lien : 6 (non résolue), 1 (ambiguë) (uncite extract --status en donne la liste)"},
		{"a sentence with a tail is not cut", "ru", "the 3 most central of 159 nodes by indegree, and 1 more with this score", "самые центральные узлы по indegree: 3 из 159 и еще 1 с тем же показателем"},
		{"names of filters stay", "es", "kind resolution: 91 of 159 nodes, 190 of 434 edges", "kind resolution: 91 de 159 nodos, 190 de 434 enlaces"},
		{"what no row has stays English", "zh", "verified by gonum: pagerank", "verified by gonum: pagerank"},
		{"no language is English", "", "median age 9 years", "median age 9 years"},
	} {
		if got := noteIn(row.lang, row.note); got != row.want {
			t.Errorf("%s: %q, want %q", row.protects, got, row.want)
		}
	}
}
