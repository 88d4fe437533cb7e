// Package match finds the longest of many thousand literal names that begins
// at a given place of normalised text. A star at the end of a word in a
// pattern stands for up to four letters of ending.
package match

import (
	"bytes"
	"encoding/binary"

	"uncite/extract/internal/char"
)

// None is the result of a search that found nothing.
const None = -1

// Set is a set of patterns, ready for matching. It is safe for concurrent use.
type Set struct {
	nodes    []node
	labels   []byte     // edges of all nodes, grouped by node, ascending
	next     []int32    // target of the edge at the same index
	branches []branches // of the nodes with many edges
	tails    []byte     // bytes of the nodes' tails
	filter   filter
	// Where a walk begins: after the first two bytes, or after the first character
	// of three bytes: the place in leads. 0 where no pattern begins so, which no
	// memory is touched for. Half the size is half the cache.
	pairs  []int32
	chars  []uint16
	leads  []lead
	single [256]int32 // list of the pattern of one byte, None where none is
	lists  [][]int32
	values []int32 // of all lists
}

type node struct {
	first  int32 // first edge in labels and next
	count  int32
	branch int32 // index into branches, None for a node of few edges
	star   int32 // node after a word ending, None where the pattern has none
	list   int32 // index into lists, None where no pattern ends here
	// tail and size are the bytes in tails that must follow before the node
	// is reached: a chain of nodes without a branch is one node.
	tail, size int32
	plain      bool // it has edges alone: no tail, no star, no list
}

// lead is where a walk begins after a character of three bytes, and the list
// of the pattern that is this character alone, None where none is.
type lead struct{ node, alone int32 }

// branches are the targets of all labels.
type branches [256]int32

// wide reports whether a character of three bytes begins with the byte.
func wide(lead byte) bool { return lead&0xF0 == 0xE0 }

// trails reports whether the byte may stand inside a character.
func trails(b byte) bool { return b&0xC0 == 0x80 }

// charIndex numbers the characters of three bytes.
func charIndex(a, b, c byte) int { return int(a&0x0F)<<12 | int(b&0x3F)<<6 | int(c&0x3F) }

func (s *Set) step(at int32, label byte) int32 {
	n := &s.nodes[at]
	if n.branch != None {
		return s.branches[n.branch][label]
	}
	return s.edge(n, label)
}

// edge is step from a node of few edges.
func (s *Set) edge(n *node, label byte) int32 {
	for i, l := range s.labels[n.first : n.first+n.count] {
		if l == label {
			return s.next[int(n.first)+i]
		}
	}
	return None
}

// Match is what At found: the longest pattern, by the number that its list of
// values has among Lists, and the offset after it.
type Match struct {
	End  int
	List int32
}

// At returns the longest pattern that begins at text[i] and ends where a word
// may end; ok is false where there is none.
func (s *Set) At(text []byte, i int) (m Match, ok bool) {
	m = Match{End: -1, List: None}
	if i >= len(text) {
		return m, false
	}
	if wide(text[i]) {
		return s.wideAt(text, i)
	}
	if i+1 < len(text) {
		pair := int(text[i])<<8 | int(text[i+1])
		if at := s.pairs[pair]; at != 0 && s.filter.mayBegin(text, i, pair) {
			s.walk(text, i+2, at, &m)
		}
	}
	if one := s.single[text[i]]; m.List == None && one != None && boundary(text, i+1) {
		m = Match{i + 1, one}
	}
	return m, m.List != None
}

// Next returns the next pattern that At would find in the run of Chinese
// characters at text[i], and where it begins. Where the run has none, ok is
// false and at the end of the run, or a place at the end of the text from which
// on At must be asked. It is much quicker than asking At character by character.
func (s *Set) Next(text []byte, i int) (at int, m Match, ok bool) {
	for {
		at, longer, found := s.filter.seek(text, i)
		if !found {
			return at, m, false
		}
		if m, ok := s.wideFrom(text, at, longer); ok {
			return at, m, true
		}
		i = at + 3
	}
}

