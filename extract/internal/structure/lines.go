package structure

import (
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
			lines = append(lines, line{start, end, start - at, blank, page})
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

// flows reports whether the paragraph goes on from line a to line b, which
// follows it at once: a was full, so that the first word of b had no place.
func (l layout) flows(text string, a, b line) bool {
	if l.width == 0 || b.blank || b.page {
		return false
	}
	first := text[b.start:b.end]
	if r, _ := utf8.DecodeRuneInString(first); unicode.IsLower(r) && !endsParagraph(text[a.start:a.end]) {
		return true // in the middle of a sentence
	}
	if i := strings.IndexAny(first, " \t"); i >= 0 {
		first = first[:i]
	}
	word := min(utf8.RuneCountInString(first), l.width/2)
	if first != "" && first[0] >= 0xE3 && first[0] <= 0xE9 {
		word = 1 // Chinese breaks anywhere
	}
	const slack = 0.85
	return float64(utf8.RuneCountInString(text[a.start:a.end])+1+word) >= slack*float64(l.width)
}

// furniture finds the lines that belong to the page and not to the text:
// page numbers, job numbers, running heads, rules. It is asked line by line,
// in order.
type furniture struct {
	symbol string // the document's own, as the first lines print it
	at     int    // the offset of that line
	pages  int    // the total of "3/17"
}

// newFurniture looks in the first lines for the document's symbol, which the
// heads of its pages repeat: a line of its own, or the end of one after a
// wide gap.
func newFurniture(text string, lines []line) *furniture {
	const first = 40
	f := &furniture{at: -1}
	for _, l := range lines[:min(len(lines), first)] {
		s := text[l.start:l.end]
		if i := max(strings.LastIndex(s, "   "), strings.LastIndexByte(s, '\t')); i >= 0 {
			s = s[skipSpace(s, i):]
		}
		if strings.IndexByte(s, '/') > 0 && len(s) < 60 && isSymbol(s) {
			f.symbol, f.at = s, l.start
			break
		}
		// Text taken from a page may have closed the gap: "United Nations A/75/1".
		if last := s[strings.LastIndexByte(s, ' ')+1:]; l.start < first && len(last) < len(s) && strings.IndexByte(last, '/') > 0 && isSymbol(last) {
			f.symbol, f.at = last, l.start
			break
		}
	}
	return f
}

// is reports whether the line at offset at, with the text s, is furniture;
// page says that a page break stands before or after it.
func (f *furniture) is(s string, at int, page bool) bool {
	if len(s) > longestLine || s == "" || at == f.at {
		return false
	}
	switch c := s[0]; {
	case isRule(s):
		return true
	case c == '*' && len(s) > 6 && s[len(s)-1] == '*' && allDigits(s[1:len(s)-1]):
		return true // the bar code
	case isASCIIDigit(c) || c == '-' || c == 0xE2:
		if f.pageNumber(s, page) {
			return true
		}
	}
	return f.symbol != "" && at > f.at && (s == f.symbol || runningHead(s, f.symbol))
}

// runningHead reports whether s begins or ends with the symbol, and a wide
// gap parts it from the rest.
func runningHead(s, symbol string) bool {
	if rest, ok := strings.CutPrefix(s, symbol); ok {
		return strings.HasPrefix(rest, "  ") || strings.HasPrefix(rest, "\t")
	}
	rest, ok := strings.CutSuffix(s, symbol)
	return ok && (strings.HasSuffix(rest, "  ") || strings.HasSuffix(rest, "\t"))
}

// isRule reports whether s is a line drawn of dashes or the like.
func isRule(s string) bool {
	if len(s) < 3 || s[0] != '_' && s[0] != '-' && s[0] != '=' && s[0] != 0xE2 {
		return false
	}
	return strings.Trim(s, "_-=—–─ ") == ""
}

func allDigits(s string) bool {
	for i := range len(s) {
		if !isASCIIDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// pageNumber recognises "3/17", "- 3 -", "21-08782", "3/17  21-08782", and a
// bare number at a page break.
func (f *furniture) pageNumber(s string, page bool) bool {
	if page && len(s) <= 3 && allDigits(s) {
		return true
	}
	if t := strings.Trim(s, "-– "); t != s && len(t) <= 3 && allDigits(t) {
		return len(t) < len(s)-1
	}
	if last := s[len(s)-1]; !isASCIIDigit(last) && last != ')' {
		return false
	}
	found := false
	for _, w := range strings.Fields(s) {
		switch {
		case isJobNumber(w):
			found = true
		case f.isPage(w):
			found = true
		case w != "(E)" && w != "(F)" && w != "(S)" && w != "(A)" && w != "(C)" && w != "(R)":
			return false
		}
	}
	return found
}

func isJobNumber(s string) bool {
	return len(s) == 8 && s[2] == '-' && allDigits(s[:2]) && allDigits(s[3:])
}

// isPage reports whether s is "page/pages". The total is learnt from one of
// the first pages, so that resolution numbers in a table are left alone.
func (f *furniture) isPage(s string) bool {
	page, i, n := digits(s, 0)
	if n == 0 || i == len(s) || s[i] != '/' {
		return false
	}
	total, end, m := digits(s, i+1)
	if m == 0 || end != len(s) || page > total {
		return false
	}
	if f.pages == 0 && page <= 3 {
		f.pages = total
	}
	return f.pages == total
}

// span is shorthand for the record's span.
func span(start, end int) record.Span { return record.Span{Start: start, End: end} }
