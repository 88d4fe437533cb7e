package diff

import (
	"fmt"
	"strings"
	"testing"

	"uncite/extract/record"
	"uncite/graph"
	"uncite/graph/rank"
)

func ref(document, target, paragraph, treatment, text string) record.Reference {
	return record.Reference{Source: "old/" + document + ".txt", Document: document, Lang: "en", Zone: record.Preamble, Kind: record.Resolution,
		Target: target, Paragraph: paragraph, Treatment: treatment, Text: text, Status: record.Resolved}
}

func TestReferences(t *testing.T) {
	for _, row := range []struct {
		protects      string
		before, after []record.Reference
		want          string
	}{
		{"the same is no change, whatever comes before it in the file",
			[]record.Reference{ref("A", "R1", "p1", "recall", "1")},
			[]record.Reference{ref("B", "R9", "p1", "recall", "9"), func() record.Reference { r := ref("A", "R1", "p1", "recall", "1"); r.Start = 90; return r }()},
			"new B R9"},
		{"a treatment that is another",
			[]record.Reference{ref("A", "R1", "p1", "recall", "1")}, []record.Reference{ref("A", "R1", "p1", "reaffirm", "1")},
			"changed A R1 [treatment]"},
		{"of two to one target the equal ones are paired first",
			[]record.Reference{ref("A", "R1", "p1", "recall", "1"), ref("A", "R1", "p2", "note", "1")}, []record.Reference{ref("A", "R1", "p2", "note", "1")},
			"gone A R1"},
		{"what was not resolved before is one reference that has changed",
			[]record.Reference{ref("A", "", "p1", "recall", "the said resolution")}, []record.Reference{ref("A", "R1", "p1", "recall", "the said resolution")},
			"changed A R1 [target]"},
		{"a document without a symbol is known by its file's name, not by its folder's",
			[]record.Reference{{Source: "old/a.txt", Lang: "en", Target: "R1"}}, []record.Reference{{Source: "new/a.txt", Lang: "en", Target: "R1"}},
			""},
		{"another language is another text",
			[]record.Reference{{Document: "A", Lang: "en", Target: "R1"}}, []record.Reference{{Document: "A", Lang: "fr", Target: "R1"}},
			"gone A R1, new A R1"},
		{"the masthead says nothing of what is cited",
			[]record.Reference{{Document: "A", Lang: "en", Target: "A", Zone: record.Masthead}}, nil, ""},
	} {
		var got []string
		for _, c := range References(row.before, row.after) {
			line := c.Kind + " " + c.Reference().Document + " " + c.Reference().Target
			if len(c.Fields) > 0 {
				line += fmt.Sprint(" ", c.Fields)
			}
			got = append(got, line)
		}
		if words := strings.Join(got, ", "); words != row.want {
			t.Errorf("%s: %s, want %s", row.protects, words, row.want)
		}
	}
}

func TestMoves(t *testing.T) {
	ranking := func(scores ...any) *rank.Ranking {
		r := &rank.Ranking{Graph: &graph.Graph{}, Scores: []rank.Score{{Name: "indegree"}}}
		for i := 0; i < len(scores); i += 2 {
			r.Graph.Nodes = append(r.Graph.Nodes, graph.Node{ID: scores[i].(string)})
			r.Scores[0].Values = append(r.Scores[0].Values, float64(scores[i+1].(int)))
		}
		return r
	}
	before := ranking("a", 5, "b", 3, "c", 3, "d", 1, "e", 0)
	after := ranking("a", 5, "b", 3, "c", 6, "e", 0, "f", 2)
	got := ""
	for _, m := range Moves(before, after, 0) {
		got += fmt.Sprintf("%s %d→%d ", m.Node.ID, m.Old, m.New)
	}
	// b and c shared the second rank; what nobody cites has none.
	if want := "c 2→1 a 1→2 b 2→3 f 0→4 d 4→0 "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if n := len(Moves(before, after, 1)); n != 2 {
		t.Errorf("%d moves among the first, want those of a and c", n)
	}
}
