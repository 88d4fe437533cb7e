package web

import (
	"bytes"
	"strconv"
	"strings"

	"uncite/extract/internal/pattern"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"uncite/extract/internal/block"
	"uncite/extract/internal/charset"
)

// marks of Markdown that plain text does not have by chance: a heading with
// words, a note, a row of dashes under the head of a table. Links and stars
// alone leave a text plain, so that its offsets are those of the file.
var markdownMarks = pattern.Lazy(`^(?:#{1,6} +\pL|\[\^[\w-]+\]: |\|(?: *:?-{3,}:? *\|)+\s*$)`)

// IsMarkdown reports whether text is marked as Markdown is.
func IsMarkdown(head []byte) bool {
	for line := range bytes.Lines(head) { // the expression only where a line begins with a mark
		if c := line[0]; (c == '#' || c == '[' || c == '|') && markdownMarks().Match(line) {
			return true
		}
	}
	return false
}

// reader parses Markdown with tables and notes.
var reader = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Footnote, extension.Strikethrough)).Parser()

// Markdown reads a text that is marked so. Indented lines are paragraphs, not
// code, as documents that were typed have no code.
func Markdown(data []byte) (block.Text, error) {
	t, err := charset.Decode(data, "")
	if err != nil {
		return block.Text{}, block.Damaged("it is a text in no encoding that is known")
	}
	src := []byte(t.Text)
	m := &markdown{src: src, notes: map[int]ast.Node{}}
	root := reader.Parse(text.NewReader(tamed(src)))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if list, ok := n.(*extast.FootnoteList); ok {
			for f := list.FirstChild(); f != nil; f = f.NextSibling() {
				if note, ok := f.(*extast.Footnote); ok {
					m.notes[note.Index] = note
				}
			}
		}
	}
	m.children(root)
	out := m.w.Text()
	out.Encoding, out.Replaced = t.Encoding, t.Replaced
	return out, nil
}

// markdown walks the tree of a text.
type markdown struct {
	w      block.Writer
	src    []byte
	notes  map[int]ast.Node
	style  block.Style
	mark   string
	depth  int // lists that are open
	tables int
	inNote bool
}

func (m *markdown) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.node(c)
	}
}

func (m *markdown) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		m.block(n, block.Block{Kind: block.Heading, Level: n.Level})
	case *ast.Paragraph, *ast.TextBlock:
		m.block(n, block.Block{})
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
		m.lines(n)
	case *ast.List:
		m.depth++
		m.children(n)
		m.depth--
	case *ast.ListItem:
		m.mark = m.itemMark(n)
		m.children(n)
		m.mark = ""
	case *extast.Table:
		m.table(n)
	case *extast.FootnoteList, *extast.FootnoteBacklink, *extast.Strikethrough, *ast.Image:
	case *extast.FootnoteLink:
		m.note(n.Index)
	default:
		m.inline(n)
	}
}

// block writes a paragraph; in a note paragraphs are parted by blanks.
func (m *markdown) block(n ast.Node, b block.Block) {
	if m.inNote {
		m.w.Write(" ")
		m.children(n)
		return
	}
	if b.Mark, m.mark = m.mark, ""; b.Mark != "" && b.Kind == block.Plain {
		b.Kind, b.Level = block.Item, m.depth
	}
	m.w.Open(b)
	m.children(n)
	m.w.Close()
}

// inline writes what stands within a paragraph.
func (m *markdown) inline(n ast.Node) {
	style := m.style
	switch n := n.(type) {
	case *ast.Text:
		m.w.Run(m.style)
		m.w.Write(unescaped(string(n.Segment.Value(m.src))))
		switch {
		case n.HardLineBreak():
			m.w.Line()
		case n.SoftLineBreak():
			m.w.Write("\n")
		}
	case *ast.String:
		m.w.Write(string(n.Value))
	case *ast.AutoLink: // an address
	case *ast.RawHTML:
	case *ast.Link:
		m.w.Link(string(n.Destination))
		m.children(n)
		m.w.EndLink()
		return
	case *ast.Emphasis:
		m.style |= block.Italic
		if n.Level > 1 {
			m.style |= block.Bold
		}
	}
	m.children(n)
	m.style = style
	m.w.Run(style)
}

// escape is a backslash before a sign, and an entity.
var escape = pattern.Lazy("\\\\([!-/:-@\\[-`{-~])")

// unescaped returns words with their escapes and entities resolved.
func unescaped(s string) string {
	if strings.IndexByte(s, '\\') >= 0 {
		s = escape().ReplaceAllString(s, "$1")
	}
	return s
}

// lines writes indented lines and raw HTML as the paragraphs that they are.
func (m *markdown) lines(n ast.Node) {
	if n.Kind() == ast.KindHTMLBlock {
		var b strings.Builder
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			b.Write(line.Value(m.src))
		}
		page := words(b.String())
		for _, k := range page.Blocks {
			m.w.Open(block.Block{})
			m.w.Write(page.Text[k.Pieces[0].Start:k.Pieces[0].End])
			m.w.Close()
		}
		return
	}
	m.w.Open(block.Block{})
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		m.w.Write(string(line.Value(m.src)))
		m.w.Line()
	}
	m.w.Close()
}

// itemMark returns the mark that is printed before an item: the source has it,
// the parser only counts.
func (m *markdown) itemMark(n *ast.ListItem) string {
	list, _ := n.Parent().(*ast.List)
	if list == nil || !list.IsOrdered() {
		return bullet
	}
	if at := firstOffset(n); at > 0 {
		start := strings.LastIndexByte(string(m.src[max(0, at-80):at]), '\n') + 1 + max(0, at-80)
		printed := strings.Trim(string(m.src[start:at]), " \t>*-")
		if len(printed) > 1 && len(printed) < 12 && printed[0] >= '0' && printed[0] <= '9' {
			return printed
		}
	}
	number := list.Start
	for s := n.PreviousSibling(); s != nil; s = s.PreviousSibling() {
		number++
		const most = 1000
		if number-list.Start > most {
			break
		}
	}
	return strconv.Itoa(number) + string(list.Marker)
}

// firstOffset is where the words of a node begin in the source, -1 where it
// has none.
func firstOffset(n ast.Node) int {
	for c := n; c != nil; c = c.FirstChild() {
		if c.Type() == ast.TypeBlock && c.Lines().Len() > 0 {
			return c.Lines().At(0).Start
		}
	}
	return -1
}

// table writes the cells of a table.
func (m *markdown) table(n ast.Node) {
	m.tables++
	row := 0
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		row++
		column := 0
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			column++
			m.w.Open(block.Block{Kind: block.Cell, Table: m.tables, Row: row, Column: column})
			m.children(c)
			m.w.Close()
		}
	}
}

// note writes a note where its mark stands; a second mark is a mark alone.
func (m *markdown) note(index int) {
	note := m.notes[index]
	mark := strconv.Itoa(index)
	if note == nil || m.inNote {
		m.w.Raise(mark)
		return
	}
	delete(m.notes, index)
	m.w.OpenNote(mark)
	m.inNote = true
	m.children(note)
	m.inNote = false
	m.w.Close()
}
