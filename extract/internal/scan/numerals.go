package scan

import (
	"bytes"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/names"
	"uncite/extract/record"
)

// ordinalsAhead adds the mentions of the names that ordinals tell before the one of the mention,
// which is to be added and begins with an ordinal too, in a script without blanks: "the second,
// third and fifth committee".
func (s *scanner) ordinalsAhead(m *Mention) {
	text, naming := s.Text.Bytes, s.Lang.Naming
	rest := naming.Numeral(text, m.Start)
	if rest == m.Start || m.Short {
		return
	}
	of := numbered{*m, 0, rest - m.Start}
	var ahead []Mention
	for at := m.Start; len(ahead) < mostJoined; {
		n := naming.Ending(class.And, text[:at])
		if n == 0 && bytes.HasSuffix(text[:at], []byte(names.ListMark)) {
			n = len(names.ListMark)
		}
		from, to := naming.NumeralBefore(text, at-n)
		if n == 0 || from == to {
			break
		}
		other, ok := s.withNumeral(&of, string(text[from:to]))
		if !ok {
			break
		}
		other.Start, other.End = from, at-n
		ahead, at = append(ahead, other), from
	}
	for i := len(ahead) - 1; i >= 0; i-- {
		s.addName(ahead[i])
	}
}

// numbered is a mention of one of a series, and where its ordinal, without what it counts,
// stands in its words.
type numbered struct {
	Mention
	from, to int
}

// withNumeral returns the mention of the one of the series that has the ordinal in place of its
// own.
func (s *scanner) withNumeral(m *numbered, ordinal string) (other Mention, ok bool) {
	words := string(s.Text.Bytes[m.Start:m.End])
	words = words[:m.from] + ordinal + words[m.to:]
	other = Mention{Rule: "name", Heads: m.Heads}
	if e := s.FullName(words); e != nil {
		other.Entries = []*authority.Entry{e}
		return other, true
	}
	_, _, n := s.Lang.Naming.NumberBehind([]byte(words), m.from)
	switch {
	case n > 0 && m.Nth > 0:
		other.Entries = m.Entries
		if n > 1 {
			other.Nth = n
		}
	case n > 0 && (m.Title != "" || len(m.Entries) == 1 && m.Entries[0].Class == conferenceClass):
		other.Rule, other.Title, other.Kind = "title", words, record.Entity
	default:
		return other, false
	}
	return other, true
}

// nextMeeting adds the mention of the meeting whose head noun is token k, with an ordinal alone
// before it, where the name before it in the paragraph is that of the meeting of the number
// before, in a script without blanks: "the Third Conference on Tides and the fourth conference".
func (s *scanner) nextMeeting(k int) bool {
	t, naming, text := &s.Tokens[k], s.Lang.Naming, s.Text.Bytes
	from, n := naming.NumberBefore(text, int(t.Start))
	if n < 2 || !naming.Is(class.Meeting, s.WordsOf(t)) || naming.GoesOn(text[t.End:]) || !s.ofNobody(from) {
		return false
	}
	m := s.meetingNamed()
	if m == nil {
		return false
	}
	to := naming.Numeral(text, from)
	if _, _, before := naming.NumberBehind(text, m.Start+m.from); before != n-1 || !s.Within(int32(m.End), int32(from), maxSeries) {
		return false
	}
	next, ok := s.withNumeral(m, string(text[from:to]))
	if !ok {
		return false
	}
	next.Start, next.End, next.Note = from, int(t.End), s.NoteAt(int(t.End))
	if next.Title == "" {
		next.Rule = "short:antecedent"
	}
	s.addName(next)
	s.nameEnd = next.End
	return true
}

// ofNobody reports whether a mark or a word that may stand before a noun ends at i, and not the
// name of the body whose meeting it may be.
func (s *scanner) ofNobody(i int) bool {
	r, _ := utf8.DecodeLastRune(s.Text.Bytes[:i])
	return !char.Han(r) || s.Lang.Naming.LeadBefore(s.Text.Bytes[:i]) > 0
}

// maxSeries bounds what stands between two meetings of a series, in letters.
const maxSeries = 120

// mostStates bounds the States between two meetings of a series.
const mostStates = 32

// meetingNamed returns the meeting with an ordinal in its name that is the last the paragraph has
// named but for some States, with what stands right behind it in the series; nil where it is none.
func (s *scanner) meetingNamed() *numbered {
	naming, series := s.Lang.Naming, (*numbered)(nil)
	for i := len(s.mentions) - 1; i >= max(s.first, len(s.mentions)-mostStates); i-- {
		m := &s.mentions[i]
		if m.ofState() {
			continue
		}
		words := s.Text.Bytes[m.Start:m.End]
		if len(m.Entries) == 0 && m.Title == "" || naming.Ending(class.Meeting, words) == 0 || m.Kind == record.State {
			return nil
		}
		for at := range words {
			if to := naming.Numeral(words, at); to > at {
				series = &numbered{*m, at, to}
				break
			}
		}
		return series
	}
	return nil
}
