package render

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"uncite/extract/lang"
	"uncite/graph"
	"uncite/graph/profile"
)

// Profile is a node with all that is known of it.
type Profile struct {
	*profile.Profile
	Graph   *graph.Graph
	Titles  map[string]string // by language
	Sources []string          // files that hold the document
	Quotes  Quotes
	Top     int // relations of each sort that a page shows; 0 means all
}

// Table writes the profile as a page.
func (r *Profile) Table(w io.Writer) error {
	p := newPage(w)
	n := &r.Node
	p.line("%s", n.ID)
	if title := cmp.Or(n.PrintedTitle(), n.Label); title != n.ID {
		p.text(0, title)
	}
	p.line("")
	p.field("kind", string(n.Kind))
	for _, alias := range n.Aliases {
		p.field("also", alias)
	}
	p.field("body", n.Body)
	p.field("date", n.When())
	p.field("link", n.Link)
	p.field("in hand", r.inHand())
	for _, code := range lang.Codes {
		if t := r.Titles[code]; t != n.Title {
			p.field("title, "+code, t)
		}
	}
	for _, k := range r.Ranks {
		p.field(k.Measure, placed(k, string(n.Kind)))
	}
	for _, t := range graph.EdgeTypes {
		r.relations(p, headings[t].in, t, r.In)
	}
	for _, t := range graph.EdgeTypes {
		r.relations(p, headings[t].out, t, r.Out)
	}
	neighbours(p, "Cited together with", r.CoCited, "document that cites both", "documents that cite both")
	neighbours(p, "Cites the same as", r.Coupled, "document cited by both", "documents cited by both")
	p.notes(r.Graph.Notes)
	return p.close()
}

// headings name the two ends of each edge type.
var headings = map[graph.EdgeType]struct{ in, out string }{
	graph.AdoptedBy:  {"Adopted", "Adopted by"},
	graph.Amends:     {"Amended by", "Amends"},
	graph.Cites:      {"Cited by", "Cites"},
	graph.IssuedBy:   {"Issued", "Issued by"},
	graph.Mentions:   {"Mentioned by", "Mentions"},
	graph.PartOf:     {"Has as parts", "Part of"},
	graph.Supersedes: {"Superseded by", "Supersedes"},
}

// inHand says whether the corpus holds the node, for what can be held.
func (r *Profile) inHand() string {
	switch {
	case len(r.Sources) > 0:
		return strings.Join(r.Sources, ", ")
	case r.Node.InHand:
		return "yes"
	case r.Node.Link != "":
		return "no, " + string(r.Node.Presence())
	}
	return ""
}

func placed(k profile.Rank, kind string) string {
	score := fmt.Sprintf("%.4g", k.Score)
	if k.Of == 0 {
		return score
	}
	s := fmt.Sprintf("%s, %s of %d, %s of %s", score, ordinal(k.Place), k.Of, ordinal(k.InKind), count(k.OfKind, kind))
	if k.Sharing > 1 {
		s += fmt.Sprintf("; %d share the place", k.Sharing)
	}
	return s
}

// relations writes the edges of a type, in the order of time.
func (r *Profile) relations(p page, heading string, t graph.EdgeType, edges []graph.Edge) {
	list := r.sorted(t, edges)
	if len(list) == 0 {
		return
	}
	references := 0
	for _, e := range list {
		references += int(e.Weight)
	}
	p.head("%s: %s, %s", heading, count(len(list), "node"), count(references, "reference"))
	shown := len(list)
	if r.Top > 0 {
		shown = min(r.Top, shown)
	}
	for i := range list[:shown] {
		e := &list[i]
		p.line("  %s", name(r.other(e)))
		// Whom a document mentions and issues from need no proof at length.
		if t != graph.IssuedBy && (t != graph.Mentions || r.Graph.Nodes[e.To].ID == r.Node.ID) {
			p.citations(&r.Quotes, e)
		}
	}
	if shown < len(list) {
		p.line("  and %d more; --top 0 shows all", len(list)-shown)
	}
}

