package accuracy

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"uncite/extract"
)

// writeFiles writes texts by their path below a new folder.
func writeFiles(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// Three versions of one document, of which one leaves a name out and another
// has one of its own: both are named, with the paragraph that lacks the name.
func TestNamesDeviate(t *testing.T) {
	folder := writeFiles(t, map[string]string{
		"en/a.txt": "The General Assembly,\n\nRecalling the Convention on the Rights of the Child,\n\n1. Thanks Kenya for the ferry;\n",
		"es/a.txt": "La Asamblea General,\n\nRecordando la Convención sobre los Derechos del Niño,\n\n1. Agradece a Kenya el transbordador;\n",
		"fr/a.txt": "L’Assemblée générale,\n\nRappelant la Convention relative aux droits de l’enfant,\n\n1. Remercie ses voisins du bac et le Tchad ;\n",
		"en/b.txt": "The General Assembly,\n\n1. Thanks Chad;\n", // in one language only
	})
	r, err := Names(context.Background(), extract.New(nil), []string{folder}, Options{Problem: func(err error) { t.Error(err) }})
	if err != nil {
		t.Fatal(err)
	}
	if r.Documents != 1 || r.Files != 4 || r.Similarity["instruments"] != 1 || r.Similarity["States"] >= 0.5 {
		t.Errorf("%+v, want one document that agrees in its instrument and not in its States", r)
	}
	byTarget := map[string]NameDeviation{}
	for _, d := range r.Deviations {
		byTarget[d.Target] = d
	}
	kenya, chad := byTarget["state:KEN"], byTarget["state:TCD"]
	if kenya.Lacking["fr"] != 1 || !strings.Contains(kenya.Examples[0].Sentences["fr"], "Remercie ses voisins") || kenya.Examples[0].Words["es"] != "Kenya" {
		t.Errorf("%+v, want Kenya lacking in French with the paragraph", kenya)
	}
	if chad.Alone["fr"] != 1 || chad.Times != 1 {
		t.Errorf("%+v, want Chad in French alone", chad)
	}
}

func TestNamesOfOneLanguage(t *testing.T) {
	folder := writeFiles(t, map[string]string{"en/a.txt": "The General Assembly,\n\n1. Thanks Chad;\n"})
	if _, err := Names(context.Background(), extract.New(nil), []string{folder}, Options{}); err == nil || !strings.Contains(err.Error(), "two languages") {
		t.Errorf("error %v, want one that asks for a second language", err)
	}
}

// A verdict takes a target out of the comparisons with the version that says something
// else, and out of these alone; both figures are reported.
func TestNamesAdjudicated(t *testing.T) {
	folder := writeFiles(t, map[string]string{
		"en/a.txt": "The General Assembly,\n\n1. Thanks Kenya and Chad for the ferry;\n",
		"es/a.txt": "La Asamblea General,\n\n1. Agradece a Kenya y al Chad el transbordador;\n",
		"fr/a.txt": "L’Assemblée générale,\n\n1. Remercie le Tchad et ses voisins du bac ;\n",
	})
	verdicts, err := ReadAdjudications(strings.NewReader("a\tfr\tstate:KEN\tvoid\tspeaks of neighbours\n"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Names(context.Background(), extract.New(nil), []string{folder}, Options{Adjudications: verdicts})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := r.Similarity["States"], (1+0.5+0.5)/3; got != want {
		t.Errorf("similarity %v, want %v as it is", got, want)
	}
	if got := r.Adjudicated["States"]; got != 1 {
		t.Errorf("adjudicated similarity %v, want 1", got)
	}
	if len(r.Deviations) != 1 || r.Deviations[0].Examples[0].Adjudicated["fr"] != "speaks of neighbours" {
		t.Errorf("%+v, want the deviation with its verdict", r.Deviations)
	}
}
