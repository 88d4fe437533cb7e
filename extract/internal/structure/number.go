package structure

import (
	"maps"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"uncite/extract/internal/normal"
	"uncite/extract/lang"
)

// mark is what a paragraph begins with: a printed number, a letter, a note
// mark.
type mark struct {
	kind  markKind
	value int    // 42; the place of the letter; the value of the roman number
	alt   int    // the other reading of a letter: i is a roman one, a Cyrillic letter may look like a Latin one
	text  string // the letter as the graph writes it: a, bb
	end   int    // bytes to the first word after the mark
}

type markKind uint8

const (
	noMark     markKind = iota
	digitMark           // "42.", "42 -"
	letterMark          // "(b)", "b)", "(ب)"
	romanMark           // "(iii)", "’3‘", "㈢": always below a letter
	noteMark            // "¹² "
	plainMark           // "12 ": a footnote where the sequence says so
	parenMark           // "(12) ": the same, or an item of a list
	squareMark          // "[12] ": a footnote where the text has that mark
)

// superscript returns the raised digit at the start of s and its length.
func superscript(s string) (digit, size int) {
	if s == "" || s[0] != 0xC2 && s[0] != 0xE2 {
		return 0, 0
	}
	r, n := utf8.DecodeRuneInString(s)
	if value, ok := normal.Raised(r); ok {
		return value, n
	}
	return 0, 0
}

// skipSpace returns the index of the first byte of s from i on that is no
// blank and no mark of text direction.
func skipSpace(s string, i int) int {
	for i < len(s) {
		switch c := s[i]; {
		case c == ' ' || c >= '\t' && c <= '\r':
			i++
		case c == 0xC2 && strings.HasPrefix(s[i:], "\u00A0"):
			i += 2
		case c == 0xE3 && strings.HasPrefix(s[i:], "\u3000"):
			i += 3
		case c == 0xE2 && isInvisible(s[i:]), c == 0xEF && strings.HasPrefix(s[i:], "\uFEFF"):
			i += 3
		default:
			return i
		}
	}
	return i
}

// isInvisible reports whether s, which begins with 0xE2, begins with a thin
// space or a mark of text direction or joining.
func isInvisible(s string) bool {
	if len(s) < 3 {
		return false
	}
	c := uint(s[1])<<8 | uint(s[2])
	return c >= 0x8080 && c <= 0x808F || c == 0x80AF || c >= 0x80AA && c <= 0x80AE || c >= 0x81A6 && c <= 0x81A9
}

// digits reads a number in ASCII, full-width or Arabic digits.
func digits(s string, i int) (value, end, count int) {
	for i < len(s) && count < 6 {
		if c := s[i]; c < utf8.RuneSelf {
			if !isASCIIDigit(c) {
				break
			}
			value, i, count = value*10+int(c-'0'), i+1, count+1
			continue
		}
		d, n := digit(s[i:])
		if n == 0 {
			break
		}
		value, i, count = value*10+d, i+n, count+1
	}
	return value, i, count
}

// firstOfDigits is the lowest byte with which a digit begins that is none of ASCII.
const firstOfDigits = 0xD9

func digit(s string) (value, size int) {
	if c := s[0]; c < 0x80 {
		if isASCIIDigit(c) {
			return int(c - '0'), 1
		}
		return 0, 0
	}
	if c := s[0]; c != firstOfDigits && c != 0xDB && c != 0xEF {
		return 0, 0 // no script that has digits of its own
	}
	r, n := utf8.DecodeRuneInString(s)
	if value, ok := normal.Digit(r); ok {
		return value, n
	}
	return 0, 0
}

// hasDigit reports whether a digit of any script stands in s.
func hasDigit(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= '0' && (c <= '9' || c >= firstOfDigits) {
			if _, n := digit(s[i:]); n > 0 {
				return true
			}
		}
	}
	return false
}

