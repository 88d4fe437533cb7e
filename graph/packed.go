package graph

import (
	"cmp"
	"hash/maphash"
	"math"
	"slices"
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

// brief is what the counts of an edge need of an Evidence, in 24 bytes: the version
// it stands in, its treatment, and a hash by which doubles are told.
type brief struct {
	hash                    uint64 // 0 for no evidence
	source, lang, treatment uint32
	numbered                bool
}

// seed is that of the hashes, which never leave the process.
var seed = maphash.MakeSeed()

func (w *wordList) brief(e Evidence) brief {
	if (e == Evidence{}) {
		return brief{}
	}
	return brief{maphash.Comparable(seed, e) | 1, w.of(e.Source), w.of(e.Lang), w.of(e.Treatment), printsSymbol(e)}
}

// count gives an edge the weight and treatments of its citations, as weigh does.
func (w *wordList) count(e *Edge, list []brief) {
	e.Weight = 1
	list = slices.DeleteFunc(list, func(b brief) bool { return b.hash == 0 })
	if len(list) > 1 {
		slices.SortFunc(list, func(a, b brief) int {
			return cmp.Or(cmp.Compare(a.source, b.source), cmp.Compare(a.lang, b.lang), cmp.Compare(a.hash, b.hash))
		})
		list = slices.Compact(list)
	}
	run := 0
	for i := range list {
		b := &list[i]
		if run++; i > 0 && (b.source != list[i-1].source || b.lang != list[i-1].lang) {
			run = 1
		}
		e.Weight = max(e.Weight, run)
		e.Numbered = e.Numbered || b.numbered
		e.addTreatment(w.list[b.treatment])
	}
	e.settleTreatments()
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
