package scan

import (
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// nearDate looks for the date of a number that other words part from it, where it
// has none beside it. What is found counts only if the tables say that it fits.
func (s *scanner) nearDate(h *head) {
	if len(s.Dates) == 0 || h.date != "" || h.near != "" || h.typ == "" && !s.list.open || h.other || h.unit {
		return
	}
	if h.near = s.dayOfAdoption(h); h.near == "" && !s.Lang.TypeFollows {
		if h.near = s.dateBehind(h); h.near == "" {
			h.near = s.dateBehindTopic(h)
		}
	}
}

// dateBehindTopic returns the date behind the words that say what the number is about:
// "резолюцию 74/160 об освещении причалов от 18 декабря 2019 года,". Nothing that may
// have a date of its own stands among these words, and nothing goes on behind it.
func (s *scanner) dateBehindTopic(h *head) string {
	about := h.last + 1
	if !s.Follows(about, token.About) {
		return ""
	}
	for j := about + 1; j+1 < len(s.Tokens) && s.Near(h.last, j, maxTopic); j++ {
		t := &s.Tokens[j]
		switch {
		case t.Is(token.Of) && !t.Is(token.About) && s.Follows(j+1, token.Date):
			topic := strings.ToLower(string(s.Text.Bytes[s.Tokens[about].End:t.Start]))
			if j+2 < len(s.Tokens) && !s.followsAny(j+2, behindDate) || s.Lang.Naming.Holds(class.Dated, topic) {
				return ""
			}
			return s.Dates[s.Tokens[j+1].N]
		case t.Kinds&withDates != 0, t.Is(token.Number) && s.Numbers[t.N].Form != token.Plain, s.namesInstrument(t):
			return ""
		}
	}
	return ""
}

var (
	// behindDate is what may stand behind the date of a number.
	behindDate = token.SetOf(token.Comma, token.Stop, token.And, token.Open, token.Shut)
	// withDates is what ends the words about a number, or may have a date itself.
	withDates = leads | token.SetOf(token.Date, token.Comma, token.Stop, token.Quote, token.Type, token.Own, token.Symbol, token.Document, token.Back, token.Unit)
)

func (s *scanner) followsAny(j int, kinds token.Set) bool {
	return j < len(s.Tokens) && !s.Tokens[j].Gap && s.Tokens[j].Kinds&kinds != 0
}

// namesInstrument reports whether the token is a name, or may be one, of what is
// no body and no State.
func (s *scanner) namesInstrument(t *token.Token) bool {
	return t.Is(token.Name) && s.NamesAny(t, func(e *authority.Entry, _ bool) bool { return e.Kind == record.Instrument })
}

// dayOfAdoption returns the date that stands with the adoption of the number after
// it: "the adoption, on 5 May 2023, by the Commission, of resolution 79/8".
func (s *scanner) dayOfAdoption(h *head) string {
	date := ""
	for j := h.first - 1; j >= 0 && s.Near(j, h.first, maxAdoption); j-- {
		switch t := &s.Tokens[j]; {
		case t.Is(token.Adopts) && (date != "" || !s.Lang.TypeFollows):
			return date
		case t.Is(token.Adopts): // 于2011年11月30日通过了关于…的
			return s.dateRightBefore(j)
		case t.Is(token.Date):
			if date != "" {
				return ""
			}
			date = s.Dates[t.N]
		case t.Is(token.Stop), t.Is(token.Verb), t.Is(token.Type), t.Class == token.Symbol, t.Is(token.Number) && s.Numbers[t.N].Form != token.Plain:
			return ""
		}
	}
	return ""
}

// dateRightBefore returns the date right before token j.
func (s *scanner) dateRightBefore(j int) string {
	if j > 0 && !s.Tokens[j].Gap && s.Tokens[j-1].Is(token.Date) {
		return s.Dates[s.Tokens[j-1].N]
	}
	return ""
}

// dateBehind returns the date that stands behind the words about the number: behind
// a place, "45/248 B, section VI, of 21 December 1990", behind a comma and a word such
// as "dated", or behind a word for adopting, "…, adopted on 16 December 2021".
func (s *scanner) dateBehind(h *head) string {
	if r := s.readPlaces(); s.Follows(h.last+1, token.Comma) {
		if _, end := r.Run(r.Comma(s.PartsEnd(h.last)), func(int) bool { return true }); end > 0 {
			if at := char.SkipBlank(r.Text, r.Comma(end)); at > end {
				if date := s.datedFrom(h.last+1, at); date != "" {
					return date
				}
			}
		}
	}
	and := 0
	for j := h.last + 1; j < len(s.Tokens) && s.Near(h.last, j, maxSkipped); j++ {
		switch t := &s.Tokens[j]; {
		case t.Is(token.And):
			and = int(t.End)
		case s.leadsDate(j) && and > 0 && s.Lang.Naming.Holds(class.Dated, strings.ToLower(string(s.Text.Bytes[and:t.Start]))):
			return "" // "and the letters, of": theirs
		case t.Is(token.Adopts) && !t.Is(token.Of), t.Is(token.Of) && t.Is(token.Adopts), s.leadsDate(j):
			if date := s.datedFrom(j+1, int(t.End)); date != "" {
				return date
			}
			if t.Is(token.Adopts) {
				return s.adoptionDay(j)
			}
		case t.Is(token.Quote):
			return s.behindTitle(j)
		case t.Is(token.Stop), t.Is(token.Type), t.Is(token.Own), t.Class == token.Symbol, t.Is(token.Number) && s.Numbers[t.N].Form != token.Plain:
			return ""
		}
	}
	return ""
}

// adoptionDay returns the date behind the word for adopting at token j, past the body, its
// session and how it was adopted: "adopted by the Assembly at its sixth special session, on
// 1 May 1974", "adopted without a vote on 25 March 2021".
func (s *scanner) adoptionDay(j int) string {
	for k := j + 1; k < len(s.Tokens) && s.Near(j, k, maxAdoptionDay); k++ {
		switch t := &s.Tokens[k]; {
		case t.Is(token.Date):
			return s.Dates[t.N]
		case t.Is(token.Comma) && !s.Follows(k+1, token.Date) && !(s.Follows(k+1, token.Of) && s.Follows(k+2, token.Date)):
			return ""
		case t.Is(token.And), t.Is(token.Stop), t.Is(token.Type), t.Is(token.Quote), t.Is(token.Verb), t.Class == token.Symbol, t.Is(token.Number):
			return ""
		}
	}
	return ""
}

// maxAdoptionDay bounds the letters between a word for adopting and the day.
const maxAdoptionDay = 140

// behindTitle returns the date to which words such as "dated" lead behind the title in
// quotation marks from token j on.
func (s *scanner) behindTitle(j int) string {
	k, ok := s.closing(j)
	if !ok {
		return ""
	}
	if s.Follows(k, token.Comma) {
		k++
	}
	if !s.Follows(k, token.Of) {
		return ""
	}
	return s.datedFrom(k, int(s.Tokens[k].Start))
}

// leadsDate reports whether the word at token j may lead a date behind a comma.
func (s *scanner) leadsDate(j int) bool {
	t := &s.Tokens[j]
	return t.Is(token.Of) && !t.Is(token.About) && !t.Gap && s.Tokens[j-1].Is(token.Comma) &&
		!(j > 1 && s.Tokens[j-2].Is(token.And)) // "et, le 8 octobre 2021, le Conseil": another clause's
}

// datedFrom returns the date to which nothing but words such as "of" lead from the
// offset on; none of the tokens before j stands behind it.
func (s *scanner) datedFrom(j, at int) string {
	for ; j < len(s.Tokens); j++ {
		t := &s.Tokens[j]
		if int(t.Start) < at {
			continue
		}
		if len(s.Text.Bytes[at:t.Start]) > 1 {
			return ""
		}
		switch at = int(t.End); {
		case t.Is(token.Date):
			return s.Dates[t.N]
		case !t.Is(token.Of) || t.Is(token.About):
			return ""
		}
	}
	return ""
}
