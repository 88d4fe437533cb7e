// Package report gathers what is to be said of a corpus on one page: what was
// read, what was found and what was not resolved, who is cited most, what belongs
// together, and along which documents the knowledge came down.
package report

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"uncite/extract"
	"uncite/extract/record"
	"uncite/graph"
	"uncite/graph/group"
	"uncite/graph/measure"
	"uncite/graph/rank"
)

// Figures count what was read and found. Add fills them, input by input.
type Figures struct {
	Inputs     int // files, and lines of corpora, that were read
	Documents  int // in them
	References int
	Formats    map[string]int // documents by the format of their file
	Encodings  map[string]int
	Languages  map[string]int
	Replaced   []Replaced // files in which bytes were replaced, in the order they came
	Undated    int        // documents whose date nothing tells
	Nameless   int        // documents that do not say which they are
	Kinds      map[record.Kind]map[record.Status]int
	Problems   []string // what could not be read, a sentence each
	reasons    map[string]*Reason
	versions   map[string]int // documents by their symbol
}

// Replaced tells in how many places of a file a byte stood that its encoding does
// not know.
type Replaced struct {
	Source string `json:"source"`
	Count  int    `json:"count"`
}

// Read are the figures of the texts that were read, as one object.
type Read struct {
	Inputs    int            `json:"inputs"`
	Documents int            `json:"documents"`
	Formats   map[string]int `json:"formats"`
	Encodings map[string]int `json:"encodings"`
	Languages map[string]int `json:"languages"`
	// Replaced are the files with bytes that their encoding does not know.
	Replaced []Replaced `json:"replaced"`
}

// Read returns the figures of what was read.
func (f *Figures) Read() Read {
	r := Read{f.Inputs, f.Documents, f.Formats, f.Encodings, f.Languages, f.Replaced}
	if f.Formats == nil {
		r.Formats, r.Encodings, r.Languages = map[string]int{}, map[string]int{}, map[string]int{}
	}
	if r.Replaced == nil {
		r.Replaced = []Replaced{}
	}
	return r
}

// Reason is why references were not resolved.
type Reason struct {
	Status   record.Status
	Why      string
	Count    int
	Document string // the first of them: its document, or file
	Words    string // and words
}

// Add counts one input.
func (f *Figures) Add(r *extract.Result) {
	if f.Formats == nil {
		*f = Figures{Formats: map[string]int{}, Encodings: map[string]int{}, Languages: map[string]int{},
			Kinds: map[record.Kind]map[record.Status]int{}, Problems: f.Problems, reasons: map[string]*Reason{}, versions: map[string]int{}}
	}
	f.Inputs++
	if r.Err != nil {
		f.Problems = append(f.Problems, r.Err.Error())
	}
	for _, d := range r.Documents {
		f.document(d)
	}
	for i := range r.References {
		f.reference(&r.References[i], len(r.Documents) == 0)
	}
}

func (f *Figures) document(d *record.Document) {
	f.Documents++
	f.Formats[d.Format]++
	if d.Encoding != "" {
		f.Encodings[d.Encoding]++
	}
	if d.Replaced > 0 {
		f.Replaced = append(f.Replaced, Replaced{d.Source, d.Replaced})
	}
	f.Languages[d.Lang]++
	if d.Date == "" {
		f.Undated++
	}
	if d.Symbol == "" {
		f.Nameless++
		return
	}
	f.versions[d.Symbol]++
}

// reference counts a reference; that of a masthead to its document counts a
// document where the input holds references alone.
func (f *Figures) reference(r *record.Reference, alone bool) {
	if r.Zone == record.Masthead {
		if alone && r.Target == r.Document && r.Title != "" {
			f.Documents++
			f.Languages[r.Lang]++
			f.versions[r.Document]++
		}
		return
	}
	f.References++
	if f.Kinds[r.Kind] == nil {
		f.Kinds[r.Kind] = map[record.Status]int{}
	}
	f.Kinds[r.Kind][r.Status]++
	if r.Status == record.Resolved || r.Status == "" {
		return
	}
	key := string(r.Status) + r.Note
	if f.reasons[key] == nil {
		f.reasons[key] = &Reason{Status: r.Status, Why: r.Note, Document: cmp.Or(r.Document, r.Source), Words: r.Text}
	}
	f.reasons[key].Count++
}

