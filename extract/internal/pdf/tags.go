package pdf

import (
	"slices"
	"strings"
	"unicode"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"uncite/extract/internal/block"
)

// covered is the share of the glyphs that the structure tree must name for
// the tree to be followed.
const covered = .9

// maxElements is how many elements of a structure tree are looked at.
const maxElements = 2_000_000

// content is where the glyphs of one piece of marked content stand.
type content struct{ start, end int }

// tagReader walks the structure tree of a file.
type tagReader struct {
	f     *file
	pages []*page
	byObj map[int]*page
	index map[*page]map[int32][]content
	used  map[*page][]bool // glyphs that the tree named
	roles map[string]string
	seen  map[int]bool
	left  int // elements that may still be looked at

	out    []*paragraph
	cur    *paragraph
	notes  []*paragraph // found within the paragraph that is open
	inNote bool
	table  tablePlace
	tables int
}

// tablePlace is the cell that is being read.
type tablePlace struct{ table, row, column int }

// tagged returns the paragraphs by the structure tree; nil where the file has
// none, or one that leaves much out.
func (f *file) tagged(catalog types.Dict, leaves []leaf, pages []*page) []*paragraph {
	root := f.dict(catalog["StructTreeRoot"])
	if root == nil {
		return nil
	}
	w := &tagReader{f: f, pages: pages, byObj: map[int]*page{}, index: map[*page]map[int32][]content{},
		used: map[*page][]bool{}, roles: map[string]string{}, seen: map[int]bool{}, left: maxElements}
	for i, l := range leaves {
		w.byObj[l.object] = pages[i]
	}
	for k, v := range f.dict(root["RoleMap"]) {
		w.roles[k] = f.name(v)
	}
	w.indexPages()
	w.kids(root["K"], nil, 0)
	w.close()
	named, all := 0, 0
	for _, p := range pages {
		for i := range p.glyphs {
			g := &p.glyphs[i]
			if g.blank() || g.style&artifact != 0 {
				continue
			}
			all++
			if w.used[p][i] {
				named++
			}
		}
	}
	if float64(named) < covered*float64(all) || named == 0 {
		return nil
	}
	w.rest()
	return joinBroken(f, w.out)
}

// indexPages notes where the pieces of marked content stand.
func (w *tagReader) indexPages() {
	for _, p := range w.pages {
		w.used[p] = make([]bool, len(p.glyphs))
		m := map[int32][]content{}
		for i := 0; i < len(p.glyphs); {
			j := i + 1
			for j < len(p.glyphs) && p.glyphs[j].mcid == p.glyphs[i].mcid {
				j++
			}
			if id := p.glyphs[i].mcid; id >= 0 {
				m[id] = append(m[id], content{i, j})
			}
			i = j
		}
		w.index[p] = m
	}
}

// kids reads the children of an element: elements, or pieces of content.
func (w *tagReader) kids(o types.Object, pg *page, depth int) {
	if w.left--; w.left < 0 || depth > 4*maxDepth {
		return
	}
	switch k := w.f.get(o).(type) {
	case types.Integer:
		w.content(pg, int32(k))
	case types.Array:
		for _, e := range k {
			w.kids(e, pg, depth+1)
		}
	case types.Dict:
		if n, ok := objectNumber(o); ok {
			if w.seen[n] {
				return
			}
			w.seen[n] = true
		}
		if n, ok := objectNumber(k["Pg"]); ok && w.byObj[n] != nil {
			pg = w.byObj[n]
		}
		if id, ok := w.f.integer(k["MCID"]); ok {
			w.content(pg, int32(id))
			return
		}
		if s := w.role(w.f.name(k["S"])); s != "" {
			w.element(s, k, pg, depth+1)
		}
	}
}

// role follows the map of roles to a standard type.
func (w *tagReader) role(s string) string {
	for range 8 {
		if shapes[s] != 0 {
			return s
		}
		next, ok := w.roles[s]
		if !ok || next == s {
			break
		}
		s = next
	}
	return s
}

