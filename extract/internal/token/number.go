package token

import (
	"bytes"
	"strconv"

	"uncite/extract/internal/char"
	"uncite/extract/internal/normal"
	"uncite/extract/symbol"
)

// NumberText is a number of a resolution with its lettered parts. Its span is that
// of the first part's letter and the brackets too.
type NumberText struct {
	Numeral
	Parts      []PartLetter
	Start, End int32
}

// PartLetter is a lettered part, "A" of "53/243 A and B", with its place. The
// first letter stands inside the number's own span.
type PartLetter struct {
	Letter     Letter
	Start, End int32
}

// number reads the number at i in the longest shape that fits.
func (s *Paragraph) number(text []byte, i int) int {
	a, k, ok := char.Integer(text, i)
	if !ok {
		return k
	}
	if tailEnd(text, k) > k {
		if end, ok := s.agencyNumber(text, i); ok {
			return end
		}
	}
	n := NumberText{Numeral: Numeral{A: a}, Start: int32(i)}
	switch {
	case k+1 < len(text) && text[k] == '/' && char.IsDigit(text[k+1]):
		k = s.Lang.slashNumber(text, k, &n)
	case k+1 < len(text) && text[k] == '/' && (char.IsUpper(text[k+1]) || char.HasAny(text, k+1, "С")):
		k = s.Lang.copNumber(text, k, &n)
	case k+1 < len(text) && text[k] == '/' && char.HasAny(text, k+1, " CP.", " CMP.", " CMA.", " COP."):
		k = s.Lang.copNumber(text, k+1, &n)
	case brokenSlash(text, k) > 0:
		k = s.Lang.slashNumber(text, brokenSlash(text, k), &n)
	case s.Lang.conferences && k < len(text) && text[k] == '/':
		k = s.Lang.spelledConference(text, k, &n)
	default:
		k = s.Lang.bracketNumber(text, k, &n)
	}
	if k < 0 { // no number of ours: 1/2/3
		return char.WordEnd(text, -k)
	}
	n.End = int32(k)
	s.pushNumber(n)
	return s.ordinalTail(text, k, n.Form)
}

// brokenSlash returns the offset before the digits after a slash that print
// set off with a blank, "78/ 123", "78 / 123", "78 /123", less one as if it
// were the slash's own; 0 where no such number goes on at k.
func brokenSlash(text []byte, k int) int {
	slash := char.SkipBlank(text, k)
	if slash >= len(text) || text[slash] != '/' {
		return 0
	}
	digits := char.SkipBlank(text, slash+1)
	if digits >= len(text) || !char.IsDigit(text[digits]) {
		return 0
	}
	return digits - 1
}

func (s *Paragraph) pushNumber(n NumberText) {
	s.Numbers = append(s.Numbers, n)
	s.push(Token{Start: n.Start, End: n.End, Class: Number, N: int32(len(s.Numbers) - 1)})
	if p := len(n.Parts); p > 0 && n.Parts[p-1].End > n.End {
		s.covered = int(n.Parts[p-1].End)
	}
}

// ordinalTail steps over the letters of an ordinal: 1er, 2nd.
func (s *Paragraph) ordinalTail(text []byte, k int, f Form) int {
	if p := s.covered; p > k {
		k = p
	}
	if f == Plain && ordinalLetters(text, k) {
		s.covered = char.WordEnd(text, k)
		if s.covered == k {
			s.covered = char.RuneEnd(text, k)
		}
		return s.covered
	}
	return k
}

// ordinalLetters reports whether letters of an ordinal stand at k.
func ordinalLetters(text []byte, k int) bool {
	if k >= len(text) {
		return false
	}
	switch text[k] {
	case 'e', 's', 'n', 'r', 't', 0xC2: // hardly a number has one of them behind it
		return char.HasAny(text, k, "er", "º", "st", "nd", "rd", "th", "°")
	}
	return false
}

// lastSession is a session of the General Assembly that is far in the future.
const lastSession = 99

// slashNumber reads "/288" at k and the letters of parts after it. It returns
// the offset after them, or the negative of an offset where the slashes go on.
func (l *Language) slashNumber(text []byte, k int, n *NumberText) int {
	b, end, ok := char.Integer(text, k+1)
	if !ok || end < len(text) && text[end] == '/' || end < len(text) && char.BeginsLetter[text[end]] && text[end] < 0x80 && !l.letterAt(text, end) && !l.joinedAt(text, end) {
		return -end
	}
	n.Form, n.B = Slashed, b
	if l.RightToLeft && n.A > lastSession && n.A < 1946 && b >= 31 && b <= lastSession {
		n.A, n.B = n.B, n.A // 206/67, turned round by print
	}
	return l.parts(text, end, n)
}

