package match

import "encoding/binary"

// Words matches at the beginnings of words, and remembers for each word it
// has met what may come of it: texts repeat their words, and most of them begin no
// pattern or are one. It is not safe for concurrent use.
type Words struct {
	set   *Set
	slots []slot
}

const (
	slotBits    = 12
	longestWord = 32 // bytes; longer words are not remembered
)

// slot is a remembered word, filled with zeros, and its fate.
type slot struct {
	word [longestWord]byte
	fate fate
}

// fate is what a word may be at the beginning of a pattern, whatever follows
// the word.
type fate struct {
	term int32 // of the pattern that is the word, None where none is
	open bool  // a pattern goes on behind the word
}

// NewWords returns a matcher of words for the set.
func NewWords(s *Set) *Words { return &Words{set: s, slots: make([]slot, 1<<slotBits)} }

// At is Set.At for a place where a word of letters stands that ends at end.
func (w *Words) At(text []byte, i, end int) (Match, bool) {
	if n := end - i; n == 0 || n > longestWord || end < len(text) && (digit(text[end]) || Letter(text, end) > 0) {
		return w.set.At(text, i)
	}
	f := w.fate(text[i:end])
	if f.open {
		return w.set.At(text, i)
	}
	return Match{end, f.term}, f.term != None
}

func (w *Words) fate(word []byte) fate {
	var key [longestWord]byte
	copy(key[:], word)
	s := &w.slots[hashWord(&key)]
	if s.word != key {
		*s = slot{key, w.set.fate(word)}
	}
	return s.fate
}

// hashWord mixes a word by multiplying its parts, as in Fibonacci hashing.
func hashWord(key *[longestWord]byte) uint64 {
	a := binary.LittleEndian.Uint64(key[0:]) * 0x9E3779B97F4A7C15
	a ^= binary.LittleEndian.Uint64(key[8:]) * 0xC2B2AE3D27D4EB4F
	a ^= binary.LittleEndian.Uint64(key[16:]) * 0x165667B19E3779F9
	a ^= binary.LittleEndian.Uint64(key[24:]) * 0xD6E8FEB86659FD93
	return (a ^ a>>29) * 0x9E3779B97F4A7C15 >> (64 - slotBits)
}

// fate finds what the word may be where anything but a letter or a digit
// follows it.
func (s *Set) fate(word []byte) fate {
	f := fate{term: None}
	s.foresee(word, 0, &f)
	return f
}

// foresee walks from the node at over the rest of a word, in the order of walk.
func (s *Set) foresee(rest []byte, at int32, f *fate) {
	for {
		n := &s.nodes[at]
		tail := s.tails[n.tail : n.tail+n.size]
		if len(tail) > len(rest) {
			f.open = f.open || string(tail[:len(rest)]) == string(rest) && Letter(tail, len(rest)) == 0
			return
		}
		if string(rest[:len(tail)]) != string(tail) {
			return
		}
		rest = rest[len(tail):]
		if len(rest) == 0 {
			s.wordEnds(n, f)
			return
		}
		if n.star != None {
			if end, ok := ending(rest, 0); ok && end == len(rest) {
				s.foresee(nil, n.star, f)
			}
		}
		if at = s.step(at, rest[0]); at == None {
			return
		}
		rest = rest[1:]
	}
}

// wordEnds notes what a word that ends at the node n may be.
func (s *Set) wordEnds(n *node, f *fate) {
	if f.term == None {
		f.term = n.term
	}
	for _, label := range s.labels[n.first : n.first+n.count] {
		f.open = f.open || Letter([]byte{label, 0xBF}, 0) == 0
	}
	if n.star != None {
		s.foresee(nil, n.star, f)
	}
}
