package render

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"strings"

	"uncite/extract/record"
	"uncite/graph/diff"
)

// Changes are what the verb diff reports: of references, and of ranks by a
// measure.
type Changes struct {
	References []diff.Change
	Measure    string
	Moves      []diff.Move
	Notes      []string
}

// changeRank is the kind of the rows that tell of a rank.
const changeRank = "rank"

// changeRow is a change in a line.
type changeRow struct {
	Change    string      `json:"change"` // new, gone, changed or rank
	Document  string      `json:"document"`
	Lang      string      `json:"lang"`
	Zone      record.Zone `json:"zone"`
	Paragraph string      `json:"paragraph"`
	Target    string      `json:"target"`
	Field     string      `json:"field"` // what has changed; of a rank the measure
	Was       string      `json:"was"`
	Is        string      `json:"is"`
	Words     string      `json:"words"` // those cited; of a rank the title
}

// rows are the changes, a row for each field that has changed.
func (c *Changes) rows() []changeRow {
	rows := []changeRow{}
	for i := range c.References {
		x := &c.References[i]
		r := x.Reference()
		row := changeRow{Change: x.Kind, Document: cmp.Or(r.Document, path.Base(r.Source)), Lang: r.Lang, Zone: r.Zone, Paragraph: r.Paragraph,
			Target: r.Target, Words: plain(r.Text)}
		if len(x.Fields) == 0 {
			rows = append(rows, row)
		}
		for _, field := range x.Fields {
			row.Field, row.Was, row.Is = field, diff.Value(x.Old, field), diff.Value(x.New, field)
			rows = append(rows, row)
		}
	}
	for _, m := range c.Moves {
		rows = append(rows, changeRow{Change: changeRank, Target: m.Node.ID, Field: c.Measure, Was: place(m.Old, m.OldScore), Is: place(m.New, m.NewScore), Words: m.Node.Title})
	}
	return rows
}

// place is a rank and the score that made it: "3 (12)".
func place(rank int, score float64) string {
	if rank == 0 {
		return ""
	}
	return fmt.Sprintf("%d (%s)", rank, strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.4f", score), "0"), "."))
}

func (c *Changes) listing() *Listing {
	l := &Listing{Columns: []Column{{Name: "change"}, {Name: "document", Most: 28, Least: 12}, {Name: "lang", Spare: true}, {Name: "paragraph", Most: 10},
		{Name: "target", Most: 44, Least: 16}, {Name: "field"}, {Name: "was", Most: 24}, {Name: "is", Most: 24}, {Name: "words", Most: 48, Least: 12}}, Notes: c.Notes}
	for _, r := range c.rows() {
		l.Rows = append(l.Rows, []any{r.Change, r.Document, r.Lang, r.Paragraph, r.Target, r.Field, r.Was, r.Is, r.Words})
	}
	return l
}

// Table writes a row for each change, and the notes.
func (c *Changes) Table(w io.Writer) error { return c.listing().Table(w) }

// TSV writes the whole of the table.
func (c *Changes) TSV(w io.Writer) error { return c.listing().TSV(w) }

// CSV writes a row for each change.
func (c *Changes) CSV(w io.Writer) error { return c.listing().CSV(w) }

// JSON writes an array of changes.
func (c *Changes) JSON(w io.Writer) error { return writeJSON(w, c.rows()) }

// Lines writes one object a line.
func (c *Changes) Lines(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, r := range c.rows() {
		if err := enc.Encode(r); err != nil {
			return err
		}
	}
	return nil
}
