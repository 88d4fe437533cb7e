package render

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"

	"uncite/graph"
	"uncite/graph/rank"
)

// The columns of a table stand below each other whatever the script, also
// in the rows that come after the widths are settled.
func TestTableAligns(t *testing.T) {
	var b bytes.Buffer
	table := newTable(&b, []column{{name: "id", most: 20}, {name: "score", most: 9, right: true}, {name: "title", most: 30}})
	for i := range tableWindow + 20 {
		if err := table.add([]string{sixScripts[i%len(sixScripts)], strings.Repeat("7", i%6), "|"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := table.close(); err != nil {
		t.Fatal(err)
	}
	at := -1
	for line := range strings.Lines(b.String()) {
		before, _, found := strings.Cut(line, "|")
		if !found {
			continue
		}
		if w := displaywidth.String(before); at >= 0 && w != at {
			t.Fatalf("the third column begins at %d, then at %d:\n%s", at, w, line)
		} else {
			at = w
		}
	}
	if at != 20+2+5+2 {
		t.Errorf("the third column begins at %d", at)
	}
}

func TestDecimals(t *testing.T) {
	for _, c := range []struct {
		about  string
		values []float64
		want   int
	}{
		{"degrees are whole", []float64{3, 12}, 0},
		{"a probability shows four figures", []float64{0.0213, 0.1}, 4},
		{"small ones too", []float64{0.00021}, 7},
		{"not more than nine decimals", []float64{1e-12}, 9},
		{"large ones keep two", []float64{1234.5}, 2},
		{"no values", nil, 0},
	} {
		if got := decimalsOf(c.values); got != c.want {
			t.Errorf("%s: %d decimals, want %d", c.about, got, c.want)
		}
	}
}

// A table fits the screen that it is looked at on, cells are cut and not wrapped,
// and a pipe or a file gets the whole. Nothing that a title holds reaches a
// terminal as an order.
func TestTableFitsTheScreen(t *testing.T) {
	long := strings.Repeat("Threats to international peace and security ", 4)
	g := &graph.Graph{Notes: []string{"a note " + long}}
	for i, id := range []string{"S/RES/1373(2001)", "instrument:" + strings.Repeat("convention-", 9), "A/RES/60/288"} {
		g.Nodes = append(g.Nodes, graph.Node{ID: id, Kind: "instrument", Title: long + "\x1b]0;owned\a", Date: "2001-09-28",
			Link: "https://undocs.org/en/" + id, Year: 2001 + i})
	}
	r := &rank.Ranking{Graph: g, Scores: []rank.Score{{Name: "weighted-indegree", Values: []float64{3, 2, 1}}, {Name: "pagerank", Values: []float64{.3, .2, .1}}}}
	for _, width := range []int{60, 80, 100, 140} {
		for _, plainly := range []bool{true, false} {
			var b bytes.Buffer
			if err := rankingTable(&Screen{Writer: &b, Width: width, Plain: plainly}, r); err != nil {
				t.Fatal(err)
			}
			shown := links.ReplaceAllString(unset(b.String()), "")
			if strings.ContainsAny(shown, "\x1b\a") || plainly && shown != b.String() {
				t.Errorf("width %d: an escape reaches the screen: %q", width, shown)
			}
			for line := range strings.Lines(shown) {
				if w := displaywidth.String(strings.TrimSuffix(line, "\n")); w > width {
					t.Errorf("width %d: a line of %d columns: %q", width, w, line)
				}
			}
			if width >= 80 && !strings.Contains(shown, "S/RES/1373(2001)") || !strings.Contains(shown, "pagerank") {
				t.Errorf("width %d: a symbol or a score is left out:\n%s", width, shown)
			}
			if strings.Contains(shown, "date") != (width >= 100) {
				t.Errorf("width %d: the date is to be there where there is room:\n%s", width, shown)
			}
		}
	}
	var b bytes.Buffer
	if err := rankingTSV(&b, r); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	if len(lines) != 4 || !strings.Contains(lines[1], strings.TrimSpace(long)) || strings.Count(lines[1], "\t") != strings.Count(lines[0], "\t") {
		t.Errorf("a pipe gets %q", b.String())
	}
}

// links are hyperlinks as a terminal reads them.
var links = regexp.MustCompile("\x1b\\]8;;[^\x1b]*\x1b\\\\")
