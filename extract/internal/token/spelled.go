package token

import "uncite/extract/symbol"

// spelledNumber reads the number at i that stands in the numerals of the language
// behind "No.", with its session in brackets, 第九十五(一)号: a number of the time
// when sessions were counted in roman figures.
func (s *Paragraph) spelledNumber(text []byte, i int) (int, bool) {
	a, k := s.Lang.numerals(text, i)
	if a == 0 {
		return i, false
	}
	n := NumberText{Numeral: Numeral{A: a}, Start: int32(i)}
	end := s.Lang.bracketNumber(text, k, &n)
	if n.Form != Roman {
		return i, false
	}
	if kinds, ok := s.Lang.ClassesAt(text, end); !ok || !kinds.Has(NoEnd) {
		return i, false
	}
	n.End = int32(end)
	s.pushNumber(n)
	return max(end, s.covered), true
}

// maxNumerals bounds how many bytes a number in numerals may have.
const maxNumerals = 30

// numerals reads a number in the language's own numerals at i; it is 0 where none
// stands there.
func (l *Language) numerals(text []byte, i int) (n, end int) {
	n, length := l.digits.Read(string(text[i:min(len(text), i+maxNumerals)]))
	return n, i + length
}

// numeralSession reads a session in the language's own numerals.
func (l *Language) numeralSession(text []byte, k int) (roman string, end int, ok bool) {
	if len(l.digits) == 0 {
		return "", k, false
	}
	n, end := l.numerals(text, k)
	if n < 1 || n > lastSession {
		return "", k, false
	}
	return symbol.Roman(n), end, true
}
