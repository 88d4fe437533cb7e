package resolve

import (
	_ "embed"
	"strings"

	"uncite/extract/authority"
)

//go:embed treaties.tsv
var treatyTable string

// series is how the symbols of documents under a treaty begin.
type series struct{ prefix, treaty string }

var treatySeries = loadTreatySeries()

func loadTreatySeries() (all []series) {
	for _, c := range rows(treatyTable) {
		if c[0] != "prefix" {
			all = append(all, series{c[0], c[1]})
		}
	}
	return all
}

// ownTreaty returns the treaty under which a document with the symbol was
// made, nil where there is none: in it "the Convention" is that one.
func ownTreaty(table *authority.Table, symbol string) *authority.Entry {
	best := series{}
	for _, s := range treatySeries {
		if strings.HasPrefix(symbol, s.prefix) && len(s.prefix) > len(best.prefix) {
			best = s
		}
	}
	e, _ := table.Lookup(best.treaty)
	return e
}
