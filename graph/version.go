package graph

import "slices"

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
	for lo := 0; lo < len(e.Evidence); {
		first, hi := &e.Evidence[lo], lo+1
		for hi < len(e.Evidence) && e.Evidence[hi].Source == first.Source && e.Evidence[hi].Lang == first.Lang {
			hi++
		}
		if best == nil || rank(first) < rank(&best[0]) {
			best = e.Evidence[lo:hi:hi]
		}
		lo = hi
	}
	return best
}
