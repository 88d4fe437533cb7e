package graph

import (
	"path"
	"strings"

	"uncite/extract/record"
	"uncite/extract/symbol"
)

// identity is what an identifier tells by itself.
type identity struct {
	kind  record.Kind
	sure  bool   // the form leaves no doubt about the kind
	body  string // that issues the series of a symbol
	whole string // the resolution or decision of which this is a lettered part
}

// identify reads an identifier. Anything without a scheme is a UN document,
// whether or not its symbol is known; the kind of such a one is sure only where
// the symbol says resolution or decision, since some bodies number theirs in
// their own way.
func identify(id string) identity {
	switch scheme, _, _ := strings.Cut(id, ":"); {
	case scheme == "instrument" || scheme == "title":
		return identity{kind: record.Instrument, sure: true}
	case scheme == "entity":
		return identity{kind: record.Entity, sure: true}
	case scheme == "state":
		return identity{kind: record.State, sure: true}
	case strings.HasPrefix(id, "UNTS/") || strings.HasPrefix(id, "LNTS/"):
		return identity{kind: record.Treaty, sure: true}
	}
	s, err := symbol.Parse(id)
	if err != nil || !isSymbol(id) {
		return identity{kind: record.Report}
	}
	of := identity{kind: s.Kind, sure: s.Kind != record.Report, body: s.Body}
	if whole, ok := strings.CutSuffix(id, s.Letter); ok && s.Letter != "" {
		of.whole = whole
	}
	return of
}

// isSymbol tells a symbol from the file: identifier of a document without one.
func isSymbol(id string) bool { return !strings.Contains(id, ":") }

// fileID stands for a document whose own symbol cannot be told: the base name
// of its source, so that a corpus gives the same graph wherever it lies. Two
// such files of one name in two folders become one node.
func fileID(source string) string {
	return "file:" + path.Base(strings.ReplaceAll(source, `\`, "/"))
}

// document tells whether nodes of a kind are UN documents, which have symbols,
// bodies and dates.
func document(kind record.Kind) bool {
	return kind == record.Resolution || kind == record.Decision || kind == record.Report
}

// timeless tells whether nodes of a kind have no date of their own.
func timeless(kind record.Kind) bool {
	return kind == record.Entity || kind == record.State
}

// years are the first and the last year in which something can have been
// issued; the zero value is unknown.
type years struct{ first, last int }

func (y years) known() bool { return y.first != 0 }

// symbolYears returns the years that the symbol of a document tells.
func symbolYears(id string) years {
	if !isSymbol(id) {
		return years{}
	}
	first, last := symbol.Year(id)
	return years{first, last}
}

// dateYears returns the year an ISO date begins with.
func dateYears(date string) years {
	if len(date) < 4 || len(date) > 4 && date[4] != '-' {
		return years{}
	}
	if y := number(date[:4]); y > 0 {
		return years{y, y}
	}
	return years{}
}
