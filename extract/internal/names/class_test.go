package names

import (
	"math"
	"testing"
)

// TestClassesFit: the place of a class is a number of one byte.
func TestClassesFit(t *testing.T) {
	if len(wordClasses) > math.MaxUint8 {
		t.Errorf("%d classes have no place in one byte", len(wordClasses))
	}
}
