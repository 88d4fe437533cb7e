package main

import (
	"github.com/spf13/cobra"

	"uncite/graph"
	"uncite/render"
)

func newSummary() *cobra.Command {
	var g graphFlags
	var out resultFlags
	cmd := &cobra.Command{
		Use:   "summary [flags] [PATH...]",
		Short: "The citation graph in figures",
		Long: `Print the citation graph in figures: nodes and edges by kind, density, components,
circles, degrees with a power-law fit, age of references, bodies that cite
themselves, documents cited but not in hand.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			g.start(cmd, args)
			f, err := out.find((*render.Summary)(nil))
			if err != nil {
				return err
			}
			gr, err := g.graph(cmd.Context())
			if err != nil {
				return err
			}
			r := &render.Summary{Summary: graph.Summarize(gr), Notes: gr.Notes, Warnings: gr.Warnings}
			if err := out.write(cmd, f, r); err != nil {
				return err
			}
			warn(cmd.ErrOrStderr(), gr.Warnings)
			return g.outcome()
		},
	}
	addGraphFlags(cmd, &g)
	addGroupFlag(cmd, &g)
	addResultFlags(cmd, &out, (*render.Summary)(nil))
	return cmd
}