// readMark reads what the line s begins with. Markdown emphasis and escapes
// before and within the mark are passed over.
func readMark(s string, v *vocabulary) mark {
	i := skipMarkup(s, 0)
	if i == len(s) {
		return mark{}
	}
	// Most paragraphs begin with a plain letter: nothing to look for.
	if c := s[i]; c >= 'A' && c <= 'Z' || c >= 0xE4 && c <= 0xE9 {
		return mark{}
	}
	if beginsNoteMark(s[i]) {
		if m := readNoteMark(s, i); m.kind != noMark {
			return m
		}
	}
	if value, end, n := digits(s, i); n > 0 && n <= 3 {
		return digitsMark(s, value, end)
	}
	if m := turnedMark(s, i); m.kind != noMark {
		return m
	}
	return bracketMark(s, i, v)
}

func skipMarkup(s string, i int) int {
	for end := i + maxMarkup; ; {
		i = skipSpace(s, i)
		if i < min(len(s), end) && (s[i] == '*' || s[i] == '\\' || s[i] == '#' || s[i] == '>') {
			i++
			continue
		}
		return i
	}
}

// maxMarkup bounds the signs of markup before a word, in bytes.
const maxMarkup = 64

// beginsNoteMark is a quick no: a note mark begins with a bracket or a raised digit.
func beginsNoteMark(c byte) bool { return c == '[' || c == '(' || c == ')' || c == 0xC2 || c == 0xE2 }

// readNoteMark reads "¹² ", "(¹) ", "¹ () ", "[^12]: ".
func readNoteMark(s string, i int) mark {
	if strings.HasPrefix(s[i:], "[^") {
		value, end, n := digits(s, i+2)
		if n > 0 && strings.HasPrefix(s[end:], "]:") {
			return mark{kind: noteMark, value: value, end: skipSpace(s, end+2)}
		}
		return mark{}
	}
	if s[i] == '[' {
		value, end, n := digits(s, i+1)
		if n > 0 && n <= 3 && end < len(s) && s[end] == ']' && skipSpace(s, end+1) > end+1 {
			return mark{kind: squareMark, value: value, end: skipSpace(s, end+1)}
		}
		return mark{}
	}
	j := i
	for j < len(s) && (s[j] == '(' || s[j] == ')') {
		j++
	}
	value, n := 0, 0
	for j < len(s) {
		d, size := superscript(s[j:])
		if size == 0 || n == 4 {
			break
		}
		value, j, n = value*10+d, j+size, n+1
	}
	if n == 0 {
		return mark{}
	}
	// Arabic notes print their mark in brackets, which extraction leaves
	// empty or turns round beside it.
	for j = skipSpace(s, j); j < len(s) && (s[j] == '(' || s[j] == ')') && emptyBracket(s, j); {
		j = skipSpace(s, j+1)
	}
	return mark{kind: noteMark, value: value, end: j}
}

// turnedMark reads the number of a paragraph that stands behind its dash, "- 1", in a
// run from left to right that programs set apart in text from right to left.
func turnedMark(s string, i int) mark {
	const popped = "\u202C" // the end of the run
	if s[i] != '-' {
		return mark{}
	}
	at := skipSpace(s, i+1)
	value, end, n := digits(s, at)
	if n == 0 || n > 3 || !strings.HasPrefix(s[end:], popped) || skipSpace(s, end) == len(s) {
		return mark{}
	}
	return mark{kind: digitMark, value: value, end: skipSpace(s, end)}
}

// emptyBracket reports whether the bracket at i stands for itself alone: one
// that opens a word, as in "(A/75/L.1)", belongs to the note.
func emptyBracket(s string, i int) bool {
	next := skipSpace(s, i+1)
	return s[i] == ')' || next < len(s) && (s[next] == ')' || s[next] == '(')
}

