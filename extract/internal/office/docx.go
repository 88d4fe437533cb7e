package office

import (
	"strconv"
	"strings"

	"uncite/extract/internal/block"
	"uncite/extract/internal/markup"
)

// DOCX reads a document of Word since 2007.
func DOCX(data []byte) (block.Text, error) {
	p, err := open(data)
	if err != nil {
		return block.Text{}, err
	}
	name := p.relationsOf("").byType["officeDocument"]
	if p.files[name] == nil {
		name = "word/document.xml"
	}
	if p.files[name] == nil {
		return block.Text{}, block.Damaged("the package has no document")
	}
	body, err := p.read(name)
	if err != nil {
		return block.Text{}, err
	}
	rel := p.relationsOf(name)
	part := func(kind string) string {
		src, _ := p.read(rel.byType[kind]) // what is missing costs itself alone
		return src
	}
	d := &docx{rel: rel, styles: stylesOf(part("styles")), lists: listsOf(part("numbering"))}
	d.notes[0] = notesOf(part("footnotes"), "footnote")
	d.notes[1] = notesOf(part("endnotes"), "endnote")
	if head := firstHead(body); head != "" {
		if src, _ := p.read(rel.byID[head]); src != "" {
			d.masthead = true
			d.story(src)
			d.masthead = false
		}
	}
	d.story(body)
	text := d.w.Text()
	text.Changes = d.changes
	return text, nil
}

// firstHead returns the relation of the head of the first page: that of the
// first section for its first page, or for all.
func firstHead(body string) string {
	i := strings.Index(body, "<w:sectPr")
	if i < 0 {
		return ""
	}
	all := ""
	s := markup.NewScanner(body[i:])
	s.Next()
	for t := s.Next(); t.Kind != markup.End && s.Depth() > 0; t = s.Next() {
		if t.Kind == markup.Open && t.Name == "headerReference" {
			switch t.Attr("type") {
			case "first":
				return t.Attr("id")
			case "default":
				all = t.Attr("id")
			}
		}
	}
	return all
}

// docx runs through the stories of a document: its body, the head of its first
// page, its notes.
type docx struct {
	w        block.Writer
	rel      relations
	styles   map[string]*docxStyle
	lists    *lists
	notes    [2]map[string]string // footnotes and endnotes by identifier
	count    int                  // notes so far
	masthead bool
	tables   int
	cells    cells // where in which tables; the innermost last
	para     docxPara
	outer    []docxPara // those in whose boxes the one above stands
	changes  int        // that were tracked
}

// docxPara is a paragraph while it is read.
type docxPara struct {
	due    bool // it is to be opened with its first words
	inside bool
	goesOn bool // its end is deleted: the next goes on in it
	hidden bool // the run is
	veiled bool // all runs are, by the style of the paragraph
	raised bool
	lifted bool   // above the line
	codes  []bool // open fields: whether their code is being read
}

// story reads a part.
func (d *docx) story(src string) {
	s := markup.NewScanner(src)
	for {
		t := s.Next()
		switch t.Kind {
		case markup.End:
			return
		case markup.Open:
			d.open(s, t)
		case markup.Close:
			d.close(t.Name)
		}
	}
}

func (d *docx) open(s *markup.Scanner, t markup.Token) {
	switch t.Name {
	case "p":
		d.outer = append(d.outer, d.para)
		d.para = docxPara{due: true, inside: true, goesOn: d.para.goesOn && !d.para.inside}
	case "pPr":
		d.paragraph(s)
	case "r":
		d.para.hidden, d.para.raised, d.para.lifted = d.para.veiled, false, false
		d.w.Run(0)
	case "rPr":
		d.run(s)
	case "t":
		d.words(s)
	case "tab", "ptab":
		d.write(" ")
	case "br", "cr":
		if kind := t.Attr("type"); (kind == "" || kind == "textWrapping") && d.shown() {
			d.w.Line()
		} else {
			d.write(" ")
		}
	case "noBreakHyphen":
		d.write("\u2011")
	case "fldChar":
		d.field(t.Attr("fldCharType"))
	case "footnoteReference":
		d.note(0, t)
	case "endnoteReference":
		d.note(1, t)
	case "hyperlink":
		d.begin()
		if href := d.rel.byID[t.Attr("id")]; href != "" {
			d.w.Link(href)
		}
	case "tbl":
		d.tables++
		d.cells = append(d.cells, cell{table: d.tables})
	case "tr":
		if c := d.cells.inner(); c != nil {
			c.row, c.column, c.span = c.row+1, 0, 1
		}
	case "tc":
		if c := d.cells.inner(); c != nil {
			c.column, c.span = c.column+c.span, 1
		}
	case "gridSpan":
		if c := d.cells.inner(); c != nil {
			c.span = max(1, min(number(t.Attr("val")), 1000))
		}
	case "trPr":
		d.row(s)
	case "ins", "moveTo":
		d.changes++
	case "del", "moveFrom":
		d.changes++
		s.Skip()
	case "delText", "instrText", "Fallback", "sectPr", "sdtPr", "tblPr", "tblGrid", "rt",
		"footnoteRef", "endnoteRef", "annotationRef":
		s.Skip()
	}
}

