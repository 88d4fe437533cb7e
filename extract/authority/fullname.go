package authority

import (
	"slices"
	"strings"
	"sync"

	"uncite/extract/lang"
)

// treatyClass is the class of treaties that are no protocol to another.
const treatyClass = "treaty"

// fullNames are treaties and the bodies under one by their full names of several words in one
// language, in small letters, in the order of the table.
type fullNames map[string][]*Entry

// NamedInFull returns the treaties and the bodies under a treaty of which the words, in capitals
// or not, are a full name of several words in the language, in the order of the table.
func (t *Table) NamedInFull(code, words string) []*Entry {
	names := t.full[code]
	if names == nil {
		return nil
	}
	return names()[strings.ToLower(words)]
}

// indexNames readies the full names of each language, which are sorted when first asked for.
func (t *Table) indexNames() {
	t.full = make(map[string]func() fullNames, len(lang.Codes))
	for _, code := range lang.Codes {
		t.full[code] = sync.OnceValue(func() fullNames { return t.fullNames(code) })
	}
}

func (t *Table) fullNames(code string) fullNames {
	names := fullNames{}
	for _, e := range t.entries {
		if e.Class != treatyClass && t.treaties[e] == nil {
			continue
		}
		for _, n := range e.Names[code] {
			if n.Short || !strings.Contains(n.Text, " ") {
				continue
			}
			if key := strings.ToLower(n.Text); !slices.Contains(names[key], e) {
				names[key] = append(names[key], e)
			}
		}
	}
	return names
}
