package office

import (
	"strings"
	"unicode/utf8"

	"uncite/extract/internal/block"
	"uncite/extract/internal/charset"
	"uncite/extract/internal/markup"
)

// ODT reads a packed document of OpenDocument text.
func ODT(data []byte) (block.Text, error) {
	p, err := open(data)
	if err != nil {
		return block.Text{}, err
	}
	body, err := p.read("content.xml")
	if err != nil {
		return block.Text{}, err
	}
	if body == "" {
		return block.Text{}, block.Damaged("the package has no document")
	}
	styles, _ := p.read("styles.xml") // what is missing costs itself alone
	return odtText(styles, body), nil
}

// FlatODT reads a document of OpenDocument text in one file of XML.
func FlatODT(data []byte) (block.Text, error) {
	t, err := charset.Decode(data, "")
	if err != nil {
		return block.Text{}, block.Damaged("it is no XML")
	}
	out := odtText(t.Text, t.Text)
	out.Encoding, out.Replaced = t.Encoding, t.Replaced
	return out, nil
}

func odtText(styles, body string) block.Text {
	d := &odt{styles: map[string]odtStyle{}, lists: map[string]*listShape{}}
	heads := d.takeStyles(styles)
	if styles != body {
		d.takeStyles(body)
	}
	for _, h := range heads {
		d.body = true
		d.story(h)
	}
	d.body = false
	d.story(body)
	text := d.w.Text()
	text.Changes = d.changes
	return text
}

// odt runs through the markup of a document.
type odt struct {
	w      block.Writer
	styles map[string]odtStyle
	lists  map[string]*listShape
	body   bool // within the body: the rest is styles and settings
	tables int
	cells  cells
	open   []odtList // lists, the innermost last
	mark   string    // of the list item whose first paragraph is still to come
	spans  []block.Style
	hidden int // open spans of hidden text
	marks  []bool
	// changes counts those that were tracked.
	changes int
}

// odtStyle is what a style says of the words that bear it.
type odtStyle struct {
	run    block.Style
	hidden bool
	raised bool
	center bool
}

// odtList is a list that is open.
type odtList struct {
	style string
	level int
}

// takeStyles reads styles and list styles, and returns the markup of the head
// of the first page.
func (d *odt) takeStyles(src string) []string {
	first, all := "", ""
	s := markup.NewScanner(src)
	for t := s.Next(); t.Kind != markup.End; t = s.Next() {
		if t.Kind != markup.Open {
			continue
		}
		switch t.Name {
		case "style":
			d.style(s, t.Attr("name"))
		case "list-style":
			d.listStyle(s, t.Attr("name"))
		case "header", "header-first":
			start := s.Pos()
			s.Skip()
			to := &all
			if t.Name == "header-first" {
				to = &first
			}
			if *to == "" {
				*to = src[start:s.Pos()]
			}
		case "body":
			s.Skip()
		}
	}
	switch {
	case first != "":
		return []string{first}
	case all != "":
		return []string{all}
	}
	return nil
}

func (d *odt) style(s *markup.Scanner, name string) {
	var st odtStyle
	each(s, func(t markup.Token) {
		switch t.Name {
		case "text-properties":
			if t.Attr("font-weight") == "bold" {
				st.run |= block.Bold
			}
			if f := t.Attr("font-style"); f == "italic" || f == "oblique" {
				st.run |= block.Italic
			}
			st.hidden = t.Attr("display") == "none"
			position := t.Attr("text-position")
			st.raised = position != "" && !strings.HasPrefix(position, "sub") && position[0] != '-' && position[0] != '0'
		case "paragraph-properties":
			st.center = t.Attr("text-align") == "center"
		}
	})
	d.styles[name] = st
}

// listStyle reads how a list counts.
func (d *odt) listStyle(s *markup.Scanner, name string) {
	shape := &listShape{}
	for k := range shape.level {
		shape.level[k] = listLevel{start: 1, format: "bullet"}
	}
	each(s, func(t markup.Token) {
		if t.Name != "list-level-style-number" {
			return
		}
		k := max(1, min(number(t.Attr("level")), levels)) - 1
		l := &shape.level[k]
		l.format, l.text = wordFormat(t.Attr("num-format")), ""
		if n := t.Attr("start-value"); n != "" {
			l.start = number(n)
		}
		if l.format == "none" {
			return
		}
		shown := max(1, min(number(t.Attr("display-levels")), k+1))
		var parts []string
		for i := k - shown + 1; i <= k; i++ {
			parts = append(parts, "%"+string(rune('1'+i)))
		}
		l.text = t.Attr("num-prefix") + strings.Join(parts, ".") + t.Attr("num-suffix")
	})
	d.lists[name] = shape
}

// wordFormat returns Word's name of a format of OpenDocument, which writes the
// first number in it: "1", "a", "I".
func wordFormat(first string) string {
	switch first {
	case "":
		return "none"
	case "1":
		return "decimal"
	case "i":
		return "lowerRoman"
	case "I":
		return "upperRoman"
	}
	r, _ := utf8.DecodeRuneInString(first)
	for _, format := range []string{"lowerLetter", "upperLetter", "russianLower", "russianUpper", "arabicAlpha", "chineseCounting"} {
		if letters := alphabets()[format]; letters[0] == string(r) {
			return format
		}
	}
	return "decimal"
}

func (d *odt) story(src string) {
	s := markup.NewScanner(src)
	for {
		t := s.Next()
		switch t.Kind {
		case markup.End:
			return
		case markup.Open:
			if !d.body {
				d.body = t.Name == "text" && s.Inside("body")
				continue
			}
			d.start(s, t)
		case markup.Close:
			if d.body {
				d.end(t.Name)
			}
		case markup.Words:
			if d.body && d.hidden == 0 && d.w.IsOpen() {
				d.write(t.Text)
			}
		}
	}
}

