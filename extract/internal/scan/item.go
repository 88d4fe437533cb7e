package scan

import (
	"bytes"
	"strconv"

	"uncite/extract/internal/match"
	"uncite/extract/symbol"
)

// number is a number of a resolution with its lettered parts. Its span is that
// of the first part's letter and the brackets too.
type number struct {
	Numeral
	parts      []partLetter
	start, end int32
}

// partLetter is a lettered part, "A" of "53/243 A and B", with its place. The
// first letter stands inside the number's own span.
type partLetter struct {
	letter     byte
	start, end int32
}

// number reads the number at i in the longest shape that fits.
func (s *lexer) number(text []byte, i int) int {
	a, k, ok := integer(text, i)
	if !ok {
		return k
	}
	if tailEnd(text, k) > k {
		if end, ok := s.foreignItem(text, i); ok {
			return end
		}
	}
	n := number{Numeral: Numeral{A: a}, start: int32(i)}
	switch {
	case k+1 < len(text) && text[k] == '/' && isDigit(text[k+1]):
		k = s.lang.slashNumber(text, k, &n)
	case k+1 < len(text) && text[k] == '/' && (isUpper(text[k+1]) || hasAny(text, k+1, "С")):
		k = s.lang.copNumber(text, k, &n)
	case brokenSlash(text, k) > 0:
		k = s.lang.slashNumber(text, brokenSlash(text, k), &n)
	case s.lang.conferences && k < len(text) && text[k] == '/':
		k = s.lang.spelledConference(text, k, &n)
	default:
		k = s.lang.bracketNumber(text, k, &n)
	}
	if k < 0 { // no number of ours: 1/2/3
		return wordEnd(text, -k)
	}
	n.end = int32(k)
	s.pushItem(n)
	return s.ordinalTail(text, k, n.Form)
}

// brokenSlash returns the offset before the digits behind a slash that print
// set off with a blank, "78/ 123", "78 / 123", "78 /123", less one as if it
// were the slash's own; 0 where no such number goes on at k.
func brokenSlash(text []byte, k int) int {
	slash := skipBlank(text, k)
	if slash >= len(text) || text[slash] != '/' {
		return 0
	}
	digits := skipBlank(text, slash+1)
	if digits >= len(text) || !isDigit(text[digits]) {
		return 0
	}
	return digits - 1
}

func (s *lexer) pushItem(n number) {
	s.items = append(s.items, n)
	s.push(token{start: n.start, end: n.end, class: item, n: int32(len(s.items) - 1)})
	if p := len(n.parts); p > 0 && n.parts[p-1].end > n.end {
		s.covered = int(n.parts[p-1].end)
	}
}

// ordinalTail steps over the letters of an ordinal: 1er, 2nd.
func (s *lexer) ordinalTail(text []byte, k int, f Form) int {
	if p := s.covered; p > k {
		k = p
	}
	if f == Plain && hasAny(text, k, "er", "º", "st", "nd", "rd", "th", "°") {
		s.covered = wordEnd(text, k)
		if s.covered == k {
			s.covered = runeEnd(text, k)
		}
		return s.covered
	}
	return k
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }
func isUpper(b byte) bool { return b >= 'A' && b <= 'Z' }

// integer reads the digits at i; ok is false where there are too many for a
// number of a document.
func integer(text []byte, i int) (value, end int, ok bool) {
	k := i
	for k < len(text) && isDigit(text[k]) {
		if k-i < 7 {
			value = value*10 + int(text[k]-'0')
		}
		k++
	}
	return value, k, k-i <= 6 && k > i
}

// lastSession is a session of the General Assembly that is far in the future.
const lastSession = 99

// slashNumber reads "/288" at k and the letters of parts behind it. It returns
// the offset after them, or the negative of an offset where the slashes go on.
func (l *lexicon) slashNumber(text []byte, k int, n *number) int {
	b, end, ok := integer(text, k+1)
	if !ok || end < len(text) && text[end] == '/' || end < len(text) && isLetter[text[end]] && text[end] < 0x80 && !l.letterAt(text, end) {
		return -end
	}
	n.Form, n.B = Slashed, b
	if l.rightToLeft && n.A > lastSession && n.A < 1946 && b >= 31 && b <= lastSession {
		n.A, n.B = n.B, n.A // 206/67, turned round by print
	}
	return l.parts(text, end, n)
}

// letterAt reports whether a part's letter stands at i without a blank: 72/79A.
func (l *lexicon) letterAt(text []byte, i int) bool {
	_, _, ok := l.partAt(text, i)
	return ok
}

