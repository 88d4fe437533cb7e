package measure_test

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"testing"

	"uncite/graph/csr"
	"uncite/graph/measure"
)

// chains lists all paths of an acyclic graph in the direction of flow, from
// cited to citing, from any document to any other.
func chains(g *csr.Graph) [][]uint32 {
	var all [][]uint32
	var extend func(path []uint32)
	extend = func(path []uint32) {
		if len(path) > 1 {
			all = append(all, slices.Clone(path))
		}
		for _, c := range g.In(path[len(path)-1]) {
			extend(append(slices.Clone(path), c))
		}
	}
	for v := range uint32(g.N()) {
		extend([]uint32{v})
	}
	return all
}

// traversals counts the paths through every arc as the definition says.
func traversals(g *csr.Graph, by measure.Traversal) map[[2]uint32]float64 {
	count := map[[2]uint32]float64{}
	for _, path := range chains(g) {
		first, last := path[0], path[len(path)-1]
		if by == measure.SPC && len(g.Out(first)) > 0 || by != measure.SPNP && len(g.In(last)) > 0 {
			continue
		}
		for i := 1; i < len(path); i++ {
			count[[2]uint32{path[i-1], path[i]}]++
		}
	}
	return count
}

// acyclic keeps of a random graph the arcs to older documents.
func acyclic(seed uint64) *csr.Graph {
	g := randomGraph(seed)
	var from, to []uint32
	for u := range uint32(min(g.N(), 12)) {
		for _, v := range g.Out(u) {
			if v < u {
				from, to = append(from, u), append(to, v)
			}
		}
	}
	return csr.Build(g.N(), from, to, nil)
}

// TestMainPath finds main paths by listing all chains of small graphs.
func TestMainPath(t *testing.T) {
	nonempty := 0
	for seed := range uint64(naiveSeeds) {
		g := acyclic(seed)
		for _, by := range []measure.Traversal{measure.SPC, measure.SPLC, measure.SPNP} {
			weight := traversals(g, by)
			for search, want := range map[measure.Search]map[[2]uint32]bool{
				measure.Global:        heaviestChains(g, weight, nil),
				measure.Local:         greedyFromSources(g, weight),
				measure.KeyRoute:      throughKeys(g, weight, func(key [2]uint32) map[[2]uint32]bool { return heaviestChains(g, weight, &key) }),
				measure.KeyRouteLocal: throughKeys(g, weight, func(key [2]uint32) map[[2]uint32]bool { return greedyBothWays(g, weight, key) }),
			} {
				m, err := measure.FindMainPath(context.Background(), g, by, search, 2)
				if err != nil {
					t.Fatal(err)
				}
				what := fmt.Sprintf("seed %d, %s, %s", seed, by, search)
				mustEqual(t, what, sortedArcs(want), stepArcs(t, m, weight))
				nonempty += len(m.Steps)
			}
		}
	}
	if nonempty == 0 {
		t.Error("all main paths are empty: the test checks nothing")
	}
}

// stepArcs are the arcs of a main path, whose weights are checked on the way.
func stepArcs(t *testing.T, m *measure.Main, weight map[[2]uint32]float64) [][2]uint32 {
	t.Helper()
	heaviest := 0.0
	for _, w := range weight {
		heaviest = max(heaviest, w)
	}
	arcs := map[[2]uint32]bool{}
	for _, s := range m.Steps {
		arc := [2]uint32{m.Parts[s.From][0], m.Parts[s.To][0]}
		arcs[arc] = true
		if math.Abs(s.Share-weight[arc]/heaviest) > 1e-12 || math.Abs(s.Log10-math.Log10(weight[arc])) > 1e-12 {
			t.Fatalf("step %v weighs %g (log %g), want %g", arc, s.Share, s.Log10, weight[arc])
		}
	}
	return sortedArcs(arcs)
}

