package structure

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// line is a line of the text without the blanks at its ends.
type line struct {
	start, end int
	indent     int  // columns of blanks before it
	blank      bool // an empty line, or the start of the text, stands before
	page       bool // a page break stands before
	// furniture says that the line belongs to the page and not to the text;
	// rule that it is drawn, as between a text and its notes.
	furniture, rule bool
	width           int // of the full lines that stand together with this one, in characters
}

// appendLines appends the lines of text that bear anything.
func appendLines(lines []line, text string) []line {
	blank, page := true, false
	for at := 0; at < len(text); {
		stop := strings.IndexByte(text[at:], '\n')
		next := at + stop + 1
		if stop < 0 {
			stop, next = len(text)-at, len(text)
		}
		if stop == 0 {
			blank, at = true, next
			continue
		}
		start := at
		for start < at+stop && (text[start] == '\f' || text[start] == '\r') {
			page = page || text[start] == '\f'
			start++
		}
		start = skipSpace(text[:at+stop], start)
		end := trimEnd(text, start, at+stop)
		if start < end {
			if n := len(lines); n == cap(lines) {
				lines = slices.Grow(lines, n+64)
			}
			lines = append(lines, line{start: start, end: end, indent: columnsOfBlanks(text[at:start]), blank: blank, page: page})
			blank, page = false, false
		} else {
			blank = true
			page = page || strings.IndexByte(text[at:at+stop], '\f') >= 0
		}
		at = next
	}
	return lines
}

// columnsOfBlanks counts the blanks before a line, marks of direction not.
func columnsOfBlanks(s string) int {
	n := 0
	for i := 0; i < len(s); {
		switch {
		case s[i] < utf8.RuneSelf:
			n, i = n+1, i+1
		case s[i] == 0xE2 && isInvisible(s[i:]):
			i += 3
		default:
			_, size := utf8.DecodeRuneInString(s[i:])
			n, i = n+1, i+size
		}
	}
	return n
}

// trimEnd returns the end of text[start:end] without blanks.
func trimEnd(text string, start, end int) int {
	for end > start {
		switch c := text[end-1]; {
		case c == ' ' || c >= '\t' && c <= '\r':
			end--
		case c == 0xA0 && strings.HasSuffix(text[start:end], "\u00A0"):
			end -= 2
		case c >= 0x80 && c <= 0xAF && end-start >= 3 && (text[end-3] == 0xE2 && isInvisible(text[end-3:end]) || strings.HasSuffix(text[start:end], "\u3000")):
			end -= 3
		default:
			return end
		}
	}
	return end
}

// layout is how a text breaks its lines.
type layout struct {
	// width is the length of a full line, in columns, of a text that
	// breaks lines within paragraphs; 0 where every line is a paragraph.
	width int
	// blanks says that blank lines stand between paragraphs, so that lines
	// without one between belong together.
	blanks bool
	// wide says that a character of full width takes two columns.
	wide bool
	// anywhere says that lines break at the width, within numbers and words too.
	anywhere bool
	// greedy says that a program wrapped each paragraph at the width, so that no line
	// but its last had place for the next word; chunks that it broke a script without
	// blanks between words at blanks where it could.
	greedy, chunks bool
	// strict says that no line but the last of a paragraph had place for the next
	// word, of a masthead's lines too, so that blank lines alone end paragraphs.
	strict bool
	// parted says that blank lines stand before nearly all that begins a paragraph, in a
	// script whose lines break at blanks wherever these stand.
	parted bool
	// setsIn says that the first lines of paragraphs are set in from the margin.
	setsIn bool
	// notesBehind says that notes stand at once behind the paragraphs that bear their marks.
	notesBehind bool
	margin      int
	// han are the widths by which full lines of the Chinese script are told.
	han hanWidths
}

// longestLine is the width beyond which lines are no printed lines but
// paragraphs.
const longestLine = 200

// isTooLong reports whether a line is longer than any printed one, whatever its letters.
func isTooLong(at line) bool { return at.end-at.start > 4*longestLine }

// areApart reports whether blank lines part all lines, so that each is a paragraph and their
// lengths tell nothing.
func areApart(lines []line) bool {
	return len(lines) < 2 || !slices.ContainsFunc(lines[1:], func(l line) bool { return !l.blank && !l.page })
}

// layoutOf measures the lines that stand together without blank lines
// between. Where most of them end as paragraphs do, they are paragraphs. Those
// of a script without blanks between words may have been broken by characters or
// by columns: the measure is that by which more of them are full.
func layoutOf(text string, lines []line, v *vocabulary) layout {
	unsegmented := v.Has(lang.Unsegmented)
	l, full := measured(text, lines, false)
	if unsegmented {
		if other, more := measured(text, lines, true); more > full {
			l, full = other, more
		}
	}
	if strict, ok := strictLayout(text, lines, v); ok {
		return strict
	}
	if l.width > 0 || unsegmented {
		if g, ok := greedyLayout(text, lines, v); ok {
			g.measureIndents(text, lines, v)
			g.measureNotes(text, lines)
			return g
		}
		if l.width > 0 {
			l.blanks = l.partsByBlanks(text, lines, v)
			l.measureIndents(text, lines, v)
		}
	}
	l.parted = unsegmented && partedByBlanks(text, lines, v)
	const nearly = .85 // of the lines: where numbers and words stay whole every fourth is shorter
	l.anywhere = unsegmented && l.width > 0 && full >= nearly
	return l
}

