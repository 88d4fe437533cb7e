package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/record"
)

// mark is a note mark in the text, or the number of a note.
type mark struct {
	number     int
	start, end int
	at         *record.Paragraph
	printed    bool // the mark itself stands in the text
}

// noteMarks reports marks that have no note and notes that have no mark. A
// document without raised marks, or without notes, tells nothing.
func noteMarks(s *subject) []Finding {
	marks, notes := s.marks(), s.noteNumbers()
	if len(marks) == 0 || len(notes) == 0 {
		return nil
	}
	marked, noted := count(marks), count(notes)
	var out []Finding
	for _, m := range marks {
		if noted[m.number] == 0 {
			out = append(out, m.finding(fmt.Sprintf("There is no note %d.", m.number)))
		}
	}
	highest := 0
	for _, m := range marks {
		highest = max(highest, m.number)
	}
	for _, n := range notes {
		if marked[n.number] == 0 && n.number <= highest+mostApart {
			out = append(out, n.finding(fmt.Sprintf("No mark in the text leads to note %d.", n.number)))
		}
	}
	return out
}

// mostApart is how far the number of a note may lie above all marks. What lies further is
// the beginning of a row of figures that was read as a note.
const mostApart = 5

// noteOrder reports a note whose number is lower than that of the note before,
// but for notes that are numbered anew from 1. What is read as a note without a mark in
// the text is counted by a program, or goes on from the page before: its number says nothing.
func noteOrder(s *subject) []Finding {
	var out []Finding
	notes := slices.DeleteFunc(s.noteNumbers(), func(m mark) bool { return !m.printed })
	for i := 1; i < len(notes); i++ {
		if n, before := notes[i], notes[i-1]; n.number <= before.number && n.number != 1 {
			out = append(out, n.finding(fmt.Sprintf("Note %d stands after note %d.", n.number, before.number)))
		}
	}
	return out
}

func (m mark) finding(reason string) Finding {
	f := Finding{Start: m.start, End: m.end, Reason: reason}
	if m.at != nil {
		f.Zone, f.Paragraph = m.at.Zone, m.at.Number
	}
	return f
}

func count(marks []mark) map[int]int {
	n := map[int]int{}
	for _, m := range marks {
		n[m.number]++
	}
	return n
}

// marks are the runs of raised digits in the text that is no note. A raised
// digit behind a single letter is a power: m², km³ stand behind a number.
func (s *subject) marks() []mark {
	var out []mark
	for p, piece := range s.pieces(record.Footnote) {
		out = append(out, s.marksIn(p, piece)...)
	}
	return out
}

func (s *subject) marksIn(p *record.Paragraph, piece record.Span) []mark {
	var out []mark
	for at := piece.Start; at < piece.End; {
		start, number := at, 0
		for at < piece.End {
			digit, size := raised(s.doc.Text[at:piece.End])
			if size == 0 {
				break
			}
			number, at = number*10+digit, at+size
		}
		if at > start {
			if number > 0 && at-start <= 3*4 && !power(s.doc.Text[piece.Start:start]) {
				out = append(out, mark{number, start, at, p, true})
			}
			continue
		}
		_, size := utf8.DecodeRuneInString(s.doc.Text[at:])
		at += size
	}
	return out
}

// power reports whether what stands before a raised digit is a unit of
// measure: one or two small letters behind a number.
func power(before string) bool {
	unit := strings.TrimRightFunc(before, unicode.IsLower)
	size := utf8.RuneCountInString(before[len(unit):])
	if size == 0 || size > 2 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(unit, " \u00A0"))
	return unicode.IsDigit(last)
}

// noteNumbers are the printed numbers of the notes, in reading order.
func (s *subject) noteNumbers() []mark {
	var out []mark
	for i := range s.doc.Paragraphs {
		p := &s.doc.Paragraphs[i]
		digits, ok := strings.CutPrefix(p.Number, "n")
		number, err := strconv.Atoi(digits)
		if p.Zone != record.Footnote || !ok || err != nil {
			continue
		}
		start, end, printed := s.printed(p.Pieces[0].Start)
		out = append(out, mark{number, start, end, p, printed})
	}
	return out
}

// printed is the span of the mark that stands before the words of a note, or
// of the first word where the mark is not in the text.
func (s *subject) printed(words int) (start, end int, printed bool) {
	line := strings.LastIndexByte(s.doc.Text[:words], '\n') + 1
	head := s.doc.Text[line:words]
	if trimmed := strings.TrimSpace(head); trimmed != "" {
		start = line + strings.Index(head, trimmed)
		return start, start + len(trimmed), true
	}
	rest := s.doc.Text[words:]
	if i := strings.IndexFunc(rest, unicode.IsSpace); i > 0 {
		return words, words + i, false
	}
	return words, len(s.doc.Text), false
}
