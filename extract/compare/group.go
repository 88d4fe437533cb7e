package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"uncite/extract/record"
)

// Group is the language versions of one document among many files.
type Group struct {
	Symbol   string
	Versions []Version // by language
}

// ByDocument groups documents into versions by their symbols, sorted; a document of
// two symbols is a version of what bears either. The notes say which documents have no
// symbol, no other version, symbols of two groups, or a second file in the same
// language, of which the first counts.
func ByDocument(all []Version) (groups []Group, notes []string) {
	g := grouping{of: map[string]string{}, versions: map[string][]Version{}}
	for _, v := range all {
		g.add(v)
	}
	for symbol, versions := range g.versions {
		if len(versions) == 1 {
			g.note("%s: no other version of %s is there", versions[0].Document.Source, symbol)
			continue
		}
		slices.SortFunc(versions, func(a, b Version) int { return cmp.Compare(a.Document.Lang, b.Document.Lang) })
		groups = append(groups, Group{symbol, versions})
	}
	slices.SortFunc(groups, func(a, b Group) int { return cmp.Compare(a.Symbol, b.Symbol) })
	slices.Sort(g.notes)
	return groups, g.notes
}

// grouping is the work of ByDocument.
type grouping struct {
	of       map[string]string // the symbol of the group in which a symbol is
	versions map[string][]Version
	notes    []string
}

func (g *grouping) note(format string, args ...any) {
	g.notes = append(g.notes, fmt.Sprintf(format, args...))
}

// add puts a document into the group of its symbols.
func (g *grouping) add(v Version) {
	d := v.Document
	if d.Symbol == "" {
		g.note("%s: its symbol cannot be told, so that it is no version of any other", d.Source)
		return
	}
	var into []string
	for _, symbol := range append([]string{d.Symbol}, d.Aliases...) {
		if group, ok := g.of[symbol]; ok && !slices.Contains(into, group) {
			into = append(into, group)
		}
	}
	switch {
	case len(into) == 0:
		into = []string{d.Symbol}
	case len(into) > 1:
		g.note("%s: its symbols fit two documents, %s; it counts as a version of the first", d.Source, strings.Join(into, " and "))
	}
	group := into[0]
	if slices.ContainsFunc(g.versions[group], func(w Version) bool { return w.Document.Lang == d.Lang }) {
		g.note("%s: a second file of %s in the language %q; the first counts", d.Source, group, d.Lang)
		return
	}
	for _, symbol := range append([]string{d.Symbol}, d.Aliases...) {
		if g.of[symbol] == "" {
			g.of[symbol] = group
		}
	}
	g.versions[group] = append(g.versions[group], v)
}

// Shorter says which versions end before another does, by the numbers of their
// paragraphs: perhaps half of a document.
func Shorter(versions []Version) (notes []string) {
	longest, last := 0, make([]int, len(versions))
	for v := range versions {
		last[v] = lastNumber(versions[v].Document)
		if last[v] > last[longest] {
			longest = v
		}
	}
	for v := range versions {
		if last[v] < last[longest] {
			ends := fmt.Sprintf("ends with paragraph %d", last[v])
			if last[v] == 0 {
				ends = "ends before any numbered paragraph"
			}
			notes = append(notes, fmt.Sprintf("%s %s, %s with %d: what a version lacks may be missing from the file alone",
				versions[v].Document.Source, ends, versions[longest].Document.Source, last[longest]))
		}
	}
	return notes
}

// lastNumber is the highest number of an operative paragraph, 0 where none has one.
func lastNumber(d *record.Document) int {
	last := 0
	for _, p := range d.Paragraphs {
		if p.Zone != record.Operative {
			continue
		}
		head, _, _ := strings.Cut(p.Number, " ")
		if n, err := strconv.Atoi(head); err == nil {
			last = max(last, n)
		}
	}
	return last
}
