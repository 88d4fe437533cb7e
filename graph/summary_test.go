package graph

import (
	"encoding/json"
	"flag"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	property "github.com/dominikbraun/graph"
	"github.com/google/go-cmp/cmp"

	"uncite/extract/record"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestSummaryGolden(t *testing.T) {
	got, err := json.MarshalIndent(Summarize(selectable()), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/summary.golden", append(got, '\n'))
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got; rewrite with -update)\n%s", path, diff)
	}
}

// TestEmptySummary protects that nothing divides by nothing: JSON cannot hold
// NaN, so that marshalling would fail.
func TestEmptySummary(t *testing.T) {
	graphs := map[string]*Graph{
		"no node":  {},
		"one node": Build([]record.Reference{own("A/75/1", "", "")}, BuildOptions{}),
		"mentions": Build([]record.Reference{ref("A/75/1", assembly)}, BuildOptions{}),
	}
	for name, g := range graphs {
		s := Summarize(g)
		if _, err := json.Marshal(s); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if c := s.Citations; c.Edges != 0 || c.Density != 0 || c.DanglingShare != 0 || c.Age != (Age{}) || c.InDegree.PowerLaw != nil {
			t.Errorf("%s: figures out of nothing: %+v", name, c)
		}
	}
}

func TestComponentsAndCycles(t *testing.T) {
	tests := []struct {
		protects     string
		g            *Graph
		weak, strong Components
		cycles       [][]string
		density      float64
	}{
		{"a chain has no cycle", arrows("ab", "bc"), Components{1, 3}, Components{3, 1}, nil, 2.0 / 6},
		{"documents of one day that cite each other", arrows("ab", "ba", "bc"), Components{1, 3}, Components{2, 2},
			[][]string{{"a", "b"}}, 3.0 / 6},
		{"a ring is one component", arrows("ab", "bc", "ca"), Components{1, 3}, Components{1, 3}, [][]string{{"a", "b", "c"}}, 3.0 / 6},
		{"two parts", arrows("ab", "cd", "de"), Components{2, 3}, Components{5, 1}, nil, 3.0 / 20},
	}
	for _, test := range tests {
		c := Summarize(test.g).Citations
		if c.Weak != test.weak || c.Strong != test.strong || math.Abs(c.Density-test.density) > 1e-12 {
			t.Errorf("%s: weak %v strong %v density %g", test.protects, c.Weak, c.Strong, c.Density)
		}
		if diff := cmp.Diff(test.cycles, c.Cycles); diff != "" {
			t.Errorf("%s: cycles (-want +got)\n%s", test.protects, diff)
		}
	}
}

// reachable lists what a node leads to, by the search of the library behind the
// property view.
func reachable(t *testing.T, g *Graph, id string) []string {
	t.Helper()
	var reached []string
	err := property.BFS(g.Property(), id, func(v string) bool {
		if v != id {
			reached = append(reached, v)
		}
		return false
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(reached)
	return reached
}

// TestComponentsByReachability holds the components against their definition:
// nodes are strongly connected where each leads to the other.
func TestComponentsByReachability(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 6))
	for range 25 {
		g := randomCitations(rng)
		leads := map[string][]string{}
		for _, n := range g.Nodes {
			leads[n.ID] = reachable(t, g, n.ID)
		}
		var cycles [][]string
		for _, n := range g.Nodes {
			cycle := []string{n.ID}
			for _, m := range leads[n.ID] {
				if slices.Contains(leads[m], n.ID) {
					cycle = append(cycle, m)
				}
			}
			if slices.Sort(cycle); len(cycle) > 1 && cycle[0] == n.ID {
				cycles = append(cycles, cycle)
			}
		}
		if diff := cmp.Diff(cycles, Summarize(g).Citations.Cycles); diff != "" {
			t.Errorf("%v: cycles (-reachability +Tarjan)\n%s", edges(g), diff)
		}
	}
}

func TestAge(t *testing.T) {
	// One document of 2020 cites one of each of these years.
	cite := func(years ...string) *Graph {
		refs := []record.Reference{own("XYZ/1/1", "2020", "")}
		for _, y := range years {
			refs = append(refs, ref("XYZ/1/1", "XYZ/2/"+y, dated(y)))
		}
		return Build(refs, BuildOptions{})
	}
	tests := []struct {
		protects string
		g        *Graph
		want     Age
	}{
		{"ages 0, 5, 6 and 19: two of four are within Price's five years", cite("2020", "2015", "2014", "2001"),
			Age{Known: 4, Mean: 7.5, HalfLife: 6, PriceIndex: 0.5}},
		{"the median lies within the year in which it falls", cite("2019", "2017"),
			Age{Known: 2, Mean: 2, HalfLife: 2, PriceIndex: 1}},
		{"a citation forward in time has age 0", cite("2022"), Age{Known: 1, HalfLife: 0.5, PriceIndex: 1}},
		{"what has no year has no age", cite(""), Age{}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, Summarize(test.g).Citations.Age); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.protects, diff)
		}
	}
}

func TestMissing(t *testing.T) {
	g := Build([]record.Reference{
		ref("A/75/1", "A/70/2", at(1)), ref("A/75/1", "A/70/2", at(9)),
		ref("A/75/1", "A/70/1"), ref("A/75/2", "A/70/1"),
		ref("A/75/2", "A/70/3"),
		ref("A/75/2", "A/75/1"), // in hand
		ref("A/75/2", strategy), // no document
		ref("A/75/2", covenantsBy),
	}, BuildOptions{})
	type row struct {
		ID                    string
		References, Documents int
	}
	var got []row
	for _, m := range g.Missing() {
		got = append(got, row{m.ID, m.References, m.Documents})
		if m.Link == "" {
			t.Errorf("%s has no link to fetch it from", m.ID)
		}
	}
	want := []row{{"A/70/1", 2, 2}, {"A/70/2", 2, 1}, {"A/70/3", 1, 1}, {covenantsBy, 1, 1}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("missing (-want +got)\n%s", diff)
	}
}
