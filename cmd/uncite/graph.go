package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"uncite/extract"
	"uncite/extract/lang"
	"uncite/graph"
	"uncite/graph/csr"
	"uncite/graph/group"
	"uncite/graph/measure"
	"uncite/graph/rank"
)

// graphFlags are the flags of every verb that builds a graph.
type graphFlags struct {
	corpus
	split     []string
	oldMerge  string // of --merge adopted, which is how graphs are made now
	masthead  bool
	tables    bool
	language  string
	filters   map[string]*string
	within    []string
	lists     bool // filters that judge nodes choose what is listed, not the graph
	ranks     bool // names in no table count only where they are asked for
	unknown   bool
	groups    []int
	depth     int    // of --around
	direction string // of --around
	counts    bool   // nothing is quoted, so that the graph needs no evidence
	places    bool   // a few citations are quoted, which are read again then
	again     reader // reads them
	documents bool   // what is called wants documents, not references alone
	// seen is called with all that is read, where it is set. Of references in a graph
	// for its counts it must keep nothing.
	seen func(*extract.Result)
}

func addGraphFlags(cmd *cobra.Command, g *graphFlags) {
	addCorpusFlags(cmd, &g.corpus)
	cmd.Flags().StringSliceVar(&g.split, "split", nil, "with `adopted`, an instrument and the document that adopted or annexed it are two nodes")
	cmd.Flags().StringVar(&g.oldMerge, "merge", "", "")
	_ = cmd.Flags().MarkHidden("merge")
	cmd.Flags().BoolVar(&g.masthead, "masthead", false, "make edges of what the masthead names, such as the draft")
	cmd.Flags().BoolVar(&g.tables, "tables", false, "let in what no text names and only the authority tables do: adopting resolutions, parent bodies, wholes of parts")
	cmd.Flags().StringVar(&g.language, "labels", lang.Fallback(), "`LANGUAGE` of titles, names and legends, that of --lang unless told otherwise: "+strings.Join(lang.Codes, " "))
	cmd.Flags().IntVar(&g.depth, "depth", 1, "how many edges --around goes")
	cmd.Flags().StringVar(&g.direction, "direction", "both", "which edges --around follows: `in`, out or both")
	addFilterFlags(cmd, g)
	complete(cmd, "labels", lang.Codes)
	complete(cmd, "split", []string{"adopted"})
	complete(cmd, "direction", []string{"in", "out", "both"})
}

// addGroupFlag adds --group.
func addGroupFlag(cmd *cobra.Command, g *graphFlags) {
	cmd.Flags().IntSliceVar(&g.groups, "group", nil, "only the nodes of the groups of these numbers `N,...`, as numbered by uncite groups with the same filters")
}

// start takes the arguments and streams of the command line.
func (g *graphFlags) start(cmd *cobra.Command, args []string) {
	g.paths, g.in, g.errOut = args, cmd.InOrStdin(), cmd.ErrOrStderr()
	g.speak(cmd, false)
}

