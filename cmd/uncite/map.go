package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"uncite/graph/rank"
	"uncite/render"
)

// mapVerb is what the user asks of a map.
type mapVerb struct {
	graphFlags
	measure       measureFlags
	format, file  string
	engine, title string
	top           int
	isolated      bool
	multi, mark   bool
}

func newMap() *cobra.Command {
	var v mapVerb
	cmd := &cobra.Command{
		Use:   "map [flags] [PATH...]",
		Short: "Draw or export the citation map",
		Long: `Draw the citation map, or export it for other programs. Pictures show the most
central few dozen nodes unless --top says otherwise, and state how they were cut;
data formats hold all nodes.`,
		RunE: v.run,
	}
	addGraphFlags(cmd, &v.graphFlags)
	addGroupFlag(cmd, &v.graphFlags)
	addMeasureFlags(cmd, &v.measure, "pagerank")
	addFormatFlag(cmd, &v.format, "svg", render.OfMap)
	cmd.Flags().IntVar(&v.top, "top", 0, "show the `N` most central nodes; 0 for all (pictures show a few dozen unless told otherwise)")
	cmd.Flags().BoolVar(&v.isolated, "isolated", false, "draw the most central nodes whether or not an edge joins them to another")
	cmd.Flags().StringVar(&v.engine, "engine", "", "lay out with this installed Graphviz `PROGRAM`: dot, sfdp, neato, …")
	cmd.Flags().StringVar(&v.title, "title", "", "title of the picture")
	cmd.Flags().BoolVar(&v.multi, "multi", false, "data formats keep parallel edges of several types, which else are one with all types")
	cmd.Flags().BoolVar(&v.mark, "bom", false, "begin CSV with a byte order mark, by which Excel knows UTF-8")
	cmd.Flags().StringVarP(&v.file, "output", "o", "", "write to this `FILE`, whole or not at all; its ending chooses the format")
	return cmd
}

// run draws the map.
func (v *mapVerb) run(cmd *cobra.Command, args []string) error {
	v.start(cmd, args)
	f, err := render.Choose(v.format, cmd.Flags().Changed("format"), v.file, "svg", render.OfMap)
	if err != nil {
		return err
	}
	if _, err := v.measure.measures(); err != nil {
		return err
	}
	if v.engine != "" && !slices.Contains(render.Engines, v.engine) {
		return fmt.Errorf("--engine: %q is none of %s", v.engine, strings.Join(render.Engines, " "))
	}
	gr, err := v.graph(cmd.Context())
	if err != nil {
		return err
	}
	ranking, err := v.measure.score(cmd, gr, v.edges())
	if err != nil {
		return err
	}
	opts, err := v.options()
	if err != nil {
		return err
	}
	if !cmd.Flags().Changed("top") {
		v.top = f.Top
	}
	err = v.write(cmd, f, &render.Map{
		Ranking: *cut(ranking, f, v.top, v.isolated),
		Title:   cmp.Or(v.title, render.TitleOf(gr)), Engine: v.engine, Lang: v.language,
		Multi: v.multi, Mark: v.mark, Knowledge: opts.Knowledge,
	})
	if err != nil {
		return err
	}
	warn(cmd.ErrOrStderr(), gr.Warnings)
	return v.outcome()
}

// write writes the map and, beside a file, the files that belong to it.
func (v *mapVerb) write(cmd *cobra.Command, f render.Format, m *render.Map) error {
	ctx := cmd.Context()
	err := output(ctx, v.file, cmd.OutOrStdout(), func(w io.Writer) error { return f.Map(ctx, w, m) })
	if err != nil || v.file == "" || v.file == "-" {
		return err
	}
	for _, c := range f.Beside {
		path := beside(v.file, f, c.Extension)
		if err := output(ctx, path, nil, func(w io.Writer) error { return c.Map(ctx, w, m) }); err != nil {
			return err
		}
		fmt.Fprintln(cmd.ErrOrStderr(), "uncite: also wrote", path)
	}
	return nil
}

// beside is the name of a second file: that of the first with another ending.
func beside(file string, f render.Format, extension string) string {
	for _, end := range append([]string{f.Extension}, f.Endings...) {
		if base, ok := strings.CutSuffix(file, end); ok {
			return base + extension
		}
	}
	return file + extension
}

// cut keeps the most central nodes: in a picture those that edges join, unless
// it is to show isolated ones too.
func cut(r *rank.Ranking, f render.Format, top int, isolated bool) *rank.Ranking {
	if f.Top > 0 && !isolated {
		return r.CutLinked(top)
	}
	return r.Cut(top)
}
