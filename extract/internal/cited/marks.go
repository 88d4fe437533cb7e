package cited

import (
	"sort"
	"strings"
	"unicode/utf8"

	"uncite/extract/record"
)

// marks are the places at which the marks of notes stand in a text, by number and in
// the order of the text.
type marks struct{ at map[string][]int }

// marksOf finds the raised numbers of a document outside its notes.
func marksOf(d *record.Document) *marks {
	m := &marks{map[string][]int{}}
	from, next := 0, -1 // no raised figure stands between
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		if p.Zone == record.Footnote {
			continue
		}
		for k, piece := range p.Pieces {
			end := piece.End
			// The mark at the end of a paragraph belongs to none of its words.
			if k == len(p.Pieces)-1 {
				end = endOfLine(d.Text, end)
			}
			if piece.Start < from { // as pieces that were put in order may
				m.find(d.Text[piece.Start:end], piece.Start)
				continue
			}
			if piece.Start > next {
				from, next = piece.Start, raisedFrom(d.Text, piece.Start)
			}
			if next < end {
				m.find(d.Text[next:end], next)
			}
		}
	}
	return m
}

// raisedFrom returns where the next raised figure stands from a place of a text on, the end
// where there is none.
func raisedFrom(text string, from int) int {
	if k := nextRaised(text[from:]); k >= 0 {
		return from + k
	}
	return len(text)
}

func (m *marks) find(text string, offset int) {
	for i := 0; i < len(text); {
		k := nextRaised(text[i:])
		if k < 0 {
			return
		}
		i += k
		number, end := raisedNumber(text[i:])
		list := m.at[number]
		if len(list) == 0 || list[len(list)-1] < offset+i {
			m.at[number] = append(list, offset+i)
		}
		i += end
	}
}

// endOfLine returns where the line ends that goes on at an offset, at most a few
// characters on.
func endOfLine(text string, from int) int {
	to := min(len(text), from+16)
	if k := strings.IndexByte(text[from:to], '\n'); k >= 0 {
		return from + k
	}
	return to
}

// before returns the mark of a note that stands last before a place of the text,
// else the first of it.
func (m *marks) before(number string, place int) (int, bool) {
	list := m.at[number]
	if len(list) == 0 {
		return 0, false
	}
	return list[max(0, sort.SearchInts(list, place)-1)], true
}

// figureOf returns the figure that a raised one is, 0 to 9; 0 also for what is none.
func figureOf(c rune) (figure byte) {
	switch {
	case c == '\u00b9':
		return 1
	case c == '\u00b2' || c == '\u00b3':
		return byte(c - '\u00b0')
	case c >= '\u2074' && c <= '\u2079':
		return byte(c - '\u2070')
	}
	return 0
}

func isRaised(c rune) bool { return c == '\u2070' || figureOf(c) > 0 }

// stretch is how many bytes are looked at for one of the two bytes with which raised
// figures begin, before they are for the other: a text may have but one of them.
const stretch = 512

// nextRaised returns where the next raised figure stands, -1 where there is none.
func nextRaised(text string) int {
	for from := 0; from < len(text); from += stretch {
		part := text[from:min(from+stretch, len(text))]
		found := -1
		for _, lead := range []byte{'\xc2', '\xe2'} {
			for i := 0; i < len(part); i++ {
				k := strings.IndexByte(part[i:], lead)
				if k < 0 || found >= 0 && i+k >= found {
					break
				}
				i += k
				if beginsRaised(text[from+i:]) {
					found = i
					break
				}
			}
		}
		if found >= 0 {
			return from + found
		}
	}
	return -1
}

// beginsRaised reports whether a text begins with a raised figure. Of those that begin with
// the first byte of most quotation marks the second byte is another.
func beginsRaised(text string) bool {
	if len(text) < 2 || text[0] == '\xe2' && text[1] != '\x81' {
		return false
	}
	c, _ := utf8.DecodeRuneInString(text)
	return isRaised(c)
}

// raisedNumber reads the raised number with which a text begins.
func raisedNumber(text string) (number string, end int) {
	var figures [8]byte // more make no number of a note, but are read too
	printed := figures[:0]
	for {
		c, size := utf8.DecodeRuneInString(text[end:])
		if !isRaised(c) {
			return string(printed), end
		}
		printed = append(printed, '0'+figureOf(c))
		end += size
	}
}

// afterMark returns the end of the last mark of a note in a text, with the bracket
// about it; 0 where there is none.
func afterMark(text string) int {
	last := 0
	for i := 0; i < len(text); {
		k := nextRaised(text[i:])
		if k < 0 {
			break
		}
		_, size := raisedNumber(text[i+k:])
		i += k + size
		last = i
	}
	if last > 0 && strings.HasPrefix(text[last:], ")") {
		last++
	}
	return last
}

// paragraphAt returns the paragraph that begins last before an offset; nil where none does.
func paragraphAt(d *record.Document, offset int) *record.Paragraph {
	i := sort.Search(len(d.Paragraphs), func(i int) bool { return d.Paragraphs[i].Pieces[0].Start > offset }) - 1
	if i < 0 {
		return nil
	}
	return &d.Paragraphs[i]
}
