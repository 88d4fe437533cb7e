package token

import (
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/symbol"
)

// spelledNumber reads the number at i that stands in the numerals of the language
// behind "No.", with its session in brackets, 第九十五(一)号: a number of the time
// when sessions were counted in roman figures, or one of the Security Council with its year.
func (s *Paragraph) spelledNumber(text []byte, i int) (int, bool) {
	a, k := s.Lang.numerals(text, i)
	if a == 0 {
		return i, false
	}
	n := NumberText{Numeral: Numeral{A: a}, Start: int32(i)}
	end := s.Lang.bracketNumber(text, k, &n)
	year, ofCouncil := symbol.SecurityCouncilYear(a)
	if n.Form != Roman && !(n.Form == Yearly && ofCouncil && year == n.B) {
		return i, false
	}
	if kinds, ok := s.Lang.ClassesAt(text, end); !ok || !kinds.Has(NoEnd) {
		return i, false
	}
	n.End = int32(end)
	s.pushNumber(n)
	return max(end, s.covered), true
}

// spelledDate reads the date in the numerals of the language whose sign of the year stands
// from i to k: 二〇二二年七月二十八日.
func (s *Paragraph) spelledDate(text []byte, i, k int) (int, bool) {
	const numeral = 3 // bytes
	from := i - 4*numeral
	if from < s.covered || !s.Lang.numeralAt(text, i-numeral) {
		return k, false
	}
	year, end := s.Lang.numerals(text, from)
	month, end2 := s.Lang.numerals(text, k)
	if end != i || !inPrint(year) || end2 == k || !s.signAt(text, end2, MonthWord) {
		return k, false
	}
	k = char.RuneEnd(text, end2)
	day, end3 := s.Lang.numerals(text, k)
	date := iso(year, month, day)
	if date == "" || !s.signAt(text, end3, DayWord) {
		return k, false
	}
	end = char.RuneEnd(text, end3)
	s.Dates = append(s.Dates, date)
	s.push(Token{Start: int32(from), End: int32(end), Class: Date, N: int32(len(s.Dates) - 1)})
	return end, true
}

// signAt reports whether a sign of dates of the class stands at i.
func (s *Paragraph) signAt(text []byte, i int, c Class) bool {
	kinds, ok := s.Lang.ClassesAt(text, i)
	return ok && kinds.Has(c)
}

// numeralAt reports whether a numeral of the language's own stands at i.
func (l *Language) numeralAt(text []byte, i int) bool {
	r, _ := utf8.DecodeRune(text[i:])
	_, ok := l.digits[r]
	return ok
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