// digitsMark reads what follows the number that ends at end.
func digitsMark(s string, value, end int) mark {
	i := end
	if i < len(s) && s[i] == '\\' {
		i++
	}
	j := skipSpace(s, i)
	switch {
	case j == len(s):
		return mark{}
	case s[end] == '/' && skipSpace(s, end+1) > end+1 && startsLetter(s[skipSpace(s, end+1):]):
		return mark{kind: noteMark, value: value, end: skipSpace(s, end+1)} // "1/ See", of typewriters
	case j > i && s[j] != '-' && s[j] != '.' && !strings.HasPrefix(s[j:], "–") && !strings.HasPrefix(s[j:], "−"):
		return mark{kind: plainMark, value: value, end: j}
	}
	for _, stop := range [...]string{".", "．", "-", "–", "−", "、", "‑"} {
		if !strings.HasPrefix(s[j:], stop) {
			continue
		}
		k := j + len(stop)
		if stop == "." && strings.HasPrefix(s[k:], "-") { // "1.-"
			k++
		}
		if k == len(s) || j == i && tightStop(s, stop, k) {
			return mark{}
		}
		next := skipMarkup(s, k)
		if next < len(s) && isASCIIDigit(s[next]) && (stop != "." || next == k) {
			return mark{} // "10 – 20": a range
		}
		return mark{kind: digitMark, value: value, end: skipSpace(s, k)}
	}
	return mark{}
}

// tightStop reports whether what follows the stop without a blank forbids it
// to be one: "1.5", "46-e".
func tightStop(s, stop string, k int) bool {
	if isASCIIDigit(s[k]) {
		return true
	}
	return stop != "." && stop != "．" && stop != "、" && skipSpace(s, k) == k
}

func isASCIIDigit(c byte) bool { return c >= '0' && c <= '9' }

// bracketMark reads "(b)", "b)", "(iii)", "(ب)", "㈢", "’3‘", "(3)".
func bracketMark(s string, i int, v *vocabulary) mark {
	if r, n := utf8.DecodeRuneInString(s[i:]); r >= '㈠' && r <= '㈩' {
		return mark{kind: romanMark, value: int(r-'㈠') + 1, end: skipSpace(s, i+n)}
	}
	open, inner := bracketed(s, i)
	if inner == "" {
		return mark{}
	}
	closing := open + len(inner)
	if s[closing] == '\\' {
		closing++
	}
	end := skipSpace(s, closing+closerLen(s[closing:]))
	if value, e, n := digits(inner, 0); n > 0 && n <= 3 && e == len(inner) {
		if open == i { // "3)": a number like "3."
			return mark{kind: digitMark, value: value, end: end}
		}
		if strings.HasPrefix(s[i:], "(") || strings.HasPrefix(s[i:], "（") {
			return mark{kind: parenMark, value: value, end: end}
		}
		return mark{kind: romanMark, value: value, end: end}
	}
	if han := ownNumber(inner); han > 0 {
		return mark{kind: romanMark, value: han, end: end}
	}
	return letterOrRoman(inner, end, v)
}

// closers end a bracketed mark.
var closers = [...]string{")", "）", "‘", "’"}

func closerLen(s string) int {
	for _, c := range closers {
		if strings.HasPrefix(s, c) {
			return len(c)
		}
	}
	return 0
}

// bracketed returns the few characters between the bracket at i and the one
// that closes it, and where they begin; the first bracket may be missing.
func bracketed(s string, i int) (start int, inner string) {
	const longest = 14 // bytes: "(xxviii)", a doubled Arabic letter
	start = i
	quoted := false
	for k, o := range [...]string{"(", "（", "’", "‘"} {
		if strings.HasPrefix(s[i:], o) {
			start, quoted = i+len(o), k >= 2
			break
		}
	}
	for j := start; j < len(s) && j-start <= longest; j++ {
		c := s[j]
		if c < 0x80 && c != ')' && !isLetterOrDigit(c) && c != ' ' && c != '\\' || quoted && c < 0x80 && !isASCIIDigit(c) {
			return 0, ""
		}
		switch {
		case c != ')' && c != 0xEF && c != 0xE2 || closerLen(s[j:]) == 0:
		case quoted == (c == 0xE2): // quotation marks close numbers that they open: "d’un" is none
			return start, strings.TrimSuffix(s[start:j], "\\")
		default:
			return 0, ""
		}
	}
	return 0, ""
}

func isLetterOrDigit(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isASCIIDigit(c)
}

