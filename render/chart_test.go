package render

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"uncite/extract/lang"
	"uncite/graph"
	"uncite/graph/rank"
)

// chartable is a map of which every chart has something to draw.
func chartable() *Map {
	m := quoted(generated(300, 12))
	m.Scores = append(m.Scores, rank.Score{Name: "reversed", Values: make([]float64, len(m.Graph.Nodes))})
	for i := range m.Graph.Nodes {
		m.Scores[1].Values[i] = float64(len(m.Graph.Nodes) - i)
		m.Graph.Nodes[i].Body = []string{"entity:general-assembly", "entity:security-council", ""}[i%3]
	}
	return m
}

// Every chart is well-formed XML in every language, has a title of that language,
// and its CSV a row a number.
func TestCharts(t *testing.T) {
	for _, kind := range Charts {
		for _, code := range lang.Codes {
			m := chartable()
			m.Title, m.Lang = "", code
			c, err := kind.Make(context.Background(), m, ChartOptions{})
			if err != nil {
				t.Fatalf("%s: %v", kind.Name, err)
			}
			if row := pictureWords["plot "+kind.Name]; c.Title != row[code] || strings.HasPrefix(c.X+c.Y, "plot ") {
				t.Errorf("%s in %s is titled %q, with axes %q and %q", kind.Name, code, c.Title, c.X, c.Y)
			}
			var svg, table bytes.Buffer
			if err := c.SVG(&svg); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(svg.String(), "NaN") || strings.Contains(svg.String(), "Inf") {
				t.Errorf("%s draws what is no number", kind.Name)
			}
			d := xml.NewDecoder(&svg)
			for {
				if _, err := d.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Fatalf("%s: %v", kind.Name, err)
				}
			}
			if err := c.CSV(&table); err != nil {
				t.Fatal(err)
			}
			if rows, err := csv.NewReader(&table).ReadAll(); err != nil || len(rows) < 2 {
				t.Errorf("%s: %d rows, %v", kind.Name, len(rows), err)
			}
		}
	}
}

// A chart of nothing is drawn too.
func TestChartsOfNothing(t *testing.T) {
	m := &Map{Ranking: rank.Ranking{Graph: &graph.Graph{}, Scores: []rank.Score{{Name: "a"}, {Name: "b"}}}}
	for _, kind := range Charts {
		c, err := kind.Make(context.Background(), m, ChartOptions{})
		if err != nil {
			t.Errorf("%s: %v", kind.Name, err)
			continue
		}
		if err := c.SVG(io.Discard); err != nil {
			t.Errorf("%s: %v", kind.Name, err)
		}
	}
}

// What the charts count: a citation of 2020 to a document of 2010 is ten years old,
// the most cited come first, equal scores share a place.
func TestChartNumbers(t *testing.T) {
	g := &graph.Graph{Nodes: []graph.Node{{ID: "a", Year: 2010}, {ID: "b", Year: 2015}, {ID: "c", Year: 2020}, {ID: "d"}}}
	for _, e := range [][2]int{{1, 0}, {2, 0}, {2, 1}, {3, 0}} {
		g.Edges = append(g.Edges, graph.NewEdge(e[0], e[1], graph.Cites, 1))
	}
	m := &Map{Ranking: rank.Ranking{Graph: g}}
	age, err := chartAge(context.Background(), m, ChartOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if s := age.Series[0]; len(s.X) != 6 || s.X[0] != 5 || s.Y[0] != 2 || s.X[5] != 10 || s.Y[5] != 1 || len(age.Notes) != 2 {
		t.Errorf("ages %v %v, notes %q", s.X, s.Y, age.Notes)
	}
	pareto, _ := chartPareto(context.Background(), m, ChartOptions{})
	if s := pareto.Series[0]; s.Y[1] != 75 || s.Y[2] != 100 || pareto.Notes[0] != "the 1 most cited of 2 hold half of the citations" {
		t.Errorf("shares %v, notes %q", s.Y, pareto.Notes)
	}
	if p := places([]float64{1, 3, 3, 0}); p[0] != 3 || p[1] != 1 || p[2] != 1 || p[3] != 4 {
		t.Errorf("places %v", p)
	}
}

// Ticks are round numbers, of years and counts whole ones: 2020 and 2021 with
// nothing between, and no zero below 0.
func TestTicks(t *testing.T) {
	for _, c := range []struct {
		s    scale
		want string
	}{
		{scale{lo: 2020, hi: 2024, whole: true}, "2020 2021 2022 2023 2024"},
		{scale{lo: -3, hi: 30, whole: true}, "0 5 10 15 20 25 30"},
		{scale{lo: 0, hi: 2, whole: true}, "0 1 2"},
		{scale{lo: 0, hi: 0.013}, "0 0.002 0.004 0.006 0.008 0.01 0.012"},
		{scale{lo: 0, hi: 90.5}, "0 10 20 30 40 50 60 70 80 90"},
		{scale{lo: 1, hi: 2000, log: true}, "1 10 100 1000"},
	} {
		var got []string
		for _, v := range c.s.ticks(10) {
			got = append(got, measured(v))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("from %g to %g: %v, want %s", c.s.lo, c.s.hi, got, c.want)
		}
	}
	for v, want := range map[float64]string{99.7: "100", 12.4: "12", 1234.5: "1234", 0.123: "0.12", 3e7: "3e+07"} {
		if got := measured(v); got != want {
			t.Errorf("%g is printed as %s, want %s", v, got, want)
		}
	}
}
