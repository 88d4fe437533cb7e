package accuracy

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"uncite/extract"
	sample "uncite/fixtures"
	annotation "uncite/fixtures/gold"
)

// leastSample is the F1 of the sample corpus in each language below which the
// test fails: no link of its thirty-three documents is missed in any language,
// and one number in five hundred may be false.
const leastSample = 0.999

// TestSample measures accuracy on the sample corpus written as linked XML, so
// that a clone without the United Nations' files is protected too. With -v it
// prints the figures.
func TestSample(t *testing.T) {
	folder := t.TempDir()
	for _, code := range sample.Langs {
		if err := os.Mkdir(filepath.Join(folder, code), 0o700); err != nil {
			t.Fatal(err)
		}
		for _, name := range sample.Names() {
			xml, err := annotation.AkomaNtoso(code, name)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(folder, code, name+".xml"), []byte(xml), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	r, err := Evaluate(context.Background(), extract.New(nil), []string{folder}, Options{Problem: func(err error) { t.Error(err) }})
	if err != nil {
		t.Fatal(err)
	}
	if want := len(sample.Names()); r.Documents != want || r.Files != want*len(sample.Langs) {
		t.Fatalf("%d documents in %d files, want %d in %d languages", r.Documents, r.Files, want, len(sample.Langs))
	}
	for _, code := range r.Languages() {
		got := r.ByLanguage[code]
		t.Logf("%s precision %.4f recall %.4f F1 %.4f (true %d, false %d, missed %d)", code, got.Precision(), got.Recall(), got.F1(), got.True, got.False, got.Missed)
		if got.F1() < leastSample || got.True < 200 {
			t.Errorf("%s: F1 %.4f of %d true targets, want %.4f of two hundred or more", code, got.F1(), got.True, leastSample)
		}
	}
	for _, m := range r.Mistakes {
		t.Logf("%s %s %s %s: %s", m.Kind, m.Lang, m.Document, m.Target, m.Sentence)
	}
}
