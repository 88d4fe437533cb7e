package token

import (
	"strings"

	"uncite/extract/internal/char"
)

// Letter names a part of a resolution: A to Z and, behind them, AA to ZZ, which
// it holds as small letters.
type Letter byte

// String is the letter as it is printed.
func (l Letter) String() string {
	if l >= 'a' {
		return strings.Repeat(string(byte(l)-'a'+'A'), 2)
	}
	return string(byte(l))
}

// letterOfPart reads the letter of one part at i, which may be doubled.
func (l *Language) letterOfPart(text []byte, i int) (Letter, int, bool) {
	if letter, end, ok := l.PartAt(text, i); ok {
		if text[i] >= 0xD8 && l.Proclitics { // AA in the words of the language
			if again, behind, ok := l.PartAt(text, char.SkipBlank(text, end)); ok && again == letter {
				return Letter(letter - 'A' + 'a'), behind, true
			}
		}
		return Letter(letter), end, true
	}
	first, k := LatinCapital(text, i)
	second, end := LatinCapital(text, k)
	if first == 0 || first != second || strings.IndexByte("IX", first) >= 0 {
		return 0, i, false
	}
	if char.Letter(text, end) > 0 || end < len(text) && (char.IsDigit(text[end]) || text[end] == '/') {
		return 0, i, false
	}
	return Letter(first - 'A' + 'a'), end, true
}

// LatinCapital reads a capital at i, or a Cyrillic one that stands for it; the
// letter is 0 where there is none.
func LatinCapital(text []byte, i int) (letter byte, end int) {
	switch {
	case i >= len(text):
		return 0, i
	case char.IsUpper(text[i]):
		return text[i], i + 1
	case text[i] == char.CyrillicLead && i+1 < len(text):
		return cyrillicParts[string(text[i:i+2])], i + 2
	}
	return 0, i
}

// parts reads the letters of parts after a number, "A and B", "A, B and C",
// "A to D", and returns the end of the number with its first letter.
func (l *Language) parts(text []byte, k int, n *NumberText) int {
	letter, end, ok := l.letterOfPart(text, char.SkipBlank(text, k))
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
	letter, end, ok := l.letterOfPart(text, at)
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
	case text[i] < 0x80 || text[i] == char.CyrillicLead:
		letter, end = LatinCapital(text, i)
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
