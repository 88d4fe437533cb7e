package scan

import (
	"uncite/extract/internal/match"
	"uncite/extract/internal/normal"
)

// token is a piece of a paragraph that may belong to a citation. Words that
// bear no token leave a gap.
type token struct {
	start, end int32    // in the normalised text
	list       int32    // of a word of the lexicon: match.Match.List
	n          int32    // items, dates: index; month: 1 to 12
	kinds      classSet // all classes of a word of the lexicon
	class      class
	gap        bool // words without a token stand before it
}

// classSet is a set of classes, one bit each.
type classSet uint64

func (s classSet) has(c class) bool { return s&(1<<c) != 0 }

func set(classes ...class) classSet {
	var s classSet
	for _, c := range classes {
		s |= 1 << c
	}
	return s
}

func (t token) is(c class) bool { return t.kinds.has(c) }

// isLetter is true of the bytes that begin a word in a script with blanks
// between words.
var isLetter [256]bool

func init() {
	for b := 0; b < 256; b++ {
		isLetter[b] = b|0x20 >= 'a' && b|0x20 <= 'z' && b < 0x80 || b >= 0xC3 && b <= 0xD4 || b >= 0xD8 && b <= 0xDB
	}
}

// lexer is a paragraph as text and as the tokens that it bears, with what the tokens
// spell. It is kept from paragraph to paragraph.
type lexer struct {
	lang    *lexicon
	text    normal.Text
	tokens  []token
	items   []number     // of the tokens that are numbers
	dates   []string     // of those that are dates, ISO 8601
	symbols []symbolText // of those that are symbols
	notes   []noteMark   // the footnote marks between them
	parsed  map[string]symbolText
	covered int // end of the last token
}

// newLexer returns a lexer for paragraphs in the words of the lexicon.
func newLexer(l *lexicon) lexer { return lexer{lang: l} }

// reset forgets the paragraph before.
func (s *lexer) reset() {
	s.text.Reset()
	s.symbols = s.symbols[:0]
}

// lex reads the tokens of the text.
func (s *lexer) lex() {
	s.tokenize(0, len(s.text.Bytes))
	s.joinDates()
}

// tokenize fills s.tokens with the tokens of the normalised bytes from to end.
func (s *lexer) tokenize(from, end int) {
	s.tokens, s.items, s.dates, s.notes = s.tokens[:0], s.items[:0], s.dates[:0], s.notes[:0]
	s.covered = from
	text := s.text.Bytes[:end]
	for i := from; i < end; {
		b := text[i]
		switch {
		case b == ' ':
			i++
		case isLetter[b] && (b < 0x80 || match.Letter(text, i) > 0):
			i = s.word(text, i)
		case b >= '0' && b <= '9':
			if end, ok := s.numberedName(text, i); ok {
				i = end
			} else {
				i = s.number(text, i)
			}
		case b < 0x80:
			i = s.mark(text, i)
		default:
			i = s.wide(text, i)
		}
	}
}

// push appends a token; gap tells whether uncovered words stand before it.
func (s *lexer) push(t token) {
	t.gap = s.gapBefore(int(t.start))
	if t.kinds == 0 {
		t.kinds = set(t.class)
	}
	s.tokens = append(s.tokens, t)
	s.covered = int(t.end)
}

// gapBefore reports whether anything but blanks and footnote marks stands
// between the last token and i.
func (s *lexer) gapBefore(i int) bool {
	for k := s.covered; k < i; k++ {
		if b := s.text.Bytes[k]; b != ' ' && !(b >= normal.NoteDigit && b < normal.NoteDigit+10) {
			return true
		}
	}
	return false
}

