package web

import (
	"bytes"
	"strconv"
	"strings"

	"uncite/extract/internal/pattern"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"uncite/extract/internal/block"
	"uncite/extract/internal/charset"
)

// declared finds the encoding that a page states of itself.
var declared = pattern.Lazy(`(?i)<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)`)

// HTML reads a page.
func HTML(data []byte) (block.Text, error) { return htmlOf(data, declaredIn(data)) }

// declaredIn returns the encoding that a page states of itself.
func declaredIn(data []byte) string {
	if m := declared().FindSubmatch(data[:min(len(data), 4096)]); m != nil {
		return string(m[1])
	}
	return ""
}

// htmlOf reads a page that says it is in the encoding of that name.
func htmlOf(data []byte, name string) (block.Text, error) {
	t, err := charset.Decode(data, name)
	if err != nil {
		return block.Text{}, block.Damaged("it is a text in no encoding that is known")
	}
	root, err := html.Parse(strings.NewReader(t.Text))
	if err != nil { // elements nest too deep: their words are left
		out := words(t.Text)
		out.Encoding, out.Replaced = t.Encoding, t.Replaced
		return out, nil
	}
	p := &page{targets: map[string]*html.Node{}, done: map[*html.Node]bool{}, others: map[*html.Node]bool{}, counts: map[*html.Node]int{}}
	p.index(root)
	p.chooseMain(root)
	p.walk(root)
	out := p.w.Text()
	out.Encoding, out.Replaced = t.Encoding, t.Replaced
	return out, nil
}

// words is the text of a page that cannot be parsed: a block between any two
// tags of blocks.
func words(src string) block.Text {
	var w block.Writer
	z := html.NewTokenizer(strings.NewReader(src))
	dropped := atom.Atom(0)
	for {
		switch z.Next() {
		case html.ErrorToken:
			return w.Text()
		case html.TextToken:
			if dropped == 0 {
				w.Write(string(z.Text()))
			}
		case html.StartTagToken, html.EndTagToken:
			tag, _ := z.TagName()
			a := atom.Lookup(tag)
			switch {
			case dropped == a:
				dropped = 0
			case (a == atom.Script || a == atom.Style) && dropped == 0:
				dropped = a
			}
			if isBlock(a) {
				w.Close()
			}
		}
	}
}

// page walks the tree of a page.
type page struct {
	w       block.Writer
	targets map[string]*html.Node // elements by identifier
	done    map[*html.Node]bool   // notes that were written at their marks
	others  map[*html.Node]bool   // elements that links lead to and that are no notes
	counts  map[*html.Node]int    // the last number of each list that counts
	best    *html.Node            // the element that is the main part
	main    map[*html.Node]bool   // that element and those that hold it
	context block.Block           // kind and place of the blocks to come
	style   block.Style
	mark    string // of a list item, for its first block
	broken  bool   // a line has just ended
	tables  int
	inNote  int
	pre     bool
}

// index notes the targets of links.
func (p *page) index(n *html.Node) {
	if n.Type == html.ElementNode {
		if id := attr(n, "id"); id != "" && p.targets[id] == nil {
			p.targets[id] = n
		}
		if name := attr(n, "name"); name != "" && n.DataAtom == atom.A && p.targets[name] == nil {
			p.targets[name] = n
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.index(c)
	}
}

// chooseMain finds the main part: what the page calls so, or the smallest
// element that holds 85 % of the words outside links.
func (p *page) chooseMain(root *html.Node) {
	sizes := map[*html.Node]int{}
	all := measure(root, sizes)
	const share = 0.85
	best := called(root, sizes, all)
	if best == nil {
		best = root
		for {
			next := heaviest(best, sizes)
			if next == nil || !holdsBlocks(next) || float64(sizes[next]) < share*float64(all) {
				break
			}
			best = next
		}
	}
	p.best, p.main = best, map[*html.Node]bool{}
	for n := best; n != nil; n = n.Parent {
		p.main[n] = true
	}
}

// measure sums the words outside links, in bytes, of each element.
func measure(n *html.Node, sizes map[*html.Node]int) int {
	switch {
	case n.Type == html.TextNode:
		return len(strings.TrimSpace(n.Data))
	case n.Type == html.ElementNode && (n.DataAtom == atom.A || dropped(n)):
		return 0
	}
	sum := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum += measure(c, sizes)
	}
	if n.Type != html.TextNode {
		sizes[n] = sum
	}
	return sum
}

// called returns the element that the page calls its main part, if it holds
// a good part of the words.
func called(n *html.Node, sizes map[*html.Node]int, all int) *html.Node {
	if n.Type == html.ElementNode && (n.DataAtom == atom.Main || attr(n, "role") == "main") && sizes[n]*2 >= all {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found := called(c, sizes, all); found != nil {
			return found
		}
	}
	return nil
}

func heaviest(n *html.Node, sizes map[*html.Node]int) *html.Node {
	var best *html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (best == nil || sizes[c] > sizes[best]) {
			best = c
		}
	}
	return best
}

