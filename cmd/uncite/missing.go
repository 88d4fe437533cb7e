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
		Short: "List what is cited but not in hand, with links to fetch",
		Long: `List the documents of the United Nations that the corpus cites and does not hold,
those with most references first, with the address of each. --kind, --body,
--years, --min-count and --match choose what is listed, --within the graph in
which references are counted.`,
		Example: `  uncite missing --top 50 texts/
  uncite missing --body "Security Council" refs.jsonl -o missing.csv`,
		RunE: func(cmd *cobra.Command, args []string) error {
			g.start(cmd, args)
			f, err := out.find(cmd, (*render.Listing)(nil))
			if err != nil {
				return err
			}
			g.counts = true
			gr, err := g.graph(cmd.Context())
			if err != nil {
				return err
			}
			if !cmd.Flags().Changed("top") && f.Read {
				top = pageTop
			}
			listings, err := g.listing()
			if err != nil {
				return err
			}
			list := render.Missing(gr.Missing(listings...), top, gr.Notes)
			if err := out.write(cmd, f, list); err != nil {
				return err
			}
			if !f.Read {
				state(cmd.ErrOrStderr(), list.Notes)
			}
			return g.outcome()
		},
	}
	addGraphFlags(cmd, &g)
	g.lists = true
	addGroupFlag(cmd, &g)
	addResultFlags(cmd, &out, (*render.Listing)(nil))
	cmd.Flags().IntVar(&top, "top", 0, "list the first `N`; 0 for all (a table shows 20 unless told otherwise)")
	return cmd
}
