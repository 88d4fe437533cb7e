package lang

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed treatments.tsv
var treatmentTable string

// Treatment is one thing that a clause may do with the document it cites.
type Treatment struct {
	Name string // the word of the record
	Tone string // the group of treatments with which a picture draws it
	Edge string // the type of edge that it makes beside the citation, or empty
}

// TreatmentTable returns the rows of treatments.tsv in the order of the file,
// in which tones rise: what condemns is drawn over what recalls.
var TreatmentTable = sync.OnceValue(func() []Treatment {
	var rows []Treatment
	for line := range strings.Lines(treatmentTable) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "treatment\t") {
			continue
		}
		cols := strings.Split(line, "\t")
		if len(cols) != 3 {
			panic(fmt.Sprintf("treatments.tsv: %q has %d columns, want treatment, tone, edge", line, len(cols)))
		}
		rows = append(rows, Treatment{cols[0], cols[1], cols[2]})
	}
	return rows
})

// Treatments returns the closed list of what a clause does with a document it
// cites (docs/treatments.md), sorted. Every language says all of them.
var Treatments = sync.OnceValue(func() []string {
	var list []string
	for _, t := range TreatmentTable() {
		list = append(list, t.Name)
	}
	slices.Sort(list)
	return list
})

// Tones returns the groups of treatments, weakest first.
var Tones = sync.OnceValue(func() []string {
	var list []string
	for _, t := range TreatmentTable() {
		if !slices.Contains(list, t.Tone) {
			list = append(list, t.Tone)
		}
	}
	return list
})
