package annotate

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strings"

	"uncite/extract/internal/read"
	"uncite/extract/record"
)

// Link is what a marked reference leads to.
type Link struct {
	Href  string // empty: the reference is not marked
	Title string // what is said of it, may be empty
}

// Document is a file of Akoma Ntoso that can be annotated in place.
type Document struct {
	// Documents are what was read, for an extractor to find references in.
	Documents []*record.Document
	data      []byte
	places    []read.Place
}

// Read reads a file of Akoma Ntoso in UTF-8. The error says what else it is.
func Read(source string, data []byte) (*Document, error) {
	docs, places, err := read.AkomaNtosoPlaces(source, data)
	if err != nil {
		return nil, err
	}
	return &Document{docs, data, places}, nil
}

// Outcome counts what became of the marks of a file.
type Outcome struct {
	Marked int // references that are links now
	Linked int // whose words were a link before, and were left alone
	Absent int // that lead nowhere, or whose words the file does not hold as text
}

// run is a piece of the file between two tags that one element is put around.
type run struct {
	from, to int
	prefix   string
	link     Link
}

// XML returns the file with an element ref around the words of every reference
// for which link knows an address. It only inserts: every byte of the file is
// still there, in its order. A reference whose words tags run through is several
// elements.
func (d *Document) XML(refs []record.Reference, link func(*record.Reference) Link) ([]byte, Outcome) {
	var runs []run
	var out Outcome
	for _, m := range Marks(refs) {
		l := firstLink(m.References, link)
		found, linked := d.runs(m.Span, l)
		switch {
		case linked:
			out.Linked++
		case l.Href == "" || len(found) == 0:
			out.Absent++
		default:
			out.Marked++
			runs = append(runs, found...)
		}
	}
	slices.SortFunc(runs, func(a, b run) int { return cmp.Compare(a.from, b.from) })
	return d.insert(runs), out
}

// firstLink is the link of the first reference that has one.
func firstLink(refs []*record.Reference, link func(*record.Reference) Link) Link {
	for _, r := range refs {
		if l := link(r); l.Href != "" {
			return l
		}
	}
	return Link{}
}

// runs are the pieces of the file that hold the words of a span; linked is true
// where one of them is a link already.
func (d *Document) runs(span record.Span, l Link) (runs []run, linked bool) {
	node := 0
	for _, p := range d.places[span.Start:min(span.End, len(d.places))] {
		switch {
		case p.Node == 0:
		case p.Linked:
			return nil, true
		case p.Node != node:
			runs, node = append(runs, run{p.From, p.To, p.Prefix, l}), p.Node
		default:
			runs[len(runs)-1].to = p.To
		}
	}
	return runs, false
}

// insert writes the file with the elements.
func (d *Document) insert(runs []run) []byte {
	var b strings.Builder
	at := 0
	for _, r := range runs {
		if r.from < at {
			continue // damage made two runs of one place
		}
		b.Write(d.data[at:r.from])
		b.WriteString("<" + r.prefix + `ref href="`)
		_ = xml.EscapeText(&b, []byte(r.link.Href)) // a strings.Builder takes everything
		if r.link.Title != "" {
			b.WriteString(`" title="`)
			_ = xml.EscapeText(&b, []byte(r.link.Title))
		}
		b.WriteString(`">`)
		b.Write(d.data[r.from:r.to])
		b.WriteString("</" + r.prefix + "ref>")
		at = r.to
	}
	b.Write(d.data[at:])
	return []byte(b.String())
}
