package graph

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"uncite/extract/record"
)

// selectable is a graph in which every filter finds something to keep and
// something to drop.
func selectable() *Graph {
	head := own("A/RES/75/291", "2021-06-30", "")
	head.Agenda = "121 (b)"
	return Build([]record.Reference{
		head,
		ref("A/RES/75/291", "A/RES/60/288", at(1), dated("2006-09-08")),
		ref("A/RES/75/291", "A/RES/60/288", at(9), treatment("reaffirm"), zone(record.Preamble)),
		ref("A/RES/75/291", "A/RES/60/288", at(9), in("fr")),
		ref("A/RES/75/291", "S/RES/1373(2001)", in("fr"), status(record.Contradicted)),
		ref("A/RES/75/291", "state:HUN"),
		ref("A/RES/75/291", child, treatment("note")),
		ref("S/RES/1373(2001)", "S/RES/1267(1999)"),
		ref("A/75/1", "A/70/1"),
		ref("A/75/1", assembly),
	}, BuildOptions{Knowledge: sampleFacts, Statuses: []record.Status{record.Resolved, record.Contradicted}, Tables: true, SplitAdopted: true})
}

func TestFilters(t *testing.T) {
	tests := []struct {
		flag, value string
		wantNote    string
		wantNodes   []string
		wantEdges   []string
	}{
		{"edges", "mentions,part-of", "edges mentions or part-of",
			[]string{"A/75/1", "A/RES/75/291", "S/RES/1373(2001)", assembly, unitedNs, "state:HUN"},
			[]string{"A/75/1 mentions entity:general-assembly ×1 [recall]", "A/RES/75/291 mentions state:HUN ×1 [recall]",
				"entity:general-assembly part-of entity:united-nations ×1"}},
		{"status", "contradicted", "status contradicted",
			[]string{"A/75/1", "A/RES/75/291", "S/RES/1373(2001)"},
			[]string{"A/RES/75/291 cites S/RES/1373(2001) ×1 [recall]"}},
		{"text-lang", "fr", "language fr",
			[]string{"A/75/1", "A/RES/60/288", "A/RES/75/291", "S/RES/1373(2001)"},
			[]string{"A/RES/75/291 cites A/RES/60/288 ×1 [recall]", "A/RES/75/291 cites S/RES/1373(2001) ×1 [recall]"}},
		{"versions", "2", "in at least 2 language versions",
			[]string{"A/75/1", "A/RES/60/288", "A/RES/75/291", "S/RES/1373(2001)"},
			[]string{"A/RES/75/291 cites A/RES/60/288 ×2 [reaffirm recall]"}},
		{"zone", "preamble", "zone preamble",
			[]string{"A/75/1", "A/RES/60/288", "A/RES/75/291", "S/RES/1373(2001)"},
			[]string{"A/RES/75/291 cites A/RES/60/288 ×1 [reaffirm]"}},
		{"treatment", "reaffirm,note", "treatment reaffirm or note",
			[]string{"A/75/1", "A/RES/60/288", "A/RES/75/291", "S/RES/1373(2001)", child},
			[]string{"A/RES/75/291 cites A/RES/60/288 ×1 [reaffirm]", "A/RES/75/291 cites " + child + " ×1 [note]"}},
		{"min-count", "2", "at least 2 references",
			[]string{"A/75/1", "A/RES/60/288", "A/RES/75/291", "S/RES/1373(2001)"},
			[]string{"A/RES/75/291 cites A/RES/60/288 ×2 [reaffirm recall]"}},
		{"kind", "instrument,state", "kind instrument or state", []string{child, "state:HUN"}, nil},
		{"body", "entity:security-council", "issued by entity:security-council",
			[]string{"S/RES/1267(1999)", "S/RES/1373(2001)"},
			[]string{"S/RES/1373(2001) cites S/RES/1267(1999) ×1 [recall]"}},
		{"kind", "!resolution, !entity", "kind other than resolution or entity",
			[]string{"A/70/1", "A/75/1", child, "state:HUN"}, []string{"A/75/1 cites A/70/1 ×1 [recall]"}},
		{"treatment", "!recall", "treatment other than recall",
			[]string{"A/75/1", "A/RES/60/288", "A/RES/75/291", "S/RES/1373(2001)", child},
			[]string{"A/RES/75/291 cites A/RES/60/288 ×1 [reaffirm]", "A/RES/75/291 cites " + child + " ×1 [note]"}},
		{"body", "!entity:general-assembly", "issued by others than entity:general-assembly",
			[]string{"S/RES/1267(1999)", "S/RES/1373(2001)"},
			[]string{"S/RES/1373(2001) cites S/RES/1267(1999) ×1 [recall]"}},
		{"years", "2001-2006", "years 2001 to 2006",
			[]string{"A/RES/60/288", "S/RES/1373(2001)"}, nil},
		{"years", "2020-", "years 2020 to the last",
			[]string{"A/75/1", "A/RES/75/291", assembly, "state:HUN"},
			[]string{"A/75/1 mentions entity:general-assembly ×1 [recall]", "A/RES/75/291 mentions state:HUN ×1 [recall]"}},
		{"years", "-2001", "years the first to 2001",
			[]string{"S/RES/1267(1999)", "S/RES/1373(2001)"},
			[]string{"S/RES/1373(2001) cites S/RES/1267(1999) ×1 [recall]"}},
		{"in-hand", "", "in hand only", []string{"A/75/1", "A/RES/75/291", "S/RES/1373(2001)"},
			[]string{"A/RES/75/291 cites S/RES/1373(2001) ×1 [recall]"}},
		{"around", "S/RES/1373(2001)", "around S/RES/1373(2001), depth 1",
			[]string{"A/RES/75/291", "S/RES/1267(1999)", "S/RES/1373(2001)"},
			[]string{"A/RES/75/291 cites S/RES/1373(2001) ×1 [recall]", "S/RES/1373(2001) cites S/RES/1267(1999) ×1 [recall]"}},
		{"around", "S/RES/1267(1999) 2 in", "around S/RES/1267(1999), depth 2, direction in",
			[]string{"A/RES/75/291", "S/RES/1267(1999)", "S/RES/1373(2001)"},
			[]string{"A/RES/75/291 cites S/RES/1373(2001) ×1 [recall]", "S/RES/1373(2001) cites S/RES/1267(1999) ×1 [recall]"}},
		{"around", "S/RES/1373(2001) 1 out", "around S/RES/1373(2001), depth 1, direction out",
			[]string{"S/RES/1267(1999)", "S/RES/1373(2001)"},
			[]string{"S/RES/1373(2001) cites S/RES/1267(1999) ×1 [recall]"}},
		{"agenda", "75/121, 8", "under agenda item 75/121 or 8", []string{"A/RES/75/291"}, nil},
		{"match", "RIGHTS child", "title matches RIGHTS child", []string{child}, nil},
		{"drop", "self", "without citations self",
			[]string{"A/75/1", "A/RES/75/291", "S/RES/1373(2001)", assembly, unitedNs, child, "state:HUN"},
			[]string{"A/75/1 mentions entity:general-assembly ×1 [recall]", "A/RES/75/291 cites S/RES/1373(2001) ×1 [recall]",
				"A/RES/75/291 cites " + child + " ×1 [note]", "A/RES/75/291 mentions state:HUN ×1 [recall]",
				"entity:general-assembly part-of entity:united-nations ×1"}},
		{"giant", "", "giant component",
			[]string{"A/RES/60/288", "A/RES/75/291", "S/RES/1267(1999)", "S/RES/1373(2001)", child, "state:HUN"},
			[]string{"A/RES/75/291 cites A/RES/60/288 ×2 [reaffirm recall]", "A/RES/75/291 cites S/RES/1373(2001) ×1 [recall]",
				"A/RES/75/291 cites " + child + " ×1 [note]", "A/RES/75/291 mentions state:HUN ×1 [recall]",
				"S/RES/1373(2001) cites S/RES/1267(1999) ×1 [recall]"}},
	}
	tried := map[string]bool{}
	for _, test := range tests {
		tried[test.flag] = true
		row := Filters[slices.IndexFunc(Filters, func(r FilterRow) bool { return r.Name == test.flag })]
		f, err := row.Parse(test.value)
		if err != nil {
			t.Errorf("--%s %s: %v", test.flag, test.value, err)
			continue
		}
		g := selectable()
		kept, err := g.Select(f)
		if err != nil {
			t.Errorf("--%s %s: %v", test.flag, test.value, err)
			continue
		}
		checkInvariants(t, kept)
		if diff := cmp.Diff(test.wantNodes, ids(kept)); diff != "" {
			t.Errorf("--%s %s: nodes (-want +got)\n%s", test.flag, test.value, diff)
		}
		if diff := cmp.Diff(test.wantEdges, edges(kept)); diff != "" {
			t.Errorf("--%s %s: edges (-want +got)\n%s", test.flag, test.value, diff)
		}
		if note := kept.Notes[len(kept.Notes)-1]; !strings.HasPrefix(note, test.wantNote+": ") {
			t.Errorf("--%s %s: the note is %q", test.flag, test.value, note)
		}
		if diff := cmp.Diff(selectable(), g); diff != "" {
			t.Errorf("--%s %s changed the graph it selects from\n%s", test.flag, test.value, diff)
		}
	}
	for _, row := range Filters {
		if !tried[row.Name] {
			t.Errorf("filter %s has no test", row.Name)
		}
	}
}

