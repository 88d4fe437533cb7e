package web

import (
	"bytes"

	"uncite/extract/internal/char"
)

// Bounds of what the parser of Markdown is given, which takes for each opening mark
// all that follows on its line.
const (
	// mostNested is how many quotations and items may begin on one line.
	mostNested = 16
	// longestAddress is how many bytes the address of a link may have.
	longestAddress = 2048
	// mostOpen is how many brackets may stand open in an address.
	mostOpen = 8
	// mostClosing is how many marks of emphasis may end words in a paragraph: each is
	// sought its beginning among all before it.
	mostClosing = 1000
)

// inertMark stands in place of a mark that opens nothing.
const inertMark = 'x'

// tamed returns the source of a text of Markdown, byte for byte of the same length, in
// which the marks beyond these bounds open nothing. It is for the parser alone: words
// are those of the source. A text with no such mark is returned itself.
func tamed(src []byte) []byte {
	out := src
	hide := func(i int) {
		if &out[0] == &src[0] {
			out = bytes.Clone(src)
		}
		out[i] = inertMark
	}
	at := 0
	var emphasis pairs
	for line := range bytes.Lines(src) {
		nested := 0
		for i := 0; ; {
			mark, end := container(line, i)
			if mark < 0 {
				break
			}
			if nested++; nested > mostNested {
				hide(at + mark)
			}
			i = end
		}
		for i := 0; ; {
			k := bytes.Index(line[i:], []byte("]("))
			if k < 0 {
				break
			}
			if i += k + 2; !addressEnds(line[i:]) {
				hide(at + i - 1)
			}
		}
		if len(bytes.TrimSpace(line)) == 0 {
			emphasis = pairs{}
		}
		for i := bytes.IndexAny(line, emphasisMarks); i >= 0 && i < len(line); {
			run := bytes.IndexFunc(line[i:], func(r rune) bool { return r != rune(line[i]) })
			if run < 0 {
				run = len(line) - i
			}
			if emphasis.closesNothing(line, i, run) {
				for k := range run {
					hide(at + i + k)
				}
			}
			next := bytes.IndexAny(line[i+run:], emphasisMarks)
			if next < 0 {
				break
			}
			i += run + next
		}
		at += len(line)
	}
	return out
}

const emphasisMarks = "*_~"

// pairs are the marks of emphasis of a paragraph that are still open, and how many have
// closed.
type pairs struct {
	open    ['~' + 1]int
	closing int
}

// closesNothing counts the run of marks at line[i:i+run], and reports whether it ends a
// word and has no beginning, or is one of too many.
func (p *pairs) closesNothing(line []byte, i, run int) bool {
	mark := line[i]
	blankBefore := i == 0 || isBlank(line[i-1])
	blankBehind := i+run >= len(line) || isBlank(line[i+run])
	switch {
	case blankBefore && blankBehind:
		return false
	case blankBefore:
		p.open[mark]++
		return false
	case !blankBehind: // may begin and end
		p.open[mark]++
	case p.open[mark] == 0:
		return true
	default:
		p.open[mark]--
	}
	p.closing++
	return p.closing > mostClosing
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// container returns the mark of a quotation or an item at i, behind blanks, and the
// offset behind it; the mark is -1 where there is none.
func container(line []byte, i int) (mark, end int) {
	i = skipBlanks(line, i)
	digits := i
	for i < len(line) && char.IsDigit(line[i]) {
		i++
	}
	if i >= len(line) {
		return -1, i
	}
	blankFollows := i+1 >= len(line) || line[i+1] == ' ' || line[i+1] == '\t' || line[i+1] == '\n' || line[i+1] == '\r'
	switch c := line[i]; {
	case digits < i && (c == '.' || c == ')') && blankFollows,
		digits == i && c == '>',
		digits == i && (c == '-' || c == '+' || c == '*') && blankFollows:
		return i, i + 1
	}
	return -1, i
}

func skipBlanks(line []byte, i int) int {
	for i < len(line) && (line[i] == ' ' || line[i] == '\t') {
		i++
	}
	return i
}

// addressEnds reports whether the address of a link that begins a line ends within it.
func addressEnds(rest []byte) bool {
	open := 1
	for _, c := range rest[:min(len(rest), longestAddress)] {
		switch c {
		case '(':
			if open++; open > mostOpen {
				return false
			}
		case ')':
			if open--; open == 0 {
				return true
			}
		}
	}
	return false
}
