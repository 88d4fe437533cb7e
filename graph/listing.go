package graph

import (
	"fmt"
	"slices"

	"uncite/extract/record"
)

// Listing is a choice of the nodes that a result lists. It is no filter of the
// graph: what is not listed still counts in the scores of what is.
type Listing struct {
	Note string // what is listed, in words
	of   func(*Graph) func(i int) bool
}

// In returns the test of the nodes of a graph by their indices.
func (l Listing) In(g *Graph) func(i int) bool { return l.of(g) }

// ByNode lists the nodes that pass.
func ByNode(note string, pass func(*Node) bool) Listing {
	return Listing{note, func(g *Graph) func(int) bool { return func(i int) bool { return pass(&g.Nodes[i]) } }}
}

// ListKinds lists the nodes that answer to one of the kinds.
func ListKinds(kinds ...record.Kind) Listing {
	return ByNode("kind "+either(kinds), func(n *Node) bool { return slices.ContainsFunc(kinds, n.Is) })
}

// ListBodies lists the documents that the bodies (entity:…) issued.
func ListBodies(bodies ...string) Listing {
	return ByNode("issued by "+either(bodies), func(n *Node) bool { return n.IsDocument() && slices.Contains(bodies, n.Body) })
}

// ListOtherBodies lists the documents of all bodies but these.
func ListOtherBodies(bodies ...string) Listing {
	return ByNode("issued by others than "+either(bodies), func(n *Node) bool { return n.IsDocument() && !slices.Contains(bodies, n.Body) })
}

// ListYears lists the nodes of the years first to last, 0 standing for no bound.
func ListYears(first, last int) Listing {
	return ByNode(yearsNote(first, last), func(n *Node) bool { return n.within(first, last) })
}

// ListInHand lists the documents that the corpus holds.
func ListInHand() Listing { return ByNode("in hand only", func(n *Node) bool { return n.InHand }) }

// ListReferred lists the nodes to which at least so many references lead.
func ListReferred(least int) Listing {
	return Listing{fmt.Sprintf("at least %d references to it", least), func(g *Graph) func(int) bool {
		references := make([]int, len(g.Nodes))
		for i := range g.Edges {
			if e := &g.Edges[i]; e.Type == Cites || e.Type == Mentions {
				references[e.To] += int(e.Weight)
			}
		}
		return func(i int) bool { return references[i] >= least }
	}}
}

// ListTitles lists the nodes one of whose titles, labels or identifiers holds all
// the words, or fits the regular expression where the pattern is more than words.
// Upper and lower case are alike, and so are the plural, and where a language has
// them the endings of cases and articles that are written as one with the word: a
// regular expression is for what is to stand as it is written. Titles of all languages are looked at where the
// graph was built with AllTitles.
func ListTitles(pattern string) (Listing, error) {
	fits, err := titleTest(pattern)
	if err != nil {
		return Listing{}, err
	}
	return ByNode("title matches "+pattern, func(n *Node) bool { return n.titled(fits) }), nil
}

// Titled is ListTitles as a filter of the graph.
func Titled(pattern string) (Filter, error) {
	fits, err := titleTest(pattern)
	if err != nil {
		return Filter{}, err
	}
	return byNode("title matches "+pattern, func(n *Node) bool { return n.titled(fits) }), nil
}

func (n *Node) titled(fits func(string) bool) bool {
	if fits(n.Title) || fits(n.Label) || fits(n.ID) || slices.ContainsFunc(n.Aliases, fits) {
		return true
	}
	for _, title := range n.Titles {
		if fits(title) {
			return true
		}
	}
	return false
}
