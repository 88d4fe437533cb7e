package report

import (
	"testing"

	"uncite/extract"
	"uncite/extract/authority"
	"uncite/extract/record"
	"uncite/fixtures"
	"uncite/graph"
	"uncite/graph/measure"
)

// The report of the sample agrees with what the stages say one by one.
func TestOf(t *testing.T) {
	var f Figures
	b := graph.NewBuilder(graph.BuildOptions{Knowledge: graph.FromAuthority(authority.Default(), "en")})
	references, unresolved := 0, 0
	err := extract.New(nil).FS(t.Context(), fixtures.Corpus(), func(r *extract.Result) error {
		f.Add(r)
		for i := range r.References {
			b.Add(&r.References[i])
			if r.References[i].Zone != record.Masthead {
				references++
				if r.References[i].Status != record.Resolved {
					unresolved++
				}
			}
		}
		return r.Err
	})
	if err != nil {
		t.Fatal(err)
	}
	indegree, _ := measure.Find("indegree")
	r, err := Of(t.Context(), b.Graph(), &f, Options{Measures: []measure.Measure{indegree}, Top: 3})
	if err != nil {
		t.Fatal(err)
	}
	if f.References != references {
		t.Errorf("%d references, extraction gives %d", f.References, references)
	}
	reasons := 0
	for _, x := range f.Reasons() {
		reasons += x.Count
	}
	if reasons != unresolved {
		t.Errorf("the reasons are those of %d references, %d are not resolved", reasons, unresolved)
	}
	documents, versions := f.Merged()
	if documents < 20 || versions != f.Documents-f.Nameless || f.Languages["ar"] != f.Languages["zh"] {
		t.Errorf("%d documents in %d versions of %d; %v", documents, versions, f.Documents, f.Languages)
	}
	if len(r.Rankings) < 4 || r.Rankings[0].Kind != record.Resolution || len(r.Rankings[0].Of.Graph.Nodes) != 3 || r.Rankings[0].All < 10 {
		t.Errorf("rankings: %+v", r.Rankings)
	}
	if len(r.Path()) < 3 || len(r.Groups.Groups) < 2 {
		t.Errorf("main path of %d parts, %d groups", len(r.Path()), len(r.Groups.Groups))
	}
}

// References alone tell how many documents there are by their mastheads.
func TestAddReferences(t *testing.T) {
	var f Figures
	f.Add(&extract.Result{References: []record.Reference{
		{Document: "A/RES/75/1", Lang: "en", Zone: record.Masthead, Target: "A/RES/75/1", Title: "Huts"},
		{Document: "A/RES/75/1", Lang: "fr", Zone: record.Masthead, Target: "A/RES/75/1", Title: "Huttes"},
		{Document: "A/RES/75/1", Zone: record.Preamble, Kind: record.Resolution, Status: record.Unresolved, Note: "nothing says whose number this is", Text: "5"},
	}})
	if documents, versions := f.Merged(); documents != 1 || versions != 2 || f.References != 1 || f.Documents != 2 || len(f.Reasons()) != 1 {
		t.Errorf("%d in %d; %+v", documents, versions, f)
	}
}
