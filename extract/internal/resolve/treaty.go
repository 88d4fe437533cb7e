package resolve

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/record"
)

//go:embed treaties.tsv
var treatyTable string

// series is how the symbols of documents under a treaty begin; last says that the treaty
// is meant only where no other fits.
type series struct {
	prefix, treaty string
	last           bool
}

var treatySeries = loadTreatySeries()

func loadTreatySeries() (all []series) {
	for _, c := range rows(treatyTable) {
		if c[0] != "prefix" {
			all = append(all, series{c[0], c[1], c[2] == "last"})
		}
	}
	return all
}

// ownTreaties returns the treaties under which a document with the symbol was made: in
// it "the Convention" is the first that is one. That of the longest beginning of the
// symbol goes before those of shorter ones, the treaty before its protocols' parent.
func ownTreaties(table *authority.Table, symbol string) []*authority.Entry {
	return treatiesOf(table, symbol, false)
}

// lastTreaties are those that a document with the symbol means where it has named no other;
// one without a symbol is known by the body that issued it.
func lastTreaties(table *authority.Table, symbol, body string) []*authority.Entry {
	return treatiesOf(table, cmp.Or(symbol, body), true)
}

func treatiesOf(table *authority.Table, symbol string, last bool) (own []*authority.Entry) {
	var fit []series
	for _, s := range treatySeries {
		if s.last == last && strings.HasPrefix(symbol, s.prefix) {
			fit = append(fit, s)
		}
	}
	slices.SortStableFunc(fit, func(a, b series) int { return len(b.prefix) - len(a.prefix) })
	for _, s := range fit {
		if e, ok := table.Lookup(s.treaty); ok {
			own = append(own, e)
		}
	}
	return own
}

// ownOfTitle makes the treaty whose name, or that of those who meet under it, is one of the first lines, in
// capitals or not, of a document that no known body issued the one under which it was made.
func (r *resolver) ownOfTitle() {
	if len(r.ownTreaties) > 0 || r.doc.Body != "" {
		return
	}
	first := "" // the identifier of what is named so: the table is in their order
	for i := range min(len(r.doc.Paragraphs), firstLines) {
		pieces := r.doc.Paragraphs[i].Pieces
		if len(pieces) == 0 {
			continue
		}
		line := strings.ReplaceAll(onOneLine(r.doc.Text[pieces[0].Start:pieces[len(pieces)-1].End]), "\u00a0", " ")
		for _, e := range r.table.NamedInFull(r.doc.Lang, line) {
			if treaty := r.madeUnder(e); treaty != nil && (first == "" || e.ID < first) {
				first, r.ownTreaties = e.ID, []*authority.Entry{treaty}
			}
		}
	}
}

// madeUnder returns the treaty that e is, or under which it meets; nil where there is none.
func (r *resolver) madeUnder(e *authority.Entry) *authority.Entry {
	if meets[e.Class] {
		e = r.table.TreatyOf(e)
	}
	if e == nil || e.Class != "treaty" {
		return nil
	}
	return e
}

// firstLines is how many lines may say under which treaty a document was made.
const firstLines = 12

// ownOfHeaded makes the treaty under which those meet whom a heading names, in a document that no
// known body issued and whose symbol tells nothing, the one under which it was made.
func (r *resolver) ownOfHeaded(e *authority.Entry) {
	if len(r.ownTreaties) > 0 || r.doc.Body != "" || !meets[e.Class] {
		return
	}
	treaty := r.table.TreatyOf(e)
	if treaty == nil {
		treaty, _ = r.table.Lookup(e.Parent) // "the Contracting Parties to the Convention on Wetlands" have it for short
	}
	if treaty != nil && treaty.Kind == record.Instrument {
		r.ownTreaties = []*authority.Entry{treaty}
	}
}
