package graph

import (
	"cmp"
	"runtime"
	"slices"

	"uncite/extract/record"
)

// claims are single statements that one node relates to another: the raw material
// of edges.
type claims struct {
	list     blocks[claim]
	evidence blocks[packed] // what claims stand on, but where only counts are wanted
	counts   bool
	placed   bool           // where counts are wanted, and where each claim can be read again
	places   blocks[uint64] // of the claims, in their order; see Places
	words    *wordList
	versions versions // also where their numbers are not in the claims
}

// claim says what one node is to another, in 24 bytes.
type claim struct {
	// ground is the number of the evidence, from 1, or where only counts are wanted
	// a hash by which doubles are told; 0 where no reference states the claim.
	ground   uint64
	from, to uint32
	version  uint32 // where only counts are wanted
	said     said
}

// said packs the edge type, the number of the treatment, and whether the target is
// named by a number.
type said uint32

const (
	saidNumbered  said = 1 << 4
	treatmentBits      = 5
)

func (s said) kind() EdgeType     { return EdgeType(s & 15) }
func (s said) of(t EdgeType) said { return s&^15 | said(t) }
func (s said) treatment() uint32  { return uint32(s >> treatmentBits) }

// ground is what an edge of any type may be claimed on.
type ground struct {
	number  uint64
	place   uint64
	version uint32
	said    said
}

// ground takes note of a citation.
func (c *claims) ground(r *record.Reference, known *ahead) ground {
	if !c.counts {
		c.evidence.add(c.words.pack(r))
		return ground{number: uint64(c.evidence.n)}
	}
	hash := known.hash
	if hash == 0 {
		hash = hashOf(r)
	}
	g := ground{number: hash, version: c.versions.of(r), said: said(c.words.of(r.Treatment)) << treatmentBits}
	if printsSymbol(r.Text) {
		g.said |= saidNumbered
	}
	if c.placed {
		if g.place = known.place; g.place == 0 {
			c.evidence.add(c.words.pack(r))
			g.place = heldPlace | uint64(c.evidence.n)
		}
	}
	return g
}

func (c *claims) add(from, to uint32, t EdgeType, on ground) {
	c.list.add(claim{on.number, from, to, on.version, on.said.of(t)})
	if c.placed {
		c.places.add(on.place)
	}
}

// swap changes two claims.
func (c *claims) swap(i, k int) {
	a, b := c.list.at(i), c.list.at(k)
	*a, *b = *b, *a
	if c.placed {
		a, b := c.places.at(i), c.places.at(k)
		*a, *b = *b, *a
	}
}

// mention turns citations of nodes that are only mentioned into mentions.
func (c *claims) mention(only func(node uint32) bool) {
	for i := range c.list.n {
		if cl := c.list.at(i); cl.said.kind() == Cites && only(cl.to) {
			cl.said = cl.said.of(Mentions)
		}
	}
}

// rename replaces node i by place[i] and drops the claims that then relate a
// node to itself. It returns how many of those were citations.
func (c *claims) rename(place []uint32) (loops int) {
	end := 0
	for i := range c.list.n {
		cl := *c.list.at(i)
		cl.from, cl.to = place[cl.from], place[cl.to]
		if cl.from != cl.to {
			*c.list.at(end) = cl
			if c.placed {
				*c.places.at(end) = *c.places.at(i)
			}
			end++
		} else if cl.said.kind() == Cites {
			loops++
		}
	}
	c.list.n = end
	if c.placed {
		c.places.n = end
	}
	return loops
}

// edges groups the claims by their ends and type, and leaves them empty. The edges
// have their evidence but where only counts are wanted.
func (c *claims) edges(nodes int) ([]Edge, *Places) {
	parts := c.gather(nodes)
	parallel(len(parts), func(k int) { parts[k].edges = c.sort(parts[k].lo, parts[k].hi) })
	n := 0
	for k := range parts {
		parts[k].first = n
		n += parts[k].edges
	}
	edges := make([]Edge, n)
	parallel(len(parts), func(k int) {
		p := &parts[k]
		c.join(p.lo, p.hi, edges[p.first:p.first+p.edges])
	})
	var where *Places
	if c.placed {
		where = &Places{list: c.places, held: c.evidence, words: c.words}
	}
	*c = claims{}
	return edges, where
}

