package block

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/record"
)

// Writer makes a Text of what a reader meets in a file, in the order in which
// it meets it: blanks are levelled, what stands within a paragraph but apart
// from it (a note, a box) comes after it, empty paragraphs leave nothing.
// The zero value is ready for use.
type Writer struct {
	out  Text
	text []byte
	open *paragraph
	free []*paragraph // for the next ones
}

// paragraph is a block on its way to the text.
type paragraph struct {
	Block
	buf    []byte
	gap    bool // a blank is due before the next word
	skip   int  // bytes of the mark at the head
	run    Style
	common Style // the styles that all words so far share
	lead   int8  // 0 not begun, 1 going on, 2 over
	links  []Link
	link   int // the open link, -1
	after  []*paragraph
	bearer *paragraph
}

// Open begins a block with the kind, style, mark, level and place in a table
// of b. While another is open it stands apart from that one's words, and
// follows it in the text.
func (w *Writer) Open(b Block) {
	p := w.fresh()
	p.Block, p.bearer, p.link = b, w.open, -1
	if b.Mark != "" {
		p.buf = append(p.buf, printed(b)...)
		p.buf = append(p.buf, ' ')
		p.skip = len(p.buf)
	}
	if w.open != nil {
		w.open.after = append(w.open.after, p)
	}
	w.open = p
}

// printed is how the mark of a block stands before its words.
func printed(b Block) string {
	if b.Kind == Note {
		return Raised(b.Mark)
	}
	return b.Mark
}

// fresh returns an empty paragraph.
func (w *Writer) fresh() *paragraph {
	n := len(w.free)
	if n == 0 {
		return &paragraph{}
	}
	p := w.free[n-1]
	w.free = w.free[:n-1]
	*p = paragraph{buf: p.buf[:0], links: p.links[:0], after: p.after[:0]}
	return p
}

// IsOpen reports whether a block is open.
func (w *Writer) IsOpen() bool { return w.open != nil }

// Empty reports whether the open block has no words yet.
func (w *Writer) Empty() bool { return w.open == nil || len(w.open.buf) == w.open.skip }

// Set changes the block that is open, where the file says only within it what
// it is; its mark and pieces are left as they are.
func (w *Writer) Set(change func(*Block)) {
	if w.open != nil {
		change(&w.open.Block)
	}
}

// Run says how the words to come are set.
func (w *Writer) Run(s Style) {
	if w.open != nil {
		w.open.run = s
	}
}

// Write adds words to the open block, and opens one where none is. Runs of
// blanks become one; no-break spaces and others beyond ASCII stay.
func (w *Writer) Write(words string) {
	if w.open == nil {
		if isBlank(words) {
			return
		}
		w.Open(Block{})
	}
	p := w.open
	for words != "" {
		i := 0
		for i < len(words) && !blank(words[i]) {
			i++
		}
		if i > 0 {
			p.word(words[:i])
			words = words[i:]
			continue
		}
		for i < len(words) && blank(words[i]) {
			i++
		}
		p.gap = p.gap || len(p.buf) > p.skip && p.buf[len(p.buf)-1] != '\n'
		words = words[i:]
	}
}

// word adds a run of bytes without blanks.
func (p *paragraph) word(s string) {
	styled := p.run & (Bold | Italic)
	switch {
	case len(p.buf) == p.skip:
		p.common = styled
		if styled != 0 {
			p.lead, p.Lead.Start = 1, len(p.buf)
		} else {
			p.lead = 2
		}
	case p.lead == 1 && styled == 0:
		p.lead, p.Lead.End = 2, len(p.buf)
	}
	p.common &= styled
	p.flushGap()
	p.buf = append(p.buf, s...)
}

func (p *paragraph) flushGap() {
	if p.gap {
		p.buf, p.gap = append(p.buf, ' '), false
	}
}

// Raise adds words that are set raised: digits become raised digits, as note
// marks are, and a letter that marks a note of a table a raised letter. Other
// letters ("1st") stay as they are.
func (w *Writer) Raise(words string) {
	p := w.open
	if p == nil || isBlank(words) {
		w.Write(words)
		return
	}
	if !p.gap {
		words = RaisedLetter(words, p.buf)
	}
	w.Write(Raised(words))
}

// RaisedLetter returns a letter that is set raised behind text as a raised letter where
// it marks a note of a table: behind a number that has a slash, of which it is no part,
// and behind a word in small letters, which is no ordinal ("XVIIIe") and no
// abbreviation ("no"). Other words stay as they are.
func RaisedLetter(words string, text []byte) string {
	if len(words) == 1 && words[0] >= 'a' && words[0] <= 'z' && (behindSymbol(text) || behindWord(text)) {
		return raisedLetters[words[0]-'a']
	}
	return words
}