// graph builds the graph of the corpus and narrows it by the filters of the
// command line that choose a graph, but for those named in except.
func (g *graphFlags) graph(ctx context.Context, except ...string) (*graph.Graph, error) {
	opts, err := g.options()
	if err != nil {
		return nil, err
	}
	filters, err := g.chosen(except...)
	if err != nil {
		return nil, err
	}
	b := graph.NewBuilder(opts)
	g.alone = !g.documents
	err = g.each(ctx, func(r *extract.Result) error {
		if g.seen != nil {
			g.seen(r)
		}
		b.AddPlaced(r.References, g.again.places(r))
		if g.seen == nil || g.places {
			r.Release()
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if g.read == 0 && g.failed+g.passed > 0 {
		return nil, g.outcome()
	}
	gr, err := b.Graph().Select(filters...)
	if err == nil && g.ranks {
		gr, err = g.known(gr)
	}
	if err == nil && len(g.groups) > 0 {
		gr, err = g.inGroups(ctx, gr)
	}
	if err == nil && len(gr.Nodes) == 0 && len(filters) > 0 {
		fmt.Fprintln(g.errOut, "uncite: the filters leave nothing:", gr.Notes[len(gr.Notes)-1])
	}
	return gr, err
}

// onEvidence are the filters that judge single citations.
var onEvidence = []string{"status", "text-lang", "versions", "zone", "treatment"}

// inGroups keeps the groups that --group names.
func (g *graphFlags) inGroups(ctx context.Context, gr *graph.Graph) (*graph.Graph, error) {
	d, err := group.Divide(ctx, gr, group.Options{})
	if err != nil {
		return nil, err
	}
	for _, n := range g.groups {
		if n < 1 || n > len(d.Groups) {
			return nil, fmt.Errorf("--group: there is no group %d; the graph has %d", n, len(d.Groups))
		}
	}
	return gr.Select(graph.Groups(d.Of(), g.groups...))
}

func (g *graphFlags) options() (graph.BuildOptions, error) {
	table, err := g.table()
	if err != nil {
		return graph.BuildOptions{}, err
	}
	if *g.filters["around"] == "" && (g.depth != 1 || g.direction != "both") {
		return graph.BuildOptions{}, fmt.Errorf("--depth and --direction say how far --around goes; name a node with --around")
	}
	if err := oneOf("split", g.split, "adopted"); err != nil {
		return graph.BuildOptions{}, err
	}
	if g.oldMerge != "" && g.oldMerge != "adopted" {
		return graph.BuildOptions{}, fmt.Errorf("--merge knows only adopted, not %q", g.oldMerge)
	}
	if !slices.Contains(lang.Codes, g.language) {
		return graph.BuildOptions{}, noneOf("labels", g.language, lang.Codes)
	}
	opts := graph.BuildOptions{
		Knowledge:    graph.FromAuthority(table, g.language),
		Masthead:     g.masthead,
		SplitAdopted: len(g.split) > 0,
		Tables:       g.tables,
		Lang:         g.language,
		AllTitles:    g.uses("match"),
	}
	if !slices.ContainsFunc(onEvidence, g.uses) {
		opts.Counts, opts.Places = g.counts, g.places
	}
	opts.Statuses, err = graph.ParseStatuses(*g.filters["status"])
	if err != nil {
		return opts, fmt.Errorf("--status: %w", err)
	}
	return opts, nil
}

// measureFlags are the flags of the verbs that compute scores.
type measureFlags struct {
	by         []string
	byGiven    func() bool // whether the user wrote --by
	damping    float64
	personal   []string
	asOf       int
	weighted   bool
	threads    int
	samples    int
	seed       uint64
	least      float64
	leastGiven bool
	locate     func(*graph.Graph, string) (int, error) // finds the nodes of --personal
}

func addMeasureFlags(cmd *cobra.Command, m *measureFlags, usual ...string) {
	fl := cmd.Flags()
	fl.StringSliceVar(&m.by, "by", usual, "`MEASURE,...` to compute, the first orders the output; all for all of them")
	m.byGiven = func() bool { return fl.Changed("by") }
	fl.Float64Var(&m.damping, "damping", 0.85, "probability with which PageRank follows a reference")
	fl.StringSliceVar(&m.personal, "personal", nil, "`ID,...` of the nodes to which PageRank jumps")
	_ = cmd.RegisterFlagCompletionFunc("personal", completeID)
	fl.IntVar(&m.asOf, "as-of", 0, "last `YEAR` that counts for authority-asof, which it chooses unless --by does")
	fl.BoolVar(&m.weighted, "weighted", false, "count every reference instead of every edge")
	fl.IntVar(&m.threads, "threads", 0, "processors to use, 0 for all; the result is the same")
	fl.IntVar(&m.samples, "samples", 0, "sources from which betweenness is estimated in large graphs")
	fl.Uint64Var(&m.seed, "seed", 0, "chooses the sample of estimates")
	fl.Float64Var(&m.least, "min-score", 0, "only nodes of at least this `SCORE` by the first measure")
	complete(cmd, "by", measureNames())
}

func measureNames() []string {
	names := make([]string, len(measure.Measures))
	for i, row := range measure.Measures {
		names[i] = row.Name
	}
	return names
}

// asOfMeasure is the measure that --as-of is about.
const asOfMeasure = "authority-asof"

// measures returns the rows of the table that --by names. A year that none of
// them would heed is an error: the scores would not be those of that year.
func (m *measureFlags) measures() ([]measure.Measure, error) {
	names := m.by
	if m.asOf != 0 && !slices.Contains(names, asOfMeasure) && !slices.Contains(names, "all") {
		if m.byGiven() {
			return nil, fmt.Errorf("--as-of counts for %s alone; name it in --by, or leave --by out", asOfMeasure)
		}
		names = append([]string{asOfMeasure}, names...)
	}
	var out []measure.Measure
	for _, name := range names {
		if name == "all" {
			return measure.Measures, nil
		}
		row, ok := measure.Find(name)
		if !ok {
			return nil, fmt.Errorf("--by: there is no measure %q%s; uncite help measures says what each is for: %s", name, nearest(name, measureNames()), strings.Join(measureNames(), " "))
		}
		if err := m.try(row); err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, nil
}

// try runs a measure on an empty graph, so that settings that make no sense are
// refused before anything is read.
func (m *measureFlags) try(row measure.Measure) error {
	_, err := row.Compute(context.Background(), csr.Build(0, nil, nil, nil), &measure.Options{Damping: m.damping, Samples: m.samples})
	if err != nil {
		return fmt.Errorf("%s: %w", row.Name, err)
	}
	return nil
}

// score ranks the nodes of a graph on the edges of the types.
func (m *measureFlags) score(cmd *cobra.Command, g *graph.Graph, types []graph.EdgeType) (*rank.Ranking, error) {
	rows, err := m.measures()
	if err != nil {
		return nil, err
	}
	settings, err := m.options(g)
	if err != nil {
		return nil, err
	}
	r, err := rank.Of(cmd.Context(), g, rank.Options{
		Measures: rows, Settings: *settings, Types: types, Untie: !m.byGiven(),
		Progress: func(name string) (func(done, total int), func()) {
			bar := newProgress(cmd.ErrOrStderr(), name)
			return bar.at, bar.done
		},
	})
	m.leastGiven = cmd.Flags().Changed("min-score")
	return r, err
}

// atLeast keeps the nodes that have the score of --min-score.
func (m *measureFlags) atLeast(r *rank.Ranking) *rank.Ranking {
	if !m.leastGiven {
		return r
	}
	return r.AtLeast(m.least)
}

func (m *measureFlags) options(g *graph.Graph) (*measure.Options, error) {
	if m.locate == nil {
		m.locate = func(g *graph.Graph, id string) (int, error) { return g.Locate(id, nil) }
	}
	o := &measure.Options{
		Threads: m.threads, Weighted: m.weighted, Damping: m.damping, AsOf: m.asOf, Samples: m.samples, Seed: m.seed,
		Years: rank.Years(g),
	}
	if len(m.personal) == 0 {
		return o, nil
	}
	o.Personal = make([]float64, len(g.Nodes))
	for _, id := range m.personal {
		i, err := m.locate(g, id)
		if err != nil {
			return nil, fmt.Errorf("--personal: %w", err)
		}
		o.Personal[i] = 1
	}
	return o, nil
}
