package render

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// writeGraphML writes the map as GraphML (graphml.graphdrawing.org), with the
// attributes of the tables in attributes.go. The identifier is the id of a node,
// which every reader takes although the schema's NMTOKEN has no slash; edges
// have ids of their own, because two nodes may be joined by several. Attributes
// that are empty or unknown are left out, as the format has it. An ampersand in
// an identifier reads as "&#38;" in igraph, whose reader leaves it so in XML
// attributes; NetworkX reads it right.
func writeGraphML(ctx context.Context, w io.Writer, m *Map) error {
	g := graphml{Writer: bufio.NewWriterSize(w, 1<<16), m: m, nodes: m.attributes(), edges: m.edgeAttributes()}
	g.head()
	for i := range m.Graph.Nodes {
		if i%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		g.node(i)
	}
	m.eachBond(func(k int, b *bond) bool {
		g.edge(k, b)
		return k%4096 != 0 || ctx.Err() == nil
	})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	g.WriteString("</graph>\n</graphml>\n")
	return g.Flush()
}

// graphml writes one graph. The first error stays in the buffered writer
// until Flush.
type graphml struct {
	*bufio.Writer
	m     *Map
	nodes []attribute
	edges []edgeAttribute
}

func (g graphml) head() {
	g.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`)
	for i, a := range g.nodes {
		g.key(g.nodeKey(i), "node", a.Name, a.Type)
	}
	for _, a := range g.edges {
		g.key(a.key, "edge", a.Name, a.Type)
	}
	g.key("name", "graph", "name", textValue)
	g.key("notes", "graph", "notes", textValue)
	direction := "directed"
	if len(g.m.Strengths) > 0 {
		direction = "undirected"
	}
	fmt.Fprintf(g, `<graph id="citations" edgedefault="%s">`+"\n", direction)
	g.data("name", plain(g.m.heading()))
	g.data("notes", plain(strings.Join(g.m.Graph.Notes, listSeparator)))
	g.WriteByte('\n')
}

// key declares one attribute of nodes, edges or the graph.
func (g graphml) key(id, domain, name string, kind valueType) {
	if kind == listValue {
		kind = textValue
	}
	fmt.Fprintf(g, `<key id="%s" for="%s" attr.name="%s" attr.type="%s"/>`+"\n", id, domain, escape(name), kind)
}

// nodeKey is the id under which the ith attribute of nodes is declared: its name,
// or s0, s1 … for the scores, whose names may not be ids.
func (g graphml) nodeKey(i int) string {
	if first := len(g.nodes) - len(g.m.Scores); i >= first {
		return "s" + strconv.Itoa(i-first)
	}
	return g.nodes[i].Name
}

// data writes one attribute, unless it is empty.
func (g graphml) data(key, value string) {
	if value == "" {
		return
	}
	g.WriteString(`<data key="`)
	g.WriteString(key)
	g.WriteString(`">`)
	g.text(value)
	g.WriteString(`</data>`)
}

// text writes s escaped, without a copy where nothing needs escaping.
func (g graphml) text(s string) {
	if needsEscape(s) {
		s = escape(s)
	}
	g.WriteString(s)
}

func (g graphml) node(i int) {
	g.WriteString(`<node id="`)
	g.text(plain(g.m.Graph.Nodes[i].ID))
	g.WriteString(`">`)
	for k := range g.nodes {
		g.data(g.nodeKey(k), g.nodes[k].Of(g.m, i))
	}
	g.WriteString("</node>\n")
}

func (g graphml) edge(k int, b *bond) {
	g.WriteString(`<edge id="e`)
	g.WriteString(strconv.Itoa(k))
	g.WriteString(`" source="`)
	g.text(plain(g.m.Graph.Nodes[b.From].ID))
	g.WriteString(`" target="`)
	g.text(plain(g.m.Graph.Nodes[b.To].ID))
	g.WriteString(`">`)
	for i := range g.edges {
		g.data(g.edges[i].key, g.edges[i].Of(b))
	}
	g.WriteString("</edge>\n")
}
