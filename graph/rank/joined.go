package rank

import (
	"cmp"
	"fmt"
	"slices"

	"uncite/graph"
)

// Choice is a part of a graph in which every node is joined to another.
type Choice struct {
	Keep   []bool // of the nodes of the graph
	InHand int    // kept nodes whose text the corpus holds
	Total  int    // kept nodes
	Alone  int    // nodes that no edge joins to another at all
}

// Note states in words what was chosen of a graph, with so many of its edges.
func (c *Choice) Note(g *graph.Graph, edges int) string {
	note := fmt.Sprintf("%d of %d nodes, chosen so that each is joined: %d in hand and the most cited, with %d of %d edges",
		c.Total, len(g.Nodes), c.InHand, edges, len(g.Edges))
	if c.Alone > 0 {
		note += fmt.Sprintf("; nodes that no edge of those that count joins to another: %d", c.Alone)
	}
	return note
}

// CutJoined returns the ranking of about top nodes that Joined chooses, with a note
// that says so; where nothing is joined, the most central ones.
func (r *Ranking) CutJoined(top int, counts func(*graph.Edge) bool) *Ranking {
	c := Joined(r.Graph, r.Score, counts, top)
	if c.Total == 0 {
		return r.Cut(top)
	}
	out := r.Keep(func(i int) bool { return c.Keep[i] })
	if c.Total == len(r.Graph.Nodes) {
		return out
	}
	return out.noted(r, c.Note(r.Graph, len(out.Graph.Edges)))
}

// handShare is the least share of the documents in hand among what Joined
// chooses, where there are so many that are joined.
const handShare = 2.0 / 5

// Joined chooses about top nodes that show a corpus and hang together: what is
// most cited, and the documents in hand that cite it. Each node has an edge to
// another one. Two fifths of the nodes are in hand where there are so many: each is
// taken for what it adds, that is for how much it cites that few of the chosen
// ones cite yet, so that the chosen ones differ. Of one document it chooses the
// document and what that cites most. Nodes of equal score count by the references
// to them, then by identifier. Edges for which counts is false join nothing. Where
// nothing is joined, nothing is chosen; a top of 0 or less chooses all that is.
func Joined(g *graph.Graph, score func(node int) float64, counts func(*graph.Edge) bool, top int) *Choice {
	j := newJoiner(g, score, counts)
	if top <= 0 || top > j.joined {
		top = j.joined
	}
	j.choose(top)
	c := &Choice{Keep: j.in, Alone: len(g.Nodes) - j.joined}
	for i, in := range j.in {
		if in {
			c.Total++
			if g.Nodes[i].InHand {
				c.InHand++
			}
		}
	}
	return c
}

// joiner chooses nodes one after the other.
type joiner struct {
	g        *graph.Graph
	out, to  [][]int // neighbours by direction, each once
	order    []int   // joined nodes, the first to be taken first
	joined   int
	in       []bool
	size     int
	citedBy  []int // chosen nodes that cite each node
	citesOfI []int // chosen nodes that each node cites
	// gain is what a citer would add: for each chosen node that it cites the less
	// the more of the chosen ones cite that.
	gain []float64
}

func newJoiner(g *graph.Graph, score func(int) float64, counts func(*graph.Edge) bool) *joiner {
	n := len(g.Nodes)
	j := &joiner{g: g, out: make([][]int, n), to: make([][]int, n), in: make([]bool, n), citedBy: make([]int, n), citesOfI: make([]int, n),
		gain: make([]float64, n)}
	references := make([]int, n)
	for i := range g.Edges {
		e := &g.Edges[i]
		if e.From == e.To || !counts(e) {
			continue
		}
		references[e.To] += int(e.Weight)
		// Edges are sorted, so that parallel ones follow each other.
		if row := j.out[e.From]; len(row) == 0 || row[len(row)-1] != int(e.To) {
			j.out[e.From] = append(row, int(e.To))
			j.to[e.To] = append(j.to[e.To], int(e.From))
		}
	}
	for i := range n {
		if len(j.out[i])+len(j.to[i]) > 0 {
			j.order = append(j.order, i)
		}
	}
	j.joined = len(j.order)
	slices.SortFunc(j.order, func(a, b int) int {
		return cmp.Or(cmp.Compare(score(b), score(a)), cmp.Compare(references[b], references[a]), cmp.Compare(g.Nodes[a].ID, g.Nodes[b].ID))
	})
	return j
}

// choose fills top places: with what is most cited but for the share of the
// documents in hand, then with these, then with whatever is joined to the chosen
// ones in place of what is not.
func (j *joiner) choose(top int) {
	share := int(float64(top)*handShare + 0.5)
	for _, i := range j.order {
		if j.size >= top-share {
			break
		}
		if len(j.to[i]) > 0 {
			j.take(i)
		}
	}
	for j.size < top && j.takeCiter() {
	}
	j.dropAlone()
	j.fill(top)
}

func (j *joiner) take(i int) {
	j.in[i] = true
	j.raise(i, 1/float64(1+j.citedBy[i]))
	j.count(i, 1)
}

// raise changes what citing node k would add.
func (j *joiner) raise(k int, by float64) {
	for _, i := range j.to[k] {
		j.gain[i] += by
	}
}

// count adds node i to what is counted of the chosen ones, or takes it away.
func (j *joiner) count(i, by int) {
	j.size += by
	for _, k := range j.out[i] {
		j.citedBy[k] += by
		if by > 0 && j.in[k] {
			j.raise(k, 1/float64(1+j.citedBy[k])-1/float64(j.citedBy[k]))
		}
	}
	for _, k := range j.to[i] {
		j.citesOfI[k] += by
	}
}

// takeCiter takes the document in hand that adds most, with something for each of
// up to three chosen nodes that cite it. It reports whether there was one.
func (j *joiner) takeCiter() bool {
	best, most := -1, 0.0
	for _, i := range j.order {
		if j.in[i] || !j.g.Nodes[i].InHand || j.citesOfI[i]+j.citedBy[i] == 0 {
			continue
		}
		if gain := j.gain[i] + 0.3*float64(min(j.citedBy[i], 3)); gain > most {
			best, most = i, gain
		}
	}
	if best >= 0 {
		j.take(best)
	}
	return best >= 0
}

// dropAlone lets go what no edge joins to another of the chosen ones.
func (j *joiner) dropAlone() {
	for i, in := range j.in {
		if in && j.citedBy[i]+j.citesOfI[i] == 0 {
			j.in[i] = false
			j.count(i, -1)
		}
	}
}

// fill takes what is joined to the chosen ones, in the order of the scores, until
// top are chosen. Where none is, as in an empty choice, it begins anew with the
// first node that is left and its first neighbour.
func (j *joiner) fill(top int) {
	for j.size < top {
		before := j.size
		for _, i := range j.order {
			if j.size < top && !j.in[i] && j.citedBy[i]+j.citesOfI[i] > 0 {
				j.take(i)
			}
		}
		if j.size == before && !j.begin(top) {
			return
		}
	}
}

// begin takes the first node that is left and one that it is joined to.
func (j *joiner) begin(top int) bool {
	if j.size+2 > top {
		return false
	}
	for _, i := range j.order {
		if !j.in[i] {
			j.take(i)
			next := append(slices.Clone(j.to[i]), j.out[i]...)
			j.take(next[0])
			return true
		}
	}
	return false
}
