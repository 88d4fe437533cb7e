package measure

import (
	"slices"
	"testing"
)

func TestPeaks(t *testing.T) {
	tests := []struct {
		protects string
		scores   [][]float64
		top      int
		want     []int
	}{
		{"a peak of long ago counts", [][]float64{{.1, .9, 0}, {.5, .1, 0}}, 0, []int{1, 0}},
		{"equal peaks go by number", [][]float64{{.5, .5}, {.1, .2}}, 0, []int{0, 1}},
		{"the list is cut", [][]float64{{.1, .2, .3}}, 2, []int{2, 1}},
		{"no years, no peaks", nil, 3, nil},
	}
	for _, test := range tests {
		if got := Peaks(test.scores, test.top); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.protects, got, test.want)
		}
	}
}
