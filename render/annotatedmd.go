package render

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"

	"uncite/extract/record"
)

// Markdown writes the text with its references as links, whose titles describe
// them; what has no address, and what was found at fault, is told in a note.
func (a *Annotated) Markdown(w io.Writer) error {
	out := bufio.NewWriter(w)
	m := markdownMarks{a: a, out: out, notes: map[string]int{}}
	if a.Source != "" {
		m.source(a.Source)
		m.list()
		return out.Flush()
	}
	for _, b := range a.blocks(a.spots()) {
		if b.Zone == record.Heading {
			out.WriteString("## ")
		}
		for i, p := range b.Parts {
			words := markdownText(p.Words, i == 0)
			if p.Spot == nil {
				out.WriteString(words)
				continue
			}
			m.mark(p.Spot, words)
		}
		out.WriteString("\n\n")
	}
	m.list()
	return out.Flush()
}

// markdownMarks writes marked words, and the notes that they lead to.
type markdownMarks struct {
	a     *Annotated
	out   *bufio.Writer
	notes map[string]int // number by words
	order []string
}

// mark writes words as a link, where they have an address, and behind them the mark of a note where there is more to be said.
func (m *markdownMarks) mark(s *spot, words string) {
	if href := m.a.href(s); href != "" {
		fmt.Fprintf(m.out, "[%s](<%s> \"%s\")", words, href, strings.ReplaceAll(markdownText(m.a.told(s.refs[0]), false), `"`, `\"`))
	} else {
		m.out.WriteString(words)
	}
	note := m.a.note(s)
	if note == "" {
		return
	}
	if m.notes[note] == 0 {
		m.order = append(m.order, note)
		m.notes[note] = len(m.order)
	}
	fmt.Fprintf(m.out, "[^u%d]", m.notes[note])
}

// list writes the notes.
func (m *markdownMarks) list() {
	for i, note := range m.order {
		fmt.Fprintf(m.out, "[^u%d]: %s\n", i+1, markdownText(note, false))
	}
}

// source writes the file with marks in it. What was found stands in the text that
// was read, without the signs of the markup, and is looked for in the file by its
// words and what stands around them; where that is not certain it is left alone.
func (m *markdownMarks) source(src string) {
	closed := closedMarkup().FindAllStringIndex(src, -1)
	type place struct {
		record.Span
		spot *spot
	}
	var places []place
	f := finder{src, m.a.Documents[0].Text, map[string][]int{}, map[string]int{}}
	for _, s := range m.a.spots() {
		if at, ok := f.place(s.Span); ok {
			places = append(places, place{record.Span{Start: at, End: at + s.End - s.Start}, s})
		}
	}
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Compare(a.Start, b.Start) })
	at := 0
	for _, p := range places {
		for len(closed) > 0 && closed[0][1] <= p.Start {
			closed = closed[1:]
		}
		if p.Start < at || len(closed) > 0 && closed[0][0] < p.End {
			continue
		}
		m.out.WriteString(src[at:p.Start])
		m.mark(p.spot, src[p.Start:p.End])
		at = p.End
	}
	m.out.WriteString(src[at:])
	if len(m.order) > 0 {
		m.out.WriteString("\n")
		if !strings.HasSuffix(src, "\n") {
			m.out.WriteString("\n")
		}
	}
}

// closedMarkup is what nothing can be put into: links and pictures with their
// words, the definitions of links, addresses, tags, code.
var closedMarkup = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("(?s)```.*?(?:```|\\z)|`[^`\n]*`|!?\\[[^\\]\n]*\\](?:\\([^)\n]*\\)|\\[[^\\]\n]*\\])|(?m:^ {0,3}\\[[^\\]^\n]+\\]:.*$)|<[^>\n]+>|https?://[^\\s>)]+")
})

// wordsAround is how many bytes around words are compared at most to find them, and
// occurrencesAround how many of their occurrences on either side of the one that
// comes when theirs does.
const (
	wordsAround       = 48
	occurrencesAround = 200
)

// finder looks for the words of a text in its source.
type finder struct {
	src, text string
	at        map[string][]int // where words stand in the source
	seen      map[string]int   // how often they were looked for
}

// place returns where the words of a span of the text stand in the source: where as
// much as nowhere else agrees of what stands before and behind them.
func (f *finder) place(s record.Span) (int, bool) {
	words := f.text[s.Start:s.End]
	if words == "" || strings.ContainsAny(words, "\n\r") {
		return 0, false
	}
	all, ok := f.at[words]
	if !ok {
		for from := 0; ; {
			i := strings.Index(f.src[from:], words)
			if i < 0 {
				break
			}
			all = append(all, from+i)
			from += i + len(words)
		}
		f.at[words] = all
	}
	k := f.seen[words]
	f.seen[words]++
	best, most, alike := -1, -1, false
	for _, at := range all[min(len(all), max(0, k-occurrencesAround)):min(len(all), k+occurrencesAround)] {
		same := sameBefore(f.src[:at], f.text[:s.Start]) + sameBehind(f.src[at+len(words):], f.text[s.End:])
		if same > most {
			best, most, alike = at, same, false
		} else if same == most {
			alike = true
		}
	}
	return best, best >= 0 && !alike
}

// sameBefore counts the bytes that agree before two places, the signs of emphasis in
// the source left out.
func sameBefore(src, text string) (n int) {
	for len(src) > 0 && n < min(len(text), wordsAround) {
		c := src[len(src)-1]
		src = src[:len(src)-1]
		if c == text[len(text)-1-n] {
			n++
		} else if !emphasis(c) {
			break
		}
	}
	return n
}

// sameBehind is sameBefore for what stands behind.
func sameBehind(src, text string) (n int) {
	for len(src) > 0 && n < min(len(text), wordsAround) {
		c := src[0]
		src = src[1:]
		if c == text[n] {
			n++
		} else if !emphasis(c) {
			break
		}
	}
	return n
}

func emphasis(c byte) bool { return c == '*' || c == '_' }

// note is what a note says of a spot: all of it where there is no link to bear
// it, else the findings, and the references that share the words.
func (a *Annotated) note(s *spot) string {
	lines := a.tells(s)
	if a.href(s) != "" {
		lines = lines[1:]
	}
	return strings.Join(lines, "; ")
}

// markdownText escapes what Markdown would take for its own.
func markdownText(s string, first bool) string {
	var b strings.Builder
	for i, r := range s {
		if strings.ContainsRune("\\`*_[]<>|~", r) || first && i == 0 && strings.ContainsRune("#+-=", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	out := b.String()
	if number := strings.TrimLeft(out, "0123456789"); first && number != out && (strings.HasPrefix(number, ".") || strings.HasPrefix(number, ")")) {
		digits := out[:len(out)-len(number)]
		return digits + `\` + number
	}
	return out
}
