package token

import (
	"bytes"

	"uncite/extract/internal/char"
	"uncite/extract/internal/match"
	"uncite/extract/internal/normal"
)

// Token is a piece of a paragraph that may belong to a citation. Words that
// bear no token leave a gap.
type Token struct {
	Start, End int32 // in the normalised text
	List       int32 // of a word of the lexicon: match.Match.List
	N          int32 // numbers, dates, symbols: index; month: 1 to 12
	Kinds      Set   // all classes of a word of the lexicon
	Class      Class
	Gap        bool // words without a token stand before it
}

func (t Token) Is(c Class) bool { return t.Kinds.Has(c) }

// tokenize fills s.tokens with the tokens of the normalised bytes from to end.
func (s *Paragraph) tokenize(from, end int) {
	s.Tokens, s.Numbers, s.Dates, s.notes = s.Tokens[:0], s.Numbers[:0], s.Dates[:0], s.notes[:0]
	s.covered = from
	text := s.Text.Bytes[:end]
	for i := from; i < end; {
		b := text[i]
		switch {
		case b == ' ':
			i++
		case char.BeginsLetter[b] && (b < 0x80 || char.Letter(text, i) > 0):
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
func (s *Paragraph) push(t Token) {
	t.Gap = s.gapBefore(int(t.Start))
	if t.Kinds == 0 {
		t.Kinds = SetOf(t.Class)
	}
	s.Tokens = append(s.Tokens, t)
	s.covered = int(t.End)
	if t.Kinds&owners != 0 && len(s.Lang.Enclitics) > 0 {
		s.coverEnclitic()
	}
}

// owners are the classes of words that may own a number.
var owners = SetOf(Owner, Name)

// coverEnclitic has what makes the name before it an owner leave no gap: "the Council's
// resolution".
func (s *Paragraph) coverEnclitic() {
	rest := s.Text.Bytes[s.covered:]
	for _, e := range s.Lang.Enclitics {
		if len(rest) > len(e) && rest[len(e)] == ' ' && string(rest[:len(e)]) == e {
			s.covered += len(e)
			return
		}
	}
}

// gapBefore reports whether anything but blanks and footnote marks stands
// between the last token and i.
func (s *Paragraph) gapBefore(i int) bool {
	for k := s.covered; k < i; k++ {
		if b := s.Text.Bytes[k]; b != ' ' && !normal.IsNoteDigit(b) {
			return true
		}
	}
	return false
}

// word reads the word at i: a symbol, a word of the lexicon, a special session's number, or
// nothing of interest.
func (s *Paragraph) word(text []byte, i int) int {
	switch b := text[i]; {
	case char.IsUpper(b):
		if end, ok := s.capital(text, i); ok {
			return end
		}
	case b == char.CyrillicLead && i+2 < len(text) && text[i+2] == char.CyrillicLead && (s.afterType(i) || s.afterAgency(i)):
		if end, ok := s.latinAgency(text, i); ok {
			return end
		}
	case (b == char.CyrillicLead || b == greekLead) && i+2 < len(text) && text[i+2] >= '-' && text[i+2] <= '/':
		if end, ok := s.cyrillicNumber(text, i); ok {
			return end
		}
	}
	if s.Lang.Proclitics && s.Lang.swallows(text[i:]) {
		if end, ok := s.longerInside(text, i); ok {
			return end
		}
	}
	if end, ok := s.meaning(text, i); ok {
		return end
	}
	if s.Lang.writtenAt(text, i) {
		if end, ok := s.afterProclitic(text, i); ok {
			return end
		}
	}
	end := char.WordEnd(text, i)
	switch {
	case char.IsDigit(text[end-1]):
		if k, ok := s.glued(text, i); ok {
			return k
		}
		if k, ok := s.gluedName(text, i); ok {
			return k
		}
	case end < len(text) && text[end] == '/' && char.IsUpper(text[end-1]):
		if k, ok := s.gluedSymbol(text, i, end); ok {
			return k
		}
	}
	return end
}

// capital reads what may begin with the capital at i and is no word: a symbol, the number of a
// special session or of an agency. Of these only the last goes on with a small letter.
func (s *Paragraph) capital(text []byte, i int) (int, bool) {
	if i+1 < len(text) && text[i+1]-'a' <= 'z'-'a' {
		return s.agencyNumber(text, i)
	}
	if end, ok := s.symbolAt(text, i); ok {
		return end, true
	}
	if end, ok := s.specialNumber(text, i); ok {
		return end, true
	}
	if end, ok := s.agencyNumber(text, i); ok {
		return end, true
	}
	return s.oddSymbol(text, i)
}

// greekLead begins the Greek capitals.
const greekLead = 0xCE

// headWords are the classes of words to which print may glue a number.
var headWords = SetOf(Type, Owner, No)

// numberOrMonth are the classes before a joining word or a month that may be glued.
var numberOrMonth = SetOf(Number, Month)

// glued reads the word at i that lost the blank before a number, "resolution1540",
// "and66/2", where it is a word of a head, joins two numbers or is the month of a date.
func (s *Paragraph) glued(text []byte, i int) (int, bool) {
	k := lettersEnd(text, i)
	before := len(s.Tokens)
	end, ok := s.meaning(text[:k], i)
	if !ok && s.Lang.Proclitics {
		end, ok = s.afterProclitic(text[:k], i)
	}
	if len(s.Tokens) == before {
		return i, false
	}
	kinds := s.Tokens[len(s.Tokens)-1].Kinds
	if ok && end == k && (kinds&headWords != 0 || before > 0 && (kinds.Has(And) || kinds.Has(Month)) && s.Tokens[before-1].Kinds&numberOrMonth != 0) {
		return k, true
	}
	s.Tokens = s.Tokens[:before]
	s.covered = 0
	if before > 0 {
		s.covered = int(s.Tokens[before-1].End)
	}
	return i, false
}

// mostGlued bounds the words of a name before the one at which its number is glued to it.
const mostGlued = 6

// gluedName reads the name of a body whose last word, at i, lost the blank before a number
// with a stroke or a bracket, "General Assembly60/1"; its first words may have been read
// as another name.
func (s *Paragraph) gluedName(text []byte, i int) (int, bool) {
	k := lettersEnd(text, i)
	if _, end, ok := char.Integer(text, k); k == i || !ok || !char.HasAny(text, char.SkipBlank(text, end), "/", "(") {
		return i, false
	}
	from, list := -1, int32(0)
	for at, words := i, 0; words < mostGlued && at > 0 && text[at-1] == ' '; words++ {
		at = bytes.LastIndexByte(text[:at-1], ' ') + 1
		if m, ok := s.Lang.words.At(text[:k], at); ok && m.End == k && s.Lang.summed[m.List].kinds.Has(Owner) {
			from, list = at, m.List
		}
	}
	if from < 0 {
		return i, false
	}
	for n := len(s.Tokens); n > 0 && int(s.Tokens[n-1].Start) >= from; n-- {
		s.forget(int(s.Tokens[n-1].Start))
	}
	s.matched(text[:k], from, match.Match{End: k, List: list})
	return k, true
}

// lettersEnd returns the end of the letters at i.
func lettersEnd(text []byte, i int) int {
	for n := char.Letter(text, i); n > 0; n = char.Letter(text, i) {
		i += n
	}
	return i
}

// afterType reports whether the word at i stands right after the word
// resolution or decision, or its No.
func (s *Paragraph) afterType(i int) bool {
	n := len(s.Tokens)
	return n > 0 && (s.Tokens[n-1].Is(Type) || s.Tokens[n-1].Is(No)) && !s.gapBefore(i)
}

// cyrillicNumber reads a special session's number or a symbol that begins with
// the Cyrillic or Greek letter that looks like its Latin one, and has a hyphen, stop or stroke
// behind it.
func (s *Paragraph) cyrillicNumber(text []byte, i int) (int, bool) {
	switch {
	case char.HasAny(text, i, "С-") && s.afterType(i): // elsewhere a grade of the staff, С-2/1
		return s.sessionSlash(text, i+len("С-"), NumberText{Numeral: Numeral{Session: "S-"}, Start: int32(i)})
	case char.HasAny(text, i, "А/", "Е/", "Ѕ/", "Α/", "Ε/"):
		return s.cyrillicSymbol(text, i)
	case char.HasAny(text, i, "А.") && (s.afterType(i) || s.afterBody(i) || s.afterAgency(i)):
		return s.cyrillicAgency(text, i)
	}
	return i, false
}

// meaning reads the longest word of the lexicon, or name, at i.
func (s *Paragraph) meaning(text []byte, i int) (int, bool) {
	m, ok := s.Lang.words.At(text, i)
	if s.capitals {
		if upper, found := s.Lang.upper().At(text, i); found && upper.End > m.End {
			m, ok = match.Match{End: upper.End, List: s.Lang.upper().Values(upper.List)[0]}, true
		}
	}
	if !ok {
		return i, false
	}
	if kinds := s.Lang.summed[m.List].kinds; s.Lang.small != nil && kinds&(1<<Head|1<<Name|1<<Small) != 0 {
		if m = s.inSmall(text, i, m); s.Lang.summed[m.List].kinds == 1<<Small {
			return i, false
		}
	}
	return s.matched(text, i, m), true
}

// matched adds the token of the match m at i, and returns the offset at which
// to read on.
func (s *Paragraph) matched(text []byte, i int, m match.Match) int {
	h := &s.Lang.summed[m.List]
	if h.plain {
		s.push(Token{Start: int32(i), End: int32(m.End), List: m.List, N: h.month, Kinds: h.kinds, Class: h.class})
		return m.End
	}
	if at := char.SkipBlank(text, m.End); h.toNumber && (at >= len(text) || !char.IsDigit(text[at])) {
		return m.End
	}
	if h.kinds.Has(YearWord) && len(s.Lang.digits) > 0 {
		if end, ok := s.spelledDate(text, i, m.End); ok {
			return end
		}
	}
	if h.kinds.Has(Session) {
		if end, ok := s.spelledSession(text, i, m.End); ok {
			return end
		}
	}
	s.push(Token{Start: int32(i), End: int32(m.End), List: m.List, N: h.month, Kinds: h.kinds, Class: h.class})
	if h.kinds.Has(No) && len(s.Lang.digits) > 0 {
		if end, ok := s.spelledNumber(text, m.End); ok {
			return end
		}
	}
	if h.digits || h.kinds.Has(Ruling) && !h.kinds.Has(Name) {
		return firstWord(text, i, m.End) // a number in the name is cited too, and the treaty in the title of a case
	}
	if end := m.End - int(h.ahead); end > i {
		return end // whom a verb turns to is named too
	}
	return m.End
}

// numberedName reads a name that begins with a number: 2030 Agenda, 2005 World
// Summit Outcome.
func (s *Paragraph) numberedName(text []byte, i int) (int, bool) {
	m, ok := s.Lang.words.At(text, i)
	if !ok || !s.Lang.summed[m.List].kinds.Has(Name) {
		return i, false
	}
	return s.meaning(text, i)
}

// firstWord returns the end of the first word of the name from i to end.
func firstWord(text []byte, i, end int) int {
	if k := char.WordEnd(text, i); k > i {
		return min(k, end)
	}
	return char.RuneEnd(text, i)
}

// afterProclitic reads a word of the lexicon after the short words that Arabic writes as
// one with the next: and, then, in, to, like.
func (s *Paragraph) afterProclitic(text []byte, i int) (int, bool) {
	k := i
	if char.HasAny(text, k, s.Lang.Conjunctions...) {
		k = char.RuneEnd(text, k)
		s.conjunction(text, i, k)
		if end, ok := s.meaning(text, k); ok {
			return end, true
		}
		if k < len(text) && char.IsDigit(text[k]) && char.HasAny(text, i, s.Lang.And...) {
			return k, true // a number written as one with the "and" before it
		}
	}
	if char.HasAny(text, k, s.Lang.Prepositions...) {
		joined := s.covered == k && k > i
		k = char.RuneEnd(text, k)
		if joined {
			s.covered = k // "and to": the preposition is no word between
		}
		if end, ok := s.meaning(text, k); ok {
			return end, true
		}
	}
	if k > i {
		s.forget(i)
	}
	return i, false
}

// longerInside reads the word behind the preposition at i where it is longer
// than the one that begins with what a preposition leaves of the article: "to
// the committee" and "to a committee of …" begin alike.
func (s *Paragraph) longerInside(text []byte, i int) (int, bool) {
	k := char.RuneEnd(text, i)
	whole, _ := s.Lang.words.At(text, i)
	inner, ok := s.Lang.words.At(text, k)
	if !ok || inner.End <= whole.End {
		return i, false
	}
	return s.matched(text, k, inner), true
}

// conjunction notes the "and" that a proclitic is, as a token of its own.
func (s *Paragraph) conjunction(text []byte, i, k int) {
	if char.HasAny(text, i, s.Lang.And...) {
		s.push(Token{Start: int32(i), End: int32(k), Class: And})
	}
}

// forget takes back a token that begins at i: its word means nothing.
func (s *Paragraph) forget(i int) {
	if n := len(s.Tokens); n > 0 && int(s.Tokens[n-1].Start) == i {
		s.Tokens = s.Tokens[:n-1]
		s.covered = 0
		if n > 1 {
			s.covered = int(s.Tokens[n-2].End)
		}
	}
}

// mark reads an ASCII character that is neither letter nor digit.
func (s *Paragraph) mark(text []byte, i int) int {
	c := None
	switch text[i] {
	case ',':
		c = Comma
	case ';':
		c = Stop
	case '(':
		c = Open
	case ')':
		c = Shut
	case '-':
		c = Dash
	case '"':
		c = Quote
	case '[', ']':
		c = Quote
	}
	if normal.IsNoteDigit(text[i]) {
		return s.noteMark(text, i)
	}
	if c != None {
		s.push(Token{Start: int32(i), End: int32(i + 1), Class: c})
	}
	return i + 1
}

// noteMark keeps the footnote mark at i for what it hangs on.
func (s *Paragraph) noteMark(text []byte, i int) int {
	n, k := 0, i
	for k < len(text) && normal.IsNoteDigit(text[k]) {
		n = n*10 + int(text[k]-normal.NoteDigit)
		k++
	}
	s.notes = append(s.notes, noteMark{at: int32(i), number: int32(n)})
	return k
}

type noteMark struct{ at, number int32 }

// wide reads a character of three bytes or an odd sign: words of an
// unsegmented script, and the punctuation of all.
func (s *Paragraph) wide(text []byte, i int) int {
	switch at, m, ok := s.Lang.words.Next(text, i); {
	case ok:
		return s.matched(text, at, m)
	case at > i:
		return at
	}
	if end, ok := s.meaning(text, i); ok {
		return end
	}
	end := char.RuneEnd(text, i)
	if !markLead[text[i]] {
		return end
	}
	if c := wideMark(text[i:end]); c != None {
		s.push(Token{Start: int32(i), End: int32(end), Class: c})
	}
	return end
}

// markLead is true of the bytes with which the marks of wideMark begin.
var markLead = [256]bool{0xC2: true, 0xD8: true, 0xE2: true, 0xE3: true, 0xEF: true}

// wideMark returns the class of a punctuation mark outside ASCII.
func wideMark(mark []byte) Class {
	switch string(mark) {
	case "、", "،", "，":
		return Comma
	case "。", "؛":
		return Stop
	case "《":
		return TitleOpen
	case "«", "»", "“", "”", "„", "》", "「", "」":
		return Quote
	}
	return None
}
