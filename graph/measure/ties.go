package measure

import "uncite/graph/csr"

// Tied counts the nodes that are cited where a score is the same for all of
// them, two or more; it is 0 where the score tells some of them apart. A
// ranking of what one document cites is tied under every measure that does not
// count references: all its targets stand in the same place of the graph.
func Tied(k *csr.Graph, scores []float64) int {
	cited, first := 0, 0.0
	for v, s := range scores {
		if len(k.In(uint32(v))) == 0 {
			continue
		}
		if cited++; cited == 1 {
			first = s
		} else if s != first {
			return 0
		}
	}
	if cited < 2 {
		return 0
	}
	return cited
}
