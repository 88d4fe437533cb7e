package measure

import (
	"cmp"
	"slices"
)

// Peaks returns the top nodes whose score was highest in any year of a time
// series such as that of AuthorityByYear, the highest first and equal ones by
// number; 0 means all. Nodes that never had a score are left out.
func Peaks(scores [][]float64, top int) []int {
	if len(scores) == 0 {
		return nil
	}
	peak := slices.Clone(scores[0])
	for _, year := range scores[1:] {
		for v, s := range year {
			peak[v] = max(peak[v], s)
		}
	}
	var nodes []int
	for v, s := range peak {
		if s > 0 {
			nodes = append(nodes, v)
		}
	}
	slices.SortStableFunc(nodes, func(a, b int) int { return cmp.Compare(peak[b], peak[a]) })
	if top > 0 && top < len(nodes) {
		nodes = nodes[:top]
	}
	return nodes
}
