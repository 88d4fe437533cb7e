package structure

import (
	"strings"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/lang"
	"uncite/extract/symbol"
)

// furniture finds the lines that belong to the page and not to the text:
// page numbers, job numbers, running heads, drawn rules. It is asked line by
// line, in order.
type furniture struct {
	own   map[string]bool // the document's own symbols, canonical
	roots []string        // how they begin, as they were printed, for a quick no
	at    int             // the offset after the line that first prints them
	pages int             // the total of "3/17"
	// turned says that the script runs from the right, so that "17/3" may be printed too.
	turned bool
}

// markFurniture marks the lines of the page.
func markFurniture(text string, lines []line, v *vocabulary) {
	f := newFurniture(text, lines)
	f.turned = v.Has(lang.RightToLeft)
	found := false
	for i := range lines {
		l := &lines[i]
		atBreak := l.page || i+1 == len(lines) || lines[i+1].page
		words := text[l.start:l.end]
		l.rule = isRule(words)
		l.furniture = l.rule || f.is(words, l.start, atBreak)
		found = found || l.furniture && !l.rule
	}
	if found {
		f.markRepeated(text, lines)
	}
}

// newFurniture looks in the first lines for the document's symbols, which the
// heads of its pages repeat: a line of its own, or the end of one after a
// wide gap.
func newFurniture(text string, lines []line) *furniture {
	const first = 40
	f := &furniture{at: len(text)}
	for i, l := range lines[:min(len(lines), first)] {
		o, ok := headSymbol(text[l.start:l.end], l.start < first)
		if !ok {
			continue
		}
		f.add(o)
		f.at = l.end
		if i+1 < len(lines) { // the second of two symbols on a line of its own
			next := lines[i+1]
			if o, ok := ownSymbol(text[next.start:next.end]); ok && !next.blank {
				f.add(o)
				f.at = next.end
			}
		}
		break
	}
	return f
}

// add takes a symbol for one of the document's own.
func (f *furniture) add(o own) {
	if f.own == nil {
		f.own = map[string]bool{}
	}
	for _, s := range append(o.aliases, o.symbol) {
		f.own[s] = true
		i := strings.IndexByte(s, '/')
		f.roots = append(f.roots, s[i:min(len(s), i+3)])
	}
}

// headSymbol reads the own symbol that a line of the first page prints: the
// line, what stands behind a wide gap, or the last word. Text taken from a page
// may have closed the gap, but only the first line can then be trusted.
func headSymbol(words string, top bool) (own, bool) {
	if i := max(strings.LastIndex(words, "   "), strings.LastIndexByte(words, '\t')); i >= 0 {
		words = words[skipSpace(words, i):]
	}
	o, ok := ownSymbol(words)
	if ok || !top {
		return o, ok
	}
	for i := 0; i < len(words); i++ { // "United Nations A/75/729 (Part II)"
		if words[i] == ' ' && i+1 < len(words) && beginsSymbol([]byte(words), i+1) {
			if o, ok := ownSymbol(words[i+1:]); ok {
				return o, true
			}
		}
	}
	return own{}, false
}

// is reports whether the line at offset at, with the text s, is furniture;
// page says that a page break stands before or after it.
func (f *furniture) is(s string, at int, page bool) bool {
	if len(s) > longestLine || s == "" {
		return false
	}
	switch c := s[0]; {
	case c == '*' && len(s) > 6 && s[len(s)-1] == '*' && allDigits(s[1:len(s)-1]):
		return true // the bar code
	case f.pageNumber(s, page):
		return true
	}
	return at >= f.at && f.isRunningHead(s)
}

// isRunningHead reports whether a line holds the document's own symbols and
// nothing else but page and job numbers, or one of them at its end or its
// beginning with a wide gap between it and the rest.
func (f *furniture) isRunningHead(s string) bool {
	if !f.mayBeHead(s) {
		return false
	}
	if i := strings.LastIndex(s, "  "); i >= 0 && f.onlyOwn(s[i:]) {
		return true
	}
	if i := strings.Index(s, "  "); i > 0 && f.onlyOwn(s[:i]) {
		return true
	}
	if i := strings.IndexByte(s, '\t'); i >= 0 && (f.onlyOwn(s[:i]) || f.onlyOwn(s[i:])) {
		return true
	}
	return f.onlyOwn(s)
}

// mayBeHead is a quick no.
func (f *furniture) mayBeHead(s string) bool {
	if len(f.roots) == 0 || !mayHaveSymbol(s) {
		return false
	}
	for _, r := range f.roots {
		if strings.Contains(s, r) {
			return true
		}
	}
	for i := range len(s) {
		if s[i] >= firstOfDigits {
			if _, n := digit(s[i:]); n > 0 {
				return true
			}
		}
	}
	return false
}

// onlyOwn reports whether words are own symbols, once or doubled, beside page
// and job numbers.
func (f *furniture) onlyOwn(words string) bool {
	b := []byte(strings.TrimSpace(level(words)))
	found := false
	for i := 0; i < len(b); {
		if n := f.ownAt(b[i:]); n > 0 {
			found, i = true, i+n
			continue
		}
		j := i
		for j < len(b) && b[j] != ' ' {
			j++
		}
		if w := string(b[i:j]); w != "" && w != "-" && !f.isPageWord(w) {
			return false
		}
		i = j + 1
	}
	return found
}

