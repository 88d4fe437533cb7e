package graph

import (
	"math"
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

func (w *wordList) pack(e Evidence) packed {
	return packed{
		w.of(e.Source), w.of(e.Lang), w.of(string(e.Zone)), w.of(e.Paragraph), w.of(e.Pinpoint), w.of(e.Treatment), w.of(e.Verb),
		w.of(string(e.Status)), w.of(e.Text), offset(e.Start), offset(e.End),
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

// packedList is a list that grows without being copied.
type packedList struct {
	blocks [][]packed
	n      int
}

const packedBlock = 1 << 14

func (l *packedList) add(p packed) {
	if l.n%packedBlock == 0 {
		l.blocks = append(l.blocks, make([]packed, packedBlock))
	}
	*l.at(l.n) = p
	l.n++
}

func (l *packedList) at(i int) *packed { return &l.blocks[i/packedBlock][i%packedBlock] }
