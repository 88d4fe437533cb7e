package measure

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"uncite/graph/csr"
)

// Grouping is a division of a graph's nodes into groups.
type Grouping struct {
	// Of is the group of every node. Groups are numbered by falling size,
	// then by their first node.
	Of         []int
	Sizes      []int // of the groups
	Modularity float64
}

// LeidenOptions are the settings of [Leiden]; the zero value is usual.
type LeidenOptions struct {
	// Resolution is γ in the modularity: larger values give smaller groups;
	// 0 means 1.
	Resolution float64
	// Iterations is the number of runs, each starting from the result of the
	// last; 0 means 2, as in igraph.
	Iterations int
	Seed       uint64
}

// Leiden divides a graph into groups of high directed [Modularity] by the
// algorithm of Traag, Waltman and van Eck (2019), whose groups are connected.
// The arcs count by weight where Options.Weighted is set. The symmetric graphs
// of [CoCitationGraph] and [CouplingGraph] and [csr.Graph.Undirected] give the
// modularity of an undirected graph. A node without arcs is a group of its own.
// The same seed gives the same groups.
func Leiden(ctx context.Context, g *csr.Graph, o *Options, l LeidenOptions) (*Grouping, error) {
	resolution := or(l.Resolution, 1)
	if !(resolution > 0) || math.IsInf(resolution, 1) {
		return nil, fmt.Errorf("resolution %g: want a number above 0", l.Resolution)
	}
	base := newLeidenGraph(g, o.Weighted)
	of := make([]uint32, g.N())
	for u := range of {
		of[u] = uint32(u)
	}
	if base.total > 0 {
		run := &leiden{ctx: ctx, rand: rand.New(rand.NewPCG(l.Seed, 0x6c656964656e)), gamma: resolution / base.total,
			unit: base.total / float64(g.Arcs())}
		iterations := or(l.Iterations, 2)
		for i := range iterations {
			o.progress(i, iterations)
			of = run.improve(base, of)
		}
		of = base.connect(of)
		o.progress(iterations, iterations)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	groups, sizes := bySize(of)
	return &Grouping{groups, sizes, Modularity(g, groups, resolution, o.Weighted)}, nil
}

// connect makes a group of every connected part of a group. Modularity never
// loses by it, and the last levels of a run may have left some apart.
func (g *leidenGraph) connect(of []uint32) []uint32 {
	parts, stack := make([]uint32, g.n()), []uint32{}
	for u := range parts {
		parts[u] = none
	}
	for first := range uint32(g.n()) {
		if parts[first] != none {
			continue
		}
		parts[first] = first
		for stack = append(stack, first); len(stack) > 0; {
			u := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			row, _ := g.row(u)
			for _, v := range row {
				if of[v] == of[u] && parts[v] == none {
					parts[v] = first
					stack = append(stack, v)
				}
			}
		}
	}
	return parts
}

// bySize renumbers groups by falling size, then by first node.
func bySize(of []uint32) (groups []int, sizes []int) {
	type group struct{ first, size int }
	all := make([]group, len(of))
	for u := len(of) - 1; u >= 0; u-- {
		all[of[u]] = group{u, all[of[u]].size + 1}
	}
	order := make([]int, 0, len(of))
	for c := range all {
		if all[c].size > 0 {
			order = append(order, c)
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(all[b].size, all[a].size), cmp.Compare(all[a].first, all[b].first))
	})
	number := make([]int, len(of))
	for i, c := range order {
		number[c] = i
		sizes = append(sizes, all[c].size)
	}
	groups = make([]int, len(of))
	for u, c := range of {
		groups[u] = number[c]
	}
	return groups, sizes
}

// leidenGraph is what the algorithm needs of a graph: for every pair of
// neighbours the weight of the arcs between them, both ways together, and for
// every node the weight that goes out and comes in. Moves depend on nothing
// else, also where arcs have a direction.
type leidenGraph struct {
	start   []uint32
	adj     []uint32
	weight  []float64
	out, in []float64
	total   float64 // weight of all arcs
}

func (g *leidenGraph) n() int { return len(g.out) }

func (g *leidenGraph) row(u uint32) ([]uint32, []float64) {
	lo, hi := g.start[u], g.start[u+1]
	return g.adj[lo:hi], g.weight[lo:hi]
}

