package structure

import "strings"

// Where each note stands at once behind the paragraph that bears its mark, as in texts that
// were made of web pages, no paragraph ends between the mark and the note.

// measureNotes tells whether the notes of a text that a program wrapped stand behind their
// paragraphs, by the lines that certainly begin something: the line before had place for more.
func (l *layout) measureNotes(text string, lines []line) {
	const least, tenth = 2, 10
	with, without := 0, 0
	paragraph, end := 0, 0 // the last that is no note
	noted := false
	for i, b := range lines {
		if i > 0 && l.flows(text, lines[i-1], b) {
			continue
		}
		if printed := raisedBefore(text[b.start:b.end]); printed == "" {
			paragraph, noted = b.start, false
		} else {
			if !noted {
				end, noted = b.start, true
			}
			if lastMark(text[paragraph:end], printed) >= 0 {
				with++
			} else {
				without++
			}
		}
	}
	l.notesBehind = with >= least && without*tenth <= with
}

// raisedBefore returns the raised figures with which a line begins, a bracket before them
// left out.
func raisedBefore(words string) string {
	words = strings.TrimPrefix(words, "(")
	return words[:len(words)-len(strings.TrimLeft(words, raisedDigits))]
}

// noteFollows reports whether line b stands before the note whose mark the last paragraph
// bears, so that it belongs to that.
func (s *splitter) noteFollows(b line) bool {
	const farthest = 4 << 10 // bytes from a line to the note behind its paragraph
	if !s.layout.notesBehind || s.paras[len(s.paras)-1].note > 0 {
		return false
	}
	below := s.text[b.start:min(len(s.text), b.start+farthest)]
	for {
		i := strings.IndexByte(below, '\n')
		if i < 0 {
			return false
		}
		below = below[i+1:]
		if printed := raisedBefore(below); printed != "" {
			p := &s.paras[len(s.paras)-1]
			return lastMark(s.text[p.start:b.start], printed) >= 0
		}
	}
}
