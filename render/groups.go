package render

import (
	"io"

	"uncite/graph/group"
)

// Groups is a graph in groups of documents that belong together.
type Groups struct {
	*group.Division
	Top   int // members of each group that a table shows; 0 means all
	Notes []string
}

// Table writes each group with its most central members.
func (r *Groups) Table(w io.Writer) error {
	p := newPage(w)
	for i := range r.Groups {
		g := &r.Groups[i]
		p.line("%3d  %s  (%s)", g.Number, isolate(plain(g.Name)), count(len(g.Members), "node"))
		shown := len(g.Members)
		if r.Top > 0 {
			shown = min(r.Top, shown)
		}
		for k := range g.Members[:shown] {
			p.line("     %6g  %s", g.Members[k].Ties, name(&g.Members[k].Node))
		}
		if n := len(g.Members) - shown; n > 0 {
			p.line("             and %d more; --top 0 shows all", n)
		}
		p.line("")
	}
	p.line("%s", r.Note())
	for _, n := range r.Notes {
		p.line("%s", plain(n))
	}
	return p.close()
}

// CSV writes a row for each member of each group.
func (r *Groups) CSV(w io.Writer) error {
	l := &Listing{Columns: []Column{{Name: "group"}, {Name: "name"}, {Name: "id"}, {Name: "kind"}, {Name: "title"}, {Name: "date"}, {Name: "ties"}}}
	for _, g := range r.Groups {
		for _, m := range g.Members {
			l.Rows = append(l.Rows, []any{g.Number, g.Name, m.ID, string(m.Kind), m.Title, m.When(), m.Ties})
		}
	}
	return l.CSV(w)
}

// JSON writes the division as one object.
func (r *Groups) JSON(w io.Writer) error {
	type member struct {
		nodeJSON
		Ties float64 `json:"ties"`
	}
	type one struct {
		Number  int      `json:"group"`
		Name    string   `json:"name"`
		Members []member `json:"members"`
	}
	out := struct {
		On         group.On `json:"on"`
		Resolution float64  `json:"resolution"`
		Modularity float64  `json:"modularity"`
		Alone      int      `json:"alone"`
		Groups     []one    `json:"groups"`
		Notes      []string `json:"notes"`
	}{r.On, r.Resolution, r.Modularity, r.Alone, []one{}, present(r.Notes)}
	for _, g := range r.Groups {
		o := one{Number: g.Number, Name: g.Name}
		for i := range g.Members {
			o.Members = append(o.Members, member{asNode(&g.Members[i].Node), g.Members[i].Ties})
		}
		out.Groups = append(out.Groups, o)
	}
	return writeJSON(w, out)
}
