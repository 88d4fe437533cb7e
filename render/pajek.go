package render

import (
	"bufio"
	"context"
	"io"
	"strconv"
	"strings"
)

// writePajek writes the map as a Pajek network: vertices named by their
// identifiers, arcs with their weights, and edges in place of arcs where the map
// is one of ties. The format holds no other attribute. It has no escape for a
// quotation mark either, so that one becomes an apostrophe and a backslash, which
// NetworkX would read as an escape, a slash; where that gives two vertices one
// name, the later gets its number behind it.
func writePajek(ctx context.Context, w io.Writer, m *Map) error {
	out := bufio.NewWriterSize(w, 1<<16)
	nodes := m.Graph.Nodes
	out.WriteString("*Vertices " + strconv.Itoa(len(nodes)) + "\n")
	taken := make(map[string]bool, len(nodes))
	for i := range nodes {
		name := pajekNames.Replace(plain(nodes[i].ID))
		for taken[name] {
			name += " " + strconv.Itoa(i+1)
		}
		taken[name] = true
		out.WriteString(strconv.Itoa(i+1) + ` "` + name + "\"\n")
	}
	if len(m.Strengths) > 0 {
		out.WriteString("*Edges\n")
	} else {
		out.WriteString("*Arcs\n")
	}
	m.eachBond(func(k int, b *bond) bool {
		out.WriteString(strconv.Itoa(b.From+1) + " " + strconv.Itoa(b.To+1) + " " + strconv.Itoa(b.Weight) + "\n")
		return k%4096 != 0 || ctx.Err() == nil
	})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return out.Flush()
}

var pajekNames = strings.NewReplacer(`"`, `'`, `\`, `/`)