// behindWord reports whether the last word ends in small letters and is no
// abbreviation.
func behindWord(text []byte) bool {
	letters := 0
	for len(text) > 0 {
		r, size := utf8.DecodeLastRune(text)
		if !unicode.IsLetter(r) || letters == 0 && !unicode.IsLower(r) {
			break
		}
		letters++
		text = text[:len(text)-size]
	}
	return letters > 2
}

// behindSymbol reports whether the last word has a slash and ends in a digit or
// a bracket, as the symbols of documents do.
func behindSymbol(buf []byte) bool {
	if len(buf) == 0 {
		return false
	}
	if c := buf[len(buf)-1]; c != ')' && (c < '0' || c > '9') {
		return false
	}
	return bytes.IndexByte(buf[bytes.LastIndexAny(buf, " \n")+1:], '/') >= 0
}

// Line ends the line within the open block.
func (w *Writer) Line() {
	if p := w.open; p != nil && len(p.buf) > p.skip {
		if p.gap = false; p.buf[len(p.buf)-1] != '\n' {
			p.buf = append(p.buf, '\n')
		}
	}
}

// Link begins an address that is put on the words to come.
func (w *Writer) Link(href string) {
	if p := w.open; p != nil {
		p.flushGap()
		p.link = len(p.links)
		p.links = append(p.links, Link{href, record.Span{Start: len(p.buf), End: len(p.buf)}})
	}
}

// EndLink ends the words of the address.
func (w *Writer) EndLink() {
	if p := w.open; p != nil && p.link >= 0 {
		p.links[p.link].Span.End, p.link = len(p.buf), -1
	}
}

// OpenNote writes the mark of a note, raised, among the words of the open
// block and opens the note.
func (w *Writer) OpenNote(mark string) {
	if p := w.open; p != nil {
		p.gap = false // the mark hangs on to the word
		p.word(Raised(mark))
		p.Lead.Start = min(p.Lead.Start, len(p.buf))
	}
	w.Open(Block{Kind: Note, Mark: mark})
}

// Close ends the block that is open. One that stood within another leaves
// that one open.
func (w *Writer) Close() {
	p := w.open
	if p == nil {
		return
	}
	if p.link >= 0 {
		w.EndLink()
	}
	if w.open = p.bearer; w.open == nil {
		w.put(p)
	}
}

// put writes a block to the text, and after it what stood within.
func (w *Writer) put(p *paragraph) {
	for len(p.buf) > p.skip && p.buf[len(p.buf)-1] == '\n' {
		p.buf = p.buf[:len(p.buf)-1]
	}
	if len(p.buf) > p.skip {
		w.write(p)
	}
	for _, a := range p.after {
		w.put(a)
	}
	w.free = append(w.free, p)
}

func (w *Writer) write(p *paragraph) {
	if len(w.text) > 0 {
		w.text = append(w.text, '\n', '\n')
	}
	base := len(w.text)
	w.text = append(w.text, p.buf...)
	b := p.Block
	b.Pieces = []record.Span{{Start: base + p.skip, End: len(w.text)}}
	b.Style |= p.common
	switch p.lead {
	case 2:
		if p.Lead.End > p.Lead.Start {
			b.Lead = record.Span{Start: base + p.Lead.Start, End: base + p.Lead.End}
		}
	default:
		b.Lead = record.Span{} // all of it is set so
	}
	w.out.Blocks = append(w.out.Blocks, b)
	for _, l := range p.links {
		if end := min(l.Span.End, len(p.buf)); end > l.Span.Start {
			w.out.Links = append(w.out.Links, Link{l.Href, record.Span{Start: base + l.Span.Start, End: base + end}})
		}
	}
}

// Text ends what is open and returns the text.
func (w *Writer) Text() Text {
	for w.open != nil {
		w.Close()
	}
	w.out.Text = string(w.text)
	return w.out
}

func blank(b byte) bool { return b == ' ' || b < 0x20 }

func isBlank(s string) bool {
	for i := range len(s) {
		if !blank(s[i]) {
			return false
		}
	}
	return true
}

// raisedLetters are a to z; there is no raised q.
var raisedLetters = [...]string{"ᵃ", "ᵇ", "ᶜ", "ᵈ", "ᵉ", "ᶠ", "ᵍ", "ʰ", "ⁱ", "ʲ", "ᵏ", "ˡ", "ᵐ", "ⁿ", "ᵒ", "ᵖ", "q", "ʳ", "ˢ", "ᵗ", "ᵘ", "ᵛ", "ʷ", "ˣ", "ʸ", "ᶻ"}

// raised are the digits of note marks.
var raised = [...]string{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}

// Raised writes the digits of s as note marks are: "¹²".
func Raised(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r >= '0' && r <= '9' {
			b.WriteString(raised[r-'0'])
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
