package pdf

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Programs that take the text off a page set marks of direction around what runs from
// the right, and within it around what does not: numbers, signs, words in other letters.
// The letters of the script are in reading order then; what stands between the inner
// marks is as the eye meets it from the left: "\u202A)1(2030\u202C" is 2030 with a note.

// The marks of direction.
const (
	setsRight = "\u202B" // what follows runs from the right
	setsLeft  = "\u202A" // from the left
	endsSet   = "\u202C"
)

// InReadingOrder returns text that a program took off pages that run from the right in
// the order in which it is read, without the marks of direction, letters drawn out and
// forms of letters; any other text as it is.
func InReadingOrder(text string) string {
	if !strings.Contains(text, setsRight) {
		return text
	}
	f := &file{}
	lines := strings.Split(strings.ToValidUTF8(text, "\uFFFD"), "\n")
	out := make([]setLine, 0, len(lines))
	var marks []parting
	for _, l := range lines {
		words, turned := f.lineInOrder(l)
		if turned && isMarks(words) {
			if l[0] != ' ' { // else the lines are those of the page
				marks = append(marks, parting{len(out) - 2, len(out)})
			}
			continue
		}
		if whole := withoutLastMark(words); turned && whole != words {
			marks = append(marks, parting{len(out) - 1, -1})
			words = whole
		}
		out = append(out, setLine{text: []byte(words), blank: turned})
	}
	out = withoutBlanks(swapNumbers(swapParted(out, marks)))
	withoutGaps(out)
	for from := 0; from < len(out); { // the brackets of a paragraph
		to := from + 1
		for out[from].blank && to < len(out) && out[to].blank && len(out[to].text) > 0 && !ends(lastOf(out[to-1].text)) {
			to++
		}
		if out[from].blank {
			mirror(out[from:to])
			tidy(out[from:to])
		}
		from = to
	}
	var b strings.Builder
	b.Grow(len(text))
	for i := range out {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.Write(out[i].text)
	}
	return withLigatures(b.String())
}

func lastOf(text []byte) rune {
	r, _ := utf8.DecodeLastRune(text)
	return r
}

// isMarks tells whether words are marks of letters and nothing else.
func isMarks(words string) bool {
	words = strings.TrimSpace(words)
	return words != "" && strings.IndexFunc(words, func(r rune) bool { return !unicode.Is(unicode.Mn, r) }) < 0
}

// withoutLastMark returns words without marks of letters that stand behind a blank at their
// end.
func withoutLastMark(words string) string {
	i := strings.LastIndexByte(words, ' ')
	if i < 0 || !isMarks(words[i:]) {
		return words
	}
	return strings.TrimRight(words[:i], " ")
}

// parting is a mark of a letter at which a line was parted, by the lines that may be the left
// part of it, before what stands right of it: most often the two lines before the mark are
// the parts, else the two behind it. -1 is none.
type parting struct{ before, behind int }

// swapParted makes one line again of those that programs part at a mark of a letter: what
// stands left of it and what stands right of it.
func swapParted(lines []setLine, marks []parting) []setLine {
	if len(marks) == 0 {
		return lines
	}
	p := newParts(lines)
	before := func(m parting) int { return m.before }
	p.join(marks, before)
	marks = slices.DeleteFunc(marks, func(m parting) bool { return m.before >= 0 && p.joined[m.before] })
	p.join(marks, func(m parting) int { return m.behind })
	out := lines[:0]
	for i := 0; i < len(lines); i++ {
		first := i
		for i+1 < len(lines) && p.joined[i] {
			i++
		}
		line := lines[i]
		if first < i {
			page := len(lines[first].text) - len(bytes.TrimLeft(lines[first].text, "\f"))
			var text []byte
			for k := i; k >= first; k-- {
				text = append(append(text, lines[k].text...), ' ')
			}
			if text = bytes.TrimRight(text, " "); page > 0 {
				text = append([]byte{'\f'}, bytes.ReplaceAll(text, []byte{'\f'}, nil)...)
			}
			line.text = text
		}
		out = append(out, line)
	}
	return out
}

// parts are lines of which some are joined with the next one to one line.
type parts struct {
	lines       []setLine
	joined      []bool // with the next
	width       []int  // of what is joined, at its first and its last line
	first, last []int  // of what is joined, at its last and its first line
	full        int
}

