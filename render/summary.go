package render

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"uncite/graph"
)

// Summary is a graph in figures.
type Summary struct {
	*graph.Summary
	Notes, Warnings []string
}

// Table writes the figures as a page.
func (r *Summary) Table(w io.Writer) error {
	p := newPage(w)
	p.line("%s, of which %d in hand; %s", count(r.Nodes, "node"), r.InHand, count(r.Edges, "edge"))
	p.head("Nodes")
	for _, k := range r.NodesByKind {
		p.line("  %-14s%8d  %d in hand", k.Kind, k.Nodes, k.InHand)
	}
	p.head("Edges")
	for _, t := range r.EdgesByType {
		p.line("  %-14s%8d  %s", t.Type, t.Edges, count(t.References, "reference"))
	}
	r.citations(p)
	p.notes(r.Notes)
	return p.close()
}

func (r *Summary) citations(p page) {
	c := &r.Citations
	p.head("Citations among documents and instruments")
	p.field("nodes, edges", fmt.Sprintf("%d, %d; density %.4g", c.Nodes, c.Edges, c.Density))
	p.field("components", fmt.Sprintf("%s, the largest of %s", count(c.Weak.Count, "connected part"), count(c.Weak.Largest, "node")))
	p.field("circles", circles(c.Cycles))
	p.field("cited by", degrees(&c.InDegree))
	p.field("cites", degrees(&c.OutDegree))
	if c.Age.Known > 0 {
		p.field("age", fmt.Sprintf("mean %.1f years, half-life %.1f, Price index %.1f %%, over %s of known years",
			c.Age.Mean, c.Age.HalfLife, 100*c.Age.PriceIndex, count(c.Age.Known, "citation")))
	}
	p.field("forward", fmt.Sprintf("%s in time", count(c.Forward, "citation")))
	if c.Announced > 0 {
		p.field("announced", fmt.Sprintf("%s of instruments that were adopted later", count(c.Announced, "citation")))
	}
	p.field("missing", fmt.Sprintf("%d of %d cited documents are not in hand, %.1f %%", c.Dangling, c.Cited, 100*c.DanglingShare))
	if len(c.SelfCitation) > 0 {
		p.head("Bodies that cite themselves")
	}
	for _, s := range c.SelfCitation {
		p.line("  %6.1f %%  %s: %d of %s", 100*s.Share, cmp.Or(s.Body, "unknown body"), s.Own, count(s.Cites, "citation"))
	}
}

// circlesShown is how many circles of documents a page names.
const circlesShown = 5

func circles(cycles [][]string) string {
	if len(cycles) == 0 {
		return "none"
	}
	var words []string
	for _, c := range cycles[:min(circlesShown, len(cycles))] {
		words = append(words, together(c))
	}
	if n := len(cycles) - circlesShown; n > 0 {
		words = append(words, fmt.Sprintf("and %d more", n))
	}
	return strings.Join(words, "; ")
}

func degrees(d *graph.Degrees) string {
	s := fmt.Sprintf("mean %.2f, median %g, at most %d", d.Mean, d.Median, d.Max)
	if d.MaxID != "" {
		s += " (" + d.MaxID + ")"
	}
	if f := d.PowerLaw; f != nil {
		s += fmt.Sprintf("; power law of exponent %.2f ± %.2f from %d on, %d in the tail", f.Exponent, f.Error, f.Min, f.Tail)
	}
	return s
}

// JSON writes the figures as one object.
func (r *Summary) JSON(w io.Writer) error {
	return writeJSON(w, struct {
		*graph.Summary
		Notes    []string `json:"notes"`
		Warnings []string `json:"warnings"`
	}{r.Summary, present(r.Notes), present(r.Warnings)})
}
