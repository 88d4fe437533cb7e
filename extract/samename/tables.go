package samename

import (
	"sync"

	"uncite/extract/authority"
)

// tableNames is what the official names of the tables in a language are made of.
type tableNames struct {
	heads []string           // by row, the head noun of the name; empty where it has none
	rows  map[string][]int32 // by stem, the rows whose name has it
}

// read holds the tableNames by language: the tables do not change.
var read sync.Map

// namesOf reads the names of the tables in a language once.
func namesOf(code string) *tableNames {
	if t, ok := read.Load(code); ok {
		return t.(*tableNames)
	}
	entries := authority.Default().Entries()
	t := &tableNames{make([]string, len(entries)), map[string][]int32{}}
	l := languageOf(code)
	for row, e := range entries {
		list := e.Names[code]
		if len(list) == 0 {
			continue
		}
		if r := readName(l, list[0].Text); len(r.heads) > 0 {
			t.heads[row] = r.heads[0]
		}
		for _, stem := range stems(code, list[0].Text) {
			t.rows[stem] = append(t.rows[stem], int32(row))
		}
	}
	read.Store(code, t)
	return t
}