func newParts(lines []setLine) *parts {
	p := &parts{lines: lines, full: fullWidth(lines)}
	p.joined, p.width = make([]bool, len(lines)), make([]int, len(lines))
	p.first, p.last = make([]int, len(lines)), make([]int, len(lines))
	for i := range lines {
		p.width[i], p.first[i], p.last[i] = letters(lines[i].text), i, i
	}
	return p
}

// join joins the lines that marks tell to be the left part with the next ones, those first
// that together are the longest, as far as one line has place for them.
func (p *parts) join(marks []parting, left func(parting) int) {
	var at []int
	for _, m := range marks {
		if i := left(m); i >= 0 && i+1 < len(p.lines) && hasLetters(p.lines[i].text) && hasLetters(p.lines[i+1].text) && p.lines[i+1].text[0] != '\f' {
			at = append(at, i)
		}
	}
	pair := func(i int) int { return letters(p.lines[i].text) + letters(p.lines[i+1].text) }
	slices.Sort(at)
	at = slices.Compact(at)
	slices.SortStableFunc(at, func(i, j int) int { return pair(j) - pair(i) })
	for _, i := range at {
		first, last := p.first[i], p.last[i+1]
		width := p.width[first] + 1 + p.width[last]
		if width > p.full || p.joined[i] || last-first > 1 && 100*width > 95*p.full {
			continue
		}
		p.joined[i] = true
		p.width[first], p.width[last] = width, width
		p.last[first], p.first[last] = last, first
	}
}

// fullWidth is how many letters a line may have: a little more than most, 0 of no lines.
func fullWidth(lines []setLine) int {
	const most, more = 0.97, 1.06
	if len(lines) == 0 { // all of the text was marks of letters
		return 0
	}
	widths := make([]int, len(lines))
	for i := range lines {
		widths[i] = letters(lines[i].text)
	}
	slices.Sort(widths)
	return int(more * float64(widths[int(math.Ceil(most*float64(len(widths)-1)))]))
}

// letters counts the characters of a line without the marks of letters.
func letters(text []byte) int {
	n := 0
	for _, r := range string(text) {
		if !unicode.Is(unicode.Mn, r) {
			n++
		}
	}
	return n
}

// swapNumbers puts the number of a paragraph before its first line, where programs set it
// behind, blank lines around it, as the gap between the two is wide; or before the end of the
// paragraph before; or several numbers before the first of as many paragraphs.
func swapNumbers(lines []setLine) []setLine {
	out := lines[:0]
	for i := 0; i < len(lines); i++ {
		n := len(out)
		if !isNumberAlone(lines[i].text) || i+1 == len(lines) {
			out = append(out, lines[i])
			continue
		}
		stack := i + 1
		for stack < len(lines) && isNumberAlone(lines[stack].text) {
			stack++
		}
		apart := stack == i+1 && len(lines[stack].text) == 0
		switch {
		case apart && n > 1 && len(out[n-1].text) == 0 && beginsNumbered(out[:n-1]):
			out[n-2].number(lines[i].text)
			out = out[:n-1] // the line goes on at once
			i++
		case apart && n > 0 && breaksOff(out[n-1].text) && numberBehindEnd(lines[i:]), numberEach(lines[i:stack], lines[stack:]):
			for i = stack - 1; n > 0 && len(out[n-1].text) > 0 && len(lines[i+1].text) == 0; i++ { // it stood around the number
			}
		default:
			out = append(out, lines[i])
		}
	}
	return out
}

// number puts a number before a line.
func (l *setLine) number(number []byte) { l.text = slices.Concat(number, []byte(" "), l.text) }

// breaksOff tells whether a line has words and no stop behind them.
func breaksOff(text []byte) bool { return hasLetters(text) && !ends(lastOf(text)) }

// numberReach is within how many lines the paragraph stands whose number stands too early.
const numberReach = 12

// numberBehindEnd gives the number of the first line to the paragraph behind the next words,
// where these end the one before: they are alone, and end in a stop.
func numberBehindEnd(lines []setLine) bool {
	ended := false
	for i := 1; i < min(len(lines), numberReach); i++ {
		switch text := lines[i].text; {
		case !hasLetters(text):
		case ended:
			lines[i].number(lines[0].text)
			return true
		case !ends(lastOf(text)) || i+1 == len(lines) || len(lines[i+1].text) > 0:
			return false
		default:
			ended = true
		}
	}
	return false
}

