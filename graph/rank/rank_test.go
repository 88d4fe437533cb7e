package rank

import (
	"context"
	"slices"
	"strings"
	"testing"

	"uncite/graph"
	"uncite/graph/measure"
)

func rows(t *testing.T, names ...string) []measure.Measure {
	t.Helper()
	var out []measure.Measure
	for _, name := range names {
		row, ok := measure.Find(name)
		if !ok {
			t.Fatalf("no measure %s", name)
		}
		out = append(out, row)
	}
	return out
}

// One document cites all: every measure of the shape of the graph ties, and the
// number of references decides only where the caller lets it.
func TestTied(t *testing.T) {
	r := star(5)
	r.Graph.Edges[2].Weight = 3
	for _, test := range []struct {
		protects string
		measures []string
		untie    bool
		first    string
		says     string
	}{
		{"the number of references goes first", []string{"indegree"}, true, Counting, "ordered by weighted-indegree"},
		{"the caller's measure stays first", []string{"indegree"}, false, "indegree", "--by weighted-indegree"},
		{"a measure that tells apart is there already", []string{"indegree", Counting}, true, "indegree", "tells them apart"},
		{"nothing is tied", []string{Counting}, true, Counting, ""},
	} {
		got, err := Of(context.Background(), r.Graph, Options{Measures: rows(t, test.measures...), Untie: test.untie})
		if err != nil {
			t.Fatal(err)
		}
		if got.Scores[0].Name != test.first || (got.Tied == "") != (test.says == "") || !strings.Contains(got.Tied, test.says) {
			t.Errorf("%s: first %s, %q", test.protects, got.Scores[0].Name, got.Tied)
		}
	}
	equal := star(5)
	got, err := Of(context.Background(), equal.Graph, Options{Measures: rows(t, "indegree"), Untie: true})
	if err != nil || !strings.Contains(got.Tied, "order of their identifiers") {
		t.Errorf("where references do not tell apart either: %q, %v", got.Tied, err)
	}
}

// What a measure has to say goes into the notes of the ranking and not of the
// graph, which others may rank too.
func TestOfLeavesTheGraph(t *testing.T) {
	g := five().Graph
	r, err := Of(context.Background(), g, Options{Measures: rows(t, "authority-asof"), Settings: measure.Options{Years: make([]int, 5), AsOf: 2000}})
	if err != nil {
		t.Fatal(err)
	}
	if len(g.Notes) != 1 || !slices.ContainsFunc(r.Graph.Notes, func(n string) bool { return strings.HasPrefix(n, "authority-asof: ") }) {
		t.Errorf("notes of the graph %q, of the ranking %q", g.Notes, r.Graph.Notes)
	}
	if _, err := Of(context.Background(), g, Options{}); err == nil {
		t.Error("a ranking without a measure is no error")
	}
	if got := Years(&graph.Graph{Nodes: []graph.Node{{Year: 1999}, {}}}); !slices.Equal(got, []int{1999, 0}) {
		t.Errorf("years %v", got)
	}
}
