package render

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"

	"uncite/extract"
	"uncite/extract/quote"
	"uncite/extract/record"
	"uncite/graph"
	"uncite/graph/diff"
	"uncite/graph/group"
	"uncite/graph/measure"
	"uncite/graph/profile"
	"uncite/graph/rank"
	"uncite/graph/report"
)

// lamps are documents of one sentence each, in two scripts; the last two cite
// each other.
var lamps = []struct{ document, lang, text, cited, target, treatment string }{
	{"A/RES/90/1", "en", "Recalling its resolution 60/288 on lamps,", "resolution 60/288", "A/RES/60/288", "recall"},
	{"A/RES/90/2", "en", "Endorses the annex to resolution 60/288. It burns.", "resolution 60/288", "A/RES/60/288", "endorse"},
	{"A/RES/90/2", "en", "Thanks Kenya for the oil.", "Kenya", "state:KEN", "thank"},
	{"A/RES/90/3", "ar", "إذ تشير إلى القرار 90/1،", "القرار 90/1", "A/RES/90/1", "recall"},
	{"A/RES/90/3", "ar", "وإلى القرار 90/2،", "القرار 90/2", "A/RES/90/2", "recall"},
	{"A/RES/90/3", "ar", "وإلى القرار 90/4،", "القرار 90/4", "A/RES/90/4", "recall"},
	{"A/RES/90/4", "en", strings.Repeat("Bearing many words in mind, ", 12) + "recalling resolution 90/3,", "resolution 90/3", "A/RES/90/3", "recall"},
}

// lampGraph is the graph of the lamps, with the places of all their citations
// and the documents to quote them from; that of the last is not at hand.
func lampGraph() (*graph.Graph, quote.Reader) {
	var refs []record.Reference
	docs := map[string][]*record.Document{}
	for i, l := range lamps {
		source := fmt.Sprintf("%d.txt", i)
		start := strings.Index(l.text, l.cited)
		kind := record.Resolution
		if strings.HasPrefix(l.target, "state:") {
			kind = record.State
		}
		refs = append(refs, record.Reference{
			Source: source, Document: l.document, Lang: l.lang, Zone: record.Operative, Paragraph: fmt.Sprint(i + 1), Kind: kind,
			Target: l.target, Treatment: l.treatment, Text: l.cited, Start: start, End: start + len(l.cited), Status: record.Resolved,
		})
		docs[source] = []*record.Document{{Source: source, Lang: l.lang, Text: l.text, Paragraphs: []record.Paragraph{
			{Standing: record.In(record.Operative), Pieces: []record.Span{{Start: 0, End: len(l.text)}}}}}}
	}
	delete(docs, "5.txt")
	g := graph.Build(refs, graph.BuildOptions{Knowledge: lampNames{}})
	g.Notes = []string{"only lamps"}
	return g, quote.Kept(docs)
}

type lampNames struct{}

func (lampNames) Describe(id string) (graph.Description, bool) {
	known := map[string]graph.Description{
		"A/RES/60/288": {Title: "The Lamp", Date: "2006-09-08"},
		"A/RES/90/3":   {Title: "المصباح"},
		"state:KEN":    {Title: "Kenya", Label: "Kenya"},
	}
	d, ok := known[id]
	return d, ok
}

// results are one of each result that writes itself, by the name of its golden
// file.
func results() map[string]any {
	ctx := context.Background()
	g, reader := lampGraph()
	quotes := Quotes{Lang: "en", Found: quote.Sentences(Places(graph.Pointers(g.Edges), "en"), reader)}
	indegree, _ := measure.Find("indegree")
	must := func(err error) {
		if err != nil {
			panic(err)
		}
	}
	show := func(id string, titles map[string]string) *Profile {
		i, _ := g.Index(id)
		p, err := profile.Of(ctx, g, i, profile.Options{Measures: []measure.Measure{indegree}, Types: rank.Types(g.Nodes[i].Kind)})
		must(err)
		return &Profile{Profile: p, Graph: g, Titles: titles, Sources: []string{"lamp.txt"}, Quotes: quotes, Top: 1}
	}
	chains, err := g.Chains("A/RES/90/3", "A/RES/60/288", 1, graph.Cites)
	must(err)
	path, err := measure.FindMainPath(ctx, g.Kernel(graph.Cites), measure.SPC, measure.Global, 0)
	must(err)
	division, err := group.Divide(ctx, g, group.Options{})
	must(err)
	scores := [][]float64{make([]float64, len(g.Nodes)), make([]float64, len(g.Nodes)), make([]float64, len(g.Nodes))}
	scores[1][0], scores[2][0], scores[2][1] = 1, .75, .25
	read := report.Figures{}
	read.Add(&extract.Result{Documents: []*record.Document{
		{Source: "lamp.txt", Lang: "en", Format: "plain text", Encoding: "windows-1252", Replaced: 3},
		{Source: "lampe.pdf", Lang: "fr", Format: "PDF"},
	}})
	return map[string]any{
		"profile":  show("A/RES/60/288", map[string]string{"en": "The Lamp", "ar": "المصباح", "zh": "灯"}),
		"state":    show("state:KEN", nil),
		"chains":   &Chains{Chains: chains, Quotes: quotes, Notes: g.Notes},
		"mainpath": &MainPath{Main: path, Graph: g, Types: []graph.EdgeType{graph.Cites}, Weights: measure.SPC, Search: measure.Global, Quotes: quotes},
		"groups":   &Groups{Division: division, Top: 2, Notes: g.Notes},
		"summary":  &Summary{Summary: graph.Summarize(g), Read: read.Read(), Notes: g.Notes, Warnings: []string{"a warning"}},
		"missing":  Missing(g.Missing(), 1, g.Notes),
		"report":   lampReport(g),
		"changes":  lampChanges(g),
		"series":   Series(g, "authority", []int{2005, 2006, 2007}, scores, 2),
	}
}

