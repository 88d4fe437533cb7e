package read

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"uncite/extract/record"
)

// AKN is an Akoma Ntoso file as the United Nations publishes its resolutions:
// the documents it holds, and what the markup says beyond the text.
type AKN struct {
	Documents []*record.Document
	Links     []Link
	Clauses   []Clause
}

// Link is an <a href> of the file.
type Link struct {
	Href     string
	Span     record.Span // the anchor's words in Document.Text
	Masthead bool        // it stands in the masthead
	Document int         // index into AKN.Documents
}

// Clause is what the markup says of a paragraph's leading verb.
type Clause struct {
	Document, Paragraph int         // indices into AKN.Documents and its Paragraphs
	Name                string      // the name of a preambular container
	Verb                record.Span // the words in italics or bold at the head, empty where there are none
}

// AkomaNtoso reads an Akoma Ntoso file. Text is what the markup encloses, a
// blank line between paragraphs, footnotes after the paragraph that bears
// them. Source is left empty. The error is an *Error.
func AkomaNtoso(r io.Reader) (*AKN, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, openError("", err)
	}
	return parseAKN(data)
}

func isAkomaNtoso(head []byte) bool { return bytes.Contains(head, []byte("<akomaNtoso")) }

func readAkomaNtoso(data []byte) ([]*record.Document, error) {
	akn, err := parseAKN(data)
	if err != nil {
		return nil, err
	}
	return akn.Documents, nil
}

// maxDepth is how deep elements may nest; UN files stay below 20.
const maxDepth = 200

// parseAKN runs through the elements of a file once.
func parseAKN(data []byte) (*AKN, error) {
	source, err := decode(data)
	if err != nil {
		return nil, err
	}
	d := xml.NewDecoder(strings.NewReader(source))
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // decoded already
	x := &aknReader{}
	for {
		t, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err == nil {
			err = x.token(t)
		}
		if err != nil {
			line, column := d.InputPos()
			return nil, malformed(err, line, column)
		}
	}
	if len(x.stack) > 0 {
		line, column := d.InputPos()
		return nil, malformed(fmt.Errorf("element <%s> is not closed", x.stack[len(x.stack)-1]), line, column)
	}
	return x.finish()
}

func malformed(err error, line, column int) error {
	detail := err.Error()
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		detail = syntax.Msg
	}
	return &Error{Kind: ErrMalformed, Place: fmt.Sprintf("line %d, column %d", line, column), Detail: detail,
		Remedy: "get the file again; it may be cut off or damaged"}
}

// aknReader builds text and paragraphs while the elements go by.
type aknReader struct {
	stack []string // open elements, local names
	text  strings.Builder
	docs  []*aknDocument
	block *aknBlock // the paragraph being read, nil between paragraphs
	num   string    // a printed number that waits for its paragraph
	name  string    // the name of the preambular container
	links []Link
}

// aknDocument is a document with the facts found so far.
type aknDocument struct {
	facts
	uri, lang, title, letter string
	heading                  []string // coverPage titles: "Resolution 2511 (2020)"
	paras                    []aknPara
}

// aknPara is a paragraph and what its place in the markup says.
type aknPara struct {
	zone record.Zone
	mark mark
	span record.Span
	note int
	name string
	verb record.Span
}

// aknBlock is the text of a paragraph, blanks collapsed.
type aknBlock struct {
	element string
	buf     []byte
	gap     bool // a blank is due before the next word
	skip    int  // bytes of the printed number
	marker  string
	mark    mark
	zone    record.Zone
	name    string
	links   []Link
	verb    record.Span
	inVerb  bool
	notes   []*aknBlock
	bearer  *aknBlock // of a footnote: the paragraph it stands in
	link    int       // the open link, -1
}

// token takes the next token of the file.
func (x *aknReader) token(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		if len(x.stack) == maxDepth {
			return fmt.Errorf("elements nest deeper than %d", maxDepth)
		}
		x.stack = append(x.stack, t.Name.Local)
		x.start(t)
	case xml.EndElement:
		if len(x.stack) == 0 || x.stack[len(x.stack)-1] != t.Name.Local {
			return fmt.Errorf("</%s> closes no open element", t.Name.Local)
		}
		x.end(t.Name.Local)
		x.stack = x.stack[:len(x.stack)-1]
	case xml.CharData:
		if x.block != nil {
			x.block.write(t)
		}
	case xml.Directive:
		return errors.New("document type and entity declarations are refused")
	}
	return nil
}

