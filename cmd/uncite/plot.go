package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"uncite/render"
)

// plotVerb is what the user asks of a chart.
type plotVerb struct {
	graphFlags
	measure measureFlags
	out     resultFlags
	of      []string
	title   string
	page    string
	ground  string
	top     int
}

func newPlot() *cobra.Command {
	var v plotVerb
	cmd := &cobra.Command{
		Use:   "plot CHART [flags] [PATH...]",
		Short: "Draw a chart: citations by year, ages, who cites whom …",
		Long: "Draw a chart in the style and the languages of the map, as svg, pdf or png, or give\n" +
			"its numbers as csv or json.\n\n" + chartTable(),
		Args: cobra.MinimumNArgs(1),
		Example: `  uncite plot years texts/ -o years.svg
  uncite plot ranks --by indegree,pagerank refs.jsonl -o ranks.svg`,
		RunE: v.run,
	}
	addGraphFlags(cmd, &v.graphFlags)
	addMeasureFlags(cmd, &v.measure, "indegree", "pagerank")
	addFormatFlag(cmd, &v.out.format, "svg", render.OfResult((*render.Chart)(nil)))
	fl := cmd.Flags()
	fl.StringVarP(&v.out.file, "output", "o", "", "write to this `FILE`, whole or not at all; its ending chooses the format")
	fl.StringSliceVar(&v.of, "of", nil, "`ID,...` of the documents whose authority is drawn; the most cited unless told otherwise")
	fl.IntVar(&v.top, "top", 0, "how many documents, or rows and columns of a heat map (`N`)")
	fl.StringVar(&v.title, "title", "", "title of the chart")
	fl.StringVar(&v.page, "page", "", "`PAGE` that the chart is to fit: "+strings.Join(pageNames(), ", "))
	fl.StringVar(&v.ground, "ground", "", "`COLOUR` of the page, such as white; transparent unless told otherwise")
	return cmd
}

// run draws the chart.
func (v *plotVerb) run(cmd *cobra.Command, args []string) error {
	kind, err := render.FindChart(args[0])
	if err != nil {
		return err
	}
	v.start(cmd, args[1:])
	look := render.Look{Page: v.page, Ground: v.ground}
	if err := checkLook(&look); err != nil {
		return err
	}
	f, err := render.Choose(v.out.format, cmd.Flags().Changed("format"), v.out.file, "svg", render.OfResult((*render.Chart)(nil)))
	if err != nil {
		return err
	}
	v.speak(cmd, f.Top > 0) // a picture
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
	settings, err := v.measure.options(gr)
	if err != nil {
		return err
	}
	o := render.ChartOptions{Top: v.top, Measure: *settings}
	table, err := v.table()
	if err != nil {
		return err
	}
	for _, id := range v.of {
		i, err := gr.Locate(id, table)
		if err != nil {
			return fmt.Errorf("--of: %w", err)
		}
		o.Of = append(o.Of, i)
	}
	m := &render.Map{Ranking: *ranking, Title: v.title, Lang: v.language, Knowledge: opts.Knowledge, Look: look}
	c, err := kind.Make(cmd.Context(), m, o)
	if err != nil {
		return stopped(cmd.Context(), err)
	}
	if err := v.out.write(cmd, f, c); err != nil {
		return err
	}
	state(cmd.ErrOrStderr(), c.Notes)
	return v.outcome()
}

// chartTable is the table of charts as --help prints it.
func chartTable() string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "CHART\tSHOWS")
	for _, c := range render.Charts {
		fmt.Fprintf(w, "%s\t%s\n", c.Name, c.Help)
	}
	_ = w.Flush() // a strings.Builder takes everything
	return b.String()
}
