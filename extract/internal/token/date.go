package token

import (
	"bytes"
	"slices"
)

// joinDates joins the tokens of a day, a month and a year to one token each, in
// the order of the language: "8 September 2006", "2006年9月8日".
func (s *Paragraph) joinDates() {
	tokens, to, months := s.Tokens, 0, false
	for k := 0; k < len(tokens); to++ {
		n, iso := 0, ""
		if c := tokens[k].Class; mayDate.Has(c) {
			months = months || c != Number
			n, iso = s.dateAt(k)
		}
		if n == 0 {
			if to < k { // most paragraphs have no date, and nothing to be moved
				tokens[to] = tokens[k]
			}
			k++
			continue
		}
		t := tokens[k]
		t.End, t.Class, t.Kinds, t.N = tokens[k+n-1].End, Date, SetOf(Date), int32(len(s.Dates))
		tokens[to], s.Dates = t, append(s.Dates, iso)
		k += n
	}
	s.Tokens = s.Tokens[:to]
	if len(s.Dates) > 0 {
		s.earlierMonths()
		s.laterMonths()
		s.earlierDays()
	}
	if months {
		s.yearlessDays()
	}
}

// mayDate are the classes of tokens that may be of a date.
var mayDate = SetOf(Number, Month, MonthWord)

// earlierMonths makes dates of the days and months that share the year of the date after
// them: "of 8 June and 22 July 2021" are two.
func (s *Paragraph) earlierMonths() {
	for k := len(s.Tokens) - 1; k > 3; k-- {
		if s.Tokens[k].Class != Date || s.Tokens[k].Gap || !s.Tokens[k-1].Is(And) && !s.Tokens[k-1].Is(Comma) {
			continue
		}
		j := k - 2 // the month
		for j > 1 && s.sameMonth(j) {
			j--
		}
		if s.Tokens[j].Class != Month {
			continue
		}
		month, day := int(s.Tokens[j].N), j-1
		if s.Tokens[day].Is(Of) {
			day--
		}
		date := s.Dates[s.Tokens[k].N]
		d, ok := s.PlainAt(day)
		if !ok || day == 0 || d > 31 || len(date) != len("2006-01-02") || s.gapIn(day+1, k) || !s.Tokens[day-1].Is(Of) && !s.Tokens[day-1].Is(Comma) {
			continue
		}
		earlier := iso(s.yearOf(date), month, d)
		if earlier == "" || earlier >= date {
			continue
		}
		s.joinTo(day, k-1, earlier)
		k = day + 1
	}
}

// laterMonths makes dates of the months and days that share the year of the date before
// them, in languages that print the year first: 2021年6月8日和7月22日.
func (s *Paragraph) laterMonths() {
	if !s.Lang.Unsegmented {
		return
	}
	for k := 0; k+5 < len(s.Tokens); k++ {
		date := &s.Tokens[k]
		if date.Class != Date || !s.Follows(k+1, And) && !s.Follows(k+1, Comma) || !s.Follows(k+3, MonthWord) || !s.Follows(k+5, DayWord) || s.gapIn(k+1, k+6) {
			continue
		}
		m, okM := s.PlainAt(k + 2)
		d, okD := s.PlainAt(k + 4)
		first := s.Dates[date.N]
		if !okM || !okD || len(first) != len("2006-01-02") {
			continue
		}
		if later := iso(s.yearOf(first), m, d); later > first {
			s.joinTo(k+2, k+6, later)
			k++
		}
	}
}

// gapIn reports whether words stand between the tokens before from and to.
func (s *Paragraph) gapIn(from, to int) bool {
	for ; from < to; from++ {
		if s.Tokens[from].Gap {
			return true
		}
	}
	return false
}

// yearOf returns the year of a date.
func (s *Paragraph) yearOf(date string) (y int) {
	for i := range len("2006") {
		y = y*10 + int(date[i]-'0')
	}
	return y
}

// joinTo makes one token, a date, of those from the one on and before the other.
func (s *Paragraph) joinTo(from, end int, date string) {
	t := &s.Tokens[from]
	t.End, t.Class, t.Kinds, t.N = s.Tokens[end-1].End, Date, SetOf(Date), int32(len(s.Dates))
	s.Dates = append(s.Dates, date)
	s.Tokens = slices.Delete(s.Tokens, from+1, end)
}

// earlierDays makes dates of the days that share the month and year of the date
// after them: "des 14 et 15 décembre 1960" are two.
func (s *Paragraph) earlierDays() {
	for k := len(s.Tokens) - 1; k > 2; k-- {
		if s.Tokens[k].Class != Date || s.Tokens[k].Gap || s.Tokens[k-1].Gap || s.Tokens[k-2].Gap {
			continue
		}
		day, ok := s.PlainAt(k - 2)
		join := &s.Tokens[k-1]
		if !ok || !join.Is(And) && !join.Is(Comma) || !s.Tokens[k-3].Is(Of) && !s.Tokens[k-3].Is(Comma) {
			continue
		}
		date := s.Dates[s.Tokens[k].N]
		if len(date) != len("2006-01-02") || day >= int(date[8]-'0')*10+int(date[9]-'0') {
			continue
		}
		s.Dates = append(s.Dates, date[:8]+string([]byte{'0' + byte(day/10), '0' + byte(day%10)}))
		t := &s.Tokens[k-2]
		t.Class, t.Kinds, t.N = Date, SetOf(Date), int32(len(s.Dates)-1)
	}
}

