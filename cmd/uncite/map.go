package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"uncite/render"
)

func newMap() *cobra.Command {
	var g graphFlags
	var m measureFlags
	var format, file, engine, title string
	var top int
	var isolated bool
	cmd := &cobra.Command{
		Use:   "map [flags] [PATH...]",
		Short: "Draw or export the citation map",
		Long: `Draw the citation map, or export it for other programs. Pictures show the most
central few dozen nodes unless --top says otherwise, and state how they were cut;
data formats hold all nodes.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			g.start(cmd, args)
			f, err := render.Find(format, render.OfMap)
			if err != nil {
				return err
			}
			if _, err := m.measures(); err != nil {
				return err
			}
			if engine != "" && !slices.Contains(render.Engines, engine) {
				return fmt.Errorf("--engine: %q is none of %s", engine, strings.Join(render.Engines, " "))
			}
			gr, err := g.graph(cmd.Context())
			if err != nil {
				return err
			}
			picture, err := m.score(cmd, gr, g.edges())
			if err != nil {
				return err
			}
			picture.Title, picture.Engine, picture.Lang = cmp.Or(title, render.TitleOf(gr)), engine, g.language
			if !cmd.Flags().Changed("top") {
				top = f.Top
			}
			err = output(cmd.Context(), file, cmd.OutOrStdout(), func(w io.Writer) error {
				return f.Map(cmd.Context(), w, cut(picture, f, top, isolated))
			})
			if err != nil {
				return err
			}
			warn(cmd.ErrOrStderr(), gr.Warnings)
			return g.outcome()
		},
	}
	addGraphFlags(cmd, &g)
	addGroupFlag(cmd, &g)
	addMeasureFlags(cmd, &m, "pagerank")
	addFormatFlag(cmd, &format, "svg", render.OfMap)
	cmd.Flags().IntVar(&top, "top", 0, "show the `N` most central nodes; 0 for all (pictures show a few dozen unless told otherwise)")
	cmd.Flags().BoolVar(&isolated, "isolated", false, "draw the most central nodes whether or not an edge joins them to another")
	cmd.Flags().StringVar(&engine, "engine", "", "lay out with this installed Graphviz `PROGRAM`: dot, sfdp, neato, …")
	cmd.Flags().StringVar(&title, "title", "", "title of the picture")
	cmd.Flags().StringVarP(&file, "output", "o", "", "write to this `FILE`, whole or not at all")
	return cmd
}

// cut keeps the most central nodes: in a picture those that edges join, unless
// it is to show isolated ones too.
func cut(m *render.Map, f render.Format, top int, isolated bool) *render.Map {
	if f.Top > 0 && !isolated {
		return m.CutLinked(top)
	}
	return m.Cut(top)
}
