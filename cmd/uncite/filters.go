package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"uncite/extract/record"
	"uncite/graph"
	"uncite/graph/rank"
)

// addFilterFlags adds a flag for each filter of graphs, and --within.
func addFilterFlags(cmd *cobra.Command, g *graphFlags) {
	g.filters = map[string]*string{}
	for _, row := range graph.Filters {
		g.filters[row.Name] = new(string)
		if row.Value == "" {
			cmd.Flags().Var(switchValue{g.filters[row.Name]}, row.Name, row.Help)
			cmd.Flags().Lookup(row.Name).NoOptDefVal = "true"
		} else {
			cmd.Flags().Var(filterValue{g.filters[row.Name], row.Value}, row.Name, row.Help)
		}
	}
	for _, row := range graph.Filters {
		if words := graph.Words(row.Name); words != nil {
			complete(cmd, row.Name, words)
		}
	}
	completeFrom(cmd, "body", bodyWords)
	cmd.Flags().StringArrayVar(&g.within, "within", nil,
		"measure only the graph of these nodes: `FILTER=VALUE`, the filters above, several times for several: --within body=ECOSOC --within in-hand")
	_ = cmd.RegisterFlagCompletionFunc("within", completeWithin)
	_ = cmd.RegisterFlagCompletionFunc("around", completeID)
	cmd.Flags().BoolVar(&g.unknown, "unknown", false, "count names that no table knows (title:…) too")
}

// filterValue is the value of a filter, with what the help says it takes.
type filterValue struct {
	to    *string
	takes string
}

func (f filterValue) String() string {
	if f.to == nil {
		return ""
	}
	return *f.to
}

func (f filterValue) Type() string { return f.takes }

func (f filterValue) Set(value string) error {
	*f.to = value
	return nil
}

// switchValue is the value of a filter that takes none: "true", or empty.
type switchValue struct{ to *string }

func (s switchValue) String() string {
	if s.to == nil {
		return ""
	}
	return *s.to
}

func (switchValue) Type() string { return "bool" }

func (s switchValue) Set(value string) error {
	on, err := strconv.ParseBool(value)
	if *s.to = ""; on {
		*s.to = "true"
	}
	return err
}

// oneOf refuses words of a flag that are none of those it knows.
func oneOf(flag string, words []string, known ...string) error {
	for _, w := range words {
		if !slices.Contains(known, w) {
			return noneOf(flag, w, known)
		}
	}
	return nil
}

// uses tells whether a filter is asked for, in the list or in the graph.
func (g *graphFlags) uses(name string) bool {
	flag := g.filters[name] // a verb may have another flag of that name
	return flag != nil && *flag != "" || slices.ContainsFunc(g.within, func(w string) bool {
		word, _, _ := strings.Cut(w, "=")
		row, _ := graph.LocateFilter(strings.TrimPrefix(strings.TrimSpace(word), "--")) // by an older name too
		return row.Name == name
	})
}

// chosen are the filters that choose the graph, in the order of the table: those
// of --within, and of the flags by themselves those that choose no list here and are not named in except.
func (g *graphFlags) chosen(except ...string) ([]graph.Filter, error) {
	within, err := g.withinFilters()
	if err != nil {
		return nil, err
	}
	var out []graph.Filter
	for _, row := range graph.Filters {
		values := within[row.Name]
		if value := *g.filters[row.Name]; value != "" && (!g.lists || row.Lists == nil) && !slices.Contains(except, row.Name) {
			values = append(values, value)
		}
		for _, value := range values {
			if value, err = g.spelledOut(row.Name, value); err != nil {
				return nil, err
			}
			f, err := row.Parse(value)
			if err != nil {
				return nil, fmt.Errorf("--%s: %w", row.Name, err)
			}
			switch row.Name {
			case "giant":
				f = graph.Giant(g.edges()...)
			case "around":
				id, depth, dir, _ := graph.ParseAround(value)
				f = graph.AroundFound(id, depth, dir, g.locate)
			}
			out = append(out, f)
		}
	}
	_, err = g.listing() // what cannot be listed is refused before anything is read
	return out, err
}

// withinFilters are the values that --within gives to each filter.
func (g *graphFlags) withinFilters() (map[string][]string, error) {
	values := map[string][]string{}
	for _, w := range g.within {
		name, value, given := strings.Cut(w, "=")
		name = strings.TrimPrefix(strings.TrimSpace(name), "--")
		row, ok := graph.LocateFilter(name)
		switch {
		case !ok:
			return nil, fmt.Errorf("--within: there is no filter %q%s; the filters are %s", name, nearest(name, filterNames()), strings.Join(filterNames(), " "))
		case row.Value != "" && !given:
			return nil, fmt.Errorf("--within: %s needs a value: --within %s=%s", name, name, row.Value)
		case !given:
			value = "true"
		}
		values[name] = append(values[name], value)
	}
	return values, nil
}

