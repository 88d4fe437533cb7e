package office

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"

	"uncite/extract/internal/block"
	"uncite/extract/internal/charset"
)

// DOC reads a document of Word 97 to 2003 ([MS-DOC]). Numbers that Word counts are
// made where the paragraph itself, and not its style alone, belongs to a list.
func DOC(data []byte) (block.Text, error) {
	c, err := openCompound(data)
	if err != nil {
		return block.Text{}, err
	}
	main := c.stream("WordDocument")
	const header = 0x21A // as far as the parts that are used reach
	switch {
	case main == nil:
		return block.Text{}, &block.Error{Detail: "an old Office file that is no document of Word", Remedy: "save its text as DOCX, PDF or plain text"}
	case len(main) < header || binary.LittleEndian.Uint16(main) != 0xA5EC:
		return block.Text{}, &block.Error{Detail: "a document older than Word 97, or a damaged one", Remedy: "open it in a word processor and save it as DOCX"}
	}
	flags := binary.LittleEndian.Uint16(main[10:])
	if flags&0x0100 != 0 {
		return block.Text{}, &block.Error{Detail: "the document is protected by a password", Remedy: "open it and save it without one"}
	}
	table := c.stream(map[bool]string{true: "1Table", false: "0Table"}[flags&0x0200 != 0])
	d := &doc{main: main, table: table}
	if err := d.pieces(); err != nil {
		return block.Text{}, err
	}
	d.readRuns()
	d.readStyles()
	d.readParagraphs()
	d.readLists()
	d.readNotes()
	d.body()
	return d.w.Text(), nil
}

// doc is a document of Word 97: its characters as they stand, and where the
// stories among them begin.
type doc struct {
	main, table []byte
	chars       []rune
	at          []uint32   // the offset in main of each character
	runs        []docRun   // by offset
	styles      []docStyle // by their index
	paras       []docPara  // by offset
	lists       *lists
	notes       map[int]docNote
	w           block.Writer
	fields      []bool // open fields: whether their code is being read
	count       int
}

// docRun says how the characters from an offset on are set.
type docRun struct {
	from           uint32
	hidden, raised bool
	lifted         bool // above the line
	style          block.Style
}

// docNote is a note: its characters, and whether Word counts it.
type docNote struct {
	start, end int
	counted    bool
}

// part returns a part of the table stream whose place the header has at an
// offset.
func (d *doc) part(at int) []byte {
	from, size := binary.LittleEndian.Uint32(d.main[at:]), binary.LittleEndian.Uint32(d.main[at+4:])
	if uint64(from)+uint64(size) > uint64(len(d.table)) {
		return nil
	}
	return d.table[from : from+size]
}

// pieces puts the characters together: they lie in pieces, of one byte or of
// two a character.
func (d *doc) pieces() error {
	const places = 0x1A2
	clx := d.part(places)
	for len(clx) > 3 && clx[0] == 1 { // properties, which come first
		clx = clx[min(len(clx), 3+int(binary.LittleEndian.Uint16(clx[1:]))):]
	}
	if len(clx) < 5 || clx[0] != 2 {
		return block.Damaged("the table of pieces is damaged")
	}
	plc := clx[5:]
	n := (len(plc) - 4) / 12
	if n <= 0 {
		return block.Damaged("the table of pieces is empty")
	}
	for i := range n {
		chars := int(int32(binary.LittleEndian.Uint32(plc[4*i+4:]) - binary.LittleEndian.Uint32(plc[4*i:])))
		fc := binary.LittleEndian.Uint32(plc[4*(n+1)+8*i+2:])
		if !d.piece(chars, fc) {
			break // what lies beyond a damaged piece has no place
		}
	}
	return nil
}

func (d *doc) piece(chars int, fc uint32) bool {
	const narrow = 1 << 30
	width, from := 2, fc&^(3<<30)
	if fc&narrow != 0 {
		width, from = 1, from/2
	}
	if chars < 0 || int64(from)+int64(chars)*int64(width) > int64(len(d.main)) || len(d.chars)+chars > len(d.main) {
		return false
	}
	src := d.main[from:]
	for k := range chars {
		if width == 1 {
			c := rune(src[k])
			if c >= 0x80 {
				c = []rune(charset.DecodeAs(src[k:k+1], "windows-1252"))[0]
			}
			d.chars = append(d.chars, c)
		} else {
			d.chars = append(d.chars, rune(binary.LittleEndian.Uint16(src[2*k:])))
		}
		d.at = append(d.at, from+uint32(k*width))
	}
	return true
}

