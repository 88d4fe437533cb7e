package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"uncite/graph"
	"uncite/graph/measure"
	"uncite/graph/rank"
	"uncite/render"
)

// pageTop is how many nodes a ranking shows that is made to be read.
const pageTop = 20

// rankVerb is what the user asks of a ranking.
type rankVerb struct {
	graphFlags
	measure      measureFlags
	format, file string
	top          int
	yearly       bool
}

func newRank() *cobra.Command {
	var v rankVerb
	cmd := &cobra.Command{
		Use:   "rank [flags] [PATH...]",
		Short: "Rank documents, instruments, entities and States",
		Long: "Rank the nodes of the citation graph by one measure or several. Equal scores are\n" +
			"ordered by identifier. --kind chooses what is listed, not what is counted; the\n" +
			"other filters choose the graph on which the measures are computed.\n\n" + measureTable(),
		RunE: v.run,
	}
	addGraphFlags(cmd, &v.graphFlags)
	addGroupFlag(cmd, &v.graphFlags)
	addMeasureFlags(cmd, &v.measure, "indegree")
	addFormatFlag(cmd, &v.format, "table", render.OfRanking)
	cmd.Flags().BoolVar(&v.yearly, "series", false, "authority at the end of every year, a row a year, a column for each of the N that have most in the last")
	cmd.Flags().IntVar(&v.top, "top", 0, "list the first `N`; 0 for all (a table shows 20 unless told otherwise)")
	cmd.Flags().StringVarP(&v.file, "output", "o", "", "write to this `FILE`, whole or not at all")
	return cmd
}

// run ranks the nodes.
func (v *rankVerb) run(cmd *cobra.Command, args []string) error {
	v.start(cmd, args)
	f, err := render.Find(v.format, render.OfRanking)
	if err != nil {
		return err
	}
	if _, err := v.measure.measures(); err != nil {
		return err
	}
	if v.yearly {
		return v.series(cmd, &v.measure, v.format, v.file, v.top)
	}
	gr, err := v.graph(cmd.Context(), "kind")
	if err != nil {
		return err
	}
	ranking, err := v.measure.score(cmd, gr, v.edges())
	if err != nil {
		return err
	}
	if ranking, err = v.keepKinds(ranking); err != nil {
		return err
	}
	if !cmd.Flags().Changed("top") && f.Name == "table" {
		v.top = pageTop
	}
	ranking = ranking.First(v.top)
	err = output(cmd.Context(), v.file, cmd.OutOrStdout(), func(w io.Writer) error {
		return f.Ranking(w, ranking)
	})
	if err != nil {
		return err
	}
	if f.Name != "table" {
		state(cmd.ErrOrStderr(), ranking.Graph.Notes)
	} else if ranking.Tied != "" {
		state(cmd.ErrOrStderr(), []string{ranking.Tied})
	}
	warn(cmd.ErrOrStderr(), gr.Warnings)
	return v.outcome()
}

// keepKinds leaves the nodes of the kinds that --kind names.
func (g *graphFlags) keepKinds(r *rank.Ranking) (*rank.Ranking, error) {
	value := *g.filters["kind"]
	if value == "" {
		return r, nil
	}
	kinds, err := graph.ParseKinds(value)
	if err != nil {
		return nil, fmt.Errorf("--kind: %w", err)
	}
	kept := r.Kinds(kinds...)
	kept.Graph.Notes = append(slices.Clone(kept.Graph.Notes), listed(value))
	return kept, nil
}

// listed says which kinds a ranking lists.
func listed(value string) string {
	if strings.HasPrefix(value, "!") {
		return "listed: all but " + strings.ReplaceAll(value, "!", "")
	}
	return "listed: " + value
}

// measureTable is the table of measures as --help prints it.
func measureTable() string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "MEASURE\tCOST\tWHEN TO TRUST IT")
	for _, row := range measure.Measures {
		fmt.Fprintf(w, "%s\t%s\t%s\n", row.Name, row.Cost, row.Advice)
	}
	_ = w.Flush() // a strings.Builder takes everything
	return b.String() + "\ndocs/measures.md gives formulas and sources."
}
