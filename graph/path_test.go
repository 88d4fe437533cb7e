package graph

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	property "github.com/dominikbraun/graph"
	"github.com/google/go-cmp/cmp"

	"uncite/extract/record"
)

// arrows builds a graph of citations between documents named by one letter
// each: "ab" says that a cites b.
func arrows(list ...string) *Graph {
	var refs []record.Reference
	for _, arrow := range list {
		refs = append(refs, ref(arrow[:1], arrow[1:]))
	}
	return Build(refs, BuildOptions{})
}

func TestChains(t *testing.T) {
	diamonds := arrows("ab", "ac", "bd", "cd", "de", "df", "eg", "fg", "ax", "xy", "yz", "zg")
	tests := []struct {
		protects string
		g        *Graph
		from, to string
		limit    int
		length   int
		total    int
		want     []string
	}{
		{"all shortest chains, in order", diamonds, "a", "g", 0, 4, 5, []string{"abdeg", "abdfg", "acdeg", "acdfg", "axyzg"}},
		{"the limit cuts the list, not the count", diamonds, "a", "g", 2, 4, 5, []string{"abdeg", "abdfg"}},
		{"one citation is a chain", diamonds, "a", "b", 0, 1, 1, []string{"ab"}},
		{"a node leads to itself in no step", diamonds, "a", "a", 0, 0, 1, []string{"a"}},
		{"citations are followed one way only", diamonds, "g", "a", 0, -1, 0, nil},
		{"a cycle does not hold the search", arrows("ab", "ba", "bc"), "a", "c", 0, 2, 1, []string{"abc"}},
	}
	for _, test := range tests {
		c, err := test.g.Chains(test.from, test.to, test.limit)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, chain := range c.Nodes {
			word := ""
			for _, id := range chain {
				word += id
			}
			got = append(got, word)
		}
		if c.Length != test.length || c.Total != test.total || !slices.Equal(got, test.want) {
			t.Errorf("%s: length %d, total %d, %v", test.protects, c.Length, c.Total, got)
		}
	}
}

func TestChainsEdgeTypes(t *testing.T) {
	g := Build([]record.Reference{
		ref("a", "b"), ref("b", "c"), ref("a", strategy),
	}, BuildOptions{Knowledge: table{strategy: {AdoptedBy: []string{"c"}}}})
	cites, err := g.Chains("a", "c", 0, Cites)
	if err != nil {
		t.Fatal(err)
	}
	any, err := g.Chains("a", "c", 0)
	if err != nil {
		t.Fatal(err)
	}
	if cites.Total != 1 || any.Total != 2 {
		t.Errorf("%d chains of citations and %d of any edges, want 1 and 2", cites.Total, any.Total)
	}
	if diff := cmp.Diff([]string{"a cites b ×1 [recall]", "b cites c ×1 [recall]"}, edges(cites.On)); diff != "" {
		t.Errorf("the chain's own edges (-want +got)\n%s", diff)
	}
}

func TestMissingNode(t *testing.T) {
	g := arrows("ab")
	var missing NoNodeError
	if _, err := g.Chains("a", "q", 0); !errors.As(err, &missing) || missing != "q" {
		t.Errorf("chains to q: %v", err)
	}
	if _, err := g.Chains("q", "a", 0); !errors.As(err, &missing) {
		t.Errorf("chains from q: %v", err)
	}
	if _, err := g.Chains("q", "a", 0); !errors.As(err, &missing) {
		t.Errorf("reachable from q: %v", err)
	}
	if _, err := g.Select(Around("q", 1, Both)); !errors.As(err, &missing) {
		t.Errorf("around q: %v", err)
	}
}

// TestManyChains has 2^300 shortest chains: they are counted as far as numbers
// go, and a limit keeps the list short.
func TestManyChains(t *testing.T) {
	var refs []record.Reference
	for i := range 300 {
		here, next := fmt.Sprintf("%03d", i), fmt.Sprintf("%03d", i+1)
		for _, side := range []string{"l", "r"} {
			refs = append(refs, ref(here, here+side), ref(here+side, next))
		}
	}
	c, err := Build(refs, BuildOptions{}).Chains("000", "300", 5)
	if err != nil || len(c.Nodes) != 5 || c.Length != 600 || c.Total < 1<<62 {
		t.Errorf("%d of %d chains of length %d, %v", len(c.Nodes), c.Total, c.Length, err)
	}
}

// randomCitations makes a graph of up to 12 nodes, dense enough for cycles.
func randomCitations(rng *rand.Rand) *Graph {
	var list []string
	for range rng.IntN(40) {
		list = append(list, string([]byte{byte('a' + rng.IntN(12)), byte('a' + rng.IntN(12))}))
	}
	return arrows(append(list, "ab")...)
}

