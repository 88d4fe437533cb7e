package read

import (
	"bytes"
	"io"
	"sort"
	"strings"
	"unicode/utf8"

	"uncite/extract/internal/block"
	"uncite/extract/internal/charset"
	"uncite/extract/internal/markup"
	"uncite/extract/internal/structure"
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
	t, err := parseAKN(data)
	if err != nil {
		return nil, err
	}
	out := &AKN{Documents: structure.Documents(t)}
	for _, l := range t.Links {
		document, paragraph := at(out.Documents, l.Span.Start)
		masthead := paragraph >= 0 && out.Documents[document].Paragraphs[paragraph].Zone == record.Masthead
		out.Links = append(out.Links, Link{l.Href, l.Span, masthead, document})
	}
	for i := range t.Blocks {
		b := &t.Blocks[i]
		if b.Name == "" && b.Lead.End <= b.Lead.Start {
			continue
		}
		if document, paragraph := at(out.Documents, b.Pieces[0].End-1); paragraph >= 0 {
			out.Clauses = append(out.Clauses, Clause{document, paragraph, b.Name, b.Lead})
		}
	}
	return out, nil
}

// at returns the paragraph that holds an offset, -1 where none does.
func at(docs []*record.Document, offset int) (document, paragraph int) {
	for i := len(docs) - 1; i >= 0; i-- {
		paragraphs := docs[i].Paragraphs
		j := sort.Search(len(paragraphs), func(j int) bool { return paragraphs[j].Pieces[0].Start > offset }) - 1
		if j >= 0 {
			return i, j
		}
	}
	return 0, -1
}

func isAkomaNtoso(head []byte) bool { return rootElement(head) == "akomaNtoso" }

func readAkomaNtoso(data []byte) ([]block.Text, error) {
	t, err := parseAKN(data)
	if err != nil {
		return nil, err
	}
	return []block.Text{*t}, nil
}

// parseAKN runs through the elements of a file once. Damage costs its spot.
func parseAKN(data []byte) (*block.Text, error) {
	source, err := decode(data, declaredEncoding(data))
	if err != nil {
		return nil, err
	}
	x := &aknReader{}
	return x.read(source)
}

// read runs through a decoded file.
func (x *aknReader) read(source charset.Text) (*block.Text, error) {
	for s := markup.NewScanner(source.Text); ; {
		switch t := s.Next(); t.Kind {
		case markup.Open:
			x.stack = append(x.stack, t.Name)
			x.start(t)
		case markup.Close:
			x.end(t.Name)
			x.stack = x.stack[:len(x.stack)-1]
		case markup.Words:
			if x.block != nil {
				x.block.write(t.Text)
				if x.places != nil {
					x.places.follow(x.block, s, t.Text)
				}
			}
		default:
			out, err := x.finish()
			if err == nil {
				out.Encoding, out.Replaced = source.Encoding, source.Replaced
			}
			return out, err
		}
	}
}

// aknReader builds text and blocks while the elements go by.
type aknReader struct {
	stack []string // open elements, local names
	text  strings.Builder
	out   block.Text
	works []aknWork // one a document
	block *aknBlock // the paragraph being read, nil between paragraphs
	num   string    // a printed number that waits for its paragraph
	name  string    // the name of the preambular container
	lang  string
	// places follows the bytes of the text back to the file, where somebody
	// wants to know; nil else.
	places *aknPlaces
}

// aknWork is a document with the facts found so far.
type aknWork struct {
	block.Part
	uri   string
	begun bool // it has a preamble, and so more than a masthead
}

// aknBlock is the text of a paragraph, blanks collapsed.
type aknBlock struct {
	element string
	buf     []byte
	gap     bool // a blank is due before the next word
	skip    int  // bytes of the printed number
	mark    string
	zone    record.Zone
	name    string
	links   []block.Link
	lead    record.Span
	inLead  bool
	raised  bool // the words to come are
	notes   []*aknBlock
	bearer  *aknBlock // of a footnote: the paragraph it stands in
	link    int       // the open link, -1
	at      []Place   // of the bytes of buf, where the reader follows them
}

func (x *aknReader) inside(element string) bool {
	for _, e := range x.stack {
		if e == element {
			return true
		}
	}
	return false
}

// work returns the document being read.
func (x *aknReader) work() *aknWork {
	if len(x.works) == 0 {
		x.works = append(x.works, aknWork{})
	}
	return &x.works[len(x.works)-1]
}

// start takes the start of an element.
func (x *aknReader) start(t markup.Token) {
	if x.inside("meta") {
		if !x.inside("attachments") {
			x.meta(t)
		}
		return
	}
	switch name := t.Name; name {
	case "statement":
		// The parts of a collection are documents of their own; a draft
		// within a resolution is not.
		if len(x.stack) == 4 && x.stack[1] == "components" && x.work().Title != "" && x.work().begun {
			x.works = append(x.works, aknWork{Part: block.Part{First: len(x.out.Blocks)}})
		}
	case "container":
		x.name = t.Attr("name")
	case "session":
		x.work().Session = strings.TrimSpace(t.Attr("value"))
	case "authorialNote":
		x.openNote(t.Attr("marker"))
	default:
		if x.block != nil {
			x.within(x.block, t)
		} else if isBlock(name) {
			x.open(t)
		}
	}
}