// copNumber reads "/CP.21" or "/COP.8" at k, in Latin letters or in the Cyrillic
// ones that look like them.
func (l *lexicon) copNumber(text []byte, k int, n *number) int {
	session := make([]byte, 0, len("CMP.21"))
	end := k + 1
	for end < len(text) {
		if b := text[end]; isUpper(b) || isDigit(b) || b == '.' || b == '/' {
			session, end = append(session, b), end+1
		} else if letter := cyrillicParts[string(text[end:min(len(text), end+2)])]; letter != 0 {
			session, end = append(session, letter), end+2
		} else {
			break
		}
	}
	trimmed := bytes.TrimRight(session, "./")
	end -= len(session) - len(trimmed)
	if !hasAny(trimmed, 0, "CP.", "COP", "CMP.", "CMA.", "MOP", "CSP", "CP/") {
		return -max(end, k+1)
	}
	n.Form, n.Session = Conference, string(trimmed)
	return end
}

// spelledConference reads "/CP.21" at k where the language has an abbreviation
// of its own for the conference: "1/م أ-21".
func (l *lexicon) spelledConference(text []byte, k int, n *number) int {
	m, ok := l.words.At(text, k+1)
	if !ok || !l.heads[m.List].kinds.has(conference) {
		return l.bracketNumber(text, k, n)
	}
	end := skipBlank(text, m.End)
	if end < len(text) && text[end] == '-' {
		end = skipBlank(text, end+1)
	}
	session, end, ok := integer(text, end)
	if !ok {
		return l.bracketNumber(text, k, n)
	}
	for _, v := range l.words.Values(m.List) {
		if t := &l.terms[v]; t.class == conference {
			n.Form, n.Session = Conference, t.value+"."+strconv.Itoa(session)
		}
	}
	return end
}

// bracketNumber reads "(2001)", "A (XXI)" or "(III) A" behind a number. Arabic
// text taken from print may have its brackets reversed.
func (l *lexicon) bracketNumber(text []byte, k int, n *number) int {
	at := l.parts(text, k, n)
	open := skipBlank(text, at)
	if end, ok := l.bracket(text, open, n); ok {
		if n.Form == Roman && len(n.parts) == 0 {
			return l.parts(text, end, n)
		}
		return end
	}
	if last := len(n.parts) - 1; last > 0 { // "3411 A and B (XXX)"
		if end, ok := l.bracket(text, skipBlank(text, int(n.parts[last].end)), n); ok && n.Form == Roman {
			n.parts[last].end = int32(end)
			return at
		}
	}
	n.Form, n.parts = Plain, nil
	return k
}

func skipBlank(text []byte, i int) int {
	if i < len(text) && text[i] == ' ' {
		i++
	}
	return i
}

func (l *lexicon) bracket(text []byte, i int, n *number) (int, bool) {
	opening, closing := byte('('), byte(')')
	if l.rightToLeft && i < len(text) && text[i] == ')' {
		opening, closing = ')', '('
	}
	if i >= len(text) || text[i] != opening {
		return i, false
	}
	k := skipBlank(text, i+1)
	k, ok := l.bracketed(text, k, n)
	if !ok {
		return i, false
	}
	if k = skipBlank(text, k); k < len(text) && text[k] == closing {
		return k + 1, true
	}
	n.Form = Plain
	return i, false
}

// bracketed reads what stands in the brackets of a number: a year or a
// session in roman or, in Arabic, in the language's own form.
func (l *lexicon) bracketed(text []byte, k int, n *number) (int, bool) {
	if k < len(text) && isDigit(text[k]) {
		y, end, _ := integer(text, k)
		if end-k != 4 || y < 1946 || y > 2100 {
			return k, false
		}
		n.Form, n.B = Yearly, y
		return end, true
	}
	if ses, end, ok := romanSession(text, k); ok {
		n.Form, n.Session = Roman, ses
		return end, true
	}
	if ses, end, ok := l.spelledRoman(text, k); ok {
		n.Form, n.Session = Roman, ses
		return end, true
	}
	return k, false
}

// romanSession reads XXI, S-VI or ES-I, in Latin letters or in the Cyrillic
// ones that look like them.
func romanSession(text []byte, k int) (string, int, bool) {
	prefix := ""
	switch {
	case hasAny(text, k, "ES-"):
		prefix, k = "ES-", k+3
	case hasAny(text, k, "S-"):
		prefix, k = "S-", k+2
	case hasAny(text, k, "С-"): // Cyrillic
		prefix, k = "S-", k+3
	}
	roman, end := romanDigits(text, k)
	if roman == "" || match.Letter(text, end) > 0 {
		return "", k, false
	}
	return prefix + roman, end, true
}