// numberEach gives one of the numbers to each paragraph that follows; false where it finds
// fewer.
func numberEach(numbers, lines []setLine) bool {
	var firsts []int
	ended := true
	for i := 0; i < min(len(lines), numberReach) && len(firsts) < len(numbers); i++ {
		text := lines[i].text
		if len(text) > 0 && (text[0] == '_' || text[0] == '\f') {
			return false // the page is over
		}
		if hasLetters(text) && ended {
			firsts = append(firsts, i)
		}
		if len(text) > 0 && text[0] != '(' {
			ended = ends(lastOf(text))
		}
	}
	if len(firsts) < len(numbers) {
		return false
	}
	for k, i := range firsts {
		lines[i].number(numbers[k].text)
		lines[i].first = true
	}
	return true
}

// beginsNumbered tells whether the last of lines is the first of a paragraph whose number
// comes behind it: it breaks off, or is the whole paragraph, as the one before has ended.
func beginsNumbered(lines []setLine) bool {
	i := len(lines) - 1
	first := bytes.TrimLeft(lines[i].text, "\f")
	if !lines[i].blank || len(first) == 0 || isNumberAlone(first) || first[0] == '_' || !hasLetters(first) {
		return false
	}
	return !ends(lastOf(first)) || i > 0 && len(lines[i-1].text) > 0 && ends(lastOf(lines[i-1].text))
}

// isNumberAlone tells whether a line is the number of a paragraph, "12 -", or the letter of
// an item, "(b)", and no more.
func isNumberAlone(text []byte) bool {
	const longest = 8 // bytes
	if len(text) == 0 || len(text) > longest {
		return false
	}
	if digits := bytes.Trim(text, "- "); len(digits) < len(text) && len(digits) <= markDigits && bytes.Trim(digits, "0123456789") == nil {
		return len(digits) > 0
	}
	return (text[0] == '(' || text[0] == ')') && hasLetters(text) && utf8.RuneCount(text) <= len("(aa)")
}

func hasLetters(text []byte) bool { return bytes.IndexFunc(text, unicode.IsLetter) >= 0 }

// goesOn tells whether a line goes on behind the blank one below: it breaks off and is long,
// or is the first of a paragraph with a number, which does not end in a comma.
func (l *setLine) goesOn(long float64) bool {
	if !l.blank || !hasLetters(l.text) {
		return false
	}
	open := breaksOff(l.text)
	return l.first && (open || comma(lastOf(l.text))) || open && float64(letters(l.text)) > long
}

// tidy takes out the blanks that programs write between a bracket and a number in it.
func tidy(lines []setLine) {
	for i := range lines {
		text := lines[i].text
		out := text[:0]
		for at, c := range text {
			afterBracket := at > 0 && text[at-1] == '(' && at+1 < len(text) && isDigitByte(text[at+1])
			beforeBracket := at+1 < len(text) && text[at+1] == ')' && at > 0 && isDigitByte(text[at-1])
			if c != ' ' || !afterBracket && !beforeBracket {
				out = append(out, c)
			}
		}
		lines[i].text = out
	}
}

func isDigitByte(c byte) bool { return c >= '0' && c <= '9' }

// withoutBlanks leaves out the blank lines that programs write behind what stands beside a
// number or mark: behind a line that is as good as full and breaks off.
func withoutBlanks(lines []setLine) []setLine {
	const most = 0.7
	full := most * float64(fullWidth(lines))
	out := lines[:0]
	for i := range lines {
		n := len(out)
		if len(lines[i].text) == 0 && n > 0 && out[n-1].goesOn(full) && i+1 < len(lines) && lines[i+1].blank && hasLetters(lines[i+1].text) && lines[i+1].text[0] != '\f' && lines[i+1].text[0] != '(' {
			continue
		}
		out = append(out, lines[i])
	}
	return out
}

