package office

import (
	"strings"
	"testing"
)

// TestDOCLevels reads levels of lists byte by byte: what is cut off is none.
func TestDOCLevels(t *testing.T) {
	level := make([]byte, 28)
	level[0], level[4] = 3, 4 // begins at 3, with small letters
	level = append(level, 3, 0, '(', 0, 0, 0, ')', 0)
	var l listLevel
	if n := l.readDOC(level); n != len(level) || l.start != 3 || l.format != "lowerLetter" || l.text != "(%1)" {
		t.Errorf("%d bytes of %d: %+v", n, len(level), l)
	}
	for n := range level {
		if (&listLevel{}).readDOC(level[:n]) != 0 {
			t.Errorf("a level cut off after %d bytes is taken for whole", n)
		}
	}
	r := docPara{}
	properties([]byte{0x0B, 0x46, 2, 0, 0x0A, 0x26, 1}, r.take)
	if r.list != 2 || r.level != 1 {
		t.Errorf("list %d, level %d", r.list, r.level)
	}
	properties([]byte(strings.Repeat("\xFF", 9)), r.take) // damage ends it
}
