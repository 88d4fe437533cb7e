package render

import (
	"bufio"
	"context"
	"encoding/csv"
	"io"
	"strings"
)

// A graph as CSV is two tables, which Gephi, Neo4j, DuckDB and pandas read as
// they are: the edges with the identifiers of their ends as source and target,
// and the nodes with their attributes. A spreadsheet runs a cell that begins as a
// formula does, so such a text has an apostrophe before it; see neutral.

// markOfBytes is the byte order mark, by which Excel knows UTF-8.
const markOfBytes = "\uFEFF"

// writeNodesCSV writes the table of nodes: id and the attributes.
func writeNodesCSV(ctx context.Context, w io.Writer, m *Map) error {
	columns := m.attributes()
	names := []string{"id"}
	for _, a := range columns {
		names = append(names, a.Name)
	}
	out, err := startCSV(w, m, names)
	if err != nil {
		return err
	}
	row := make([]string, len(names))
	for i := range m.Graph.Nodes {
		if i%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		row[0] = neutral(plain(m.Graph.Nodes[i].ID))
		for k, a := range columns {
			row[k+1] = cell(a.Type, a.Of(m, i))
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	return out.close()
}

// writeEdgesCSV writes the table of edges: source, target and the attributes.
func writeEdgesCSV(ctx context.Context, w io.Writer, m *Map) error {
	columns := m.edgeAttributes()
	names := []string{"source", "target"}
	for _, a := range columns {
		names = append(names, a.Name)
	}
	out, err := startCSV(w, m, names)
	if err != nil {
		return err
	}
	row := make([]string, len(names))
	m.eachBond(func(k int, b *bond) bool {
		row[0], row[1] = neutral(plain(m.Graph.Nodes[b.From].ID)), neutral(plain(m.Graph.Nodes[b.To].ID))
		for k, a := range columns {
			row[k+2] = cell(a.Type, a.Of(b))
		}
		err = out.Write(row)
		return err == nil && (k%4096 != 0 || ctx.Err() == nil)
	})
	if err != nil || ctx.Err() != nil {
		return firstError(err, ctx.Err())
	}
	return out.close()
}

// csvTable is a csv.Writer over a buffer that it flushes.
type csvTable struct {
	*csv.Writer
	below *bufio.Writer
}

func startCSV(w io.Writer, m *Map, names []string) (csvTable, error) {
	below := bufio.NewWriterSize(w, 1<<16)
	if m.Mark {
		below.WriteString(markOfBytes)
	}
	out := csvTable{csv.NewWriter(below), below}
	for i := range names {
		names[i] = neutral(names[i])
	}
	return out, out.Write(names)
}

func (t csvTable) close() error {
	t.Flush()
	return firstError(t.Error(), t.below.Flush())
}

func firstError(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// cell is a value as CSV holds it.
func cell(kind valueType, value string) string {
	if kind == textValue || kind == listValue {
		return neutral(value)
	}
	return value
}

// neutral puts an apostrophe before a text that a spreadsheet would take for a
// formula: one that begins with = + - @, or with apostrophes and then one of
// these, so that taking one apostrophe away gives the text back.
func neutral(s string) string {
	if rest := strings.TrimLeft(s, "'"); rest != "" && strings.IndexByte("=+-@\t\r", rest[0]) >= 0 {
		return "'" + s
	}
	return s
}
