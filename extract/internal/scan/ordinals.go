package scan

import (
	"bytes"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/names"
	"uncite/extract/internal/token"
)

// ordinal is one of the numbers that share a noun, "the Second and Third Committees".
type ordinal struct{ start, end, n int }

// maxShared bounds the rest of the name that ordinals share, in letters.
const maxShared = 160

// mostLed bounds the words with capitals between ordinals and the noun that they share.
const mostLed = 4

// shareOrdinals adds the mentions of the names that ordinals tell beside the noun at t, which they
// share and of which one is the singular: "the Second and Third Committees", "las Comisiones
// Segunda y Tercera". It is false where the tables do not have all of them.
func (s *scanner) shareOrdinals(t *token.Token, one string) bool {
	text := s.Text.Bytes
	if list, end := s.ordinalsFrom(int(t.End)); len(list) > 1 {
		return s.addOrdinals(list, one, end, int(t.Start))
	}
	adjective := names.WordAt(text, int(t.End)+1)
	if single := s.Lang.Naming.Single(adjective); single != "" {
		if list, end := s.ordinalsFrom(int(t.End) + 1 + len(adjective)); len(list) > 1 {
			return s.addOrdinals(list, one+" "+single, end, int(t.Start))
		}
	}
	if of := s.whoseBehind(int(t.End)); of > 0 { // "las Conferencias de las Naciones Unidas cuarta y quinta sobre …"
		if list, end := s.ordinalsFrom(int(t.End) + of); len(list) > 1 {
			return s.addOrdinals(list, one+string(text[t.End:int(t.End)+of]), end, int(t.Start))
		}
	}
	for at, n := int(t.Start), 0; n <= mostLed; n++ {
		if list := s.ordinalsBefore(at); len(list) > 1 {
			led := string(text[at:t.Start]) + one
			return s.addOrdinals(list, led, int(t.End), -1) ||
				adjective != "" && s.addOrdinals(list, led+" "+s.Lang.Naming.Single(adjective), int(t.End)+1+len(adjective), -1)
		}
		if at = char.WordBefore(text, at); at == 0 || !char.BeginsCapital(text, at) {
			break
		}
	}
	return false
}

// whoseBehind returns how long the words are, from the blank at i on, that say whose a thing is: " de las Naciones Unidas".
func (s *scanner) whoseBehind(i int) int {
	text := s.Text.Bytes
	if i >= len(text) || text[i] != ' ' {
		return 0
	}
	for _, of := range s.Lang.Naming.WordsOf(class.Whose) {
		if char.HasAny(text, i+1, of) {
			return 1 + len(of)
		}
	}
	return 0
}

// addOrdinals adds a mention for each of the ordinals in the list, with the head of the name
// that they share and what stands from i on. The noun that begins at noun, where it stands
// before them, is of the first; else the last of them goes to the end of the name.
func (s *scanner) addOrdinals(list []ordinal, head string, i, noun int) bool {
	rest := string(s.Text.Bytes[i:char.Beyond(s.Text.Bytes, i, maxShared)])
	found := make([]Mention, len(list))
	for n, o := range list {
		m, size := s.ofOrdinalName(o, head, rest)
		if m.Entries == nil {
			return false
		}
		m.Start, m.End = o.start, o.end
		if n == len(list)-1 && (noun < 0 || size > 0) {
			m.End = i + size
		}
		found[n] = m
	}
	if noun >= 0 {
		found[0].Start = noun
	}
	s.forgetInside(found[0].Start, found[len(found)-1].End)
	for _, m := range found {
		m.Note = s.NoteAt(m.End)
		s.add(m)
		s.nameEnd = m.End
	}
	return true
}

// ofOrdinalName returns the mention of the name that an ordinal, the head and what stands
// behind it make, and how much of that is of the name.
func (s *scanner) ofOrdinalName(o ordinal, head, rest string) (m Mention, size int) {
	w := string(s.Text.Bytes[o.start:o.end])
	if m, size = s.ofOrdinalHead(o, token.Capitalised(w), head, rest); m.Entries == nil && s.Lang.Naming.Small() && !char.BeginsCapital([]byte(head), 0) {
		m, size = s.ofOrdinalHead(o, w, token.Capitalised(head), rest) // as the table writes it within a sentence
	}
	return m, size
}

