package render

import (
	"bytes"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
)

// The columns of a table stand below each other whatever the script, also
// in the rows that come after the widths are settled.
func TestTableAligns(t *testing.T) {
	var b bytes.Buffer
	table := newTable(&b, []column{{"id", 20, false}, {"score", 9, true}, {"title", 30, false}})
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
