package check

import "testing"

// TestNumberingTable reads every row: a figure that is none would silently
// count as 0.
func TestNumberingTable(t *testing.T) {
	if len(runs()) < 6 {
		t.Fatalf("only %d rows of numbering.tsv were read", len(runs()))
	}
	for _, r := range runs() {
		if r.since < 1 || r.lowest < 1 || r.most != 0 && r.most < r.lowest || r.nature != "RES" && r.nature != "DEC" {
			t.Errorf("numbering.tsv: %+v is no rule", r)
		}
	}
}

func TestMarkAfter(t *testing.T) {
	for _, row := range []struct{ text, number string }{
		{"¹ and", "1"},     // right behind the name
		{",¹² and", "12"},  // behind a comma, two figures
		{"”³", "3"},        // behind the closing quotation mark
		{"، ⁴", "4"},       // Arabic comma
		{" of 1989¹", ""},  // behind another word: that word's
		{" 12 States", ""}, // plain figures are no mark
	} {
		if number, _ := markAfter(row.text); number != row.number {
			t.Errorf("%q: mark %q, want %q", row.text, number, row.number)
		}
	}
}

func TestPower(t *testing.T) {
	for _, row := range []struct {
		before string
		power  bool
	}{
		{"an area of 12 km", true},
		{"12 m", true},
		{"the Conference", false}, // a word
		{"resolution 70/1", false},
		{"section b", false}, // a letter that no number goes before
	} {
		if got := power(row.before); got != row.power {
			t.Errorf("%q: power %v, want %v", row.before, got, row.power)
		}
	}
}

func TestPhrase(t *testing.T) {
	for _, row := range []struct{ before, short, want string }{
		{"the Board of Quarry Works ", "BQW", "board of quarry works"}, // small words are passed over
		{"the work of the Office ", "OQW", ""},                         // it stands for nothing here
		{"", "AB", ""},
	} {
		if got := phrase(row.before, row.short); got != row.want {
			t.Errorf("%q (%s): %q, want %q", row.before, row.short, got, row.want)
		}
	}
}