// partsByBlanks reports whether blank lines stand between the paragraphs of a text
// and not just around notes and the heads of pages: it asks the lines that begin a
// paragraph however lines are set, by a number or by the first word of a clause.
func (l layout) partsByBlanks(text string, lines []line, v *vocabulary) bool {
	const enough = 3
	with, without := begunBehind(text, lines, v)
	if with+without < enough {
		return l.blanks
	}
	return with > without
}

// partedByBlanks reports whether blank lines stand before nearly all that begins a paragraph;
// or before all numbers, few of which tell where most words of clauses stand so too: these may
// stand within a paragraph.
func partedByBlanks(text string, lines []line, v *vocabulary) bool {
	const enough, many, rare = 3, 6, 10
	with, without := begunBehind(text, lines, v)
	if with >= enough && without*rare <= with {
		return true
	}
	numbers := 0
	for _, b := range lines {
		if readMark(text[b.start:b.end], v).kind != digitMark {
			continue
		}
		if numbers++; !b.blank && !b.page {
			return false
		}
	}
	return numbers >= many || numbers >= enough && with > without
}

// begunBehind counts the lines that begin a paragraph however lines are set: those behind a
// blank line, and those without one.
func begunBehind(text string, lines []line, v *vocabulary) (with, without int) {
	s := splitter{text: text, v: v}
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		words := text[b.start:b.end]
		switch {
		case a.furniture || b.furniture || b.page:
		case !v.isClause(words) && readMark(words, v).kind != digitMark:
		case !endsParagraph(s.ending(text[a.start:a.end], words)):
		case b.blank:
			with++
		default:
			without++
		}
	}
	return with, without
}

// strictLayout returns the layout of a text that is strict, in characters or, where they
// are wide, in columns. Where a script without blanks between words was broken at blanks
// alone, nearly any line had no place for what stands up to the next one: there blank lines
// must stand before nearly all that begins a paragraph.
func strictLayout(text string, lines []line, v *vocabulary) (layout, bool) {
	const enough, rare = 3, 20
	if slices.ContainsFunc(lines, isTooLong) {
		return layout{}, false
	}
	unsegmented := v.Has(lang.Unsegmented)
	ways := []layout{{}}
	if unsegmented {
		ways = append(ways, layout{wide: true})
		if with, without := begunBehind(text, lines, v); with >= enough && without*rare <= with {
			ways = append(ways, layout{chunks: true}, layout{chunks: true, wide: true})
		}
	}
	for _, l := range ways {
		if w, ok := l.strictWidth(text, lines, unsegmented); ok {
			l.strict, l.blanks, l.width, l.anywhere = true, true, w, unsegmented && !l.wide
			return l, true
		}
	}
	return layout{}, false
}

// strictWidth returns the width at which all lines of a text break, and whether all
// do: in the masthead, and nearly all below it.
func (l layout) strictWidth(text string, lines []line, unsegmented bool) (width int, strict bool) {
	for _, at := range lines {
		if isTooLong(at) {
			return 0, false
		}
		if !at.furniture {
			width = max(width, l.extent(text, at))
		}
		if width > longestLine {
			return 0, false
		}
	}
	const least, head, rare = 4, 25, 20 // pairs that tell; lines of a masthead; one of so many may be short
	pairs, short := 0, 0
	l.width = width
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if b.blank || b.page || a.furniture || b.furniture {
			continue
		}
		pairs++
		if l.extent(text, a)+1+l.firstWord(text[b.start:b.end], unsegmented) >= width {
			continue
		}
		if short++; i < head {
			return 0, false
		}
	}
	return width, pairs >= least && short*rare <= pairs
}

// hadNoPlace reports whether line a of a text that is strict had no place for the first of
// words.
func (l layout) hadNoPlace(text string, a line, words string, unsegmented bool) bool {
	return l.extent(text, a)+1+l.firstWord(words, unsegmented) >= l.width
}

// extent is where a line ends, in columns.
func (l layout) extent(text string, at line) int { return at.indent + l.columns(text, at) }