// settings visits, page by page of 512 bytes, how stretches of the text are set. The
// list of the pages stands at the place in the head of the file; a page has so many
// bytes in an entry of its index. visit gets the offset from which a stretch is set so,
// and in the page the offset of what is set, 0 of nothing.
func (d *doc) settings(place, entry int, visit func(from uint32, page []byte, at int)) {
	const page = 512
	plc := d.part(place)
	n := (len(plc) - 4) / 8
	for i := range n {
		number := binary.LittleEndian.Uint32(plc[4*(n+1)+4*i:]) & 0x3FFFFF
		start := int64(number) * page
		if start+page > int64(len(d.main)) {
			continue
		}
		p := d.main[start : start+page]
		stretches := int(p[page-1])
		if 4*(stretches+1)+entry*stretches >= page {
			continue
		}
		for k := range stretches {
			visit(binary.LittleEndian.Uint32(p[4*k:]), p, 2*int(p[4*(stretches+1)+entry*k]))
		}
	}
}

// properties visits the properties in p, each with the bytes of its value and of what
// follows it.
func properties(p []byte, visit func(op uint16, value []byte)) {
	const ofTable = 0xD608 // whose size has two bytes
	for len(p) >= 3 {
		op := binary.LittleEndian.Uint16(p)
		size := [...]int{1, 1, 2, 4, 2, 2, -1, 3}[op>>13]
		switch {
		case op == ofTable && len(p) >= 4:
			size = 1 + int(binary.LittleEndian.Uint16(p[2:]))
		case size < 0:
			size = 1 + int(p[2])
		}
		visit(op, p[2:])
		p = p[min(len(p), 2+size):]
	}
}

// readRuns reads how characters are set.
func (d *doc) readRuns() {
	const place, entry = 0xFA, 1
	d.settings(place, entry, func(from uint32, p []byte, at int) {
		r := docRun{from: from}
		if last := len(p) - 1; at > 0 && at < last {
			properties(p[at+1:min(last, at+1+int(p[at]))], r.take)
		}
		d.runs = append(d.runs, r)
	})
	slices.SortStableFunc(d.runs, func(a, b docRun) int { return cmp.Compare(a.from, b.from) })
}

// take takes a property of a run.
func (r *docRun) take(op uint16, value []byte) {
	on := value[0] == 1
	switch op {
	case 0x0800, 0x083C: // deleted, hidden
		r.hidden = r.hidden || on
	case 0x0835:
		r.style = set(r.style, block.Bold, on)
	case 0x0836:
		r.style = set(r.style, block.Italic, on)
	case 0x2A48:
		r.raised = on
	case 0x4845:
		r.lifted = len(value) > 1 && int16(binary.LittleEndian.Uint16(value)) > 0
	}
}

// runAt returns how the character at an offset of the file is set.
func (d *doc) runAt(offset uint32) docRun {
	i, found := slices.BinarySearchFunc(d.runs, offset, func(r docRun, at uint32) int { return int(int64(r.from) - int64(at)) })
	if !found {
		i--
	}
	if i < 0 {
		return docRun{}
	}
	return d.runs[i]
}

// size reads a number of the header.
func (d *doc) size(at int) int { return int(int32(binary.LittleEndian.Uint32(d.main[at:]))) }

// readNotes finds the notes: the places of their marks in the body, and their
// characters in the stories behind it.
func (d *doc) readNotes() {
	d.notes = map[int]docNote{}
	body, foot, head, remark, end := d.size(0x4C), d.size(0x50), d.size(0x54), d.size(0x5C), d.size(0x60)
	if min(body, foot, head, remark, end) < 0 {
		return
	}
	d.story(d.part(0xAA), d.part(0xB2), body, foot)
	d.story(d.part(0x20A), d.part(0x212), body+foot+head+remark, end)
}

