package measure

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"uncite/graph/csr"
)

// Traversal says how the paths through an arc are counted. Knowledge flows from
// the cited document to the citing one; sources cite nothing, sinks are cited
// by nothing.
type Traversal string

// The traversal counts of Hummon and Doreian (1989) and Batagelj (2003).
const (
	SPC  Traversal = "spc"  // search path count: all paths from a source to a sink
	SPLC Traversal = "splc" // search path link count: paths from any document to a sink
	SPNP Traversal = "spnp" // search path node pair: paths from any document to any other
)

// Search says how the main path is found among weighted arcs.
type Search string

// The searches of Hummon and Doreian (1989) and of Liu and Lu (2012).
const (
	Global         Search = "global"          // the path of largest total weight
	Local          Search = "local"           // from the heaviest arcs of sources, always the heaviest next
	KeyRoute       Search = "key-route"       // through the heaviest arcs, each extended to the heaviest whole path
	KeyRouteLocal  Search = "key-route-local" // through the heaviest arcs, each extended by the heaviest next
	defaultKeyArcs        = 10
)

// Main is the main path of a citation graph, or several where weights tie.
type Main struct {
	// Parts are the documents on it, cited before citing. A part is several
	// documents where they cite each other in a circle.
	Parts [][]uint32
	// Steps are its arcs, sorted by From and To.
	Steps []Step
	// Note says how many documents were condensed, if any.
	Note string
}

// Step is an arc of a main path.
type Step struct {
	From, To int // indices into Parts: the cited part and the citing one
	// Share is the traversal weight relative to the heaviest arc of the graph.
	Share float64
	// Log10 is the decimal logarithm of the traversal weight, which may be
	// too large for a float.
	Log10 float64
}

