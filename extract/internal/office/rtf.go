package office

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"uncite/extract/internal/block"
	"uncite/extract/internal/charset"
)

// IsRTF reports whether data begins as RTF does.
func IsRTF(head []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(head, "\xEF\xBB\xBF \r\n\t"), []byte(`{\rtf`))
}

// RTF reads a document in rich text. What is damaged costs its spot.
func RTF(data []byte) (block.Text, error) {
	d := &rtf{src: data, fonts: map[int]string{}, page: "windows-1252", head: "header"}
	if bytes.Contains(data, []byte(`\headerf`)) {
		d.head = "headerf"
	}
	d.now.skipAfter = 1
	d.run()
	d.flush()
	t := d.w.Text()
	t.Changes = d.changes
	return t, nil
}

// tracked counts a change that begins.
func (d *rtf) tracked(begins bool) {
	if begins {
		d.changes++
	}
}

// rtf runs through the groups and control words of a document.
type rtf struct {
	w     block.Writer
	src   []byte
	pos   int
	now   rtfState
	stack []rtfState
	over  int // groups deeper than the stack
	// changes counts those that were tracked.
	changes int

	page   string         // the encoding of the document
	fonts  map[int]string // that of each font
	head   string         // the destination whose words are the masthead
	bytes  []byte         // of characters not decoded yet
	high   rune           // the first half of a pair of UTF-16
	skip   int            // characters to be passed over behind a \u
	mark   []byte         // the printed number of the paragraph to come
	notes  int
	marked bool // the mark of a note stands right before
	tables int
	place  cell
}

// rtfState is what a group sets and its end restores.
type rtfState struct {
	dest      rtfDest
	star      bool // the group began with \*
	style     block.Style
	hidden    bool
	raised    bool
	lifted    bool // above the line
	font      int
	skipAfter int // characters that stand for a \u in older programs
	inTable   bool
	centred   bool
	outline   int // level of a heading counted from 1
	note      bool
}

// rtfDest says what becomes of the words of a group.
type rtfDest uint8

const (
	toText rtfDest = iota
	toNothing
	toMark  // the printed number of a list
	toFonts // the table of fonts
)

// rtfDests are the destinations that are not text. Destinations marked as
// ignorable are none either, but for those of rtfShown.
var rtfDests = map[string]rtfDest{
	"fonttbl": toFonts, "listtext": toMark, "pntext": toMark,
	"colortbl": toNothing, "stylesheet": toNothing, "info": toNothing, "pict": toNothing, "objdata": toNothing,
	"header": toNothing, "headerl": toNothing, "headerr": toNothing, "headerf": toNothing,
	"footer": toNothing, "footerl": toNothing, "footerr": toNothing, "footerf": toNothing,
	"fldinst": toNothing, "listtable": toNothing, "listoverridetable": toNothing, "rsidtbl": toNothing, "generator": toNothing,
	"themedata": toNothing, "colorschememapping": toNothing, "latentstyles": toNothing, "datastore": toNothing,
	"xmlnstbl": toNothing, "annotation": toNothing, "atnid": toNothing, "atnauthor": toNothing, "nonshppict": toNothing,
	"bkmkstart": toNothing, "bkmkend": toNothing, "sp": toNothing, "pn": toNothing, "ftnsep": toNothing, "ftnsepc": toNothing,
	"aftnsep": toNothing, "aftnsepc": toNothing, "revtbl": toNothing, "filetbl": toNothing, "tc": toNothing, "xe": toNothing,
	"private": toNothing, "upr": toNothing, "template": toNothing, "operator": toNothing,
}

// rtfShown are destinations whose words are text although they are marked as
// ignorable.
var rtfShown = map[string]bool{"footnote": true, "shpinst": true, "shptxt": true, "ud": true}

func (d *rtf) run() {
	for d.pos < len(d.src) {
		switch c := d.src[d.pos]; c {
		case '{':
			d.pos++
			d.push()
		case '}':
			d.pos++
			d.pop()
		case '\\':
			d.pos++
			d.control()
		case '\r', '\n', 0:
			d.pos++
		default:
			d.plain()
		}
	}
}

// push begins a group.
func (d *rtf) push() {
	d.flush()
	const deepest = 1000
	if len(d.stack) == deepest {
		d.over++
		return
	}
	d.stack = append(d.stack, d.now)
	d.now.note, d.now.star = false, false
}

// pop ends a group.
func (d *rtf) pop() {
	d.flush()
	if d.over > 0 {
		d.over--
		return
	}
	n := len(d.stack)
	if n == 0 {
		return
	}
	note := d.now.note
	d.now = d.stack[n-1]
	d.stack = d.stack[:n-1]
	if note {
		d.w.Close()
	}
	d.w.Run(d.now.style)
}

