package render

import (
	_ "embed"
	"strings"
	"sync"

	"uncite/extract/lang"
	"uncite/extract/record"
)

//go:embed notes.tsv
var noteRows string

// noteSentences are the rows of notes.tsv, which a test reads.
var noteSentences = sync.OnceValue(func() lang.Phrases {
	all, err := lang.ReadPhrases(noteRows)
	if err != nil {
		panic("render: notes.tsv: " + err.Error())
	}
	return all
})

// noteIn is a note in a language: as it was composed where no row has it.
func noteIn(code, note string) string {
	return noteSentences().In(code, note, func(words string) string { return statesIn(code, words) })
}

// statesIn says the states of references that stand in words, "6 unresolved, 2 ambiguous",
// in a language: "6 (non résolue), 2 (ambiguë)".
func statesIn(code, words string) string {
	parts := strings.Split(words, " ")
	for i, p := range parts {
		name := strings.TrimSuffix(p, ",")
		switch record.Status(name) {
		case record.Resolved, record.Ambiguous, record.Unresolved, record.Contradicted:
			parts[i] = "(" + wordIn(code, "status "+name) + ")" + p[len(name):] // it agrees with no number so
		}
	}
	return strings.Join(parts, " ")
}
