package scan

import "bytes"

// joinDates joins the tokens of a day, a month and a year to one token each, in
// the order of the language: "8 September 2006", "2006年9月8日".
func (s *lexer) joinDates() {
	to := 0
	for k := 0; k < len(s.tokens); to++ {
		n, iso := 0, ""
		if s.tokens[k].class == item {
			n, iso = s.dateAt(k)
		}
		if n == 0 {
			if to < k { // most paragraphs have no date, and nothing to be moved
				s.tokens[to] = s.tokens[k]
			}
			k++
			continue
		}
		t := s.tokens[k]
		t.end, t.class, t.kinds, t.n = s.tokens[k+n-1].end, date, set(date), int32(len(s.dates))
		s.tokens[to], s.dates = t, append(s.dates, iso)
		k += n
	}
	s.tokens = s.tokens[:to]
}

// dateAt returns how many tokens from k on make a date, and the date.
func (s *lexer) dateAt(k int) (int, string) {
	if v, ok := s.plainAt(k); ok {
		if v >= 1000 {
			return s.bigEndian(k, v)
		}
		return s.littleEndian(k, v)
	}
	return 0, ""
}

// plainAt returns the value of the bare number at token k.
func (s *lexer) plainAt(k int) (int, bool) {
	if k >= len(s.tokens) || s.tokens[k].class != item {
		return 0, false
	}
	n := &s.items[s.tokens[k].n]
	return n.A, n.Form == Plain
}

// follows reports whether token k is of class c with nothing between.
func (s *lexer) follows(k int, c class) bool {
	return k < len(s.tokens) && !s.tokens[k].gap && s.tokens[k].is(c)
}

func (s *lexer) bigEndian(k, year4 int) (int, string) {
	if !s.follows(k+1, year) || !s.follows(k+3, monthWord) || !s.follows(k+5, day) {
		return 0, ""
	}
	m, okM := s.plainAt(k + 2)
	d, okD := s.plainAt(k + 4)
	if !okM || !okD || s.tokens[k+2].gap || s.tokens[k+4].gap {
		return 0, ""
	}
	return 6, iso(year4, m, d)
}

func (s *lexer) littleEndian(k, d int) (int, string) {
	i := k + 1
	if s.follows(i, of) {
		i++
	}
	if !s.follows(i, month) {
		return 0, ""
	}
	m := int(s.tokens[i].n)
	i++
	if s.sameMonth(i) {
		i++
	}
	if s.follows(i, of) {
		i++
	}
	y, ok := s.plainAt(i)
	if !ok || s.tokens[i].gap || y < 1900 || y > 2100 {
		return 0, ""
	}
	if i++; s.follows(i, year) {
		i++
	}
	return i - k, iso(y, m, d)
}

// sameMonth reports whether token i names the month before it once more, behind
// a slash: "كانون الأول/ ديسمبر".
func (s *lexer) sameMonth(i int) bool {
	if i >= len(s.tokens) || !s.tokens[i].is(month) || s.tokens[i].n != s.tokens[i-1].n {
		return false
	}
	between := s.text.Bytes[s.tokens[i-1].end:s.tokens[i].start]
	return len(between) < 4 && bytes.Contains(between, []byte("/"))
}

func iso(y, m, d int) string {
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return ""
	}
	var b [len("2006-09-08")]byte
	for i, v := range [...]int{y / 1000, y / 100, y / 10, y, -1, m / 10, m, -1, d / 10, d} {
		b[i] = '-'
		if v >= 0 {
			b[i] = '0' + byte(v%10)
		}
	}
	return string(b[:])
}