func TestFilterErrors(t *testing.T) {
	tests := []struct{ protects, flag, value, want string }{
		{"a misspelt kind is named with those there are", "kind", "resolutions", "resolution decision document"},
		{"an edge type too", "edges", "cite", "cites"},
		{"a treatment is one of the closed list", "treatment", "praise", "commend"},
		{"what is kept and what is left out do not mix", "kind", "resolution,!state", "give one or the other"},
		{"an excluded word must be known too", "zone", "!foot", "footnote"},
		{"an empty word is not everything", "body", "entity:security-council,", "empty word"},
		{"a count of 0 would keep all", "min-count", "0", "from 1 on"},
		{"a count must be a number", "min-count", "two", "from 1 on"},
		{"years must be years", "years", "from 2001", "range of years"},
		{"years must not run back", "years", "2010-2001", "2001-2010"},
		{"a range needs one end", "years", "-", "range of years"},
		{"around needs a node", "around", " ", "identifier"},
		{"a depth below 0 holds nothing", "around", "A/75/1 -1", "below 0"},
	}
	for _, test := range tests {
		row := Filters[slices.IndexFunc(Filters, func(r FilterRow) bool { return r.Name == test.flag })]
		if _, err := row.Parse(test.value); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: --%s %q gives %v", test.protects, test.flag, test.value, err)
		}
	}
}

