package render

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"uncite/extract/record"
	"uncite/graph"
	"uncite/graph/rank"
)

// drawn are maps of several sizes and shapes, for what must hold of any.
func drawn() map[string]*Map {
	maps := map[string]*Map{
		"small": smallMap(), "one": cut(smallMap(), 1), "empty": bare(&graph.Graph{}), "no scores": bare(smallMap().Graph),
		"top 40 of 812": cut(generated(812, 4), 40), "undated": undated(), "cycle": cycle(), "star": star(60), "star cut": cutJoined(star(100), 40),
	}
	for _, n := range []int{12, 40, 80, 200} {
		maps[fmt.Sprint(n)] = generated(n, uint64(n))
	}
	return maps
}

// cut and cutJoined are a map of its most central nodes, by score alone and as
// pictures choose them; bare is a map without scores.
func cut(m *Map, top int) *Map       { return m.Of(m.Cut(top)) }
func cutJoined(m *Map, top int) *Map { return m.Of(m.CutLinked(top)) }
func bare(g *graph.Graph) *Map       { return &Map{Ranking: rank.Ranking{Graph: g}} }

// undated is a graph in which no node has a year.
func undated() *Map {
	m := generated(60, 11)
	for i := range m.Graph.Nodes {
		m.Graph.Nodes[i].Year = 0
	}
	return m
}

// cycle is a graph of one year in which all cite the next and themselves.
func cycle() *Map {
	g := &graph.Graph{}
	for i := range 9 {
		g.Nodes = append(g.Nodes, graph.Node{ID: fmt.Sprintf("A/RES/1/%d", i+1), Kind: record.Resolution, Year: 1946})
	}
	for i := range 9 {
		g.Edges = append(g.Edges, graph.NewEdge(i, i, graph.Cites, 0), graph.NewEdge(i, (i+1)%9, graph.Cites, 0))
	}
	return bare(g)
}

