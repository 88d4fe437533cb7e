package render

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/clipperhouse/displaywidth"

	"uncite/graph"
	"uncite/graph/rank"
)

// Listing is a result in rows and columns.
type Listing struct {
	Columns []Column
	Rows    [][]any  // a string, int or float64 for each column
	Notes   []string // printed below a table
	// Blocks tells that all columns are of one kind: those for which a screen has no room
	// stand in a table below, behind the first column again.
	Blocks bool
}

// Column is a column of a Listing.
type Column struct {
	Name     string
	Most     int  // cells of a table that are wider are cut, with an ellipsis; 0: never
	Least    int  // on a narrow screen cells are cut down to this; 0: never
	Spare    bool // left out where a screen is too narrow
	Wrap     bool // on a screen goes on in the lines below instead of being cut
	decimals int  // of the numbers in a table, found when it is written
}

// Table writes aligned columns, numbers to the right, and the notes.
func (l *Listing) Table(w io.Writer) error {
	for i := range l.Columns {
		if l.numeric(i) {
			l.Columns[i].decimals = decimalsOf(l.numbers(i))
		}
	}
	for i, columns := range l.blocks(widthOf(w)) {
		if i > 0 {
			if _, err := fmt.Fprintln(w); err != nil {
				return err
			}
		}
		if err := l.block(w, columns); err != nil {
			return err
		}
	}
	return writeNotes(w, l.Notes)
}

// blocks are the columns of each of the tables that a screen of a width has room for: one
// of all, unless they may stand below each other.
func (l *Listing) blocks(width int) [][]int {
	all := make([]int, len(l.Columns))
	for i := range all {
		all[i] = i
	}
	if !l.Blocks || width == 0 || len(all) < 2 {
		return [][]int{all}
	}
	first := l.width(0)
	var blocks [][]int
	used := width
	for _, i := range all[1:] {
		need := between + l.width(i)
		if used += need; used > width {
			blocks, used = append(blocks, []int{0}), first+need
		}
		last := len(blocks) - 1
		blocks[last] = append(blocks[last], i)
	}
	return blocks
}

// width is the width of a column in a table, in characters of a screen.
func (l *Listing) width(i int) int {
	width := displaywidth.String(l.Columns[i].Name)
	for _, row := range l.Rows {
		width = max(width, displaywidth.String(l.cell(row, i)))
	}
	return width
}

// block writes a table of some of the columns.
func (l *Listing) block(w io.Writer, chosen []int) error {
	columns := make([]column, len(chosen))
	for k, i := range chosen {
		c := l.Columns[i]
		columns[k] = column{c.Name, c.Most, l.numeric(i), c.Least, c.Spare, c.Wrap}
		if columns[k].right {
			columns[k].most = 24
		}
	}
	t := newTable(w, columns)
	for _, row := range l.Rows {
		cells, address := make([]string, len(chosen)), ""
		for k, i := range chosen {
			if s, ok := row[i].(string); ok && l.Columns[i].Name == addressColumn {
				address = s
			}
			cells[k] = l.cell(row, i)
		}
		if err := t.addLinked(cells, address); err != nil {
			return err
		}
	}
	return t.close()
}

// cell writes the value of a column in a row as tables do.
func (l *Listing) cell(row []any, i int) string {
	if f, ok := row[i].(float64); ok {
		return strconv.FormatFloat(f, 'f', l.Columns[i].decimals, 64)
	}
	return fmt.Sprint(row[i])
}

// addressColumn is the name of the column of addresses, which a narrow screen leaves
// out: the identifiers are links there.
const addressColumn = "link"

func writeNotes(w io.Writer, notes []string) error {
	for _, note := range notes {
		note = noteIn(langOf(w), note)
		lines := []string{plain(note)}
		if width := widthOf(w); width > 0 {
			lines = columns(note, width)
		}
		for _, line := range lines {
			if _, err := fmt.Fprintln(w, settingOf(w).dim(line)); err != nil {
				return err
			}
		}
	}
	return nil
}