func (d *docx) close(name string) {
	switch name {
	case "p":
		if n := len(d.outer); n > 0 {
			goesOn := d.para.goesOn
			if !goesOn && !d.para.due {
				d.w.Close()
			}
			d.para = d.outer[n-1]
			d.outer = d.outer[:n-1]
			d.para.goesOn = goesOn
		}
	case "hyperlink":
		d.w.EndLink()
	case "tbl":
		d.cells.leave()
	}
}

// row reads the properties of a row; one that is deleted is passed over.
func (d *docx) row(s *markup.Scanner) {
	deleted := false
	each(s, func(t markup.Token) { deleted = deleted || t.Name == "del" })
	if !deleted {
		return
	}
	for depth := s.Depth(); ; {
		if t := s.Next(); t.Kind == markup.End || t.Kind == markup.Close && s.Depth() < depth {
			return
		}
	}
}

// each calls visit with the elements within the one that was opened last, to
// its end.
func each(s *markup.Scanner, visit func(markup.Token)) {
	for depth := s.Depth(); ; {
		switch t := s.Next(); t.Kind {
		case markup.End:
			return
		case markup.Open:
			visit(t)
		case markup.Close:
			if s.Depth() < depth {
				return
			}
		}
	}
}

// paragraph reads the properties of a paragraph and opens it.
func (d *docx) paragraph(s *markup.Scanner) {
	b := block.Block{}
	style, list, level := "", "", -1
	inRun, centred, deleted := false, false, false
	outline := -1
	each(s, func(t markup.Token) {
		switch t.Name {
		case "pStyle":
			style = t.Attr("val")
		case "ilvl":
			level = number(t.Attr("val"))
		case "numId":
			list = t.Attr("val")
		case "outlineLvl":
			outline = number(t.Attr("val"))
		case "jc":
			centred = t.Attr("val") == "center"
		case "rPr":
			inRun = true
		case "del", "moveFrom":
			deleted = deleted || inRun
		case "sectPr":
			inRun = false
		}
	})
	if !d.para.inside || !d.para.due {
		return
	}
	st := d.style(style)
	if outline < 0 {
		outline = st.outline
	}
	if outline >= 0 && outline < 9 || st.heading {
		b.Kind, b.Level = block.Heading, max(outline, 0)+1
	}
	if list == "" {
		list = st.list
	}
	if level < 0 {
		level = st.level
	}
	if list != "" && list != "0" {
		b.Mark = d.lists.next(list, max(0, level))
		if b.Kind == block.Plain {
			b.Kind, b.Level = block.Item, max(0, level)+1
		}
	}
	if centred {
		b.Style |= block.Centred
	}
	d.openBlock(b)
	d.para.goesOn, d.para.veiled = deleted, st.hidden
}

// openBlock opens the paragraph's block, unless the one before goes on in it.
func (d *docx) openBlock(b block.Block) {
	d.para.due = false
	if d.para.goesOn && d.w.IsOpen() {
		d.para.goesOn = false
		d.w.Write(" ")
		return
	}
	if c := d.cells.inner(); c != nil && !d.masthead {
		b.Table, b.Row, b.Column = c.table, c.row, c.column
		if b.Kind == block.Plain {
			b.Kind = block.Cell
		}
	}
	d.w.Open(b)
}

// begin opens a paragraph that has no properties.
func (d *docx) begin() {
	if d.para.due {
		goesOn := d.para.goesOn
		d.openBlock(block.Block{})
		d.para.goesOn = d.para.goesOn && !goesOn
	}
}

