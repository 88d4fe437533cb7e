package main

import (
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"uncite/extract/authority"
	"uncite/graph"
	"uncite/graph/profile"
	"uncite/graph/rank"
	"uncite/render"
)

// neighboursShown is how many neighbours of either sort show lists.
const neighboursShown = 10

// showVerb is what the user asks of a profile.
type showVerb struct {
	graphFlags
	measure measureFlags
	out     resultFlags
	top     int
}

func newShow() *cobra.Command {
	var v showVerb
	cmd := &cobra.Command{
		Use:   "show [flags] ID [PATH...]",
		Short: "Show all that is known of a document, instrument, body or State",
		Long: `Show everything known of one node of the citation graph: titles, date, link, how
it ranks, what cites it and how, what it cites, with the citing sentences, and
its nearest neighbours by co-citation and bibliographic coupling.

ID is an identifier, a symbol or number in any style, or a name: A/RES/60/288,
60/288, s/res/1373, "resolution 1373", 1325, CEDAW,
"Convention on the Rights of the Child".`,
		Example: `  uncite show 'S/RES/1373(2001)' texts/
  uncite show CEDAW refs.jsonl --format json`,
		ValidArgsFunction: firstAreIDs(1),
		Args:              cobra.MinimumNArgs(1),
		RunE:              v.run,
	}
	addGraphFlags(cmd, &v.graphFlags)
	addGroupFlag(cmd, &v.graphFlags)
	addMeasureFlags(cmd, &v.measure, "indegree", rank.Counting, "pagerank", "authority")
	addResultFlags(cmd, &v.out, (*render.Profile)(nil))
	cmd.Flags().IntVar(&v.top, "top", pageTop, "show `N` relations of each sort in a table; 0 for all")
	return cmd
}

// run finds the node and shows it.
func (v *showVerb) run(cmd *cobra.Command, args []string) error {
	v.start(cmd, args[1:])
	f, err := v.out.find(cmd, (*render.Profile)(nil))
	if err != nil {
		return err
	}
	if _, err := v.measure.measures(); err != nil {
		return err
	}
	known := newMemory(v.paths, &v.again)
	v.seen, v.places = known.see, true
	gr, err := v.graph(cmd.Context())
	if err != nil {
		return err
	}
	p, err := v.profile(cmd, &v.measure, gr, args[0])
	if err != nil {
		return stopped(cmd.Context(), err)
	}
	edges := slices.Concat(graph.Pointers(p.In), graph.Pointers(p.Out))
	if err := known.recall(gr, edges, p.Node.ID); err != nil {
		return err
	}
	err = v.out.write(cmd, f, &render.Profile{
		Profile: p, Graph: gr, Top: v.top,
		Titles: known.titlesOf(p.Node.ID, &v.graphFlags), Sources: known.sourcesOf(p.Node.ID),
		Quotes: known.quotes(edges, v.language),
	})
	if err != nil {
		return err
	}
	return v.outcome()
}

// profile finds the node that the user means and describes it.
func (g *graphFlags) profile(cmd *cobra.Command, m *measureFlags, gr *graph.Graph, id string) (*profile.Profile, error) {
	i, err := g.locate(gr, id)
	if err != nil {
		return nil, err
	}
	rows, err := m.measures()
	if err != nil {
		return nil, err
	}
	settings, err := m.options(gr)
	if err != nil {
		return nil, err
	}
	types := rank.Types(gr.Nodes[i].Kind)
	if *g.filters["edges"] != "" {
		types = nil // the filter has left only these
	}
	return profile.Of(cmd.Context(), gr, i, profile.Options{Measures: rows, Settings: *settings, Types: types, Neighbours: neighboursShown})
}

// titlesOf are the titles of a node in all languages: those of the tables, and
// those that the documents bear themselves.
func (m *memory) titlesOf(id string, g *graphFlags) map[string]string {
	titles := map[string]string{}
	maps.Copy(titles, m.titles[id])
	if table, err := g.table(); err == nil {
		if e, ok := table.Lookup(id); ok {
			for lang := range e.Names {
				titles[lang] = e.Official(lang)
			}
		}
	}
	if r, ok := authority.Catalogue()[id]; ok {
		maps.Copy(titles, r.Titles)
	}
	return titles
}

func (m *memory) sourcesOf(id string) []string {
	return slices.Compact(slices.Sorted(slices.Values(m.sources[id])))
}
