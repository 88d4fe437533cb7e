package authority

import (
	"slices"
	"testing"
)

func TestNearest(t *testing.T) {
	known := []string{"resolution", "decision", "state", "indegree", "outdegree", "weighted-indegree", "--top", "--to"}
	for _, test := range []struct {
		protects, word string
		want           []string
	}{
		{"a plural", "resolutions", []string{"resolution"}},
		{"a letter left out", "indegre", []string{"indegree"}},
		{"two letters of a short word changed round", "--tpo", []string{"--top", "--to"}},
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

func TestTurned(t *testing.T) {
	for _, row := range []struct {
		a, b string
		same bool
	}{
		{"A/RES/66/228", "A/RES/66/282", true},
		{"A/RES/66/288", "A/RES/66/288", false}, // the same is no slip
		{"A/RES/66/228", "A/RES/66/822", false}, // two figures apart
	} {
		if got := Turned([]byte(row.a), []byte(row.b)); got != row.same {
			t.Errorf("%s, %s: %v, want %v", row.a, row.b, got, row.same)
		}
	}
}
