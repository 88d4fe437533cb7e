package render

import (
	"bufio"
	"context"
	"io"
	"strconv"
	"strings"
)

// writeGEXF writes the map as GEXF 1.3 (gexf.net). Nodes begin with the date of
// the document and edges with the year of the citing one, so that Gephi's
// timeline shows a corpus as it grew; what has no date is there all the time.
// The identifier is the id of a node. An attribute without a value is left out.
//
// gonum's encoding/graph/formats/gexf12 has types for version 1.2, whose
// intervals are those of spells alone; this writer needs a page and streams.
func writeGEXF(ctx context.Context, w io.Writer, m *Map) error {
	g := gexf{Writer: bufio.NewWriterSize(w, 1<<16), m: m, nodes: m.attributes(), edges: m.edgeAttributes()}
	g.head()
	g.WriteString("<nodes>\n")
	for i := range m.Graph.Nodes {
		if i%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		g.node(i)
	}
	g.WriteString("</nodes>\n<edges>\n")
	m.eachBond(func(k int, b *bond) bool {
		g.edge(k, b)
		return k%4096 != 0 || ctx.Err() == nil
	})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	g.WriteString("</edges>\n</graph>\n</gexf>\n")
	return g.Flush()
}

// gexf writes one graph. The first error stays in the buffered writer until
// Flush.
type gexf struct {
	*bufio.Writer
	m     *Map
	nodes []attribute
	edges []edgeAttribute
}

// gexfTypes are the names of value types in GEXF where they are not those of
// GraphML. Lists are text: a liststring of GEXF has a syntax of its own that
// few readers know.
var gexfTypes = map[valueType]string{wholeValue: "integer", listValue: "string"}

func (g gexf) head() {
	g.write(`<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
<meta>
<creator>uncite</creator>
<description>`, escape(plain(g.description())), "</description>\n</meta>\n")
	direction := "directed"
	if len(g.m.Strengths) > 0 {
		direction = "undirected"
	}
	g.write(`<graph defaultedgetype="`, direction, `" mode="dynamic" timeformat="date" timerepresentation="interval">`+"\n<attributes class=\"node\" mode=\"static\">\n")
	for i, a := range g.nodes {
		g.declare(i, a.Name, a.Type)
	}
	g.WriteString("</attributes>\n<attributes class=\"edge\" mode=\"static\">\n")
	for i, a := range g.edges {
		g.declare(i, a.Name, a.Type)
	}
	g.WriteString("</attributes>\n")
}

// description is the heading and the notes: a graph of GEXF has no title.
func (g gexf) description() string {
	return strings.Join(append([]string{g.m.heading()}, g.m.Graph.Notes...), listSeparator)
}

func (g gexf) write(parts ...string) {
	for _, s := range parts {
		g.WriteString(s)
	}
}

// declare declares an attribute, under its place as its id.
func (g gexf) declare(i int, name string, kind valueType) {
	as, ok := gexfTypes[kind]
	if !ok {
		as = string(kind)
	}
	g.write(`<attribute id="`, strconv.Itoa(i), `" title="`, escape(name), `" type="`, as, `"/>`+"\n")
}

func (g gexf) node(i int) {
	n := &g.m.Graph.Nodes[i]
	id := escape(plain(n.ID))
	label := id
	if n.Label != "" {
		label = escape(plain(n.Label))
	}
	g.write(`<node id="`, id, `" label="`, label, `"`)
	g.start(firstDay(n.Date, n.Year))
	g.WriteString("><attvalues>")
	for k := range g.nodes {
		g.value(k, g.nodes[k].Of(g.m, i))
	}
	g.WriteString("</attvalues></node>\n")
}

func (g gexf) edge(k int, b *bond) {
	nodes := g.m.Graph.Nodes
	g.write(`<edge id="`, strconv.Itoa(k), `" source="`, escape(plain(nodes[b.From].ID)), `" target="`, escape(plain(nodes[b.To].ID)),
		`" weight="`, strconv.Itoa(b.Weight), `"`)
	if b.Year != 0 {
		g.start(firstDay(nodes[b.From].Date, b.Year))
	}
	g.WriteString("><attvalues>")
	for i := range g.edges {
		g.value(i, g.edges[i].Of(b))
	}
	g.WriteString("</attvalues></edge>\n")
}

func (g gexf) start(day string) {
	if day != "" {
		g.write(` start="`, day, `"`)
	}
}

func (g gexf) value(i int, v string) {
	if v == "" {
		return
	}
	if needsEscape(v) {
		v = escape(v)
	}
	g.write(`<attvalue for="`, strconv.Itoa(i), `" value="`, v, `"/>`)
}

// firstDay is the date where it is a whole one, else the first day of the year,
// and empty where not even that is known.
func firstDay(date string, year int) string {
	if len(date) == len("2006-01-02") && date[4] == '-' && date[7] == '-' && isPlain(date) && !strings.ContainsAny(date, `<>&"'`) {
		return date
	}
	if year < 1 || year > 9999 {
		return ""
	}
	return strings.Repeat("0", 4-len(strconv.Itoa(year))) + strconv.Itoa(year) + "-01-01"
}
