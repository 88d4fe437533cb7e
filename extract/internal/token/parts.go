package token

import (
	"uncite/extract/internal/char"
)

// parts reads the letters of parts after a number, "A and B", "A, B and C",
// "A to D", and returns the end of the number with its first letter.
func (l *Language) parts(text []byte, k int, n *NumberText) int {
	letter, end, ok := l.PartAt(text, char.SkipBlank(text, k))
	if !ok {
		return k
	}
	n.Parts = append(n.Parts[:0:0], PartLetter{letter, int32(k), int32(end)})
	first := end
	for {
		next, ok := l.morePart(text, end, n)
		if !ok {
			return first
		}
		end = next
	}
}

// morePart reads a joining word and the next letter, or the end of a range.
func (l *Language) morePart(text []byte, k int, n *NumberText) (int, bool) {
	at, ranged, ok := l.joiner(text, k)
	if !ok {
		return k, false
	}
	at = char.SkipBlank(text, at)
	letter, end, ok := l.PartAt(text, at)
	last := n.Parts[len(n.Parts)-1].Letter
	if !ok || letter <= last {
		return k, false
	}
	if ranged {
		for between := last + 1; between < letter; between++ {
			n.Parts = append(n.Parts, PartLetter{between, int32(at), int32(end)})
		}
	}
	n.Parts = append(n.Parts, PartLetter{letter, int32(at), int32(end)})
	return end, true
}

// joiner reads what may stand between the letters of two parts.
func (l *Language) joiner(text []byte, k int) (end int, ranged, ok bool) {
	i := char.SkipBlank(text, k)
	if i >= len(text) {
		return k, false, false
	}
	switch {
	case text[i] == '-':
		return i + 1, true, true
	case char.HasAny(text, i, ",", "、", "،"):
		i = char.SkipBlank(text, char.RuneEnd(text, i))
		if end, _, ok := l.joinWord(text, i); ok { // "A, B, and C"
			return end, false, true
		}
		return i, false, true
	}
	return l.joinWord(text, i)
}

func (l *Language) joinWord(text []byte, i int) (end int, ranged, ok bool) {
	if char.HasAny(text, i, l.And...) {
		return char.RuneEnd(text, i), false, true
	}
	m, ok := l.words.At(text, i)
	if !ok {
		return i, false, false
	}
	for _, v := range l.words.Values(m.List) {
		switch l.meanings[v].class {
		case And:
			return m.End, false, true
		case Range:
			return m.End, true, true
		}
	}
	return i, false, false
}

// cyrillicParts are the Cyrillic letters that stand for the Latin letters of
// parts, because they look like them or because they take their place.
var cyrillicParts = map[string]byte{
	"А": 'A', "В": 'B', "Б": 'B', "С": 'C', "Е": 'E', "Н": 'H', "К": 'K', "М": 'M', "О": 'O', "Р": 'P', "Т": 'T', "Х": 'X',
}

// PartAt reads the letter of one part at i: a capital that stands alone.
func (l *Language) PartAt(text []byte, i int) (letter byte, end int, ok bool) {
	switch {
	case i >= len(text):
		return 0, i, false
	case char.IsUpper(text[i]):
		letter, end = text[i], i+1
	case text[i] == 0xD0 && i+1 < len(text):
		letter, end = cyrillicParts[string(text[i:i+2])], i+2
	case text[i] >= 0xD8 && text[i] <= 0xDB && l.Proclitics:
		letter, end = l.spelledPart(text, i)
	}
	if letter == 0 || char.Letter(text, end) > 0 || end < len(text) && (char.IsDigit(text[end]) || text[end] == '/' || text[end] == '\'') {
		return 0, i, false
	}
	if end+1 < len(text) && (text[end] == '.' || text[end] == '-') && (char.IsUpper(text[end+1]) || char.IsDigit(text[end+1])) && text[end] == '.' {
		return 0, i, false
	}
	return letter, end, true
}

func (l *Language) spelledPart(text []byte, i int) (byte, int) {
	m, ok := l.words.At(text, i)
	if !ok {
		return 0, i
	}
	for _, v := range l.words.Values(m.List) {
		if t := &l.meanings[v]; t.class == Part {
			return t.value[0], m.End
		}
	}
	return 0, i
}
