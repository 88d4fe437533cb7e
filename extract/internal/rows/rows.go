// Package rows reads files that hold many texts, one a row: JSON and JSON Lines
// of {"id", "text", "lang"} and tables with a column of texts. What the keys and
// columns are called stands in columns.tsv.
package rows

import (
	_ "embed"
	"strings"
	"sync"

	"uncite/extract/internal/block"
	"uncite/extract/lang"
)

//go:embed columns.tsv
var columnNames string

// roles are what the names of columns and keys stand for.
var roles = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for line := range strings.Lines(columnNames) {
		role, names, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for name := range strings.FieldsSeq(names) {
			all[name] = role
		}
	}
	return all
})

// roleOf returns what a column or key of the name is for, empty where that is
// not known.
func roleOf(name string) string {
	return roles()[strings.ToLower(strings.Trim(name, " \t\r\uFEFF"))]
}

// row is a text with what is said of it.
type row struct {
	name, text string
	facts      block.Facts
	lang       string
}

// put takes a value in a role.
func (r *row) put(role, value string) {
	value = strings.TrimSpace(value)
	switch role {
	case "id":
		if r.name == "" {
			r.name = value
		}
	case "symbol":
		r.facts.Symbol = value
	case "lang":
		r.lang = code(value)
	case "date":
		r.facts.Date = value
	case "title":
		r.facts.Title = value
	case "text":
		if value != "" && r.text != "" {
			r.text += "\n\n"
		}
		r.text += value
	}
}

// code returns the language that a value such as "fr", "fra" or "fr-CH" names,
// empty where it is none of those that are read.
func code(value string) string {
	value = strings.ToLower(value)
	value, _, _ = strings.Cut(value, "-")
	value, _, _ = strings.Cut(value, "_")
	for _, c := range lang.Codes {
		if value == c {
			return c
		}
	}
	return ""
}

// block returns the row as a text; number is its name where it has none.
func (r *row) block(number string) block.Text {
	t := block.Text{Text: r.text, Name: r.name, Lang: r.lang, Facts: r.facts}
	if t.Name == "" {
		t.Name = r.facts.Symbol
	}
	if t.Name == "" {
		t.Name = number
	}
	if t.Facts.Symbol == "" {
		t.Facts.Symbol = r.name // if it is one, which is for others to say
	}
	return t
}
