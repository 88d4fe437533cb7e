package render

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"uncite/graph"
)

// graphmlKey declares one attribute of nodes or edges.
type graphmlKey struct {
	id, domain, name, kind string
}

// graphmlKeys are the attributes besides the scores, which follow as s0, s1
// … of type double under the name of their measure.
var graphmlKeys = []graphmlKey{
	{"kind", "node", "kind", "string"},
	{"label", "node", "label", "string"},
	{"title", "node", "title", "string"},
	{"body", "node", "body", "string"},
	{"date", "node", "date", "string"},
	{"year", "node", "year", "int"},
	{"link", "node", "link", "string"},
	{"in_hand", "node", "in_hand", "boolean"},
	{"presence", "node", "presence", "string"},
	{"type", "edge", "type", "string"},
	{"weight", "edge", "weight", "int"},
	{"treatments", "edge", "treatments", "string"},
	{"citing_year", "edge", "year", "int"},
	{"name", "graph", "name", "string"},
	{"notes", "graph", "notes", "string"},
}

// writeGraphML writes the map as GraphML (graphml.graphdrawing.org). The
// identifier is the id of a node; edges have ids of their own, because two
// nodes may be joined by edges of several types. Attributes that are empty
// or unknown are left out, as the format has it; treatments are joined by
// "; ". An ampersand in an identifier reads as "&#38;" in igraph, whose reader
// leaves it so in XML attributes; NetworkX reads it right.
func writeGraphML(ctx context.Context, w io.Writer, m *Map) error {
	g := graphml{bufio.NewWriterSize(w, 1<<16), m}
	g.head()
	for i := range m.Graph.Nodes {
		if i%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		g.node(i)
	}
	for i := range m.Graph.Edges {
		if i%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		g.edge(i)
	}
	g.WriteString("</graph>\n</graphml>\n")
	return g.Flush()
}

// graphml writes one graph. The first error stays in the buffered writer
// until Flush.
type graphml struct {
	*bufio.Writer
	m *Map
}

func (g graphml) head() {
	g.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`)
	keys := graphmlKeys
	for i, s := range g.m.Scores {
		keys = append(keys[:len(keys):len(keys)], graphmlKey{"s" + strconv.Itoa(i), "node", s.Name, "double"})
	}
	for _, k := range keys {
		fmt.Fprintf(g, `<key id="%s" for="%s" attr.name="%s" attr.type="%s"/>`+"\n", k.id, k.domain, escape(k.name), k.kind)
	}
	g.WriteString(`<graph id="citations" edgedefault="directed">` + "\n")
	g.data("name", plain(g.m.heading()))
	g.data("notes", strings.Join(g.m.Graph.Notes, "; "))
	g.WriteByte('\n')
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
	n := &g.m.Graph.Nodes[i]
	g.WriteString(`<node id="`)
	g.text(n.ID)
	g.WriteString(`">`)
	g.data("kind", string(n.Kind))
	g.data("label", n.Label)
	g.data("title", n.Title)
	g.data("body", n.Body)
	g.data("date", n.Date)
	if n.Year != 0 {
		g.data("year", strconv.Itoa(n.Year))
	}
	g.data("link", n.Link)
	g.data("in_hand", strconv.FormatBool(n.InHand))
	g.data("presence", string(n.Presence()))
	for k, s := range g.m.Scores {
		g.data("s"+strconv.Itoa(k), strconv.FormatFloat(s.at(i), 'g', -1, 64))
	}
	g.WriteString("</node>\n")
}

func (g graphml) edge(i int) {
	e := &g.m.Graph.Edges[i]
	g.WriteString(`<edge id="e`)
	g.WriteString(strconv.Itoa(i))
	g.WriteString(`" source="`)
	g.text(g.m.Graph.Nodes[e.From].ID)
	g.WriteString(`" target="`)
	g.text(g.m.Graph.Nodes[e.To].ID)
	g.WriteString(`">`)
	g.edgeData(e)
	g.WriteString("</edge>\n")
}

func (g graphml) edgeData(e *graph.Edge) {
	g.data("type", string(e.Type))
	g.data("weight", strconv.Itoa(e.Weight))
	g.data("treatments", strings.Join(e.Treatments, "; "))
	if e.Year != 0 {
		g.data("citing_year", strconv.Itoa(e.Year))
	}
}