func (d *doc) story(marks, texts []byte, start, size int) {
	n := (len(marks) - 4) / 6
	for i := range n {
		if 4*i+8 > len(texts) {
			break
		}
		from := start + int(int32(binary.LittleEndian.Uint32(texts[4*i:])))
		to := start + int(int32(binary.LittleEndian.Uint32(texts[4*i+4:])))
		if from < start || to > start+size || to > len(d.chars) || from > to {
			continue
		}
		counted := binary.LittleEndian.Uint16(marks[4*(n+1)+2*i:]) != 0
		d.notes[int(binary.LittleEndian.Uint32(marks[4*i:]))] = docNote{from, to, counted}
	}
}

// body writes the first story.
func (d *doc) body() {
	end := max(0, min(d.size(0x4C), len(d.chars)))
	d.write(0, end, false)
}

// The signs that stand for something else than a character.
const (
	docNoteMark  = 0x02
	docCell      = 0x07
	docTab       = 0x09
	docLine      = 0x0B
	docPage      = 0x0C
	docParagraph = 0x0D
	docBegin     = 0x13
	docSeparate  = 0x14
	docEnd       = 0x15
	docHyphen    = 0x1E
)

// write writes the characters from start to end; those of a note are one block.
func (d *doc) write(start, end int, inNote bool) {
	var words []rune
	last, from := docRun{}, start // where the paragraph begins
	flush := func() {
		if len(words) == 0 {
			return
		}
		if !d.w.IsOpen() && strings.TrimSpace(string(words)) != "" {
			d.open(inNote, from)
		}
		if d.w.IsOpen() {
			d.w.Run(last.style)
			if last.raised || last.lifted && isLifted(string(words)) {
				d.w.Raise(string(words))
			} else {
				d.w.Write(string(words))
			}
		}
		words = words[:0]
	}
	for i := start; i < end; i++ {
		run := d.runAt(d.at[i])
		if run.style != last.style || run.raised != last.raised || run.lifted != last.lifted {
			flush()
		}
		last = run
		c := d.chars[i]
		if d.field(c) || slices.Contains(d.fields, true) || run.hidden && c != docParagraph && c != docCell {
			continue
		}
		switch {
		case c == docParagraph || c == docCell || c == docPage:
			flush()
			if from = i + 1; inNote {
				d.w.Write(" ")
			} else {
				d.w.Close()
			}
		case c == docLine:
			flush()
			d.w.Line()
		case c == docTab:
			words = append(words, ' ')
		case c == docHyphen:
			words = append(words, '\u2011')
		case c >= ' ' && c != 0xFFFE:
			if c >= 0xD800 && c < 0xDC00 && i+1 < end { // half of a pair
				i++
				c = 0x10000 + (c-0xD800)<<10 + (d.chars[i] - 0xDC00)
			}
			words = append(words, c)
		}
		if n, ok := d.notes[i]; ok && !inNote {
			flush()
			d.note(i, n)
		}
	}
	flush()
}

// open begins a block with the paragraph at a character, which has its number where it
// belongs to a list.
func (d *doc) open(inNote bool, from int) {
	b := block.Block{}
	if !inNote && from < len(d.at) {
		var level int
		if b.Mark, level = d.mark(d.at[from]); b.Mark != "" {
			b.Kind, b.Level = block.Item, level+1
		}
	}
	d.w.Open(b)
}

// maxFields is how deep fields may nest.
const maxFields = 64

// field takes the signs of a field: code between the first and the second,
// result between the second and the third.
func (d *doc) field(c rune) bool {
	n := len(d.fields)
	switch {
	case c == docBegin && n < maxFields:
		d.fields = append(d.fields, true)
	case c == docSeparate && n > 0:
		d.fields[n-1] = false
	case c == docEnd && n > 0:
		d.fields = d.fields[:n-1]
	default:
		return false
	}
	return true
}

// note writes a note behind its mark.
func (d *doc) note(at int, n docNote) {
	delete(d.notes, at)
	mark := ""
	if n.counted {
		d.count++
		mark = strconv.Itoa(d.count)
	}
	if !d.w.IsOpen() {
		d.w.Open(block.Block{})
	}
	d.w.OpenNote(mark)
	d.write(n.start, n.end, true)
	d.w.Close()
}
