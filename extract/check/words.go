package check

import (
	"strings"
	"sync"

	"uncite/extract/lang"
)

// tableForms are the forms that tables of languages give to classes; see formsOf.
var tableForms sync.Map // of language, table, class and value to []string

// formsOf returns, in small letters, the forms of a class in a table of a language;
// with a value, those of that value alone. A language without the table has none.
func formsOf(code, table, class, value string) []string {
	key := [4]string{code, table, class, value}
	if forms, ok := tableForms.Load(key); ok {
		return forms.([]string)
	}
	rows, err := lang.Table(code, table, class)
	if err != nil {
		rows = nil // a language may lack the table
	}
	var forms []string
	for _, r := range rows {
		if value == "" || r.Value == value {
			forms = append(forms, strings.ToLower(r.Form))
		}
	}
	tableForms.Store(key, forms)
	return forms
}

// apostrophes are written alike in tables.
var apostrophes = strings.NewReplacer("’", "'", "\u00A0", " ")

// isForm reports whether words are, but for blanks and case, one of the forms.
func isForm(words string, forms []string) bool {
	words = strings.TrimSpace(strings.ToLower(apostrophes.Replace(words)))
	for _, f := range forms {
		if words == f {
			return true
		}
	}
	return false
}