// plain takes a run of characters.
func (d *rtf) plain() {
	start := d.pos
	for d.pos < len(d.src) && bytes.IndexByte([]byte("{}\\\r\n\x00"), d.src[d.pos]) < 0 {
		d.pos++
	}
	run := d.src[start:d.pos]
	n := min(d.skip, len(run))
	d.skip -= n
	d.add(run[n:])
}

// add collects bytes; they are decoded when something else comes.
func (d *rtf) add(b []byte) {
	if d.now.dest != toNothing {
		d.bytes = append(d.bytes, b...)
	}
}

// flush decodes what was collected, in the encoding of the font.
func (d *rtf) flush() {
	if len(d.bytes) == 0 {
		return
	}
	page := d.fonts[d.now.font]
	if page == "" {
		page = d.page
	}
	words := ""
	if isASCII(d.bytes) {
		words = string(d.bytes)
	} else {
		words = charset.DecodeAs(d.bytes, page)
	}
	d.bytes = d.bytes[:0]
	d.write(words)
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// write sends words to where the group's go.
func (d *rtf) write(words string) {
	switch {
	case d.now.dest == toMark:
		const longest = 60
		if len(d.mark) < longest {
			d.mark = append(d.mark, words...)
		}
	case d.now.dest != toText || d.now.hidden:
	default:
		if !d.w.IsOpen() {
			if strings.TrimSpace(words) == "" {
				return
			}
			d.open()
		}
		d.marked = d.marked && strings.TrimSpace(words) == ""
		if d.now.raised || d.now.lifted && isLifted(words) {
			d.w.Raise(words)
		} else {
			d.w.Write(words)
		}
	}
}

// open begins a paragraph, with the number that was printed for it.
func (d *rtf) open() {
	b := block.Block{Mark: strings.TrimSpace(string(d.mark))}
	d.mark = d.mark[:0]
	switch {
	case d.now.outline > 0:
		b.Kind, b.Level = block.Heading, d.now.outline
	case b.Mark != "":
		b.Kind, b.Level = block.Item, 1
	}
	if d.now.centred {
		b.Style |= block.Centred
	}
	if d.now.inTable {
		if d.place.table == 0 {
			d.tables++
			d.place = cell{table: d.tables, row: 1, column: 1}
		}
		b.Table, b.Row, b.Column = d.place.table, d.place.row, d.place.column
		if b.Kind == block.Plain {
			b.Kind = block.Cell
		}
	} else {
		d.place = cell{}
	}
	d.w.Open(b)
	d.w.Run(d.now.style)
}

// control takes what follows a backslash.
func (d *rtf) control() {
	if d.pos >= len(d.src) {
		return
	}
	c := d.src[d.pos]
	if c|0x20 < 'a' || c|0x20 > 'z' {
		d.pos++
		d.symbol(c)
		return
	}
	start := d.pos
	for d.pos < len(d.src) && d.src[d.pos]|0x20 >= 'a' && d.src[d.pos]|0x20 <= 'z' && d.pos-start < 32 {
		d.pos++
	}
	word := string(d.src[start:d.pos])
	digits := d.pos
	if d.pos < len(d.src) && d.src[d.pos] == '-' {
		d.pos++
	}
	for d.pos < len(d.src) && d.src[d.pos] >= '0' && d.src[d.pos] <= '9' && d.pos-digits < 11 {
		d.pos++
	}
	n, err := strconv.Atoi(string(d.src[digits:d.pos]))
	if d.pos < len(d.src) && d.src[d.pos] == ' ' {
		d.pos++
	}
	d.word(word, n, err == nil)
}

// symbol takes a control symbol.
func (d *rtf) symbol(c byte) {
	switch c {
	case '\'':
		if d.pos+2 <= len(d.src) {
			b, err := strconv.ParseUint(string(d.src[d.pos:d.pos+2]), 16, 8)
			if err == nil {
				d.pos += 2
				if d.skip > 0 {
					d.skip--
					return
				}
				d.add([]byte{byte(b)})
			}
		}
	case '*':
		d.now.star = true
	case '~':
		d.flush()
		d.write("\u00A0")
	case '_':
		d.flush()
		d.write("\u2011")
	case '\\', '{', '}':
		d.add([]byte{c})
	case '\r', '\n':
		d.flush()
		d.end()
	}
}

// word takes a control word with its number; given says that it has one.
func (d *rtf) word(word string, n int, given bool) {
	if word != "u" {
		d.flush()
	}
	if d.destination(word) || d.character(word, n) {
		return
	}
	on := !given || n != 0
	s := &d.now
	switch word {
	case "b":
		s.style = set(s.style, block.Bold, on)
		d.w.Run(s.style)
	case "i":
		s.style = set(s.style, block.Italic, on)
		d.w.Run(s.style)
	case "v":
		s.hidden = on
	case "deleted":
		s.hidden = on
		d.tracked(on)
	case "revised":
		d.tracked(on)
	case "super":
		s.raised = on
	case "sub", "nosupersub":
		s.raised = false
	case "up":
		s.lifted = n > 0
	case "plain":
		s.style, s.hidden, s.raised, s.lifted = 0, false, false, false
		d.w.Run(0)
	case "pard":
		s.inTable, s.centred, s.outline = false, false, 0
	case "intbl":
		s.inTable = true
	case "qc":
		s.centred = true
	case "outlinelevel":
		s.outline = max(0, min(n, 8)) + 1
	case "f":
		s.font = n
	case "fcharset":
		if s.dest == toFonts {
			d.fonts[s.font] = rtfCharsets[n]
		}
	case "ansicpg":
		d.page = "windows-" + strconv.Itoa(n)
		if n == 936 || n == 950 || n == 10000 || n == 850 || n == 866 {
			d.page = strconv.Itoa(n)
		}
	case "mac":
		d.page = "macintosh"
	case "uc":
		s.skipAfter = max(0, min(n, 10))
	case "bin":
		d.pos = min(len(d.src), d.pos+max(0, n))
	}
}

// set sets or clears a bit of a style.
func set(s, bit block.Style, on bool) block.Style {
	if on {
		return s | bit
	}
	return s &^ bit
}

// rtfCharsets are the encodings of the character sets of Windows' fonts.
var rtfCharsets = map[int]string{0: "windows-1252", 77: "macintosh", 134: "GB18030", 136: "Big5", 161: "windows-1253",
	162: "windows-1254", 177: "windows-1255", 178: "windows-1256", 204: "windows-1251", 238: "windows-1250"}

// destination takes a word that says what a group is for.
func (d *rtf) destination(word string) bool {
	s := &d.now
	dest, known := rtfDests[word]
	switch {
	case word == "footnote":
		s.star = false
		d.note()
		return true
	case known && word == d.head && s.dest == toText:
		d.end()
		return true
	case known:
		if s.dest != toNothing {
			s.dest = dest
		}
		if dest == toMark {
			d.mark = d.mark[:0]
		}
		return true
	case s.star && !rtfShown[word]:
		s.dest, s.star = toNothing, false
		return true
	}
	s.star = false
	return false
}

// note opens a note where its group begins.
func (d *rtf) note() {
	s := &d.now
	if s.dest != toText || s.hidden {
		s.dest = toNothing
		return
	}
	mark := ""
	if d.marked {
		d.notes++
		mark = strconv.Itoa(d.notes)
	}
	d.marked = false
	if !d.w.IsOpen() {
		d.open()
	}
	d.w.OpenNote(mark)
	s.note, s.raised, s.style = true, false, 0
}

// inNote reports whether the group stands within a note.
func (d *rtf) inNote() bool {
	if d.now.note {
		return true
	}
	for i := len(d.stack) - 1; i >= 0; i-- {
		if d.stack[i].note {
			return true
		}
	}
	return false
}

// rtfSigns are the control words that stand for a character.
var rtfSigns = map[string]string{"tab": " ", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
	"ldblquote": "“", "rdblquote": "”", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200D", "zwnj": "\u200C",
	"ltrmark": "\u200E", "rtlmark": "\u200F"}

// character takes a word that stands for a character or an end.
func (d *rtf) character(word string, n int) bool {
	if sign, ok := rtfSigns[word]; ok {
		d.write(sign)
		return true
	}
	switch word {
	case "u":
		d.unicode(n)
	case "par", "sect":
		d.end()
	case "line":
		if d.now.dest == toText {
			d.w.Line()
		}
	case "page", "column":
		d.write(" ")
	case "chftn":
		d.marked = !d.inNote() && d.now.dest == toText
	case "cell", "nestcell":
		d.end()
		if d.place.table > 0 {
			d.place.column++
		}
	case "row", "nestrow":
		d.end()
		if d.place.table > 0 {
			d.place.row, d.place.column = d.place.row+1, 1
		}
	default:
		return false
	}
	return true
}

// end ends a paragraph; within a note it is a blank.
func (d *rtf) end() {
	switch {
	case d.now.dest != toText:
	case d.inNote():
		d.w.Write(" ")
	case d.w.IsOpen():
		d.w.Close()
	default:
		d.mark = d.mark[:0]
	}
}

// unicode takes a \u with its number, which may be half of a pair.
func (d *rtf) unicode(n int) {
	d.flush()
	d.skip = d.now.skipAfter
	r := rune(uint16(n))
	switch {
	case r >= 0xD800 && r < 0xDC00:
		d.high = r
		return
	case utf16.IsSurrogate(r):
		r, d.high = utf16.DecodeRune(d.high, r), 0
	case r >= 0xF020 && r <= 0xF0FF: // the private area of fonts of symbols
		return
	}
	d.write(string(r))
}
