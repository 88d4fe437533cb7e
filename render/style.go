package render

import (
	"maps"
	"math"
	"slices"

	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/graph"
)

// kindStyle says how one kind of node looks. Shape and colour both tell the
// kinds apart, so that a print in grey or an eye that sees no red still can.
// The colours are those of Okabe and Ito, "Color Universal Design" (2008).
type kindStyle struct {
	Kind  record.Kind
	Color string
	Pale  string // the colour behind a label that stands inside the shape
	Shape string // Graphviz node shape
	Glyph string // stands for Shape in a legend made of text
	// Outline is the symbol of radius 1 around the origin, as polygon
	// points; empty for the circle.
	Outline [][2]float64
}

// kindStyles are in the order of the legend.
var kindStyles = []kindStyle{
	{record.Resolution, "#0072B2", "#DCEBF5", "ellipse", "●", nil},
	{record.Decision, "#56B4E9", "#E4F3FC", "box", "■",
		[][2]float64{{-.86, -.86}, {.86, -.86}, {.86, .86}, {-.86, .86}}},
	{record.Report, "#5F5F5F", "#EEEEEE", "note", "▮",
		[][2]float64{{-.72, -1}, {.28, -1}, {.72, -.52}, {.72, 1}, {-.72, 1}}},
	{record.Treaty, "#D55E00", "#FBE5D6", "trapezium", "▲",
		[][2]float64{{0, -1.1}, {1.08, .8}, {-1.08, .8}}},
	{record.Instrument, "#E69F00", "#FDF0D5", "hexagon", "⬢",
		[][2]float64{{0, -1.06}, {.92, -.53}, {.92, .53}, {0, 1.06}, {-.92, .53}, {-.92, -.53}}},
	{record.Entity, "#009E73", "#D9F1EA", "house", "⬟",
		[][2]float64{{0, -1.1}, {1.05, -.34}, {.65, .9}, {-.65, .9}, {-1.05, -.34}}},
	{record.State, "#CC79A7", "#F8E8F0", "diamond", "◆",
		[][2]float64{{0, -1.18}, {1.18, 0}, {0, 1.18}, {-1.18, 0}}},
	{record.Publication, "#7A6A00", "#F8F4C8", "tab", "▬",
		[][2]float64{{-1.1, -.55}, {1.1, -.55}, {1.1, .55}, {-1.1, .55}}},
	{record.Law, "#8B5A2B", "#F1E4D6", "invtrapezium", "▼",
		[][2]float64{{-1.08, -.8}, {1.08, -.8}, {0, 1.1}}},
	{record.Case, "#4B0082", "#E6DDF0", "octagon", "⯃",
		[][2]float64{{-.42, -1}, {.42, -1}, {1, -.42}, {1, .42}, {.42, 1}, {-.42, 1}, {-1, .42}, {-1, -.42}}},
}

// unknownKind draws a node whose kind this table does not know.
var unknownKind = kindStyle{"", "#000000", "#FFFFFF", "plaintext", "○", nil}

func styleOf(k record.Kind) kindStyle {
	for _, s := range kindStyles {
		if s.Kind == k {
			return s
		}
	}
	return unknownKind
}

// edgeStyle says how the edges of one type look.
type edgeStyle struct {
	Type  graph.EdgeType
	Color string
	Style string // Graphviz edge style
	Dash  string // SVG stroke-dasharray
}

// edgeStyles are in the order of the legend. A citation has the colour of
// its tone instead of the one given here.
var edgeStyles = []edgeStyle{
	{graph.Cites, "#777777", "solid", ""},
	{graph.Mentions, "#999999", "dotted", "1 3"},
	{graph.IssuedBy, "#009E73", "dashed", "6 3"},
	{graph.AdoptedBy, "#E69F00", "dashed", "6 3"},
	{graph.PartOf, "#56B4E9", "dashed", "3 2"},
	{graph.Amends, "#CC79A7", "bold", ""},
	{graph.Supersedes, "#000000", "bold", ""},
}

func edgeStyleOf(t graph.EdgeType) edgeStyle {
	for _, s := range edgeStyles {
		if s.Type == t {
			return s
		}
	}
	return edgeStyle{t, "#777777", "solid", ""}
}

// tone is how a picture shows a group of treatments (extract/lang/treatments.tsv):
// by its colour and, for a print in grey, by its dashes and how broad it is.
type tone struct {
	Name  string // the legend's text is the row "tone NAME" of words.tsv
	Color string
	Dash  string  // SVG stroke-dasharray
	Broad float64 // added to the width of the stroke, in pixels
}

