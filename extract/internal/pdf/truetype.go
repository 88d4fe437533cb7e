package pdf

import "encoding/binary"

// trueTypeCharacters reads the character table of an embedded TrueType font
// the other way round: glyph number → character. Fonts without a map of
// their own are read by it. It is nil where the font has none.
func trueTypeCharacters(data []byte) map[uint32]rune {
	table := trueTypeTable(data, "cmap")
	if len(table) < 4 {
		return nil
	}
	var out map[uint32]rune
	for i := 0; i < int(binary.BigEndian.Uint16(table[2:])) && 12+8*i <= len(table); i++ {
		platform, encoding := binary.BigEndian.Uint16(table[4+8*i:]), binary.BigEndian.Uint16(table[6+8*i:])
		at := int(binary.BigEndian.Uint32(table[8+8*i:]))
		unicode := platform == 0 || platform == 3 && (encoding == 1 || encoding == 10)
		if !unicode || at < 0 || at+14 > len(table) {
			continue
		}
		if out == nil {
			out = map[uint32]rune{}
		}
		switch sub := table[at:]; binary.BigEndian.Uint16(sub) {
		case 4:
			segments(sub, out)
		case 12:
			groups(sub, out)
		}
	}
	return out
}

// trueTypeTable returns the bytes of one table of a font file.
func trueTypeTable(data []byte, name string) []byte {
	if len(data) < 12 {
		return nil
	}
	for i := 0; i < int(binary.BigEndian.Uint16(data[4:])); i++ {
		entry := 12 + 16*i
		if entry+16 > len(data) {
			return nil
		}
		if string(data[entry:entry+4]) != name {
			continue
		}
		at, n := int(binary.BigEndian.Uint32(data[entry+8:])), int(binary.BigEndian.Uint32(data[entry+12:]))
		if at > len(data) {
			return nil
		}
		return data[at:min(at+n, len(data))]
	}
	return nil
}

// segments reads a table of format 4.
func segments(t []byte, out map[uint32]rune) {
	n := int(binary.BigEndian.Uint16(t[6:])) / 2
	if 16+8*n > len(t) {
		return
	}
	word := func(at int) int {
		if at+2 > len(t) {
			return 0
		}
		return int(binary.BigEndian.Uint16(t[at:]))
	}
	for i := range n {
		hi, lo := word(14+2*i), word(16+2*n+2*i)
		delta, offsetAt := word(16+4*n+2*i), 16+6*n+2*i
		offset := word(offsetAt)
		for c := lo; c <= hi && c < 0xffff; c++ {
			g := c
			if offset != 0 {
				if g = word(offsetAt + offset + 2*(c-lo)); g == 0 {
					continue
				}
			}
			keepGlyph(out, uint32(g+delta)&0xffff, rune(c))
		}
	}
}

// groups reads a table of format 12.
func groups(t []byte, out map[uint32]rune) {
	if len(t) < 16 {
		return
	}
	n := int(binary.BigEndian.Uint32(t[12:]))
	for i := 0; i < n && 16+12*i+12 <= len(t); i++ {
		lo, hi := binary.BigEndian.Uint32(t[16+12*i:]), binary.BigEndian.Uint32(t[20+12*i:])
		g := binary.BigEndian.Uint32(t[24+12*i:])
		for c := lo; c <= hi && c <= 0x10ffff && len(out) < 1<<17; c++ {
			keepGlyph(out, g+c-lo, rune(c))
		}
	}
}

// keepGlyph keeps the first character that a glyph is given for.
func keepGlyph(out map[uint32]rune, g uint32, r rune) {
	if _, ok := out[g]; !ok && g != 0 {
		out[g] = r
	}
}