// lampReport is the report of the lamps, without a picture.
func lampReport(g *graph.Graph) *Report {
	f := &report.Figures{Problems: []string{"lamp.pdf: it is <damaged>"}}
	f.Add(&extract.Result{Documents: []*record.Document{{Symbol: "A/RES/90/1", Format: "plain text", Encoding: "UTF-8", Lang: "en", Date: "2035"}, {Lang: "ar", Format: "PDF"}},
		References: []record.Reference{{Kind: record.Resolution, Document: "A/RES/90/1", Status: record.Unresolved, Note: "nothing says | whose", Text: "the\nlamp"}}})
	indegree, _ := measure.Find("indegree")
	r, err := report.Of(context.Background(), g, f, report.Options{Measures: []measure.Measure{indegree}, Top: 2})
	if err != nil {
		panic(err)
	}
	return &Report{Report: r, Lang: "en", Version: "uncite 1", Command: "uncite report 'my lamps'", Notes: g.Notes}
}

// lampChanges has a change of every kind.
func lampChanges(g *graph.Graph) *Changes {
	r := record.Reference{Document: "A/RES/90/1", Lang: "en", Paragraph: "p1", Target: "A/RES/60/288", Treatment: "recall", Text: "resolution 60/288"}
	now := r
	now.Treatment, now.Date = "endorse", "2006-09-08"
	return &Changes{Measure: "indegree", Notes: []string{"three changes"},
		References: []diff.Change{{Kind: diff.Gone, Old: &r}, {Kind: diff.Changed, Old: &r, New: &now, Fields: []string{"treatment", "date"}}, {Kind: diff.New, New: &now}},
		Moves:      []diff.Move{{Node: g.Nodes[0], Old: 3, New: 1, OldScore: 2, NewScore: 2.5}, {Node: g.Nodes[1], Old: 1, OldScore: 4}}}
}

// resultWriters are the golden files of the results, in all their formats.
func resultWriters() map[string]func(io.Writer) error {
	out := map[string]func(io.Writer) error{}
	for name, r := range results() {
		for _, f := range Formats {
			if f.Result != nil && f.Result(r) != nil {
				out[name+f.Extension] = f.Result(r)
			}
		}
	}
	return out
}

func TestResultFormats(t *testing.T) {
	tests := []struct {
		protects string
		r        any
		want     []string
	}{
		{"a listing has rows", (*Listing)(nil), []string{"table", "tsv", "csv", "json"}},
		{"groups have rows", (*Groups)(nil), []string{"table", "csv", "json"}},
		{"a profile is no table of rows", (*Profile)(nil), []string{"table", "json"}},
		{"what cannot write itself has no format", 7, nil},
	}
	for _, test := range tests {
		if got := Names(OfResult(test.r)); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.protects, got, test.want)
		}
	}
}

// Programs read the JSON: it must be JSON, and an empty list must be a list.
func TestResultJSON(t *testing.T) {
	for name, write := range resultWriters() {
		if !strings.HasSuffix(name, ".json") {
			continue
		}
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		var v any
		if err := json.Unmarshal(b.Bytes(), &v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if nulls := strings.ReplaceAll(b.String(), `"power_law": null`, ""); strings.Contains(nulls, "null") {
			t.Errorf("%s shows a list as null:\n%s", name, b.String())
		}
	}
}

func TestColumns(t *testing.T) {
	tests := []struct {
		protects, s string
		want        []string
	}{
		{"between words", "one two three", []string{"one two", "three"}},
		{"wide characters count twice", "一二三四五六", []string{"一二三四", "五六"}},
		{"a symbol stays whole", "to S/60/28", []string{"to", "S/60/28"}},
		{"a word too long is cut", "abcdefghijk", []string{"abcdefgh", "ijk"}},
		{"white space of every sort is a blank", "a\n\tb", []string{"a b"}},
		{"nothing is no line", " ", nil},
	}
	for _, test := range tests {
		got := columns(test.s, 8)
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.protects, got, test.want)
		}
		for _, l := range got {
			if displaywidth.String(l) > 8 {
				t.Errorf("%s: %q is wider than asked for", test.protects, l)
			}
		}
	}
}

func TestOrdinal(t *testing.T) {
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 21: "21st", 111: "111th", 1002: "1002nd"} {
		if got := ordinal(n); got != want {
			t.Errorf("ordinal(%d) = %s, want %s", n, got, want)
		}
	}
}
