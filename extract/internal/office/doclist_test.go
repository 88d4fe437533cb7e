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

// TestDOCStyles reads a style sheet byte by byte: a style has its list from the one that
// it is based on, a paragraph from its style, unless it says otherwise.
func TestDOCStyles(t *testing.T) {
	style := func(based int, properties ...byte) []byte {
		std := []byte{0, 0, 1 | byte(based<<4), byte(based >> 4), 2, 0, 0, 0, 0, 0}
		std = append(std, 1, 0, 'P', 0, 0, 0) // its name
		std = append(std, byte(2+len(properties)), 0, 0, 0)
		std = append(std, properties...)
		size := len(std)
		if size%2 == 1 {
			std = append(std, 0)
		}
		return append([]byte{byte(size), 0}, std...)
	}
	sheet := []byte{4, 0, 3, 0, 10, 0}
	sheet = append(sheet, style(noStyleIndex, 0x0B, 0x46, 7, 0)...)
	sheet = append(sheet, 0, 0) // an index without a style
	sheet = append(sheet, style(0, 0x0A, 0x26, 1)...)
	main := make([]byte, 0x300)
	main[0xA6] = byte(len(sheet))
	for n := range sheet {
		(&doc{main: main, table: sheet[:n]}).readStyles() // cut off
	}
	d := &doc{main: main, table: sheet}
	d.readStyles()
	if len(d.styles) != 3 || d.styles[0].list != 7 || d.styles[1].listed || d.styles[2].list != 7 || d.styles[2].level != 1 {
		t.Fatalf("%+v", d.styles)
	}
	r := docPara{}
	properties([]byte{0x0B, 0x46, 0, 0}, r.take) // of no list, whatever the style says
	if r.under(d.styles[2].docPara); r.list != 0 || r.level != 1 {
		t.Errorf("%+v", r)
	}
}