// run reads the properties of a run.
func (d *docx) run(s *markup.Scanner) {
	var style block.Style
	on := func(t markup.Token) bool {
		v := t.Attr("val")
		return v != "0" && v != "false" && v != "none" && v != "off"
	}
	set := func(bit block.Style, t markup.Token) {
		if style &^= bit; on(t) {
			style |= bit
		}
	}
	each(s, func(t markup.Token) {
		switch t.Name {
		case "rStyle":
			st := d.style(t.Attr("val"))
			style |= st.run
			d.para.hidden = d.para.hidden || st.hidden
			d.para.raised = d.para.raised || st.raised
		case "vanish", "specVanish":
			d.para.hidden = on(t)
		case "b":
			set(block.Bold, t)
		case "i":
			set(block.Italic, t)
		case "vertAlign":
			d.para.raised = t.Attr("val") == "superscript"
		case "position":
			d.para.lifted = number(t.Attr("val")) > 0
		}
	})
	d.begin()
	d.w.Run(style)
}

func (d *docx) style(id string) *docxStyle {
	if st := d.styles[id]; st != nil {
		return st
	}
	return &noStyle
}

// words takes the text of a run.
func (d *docx) words(s *markup.Scanner) {
	for depth := s.Depth(); ; {
		switch t := s.Next(); t.Kind {
		case markup.Words:
			d.write(t.Text)
		case markup.End:
			return
		case markup.Close:
			if s.Depth() < depth {
				return
			}
		}
	}
}

// shown reports whether what is met now is on the page.
func (d *docx) shown() bool {
	if d.para.hidden || !d.para.inside {
		return false
	}
	for _, code := range d.para.codes {
		if code {
			return false
		}
	}
	return true
}

func (d *docx) write(words string) {
	if !d.shown() {
		return
	}
	d.begin()
	if d.para.raised || d.para.lifted && isLifted(words) {
		d.w.Raise(words)
		return
	}
	d.w.Write(words)
}

// field takes the marks of a field: its code stands between the first and the
// second, its result between the second and the third.
func (d *docx) field(mark string) {
	codes := &d.para.codes
	switch n := len(*codes); {
	case mark == "begin" && n < maxFields:
		*codes = append(*codes, true)
	case mark == "separate" && n > 0:
		(*codes)[n-1] = false
	case mark == "end" && n > 0:
		*codes = (*codes)[:n-1]
	}
}

// note reads a note where its mark stands. Each is read once.
func (d *docx) note(kind int, t markup.Token) {
	id := t.Attr("id")
	src, ok := d.notes[kind][id]
	if !ok || !d.shown() {
		return
	}
	delete(d.notes[kind], id)
	d.begin()
	mark := ""
	if t.Attr("customMarkFollows") == "" {
		d.count++
		mark = strconv.Itoa(d.count)
	}
	d.w.OpenNote(mark)
	note := &docx{w: d.w, rel: d.rel, styles: d.styles, lists: d.lists, masthead: true}
	note.inNote(src)
	d.w = note.w
	d.w.Close()
}

// inNote reads the paragraphs of a note as one.
func (d *docx) inNote(src string) {
	s := markup.NewScanner(src)
	d.para.inside = true
	for {
		t := s.Next()
		switch t.Kind {
		case markup.End:
			return
		case markup.Open:
			switch t.Name {
			case "p":
				d.w.Write(" ")
			case "pPr":
				s.Skip()
			case "tbl", "tr", "tc", "footnoteReference", "endnoteReference":
			default:
				d.open(s, t)
			}
		case markup.Close:
			if t.Name == "hyperlink" {
				d.w.EndLink()
			}
		}
	}
}

// notesOf returns the markup of the notes by identifier.
func notesOf(src, element string) map[string]string {
	notes := map[string]string{}
	s := markup.NewScanner(src)
	for t := s.Next(); t.Kind != markup.End; t = s.Next() {
		if t.Kind != markup.Open || t.Name != element {
			continue
		}
		start := s.Pos()
		s.Skip()
		if kind := t.Attr("type"); kind == "" || kind == "normal" {
			notes[t.Attr("id")] = src[start:s.Pos()]
		}
	}
	return notes
}

// number reads a figure of the markup; what is none counts as 0.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
