// Package lang holds what uncite knows of each language as data: one folder a
// language, whose tables a reader can check and correct.
package lang

import (
	"embed"
	"fmt"
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
// a language, one row a form, in the order of the file.
func Table(code, name string) ([]Row, error) {
	path := code + "/" + name + ".tsv"
	data, err := file(code, path)
	if err != nil {
		return nil, fmt.Errorf("language %s has no table %s: %w", code, name, err)
	}
	var rows []Row
	for n, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "class\t") {
			continue
		}
		cols := strings.Split(line, "\t")
		if len(cols) != 3 {
			return nil, fmt.Errorf("%s line %d: %d columns, want class, value, form", path, n+1, len(cols))
		}
		for _, form := range strings.Split(cols[2], " | ") {
			rows = append(rows, Row{cols[0], cols[1], strings.TrimSpace(form)})
		}
	}
	return rows, nil
}
