package rank

import (
	"context"
	"fmt"
	"math"
	"strings"
	"time"

	gonum "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/topo"

	"uncite/graph"
	"uncite/graph/csr"
	"uncite/graph/measure"
)

// Check is a measure held against gonum's own algorithm on the same graph.
type Check struct {
	Measure string
	// Difference is the largest between two scores of a node, as a part of the
	// largest score; 0 where Why says that nothing was compared.
	Difference float64
	Node       string // where the difference is largest; empty where there is none
	Why        string // why nothing was compared
}

// second is another implementation of a measure.
type second struct {
	measure string
	most    int  // nodes up to which gonum ends in reasonable time
	weights bool // gonum heeds weights too
	// scores are gonum's, and ours where these are not those of the measure.
	scores func(s *sides) (theirs, ours []float64, err error)
}

// sides are what both implementations work on.
type sides struct {
	ctx   context.Context
	k     *csr.Graph
	o     *measure.Options
	paths *path.AllShortest
}

// allPairs is the number of nodes up to which gonum holds all distances, and
// manyNodes that up to which its linear algorithms take seconds.
const (
	allPairs  = 2_000
	manyNodes = 100_000
)

// patience is how long one of gonum's algorithms may take: they do not heed the
// end of a context.
const patience = time.Minute

// hitsTolerance is where gonum's power iteration stops.
const hitsTolerance = 1e-14

// seconds are the measures that gonum has.
var seconds = []second{
	{"pagerank", manyNodes, true, func(s *sides) ([]float64, []float64, error) {
		damping := s.o.Damping
		if damping == 0 {
			damping = 0.85
		}
		if s.o.Weighted {
			return s.byNode(network.PageRankSparse(s.k.WeightedDirected(), damping, hitsTolerance)), nil, nil
		}
		return s.byNode(network.PageRankSparse(s.k.Directed(), damping, hitsTolerance)), nil, nil
	}},
	{"inward", manyNodes, false, func(s *sides) ([]float64, []float64, error) {
		return s.hits(func(h network.HubAuthority) float64 { return h.Authority }), nil, nil
	}},
	{"outward", manyNodes, false, func(s *sides) ([]float64, []float64, error) {
		return s.hits(func(h network.HubAuthority) float64 { return h.Hub }), nil, nil
	}},
	{"betweenness", allPairs, true, func(s *sides) ([]float64, []float64, error) {
		return s.byNode(network.Betweenness(s.k.Directed())), nil, nil
	}},
	{"closeness", allPairs, true, (*sides).closeness},
	{"harmonic", allPairs, true, func(s *sides) ([]float64, []float64, error) {
		return s.byNode(network.Harmonic(s.k.Directed(), s.shortest())), nil, nil
	}},
	{"kcore", manyNodes, true, (*sides).cores},
	{"modularity", manyNodes, false, (*sides).modularity},
}

// Verify computes every measure that gonum has by gonum's own algorithms on the
// same graph, as a second and independent implementation, and says for each how
// far the two are apart.
func Verify(ctx context.Context, g *graph.Graph, o Options) ([]Check, error) {
	s := &sides{ctx: ctx, k: g.Kernel(o.Types...), o: &o.Settings}
	var checks []Check
	for _, two := range seconds {
		c := Check{Measure: two.measure}
		switch {
		case s.k.Arcs() == 0:
			c.Why = "there are no edges"
		case s.k.N() > two.most:
			c.Why = fmt.Sprintf("gonum would take too long above %d nodes", two.most)
		case o.Settings.Weighted && !two.weights:
			c.Why = "gonum takes no weights"
		case len(o.Settings.Personal) > 0 && two.measure == "pagerank":
			c.Why = "gonum jumps to all nodes alike"
		default:
			if err := s.compare(two, &c, g); err != nil {
				return nil, err
			}
		}
		checks = append(checks, c)
	}
	return checks, ctx.Err()
}