func sortedArcs(set map[[2]uint32]bool) [][2]uint32 {
	var arcs [][2]uint32
	for a := range set {
		arcs = append(arcs, a)
	}
	slices.SortFunc(arcs, func(a, b [2]uint32) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return arcs
}

// heaviestChains are the arcs of the chains from source to sink of largest
// weight, among those through key where it is given.
func heaviestChains(g *csr.Graph, weight map[[2]uint32]float64, key *[2]uint32) map[[2]uint32]bool {
	best, arcs := -1.0, map[[2]uint32]bool{}
	for _, path := range chains(g) {
		if len(g.Out(path[0])) > 0 || len(g.In(path[len(path)-1])) > 0 {
			continue
		}
		total, through := 0.0, key == nil
		for i := 1; i < len(path); i++ {
			arc := [2]uint32{path[i-1], path[i]}
			total += weight[arc]
			through = through || arc == *key
		}
		if !through || total < best {
			continue
		}
		if total > best {
			best = total
			clear(arcs)
		}
		for i := 1; i < len(path); i++ {
			arcs[[2]uint32{path[i-1], path[i]}] = true
		}
	}
	return arcs
}

// greedy adds the heaviest arcs on from v, again and again.
func greedy(weight map[[2]uint32]float64, row func(uint32) []uint32, arc func(at, to uint32) [2]uint32, v uint32, arcs map[[2]uint32]bool) {
	top := 0.0
	for _, to := range row(v) {
		top = max(top, weight[arc(v, to)])
	}
	for _, to := range row(v) {
		if weight[arc(v, to)] == top {
			arcs[arc(v, to)] = true
			greedy(weight, row, arc, to, arcs)
		}
	}
}

func ahead(at, to uint32) [2]uint32 { return [2]uint32{at, to} }
func aback(at, to uint32) [2]uint32 { return [2]uint32{to, at} }

func greedyFromSources(g *csr.Graph, weight map[[2]uint32]float64) map[[2]uint32]bool {
	top, arcs := 0.0, map[[2]uint32]bool{}
	for a, w := range weight {
		if len(g.Out(a[0])) == 0 {
			top = max(top, w)
		}
	}
	for a, w := range weight {
		if len(g.Out(a[0])) == 0 && w == top {
			arcs[a] = true
			greedy(weight, g.In, ahead, a[1], arcs)
		}
	}
	return arcs
}

func greedyBothWays(g *csr.Graph, weight map[[2]uint32]float64, key [2]uint32) map[[2]uint32]bool {
	arcs := map[[2]uint32]bool{key: true}
	greedy(weight, g.In, ahead, key[1], arcs)
	greedy(weight, g.Out, aback, key[0], arcs)
	return arcs
}

// throughKeys joins the paths through the two heaviest arcs and their ties.
func throughKeys(g *csr.Graph, weight map[[2]uint32]float64, paths func(key [2]uint32) map[[2]uint32]bool) map[[2]uint32]bool {
	var weights []float64
	for _, w := range weight {
		weights = append(weights, w)
	}
	slices.Sort(weights)
	arcs := map[[2]uint32]bool{}
	for a, w := range weight {
		if w >= weights[max(0, len(weights)-2)] {
			for b := range paths(a) {
				arcs[b] = true
			}
		}
	}
	return arcs
}

// TestMainPathCondensesCircles checks the path through documents of one day
// that cite each other.
func TestMainPathCondensesCircles(t *testing.T) {
	g := csr.Build(5, []uint32{1, 1, 2, 3, 4}, []uint32{0, 2, 1, 2, 3}, nil)
	m, err := measure.FindMainPath(context.Background(), g, measure.SPC, measure.Global, 0)
	if err != nil {
		t.Fatal(err)
	}
	mustEqual(t, "parts", [][]uint32{{0}, {1, 2}, {3}, {4}}, m.Parts)
	mustEqual(t, "steps", []measure.Step{{0, 1, 1, 0}, {1, 2, 1, 0}, {2, 3, 1, 0}}, m.Steps)
	mustEqual(t, "note", "documents that cite each other in a circle count as one: 2 documents in 1 groups", m.Note)
	mustEqual(t, "spc", []float64{1, 1, 1, 1, 1}, scores(t, "spc", g, &measure.Options{}))
}

// TestMainPathOfUncountablePaths has more paths than a float can count.
func TestMainPathOfUncountablePaths(t *testing.T) {
	const n = 1200
	m, err := measure.FindMainPath(context.Background(), diamonds(n), measure.SPC, measure.Global, 0)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Steps) != 4*n {
		t.Errorf("%d steps, want all %d: they tie", len(m.Steps), 4*n)
	}
	if want := (n - 1) * math.Log10(2); math.Abs(m.Steps[0].Log10-want) > 1e-9 {
		t.Errorf("log of the weight %g, want %g", m.Steps[0].Log10, want)
	}
}

func TestMainPathRejectsUnknownNames(t *testing.T) {
	g := csr.Build(2, []uint32{1}, []uint32{0}, nil)
	if _, err := measure.FindMainPath(context.Background(), g, "spx", measure.Global, 0); err == nil {
		t.Error("no error for the count spx")
	}
	if _, err := measure.FindMainPath(context.Background(), g, measure.SPC, "longest", 0); err == nil {
		t.Error("no error for the search longest")
	}
}
