// Package match finds the longest of many thousand literal names that begins
// at a given place of normalised text. A star at the end of a word in a
// pattern stands for up to four letters of ending.
package match

import "slices"

// None is the result of a search that found nothing.
const None = -1

// Set is a set of patterns, ready for matching. It is safe for concurrent use.
type Set struct {
	nodes  []node
	labels []byte       // edges of all nodes, grouped by node
	dense  [][256]int32 // targets by label of the nodes with many edges
	tails  []byte       // bytes of the nodes' tails
	next   []int32      // target of the edge at the same index
	pairs  []int32      // node reached by the first two bytes, None where none is
	filter filter
	ones   [256]int32 // term of the pattern of one byte, None where none is
	terms  [][]int32
	deep   bool // while building: chains may be joined
}

type node struct {
	first int32 // first edge in labels and next
	count int32
	dense int32 // index into dense, None for a node of few edges
	star  int32 // node after a word ending, None where the pattern has none
	term  int32 // index into terms, None where no pattern ends here
	// tail and size are the bytes in tails that must follow before the node
	// is reached: a chain of nodes without a branch is one node.
	tail, size int32
}

// Builder collects patterns for a Set.
type Builder struct {
	edges []map[byte]int32
	// filter knows the first bytes of the patterns.
	filter filter
	star   []int32
	term   []int32
	terms  [][]int32
}

// NewBuilder returns an empty builder.
func NewBuilder() *Builder {
	b := &Builder{}
	b.grow()
	return b
}

func (b *Builder) grow() int32 {
	b.edges = append(b.edges, nil)
	b.star = append(b.star, None)
	b.term = append(b.term, None)
	return int32(len(b.edges) - 1)
}

// Add puts a normalised pattern into the set, with a
// value that Set.Values returns for its matches. A pattern may carry several
// values; they keep the order in which they came.
func (b *Builder) Add(pattern string, value int32) {
	b.filter.add(pattern)
	at := int32(0)
	for i := 0; i < len(pattern); i++ {
		if pattern[i] == '*' && i > 1 {
			at = b.starOf(at)
			continue
		}
		at = b.edge(at, pattern[i])
	}
	if b.term[at] == None {
		b.term[at] = int32(len(b.terms))
		b.terms = append(b.terms, nil)
	}
	b.terms[b.term[at]] = append(b.terms[b.term[at]], value)
}

func (b *Builder) edge(at int32, label byte) int32 {
	if to, ok := b.edges[at][label]; ok {
		return to
	}
	if b.edges[at] == nil {
		b.edges[at] = map[byte]int32{}
	}
	to := b.grow()
	b.edges[at][label] = to
	return to
}

func (b *Builder) starOf(at int32) int32 {
	if b.star[at] == None {
		b.star[at] = b.grow()
	}
	return b.star[at]
}

// Build makes the Set of all patterns added so far.
func (b *Builder) Build() *Set {
	s := &Set{terms: b.terms, filter: b.filter, pairs: make([]int32, 1<<16)}
	b.flatten(s, 0)
	for i := range s.ones {
		s.ones[i] = None
		if one := s.step(0, byte(i)); one != None {
			s.ones[i] = s.nodes[one].term
		}
	}
	for i := range s.pairs {
		s.pairs[i] = None
		if one := s.step(0, byte(i>>8)); one != None {
			s.pairs[i] = s.step(one, byte(i))
		}
	}
	return s
}

// flatten adds the node id of the builder and all below it to s, and returns
// its index there. The root and its children keep their own bytes, for the
// table of pairs.
func (b *Builder) flatten(s *Set, id int32) int32 {
	n := node{star: None, dense: None, tail: int32(len(s.tails))}
	for s.deep && len(b.edges[id]) == 1 && b.star[id] == None && b.term[id] == None {
		for label, next := range b.edges[id] {
			s.tails, id = append(s.tails, label), next
		}
	}
	n.size, n.term = int32(len(s.tails))-n.tail, b.term[id]
	at := int32(len(s.nodes))
	s.nodes = append(s.nodes, n)
	labels := make([]byte, 0, len(b.edges[id]))
	for label := range b.edges[id] {
		labels = append(labels, label)
	}
	slices.Sort(labels)
	first := int32(len(s.labels))
	s.labels = append(s.labels, labels...)
	s.next = append(s.next, make([]int32, len(labels))...)
	for i, label := range labels {
		s.next[first+int32(i)] = b.below(s, id, label)
	}
	if b.star[id] != None {
		s.nodes[at].star = b.flatten(s, b.star[id])
	}
	s.nodes[at].first, s.nodes[at].count = first, int32(len(labels))
	s.thicken(at)
	return at
}

// fewEdges is the number of edges up to which looking at one after the other
// is quicker than a table.
const fewEdges = 6

