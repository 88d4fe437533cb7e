package read

import (
	"strings"
	"testing"
)

// TestManyOfEverything reads a megabyte of each thing that could make a
// careless reader slow. It is no timed test: a quadratic reader would not
// come to an end here within the test's own limit.
func TestManyOfEverything(t *testing.T) {
	for _, unit := range []string{"\n", " ", "1 x\n", "1 x\n\n", "¹ x\n", ")", "/", "A/1", "(", "*", "A\n\n", "The General Assembly,\n\n",
		"Annex\n\n", "3/17\n", "\f", "大", "1. x:\n(a) y\n", "The General Assembly,\n\nx:\n\n", "[", "I\n\n", "x, \n\n¹ y\n\n", "12 Dec 2020 "} {
		data := "x" + strings.Repeat(unit, (1<<20)/len(unit)) + "x"
		docs, err := Bytes("many", []byte(data))
		if err != nil {
			t.Errorf("%q: %v", unit, err)
			continue
		}
		check(t, docs)
	}
}
