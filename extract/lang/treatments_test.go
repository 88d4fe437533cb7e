package lang

import (
	"slices"
	"strings"
	"testing"
)

// TestTreatmentTable wants each row once, with a tone, and the tones in runs:
// their order in the file is their rank in a picture.
func TestTreatmentTable(t *testing.T) {
	names := Treatments()
	if len(slices.Compact(slices.Clone(names))) != len(names) {
		t.Errorf("a treatment stands twice in %v", names)
	}
	var runs []string
	for _, row := range TreatmentTable() {
		if row.Name == "" || row.Tone == "" || strings.ToLower(row.Name) != row.Name {
			t.Errorf("%+v: a row has a lower-case name and a tone", row)
		}
		if len(runs) == 0 || runs[len(runs)-1] != row.Tone {
			runs = append(runs, row.Tone)
		}
	}
	if !slices.Equal(runs, Tones()) {
		t.Errorf("tones come in the order %v, want each in one run", runs)
	}
}