// dateAt returns how many tokens from k on make a date, and the date.
func (s *Paragraph) dateAt(k int) (int, string) {
	if s.Tokens[k].Class == Month {
		return s.monthFirst(k)
	}
	if v, ok := s.PlainAt(k); ok {
		if v >= 1000 {
			return s.bigEndian(k, v)
		}
		return s.littleEndian(k, v)
	}
	return 0, ""
}

func (s *Paragraph) bigEndian(k, year4 int) (int, string) {
	if !s.Follows(k+1, YearWord) || !s.Follows(k+3, MonthWord) || !s.Follows(k+5, DayWord) {
		return 0, ""
	}
	m, okM := s.PlainAt(k + 2)
	d, okD := s.PlainAt(k + 4)
	if !okM || !okD || s.Tokens[k+2].Gap || s.Tokens[k+4].Gap {
		return 0, ""
	}
	return 6, iso(year4, m, d)
}

// monthFirst reads "December 9, 2015" at token k.
func (s *Paragraph) monthFirst(k int) (int, string) {
	d, ok := s.PlainAt(k + 1)
	if !ok || d > 31 || s.Tokens[k+1].Gap || !s.Follows(k+2, Comma) || !s.Follows(k+3, Number) {
		return 0, ""
	}
	y, ok := s.yearAt(k + 3)
	if !ok || !inPrint(y) {
		return 0, ""
	}
	return 4, iso(y, int(s.Tokens[k].N), d)
}

// inPrint reports whether y is a year that documents of the United Nations cite.
func inPrint(y int) bool { return y >= 1900 && y <= 2100 }

func (s *Paragraph) littleEndian(k, d int) (int, string) {
	i := k + 1
	if s.Follows(i, Of) {
		i++
	}
	if !s.Follows(i, Month) {
		if k+2 < len(s.Tokens) && s.Tokens[k].End+1 == s.Tokens[k+1].Start {
			return s.inFigures(k, d)
		}
		return 0, ""
	}
	m := int(s.Tokens[i].N)
	i++
	if s.sameMonth(i) {
		i++
	}
	i = s.afterMark(i)
	if s.Follows(i, Of) || s.Follows(i, Comma) {
		i++ // "27 July, 2012"
	}
	y, ok := s.yearAt(i)
	if !ok || s.Tokens[i].Gap || !inPrint(y) {
		return 0, ""
	}
	if i++; s.Follows(i, YearWord) {
		i++
	}
	return i - k, iso(y, m, d)
}

// afterMark returns the token after the brackets of a footnote mark at token i, which is
// raised or, where the raising was lost, a short number: "24 March(1) 2011".
func (s *Paragraph) afterMark(i int) int {
	if s.Follows(i, Open) && s.Follows(i+1, Shut) {
		return i + 2
	}
	const most = 999
	n, ok := s.PlainAt(i + 1)
	if ok && n <= most && !s.Tokens[i+1].Gap && (s.Follows(i, Open) && s.Follows(i+2, Shut) || s.Follows(i, Quote) && s.Follows(i+2, Quote) && s.Words(i) == "[") {
		return i + 3
	}
	return i
}

// inFigures reads "28.07.2022" at token k, in the order of day, month and year.
func (s *Paragraph) inFigures(k, day int) (int, string) {
	month, okM := s.PlainAt(k + 1)
	year, okY := s.PlainAt(k + 2)
	if !okM || !okY || !inPrint(year) || !s.dotBetween(k) || !s.dotBetween(k+1) {
		return 0, ""
	}
	if date := iso(year, month, day); date != "" {
		return 3, date
	}
	return 0, ""
}

// dotBetween reports whether a point and nothing else stands between token k and the next.
func (s *Paragraph) dotBetween(k int) bool {
	end := s.Tokens[k].End
	return s.Tokens[k+1].Start == end+1 && s.Text.Bytes[end] == '.'
}

// yearAt returns the year at token k, also one that is printed once more in
// brackets: 2001 (2001).
func (s *Paragraph) yearAt(k int) (int, bool) {
	if y, ok := s.PlainAt(k); ok {
		return y, true
	}
	if k >= len(s.Tokens) || s.Tokens[k].Class != Number {
		return 0, false
	}
	n := &s.Numbers[s.Tokens[k].N]
	return n.A, n.Form == Yearly && n.A == n.B
}

// sameMonth reports whether token i names the month before it once more, after
// a slash: "كانون الأول/ ديسمبر".
func (s *Paragraph) sameMonth(i int) bool {
	if i >= len(s.Tokens) || !s.Tokens[i].Is(Month) || s.Tokens[i].N != s.Tokens[i-1].N {
		return false
	}
	between := s.Text.Bytes[s.Tokens[i-1].End-1 : s.Tokens[i].Start]
	return len(between) < 5 && bytes.Contains(between, []byte("/"))
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
