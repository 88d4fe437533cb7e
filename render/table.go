package render

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"uncite/extract/record"
	"uncite/graph/rank"
)

// column is one column of a table.
type column struct {
	name  string
	most  int  // cells wider than this are cut, with an ellipsis, where no screen says how much room there is; 0: never
	right bool // numbers stand to the right
	least int  // on a narrow screen cells are cut down to this; 0: never
	spare bool // left out where a screen is too narrow for all
	wrap  bool // goes on in lines below instead of being cut on a screen
}

// table aligns its columns by the width that the first rows need, and from
// then on writes row by row, so that it holds little of a long listing. On a
// screen it fits the width of that.
type table struct {
	w       *bufio.Writer
	screen  int // width of the screen, 0 for none
	setting setting
	columns []column
	waiting []tableRow
	widths  []int // of the columns; -1 for one that is left out
	settled bool
}

// tableRow is the cells of a row and the address of what it is about.
type tableRow struct {
	cells []string
	link  string
}

// tableWindow is how many rows decide the widths.
const tableWindow = 2000

// linkedColumn is the name of the column whose cells are links.
const linkedColumn = "id"

// between is the number of blanks between two columns.
const between = 2

func newTable(w io.Writer, columns []column) *table {
	if code := langOf(w); code != "" {
		columns = slices.Clone(columns)
		for i := range columns {
			columns[i].name = headWord(code, columns[i].name)
		}
	}
	t := &table{w: bufio.NewWriter(w), screen: widthOf(w), setting: settingOf(w), columns: columns, widths: make([]int, len(columns))}
	for i, c := range columns {
		t.widths[i] = displaywidth.String(c.name)
	}
	return t
}

// add takes one row, a cell for each column.
func (t *table) add(cells []string) error { return t.addLinked(cells, "") }

// addLinked is add for a row about what stands at an address.
func (t *table) addLinked(cells []string, link string) error {
	for i, c := range cells {
		if cells[i] = plain(c); t.screen == 0 && t.columns[i].most > 0 {
			cells[i] = displaywidth.TruncateString(cells[i], t.columns[i].most, "…")
		}
	}
	row := tableRow{cells, link}
	if t.settled {
		return t.row(row)
	}
	t.waiting = append(t.waiting, row)
	if len(t.waiting) < tableWindow {
		return nil
	}
	return t.settle()
}

func (t *table) settle() error {
	t.settled = true
	for _, r := range t.waiting {
		for i, c := range r.cells {
			t.widths[i] = max(t.widths[i], displaywidth.String(c))
		}
	}
	t.fit()
	names, rules := make([]string, len(t.columns)), make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i], rules[i] = t.setting.bold(c.name), t.setting.dim(strings.Repeat("─", max(0, t.widths[i])))
	}
	for _, r := range append([]tableRow{{cells: names}, {cells: rules}}, t.waiting...) {
		if err := t.row(r); err != nil {
			return err
		}
	}
	t.waiting = nil
	return nil
}

// fit makes the columns as narrow as the screen asks for: those that may be cut
// give way from the left, then spare ones are left out, and what is then free
// goes to those that may be cut from the right: the title before the identifier.
func (t *table) fit() {
	if t.screen == 0 {
		return
	}
	natural := slices.Clone(t.widths)
	t.shrink(func(c column) int { return c.least })
	for i := range t.columns {
		if t.total() > t.screen && t.columns[i].spare {
			t.widths[i] = -1
		}
	}
	t.shrink(func(column) int { return narrowest })
	t.share(natural)
	for i := len(t.columns) - 1; i >= 0; i-- {
		if free, c := t.screen-t.total(), t.columns[i]; free > 0 && c.least > 0 && t.widths[i] >= 0 {
			t.widths[i] = min(natural[i], t.widths[i]+free)
		}
	}
}

// share gives what is free to the columns that wrap, those with the least words first
// and no one more than its share: the more room a sentence has, the fewer lines.
func (t *table) share(natural []int) {
	var wraps []int
	for i, c := range t.columns {
		if c.wrap && t.widths[i] >= 0 {
			wraps = append(wraps, i)
		}
	}
	slices.SortStableFunc(wraps, func(a, b int) int { return cmp.Compare(natural[a], natural[b]) })
	for k, i := range wraps {
		if free := (t.screen - t.total()) / (len(wraps) - k); free > 0 {
			t.widths[i] = min(natural[i], t.widths[i]+free)
		}
	}
}

