package graph

import (
	"cmp"
	"fmt"
	"slices"
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

// giveTexts gives the nodes their texts; at holds the node of each draft.
func (b *Builder) giveTexts(g *Graph, at []uint32) {
	all := make([]textOf, 0, len(b.texts))
	for t := range b.texts {
		all = append(all, textOf{at[t.node], t.Text})
	}
	slices.SortFunc(all, func(x, y textOf) int {
		return cmp.Or(cmp.Compare(x.node, y.node), cmp.Compare(x.Source, y.Source), cmp.Compare(x.Lang, y.Lang))
	})
	texts := make([]Text, len(all))
	for lo := 0; lo < len(all); {
		hi := lo
		for ; hi < len(all) && all[hi].node == all[lo].node; hi++ {
			texts[hi] = all[hi].Text
		}
		g.Nodes[all[lo].node].Texts = texts[lo:hi:hi]
		lo = hi
	}
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
