package rank

import (
	"fmt"
	"slices"
	"strings"

	"uncite/extract/record"
	"uncite/graph"
	"uncite/graph/measure"
)

// Cut returns the ranking of the top most central nodes and the edges between
// them, with a note that says so. It returns r itself where top is 0 or less
// or leaves nothing out.
func (r *Ranking) Cut(top int) *Ranking {
	out, note := r.leading(r.Order(), top)
	if note != "" {
		note += fmt.Sprintf(", with %d of %d edges", len(out.Graph.Edges), len(r.Graph.Edges))
	}
	return out.noted(r, note)
}

// First is Cut for rankings, which show no edges: the note does not count them,
// but says how many nodes that are left out have the last score shown.
func (r *Ranking) First(top int) *Ranking {
	order := r.Order()
	out, note := r.leading(order, top)
	if note != "" {
		last, more := r.Score(order[top-1]), 0
		for _, i := range order[top:] {
			if r.Score(i) != last {
				break
			}
			more++
		}
		if more > 0 {
			note += fmt.Sprintf(", and %d more with this score", more)
		}
	}
	return out.noted(r, note)
}

// List keeps the nodes that all listings choose and says in a note what is listed.
// Scores stay those of the whole graph.
func (r *Ranking) List(listings ...graph.Listing) *Ranking {
	if len(listings) == 0 {
		return r
	}
	var words []string
	tests := make([]func(int) bool, len(listings))
	for k, l := range listings {
		words, tests[k] = append(words, l.Note), l.In(r.Graph)
	}
	out := r.Keep(func(i int) bool {
		return !slices.ContainsFunc(tests, func(test func(int) bool) bool { return !test(i) })
	})
	return out.noted(r, fmt.Sprintf("listed: %s: %d of %d nodes", strings.Join(words, "; "), len(out.Graph.Nodes), len(r.Graph.Nodes)))
}

// Told keeps the nodes of which a measure can tell something: documents in hand
// where it rests on a document's own references, and what is cited where it says
// nothing of the rest. A note says what that left out.
func (r *Ranking) Told(row measure.Measure, types ...graph.EdgeType) *Ranking {
	switch {
	case row.OwnRefs:
		out := r.Keep(func(i int) bool { return r.Graph.Nodes[i].InHand })
		return out.noted(r, fmt.Sprintf("listed: documents in hand, for %s rests on a document's own references: %d of %d nodes",
			row.Name, len(out.Graph.Nodes), len(r.Graph.Nodes)))
	case row.Cited:
		k := r.Graph.Kernel(types...)
		out := r.Keep(func(i int) bool { return len(k.In(uint32(i))) > 0 })
		return out.noted(r, fmt.Sprintf("listed: what is cited, for %s says nothing of the rest: %d of %d nodes",
			row.Name, len(out.Graph.Nodes), len(r.Graph.Nodes)))
	}
	return r
}

// leading keeps the top most central nodes and says so in a note, which is
// empty where nothing is left out.
func (r *Ranking) leading(order []int, top int) (out *Ranking, note string) {
	total := len(r.Graph.Nodes)
	if top <= 0 || top >= total {
		return r, ""
	}
	kept := make([]bool, total)
	for _, i := range order[:top] {
		kept[i] = true
	}
	return r.Keep(func(i int) bool { return kept[i] }), r.centralNote(top)
}

// centralNote says that the n most central nodes are shown.
func (r *Ranking) centralNote(n int) string {
	total := len(r.Graph.Nodes)
	switch {
	case len(r.Scores) == 0:
		return fmt.Sprintf("the first %d of %d nodes by identifier", n, total)
	case n == 1:
		return fmt.Sprintf("the most central of %d nodes by %s", total, r.Scores[0].Name)
	}
	return fmt.Sprintf("the %d most central of %d nodes by %s", n, total, r.Scores[0].Name)
}

// noted adds a note to those of the ranking that r was made of.
func (r *Ranking) noted(from *Ranking, note string) *Ranking {
	if note != "" {
		r.Graph.Notes = append(slices.Clone(from.Graph.Notes), note)
	}
	return r
}

// CutLinked is Cut for pictures, in which a node that no edge joins to another
// says nothing: such nodes are left out and the next most central take their
// places. The most central nodes are often cited by none but each other's
// citers: the ranking of one document is that document, cited by nobody, and all
// that it cites. So up to a quarter of the places, the last ones, go to nodes
// that link two or more of the others that would stand alone. The note says
// how many there are of each sort. Where no two nodes are joined at all, those
// of Cut are shown. A top of 0 or less shows all nodes that have edges.
func (r *Ranking) CutLinked(top int) *Ranking {
	total := len(r.Graph.Nodes)
	if top <= 0 || top > total {
		top = total
	}
	order, adjacent := r.OrderByUse(), r.adjacency()
	var central, linking, alone []int
	for want := top; ; want = min(total, want+top-len(central)-len(linking)) {
		central, linking = r.withLinkers(order[:want], top/4, adjacent)
		central, alone = parted(central, linking, adjacent)
		if len(central)+len(linking) >= top || want == total || want >= 4*top {
			break
		}
	}
	if len(central) == 0 {
		return r.Cut(top)
	}
	return r.linked(central, linking, alone)
}

