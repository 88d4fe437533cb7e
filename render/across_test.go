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

	"uncite/graph"
)

// sideways is the same map with its years across, in a language.
func sideways(m *Map, lang string) *Map {
	out := *m
	out.Look.Time, out.Lang = "across", lang
	return &out
}

// No node or label of a map across covers another one, all are on the page, and the
// years run from left to right, in Arabic from right to left.
func TestAcross(t *testing.T) {
	for name, m := range drawn() {
		for _, lang := range []string{"en", "ar"} {
			a, err := layOutAcross(context.Background(), sideways(m, lang), 0)
			if err != nil {
				t.Fatal(err)
			}
			for i := range a.blocks {
				b := a.blocks[i].box()
				if b.X0 < 0 || b.Y0 < 0 || b.X1 > a.width || b.Y1 > a.height {
					t.Errorf("%s in %s: %s is not on the page: %v", name, lang, m.Graph.Nodes[i].ID, b)
				}
				for j := range i {
					if hair := (rect{b.X0 + .01, b.Y0 + .01, b.X1 - .01, b.Y1 - .01}); hair.overlaps(a.blocks[j].box()) {
						t.Errorf("%s in %s: %s covers %s", name, lang, m.Graph.Nodes[i].ID, m.Graph.Nodes[j].ID)
					}
					year, before := m.Graph.Nodes[i].Year, m.Graph.Nodes[j].Year
					later := a.blocks[i].x > a.blocks[j].x
					if lang == "ar" {
						later = a.blocks[i].x < a.blocks[j].x
					}
					if year > before && !later || year == before && a.blocks[i].x != a.blocks[j].x {
						t.Errorf("%s in %s: %s of %d and %s of %d stand in the wrong order", name, lang, m.Graph.Nodes[i].ID, year, m.Graph.Nodes[j].ID, before)
					}
				}
			}
		}
	}
}

// A slide has its years across and a sheet down, unless told otherwise; so has DOT.
func TestTimeOfPages(t *testing.T) {
	for _, c := range []struct {
		page, time string
		across     bool
	}{
		{"", "", false}, {"a4", "", false}, {"slide", "", true}, {"slide", "down", false}, {"a4", "across", true}, {"", "across", true},
	} {
		if got := (Look{Page: c.page, Time: c.time}).across(); got != c.across {
			t.Errorf("page %q, time %q: across %v", c.page, c.time, got)
		}
	}
	for about, want := range map[string]string{"down": "rankdir=BT", "across": "rankdir=RL", "": "rankdir=RL"} {
		m := smallMap()
		m.Look.Time = about
		if dot := string(written(t, "dot", m)); !strings.Contains(dot, want) {
			t.Errorf("time %q: no %s in %.300s", about, want, dot)
		}
	}
}

// A picture fits its page with type of 6 points or more, and its nodes are fewer
// where the page has no room for all.
func TestPagesHaveReadableType(t *testing.T) {
	for _, page := range Pages {
		for _, time := range append([]string{"ties"}, Times...) {
			m := generated(60, 3)
			if m.Look.Page, m.Look.Time = page.Name, time; time == "ties" {
				m.Look.Time, m.Strengths = "", make([]float64, len(m.Graph.Edges))
				for i := range m.Strengths {
					m.Strengths[i] = 1
				}
			}
			whole, drawn := m, len(m.Graph.Nodes)
			m.Fewer = func(n int) *Map {
				fewer := whole.Of(whole.CutJoined(n, func(*graph.Edge) bool { return true }))
				drawn = min(drawn, len(fewer.Graph.Nodes))
				return fewer
			}
			var out bytes.Buffer
			if err := writeSVG(context.Background(), &out, m); err != nil {
				t.Fatal(err)
			}
			var width, height, x, y, wide, high float64
			head := pageHead.FindStringSubmatch(out.String())
			if _, err := fmt.Sscan(strings.Join(head[1:], " "), &width, &height, &x, &y, &wide, &high); err != nil {
				t.Fatal(err, head)
			}
			least := math.Inf(1)
			for _, size := range fontSize.FindAllStringSubmatch(out.String(), -1) {
				v, err := strconv.ParseFloat(size[1], 64)
				if err != nil {
					t.Fatal(err)
				}
				least = min(least, v*width/wide)
			}
			if width > page.Width+.1 || height > page.Height+.1 || least < leastType-.05 {
				t.Errorf("%s, %s: %.0f by %.0f points with type of %.2f", page.Name, time, width, height, least)
			}
			if drawn < 2*fewestOnPage {
				t.Errorf("%s, %s: the picture was cut to %d nodes", page.Name, time, drawn)
			}
		}
	}
}

var (
	pageHead = regexp.MustCompile(`<svg [^>]*width="([0-9.]+)pt" height="([0-9.]+)pt" viewBox="([0-9.]+) ([0-9.]+) ([0-9.]+) ([0-9.]+)"`)
	fontSize = regexp.MustCompile(` font-size="([0-9.]+)"`)
)
