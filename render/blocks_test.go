package render

import (
	"strings"
	"testing"
)

// TestBlocks keeps every column of a table whose columns are of one kind: what a screen has
// no room for stands below, behind the first column again.
func TestBlocks(t *testing.T) {
	l := &Listing{
		Columns: []Column{{Name: "year"}, {Name: "S/RES/1373(2001)"}, {Name: "S/RES/2178(2014)"}, {Name: "S/RES/1267(1999)"}},
		Rows:    [][]any{{2001, 0.5, 0.25, 0.125}},
		Blocks:  true,
	}
	for _, row := range []struct {
		protects string
		width    int
		want     string
	}{
		{"all beside each other where there is room", 80, "year  S/RES/1373(2001)  S/RES/2178(2014)  S/RES/1267(1999)"},
		{"what has none stands below", 42, "year  S/RES/1373(2001)  S/RES/2178(2014) / year  S/RES/1267(1999)"},
		{"a column that is wider than the screen stands alone", 10, "year  S/RES/1373(2001) / year  S/RES/2178(2014) / year  S/RES/1267(1999)"},
		{"no screen, no blocks", 0, "year  S/RES/1373(2001)  S/RES/2178(2014)  S/RES/1267(1999)"},
	} {
		var b strings.Builder
		if err := l.Table(&Screen{Writer: &b, Width: row.width, Plain: true}); err != nil {
			t.Fatal(err)
		}
		var heads []string
		for line := range strings.Lines(b.String()) {
			if strings.HasPrefix(line, "year") {
				heads = append(heads, strings.TrimSpace(line))
			}
		}
		if got := strings.Join(heads, " / "); got != row.want {
			t.Errorf("%s: %q, want %q", row.protects, got, row.want)
		}
	}
}
