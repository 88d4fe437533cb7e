package graph

import (
	"cmp"
	"context"
	"slices"

	"uncite/extract/record"
	"uncite/graph/csr"
	"uncite/graph/measure"
)

// Summary is the graph in figures. The figures on citations are those of the
// edges of type Cites and of the nodes that are in hand or that such an edge
// touches.
type Summary struct {
	Nodes       int         `json:"nodes"`
	InHand      int         `json:"in_hand"`
	Edges       int         `json:"edges"`
	NodesByKind []KindCount `json:"nodes_by_kind"`
	EdgesByType []TypeCount `json:"edges_by_type"`
	// Versions are the documents in hand that several texts of the corpus were
	// taken for, by identifier.
	Versions  []Versions `json:"versions"`
	Citations Citations  `json:"citations"`
}

// Versions are the texts that were taken for versions of one document.
type Versions struct {
	ID    string `json:"id"`
	Texts []Text `json:"texts"`
}

// KindCount is the number of nodes of a kind.
type KindCount struct {
	Kind   record.Kind `json:"kind"`
	Nodes  int         `json:"nodes"`
	InHand int         `json:"in_hand"`
}

// TypeCount is the number of edges of a type and of the references behind them.
type TypeCount struct {
	Type       EdgeType `json:"type"`
	Edges      int      `json:"edges"`
	References int      `json:"references"` // sum of the weights
}

// Citations are the figures of the citation network.
type Citations struct {
	Nodes int `json:"nodes"`
	Edges int `json:"edges"`
	// Density is Edges / (Nodes · (Nodes - 1)), 0 below two nodes.
	Density float64    `json:"density"`
	Weak    Components `json:"weak"`
	Strong  Components `json:"strong"`
	// Cycles are the strong components of more than one node: documents
	// that cite each other, by one way or several. Identifiers are sorted.
	Cycles    [][]string `json:"cycles"`
	InDegree  Degrees    `json:"in_degree"`
	OutDegree Degrees    `json:"out_degree"`
	Age       Age        `json:"age"`
	// SelfCitation has a row for each body whose documents cite.
	SelfCitation []SelfCitation `json:"self_citation"`
	// Cited are the UN documents that others cite; Dangling those of them
	// that are not in hand, and DanglingShare their share, 0 where none is
	// cited.
	Cited         int     `json:"cited"`
	Dangling      int     `json:"dangling"`
	DanglingShare float64 `json:"dangling_share"`
	// Forward is the number of citations that point forward in time.
	Forward int `json:"forward"`
	// Announced is the number of citations of instruments, by their titles, that
	// were adopted later than the citing document; Forward leaves them out.
	Announced int `json:"announced"`
}

// Components are the connected components of a graph.
type Components struct {
	Count   int `json:"count"`
	Largest int `json:"largest"` // nodes of the largest
}

// Degrees is a degree distribution. Nodes of degree 0 count in the mean and the
// median, not in the fit.
type Degrees struct {
	Mean         float64       `json:"mean"`
	Median       float64       `json:"median"`
	Max          int           `json:"max"`
	MaxID        string        `json:"max_id"` // the first by identifier that has it
	Distribution []DegreeCount `json:"distribution"`
	PowerLaw     *PowerLaw     `json:"power_law"` // nil where there is too little to fit
}

// DegreeCount is the number of nodes of a degree.
type DegreeCount struct {
	Degree int `json:"degree"`
	Nodes  int `json:"nodes"`
}

// Age tells how old what is cited is when it is cited, in years, over the
// citations both of whose years are known; those that point forward count as
// of age 0.
type Age struct {
	Known int     `json:"known"` // number of such citations
	Mean  float64 `json:"mean"`
	// HalfLife is the median age, interpolated within the year: the time
	// within which half of what is cited was issued (Burton and Kebler, The
	// half-life of some scientific and technical literatures, American
	// Documentation 11 (1960)).
	HalfLife float64 `json:"half_life"`
	// PriceIndex is the share of citations of age 5 or less (Price,
	// Citation measures of hard science, soft science, technology, and
	// nonscience, 1970).
	PriceIndex float64 `json:"price_index"`
}

