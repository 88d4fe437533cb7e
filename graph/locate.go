package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/symbol"
)

// UnknownNodeError says that what a user typed names no node.
type UnknownNodeError struct {
	Query string
	Read  string   // the identifier it was read as; empty where it is none
	Near  []string // identifiers of nodes that may have been meant, the nearest first
}

func (e *UnknownNodeError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "no node %q", e.Query)
	if e.Read != "" && e.Read != e.Query {
		fmt.Fprintf(&b, ", read as %s,", e.Read)
	}
	b.WriteString(" in the graph")
	if len(e.Near) > 0 {
		b.WriteString("; near it are " + strings.Join(e.Near, ", "))
	}
	return b.String()
}

// Unwrap lets errors.As find the NoNodeError.
func (e *UnknownNodeError) Unwrap() error { return NoNodeError(e.Query) }

// Locate returns the index of the node that a user means: by its identifier,
// by a symbol in any style of print ("60/288", "s/res/1373"), by the name of a
// file, by a label or title, or by any name that the authority table has for
// it. An instrument that was merged with the document that adopted it is found
// there. The error is an *UnknownNodeError. The table may be nil.
func (g *Graph) Locate(query string, table *authority.Table) (int, error) {
	query = strings.TrimSpace(query)
	if i, ok := g.Index(query); ok {
		return i, nil
	}
	unknown := &UnknownNodeError{Query: query}
	if s, err := symbol.Parse(query); err == nil {
		unknown.Read = s.Canonical
		for _, id := range []string{s.Canonical, s.Alias} {
			if i, ok := g.Index(id); ok {
				return i, nil
			}
		}
	}
	if query != "" {
		if i, ok := g.spelled(query, identifiers); ok {
			return i, nil
		}
		if i, ok := g.entry(query, table); ok {
			return i, nil
		}
		if i, ok := g.spelled(query, titles); ok {
			return i, nil
		}
	}
	unknown.Near = g.near(cmp.Or(unknown.Read, query), 5)
	return 0, unknown
}

// naming is what a node may be called by.
type naming func(*Node) string

var (
	identifiers = []naming{
		func(n *Node) string { return n.ID },
		func(n *Node) string { return n.ID[strings.IndexByte(n.ID, ':')+1:] },
	}
	titles = []naming{
		func(n *Node) string { return n.Title },
		func(n *Node) string { return n.Label },
	}
)

// spelled finds the first node whose words are the query, upper and lower case
// alike.
func (g *Graph) spelled(query string, by []naming) (int, bool) {
	for _, of := range by {
		for i := range g.Nodes {
			if strings.EqualFold(of(&g.Nodes[i]), query) {
				return i, true
			}
		}
	}
	return 0, false
}

// entry finds the node of the entry that the table knows by the query.
func (g *Graph) entry(query string, table *authority.Table) (int, bool) {
	if table == nil {
		return 0, false
	}
	for _, e := range table.Search(query) {
		if !called(e, query) {
			continue
		}
		for _, id := range append([]string{e.ID}, e.AdoptedBy...) {
			if i, ok := g.Index(id); ok {
				return i, true
			}
		}
	}
	return 0, false
}

// called tells whether one of the entry's names is the query; names with a star
// stand for many words and count for none.
func called(e *authority.Entry, query string) bool {
	for _, names := range e.Names {
		for _, n := range names {
			if strings.EqualFold(n.Text, query) {
				return true
			}
		}
	}
	return false
}

// near lists the identifiers of the nodes that the query may have meant: those
// that hold it in their identifier, label or title, and those whose identifier
// is the fewest changes of letters away, at most a third of the query's length.
func (g *Graph) near(query string, most int) []string {
	type candidate struct {
		id   string
		away int
	}
	folded := strings.ToLower(query)
	if folded == "" {
		return nil
	}
	var found []candidate
	for i := range g.Nodes {
		n := &g.Nodes[i]
		away := authority.Changes(folded, strings.ToLower(n.ID), len(folded)/3)
		for _, name := range []string{n.ID, n.Label, n.Title} {
			name = strings.ToLower(name)
			away = min(away, authority.Changes(folded, name, len(folded)/3))
			if strings.Contains(name, folded) {
				away = min(away, 1)
			}
		}
		if away <= len(folded)/3 {
			found = append(found, candidate{n.ID, away})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(a.away, b.away) })
	ids := make([]string, 0, most)
	for _, c := range found[:min(most, len(found))] {
		ids = append(ids, c.id)
	}
	return ids
}
