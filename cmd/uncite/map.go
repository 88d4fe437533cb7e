package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"uncite/graph"
	"uncite/graph/group"
	"uncite/graph/tie"
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
	skeleton      bool
	multi, mark   bool
	look          render.Look
	on, strength  string
	perNode       int
}

// explored is the format of a page to explore, which shows what the others have no
// room for: groups, sentences, titles in six languages and several measures.
const explored = "html"

var exploredMeasures = []string{"indegree", "pagerank", "betweenness", "outdegree"}

func newMap() *cobra.Command {
	var v mapVerb
	cmd := &cobra.Command{
		Use:   "map [flags] [PATH...]",
		Short: "Draw or export the citation map",
		Long: `Draw the citation map, or export it for other programs. Pictures show the most
central few dozen nodes unless --top says otherwise, and state how they were cut;
data formats hold all nodes.

--kind, --body, --years, --in-hand, --min-count and --match choose what is drawn,
with the scores of the whole graph; --within with the same words chooses the graph.`,
		Example: `  uncite map texts/ -o map.html
  uncite map --on cocitation --color group --page a4 refs.jsonl -o together.pdf`,
		RunE: v.run,
	}
	addGraphFlags(cmd, &v.graphFlags)
	v.lists, v.ranks = true, true
	addGroupFlag(cmd, &v.graphFlags)
	addMeasureFlags(cmd, &v.measure, "indegree")
	addFormatFlag(cmd, &v.format, "svg", render.OfMap)
	cmd.Flags().IntVar(&v.top, "top", 0, "show the `N` most central nodes; 0 for all (pictures show a few dozen unless told otherwise)")
	cmd.Flags().BoolVar(&v.isolated, "isolated", false, "draw the most central nodes whether or not an edge joins them to another")
	cmd.Flags().BoolVar(&v.skeleton, "skeleton", false, "leave out citations that a chain of others stands for")
	addLookFlags(cmd, &v.look)
	cmd.Flags().StringVar(&v.on, "on", citation, "`WHAT` joins the nodes: citation along the years, or "+strings.Join(tiesOn(), ", ")+", laid out by what belongs together")
	cmd.Flags().StringVar(&v.strength, "strength", string(tie.Cosine), "`HOW` the strength of a tie is counted: cosine, or association as in VOSviewer")
	cmd.Flags().IntVar(&v.perNode, "ties", 0, "draw the `N` strongest ties of each node (3)")
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
	v.speak(cmd, f.Top > 0)
	if err := checkLook(&v.look); err != nil {
		return err
	}
	if err := v.checkTies(); err != nil {
		return err
	}
	if v.look.Size != "" && !slices.Contains(v.measure.by, v.look.Size) {
		v.measure.by = append(v.measure.by, v.look.Size)
	}
	if _, err := v.measure.measures(); err != nil {
		return err
	}
	if v.engine != "" && !slices.Contains(render.Engines, v.engine) {
		return noneOf("engine", v.engine, render.Engines)
	}
	known := newMemory(v.paths, &v.again)
	if f.Name == explored {
		v.seen, v.places = known.see, true
		if !v.measure.byGiven() {
			v.measure.by = exploredMeasures
		}
	}
	v.counts = f.Name != explored
	gr, err := v.graph(cmd.Context())
	if err != nil {
		return err
	}
	ranking, err := v.measure.score(cmd, gr, v.edges())
	if err != nil {
		return err
	}
	ranking = v.measure.atLeast(ranking)
	listings, err := v.listing()
	if err != nil {
		return err
	}
	if v.on == citation { // else it chooses the nodes that are tied, not those that tie them
		ranking = ranking.List(listings...)
	}
	picture := &render.Map{Ranking: *ranking}
	if err := v.dress(cmd, f, picture); err != nil {
		return err
	}
	if !cmd.Flags().Changed("top") {
		v.top = f.Top
	}
	shown := v.cut(picture, f)
	if v.skeleton {
		if shown, err = thinned(shown); err != nil {
			return fmt.Errorf("--skeleton: %w; --top N draws fewer", err)
		}
	}
	if v.on != citation {
		if shown, err = v.tied(cmd, picture, f); err != nil {
			return stopped(cmd.Context(), err)
		}
	}
	if len(shown.Graph.Nodes) == 0 && len(gr.Nodes) > 0 {
		fmt.Fprintln(v.errOut, "uncite: nothing is drawn:", v.why(shown.Graph))
	}
	if f.Name == explored {
		shown.Titles = func(id string) map[string]string { return known.titlesOf(id, &v.graphFlags) }
		ids := make([]string, len(shown.Graph.Nodes))
		for i := range ids {
			ids[i] = shown.Graph.Nodes[i].ID
		}
		edges := graph.Pointers(shown.Graph.Edges)
		if err := known.recall(gr, edges, ids...); err != nil {
			return err
		}
		shown.Sentences = known.quotes(edges, v.language).Found
	}
	drawn := shown
	if choose := shown.Fewer; choose != nil {
		shown.Fewer = func(n int) *render.Map {
			fewer := choose(n)
			if len(fewer.Graph.Nodes) < len(drawn.Graph.Nodes) {
				drawn = fewer
			}
			return fewer
		}
	}
	if err := v.write(cmd, f, shown); err != nil {
		return err
	}
	if f.Top > 0 { // what a page had room for is told, not what was chosen first
		state(cmd.ErrOrStderr(), drawn.Graph.Notes)
	}
	warn(cmd.ErrOrStderr(), gr)
	return v.outcome()
}