// narrowest is the width below which no column that may be cut is of use.
const narrowest = 10

// shrink cuts the columns that may be cut, from the left, down to a width each, those
// that wrap after the others.
func (t *table) shrink(least func(column) int) {
	for _, wrap := range []bool{false, true} {
		for i, c := range t.columns {
			if over := t.total() - t.screen; over > 0 && c.wrap == wrap && c.least > 0 && t.widths[i] > 0 {
				t.widths[i] = max(min(t.widths[i], least(c)), t.widths[i]-over)
			}
		}
	}
}

// total is the width of a row.
func (t *table) total() int {
	sum := -between
	for _, w := range t.widths {
		if w >= 0 {
			sum += w + between
		}
	}
	return sum
}

// row writes a row, in as many lines as its longest cell that wraps needs.
func (t *table) row(r tableRow) error {
	for rest := r.cells; ; {
		line := tableRow{make([]string, len(rest)), r.link}
		below, more := make([]string, len(rest)), false
		for i, c := range rest {
			line.cells[i] = c
			if w := t.widths[i]; t.columns[i].wrap && t.screen > 0 && w > 0 && displaywidth.String(unset(c)) > w && !strings.Contains(c, "\x1b") {
				lines := columns(c, w)
				line.cells[i], below[i] = lines[0], strings.Join(lines[1:], " ")
				more = more || below[i] != ""
			}
		}
		if err := t.line(line); err != nil || !more {
			return err
		}
		rest = below
	}
}

func (t *table) line(r tableRow) error {
	var line strings.Builder
	for i, c := range r.cells {
		width := t.widths[i]
		if width < 0 {
			continue
		}
		if !strings.Contains(c, "\x1b") {
			// A setting of the words has no width, and its words are short.
			c = displaywidth.TruncateString(c, max(width, displaywidth.String(t.columns[i].name)), "…")
		}
		padding := strings.Repeat(" ", max(0, width-displaywidth.String(unset(c))))
		if t.columns[i].name == linkedColumn {
			c = t.setting.linked(c, r.link)
		}
		if t.columns[i].right {
			line.WriteString(padding + c)
		} else {
			line.WriteString(isolate(c) + padding)
		}
		line.WriteString(strings.Repeat(" ", between))
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
// was cut or filtered. A node that has a symbol stands under that.
func rankingTable(w io.Writer, r *rank.Ranking) error {
	columns := []column{{"rank", 9, true, 0, false, false}, {"id", 60, false, 18, false, false}, {"kind", 12, false, 0, true, false},
		{"date", 10, false, 0, true, false}, {"title", 56, false, 24, false, false}}
	decimals := make([]int, len(r.Scores))
	for k, s := range r.Scores {
		columns = append(columns, column{s.Name, 24, true, 0, false, false})
		decimals[k] = decimalsOf(s.Values)
	}
	t, cited := newTable(w, columns), false
	for place, i := range r.Order() {
		n := &r.Graph.Nodes[i]
		title := n.PrintedTitle()
		cited = cited || n.TitleCited
		if title == "" && n.Label != n.ID {
			title = n.Label
		}
		cells := []string{strconv.Itoa(place + 1), cmp.Or(n.Symbol(), n.ID), string(n.Kind), n.When(), title}
		for k, s := range r.Scores {
			cells = append(cells, strconv.FormatFloat(s.At(i), 'f', decimals[k], 64))
		}
		if err := t.addLinked(cells, n.Link); err != nil {
			return err
		}
	}
	if err := t.close(); err != nil {
		return err
	}
	notes := r.Graph.Notes
	if cited {
		notes = append(slices.Clip(notes), citedTitlesNote)
	}
	return writeNotes(w, notes)
}

// citedTitlesNote says below a table what quotation marks about a title mean.
const citedTitlesNote = "titles in “ ” are the words of a sentence that cites the document"

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
		{"document", 40, false, 16, false, false}, {"zone", 9, false, 0, true, false}, {"paragraph", 9, false, 0, false, false}, {"target", 56, false, 24, false, false},
		{"pinpoint", 24, false, 8, true, false}, {"treatment", 12, false, 0, true, false}, {"text", 44, false, 16, false, false}, {"status", 60, false, 10, false, false}})}
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