// numeric tells whether a column holds numbers.
func (l *Listing) numeric(i int) bool {
	if len(l.Rows) == 0 {
		return false
	}
	_, words := l.Rows[0][i].(string)
	return !words
}

func (l *Listing) numbers(i int) []float64 {
	var out []float64
	for _, row := range l.Rows {
		if f, ok := row[i].(float64); ok {
			out = append(out, f)
		}
	}
	return out
}

// CSV writes a header and the rows.
func (l *Listing) CSV(w io.Writer) error {
	out := newCSV(w)
	if err := l.rows(out.Write); err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

// JSON writes an array of objects, one a row, with the columns as names.
func (l *Listing) JSON(w io.Writer) error {
	out := bufio.NewWriter(w)
	out.WriteByte('[')
	for r, row := range l.Rows {
		if r > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n {")
		for i, v := range row {
			if i > 0 {
				out.WriteByte(',')
			}
			cell, err := cellJSON(v)
			if err != nil {
				return err
			}
			out.Write(append(appendJSONString(nil, l.Columns[i].Name), ':'))
			out.Write(cell)
		}
		out.WriteByte('}')
	}
	out.WriteString("\n]\n")
	return out.Flush()
}

func cellJSON(v any) ([]byte, error) {
	switch v := v.(type) {
	case string:
		return appendJSONString(nil, v), nil
	case float64:
		return appendNumber(nil, v), nil
	}
	return json.Marshal(v)
}

// Missing lists the documents that are cited but not in hand, at most top of
// them, 0 meaning all.
func Missing(rows []graph.MissingRow, top int, notes []string) *Listing {
	l := &Listing{
		Columns: []Column{{Name: "id", Most: 40, Least: 16}, {Name: "kind", Most: 12, Spare: true}, {Name: "date", Most: 10, Spare: true}, {Name: "references"},
			{Name: "documents", Spare: true}, {Name: "title", Most: 48, Least: 20}, {Name: addressColumn, Most: 80, Spare: true}},
		Notes: notes,
	}
	all := len(rows)
	if top > 0 && top < all {
		rows = rows[:top]
	}
	for _, r := range rows {
		l.Rows = append(l.Rows, []any{cmp.Or(r.Symbol(), r.ID), string(r.Kind), r.When(), r.References, r.Documents, r.Title, r.Link})
	}
	l.Notes = append([]string{fmt.Sprintf("%d of %d documents that are cited but not in hand", len(rows), all)}, notes...)
	return l
}

// Series lists how the scores of nodes changed, a row for each year and a
// column for each of the top nodes of the last year, 0 meaning all. scores[i][v]
// belongs to years[i] and Nodes[v]. It begins with the first year in which one
// of them has a score.
func Series(g *graph.Graph, measure string, years []int, scores [][]float64, top int, listings ...graph.Listing) *Listing {
	l := &Listing{Columns: []Column{{Name: "year"}}, Notes: g.Notes, Blocks: true}
	if len(years) == 0 {
		return l
	}
	last := rank.Ranking{Graph: g, Scores: []rank.Score{{Name: measure, Values: scores[len(scores)-1]}}}
	chosen := last.List(listings...)
	l.Notes = chosen.Graph.Notes
	var nodes []int
	for _, v := range chosen.Order() {
		at, _ := g.Index(chosen.Graph.Nodes[v].ID)
		nodes = append(nodes, at)
	}
	if top > 0 && top < len(nodes) {
		nodes = nodes[:top]
		l.Notes = append(slices.Clone(l.Notes), fmt.Sprintf("the %d of %d nodes that are highest by %s at the end of %d",
			top, len(chosen.Graph.Nodes), measure, years[len(years)-1]))
	}
	for _, v := range nodes {
		l.Columns = append(l.Columns, Column{Name: g.Nodes[v].ID})
	}
	for i, year := range years {
		row, scored := []any{year}, false
		for _, v := range nodes {
			row, scored = append(row, scores[i][v]), scored || scores[i][v] != 0
		}
		if scored || len(l.Rows) > 0 {
			l.Rows = append(l.Rows, row)
		}
	}
	return l
}