// ownAt returns the length of the own symbol at the start of b: the longest
// reading of it, as a doubled symbol runs into the next.
func (f *furniture) ownAt(b []byte) int {
	n, ok := symbol.ScanOwn(b)
	if !ok {
		return 0
	}
	const shortest = 4
	for ; n >= shortest; n-- {
		if sym, err := symbol.Parse(string(b[:n])); err == nil && f.own[sym.Canonical] {
			return n
		}
	}
	return 0
}

// isPageWord reports whether a word beside a symbol is a page or job number.
func (f *furniture) isPageWord(w string) bool {
	return isJobNumber(w) || isDistribution(w) || f.isPage(w) || len(w) <= 3 && allDigits(w) || romanValue(w) > 0
}

// titleWithin is how many lines at the head of a file have the title.
const titleWithin = 25

// headReach is how many lines a running title may have.
const headReach = 3

// markRepeated marks the lines beside those of the page that repeat there, or
// that repeat words of the title: the running title, the names of columns.
func (f *furniture) markRepeated(text string, lines []line) {
	seen := map[string]int{}
	key := func(l line) string { return char.Lower(level(text[l.start:l.end])) }
	may := func(l line) bool {
		words := text[l.start:l.end]
		return len(words) < longestLine && !l.furniture && !endsParagraph(words) && l.start > f.at
	}
	beside(lines, may, func(i int) bool {
		seen[key(lines[i])]++
		return true
	})
	top := char.Lower(level(text[:headEnd(text, lines, f.at)]))
	beside(lines, may, func(i int) bool {
		k := key(lines[i])
		title := len(f.own) > 0 && lines[i].start > len(top) && len(k) > 8 && strings.Contains(top, k)
		lines[i].furniture = seen[k] > 2 || title
		return lines[i].furniture
	})
}

// headEnd returns where the lines end that have the title: before the first behind the symbol
// that ends as clauses do, where that is soon.
func headEnd(text string, lines []line, at int) int {
	n := min(len(lines), titleWithin)
	for i, l := range lines[:n] {
		if l.start > at && endsInComma(text[l.start:l.end]) {
			n = i
			break
		}
	}
	return lines[max(0, n-1)].end
}

// beside visits the lines before and after each run of furniture, as far as
// visit says that a line belongs to it.
func beside(lines []line, may func(line) bool, visit func(i int) bool) {
	for i := 0; i < len(lines); {
		if !lines[i].furniture || lines[i].rule {
			i++
			continue
		}
		j := i
		for j < len(lines) && lines[j].furniture {
			j++
		}
		for k := i - 1; k >= max(0, i-headReach) && may(lines[k]) && visit(k); k-- {
		}
		end := min(len(lines), j+headReach)
		for k := j; k < end && may(lines[k]) && visit(k); k++ {
			j = k + 1
		}
		i = j
	}
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

// pageNumber recognises "3/17", "- 3 -", "21-08782", "3/17  21-08782", "GE.25-05162
// (E)  060525  iii", and a bare number at a page break.
func (f *furniture) pageNumber(s string, page bool) bool {
	if page && (len(s) <= 3 && allDigits(s) || len(s) <= 6 && romanValue(s) > 0) {
		return true
	}
	if !mayNumberPage(s) {
		return false
	}
	if len(s) == len("060525") && allDigits(s) {
		return true // the date beside the job number
	}
	if s[0] == '-' || strings.HasPrefix(s, "–") {
		if t := strings.Trim(s, "-– "); len(t) <= 3 && allDigits(t) {
			return strings.TrimRight(s, "-–") != s // with a dash on one side it numbers a paragraph
		}
	}
	found, known := false, f.pages
	for i := 0; i < len(s); {
		i = skipSpace(s, i)
		j := i
		for j < len(s) && s[j] != ' ' && s[j] != '\t' {
			j++
		}
		switch w := s[i:j]; {
		case w == "":
		case isJobNumber(w), f.isPage(w):
			found = true
		case isDistribution(w), found && (len(w) == 6 || len(w) <= 3) && allDigits(w), found && romanValue(w) > 0:
		default:
			f.pages = known // the line is no page's
			return false
		}
		i = j
	}
	return found
}

// mayNumberPage is a quick no: a line with the number of its page begins with a figure, a dash or a
// bracket, or with the letters before a job number, "GE.21-08782".
func mayNumberPage(s string) bool {
	switch c := s[0]; {
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		return strings.IndexByte(s[:min(len(s), len("GEN."))], '.') > 0
	case c < utf8.RuneSelf, c == 0xE2:
		return true
	}
	_, size := digit(s)
	return size > 0
}

// isDistribution reports whether w is the letter of a language beside a job
// number.
func isDistribution(w string) bool {
	return len(w) == 3 && w[0] == '(' && w[2] == ')' && w[1] >= 'A' && w[1] <= 'Z'
}

// isJobNumber recognises "21-08782", and with the letters of the office that
// printed it "GE.21-08782", "V.21-08782".
func isJobNumber(s string) bool {
	if i := strings.IndexByte(s, '.'); i > 0 && i <= 3 {
		s = s[i+1:]
	}
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
	if f.turned && page > total && !f.endsOwn(s) {
		page, total = total, page
	}
	if m == 0 || end != len(s) || page > total || page == 0 {
		return false
	}
	if f.pages == 0 && page <= 3 {
		f.pages = total
	}
	return f.pages == total
}

// endsOwn reports whether one of the document's own symbols ends in a number.
func (f *furniture) endsOwn(number string) bool {
	for own := range f.own {
		if strings.HasSuffix(own, "/"+number) {
			return true
		}
	}
	return false
}
