// Package normal rewrites text into the one form that matching works on, and
// keeps the way back: widths, digits of all scripts, spaces, dashes, quotes,
// bidirectional marks, Arabic vowel signs and Markdown marks are levelled,
// and every byte of the result knows its offset in the source.
package normal

import (
	"math/bits"
	"sort"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// NoteDigit is the byte that stands for a superscript zero; a superscript
// digit d, which marks a footnote, becomes the byte NoteDigit+d.
const NoteDigit = 0x10

// IsNoteDigit reports whether the byte stands for a superscript digit.
func IsNoteDigit(b byte) bool { return b >= NoteDigit && b < NoteDigit+10 }

// Text is normalised text with its map back to the source.
type Text struct {
	Bytes []byte
	// The map is kept as the places where the distance between a normalised
	// offset and its source offset changes.
	at   []int32 // offsets into Bytes, ascending
	from []int32 // source offset of the byte at the same index
}

// Reset empties t for another source and keeps its memory.
func (t *Text) Reset() {
	t.Bytes, t.at, t.from = t.Bytes[:0], t.at[:0], t.from[:0]
}

// Source returns the offset in the source of the normalised offset i.
func (t *Text) Source(i int) int {
	k := sort.Search(len(t.at), func(k int) bool { return int(t.at[k]) > i }) - 1
	if k < 0 {
		return i
	}
	return int(t.from[k]) + i - int(t.at[k])
}

// Span returns the source span of the normalised bytes start to end. The
// span ends right after the last character, so that marks which
// normalisation drops are inside only when they stand between two characters.
func (t *Text) Span(source string, start, end int) (int, int) {
	if end <= start {
		s := t.Source(start)
		return s, s
	}
	last := end - 1
	for last > start && t.Bytes[last]&0xC0 == 0x80 {
		last--
	}
	s := t.Source(last)
	_, size := utf8.DecodeRuneInString(source[s:])
	return t.Source(start), accents(source, s+size)
}

// accents returns the offset behind the combining accents at i.
func accents(source string, i int) int {
	for i < len(source) && (source[i] == 0xCC || source[i] == 0xCD) {
		r, size := utf8.DecodeRuneInString(source[i:])
		if fold(r) != joins {
			break
		}
		i += size
	}
	return i
}

// mark notes that the next normalised byte comes from the source offset from.
func (t *Text) mark(from int) {
	n := int32(len(t.Bytes))
	if k := len(t.at) - 1; k >= 0 {
		if t.at[k] == n {
			t.from[k] = int32(from)
			return
		}
		if int(t.from[k])+int(n-t.at[k]) == from {
			return
		}
	}
	t.at = append(t.at, n)
	t.from = append(t.from, int32(from))
}

// special is true of the bytes at which normalisation may have work to do, and
// odd of the pairs of bytes at which it has, among those that begin with a
// special byte outside ASCII.
var (
	special [256]bool
	odd     [1 << 16]bool
	// steps are how many bytes of a pair need no work, by the second byte and the first: both of a
	// letter of two bytes, the blank before one.
	steps [1 << 16]uint8
	// letters are the letters of two bytes for which another one stands, by their bytes, the first one lowest, and
	// that other, so; 0 for all others.
	letters [1 << 16]uint16
)

func init() {
	for _, b := range []byte{'\\', '[', ']', '*', ' '} {
		special[b] = true
	}
	for b := 0; b < 0x20; b++ {
		special[b] = true // keeps the note digits free for footnote marks
	}
	for r := rune(0x80); r <= 0xFFFD; r++ {
		if fold(r) == same {
			continue
		}
		c := string(r)
		special[c[0]] = true
		odd[int(c[0])<<8|int(c[1])] = true
		if to := string(fold(r)); fold(r) >= 0 && len(c) == 2 && len(to) == 2 {
			letters[pair(c)] = pair(to)
		}
	}
	setLatin()
	for lead := 0xC2; lead < 0xE0; lead++ {
		steps[lead<<8|' '] = 1
		for next := 0x80; next < 0xC0; next++ {
			if !odd[lead<<8|next] {
				steps[next<<8|lead] = 2
			}
		}
	}
}

// pair are the first two bytes of s, the first one lowest.
func pair(s string) uint16 { return uint16(s[0]) | uint16(s[1])<<8 }

// Add appends the normalised form of source[start:end].
func (t *Text) Add(source string, start, end int) {
	i := start
	t.mark(i)
	for i < end {
		if run := t.plainRun(source, i, end); run > i {
			t.Bytes = append(t.Bytes, source[i:run]...)
			if i = run; i >= end { // what ends a run needs work
				break
			}
		}
		if i+2 <= end {
			if to := letters[pair(source[i:])]; to != 0 {
				t.Bytes = append(t.Bytes, byte(to), byte(to>>8))
				i += 2
				continue
			}
		}
		i = t.step(source, i, end)
	}
}

// String returns the normalised form of s, which most words of the tables have
// already.
func String(s string) string {
	var t Text
	if t.plainRun(s, 0, len(s)) == len(s) {
		return s
	}
	t.Add(s, 0, len(s))
	return string(t.Bytes)
}

// plainRun returns the end of the text from i on that needs no work: single
// blanks between words are part of it.
func (t *Text) plainRun(source string, i, end int) int {
	if i < end && source[i] == ' ' {
		return i
	}
	for run := i; run < end; run++ {
		b := source[run]
		if b >= 0x80 || b == ' ' {
			if run = plainPairs(source, run, end); run >= end {
				break
			}
			b = source[run]
		}
		switch {
		case !special[b] && b >= 0xE0:
			run = ideographsEnd(source[:end], run+3) - 1
		case !special[b]:
			if b < 0x80 {
				if twins[b] != 0 && besideCyrillic(source, run, end) {
					return run
				}
				run = plainLatin(source[:end], run+1) - 1
			}
		case b == ' ' && run+1 < end:
			if run > i+2 && wide(source[run+1]) && wide(source[run-3]) || special[source[run+1]] && unlevel(source, run+1, end) && !isLetter(source[run+1:end]) {
				return run
			}
		case unlevel(source, run, end):
			if run > i+1 && source[run-1] == ' ' && !isLetter(source[run:end]) {
				run-- // the blank before it belongs to what is to be changed
			}
			return run
		case b >= 0x80:
			run++ // a letter of two bytes, or the half of a longer one
		}
	}
	return end
}

// plainPairs returns the end of the letters of two bytes at i in which there is nothing to
// change, with the single blanks before such letters.
func plainPairs(source string, i, end int) int {
	s := source[:end]
	for i+2 <= len(s) {
		n := steps[uint16(s[i])|uint16(s[i+1])<<8]
		if n == 0 {
			break
		}
		i += int(n)
	}
	return i
}

// ideographsEnd returns the end of the Chinese characters at i. It looks at three at once: at
// the first byte of each, which is one from E4 to E9.
func ideographsEnd(s string, i int) int {
	const firsts = 0x0001000001000001 // times a byte is that byte where one begins
	for ; i+9 <= len(s); i += 9 {
		low := load8(s[i:])&(0xFF*firsts) ^ 0xE0*firsts
		in := (low + (0x80-0x04)*firsts) &^ (low + (0x80-0x0A)*firsts)
		if other := (^in&(0x80*firsts) | low&(0xF0*firsts)); other != 0 {
			return i + bits.TrailingZeros64(other)/24*3
		}
	}
	for i+3 <= len(s) && ideograph(s[i]) {
		i += 3
	}
	return i
}

// ideograph reports whether the byte begins a Chinese character, of three
// bytes, in which there is never work to do.
func ideograph(lead byte) bool { return lead >= 0xE4 && lead <= 0xE9 }

// unlevel reports whether normalisation has work to do at the special byte at i.
func unlevel(source string, i, end int) bool {
	b := source[i]
	if b == '*' { // alone it stands for itself
		return i+1 < end && source[i+1] == '*'
	}
	return b < 0x80 || i+1 >= end || odd[int(b)<<8|int(source[i+1])] && !wideMark(source[i:end])
}

// isLetter reports whether the text begins with a letter for which another one stands: nothing before it
// is changed with it.
func isLetter(s string) bool { return len(s) > 1 && letters[pair(s)] != 0 }

// wideMark reports whether the text begins with a Chinese mark that stands for itself: of those that
// begin with E3 80 the blank of full width alone is odd.
func wideMark(s string) bool { return len(s) > 2 && s[0] == 0xE3 && s[1] == 0x80 && s[2] != 0x80 }

// ones times a byte is that byte eight times.
const ones = 0x0101010101010101

// load8 are the first eight bytes of s, the first one lowest.
func load8(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// Join appends one normalised byte for what stands in the source at an offset, or for no character of
// it, such as the blank where two halves of a paragraph meet.
func (t *Text) Join(b byte, from int) {
	t.mark(from)
	t.Bytes = append(t.Bytes, b)
}

// step normalises the character at i and returns the offset after it.
func (t *Text) step(source string, i, end int) int {
	switch b := source[i]; {
	case b == ' ' || b < 0x20:
		return t.space(source, i, end)
	case b == '\\' || b == '[' || b == ']' || b == '*':
		return t.markdown(source, i, end)
	case b < 0x80:
		return t.twins(source, i, end)
	}
	if c := narrow(source[i:end]); c != 0 {
		t.Join(c, i)
		t.mark(i + 3)
		return i + 3
	}
	r, size := utf8.DecodeRuneInString(source[i:end])
	next := i + size
	switch to := fold(r); {
	case r == softHyphen && lineEnds(source, next, end):
		t.replace('-', i, next) // of a word that is written with one
	case to == same:
		t.Bytes = append(t.Bytes, source[i:next]...)
	case to == blank:
		return t.space(source, i, end)
	case to == drop:
		t.mark(next)
	case to == joins:
		t.accent(r, next)
	case to == several:
		for _, c := range norm.NFKC.String(source[i:next]) {
			if to := fold(c); to >= 0 {
				c = to
			} else if to == drop || to == joins {
				continue
			}
			t.replace(c, i, next)
		}
	default:
		t.replace(to, i, next)
	}
	return next
}

// narrow returns the character of ASCII that stands for the one of full width at the beginning of
// the text, 0 where there is none: EF BC 81 to EF BD 9E, which Chinese writes most of its commas with.
func narrow(s string) byte {
	switch {
	case len(s) < 3 || s[0] != 0xEF:
	case s[1] == 0xBC && s[2] > 0x80 && s[2] < 0xC0:
		return s[2] - 0x80 + ' '
	case s[1] == 0xBD && s[2] >= 0x80 && s[2] < 0x9F:
		return s[2] - 0x80 + '`'
	}
	return 0
}

const softHyphen = 0xAD

// lineEnds reports whether a line ends at i, and a letter begins the next.
func lineEnds(source string, i, end int) bool {
	if i < end && source[i] == '\r' {
		i++
	}
	return i+1 < end && source[i] == '\n' && letter(source[i+1])
}

// accent joins a combining accent to the letter before it; one that makes no
// letter with it, as the marks of stress, is dropped.
func (t *Text) accent(r rune, next int) {
	last, size := utf8.DecodeLastRune(t.Bytes)
	whole, n := utf8.DecodeRuneInString(norm.NFC.String(string([]rune{last, r})))
	if size == 0 || whole == last || n == 0 || whole < utf8.RuneSelf {
		t.mark(next)
		return
	}
	if to := fold(whole); to >= 0 {
		whole = to
	}
	t.Bytes = t.Bytes[:len(t.Bytes)-size]
	for k := len(t.at); k > 0 && int(t.at[k-1]) > len(t.Bytes); k-- {
		t.at, t.from = t.at[:k-1], t.from[:k-1]
	}
	t.Bytes = utf8.AppendRune(t.Bytes, whole)
	t.mark(next)
}

func (t *Text) replace(to rune, i, next int) {
	t.mark(i)
	t.Bytes = utf8.AppendRune(t.Bytes, to)
	t.mark(next)
}

// space turns a run of white space of any kind into one blank. A line that
// breaks after or before the slash of a number is no blank: "60/" + "288".
func (t *Text) space(source string, i, end int) int {
	next, lines := i, false
	for next < end {
		b := source[next]
		if b == ' ' || b < 0x20 {
			lines = lines || b == '\n'
			next++
			continue
		}
		if b < 0x80 {
			break
		}
		r, size := utf8.DecodeRuneInString(source[next:end])
		if fold(r) != blank {
			break
		}
		next += size
	}
	if lines && t.insideWord(source, next, end) || t.betweenWide(source, next, end) {
		t.mark(next)
		return next
	}
	if n := len(t.Bytes); n > 0 && t.Bytes[n-1] == ' ' {
		t.mark(next)
		return next
	}
	t.mark(i)
	t.Bytes = append(t.Bytes, ' ')
	t.mark(next)
	return next
}

func (t *Text) insideWord(source string, next, end int) bool {
	n := len(t.Bytes)
	if n == 0 || next >= end {
		return false
	}
	last, first := t.Bytes[n-1], source[next]
	if last == '-' && n > 1 && letter(t.Bytes[n-2]) && letter(first) {
		return true // "non-" and "proliferation" on the next line
	}
	return last == '/' && (digit(first) || first >= 'A' && first <= 'Z') || digit(last) && first == '/'
}

// betweenWide reports whether the blank before next parts two characters of a
// script that has none, or one from a mark: that is nothing.
func (t *Text) betweenWide(source string, next, end int) bool {
	n := len(t.Bytes)
	return n >= 3 && next < end && wide(source[next]) && wide(t.Bytes[n-3]) && t.Bytes[n-2]&0xC0 == 0x80 && t.Bytes[n-1]&0xC0 == 0x80
}

// wide reports whether a byte begins a Chinese character or a mark of
// punctuation of full width; other marks of three bytes begin otherwise.
func wide(lead byte) bool { return ideograph(lead) || lead == 0xE3 || lead == 0xEF }

// letter takes every byte outside ASCII for part of one.
func letter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= 0x80 }

func digit(b byte) bool { return b >= '0' && b <= '9' }

// markdown drops the marks of Markdown: a backslash before punctuation, bold
// stars, and the brackets and target of a link.
func (t *Text) markdown(source string, i, end int) int {
	switch {
	case source[i] == '\\' && i+1 < end && punctuation(source[i+1]):
		t.mark(i + 1)
		if special[source[i+1]] { // an escaped bracket or star stands for itself
			t.Bytes = append(t.Bytes, source[i+1])
			return i + 2
		}
		return i + 1
	case source[i] == '*' && i+1 < end && source[i+1] == '*':
		t.mark(i + 2)
		return i + 2
	case source[i] == '[':
		if linkClose(source, i, end) > 0 {
			t.mark(i + 1)
			return i + 1
		}
	case source[i] == ']':
		if n := linkTarget(source, i, end); n > 0 {
			t.mark(n)
			return n
		}
	}
	t.Bytes = append(t.Bytes, source[i])
	return i + 1
}

func punctuation(b byte) bool {
	return b > ' ' && b < 0x7F && !(b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z')
}

// maxLink bounds the words and the target of a link, in bytes, so that a
// text of brackets alone costs no more than linear time.
const maxLink = 300

// linkClose returns the offset of the bracket that closes a link opened at i,
// or 0 where the bracket opens no link.
func linkClose(source string, i, end int) int {
	for k := i + 1; k < end && k < i+maxLink; k++ {
		switch source[k] {
		case '[', '\n':
			return 0
		case ']':
			if linkTarget(source, k, end) > 0 {
				return k
			}
			return 0
		}
	}
	return 0
}

// linkTarget returns the offset after "](…)" at i, or 0.
func linkTarget(source string, i, end int) int {
	if i+2 >= end || source[i+1] != '(' {
		return 0
	}
	if c := source[i+2]; c != '#' && c != 'h' && c != '/' && c != '.' && c != ')' {
		return 0
	}
	for k := i + 2; k < end && k < i+maxLink; k++ {
		switch source[k] {
		case ')':
			return k + 1
		case '\n', ' ', '(':
			return 0
		}
	}
	return 0
}
