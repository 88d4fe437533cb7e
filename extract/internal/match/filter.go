package match

import (
	"encoding/binary"
	"math"
	"strings"
)

// filter tells quickly that no pattern begins at a place, from the first eight,
// six, four or three bytes there: most places bear no word of the lexicon,
// and walking the trie to find that out is slow.
type filter struct {
	short small // pairs of bytes with which a pattern of two bytes begins
	char  small // hashes of characters of three bytes that are patterns
	two   small // of the first two characters of wide patterns
	three small // hashes of patterns of three bytes
	four  small // of the first four bytes of patterns of four and five
	six   large // of the first six bytes of patterns up to those that long is for
	long  large // of the first eight bytes, or nine in wide ones, of longer patterns
}

// small and large are sets of hashes of 16 and 17 bits; most patterns are in
// large ones, where a small one would hold one of ten texts for a pattern.
type (
	small [1 << 10]uint64
	large [1 << 11]uint64
)

const (
	mask6 = 1<<48 - 1
	mask4 = 1<<32 - 1
	mask3 = 1<<24 - 1
)

// hash mixes the bytes to 17 bits, by Fibonacci hashing.
func hash(v uint64) uint64 { return v * 0x9E3779B97F4A7C15 >> 47 }

// hash9 mixes nine bytes, three characters of three bytes.
func hash9(v uint64, ninth byte) uint64 {
	return (v*0x9E3779B97F4A7C15 ^ uint64(ninth)*0xC2B2AE3D27D4EB4F) >> 47
}

func (b *small) set(h uint64)      { b[h>>6] |= 1 << (h & 63) }
func (b *small) has(h uint64) bool { return b[h>>6]>>(h&63)&1 != 0 }
func (b *large) set(h uint64)      { b[h>>6] |= 1 << (h & 63) }
func (b *large) has(h uint64) bool { return b[h>>6]>>(h&63)&1 != 0 }

// add notes the first bytes of a pattern, up to its first star.
func (f *filter) add(pattern string) {
	literal := pattern
	if i := strings.IndexByte(pattern, '*'); i > 1 {
		literal = pattern[:i]
	}
	var first [8]byte
	copy(first[:], literal)
	v := binary.LittleEndian.Uint64(first[:])
	if wide(pattern[0]) && len(literal) >= 6 {
		f.two.set(hash(v&mask6) >> 1)
	}
	switch n := len(literal); {
	case wide(pattern[0]) && n >= 9:
		f.long.set(hash9(v, literal[8]))
	case !wide(pattern[0]) && n >= 8:
		f.long.set(hash(v))
	case n >= 6:
		f.six.set(hash(v & mask6))
	case wide(pattern[0]) && len(pattern) > 3:
		f.anySecond()
	case n >= 4:
		f.four.set(hash(v&mask4) >> 1)
	case n == 3 && wide(pattern[0]):
		f.char.set(hash(v&mask3) >> 1)
	case n == 3:
		f.three.set(hash(v&mask3) >> 1)
	case n == 2:
		f.short.set(uint64(literal[0])<<8 | uint64(literal[1]))
	}
}

// anySecond lets any character be the second of a wide pattern: one has a star behind its first,
// which no lexicon needs.
func (f *filter) anySecond() {
	for i := range f.two {
		f.two[i] = math.MaxUint64
	}
	for i := range f.six {
		f.six[i] = math.MaxUint64
	}
}

// mayBegin reports whether a pattern may begin at text[i], whose first two bytes
// are pair.
func (f *filter) mayBegin(text []byte, i, pair int) bool {
	if i+8 > len(text) || f.short.has(uint64(pair)) {
		return true
	}
	v := binary.LittleEndian.Uint64(text[i:])
	return f.long.has(hash(v)) || f.six.has(hash(v&mask6)) || f.four.has(hash(v&mask4)>>1) || f.three.has(hash(v&mask3)>>1)
}

// mayBeginWide reports whether a pattern longer than the character of three bytes
// at text[i] may begin there.
func (f *filter) mayBeginWide(text []byte, i int) bool {
	if i+9 > len(text) {
		return true
	}
	v := binary.LittleEndian.Uint64(text[i:])
	return f.second(v) && f.longer(v, text[i+8])
}

// seek finds the first place from i on, in the run of Chinese characters at i, where a wide pattern
// may begin, and tells whether it may be longer than one character. Where there is none, found is
// false and at the end of the run, or a place at the end of the text.
func (f *filter) seek(text []byte, i int) (at int, longer, found bool) {
	rest := text[i:]
	for ; len(rest) >= 9; rest = rest[3:] {
		v := binary.LittleEndian.Uint64(rest)
		if !ideograph(byte(v)) {
			break
		}
		longer = f.second(v) && f.longer(v, rest[8])
		if longer || f.char.has(hash(v&mask3)>>1) {
			return len(text) - len(rest), longer, true
		}
	}
	return len(text) - len(rest), false, false
}

// second reports whether a wide pattern may begin with the two characters of the bytes.
func (f *filter) second(v uint64) bool { return f.two.has(hash(v&mask6) >> 1) }

// longer reports whether a pattern longer than its first character may begin with the nine
// bytes, of which second is true.
func (f *filter) longer(v uint64, ninth byte) bool {
	return f.six.has(hash(v&mask6)) || f.long.has(hash9(v, ninth))
}