// within takes the start of an element inside a paragraph.
func (x *aknReader) within(b *aknBlock, t markup.Token) {
	switch t.Name {
	case "a":
		b.flushGap()
		b.link = len(b.links)
		b.links = append(b.links, block.Link{Href: t.Attr("href"), Span: record.Span{Start: len(b.buf), End: len(b.buf)}})
	case "span":
		if b.zone != record.Footnote && b.atHead() {
			b.flushGap()
			class := t.Attr("class")
			b.inLead = strings.Contains(class, "italic") || strings.Contains(class, "bold")
			b.lead = record.Span{Start: len(b.buf), End: len(b.buf)}
		}
	case "eol", "br":
		b.gap = len(b.buf) > 0
	case "sup":
		b.raised = true
	}
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
func (x *aknReader) open(t markup.Token) {
	b := &aknBlock{element: t.Name, link: -1, zone: x.zone(t), name: x.name}
	if b.element == "td" || b.element == "th" {
		return // its paragraphs come as elements of their own
	}
	if b.element != "num" && x.num != "" {
		b.buf = append(b.buf, x.num...)
		b.buf = append(b.buf, ' ')
		b.skip = len(b.buf)
		b.mark = x.num
		x.num = ""
	}
	x.block = b
}

// zone tells the zone from the open elements.
func (x *aknReader) zone(t markup.Token) record.Zone {
	switch {
	case x.inside("coverPage") || x.inside("conclusions"):
		return record.Masthead
	case x.inside("preface"):
		return record.Heading
	case t.Name == "crossHeading" && t.Attr("refersTo") == "#preamble":
		return record.Preamble
	case t.Name == "heading" || t.Name == "subheading" || t.Name == "crossHeading":
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
	note := &aknBlock{element: "authorialNote", mark: marker, zone: record.Footnote, link: -1, bearer: x.block}
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
	const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹"
	digits := []rune(raised)
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return digits[r-'0']
		}
		return r
	}, s)
}

// write adds words, blanks collapsed to one.
func (b *aknBlock) write(words string) {
	if b.raised && block.RaisedLetter(words, b.buf) != words {
		b.gap = true // a note of a table: the letter is no part of the word before it
	}
	b.raised = false
	for i := range len(words) {
		c := words[i]
		if c == ' ' || c >= '\t' && c <= '\r' {
			b.gap = len(b.buf) > b.skip && b.buf[len(b.buf)-1] != ' '
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
		if b.inLead {
			b.lead.End, b.inLead = len(b.buf), false
		}
	case "authorialNote":
		// Arabic files have the brackets of the mark before the words, the number apart.
		if rest, ok := bytes.CutPrefix(b.buf[b.skip:], []byte("() ")); ok {
			b.skip = len(b.buf) - len(rest)
		}
		x.block = b.bearer
	case "docNumber":
		x.number(string(b.buf[b.skip:]))
	case "docTitle":
		x.title(string(b.buf))
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

// atHead reports whether nothing but a printed number or letter stands in a
// paragraph so far.
func (b *aknBlock) atHead() bool {
	if len(b.buf) == b.skip {
		return true
	}
	const longest = 16 // bytes of a number
	before := bytes.TrimSpace(b.buf)
	last, _ := utf8.DecodeLastRune(before)
	return len(before) <= longest && len(bytes.Fields(before)) <= 2 && strings.ContainsRune(".)-–．、）‘’", last)
}

// put writes a paragraph, with links and lead moved to their places.
func (x *aknReader) put(b *aknBlock) {
	if x.text.Len() > 0 {
		x.text.WriteString("\n\n")
	}
	base := x.text.Len()
	moved := func(s record.Span) record.Span { return record.Span{Start: base + s.Start, End: base + s.End} }
	x.text.Write(b.buf)
	if x.places != nil {
		x.places.put(base, b)
	}
	out := block.Block{Pieces: []record.Span{moved(record.Span{Start: b.skip, End: len(b.buf)})}, Mark: b.mark, Zone: b.zone, Name: b.name}
	switch b.zone {
	case record.Footnote:
		out.Kind = block.Note
	case record.Heading:
		out.Kind = block.Heading
	}
	if b.lead.End > b.lead.Start {
		out.Lead = moved(b.lead)
	}
	for _, l := range b.links {
		l.Span = moved(l.Span)
		x.out.Links = append(x.out.Links, l)
	}
	w := x.work()
	w.begun = w.begun || b.zone == record.Preamble
	x.out.Blocks = append(x.out.Blocks, out)
}
