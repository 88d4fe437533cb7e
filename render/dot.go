package render

import (
	"bufio"
	"context"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"uncite/graph"
)

// writeDOT writes the map in the language of Graphviz: the identifier is the
// name of a node, the label stands inside its shape, and citations lead from
// right to left, from the citing to the cited.
func writeDOT(_ context.Context, w io.Writer, m *Map) error {
	d := dot{Writer: bufio.NewWriterSize(w, 1<<16), m: m, colors: m.coloring(), arrow: "->", ids: make([]string, len(m.Graph.Nodes))}
	for i := range d.ids {
		d.ids[i] = quoteID(m.Graph.Nodes[i].ID)
	}
	for _, s := range m.description() {
		d.printf("// %s\n", s)
	}
	if len(m.Strengths) > 0 {
		d.arrow = "--"
		d.printf("graph ties {\n")
	} else {
		d.printf("digraph citations {\n")
	}
	d.printf("\tgraph [rankdir=%s, ranksep=0.5, nodesep=0.16, overlap=prism, overlap_scaling=-4, splines=true, "+
		"outputorder=edgesfirst, fontname=%s, fontsize=13, labelloc=b, labeljust=l, pad=0.25, label=<%s>]\n", m.rankDirection(), quoteID(dotFonts), d.legend())
	d.printf("\tnode [fontname=%s, fontsize=11, margin=\"0.09,0.05\", height=0.3, width=0.5, penwidth=1.4]\n", quoteID(dotFonts))
	d.printf("\tedge [arrowsize=0.6, color=\"#77777799\"]\n")
	for i, share := range m.sizes() {
		d.node(i, share)
	}
	d.sets()
	for i := range m.Graph.Edges {
		d.edge(&m.Graph.Edges[i])
	}
	d.printf("}\n")
	return d.Flush()
}

// rankDirection leads from the citing to the cited, so that the years run across as
// Graphviz does best, or down where that is asked for.
func (m *Map) rankDirection() string {
	switch {
	case m.Look.Time == Times[0]:
		return "BT"
	case m.mirrored():
		return "LR"
	}
	return "RL"
}

// dotFonts is one face only: Graphviz with Pango finds others for the
// scripts it lacks, and without takes the name as it is.
const dotFonts = "Noto Sans"

// dot writes one graph. The first error stays in the buffered writer until
// Flush.
type dot struct {
	*bufio.Writer
	m      *Map
	colors *coloring
	arrow  string
	ids    []string // of the nodes, quoted
}

func (d dot) printf(format string, args ...any) { fmt.Fprintf(d.Writer, format, args...) }

// quoteID makes s a quoted name of the DOT language: one that Graphviz reads
// back, with the backslashes doubled, as the escapes of labels want it.
func quoteID(s string) string {
	if dotPlain(s) {
		return `"` + s + `"`
	}
	return `"` + dotEscapes.Replace(shortened(plain(s))) + `"`
}

// dotPlain tells whether a name needs nothing but its quotation marks.
func dotPlain(s string) bool {
	return isPlain(s) && len(s) <= longestDOT && !strings.ContainsAny(s, "\\\"")
}

// longestDOT bounds a name in bytes: Graphviz reads none of 16 KB, and escapes
// may double it.
const longestDOT = 7 << 10

// shortened cuts what is too long for Graphviz, and marks it so that two long
// names stay two.
func shortened(s string) string {
	if len(s) <= longestDOT {
		return s
	}
	h := fnv.New64a()
	h.Write([]byte(s))
	return fmt.Sprintf("%s… [%x]", strings.ToValidUTF8(s[:longestDOT], ""), h.Sum64())
}

var dotEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

// quoteText is quoteID for what is shown, in which Graphviz would take "&amp;"
// for the sign it stands for.
func quoteText(s string) string { return quoteID(strings.ReplaceAll(s, "&", "&amp;")) }

// quoteLines is quoteText for a label of several lines.
func quoteLines(lines []string) string {
	quoted := make([]string, len(lines))
	for i, s := range lines {
		quoted[i] = strings.Trim(quoteText(s), `"`)
		if strings.HasSuffix(s, `"`) {
			quoted[i] += `"`
		}
	}
	return `"` + strings.Join(quoted, `\n`) + `"`
}

// node writes a node whose size share is given.
func (d dot) node(i int, share float64) {
	n := &d.m.Graph.Nodes[i]
	style := styleOf(n.Kind)
	size := 10 + 10*share // points
	label := n.Label
	if label == "" {
		label = n.ID
	}
	c, fill := d.colors.at(i), "#FFFFFF"
	if n.InHand {
		fill = c.Pale
	}
	d.printf("\t%s [label=%s, shape=%s, style=%q, color=%q, fillcolor=%q, fontsize=%s, penwidth=%s, presence=%q, tooltip=%s",
		d.ids[i], quoteLines(wrap(label, size*15, size, false, 3)), style.Shape, presenceStyleOf(n.Presence()).Fill, c.Color, fill,
		px(size), px(1+2*share), n.Presence(), quoteText(strings.ReplaceAll(nodeTooltip(d.m, i), "\n", "; ")))
	if linked(n) {
		d.printf(", URL=%s, target=\"_blank\"", quoteID(plain(n.Link)))
	}
	d.printf("]\n")
}

