package symbol

import (
	"strings"
	"testing"
)

func TestScanChange(t *testing.T) {
	tests := []struct {
		in, changes string
		n           int
		protects    string
	}{
		{"Corr.1, annex", "Corr.1", 6, "one corrigendum"},
		{"Add.1-3 and", "Add.1 Add.2 Add.3", 7, "a range is every addendum in it"},
		{"add. 2", "Add.2", 6, "lower case and a space"},
		{"Rev.1", "Rev.1", 5, "at the end of the text"},
		{"Add.3-1", "Add.3", 5, "a range that falls is no range"},
		{"Add.1-999", "Add.1", 5, "a range that no document has"},
		{"L.5", "", 0, "a draft is no change"},
		{"Corr.", "", 0, "a change without number"},
		{"Corr.1a", "", 0, "a letter behind the number"},
		{"Correction 1", "", 0, "a word"},
		{"", "", 0, "nothing"},
	}
	for _, tt := range tests {
		n, changes := ScanChange([]byte(tt.in))
		if got := strings.Join(changes, " "); n != tt.n || got != tt.changes {
			t.Errorf("ScanChange(%q) = %d, %q; want %d, %q (%s)", tt.in, n, got, tt.n, tt.changes, tt.protects)
		}
	}
	if s, err := Parse(Attach("A/75/729", "Corr.1")); err != nil || s.Canonical != "A/75/729/Corr.1" {
		t.Errorf("attached: %q, %v", s.Canonical, err)
	}
}