func filterNames() []string {
	var names []string
	for _, row := range graph.Filters {
		names = append(names, row.Name)
	}
	return names
}

// listing is what the flags choose to list; empty where the verb lists nothing.
func (g *graphFlags) listing() ([]graph.Listing, error) {
	if !g.lists {
		return nil, nil
	}
	var out []graph.Listing
	for _, row := range graph.Filters {
		value := *g.filters[row.Name]
		if value == "" || row.Lists == nil {
			continue
		}
		value, err := g.spelledOut(row.Name, value)
		if err != nil {
			return nil, err
		}
		l, err := row.Lists(value)
		if err != nil {
			return nil, fmt.Errorf("--%s: %w", row.Name, err)
		}
		out = append(out, l)
	}
	return out, nil
}

// kinds are the kinds that --kind asks for; those that are left over when others
// are excluded are not asked for.
func (g *graphFlags) kinds() []record.Kind {
	value := *g.filters["kind"]
	if value == "" || strings.HasPrefix(value, "!") {
		return nil
	}
	kinds, _ := graph.ParseKinds(value)
	return kinds
}

// known leaves names that no table knows out of what is ranked, unless they are
// asked for, and says how many there are.
func (g *graphFlags) known(gr *graph.Graph) (*graph.Graph, error) {
	unknown := 0
	for i := range gr.Nodes {
		if gr.Nodes[i].Unknown() {
			unknown++
		}
	}
	switch {
	case unknown == 0:
		return gr, nil
	case g.unknown:
		gr.Notes = append(gr.Notes, fmt.Sprintf("names that no table knows, which count as nodes: %d", unknown))
		return gr, nil
	}
	return gr.Select(graph.Known(g.kinds()...))
}

// edges are the edge types that rankings run on: all that are left where --edges
// chose, else those of the kinds that are asked for.
func (g *graphFlags) edges() []graph.EdgeType {
	if *g.filters["edges"] != "" {
		return nil // the filter has left only these
	}
	return rank.Types(g.kinds()...)
}

// spelledOut completes the value of a filter by what other flags and the
// authority tables say.
func (g *graphFlags) spelledOut(name, value string) (string, error) {
	switch name {
	case "around":
		return g.around(value)
	case "body":
		return g.bodies(value)
	}
	return value, nil
}

// bodies replaces the names of bodies by their identifiers.
func (g *graphFlags) bodies(value string) (string, error) {
	table, err := g.table()
	if err != nil {
		return "", err
	}
	var ids []string
	for word := range strings.SplitSeq(value, ",") {
		name, not := strings.CutPrefix(strings.TrimSpace(word), "!")
		id, err := graph.LocateBody(name, table)
		if err != nil {
			return "", fmt.Errorf("--body: %w", err)
		}
		if not {
			id = "!" + id
		}
		ids = append(ids, id)
	}
	return strings.Join(ids, ","), nil
}

// around adds --depth and --direction to the value of --around, unless the
// value says them itself: "A/RES/60/288 2 in". A last word of three digits or
// more is part of a name: "resolution 1373".
func (g *graphFlags) around(value string) (string, error) {
	directions := []string{string(graph.Inward), string(graph.Outward), string(graph.Both)}
	if !slices.Contains(directions, g.direction) {
		return "", noneOf("direction", g.direction, directions)
	}
	words := strings.Fields(value)
	last := words[max(0, len(words)-1):]
	if len(words) > 1 && (slices.Contains(directions, last[0]) || isNumber(last[0]) && len(last[0]) < 3) {
		return value, nil
	}
	return fmt.Sprintf("%s %d %s", value, g.depth, g.direction), nil
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// why says in a sentence why nothing of a graph is listed or drawn.
func (g *graphFlags) why(out *graph.Graph) string {
	last := ""
	if n := len(out.Notes); n > 0 {
		last = strings.TrimPrefix(out.Notes[n-1], "listed: ")
	}
	kinds, edges := g.kinds(), *g.filters["edges"]
	if len(kinds) > 0 && edges != "" && !strings.Contains(edges, graph.Mentions.String()) && len(rank.Types(kinds...)) > 1 {
		return fmt.Sprintf("entities and States are mentioned and never cited, so that no edge of --edges %s leads to one; --edges cites,mentions has them (%s)", edges, last)
	}
	return last
}
