package compare

import (
	"slices"
	"testing"

	"uncite/extract/lang"
)

// TestFamilies holds the table to the closed list of treatments: one that it
// lacks would differ from everything.
func TestFamilies(t *testing.T) {
	for _, treatment := range lang.Treatments() {
		if len(families()[treatment]) == 0 {
			t.Errorf("families.tsv lacks %q", treatment)
		}
	}
	for treatment := range families() {
		if !slices.Contains(lang.Treatments(), treatment) {
			t.Errorf("families.tsv has %q, which is no treatment", treatment)
		}
	}
}

func TestSameTreatment(t *testing.T) {
	for _, row := range []struct {
		a, b string
		same bool
	}{
		{"recall", "recall", true},
		{"urge", "call-upon", true},    // translators vary
		{"condemn", "welcome", false},  // nobody translates one by the other
		{"", "condemn", true},          // what was not told is no difference
		{"request", "reaffirm", false}, // asking is not affirming
	} {
		if got := sameTreatment(row.a, row.b); got != row.same {
			t.Errorf("%s, %s: %v, want %v", row.a, row.b, got, row.same)
		}
	}
}