func (x *aknReader) inside(element string) bool {
	for _, e := range x.stack {
		if e == element {
			return true
		}
	}
	return false
}

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// doc returns the document being read.
func (x *aknReader) doc() *aknDocument {
	if len(x.docs) == 0 {
		x.docs = append(x.docs, &aknDocument{})
	}
	return x.docs[len(x.docs)-1]
}

// start takes the start of an element.
func (x *aknReader) start(t xml.StartElement) {
	if x.inside("meta") {
		if !x.inside("attachments") {
			x.meta(t)
		}
		return
	}
	switch name := t.Name.Local; name {
	case "statement":
		// The parts of a collection are documents of their own; a draft
		// within a resolution is not.
		if len(x.stack) == 4 && x.stack[1] == "components" && x.doc().title != "" && x.hasText() {
			x.docs = append(x.docs, &aknDocument{})
		}
	case "container":
		x.name = attr(t, "name")
	case "session":
		x.doc().session = strings.TrimSpace(attr(t, "value"))
	case "authorialNote":
		x.openNote(attr(t, "marker"))
	default:
		if x.block != nil {
			x.within(x.block, t)
		} else if isBlock(name) {
			x.open(t)
		}
	}
}

// within takes the start of an element inside a paragraph.
func (x *aknReader) within(b *aknBlock, t xml.StartElement) {
	switch t.Name.Local {
	case "a":
		b.flushGap()
		b.link = len(b.links)
		b.links = append(b.links, Link{Href: attr(t, "href"), Span: span(len(b.buf), len(b.buf))})
	case "span":
		if b.marker == "" && x.atHead(b) {
			b.flushGap()
			class := attr(t, "class")
			b.inVerb = strings.Contains(class, "italic") || strings.Contains(class, "bold")
			b.verb = span(len(b.buf), len(b.buf))
		}
	case "eol", "br":
		b.gap = len(b.buf) > 0
	}
}

// hasText reports whether the document being read has its opening line.
func (x *aknReader) hasText() bool {
	for _, p := range x.doc().paras {
		if p.zone == record.Preamble {
			return true
		}
	}
	return false
}

// isBlock reports whether an element is a paragraph of its own.
func isBlock(name string) bool {
	switch name {
	case "p", "num", "heading", "subheading", "crossHeading", "listIntroduction", "td", "th":
		return true
	}
	return false
}

// open begins a paragraph.
func (x *aknReader) open(t xml.StartElement) {
	b := &aknBlock{element: t.Name.Local, link: -1, zone: x.zone(t), name: x.name}
	if b.element == "td" || b.element == "th" {
		return // its paragraphs come as elements of their own
	}
	if b.element != "num" && x.num != "" {
		b.buf = append(b.buf, x.num...)
		b.buf = append(b.buf, ' ')
		b.skip = len(b.buf)
		b.mark = x.markOf(x.num)
		x.num = ""
	}
	x.block = b
}

// markOf reads a printed number in the document's language.
func (x *aknReader) markOf(num string) mark {
	v := vocabularies()[x.doc().language()]
	m := readMark(num+" x", v)
	if m.kind == parenMark || m.kind == plainMark && m.value > 0 {
		m.kind = romanMark
	}
	return m
}

// zone tells the zone from the open elements.
func (x *aknReader) zone(t xml.StartElement) record.Zone {
	switch {
	case x.inside("coverPage") || x.inside("conclusions"):
		return record.Masthead
	case x.inside("preface"):
		return record.Heading
	case t.Name.Local == "crossHeading" && attr(t, "refersTo") == "#preamble":
		return record.Preamble
	case t.Name.Local == "heading" || t.Name.Local == "subheading" || t.Name.Local == "crossHeading":
		return record.Heading
	case x.inside("attachments"):
		return record.Annex
	case x.inside("preamble"):
		return record.Preamble
	}
	return record.Operative
}

// openNote begins a footnote within the paragraph that bears it.
func (x *aknReader) openNote(marker string) {
	note := &aknBlock{element: "authorialNote", marker: marker, zone: record.Footnote, link: -1, bearer: x.block}
	raised := superscriptOf(marker)
	note.buf = append(append(note.buf, raised...), ' ')
	note.skip = len(note.buf)
	if b := x.block; b != nil {
		b.flushGap()
		b.buf = append(b.buf, raised...)
		b.notes = append(b.notes, note)
	}
	x.block = note
}

