package render

import (
	"fmt"
	"io"
	"math"
	"strings"

	"uncite/graph"
)

// Chains are the shortest citation chains from one node to another, with the
// sentences behind every step.
type Chains struct {
	*graph.Chains
	Quotes Quotes
	Notes  []string
}

// Table writes the chains, and then each step of them once.
func (r *Chains) Table(w io.Writer) error {
	p := newPage(w)
	switch {
	case r.Length < 0:
		p.line("no chain leads from %s to %s", r.From, r.To)
	case r.Length == 0:
		p.line("%s is both ends: there is no step between them", r.From)
	default:
		p.line("%s of %s from %s to %s", r.total(), count(r.Length, "step"), r.From, r.To)
		p.line("")
		for i, chain := range r.Nodes {
			p.line("%4d  %s", i+1, strings.Join(chain, " → "))
		}
		if len(r.Nodes) < r.Total {
			p.line("      and more; --limit 0 lists up to ten thousand")
		}
		r.steps(p)
	}
	p.notes(r.Notes)
	return p.close()
}

func (r *Chains) total() string {
	if r.Total == math.MaxInt {
		return "countless shortest chains"
	}
	return count(r.Total, "shortest chain")
}

func (r *Chains) steps(p page) {
	for i := range r.On.Edges {
		e := &r.On.Edges[i]
		p.head("%s %s", r.On.Nodes[e.From].ID, strings.ToLower(headings[e.Type].out)+" "+name(&r.On.Nodes[e.To]))
		p.citations(&r.Quotes, e)
	}
}

// stepJSON is an edge between two nodes named by their identifiers.
type stepJSON struct {
	From       string         `json:"from"`
	To         string         `json:"to"`
	Type       graph.EdgeType `json:"type"`
	References int            `json:"references"`
	Treatments []string       `json:"treatments"`
	Citations  []citation     `json:"citations"`
}

func (q *Quotes) step(g *graph.Graph, e *graph.Edge) stepJSON {
	return stepJSON{g.Nodes[e.From].ID, g.Nodes[e.To].ID, e.Type, int(e.Weight), present(e.Treatments()), q.citations(e)}
}

// JSON writes the chains as one object; a length of -1 says that there is none.
func (r *Chains) JSON(w io.Writer) error {
	out := struct {
		From   string     `json:"from"`
		To     string     `json:"to"`
		Length int        `json:"length"`
		Total  int        `json:"total"`
		Chains [][]string `json:"chains"`
		Nodes  []nodeJSON `json:"nodes"`
		Steps  []stepJSON `json:"steps"`
		Notes  []string   `json:"notes"`
	}{r.From, r.To, r.Length, r.Total, r.Nodes, []nodeJSON{}, []stepJSON{}, present(r.Notes)}
	if out.Chains == nil {
		out.Chains = [][]string{}
	}
	for i := range r.On.Nodes {
		out.Nodes = append(out.Nodes, asNode(&r.On.Nodes[i]))
	}
	for i := range r.On.Edges {
		out.Steps = append(out.Steps, r.Quotes.step(r.On, &r.On.Edges[i]))
	}
	return writeJSON(w, out)
}

// Nodes of a part of the main path, on one line.
func together(ids []string) string {
	if len(ids) == 1 {
		return ids[0]
	}
	return fmt.Sprintf("{%s}", strings.Join(ids, ", "))
}