// withLinkers gives the last places of the chosen nodes, at most so many, to
// nodes that link two or more of the others that would stand alone.
func (r *Ranking) withLinkers(chosen []int, most int, adjacent [][]int) (central, linking []int) {
	central = slices.Clone(chosen)
	for len(linking) < most {
		best, covers := r.linker(adjacent, slices.Concat(central, linking))
		if covers < 2 {
			break
		}
		central, linking = central[:len(central)-1], append(linking, best)
	}
	return central, linking
}

// parted takes the nodes that no edge joins to another of the chosen ones out
// of the central ones.
func parted(central, linking []int, adjacent [][]int) (joined, alone []int) {
	inside := make([]bool, len(adjacent))
	for _, i := range slices.Concat(central, linking) {
		inside[i] = true
	}
	for _, i := range central {
		if slices.ContainsFunc(adjacent[i], func(j int) bool { return inside[j] }) {
			joined = append(joined, i)
		} else {
			alone = append(alone, i)
		}
	}
	return joined, alone
}

// linked keeps the most central nodes given and those that link them, with a
// note that counts them and those left out because they stand alone.
func (r *Ranking) linked(central, linking, alone []int) *Ranking {
	kept := make([]bool, len(r.Graph.Nodes))
	for _, i := range slices.Concat(central, linking) {
		kept[i] = true
	}
	out := r.Keep(func(i int) bool { return kept[i] })
	var note string
	if len(central)+len(linking)+len(alone) < len(r.Graph.Nodes) {
		note = r.centralNote(len(central))
		switch len(linking) {
		case 0:
		case 1:
			note += " and 1 more that links them"
		default:
			note += fmt.Sprintf(" and %d more that link them", len(linking))
		}
		note += fmt.Sprintf(", with %d of %d edges", len(out.Graph.Edges), len(r.Graph.Edges))
	}
	if len(alone) > 0 {
		if note != "" {
			note += "; "
		}
		note += fmt.Sprintf("left out, being joined to none of these: %s", count(len(alone), "node"))
	}
	return out.noted(r, note)
}

// adjacency lists the neighbours of every node, without regard to direction.
func (r *Ranking) adjacency() [][]int {
	adjacent := make([][]int, len(r.Graph.Nodes))
	for _, e := range r.Graph.Edges {
		if e.From != e.To {
			adjacent[e.From] = append(adjacent[e.From], int(e.To))
			adjacent[e.To] = append(adjacent[e.To], int(e.From))
		}
	}
	return adjacent
}

// linker finds the node outside the chosen ones that has the most neighbours
// among those of them that have no neighbour inside, and how many it has.
func (r *Ranking) linker(adjacent [][]int, chosen []int) (best, covers int) {
	inside := make([]bool, len(adjacent))
	for _, i := range chosen {
		inside[i] = true
	}
	links := map[int]int{}
	for _, i := range chosen {
		if slices.ContainsFunc(adjacent[i], func(j int) bool { return inside[j] }) {
			continue
		}
		for _, j := range slices.Compact(slices.Sorted(slices.Values(adjacent[i]))) {
			links[j]++
		}
	}
	for i, n := range links {
		if n > covers || n == covers && (r.Score(i) > r.Score(best) || r.Score(i) == r.Score(best) && i < best) {
			best, covers = i, n
		}
	}
	return best, covers
}

// Keep returns the ranking of the nodes for which keep is true and the edges
// between them. Scores stay those of the whole graph. It adds no note.
func (r *Ranking) Keep(keep func(node int) bool) *Ranking {
	kept := make([]bool, len(r.Graph.Nodes))
	for i := range kept {
		kept[i] = keep(i)
	}
	out := &Ranking{Graph: r.Graph.Part(func(i int) bool { return kept[i] }), GroupNames: r.GroupNames, Tied: r.Tied}
	for _, s := range r.Scores {
		values := make([]float64, 0, len(out.Graph.Nodes))
		for i := range kept {
			if kept[i] {
				values = append(values, s.At(i))
			}
		}
		out.Scores = append(out.Scores, Score{s.Name, values})
	}
	for i, group := range r.Groups {
		if kept[i] {
			out.Groups = append(out.Groups, group)
		}
	}
	for k, strength := range r.Strengths {
		if e := &r.Graph.Edges[k]; kept[e.From] && kept[e.To] {
			out.Strengths = append(out.Strengths, strength)
		}
	}
	return out
}

// AtLeast keeps the nodes whose score is at least so much under the first
// measure, with a note that counts them.
func (r *Ranking) AtLeast(least float64) *Ranking {
	out := r.Keep(func(i int) bool { return r.Score(i) >= least })
	name := ""
	if len(r.Scores) > 0 {
		name = r.Scores[0].Name
	}
	return out.noted(r, fmt.Sprintf("%s at least %g: %d of %d nodes", name, least, len(out.Graph.Nodes), len(r.Graph.Nodes)))
}

// Types are the edges on which nodes of these kinds are ranked: citations, and
// mentions with them where a kind is asked for that is only mentioned.
func Types(kinds ...record.Kind) []graph.EdgeType {
	if slices.Contains(kinds, record.Entity) || slices.Contains(kinds, record.State) {
		return []graph.EdgeType{graph.Cites, graph.Mentions}
	}
	return []graph.EdgeType{graph.Cites}
}

// count prints a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
