// Package lang holds what uncite knows of each language as data: one folder a
// language, whose tables a reader can check and correct.
package lang

import (
	"bytes"
	"embed"
	"fmt"
	"slices"
	"strings"
)

// Codes are the languages that have a folder here, the official ones of the
// United Nations, in their order; then those that Add has added.
var Codes = embedded()

// Row is one line of a language's table: a class of words, the value that
// the class gives them, and one form in which the language writes it.
type Row struct{ Class, Value, Form string }

//go:embed */*.tsv
var tables embed.FS

// Table returns the rows of the table called name ("lexicon", "structure") of
// a language, one row a form, in the order of the file; where classes are given,
// those alone.
func Table(code, name string, classes ...string) ([]Row, error) {
	path := code + "/" + name + ".tsv"
	data, err := file(code, path)
	if err != nil {
		return nil, fmt.Errorf("language %s has no table %s: %w", code, name, err)
	}
	var rows []Row
	if len(classes) == 0 {
		rows = make([]Row, 0, bytes.Count(data, []byte("\n"))+bytes.Count(data, []byte(separator)))
	}
	n := 0
	for line := range strings.SplitSeq(string(data), "\n") {
		n++
		if line == "" || line[0] == '#' || strings.HasPrefix(line, "class\t") {
			continue
		}
		class, rest, _ := strings.Cut(line, "\t")
		value, forms, ok := strings.Cut(rest, "\t")
		if !ok || strings.IndexByte(forms, '\t') >= 0 {
			return nil, fmt.Errorf("%s line %d: %d columns, want class, value, form", path, n, 1+strings.Count(line, "\t"))
		}
		if len(classes) > 0 && !slices.Contains(classes, class) {
			continue
		}
		for form := range strings.SplitSeq(forms, separator) {
			rows = append(rows, Row{class, value, strings.TrimSpace(form)})
		}
	}
	return rows, nil
}

// separator parts the forms of a row.
const separator = " | "
