package match

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
)

// Builder collects patterns for a Set.
type Builder struct {
	// JoinStarred gives a literal pattern the values of a pattern with a star
	// that matches it whole too: of two patterns that end together the literal one
	// is found.
	JoinStarred bool

	patterns []pattern
	set      *Set // while building
	texts    []string
}

type pattern struct {
	text  string
	first uint64 // its first eight bytes, in whose order most patterns stand
	value int32
	order int32 // in which it was added
}

// NewBuilder returns an empty builder with room for so many patterns.
func NewBuilder(room int) *Builder { return &Builder{patterns: make([]pattern, 0, room)} }

// Add puts a normalised pattern into the set, with a
// value that Set.Values returns for its matches. A pattern may carry several
// values; they keep the order in which they came.
func (b *Builder) Add(text string, value int32) {
	if text != "" {
		b.patterns = append(b.patterns, pattern{text, firstEight(text), value, int32(len(b.patterns))})
	}
}

// Build makes the Set of all patterns added so far.
func (b *Builder) Build() *Set {
	slices.SortFunc(b.patterns, inOrder)
	s := &Set{pairs: make([]int32, 1<<16), chars: make([]uint16, 1<<16), leads: []lead{{None, None}}}
	b.set = s
	b.makeRoom()
	for _, p := range b.patterns {
		s.filter.add(p.text)
	}
	if len(b.patterns) > 0 {
		b.node(b.patterns, 0)
	} else { // a set of nothing
		s.nodes = []node{{branch: None, star: None, list: None}}
	}
	s.index()
	if b.JoinStarred {
		b.joinStarred()
	}
	b.set, b.texts = nil, nil
	return s
}

// firstEight are the first bytes of a text as a number; it is filled with zeros.
func firstEight(text string) uint64 {
	var first [8]byte
	copy(first[:], text)
	return binary.BigEndian.Uint64(first[:])
}

// inOrder compares patterns by their texts, and those of one text by when they were added.
func inOrder(p, q pattern) int {
	if p.first != q.first {
		return cmp.Compare(p.first, q.first)
	}
	if c := strings.Compare(p.text, q.text); c != 0 {
		return c
	}
	return cmp.Compare(p.order, q.order)
}

// makeRoom makes the slices of the set as long as the sorted patterns may make
// them, so that they are never copied.
func (b *Builder) makeRoom() {
	letters := 0
	for _, p := range b.patterns {
		letters += len(p.text)
	}
	s, most := b.set, 2*len(b.patterns)+1
	s.tails = make([]byte, 0, letters)
	s.nodes, s.labels, s.next = make([]node, 0, most), make([]byte, 0, most), make([]int32, 0, most)
	s.lists, b.texts = make([][]int32, 0, len(b.patterns)), make([]string, 0, len(b.patterns))
	s.values = make([]int32, 0, len(b.patterns))
}

// joinStarred adds to the list of each literal pattern the values of the pattern
// with a star that matches it whole.
func (b *Builder) joinStarred() {
	s := b.set
	if !slices.ContainsFunc(b.texts, func(text string) bool { return strings.IndexByte(text, '*') > 0 }) {
		return
	}
	var word []byte
	for i, text := range b.texts {
		if strings.IndexByte(text, '*') >= 0 || len(text) < 2 {
			continue
		}
		word = append(word[:0], text...)
		if list := s.starred(word, 2, s.pairs[int(text[0])<<8|int(text[1])], false); list != None {
			s.lists[i] = slices.Concat(s.lists[i], s.lists[list])
		}
	}
}

// starred returns the list of the pattern with a star that matches the text whole
// and goes on at text[i] from the node at, None where there is none; star says
// that the walk has passed a star.
func (s *Set) starred(text []byte, i int, at int32, star bool) int32 {
	for at != None {
		n := &s.nodes[at]
		tail := s.tails[n.tail : n.tail+n.size]
		if len(text)-i < len(tail) || !bytes.Equal(text[i:i+len(tail)], tail) {
			return None
		}
		i += len(tail)
		if n.star != None {
			if end, ok := ending(text, i); ok {
				if list := s.starred(text, end, n.star, true); list != None {
					return list
				}
			}
		}
		if i == len(text) {
			if star {
				return n.list
			}
			return None
		}
		at = s.step(at, text[i])
		i++
	}
	return None
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
			if two == None {
				continue
			}
			s.pairs[i<<8|k] = two
			if !wide(byte(i)) {
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
	end := joined(patterns, depth)
	s.tails = append(s.tails, patterns[0].text[depth:end]...)
	depth = end
	n.size = int32(len(s.tails)) - n.tail
	if ends := b.ending(patterns, depth); ends > 0 {
		n.list = int32(len(s.lists) - 1)
		patterns = patterns[ends:]
	}
	at := int32(len(s.nodes))
	s.nodes = append(s.nodes, n)
	n.first = int32(len(s.labels))
	for rest := patterns; len(rest) > 0; rest = rest[alike(rest, depth):] {
		if !isStar(rest[0].text[depth], depth) {
			s.labels = append(s.labels, rest[0].text[depth])
			s.next = append(s.next, None)
		}
	}
	n.count = int32(len(s.labels)) - n.first
	next := n.first
	for rest := patterns; len(rest) > 0; {
		size := alike(rest, depth)
		child := b.node(rest[:size], depth+1)
		if isStar(rest[0].text[depth], depth) {
			n.star = child
		} else {
			s.next[next] = child
			next++
		}
		rest = rest[size:]
	}
	n.plain = n.size == 0 && n.star == None && n.list == None
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
	s := b.set
	first := len(s.values)
	for _, p := range patterns[:ends] {
		s.values = append(s.values, p.value)
	}
	s.lists = append(s.lists, s.values[first:len(s.values):len(s.values)])
	b.texts = append(b.texts, patterns[0].text)
	return ends
}

// joined returns up to where all the sorted patterns go on alike after depth
// bytes, without a star. The first character keeps a node a byte, for the tables of
// pairs and of characters.
func joined(patterns []pattern, depth int) int {
	first, last := patterns[0].text, patterns[len(patterns)-1].text
	if depth < 2 || depth == 2 && wide(first[0]) {
		return depth
	}
	for depth < len(first) && first[depth] != '*' && first[depth] == last[depth] {
		depth++
	}
	return depth
}

// alike returns how many of the sorted patterns go on with the byte of the first.
func alike(patterns []pattern, depth int) int {
	n := 1
	for n < len(patterns) && patterns[n].text[depth] == patterns[0].text[depth] {
		n++
	}
	return n
}

// isStar reports whether the byte of a pattern after depth bytes stands for the
// ending of a word.
func isStar(b byte, depth int) bool { return b == '*' && depth > 1 }

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