// SelfCitation tells how often documents of a body cite documents of the same
// body, among those of their citations whose target has a known body.
type SelfCitation struct {
	Body  string  `json:"body"`
	Cites int     `json:"cites"`
	Own   int     `json:"own"`
	Share float64 `json:"share"`
}

// Summarize counts a graph. Every figure is defined for an empty graph, and is
// then 0.
func Summarize(g *Graph) *Summary {
	s := &Summary{Nodes: len(g.Nodes), Edges: len(g.Edges)}
	s.NodesByKind = g.countKinds()
	for _, k := range s.NodesByKind {
		s.InHand += k.InHand
	}
	s.EdgesByType = g.countTypes()
	s.Versions = g.versions()
	network := g.cut(func(int) bool { return true }, func(e *Edge) bool { return e.Type == Cites }).touched()
	s.Citations = network.citations()
	return s
}

func (g *Graph) versions() []Versions {
	out := []Versions{}
	for i := range g.Nodes {
		if n := &g.Nodes[i]; len(n.Texts) > 1 {
			out = append(out, Versions{n.ID, n.Texts})
		}
	}
	return out
}

func (g *Graph) countKinds() []KindCount {
	var rows []KindCount
	for _, kind := range allKinds {
		row := KindCount{Kind: kind}
		for _, n := range g.Nodes {
			if n.Kind == kind {
				row.Nodes++
				if n.InHand {
					row.InHand++
				}
			}
		}
		if row.Nodes > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

func (g *Graph) countTypes() []TypeCount {
	var rows []TypeCount
	for _, t := range EdgeTypes {
		row := TypeCount{Type: t}
		for i := range g.Edges {
			if g.Edges[i].Type == t {
				row.Edges++
				row.References += int(g.Edges[i].Weight)
			}
		}
		if row.Edges > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

// citations counts a graph all of whose edges are citations.
func (g *Graph) citations() Citations {
	k := g.Kernel()
	c := Citations{Nodes: k.N(), Edges: k.Arcs()}
	warnings, announced := g.forwardCitations()
	c.Forward, c.Announced = len(warnings), announced
	if n := float64(k.N()); n > 1 {
		c.Density = float64(k.Arcs()) / (n * (n - 1))
	}
	_, weak := k.WeakParts()
	c.Weak = components(weak)
	c.Cycles, c.Strong = g.cycles(k)
	c.InDegree = g.degrees(k.In)
	c.OutDegree = g.degrees(k.Out)
	c.Age = g.age()
	c.SelfCitation = g.selfCitation()
	for i, n := range g.Nodes {
		if !n.IsDocument() || len(k.In(uint32(i))) == 0 {
			continue
		}
		if c.Cited++; !n.InHand {
			c.Dangling++
		}
	}
	c.DanglingShare = share(c.Dangling, c.Cited)
	return c
}

func components(sizes []int) Components {
	c := Components{Count: len(sizes)}
	for _, n := range sizes {
		c.Largest = max(c.Largest, n)
	}
	return c
}

// cycles names the strong components of more than one node and measures all.
func (g *Graph) cycles(k *csr.Graph) ([][]string, Components) {
	// Without an end of the context there is no error.
	parts, _ := measure.StrongParts(context.Background(), k)
	var cycles [][]string
	var sizes []int
	for _, part := range parts {
		sizes = append(sizes, len(part))
		if len(part) < 2 {
			continue
		}
		ids := make([]string, len(part))
		for i, v := range part {
			ids[i] = g.Nodes[v].ID
		}
		slices.Sort(ids)
		cycles = append(cycles, ids)
	}
	slices.SortFunc(cycles, slices.Compare)
	return cycles, components(sizes)
}

func (g *Graph) degrees(row func(uint32) []uint32) Degrees {
	var d Degrees
	values := make([]int, len(g.Nodes))
	sum := 0
	for i := range values {
		values[i] = len(row(uint32(i)))
		sum += values[i]
		if values[i] > d.Max {
			d.Max, d.MaxID = values[i], g.Nodes[i].ID
		}
	}
	if len(values) == 0 {
		return d
	}
	d.Mean = float64(sum) / float64(len(values))
	if fit, ok := FitPowerLaw(values); ok {
		d.PowerLaw = &fit
	}
	slices.Sort(values)
	d.Median = float64(values[len(values)/2]+values[(len(values)-1)/2]) / 2
	for _, v := range values {
		if last := len(d.Distribution) - 1; last >= 0 && d.Distribution[last].Degree == v {
			d.Distribution[last].Nodes++
		} else {
			d.Distribution = append(d.Distribution, DegreeCount{v, 1})
		}
	}
	return d
}

func (g *Graph) age() Age {
	var a Age
	count := map[int]int{}
	sum, recent := 0, 0
	for _, e := range g.Edges {
		to := g.Nodes[e.To].Year
		if e.Year == 0 || to == 0 {
			continue
		}
		age := max(int(e.Year)-to, 0)
		a.Known++
		count[age]++
		sum += age
		if age <= 5 {
			recent++
		}
	}
	if a.Known == 0 {
		return a
	}
	a.Mean = float64(sum) / float64(a.Known)
	a.PriceIndex = share(recent, a.Known)
	half, seen := float64(a.Known)/2, 0.0
	for _, age := range sortedKeys(count) {
		n := float64(count[age])
		if seen+n >= half {
			a.HalfLife = float64(age) + (half-seen)/n
			break
		}
		seen += n
	}
	return a
}

func (g *Graph) selfCitation() []SelfCitation {
	rows := map[string]SelfCitation{}
	for _, e := range g.Edges {
		from, to := g.Nodes[e.From].Body, g.Nodes[e.To].Body
		if from == "" || to == "" {
			continue
		}
		row := rows[from]
		row.Body = from
		row.Cites++
		if from == to {
			row.Own++
		}
		rows[from] = row
	}
	var list []SelfCitation
	for _, body := range sortedKeys(rows) {
		row := rows[body]
		row.Share = share(row.Own, row.Cites)
		list = append(list, row)
	}
	return list
}

// share is part of whole, 0 where there is nothing.
func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// MissingRow is a UN document that the corpus cites and does not hold.
type MissingRow struct {
	Node
	References int // sum of the weights of the citations
	Documents  int // number of documents that cite it
}

// Missing lists the UN documents that are cited but not in hand, those of most
// references first, then of most documents, then by identifier. Their Link says
// where to fetch them.
func (g *Graph) Missing(listings ...Listing) []MissingRow {
	rows := make([]MissingRow, len(g.Nodes))
	for i := range g.Edges {
		if e := &g.Edges[i]; e.Type == Cites {
			rows[e.To].References += int(e.Weight)
			rows[e.To].Documents++
		}
	}
	tests := make([]func(int) bool, len(listings))
	for k, l := range listings {
		tests[k] = l.In(g)
	}
	var missing []MissingRow
	for i, n := range g.Nodes {
		if slices.ContainsFunc(tests, func(test func(int) bool) bool { return !test(i) }) {
			continue
		}
		if rows[i].Documents > 0 && n.IsDocument() && !n.InHand {
			rows[i].Node = n
			missing = append(missing, rows[i])
		}
	}
	slices.SortFunc(missing, func(a, b MissingRow) int {
		return cmp.Or(cmp.Compare(b.References, a.References), cmp.Compare(b.Documents, a.Documents),
			cmp.Compare(a.ID, b.ID))
	})
	return missing
}
