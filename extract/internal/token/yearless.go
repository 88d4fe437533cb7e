package token

// yearlessDays makes dates of days and months whose year stands in the number that
// they date, "resolutions 353 (1974) of 20 July", or in a date of the same list of
// numbers: "73/1 of 5 October and 73/200 of 20 December 2018".
func (s *Paragraph) yearlessDays() {
	for k := 1; k < len(s.Tokens); k++ {
		if s.Tokens[k].Class != Month && !s.Tokens[k].Is(MonthWord) {
			continue
		}
		from, end, month, day := s.dayAndMonth(k)
		if from < 0 {
			continue
		}
		year := s.yearBeside(from, end, month, day)
		if date := iso(year, month, day); year > 0 && date != "" {
			s.joinTo(from, end, date)
			k = from
		}
	}
}

// dayAndMonth returns from which token on and before which one a day and a month
// stand, of which token k is the word for the month; from is negative where there
// are none.
func (s *Paragraph) dayAndMonth(k int) (from, end, month, day int) {
	if s.Lang.Unsegmented {
		m, okM := s.PlainAt(k - 1)
		d, okD := s.PlainAt(k + 1)
		if !okM || !okD || !s.Follows(k+2, DayWord) || s.gapIn(k, k+3) {
			return -1, 0, 0, 0
		}
		return k - 1, k + 3, m, d
	}
	from, end = k-1, k+1
	if s.Tokens[from].Is(Of) && from > 0 {
		from--
	}
	d, ok := s.PlainAt(from)
	if !ok || d > 31 || s.gapIn(from+1, end) {
		return -1, 0, 0, 0
	}
	if s.sameMonth(end) {
		end++
	}
	return from, end, int(s.Tokens[k].N), d
}

// yearBeside returns the year of a day and a month that stand from the one token to
// the other beside the number that they date, 0 where nothing tells it.
func (s *Paragraph) yearBeside(from, end, month, day int) int {
	at := s.datedNumber(from, end)
	if at < 0 {
		return 0
	}
	if n := &s.Numbers[s.Tokens[at].N]; n.Form != Plain {
		if n.Form == Yearly {
			return n.B
		}
		return s.yearInList(from, end, month, day)
	}
	return 0
}

// datedNumber returns the token of the number beside a day and a month, negative
// where none is: before them, or behind them in languages that put the number last.
func (s *Paragraph) datedNumber(from, end int) int {
	if s.Lang.TypeFollows {
		if s.Follows(end, No) {
			end++
		}
		if s.Follows(end, Number) {
			return end
		}
		return -1
	}
	j := from
	for ; j > 0 && !s.Tokens[j].Gap && (j == from || s.Tokens[j].Is(Of) || s.Tokens[j].Is(Comma)); j-- {
	}
	if j == from || s.Tokens[j].Class != Number || s.Tokens[j+1].Gap {
		return -1
	}
	return j
}

// yearInList returns the year of the next date of the list of numbers in which a day
// and a month stand, or of the date before in languages that put the number last; 0
// where it would not be in the order of the calendar.
func (s *Paragraph) yearInList(from, end, month, day int) int {
	step, j := 1, end
	if s.Lang.TypeFollows {
		step, j = -1, from-1
	}
	for ; j >= 0 && j < len(s.Tokens); j += step {
		t := &s.Tokens[j]
		if t.Class == Date {
			return s.yearInOrder(t, month, day, step)
		}
		if t.Gap || t.Kinds&insideList == 0 {
			return 0
		}
	}
	return 0
}

// insideList is what stands between the numbers and the dates of a list.
var insideList = SetOf(Number, Month, MonthWord, DayWord, Comma, And, Of, No, NoEnd, Type, Own, Owner)

// yearInOrder returns the year of the date if the day and the month are before it in
// the calendar, or behind it where step is negative.
func (s *Paragraph) yearInOrder(t *Token, month, day, step int) int {
	date := s.Dates[t.N]
	if len(date) != len("2006-01-02") {
		return 0
	}
	year := s.yearOf(date)
	other := iso(year, month, day)
	if other == "" || step > 0 && other >= date || step < 0 && other <= date {
		return 0
	}
	return year
}