// elementShape says how an element of the tree behaves.
type elementShape uint8

const (
	within     elementShape = iota + 1 // part of a paragraph
	paragraph_                         // a paragraph
	heading_
	item_
	cell_
	note_
	row_
	table_
	group_
	nothing_
)

// shapes are the standard types of elements.
var shapes = map[string]elementShape{
	"Document": group_, "DocumentFragment": group_, "Part": group_, "Art": group_, "Sect": group_, "Div": group_,
	"BlockQuote": group_, "TOC": group_, "L": group_, "Index": group_, "THead": group_, "TBody": group_, "TFoot": group_,
	"Aside": group_,
	"P":     paragraph_, "Caption": paragraph_, "TOCI": item_, "Title": heading_, "H": heading_, "Figure": paragraph_,
	"H1": heading_, "H2": heading_, "H3": heading_, "H4": heading_, "H5": heading_, "H6": heading_,
	"LI": item_, "TH": cell_, "TD": cell_, "TR": row_, "Table": table_,
	"Note": note_, "FENote": note_,
	"Span": within, "Link": within, "Reference": within, "Quote": within, "Lbl": within, "LBody": within, "Em": within,
	"Strong": within, "Sub": within, "BibEntry": within, "Code": within, "Annot": within, "Ruby": within, "RB": within,
	"RT": within, "RP": within, "Warichu": within, "WT": within, "WP": within, "Form": within, "NonStruct": within, "Formula": within, "Private": within,
	"Artifact": nothing_,
}

func (w *tagReader) element(s string, d types.Dict, pg *page, depth int) {
	shape := shapes[s]
	if shape == 0 {
		shape = paragraph_
		if w.cur != nil {
			shape = within
		}
	}
	switch shape {
	case within:
		w.kids(d["K"], pg, depth)
	case note_:
		w.note(d, pg, depth)
	case group_:
		w.group(d, pg, depth)
	case table_:
		outer := w.table
		w.tables++
		w.table = tablePlace{table: w.tables}
		w.group(d, pg, depth)
		w.table = outer
	case row_:
		w.table.row++
		w.table.column = 0
		w.group(d, pg, depth)
	case cell_:
		w.table.column++
		w.block(block.Cell, 0, d, pg, depth)
		if n, ok := w.f.integer(w.attribute(d, "ColSpan")); ok && n > 1 && n < 100 {
			w.table.column += n - 1
		}
	case heading_:
		level := 1
		if len(s) == 2 {
			level = int(s[1] - '0')
		}
		w.block(block.Heading, level, d, pg, depth)
	case item_:
		w.block(block.Item, 0, d, pg, depth)
	case paragraph_:
		kind := block.Plain
		if w.table.column > 0 {
			kind = block.Cell
		}
		w.block(kind, 0, d, pg, depth)
	}
}

// attribute returns an attribute of an element, whoever owns it.
func (w *tagReader) attribute(d types.Dict, key string) types.Object {
	a := w.f.get(d["A"])
	list, ok := a.(types.Array)
	if !ok {
		list = types.Array{a}
	}
	for _, o := range list {
		if v, ok := w.f.dict(o)[key]; ok {
			return v
		}
	}
	return nil
}

// group reads an element whose children are paragraphs.
func (w *tagReader) group(d types.Dict, pg *page, depth int) {
	if w.inNote {
		w.kids(d["K"], pg, depth)
		return
	}
	w.close()
	w.kids(d["K"], pg, depth)
	w.close()
}

// block reads an element that is a paragraph. Within another that has no
// words yet it is the same paragraph: the P of a list item or of a cell.
func (w *tagReader) block(kind block.Kind, level int, d types.Dict, pg *page, depth int) {
	if w.inNote {
		w.kids(d["K"], pg, depth)
		return
	}
	if w.cur != nil && len(w.cur.lines) == 0 && (kind == block.Plain || kind == block.Cell && w.cur.kind != block.Plain) {
		w.kids(d["K"], pg, depth)
		return
	}
	// The label of an item stands in the item's first paragraph.
	if w.cur != nil && w.cur.kind == block.Item && kind == block.Plain && w.cur.size() <= 6 {
		w.kids(d["K"], pg, depth)
		return
	}
	w.close()
	w.open(kind, level)
	w.kids(d["K"], pg, depth)
	w.close()
}