// word reads the word at i: a symbol, a term, a special session's number, or
// nothing of interest.
func (s *lexer) word(text []byte, i int) int {
	switch b := text[i]; {
	case b >= 'A' && b <= 'Z':
		if end, ok := s.symbolAt(text, i); ok {
			return end
		}
		if end, ok := s.specialItem(text, i); ok {
			return end
		}
		if end, ok := s.foreignItem(text, i); ok {
			return end
		}
	case b == cyrillicLead:
		if end, ok := s.cyrillicItem(text, i); ok {
			return end
		}
	}
	if end, ok := s.term(text, i); ok {
		return end
	}
	if s.lang.proclitics && text[i] >= 0xD8 {
		if end, ok := s.afterProclitic(text, i); ok {
			return end
		}
	}
	return wordEnd(text, i)
}

// behindType reports whether the word at i stands right behind the word
// resolution or decision, or its No.
func (s *lexer) behindType(i int) bool {
	n := len(s.tokens)
	return n > 0 && (s.tokens[n-1].is(typ) || s.tokens[n-1].is(no)) && !s.gapBefore(i)
}

// cyrillicLead begins the Cyrillic capitals.
const cyrillicLead = 0xD0

// cyrillicItem reads a special session's number or a symbol that begins with
// the Cyrillic letter that looks like its Latin one.
func (s *lexer) cyrillicItem(text []byte, i int) (int, bool) {
	switch {
	case hasAny(text, i, "С-") && s.behindType(i): // elsewhere a grade of the staff, С-2/1
		return s.sessionSlash(text, i+len("С-"), number{Numeral: Numeral{Session: "S-"}, start: int32(i)})
	case hasAny(text, i, "А/", "Е/"):
		return s.cyrillicSymbol(text, i)
	case hasAny(text, i, "А.") && (s.behindType(i) || s.behindBody(i) || s.behindForeign(i)):
		return s.cyrillicForeign(text, i)
	}
	return i, false
}

// term reads the longest word of the lexicon, or name, at i.
func (s *lexer) term(text []byte, i int) (int, bool) {
	m, ok := s.lang.words.At(text, i)
	if !ok {
		return i, false
	}
	return s.matched(text, i, m), true
}

// matched adds the token of the match m at i, and returns the offset at which
// to read on.
func (s *lexer) matched(text []byte, i int, m match.Match) int {
	h := &s.lang.heads[m.List]
	if h.kinds.has(session) {
		if end, ok := s.spelledSession(text, i, m.End); ok {
			return end
		}
	}
	s.push(token{start: int32(i), end: int32(m.End), list: m.List, n: h.month, kinds: h.kinds, class: h.class})
	if h.digits {
		return firstWord(text, i, m.End) // a number in the name is cited too
	}
	return m.End
}

// numberedName reads a name that begins with a number: 2030 Agenda, 2005 World
// Summit Outcome.
func (s *lexer) numberedName(text []byte, i int) (int, bool) {
	m, ok := s.lang.words.At(text, i)
	if !ok || !s.lang.heads[m.List].kinds.has(name) {
		return i, false
	}
	return s.term(text, i)
}

// firstWord returns the end of the first word of the name from i to end.
func firstWord(text []byte, i, end int) int {
	if k := wordEnd(text, i); k > i {
		return min(k, end)
	}
	return runeEnd(text, i)
}

// afterProclitic reads a term behind the short words that Arabic writes as
// one with the next: and, then, in, to, like.
func (s *lexer) afterProclitic(text []byte, i int) (int, bool) {
	k := i
	if hasAny(text, k, "و", "ف") {
		k += 2
		s.conjunction(text, i, k)
		if end, ok := s.term(text, k); ok {
			return end, true
		}
		if k < len(text) && isDigit(text[k]) && hasAny(text, i, "و") {
			return k, true // a number written as one with the "and" before it
		}
	}
	if hasAny(text, k, "ب", "ل", "ك") {
		k += 2
		if end, ok := s.term(text, k); ok {
			return end, true
		}
	}
	if k > i {
		s.forget(i)
	}
	return i, false
}

// conjunction notes the "and" that a proclitic is, as a token of its own.
func (s *lexer) conjunction(text []byte, i, k int) {
	if hasAny(text, i, "و") {
		s.push(token{start: int32(i), end: int32(k), class: and})
	}
}