// part is the claims of some nodes, which one processor makes edges of.
type part struct{ lo, hi, first, edges int }

// gather brings the claims of each node together, in place, and shares them out.
// References come document by document, so that most lie where they belong.
func (c *claims) gather(nodes int) []part {
	next := make([]uint32, nodes+1)
	for i := range c.list.n {
		next[c.list.at(i).from+1]++
	}
	for u := range nodes {
		next[u+1] += next[u]
	}
	end := slices.Clone(next[1:])
	for u := range uint32(nodes) {
		for next[u] < end[u] {
			at := next[u]
			from := c.list.at(int(at)).from
			if from != u {
				c.swap(int(at), int(next[from]))
			}
			next[from]++
		}
	}
	var parts []part
	n, lo := runtime.GOMAXPROCS(0), 0
	for k := 1; k <= n && lo < c.list.n; k++ {
		hi := c.list.n
		if at := c.list.n * k / n; at < hi {
			hi = int(end[c.list.at(at).from])
		}
		if hi > lo {
			parts = append(parts, part{lo: lo, hi: hi})
		}
		lo = hi
	}
	return parts
}

// placedClaim is a claim with its place.
type placedClaim struct {
	claim
	place uint64
}

// sort orders claims that are gathered as their edges are, those of an edge by
// version, and counts the edges.
func (c *claims) sort(lo, end int) (edges int) {
	var own []placedClaim
	for lo < end {
		from := c.list.at(lo).from
		hi := lo
		for own = own[:0]; hi < end && c.list.at(hi).from == from; hi++ {
			one := placedClaim{claim: *c.list.at(hi)}
			if c.placed {
				one.place = *c.places.at(hi)
			}
			own = append(own, one)
		}
		slices.SortFunc(own, compareClaims)
		for i := range own {
			*c.list.at(lo + i) = own[i].claim
			if c.placed {
				*c.places.at(lo + i) = own[i].place
			}
			if i == 0 || !own[i].joins(&own[i-1].claim) {
				edges++
			}
		}
		lo = hi
	}
	return edges
}

// join makes edges of claims that are sorted.
func (c *claims) join(lo, end int, edges []Edge) {
	var list []claim
	var said treated
	single := map[string]*Grounds{}
	for k := range edges {
		at := lo
		list = append(list[:0], *c.list.at(lo))
		first := list[0]
		for lo++; lo < end && c.list.at(lo).joins(&first); lo++ {
			list = append(list, *c.list.at(lo))
		}
		e := &edges[k]
		e.From, e.To, e.Type = int32(first.from), int32(first.to), first.said.kind()
		if c.counts {
			c.count(e, list, &said, single)
			if c.placed && list[len(list)-1].ground != 0 {
				e.Cited = Cited{uint32(at), uint32(len(list))}
			}
			continue
		}
		evidence := make([]Evidence, 0, len(list))
		for i := range list {
			if n := list[i].ground; n > 0 {
				evidence = append(evidence, c.words.unpack(c.evidence.at(int(n-1))))
			}
		}
		e.weigh(evidence)
	}
}

// joins tells whether two claims make one edge.
func (c *claim) joins(d *claim) bool {
	return c.from == d.from && c.to == d.to && c.said.kind() == d.said.kind()
}

// compareClaims orders the claims of one node.
func compareClaims(a, b placedClaim) int {
	return cmp.Or(cmp.Compare(a.to, b.to), cmp.Compare(a.said.kind(), b.said.kind()),
		cmp.Compare(a.version, b.version), cmp.Compare(a.ground, b.ground))
}

// count gives an edge the weight and treatments of its citations, as weigh does.
// Edges of one treatment and nothing more share their grounds, which are in single;
// said is room.
func (c *claims) count(e *Edge, list []claim, said *treated, single map[string]*Grounds) {
	e.Weight = 1
	var run int32
	said.reset()
	var last *claim
	for i := range list {
		cl := &list[i]
		if cl.ground == 0 || last != nil && last.ground == cl.ground && last.version == cl.version {
			continue
		}
		if run++; last != nil && last.version != cl.version {
			run = 1
		}
		last = cl
		e.Weight = max(e.Weight, run)
		e.Numbered = e.Numbered || cl.said&saidNumbered != 0
		said.add(c.words.list[cl.said.treatment()])
	}
	e.Grounds = said.shared(single)
}

