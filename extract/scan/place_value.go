package scan

import (
	"strings"

	"uncite/extract/match"
	"uncite/extract/symbol"
)

// valueKind is how a value is written.
type valueKind uint8

const (
	noValue       valueKind = iota
	digits                  // 19
	roman                   // II
	capitalLetter           // A, ألف
	words                   // الثاني, 二
	sub                     // (b)
)

// value is one value as read; n is 0 for capitals.
type value struct {
	kind valueKind
	n    int
	text string // the letter of a capital or a sub-paragraph
	subs string // " (b) (i)" behind a number
	end  int
}

// valueList reads the values of a unit.
type valueList struct {
	*placeReader
	unit    string
	behind  bool // the unit follows: no number may stand alone
	spelled bool // the first value is spelled in words
	letters bool // the first value is a letter in brackets
	list    []listed
}

// listed is a value and whether it ends a range that the value before begins.
type listed struct {
	value
	ranged bool
}

// read reads the values at i.
func (l *valueList) read(i int) (int, bool) {
	v, ok := l.value(i)
	if !ok {
		return i, false
	}
	l.spelled, l.letters = v.kind == words, v.kind == sub
	l.list = append(l.list, listed{v, false})
	for len(l.list) < 10*maxPlaces {
		next, ok := l.more(&l.list[len(l.list)-1].value)
		if !ok {
			break
		}
		l.list = append(l.list, next)
	}
	return l.list[len(l.list)-1].end, true
}

// more reads a joining word and the value after it, of the kind of the last.
func (l *valueList) more(last *value) (listed, bool) {
	at, how, ok := l.join(last.end)
	if !ok {
		return listed{}, false
	}
	v, ok := l.value(l.ordinalSign(at))
	if !ok || v.kind != last.kind && v.kind != sub {
		return listed{}, false
	}
	if v.kind == digits && v.n <= last.n || v.kind == sub && last.kind != sub && last.subs == "" {
		return listed{}, false
	}
	if how == ',' && v.kind != sub && !l.goesOn(v.end) {
		return listed{}, false
	}
	return listed{v, how == '-'}, true
}

// join steps over what joins two values; how is ',', '&' or '-'.
func (l *valueList) join(i int) (end int, how byte, ok bool) {
	i = skipBlank(l.text, i)
	if hasAny(l.text, i, "-") {
		return skipBlank(l.text, i+1), '-', true
	}
	if _, k, ok := l.places.at(l.text, i, placeRange); ok {
		return skipBlank(l.text, k), '-', true
	}
	if k, ok := l.and(i); ok {
		return k, '&', true
	}
	if k := l.comma(i); k > i {
		return k, ',', true
	}
	return i, 0, false
}

// goesOn reports whether what stands behind a number that only a comma joins
// to the ones before leaves it a number of the list: ", 4 May" does not.
func (l *valueList) goesOn(i int) bool {
	i = skipBlank(l.text, i)
	return l.typeFollows || i >= len(l.text) || match.Letter(l.text, i) == 0 || l.places.knows(l.text, i) || l.proclitics && hasAny(l.text, i, "و")
}

// place makes the place that the values of a unit name.
func (l *valueList) place(unit string) place {
	p := place{unit: unit}
	numbers := 0
	for _, v := range l.list {
		text := v.text + v.subs
		if v.n > 0 && v.kind != sub {
			text = unitNumber(unit, v.n) + v.text + v.subs
		}
		if v.kind != sub {
			numbers++
		}
		if n := len(p.values); v.ranged && n > 0 {
			p.values[n-1] += "-" + text
			continue
		}
		p.values = append(p.values, text)
	}
	p.many = numbers > 1
	if unit == "art." && len(p.values) == 1 {
		p.values[0] = articlePart(p.values[0])
	}
	return p
}

// articlePart writes the paragraph in brackets behind an article's number as
// other languages spell it: "19 (3)" becomes "19, para. 3".
func articlePart(s string) string {
	at := strings.Index(s, " (")
	if at < 0 || !isDigit(s[at+2]) {
		return s
	}
	shut := strings.IndexByte(s[at:], ')')
	return s[:at] + ", para. " + s[at+2:at+shut] + s[at+shut+1:]
}

// value reads one value.
func (r *placeReader) value(i int) (value, bool) {
	if i >= len(r.text) {
		return value{}, false
	}
	if isDigit(r.text[i]) {
		return r.digits(i)
	}
	if v, ok := r.spelledNumber(i); ok {
		return v, true
	}
	if v, ok := r.capital(i); ok {
		return v, true
	}
	if letter, k, ok := r.sub(i); ok {
		v := value{kind: sub, text: "(" + letter + ")", end: k}
		subs, end := r.subs(k)
		if subs != "" {
			v.subs, v.end = subs, end
		}
		return v, true
	}
	return r.roman(i)
}