// lineInOrder returns a line in reading order, and whether it runs from the right. A
// program that keeps the layout sets the pieces of a line from left to right.
func (f *file) lineInOrder(l string) (words string, turned bool) {
	bare := strings.TrimLeft(l, " \f\r")
	if !strings.Contains(bare, setsRight) {
		return l, false
	}
	page := strings.HasPrefix(l, "\f")
	var pieces []string
	for bare != "" {
		begin, end := strings.Index(bare, setsRight), len(bare)
		if begin != 0 { // words that run from the left
			if begin > 0 {
				end = begin
			}
			if words := strings.TrimSpace(bare[:end]); words != "" {
				pieces = append(pieces, words)
			}
			if gap := end - len(strings.TrimRight(bare[:end], " ")); gap > 2 {
				pieces = append(pieces, "  ") // the gap of a column
			}
			bare = bare[end:]
			continue
		}
		end = endOfSet(bare)
		pieces = append(pieces, f.inOrder(bare[:end]))
		bare = bare[end:]
	}
	slices.Reverse(pieces)
	words = strings.Trim(strings.Join(pieces, " "), " \r")
	if page {
		words = "\f" + words
	}
	return words, true
}

// endOfSet returns where what the mark at the beginning of s sets ends.
func endOfSet(s string) int {
	depth := 0
	for i, r := range s {
		switch string(r) {
		case setsRight, setsLeft:
			depth++
		case endsSet:
			if depth--; depth == 0 {
				return i + len(endsSet)
			}
		}
	}
	return len(s)
}

// inOrder returns a piece that runs from the right in reading order.
func (f *file) inOrder(piece string) string {
	var b strings.Builder
	for piece != "" {
		begin := strings.Index(piece, setsLeft)
		if begin < 0 {
			writeLetters(&b, piece)
			break
		}
		end := begin + endOfSet(piece[begin:])
		before, words, after := closed(piece[:begin], strings.TrimSuffix(piece[begin+len(setsLeft):end], endsSet))
		writeLetters(&b, before)
		var run []glyph
		for _, r := range words {
			run = append(run, glyph{r: r})
		}
		if after == "" {
			run = f.logical(run)
		}
		for _, g := range run {
			b.WriteRune(g.r)
		}
		b.WriteString(after)
		piece = piece[end:]
	}
	return b.String()
}

// closed gives words in other letters the bracket that closes one of theirs, "(Part I": it
// stands left of them, as what the line goes on with behind them, among the words or before.
// Where such a bracket was found the words are in reading order, and so is after, which is
// written behind them.
func closed(before, words string) (head, latin, after string) {
	first := strings.IndexFunc(words, func(r rune) bool { return r < utf8.RuneSelf && unicode.IsLetter(r) })
	if first < 0 || strings.Count(words, "(") <= strings.Count(words[first:], ")") {
		return before, words, ""
	}
	head, left := before, words[:first]
	closing := strings.Count(left, ")")
	if bare := strings.TrimRight(before, " "); strings.HasSuffix(bare, ")") {
		head = bare[:len(bare)-1]
		closing++
	}
	stops := strings.TrimRight(strings.ReplaceAll(left, ")", ""), " ")
	if strings.HasPrefix(left, " ") { // the last that is read
		stops = strings.TrimLeft(stops, " ") + " "
	}
	if closing == 0 || strings.ContainsAny(left, "(0123456789") {
		return before, words, ""
	}
	if symbol, number, ok := numberRight(words[first:]); ok {
		return head, number + " (" + symbol, strings.Repeat(")", closing) + stops
	}
	return head, strings.TrimRight(words[first:], " "), strings.Repeat(")", closing) + stops
}

// numberRight parts a symbol from the number right of its bracket, which is read before it:
// "A/2048/53 ( 53" is "53 (A/2048/53)".
func numberRight(words string) (symbol, number string, ok bool) {
	const bracket = "("
	symbol, number, _ = strings.Cut(words, bracket)
	digits := strings.TrimLeft(number, " ")
	if digits == "" || digits == number || strings.Trim(digits, "0123456789") != "" {
		return "", "", false
	}
	return strings.TrimRight(symbol, " "), digits, true
}

// writeLetters writes letters without the marks of direction, and not drawn out.
func writeLetters(b *strings.Builder, words string) {
	for _, r := range foldForms(words) {
		if r != 0x640 && (r < 0x202A || r > 0x202E) {
			b.WriteRune(r)
		}
	}
}