// holdsBlocks reports whether an element is one that holds others.
func holdsBlocks(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Div, atom.Section, atom.Article, atom.Main, atom.Center, atom.Form,
		atom.Table, atom.Tbody, atom.Tr, atom.Td:
		return true
	}
	return n.DataAtom == 0 // an element of the page's own
}

// beside reports whether an element beside the main part is left out: one
// with links in it. Words without any are a masthead, a title or a note.
func (p *page) beside(n *html.Node) bool {
	return n.Parent != nil && n.Parent != p.best && p.main[n.Parent] && !p.main[n] && hasLink(n)
}

func hasLink(n *html.Node) bool {
	if n.DataAtom == atom.A && attr(n, "href") != "" || n.DataAtom == atom.Form {
		return true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if hasLink(c) {
			return true
		}
	}
	return false
}

// dropped reports whether an element bears no text of the page.
func dropped(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Nav, atom.Aside, atom.Footer, atom.Iframe,
		atom.Object, atom.Svg, atom.Select, atom.Button, atom.Textarea, atom.Head, atom.Title, atom.Rt, atom.Rp,
		atom.Del, atom.Audio, atom.Video, atom.Canvas, atom.Map, atom.Datalist:
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return a.Val != "until-found"
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "role":
			switch a.Val {
			case "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog":
				return true
			}
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") || strings.Contains(style, "mso-hide:all") {
				return true
			}
		}
	}
	return false
}

// isBlock reports whether an element begins a paragraph and ends one.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Dl,
		atom.Dt, atom.Dd, atom.Table, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Blockquote, atom.Pre, atom.Address,
		atom.Center, atom.Section, atom.Article, atom.Main, atom.Header, atom.Hr, atom.Form, atom.Fieldset, atom.Legend,
		atom.Figure, atom.Figcaption, atom.Details, atom.Summary, atom.Body, atom.Menu, atom.Dir, atom.Hgroup:
		return true
	}
	return false
}

// walk writes what an element holds.
func (p *page) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		p.text(n.Data)
		return
	case html.ElementNode:
		if dropped(n) || p.done[n] || p.beside(n) {
			return
		}
	case html.CommentNode, html.DoctypeNode:
		return
	}
	context, style, pre := p.context, p.style, p.pre
	isBlock := isBlock(n.DataAtom)
	if isBlock {
		p.end()
	}
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		p.context.Kind, p.context.Level = block.Heading, int(n.Data[1]-'0')
	case atom.Center:
		p.context.Style |= block.Centred
	case atom.B, atom.Strong:
		p.style |= block.Bold
	case atom.I, atom.Em, atom.Cite, atom.Dfn:
		p.style |= block.Italic
	case atom.Pre:
		p.pre = true
	case atom.Br:
		p.line()
	case atom.Li:
		p.mark = p.itemMark(n)
		p.context.Kind, p.context.Level = block.Item, depthOf(n)
	}
	p.inside(n)
	if isBlock {
		p.end()
		p.mark = ""
	}
	p.context, p.style, p.pre = context, style, pre
	p.w.Run(p.style)
}

// inside writes the children of an element.
func (p *page) inside(n *html.Node) {
	switch n.DataAtom {
	case atom.A:
		p.link(n)
		return
	case atom.Sup:
		if words := strings.TrimSpace(wordsOf(n)); words != "" && hasNoElement(n) {
			p.open()
			p.w.Raise(words)
			return
		}
	case atom.Table:
		p.table(n)
		return
	}
	p.w.Run(p.style)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.walk(c)
	}
}

// text writes words; in preformatted text the lines are kept.
func (p *page) text(s string) {
	if strings.TrimLeft(s, " \t\r\n") == "" {
		if p.w.IsOpen() {
			p.w.Write(" ")
		}
		return
	}
	p.broken = false
	if !p.pre {
		p.open()
		p.w.Write(s)
		return
	}
	for line := range strings.Lines(s) {
		if strings.TrimSpace(line) == "" {
			p.end()
			continue
		}
		p.open()
		p.w.Write(line)
		p.w.Line()
	}
}

// open opens a block where none is.
func (p *page) open() {
	if p.w.IsOpen() {
		return
	}
	b := p.context
	b.Mark, p.mark = p.mark, ""
	p.w.Open(b)
	p.w.Run(p.style)
}

// end ends the open block; within a note it is a blank.
func (p *page) end() {
	if p.inNote > 0 {
		p.w.Write(" ")
		return
	}
	p.w.Close()
}

// line ends a line; a second one at once ends the paragraph.
func (p *page) line() {
	if p.broken {
		p.end()
		return
	}
	p.broken = true
	if p.w.IsOpen() {
		p.w.Line()
	}
}

// table numbers the rows and cells of a table. A table of one column is how
// old pages are laid out, and no table.
func (p *page) table(n *html.Node) {
	p.tables++
	number, row := p.tables, 0
	outer := p.context
	var rows func(*html.Node)
	rows = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch c.DataAtom {
			case atom.Tbody, atom.Thead, atom.Tfoot:
				rows(c)
			case atom.Tr:
				row++
				column := 1
				for d := c.FirstChild; d != nil; d = d.NextSibling {
					if d.DataAtom != atom.Td && d.DataAtom != atom.Th {
						p.walk(d)
						continue
					}
					if p.context = outer; !isLayout(n) {
						p.context.Kind, p.context.Table, p.context.Row, p.context.Column = block.Cell, number, row, column
					}
					p.walk(d)
					span, _ := strconv.Atoi(attr(d, "colspan"))
					column += max(1, min(span, 1000))
				}
			default:
				p.context = outer
				p.walk(c)
			}
		}
	}
	rows(n)
	p.context = outer
}