// thicken gives a node of many edges a table of them.
func (s *Set) thicken(at int32) {
	n := &s.nodes[at]
	if n.count <= fewEdges {
		return
	}
	var table [256]int32
	for i := range table {
		table[i] = None
	}
	for i := n.first; i < n.first+n.count; i++ {
		table[s.labels[i]] = s.next[i]
	}
	n.dense = int32(len(s.dense))
	s.dense = append(s.dense, table)
}

// below flattens the child of the node id; only below the first two bytes of
// a pattern are chains joined.
func (b *Builder) below(s *Set, id int32, label byte) int32 {
	before := s.deep
	s.deep = s.deep || id != 0
	child := b.flatten(s, b.edges[id][label])
	s.deep = before
	return child
}

func (s *Set) step(at int32, label byte) int32 {
	n := &s.nodes[at]
	if n.dense != None {
		return s.dense[n.dense][label]
	}
	labels := s.labels[n.first : n.first+n.count]
	for i := range labels {
		if labels[i] == label {
			return s.next[n.first+int32(i)]
		}
	}
	return None
}

// Match is what At found: the values of the longest pattern and the offset
// after it.
type Match struct {
	End  int
	term int32
}

// At returns the longest pattern that begins at text[i] and ends where a word
// may end; ok is false where there is none.
func (s *Set) At(text []byte, i int) (m Match, ok bool) {
	m = Match{End: -1, term: None}
	if i >= len(text) {
		return m, false
	}
	if i+1 < len(text) {
		pair := int(text[i])<<8 | int(text[i+1])
		if at := s.pairs[pair]; at != None && s.filter.may(text, i, pair) {
			s.walk(text, i+2, at, &m)
		}
	}
	if one := s.ones[text[i]]; m.term == None && one != None && boundary(text, i+1) {
		m = Match{i + 1, one}
	}
	return m, m.term != None
}

// List numbers the values of the pattern that m stands for, from 0 up to Lists.
func (m Match) List() int { return int(m.term) }

// Lists returns the values of all patterns, numbered as by Match.List.
func (s *Set) Lists() [][]int32 { return s.terms }

// Values returns the values of the pattern that m stands for.
func (s *Set) Values(m Match) []int32 { return s.terms[m.term] }

func (s *Set) walk(text []byte, i int, at int32, best *Match) {
	for {
		n := &s.nodes[at]
		if n.size > 0 {
			if len(text)-i < int(n.size) || string(text[i:i+int(n.size)]) != string(s.tails[n.tail:n.tail+n.size]) {
				return
			}
			i += int(n.size)
		}
		if n.term != None && i > best.End && boundary(text, i) {
			best.End, best.term = i, n.term
		}
		if n.star != None {
			if end, ok := ending(text, i); ok {
				s.walk(text, end, n.star, best)
			}
		}
		if i >= len(text) {
			return
		}
		if at = s.step(at, text[i]); at == None {
			return
		}
		i++
	}
}

// maxEnding is the number of letters that a star may stand for.
const maxEnding = 4

// ending returns the end of the word whose inflected ending begins at i.
func ending(text []byte, i int) (int, bool) {
	for letters := 0; ; letters++ {
		n := Letter(text, i)
		if n == 0 {
			return i, true
		}
		if letters == maxEnding {
			return 0, false
		}
		i += n
	}
}

// boundary reports whether a word may end at i: scripts that part words by
// blanks allow no letter on both sides.
func boundary(text []byte, i int) bool {
	if Letter(text, i) == 0 && !(i < len(text) && digit(text[i])) {
		return true
	}
	return !LetterBefore(text, i) && !(digit(text[i-1]) && digit(text[i]))
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

// Letter returns the length in bytes of the letter at text[i] in a script
// that parts its words by blanks, and 0 for anything else.
func Letter(text []byte, i int) int {
	if i >= len(text) {
		return 0
	}
	b := text[i]
	switch {
	case b < 0x80:
		if b|0x20 >= 'a' && b|0x20 <= 'z' {
			return 1
		}
		return 0
	case b >= 0xC3 && b <= 0xD4:
		if b == 0xC3 && i+1 < len(text) && (text[i+1] == 0x97 || text[i+1] == 0xB7) {
			return 0 // the signs for times and divided by
		}
		return 2
	case b >= 0xD8 && b <= 0xDB:
		if b == 0xD8 && i+1 < len(text) && (text[i+1] <= 0x9F) {
			return 0 // Arabic comma, semicolon, question mark
		}
		return 2
	}
	return 0
}

// LetterBefore reports whether a letter in the sense of Letter ends right
// before i.
func LetterBefore(text []byte, i int) bool {
	if i == 0 {
		return false
	}
	b := text[i-1]
	if b < 0x80 {
		return b|0x20 >= 'a' && b|0x20 <= 'z'
	}
	return i >= 2 && Letter(text, i-2) == 2
}