// sets puts the nodes of a group in one cluster, or where there are no groups
// those of a year in one rank.
func (d dot) sets() {
	sets, numbers := map[int][]int{}, []int(nil)
	for i := range d.m.Graph.Nodes {
		k := d.m.groupOf(i)
		if len(d.m.Groups) == 0 {
			k = d.m.Graph.Nodes[i].Year
		}
		if k == 0 {
			continue
		}
		if sets[k] == nil {
			numbers = append(numbers, k)
		}
		sets[k] = append(sets[k], i)
	}
	slices.Sort(numbers)
	for _, k := range numbers {
		if len(d.m.Groups) > 0 {
			d.printf("\tsubgraph cluster_%d { label=%s; style=rounded; color=\"#B8C0C8\"; fontsize=13;", k, quoteText(d.m.groupName(strconv.Itoa(k))))
		} else {
			d.printf("\t{ rank=same;")
		}
		for _, i := range sets[k] {
			d.printf(" %s;", d.ids[i])
		}
		d.printf(" }\n")
	}
}

// linked tells whether a node has a link that a picture may carry.
func linked(n *graph.Node) bool {
	return strings.HasPrefix(n.Link, "https://") || strings.HasPrefix(n.Link, "http://")
}

// edge writes one edge. There may be millions: nothing is formatted that stands
// ready, and nothing of colours or styles needs an escape.
func (d dot) edge(e *graph.Edge) {
	weight := int(max(1, e.Weight))
	for _, s := range []string{"\t", d.ids[e.From], " ", d.arrow, " ", d.ids[e.To], " [color=\"", edgeColor(e), "AA\", style=", edgeStyleOf(e.Type).Style, ", penwidth="} {
		d.WriteString(s)
	}
	number := d.AvailableBuffer()
	number = append(number, px(min(4, 0.9+0.5*math.Log2(float64(weight))))...)
	number = strconv.AppendInt(append(number, ", weight="...), int64(min(weight, 10)), 10)
	d.Write(append(number, ", edgetooltip="...))
	d.WriteString(quoteText(edgeTooltip(d.m.Graph, e)))
	d.WriteString("]\n")
}

// legend is an HTML-like label below the picture: title, statements, kinds
// and edges. A label, because every engine places it.
func (d dot) legend() string {
	var b strings.Builder
	b.WriteString(`<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="2">`)
	line := func(html string) {
		b.WriteString(`<TR><TD ALIGN="LEFT">` + html + `</TD></TR>`)
	}
	for part := range strings.SplitSeq(d.m.heading(), "\n") {
		line(`<FONT POINT-SIZE="20"><B>` + dotHTML(part) + `</B></FONT>`)
	}
	line(dotHTML(d.m.caption()))
	l := legendOf(d.m.Graph)
	var kinds, edges []string
	for _, k := range l.Kinds {
		kinds = append(kinds, sample(k.Color, k.Glyph, d.m.word(string(k.Kind))))
	}
	for _, s := range l.Presences {
		kinds = append(kinds, dotHTML(d.m.word("look "+string(s.Presence))+": "+d.m.word(string(s.Presence))))
	}
	for _, t := range l.Tones {
		edges = append(edges, sample(t.Color, "→", d.m.wordOfTone(t)))
	}
	for _, e := range l.Edges {
		if e.Type != graph.Cites || len(l.Tones) == 0 {
			edges = append(edges, sample(e.Color, dotArrow(e), d.m.wordOf(e.Type)))
		}
	}
	for _, row := range [][]string{kinds, edges} {
		if len(row) > 0 {
			// A cell each: words that run from right to left else run together.
			line(`<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="4" CELLPADDING="0"><TR><TD>` + strings.Join(row, `</TD><TD>`) + `</TD></TR></TABLE>`)
		}
	}
	b.WriteString(`</TABLE>`)
	return b.String()
}

// sample is one entry of the legend.
func sample(color, glyph, name string) string {
	return `<FONT COLOR=` + strconv.Quote(color) + `>` + glyph + `&#160;</FONT>` + dotHTML(name)
}

func dotArrow(e edgeStyle) string {
	switch e.Style {
	case "dotted":
		return "⋯→"
	case "dashed":
		return "- →"
	case "bold":
		return "━→"
	}
	return "→"
}

// dotHTML makes s fit for an HTML-like label.
func dotHTML(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(plain(s))
}