func newLeidenGraph(g *csr.Graph, weighted bool) *leidenGraph {
	n := g.N()
	both := g.Undirected()
	l := &leidenGraph{start: make([]uint32, n+1), adj: make([]uint32, 0, both.Arcs()),
		weight: make([]float64, 0, both.Arcs()), out: make([]float64, n), in: make([]float64, n)}
	between := func(row []uint32, weight []float64, i *int, v uint32) float64 {
		for *i < len(row) && row[*i] < v {
			*i++
		}
		switch {
		case *i == len(row) || row[*i] != v:
			return 0
		case weighted && weight != nil:
			return weight[*i]
		}
		return 1
	}
	for u := range uint32(n) {
		i, j := 0, 0
		for _, v := range both.Out(u) {
			to := between(g.Out(u), g.OutWeight(u), &i, v)
			from := between(g.In(u), g.InWeight(u), &j, v)
			l.out[u] += to
			l.in[u] += from
			if to+from > 0 {
				l.adj, l.weight = append(l.adj, v), append(l.weight, to+from)
			}
		}
		l.start[u+1] = uint32(len(l.adj))
		if i := 0; g.HasLoop(u) {
			loop := between(g.Out(u), g.OutWeight(u), &i, u)
			l.out[u] += loop
			l.in[u] += loop
		}
		l.total += l.out[u]
	}
	return l
}

// leiden is one run of the algorithm. gamma is the resolution over the total
// weight.
type leiden struct {
	ctx   context.Context
	rand  *rand.Rand
	gamma float64
	unit  float64 // mean weight of an arc
	// choices and gains are scratch of draw.
	choices []uint32
	gains   []float64
}

// improve runs through the levels of the algorithm once, from the groups of:
// move nodes, refine the groups, join refined groups to the nodes of the next
// level, until no node moves.
func (l *leiden) improve(base *leidenGraph, of []uint32) []uint32 {
	g := base
	place := make([]uint32, base.n()) // the node of g that each node of base is in
	for u := range place {
		place[u] = uint32(u)
	}
	groups := slices.Clone(of)
	for {
		s := newLeidenState(g, groups, l.gamma)
		l.move(s)
		for u := range of {
			of[u] = s.of[place[u]]
		}
		if s.groups() == g.n() || l.ctx.Err() != nil {
			return of
		}
		refined := l.refine(s)
		count := compact(refined)
		if count == g.n() { // nothing to join but the groups as they are
			refined = slices.Clone(s.of)
			count = compact(refined)
		}
		groups = make([]uint32, count)
		for u, r := range refined {
			groups[r] = s.of[u]
		}
		compact(groups)
		for u := range place {
			place[u] = refined[place[u]]
		}
		g = g.join(refined, count)
	}
}

// compact renumbers labels in the order in which they first occur, and returns
// how many there are.
func compact(of []uint32) int {
	number, count := make([]uint32, len(of)), 0
	most := uint32(0)
	for _, c := range of {
		most = max(most, c)
	}
	if int(most) >= len(number) {
		number = make([]uint32, most+1)
	}
	for u, c := range of {
		if number[c] == 0 {
			count++
			number[c] = uint32(count)
		}
		of[u] = number[c] - 1
	}
	return count
}

// join makes a node of every refined group.
func (g *leidenGraph) join(refined []uint32, count int) *leidenGraph {
	j := &leidenGraph{start: make([]uint32, count+1), adj: make([]uint32, 0, len(g.adj)),
		weight: make([]float64, 0, len(g.adj)), out: make([]float64, count), in: make([]float64, count), total: g.total}
	members := scatterMembers(refined, count)
	to, touched := make([]float64, count), []uint32{}
	for c := range uint32(count) {
		for _, u := range members.of(int(c)) {
			j.out[c] += g.out[u]
			j.in[c] += g.in[u]
			row, weight := g.row(u)
			for i, v := range row {
				d := refined[v]
				if d == c {
					continue
				}
				if to[d] == 0 {
					touched = append(touched, d)
				}
				to[d] += weight[i]
			}
		}
		for _, d := range touched {
			j.adj, j.weight = append(j.adj, d), append(j.weight, to[d])
			to[d] = 0
		}
		touched = touched[:0]
		j.start[c+1] = uint32(len(j.adj))
	}
	return j
}

// scatterMembers lists the members of every group in order.
func scatterMembers(of []uint32, count int) *partition {
	p := &partition{comp: of, start: make([]uint32, count+1), nodes: make([]uint32, len(of))}
	for _, c := range of {
		p.start[c+1]++
	}
	for c := range count {
		p.start[c+1] += p.start[c]
	}
	next := slices.Clone(p.start)
	for u, c := range of {
		p.nodes[next[c]] = uint32(u)
		next[c]++
	}
	return p
}