// ideograph reports whether a character of three bytes that begins with the
// byte is a Chinese one and no mark of punctuation.
func ideograph(lead byte) bool { return lead >= 0xE4 && lead <= 0xE9 }

// wideAt is At for a place where a character of three bytes stands.
func (s *Set) wideAt(text []byte, i int) (m Match, ok bool) {
	if i+3 > len(text) || !trails(text[i+1]) || !trails(text[i+2]) {
		return Match{End: -1, List: None}, false
	}
	return s.wideFrom(text, i, s.filter.mayBeginWide(text, i))
}

// wideFrom is wideAt where longer says whether a pattern longer than the character may begin.
func (s *Set) wideFrom(text []byte, i int, longer bool) (m Match, ok bool) {
	c := text[i : i+3]
	l := &s.leads[s.chars[charIndex(c[0], c[1], c[2])]]
	if longer && l.node != None {
		m = Match{End: -1, List: None}
		if s.walk(text, i+3, l.node, &m); m.List != None {
			return m, true
		}
	}
	return Match{i + 3, l.alone}, l.alone != None && boundary(text, i+3)
}

// Lists returns the values of all patterns, numbered as by Match.List.
func (s *Set) Lists() [][]int32 { return s.lists }

// Values returns the values of the list with the number.
func (s *Set) Values(list int32) []int32 { return s.lists[list] }

// walk keeps in best the longest pattern that goes on at text[i] from the node
// at, whose tail is still to come; of two that end together the literal one.
func (s *Set) walk(text []byte, i int, at int32, best *Match) {
	for {
		n := &s.nodes[at]
		if !n.plain {
			if n.size > 0 {
				if !s.goesOn(text, i, n) {
					return
				}
				i += int(n.size)
			}
			if n.star != None {
				if end, ok := ending(text, i); ok {
					s.walk(text, end, n.star, best)
				}
			}
			if n.list != None && i >= best.End && boundary(text, i) {
				best.End, best.List = i, n.list
			}
		}
		if i >= len(text) {
			return
		}
		if n.branch != None {
			at = s.branches[n.branch][text[i]]
		} else {
			at = s.edge(n, text[i])
		}
		if at == None {
			return
		}
		i++
	}
}

// goesOn reports whether the tail of the node stands at text[i]. Nearly all tails are short, the
// rest of a character or of a word: they are compared as one number, of which the bytes
// behind the tail are shifted out.
func (s *Set) goesOn(text []byte, i int, n *node) bool {
	if rest, tail := text[i:], s.tails[n.tail:]; n.size <= 8 && len(rest) >= 8 && len(tail) >= 8 {
		return (binary.LittleEndian.Uint64(rest)^binary.LittleEndian.Uint64(tail))<<(-8*n.size&63) == 0
	}
	return bytes.HasPrefix(text[i:], s.tails[n.tail:n.tail+n.size])
}

// maxEnding is the number of letters that a star may stand for.
const maxEnding = 4

// ending returns the end of the word whose inflected ending begins at i.
func ending(text []byte, i int) (int, bool) {
	for letters := 0; ; letters++ {
		n := char.Letter(text, i)
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
	return i >= len(text) || parts[text[i]] || ends(text, i)
}

// ends is boundary before a byte that parts does not tell of.
func ends(text []byte, i int) bool {
	if char.Letter(text, i) == 0 && !digit(text[i]) {
		return true
	}
	return !char.LetterBefore(text, i) && !(digit(text[i-1]) && digit(text[i]))
}

// parts is true of the bytes before which a word always ends: those that are no digit and begin
// no letter of a script with blanks, as all that begin a Chinese character.
var parts = func() (parts [256]bool) {
	for b := range parts {
		parts[b] = !char.BeginsLetter[b] && !digit(byte(b))
	}
	return parts
}()

func digit(b byte) bool { return b >= '0' && b <= '9' }