// FindMainPath finds the main path. Strongly connected components are condensed
// to one node first, and arcs between the same two become one. Keys is the
// number of heaviest arcs through which a key-route search leads; 0 means 10,
// and arcs as heavy as the last of them belong to them. A graph without arcs
// between components has an empty main path.
func FindMainPath(ctx context.Context, g *csr.Graph, by Traversal, search Search, keys int) (*Main, error) {
	t, err := newTraversal(ctx, g, by)
	if err != nil {
		return nil, err
	}
	on := newRoute(t)
	switch search {
	case Global:
		on.global()
	case Local:
		on.local()
	case KeyRoute, KeyRouteLocal:
		if keys < 0 {
			return nil, fmt.Errorf("%d key arcs: want 1 or more", keys)
		}
		on.keyRoutes(or(keys, defaultKeyArcs), search == KeyRoute)
	default:
		return nil, fmt.Errorf("main path search %q: want global, local, key-route or key-route-local", search)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return on.result(), nil
}

// traversal is the condensed graph with the numbers of paths. Parts are
// numbered so that flow leads from lower to higher numbers.
type traversal struct {
	parts *partition
	dag   *csr.Graph  // arcs from citing to cited part
	past  []pathCount // paths that arrive at a part
	rest  []pathCount // paths that go on from it
	heavy pathCount   // the heaviest arc
}

func newTraversal(ctx context.Context, g *csr.Graph, by Traversal) (*traversal, error) {
	if by != SPC && by != SPLC && by != SPNP {
		return nil, fmt.Errorf("traversal count %q: want spc, splc or spnp", by)
	}
	parts, err := components(ctx, g, nil)
	if err != nil {
		return nil, err
	}
	t := &traversal{parts: parts, dag: condense(g, parts)}
	n := t.dag.N()
	t.past, t.rest = make([]pathCount, n), make([]pathCount, n)
	for c := range n {
		t.past[c] = t.count(t.dag.Out(uint32(c)), t.past, by != SPC)
	}
	for c := n - 1; c >= 0; c-- {
		t.rest[c] = t.count(t.dag.In(uint32(c)), t.rest, by == SPNP)
	}
	for c := range uint32(n) {
		for _, p := range t.dag.Out(c) {
			if w := t.weight(p, c); w.compare(t.heavy) > 0 {
				t.heavy = w
			}
		}
	}
	return t, ctx.Err()
}

// count adds up the paths of the neighbours, and one more where a path may
// begin or end anywhere; it must where there is no neighbour.
func (t *traversal) count(row []uint32, of []pathCount, anywhere bool) pathCount {
	var sum pathCount
	if anywhere || len(row) == 0 {
		sum.m = 1
	}
	for _, c := range row {
		sum = sum.plus(of[c])
	}
	return sum
}

// weight is the traversal weight of the flow from part p to part c.
func (t *traversal) weight(p, c uint32) pathCount { return t.past[p].times(t.rest[c]) }

// condense joins the nodes of a part, and the arcs between two parts.
func condense(g *csr.Graph, parts *partition) *csr.Graph {
	from, to := make([]uint32, 0, g.Arcs()), make([]uint32, 0, g.Arcs())
	for u := range uint32(g.N()) {
		for _, v := range g.Out(u) {
			from, to = append(from, parts.comp[u]), append(to, parts.comp[v])
		}
	}
	return csr.Build(len(parts.start)-1, from, to, nil)
}

// arcOf is a flow from part p to part c.
type arcOf struct{ p, c uint32 }

// route collects the arcs of main paths.
type route struct {
	*traversal
	arcs       map[arcOf]bool
	ahead, aft []bool // parts from which the search has gone forward and back
}

func newRoute(t *traversal) *route {
	n := t.dag.N()
	return &route{t, map[arcOf]bool{}, make([]bool, n), make([]bool, n)}
}

// global adds all paths of largest total weight.
func (r *route) global() {
	best := r.bestPast()
	var top pathCount
	for _, b := range best {
		if b.compare(top) > 0 {
			top = b
		}
	}
	if top.m == 0 {
		return
	}
	for c := range best {
		if best[c].compare(top) == 0 {
			r.back(uint32(c), best)
		}
	}
}

// bestPast is the largest total weight of a path from a source to each part;
// bestRest from each part to a sink.
func (r *route) bestPast() []pathCount {
	best := make([]pathCount, r.dag.N())
	for c := range best {
		for _, p := range r.dag.Out(uint32(c)) {
			if b := best[p].plus(r.weight(p, uint32(c))); b.compare(best[c]) > 0 {
				best[c] = b
			}
		}
	}
	return best
}

func (r *route) bestRest() []pathCount {
	best := make([]pathCount, r.dag.N())
	for p := len(best) - 1; p >= 0; p-- {
		for _, c := range r.dag.In(uint32(p)) {
			if b := best[c].plus(r.weight(uint32(p), c)); b.compare(best[p]) > 0 {
				best[p] = b
			}
		}
	}
	return best
}

// local starts with the heaviest of all arcs from sources and goes forward.
func (r *route) local() {
	var top pathCount
	eachSourceArc := func(visit func(a arcOf)) {
		for p := range uint32(r.dag.N()) {
			if len(r.dag.Out(p)) == 0 {
				for _, c := range r.dag.In(p) {
					visit(arcOf{p, c})
				}
			}
		}
	}
	eachSourceArc(func(a arcOf) {
		if w := r.weight(a.p, a.c); w.compare(top) > 0 {
			top = w
		}
	})
	eachSourceArc(func(a arcOf) {
		if r.weight(a.p, a.c).compare(top) == 0 {
			r.arcs[a] = true
			r.forward(a.c, nil)
		}
	})
}

// keyRoutes extends the heaviest arcs both ways.
func (r *route) keyRoutes(keys int, whole bool) {
	var bestPast, bestRest []pathCount
	if whole {
		bestPast, bestRest = r.bestPast(), r.bestRest()
	}
	for _, a := range r.heaviest(keys) {
		r.arcs[a.arcOf] = true
		r.back(a.p, bestPast)
		r.forward(a.c, bestRest)
	}
}

// weighed is an arc with its traversal weight.
type weighed struct {
	arcOf
	weight pathCount
}

// heaviest lists the so many heaviest arcs, and those as heavy as the last.
func (r *route) heaviest(keys int) []weighed {
	var all []weighed
	var worst pathCount // a weight below this is not among the heaviest
	limit := 1 << 12
	for c := range uint32(r.dag.N()) {
		for _, p := range r.dag.Out(c) {
			if w := r.weight(p, c); w.compare(worst) >= 0 {
				all = append(all, weighed{arcOf{p, c}, w})
			}
		}
		if len(all) > limit {
			all = cut(all, keys)
			worst = all[len(all)-1].weight
			limit = 2*len(all) + 1<<12
		}
	}
	return cut(all, keys)
}

// cut sorts arcs by falling weight and keeps the first keys and their ties.
func cut(arcs []weighed, keys int) []weighed {
	slices.SortFunc(arcs, func(a, b weighed) int {
		return cmp.Or(b.weight.compare(a.weight), cmp.Compare(a.p, b.p), cmp.Compare(a.c, b.c))
	})
	for keys < len(arcs) && arcs[keys].weight.compare(arcs[keys-1].weight) == 0 {
		keys++
	}
	return arcs[:min(keys, len(arcs))]
}

// back adds the arcs that lead to part c: those of the best whole paths where
// best is given, and otherwise the heaviest at every step.
func (r *route) back(c uint32, best []pathCount) {
	r.walk(c, r.aft, r.dag.Out, func(from, to uint32) arcOf { return arcOf{to, from} }, best)
}

// forward adds the arcs that lead on from part p, likewise.
func (r *route) forward(p uint32, best []pathCount) {
	r.walk(p, r.ahead, r.dag.In, func(from, to uint32) arcOf { return arcOf{from, to} }, best)
}

func (r *route) walk(start uint32, seen []bool, row func(uint32) []uint32, arc func(from, to uint32) arcOf, best []pathCount) {
	for stack := []uint32{start}; len(stack) > 0; {
		at := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if seen[at] {
			continue
		}
		seen[at] = true
		value := func(to uint32) pathCount {
			a := arc(at, to)
			w := r.weight(a.p, a.c)
			if best != nil {
				w = best[to].plus(w)
			}
			return w
		}
		var top pathCount
		for _, to := range row(at) {
			if v := value(to); v.compare(top) > 0 {
				top = v
			}
		}
		for _, to := range row(at) {
			if value(to).compare(top) == 0 {
				r.arcs[arc(at, to)] = true
				stack = append(stack, to)
			}
		}
	}
}

// result numbers the parts on the route in the order of flow.
func (r *route) result() *Main {
	index := map[uint32]int{}
	var parts []uint32
	for a := range r.arcs {
		parts = append(parts, a.p, a.c)
	}
	slices.Sort(parts)
	m := &Main{}
	for _, c := range slices.Compact(parts) {
		index[c] = len(m.Parts)
		m.Parts = append(m.Parts, slices.Sorted(slices.Values(r.parts.of(int(c)))))
	}
	for a := range r.arcs {
		w := r.weight(a.p, a.c)
		m.Steps = append(m.Steps, Step{index[a.p], index[a.c], w.over(r.heavy), w.log10()})
	}
	slices.SortFunc(m.Steps, func(a, b Step) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	m.Note = r.condensedNote()
	return m
}

func (t *traversal) condensedNote() string {
	documents, circles := 0, 0
	for c := range len(t.parts.start) - 1 {
		if k := len(t.parts.of(c)); k > 1 {
			documents += k
			circles++
		}
	}
	if circles == 0 {
		return ""
	}
	return fmt.Sprintf("documents that cite each other in a circle count as one: %d documents in %d groups", documents, circles)
}

// PathsThrough is the traversal weight of every node: the number of paths that
// arrive at it times the number that go on from it, relative to the largest.
// The documents of a circle have that of the circle; a document without arcs
// has 0.
func PathsThrough(by Traversal) Func {
	return func(ctx context.Context, g *csr.Graph, _ *Options) (Result, error) {
		t, err := newTraversal(ctx, g, by)
		if err != nil {
			return Result{}, err
		}
		var top pathCount
		through := make([]pathCount, t.dag.N())
		for c := range through {
			if len(t.dag.Out(uint32(c)))+len(t.dag.In(uint32(c))) == 0 {
				continue
			}
			through[c] = t.past[c].times(t.rest[c])
			if through[c].compare(top) > 0 {
				top = through[c]
			}
		}
		return Result{Note: t.condensedNote(), Scores: perNode(g, func(u uint32) float64 {
			if top.m == 0 {
				return 0
			}
			return through[t.parts.comp[u]].over(top)
		})}, nil
	}
}