// measured measures lines by characters, or where they are wide by columns, and tells
// the share of full ones among those that break off.
func measured(text string, lines []line, wide bool) (l layout, full float64) {
	l.wide = wide
	var widths, open [longestLine + 1]int // of all lines; of those that end as no paragraph ends
	pairs, ended, long, total := 0, 0, 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].blank || lines[i].page {
			continue
		}
		s := text[lines[i-1].start:lines[i-1].end]
		pairs++
		w := longestLine
		if len(s) < 4*longestLine {
			w = min(w, l.columns(text, lines[i-1]))
		}
		if endsParagraph(s) {
			ended++
		} else {
			open[min(longestLine, w+lines[i-1].indent)]++
		}
		if w == longestLine {
			long += len(s)
		}
		total += len(s)
		widths[w]++
	}
	if pairs == 0 || ended*5 > pairs*3 || long*3 > total {
		return layout{}, 0
	}
	// The width is that of nearly the longest lines: tables may hang over.
	seen, w := 0, longestLine
	for ; w > 0; w-- {
		if seen += widths[w]; seen*20 > pairs {
			break
		}
	}
	if w == longestLine {
		return layout{}, 0
	}
	// A paragraph has some ten lines; where blank lines are rarer than that,
	// they part something else.
	l.width, l.blanks = w, (len(lines)-pairs)*12 >= len(lines)
	for w = longestLine; w > 1 && open[w] == 0; w-- {
	}
	if ended < pairs {
		full = float64(open[w]+open[w-1]) / float64(pairs-ended)
	}
	return l, full
}

// setWidths gives each line the width of the full lines that stand together
// with it: text, notes and quotations are set in types of their own. Groups of
// few lines show none; they have that of the file.
func (l layout) setWidths(text string, lines []line) {
	if l.greedy {
		for i := range lines {
			lines[i].width = l.width
		}
		return
	}
	const few, most = 3, 0.9 // lines; the share of lines that are no longer
	var widths []int
	for i := 0; i < len(lines); {
		j := i
		widths = widths[:0]
		for ; j < len(lines) && (j == i || !lines[j].blank && !lines[j].page && lines[j].furniture == lines[i].furniture); j++ {
			widths = append(widths, min(l.columns(text, lines[j]), longestLine))
		}
		slices.Sort(widths)
		w := widths[int(math.Ceil(most*float64(len(widths)-1)))]
		if len(widths) < few {
			w = l.width
		}
		for ; i < j; i++ {
			lines[i].width = w
		}
	}
}

// columns is the width of a line, in characters or columns.
func (l layout) columns(text string, at line) int {
	words := text[at.start:at.end]
	n := char.Count(words)
	if l.wide {
		n += char.CountWide(words)
	}
	return n
}

// breaksWord reports whether the end of line a, which line b follows at once, is
// nothing, in a script without blanks between words: beside a character of that script
// it always is, and no number ends where another begins; of words of other scripts it
// can be told only where lines break anywhere.
func (l layout) breaksWord(text string, a, b line) bool {
	if b.indent > 0 || text[a.end] != '\n' && text[a.end] != '\r' {
		return false // a blank stands there
	}
	const setIn = 0.75 // of the width: a first line, whose blanks may be lost
	last, first := text[a.end-1], text[b.start]
	number := isOfNumber(last) && isOfNumber(first)
	switch {
	case number && (l.flows(text, a, b) || l.width > 0 && !b.blank && !b.page && float64(l.columns(text, a)) >= setIn*float64(a.width)):
		return true
	case last == '-' && isOfSymbol(first):
		return true // programs break words that are too long there
	case !l.isFull(text, a):
		return false
	case number || last >= utf8.RuneSelf || first >= utf8.RuneSelf:
		return true
	}
	return l.anywhere && isOfSymbol(last) && isOfSymbol(first)
}

// isFull reports whether a line ends where the next character had no place.
func (l layout) isFull(text string, a line) bool {
	if l.strict {
		return l.isAtEnd(text, a)
	}
	return l.columns(text, a) >= a.width-1
}

func isOfNumber(c byte) bool { return isASCIIDigit(c) || c == '/' || c == '(' || c == ')' }

func isOfSymbol(c byte) bool {
	return isOfNumber(c) || c == '.' || c == '-' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// flows reports whether line a, which line b follows at once, was full, so
// that the first word of b had no place in it, or breaks off in the middle of
// a sentence.
func (l layout) flows(text string, a, b line) bool {
	if l.width == 0 || b.blank || b.page {
		return false
	}
	first := text[b.start:b.end]
	if l.greedy {
		return l.isBroken(text, a, first)
	}
	if r, _ := utf8.DecodeRuneInString(first); unicode.IsLower(r) && !endsParagraph(text[a.start:a.end]) {
		return true
	}
	if i := strings.IndexAny(first, " \t"); i >= 0 {
		first = first[:i]
	}
	word := min(char.Count(first), a.width/2)
	switch {
	case isHan(first):
		word = 1 // its script breaks anywhere
	case len(first) == b.end-b.start && isASCII(first):
		word = min(len(first), a.width) // an address, which is not broken
	}
	slack := 0.85
	if isHan(first) {
		slack = 0.94 // its signs are of one width
	}
	return float64(l.columns(text, a)+1+word) >= slack*float64(a.width)
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// isHan reports whether s begins with a character of the Chinese script.
func isHan(s string) bool { return s != "" && s[0] >= 0xE3 && s[0] <= 0xE9 }

// span is shorthand for the record's span.
func span(start, end int) record.Span { return record.Span{Start: start, End: end} }
