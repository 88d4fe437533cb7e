package render

import (
	"slices"
	"strconv"
	"strings"

	"uncite/graph"
)

// valueType is the type of an attribute in a data format.
type valueType string

// The types, by their GraphML names. A list is a text whose parts are joined
// by listSeparator where a format has no lists.
const (
	textValue  valueType = "string"
	wholeValue valueType = "int"
	realValue  valueType = "double"
	truthValue valueType = "boolean"
	listValue  valueType = "list"
)

// listSeparator stands between the parts of a list that is written as text.
const listSeparator = "; "

// attribute is one column of what the data formats say of a node. Every format
// takes its columns from this table, under these names.
type attribute struct {
	Name string
	Type valueType
	// Of is the value for node i as text, fit for one line of any output; it is
	// empty where there is none. The parts of a list are joined by listSeparator.
	Of func(m *Map, i int) string
}

// nodeAttributes are the columns besides the identifier and the scores, in the
// order of the outputs.
var nodeAttributes = []attribute{
	{"aliases", listValue, func(m *Map, i int) string { return strings.Join(aliasesOf(&m.Graph.Nodes[i]), listSeparator) }},
	{"kind", textValue, func(m *Map, i int) string { return plain(string(m.Graph.Nodes[i].Kind)) }},
	{"label", textValue, func(m *Map, i int) string { return plain(m.Graph.Nodes[i].Label) }},
	{"title", textValue, func(m *Map, i int) string { return plain(m.Graph.Nodes[i].Title) }},
	{"body", textValue, func(m *Map, i int) string { return plain(m.Graph.Nodes[i].Body) }},
	{"date", textValue, func(m *Map, i int) string { return plain(m.Graph.Nodes[i].Date) }},
	{"year", wholeValue, func(m *Map, i int) string { return whole(m.Graph.Nodes[i].Year) }},
	{"link", textValue, func(m *Map, i int) string { return webAddress(&m.Graph.Nodes[i]) }},
	{"in_hand", truthValue, func(m *Map, i int) string { return strconv.FormatBool(m.Graph.Nodes[i].InHand) }},
	{"presence", textValue, func(m *Map, i int) string { return string(m.Graph.Nodes[i].Presence()) }},
	{"title_from", textValue, func(m *Map, i int) string { return m.Graph.Nodes[i].TitleSource() }},
	{"group", wholeValue, func(m *Map, i int) string { return whole(m.groupOf(i)) }},
}

// attributes are the columns of the map: those of the table that any of its
// nodes could fill, and a column for each score under the name of its measure.
func (m *Map) attributes() []attribute {
	var out []attribute
	for _, a := range nodeAttributes {
		switch {
		case a.Name == "group" && len(m.Groups) == 0:
		case a.Name == "title_from" && !slices.ContainsFunc(m.Graph.Nodes, func(n graph.Node) bool { return n.TitleCited }):
		default:
			out = append(out, a)
		}
	}
	for _, s := range m.Scores {
		out = append(out, attribute{plain(s.Name), realValue, func(_ *Map, i int) string {
			return strconv.FormatFloat(s.At(i), 'g', -1, 64)
		}})
	}
	return out
}

// groupOf is the number of the group of node i, 0 where it is in none.
func (m *Map) groupOf(i int) int { return m.Groups[m.Graph.Nodes[i].ID] }

