package pdf

import (
	"cmp"
	"slices"
)

// cmap is a character map: codes of one to four bytes to characters
// (ToUnicode) or to glyph numbers (the encoding of a composite font). Ranges
// are kept as ranges, so that a wild map takes no more memory than its text.
type cmap struct {
	spaces []codeSpace
	ranges []codeRange
}

// maxCluster is how many characters one glyph may stand for.
const maxCluster = 16

type codeSpace struct {
	length int
	lo, hi uint32
}

type codeRange struct {
	lo, hi uint32
	cid    uint32
	text   []rune // of lo; the last character counts on
}

// parseCMap reads the text of a character map.
func parseCMap(src []byte) *cmap {
	m := &cmap{}
	l := &lexer{src: src}
	var operands []token
	inArray := false
	for {
		t := l.next()
		switch t.kind {
		case tokenEnd:
			m.finish()
			return m
		case tokenOpenArray:
			inArray = true
			operands = append(operands, t)
			continue
		case tokenCloseArray:
			inArray = false
			operands = append(operands, t)
			continue
		case tokenOperator:
			if inArray {
				continue
			}
			m.section(string(t.data), operands)
			operands = operands[:0]
			continue
		}
		operands = append(operands, t)
	}
}

// section takes the operands of one "end…" operator.
func (m *cmap) section(operator string, ts []token) {
	switch operator {
	case "endcodespacerange":
		for ; len(ts) >= 2; ts = ts[2:] {
			if n := len(ts[0].data); n >= 1 && n <= 4 {
				m.spaces = append(m.spaces, codeSpace{n, code(ts[0].data), code(ts[1].data)})
			}
		}
	case "endbfchar":
		for ; len(ts) >= 2; ts = ts[2:] {
			c := code(ts[0].data)
			m.ranges = append(m.ranges, codeRange{lo: c, hi: c, text: targetText(ts[1])})
		}
	case "endbfrange":
		m.textRanges(ts)
	case "endcidchar":
		for ; len(ts) >= 2; ts = ts[2:] {
			c := code(ts[0].data)
			m.ranges = append(m.ranges, codeRange{lo: c, hi: c, cid: uint32(ts[1].num)})
		}
	case "endcidrange":
		for ; len(ts) >= 3; ts = ts[3:] {
			m.ranges = append(m.ranges, codeRange{lo: code(ts[0].data), hi: code(ts[1].data), cid: uint32(ts[2].num)})
		}
	}
}

func (m *cmap) textRanges(ts []token) {
	for len(ts) >= 3 {
		lo, hi := code(ts[0].data), code(ts[1].data)
		if ts[2].kind != tokenOpenArray {
			m.ranges = append(m.ranges, codeRange{lo: lo, hi: hi, text: targetText(ts[2])})
			ts = ts[3:]
			continue
		}
		ts = ts[3:]
		for len(ts) > 0 && ts[0].kind != tokenCloseArray {
			if lo <= hi {
				m.ranges = append(m.ranges, codeRange{lo: lo, hi: lo, text: targetText(ts[0])})
				lo++
			}
			ts = ts[1:]
		}
		if len(ts) > 0 {
			ts = ts[1:]
		}
	}
}

func targetText(t token) []rune {
	if t.kind == tokenName {
		if r := glyphRune(string(t.data)); r != 0 {
			return []rune{r}
		}
		return nil
	}
	if len(t.data) == 1 {
		return []rune{rune(t.data[0])}
	}
	return utf16BE(t.data)
}

func code(b []byte) uint32 {
	var c uint32
	for _, x := range b {
		c = c<<8 | uint32(x)
	}
	return c
}

func (m *cmap) finish() {
	slices.SortStableFunc(m.ranges, func(a, b codeRange) int { return cmp.Compare(a.lo, b.lo) })
}

// find returns the range that holds the code: the last that begins at or
// before it, or one of the few before that where ranges overlap.
func (m *cmap) find(c uint32) (codeRange, bool) {
	i, found := slices.BinarySearchFunc(m.ranges, c, func(r codeRange, c uint32) int { return cmp.Compare(r.lo, c) })
	if !found {
		i--
	}
	for back := 0; i >= 0 && i < len(m.ranges) && back < 8; i, back = i-1, back+1 {
		if r := m.ranges[i]; r.lo <= c && c <= r.hi {
			return r, true
		}
	}
	return codeRange{}, false
}

// runes returns the characters of a code; nil where the map has none.
func (m *cmap) runes(c uint32) []rune {
	r, ok := m.find(c)
	if !ok || len(r.text) == 0 || len(r.text) > maxCluster {
		return nil
	}
	if c == r.lo {
		return r.text
	}
	text := slices.Clone(r.text)
	text[len(text)-1] += rune(c - r.lo)
	return text
}

// next takes the first code off b by the code spaces; the length is 0 where
// the map has none.
func (m *cmap) next(b []byte) (c uint32, length int) {
	var v uint32
	for n := 1; n <= 4 && n <= len(b); n++ {
		v = v<<8 | uint32(b[n-1])
		for _, s := range m.spaces {
			if s.length == n && inSpace(v, s) {
				return v, n
			}
		}
	}
	if len(m.spaces) == 0 {
		return 0, 0
	}
	n := min(m.spaces[0].length, len(b))
	return code(b[:n]), n
}

// inSpace tells whether every byte of a code lies in its byte's range.
func inSpace(v uint32, s codeSpace) bool {
	for shift := 0; shift < 8*s.length; shift += 8 {
		b := v >> shift & 0xff
		if b < s.lo>>shift&0xff || b > s.hi>>shift&0xff {
			return false
		}
	}
	return true
}
