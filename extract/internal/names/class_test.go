package names

import "testing"

// TestClassesFit: a class that is looked for ends at an empty slot.
func TestClassesFit(t *testing.T) {
	if len(wordClasses) > slots*3/4 {
		t.Errorf("%d classes in %d slots: double the slots", len(wordClasses), slots)
	}
}