// toneLooks are the looks of citations by what their clauses do. What changes a
// document has the colour of the edges that say how.
var toneLooks = map[string]tone{
	"recall":  {Color: "#888888", Dash: "", Broad: -0.1},
	"affirm":  {Color: "#0072B2", Dash: "", Broad: 0.5},
	"request": {Color: "#009E73", Dash: "9 2", Broad: 0.2},
	"change":  {Color: "#CC79A7", Dash: "", Broad: 1},
	"condemn": {Color: "#D55E00", Dash: "4 2", Broad: 0.5},
}

// tones stand in rising order: an edge with several treatments has the look of the
// tone that most of its citations have, of two as frequent that of the last. A citation
// outside a clause has the first.
var tones = func() []tone {
	var list []tone
	for _, name := range lang.Tones() {
		t := toneLooks[name]
		t.Name = name
		list = append(list, t)
	}
	return list
}()

// toneOf is the place of each treatment's tone in tones.
var toneOf = func() map[string]int {
	m := map[string]int{}
	for _, t := range lang.TreatmentTable() {
		m[t.Name] = slices.Index(lang.Tones(), t.Tone)
	}
	return m
}()

// edgeTone returns the index into tones of an edge; 0 for all but citations.
func edgeTone(e *graph.Edge) int {
	if e.Type != graph.Cites {
		return 0
	}
	// Without a slice of its own: a large graph asks for every edge.
	var some [8]int32
	often, main, times := append(some[:0], make([]int32, len(tones))...), 0, e.Times()
	for i, t := range e.Treatments() {
		if times == nil {
			often[toneOf[t]]++
			continue
		}
		often[toneOf[t]] += times[i]
	}
	for i, n := range often {
		if n > 0 && n >= often[main] {
			main = i
		}
	}
	return main
}

func edgeColor(e *graph.Edge) string {
	if e.Type == graph.Cites {
		return tones[edgeTone(e)].Color
	}
	return edgeStyleOf(e.Type).Color
}

// edgeDash is the stroke-dasharray of an edge.
func edgeDash(e *graph.Edge) string {
	if e.Type == graph.Cites {
		return tones[edgeTone(e)].Dash
	}
	return edgeStyleOf(e.Type).Dash
}

// edgeWidth is the width of its stroke in pixels: it rises with the references.
func edgeWidth(e *graph.Edge) float64 {
	width := 1.1 + 0.5*math.Log2(float64(max(1, e.Weight)))
	if e.Type == graph.Cites {
		width += tones[edgeTone(e)].Broad
	}
	return min(width, 4)
}

// presenceStyle says how nodes look that are in a graph in one of the ways: a
// text in hand is filled, all else is hollow.
type presenceStyle struct {
	Presence graph.Presence
	Fill     string // Graphviz node style, which the row "look PRESENCE" of words.tsv puts in words
	Dash     string // SVG stroke-dasharray of the outline
}

// presenceStyles are in the order of the legend.
var presenceStyles = []presenceStyle{
	{graph.PresentInHand, "filled", ""},
	{graph.PresentCited, "filled,dashed", ""},
	{graph.PresentTabled, "filled,dotted", "1.5 2.5"},
}

func presenceStyleOf(p graph.Presence) presenceStyle {
	for _, s := range presenceStyles {
		if s.Presence == p {
			return s
		}
	}
	return presenceStyles[0]
}

// legend lists the styles that a graph makes use of, in the tables' order.
type legend struct {
	Kinds     []kindStyle
	Edges     []edgeStyle
	Tones     []tone
	Presences []presenceStyle
}

func legendOf(g *graph.Graph) legend {
	var l legend
	kinds, types, used, ways := map[record.Kind]bool{}, map[graph.EdgeType]bool{}, map[int]bool{}, map[graph.Presence]bool{}
	for i := range g.Nodes {
		kinds[g.Nodes[i].Kind] = true
		ways[g.Nodes[i].Presence()] = true
	}
	for i := range g.Edges {
		types[g.Edges[i].Type] = true
		if g.Edges[i].Type == graph.Cites {
			used[edgeTone(&g.Edges[i])] = true
		}
	}
	for _, s := range kindStyles {
		if kinds[s.Kind] {
			l.Kinds = append(l.Kinds, s)
		}
	}
	for _, s := range presenceStyles {
		if ways[s.Presence] && (len(ways) > 1 || s.Presence != graph.PresentInHand) {
			l.Presences = append(l.Presences, s)
		}
	}
	for _, s := range edgeStyles {
		if types[s.Type] {
			l.Edges = append(l.Edges, s)
			delete(types, s.Type)
		}
	}
	for _, t := range slices.Sorted(maps.Keys(types)) {
		l.Edges = append(l.Edges, edgeStyleOf(t)) // ties
	}
	for i, t := range tones {
		if used[i] && len(used) > 1 {
			l.Tones = append(l.Tones, t)
		}
	}
	return l
}
