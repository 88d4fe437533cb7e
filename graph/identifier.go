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
	plain bool   // see symbol.PlainLink
}

// identify reads an identifier. Anything without a scheme is a UN document,
// whether or not its symbol is known; the kind of such a one is sure only where
// the symbol says resolution or decision, since some bodies number theirs in
// their own way.
func identify(id string) identity {
	switch scheme, _, _ := strings.Cut(id, ":"); {
	case scheme == "instrument":
		return identity{kind: record.Instrument, sure: true}
	case scheme == "title":
		return identity{kind: record.Instrument} // or what its head noun makes it
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
	of := identity{kind: s.Kind, sure: s.Kind != record.Report, body: s.Body, plain: s.Canonical == id && s.LinkedPlainly()}
	if whole, ok := strings.CutSuffix(id, s.Letter); ok && s.Letter != "" {
		of.whole = whole
	}
	return of
}

// isEntity tells whether an identifier is that of a body.
func isEntity(id string) bool { return strings.HasPrefix(id, "entity:") }

// isSymbol tells a symbol from the file: identifier of a document without one.
func isSymbol(id string) bool { return !strings.Contains(id, ":") }

// fileScheme begins the identifier of a document whose own symbol cannot be told.
const fileScheme = "file:"

// nameFiles names the documents without a symbol after their files: by the base
// name, so that a corpus gives the same graph wherever it lies, and with as many
// of its folders before it as tell it from another of the same name.
func (b *Builder) nameFiles() {
	byBase := map[string][]uint32{}
	for i := range uint32(b.nodes.len()) {
		d := b.nodes.at(i)
		if source, ok := strings.CutPrefix(d.id, fileScheme); ok && d.inHand {
			source = strings.ReplaceAll(source, `\`, "/")
			byBase[path.Base(source)] = append(byBase[path.Base(source)], i)
		}
	}
	for _, same := range byBase {
		paths := make([][]string, len(same))
		for k, i := range same {
			paths[k] = strings.Split(strings.ReplaceAll(b.nodes.at(i).id[len(fileScheme):], `\`, "/"), "/")
		}
		tails, ok := shortestTails(paths)
		if !ok {
			continue // such as a/b and a\b: the names stay as they are
		}
		for k := range tails {
			tails[k] = fileScheme + tails[k]
		}
		b.nodes.rename(same, tails)
	}
}

// shortestTails are the shortest ends of paths, all of one number of parts, by
// which they differ; ok is false where they do not.
func shortestTails(paths [][]string) (tails []string, ok bool) {
	tails = make([]string, len(paths))
	for parts := 1; ; parts++ {
		whole, seen := true, map[string]bool{}
		for k, p := range paths {
			tails[k] = strings.Join(p[max(0, len(p)-parts):], "/")
			whole = whole && parts >= len(p)
			seen[tails[k]] = true
		}
		if len(seen) == len(paths) || whole {
			return tails, len(seen) == len(paths)
		}
	}
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