// sorted are the edges of a type, in the order of the date of the other node.
func (r *Profile) sorted(t graph.EdgeType, edges []graph.Edge) []graph.Edge {
	list := slices.Clone(edges)
	list = slices.DeleteFunc(list, func(e graph.Edge) bool { return e.Type != t })
	slices.SortStableFunc(list, func(a, b graph.Edge) int {
		x, y := r.other(&a), r.other(&b)
		return cmp.Or(cmp.Compare(x.Year, y.Year), cmp.Compare(x.Date, y.Date), cmp.Compare(x.ID, y.ID))
	})
	return list
}

func (r *Profile) other(e *graph.Edge) *graph.Node {
	if n := &r.Graph.Nodes[e.From]; n.ID != r.Node.ID {
		return n
	}
	return &r.Graph.Nodes[e.To]
}

func neighbours(p page, heading string, list []profile.Neighbour, one, many string) {
	if len(list) == 0 {
		return
	}
	p.head("%s", heading)
	for i := range list {
		p.line("  %s", name(&list[i].Node))
		shared := many
		if list[i].Shared == 1 {
			shared = one
		}
		p.line("      %d %s, cosine %.3f", list[i].Shared, shared, list[i].Cosine)
	}
}

// The profile as JSON.
type (
	profileJSON struct {
		nodeJSON
		Titles  map[string]string `json:"titles"`
		Sources []string          `json:"sources"`
		Ranks   []rankJSON        `json:"ranks"`
		In      []relationJSON    `json:"in"`
		Out     []relationJSON    `json:"out"`
		CoCited []neighbourJSON   `json:"cocited"`
		Coupled []neighbourJSON   `json:"coupled"`
		Notes   []string          `json:"notes"`
	}
	rankJSON struct {
		Measure string  `json:"measure"`
		Score   float64 `json:"score"`
		Place   int     `json:"place"`
		Of      int     `json:"of"`
		Sharing int     `json:"sharing"`
		InKind  int     `json:"place_in_kind"`
		OfKind  int     `json:"of_kind"`
	}
	relationJSON struct {
		Type       graph.EdgeType `json:"type"`
		Node       nodeJSON       `json:"node"`
		References int            `json:"references"`
		Treatments []string       `json:"treatments"`
		Citations  []citation     `json:"citations"`
	}
	neighbourJSON struct {
		nodeJSON
		Shared int     `json:"shared"`
		Cosine float64 `json:"cosine"`
	}
)

// JSON writes the profile as one object.
func (r *Profile) JSON(w io.Writer) error {
	out := profileJSON{
		nodeJSON: asNode(&r.Node), Titles: r.Titles, Sources: present(r.Sources),
		In: r.relationsJSON(r.In), Out: r.relationsJSON(r.Out),
		CoCited: neighboursJSON(r.CoCited), Coupled: neighboursJSON(r.Coupled),
		Ranks: []rankJSON{}, Notes: present(r.Graph.Notes),
	}
	if out.Titles == nil {
		out.Titles = map[string]string{}
	}
	for _, k := range r.Ranks {
		out.Ranks = append(out.Ranks, rankJSON(k))
	}
	return writeJSON(w, out)
}

func (r *Profile) relationsJSON(edges []graph.Edge) []relationJSON {
	out := []relationJSON{}
	for _, t := range graph.EdgeTypes {
		for _, e := range r.sorted(t, edges) {
			out = append(out, relationJSON{t, asNode(r.other(&e)), int(e.Weight), present(e.Treatments()), r.Quotes.citations(&e)})
		}
	}
	return out
}

func neighboursJSON(list []profile.Neighbour) []neighbourJSON {
	out := make([]neighbourJSON, len(list))
	for i := range list {
		out[i] = neighbourJSON{asNode(&list[i].Node), list[i].Shared, list[i].Cosine}
	}
	return out
}

// present makes JSON show an empty list as [], not as null.
func present(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
