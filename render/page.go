package render

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// pageWidth is the width in columns at which running text is broken, where the
// screen is not narrower.
const pageWidth = 100

// page writes text that is read from top to bottom. The first error of the
// writer below is kept until close.
type page struct {
	w        *bufio.Writer
	width    int // of the screen, within which every line is broken; 0 for none
	unquoted *unquoted
}

func newPage(w io.Writer) page { return page{bufio.NewWriter(w), widthOf(w), &unquoted{}} }

// head writes a heading with an empty line above.
func (p page) head(format string, args ...any) { p.line("\n"+format, args...) }

// line writes a line. What is wider than the screen goes on below, further in.
func (p page) line(format string, args ...any) {
	s := fmt.Sprintf(format, args...)
	for l := range strings.SplitSeq(s, "\n") {
		words := strings.TrimLeft(l, " ")
		if p.width == 0 || words == "" || displaywidth.String(l) <= p.width {
			fmt.Fprintln(p.w, l)
			continue
		}
		indent := min(len(l)-len(words), p.width/2)
		further := min(indent+4, p.width/2)
		first := broken(words, max(1, p.width-indent))[0]
		fmt.Fprintf(p.w, "%*s%s\n", indent, "", first)
		for _, part := range broken(strings.TrimLeft(words[len(first):], " "), max(1, p.width-further)) {
			fmt.Fprintf(p.w, "%*s%s\n", further, "", part)
		}
	}
}

// fieldWidth has room for the longest name of a measure and two blanks.
const fieldWidth = len("weighted-outdegree") + 2

// field writes a name and what it stands for, in two columns.
func (p page) field(name, value string) {
	if value != "" {
		p.line("  %-*s%s", fieldWidth, name, isolate(plain(value)))
	}
}

// text writes running text, indented.
func (p page) text(indent int, s string) {
	for _, l := range columns(s, p.textWidth()-indent) {
		p.line("%*s%s", indent, "", isolate(l))
	}
}

func (p page) textWidth() int {
	if p.width > 0 {
		return min(pageWidth, p.width)
	}
	return pageWidth
}

// notes closes a page with what must be said of it, and of the citations in it.
func (p page) notes(notes []string) {
	notes = slices.Concat(p.unquoted.notes(), notes)
	if len(notes) > 0 {
		p.line("")
	}
	for _, n := range notes {
		p.line("%s", plain(n))
	}
}

func (p page) close() error { return p.w.Flush() }

// columns breaks s into lines of at most width columns, where text may be
// broken, and inside a word only where that is too wide by itself.
func columns(s string, width int) []string { return broken(plain(s), width) }

// broken is columns for a text whose blanks stand for something.
func broken(rest string, width int) []string {
	var lines []string
	for rest != "" {
		used, breakAt, end := 0, 0, len(rest)
		for i, r := range rest {
			w := displaywidth.Rune(r)
			if used+w > width && i > 0 && r != ' ' {
				if end = breakAt; end == 0 {
					end = i
				}
				break
			}
			used += w
			if next := rest[i+len(string(r)):]; breaksAfter(r, next) && !joined(r, next) && !strings.HasSuffix(rest[:i+len(string(r))], "--") {
				breakAt = len(rest) - len(next)
			}
		}
		lines = append(lines, strings.TrimRight(rest[:end], " "))
		rest = strings.TrimLeft(rest[end:], " ")
	}
	return lines
}

// joined tells whether r stands inside a symbol, a number or a flag, as in
// A/RES/60/288, 2001-2010 or --top, so that a line should not end there.
func joined(r rune, following string) bool {
	return r == '/' || r == '-' && following != "" && (following[0] >= '0' && following[0] <= '9' || following[0] == '-')
}

// ordinal is the number of a place: 1st, 2nd, 11th.
func ordinal(n int) string {
	suffix := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return fmt.Sprint(n, suffix)
}