// joinedAt reports whether a word that joins or leads on is glued to the number
// before i: "62/149and".
func (l *Language) joinedAt(text []byte, i int) bool {
	classes, ok := l.ClassesAt(text[:lettersEnd(text, i)], i)
	return ok && classes&SetOf(And, Of, About) != 0
}

// letterAt reports whether a part's letter stands at i without a blank: 72/79A.
func (l *Language) letterAt(text []byte, i int) bool {
	_, _, ok := l.letterOfPart(text, i)
	return ok
}

// copNumber reads "/CP.21" or "/COP.8" at k, in Latin letters or in the Cyrillic
// ones that look like them.
func (l *Language) copNumber(text []byte, k int, n *NumberText) int {
	session := make([]byte, 0, len("CMP.21"))
	end := k + 1
	for end < len(text) {
		b, figures := text[end], len(session) > 0 && char.IsDigit(session[len(session)-1])
		if figures && !char.IsDigit(b) {
			break // "1/CP.21/Add.1" is 1/CP.21
		}
		if b == ' ' && len(session) > 1 && session[len(session)-1] == '.' && end+1 < len(text) && char.IsDigit(text[end+1]) {
			end++ // 1/CP. 16
		} else if char.IsUpper(b) || char.IsDigit(b) || b == '.' || b == '/' {
			session, end = append(session, b), end+1
		} else if letter := cyrillicParts[string(text[end:min(len(text), end+2)])]; letter != 0 {
			session, end = append(session, letter), end+2
		} else {
			break
		}
	}
	trimmed := bytes.TrimRight(session, "./")
	end -= len(session) - len(trimmed)
	if !char.HasAny(trimmed, 0, "CP.", "COP", "CMP.", "CMA.", "MOP", "CSP", "CP/") {
		return -max(end, k+1)
	}
	n.Form, n.Session = Conference, string(trimmed)
	return end
}

// spelledConference reads "/CP.21" at k where the language has an abbreviation
// of its own for the conference: "1/م أ-21".
func (l *Language) spelledConference(text []byte, k int, n *NumberText) int {
	m, ok := l.words.At(text, k+1)
	if !ok || !l.summed[m.List].kinds.Has(ConferenceWord) {
		return l.bracketNumber(text, k, n)
	}
	end := char.SkipBlank(text, m.End)
	if end < len(text) && text[end] == '-' {
		end = char.SkipBlank(text, end+1)
	}
	session, end, ok := char.Integer(text, end)
	if !ok {
		return l.bracketNumber(text, k, n)
	}
	for _, v := range l.words.Values(m.List) {
		if t := &l.meanings[v]; t.class == ConferenceWord {
			n.Form, n.Session = Conference, t.value+"."+strconv.Itoa(session)
		}
	}
	return end
}

// bracketNumber reads "(2001)", "A (XXI)" or "(III) A" after a number. Arabic
// text taken from print may have its brackets reversed.
func (l *Language) bracketNumber(text []byte, k int, n *NumberText) int {
	at := l.parts(text, k, n)
	open := char.SkipBlank(text, afterNoteMarks(text, at))
	if end, ok := l.Bracket(text, open, n); ok {
		if n.Form == Roman && len(n.Parts) == 0 {
			return l.parts(text, end, n)
		}
		return end
	}
	if last := len(n.Parts) - 1; last > 0 { // "3411 A and B (XXX)"
		if end, ok := l.Bracket(text, char.SkipBlank(text, int(n.Parts[last].End)), n); ok && n.Form == Roman {
			n.Parts[last].End = int32(end)
			return at
		}
	}
	n.Form, n.Parts = Plain, nil
	return k
}

// afterNoteMarks returns the end of the raised digits at i: a note's mark may
// stand between a number and its year, "1325² (2000)".
func afterNoteMarks(text []byte, i int) int {
	for i < len(text) && normal.IsNoteDigit(text[i]) {
		i++
	}
	return i
}

func (l *Language) Bracket(text []byte, i int, n *NumberText) (int, bool) {
	k, closing := l.opening(text, i)
	if closing == "" {
		return i, false
	}
	k, ok := l.bracketed(text, char.SkipBlank(text, k), n)
	if !ok {
		return i, false
	}
	if k = char.SkipBlank(text, k); char.HasAny(text, k, closing) {
		return k + len(closing), true
	}
	n.Form = Plain
	return i, false
}

// brackets are the pairs in which a year or a session may stand.
var brackets = [...][2]string{{"(", ")"}, {"[", "]"}, {"〔", "〕"}, {"【", "】"}, {"{", "}"}}