// superscriptOf raises the digits of s.
func superscriptOf(s string) string {
	var b strings.Builder
	raised := []rune(superscripts)
	for _, r := range s {
		if r >= '0' && r <= '9' {
			b.WriteRune(raised[r-'0'])
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// write adds words, blanks collapsed to one.
func (b *aknBlock) write(words []byte) {
	for _, c := range words {
		if c == ' ' || c >= '\t' && c <= '\r' {
			b.gap = len(b.buf) > b.skip
			continue
		}
		b.flushGap()
		b.buf = append(b.buf, c)
	}
}

func (b *aknBlock) flushGap() {
	if b.gap {
		b.buf, b.gap = append(b.buf, ' '), false
	}
}

// end takes the end of an element.
func (x *aknReader) end(name string) {
	if x.inside("meta") {
		return
	}
	b := x.block
	if b == nil {
		if name == "container" {
			x.name = ""
		}
		return
	}
	switch name {
	case "a":
		if b.link >= 0 {
			b.links[b.link].Span.End, b.link = len(b.buf), -1
		}
	case "span":
		if b.inVerb {
			b.verb.End, b.inVerb = len(b.buf), false
		}
	case "authorialNote":
		x.block = b.bearer
	case "docNumber":
		x.number(string(b.buf[b.skip:]))
	case "docTitle":
		x.title(string(b.buf))
	case "inline":
		x.inline(string(b.buf))
	case "p":
		if b.element == "authorialNote" {
			b.gap = len(b.buf) > b.skip
		}
	}
	if name == b.element && name != "authorialNote" {
		x.close(b)
	}
}

// close ends a paragraph and writes it to the text.
func (x *aknReader) close(b *aknBlock) {
	x.block = nil
	if b.element == "num" {
		x.num = string(b.buf)
		return
	}
	if len(b.buf) == b.skip {
		if b.skip > 0 {
			x.num = strings.TrimSuffix(string(b.buf), " ") // the words come in the next paragraph
		}
		return
	}
	x.put(b)
	x.putNotes(b)
}

// putNotes writes the footnotes of a paragraph after it.
func (x *aknReader) putNotes(b *aknBlock) {
	for _, n := range b.notes {
		if len(n.buf) > n.skip {
			x.put(n)
		}
		x.putNotes(n)
	}
}

// atHead reports whether nothing but a printed number stands in a paragraph
// so far.
func (x *aknReader) atHead(b *aknBlock) bool {
	if len(b.buf) == b.skip {
		return true
	}
	const longest = 16 // bytes of a number
	return len(b.buf) <= longest && x.markOf(string(b.buf)).end > len(b.buf)
}

// printedMark reads the number of a paragraph whose markup has none apart.
func (x *aknReader) printedMark(b *aknBlock) {
	m := readMark(string(b.buf), vocabularies()[x.doc().language()])
	switch m.kind {
	case digitMark, letterMark, romanMark:
		b.mark, b.skip = m, m.end
	}
}

// put writes a paragraph, with links and verb moved to their places.
func (x *aknReader) put(b *aknBlock) {
	if x.text.Len() > 0 {
		x.text.WriteString("\n\n")
	}
	base := x.text.Len()
	x.text.Write(b.buf)
	d := x.doc()
	if b.mark.kind == noMark && b.zone != record.Masthead && b.zone != record.Heading && b.zone != record.Footnote {
		x.printedMark(b)
	}
	p := aknPara{zone: b.zone, mark: b.mark, span: span(base+b.skip, base+len(b.buf)), name: b.name}
	if b.zone == record.Footnote {
		p.note = firstNumber(b.marker)
	}
	if b.verb.End > b.verb.Start {
		p.verb = span(base+b.verb.Start, base+b.verb.End)
	}
	for _, l := range b.links {
		l.Span = span(base+l.Span.Start, base+l.Span.End)
		l.Masthead, l.Document = b.zone == record.Masthead, len(x.docs)-1
		x.links = append(x.links, l)
	}
	if b.zone == record.Masthead {
		d.symbols = append(d.symbols, symbols(string(b.buf), base)...)
	}
	d.paras = append(d.paras, p)
}