// ofOrdinalHead is ofOrdinalName of the ordinal w and the head as they are written.
func (s *scanner) ofOrdinalHead(o ordinal, w, head, rest string) (m Mention, size int) {
	lead := w + " " + head
	e, size := s.Beginning(lead + rest)
	if cut := w[:len(w)-1]; (e == nil || size < len(lead)) && s.Lang.Naming.Number(cut) == o.n { // tercero, before its noun tercer
		lead = cut + " " + head
		e, size = s.Beginning(lead + rest)
	}
	if e == nil || size < len(lead) {
		lead = head
		if e, size = s.Beginning(lead + rest); e == nil || size < len(lead) || e.Class != conferenceClass {
			return m, 0
		}
		if o.n > 1 {
			m.Nth = o.n
		}
	}
	m.Rule, m.Entries = "name", []*authority.Entry{e}
	m.Heads = s.Lang.Naming.Keys(lead + rest[:size-len(lead)])
	return m, size - len(lead)
}

// joinedOrdinals adds the mentions of the names that ordinals tell before the one from start
// to end, which begins with an ordinal too and to which "and" joins them: "the Second and the
// Third Committee".
func (s *scanner) joinedOrdinals(start, end int) {
	behind := start + len(names.WordAt(s.Text.Bytes, start)) + 1
	if behind >= end {
		return
	}
	var list []ordinal
	for o, ok := s.ordinalJoined(start); ok && len(list) < mostJoined; o, ok = s.ordinalJoined(o.start) {
		list = append(list, o)
	}
	for n := len(list) - 1; n >= 0; n-- {
		m, size := s.ofOrdinalName(list[n], string(s.Text.Bytes[behind:end]), "")
		if m.Entries == nil || size > 0 {
			continue
		}
		m.Start, m.End = list[n].start, list[n].end
		m.Note = s.NoteAt(m.End)
		s.add(m)
	}
}

// ordinalsBefore are the ordinals that end right before i, in their order.
func (s *scanner) ordinalsBefore(i int) (list []ordinal) {
	o := s.ordinalEnding(len(bytes.TrimRight(s.Text.Bytes[:i], " ")))
	for ok := o.n > 0; ok && len(list) < mostJoined; o, ok = s.ordinalJoined(o.start) {
		list = append([]ordinal{o}, list...)
	}
	return list
}

// ordinalJoined returns the ordinal that a comma or an "and" joins to what begins at i,
// whatever article stands there.
func (s *scanner) ordinalJoined(i int) (o ordinal, ok bool) {
	text, naming := s.Text.Bytes, s.Lang.Naming
	end := len(bytes.TrimRight(text[:i], " "))
	for w := s.wordBefore(end); w != "" && (naming.Is(class.The, w) || naming.Is(class.Of, w)); w = s.wordBefore(end) {
		end = len(bytes.TrimRight(text[:end-len(w)], " "))
	}
	joined := false
	if w := s.wordBefore(end); w != "" && naming.Is(class.And, w) {
		end, joined = len(bytes.TrimRight(text[:end-len(w)], " ")), true
	}
	if end > 0 && text[end-1] == ',' {
		end, joined = end-1, true
	}
	if !joined {
		return o, false
	}
	o = s.ordinalEnding(end)
	return o, o.n > 0
}

// ordinalEnding returns the ordinal that ends at the offset; its number is 0 where none does.
func (s *scanner) ordinalEnding(end int) ordinal {
	w := s.wordBefore(end)
	return ordinal{end - len(w), end, s.Lang.Naming.Number(w)}
}

// ordinalsFrom are the ordinals that stand behind i, and where they end.
func (s *scanner) ordinalsFrom(i int) (list []ordinal, end int) {
	text, naming := s.Text.Bytes, s.Lang.Naming
	for end = i; len(list) < mostJoined; {
		at := end
		if len(list) > 0 && at < len(text) && text[at] == ',' {
			at++
		}
		w := names.WordAt(text, char.SkipBlank(text, at))
		if len(list) > 0 && (naming.Is(class.And, w) || naming.Is(class.The, w)) {
			at = char.SkipBlank(text, at) + len(w)
			w = names.WordAt(text, char.SkipBlank(text, at))
		} else if len(list) > 0 && at == end {
			break
		}
		n := naming.Number(w)
		if n == 0 {
			break
		}
		start := char.SkipBlank(text, at)
		end = start + len(w)
		list = append(list, ordinal{start, end, n})
	}
	return list, end
}
