package render

import (
	"bufio"
	"cmp"
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
	d := newDOT(w, m)
	for _, s := range m.description() {
		d.printf("// %s\n", s)
	}
	if len(m.Strengths) > 0 {
		d.arrow = "\" -- \""
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
	arrow  string   // between two of ids
	ids    []string // of the nodes, for quotation marks around them
	// inside are the identifiers as they stand in a longer quoted text, empty for
	// those that are too long to be put together.
	inside []string
	// words are the types and treatments of edges, ready for a quoted text.
	words map[string]string
	line  []byte // being written
}

func newDOT(w io.Writer, m *Map) *dot {
	n := len(m.Graph.Nodes)
	d := &dot{Writer: bufio.NewWriterSize(w, 1<<16), m: m, colors: m.coloring(), arrow: "\" -> \"", ids: make([]string, n), inside: make([]string, n), words: map[string]string{}}
	for i := range d.ids {
		id := m.Graph.Nodes[i].ID
		d.ids[i] = dotText(id)
		if len(id) < longestDOT/4 {
			d.inside[i] = dotText(strings.ReplaceAll(id, "&", "&amp;"))
		}
	}
	return d
}

func (d *dot) printf(format string, args ...any) { fmt.Fprintf(d.Writer, format, args...) }

// quoteID makes s a quoted name of the DOT language: one that Graphviz reads
// back, with the backslashes doubled, as the escapes of labels want it.
func quoteID(s string) string { return `"` + dotText(s) + `"` }

// dotText is quoteID without the quotation marks.
func dotText(s string) string {
	if dotPlain(s) {
		return s
	}
	return dotEscapes.Replace(shortened(plain(s)))
}

// appendText appends quoteText of s.
func appendText(to []byte, s string) []byte {
	return append(append(append(to, '"'), dotText(strings.ReplaceAll(s, "&", "&amp;"))...), '"')
}

// dotPlain tells whether a name needs nothing but its quotation marks.
func dotPlain(s string) bool {
	return len(s) <= longestDOT && strings.IndexByte(s, '\\') < 0 && strings.IndexByte(s, '"') < 0 && isPlain(s)
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
func (d *dot) node(i int, share float64) {
	n := &d.m.Graph.Nodes[i]
	size := 10 + 10*share // points
	c, fill := d.colors.at(i), "#FFFFFF"
	if n.InHand {
		fill = c.Pale
	}
	line := append(append(append(d.line[:0], "\t\""...), d.ids[i]...), "\" [label="...)
	line = d.label(line, cmp.Or(n.Label, n.ID), size)
	line = append(append(line, ", shape="...), styleOf(n.Kind).Shape...)
	line = append(append(append(line, ", style=\""...), presenceStyleOf(n.Presence()).Fill...), '"')
	line = append(append(append(line, ", color=\""...), c.Color...), '"')
	line = append(append(append(line, ", fillcolor=\""...), fill...), '"')
	line = appendPx(append(line, ", fontsize="...), size)
	line = appendPx(append(line, ", penwidth="...), 1+2*share)
	line = append(append(append(line, ", presence=\""...), n.Presence()...), '"')
	line = appendText(append(line, ", tooltip="...), string(d.m.appendTooltip(nil, i, "; ")))
	if linked(n) {
		line = append(append(append(line, ", URL=\""...), dotText(plain(n.Link))...), "\", target=\"_blank\""...)
	}
	d.line = append(line, "]\n"...)
	d.Write(d.line)
}

// unevenLimit is the number of nodes above which no picture is drawn of them whose
// labels would have to look well: their lines are as full as they can be.
const unevenLimit = 5000

// label appends the label of a node in up to three lines.
func (d *dot) label(line []byte, label string, size float64) []byte {
	const lines = 3
	if len(d.ids) <= unevenLimit {
		return append(line, quoteLines(wrap(label, size*15, size, false, lines))...)
	}
	label = plain(label)
	if fits(label, size*15, size) {
		return appendText(line, label)
	}
	return append(line, quoteLines(measureText(label, size, false).lines(size*15, lines))...)
}

// sets puts the nodes of a group in one cluster, or where there are no groups
// those of a year in one rank.
func (d *dot) sets() {
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
			d.WriteString(" \"")
			d.WriteString(d.ids[i])
			d.WriteString("\";")
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
func (d *dot) edge(e *graph.Edge) {
	weight := int(max(1, e.Weight))
	line := append(append(append(d.line[:0], "\t\""...), d.ids[e.From]...), d.arrow...)
	line = append(append(append(line, d.ids[e.To]...), "\" [color=\""...), edgeColor(e)...)
	line = append(append(append(line, "AA\", style="...), edgeStyleOf(e.Type).Style...), ", penwidth="...)
	line = appendPx(line, min(4, 0.9+0.5*math.Log2(float64(weight))))
	line = strconv.AppendInt(append(line, ", weight="...), int64(min(weight, 10)), 10)
	line = append(d.tooltip(append(line, ", edgetooltip="...), e), "]\n"...)
	d.line = line
	d.Write(line)
}

// tooltip appends edgeTooltip as a quoted text.
func (d *dot) tooltip(line []byte, e *graph.Edge) []byte {
	from, to := d.inside[e.From], d.inside[e.To]
	if from == "" || to == "" || len(e.Treatments()) > mostWords || slices.ContainsFunc(e.Treatments(), func(t string) bool { return len(t) > longestWord }) {
		return append(line, quoteText(edgeTooltip(d.m.Graph, e))...)
	}
	line = append(append(append(line, '"'), from...), ' ')
	line = append(append(append(line, d.word(strings.ReplaceAll(e.Type.String(), "-", " "))...), ' '), to...)
	line = strconv.AppendInt(append(line, ": "...), int64(e.Weight), 10)
	if line = append(line, " references"...); e.Weight == 1 {
		line = line[:len(line)-1]
	}
	for i, t := range e.Treatments() {
		if i == 0 {
			line = append(line, "; "...)
		} else {
			line = append(line, ", "...)
		}
		line = append(line, d.word(t)...)
	}
	return append(line, '"')
}

// longestWord is the length in bytes of a word that tables may hold, mostWords how many
// of them an edge has: files of others may have more, which are to be cut.
const longestWord, mostWords = 100, 60

// word is a word of the tables as it stands in a quoted text.
func (d *dot) word(s string) string {
	out, ok := d.words[s]
	if !ok {
		text := quoteText(s)
		out = text[1 : len(text)-1]
		d.words[s] = out
	}
	return out
}

// legend is an HTML-like label below the picture: title, statements, kinds
// and edges. A label, because every engine places it.
func (d *dot) legend() string {
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
