package main

import (
	"github.com/spf13/cobra"

	"uncite/graph/measure"
	"uncite/render"
)

// seriesTop is how many nodes a table shows side by side.
const seriesTop = 5

// series writes the authority of nodes by year, for rank --series.
func (g *graphFlags) series(cmd *cobra.Command, m *measureFlags, format, file string, top int) error {
	out := resultFlags{format, file}
	f, err := out.find((*render.Listing)(nil))
	if err != nil {
		return err
	}
	gr, err := g.graph(cmd.Context())
	if err != nil {
		return err
	}
	opts, err := m.options(gr)
	if err != nil {
		return err
	}
	bar := newProgress(cmd.ErrOrStderr(), "authority by year")
	opts.Progress = bar.at
	years, scores, err := measure.AuthorityByYear(cmd.Context(), gr.Kernel(g.edges()...), opts)
	bar.done()
	if err != nil {
		return stopped(cmd.Context(), err)
	}
	if !cmd.Flags().Changed("top") && f.Name == "table" {
		top = seriesTop
	}
	list := render.Series(gr, "authority", years, scores, top)
	if err := out.write(cmd, f, list); err != nil {
		return err
	}
	if f.Name != "table" {
		state(cmd.ErrOrStderr(), list.Notes)
	}
	warn(cmd.ErrOrStderr(), gr.Warnings)
	return g.outcome()
}