func (d *odt) write(words string) {
	if n := len(d.marks); n > 0 && d.marks[n-1] {
		d.w.Raise(words)
		return
	}
	d.w.Write(words)
}

func (d *odt) start(s *markup.Scanner, t markup.Token) {
	switch t.Name {
	case "p", "h":
		if d.styles[t.Attr("style-name")].hidden {
			s.Skip()
			return
		}
		if t.Name == "p" {
			d.paragraph(t, block.Block{})
			return
		}
		d.paragraph(t, block.Block{Kind: block.Heading, Level: max(1, number(t.Attr("outline-level")))})
	case "section":
		if t.Attr("display") == "none" {
			s.Skip()
		}
	case "span":
		d.span(d.styles[t.Attr("style-name")])
	case "a":
		d.w.Link(t.Attr("href"))
	case "s", "tab":
		d.w.Write(" ")
	case "line-break":
		d.w.Line()
	case "list":
		d.list(t)
	case "list-item":
		d.item()
	case "note":
		d.note(s)
	case "table":
		d.tables++
		d.cells = append(d.cells, cell{table: d.tables})
	case "table-row":
		if c := d.cells.inner(); c != nil {
			c.row, c.column, c.span = c.row+1, 0, 1
		}
	case "table-cell", "covered-table-cell":
		if c := d.cells.inner(); c != nil {
			c.column, c.span = c.column+c.span, max(1, min(number(t.Attr("number-columns-repeated")), 1000))
		}
	case "tracked-changes":
		each(s, func(t markup.Token) {
			if t.Name == "changed-region" {
				d.changes++
			}
		})
	case "annotation", "forms", "ruby-text", "title", "desc", "variable-decls", "sequence-decls",
		"user-field-decls", "note-citation", "hidden-text", "table-of-content-source", "math", "object":
		s.Skip()
	}
}

func (d *odt) end(name string) {
	switch name {
	case "p", "h":
		d.w.Close()
	case "span":
		if n := len(d.spans); n > 0 {
			d.spans, d.marks = d.spans[:n-1], d.marks[:n-1]
			d.w.Run(d.set())
			if d.hidden > 0 {
				d.hidden--
			}
		}
	case "a":
		d.w.EndLink()
	case "list":
		if n := len(d.open); n > 0 {
			d.open = d.open[:n-1]
		}
	case "table":
		d.cells.leave()
	}
}

// paragraph opens a block; the first of a list item bears its mark.
func (d *odt) paragraph(t markup.Token, b block.Block) {
	if d.mark != "" {
		b.Mark, d.mark = d.mark, ""
		if b.Kind == block.Plain {
			b.Kind, b.Level = block.Item, len(d.open)
		}
	}
	if d.styles[t.Attr("style-name")].center {
		b.Style |= block.Centred
	}
	if c := d.cells.inner(); c != nil {
		b.Table, b.Row, b.Column = c.table, c.row, c.column
		if b.Kind == block.Plain {
			b.Kind = block.Cell
		}
	}
	d.w.Open(b)
	d.w.Run(d.set())
}

// span begins words of a style.
func (d *odt) span(st odtStyle) {
	d.spans = append(d.spans, st.run)
	d.marks = append(d.marks, st.raised)
	if st.hidden || d.hidden > 0 {
		d.hidden++
	}
	d.w.Run(d.set())
}

// set is how words are set in the spans that are open.
func (d *odt) set() block.Style {
	var all block.Style
	for _, s := range d.spans {
		all |= s
	}
	return all
}

// list begins a list, which counts on only where it says so.
func (d *odt) list(t markup.Token) {
	l := odtList{t.Attr("style-name"), 0}
	if n := len(d.open); n > 0 {
		l.level = min(d.open[n-1].level+1, levels-1)
		if l.style == "" {
			l.style = d.open[n-1].style
		}
	}
	shape := d.lists[l.style]
	if shape != nil && t.Attr("continue-numbering") != "true" && t.Attr("continue-list") == "" {
		shape.begun[l.level] = false
	}
	d.open = append(d.open, l)
}

// item counts an item of the innermost list.
func (d *odt) item() {
	if len(d.open) == 0 {
		return
	}
	l := d.open[len(d.open)-1]
	if shape := d.lists[l.style]; shape != nil {
		d.mark = shape.next(l.level)
	}
}

// note reads a note where its mark stands: its paragraphs are one block.
func (d *odt) note(s *markup.Scanner) {
	note := &odt{styles: d.styles, lists: d.lists}
	depth, citation, body := s.Depth(), "", false
	opened := false
	for {
		t := s.Next()
		switch {
		case t.Kind == markup.End, t.Kind == markup.Close && s.Depth() < depth:
			if opened {
				note.w.Close()
				d.w = note.w
			}
			return
		case t.Kind == markup.Words && !body && s.Inside("note-citation"):
			citation += t.Text
		case t.Kind == markup.Open && t.Name == "note-body":
			d.w.OpenNote(strings.TrimSpace(citation))
			note.w, body, opened = d.w, true, true
		case !body:
		case t.Kind == markup.Words && note.hidden == 0:
			note.write(t.Text)
		case t.Kind == markup.Open && t.Name == "p":
			note.w.Write(" ")
		case t.Kind == markup.Open && t.Name != "h" && t.Name != "note":
			note.start(s, t)
		case t.Kind == markup.Close && t.Name == "note-body":
			body = false
		case t.Kind == markup.Close && t.Name != "p" && t.Name != "h":
			note.end(t.Name)
		}
	}
}
