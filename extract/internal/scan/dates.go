package scan

import (
	"slices"

	"uncite/extract/internal/token"
)

// dateRow is a row of dates that stands before a row of numbers, in languages
// that put the number last: "2005年12月20日和2010年10月29日第60/180和65/7号决议".
type dateRow struct {
	mention int     // of the first number of the list
	dates   []int32 // indices into scanner.dates
}

// datesInRow reads the dates from token j on that commas and "and" join, in the
// direction of step, and words such as "respectively" among them.
func (s *scanner) datesInRow(j, step int) []int32 {
	var row []int32
	for ; j >= 0 && j < len(s.Tokens); j += step {
		t := &s.Tokens[j]
		if step > 0 && t.Gap {
			return row
		}
		switch {
		case t.Is(token.Date):
			row = append(row, t.N)
		case t.Is(token.Comma), t.Is(token.And), t.Is(token.Of), t.Is(token.Respective):
		default:
			return row
		}
		if step < 0 && t.Gap {
			return row
		}
	}
	return row
}

// spread gives the numbers of the list that ends with the mention emitted last
// a date each, where a row of as many dates follows: "resolutions 60/180 and
// 65/7 of 20 December 2005 and 29 October 2010, respectively". Where the
// row is not as long as the list, nobody knows which date is whose.
func (s *scanner) spread(h *head) {
	if h.date == "" || s.Lang.TypeFollows {
		return
	}
	row := s.datesInRow(max(h.last+1, h.dated), 1)
	if len(row) < 2 {
		return
	}
	from := s.listStart(len(s.mentions))
	if s.numbersFrom(from, len(s.mentions)) == 1 {
		return
	}
	s.assign(from, len(s.mentions), row)
}

// spreadAhead keeps the row of dates before the number of head h and of the
// mention, the first of its list, for settleRow to give out when the list is complete.
func (s *scanner) spreadAhead(h *head, mention int) {
	if h.date == "" || !s.Lang.TypeFollows {
		return
	}
	row := s.datesInRow(h.first, -1)
	if len(row) < 2 {
		return
	}
	s.settleRow()
	slices.Reverse(row)
	s.ahead = dateRow{mention, row}
}

// settleRow gives out the row of dates that stood before a list.
func (s *scanner) settleRow() {
	row := s.ahead
	s.ahead = dateRow{}
	if len(row.dates) == 0 {
		return
	}
	from := row.mention
	end := from + 1
	for end < len(s.mentions) && s.mentions[end].numbered() && s.mentions[end].Date == "" {
		end++
	}
	if s.numbersFrom(from, end) > 1 {
		s.assign(from, end, row.dates)
	}
}

// share tells the numbers of a list that have no date of their own which one may be
// theirs too: that of the number after them which a comma or "and" joins, "69/193
// and 69/196 of 18 December 2014", or, where dates stand before, of the one before.
func (s *scanner) share() {
	for i := s.first + 1; i < len(s.mentions); i++ {
		k, from := i, i-1
		if !s.Lang.TypeFollows {
			k = s.first + len(s.mentions) - 1 - i
			from = k + 1
		}
		m, other := &s.mentions[k], &s.mentions[from]
		if !m.numbered() || !other.numbered() || m.Date != "" || m.Act.group != other.Act.group || m.Act.Shared != "" {
			continue
		}
		if m.Act.Shared = other.Date; other.Date == "" {
			m.Act.Shared = other.Act.Shared
		}
	}
}

// quotedTitle takes the date behind the title in quotation marks from token j on:
// "резолюцию 70/1 «Преобразование нашего мира» от 25 сентября 2015 года".
func (s *scanner) quotedTitle(j int, h *head) bool {
	if s.Lang.TypeFollows {
		return false
	}
	for j < len(s.Tokens) && !s.Tokens[j].Gap && (s.Tokens[j].Is(token.Comma) || s.Tokens[j].Is(token.About)) {
		j++
	}
	if j >= len(s.Tokens) || s.Tokens[j].Gap || !s.Tokens[j].Is(token.Quote) {
		return false
	}
	end, ok := s.closing(j)
	if !ok {
		return false
	}
	led := !s.Follows(end, token.Comma)
	for ; end < len(s.Tokens) && !s.Tokens[end].Gap; end++ {
		switch t := &s.Tokens[end]; {
		case t.Is(token.Date):
			if led {
				h.setDate(s.Dates[t.N])
			}
			return led
		case t.Is(token.Of) && !t.Is(token.About):
			led = true
		case !t.Is(token.Comma) && !t.Is(token.Shut) && !t.Is(token.Open):
			return false
		}
	}
	return false
}

// listStart returns the index of the first mention of the list that ends
// before end, without those that have a date already.
func (s *scanner) listStart(end int) int {
	from := end - 1
	last := s.mentions[from].Act
	for from > s.first {
		m := &s.mentions[from-1]
		if !m.numbered() || m.Act.group != last.group || m.Date != "" && m.Act.at != last.at {
			break
		}
		from--
	}
	return from
}

// numbersFrom counts the numbers of the mentions from the one index up to the
// other; the parts of a number are one.
func (s *scanner) numbersFrom(from, end int) int {
	n, last := 0, int32(-1)
	for i := from; i < end; i++ {
		if m := &s.mentions[i]; m.numbered() && m.Act.at != last {
			n, last = n+1, m.Act.at
		}
	}
	return n
}

// assign gives the numbers of the mentions the dates of the row, one each in
// their order, or none where there are more of the ones than of the others.
func (s *scanner) assign(from, end int, row []int32) {
	fits := s.numbersFrom(from, end) == len(row)
	at, last := -1, int32(-1)
	for i := from; i < end; i++ {
		m := &s.mentions[i]
		if !m.numbered() {
			continue
		}
		if m.Act.at != last {
			at, last = at+1, m.Act.at
		}
		m.Date = ""
		if fits {
			m.Date = s.Dates[row[at]]
		}
	}
}
