package measure

import (
	"math"
	"slices"
)

// Fold leaves one of the paths of a global or local search, which keeps all that
// tie, and returns their number, math.MaxInt where it is beyond the numbers of a
// machine. The one that is left begins at the part with the lowest node and goes
// on to the part with the lowest. It is m itself where there is no tie.
func (m *Main) Fold() (one *Main, paths int) {
	next := make([][]int, len(m.Parts))
	begins := make([]bool, len(m.Parts))
	for p := range begins {
		begins[p] = true
	}
	for k, s := range m.Steps {
		next[s.From] = append(next[s.From], k)
		begins[s.To] = false
	}
	known := map[int]int{}
	at := -1
	for p := range m.Parts {
		if !begins[p] || len(next[p]) == 0 {
			continue
		}
		paths = saturated(paths, m.ahead(p, next, known))
		if at < 0 || m.Parts[p][0] < m.Parts[at][0] {
			at = p
		}
	}
	if paths < 2 {
		return m, paths
	}
	one = &Main{Parts: [][]uint32{m.Parts[at]}, Note: m.Note}
	for len(next[at]) > 0 {
		k := slices.MinFunc(next[at], func(a, b int) int {
			return int(m.Parts[m.Steps[a].To][0]) - int(m.Parts[m.Steps[b].To][0])
		})
		s := m.Steps[k]
		at = s.To
		s.From, s.To = len(one.Parts)-1, len(one.Parts)
		one.Parts, one.Steps = append(one.Parts, m.Parts[at]), append(one.Steps, s)
	}
	return one, paths
}

// ahead counts the paths that lead on from a part.
func (m *Main) ahead(p int, next [][]int, known map[int]int) int {
	if len(next[p]) == 0 {
		return 1
	}
	if n, ok := known[p]; ok {
		return n
	}
	total := 0
	for _, k := range next[p] {
		total = saturated(total, m.ahead(m.Steps[k].To, next, known))
	}
	known[p] = total
	return total
}

// saturated is a sum that stops at math.MaxInt.
func saturated(a, b int) int {
	if a > math.MaxInt-b {
		return math.MaxInt
	}
	return a + b
}