// leidenState is a division of a level's nodes with the weights of its groups.
type leidenState struct {
	g       *leidenGraph
	gamma   float64
	of      []uint32
	out, in []float64 // of the groups
	size    []uint32  // number of nodes of the groups
	to      []float64 // scratch: weight between a node and each group
	touched []uint32  // groups where to has been set
}

func newLeidenState(g *leidenGraph, of []uint32, gamma float64) *leidenState {
	n := g.n()
	s := &leidenState{g: g, gamma: gamma, of: of, out: make([]float64, n), in: make([]float64, n),
		size: make([]uint32, n), to: make([]float64, n)}
	for u, c := range of {
		s.out[c] += g.out[u]
		s.in[c] += g.in[u]
		s.size[c]++
	}
	return s
}

// cost is what modularity loses, times the total weight, by node u in group c.
func (s *leidenState) cost(u, c uint32) float64 {
	return s.gamma * (s.g.out[u]*s.in[c] + s.g.in[u]*s.out[c])
}

func (s *leidenState) leave(u uint32) {
	c := s.of[u]
	s.out[c] -= s.g.out[u]
	s.in[c] -= s.g.in[u]
	if s.size[c]--; s.size[c] == 0 {
		s.out[c], s.in[c] = 0, 0 // what rounding left
	}
}

func (s *leidenState) enter(u, c uint32) {
	s.of[u] = c
	s.out[c] += s.g.out[u]
	s.in[c] += s.g.in[u]
	s.size[c]++
}

// minGain is the gain, as a share of the node's own weight, below which a move
// is not worth making: rounding alone could gain as much for ever.
const minGain = 1e-12

// move takes nodes from a queue and puts each where modularity gains most,
// until none gains; the neighbours of a node that has moved queue again.
func (l *leiden) move(s *leidenState) {
	n := s.g.n()
	queue, queued := make([]uint32, n), make([]bool, n)
	for i := range queue {
		queue[i], queued[i] = uint32(i), true
	}
	l.rand.Shuffle(n, func(i, j int) { queue[i], queue[j] = queue[j], queue[i] })
	empty := s.emptyGroups()
	head, waiting := 0, n
	for steps := 0; waiting > 0; steps++ {
		if steps%4096 == 0 && l.ctx.Err() != nil {
			return
		}
		u := queue[head]
		if head++; head == n {
			head = 0
		}
		waiting--
		queued[u] = false
		if !s.moveNode(u, &empty) {
			continue
		}
		row, _ := s.g.row(u)
		for _, v := range row {
			if !queued[v] && s.of[v] != s.of[u] {
				queued[v] = true
				tail := head + waiting
				if tail >= n {
					tail -= n
				}
				queue[tail] = v
				waiting++
			}
		}
	}
}

// groups is the number of groups that are not empty.
func (s *leidenState) groups() int {
	count := 0
	for _, size := range s.size {
		if size > 0 {
			count++
		}
	}
	return count
}

func (s *leidenState) emptyGroups() []uint32 {
	var empty []uint32
	for c, size := range s.size {
		if size == 0 {
			empty = append(empty, uint32(c))
		}
	}
	return empty
}

// moveNode puts u into the group where modularity gains most, a group of its
// own among them, and tells whether that is another one.
func (s *leidenState) moveNode(u uint32, empty *[]uint32) bool {
	old := s.of[u]
	s.gather(u)
	s.leave(u)
	stay := s.to[old] - s.cost(u, old)
	best, gain := old, stay
	for _, c := range s.touched {
		if g := s.to[c] - s.cost(u, c); g > gain {
			best, gain = c, g
		}
		s.to[c] = 0
	}
	s.touched = s.touched[:0]
	s.to[old] = 0
	if gain < 0 && s.size[old] > 0 && len(*empty) > 0 {
		best, gain = (*empty)[len(*empty)-1], 0
	}
	if gain <= stay+minGain*(s.g.out[u]+s.g.in[u]) {
		best = old
	}
	if best != old {
		if k := len(*empty) - 1; k >= 0 && best == (*empty)[k] {
			*empty = (*empty)[:k]
		}
		if s.size[old] == 0 {
			*empty = append(*empty, old)
		}
	}
	s.enter(u, best)
	return best != old
}

// gather sets to to the weight between u and each group.
func (s *leidenState) gather(u uint32) {
	row, weight := s.g.row(u)
	for i, v := range row {
		c := s.of[v]
		if s.to[c] == 0 {
			s.touched = append(s.touched, c)
		}
		s.to[c] += weight[i]
	}
}