func (w *tagReader) open(kind block.Kind, level int) {
	w.cur = &paragraph{kind: kind, level: level}
	if w.table.column > 0 {
		w.cur.table, w.cur.row, w.cur.column = w.table.table, w.table.row, w.table.column
	}
}

// close ends the paragraph that is open; its notes come after it.
func (w *tagReader) close() {
	if w.cur != nil {
		w.out = append(w.out, w.cur)
		w.cur = nil
	}
	w.out = append(w.out, w.notes...)
	w.notes = nil
}

// note reads a note, which does not end the paragraph it stands in.
func (w *tagReader) note(d types.Dict, pg *page, depth int) {
	if w.inNote {
		w.kids(d["K"], pg, depth)
		return
	}
	bearer, table := w.cur, w.table
	w.cur, w.table, w.inNote = &paragraph{kind: block.Note}, tablePlace{}, true
	w.kids(d["K"], pg, depth)
	w.notes = append(w.notes, w.cur)
	w.cur, w.table, w.inNote = bearer, table, false
	if bearer == nil {
		w.close()
	}
}

// content adds a piece of marked content to the paragraph that is open.
func (w *tagReader) content(pg *page, id int32) {
	if pg == nil {
		return
	}
	at := w.index[pg][id]
	if at == nil {
		return
	}
	if w.cur == nil {
		kind := block.Plain
		if w.table.column > 0 {
			kind = block.Cell
		}
		w.open(kind, 0)
	}
	for _, c := range at {
		if w.used[pg][c.start] {
			continue
		}
		for i := c.start; i < c.end; i++ {
			w.used[pg][i] = true
		}
		w.cur.add(pg, pg.glyphs[c.start:c.end])
	}
}

// rest puts what the tree left out where its page is: the masthead at the
// head of the first page before all else, running heads and feet as
// furniture, other glyphs behind the page's last paragraph.
func (w *tagReader) rest() {
	var out []*paragraph
	next := 0
	for i, p := range w.pages {
		var marked, loose []glyph
		for k := range p.glyphs {
			switch g := &p.glyphs[k]; {
			case w.used[p][k]:
			case g.style&artifact != 0:
				marked = append(marked, *g)
			default:
				loose = append(loose, *g)
			}
		}
		heads := w.f.pieces(p, marked)
		for _, h := range heads {
			h.kind = block.Furniture
			if i == 0 && h.lines[0].glyphs[0].y > float32(p.height)/2 {
				h.kind = block.Plain
			}
		}
		out = append(out, heads...)
		for next < len(w.out) && (w.out[next].pageNumber() <= p.number) {
			out = append(out, w.out[next])
			next++
		}
		out = append(out, w.f.pieces(p, loose)...)
	}
	w.out = append(out, w.out[next:]...)
}

// pieces returns glyphs that belong to no paragraph as one paragraph a
// column of lines.
func (f *file) pieces(p *page, glyphs []glyph) []*paragraph {
	if !slices.ContainsFunc(glyphs, func(g glyph) bool { return !g.blank() }) {
		return nil
	}
	return f.columns(p, glyphs)
}

// joinBroken joins paragraphs that a page break divides: the second begins
// on a later page, and the first does not end as a paragraph does.
func joinBroken(f *file, in []*paragraph) []*paragraph {
	var out []*paragraph
	lastAt := -1 // the last paragraph that is no note or furniture
	for _, p := range in {
		if len(p.lines) == 0 || p.size() == 0 {
			continue
		}
		if p.kind == block.Note || p.kind == block.Furniture {
			out = append(out, p)
			continue
		}
		if lastAt >= 0 && goesOn(f, out[lastAt], p) {
			out[lastAt].lines = append(out[lastAt].lines, p.lines...)
			continue
		}
		p.torn = lastAt >= 0 && mayGoOn(f, out[lastAt], p)
		lastAt = len(out)
		out = append(out, p)
	}
	return out
}