// Merged is the number of documents that the corpus holds in several versions,
// languages or files, each of which is one node; and that of the versions.
func (f *Figures) Merged() (documents, versions int) {
	for _, n := range f.versions {
		if n > 1 {
			documents, versions = documents+1, versions+n
		}
	}
	return documents, versions
}

// Reasons list why references were not resolved, the most frequent first.
func (f *Figures) Reasons() []*Reason {
	var out []*Reason
	for _, r := range f.reasons {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b *Reason) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Status, b.Status), cmp.Compare(a.Why, b.Why))
	})
	return out
}

// Statuses are the statuses in the order of the record, and Kinds the kinds.
var (
	Statuses = []record.Status{record.Resolved, record.Ambiguous, record.Unresolved, record.Contradicted}
	Kinds    = []record.Kind{record.Resolution, record.Decision, record.Report, record.Treaty, record.Instrument, record.Entity, record.State, record.Publication, record.Law, record.Case}
)

// Ranking is the ranking of the nodes of a kind.
type Ranking struct {
	Kind record.Kind
	Of   *rank.Ranking // cut to what is shown
	All  int           // nodes of the kind
	// Whole is the ranking of the whole graph that it was cut from.
	Whole *rank.Ranking
}

// Report is what is to be said of a corpus.
type Report struct {
	Figures  *Figures
	Graph    *graph.Graph
	Summary  *graph.Summary
	Measures []measure.Measure
	Rankings []Ranking // of the kinds that the corpus names, in the order of Kinds
	Groups   *group.Division
	Main     *measure.Main // of the documents in hand; its indices are those of MainIn
	MainIn   *graph.Graph
	Ties     int // main paths of equal weight, of which one is shown
}

// Options are the settings of Of.
type Options struct {
	Measures []measure.Measure // the first orders the rankings; at least one
	Settings measure.Options
	Top      int // rows of a ranking, 0 for all
}

// Of makes the report of a graph and of the figures of what it was made from.
func Of(ctx context.Context, g *graph.Graph, f *Figures, o Options) (*Report, error) {
	r := &Report{Figures: f, Graph: g, Summary: graph.Summarize(g), Measures: o.Measures}
	if o.Settings.Years == nil {
		o.Settings.Years = rank.Years(g)
	}
	if err := r.rank(ctx, o); err != nil {
		return nil, err
	}
	var err error
	if r.Groups, err = group.Divide(ctx, g, group.Options{}); err != nil {
		return nil, err
	}
	if r.MainIn, err = g.Select(graph.InHand()); err != nil {
		return nil, err
	}
	main, err := measure.FindMainPath(ctx, r.MainIn.Kernel(graph.Cites), measure.SPC, measure.Global, 0)
	if err != nil {
		return nil, err
	}
	r.Main, r.Ties = main.Fold()
	return r, nil
}

// rank makes the rankings by kind. Scores are those of the whole graph, by
// citations or, for what is only mentioned, by mentions.
func (r *Report) rank(ctx context.Context, o Options) error {
	made := map[string]*rank.Ranking{}
	for _, kind := range Kinds {
		types := rank.Types(kind)
		key := fmt.Sprint(types)
		if made[key] == nil {
			all, err := rank.Of(ctx, r.Graph, rank.Options{Measures: o.Measures, Settings: o.Settings, Types: types})
			if err != nil {
				return err
			}
			made[key] = all
		}
		of := made[key].List(graph.ListKinds(kind)).AtLeast(leastScore)
		if n := len(of.Graph.Nodes); n > 0 {
			r.Rankings = append(r.Rankings, Ranking{kind, of.First(o.Top), n, made[key]})
		}
	}
	return nil
}

// leastScore keeps what has no score at all out of the rankings.
const leastScore = 1e-12

// Path are the nodes of the main path, the cited before the citing; a part of
// several that cite each other in a circle is one step.
func (r *Report) Path() [][]*graph.Node {
	var out [][]*graph.Node
	if r.Main == nil {
		return nil
	}
	for _, part := range r.Main.Parts {
		var nodes []*graph.Node
		for _, v := range part {
			nodes = append(nodes, &r.MainIn.Nodes[v])
		}
		out = append(out, nodes)
	}
	return out
}
