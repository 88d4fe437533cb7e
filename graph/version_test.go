package graph

import "testing"

func TestVersion(t *testing.T) {
	e := Edge{Grounds: &Grounds{Evidence: []Evidence{
		{Source: "a", Lang: "ar", Start: 1}, {Source: "e", Lang: "en", Start: 1}, {Source: "e", Lang: "en", Start: 9},
		{Source: "f", Lang: "en", Start: 1}, {Source: "z", Lang: "zh", Start: 1},
	}}}
	tests := []struct {
		protects, lang, source string
		n                      int
	}{
		{"the language asked for", "zh", "z", 1},
		{"another where it is missing, whole", "ru", "e", 2},
		{"no language counts as any", "", "e", 2},
	}
	for _, test := range tests {
		if got := e.Version(test.lang); len(got) != test.n || got[0].Source != test.source {
			t.Errorf("%s: %v", test.protects, got)
		}
	}
	if none := (&Edge{}).Version("en"); len(none) != 0 {
		t.Errorf("an edge that no reference states has evidence %v", none)
	}
}