// goesOn tells whether b is the rest of a.
func goesOn(f *file, a, b *paragraph) bool {
	if a.kind != block.Plain && a.kind != block.Item || b.kind != block.Plain || a.table != b.table {
		return false
	}
	last := a.lines[len(a.lines)-1]
	if b.pageNumber() != last.page.number+1 {
		return false
	}
	end, size := lastVisible(f, last.glyphs)
	first, firstSize := firstVisible(f, b.lines[0].glyphs)
	raise(b.lines[0].glyphs)
	if (&row{glyphs: b.lines[0].glyphs}).beginsRaised() || isRaisedDigit(first) {
		return false
	}
	if size > 1.15*firstSize || firstSize > 1.15*size {
		return false
	}
	switch end {
	case '.', ';', ':', '!', '?', '。', '；', '：', '؛', '؟', '！', '？', ',', '，', '،':
		// A clause may end in a comma, but a broken one goes on in small
		// letters.
		return end == ',' && smallLatin(first)
	}
	// A heading or the end of a list before a page break is short.
	lo, hi := extent(last.glyphs)
	if lo > float32(.25*last.page.width) && hi < float32(.75*last.page.width) {
		return false
	}
	if unicode.IsUpper(first) && hi < float32(.7*last.page.width) {
		return false
	}
	return true
}

// mayGoOn tells whether b may be the rest of a for what the pages show: a ends in a comma
// at the end of a full line of a page, and b is the first of the next. In languages
// whose clauses end so and begin with small letters, or have no others, words must tell.
func mayGoOn(f *file, a, b *paragraph) bool {
	if len(a.lines) < 2 || a.kind != block.Plain && a.kind != block.Item || b.kind != block.Plain || a.table != b.table {
		return false
	}
	last := a.lines[len(a.lines)-1]
	if end, _ := lastVisible(f, last.glyphs); !comma(end) || b.pageNumber() != last.page.number+1 {
		return false
	}
	const full = .95 // of the widest line
	var widest float32
	for _, l := range a.lines {
		lo, hi := extent(l.glyphs)
		widest = max(widest, hi-lo)
	}
	lo, hi := extent(last.glyphs)
	return hi-lo > full*widest
}

// smallLatin tells whether a character is a small Latin letter. No clause begins
// with one; in Cyrillic clauses do.
func smallLatin(r rune) bool { return unicode.IsLower(r) && unicode.Is(unicode.Latin, r) }

func lastVisible(f *file, glyphs []glyph) (rune, float32) {
	size, _ := measure(glyphs)
	glyphs = f.inReadingOrder(glyphs)
	for i := len(glyphs) - 1; i >= 0; i-- {
		if g := &glyphs[i]; !g.blank() && g.style&raised == 0 && g.size >= .8*size && !isRaisedDigit(f.first(g.r)) {
			return f.first(g.r), size
		}
	}
	return 0, size
}

// isRaisedDigit tells whether a character is a digit that stands raised however it is set.
func isRaisedDigit(r rune) bool { return strings.ContainsRune(superscripts, r) }

func firstVisible(f *file, glyphs []glyph) (rune, float32) {
	size, _ := measure(glyphs)
	for _, g := range f.inReadingOrder(glyphs) {
		if !g.blank() {
			return f.first(g.r), size
		}
	}
	return 0, size
}

// inReadingOrder returns the glyphs of a line that runs from the right in
// the order in which they are read, others as they are.
func (f *file) inReadingOrder(glyphs []glyph) []glyph {
	if right, left := countSides(f, glyphs); right > left {
		return f.ordered(f.sortByPlace(glyphs), goesOnLine)
	}
	return glyphs
}
