package render

import (
	"io"
	"strconv"
	"strings"

	"uncite/extract/record"
	"uncite/graph/rank"
)

// rankingCSV writes rank, id, kind, label, title, date, aliases (separated by
// blanks), body, year, link, in_hand, group, title_from and a column for each measure.
func rankingCSV(w io.Writer, r *rank.Ranking) error {
	out := newCSV(w)
	if err := rankingRows(r, out.Write); err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

// referenceFields are the columns of a reference, in the order of the record.
var referenceFields = []string{"source", "document", "lang", "zone", "paragraph", "section", "kind", "target", "symbol", "pinpoint",
	"treatment", "verb", "text", "start", "end", "date", "rule", "status", "note", "title", "aliases", "agenda", "replaced"}

type referenceCSV struct {
	out *csvWriter
	row []string
	err error // of the header
}

func newReferenceCSV(w io.Writer) ReferenceWriter {
	out := newCSV(w)
	return &referenceCSV{out: out, err: out.Write(referenceFields)}
}

func (c *referenceCSV) Write(r *record.Reference) error {
	if c.err != nil {
		return c.err
	}
	c.row = referenceRow(c.row[:0], r)
	return c.out.Write(c.row)
}

func (c *referenceCSV) Close() error {
	c.out.Flush()
	return c.out.Error()
}

// referenceRow appends the fields of a reference in the order of referenceFields.
func referenceRow(row []string, r *record.Reference) []string {
	replaced := ""
	if r.Replaced != 0 {
		replaced = strconv.Itoa(r.Replaced)
	}
	return append(row, r.Source, r.Document, r.Lang, string(r.Zone), r.Paragraph, r.Section, string(r.Kind), r.Target, r.Symbol, r.Pinpoint,
		r.Treatment, r.Verb, r.Text, strconv.Itoa(r.Start), strconv.Itoa(r.End), r.Date, r.Rule, string(r.Status), r.Note, r.Title,
		strings.Join(r.Aliases, listSeparator), r.Agenda, replaced)
}