func TestGroups(t *testing.T) {
	g := arrows("ab", "bc", "cd")
	group := map[string]int{"a": 0, "b": 1, "c": 1}
	tests := []struct {
		protects string
		filter   Filter
		note     string
		want     []string
	}{
		{"a node without a group is not in group 0", Groups(group, 0), "group 0", []string{"a"}},
		{"several groups", Groups(group, 0, 1), "group 0 or 1", []string{"a", "b", "c"}},
	}
	for _, test := range tests {
		kept, err := g.Select(test.filter)
		if err != nil || !slices.Equal(ids(kept), test.want) || !strings.HasPrefix(kept.Notes[0], test.note) {
			t.Errorf("%s: %v %v %q", test.protects, err, ids(kept), kept.Notes)
		}
	}
}

// TestAllVersions: with every version counted, an edge weighs as many as there
// are references in all languages, and without, as in the one that has most.
func TestAllVersions(t *testing.T) {
	one := selectable()
	all, err := one.Select(AllVersions())
	if err != nil {
		t.Fatal(err)
	}
	weight := func(g *Graph) int {
		for i := range g.Edges {
			if e := &g.Edges[i]; g.Nodes[e.From].ID == "A/RES/75/291" && g.Nodes[e.To].ID == "A/RES/60/288" {
				return int(e.Weight)
			}
		}
		return 0
	}
	if weight(one) != 2 || weight(all) != 3 || len(all.Edges) != len(one.Edges) {
		t.Errorf("weight %d, every version counted %d, want 2 and 3; %d edges of %d", weight(one), weight(all), len(all.Edges), len(one.Edges))
	}
}

func TestSelectStatesEveryFilter(t *testing.T) {
	g, err := selectable().Select(Types(Cites), Kinds(record.Resolution), Giant())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"references that make edges although they are contradicted",
		"edges cites: 7 of 10 nodes, 5 of 8 edges",
		"kind resolution: 4 of 7 nodes, 3 of 5 edges",
		"giant component: 4 of 4 nodes, 3 of 3 edges",
	}
	if diff := cmp.Diff(want, g.Notes); diff != "" {
		t.Errorf("notes (-want +got)\n%s", diff)
	}
}

// TestFiltersKeepOnlyWhatIsThere applies random filters in turn: none may fail,
// add a node or an edge, or break what a Graph promises, on an empty graph too.
func TestFiltersKeepOnlyWhatIsThere(t *testing.T) {
	values := map[string]string{"edges": "cites", "status": "resolved", "text-lang": "fr,zh", "versions": "2", "zone": "operative", "treatment": "recall",
		"min-count": "2", "kind": "resolution,instrument", "body": assembly, "years": "1999-", "around": "A/RES/75/291 2",
		"match": "strategy", "agenda": "121", "drop": "forward,self"}
	rng := rand.New(rand.NewPCG(4, 4))
	for range 80 {
		g := Build(randomReferences(rng, rng.IntN(200)), BuildOptions{Knowledge: sampleFacts})
		for range 3 {
			row := Filters[rng.IntN(len(Filters))]
			f, err := row.Parse(values[row.Name])
			if err != nil {
				t.Fatal(err)
			}
			kept, err := g.Select(f)
			if err != nil {
				if _, ok := g.Index("A/RES/75/291"); ok || row.Name != "around" {
					t.Errorf("%s: %v", row.Name, err)
				}
				continue
			}
			checkInvariants(t, kept)
			for _, n := range kept.Nodes {
				if was := node(t, g, n.ID); !cmp.Equal(was, n) {
					t.Errorf("%s changed a node: %+v %+v", row.Name, was, n)
				}
			}
			again, err := kept.Select(f)
			if err != nil || len(again.Edges) != len(kept.Edges) || len(again.Nodes) != len(kept.Nodes) {
				t.Errorf("%s a second time keeps less, %v", row.Name, err)
			}
			g = kept
		}
	}
}
