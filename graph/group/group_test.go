package group_test

import (
	"slices"
	"strings"
	"testing"

	"uncite/extract/record"
	"uncite/graph"
	"uncite/graph/group"
)

// titles describes nodes for the tests.
type titles map[string]string

func (t titles) Describe(id string) (graph.Description, bool) {
	return graph.Description{Title: t[id]}, t[id] != ""
}

// citations builds a graph: "ab" says that a cites b.
func citations(known titles, arrows string) *graph.Graph {
	var refs []record.Reference
	for arrow := range strings.FieldsSeq(arrows) {
		refs = append(refs, record.Reference{
			Source: arrow[:1], Document: arrow[:1], Target: arrow[1:], Kind: record.Report, Status: record.Resolved,
		})
	}
	return graph.Build(refs, graph.BuildOptions{Knowledge: known})
}

// twoTriangles are two subjects with one citation between them.
const twoTriangles = "ba ca cb ed fd fe da"

func members(d *group.Division) []string {
	var all []string
	for _, g := range d.Groups {
		word := ""
		for _, m := range g.Members {
			word += m.ID
		}
		all = append(all, word)
	}
	return all
}

func TestDivide(t *testing.T) {
	tests := []struct {
		protects string
		arrows   string
		o        group.Options
		want     []string // members, the most central first
		alone    int
	}{
		{"two subjects are two groups, the most cited first", twoTriangles, group.Options{}, []string{"abc", "def"}, 0},
		{"documents cited together", "xa xb ya yb zc zd wc wd", group.Options{On: group.CoCitation}, []string{"ab", "cd"}, 4},
		{"documents that cite the same", "xa xb ya yb zc zd wc wd", group.Options{On: group.Coupling}, []string{"wz", "xy"}, 4},
		{"ties below the least do not count", "xa xb ya yb zc wc", group.Options{On: group.Coupling, Least: 2}, []string{"xy"}, 5},
		{"an empty graph has no groups", "", group.Options{}, nil, 0},
	}
	for _, test := range tests {
		d, err := group.Divide(t.Context(), citations(nil, test.arrows), test.o)
		if err != nil {
			t.Fatal(err)
		}
		if got := members(d); !slices.Equal(got, test.want) || d.Alone != test.alone {
			t.Errorf("%s: %v and %d alone, want %v and %d", test.protects, got, d.Alone, test.want, test.alone)
		}
	}
	if _, err := group.Divide(t.Context(), citations(nil, "ab"), group.Options{On: "kinship"}); err == nil {
		t.Error("a graph that there is not was divided")
	}
}

func TestNames(t *testing.T) {
	tests := []struct {
		protects string
		known    titles
		want     []string
	}{
		{"after the most central document", titles{"a": "Terrorism", "b": "Other", "d": "Oceans"}, []string{"Terrorism", "Oceans"}},
		{"a document without a title names nothing if another has one", titles{"b": "Terrorism", "d": "Oceans"}, []string{"Terrorism", "Oceans"}},
		{"an identifier is better than nothing", titles{"d": "Oceans"}, []string{"a", "Oceans"}},
		{"equal names are told apart", titles{"a": "Question", "d": "Question"}, []string{"Question (a)", "Question (d)"}},
	}
	for _, test := range tests {
		d, err := group.Divide(t.Context(), citations(test.known, twoTriangles), group.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, g := range d.Groups {
			got = append(got, g.Name)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.protects, got, test.want)
		}
	}
}

// The numbers that a listing shows are those that the filter takes.
func TestOf(t *testing.T) {
	g := citations(nil, twoTriangles+" g")
	d, err := group.Divide(t.Context(), g, group.Options{})
	if err != nil {
		t.Fatal(err)
	}
	kept, err := g.Select(graph.Groups(d.Of(), d.Groups[1].Number))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, n := range kept.Nodes {
		ids = append(ids, n.ID)
	}
	if !slices.Equal(ids, []string{"d", "e", "f"}) {
		t.Errorf("group 2 is %v", ids)
	}
}
