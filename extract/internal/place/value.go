package place

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/internal/token"
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
	part int    // 3 of "27.3"
	late int    // 2 of "8 bis", 3 of "8 ter"
	text string // the letter of a capital or a sub-paragraph, ".3" of "27.3"
	subs string // " (b) (i)" after a number
	end  int
}

// valueList reads the values of a unit.
type valueList struct {
	*Reader
	list []listed
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
	l.list = append(l.room[:0], listed{v, false})
	for len(l.list) < 10*maxPlaces && l.step() {
		next, ok := l.more()
		if !ok {
			break
		}
		l.list = append(l.list, next)
	}
	l.room = l.list
	return l.list[len(l.list)-1].end, true
}

// numbers reports whether the values are numbers, not letters.
func (l *valueList) numbers() bool { return l.list[0].kind == digits || l.list[0].kind == words }

// more reads a joining word and the value after it, of the kind of the last, or
// of the number before a list of letters: "4 (a) and (b) and 6".
func (l *valueList) more() (listed, bool) {
	last := &l.list[len(l.list)-1].value
	at, how, ok := l.join(last.end)
	if !ok {
		return listed{}, false
	}
	v, ok := l.value(l.ordinalSign(at))
	if number := l.lastNumber(); ok && v.kind != sub && last.kind == sub {
		last = number
	}
	if !ok || v.kind != last.kind && v.kind != sub {
		return listed{}, false
	}
	if v.kind == digits && !v.after(last) && !(v.n == last.n && v.part == 0 && v.subs > last.subs && last.subs != "") || v.kind == sub && last.kind != sub && last.subs == "" {
		return listed{}, false
	}
	if how == ',' && v.kind != sub && !l.goesOn(v.end) {
		return listed{}, false
	}
	return listed{v, how == '-'}, true
}

// lastNumber returns the last value that is no letter, or the first.
func (l *valueList) lastNumber() *value {
	i := len(l.list) - 1
	for i > 0 && l.list[i].kind == sub {
		i--
	}
	return &l.list[i].value
}

// after reports whether v is a greater number than u.
func (v *value) after(u *value) bool {
	return v.n > u.n || v.n == u.n && (v.part > u.part || v.part == u.part && v.late > u.late)
}

// join steps over what joins two values; how is ',', '&' or '-'.
func (l *valueList) join(i int) (end int, how byte, ok bool) {
	i = char.SkipBlank(l.Text, i)
	if char.HasAny(l.Text, i, "-") {
		return char.SkipBlank(l.Text, i+1), '-', true
	}
	if _, k, ok := l.at(i, rangeWord); ok {
		return char.SkipBlank(l.Text, k), '-', true
	}
	if k, ok := l.and(i); ok {
		return k, '&', true
	}
	if k := l.Comma(i); k > i {
		return k, ',', true
	}
	return i, 0, false
}

// goesOn reports whether what stands after a number that only a comma joins
// to the ones before leaves it a number of the list: ", 4 May" does not.
func (l *valueList) goesOn(i int) bool {
	i = char.SkipBlank(l.Text, i)
	return l.TypeFollows || i >= len(l.Text) || char.Letter(l.Text, i) == 0 || l.knows(i) || char.HasAny(l.Text, i, l.And...)
}

