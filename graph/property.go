package graph

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	property "github.com/dominikbraun/graph"
)

// ErrReadOnly is returned where something would change a property view.
var ErrReadOnly = errors.New("graph: a property view is read-only")

// Property returns the property graph of the edges of the given types, of all
// edges where none is given: vertices are Nodes under their identifiers, and
// there is one edge between two vertices. Its weight is the sum of the weights
// of the edges it stands for, its Data are those edges as []Edge, and its
// attributes are "type" and "treatments" (sorted, separated by spaces) and
// "year". A vertex has the attributes kind, label, title, body, date, year,
// link, inhand and presence.
//
// The view shares g, which must not change, and is itself read-only. The
// library's algorithms first copy all edges of a view into maps, so that it is
// for selections of up to some hundred thousand edges; on whole corpora Kernel
// is.
func (g *Graph) Property(types ...EdgeType) property.Graph[string, Node] {
	return property.NewWithStore(func(n Node) string { return n.ID }, newStore(g, types), property.Directed())
}

// store shows a Graph to github.com/dominikbraun/graph. Edges are sorted, so
// that those of two nodes stand together: pairs holds where each such run
// begins, and the end of the last.
type store struct {
	g     *Graph
	edges []Edge
	pairs []int
}

var _ property.Store[string, Node] = (*store)(nil)

func newStore(g *Graph, types []EdgeType) *store {
	s := &store{g: g, edges: g.Edges}
	if len(types) > 0 {
		s.edges = nil
		for _, e := range g.Edges {
			if chosen(types, e.Type) {
				s.edges = append(s.edges, e)
			}
		}
	}
	for i, e := range s.edges {
		if i == 0 || s.edges[i-1].From != e.From || s.edges[i-1].To != e.To {
			s.pairs = append(s.pairs, i)
		}
	}
	s.pairs = append(s.pairs, len(s.edges))
	return s
}

// Vertex returns the node of an identifier.
func (s *store) Vertex(id string) (Node, property.VertexProperties, error) {
	i, ok := s.g.Index(id)
	if !ok {
		return Node{}, property.VertexProperties{}, property.ErrVertexNotFound
	}
	n := s.g.Nodes[i]
	return n, property.VertexProperties{Attributes: n.attributes()}, nil
}

func (n *Node) attributes() map[string]string {
	return map[string]string{
		"kind": string(n.Kind), "label": n.Label, "title": n.Title, "body": n.Body, "date": n.Date,
		"year": year(n.Year), "link": n.Link, "inhand": strconv.FormatBool(n.InHand),
		"presence": string(n.Presence()),
	}
}

// year prints a year, and nothing where it is unknown.
func year(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}

// ListVertices returns the identifiers in order.
func (s *store) ListVertices() ([]string, error) {
	ids := make([]string, len(s.g.Nodes))
	for i, n := range s.g.Nodes {
		ids[i] = n.ID
	}
	return ids, nil
}

// VertexCount returns the number of nodes.
func (s *store) VertexCount() (int, error) { return len(s.g.Nodes), nil }

// EdgeCount returns the number of pairs of nodes that edges join.
func (s *store) EdgeCount() (int, error) { return len(s.pairs) - 1, nil }

// ListEdges returns the edges in order.
func (s *store) ListEdges() ([]property.Edge[string], error) {
	list := make([]property.Edge[string], len(s.pairs)-1)
	for i := range list {
		list[i] = s.pair(i)
	}
	return list, nil
}

// Edge returns the edge between two nodes.
func (s *store) Edge(source, target string) (property.Edge[string], error) {
	from, ok := s.g.Index(source)
	to, ok2 := s.g.Index(target)
	if !ok || !ok2 {
		return property.Edge[string]{}, property.ErrEdgeNotFound
	}
	starts := s.pairs[:len(s.pairs)-1]
	i, found := slices.BinarySearchFunc(starts, [2]int32{int32(from), int32(to)}, func(at int, want [2]int32) int {
		e := &s.edges[at]
		return cmp.Or(cmp.Compare(e.From, want[0]), cmp.Compare(e.To, want[1]))
	})
	if !found {
		return property.Edge[string]{}, property.ErrEdgeNotFound
	}
	return s.pair(i), nil
}

// pair puts the edges of the ith pair of nodes together.
func (s *store) pair(i int) property.Edge[string] {
	edges := s.edges[s.pairs[i]:s.pairs[i+1]]
	weight := 0
	var types, treatments []string
	for _, e := range edges {
		weight += int(e.Weight)
		types = append(types, e.Type.String())
		treatments = append(treatments, e.Treatments()...)
	}
	slices.Sort(treatments)
	treatments = slices.Compact(treatments)
	return property.Edge[string]{
		Source: s.g.Nodes[edges[0].From].ID,
		Target: s.g.Nodes[edges[0].To].ID,
		Properties: property.EdgeProperties{
			Weight: weight,
			Data:   edges,
			Attributes: map[string]string{
				"type":       strings.Join(types, " "),
				"treatments": strings.Join(treatments, " "),
				"year":       year(int(edges[0].Year)),
			},
		},
	}
}

// AddVertex fails: a view is read-only. So do the four methods after it.
func (s *store) AddVertex(string, Node, property.VertexProperties) error { return ErrReadOnly }

// RemoveVertex fails.
func (s *store) RemoveVertex(string) error { return ErrReadOnly }

// AddEdge fails.
func (s *store) AddEdge(string, string, property.Edge[string]) error { return ErrReadOnly }

// UpdateEdge fails.
func (s *store) UpdateEdge(string, string, property.Edge[string]) error { return ErrReadOnly }

// RemoveEdge fails.
func (s *store) RemoveEdge(string, string) error { return ErrReadOnly }