// digits reads "19", with what is parted from it by brackets. A number that a
// slash or a year in brackets follows is a document's.
func (r *placeReader) digits(i int) (value, bool) {
	n, k, ok := integer(r.text, i)
	if !ok || n == 0 || n > 9999 || hasAny(r.text, k, "/") {
		return value{}, false
	}
	if hasAny(r.text, k, ".") && k+1 < len(r.text) && isDigit(r.text[k+1]) {
		return value{}, false
	}
	var year number
	if _, ok := r.yearIn(k, &year); ok {
		return value{}, false
	}
	v := value{kind: digits, n: n, end: k}
	if match.Letter(r.text, k) > 0 {
		if _, _, ok := r.sub(k); !ok {
			return value{}, false
		}
	}
	v.subs, v.end = r.subs(k)
	return v, true
}

// yearIn reports whether a year or a session in brackets follows.
func (r *placeReader) yearIn(k int, n *number) (int, bool) {
	s := scanner{lang: r.Language}
	return s.bracket(r.text, skipBlank(r.text, k), n)
}

// roman reads "II" and "II.A".
func (r *placeReader) roman(i int) (value, bool) {
	text, k := romanDigits(r.text, i)
	if text == "" || match.Letter(r.text, k) > 0 || hasAny(r.text, k, "/") {
		return value{}, false
	}
	v := value{kind: roman, n: symbol.RomanValue(text), end: k}
	if k+1 < len(r.text) && r.text[k] == '.' && isUpper(r.text[k+1]) && match.Letter(r.text, k+2) == 0 {
		v.text, v.end = "."+string(r.text[k+1]), k+2
		return v, true
	}
	v.subs, v.end = r.subs(k)
	return v, true
}

// capital reads the letter of a section. Letters that are roman digits are
// taken for such, save C and L, which count no annexes.
func (r *placeReader) capital(i int) (value, bool) {
	if t, k, ok := r.places.at(r.text, i, placeCapital); ok {
		return value{kind: capitalLetter, text: t.value, end: k}, true
	}
	s := scanner{lang: r.Language}
	letter, k, ok := s.partAt(r.text, i)
	if !ok || strings.IndexByte("IVX", letter) >= 0 || match.LetterBefore(r.text, i) {
		return value{}, false
	}
	return value{kind: capitalLetter, text: string(letter), end: k}, true
}

// spelledNumber reads a number in words: الثاني عشر, 一百零一, premier.
func (r *placeReader) spelledNumber(i int) (value, bool) {
	total, cur, end, n := 0, -1, i, 0
	for ; n < 8; n++ {
		at := end
		if n > 0 && !r.unsegmented {
			at = skipBlank(r.text, end)
		}
		if t, k, ok := r.places.at(r.text, at, placeTimes); ok {
			total += max(cur, 1) * t.n
			cur, end = -1, k
			continue
		}
		t, k, ok := r.places.at(r.text, at, placeNumber)
		switch {
		case !ok:
		case cur <= 0:
			cur, end = t.n, k
			continue
		case cur < 10 && t.n >= 10, cur >= 20 && cur%10 == 0 && t.n < 10:
			cur, end = cur+t.n, k
			continue
		}
		break
	}
	if total += max(cur, 0); total == 0 || end == i {
		return value{}, false
	}
	v := value{kind: words, n: total, end: end}
	v.subs, v.end = r.subs(end)
	return v, true
}

// subs reads " (b) (i)" or "a)" behind a number and writes it in the one form
// "(b) (i)" with a blank before each.
func (r *placeReader) subs(k int) (string, int) {
	var out strings.Builder
	for n := 0; n < 4; n++ {
		letter, end, ok := r.sub(skipBlank(r.text, k))
		if !ok {
			break
		}
		out.WriteString(" (" + letter + ")")
		k = end
	}
	return out.String(), k
}

// sub reads "(b)", "b)", "(2)" or "(iv)" at i. Right-to-left print may have
// turned the brackets round.
func (r *placeReader) sub(i int) (string, int, bool) {
	opened, shut := false, ")"
	switch {
	case hasAny(r.text, i, "("):
		opened = true
	case r.rightToLeft && hasAny(r.text, i, ")"):
		opened, shut = true, "("
	}
	if opened {
		i = skipBlank(r.text, i+1)
	}
	letter, k := r.subLetter(i, opened)
	if letter == "" {
		return "", i, false
	}
	if k = skipBlank(r.text, k); !hasAny(r.text, k, shut) {
		return "", i, false
	}
	return letter, k + 1, true
}

// subLetter reads what stands in the brackets of a sub-paragraph: a letter, a
// small roman number or, in full brackets, a number.
func (r *placeReader) subLetter(i int, opened bool) (string, int) {
	if t, k, ok := r.places.at(r.text, i, placeLetter); ok {
		return t.value, k
	}
	k := i
	for k < len(r.text) && k < i+4 && r.text[k] >= 'a' && r.text[k] <= 'z' {
		k++
	}
	if k == i+1 || k > i && strings.Trim(string(r.text[i:k]), "ivx") == "" {
		return string(r.text[i:k]), k
	}
	if k == i && opened {
		for k < len(r.text) && k < i+2 && isDigit(r.text[k]) {
			k++
		}
	}
	if k == i || !isDigit(r.text[i]) {
		return "", i
	}
	return string(r.text[i:k]), k
}
