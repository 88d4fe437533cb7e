package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"uncite/extract"
	"uncite/graph"
	"uncite/graph/report"
	"uncite/render"
)

func newSummary() *cobra.Command {
	var g graphFlags
	var out resultFlags
	var warnings bool
	cmd := &cobra.Command{
		Use:   "summary [flags] [PATH...]",
		Short: "The citation graph in figures",
		Long: `Print the citation graph in figures: nodes and edges by kind, density, components,
circles, degrees with a power-law fit, age of references, bodies that cite
themselves, documents cited but not in hand; the formats and encodings that were
read, and which texts were taken for versions of one document.`,
		Example: `  uncite summary texts/
  uncite summary --warnings refs.jsonl`,
		RunE: func(cmd *cobra.Command, args []string) error {
			g.start(cmd, args)
			f, err := out.find(cmd, (*render.Summary)(nil))
			if err != nil {
				return err
			}
			g.counts = true
			var read report.Figures
			g.documents = true
			g.seen = func(r *extract.Result) {
				if len(r.Documents) > 0 {
					read.Add(r)
				}
			}
			gr, err := g.graph(cmd.Context())
			if err != nil {
				return err
			}
			if warnings {
				return listWarnings(cmd, &out, gr)
			}
			r := &render.Summary{Summary: graph.Summarize(gr), Read: read.Read(), Notes: gr.Notes, Warnings: gr.Warnings}
			if err := out.write(cmd, f, r); err != nil {
				return err
			}
			warn(cmd.ErrOrStderr(), gr)
			return g.outcome()
		},
	}
	addGraphFlags(cmd, &g)
	addGroupFlag(cmd, &g)
	addResultFlags(cmd, &out, (*render.Summary)(nil))
	cmd.Flags().BoolVar(&warnings, "warnings", false, "list the citations that point forward in time instead, a line each")
	return cmd
}

// listWarnings prints what cannot be right in a graph, a line each.
func listWarnings(cmd *cobra.Command, out *resultFlags, gr *graph.Graph) error {
	return out.print(cmd, func(w io.Writer) error {
		for _, line := range gr.Warnings {
			if _, err := fmt.Fprintln(w, line); err != nil {
				return err
			}
		}
		return nil
	})
}
