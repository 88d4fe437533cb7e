// Package rank puts the nodes of a citation graph in order: it computes scores
// by the measures of package measure, finds ties, and chooses which nodes a
// listing or a picture shows. What the command prints as a ranking can be made
// with it in a few lines; see the example of [Of].
package rank

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"uncite/graph"
	"uncite/graph/measure"
)

// Score holds the values of one measure, Values[i] that of Graph.Nodes[i].
type Score struct {
	Name   string // as --by takes it: pagerank, indegree
	Values []float64
}

// At is the value of node i, 0 where the values are fewer than the nodes.
func (s Score) At(i int) float64 {
	if i >= len(s.Values) {
		return 0
	}
	return s.Values[i]
}

// Ranking is a citation graph with its scores. Its methods only read it; those
// that narrow it return another and leave the scores those of the whole graph.
type Ranking struct {
	Graph *graph.Graph
	// Scores hold the measures in the order asked for. The first orders the
	// nodes and decides which of them a cut keeps.
	Scores []Score
	// Groups hold the number of the group of Graph.Nodes[i], 0 for none; empty
	// where nothing was divided. GroupNames[n-1] is the name of group n.
	Groups     []int
	GroupNames []string
	// Strengths are those of Graph.Edges where these are ties, such as
	// co-citation, and not citations; a tie has no direction.
	Strengths []float64
	// Tied says in a sentence that the first measure, or the one asked for,
	// gives one score to all that is cited, and what was done about it; it is
	// empty where some score differs.
	Tied string
}

// Options are the settings of Of.
type Options struct {
	Measures []measure.Measure
	Settings measure.Options
	// Types are the edges that count, all where it is empty. See [Types].
	Types []graph.EdgeType
	// Untie lets Of order by the number of references where the first measure
	// gives one score to all that is cited. Without it Tied only says so.
	Untie bool
	// Progress, where set, is called with the name of each measure before it
	// is computed. It returns what Settings.Progress is to be meanwhile, and
	// what to call when it is done.
	Progress func(name string) (step func(done, total int), done func())
}

// Of computes the measures on the edges of a graph. What the measures have to
// say, such as the error of an estimate, is added to the notes of the graph of
// the ranking; g itself stays as it is.
func Of(ctx context.Context, g *graph.Graph, o Options) (*Ranking, error) {
	if len(o.Measures) == 0 {
		return nil, fmt.Errorf("a ranking needs a measure")
	}
	copied := *g
	copied.Notes = slices.Clone(g.Notes)
	r := &Ranking{Graph: &copied}
	kernel := g.Kernel(o.Types...)
	for _, row := range o.Measures {
		settings, done := o.Settings, func() {}
		if o.Progress != nil {
			settings.Progress, done = o.Progress(row.Name)
		}
		res, err := row.Compute(ctx, kernel, &settings)
		done()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", row.Name, err)
		}
		r.Scores = append(r.Scores, Score{row.Name, res.Scores})
		if res.Note != "" {
			r.note(row.Name + ": " + res.Note)
		}
	}
	if err := r.untie(ctx, kernel, o.Untie); err != nil {
		return nil, err
	}
	if r.Tied != "" {
		r.note(r.Tied)
	}
	return r, nil
}

// Years are the years of the nodes of a graph, as measures that look at time
// need them in their options.
func Years(g *graph.Graph) []int {
	years := make([]int, len(g.Nodes))
	for i := range g.Nodes {
		years[i] = g.Nodes[i].Year
	}
	return years
}

func (r *Ranking) note(words string) { r.Graph.Notes = append(r.Graph.Notes, words) }

// Score is the value of node i under the first measure, 0 without one.
func (r *Ranking) Score(i int) float64 {
	if len(r.Scores) == 0 {
		return 0
	}
	return r.Scores[0].At(i)
}

// Order returns the indices of all nodes, the highest first under the first
// measure, equal ones by identifier.
func (r *Ranking) Order() []int {
	order := make([]int, len(r.Graph.Nodes))
	for i := range order {
		order[i] = i
	}
	nodes := r.Graph.Nodes
	byID := func(a, b int) int { return cmp.Compare(nodes[a].ID, nodes[b].ID) }
	if slices.IsSortedFunc(nodes, func(a, b graph.Node) int { return cmp.Compare(a.ID, b.ID) }) {
		byID = cmp.Compare[int] // their places say it: a million nodes are not looked up
	}
	slices.SortFunc(order, func(a, b int) int {
		if c := cmp.Compare(r.Score(b), r.Score(a)); c != 0 {
			return c
		}
		return byID(a, b)
	})
	return order
}

// OrderByUse is Order with equal nodes by the number of references to them: all
// that one document cites is equally central, and what has no room for all of
// it had better leave out what the document names once.
func (r *Ranking) OrderByUse() []int {
	references := make([]int, len(r.Graph.Nodes))
	for i := range r.Graph.Edges {
		references[r.Graph.Edges[i].To] += int(r.Graph.Edges[i].Weight)
	}
	order := r.Order()
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(r.Score(b), r.Score(a)), cmp.Compare(references[b], references[a]))
	})
	return order
}
