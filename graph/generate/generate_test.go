package generate_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"uncite/graph/generate"
)

func TestCitations(t *testing.T) {
	tests := []struct {
		name string // what the row protects
		cfg  generate.Config
		arcs int // -1: only an upper bound is certain
	}{
		{"no documents", generate.Config{}, 0},
		{"one document has nothing to cite", generate.Config{Nodes: 1, Arcs: 5}, 0},
		{"no references", generate.Config{Nodes: 9}, 0},
		{"more references than pairs", generate.Config{Nodes: 3, Arcs: 100, Seed: 2}, -1},
		{"the number asked for", generate.Config{Nodes: 2000, Arcs: 8000, Seed: 3}, 8000},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := generate.Citations(tt.cfg)
			if tt.arcs >= 0 && len(c.To) != tt.arcs {
				t.Errorf("%d references, want %d", len(c.To), tt.arcs)
			}
			seen := map[[2]uint32]bool{}
			for i := range c.To {
				arc := [2]uint32{c.From[i], c.To[i]}
				if arc[1] >= arc[0] || seen[arc] {
					t.Fatalf("reference %v points forward or is repeated", arc)
				}
				seen[arc] = true
			}
			if d := cmp.Diff(c, generate.Citations(tt.cfg)); d != "" {
				t.Errorf("a second run differs:\n%s", d)
			}
		})
	}
}

// TestShape checks the mixture: recent references are half of all, and the
// preferential third makes some documents far more cited than chance would.
func TestShape(t *testing.T) {
	c := generate.Citations(generate.Config{Nodes: 8000, Arcs: 32000, Seed: 1})
	recent, indegree := 0, make([]int, c.Nodes)
	for i := range c.To {
		if c.Year[c.From[i]]-c.Year[c.To[i]] <= 6 {
			recent++
		}
		indegree[c.To[i]]++
	}
	if share := float64(recent) / float64(len(c.To)); share < .5 || share > .7 {
		t.Errorf("%.2f of the references are at most six years old, want over half and under 0.7", share)
	}
	most := 0
	for _, d := range indegree {
		most = max(most, d)
	}
	if most < 40 {
		t.Errorf("the most cited document has %d citations: no preference for the famous", most)
	}
}

func TestMutualClosesCycles(t *testing.T) {
	c := generate.Citations(generate.Config{Nodes: 100, Arcs: 300, Seed: 1, Mutual: 10})
	g := c.Graph()
	if g.Weighted() {
		t.Error("an arc is repeated")
	}
	pairs := 0
	for u := range uint32(c.Nodes - 1) {
		if g.HasArc(u, u+1) && g.HasArc(u+1, u) {
			pairs++
		}
	}
	if pairs == 0 {
		t.Error("no two documents cite each other")
	}
}
