package render

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"uncite/extract/record"
	"uncite/graph/rank"
)

// column is one column of a table.
type column struct {
	name  string
	most  int  // cells wider than this are cut, with an ellipsis
	right bool // numbers stand to the right
}

// table aligns its columns by the width that the first rows need, and from
// then on writes row by row, so that it holds little of a long listing.
type table struct {
	w       *bufio.Writer
	columns []column
	waiting [][]string
	widths  []int
	settled bool
}

// tableWindow is how many rows decide the widths.
const tableWindow = 2000

func newTable(w io.Writer, columns []column) *table {
	t := &table{w: bufio.NewWriter(w), columns: columns, widths: make([]int, len(columns))}
	for i, c := range columns {
		t.widths[i] = displaywidth.String(c.name)
	}
	return t
}

// add takes one row, a cell for each column.
func (t *table) add(cells []string) error {
	for i, c := range cells {
		cells[i] = displaywidth.TruncateString(plain(c), t.columns[i].most, "…")
	}
	if t.settled {
		return t.row(cells)
	}
	t.waiting = append(t.waiting, cells)
	if len(t.waiting) < tableWindow {
		return nil
	}
	return t.settle()
}

func (t *table) settle() error {
	t.settled = true
	for _, cells := range t.waiting {
		for i, c := range cells {
			t.widths[i] = max(t.widths[i], displaywidth.String(c))
		}
	}
	names, rules := make([]string, len(t.columns)), make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i], rules[i] = c.name, strings.Repeat("─", t.widths[i])
	}
	for _, cells := range append([][]string{names, rules}, t.waiting...) {
		if err := t.row(cells); err != nil {
			return err
		}
	}
	t.waiting = nil
	return nil
}

func (t *table) row(cells []string) error {
	var line strings.Builder
	for i, c := range cells {
		padding := strings.Repeat(" ", max(0, t.widths[i]-displaywidth.String(c)))
		if t.columns[i].right {
			line.WriteString(padding + c)
		} else {
			line.WriteString(isolate(c) + padding)
		}
		line.WriteString("  ")
	}
	_, err := fmt.Fprintln(t.w, strings.TrimRight(line.String(), " "))
	return err
}

// isolate keeps a cell that runs from right to left from turning the cells
// beside it round, by the isolates of Unicode (UAX #9), which have no width.
func isolate(s string) string {
	for _, r := range s {
		if rightToLeft(string(r)) {
			return "\u2068" + s + "\u2069"
		}
	}
	return s
}

func (t *table) close() error {
	if !t.settled {
		if err := t.settle(); err != nil {
			return err
		}
	}
	return t.w.Flush()
}

// rankingTable lists the nodes in their order, and below them how the graph
// was cut or filtered.
func rankingTable(w io.Writer, r *rank.Ranking) error {
	columns := []column{{"rank", 9, true}, {"id", 60, false}, {"kind", 12, false}, {"date", 10, false}, {"title", 56, false}}
	decimals := make([]int, len(r.Scores))
	for k, s := range r.Scores {
		columns = append(columns, column{s.Name, 24, true})
		decimals[k] = decimalsOf(s.Values)
	}
	t := newTable(w, columns)
	for place, i := range r.Order() {
		n := &r.Graph.Nodes[i]
		title := n.Title
		if title == "" && n.Label != n.ID {
			title = n.Label
		}
		cells := []string{strconv.Itoa(place + 1), n.ID, string(n.Kind), n.When(), title}
		for k, s := range r.Scores {
			cells = append(cells, strconv.FormatFloat(s.At(i), 'f', decimals[k], 64))
		}
		if err := t.add(cells); err != nil {
			return err
		}
	}
	if err := t.close(); err != nil {
		return err
	}
	return writeNotes(w, r.Graph.Notes)
}

// decimalsOf is 0 for whole numbers and otherwise as many decimals as show
// four figures of the greatest value, nine at most.
func decimalsOf(values []float64) int {
	whole, greatest := true, 0.0
	for _, v := range values {
		whole = whole && v == math.Trunc(v)
		if !math.IsInf(v, 0) && !math.IsNaN(v) {
			greatest = max(greatest, math.Abs(v))
		}
	}
	if whole || greatest == 0 {
		return 0
	}
	return min(9, max(2, 3-int(math.Floor(math.Log10(greatest)))))
}

// referenceTable lists references with the fields that fit on a line.
type referenceTable struct{ *table }

func newReferenceTable(w io.Writer) ReferenceWriter {
	return referenceTable{newTable(w, []column{
		{"document", 40, false}, {"zone", 9, false}, {"paragraph", 9, false}, {"target", 56, false},
		{"pinpoint", 24, false}, {"treatment", 12, false}, {"text", 44, false}, {"status", 60, false}})}
}

func (t referenceTable) Write(r *record.Reference) error {
	document := r.Document
	if document == "" {
		document = r.Source
	}
	status := string(r.Status)
	if r.Note != "" {
		status += ": " + r.Note
	}
	return t.add([]string{document, string(r.Zone), r.Paragraph, r.Target, r.Pinpoint, r.Treatment, r.Text, status})
}

func (t referenceTable) Close() error { return t.close() }
