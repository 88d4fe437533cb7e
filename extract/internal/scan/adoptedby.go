package scan

import (
	"bytes"
	"slices"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/class"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// Adopter is the conference or organisation that, as the words say, adopted an instrument.
type Adopter struct {
	Entry *authority.Entry
	Nth   int    // its number in the series of the entry, 0 for the entry itself
	Title string // its name, where no table has it
	Loose bool   // other words stand between it and what it adopted
}

// noteAdopters notes for the short names of instruments, from mention first on, which conference or
// organisation adopted the thing: "the Declaration adopted by the Tide Conference" is none that was
// named before of another.
func (s *scanner) noteAdopters(first int) {
	for i := first; i < len(s.mentions); i++ {
		m := &s.mentions[i]
		if !m.Short || len(m.Same) > 0 || !ofInstruments(m) {
			continue
		}
		if i > first && s.adoptedIt(&s.mentions[i-1], m) {
			m.By = byOf(&s.mentions[i-1])
		} else if i+1 < len(s.mentions) && s.adoptedByIt(m, &s.mentions[i+1]) {
			m.By = byOf(&s.mentions[i+1])
		} else if i > first && s.mentions[i-1].By != nil && s.andBetween(&s.mentions[i-1], m) {
			m.By = s.mentions[i-1].By
		} else if by := s.conferenceBeside(first, i); by != nil {
			m.By = byOf(by)
			m.By.Loose = true
		}
		for j := i; j > first && m.By != nil && s.mentions[j-1].By == nil && s.mentions[j-1].Short && ofInstruments(&s.mentions[j-1]) && s.andBetween(&s.mentions[j-1], &s.mentions[j]); j-- {
			s.mentions[j-1].By = m.By
		}
	}
}

// ofInstruments reports whether the short name is that of instruments.
func ofInstruments(m *Mention) bool {
	return m.Kind == record.Instrument || len(m.Entries) > 0 && m.Entries[0].Kind == record.Instrument
}

// adopts reports whether the mention is the full name of a body that adopts instruments of its own:
// principal organs adopt those of all the others.
func adopts(m *Mention) bool {
	switch {
	case m.Short, m.Of != nil, m.Treaty != nil:
		return false // those who meet under a treaty adopt what is of that
	case len(m.Entries) == 0:
		return m.Title != "" && m.Kind == record.Entity && !m.Weak
	}
	e := m.Entries[0]
	return len(m.Entries) == 1 && e.Kind == record.Entity && (e.Class == conferenceClass || slices.Contains(organizations, e.Class))
}

func byOf(m *Mention) *Adopter {
	if len(m.Entries) == 0 {
		return &Adopter{Title: m.Title}
	}
	return &Adopter{Entry: m.Entries[0], Nth: m.Nth}
}

// adoptedIt reports whether the body before adopted what the short name behind it stands for, or
// owns it in a script without blanks.
func (s *scanner) adoptedIt(body, m *Mention) bool {
	if !adopts(body) || body.End > m.Start {
		return false
	}
	between := s.Text.Bytes[body.End:m.Start]
	return s.Lang.Unsegmented && (len(between) == 0 || s.Lang.Naming.Is(class.Particle, string(between))) || s.adopting(body.End, m.Start, "adopts")
}

// adoptedByIt reports whether the body behind the short name adopted what that stands for.
func (s *scanner) adoptedByIt(m, body *Mention) bool {
	return !s.Lang.Unsegmented && adopts(body) && m.End <= body.Start && s.adopting(m.End, body.Start, "")
}

// adopting reports whether the words from one place to another say that something was adopted, in
// the form that the value of the word has where it is given, and nothing else but when.
func (s *scanner) adopting(from, to int, form string) bool {
	if !s.Within(int32(from), int32(to), maxAdopting) {
		return false
	}
	said := false
	for k := s.tokenFrom(from); k < len(s.Tokens) && int(s.Tokens[k].Start) < to; k++ {
		switch t := &s.Tokens[k]; {
		case t.Is(token.Adopts) && (form == "" || s.Value(t, token.Adopts) == form), s.Lang.Unsegmented && t.Is(token.Of) && s.Value(t, token.Of) == "that":
			said = true
		case t.Is(token.Comma) && !said, t.Kinds&whenAdopted != 0, t.Is(token.Number) && s.Numbers[t.N].Form == token.Plain:
		default:
			return false
		}
	}
	return said
}

// whenAdopted are the classes of tokens that say when something was adopted.
var whenAdopted = token.SetOf(token.Date, token.Of, token.Month, token.YearWord, token.MonthWord, token.DayWord)

// andBetween reports whether nothing but "and" stands between two mentions.
func (s *scanner) andBetween(a, b *Mention) bool {
	k := s.tokenFrom(a.End)
	return a.End < b.Start && k < len(s.Tokens) && s.Tokens[k].Is(token.And) && int(s.Tokens[k].End) <= b.Start &&
		len(bytes.TrimSpace(s.Text.Bytes[a.End:s.Tokens[k].Start])) == 0 && s.Within(s.Tokens[k].End, int32(b.Start), maxArticle)
}

// maxArticle is how many letters an article behind "and" may have.
const maxArticle = 5

// conferenceBeside returns the conference of the tables, named in full right before mention i, which is
// the short name of an instrument, or right behind, where the words between say that it adopted the
// thing, whatever else they say: "the Plan of Action adopted in the first phase of the Summit", "the
// Summit adopted, and the Assembly endorsed, the Plan". It is nil where none did.
func (s *scanner) conferenceBeside(first, i int) *Mention {
	m := &s.mentions[i]
	if i+1 < len(s.mentions) {
		if by := &s.mentions[i+1]; conference(by) && s.Within(int32(m.End), int32(by.Start), mostLoose) && s.saysAdopted(m.End, by.Start) {
			return by
		}
	}
	before, end := i-1, m.Start
	if before > first && len(s.mentions[before].Entries) > 0 && s.mentions[before].Entries[0].Class == principalOrgan {
		end = s.mentions[before].Start // which endorsed it
		before--
	}
	if before < first {
		return nil
	}
	if by := &s.mentions[before]; conference(by) && by.End <= end && s.Within(int32(by.End), int32(m.Start), mostLoose) && s.saysAdopted(by.End, end) {
		return by
	}
	return nil
}

// mostLoose bounds the words between a conference and what it adopted, in letters.
const mostLoose = 80

// conference reports whether the mention is the full name of a conference of the tables.
func conference(m *Mention) bool {
	return !m.Short && len(m.Entries) == 1 && m.Nth < 2 && m.Entries[0].Class == conferenceClass
}

// saysAdopted reports whether a word for adopting stands between two places, and no mark that ends
// a sentence.
func (s *scanner) saysAdopted(from, to int) bool {
	if from > to {
		return false
	}
	between := s.Text.Bytes[from:to]
	if bytes.ContainsAny(between, ".;:；。؛\n") {
		return false
	}
	if s.Lang.Unsegmented {
		return s.Lang.Naming.Holds(class.Adopted, string(between))
	}
	return slices.ContainsFunc(strings.FieldsFunc(string(between), partsWords), func(w string) bool { return s.Lang.Naming.Is(class.Adopted, w) })
}

// partsWords reports whether the mark parts two words.
func partsWords(r rune) bool { return strings.ContainsRune(" ,()،", r) }