// compare runs both implementations and keeps the largest difference.
func (s *sides) compare(two second, c *Check, g *graph.Graph) error {
	type answer struct {
		theirs, ours []float64
		err          error
	}
	done := make(chan answer, 1)
	go func() {
		theirs, ours, err := two.scores(s)
		done <- answer{theirs, ours, err}
	}()
	var a answer
	select {
	case a = <-done:
	case <-s.ctx.Done():
		return s.ctx.Err()
	case <-time.After(patience):
		c.Why = fmt.Sprintf("gonum did not end within %v", patience)
		s.paths = nil
		return nil
	}
	if a.err != nil {
		return a.err
	}
	if a.ours == nil {
		row, ok := measure.Find(two.measure)
		if !ok {
			return fmt.Errorf("no measure %s", two.measure)
		}
		res, err := row.Compute(s.ctx, s.k, s.o)
		if err != nil {
			return err
		}
		a.ours = res.Scores
	}
	largest := 0.0
	for i, score := range a.ours {
		largest = max(largest, math.Abs(score), math.Abs(a.theirs[i]))
	}
	for i, score := range a.ours {
		if d := math.Abs(score - a.theirs[i]); largest > 0 && d/largest > c.Difference {
			c.Difference = d / largest
			if len(a.ours) == len(g.Nodes) {
				c.Node = g.Nodes[i].ID
			}
		}
	}
	return nil
}

func (s *sides) byNode(scores map[int64]float64) []float64 {
	out := make([]float64, s.k.N())
	for id, score := range scores {
		out[id] = score
	}
	return out
}

func (s *sides) hits(side func(network.HubAuthority) float64) []float64 {
	out := make([]float64, s.k.N())
	for id, h := range network.HITS(s.k.Directed(), hitsTolerance) {
		out[id] = side(h)
	}
	return out
}

// shortest are all distances, found once.
func (s *sides) shortest() path.AllShortest {
	if s.paths == nil {
		paths := path.DijkstraAllPaths(s.k.Directed())
		s.paths = &paths
	}
	return *s.paths
}

// closeness is gonum's, the inverse of the sum of the distances from those that
// reach a node, made to that of Wasserman and Faust by the number of those.
func (s *sides) closeness() (theirs, ours []float64, err error) {
	paths, n := s.shortest(), s.k.N()
	theirs = s.byNode(network.Closeness(s.k.Directed(), paths))
	for v := range theirs {
		reach := 0.0
		for u := range n {
			if u != v && !math.IsInf(paths.Weight(int64(u), int64(v)), 1) {
				reach++
			}
		}
		if reach == 0 {
			theirs[v] = 0
		} else {
			theirs[v] *= reach * reach / float64(n-1)
		}
	}
	return theirs, nil, nil
}

// cores compares on the graph without directions, where both count an edge once:
// ours counts the two arcs that it is there.
func (s *sides) cores() (theirs, ours []float64, err error) {
	theirs = make([]float64, s.k.N())
	_, cores := topo.DegeneracyOrdering(gonum.Undirect{G: s.k.Directed()})
	for k, nodes := range cores {
		for _, n := range nodes {
			theirs[n.ID()] = float64(k)
		}
	}
	res, err := measure.KCore(s.ctx, s.k.Undirected(), s.o)
	if err != nil {
		return nil, nil, err
	}
	for v := range res.Scores {
		res.Scores[v] /= 2
	}
	return theirs, res.Scores, nil
}

// modularity compares that of the groups of Leiden.
func (s *sides) modularity() (theirs, ours []float64, err error) {
	found, err := measure.Leiden(s.ctx, s.k, s.o, measure.LeidenOptions{})
	if err != nil {
		return nil, nil, err
	}
	view := s.k.Directed()
	communities := make([][]gonum.Node, len(found.Sizes))
	for v, of := range found.Of {
		communities[of] = append(communities[of], view.Node(int64(v)))
	}
	return []float64{community.Q(view, communities, 1)}, []float64{measure.Modularity(s.k, found.Of, 1, false)}, nil
}

// rounding is the difference below which two sums differ by the order of their
// terms alone. gonum's order, and so its last digits, changes from run to run.
const rounding = 1e-12

// CheckNote says in a sentence what a verification found.
func CheckNote(checks []Check) string {
	var compared, left []string
	worst := Check{}
	for _, c := range checks {
		if c.Why != "" {
			left = append(left, c.Measure+": "+c.Why)
			continue
		}
		compared = append(compared, c.Measure)
		if c.Difference > worst.Difference {
			worst = c
		}
	}
	note := "verified by gonum: nothing"
	switch {
	case len(compared) > 0 && worst.Difference < rounding:
		note = fmt.Sprintf("verified by gonum: %s; no difference above %.0e of the largest score", strings.Join(compared, ", "), rounding)
	case len(compared) > 0:
		note = fmt.Sprintf("verified by gonum: %s; the largest difference is %.1e of the largest score, in %s", strings.Join(compared, ", "), worst.Difference, worst.Measure)
		if worst.Node != "" {
			note += " of " + worst.Node
		}
	}
	if len(left) > 0 {
		note += "; not compared: " + strings.Join(left, ", ")
	}
	return note
}
