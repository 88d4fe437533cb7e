package authority

import (
	"slices"
	"strings"
	"testing"
)

// TestSearch holds the search to what a reader types: the best hit must stand
// first.
func TestSearch(t *testing.T) {
	tests := []struct{ protects, query, first string }{
		{"a number in the style of the General Assembly", "60/288", "A/RES/60/288"},
		{"a number with its year", "2396 (2017)", "S/RES/2396(2017)"},
		{"a number of the Security Council without its year", "1373", "S/RES/1373(2001)"},
		{"a number as a Chinese text prints it", "第2396(2017)号决议", "S/RES/2396(2017)"},
		{"a number as an Arabic text prints it", "القرار ٦٠/٢٨٨", "A/RES/60/288"},
		{"a Roman session behind a French type word", "résolution 217 A (III)", "A/RES/217(III)A"},
		{"a symbol in small letters", "s/res/1373(2001)", "S/RES/1373(2001)"},
		{"an identifier", "state:HUN", "state:HUN"},
		{"an identifier without its kind", "security-council", "entity:security-council"},
		{"a name before the longer names that hold it", "hungary", "state:HUN"},
		{"a Spanish name without its accents", "CONVENCION SOBRE LOS DERECHOS DEL NINO", "instrument:convention-on-the-rights-of-the-child"},
		{"a Russian name in small letters, е for ё", "устав организации объединенных наций", "instrument:charter-of-the-united-nations"},
		{"a Chinese title between its marks", "《儿童权利公约》", "instrument:convention-on-the-rights-of-the-child"},
		{"an Arabic name with vowel signs", "مَجْلِس الأمن", "entity:security-council"},
		{"a treaty number in another style", "unts 1577 27531", "instrument:convention-on-the-rights-of-the-child"},
	}
	for _, test := range tests {
		found := Default().Search(test.query)
		if len(found) == 0 || found[0].ID != test.first {
			t.Errorf("%s: %q finds %v first, want %s", test.protects, test.query, idsOf(found[:min(2, len(found))]), test.first)
		}
	}
}

// TestSearchFinds protects what need not stand first.
func TestSearchFinds(t *testing.T) {
	tests := []struct{ protects, query, among string }{
		{"the instrument that a resolution adopted", "resolution 44/25", "instrument:convention-on-the-rights-of-the-child"},
		{"words of a title in another order", "strategy counter-terrorism review", "A/RES/75/291"},
		{"words of a French title, accents left out", "strategie antiterroriste mondiale", "A/RES/75/291"},
		{"words of a Chinese title", "全球反恐战略", "A/RES/75/291"},
		{"part of a word", "terroris", "entity:counter-terrorism-committee"},
	}
	for _, test := range tests {
		if found := idsOf(Default().Search(test.query)); !slices.Contains(found, test.among) {
			t.Errorf("%s: %q finds %d, not %s", test.protects, test.query, len(found), test.among)
		}
	}
}

func TestSearchMisses(t *testing.T) {
	for _, query := range []string{"", " — ", "60/28", "no such thing"} {
		if found := Default().Search(query); len(found) != 0 {
			t.Errorf("%q finds %v: a figure is not to be cut in two, and nothing is in every name", query, idsOf(found))
		}
	}
}

func TestNear(t *testing.T) {
	tests := []struct{ protects, query, near string }{
		{"a name with a slip", "Convension on the Rigths of the Child", "instrument:convention-on-the-rights-of-the-child"},
		{"one word with a slip", "Hungery", "state:HUN"},
		{"a number with a wrong figure", "S/RES/1373(2002)", "S/RES/1373(2001)"},
		{"nothing like it", "xyzzy", ""},
	}
	for _, test := range tests {
		near := Default().Near(test.query, 3)
		if test.near == "" && len(near) > 0 || test.near != "" && !slices.Contains(near, test.near) {
			t.Errorf("%s: near %q are %v, want %q", test.protects, test.query, near, test.near)
		}
	}
}

// TestDocuments holds the catalogue as entries to the order of its symbols and
// to their kinds.
func TestDocuments(t *testing.T) {
	ids := idsOf(Documents())
	if a, b := slices.Index(ids, "A/RES/46/182"), slices.Index(ids, "A/RES/217(III)A"); a < 0 || a > b {
		t.Errorf("46/182 stands at %d, 217 A (III) at %d: figures sort by their value", a, b)
	}
	for _, e := range Documents() {
		if want := strings.Contains(e.ID, "/RES/"); want != (e.Kind == "resolution") && !strings.Contains(e.ID, "/Res.") {
			t.Errorf("%s is of kind %s", e.ID, e.Kind)
		}
	}
}

func idsOf(entries []*Entry) []string {
	var ids []string
	for _, e := range entries {
		ids = append(ids, e.ID)
	}
	return ids
}

func TestChanges(t *testing.T) {
	tests := []struct {
		a, b string
		most int
		want int
	}{
		{"kitten", "sitting", 9, 3},
		{"abc", "abc", 9, 0},
		{"", "abc", 9, 3},
		{"abc", "xyz", 1, 2}, // beyond the limit is the limit and one more
	}
	for _, test := range tests {
		if got := Changes(test.a, test.b, test.most); got != test.want {
			t.Errorf("Changes(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
	}
}
