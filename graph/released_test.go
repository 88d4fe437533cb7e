package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"uncite/extract"
	"uncite/extract/record"
	"uncite/graph"
)

// TestReleased holds a graph of references whose memory is given back, and used for
// the next ones, to the graph of references that stay: nothing of it may be part of
// what was read.
func TestReleased(t *testing.T) {
	refs := many(20_000)
	path := filepath.Join(t.TempDir(), "refs.jsonl")
	var lines bytes.Buffer
	out := json.NewEncoder(&lines)
	for i := range refs {
		if err := out.Encode(&refs[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(path, lines.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, opts := range []graph.BuildOptions{{}, {Counts: true}, {AllTitles: true, Masthead: true, Statuses: []record.Status{record.Resolved, record.Contradicted}}} {
		want, b := graph.NewBuilder(opts), graph.NewBuilder(opts)
		want.AddAll(refs)
		err := extract.New(nil).Paths(context.Background(), []string{path}, nil, func(r *extract.Result) error {
			b.AddAll(r.References)
			r.Release()
			return r.Err
		})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := described(t, b.Graph()), described(t, want.Graph()); got != want {
			t.Errorf("%+v: the graphs differ at %s", opts, difference(got, want))
		}
	}
}

// many makes references of all statuses, from many documents in two languages, with
// texts and titles that differ from line to line.
func many(n int) (refs []record.Reference) {
	statuses := []record.Status{record.Resolved, record.Unresolved, record.Ambiguous, record.Contradicted}
	for i := range n {
		doc := fmt.Sprintf("A/RES/%d/%d", 40+i%37, 1+i/100)
		r := record.Reference{
			Source: fmt.Sprintf("texts/%d.txt", i/100), Document: doc, Lang: []string{"en", "fr"}[i/50%2], Zone: record.Operative, Paragraph: fmt.Sprint(i % 50),
			Kind: record.Resolution, Target: fmt.Sprintf("A/RES/%d/%d", 1+i%39, 1+i%300), Treatment: []string{"recalls", "affirms", ""}[i%3], Verb: fmt.Sprint("verb ", i%7),
			Text: fmt.Sprintf("resolution %d/%d of some length", 1+i%39, 1+i%300), Start: i, End: i + 20, Date: fmt.Sprintf("19%02d-12-%02d", 50+i%40, 1+i%28), Rule: "number:own",
			Status: statuses[i%7%len(statuses)],
		}
		switch i % 50 {
		case 0:
			r.Zone, r.Target, r.Title, r.Agenda = record.Masthead, doc, fmt.Sprintf("Title %d", i), fmt.Sprint(i%90)
			r.Aliases = []string{fmt.Sprintf("A/%d/%d", 40+i%37, 1+i)}
		case 1:
			r.Target, r.Rule = "", record.DateRule+"general-assembly"
		case 2:
			r.Kind, r.Target = record.State, "state:NOR"
		}
		refs = append(refs, r)
	}
	return refs
}

func described(t *testing.T, g *graph.Graph) string {
	t.Helper()
	all, err := json.MarshalIndent(g, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(all)
}

// difference is where two texts begin to differ.
func difference(got, want string) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	return fmt.Sprintf("%q, not %q", got[max(0, i-80):min(len(got), i+80)], want[max(0, i-80):min(len(want), i+80)])
}