// letterOrRoman reads a letter of the language as its place in the alphabet,
// and a small roman number as its value.
func letterOrRoman(inner string, end int, v *vocabulary) mark {
	key := strings.ReplaceAll(strings.ReplaceAll(inner, " ", ""), "\u200D", "")
	if value := romanValue(key); value > 0 && (len(key) > 1) {
		return mark{kind: romanMark, value: value, end: end}
	}
	r, size := utf8.DecodeRuneInString(key)
	if r == utf8.RuneError || strings.ReplaceAll(key, key[:size], "") != "" {
		if places := v.letters[key]; len(places) > 0 { // "هـ": a letter of two characters
			return mark{kind: letterMark, value: places[0], text: letterText(places[0], 1), end: end}
		}
		return mark{}
	}
	times := len(key) / size
	if times > 3 {
		return mark{}
	}
	if r >= 'a' && r <= 'z' {
		m := mark{kind: letterMark, value: int(r-'a') + 1, end: end}
		m.text = letterText(m.value, times)
		if times == 1 {
			m.alt = romanValue(key)
		} else {
			m.value += 26 * (times - 1)
		}
		return m
	}
	places := v.letters[key[:size]]
	if len(places) == 0 {
		return mark{}
	}
	m := mark{kind: letterMark, value: places[0] + 26*(times-1), text: letterText(places[0], times), end: end}
	if len(places) > 1 {
		m.alt = -places[1]
	}
	return m
}

// letterText returns the Latin letter of a place in the alphabet, times over.
func letterText(place, times int) string {
	if place < 1 || place > 26 {
		return strconv.Itoa(place)
	}
	return strings.Repeat(string(rune('a'+place-1)), times)
}

// romanValue reads a small roman number in lower case up to xxxix; 0 where s
// is none.
func romanValue(s string) int {
	total, last := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		n := 0
		switch s[i] {
		case 'i':
			n = 1
		case 'v':
			n = 5
		case 'x':
			n = 10
		default:
			return 0
		}
		if n < last {
			total -= n
		} else {
			total, last = total+n, n
		}
	}
	if s != roman(total) {
		return 0
	}
	return total
}

// roman writes n in small roman numerals.
func roman(n int) string {
	if n < 1 || n > 39 {
		return strconv.Itoa(n)
	}
	units := [...]string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"}
	return strings.Repeat("x", n/10) + units[n%10]
}

// ownNumber reads a number in the digits of a language of its own, 九十九; 0 where
// s is none.
func ownNumber(s string) int {
	if n, end := numerals().Read(s); end == len(s) {
		return n
	}
	return 0
}

// numerals are the digits, ten, hundred …, of all languages that have some of their own.
var numerals = sync.OnceValue(func() lang.Numerals {
	all := lang.Numerals{}
	for _, code := range lang.Codes {
		maps.Copy(all, lang.Of(code).Numerals)
	}
	return all
})

// numbering follows the numbers of a document and names each paragraph: "3",
// "3 (b)", "3 (b) (ii)".
type numbering struct {
	top    string // "3", "p3"
	letter int    // place of the last letter below top
	text   string // its name
	roman  int    // the last roman number below the letter
}

// next returns the name of the paragraph that begins with m.
func (n *numbering) next(m mark) string {
	switch m.kind {
	case digitMark:
		n.restart(strconv.Itoa(m.value))
	case letterMark:
		n.takeLetter(m)
	case romanMark, parenMark:
		n.roman = m.value
	}
	name := n.top
	if n.letter > 0 {
		name += " (" + n.text + ")"
	}
	if n.roman > 0 {
		name += " (" + roman(n.roman) + ")"
	}
	return strings.TrimPrefix(name, " ")
}

// takeLetter decides what a letter with two readings is: the one that
// follows the letter, or the roman number, before it.
func (n *numbering) takeLetter(m mark) {
	switch {
	case m.alt > 0 && m.value != n.letter+1 && (m.alt == n.roman+1) && (n.letter > 0 || n.roman > 0 || m.alt == 1):
		n.roman = m.alt
		return
	case m.alt < 0 && m.value != n.letter+1 && -m.alt == n.letter+1:
		m.value, m.text = -m.alt, letterText(-m.alt, 1)
	}
	n.letter, n.text, n.roman = m.value, m.text, 0
}

func (n *numbering) restart(top string) { *n = numbering{top: top} }
