package resolve

import (
	"cmp"

	"uncite/extract/authority"
	"uncite/extract/internal/names"
	"uncite/extract/internal/scan"
	"uncite/extract/record"
)

// counted is what the document named last, in full, with a number before it.
type counted struct {
	paragraph, number int
	series            *authority.Entry // of the tables, nil for a name that they do not have
	rest              string           // such a name without its number
	words             string           // of the name
}

// count notes that the mention names one of a series by its number.
func (r *resolver) count(series *authority.Entry, m *scan.Mention) {
	r.counted = counted{m.Paragraph, cmp.Or(m.Rank, m.Nth), series, m.Counted, names.Key(r.doc.Text[m.Start:m.End])}
}

// succeeds resolves a short name with a number to the next of the series of which its paragraph
// named one right before: "the Thirteenth Summit Conference of Lagoon States and the Fourteenth
// Conference".
func (r *resolver) succeeds(ref *record.Reference, m *scan.Mention) bool {
	c := &r.counted
	if c.paragraph != m.Paragraph || m.Rank == 0 || m.Rank != c.number+1 || !holdsAll(c.words, r.stems(cmp.Or(names.Key(m.Counted), m.Head))) {
		return false
	}
	next := *m
	next.Nth = m.Rank
	var e *authority.Entry
	if c.series != nil {
		e = r.nth(c.series, &next)
	} else {
		e = r.named(m.Ordinal+" "+c.rest, m)
	}
	ref.Target, ref.Kind, ref.Rule = e.ID, e.Kind, "short:antecedent"
	r.introduce(e, m.Paragraph)
	c.number = m.Rank
	return true
}

// named returns the entry of a name that no table knows, which the mention is short for.
func (r *resolver) named(name string, m *scan.Mention) *authority.Entry {
	id := "title:" + r.doc.Lang + ":" + names.Key(name)
	if r.titles[id] == nil {
		r.remember(&authority.Entry{ID: id, Kind: m.Kind}, m.Heads, id)
	}
	return r.titles[id]
}
