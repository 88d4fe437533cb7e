package check

import "testing"

// TestOpening keeps a title whole: the mark that opened it is the last of those that
// its closing mark may close, whichever the table lists first.
func TestOpening(t *testing.T) {
	for _, row := range []struct {
		protects, text string
		closing        rune
		want           string
	}{
		{"a pair of its own", "entitled “Water", '”', "Water"},
		{"two marks that one closes, the nearer one last", "”one“ under „Water", '“', "Water"},
		{"and the other way about", "„one“ under ”Water", '“', "Water"},
		{"a letter closes nothing", "entitled “Water", 'r', ""},
		{"nothing was opened", "entitled Water", '”', ""},
	} {
		got := ""
		if at, size := opening(row.text, row.closing); at >= 0 {
			got = row.text[at+size:]
		}
		if got != row.want {
			t.Errorf("%s: %q, want %q", row.protects, got, row.want)
		}
	}
}
