package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"uncite/graph/group"
	"uncite/render"
)

// membersShown is how many members of each group a table shows.
const membersShown = 5

func newGroups() *cobra.Command {
	var g graphFlags
	var out resultFlags
	var o group.Options
	var on string
	var top int
	ties := strings.Trim(fmt.Sprint(group.Ties), "[]")
	cmd := &cobra.Command{
		Use:   "groups [flags] [PATH...]",
		Short: "Divide the corpus into groups of documents that belong together",
		Long: `Divide the documents into groups by the Leiden algorithm: on the citation graph,
on documents that are cited together (cocitation), or on documents that cite the
same ones (coupling). Groups are numbered by size and named after their most
central document; members are ordered by their ties to others of the group. The
numbers are those that --group of other verbs takes, on the citation graph.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			g.start(cmd, args)
			f, err := out.find((*render.Groups)(nil))
			if err != nil {
				return err
			}
			if !slices.Contains(group.Ties, group.On(on)) {
				return fmt.Errorf("--on: %q is none of %s", on, ties)
			}
			gr, err := g.graph(cmd.Context())
			if err != nil {
				return err
			}
			o.On, o.Types = group.On(on), g.edges()
			d, err := group.Divide(cmd.Context(), gr, o)
			if err != nil {
				return stopped(cmd.Context(), err)
			}
			r := &render.Groups{Division: d, Top: top, Notes: gr.Notes}
			if err := out.write(cmd, f, r); err != nil {
				return err
			}
			if f.Name == "csv" {
				state(cmd.ErrOrStderr(), append([]string{d.Note()}, gr.Notes...))
			}
			return g.outcome()
		},
	}
	addGraphFlags(cmd, &g)
	addResultFlags(cmd, &out, (*render.Groups)(nil))
	fl := cmd.Flags()
	fl.StringVar(&on, "on", string(group.Citation), "`GRAPH` that is divided: "+ties)
	fl.Float64Var(&o.Leiden.Resolution, "resolution", 1, "larger values give smaller groups")
	fl.IntVar(&o.Leiden.Iterations, "iterations", 0, "runs of the algorithm, each from the result of the last (3)")
	fl.Uint64Var(&o.Leiden.Seed, "seed", 0, "chooses one of several divisions that are equally good")
	fl.IntVar(&o.Least, "least", 1, "documents that two must share, on cocitation and coupling")
	fl.BoolVar(&o.Measure.Weighted, "weighted", false, "count every reference instead of every edge, on citation")
	fl.IntVar(&o.Measure.Threads, "threads", 0, "processors to use, 0 for all; the result is the same")
	fl.IntVar(&top, "top", membersShown, "show `N` members of each group in a table; 0 for all")
	return cmd
}
