package office

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// docPara says to which list a paragraph from an offset on belongs.
type docPara struct {
	from  uint32
	list  int // counted from 1; 0 of none
	level int
	// listed and levelled say that list and level are stated, not left to the style.
	listed, levelled bool
}

// readParagraphs reads how paragraphs are set.
func (d *doc) readParagraphs() {
	const place, entry = 0x102, 13
	d.settings(place, entry, func(from uint32, p []byte, at int) {
		r := docPara{from: from}
		if last := len(p) - 1; at > 0 && at < last-1 {
			size, begin := 2*int(p[at])-1, at+1
			if p[at] == 0 { // the size stands in the next byte
				size, begin = 2*int(p[at+1]), at+2
			}
			const style = 2 // bytes before the properties
			if end := min(last, begin+size); end >= begin+style {
				properties(p[begin+style:end], r.take)
				if i := int(binary.LittleEndian.Uint16(p[begin:])); i < len(d.styles) {
					r.under(d.styles[i].docPara)
				}
			}
		}
		d.paras = append(d.paras, r)
	})
	slices.SortStableFunc(d.paras, func(a, b docPara) int { return cmp.Compare(a.from, b.from) })
}

// take takes a property of a paragraph.
func (r *docPara) take(op uint16, value []byte) {
	switch {
	case op == 0x260A:
		r.level, r.levelled = int(value[0]), true
	case op == 0x460B && len(value) >= 2:
		r.list, r.listed = int(binary.LittleEndian.Uint16(value)), true
	}
}

// readLists reads the shapes of the lists, and which list has which.
func (d *doc) readLists() {
	const shapes, nums, header = 0x2E2, 0x2EA, 0x2F2
	d.lists = &lists{map[string]*listNum{}, map[string]*listShape{}}
	if len(d.main) < header {
		return
	}
	d.readShapes(shapes)
	const lfo = 16
	plc := d.part(nums)
	for i := 0; 4+lfo*(i+1) <= len(plc) && i < int(binary.LittleEndian.Uint32(plc)); i++ {
		n := &listNum{shape: strconv.Itoa(int(binary.LittleEndian.Uint32(plc[4+lfo*i:])))}
		for k := range n.start {
			n.start[k] = -1
		}
		d.lists.nums[strconv.Itoa(i+1)] = n
	}
}

// readShapes reads the table of shapes at a place of the header. The levels lie
// behind it in the table stream, those of one shape after those of the other.
func (d *doc) readShapes(place int) {
	const entry = 28
	head := d.part(place)
	if len(head) < 2 {
		return
	}
	n := int(binary.LittleEndian.Uint16(head))
	if 2+entry*n > len(head) {
		return
	}
	rest := d.table[d.size(place)+2+entry*n:]
	for i := range n {
		e := head[2+entry*i:]
		shape := &listShape{}
		count := levels
		if e[26]&1 != 0 {
			count = 1
		}
		for k := range count {
			size := shape.level[k].readDOC(rest)
			if size == 0 {
				return
			}
			rest = rest[size:]
		}
		d.lists.shapes[strconv.Itoa(int(binary.LittleEndian.Uint32(e)))] = shape
	}
}

// docFormats are the formats of numbers by their codes ([MS-OSHARED] MSONFC) that
// occur in documents of the United Nations; others are written in figures.
var docFormats = map[byte]string{1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero", 23: "bullet", 255: "none"}

// readDOC reads a level and returns how many bytes it takes; 0 where it is cut off.
func (l *listLevel) readDOC(p []byte) int {
	const fixed = 28
	if len(p) < fixed+2 {
		return 0
	}
	l.start = int(int32(binary.LittleEndian.Uint32(p)))
	l.format = docFormats[p[4]]
	l.legal = p[5]&4 != 0
	at := fixed + int(p[24]) + int(p[25])
	if len(p) < at+2 {
		return 0
	}
	chars := int(binary.LittleEndian.Uint16(p[at:]))
	if at += 2; len(p) < at+2*chars {
		return 0
	}
	var text []uint16
	for k := range chars {
		c := binary.LittleEndian.Uint16(p[at+2*k:])
		if c < levels {
			text = append(text, '%', '1'+c)
			continue
		}
		text = append(text, c)
	}
	l.text = strings.TrimSpace(string(utf16.Decode(text)))
	return at + 2*chars
}

// mark counts the paragraph that begins at an offset of the file, and returns its
// number and its level; nothing where it belongs to no list.
func (d *doc) mark(offset uint32) (mark string, level int) {
	i, found := slices.BinarySearchFunc(d.paras, offset, func(r docPara, at uint32) int { return int(int64(r.from) - int64(at)) })
	if !found {
		i--
	}
	if i < 0 || d.paras[i].list == 0 {
		return "", 0
	}
	level = min(d.paras[i].level, levels-1)
	return d.lists.next(strconv.Itoa(d.paras[i].list), level), level
}
