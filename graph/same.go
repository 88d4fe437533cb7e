package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"uncite/extract/record"
)

// relate asks the knowledge about every node and adds the relations that no
// reference states, with the nodes they lead to.
func (b *Builder) relate() []Description {
	var known []Description
	named := len(b.nodes)
	for i := 0; i < len(b.nodes); i++ {
		id, node := b.nodes[i].id, uint32(i)
		b.nodes[i].tabled = i >= named
		d, _ := b.opts.Knowledge.Describe(id)
		known = append(known, d)
		if whole := b.nodes[i].whole; whole != "" {
			b.claims.add(node, b.intern(whole), PartOf, ground{})
		}
		if d.Parent != "" {
			b.claims.add(node, b.intern(d.Parent), PartOf, ground{})
		}
		for _, symbol := range d.AdoptedBy {
			b.claims.add(node, b.intern(symbol), AdoptedBy, ground{})
		}
		if d.SameAs != "" && !b.opts.SplitAdopted {
			b.intern(d.SameAs)
		}
	}
	b.claims.mention(func(node uint32) bool { return known[node].Mentioned })
	return known
}

// merge returns for each node the node that takes its place, itself mostly: the
// instrument takes that of what adopted it, and the first symbol of a document
// that of its second.
func (b *Builder) merge(known []Description) (place []uint32, notes []string) {
	place = make([]uint32, len(b.nodes))
	for i := range place {
		place[i] = uint32(i)
	}
	var find func(uint32) uint32
	find = func(i uint32) uint32 {
		if place[i] != i {
			place[i] = find(place[i])
		}
		return place[i]
	}
	seconds := sortedKeys(b.doubles)
	slices.SortFunc(seconds, func(x, y uint32) int { return strings.Compare(b.nodes[x].id, b.nodes[y].id) })
	for _, second := range seconds {
		place[find(second)] = find(b.doubles[second])
	}
	merged := map[uint32]bool{}
	for i := range known {
		if known[i].SameAs == "" || b.opts.SplitAdopted {
			continue
		}
		one := b.ids[known[i].SameAs]
		place[find(uint32(i))] = find(one)
		if !b.nodes[i].tabled || !b.nodes[one].tabled {
			merged[one] = true
		}
	}
	for i := range place {
		place[i] = find(uint32(i))
	}
	if len(merged) > 0 {
		notes = append(notes, fmt.Sprintf("instruments that are one node with the document that adopted them: %d (--split adopted keeps them apart)", len(merged)))
	}
	return place, append(notes, b.apart(known)...)
}

// apart names the documents that adopted several instruments which texts name,
// and bear the title of none.
func (b *Builder) apart(known []Description) []string {
	adopted := map[string]int{}
	for i := range known {
		if b.nodes[i].kind != record.Instrument || b.nodes[i].tabled || b.opts.SplitAdopted {
			continue
		}
		for _, by := range known[i].AdoptedBy {
			if known[b.ids[by]].SameAs == "" {
				adopted[by]++
			}
		}
	}
	var apart []string
	for _, by := range sortedKeys(adopted) {
		if adopted[by] > 1 {
			apart = append(apart, by)
		}
	}
	if len(apart) == 0 {
		return nil
	}
	return []string{"documents that adopted several instruments and stay apart from them: " + strings.Join(apart, ", ")}
}

// finish makes the nodes that keep their place, sorted by identifier.
func (b *Builder) finish(known []Description, place []uint32) []Node {
	b.settleDates()
	merged := map[uint32][]uint32{}
	for i, to := range place {
		if to != uint32(i) {
			merged[to] = append(merged[to], uint32(i))
		}
	}
	var nodes []Node
	for i, to := range place {
		if to != uint32(i) {
			continue
		}
		n := b.node(i, known[i])
		parts := merged[to]
		slices.SortFunc(parts, func(x, y uint32) int { return strings.Compare(b.nodes[x].id, b.nodes[y].id) })
		for _, from := range parts {
			n.take(b.node(int(from), known[from]))
		}
		nodes = append(nodes, n)
	}
	slices.SortFunc(nodes, func(a, b Node) int { return strings.Compare(a.ID, b.ID) })
	return nodes
}

// places returns for each draft the index of its node in the graph.
func (b *Builder) places(g *Graph, place []uint32) []uint32 {
	index := make([]uint32, len(place))
	for at, n := range g.Nodes {
		index[b.ids[n.ID]] = uint32(at)
	}
	for i, to := range place {
		index[i] = index[to]
	}
	return index
}

// take makes another node a part of n: what n does not know it has from there,
// and of two dates of one year the one that says the day.
func (n *Node) take(part Node) {
	n.Aliases = append(n.Aliases, part.ID)
	if !n.Is(part.Kind) {
		n.Also = append(n.Also, part.Kind)
	}
	n.Title = cmp.Or(n.Title, part.Title)
	if n.Titles != nil {
		n.Titles = merged(part.Titles, n.Titles)
	}
	n.Body = cmp.Or(n.Body, part.Body)
	n.Link = cmp.Or(n.Link, part.Link)
	if n.Date == "" || len(part.Date) > len(n.Date) && strings.HasPrefix(part.Date, n.Date) {
		n.Date = part.Date
	}
	n.Year = cmp.Or(dateYears(n.Date).first, n.Year, part.Year)
	n.InHand = n.InHand || part.InHand
	n.Tabled = n.Tabled && part.Tabled
}