func mustLayOut(t testing.TB, m *Map) *layout {
	t.Helper()
	l, err := layOut(context.Background(), m)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// No label and no symbol overlaps another label or symbol, and all of them
// are on the page.
func TestLabelsDoNotOverlap(t *testing.T) {
	for name, m := range drawn() {
		l := mustLayOut(t, m)
		type named struct {
			rect
			id string
		}
		var boxes []named
		for i := range l.items {
			if it := &l.items[i]; it.node >= 0 {
				id := m.Graph.Nodes[it.node].ID
				boxes = append(boxes, named{it.symbolBox(), "symbol of " + id}, named{it.labelBox(), "label of " + id})
			}
		}
		for i, a := range boxes {
			if a.X0 < 0 || a.Y0 < 0 || a.X1 > l.width || a.Y1 > l.height {
				t.Errorf("%s: the %s is not on the page: %v", name, a.id, a.rect)
			}
			for _, b := range boxes[:i] {
				if a.overlaps(b.rect) {
					t.Errorf("%s: the %s %v covers the %s %v", name, a.id, a.rect, b.id, b.rect)
				}
			}
		}
	}
}

// Years run down the page, and what has none stands above them.
func TestYearsInOrder(t *testing.T) {
	for name, m := range drawn() {
		l := mustLayOut(t, m)
		for i := range m.Graph.Nodes {
			for j := range m.Graph.Nodes {
				a, b := l.items[l.itemOf[i]], l.items[l.itemOf[j]]
				if m.Graph.Nodes[i].Year < m.Graph.Nodes[j].Year && a.y >= b.y {
					t.Fatalf("%s: %s stands below %s", name, m.Graph.Nodes[i].ID, m.Graph.Nodes[j].ID)
				}
			}
		}
	}
}

var pathPart = regexp.MustCompile(`([MVC])([-0-9. ]+)`)

// No line crosses a label: as the curves stay between the rows, it is enough
// that the upright parts, which cross the rows, keep clear of all labels.
func TestLinesKeepClearOfLabels(t *testing.T) {
	for name, m := range drawn() {
		l := mustLayOut(t, m)
		s := svg{l: l}
		for e := range m.Graph.Edges {
			x, y := 0.0, 0.0
			for _, part := range pathPart.FindAllStringSubmatch(s.path(e), -1) {
				v := numbers(t, part[2])
				switch part[1] {
				case "M":
					x, y = v[0], v[1]
				case "C":
					inGutter(t, l, name, y, v[5])
					x, y = v[4], v[5]
				case "V":
					clearOfLabels(t, l, name, rect{x - 0.5, min(y, v[0]), x + 0.5, max(y, v[0])})
					y = v[0]
				}
			}
		}
	}
}

func numbers(t *testing.T, list string) []float64 {
	var out []float64
	for _, f := range strings.Fields(list) {
		v, err := strconv.ParseFloat(f, 64)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	return out
}

func inGutter(t *testing.T, l *layout, name string, from, to float64) {
	t.Helper()
	for _, r := range l.rows {
		if min(from, to) < r.bottom-0.2 && max(from, to) > r.top+0.2 {
			t.Fatalf("%s: a curve from %.1f to %.1f enters the row at %.1f", name, from, to, r.top)
		}
	}
}

func clearOfLabels(t *testing.T, l *layout, name string, line rect) {
	t.Helper()
	for i := range l.items {
		if it := &l.items[i]; it.node >= 0 && it.labelBox().overlaps(line) {
			t.Fatalf("%s: a line at %.1f crosses the label of %s", name, line.X0, l.m.Graph.Nodes[it.node].ID)
		}
	}
}

// The sweeps must earn their keep: fewer than half the crossings of the
// order by identifier, on a graph of eighty nodes.
func TestFewCrossings(t *testing.T) {
	l := mustLayOut(t, generated(80, 3))
	ordered := l.crossings()
	l.start(false)
	if plain := l.crossings(); ordered*2 > plain {
		t.Errorf("%d crossings, %d without ordering", ordered, plain)
	}
}

// crossings agrees with the definition: two links cross where their ends
// stand in opposite order.
func TestCrossings(t *testing.T) {
	l := mustLayOut(t, generated(60, 8))
	l.start(true)
	pos, want := l.positions(), 0
	for _, links := range l.links {
		for i, a := range links {
			for _, b := range links[:i] {
				if (pos[a.upper]-pos[b.upper])*(pos[a.lower]-pos[b.lower]) < 0 {
					want++
				}
			}
		}
	}
	if got := l.crossings(); got != want || want == 0 {
		t.Errorf("%d crossings, the definition counts %d", got, want)
	}
}

func TestIsotonic(t *testing.T) {
	for _, c := range []struct {
		about              string
		wish, weight, want []float64
	}{
		{"wishes in order stay as they are", []float64{1, 2, 4}, []float64{1, 1, 1}, []float64{1, 2, 4}},
		{"two in conflict meet at the mean", []float64{3, 1}, []float64{1, 1}, []float64{2, 2}},
		{"the heavier draws more", []float64{3, 0}, []float64{2, 1}, []float64{2, 2}},
		{"a late violator moves all before it", []float64{1, 2, -3}, []float64{1, 1, 1}, []float64{0, 0, 0}},
		{"nothing to do", nil, nil, []float64{}},
	} {
		got := isotonic(c.wish, c.weight)
		for i := range c.want {
			if math.Abs(got[i]-c.want[i]) > 1e-12 {
				t.Errorf("%s: %v, want %v", c.about, got, c.want)
			}
		}
	}
}

func TestDeterministic(t *testing.T) {
	for name, m := range drawn() {
		var a, b bytes.Buffer
		if err := writeSVG(context.Background(), &a, m); err != nil {
			t.Fatal(err)
		}
		if err := writeSVG(context.Background(), &b, m); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("%s: two runs differ", name)
		}
	}
}

// A graph with too many lanes is drawn without them rather than not at all.
func TestManyNodes(t *testing.T) {
	if testing.Short() {
		t.Skip("draws three thousand nodes")
	}
	m := generated(3000, 5)
	l := mustLayOut(t, m)
	for i := range l.items {
		if math.IsNaN(l.items[i].x) || math.IsNaN(l.items[i].y) {
			t.Fatal("a node has no place")
		}
	}
}

func BenchmarkSVG80(b *testing.B) {
	m := generated(80, 3)
	for b.Loop() {
		if err := writeSVG(context.Background(), &bytes.Buffer{}, m); err != nil {
			b.Fatal(err)
		}
	}
}