// thinned returns the map, and those of fewer nodes, without the citations that a chain of
// others stands for.
func thinned(m *render.Map) (*render.Map, error) {
	skeleton, err := m.Graph.Skeleton()
	if err != nil {
		return nil, err
	}
	out := *m
	out.Graph = skeleton
	if choose := m.Fewer; choose != nil {
		out.Fewer = func(n int) *render.Map {
			fewer, err := thinned(choose(n))
			if err != nil {
				return choose(n) // fewer nodes than those that had a skeleton have one
			}
			return fewer
		}
	}
	return &out, nil
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

// dress gives a map its title, language, look and groups.
func (v *mapVerb) dress(cmd *cobra.Command, f render.Format, m *render.Map) error {
	m.Title, m.Engine, m.Lang = cmp.Or(v.title, render.TitleOf(m.Graph)), v.engine, v.language
	m.Multi, m.Mark, m.Look = v.multi, v.mark, v.look
	opts, err := v.options()
	if err != nil {
		return err
	}
	m.Knowledge = opts.Knowledge
	if v.look.Color == "group" || f.Name == explored {
		d, err := group.Divide(cmd.Context(), m.Graph, group.Options{Types: v.edges()})
		if err != nil {
			return stopped(cmd.Context(), err)
		}
		m.Groups = d.Of()
		for _, g := range d.Groups {
			m.GroupNames = append(m.GroupNames, g.Name)
		}
	}
	return nil
}

// cut keeps the nodes that are shown: in a picture those that show the corpus and
// are joined, unless it is to show the most central ones joined or not.
func (v *mapVerb) cut(m *render.Map, f render.Format) *render.Map {
	if f.Top == 0 || v.isolated {
		return m.Of(m.Cut(v.top))
	}
	types := v.edges()
	if v.tables && len(types) > 0 {
		// What only the tables name is joined by what the tables say.
		types = append(types, graph.PartOf, graph.AdoptedBy)
	}
	counts := func(e *graph.Edge) bool { return len(types) == 0 || slices.Contains(types, e.Type) }
	choose := func(top int) *render.Map {
		out := m.Of(m.CutJoined(top, counts))
		out.WholeNodes, out.WholeEdges = len(m.Graph.Nodes), len(m.Graph.Edges)
		return out
	}
	out := choose(v.top)
	out.Fewer = choose
	return out
}
