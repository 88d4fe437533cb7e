package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/block"
	"uncite/extract/record"
)

// setLine is a line as text, with the style of each byte.
type setLine struct {
	text  []byte
	style []glyphStyle
	link  []uint16 // the link that each byte lies under; nil where the file has none
	blank bool     // ended in a blank
	first bool     // the first of a paragraph
}

// setter turns paragraphs into text and blocks.
type setter struct {
	f       *file
	out     *block.Text
	text    []byte
	trusted bool // the blanks of the file are drawn as glyphs
	rtl     bool // most of its letters are of a script that runs from the right
	// unsegmented says that most of its letters are of a script without blanks.
	unsegmented bool
	hyphens     *hyphens
	edgesOf     map[*page][2]float32 // of files that run from the right, as they are asked for
}

// set returns the text of the paragraphs.
func (f *file) set(paragraphs []*paragraph, pages []*page) *block.Text {
	s := &setter{f: f, out: &block.Text{Format: "PDF"}, trusted: blanksDrawn(pages)}
	right, left := 0, 0
	for _, p := range pages {
		r, n := countSides(f, p.glyphs)
		right, left = right+r, left+n
	}
	s.rtl = right > left
	s.unsegmented = mostlyUnsegmented(pages)
	lines := make([][]setLine, len(paragraphs))
	s.hyphens = newHyphens()
	for i, p := range paragraphs {
		lines[i] = s.lines(p)
		s.hyphens.watch(lines[i])
	}
	if s.hyphens.ends > 0 && !s.rtl {
		s.hyphens.measure(paragraphs)
	}
	s.hyphens.learn(lines)
	for i, p := range paragraphs {
		s.paragraph(p, lines[i])
	}
	s.out.Text = string(s.text)
	return s.out
}

// mostlyUnsegmented tells whether most letters of pages are of a script without blanks.
func mostlyUnsegmented(pages []*page) bool {
	han, letters := 0, 0
	for _, p := range pages {
		for i := range p.glyphs {
			if r := p.glyphs[i].r; r >= 'A' && unicode.IsLetter(r) {
				letters++
				if ideographic(r) {
					han++
				}
			}
		}
	}
	return 2*han > letters
}

// blanksDrawn tells whether more than one glyph in twelve is a blank.
func blanksDrawn(pages []*page) bool {
	blanks, all := 0, 0
	for _, p := range pages {
		all += len(p.glyphs)
		for i := range p.glyphs {
			if p.glyphs[i].blank() {
				blanks++
			}
		}
	}
	return float64(blanks) > .08*float64(all)
}

// lines sets the lines of a paragraph one by one.
func (s *setter) lines(p *paragraph) []setLine {
	rtl := s.rightToLeft(p)
	out := make([]setLine, 0, len(p.lines))
	start := opensLine
	for _, l := range p.lines {
		raise(l.glyphs)
		glyphs := l.glyphs
		if rtl {
			glyphs = s.f.sortByPlace(glyphs)
		}
		glyphs = s.spaced(glyphs, rtl)
		if rtl {
			glyphs = s.f.ordered(glyphs, start)
		}
		if start = goesOnLine; s.f.fromLeft {
			start = s.f.startAfter(glyphs)
		}
		out = append(out, s.setLine(glyphs))
	}
	if rtl {
		mirror(out)
	}
	return out
}

// spaced puts a blank into the gaps that are wide enough to be one, and one
// blank where several stand.
func (s *setter) spaced(glyphs []glyph, rtl bool) []glyph {
	out := make([]glyph, 0, len(glyphs)+len(glyphs)/6)
	spread := !rtl && spreadWide(glyphs)
	for i := range glyphs {
		g := &glyphs[i]
		if n := len(out); n > 0 {
			last := &out[n-1]
			if g.blank() && last.blank() {
				continue
			}
			if !g.blank() && !last.blank() && !(spread && ideographic(last.r) && ideographic(g.r)) && s.gap(last, g, rtl) {
				out = append(out, glyph{r: ' ', x: last.right(), y: last.y, size: last.size, style: last.style & g.style, mcid: -1, link: between(last.link, g.link)})
			}
		}
		out = append(out, *g)
	}
	return out
}

// spreadWide tells whether a line was spread over the width of the text so that nearly all
// characters of a script without blanks stand apart as words do.
func spreadWide(glyphs []glyph) bool {
	const fewest, wide = 4, .9 // pairs; of the size
	pairs, apart := 0, 0
	for i := 1; i < len(glyphs); i++ {
		a, b := &glyphs[i-1], &glyphs[i]
		if !ideographic(a.r) || !ideographic(b.r) {
			continue
		}
		pairs++
		if b.x-a.right() > wide*b.size {
			apart++
		}
	}
	return pairs >= fewest && 5*apart >= 4*pairs
}

