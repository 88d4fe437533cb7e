package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"uncite/extract/record"
)

// relate asks the knowledge about every node and adds the relations that no
// reference states, with the nodes they lead to. It returns what is known of the
// nodes of which something is.
func (b *Builder) relate() map[uint32]Description {
	known := map[uint32]Description{}
	named := uint32(b.nodes.len())
	for i := uint32(0); i < uint32(b.nodes.len()); i++ {
		d, ok := b.opts.Knowledge.Describe(b.nodes.at(i).id)
		if ok {
			known[i] = d
		}
		b.nodes.at(i).tabled = i >= named
		if whole := b.nodes.at(i).whole; whole != 0 {
			b.claims.add(i, b.intern(b.claims.words.list[whole]), PartOf, ground{})
		}
		if d.Parent != "" {
			b.claims.add(i, b.intern(d.Parent), PartOf, ground{})
		}
		for _, symbol := range d.AdoptedBy {
			b.claims.add(i, b.intern(symbol), AdoptedBy, ground{})
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
// that of its second; names of no table that are one in several languages that of the
// first.
func (b *Builder) merge(known map[uint32]Description) (place []uint32, notes []string) {
	place = make([]uint32, b.nodes.len())
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
	slices.SortFunc(seconds, b.byID)
	for _, second := range seconds {
		place[find(second)] = find(b.doubles[second])
	}
	merged := map[uint32]bool{}
	for _, i := range sortedKeys(known) {
		if known[i].SameAs == "" || b.opts.SplitAdopted {
			continue
		}
		one, _ := b.nodes.find(known[i].SameAs)
		place[find(i)] = find(one)
		if !b.nodes.at(i).tabled || !b.nodes.at(one).tabled {
			merged[one] = true
		}
	}
	same := b.names.Same()
	for _, name := range sortedKeys(same) {
		a, _ := b.nodes.find(name)
		one, _ := b.nodes.find(same[name])
		place[find(a)] = find(one)
	}
	for i := range place {
		place[i] = find(uint32(i))
	}
	if len(same) > 0 {
		notes = append(notes, fmt.Sprintf("names in no table that language versions print in the same place: %d, nodes: %d", len(same), distinct(same)))
	}
	if len(merged) > 0 {
		notes = append(notes, fmt.Sprintf("instruments that are one node with the document that adopted them: %d (--split adopted keeps them apart)", len(merged)))
	}
	return place, append(notes, b.apart(known)...)
}

// distinct is how many values a map has.
func distinct(m map[string]string) int {
	values := map[string]bool{}
	for _, v := range m {
		values[v] = true
	}
	return len(values)
}

// byID orders drafts by their identifiers.
func (b *Builder) byID(x, y uint32) int { return strings.Compare(b.nodes.at(x).id, b.nodes.at(y).id) }

// apart names the documents that adopted several instruments which texts name,
// and bear the title of none.
func (b *Builder) apart(known map[uint32]Description) []string {
	adopted := map[string]int{}
	for i, of := range known {
		if d := b.nodes.at(i); b.kindOf(d) != record.Instrument || d.tabled || b.opts.SplitAdopted {
			continue
		}
		for _, by := range of.AdoptedBy {
			if at, _ := b.nodes.find(by); known[at].SameAs == "" {
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
	note := fmt.Sprintf("documents that adopted several instruments and stay apart from them: %d, such as %s", len(apart), apart[0])
	if len(apart) == 1 {
		note = "a document that adopted several instruments and stays apart from them: " + apart[0]
	}
	return []string{note}
}

// finish makes the nodes that keep their place, sorted by identifier, and returns
// for each draft the index of its node.
func (b *Builder) finish(known map[uint32]Description, place []uint32) (nodes []Node, index []uint32) {
	b.settleDates()
	merged := map[uint32][]uint32{}
	order := make([]uint32, 0, len(place))
	for i, to := range place {
		if to != uint32(i) {
			merged[to] = append(merged[to], uint32(i))
		} else {
			order = append(order, to)
		}
	}
	slices.SortFunc(order, b.byID)
	nodes, index = make([]Node, len(order)), make([]uint32, len(place))
	inParts(len(order), func(lo, hi int) {
		for at := lo; at < hi; at++ {
			i, n := order[at], &nodes[at]
			*n = b.node(i, known[i])
			parts := merged[i]
			slices.SortFunc(parts, b.byID)
			for _, from := range parts {
				n.take(b.node(from, known[from]))
			}
			index[i] = uint32(at)
		}
	})
	for i, to := range place {
		index[i] = index[to]
	}
	b.titleCorrigenda(nodes, index)
	return nodes, index
}

// take makes another node a part of n: what n does not know it has from there,
// and of two dates of one year the one that says the day.
func (n *Node) take(part Node) {
	n.Aliases = append(n.Aliases, part.ID)
	if !n.Is(part.Kind) {
		n.Also = append(n.Also, part.Kind)
	}
	if n.Title == "" || n.TitleCited && part.Title != "" && !part.TitleCited {
		n.Title, n.TitleCited = part.Title, part.TitleCited
	}
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
