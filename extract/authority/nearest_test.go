package authority

import (
	"slices"
	"testing"
)

func TestNearest(t *testing.T) {
	known := []string{"resolution", "decision", "state", "indegree", "outdegree", "weighted-indegree"}
	for _, test := range []struct {
		protects, word string
		want           []string
	}{
		{"a plural", "resolutions", []string{"resolution"}},
		{"a letter left out", "indegre", []string{"indegree"}},
		{"upper case", "STATE", []string{"state"}},
		{"a beginning", "weighted", []string{"weighted-indegree"}},
		{"something else altogether", "fame", nil},
		{"a lone letter begins too many words", "s", nil},
	} {
		if got := Nearest(test.word, known, 2); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q suggests %q, want %q", test.protects, test.word, got, test.want)
		}
	}
}
