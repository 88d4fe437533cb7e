package class

import "testing"

// TestEachClassHasAName: a class without a name, or with that of another, no table could fill.
func TestEachClassHasAName(t *testing.T) {
	if len(byName) != Count {
		t.Errorf("%d names of %d classes", len(byName), Count)
	}
	for id := range ID(Count) {
		if got, ok := Named(id.String()); !ok || got != id {
			t.Errorf("class %d is called %q, which is class %d", id, id, got)
		}
	}
	if _, ok := Named(""); ok {
		t.Error("a class has no name")
	}
}