// whole prints a number, and nothing for 0, which stands for unknown.
func whole(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// webAddress is the link of a node where it is one that may be followed. A
// corpus is not to be trusted with any other.
func webAddress(n *graph.Node) string {
	if !linked(n) {
		return ""
	}
	return plain(n.Link)
}

// aliasesOf are the further identifiers of a node.
func aliasesOf(n *graph.Node) []string { return n.Aliases }

// bond is an edge as data formats write it: all edges from one node to another,
// or one of them where the map asks for parallel edges.
type bond struct {
	From, To int
	// Types are the edge types, sorted, and Weights their weights.
	Types   []string
	Weights []int
	// Weight is that of the citation where there is one and else the greatest:
	// a reference that amends also cites, and would count twice in a sum.
	Weight     int
	Treatments []string
	Year       int     // of the citing document, 0 where unknown
	Strength   float64 // of a tie, see Map.Strengths; 0 for other edges
}

// eachBond calls do with the edges of the map in order, parallel ones as one
// unless the map says Multi, until do returns false. The bond is do's until the
// next call.
func (m *Map) eachBond(do func(k int, b *bond) bool) {
	edges := m.Graph.Edges
	var b bond
	for i, k := 0, 0; i < len(edges); k++ {
		e := &edges[i]
		b = bond{From: int(e.From), To: int(e.To), Types: append(b.Types[:0], e.Type.String()), Weights: append(b.Weights[:0], int(e.Weight)),
			Weight: int(e.Weight), Treatments: e.Treatments(), Year: int(e.Year), Strength: m.strength(i)}
		for i++; i < len(edges) && !m.Multi && int(edges[i].From) == b.From && int(edges[i].To) == b.To; i++ {
			b.add(&edges[i])
		}
		if !do(k, &b) {
			return
		}
	}
}

// add joins a parallel edge to a bond.
func (b *bond) add(e *graph.Edge) {
	cited := b.Types[0] == graph.Cites.String()
	b.Types, b.Weights = append(b.Types, e.Type.String()), append(b.Weights, int(e.Weight))
	switch {
	case e.Type == graph.Cites:
		// Types are sorted, so that a citation comes after amends alone.
		b.Types[0], b.Types[len(b.Types)-1] = b.Types[len(b.Types)-1], b.Types[0]
		b.Weights[0], b.Weights[len(b.Weights)-1] = b.Weights[len(b.Weights)-1], b.Weights[0]
		b.Weight = int(e.Weight)
	case !cited:
		b.Weight = max(b.Weight, int(e.Weight))
	}
	b.Treatments = union(b.Treatments, e.Treatments())
}

// union merges two sorted lists without repeats; it changes neither.
func union(a, b []string) []string {
	switch {
	case len(b) == 0:
		return a
	case len(a) == 0:
		return b
	}
	out := make([]string, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			out, a = append(out, a[0]), a[1:]
		case a[0] > b[0]:
			out, b = append(out, b[0]), b[1:]
		default:
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// strength is that of edge i of a map of ties.
func (m *Map) strength(i int) float64 {
	if i >= len(m.Strengths) {
		return 0
	}
	return m.Strengths[i]
}

// edgeAttribute is a column of what the data formats say of an edge.
type edgeAttribute struct {
	Name string
	Type valueType
	Of   func(b *bond) string
	key  string // under which GraphML declares it, apart from those of nodes
}

// edgeAttributes are the columns besides the two ends. Weights, one for each
// type, is empty where there is one type.
var edgeAttributes = []edgeAttribute{
	{"type", textValue, func(b *bond) string { return list(b.Types) }, "edge_type"},
	{"weight", wholeValue, func(b *bond) string { return strconv.Itoa(b.Weight) }, "edge_weight"},
	{"weights", listValue, func(b *bond) string { return b.weights() }, "edge_weights"},
	{"treatments", listValue, func(b *bond) string { return plain(list(b.Treatments)) }, "edge_treatments"},
	{"year", wholeValue, func(b *bond) string { return whole(b.Year) }, "edge_year"},
	{"strength", realValue, func(b *bond) string {
		if b.Strength == 0 {
			return ""
		}
		return strconv.FormatFloat(b.Strength, 'g', -1, 64)
	}, "edge_strength"},
}

// edgeAttributes are the columns that an edge of the map may fill.
func (m *Map) edgeAttributes() []edgeAttribute {
	var out []edgeAttribute
	for _, a := range edgeAttributes {
		if a.Name == "strength" && len(m.Strengths) == 0 || a.Name == "weights" && m.Multi {
			continue
		}
		out = append(out, a)
	}
	return out
}

// list is strings.Join with the separator of lists, without a copy of one part.
func list(parts []string) string {
	if len(parts) == 1 {
		return parts[0]
	}
	return strings.Join(parts, listSeparator)
}

func (b *bond) weights() string {
	if len(b.Weights) < 2 {
		return ""
	}
	parts := make([]string, len(b.Weights))
	for i, w := range b.Weights {
		parts[i] = strconv.Itoa(w)
	}
	return list(parts)
}
