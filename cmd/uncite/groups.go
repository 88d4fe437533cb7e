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

// ties are the graphs that can be divided, as help names them.
var ties = strings.Trim(fmt.Sprint(group.Ties), "[]")

// groupsVerb is what the user asks of a division into groups.
type groupsVerb struct {
	graphFlags
	out     resultFlags
	options group.Options
	on      string
	top     int
}

func newGroups() *cobra.Command {
	var v groupsVerb
	cmd := &cobra.Command{
		Use:   "groups [flags] [PATH...]",
		Short: "Divide the corpus into groups of documents that belong together",
		Long: `Divide the documents into groups by the Leiden algorithm: on the citation graph,
on documents that are cited together (cocitation), or on documents that cite the
same ones (coupling). Groups are numbered by size and named after their most
central document; members are ordered by their ties to others of the group. The
numbers are those that --group of other verbs takes, on the citation graph.`,
		Example: `  uncite groups texts/
  uncite groups --on cocitation --least 3 refs.jsonl -o groups.csv`,
		RunE: v.run,
	}
	addGraphFlags(cmd, &v.graphFlags)
	addResultFlags(cmd, &v.out, (*render.Groups)(nil))
	fl := cmd.Flags()
	fl.StringVar(&v.on, "on", string(group.Citation), "`GRAPH` that is divided: "+ties)
	fl.Float64Var(&v.options.Leiden.Resolution, "resolution", 1, "larger values give smaller groups")
	fl.IntVar(&v.options.Leiden.Iterations, "iterations", 0, "runs of the algorithm, each from the result of the last (3)")
	fl.Uint64Var(&v.options.Leiden.Seed, "seed", 0, "chooses one of several divisions that are equally good")
	fl.IntVar(&v.options.Least, "least", 1, "documents that two must share, on cocitation and coupling")
	fl.BoolVar(&v.options.Measure.Weighted, "weighted", false, "count every reference instead of every edge, on citation")
	fl.IntVar(&v.options.Measure.Threads, "threads", 0, "processors to use, 0 for all; the result is the same")
	fl.IntVar(&v.top, "top", membersShown, "show `N` members of each group in a table; 0 for all")
	return cmd
}

// run divides the corpus.
func (v *groupsVerb) run(cmd *cobra.Command, args []string) error {
	v.start(cmd, args)
	f, err := v.out.find(cmd, (*render.Groups)(nil))
	if err != nil {
		return err
	}
	if !slices.Contains(group.Ties, group.On(v.on)) {
		return noneOf("on", v.on, strings.Fields(ties))
	}
	v.counts = true
	gr, err := v.graph(cmd.Context())
	if err != nil {
		return err
	}
	v.options.On, v.options.Types = group.On(v.on), v.edges()
	d, err := group.Divide(cmd.Context(), gr, v.options)
	if err != nil {
		return stopped(cmd.Context(), err)
	}
	r := &render.Groups{Division: d, Top: v.top, Notes: gr.Notes}
	if err := v.out.write(cmd, f, r); err != nil {
		return err
	}
	if f.Name == "csv" || f.Name == "tsv" {
		state(cmd.ErrOrStderr(), append([]string{d.Note()}, gr.Notes...))
	}
	return v.outcome()
}
