package main

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write docs/verbs anew, from the command's own help")

// docs/verbs is the help of every verb, so that neither can tell what the other
// does not: go test ./cmd/uncite -run Pages -update writes it.
func TestPages(t *testing.T) {
	folder := filepath.Join(root, "docs", "verbs")
	pages := pagesOf(newRoot(), markdownPage)
	if *update {
		if err := os.MkdirAll(folder, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range pages {
		path := filepath.Join(folder, name+".md")
		if *update {
			if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Error(err)
			continue
		}
		if d := cmp.Diff(string(want), text); d != "" {
			t.Errorf("%s (-want +got); run go test ./cmd/uncite -run Pages -update\n%s", path, d)
		}
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, ok := pages[strings.TrimSuffix(e.Name(), ".md")]; !ok {
			t.Errorf("docs/verbs/%s is the page of no verb", e.Name())
		}
	}
}

// Every verb has two examples at least, each a command line that begins with it.
func TestExamples(t *testing.T) {
	for _, verb := range newRoot().Commands() {
		if verb.Hidden || !verb.Runnable() || verb.Name() == "help" || verb.Name() == "completion" {
			continue
		}
		n := 0
		for line := range strings.Lines(verb.Example) {
			if strings.Contains(line, "uncite "+verb.Name()) {
				n++
			}
		}
		if n < 2 {
			t.Errorf("uncite %s --help has %d examples", verb.Name(), n)
		}
	}
}

// Manual pages hold nothing that troff would take for a request of its own.
func TestManPages(t *testing.T) {
	requests := []string{".TH", ".SH", ".PP", ".TP", ".B ", ".br", ".nf", ".fi"}
	for name, text := range pagesOf(newRoot(), manPage) {
		for line := range strings.Lines(text) {
			known := !strings.HasPrefix(line, ".") && !strings.HasPrefix(line, "'")
			for _, r := range requests {
				known = known || strings.HasPrefix(line, r)
			}
			if !known {
				t.Errorf("%s: %q", name, line)
			}
		}
	}
}
