package scan

import (
	"strings"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/record"
)

// Bounds of what is read at once, in bytes. No paragraph of a UN document
// comes near them; a text without line breaks does, and its tokens must not
// fill the memory.
const (
	maxWindow = 64 << 10
	// cutWithin is how far back from its limit a window is searched for a good
	// place to end.
	cutWithin = 4 << 10
)

// windows calls read with the pieces of a paragraph, part after part where it
// is too long to be read at once.
func windows(text string, pieces []record.Span, read func(part []record.Span)) {
	size := 0
	for _, p := range pieces {
		size += p.End - p.Start
	}
	if size <= maxWindow {
		read(pieces)
		return
	}
	var part []record.Span
	left := maxWindow
	for _, p := range pieces {
		if len(part) > 0 && p.End-p.Start > left {
			read(part)
			part, left = part[:0], maxWindow
		}
		for p.End-p.Start > left {
			cut := cutBefore(text, p.Start, p.Start+left)
			read([]record.Span{{Start: p.Start, End: cut}})
			p.Start = cut
		}
		part, left = append(part, p), left-(p.End-p.Start)
	}
	read(part)
}

// cutBefore returns where to cut text[start:limit] off: after the last
// sentence, or else before the comma of a list, whose numbers then go on from
// those before, or else between two words, or at least two characters.
func cutBefore(text string, start, limit int) int {
	from := max(start+1, limit-cutWithin)
	tail := text[from:limit]
	for _, stop := range []string{"。", "；", "؛", "; ", ".\n"} {
		if i := strings.LastIndex(tail, stop); i >= 0 {
			return from + i + len(stop)
		}
	}
	if i := lastFullStop(tail); i >= 0 {
		return from + i + len(". ")
	}
	if i := strings.LastIndexAny(tail, ",،，、"); i >= 0 {
		return from + i
	}
	if i := strings.LastIndexAny(tail, " \n\t"); i >= 0 {
		return from + i
	}
	for limit > start+1 && !utf8.RuneStart(text[limit]) {
		limit--
	}
	return limit
}

// lastFullStop returns the offset of the last full stop that a blank and no
// number follows, as one follows "No." and "vol.", or -1.
func lastFullStop(text string) int {
	for i := len(text) - len(". x"); i >= 0; i-- {
		if text[i] == '.' && text[i+1] == ' ' && !char.IsDigit(text[i+2]) {
			return i
		}
	}
	return -1
}
