package office

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"uncite/extract/internal/markup"
	"uncite/extract/symbol"
)

// levels is how many levels a list has.
const levels = 9

// lists number the paragraphs of a document as the page shows them.
type lists struct {
	nums   map[string]*listNum
	shapes map[string]*listShape
}

// listShape is how the levels of a list look, and how far it has counted;
// lists of one shape count on together.
type listShape struct {
	level [levels]listLevel
	count [levels]int
	begun [levels]bool
}

type listLevel struct {
	start        int
	format, text string
	legal        bool // all numbers of the text are written in figures
}

// listNum is a list: its shape, and where it begins anew.
type listNum struct {
	shape string
	start [levels]int // -1 where the shape's holds
	begun [levels]bool
}

// listsOf reads the part that describes the lists.
func listsOf(src string) *lists {
	l := &lists{map[string]*listNum{}, map[string]*listShape{}}
	s := markup.NewScanner(src)
	for t := s.Next(); t.Kind != markup.End; t = s.Next() {
		if t.Kind != markup.Open {
			continue
		}
		switch t.Name {
		case "abstractNum":
			l.shape(s, t.Attr("abstractNumId"))
		case "num":
			l.num(s, t.Attr("numId"))
		}
	}
	return l
}

func (l *lists) shape(s *markup.Scanner, id string) {
	shape := &listShape{}
	for k := range shape.level {
		shape.level[k] = listLevel{start: 1, format: "decimal"}
	}
	at := 0
	each(s, func(t markup.Token) { at = shape.read(t, at) })
	l.shapes[id] = shape
}

// read takes an element of the description of a shape's levels.
func (shape *listShape) read(t markup.Token, at int) int {
	level := &shape.level[at]
	switch v := t.Attr("val"); t.Name {
	case "lvl":
		at = max(0, min(number(t.Attr("ilvl")), levels-1))
	case "start":
		level.start = number(v)
	case "numFmt":
		level.format = v
	case "lvlText":
		level.text = v
	case "isLgl":
		level.legal = v != "0" && v != "false"
	}
	return at
}

func (l *lists) num(s *markup.Scanner, id string) {
	n := &listNum{}
	for k := range n.start {
		n.start[k] = -1
	}
	at := 0
	each(s, func(t markup.Token) {
		switch t.Name {
		case "abstractNumId":
			n.shape = t.Attr("val")
		case "lvlOverride":
			at = max(0, min(number(t.Attr("ilvl")), levels-1))
		case "startOverride":
			n.start[at] = number(t.Attr("val"))
		}
	})
	l.nums[id] = n
}

// next counts a paragraph of a list and returns its mark: "3.", "(b)".
func (l *lists) next(id string, level int) string {
	n := l.nums[id]
	if n == nil {
		return ""
	}
	shape := l.shapes[n.shape]
	if shape == nil {
		return ""
	}
	level = min(level, levels-1)
	if n.start[level] >= 0 && (!n.begun[level] || !shape.begun[level]) {
		n.begun[level] = true
		return shape.from(level, n.start[level])
	}
	n.begun[level] = true
	return shape.next(level)
}

// next counts a paragraph of the level and returns its mark.
func (shape *listShape) next(level int) string {
	if !shape.begun[level] {
		return shape.from(level, shape.level[level].start)
	}
	return shape.from(level, shape.count[level]+1)
}

// from sets the count of a level, and lets those below begin anew.
func (shape *listShape) from(level, n int) string {
	shape.count[level], shape.begun[level] = n, true
	for k := level + 1; k < levels; k++ {
		shape.begun[k] = false
	}
	return shape.mark(level)
}

// bullet is the mark of lists that do not count.
const bullet = "•"

// mark writes the number of a level as its text says: "%1.%2." stands for the
// numbers of the first and the second level.
func (shape *listShape) mark(level int) string {
	l := &shape.level[level]
	if l.format == "bullet" {
		return bullet
	}
	var b strings.Builder
	for i := 0; i < len(l.text); i++ {
		if l.text[i] != '%' || i+1 == len(l.text) || l.text[i+1] < '1' || l.text[i+1] > '9' {
			b.WriteByte(l.text[i])
			continue
		}
		i++
		k := int(l.text[i] - '1')
		format := shape.level[k].format
		if l.legal {
			format = "decimal"
		}
		n := shape.count[k]
		if !shape.begun[k] && k < level {
			n = shape.level[k].start
		}
		b.WriteString(numeral(n, format))
	}
	return strings.TrimSpace(b.String())
}

//go:embed numerals.tsv
var numeralRows string

// alphabets are the letters that formats count with.
var alphabets = sync.OnceValue(func() map[string][]string {
	rows := map[string][]string{}
	for _, line := range strings.Split(numeralRows, "\n") {
		if name, letters, ok := strings.Cut(line, "\t"); ok && !strings.HasPrefix(line, "#") {
			rows[name] = strings.Fields(letters)
		}
	}
	return rows
})

// numeral writes n in a format of Word. Letters double after the last: z, aa,
// bb. A format that is not known is written in figures.
func numeral(n int, format string) string {
	switch format {
	case "none":
		return ""
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	letters := alphabets()[format]
	const most = 20 // repetitions of a letter
	if len(letters) == 0 || n < 1 || n > most*len(letters) {
		return strconv.Itoa(n)
	}
	return strings.Repeat(letters[(n-1)%len(letters)], (n-1)/len(letters)+1)
}

// roman writes n in Roman numerals, what they cannot write in figures.
func roman(n int) string {
	if r := symbol.Roman(n); r != "" {
		return r
	}
	return strconv.Itoa(n)
}