// isLayout reports whether the rows of n have one cell each.
func isLayout(n *html.Node) bool {
	for r := n.FirstChild; r != nil; r = r.NextSibling {
		cells := 0
		for c := r.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
				cells++
			}
		}
		if cells > 1 {
			return false
		}
	}
	return true
}

// link writes the words of a link, and the note that it leads to.
func (p *page) link(n *html.Node) {
	href := attr(n, "href")
	id, local := strings.CutPrefix(href, "#")
	if local {
		if mark := noteMark(wordsOf(n)); mark != "" {
			if p.note(mark, id) {
				return
			}
		} else if p.inNote > 0 {
			return // the way back
		}
	}
	if href != "" && !local && (p.w.IsOpen() || strings.TrimSpace(wordsOf(n)) != "") {
		p.open()
		p.w.Link(href)
		defer p.w.EndLink()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.walk(c)
	}
}

// note writes a note where its mark stands. It is one if the element that the
// mark leads to begins with the mark again, or is an item of a list.
func (p *page) note(mark, id string) bool {
	target := p.targets[id]
	if target == nil || p.inNote > 0 {
		return false
	}
	body := target
	for body != nil && !isBlock(body.DataAtom) {
		body = body.Parent
	}
	if body == nil || body.DataAtom == atom.Body || p.done[body] || p.others[body] {
		return false
	}
	if up := body.Parent; up != nil && attr(up, "id") != "" && up.DataAtom == atom.Div && body.PrevSibling == nil {
		body = up // the division that holds the paragraphs of the note
	}
	const longest = 20000 // bytes of a note
	words := strings.TrimSpace(wordsOf(body))
	own := noteMark(firstText(body))
	if own == "" {
		own = noteMark(firstWord(words))
	}
	if len(words) > longest || own != mark && body.DataAtom != atom.Li {
		p.others[body] = true
		return false
	}
	p.done[body] = true
	p.open()
	p.w.OpenNote(mark)
	p.inNote++
	context := p.context
	p.context = block.Block{}
	skip := own == mark
	for c := body.FirstChild; c != nil; c = c.NextSibling {
		if skip {
			skip = !p.behindMark(c, mark)
			continue
		}
		p.walk(c)
	}
	p.context = context
	p.inNote--
	p.w.Close()
	return true
}

// behindMark writes what stands in n behind the mark of a note, and reports
// whether the mark was found in it.
func (p *page) behindMark(n *html.Node, mark string) bool {
	words := strings.TrimSpace(wordsOf(n))
	if noteMark(words) == mark {
		return true
	}
	if n.Type == html.TextNode {
		if first := firstWord(words); noteMark(first) == mark {
			p.text(strings.TrimPrefix(words, first))
			return true
		}
		return false
	}
	found := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found {
			p.walk(c)
		} else {
			found = p.behindMark(c, mark)
		}
	}
	return found
}

// noteMark returns the number of a mark such as "[12]" or "12.", empty where
// words are none.
func noteMark(words string) string {
	words = strings.Trim(words, "[](){}.^ \t\r\n\u00A0")
	if len(words) == 0 || len(words) > 3 {
		return ""
	}
	for i := range len(words) {
		if words[i] < '0' || words[i] > '9' {
			return ""
		}
	}
	return words
}

// firstText returns the first text within a node that is not blank.
func firstText(n *html.Node) string {
	if n.Type == html.TextNode {
		return strings.TrimSpace(n.Data)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if s := firstText(c); s != "" {
			return s
		}
	}
	return ""
}

func firstWord(s string) string {
	if i := strings.IndexAny(s, " \t\r\n\u00A0"); i >= 0 {
		return s[:i]
	}
	return s
}

// wordsOf returns the text within a node.
func wordsOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return b.String()
}

func hasNoElement(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			return false
		}
	}
	return true
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// depthOf is how many lists an item stands in.
func depthOf(n *html.Node) int {
	depth := 0
	for n = n.Parent; n != nil; n = n.Parent {
		if n.DataAtom == atom.Ol || n.DataAtom == atom.Ul {
			depth++
		}
	}
	return max(depth, 1)
}

// looksHTML are elements that begin pages and pieces of them.
var looksHTML = map[string]bool{"html": true, "head": true, "body": true, "meta": true, "title": true, "div": true, "p": true,
	"table": true, "h1": true, "h2": true, "article": true, "main": true, "section": true, "center": true, "font": true}

// IsHTML reports whether data that begins with the element root is a page.
func IsHTML(head []byte, root string) bool {
	root = strings.ToLower(root)
	return looksHTML[root] && (root == "html" || bytes.Contains(head, []byte("</")))
}