// TestChainsAgainstAllPaths holds Chains against the library's enumeration of
// all paths, of which the shortest are kept.
func TestChainsAgainstAllPaths(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range 60 {
		var list []string
		for range 14 {
			list = append(list, string([]byte{byte('a' + rng.IntN(7)), byte('a' + rng.IntN(7))}))
		}
		g := arrows(append(list, "ag")...)
		all, err := property.AllPathsBetween(g.Property(), "a", "f")
		if _, ok := g.Index("f"); !ok || err != nil {
			continue
		}
		shortest := slices.MinFunc(append(all, make([]string, 99)), func(a, b []string) int { return len(a) - len(b) })
		all = slices.DeleteFunc(all, func(p []string) bool { return len(p) > len(shortest) })
		slices.SortFunc(all, slices.Compare)
		c, err := g.Chains("a", "f", 0)
		if err != nil {
			t.Fatal(err)
		}
		if c.Total != len(all) || len(all) > 0 && !cmp.Equal(c.Nodes, all) {
			t.Errorf("%v: chains %v, shortest of all paths %v", edges(g), c.Nodes, all)
		}
	}
}

func TestPropertyView(t *testing.T) {
	g := Build([]record.Reference{
		own("A/RES/75/291", "2021-06-30", ""),
		ref("A/RES/75/291", "A/RES/60/288", at(1), treatment("amend")),
		ref("A/RES/75/291", "A/RES/60/288", at(9)),
		ref("A/RES/75/291", assembly),
	}, BuildOptions{})
	view := g.Property()
	edge, err := view.Edge("A/RES/75/291", "A/RES/60/288")
	if err != nil {
		t.Fatal(err)
	}
	if edge.Source.Date != "2021-06-30" || edge.Target.Kind != record.Resolution {
		t.Errorf("the ends of the edge are not typed nodes: %+v", edge)
	}
	want := map[string]string{"type": "amends cites", "treatments": "amend recall", "year": "2021"}
	if diff := cmp.Diff(want, edge.Properties.Attributes); diff != "" || edge.Properties.Weight != 3 {
		t.Errorf("weight %d, attributes (-want +got)\n%s", edge.Properties.Weight, diff)
	}
	if typed, ok := edge.Properties.Data.([]Edge); !ok || len(typed) != 2 || len(typed[1].Evidence()) != 2 {
		t.Errorf("the edge does not carry its evidence: %+v", edge.Properties.Data)
	}
	if _, err := g.Property(Mentions).Edge("A/RES/75/291", "A/RES/60/288"); !errors.Is(err, property.ErrEdgeNotFound) {
		t.Errorf("a view of mentions holds a citation: %v", err)
	}
	_, attributes, err := view.VertexWithProperties("A/RES/75/291")
	if err != nil || attributes.Attributes["year"] != "2021" || attributes.Attributes["inhand"] != "true" {
		t.Errorf("vertex attributes %v %v", attributes, err)
	}
	if err := view.AddVertex(Node{ID: "new"}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("a vertex was added to a view: %v", err)
	}
	if err := view.RemoveEdge("A/RES/75/291", "A/RES/60/288"); !errors.Is(err, ErrReadOnly) {
		t.Errorf("an edge was removed from a view: %v", err)
	}
}

// TestPropertyViewIsTheGraph checks that the library sees every pair of nodes
// that edges join, and no other.
func TestPropertyViewIsTheGraph(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	for range 30 {
		g := randomCitations(rng)
		view, k := g.Property(), g.Kernel()
		order, _ := view.Order()
		size, _ := view.Size()
		count, _ := newStore(g, nil).EdgeCount()
		if order != len(g.Nodes) || size != k.Arcs() || count != size {
			t.Errorf("view of %d vertices and %d (%d) edges, kernel of %d and %d", order, size, count, k.N(), k.Arcs())
		}
		for i := range g.Nodes {
			for j := range g.Nodes {
				_, err := view.Edge(g.Nodes[i].ID, g.Nodes[j].ID)
				if (err == nil) != k.HasArc(uint32(i), uint32(j)) {
					t.Errorf("view and kernel differ on %s → %s", g.Nodes[i].ID, g.Nodes[j].ID)
				}
			}
		}
	}
}

func TestKernelTypes(t *testing.T) {
	g := Build([]record.Reference{
		ref("A/75/1", "A/70/1", treatment("amend"), at(1)), ref("A/75/1", "A/70/1", at(5)), ref("A/75/1", assembly),
	}, BuildOptions{})
	from, _ := g.Index("A/75/1")
	to, _ := g.Index("A/70/1")
	tests := []struct {
		protects string
		types    []EdgeType
		arcs     int
		weight   float64
	}{
		{"no types are all types, whose weights add up", nil, 2, 3},
		{"one type", []EdgeType{Cites}, 1, 2},
		{"a type that is not there", []EdgeType{Supersedes}, 0, 0},
	}
	for _, test := range tests {
		k := g.Kernel(test.types...)
		if k.N() != 3 || k.Arcs() != test.arcs || k.Weight(uint32(from), uint32(to)) != test.weight {
			t.Errorf("%s: %d nodes, %d arcs, weight %g", test.protects, k.N(), k.Arcs(), k.Weight(uint32(from), uint32(to)))
		}
	}
}
