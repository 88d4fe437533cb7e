package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"uncite/extract"
	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/graph"
	"uncite/graph/diff"
	"uncite/graph/measure"
	"uncite/graph/rank"
	"uncite/render"
)

// diffVerb is what the user asks of the verb diff.
type diffVerb struct {
	corpus corpus
	out    resultFlags
	by     string
	top    int
	kinds  []string
}

// rankedMoves is how far down ranks are compared unless told otherwise.
const rankedMoves = 50

// diffKinds are compared unless told otherwise: what is cited, not who is named.
var diffKinds = []string{string(record.Resolution), string(record.Decision), string(record.Report), string(record.Treaty), string(record.Instrument)}

func newDiff() *cobra.Command {
	var v diffVerb
	cmd := &cobra.Command{
		Use:   "diff [flags] OLD NEW",
		Short: "How two states of a corpus differ: references and ranks",
		Long: `Compare two states of a corpus, each a folder, a document or a references file:
references that are new, gone or changed, document by document and language by
language, and how the ranks of what they cite moved. What is only on another line
is no change.

Exit status: 1 where they differ.`,
		Example: `  uncite diff draft-1.txt draft-2.txt
  uncite diff refs-2025.jsonl refs-2026.jsonl -o changes.csv`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error { return v.run(cmd, args[0], args[1]) },
	}
	addCorpusFlags(cmd, &v.corpus)
	addResultFlags(cmd, &v.out, (*render.Changes)(nil))
	cmd.Flags().StringVar(&v.by, "by", "indegree", "`MEASURE` whose ranks are compared")
	cmd.Flags().IntVar(&v.top, "top", rankedMoves, "tell of ranks among the first `N` of either; 0 for all")
	cmd.Flags().StringSliceVar(&v.kinds, "kind", diffKinds, "compare references of these `KINDS`")
	complete(cmd, "by", measureNames())
	complete(cmd, "kind", graph.Words("kind"))
	return cmd
}

func (v *diffVerb) run(cmd *cobra.Command, before, after string) error {
	f, err := v.out.find(cmd, (*render.Changes)(nil))
	if err != nil {
		return err
	}
	row, ok := measure.Find(v.by)
	if !ok {
		return fmt.Errorf("--by: there is no measure %q%s", v.by, nearest(v.by, measureNames()))
	}
	if _, err := graph.ParseKinds(strings.Join(v.kinds, ",")); err != nil {
		return fmt.Errorf("--kind: %w", err)
	}
	old, err := v.state(cmd, before, row)
	if err != nil {
		return err
	}
	now, err := v.state(cmd, after, row)
	if err != nil {
		return err
	}
	c := &render.Changes{References: diff.References(old.references, now.references), Measure: v.by, Moves: diff.Moves(old.ranking, now.ranking, v.top)}
	c.Notes = []string{tally(c), fmt.Sprintf("ranks that moved, among the first %d by %s: %d", v.top, v.by, len(c.Moves))}
	if v.top == 0 {
		c.Notes[1] = fmt.Sprintf("ranks that moved, by %s: %d", v.by, len(c.Moves))
	}
	if err := v.out.write(cmd, f, c); err != nil {
		return err
	}
	if !f.Read {
		state(cmd.ErrOrStderr(), c.Notes)
	}
	if err := v.corpus.outcome(); err != nil {
		return err
	}
	if len(c.References)+len(c.Moves) > 0 {
		return errNo
	}
	return nil
}

// tally counts the changes by their kinds.
func tally(c *render.Changes) string {
	n := map[string]int{}
	for i := range c.References {
		n[c.References[i].Kind]++
	}
	return fmt.Sprintf("references that are new: %d; gone: %d; changed: %d", n[diff.New], n[diff.Gone], n[diff.Changed])
}

// corpusState is a state of the corpus.
type corpusState struct {
	references []record.Reference // of the kinds that are compared
	ranking    *rank.Ranking
}

// state reads a state of the corpus and ranks what it cites.
func (v *diffVerb) state(cmd *cobra.Command, path string, row measure.Measure) (*corpusState, error) {
	table, err := v.corpus.table()
	if err != nil {
		return nil, err
	}
	v.corpus.paths, v.corpus.in, v.corpus.errOut = []string{path}, cmd.InOrStdin(), cmd.ErrOrStderr()
	s := &corpusState{}
	b := graph.NewBuilder(graph.BuildOptions{Knowledge: graph.FromAuthority(table, lang.Fallback())})
	read := v.corpus.read
	err = v.corpus.each(cmd.Context(), func(r *extract.Result) error {
		for i := range r.References {
			b.Add(&r.References[i])
			if slices.Contains(v.kinds, string(r.References[i].Kind)) {
				s.references = append(s.references, r.References[i])
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if v.corpus.read == read {
		return nil, fmt.Errorf("nothing could be read of %s", path)
	}
	s.ranking, err = ranked(cmd.Context(), b.Graph(), row)
	return s, err
}

// ranked ranks a graph by a measure on what is cited.
func ranked(ctx context.Context, g *graph.Graph, row measure.Measure) (*rank.Ranking, error) {
	r, err := rank.Of(ctx, g, rank.Options{Measures: []measure.Measure{row}, Settings: measure.Options{Years: rank.Years(g)}, Types: rank.Types()})
	if err != nil {
		return nil, stopped(ctx, err)
	}
	return r, nil
}
