package render

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"

	"uncite/graph"
	"uncite/graph/measure"
)

// MainPath is the main path of a citation graph, with the sentences behind
// every step.
type MainPath struct {
	*measure.Main
	Graph   *graph.Graph
	Types   []graph.EdgeType // edges that make its arcs
	Weights measure.Traversal
	Search  measure.Search
	// Ties is the number of paths of this weight, of which one is shown; 1 or less
	// where there is no other, or all are shown.
	Ties   int
	Quotes Quotes
}

// Edges returns the edges of the graph behind all steps of the path.
func (r *MainPath) Edges() []*graph.Edge {
	var edges []*graph.Edge
	for _, s := range r.Steps {
		edges = append(edges, r.between(s)...)
	}
	return edges
}

// between are the edges from the citing part of a step to the cited one.
func (r *MainPath) between(s measure.Step) []*graph.Edge {
	var edges []*graph.Edge
	for _, u := range r.Parts[s.To] {
		out := r.Graph.Out(int(u))
		for i := range out {
			e := &out[i]
			if slices.Contains(r.Types, e.Type) && slices.Contains(r.Parts[s.From], uint32(e.To)) {
				edges = append(edges, e)
			}
		}
	}
	return edges
}

// ids are the identifiers of a part.
func (r *MainPath) ids(part int) []string {
	ids := make([]string, len(r.Parts[part]))
	for i, v := range r.Parts[part] {
		ids[i] = r.Graph.Nodes[v].ID
	}
	return ids
}

// notes say what was searched and how circles were taken.
func (r *MainPath) notes() []string {
	notes := []string{"main path by " + string(r.Weights) + ", " + string(r.Search) + " search: " + count(len(r.Parts), "part") +
		", " + count(len(r.Steps), "step")}
	switch {
	case r.Ties == math.MaxInt:
		notes = append(notes, "one of countless paths of equal weight; --ties shows all that they share and not")
	case r.Ties > 1:
		notes = append(notes, fmt.Sprintf("one of %d paths of equal weight; --ties shows all", r.Ties))
	}
	if len(r.Parts) == 0 {
		notes = append(notes, "no two documents of the graph are joined by a citation")
	}
	return append(append(notes, cmp.Or(r.Note, "no documents cite each other in a circle: nothing was condensed")), r.Graph.Notes...)
}

// Table writes the documents of the path, the cited before the citing, and then
// every step with its sentences.
func (r *MainPath) Table(w io.Writer) error {
	p := newPage(w)
	for i, part := range r.Parts {
		for k, v := range part {
			if k == 0 {
				p.line("%4d  %s", i+1, name(&r.Graph.Nodes[v]))
			} else {
				p.line("      %s", name(&r.Graph.Nodes[v]))
			}
		}
	}
	for _, s := range r.Steps {
		p.head("%s → %s  (weight %.3g of the heaviest)", together(r.ids(s.To)), together(r.ids(s.From)), s.Share)
		for _, e := range r.between(s) {
			if len(r.Parts[s.To])*len(r.Parts[s.From]) > 1 {
				p.line("    %s → %s", r.Graph.Nodes[e.From].ID, r.Graph.Nodes[e.To].ID)
			}
			p.citations(&r.Quotes, e)
		}
	}
	p.notes(r.notes())
	return p.close()
}

// JSON writes the path as one object. From and to of its steps are the citing
// and the cited part, by their place in parts.
func (r *MainPath) JSON(w io.Writer) error {
	type step struct {
		From  int        `json:"from"`
		To    int        `json:"to"`
		Share float64    `json:"share"`
		Log10 float64    `json:"log10"`
		Edges []stepJSON `json:"edges"`
	}
	out := struct {
		Weights measure.Traversal `json:"weights"`
		Search  measure.Search    `json:"search"`
		Parts   [][]nodeJSON      `json:"parts"`
		Steps   []step            `json:"steps"`
		Ties    int               `json:"ties"`
		Notes   []string          `json:"notes"`
	}{r.Weights, r.Search, make([][]nodeJSON, len(r.Parts)), []step{}, r.Ties, r.notes()}
	for i, part := range r.Parts {
		for _, v := range part {
			out.Parts[i] = append(out.Parts[i], asNode(&r.Graph.Nodes[v]))
		}
	}
	for _, s := range r.Steps {
		one := step{s.To, s.From, s.Share, s.Log10, []stepJSON{}}
		for _, e := range r.between(s) {
			one.Edges = append(one.Edges, r.Quotes.step(r.Graph, e))
		}
		out.Steps = append(out.Steps, one)
	}
	return writeJSON(w, out)
}