// opening returns the end of the bracket that opens at i and the one that closes
// it, which print of a script from right to left may have turned round.
func (l *Language) opening(text []byte, i int) (end int, closing string) {
	if i >= len(text) {
		return i, ""
	}
	switch text[i] {
	case '(', '[', '{', ')', 0xE3:
	default:
		return i, ""
	}
	for _, pair := range brackets {
		if char.HasAny(text, i, pair[0]) {
			return i + len(pair[0]), pair[1]
		}
	}
	if l.RightToLeft && char.HasAny(text, i, ")") {
		return i + 1, "("
	}
	return i, ""
}

// bracketed reads what stands in the brackets of a number: a year or a
// session in roman or, in Arabic, in the language's own form.
func (l *Language) bracketed(text []byte, k int, n *NumberText) (int, bool) {
	if k < len(text) && char.IsDigit(text[k]) {
		y, end, _ := char.Integer(text, k)
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
	if ses, end, ok := l.numeralSession(text, k); ok {
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
	case char.HasAny(text, k, "ES-"):
		prefix, k = "ES-", k+3
	case char.HasAny(text, k, "S-"):
		prefix, k = "S-", k+2
	case char.HasAny(text, k, "С-"): // Cyrillic
		prefix, k = "S-", k+3
	}
	roman, end := char.RomanDigits(text, k)
	if roman == "" || char.Letter(text, end) > 0 {
		return "", k, false
	}
	return prefix + roman, end, true
}

// spelledRoman reads a session as Arabic abbreviates it, "د-21" or "دإ-4".
func (l *Language) spelledRoman(text []byte, k int) (string, int, bool) {
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

func (l *Language) sessionKind(text []byte, k int) (prefix string, end int, ok bool) {
	m, ok := l.words.At(text, k)
	if !ok {
		return "", k, false
	}
	for _, v := range l.words.Values(m.List) {
		if t := &l.meanings[v]; t.class == Session {
			return map[string]string{"regular": "", "special": "S-", "emergency": "ES-"}[t.value], m.End, true
		}
	}
	return "", k, false
}

// sessionNumber reads "-21" or " - 21".
func sessionNumber(text []byte, k int) (int, int, bool) {
	k = char.SkipBlank(text, k)
	if k >= len(text) || text[k] != '-' {
		return 0, k, false
	}
	return char.Integer(text, char.SkipBlank(text, k+1))
}

// specialNumber reads S-24/2, ES-10/15, or X/2 at i.
func (s *Paragraph) specialNumber(text []byte, i int) (int, bool) {
	k, n := i, NumberText{Start: int32(i)}
	switch {
	case char.HasAny(text, i, "ES-"):
		n.Session, k = "ES-", i+3
	case char.HasAny(text, i, "S-"):
		n.Session, k = "S-", i+2
	default:
		return s.chapterNumber(text, i)
	}
	return s.sessionSlash(text, k, n)
}

// sessionSlash reads "24/2" after the kind of a special session.
func (s *Paragraph) sessionSlash(text []byte, k int, n NumberText) (int, bool) {
	digits := k
	_, k, ok := char.Integer(text, k)
	if !ok || k+1 >= len(text) || text[k] != '/' || !char.IsDigit(text[k+1]) {
		return int(n.Start), false
	}
	n.Session += string(text[digits:k])
	if k = s.Lang.slashNumber(text, k, &n); k < 0 {
		return int(n.Start), false
	}
	n.Form, n.End = Special, int32(k)
	s.pushNumber(n)
	return max(k, s.covered), true
}

// spelledSession reads "دإ-24/2", whose session word ends at k.
func (s *Paragraph) spelledSession(text []byte, i, k int) (int, bool) {
	prefix, _, ok := s.Lang.sessionKind(text, i)
	if !ok || prefix == "" || k >= len(text) {
		return i, false
	}
	k = char.SkipBlank(text, k)
	if k >= len(text) || text[k] != '-' {
		return i, false
	}
	return s.sessionSlash(text, char.SkipBlank(text, k+1), NumberText{Numeral: Numeral{Session: prefix}, Start: int32(i)})
}

// chapterNumber reads X/2: a number under a session in roman digits.
func (s *Paragraph) chapterNumber(text []byte, i int) (int, bool) {
	roman, k := char.RomanDigits(text, i)
	if roman == "" || k+1 >= len(text) || text[k] != '/' || !char.IsDigit(text[k+1]) {
		return i, false
	}
	n := NumberText{Numeral: Numeral{Session: roman}, Start: int32(i)}
	if k = s.Lang.slashNumber(text, k, &n); k < 0 {
		return i, false
	}
	n.Form, n.End = Chapter, int32(k)
	s.pushNumber(n)
	return max(k, s.covered), true
}
