package render

import (
	"bufio"
	"context"
	"io"
	"strconv"
	"strings"
)

// writeGraphJSONL writes the map as lines of JSON: one object "graph" with its
// name and notes, one "node" a node and one "edge" an edge, each with the
// attributes that have a value, for DuckDB, jq and pandas. The field "record"
// tells them apart, and from references.
func writeGraphJSONL(ctx context.Context, w io.Writer, m *Map) error {
	out := bufio.NewWriterSize(w, 1<<16)
	buf := appendField([]byte(`{"record":"graph","directed":`+strconv.FormatBool(len(m.Strengths) == 0)), `,"name":`, plain(m.heading()))
	buf = appendField(buf, `,"notes":`, plain(strings.Join(m.Graph.Notes, listSeparator)))
	out.Write(append(buf, "}\n"...))
	columns := m.attributes()
	for i := range m.Graph.Nodes {
		if i%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		buf = appendField(buf[:0], `{"record":"node","id":`, plain(m.Graph.Nodes[i].ID))
		out.Write(append(m.appendNodeValues(buf, columns, i), "}\n"...))
	}
	edges := m.edgeAttributes()
	m.eachBond(func(k int, b *bond) bool {
		buf = appendField(buf[:0], `{"record":"edge","source":`, plain(m.Graph.Nodes[b.From].ID))
		buf = appendField(buf, `,"target":`, plain(m.Graph.Nodes[b.To].ID))
		out.Write(append(appendBondValues(buf, edges, b), "}\n"...))
		return k%4096 != 0 || ctx.Err() == nil
	})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return out.Flush()
}
