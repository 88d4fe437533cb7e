package render

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"uncite/extract/record"
	"uncite/graph/rank"
)

// tsv writes values separated by tabs, a row a line, for programs that cut and
// sort lines. No value holds a tab or an end of line: each is a single blank.
type tsv struct {
	*bufio.Writer
	// The cells of the row before, as they were and as they were written: many
	// rows in a row have one source, one title and one date.
	cells, written []string
}

func newTSV(w io.Writer) *tsv { return &tsv{Writer: bufio.NewWriterSize(w, 1<<16)} }

func (t *tsv) row(cells []string) error {
	for len(t.cells) < len(cells) {
		t.cells, t.written = append(t.cells, ""), append(t.written, "")
	}
	line := t.AvailableBuffer()
	for i, c := range cells {
		if c != t.cells[i] {
			t.cells[i], t.written[i] = c, plain(c)
		}
		if i > 0 {
			line = append(line, '\t')
		}
		line = append(line, t.written[i]...)
	}
	_, err := t.Write(append(line, '\n'))
	return err
}

// rankingTSV writes the columns of rankingCSV.
func rankingTSV(w io.Writer, r *rank.Ranking) error {
	out := newTSV(w)
	if err := rankingRows(r, out.row); err != nil {
		return err
	}
	return out.Flush()
}

// rankingRows hands the header of a ranking and its rows to write.
func rankingRows(r *rank.Ranking, write func([]string) error) error {
	row := []string{"rank", "id", "kind", "label", "title", "date", "aliases", "body", "year", "link", "in_hand", "group", "title_from"}
	for _, s := range r.Scores {
		row = append(row, s.Name)
	}
	if err := write(row); err != nil {
		return err
	}
	for place, i := range r.Order() {
		n := &r.Graph.Nodes[i]
		group := ""
		if i < len(r.Groups) {
			group = whole(r.Groups[i])
		}
		row = append(row[:0], strconv.Itoa(place+1), n.ID, string(n.Kind), n.Label, n.Title, n.When(), strings.Join(n.Aliases, " "),
			n.Body, whole(n.Year), n.Link, strconv.FormatBool(n.InHand), group, n.TitleSource())
		for _, s := range r.Scores {
			row = append(row, strconv.FormatFloat(s.At(i), 'g', -1, 64))
		}
		if err := write(row); err != nil {
			return err
		}
	}
	return nil
}

// TSV writes a header and the rows.
func (l *Listing) TSV(w io.Writer) error {
	out := newTSV(w)
	if err := l.rows(out.row); err != nil {
		return err
	}
	return out.Flush()
}

// rows hands the header of a listing and its rows to write.
func (l *Listing) rows(write func([]string) error) error {
	cells := make([]string, len(l.Columns))
	for i, c := range l.Columns {
		cells[i] = c.Name
	}
	if err := write(cells); err != nil {
		return err
	}
	for _, row := range l.Rows {
		for i, v := range row {
			cells[i] = fmt.Sprint(v)
			if f, ok := v.(float64); ok {
				cells[i] = strconv.FormatFloat(f, 'g', -1, 64)
			}
		}
		if err := write(cells); err != nil {
			return err
		}
	}
	return nil
}

// referenceTSV writes references with all their fields.
type referenceTSV struct {
	*tsv
	cells   []string // of the row that is written, for the memory
	started bool
}

func newReferenceTSV(w io.Writer) ReferenceWriter { return &referenceTSV{tsv: newTSV(w)} }

func (t *referenceTSV) Write(r *record.Reference) error {
	if err := t.start(); err != nil {
		return err
	}
	t.cells = referenceRow(t.cells[:0], r)
	return t.row(t.cells)
}

func (t *referenceTSV) start() error {
	if t.started {
		return nil
	}
	t.started = true
	return t.row(referenceFields)
}

func (t *referenceTSV) Close() error {
	if err := t.start(); err != nil {
		return err
	}
	return t.Flush()
}