// treated counts the treatments of an edge. There are few, but in a file that is made
// to be hard.
type treated struct {
	treatments []string
	times      []int32
	place      map[string]int // of each, where they are many
}

const fewTreatments = 16

// reset makes room for those of another edge.
func (t *treated) reset() { t.treatments, t.times, t.place = t.treatments[:0], t.times[:0], nil }

// add counts a treatment, if there is one.
func (t *treated) add(treatment string) {
	if treatment == "" {
		return
	}
	i := t.find(treatment)
	if i < 0 {
		i = len(t.treatments)
		t.treatments, t.times = append(t.treatments, treatment), append(t.times, 0)
		if t.place != nil {
			t.place[treatment] = i
		}
	}
	t.times[i]++
}

// find returns the place of a treatment, -1 where it is new.
func (t *treated) find(treatment string) int {
	if len(t.treatments) < fewTreatments {
		return slices.Index(t.treatments, treatment)
	}
	if t.place == nil {
		t.place = map[string]int{}
		for i, known := range t.treatments {
			t.place[known] = i
		}
	}
	if i, ok := t.place[treatment]; ok {
		return i
	}
	return -1
}

// grounds returns what was counted, sorted, with the evidence. The times of one
// treatment alone are those of the edge, and left out.
func (t *treated) grounds(evidence []Evidence) *Grounds {
	if len(t.treatments) < 2 {
		return &Grounds{Treatments: slices.Clone(t.treatments), Evidence: evidence}
	}
	g := &Grounds{Treatments: slices.Sorted(slices.Values(t.treatments)), Evidence: evidence}
	for _, treatment := range g.Treatments {
		g.Times = append(g.Times, t.times[t.find(treatment)])
	}
	return g
}

// shared returns the grounds without evidence; those of one treatment alone are the
// same for all edges that have them, and kept in single.
func (t *treated) shared(single map[string]*Grounds) *Grounds {
	switch len(t.treatments) {
	case 0:
		return nil
	case 1:
		if single[t.treatments[0]] == nil {
			single[t.treatments[0]] = t.grounds(nil)
		}
		return single[t.treatments[0]]
	}
	return t.grounds(nil)
}

// weigh sorts the evidence of an edge, drops what is there twice, and counts
// its weight and treatments anew. The edge keeps the list.
func (e *Edge) weigh(evidence []Evidence) {
	e.Weight, e.Grounds, e.Numbered = 1, nil, false
	if len(evidence) == 0 {
		return
	}
	if len(evidence) > 1 {
		slices.SortFunc(evidence, compareEvidence)
		evidence = slices.Compact(evidence)
	}
	var said treated
	var run int32
	for i := range evidence {
		ev := &evidence[i]
		if run++; i > 0 && (ev.Source != evidence[i-1].Source || ev.Lang != evidence[i-1].Lang) {
			run = 1
		}
		e.Weight = max(e.Weight, run)
		e.Numbered = e.Numbered || printsSymbol(ev.Text)
		said.add(ev.Treatment)
	}
	e.Grounds = said.grounds(evidence)
}

// compareEvidence orders evidence by version and place; the other fields make
// the order total, so that equal input gives equal output in any order.
func compareEvidence(a, b Evidence) int {
	return cmp.Or(
		cmp.Compare(a.Source, b.Source), cmp.Compare(a.Lang, b.Lang),
		cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
		cmp.Compare(a.Zone, b.Zone), cmp.Compare(a.Paragraph, b.Paragraph),
		cmp.Compare(a.Pinpoint, b.Pinpoint), cmp.Compare(a.Treatment, b.Treatment),
		cmp.Compare(a.Verb, b.Verb), cmp.Compare(a.Status, b.Status), cmp.Compare(a.Text, b.Text),
	)
}
