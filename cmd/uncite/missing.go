package main

import (
	"github.com/spf13/cobra"

	"uncite/render"
)

func newMissing() *cobra.Command {
	var g graphFlags
	var out resultFlags
	var top int
	cmd := &cobra.Command{
		Use:   "missing [flags] [PATH...]",
		Short: "List the documents that are cited but not in hand, with links to fetch",
		Long: `List the documents of the United Nations that the corpus cites and does not hold,
those with most references first, with the address of each.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			g.start(cmd, args)
			f, err := out.find((*render.Listing)(nil))
			if err != nil {
				return err
			}
			gr, err := g.graph(cmd.Context())
			if err != nil {
				return err
			}
			if !cmd.Flags().Changed("top") && f.Name == "table" {
				top = pageTop
			}
			list := render.Missing(gr.Missing(), top, gr.Notes)
			if err := out.write(cmd, f, list); err != nil {
				return err
			}
			if f.Name != "table" {
				state(cmd.ErrOrStderr(), list.Notes)
			}
			return g.outcome()
		},
	}
	addGraphFlags(cmd, &g)
	addGroupFlag(cmd, &g)
	addResultFlags(cmd, &out, (*render.Listing)(nil))
	cmd.Flags().IntVar(&top, "top", 0, "list the first `N`; 0 for all (a table shows 20 unless told otherwise)")
	return cmd
}
