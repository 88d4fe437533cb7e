package graph

import (
	"cmp"
	"fmt"
	"hash/maphash"
	"slices"

	"uncite/extract/record"
)

// Version returns the evidence of one language version of the citing document:
// of the version in lang where there is one, else of the first of en, fr, es,
// ru, zh and ar. The versions say the same, so that one of them is enough to
// quote. The slice belongs to the edge.
func (e *Edge) Version(lang string) []Evidence {
	rank := func(ev *Evidence) int {
		if ev.Lang == lang {
			return -1
		}
		if i := slices.Index(languages, ev.Lang); i >= 0 {
			return i
		}
		return len(languages)
	}
	var best []Evidence
	evidence := e.Evidence()
	for lo := 0; lo < len(evidence); {
		first, hi := &evidence[lo], lo+1
		for hi < len(evidence) && evidence[hi].Source == first.Source && evidence[hi].Lang == first.Lang {
			hi++
		}
		if best == nil || rank(first) < rank(&best[0]) {
			best = evidence[lo:hi:hi]
		}
		lo = hi
	}
	return best
}

// versions numbers the texts of a corpus, which are one language in one source, by
// hashes of both, and keeps whose they are.
type versions struct {
	numbers      map[uint64]uint32
	list         blocks[versionOf]
	more         map[textOf]struct{} // further nodes of a text that holds several documents
	names        arena
	languages    wordList
	source, lang []byte // of the reference before, which is mostly of the same
	number       uint32
}

// versionOf is a text with the first node that it was one of.
type versionOf struct {
	source     string
	lang, node uint32
}

// textOf says that a text is one of a node.
type textOf struct{ node, version uint32 }

// of returns the number of the text in which a reference stands.
func (v *versions) of(r *record.Reference) uint32 {
	if v.list.n > 0 && string(v.source) == r.Source && string(v.lang) == r.Lang {
		return v.number
	}
	if v.numbers == nil {
		v.numbers, v.languages, v.more = map[uint64]uint32{}, *newWords(), map[textOf]struct{}{}
	}
	hash := mixed(maphash.String(seed, r.Source), maphash.String(seed, r.Lang))
	n, ok := v.numbers[hash]
	if !ok {
		n = uint32(v.list.n)
		v.numbers[hash] = n
		var source string
		if n > 0 && string(v.source) == r.Source {
			source = v.list.at(int(v.number)).source // all languages of a file share it
		} else {
			source = v.names.keep(r.Source)
		}
		v.list.add(versionOf{source, v.languages.of(r.Lang), noNode})
	}
	v.source, v.lang, v.number = append(v.source[:0], r.Source...), append(v.lang[:0], r.Lang...), n
	return n
}

const noNode = 1<<32 - 1

// own takes note that the text in which a reference stands is one of a node.
func (v *versions) own(node uint32, r *record.Reference) {
	n := v.of(r)
	switch text := v.list.at(int(n)); text.node {
	case node:
	case noNode:
		text.node = node
	default:
		v.more[textOf{node, n}] = struct{}{}
	}
}

// giveTexts gives the nodes their texts; at holds the node of each draft.
func (v *versions) giveTexts(g *Graph, at []uint32) {
	all := make([]textOf, 0, v.list.n+len(v.more))
	for n := range v.list.n {
		all = append(all, textOf{at[v.list.at(n).node], uint32(n)})
	}
	for t := range v.more {
		all = append(all, textOf{at[t.node], t.version})
	}
	slices.SortFunc(all, func(x, y textOf) int {
		if x.node != y.node {
			return cmp.Compare(x.node, y.node)
		}
		a, b := v.text(x.version), v.text(y.version)
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Lang, b.Lang))
	})
	all = slices.Compact(all)
	texts := make([]Text, len(all))
	for lo := 0; lo < len(all); {
		hi := lo
		for ; hi < len(all) && all[hi].node == all[lo].node; hi++ {
			texts[hi] = v.text(all[hi].version)
		}
		g.Nodes[all[lo].node].Texts = texts[lo:hi:hi]
		lo = hi
	}
}

func (v *versions) text(number uint32) Text {
	of := v.list.at(int(number))
	return Text{of.source, v.languages.list[of.lang]}
}

// MinVersions keeps the edges that references in n languages or more state: what
// one version alone says may be its misprint, or its translator's choice.
// Relations that no reference states are left out.
func MinVersions(n int) Filter {
	return byEdge(fmt.Sprintf("in at least %d language versions", n), func(e *Edge) bool { return e.languages() >= n })
}

// AllVersions counts every language version of a document: the weight of an edge
// is the number of its references in all of them.
func AllVersions() Filter {
	return byEdge("every language version counted", func(e *Edge) bool {
		e.Weight = int32(max(1, len(e.Evidence())))
		return true
	})
}

// languages is in how many languages the edge is stated.
func (e *Edge) languages() int {
	seen := map[string]bool{}
	for _, ev := range e.Evidence() {
		seen[ev.Lang] = true
	}
	return len(seen)
}
