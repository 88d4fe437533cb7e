package graph

import (
	"hash/maphash"
	"math"
	"math/bits"
	"strings"

	"uncite/extract/record"
)

// wordList are strings that are kept once: references repeat nearly all of theirs.
// Number 0 is the empty one.
type wordList struct {
	list   []string
	number map[string]uint32
}

func newWords() *wordList {
	return &wordList{list: []string{""}, number: map[string]uint32{"": 0}}
}

// of returns the number of a string, which is copied where it is new: it may be
// part of a long line.
func (w *wordList) of(s string) uint32 {
	n, ok := w.number[s]
	if !ok {
		n = uint32(len(w.list))
		s = strings.Clone(s)
		w.list = append(w.list, s)
		w.number[s] = n
	}
	return n
}

// keep returns the copy of a string that is kept.
func (w *wordList) keep(s string) string { return w.list[w.of(s)] }

// packed is an Evidence in 44 bytes, its strings by their numbers.
type packed struct {
	source, lang, zone, paragraph, pinpoint, treatment, verb, status, text uint32
	start, end                                                             int32
}

func (w *wordList) pack(r *record.Reference) packed {
	return packed{
		w.of(r.Source), w.of(r.Lang), w.of(string(r.Zone)), w.of(r.Paragraph), w.of(r.Pinpoint), w.of(r.Treatment), w.of(r.Verb),
		w.of(string(r.Status)), w.of(r.Text), offset(r.Start), offset(r.End),
	}
}

// offset is a place in a text, which has less than 2 GB.
func offset(n int) int32 { return int32(min(max(n, 0), math.MaxInt32)) }

func (w *wordList) unpack(p *packed) Evidence {
	s := w.list
	return Evidence{
		Source: s[p.source], Lang: s[p.lang], Zone: record.Zone(s[p.zone]), Paragraph: s[p.paragraph], Pinpoint: s[p.pinpoint],
		Treatment: s[p.treatment], Verb: s[p.verb], Status: record.Status(s[p.status]), Text: s[p.text], Start: int(p.start), End: int(p.end),
	}
}

// seed is that of the hashes, which never leave the process.
var seed = maphash.MakeSeed()

// hashOf is a hash of all of a citation that evidence keeps but its version, by
// which doubles are told; it is never 0.
func hashOf(r *record.Reference) uint64 {
	h := uint64(r.Start)<<32 ^ uint64(r.End)
	for _, s := range [...]string{string(r.Zone), r.Paragraph, r.Pinpoint, r.Treatment, r.Verb, string(r.Status), r.Text} {
		h = mixed(h, maphash.String(seed, s))
	}
	return h | 1
}

// mixed joins two hashes; the order matters.
func mixed(h, g uint64) uint64 {
	hi, lo := bits.Mul64(h^0x9e3779b97f4a7c15, g^0xd1b54a32d192ed03)
	return hi ^ lo ^ bits.RotateLeft64(g, 23)
}

// blocks is a list that grows without being copied.
type blocks[T any] struct {
	list [][]T
	n    int
}

const blockItems = 1 << 14

func (l *blocks[T]) add(v T) {
	if l.n%blockItems == 0 {
		l.list = append(l.list, make([]T, blockItems))
	}
	*l.at(l.n) = v
	l.n++
}

func (l *blocks[T]) at(i int) *T { return &l.list[i/blockItems][i%blockItems] }
