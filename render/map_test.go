package render

import (
	"testing"

	"uncite/graph"
	"uncite/graph/rank"
)

// Sizes rise with the score, never pass 1, and do not tell equal nodes apart.
func TestSizes(t *testing.T) {
	for about, scores := range map[string][]float64{
		"equal": {2, 2, 2}, "nothing": {0, 0, 0}, "skewed": {0.001, 0.002, 0.9}, "negative": {-1, 0, 3}, "ties at the top": {1, 5, 5},
	} {
		m := &Map{Ranking: rank.Ranking{Graph: &graph.Graph{Nodes: make([]graph.Node, 3)}, Scores: []rank.Score{{Name: "x", Values: scores}}}}
		sizes := m.sizes()
		for i, v := range sizes {
			if !(v >= 0 && v <= 1) || i > 0 && (v < sizes[i-1] || v == sizes[i-1] && max(0, scores[i]) > max(0, scores[i-1])) {
				t.Errorf("%s: scores %v gave sizes %v", about, scores, sizes)
			}
		}
	}
}

func TestCountTakesThePlural(t *testing.T) {
	for want, got := range map[string]string{
		"1 entity": count(1, "entity"), "23 entities": count(23, "entity"), "0 nodes": count(0, "node"),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
