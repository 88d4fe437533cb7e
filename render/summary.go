package render

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"uncite/graph"
	"uncite/graph/report"
)

// Summary is a graph in figures.
type Summary struct {
	*graph.Summary
	Read            report.Read // the texts behind it
	Notes, Warnings []string
}

// Table writes the figures as a page.
func (r *Summary) Table(w io.Writer) error {
	p := newPage(w)
	p.line("%s, of which %d in hand; %s", count(r.Nodes, "node"), r.InHand, count(r.Edges, "edge"))
	r.texts(p)
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

// versionsShown is how many documents of several texts a page lists, and how many
// texts of each.
const versionsShown = 10

// texts says what was read, and what was taken for versions of what.
func (r *Summary) texts(p page) {
	if len(r.Read.Formats)+len(r.Versions) == 0 {
		return
	}
	p.head("Texts")
	for _, c := range []struct {
		name string
		of   map[string]int
	}{{"formats", r.Read.Formats}, {"encodings", r.Read.Encodings}, {"languages", r.Read.Languages}} {
		if line := countsOf(c.of); line != "" {
			p.field(c.name, line)
		}
	}
	if n := len(r.Read.Replaced); n > 0 {
		var names []string
		total := 0
		for i, f := range r.Read.Replaced {
			if total += f.Count; i < versionsShown {
				names = append(names, fmt.Sprintf("%s %d", f.Source, f.Count))
			}
		}
		p.field("replaced", fmt.Sprintf("%s that no encoding knows: %s", count(total, "byte"), enumerate(names, n)))
	}
	if len(r.Versions) == 0 {
		return
	}
	texts := 0
	for _, v := range r.Versions {
		texts += len(v.Texts)
	}
	p.field("versions", fmt.Sprintf("%s of %s, each one node", count(texts, "text"), count(len(r.Versions), "document")))
	for _, v := range r.Versions[:min(versionsShown, len(r.Versions))] {
		var names []string
		for _, t := range v.Texts[:min(versionsShown, len(v.Texts))] {
			names = append(names, t.Source+" ("+t.Lang+")")
		}
		p.line("  %s", isolate(plain(v.ID+": "+enumerate(names, len(v.Texts)))))
	}
	if n := len(r.Versions) - versionsShown; n > 0 {
		p.line("  and %d more; --format json lists all", n)
	}
}

// enumerate prints the first of so many names.
func enumerate(names []string, all int) string {
	s := strings.Join(names, ", ")
	if n := all - len(names); n > 0 {
		s += fmt.Sprintf(" and %d more", n)
	}
	return s
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
		Read     report.Read `json:"read"`
		Notes    []string    `json:"notes"`
		Warnings []string    `json:"warnings"`
	}{r.Summary, r.Read, present(r.Notes), present(r.Warnings)})
}
