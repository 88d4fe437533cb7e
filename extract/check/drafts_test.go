package check_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"uncite/extract"
	"uncite/extract/authority"
	"uncite/extract/check"
)

// findingsIn checks one file of testdata.
func findingsIn(t *testing.T, file string) []check.Finding {
	t.Helper()
	var drafts []check.Draft
	err := extract.New(nil).Paths(t.Context(), []string{filepath.Join("testdata", file)}, nil, func(r *extract.Result) error {
		if r.Err != nil {
			return r.Err
		}
		drafts = append(drafts, check.Draft{Documents: r.Documents, References: r.References})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return check.Run(drafts, authority.Default())
}

// A fault is a line of faults.tsv.
type fault struct {
	file  string
	kinds []string
	words string
	found bool
}

func faults(t *testing.T) []*fault {
	t.Helper()
	data, err := os.ReadFile("testdata/faults.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var all []*fault
	for line := range strings.Lines(string(data)) {
		cols := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(cols) == 3 {
			all = append(all, &fault{file: cols[0], kinds: strings.Split(cols[1], "|"), words: cols[2]})
		}
	}
	return all
}

// TestDrafts holds the checker against drafts in six languages whose faults
// were written down before: nine of ten must be found, and nothing that is no
// fault.
func TestDrafts(t *testing.T) {
	all := faults(t)
	var files []string
	for _, f := range all {
		if !slices.Contains(files, f.file) {
			files = append(files, f.file)
		}
	}
	for _, file := range files {
		for _, x := range findingsIn(t, file) {
			i := slices.IndexFunc(all, func(f *fault) bool {
				return f.file == file && !f.found && slices.Contains(f.kinds, x.Check) && strings.Contains(plainSpaces(x.Text), f.words)
			})
			if i < 0 {
				t.Errorf("%s: false alarm: %s at “%s”: %s", file, x.Check, x.Text, x.Reason)
				continue
			}
			all[i].found = true
		}
	}
	missed := 0
	for _, f := range all {
		if !f.found {
			missed++
			t.Logf("%s: not found: %s at “%s”", f.file, strings.Join(f.kinds, " or "), f.words)
		}
	}
	if missed > len(all)/10 {
		t.Errorf("%d of %d faults were not found", missed, len(all))
	}
}

func plainSpaces(s string) string {
	return string(bytes.ReplaceAll([]byte(s), []byte("\u00A0"), []byte(" ")))
}

// openings are the heads of a draft by language, to which its sentences are put.
var openings = map[string]string{
	"ar": "الجمعية العامة\n\nDistr.: Limited\n14 November 2024\n\nإن الجمعية العامة،",
	"en": "General Assembly\n\nDistr.: Limited\n14 November 2024\n\nThe General Assembly,",
	"es": "Asamblea General\n\nDistr. limitada\n14 de noviembre de 2024\n\nLa Asamblea General,",
	"fr": "Assemblée générale\n\nDistr. limitée\n14 novembre 2024\n\nL’Assemblée générale,",
	"ru": "Генеральная Ассамблея\n\nDistr.: Limited\n14 November 2024\n\nГенеральная Ассамблея,",
	"zh": "大会\n\nDistr.: Limited\n14 November 2024\n\n大会，",
}

// TestSentences tries each sentence in a draft of its own: its fault is found, and
// nothing else.
func TestSentences(t *testing.T) {
	data, err := os.ReadFile("testdata/sentences.tsv")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	var rows [][]string // language, kinds, words, sentence
	for line := range strings.Lines(string(data)) {
		cols := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(cols) != 4 {
			continue
		}
		text := "A/C.3/79/L.900\n\n" + openings[cols[0]] + "\n\n" + strings.ReplaceAll(cols[3], `\n`, "\n") + "\n"
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%02d.txt", len(rows))), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, cols)
	}
	at := 0
	err = extract.New(nil).Paths(t.Context(), []string{folder}, nil, func(r *extract.Result) error {
		row := rows[at]
		at++
		found := false
		for _, f := range check.Run([]check.Draft{{Documents: r.Documents, References: r.References}}, authority.Default()) {
			if row[1] != "" && slices.Contains(strings.Split(row[1], "|"), f.Check) && strings.Contains(plainSpaces(f.Text), row[2]) {
				found = true
			} else if f.Severity != check.Notice {
				t.Errorf("%s: false alarm: %s at “%s”: %s", row[3], f.Check, f.Text, f.Reason)
			}
		}
		if row[1] != "" && !found {
			t.Errorf("%s: not found: %s at “%s”", row[3], row[1], row[2])
		}
		return r.Err
	})
	if err != nil || at != len(rows) {
		t.Fatalf("%d of %d were read: %v", at, len(rows), err)
	}
}
