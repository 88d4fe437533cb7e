package render

import (
	"strings"
	"testing"
)

// TestDOTNames keeps names below what Graphviz reads, and apart.
func TestDOTNames(t *testing.T) {
	long := strings.Repeat("длинное \\\" имя ", 4000)
	one, two := quoteID(long+"1"), quoteID(long+"2")
	if len(one) >= 16<<10 || one == two {
		t.Errorf("names of %d bytes, alike: %v; want less than 16 KB, and two", len(one), one == two)
	}
	if short := quoteID(`a "b" \c`); short != `"a \"b\" \\c"` {
		t.Errorf("%s", short)
	}
}
