package match

import (
	"cmp"
	"slices"
	"strings"
)

// Builder collects patterns for a Set.
type Builder struct {
	patterns []pattern
	set      *Set // while building
}

type pattern struct {
	text  string
	value int32
	order int32 // in which it was added
}

// NewBuilder returns an empty builder.
func NewBuilder() *Builder { return &Builder{} }

// Add puts a normalised pattern into the set, with a
// value that Set.Values returns for its matches. A pattern may carry several
// values; they keep the order in which they came.
func (b *Builder) Add(text string, value int32) {
	if text != "" {
		b.patterns = append(b.patterns, pattern{text, value, int32(len(b.patterns))})
	}
}

// Build makes the Set of all patterns added so far.
func (b *Builder) Build() *Set {
	slices.SortFunc(b.patterns, func(p, q pattern) int {
		return cmp.Or(strings.Compare(p.text, q.text), cmp.Compare(p.order, q.order))
	})
	s := &Set{pairs: make([]int32, 1<<16), chars: make([]uint16, 1<<16), leads: []lead{{None, None}}}
	b.set = s
	for i := range s.pairs {
		s.pairs[i] = None
	}
	for _, p := range b.patterns {
		s.filter.add(p.text)
	}
	if len(b.patterns) > 0 {
		b.node(b.patterns, 0)
	} else { // a set of nothing
		s.nodes = []node{{branch: None, star: None, list: None}}
	}
	b.set = nil
	s.index()
	return s
}

// index fills the tables that spare the first steps of a walk.
func (s *Set) index() {
	for i := range s.single {
		s.single[i] = None
		one := s.step(0, byte(i))
		if one == None {
			continue
		}
		s.single[i] = s.nodes[one].list
		for k := range 256 {
			two := s.step(one, byte(k))
			s.pairs[i<<8|k] = two
			if two == None || !wide(byte(i)) {
				continue
			}
			for m := 0x80; m < 0xC0; m++ {
				if three := s.step(two, byte(m)); three != None {
					s.chars[charIndex(byte(i), byte(k), byte(m))] = uint16(len(s.leads))
					s.leads = append(s.leads, s.leadAt(three))
				}
			}
		}
	}
}

// leadAt is the lead whose walk begins at the node.
func (s *Set) leadAt(at int32) lead {
	l := lead{node: at, alone: None}
	n := &s.nodes[at]
	if n.size == 0 {
		l.alone = n.list
	}
	return l
}

// node adds the node at which the sorted patterns stand after depth bytes,
// and all below it, and returns its index.
func (b *Builder) node(patterns []pattern, depth int) int32 {
	s := b.set
	n := node{star: None, branch: None, list: None, tail: int32(len(s.tails))}
	for ; joinable(patterns, depth); depth++ {
		s.tails = append(s.tails, patterns[0].text[depth])
	}
	n.size = int32(len(s.tails)) - n.tail
	if ends := b.ending(patterns, depth); ends > 0 {
		n.list = int32(len(s.lists) - 1)
		patterns = patterns[ends:]
	}
	at := int32(len(s.nodes))
	s.nodes = append(s.nodes, n)
	groups := groupsOf(patterns, depth)
	n.first, n.count = int32(len(s.labels)), 0
	for _, g := range groups {
		if !g.star {
			s.labels, n.count = append(s.labels, g.label), n.count+1
		}
	}
	s.next = append(s.next, make([]int32, n.count)...)
	next := n.first
	for _, g := range groups {
		child := b.node(g.patterns, depth+1)
		if g.star {
			n.star = child
			continue
		}
		s.next[next] = child
		next++
	}
	s.nodes[at] = n
	s.addBranches(at)
	return at
}

// ending keeps the values of the patterns that end after depth bytes, and
// returns how many these are.
func (b *Builder) ending(patterns []pattern, depth int) int {
	ends := 0
	for ends < len(patterns) && len(patterns[ends].text) == depth {
		ends++
	}
	if ends == 0 {
		return 0
	}
	values := make([]int32, ends)
	for i := range values {
		values[i] = patterns[i].value
	}
	b.set.lists = append(b.set.lists, values)
	return ends
}

// joinable reports whether all the sorted patterns go on alike after depth
// bytes. The first character keeps a node a byte, for the tables of pairs and
// of characters.
func joinable(patterns []pattern, depth int) bool {
	if depth < 2 {
		return false
	}
	first, last := patterns[0].text, patterns[len(patterns)-1].text
	return (depth > 2 || !wide(first[0])) && len(first) > depth && first[depth] != '*' && first[depth] == last[depth]
}

// group is the patterns that go on with the same byte, or with a star.
type group struct {
	label    byte
	star     bool
	patterns []pattern
}

func groupsOf(patterns []pattern, depth int) []group {
	var groups []group
	for len(patterns) > 0 {
		label, n := patterns[0].text[depth], 1
		for n < len(patterns) && patterns[n].text[depth] == label {
			n++
		}
		groups = append(groups, group{label, label == '*' && depth > 1, patterns[:n]})
		patterns = patterns[n:]
	}
	return groups
}

// fewEdges is the number of edges up to which looking at one after the other
// is quicker than a table of branches.
const fewEdges = 6

// addBranches gives a node of many edges a table of its branches.
func (s *Set) addBranches(at int32) {
	n := &s.nodes[at]
	if n.count <= fewEdges {
		return
	}
	var f branches
	for i := range f {
		f[i] = None
	}
	for i := n.first; i < n.first+n.count; i++ {
		f[s.labels[i]] = s.next[i]
	}
	n.branch = int32(len(s.branches))
	s.branches = append(s.branches, f)
}
