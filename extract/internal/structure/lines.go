package structure

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/record"
)

// line is a line of the text without the blanks at its ends.
type line struct {
	start, end int
	indent     int  // bytes of blanks before it
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
			lines = append(lines, line{start: start, end: end, indent: start - at, blank: blank, page: page})
			blank, page = false, false
		} else {
			blank = true
			page = page || strings.IndexByte(text[at:at+stop], '\f') >= 0
		}
		at = next
	}
	return lines
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
	// width is the length of a full line, in characters, of a text that
	// breaks lines within paragraphs; 0 where every line is a paragraph.
	width int
	// blanks says that blank lines stand between paragraphs, so that lines
	// without one between belong together.
	blanks bool
}

// longestLine is the width beyond which lines are no printed lines but
// paragraphs.
const longestLine = 200

// layoutOf measures the lines that stand together without blank lines
// between. Where most of them end as paragraphs do, they are paragraphs.
func layoutOf(text string, lines []line) layout {
	var widths [longestLine + 1]int
	pairs, ended, long, total := 0, 0, 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].blank || lines[i].page {
			continue
		}
		s := text[lines[i-1].start:lines[i-1].end]
		pairs++
		if endsParagraph(s) {
			ended++
		}
		w := longestLine
		if len(s) < 4*longestLine {
			w = min(w, utf8.RuneCountInString(s))
		}
		if w == longestLine {
			long += len(s)
		}
		total += len(s)
		widths[w]++
	}
	if pairs == 0 || ended*5 > pairs*3 || long*3 > total {
		return layout{}
	}
	// The width is that of nearly the longest lines: tables may hang over.
	seen, w := 0, longestLine
	for ; w > 0; w-- {
		if seen += widths[w]; seen*20 > pairs {
			break
		}
	}
	if w == longestLine {
		return layout{}
	}
	// A paragraph has some ten lines; where blank lines are rarer than that,
	// they part something else.
	return layout{w, (len(lines)-pairs)*12 >= len(lines)}
}

// setWidths gives each line the width of the full lines that stand together
// with it: text, notes and quotations are set in types of their own. Groups of
// few lines show none; they have that of the file.
func (l layout) setWidths(text string, lines []line) {
	const few, most = 3, 0.9 // lines; the share of lines that are no longer
	var widths []int
	for i := 0; i < len(lines); {
		j := i
		widths = widths[:0]
		for ; j < len(lines) && (j == i || !lines[j].blank && !lines[j].page && lines[j].furniture == lines[i].furniture); j++ {
			widths = append(widths, min(columns(text, lines[j]), longestLine))
		}
		slices.Sort(widths)
		w := widths[int(most*float64(len(widths)-1))]
		if len(widths) < few {
			w = l.width
		}
		for ; i < j; i++ {
			lines[i].width = w
		}
	}
}

// columns is the width of a line in characters.
func columns(text string, l line) int { return utf8.RuneCountInString(text[l.start:l.end]) }

// flows reports whether line a, which line b follows at once, was full, so
// that the first word of b had no place in it, or breaks off in the middle of
// a sentence.
func (l layout) flows(text string, a, b line) bool {
	if l.width == 0 || b.blank || b.page {
		return false
	}
	first := text[b.start:b.end]
	if r, _ := utf8.DecodeRuneInString(first); unicode.IsLower(r) && !endsParagraph(text[a.start:a.end]) {
		return true
	}
	if i := strings.IndexAny(first, " \t"); i >= 0 {
		first = first[:i]
	}
	word := min(utf8.RuneCountInString(first), a.width/2)
	if isHan(first) {
		word = 1 // its script breaks anywhere
	}
	const slack = 0.85
	return float64(columns(text, a)+1+word) >= slack*float64(a.width)
}

// isHan reports whether s begins with a character of the Chinese script.
func isHan(s string) bool { return s != "" && s[0] >= 0xE3 && s[0] <= 0xE9 }

// span is shorthand for the record's span.
func span(start, end int) record.Span { return record.Span{Start: start, End: end} }
