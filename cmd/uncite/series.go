package main

import (
	"github.com/spf13/cobra"

	"uncite/graph/measure"
	"uncite/render"
)

// seriesTop is how many nodes a table shows side by side.
const seriesTop = 5

// seriesUsual is the measure of a series that names none.
const seriesUsual = "authority"

// series writes the scores of nodes by year under a measure, for rank --series.
func (v *rankVerb) series(cmd *cobra.Command, by measure.Measure) error {
	if !v.measure.byGiven() {
		by, _ = measure.Find(seriesUsual)
	}
	f, err := v.out.choose(cmd, render.OfResult((*render.Listing)(nil)))
	if err != nil {
		return err
	}
	v.counts = true
	gr, err := v.graph(cmd.Context())
	if err != nil {
		return err
	}
	opts, err := v.measure.options(gr)
	if err != nil {
		return err
	}
	bar := newProgress(cmd.ErrOrStderr(), by.Name+" by year")
	opts.Progress = bar.at
	years, scores, err := measure.ByYear(cmd.Context(), gr.Kernel(v.edges()...), opts, by.Compute)
	bar.done()
	if err != nil {
		return stopped(cmd.Context(), err)
	}
	listings, err := v.listing()
	if err != nil {
		return err
	}
	top := v.top
	if !cmd.Flags().Changed("top") && f.Read {
		top = seriesTop
	}
	list := render.Series(gr, by.Name, years, scores, top, listings...)
	if err := v.out.write(cmd, f, list); err != nil {
		return err
	}
	if !f.Read {
		state(cmd.ErrOrStderr(), list.Notes)
	}
	warn(cmd.ErrOrStderr(), gr)
	return v.outcome()
}