// place makes the place that the values of a unit name.
func (l *valueList) place(unit string) Place {
	p := Place{Unit: unit}
	numbers := 0
	for i, v := range l.list {
		text := v.text + v.subs
		if v.n > 0 && v.kind != sub {
			text = unitNumber(unit, v.n) + v.text + v.subs
		}
		if v.part > 0 { // "sect. 4.2" is no "sect. IV.2"
			text = strconv.Itoa(v.n) + v.text + v.subs
		}
		if v.kind == roman && v.part > 0 {
			text = symbol.Roman(v.n) + v.text
		}
		again := i > 0 && v.kind == digits && v.subs != "" && v.part == 0 && l.list[i-1].kind == digits && v.n == l.list[i-1].n
		if again { // "8 (a), 8 (b) and 8 (d)" are "8 (a), (b) and (d)"
			text = strings.TrimPrefix(v.subs, " ")
		} else if v.kind != sub {
			numbers++
		}
		if n := len(p.values); v.ranged && n > 0 && !v.next(&l.list[i-1].value) {
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

// next reports whether v is the number after u: "7 to 8" is "7 and 8".
func (v *value) next(u *value) bool {
	return v.kind != sub && v.subs == "" && u.subs == "" && v.late == 0 && u.late == 0 &&
		(v.n == u.n+1 && v.part == 0 && u.part == 0 || v.n == u.n && v.part == u.part+1)
}

// articlePart writes the paragraph in brackets, or behind a dot, after an article's
// number as other languages spell it: "19 (3)" and "19.3" become "19, para. 3".
func articlePart(s string) string {
	if article, para, ok := strings.Cut(s, "."); ok && char.IsDigit(s[0]) && char.IsDigit(para[0]) {
		return article + ", para. " + para
	}
	at := strings.Index(s, " (")
	if at < 0 || !char.IsDigit(s[at+2]) {
		return s
	}
	shut := strings.IndexByte(s[at:], ')')
	return s[:at] + ", para. " + s[at+2:at+shut] + s[at+shut+1:]
}

// value reads one value.
func (r *Reader) value(i int) (value, bool) {
	if i >= len(r.Text) {
		return value{}, false
	}
	if char.IsDigit(r.Text[i]) {
		return r.digits(i)
	}
	if v, ok := r.spelledNumber(i); ok {
		r.underRoman(&v)
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

// digits reads "19", with what brackets separate from it. A number that a
// slash or a year in brackets follows is a document's.
func (r *Reader) digits(i int) (value, bool) {
	n, k, ok := char.Integer(r.Text, i)
	if !ok || n == 0 || n > 999 || char.HasAny(r.Text, k, "/") {
		return value{}, false
	}
	v := value{kind: digits, n: n}
	if k, ok = r.decimal(&v, k); !ok || r.yearFollows(k) {
		return value{}, false
	}
	if late := r.inserted(&v, k); late > k {
		k = late
	} else {
		k = r.lettersOfNumber(&v, k)
	}
	v.end = k
	if char.Letter(r.Text, k) > 0 {
		if _, _, ok := r.sub(k); !ok {
			return value{}, false
		}
	}
	if v.subs, v.end = r.subs(k); v.subs == "" {
		v.subs, v.end = r.bareLetter(k)
	}
	return v, true
}

// decimal reads ".3" of "27.3" at k, how budgets and rules number their paragraphs,
// and the "-3" that print from right to left has for it in a budget; it is false
// where further figures follow, as in dates and codes.
func (r *Reader) decimal(v *value, k int) (int, bool) {
	if !char.HasAny(r.Text, k, ".") && !(r.Sections && r.RightToLeft && char.HasAny(r.Text, k, "-")) {
		return k, true
	}
	part, end, ok := char.Integer(r.Text, k+1)
	if !ok {
		return k, end == k+1
	}
	if part == 0 || part > 999 || char.HasAny(r.Text, end, "/") || char.HasAny(r.Text, end, ".") && end+1 < len(r.Text) && char.IsDigit(r.Text[end+1]) {
		return k, false
	}
	v.part, v.text = part, "."+strconv.Itoa(part)
	return end, true
}

// inserted reads the "bis" behind the number of a place that was put in later, at k.
func (r *Reader) inserted(v *value, k int) int {
	at := char.SkipBlank(r.Text, k)
	if at >= len(r.Text) || char.IsDigit(r.Text[at]) {
		return k
	}
	if t, end, ok := r.at(at, insertedWord); ok {
		v.late, v.text = t.n, v.text+" "+t.value
		return end
	}
	return k
}

// lettersOfNumber reads the capital behind the number at k: "article 1 F (b)", "article 3A of".
func (r *Reader) lettersOfNumber(v *value, k int) int {
	letter, end := token.LatinCapital(r.Text, char.SkipBlank(r.Text, k))
	if letter == 0 || char.Letter(r.Text, end) > 0 {
		return k
	}
	next := char.SkipBlank(r.Text, end)
	if _, _, ok := r.sub(next); !ok {
		if _, bound := r.Links(next); !bound && !(r.Genitive && r.HeadAt(next)) && !char.HasAny(r.Text, end, ",", ")") {
			return k
		}
	}
	v.late, v.text = int(letter-'A')+1, v.text+" "+string(letter)
	return end
}

// bareLetter reads the letter of "Article 73 e of the Charter".
func (r *Reader) bareLetter(k int) (string, int) {
	i := char.SkipBlank(r.Text, k)
	if i == k || i >= len(r.Text) || r.Text[i] < 'b' || r.Text[i] > 'z' || char.Letter(r.Text, i+1) > 0 {
		return "", k
	}
	next := char.SkipBlank(r.Text, i+1)
	at, bound := r.Links(next)
	if _, _, place := r.Unit(at); place {
		return "", k // "artículo 2 y a los artículos"
	}
	if !bound && !(r.Genitive && r.HeadAt(next)) && (r.knows(i) || !char.HasAny(r.Text, next, ",", ")")) {
		return "", k
	}
	return " (" + string(r.Text[i]) + ")", i + 1
}

// yearFollows reports whether a year or a session in brackets stands at k.
func (r *Reader) yearFollows(k int) bool {
	_, ok := r.Bracket(r.Text, char.SkipBlank(r.Text, k), &token.NumberText{})
	return ok
}

// roman reads "II" and "II.A".
func (r *Reader) roman(i int) (value, bool) {
	text, k := char.RomanDigits(r.Text, i)
	if text == "" || char.Letter(r.Text, k) > 0 || char.HasAny(r.Text, k, "/") {
		return value{}, false
	}
	v := value{kind: roman, n: symbol.RomanValue(text), end: k}
	if r.lettered(&v) || r.underRoman(&v) {
		return v, true
	}
	v.subs, v.end = r.subs(k)
	return v, true
}

// underRoman reads the "12" of "VIII.12" after the number, as reports on the budget number
// the paragraphs of a part in its roman number.
func (r *Reader) underRoman(v *value) bool {
	if !char.HasAny(r.Text, v.end, ".") && !(r.Proclitics && char.HasAny(r.Text, v.end, "-")) {
		return false
	}
	part, end, ok := char.Integer(r.Text, v.end+1)
	if !ok || part == 0 || part > 999 || char.HasAny(r.Text, end, "/", ".") && end+1 < len(r.Text) && char.IsDigit(r.Text[end+1]) {
		return false
	}
	v.kind, v.part, v.text, v.end = roman, part, "."+strconv.Itoa(part), end
	return true
}

// lettered reads the letter of "III.F" after the number, which Arabic parts
// from it by a dash or a blank.
func (r *Reader) lettered(v *value) bool {
	k := v.end
	switch {
	case char.HasAny(r.Text, k, "."):
		k++
	case char.HasAny(r.Text, k, " - "):
		k += 3
	case r.Proclitics && char.HasAny(r.Text, k, " ", "-"):
		k++
	default:
		return false
	}
	c, ok := r.capital(k)
	if ok {
		v.text, v.end = "."+c.text, c.end
	}
	return ok
}

// capital reads the letter of a section. Letters that are roman digits are
// taken for such, save C and L, which count no annexes.
func (r *Reader) capital(i int) (value, bool) {
	v := value{kind: capitalLetter}
	if t, k, ok := r.at(i, capitalWord); ok {
		v.text, v.end = t.value, k
	} else {
		letter, k, ok := r.PartAt(r.Text, i)
		if !ok {
			letter, k, ok = r.numberedLetter(i)
		}
		if !ok || strings.IndexByte("IVX", letter) >= 0 || char.LetterBefore(r.Text, i) {
			return value{}, false
		}
		v.text, v.end = string(letter), k
	}
	if k := v.end; char.HasAny(r.Text, k, ".", "-") { // A.23
		n, end, ok := char.Integer(r.Text, k+1)
		switch {
		case ok && !char.HasAny(r.Text, end, "/"):
			v.text, v.end = v.text+"."+strconv.Itoa(n), end
		case r.Text[k] == '-':
			return value{}, false
		}
	}
	return v, true
}

// numberedLetter reads the letter of "C.4".
func (r *Reader) numberedLetter(i int) (letter byte, end int, ok bool) {
	letter, end = token.LatinCapital(r.Text, i)
	if letter == 0 || !char.HasAny(r.Text, end, ".") {
		return 0, i, false
	}
	_, k, ok := char.Integer(r.Text, end+1)
	return letter, end, ok && k <= end+3 && !char.HasAny(r.Text, k, "(") // A.963(23) is a resolution
}

// spelledNumber reads a number in words: الثاني عشر, 一百零一, premier.
func (r *Reader) spelledNumber(i int) (value, bool) {
	if !r.spells(i) {
		return value{}, false
	}
	if n, end := r.inRow(i); n >= leastDigits {
		return value{kind: words, n: n, end: end}, true
	}
	total, cur, end, n := 0, -1, i, 0
	for ; n < 8; n++ {
		at := end
		if n > 0 && !r.Unsegmented {
			at = char.SkipBlank(r.Text, end)
		}
		if t, k, ok := r.at(at, timesWord); ok {
			total += max(cur, 1) * t.n
			cur, end = -1, k
			continue
		}
		t, k, ok := r.at(at, numberWord)
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
	if !r.lettered(&v) {
		v.subs, v.end = r.subs(end)
	}
	return v, true
}

// leastDigits is the least number that digits spell which stand one after another: two of
// them may be two numbers.
const leastDigits = 100

// inRow reads a number whose digits are words of their own, 一〇三, in a script without
// blanks.
func (r *Reader) inRow(i int) (n, end int) {
	if !r.Unsegmented || i >= len(r.Text) || r.Text[i] < utf8.RuneSelf {
		return 0, i
	}
	for end = i; n < 10*leastDigits; {
		t, k, ok := r.at(end, numberWord)
		if !ok || t.n > 9 {
			break
		}
		n, end = 10*n+t.n, k
	}
	if n < leastDigits {
		return 0, i
	}
	if _, _, times := r.at(end, timesWord); times {
		return 0, i
	}
	return n, end
}

// subs reads " (b) (i)" or "a)" after a number and writes it in the one form
// "(b) (i)" with a blank before each.
func (r *Reader) subs(k int) (string, int) {
	var out strings.Builder
	for n := 0; n < 4; n++ {
		at := char.SkipBlank(r.Text, k)
		letter, end, ok := r.sub(at)
		if !ok && n > 0 {
			letter, end, ok = r.countedSub(at)
		}
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
func (r *Reader) sub(i int) (string, int, bool) {
	opened, shut := false, ")"
	switch {
	case r.RightToLeft && char.HasAny(r.Text, i, "'"): // '2'
		n, k, ok := char.Integer(r.Text, i+1)
		if !ok || n == 0 || n > 20 || !char.HasAny(r.Text, k, "'") {
			return "", i, false
		}
		return strings.ToLower(symbol.Roman(n)), k + 1, true
	case char.HasAny(r.Text, i, "("):
		opened = true
	case r.RightToLeft && char.HasAny(r.Text, i, ")"):
		opened, shut = true, "("
	}
	if opened {
		i = char.SkipBlank(r.Text, i+1)
	}
	letter, k := r.subLetter(i)
	if letter == "" {
		return "", i, false
	}
	if k = char.SkipBlank(r.Text, k); !char.HasAny(r.Text, k, shut) {
		return "", i, false
	}
	return letter, k + 1, true
}

// countedSub reads the number in brackets, ㈡, that stands behind a letter for a small roman one.
func (r *Reader) countedSub(i int) (string, int, bool) {
	if !r.Unsegmented || !char.HasAny(r.Text, i, "(") {
		return "", i, false
	}
	t, k, ok := r.at(i+1, numberWord)
	if !ok || !char.HasAny(r.Text, k, ")") {
		return "", i, false
	}
	return strings.ToLower(symbol.Roman(t.n)), k + 1, true
}

// subLetter reads what stands in the brackets of a sub-paragraph: a letter, a
// small roman number or a number.
func (r *Reader) subLetter(i int) (string, int) {
	if t, k, ok := r.at(i, letterWord); ok {
		return t.value, k
	}
	k := i
	for k < len(r.Text) && k < i+4 && r.Text[k] >= 'a' && r.Text[k] <= 'z' {
		k++
	}
	if k == i+1 || k > i && smallRoman(r.Text[i:k]) {
		return string(r.Text[i:k]), k
	}
	if k == i {
		for k < len(r.Text) && k < i+2 && char.IsDigit(r.Text[k]) {
			k++
		}
	}
	if k == i || !char.IsDigit(r.Text[i]) {
		return "", i
	}
	return string(r.Text[i:k]), k
}

// smallRoman reports whether the letters are small roman digits that a sub-paragraph may have.
func smallRoman(letters []byte) bool {
	for _, b := range letters {
		if b != 'i' && b != 'v' && b != 'x' {
			return false
		}
	}
	return true
}
