package graph

import (
	"cmp"
	"slices"
)

// EdgeTypes are all edge types, in the order in which edges of two nodes are
// sorted.
var EdgeTypes = []EdgeType{AdoptedBy, Amends, Cites, IssuedBy, Mentions, PartOf, Supersedes}

// claims are single statements that one node relates to another: the raw
// material of edges, column by column so that they sort without being moved.
type claims struct {
	from, to []uint32
	kind     []uint32 // index into EdgeTypes
	evidence blocks[packed]
	counts   bool          // the edges are to have counts and no evidence
	briefs   blocks[brief] // in place of evidence then
	words    *wordList
	single   map[string][]string // lists of one treatment, which edges share
}

func (c *claims) grow(n int) {
	c.from = slices.Grow(c.from, n)
	c.to = slices.Grow(c.to, n)
	c.kind = slices.Grow(c.kind, n)
}

func (c *claims) add(from, to uint32, t EdgeType, ev Evidence) {
	c.from = append(c.from, from)
	c.to = append(c.to, to)
	c.kind = append(c.kind, uint32(slices.Index(EdgeTypes, t)))
	if c.counts {
		c.briefs.add(c.words.brief(ev))
		return
	}
	c.evidence.add(c.words.pack(ev))
}

// mention turns citations of nodes that are only mentioned into mentions.
func (c *claims) mention(only func(node uint32) bool) {
	cites, mentions := uint32(slices.Index(EdgeTypes, Cites)), uint32(slices.Index(EdgeTypes, Mentions))
	for i := range c.kind {
		if c.kind[i] == cites && only(c.to[i]) {
			c.kind[i] = mentions
		}
	}
}

// rename replaces node i by place[i] and drops the claims that then relate a
// node to itself. It returns how many of those were citations.
func (c *claims) rename(place []uint32) (loops int) {
	end := 0
	for i := range c.from {
		from, to := place[c.from[i]], place[c.to[i]]
		if from != to {
			c.from[end], c.to[end], c.kind[end] = from, to, c.kind[i]
			if c.counts {
				*c.briefs.at(end) = *c.briefs.at(i)
			} else {
				*c.evidence.at(end) = *c.evidence.at(i)
			}
			end++
		} else if EdgeTypes[c.kind[i]] == Cites {
			loops++
		}
	}
	c.from, c.to, c.kind = c.from[:end], c.to[:end], c.kind[:end]
	return loops
}

// edges groups the claims by their ends and type, and leaves them empty. The edges
// have their evidence but where only counts are wanted.
func (c *claims) edges(nodes int) []Edge {
	order := make([]uint32, len(c.from))
	for i := range order {
		order[i] = uint32(i)
	}
	order = countingSort(order, c.kind, len(EdgeTypes))
	order = countingSort(order, c.to, nodes)
	order = countingSort(order, c.from, nodes)

	edges := make([]Edge, 0, c.groups(order))
	var list []brief
	for lo := 0; lo < len(order); {
		hi := lo + 1
		for hi < len(order) && c.same(order[lo], order[hi]) {
			hi++
		}
		first := order[lo]
		e := Edge{From: int(c.from[first]), To: int(c.to[first]), Type: EdgeTypes[c.kind[first]]}
		if c.counts {
			list = list[:0]
			for _, i := range order[lo:hi] {
				list = append(list, *c.briefs.at(int(i)))
			}
			c.words.count(&e, list)
		} else {
			e.Evidence = make([]Evidence, 0, hi-lo)
			for _, i := range order[lo:hi] {
				e.Evidence = append(e.Evidence, c.words.unpack(c.evidence.at(int(i))))
			}
			e.weigh()
		}
		if len(e.Treatments) == 1 {
			e.Treatments = c.one(e.Treatments)
		}
		edges = append(edges, e)
		lo = hi
	}
	*c = claims{}
	return edges
}

// one returns the shared list of a treatment.
func (c *claims) one(list []string) []string {
	if c.single == nil {
		c.single = map[string][]string{}
	}
	if c.single[list[0]] == nil {
		c.single[list[0]] = list[:1:1]
	}
	return c.single[list[0]]
}

// groups counts the runs of claims that become one edge.
func (c *claims) groups(order []uint32) int {
	n := 0
	for i := range order {
		if i == 0 || !c.same(order[i-1], order[i]) {
			n++
		}
	}
	return n
}

func (c *claims) same(i, j uint32) bool {
	return c.from[i] == c.from[j] && c.to[i] == c.to[j] && c.kind[i] == c.kind[j]
}

// countingSort returns order sorted by key, equal keys in the order they had.
func countingSort(order, key []uint32, keys int) []uint32 {
	next := make([]uint32, keys+1)
	for _, k := range key {
		next[k+1]++
	}
	for k := range keys {
		next[k+1] += next[k]
	}
	sorted := make([]uint32, len(order))
	for _, i := range order {
		k := key[i]
		sorted[next[k]] = i
		next[k]++
	}
	return sorted
}

// weigh sorts the evidence of an edge, drops what is there twice, and counts
// its weight and treatments anew.
func (e *Edge) weigh() {
	if e.Evidence = slices.DeleteFunc(e.Evidence, func(ev Evidence) bool { return ev == Evidence{} }); len(e.Evidence) == 0 {
		e.Weight, e.Evidence, e.Treatments, e.Numbered = 1, nil, nil, false
		return
	}
	if len(e.Evidence) > 1 {
		slices.SortFunc(e.Evidence, compareEvidence)
		e.Evidence = slices.Compact(e.Evidence)
	}
	e.Weight, e.Treatments = 0, nil
	e.Numbered = slices.ContainsFunc(e.Evidence, printsSymbol)
	run := 0
	for i, ev := range e.Evidence {
		if run++; i > 0 && (ev.Source != e.Evidence[i-1].Source || ev.Lang != e.Evidence[i-1].Lang) {
			run = 1
		}
		e.Weight = max(e.Weight, run)
		e.addTreatment(ev.Treatment)
	}
	e.settleTreatments()
}

// addTreatment adds a treatment to the list, which settleTreatments then settles:
// past the first few it is sorted, not searched, as it may be long.
func (e *Edge) addTreatment(treatment string) {
	if n := len(e.Treatments); treatment != "" && !slices.Contains(e.Treatments[:min(n, 16)], treatment) {
		e.Treatments = append(e.Treatments, treatment)
	}
}

func (e *Edge) settleTreatments() {
	slices.Sort(e.Treatments)
	e.Treatments = slices.Compact(e.Treatments)
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