// forget takes back a token that begins at i: its word was no term.
func (s *lexer) forget(i int) {
	if n := len(s.tokens); n > 0 && int(s.tokens[n-1].start) == i {
		s.tokens = s.tokens[:n-1]
		s.covered = 0
		if n > 1 {
			s.covered = int(s.tokens[n-2].end)
		}
	}
}

func hasAny(text []byte, i int, options ...string) bool {
	for _, o := range options {
		if i+len(o) <= len(text) && string(text[i:i+len(o)]) == o {
			return true
		}
	}
	return false
}

// wordEnd returns the end of the word at i, with the digits that a hyphen, a
// full stop or nothing joins to it: COVID-19, CP.21.
func wordEnd(text []byte, i int) int {
	for start := i; i < len(text); {
		b := text[i]
		switch {
		case b < 0x80 && isLetter[b]:
			if i > start && text[i-1] >= 0x80 && isUpper(b) {
				return i // a symbol written as one with the "and" before it
			}
			i++
		case isLetter[b] && b > 0xC3 && b != 0xD8:
			i += 2 // always a letter; match.Letter is for the rest
		case isLetter[b]:
			n := match.Letter(text, i)
			if n == 0 {
				return i
			}
			i += n
		case isDigit(b):
			i++
		case (b == '-' || b == '.') && i+1 < len(text) && isDigit(text[i+1]):
			i++
		default:
			return i
		}
	}
	return min(i, len(text))
}

func runeEnd(text []byte, i int) int {
	i++
	for i < len(text) && text[i]&0xC0 == 0x80 {
		i++
	}
	return i
}

// mark reads an ASCII character that is neither letter nor digit.
func (s *lexer) mark(text []byte, i int) int {
	c := none
	switch text[i] {
	case ',':
		c = comma
	case ';':
		c = stop
	case '(':
		c = open
	case ')':
		c = shut
	case '-':
		c = dash
	case '"':
		c = quote
	case '[', ']':
		c = quote
	}
	if text[i] >= normal.NoteDigit && text[i] < normal.NoteDigit+10 {
		return s.noteMark(text, i)
	}
	if c != none {
		s.push(token{start: int32(i), end: int32(i + 1), class: c})
	}
	return i + 1
}

// noteMark keeps the footnote mark at i for what it hangs on.
func (s *lexer) noteMark(text []byte, i int) int {
	n, k := 0, i
	for k < len(text) && text[k] >= normal.NoteDigit && text[k] < normal.NoteDigit+10 {
		n = n*10 + int(text[k]-normal.NoteDigit)
		k++
	}
	s.notes = append(s.notes, noteMark{at: int32(i), number: int32(n)})
	return k
}

type noteMark struct{ at, number int32 }

// wide reads a character of three bytes or an odd sign: words of an
// unsegmented script, and the punctuation of all.
func (s *lexer) wide(text []byte, i int) int {
	switch at, m, ok := s.lang.words.Next(text, i); {
	case ok:
		return s.matched(text, at, m)
	case at > i:
		return at
	}
	if end, ok := s.term(text, i); ok {
		return end
	}
	end := runeEnd(text, i)
	if !markLead[text[i]] {
		return end
	}
	if c := wideMark(text[i:end]); c != none {
		s.push(token{start: int32(i), end: int32(end), class: c})
	}
	return end
}

// markLead is true of the bytes with which the marks of wideMark begin.
var markLead = [256]bool{0xC2: true, 0xD8: true, 0xE2: true, 0xE3: true, 0xEF: true}

// wideMark returns the class of a punctuation mark outside ASCII.
func wideMark(mark []byte) class {
	switch string(mark) {
	case "、", "،", "，":
		return comma
	case "。", "؛":
		return stop
	case "《":
		return titleOpen
	case "«", "»", "“", "”", "„", "》", "「", "」":
		return quote
	}
	return none
}
