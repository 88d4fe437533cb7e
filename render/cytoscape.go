package render

import (
	"bufio"
	"context"
	"io"
	"strconv"
	"strings"
)

// writeCytoscape writes the map as the JSON of Cytoscape.js, which Cytoscape
// opens as .cyjs: elements with their attributes as data, lists as arrays. A node
// says its identifier three times: as id, as the name that Cytoscape shows, and
// as the value that NetworkX's cytoscape_graph asks for.
func writeCytoscape(ctx context.Context, w io.Writer, m *Map) error {
	out := bufio.NewWriterSize(w, 1<<16)
	directed := len(m.Strengths) == 0
	buf := appendField([]byte(`{"format_version":"1.0","generated_by":"uncite","target_cytoscapejs_version":"~3.0","directed":`+
		strconv.FormatBool(directed)+`,"multigraph":`+strconv.FormatBool(m.Multi)+`,"data":{`), `"name":`, plain(m.heading()))
	buf = appendField(buf, `,"notes":`, plain(strings.Join(m.Graph.Notes, listSeparator)))
	out.Write(append(buf, "},\n\"elements\":{\"nodes\":["...))
	columns := m.attributes()
	for i := range m.Graph.Nodes {
		if i%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		id := plain(m.Graph.Nodes[i].ID)
		buf = appendField(append(comma(buf[:0], i), `{"data":{`...), `"id":`, id)
		buf = appendField(appendField(buf, `,"name":`, id), `,"value":`, id)
		out.Write(append(m.appendNodeValues(buf, columns, i), "}}"...))
	}
	out.WriteString("\n],\"edges\":[")
	edges := m.edgeAttributes()
	m.eachBond(func(k int, b *bond) bool {
		buf = append(comma(buf[:0], k), `{"data":{"id":"e`...)
		buf = append(strconv.AppendInt(buf, int64(k), 10), '"')
		buf = appendField(buf, `,"source":`, plain(m.Graph.Nodes[b.From].ID))
		buf = appendField(buf, `,"target":`, plain(m.Graph.Nodes[b.To].ID))
		if m.Multi {
			buf = strconv.AppendInt(append(buf, `,"key":`...), int64(k), 10)
		}
		out.Write(append(appendBondValues(buf, edges, b), "}}"...))
		return k%4096 != 0 || ctx.Err() == nil
	})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	out.WriteString("\n]}}\n")
	return out.Flush()
}

// comma begins the kth element of an array on a line of its own.
func comma(dst []byte, k int) []byte {
	if k > 0 {
		dst = append(dst, ',')
	}
	return append(dst, '\n')
}

// appendNodeValues appends the attributes of a node that have a value as fields
// of a JSON object, each with a comma before it.
func (m *Map) appendNodeValues(dst []byte, columns []attribute, i int) []byte {
	for k := range columns {
		dst = appendValue(dst, columns[k].Name, columns[k].Type, columns[k].Of(m, i))
	}
	return dst
}

// appendBondValues is appendNodeValues for an edge.
func appendBondValues(dst []byte, columns []edgeAttribute, b *bond) []byte {
	for k := range columns {
		dst = appendValue(dst, columns[k].Name, columns[k].Type, columns[k].Of(b))
	}
	return dst
}

// appendValue appends a field with a comma before it, unless it is empty:
// numbers and truths as they are, lists as arrays of text.
func appendValue(dst []byte, name string, kind valueType, value string) []byte {
	if value == "" {
		return dst
	}
	dst = append(appendJSONString(append(dst, ','), name), ':')
	switch kind {
	case wholeValue, realValue, truthValue:
		return append(dst, value...)
	case listValue:
		dst = append(dst, '[')
		for part := range strings.SplitSeq(value, listSeparator) {
			dst = append(appendJSONString(dst, part), ',')
		}
		dst[len(dst)-1] = ']'
		return dst
	}
	return appendJSONString(dst, value)
}