func romanDigits(text []byte, k int) (string, int) {
	var buf [12]byte
	n := 0
	for k < len(text) && n < len(buf) {
		switch {
		case text[k] == 'I' || text[k] == 'V' || text[k] == 'X' || text[k] == 'L' || text[k] == 'C':
			buf[n] = text[k]
			k++
		case text[k] != cyrillicLead:
			return string(buf[:n]), k
		case hasAny(text, k, "Х"):
			buf[n] = 'X'
			k += 2
		case hasAny(text, k, "І"):
			buf[n] = 'I'
			k += 2
		case hasAny(text, k, "С"):
			buf[n] = 'C'
			k += 2
		default:
			return string(buf[:n]), k
		}
		n++
	}
	return string(buf[:n]), k
}

// spelledRoman reads a session as Arabic abbreviates it, "د-21" or "دإ-4".
func (l *lexicon) spelledRoman(text []byte, k int) (string, int, bool) {
	kind, end, ok := l.sessionKind(text, k)
	if !ok {
		return "", k, false
	}
	n, end, ok := sessionNumber(text, end)
	if !ok || n < 1 || n > 80 {
		return "", k, false
	}
	return kind + symbol.Roman(n), end, true
}

func (l *lexicon) sessionKind(text []byte, k int) (prefix string, end int, ok bool) {
	m, ok := l.words.At(text, k)
	if !ok {
		return "", k, false
	}
	for _, v := range l.words.Values(m.List) {
		if t := &l.terms[v]; t.class == session {
			return map[string]string{"regular": "", "special": "S-", "emergency": "ES-"}[t.value], m.End, true
		}
	}
	return "", k, false
}

// sessionNumber reads "-21" or " - 21".
func sessionNumber(text []byte, k int) (int, int, bool) {
	k = skipBlank(text, k)
	if k >= len(text) || text[k] != '-' {
		return 0, k, false
	}
	return integer(text, skipBlank(text, k+1))
}

// specialItem reads S-24/2, ES-10/15, or X/2 at i.
func (s *lexer) specialItem(text []byte, i int) (int, bool) {
	k, n := i, number{start: int32(i)}
	switch {
	case hasAny(text, i, "ES-"):
		n.Session, k = "ES-", i+3
	case hasAny(text, i, "S-"):
		n.Session, k = "S-", i+2
	default:
		return s.chapterItem(text, i)
	}
	return s.sessionSlash(text, k, n)
}

// sessionSlash reads "24/2" behind the kind of a special session.
func (s *lexer) sessionSlash(text []byte, k int, n number) (int, bool) {
	digits := k
	_, k, ok := integer(text, k)
	if !ok || k+1 >= len(text) || text[k] != '/' || !isDigit(text[k+1]) {
		return int(n.start), false
	}
	n.Session += string(text[digits:k])
	if k = s.lang.slashNumber(text, k, &n); k < 0 {
		return int(n.start), false
	}
	n.Form, n.end = Special, int32(k)
	s.pushItem(n)
	return max(k, s.covered), true
}

// spelledSession reads "دإ-24/2", whose session word ends at k.
func (s *lexer) spelledSession(text []byte, i, k int) (int, bool) {
	prefix, _, ok := s.lang.sessionKind(text, i)
	if !ok || prefix == "" || k >= len(text) {
		return i, false
	}
	k = skipBlank(text, k)
	if k >= len(text) || text[k] != '-' {
		return i, false
	}
	return s.sessionSlash(text, skipBlank(text, k+1), number{Numeral: Numeral{Session: prefix}, start: int32(i)})
}

// chapterItem reads X/2: a number under a session in roman digits.
func (s *lexer) chapterItem(text []byte, i int) (int, bool) {
	roman, k := romanDigits(text, i)
	if roman == "" || k+1 >= len(text) || text[k] != '/' || !isDigit(text[k+1]) {
		return i, false
	}
	n := number{Numeral: Numeral{Session: roman}, start: int32(i)}
	if k = s.lang.slashNumber(text, k, &n); k < 0 {
		return i, false
	}
	n.Form, n.end = Chapter, int32(k)
	s.pushItem(n)
	return max(k, s.covered), true
}