// between returns the link of a blank between two glyphs.
func between(a, b uint16) uint16 {
	if a == b {
		return a
	}
	return 0
}

// gap tells whether the room between two glyphs is a blank.
func (s *setter) gap(a, b *glyph, rtl bool) bool {
	gap := b.x - a.right()
	size := max(a.size, b.size)
	limit := float32(.18)
	left, right := ideographic(s.f.first(a.r)), ideographic(s.f.first(b.r))
	switch {
	case left && right:
		limit = .9
	case left != right:
		// Programs set a quarter of an em between the two scripts.
		limit = .55
	case s.trusted && rtl:
		limit = 1
	case s.trusted:
		limit = .5
	}
	return gap > limit*size || gap < -3*size
}

// first returns the first character of a glyph.
func (f *file) first(r rune) rune {
	if r < 0 {
		c, _ := utf8.DecodeRuneInString(f.clusters[-1-r])
		return c
	}
	return r
}

// setLine writes the glyphs of a line.
func (s *setter) setLine(glyphs []glyph) setLine {
	var l setLine
	for i := range glyphs {
		g := &glyphs[i]
		before := len(l.text)
		switch {
		case g.r < 0:
			l.text = append(l.text, foldForms(s.f.clusters[-1-g.r])...)
		case g.style&raised != 0:
			single := (i+1 == len(glyphs) || glyphs[i+1].style&raised == 0) && (i == 0 || glyphs[i-1].style&raised == 0)
			l.text = utf8.AppendRune(l.text, raisedRune(g.r, single))
		case g.r == 0x640:
		case presentation(g.r):
			l.text = append(l.text, foldForms(string(g.r))...)
		default:
			l.text = utf8.AppendRune(l.text, g.r)
		}
		for range len(l.text) - before {
			l.style = append(l.style, g.style)
			if len(s.f.addresses) > 0 {
				l.link = append(l.link, g.link)
			}
		}
	}
	n := len(l.text)
	for n > 0 {
		r, size := utf8.DecodeLastRune(l.text[:n])
		if r != ' ' && r != noBreak {
			break
		}
		n -= size
		l.blank = true
	}
	start := 0
	for start < n {
		r, size := utf8.DecodeRune(l.text[start:])
		if r != ' ' && r != noBreak {
			break
		}
		start += size
	}
	l.text, l.style = l.text[start:n], l.style[start:n]
	if l.link != nil {
		l.link = l.link[start:n]
	}
	return l
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// modifiers are the small letters that Unicode has raised.
var modifiers = []rune("ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖqʳˢᵗᵘᵛʷˣʸᶻ")

// raisedRune returns a digit, or a letter that stands alone, as the raised
// character it is.
func raisedRune(r rune, single bool) rune {
	switch {
	case r >= '0' && r <= '9':
		for _, u := range superscripts {
			if r == '0' {
				return u
			}
			r--
		}
	case single && r >= 'a' && r <= 'z':
		return modifiers[r-'a']
	case r >= 0x660 && r <= 0x669:
		return raisedRune(r-0x660+'0', false)
	}
	return r
}

// paragraph writes the lines of one paragraph as a block.
func (s *setter) paragraph(p *paragraph, lines []setLine) {
	var text []byte
	var style []glyphStyle
	var link []uint16
	var last *setLine
	for i := range lines {
		l := &lines[i]
		if len(l.text) == 0 {
			continue
		}
		if last != nil {
			sep, drop := s.hyphens.join(last, l, s.unsegmented && p.kind != block.Cell)
			text, style = text[:len(text)-drop], style[:len(style)-drop]
			if link != nil {
				link = link[:len(link)-drop]
			}
			if sep {
				text, style = append(text, ' '), append(style, 0)
				if link != nil {
					link = append(link, 0)
				}
			}
		}
		text, style, link = append(text, l.text...), append(style, l.style...), append(link, l.link...)
		last = l
	}
	if len(text) == 0 {
		return
	}
	b := block.Block{Kind: p.kind, Level: p.level, Table: p.table, Row: p.row, Column: p.column, Page: p.pageNumber(), Torn: p.torn}
	skip := 0
	if p.kind == block.Note || p.kind == block.Plain && beginsRaised(text) {
		if b.Mark, skip = noteMark(text); b.Mark != "" {
			b.Kind = block.Note
		}
	}
	if len(s.text) > 0 {
		s.text = append(s.text, '\n')
		if p.table == 0 || p.column <= 1 {
			s.text = append(s.text, '\n')
		}
	}
	if skip > 0 {
		s.text = append(s.text, text[:skip]...)
		text, style = text[skip:], style[skip:]
		if link != nil {
			link = link[skip:]
		}
	}
	start := len(s.text)
	s.text = append(s.text, text...)
	s.out.Links = append(s.out.Links, s.f.links(text, link, start)...)
	b.Pieces = []record.Span{{Start: start, End: len(s.text)}}
	b.Style, b.Lead = styles(text, style)
	if b.Lead.End > 0 {
		b.Lead.Start += start
		b.Lead.End += start
	}
	if b.Kind == block.Plain && p.centred() {
		b.Style |= block.Centred
	}
	s.out.Blocks = append(s.out.Blocks, b)
}

// beginsRaised tells whether a paragraph begins with a raised number, as only
// notes do.
func beginsRaised(text []byte) bool {
	r, _ := utf8.DecodeRune(text)
	return r != utf8.RuneError && strings.ContainsRune(superscripts, r)
}

// noteMark splits a note's mark off its words: the mark as plain digits or
// as the sign it is, and where the words begin.
func noteMark(text []byte) (mark string, words int) {
	t := string(text)
	end := 0
	var b strings.Builder
	for i, r := range t {
		d := strings.IndexRune(superscripts, r)
		switch {
		case d == 0:
			b.WriteByte('0')
		case d > 0:
			b.WriteByte("0123456789"[utf8.RuneCountInString(superscripts[:d])])
		case r >= '0' && r <= '9' && b.Len() < 4:
			b.WriteRune(r)
		case r == '*' || r == '†' || r == '‡':
			b.WriteRune(r)
		case i == 0 && r == '(':
			continue
		default:
			end = i
		}
		if end > 0 || b.Len() == 0 {
			break
		}
	}
	if b.Len() == 0 || end == 0 {
		return "", 0
	}
	// "2023 was …" is no mark; a mark is short and followed by a blank, or
	// raised.
	rest := t[end:]
	trimmed := strings.TrimLeft(rest, " .()/\u00a0")
	if r, _ := utf8.DecodeRuneInString(rest); len(trimmed) == len(rest) && t[0] < 0x80 && t[0] != '*' && !unicode.IsUpper(r) && !ideographic(r) && !fromRight(r) {
		return "", 0
	}
	return b.String(), len(t) - len(trimmed)
}

// styles tells whether a whole block is bold or italic, and which words at
// its head alone are.
func styles(text []byte, style []glyphStyle) (st block.Style, lead record.Span) {
	all := bold | italic
	for i, c := range text {
		if c != ' ' {
			all &= style[i]
		}
	}
	if all&bold != 0 {
		st |= block.Bold
	}
	if all&italic != 0 {
		st |= block.Italic
	}
	if all != 0 {
		return st, lead
	}
	// A printed number may stand before the lead.
	i := 0
	for i < len(text) && style[i]&(bold|italic) == 0 {
		if i > 12 || isWordByte(text, i) && !markLetter(text, i) {
			return st, lead
		}
		i++
	}
	if i == len(text) {
		return st, lead
	}
	which := style[i] & (bold | italic)
	end := i
	for j := i; j < len(text); j++ {
		if text[j] != ' ' && style[j]&which == 0 {
			break
		}
		if text[j] != ' ' {
			end = j + 1
		}
	}
	for end > i && end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	return st, record.Span{Start: i, End: end}
}

func isWordByte(text []byte, i int) bool {
	r, _ := utf8.DecodeRune(text[i:])
	return unicode.IsLetter(r)
}

// markLetter tells whether the letter at i is of a printed number: "(b)",
// "iv.".
func markLetter(text []byte, i int) bool {
	end := i
	for end < len(text) && text[end] >= 'a' && text[end] <= 'z' {
		end++
	}
	return end-i <= 4 && end < len(text) && (text[end] == ')' || text[end] == '.')
}

// centred tells whether every line of a paragraph stands in the middle of
// its page.
func (p *paragraph) centred() bool {
	for _, l := range p.lines {
		lo, hi := extent(l.glyphs)
		if hi <= lo {
			return false
		}
		left, right := float64(lo), l.page.width-float64(hi)
		if left < .2*l.page.width || left-right > 12 || right-left > 12 {
			return false
		}
	}
	return len(p.lines) > 0
}

// extent returns the left and right edge of glyphs, blanks left out.
func extent(glyphs []glyph) (lo, hi float32) {
	first := true
	for i := range glyphs {
		g := &glyphs[i]
		if g.blank() {
			continue
		}
		if first || g.x < lo {
			lo = g.x
		}
		if first || g.right() > hi {
			hi = g.right()
		}
		first = false
	}
	return lo, hi
}
