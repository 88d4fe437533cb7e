package pdf

import (
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
	var marks []int // the lines before which a mark of a letter stood alone
	for _, l := range lines {
		words, turned := f.lineInOrder(l)
		if turned && isMarks(words) {
			marks = append(marks, len(out))
			continue
		}
		out = append(out, setLine{text: []byte(words), blank: turned})
	}
	out = swapParted(out, marks)
	for from := 0; from < len(out); { // the brackets of a paragraph
		to := from + 1
		for out[from].blank && to < len(out) && out[to].blank && len(out[to].text) > 0 && !ends(lastOf(out[to-1].text)) {
			to++
		}
		if out[from].blank {
			mirror(out[from:to])
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

// swapParted makes one line again of those that programs part at a mark of a letter: the
// mark alone, what stands left of it, what stands right of it. marks are the places of
// the marks, which are no longer among the lines.
func swapParted(lines []setLine, marks []int) []setLine {
	widest := 0
	for i := range lines {
		widest = max(widest, utf8.RuneCount(lines[i].text))
	}
	for _, i := range slices.Backward(marks) {
		if i+1 >= len(lines) || len(lines[i].text) == 0 || len(lines[i+1].text) == 0 {
			continue
		}
		left, right := lines[i].text, lines[i+1].text
		if n := utf8.RuneCount(left) + utf8.RuneCount(right); 10*n > 11*widest {
			continue
		}
		lines[i].text = slices.Concat(right, []byte(" "), left)
		lines = slices.Delete(lines, i+1, i+2)
	}
	return lines
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
		before, words := closed(piece[:begin], strings.TrimSuffix(piece[begin+len(setsLeft):end], endsSet))
		writeLetters(&b, before)
		var run []glyph
		for _, r := range words {
			run = append(run, glyph{r: r})
		}
		for _, g := range f.logical(run) {
			b.WriteRune(g.r)
		}
		piece = piece[end:]
	}
	return b.String()
}

// closed gives words in other letters the bracket that closes one of theirs, "(Part I": it
// stands left of them, as what the line goes on with behind them, among the words or before.
func closed(before, words string) (string, string) {
	latin := strings.IndexFunc(words, func(r rune) bool { return r < utf8.RuneSelf && unicode.IsLetter(r) })
	if latin < 0 || strings.Count(words, "(") <= strings.Count(words[latin:], ")") {
		return before, words
	}
	if i := strings.IndexByte(words[:latin], ')'); i >= 0 {
		return before, words[:i] + words[i+1:] + ")"
	}
	if bare := strings.TrimRight(before, " "); strings.HasSuffix(bare, ")") {
		return bare[:len(bare)-1], words + ")"
	}
	return before, words
}

// writeLetters writes letters without the marks of direction, and not drawn out.
func writeLetters(b *strings.Builder, words string) {
	for _, r := range foldForms(words) {
		if r != 0x640 && (r < 0x202A || r > 0x202E) {
			b.WriteRune(r)
		}
	}
}
