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
		at += len(line)
	}
	return out
}

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
