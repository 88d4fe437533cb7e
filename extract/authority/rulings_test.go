package authority

import (
	"slices"
	"testing"

	"uncite/extract/lang"
)

// TestRulingsTable: days in order and once, an English title each, languages that uncite reads.
func TestRulingsTable(t *testing.T) {
	all := Rulings()
	for i, r := range all {
		if !isDay(r.Day) || i > 0 && r.Day <= all[i-1].Day {
			t.Errorf("row %d: the day %q is none, or does not follow", i, r.Day)
		}
		if len(r.Names["en"]) == 0 {
			t.Errorf("%s has no English title", r.Day)
		}
		for code, names := range r.Names {
			if !slices.Contains(lang.Codes, code) || slices.Contains(names, "") {
				t.Errorf("%s: %s: %q", r.Day, code, names)
			}
		}
	}
}

func isDay(s string) bool { return len(s) == len("2006-01-02") && s[4] == '-' && s[7] == '-' }
