package scan

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// assembly adds the mention of those who meet under a treaty, where the words at token k
// say that they do and the treaty follows, "Meeting of the Parties to the Convention on
// Tides", or stands before where heads stand last. They are a body of their own and no
// mention of the treaty.
func (s *scanner) assembly(k int) bool {
	t := &s.Tokens[k]
	parties, rest := s.partiesAt(t)
	switch {
	case parties == "":
		return false
	case s.Lang.Unsegmented:
		return s.assemblyBehind(k, parties)
	case rest != "":
		return s.assemblyInside(t, rest, parties)
	}
	from, end := int(t.Start), int(t.End)
	for j := k + 1; j < len(s.Tokens) && s.Within(t.End, s.Tokens[j].Start, mostTied); j++ {
		next := &s.Tokens[j]
		if int(next.Start) < end || !s.tiesOn(string(s.Text.Bytes[end:next.Start])) {
			continue
		}
		if treaty := s.treatyAt(j); treaty != nil {
			s.addAssembly(from, int(next.End), treaty, parties)
			return true
		}
		if of := s.shortTreatyAt(j); of != nil {
			s.addAssembly(from, int(next.End), nil, parties)
			s.mentions[len(s.mentions)-1].Of = of
			return true
		}
	}
	return false
}

// assemblyOfYear is assembly for the treaty at token k where the year of the meeting stands
// behind its noun: "the Meeting of 2019 of States Parties to" it, or its number.
func (s *scanner) assemblyOfYear(k int, entries []*authority.Entry) bool {
	if entries[0].Kind != record.Instrument || s.Lang.Naming.HeadLast() {
		return false
	}
	t := &s.Tokens[k]
	from, to, parties := int(t.Start), int(t.End), ""
	if s.Lang.Unsegmented {
		to, parties = s.meetingBehind(to)
	} else if from, parties = s.meetingBefore(t); parties == "" {
		from, parties = s.numberedParties(t)
	}
	if parties == "" {
		return false
	}
	treaty, of := s.treatyAt(k), s.shortTreatyAt(k)
	if treaty == nil && of == nil {
		return false
	}
	s.addAssembly(from, to, treaty, parties)
	if treaty == nil {
		s.mentions[len(s.mentions)-1].Of = of
	}
	return true
}

// meetingBefore returns where the words begin for those who meet under the treaty at t, and
// what they are called; empty where no meeting of a year stands before it.
func (s *scanner) meetingBefore(t *token.Token) (from int, parties string) {
	text := s.Text.Bytes
	at := char.BehindDigit(text, int(t.Start), mostYear)
	if at < 0 {
		return 0, ""
	}
	year := s.wordBefore(at)
	if len(year) != yearFigures || strings.Trim(year, "0123456789") != "" {
		return 0, ""
	}
	from = at - len(year)
	for range 2 { // "of", or the word for a year
		noun := s.wordBefore(from)
		from = len(bytes.TrimRight(text[:from], " ")) - len(noun)
		if parties = s.partiesOfYear(noun, string(text[at:t.Start])); noun != "" && parties != "" && !s.namedOfYear(from, year) {
			return from, parties
		}
	}
	return 0, ""
}

// numberedParties is meetingBefore for a meeting with an ordinal behind its noun, which ties
// on those who meet by a preposition written as one with them: "the meeting the third of the
// parties in" the treaty.
func (s *scanner) numberedParties(t *token.Token) (from int, parties string) {
	if !s.Lang.Proclitics || !s.tiesOn(s.wordBefore(int(t.Start))) {
		return 0, ""
	}
	naming, text := s.Lang.Naming, s.Text.Bytes
	words, tie := make([]string, 0, mostOfParties), int(t.Start)
	for len(words) < mostOfParties { // back to those who meet
		w := s.wordBefore(tie)
		if tie = len(bytes.TrimRight(text[:tie], " ")) - len(w); w == "" {
			return 0, ""
		}
		if words = append(words, w); naming.Retied(w) != w {
			break
		}
	}
	at := tie
	for range mostOfNumber { // back to the noun
		noun := s.bytesBefore(at)
		if at = len(bytes.TrimRight(text[:at], " ")) - len(noun); len(noun) == 0 {
			return 0, ""
		}
		if naming.Number(string(bytes.TrimSpace(text[at+len(noun):tie]))) == 0 {
			continue
		}
		if parties = naming.Parties(naming.Base(string(noun)) + " " + s.thoseWhoMeet(words)); parties != "" {
			return at, parties
		}
	}
	return 0, ""
}

// thoseWhoMeet joins the words before a treaty, the last of them first, without what ties the treaty
// to them; the first may be tied itself.
func (s *scanner) thoseWhoMeet(words []string) (of string) {
	for _, w := range words {
		switch naming := s.Lang.Naming; {
		case naming.Retied(w) != w:
			return naming.Retied(strings.TrimSpace(w + " " + of))
		case of != "" || !s.tiesOn(w):
			of = strings.TrimSpace(w + " " + of)
		}
	}
	return of
}

// mostOfParties and mostOfNumber bound the words for those who meet under a treaty, and those
// of the meeting with its number.
const (
	mostOfParties = 5
	mostOfNumber  = 4
)

// meetingBehind returns where the words end for those who meet under the treaty that ends at
// the offset, in a script without blanks, where their noun stands behind the year, and what
// they are called; empty where no meeting of a year stands there.
func (s *scanner) meetingBehind(to int) (end int, parties string) {
	text := s.Text.Bytes[to:char.Beyond(s.Text.Bytes, to, mostMeeting)]
	at := yearAt(text)
	noun := at + yearFigures
	if at < 0 {
		return to, ""
	}
	behind := string(text)
	_, size := utf8.DecodeRuneInString(behind[noun:])
	noun += size
	for i, r := range behind[noun:] {
		i += noun + utf8.RuneLen(r)
		if parties = s.Lang.Naming.Parties(behind[:at] + behind[noun:i]); parties != "" {
			return to + i, parties
		}
	}
	return to, ""
}

// yearAt returns where the first figure stands in the text, which four begin; -1 where they do not.
func yearAt(text []byte) int {
	for i := range text {
		if !char.IsDigit(text[i]) {
			continue
		}
		for n := range yearFigures {
			if i+n >= len(text) || !char.IsDigit(text[i+n]) {
				return -1
			}
		}
		return i
	}
	return -1
}

// mostMeeting bounds the words for those who meet, with the year, in a script without
// blanks, in letters; yearFigures is how many figures a year has.
const (
	mostMeeting = 40
	yearFigures = 4
)

// namedOfYear reports whether the name at the place may be that of an entry of the year.
func (s *scanner) namedOfYear(at int, year string) bool {
	for i := len(s.mentions) - 1; i >= s.first && s.mentions[i].Start >= at; i-- {
		if m := &s.mentions[i]; m.Start == at {
			return slices.ContainsFunc(m.Entries, func(e *authority.Entry) bool { return strings.Contains(e.ID, year) })
		}
	}
	return false
}

// partiesOfYear returns what those who meet are called whose noun a year parts from the words
// behind it, which may end with what ties the treaty to them, and begin with the word for a
// year; empty where they are none.
func (s *scanner) partiesOfYear(noun, behind string) string {
	if !s.Lang.Naming.MayMeet(noun) {
		return ""
	}
	words := strings.Fields(s.Lang.Naming.Retied(behind))
	for first := range min(len(words), 2) {
		for end := len(words); end > first; end-- {
			if parties := s.Lang.Naming.Parties(noun + " " + strings.Join(words[first:end], " ")); parties != "" {
				return parties
			}
			if !s.tiesOn(words[end-1]) {
				break
			}
		}
	}
	return ""
}

// mostYear is how far a year may stand before the treaty of those who meet under it, in
// letters.
const mostYear = 60

// partiesAt is PartiesOf for the words at t, before which another may say what they meet
// for, "Review Conference of the Parties".
func (s *scanner) partiesAt(t *token.Token) (parties, rest string) {
	words := s.Text.Bytes[t.Start:t.End]
	if lead, of, ok := bytes.Cut(words, []byte(" ")); ok && s.Lang.Naming.Is(class.Review, string(lead)) {
		if parties, rest = s.Lang.Naming.PartiesOf(string(of)); parties != "" {
			parties = char.Lower(string(lead)) + " " + parties
		}
		return parties, rest
	}
	part := s.headPart(words)
	return part.Parties, part.Rest
}

// assemblyInside is assembly where the short name at t ends with the word rest, with which
// the treaty begins: "the Meeting of States Parties to the Convention" on Tides.
func (s *scanner) assemblyInside(t *token.Token, rest, parties string) bool {
	at := int(t.End) - len(rest)
	if at <= int(t.Start) || !bytes.HasSuffix(s.Text.Bytes[:t.End], []byte(rest)) {
		return false
	}
	treaty, size := s.Beginning(string(s.Text.Bytes[at:char.Beyond(s.Text.Bytes, at, maxTreaty)]))
	if treaty == nil || size <= len(rest) || treaty.Kind != record.Instrument {
		return false
	}
	s.addAssembly(int(t.Start), at+size, treaty, parties)
	return true
}

// maxTreaty bounds the title of a treaty, in letters.
const maxTreaty = 240

// assemblyBehind is assembly in a script without blanks, where the treaty stands right
// before, mostly between title marks.
func (s *scanner) assemblyBehind(k int, parties string) bool {
	t := &s.Tokens[k]
	end := int(t.Start)
	if end > 0 && s.Text.Bytes[end-1] == ')' { // another name of the treaty stands in brackets
		end = max(0, bytes.LastIndexByte(s.Text.Bytes[:end], '('))
	}
	for j := k - 1; j >= 0 && int(s.Tokens[j].End) >= end-len("》"); j-- {
		treaty, of := s.treatyAt(j), s.shortTreatyAt(j)
		if treaty == nil && of == nil {
			continue
		}
		from, to := s.withMarks(int(s.Tokens[j].Start), int(s.Tokens[j].End))
		if to != end || treaty == nil && from == int(s.Tokens[j].Start) && !s.treatyAlone(j) { // a short name has its marks here
			continue
		}
		s.addAssembly(from, int(t.End), treaty, parties)
		if treaty == nil {
			s.mentions[len(s.mentions)-1].Of = of
		}
		return true
	}
	return false
}

// treatyAlone reports whether the short name at token j, in a script without blanks, is the noun
// for a treaty, which begins there: "by the Meeting of the Parties to the Convention".
func (s *scanner) treatyAlone(j int) bool {
	t := &s.Tokens[j]
	return s.Lang.Naming.Is(class.Treaty, s.WordsOf(t)) && s.nounBegins(j, int(t.Start), false)
}

// mostTied bounds what ties a treaty to those who meet under it, in letters.
const mostTied = 14

// tiesOn reports whether the words between two names only tie the second to the first.
func (s *scanner) tiesOn(between string) bool {
	naming := s.Lang.Naming
	for w := range strings.FieldsSeq(strings.ReplaceAll(between, "'", "' ")) {
		if !naming.Is(class.Link, w) && !naming.Is(class.The, w) && !naming.Is(class.Of, w) && !naming.Is(class.Preposition, w) && !naming.BeginsWith(class.Tie, w) || naming.Is(class.And, w) {
			return false
		}
	}
	return true
}

// treatyAt returns the instrument of which token j is the one full name.
func (s *scanner) treatyAt(j int) *authority.Entry {
	t := &s.Tokens[j]
	if !t.Is(token.Name) {
		return nil
	}
	if entries, short := s.NamesAt(t); !short && len(entries) == 1 && entries[0].Kind == record.Instrument {
		return entries[0]
	}
	return nil
}

// shortTreatyAt returns what the short name of an instrument at token j says, "the
// Convention", nil where it is none or goes on as another name.
func (s *scanner) shortTreatyAt(j int) *Mention {
	t := &s.Tokens[j]
	if !t.Is(token.Name) {
		return nil
	}
	entries, short := s.NamesAt(t)
	if !short || !slices.ContainsFunc(entries, func(e *authority.Entry) bool { return e.Kind == record.Instrument }) || s.self(t, entries) || !s.Lang.Unsegmented && s.partOfLonger(j) {
		return nil
	}
	m := &Mention{Rule: "name", Short: true, Entries: entries, Start: int(t.Start), End: int(t.End)}
	s.recall(m)
	return m
}

// addAssembly adds the mention of those who meet under the treaty, called parties in all
// languages.
func (s *scanner) addAssembly(from, to int, treaty *authority.Entry, parties string) {
	s.forgetInside(from, to)
	title := string(s.Text.Bytes[from:to])
	heads := s.Lang.Naming.Recalled(title)
	s.addName(Mention{Rule: "title", Title: title, Kind: record.Entity, Heads: heads, Treaty: treaty, Parties: parties, Start: from, End: to, Note: s.NoteAt(to)})
	s.nameEnd = to
}
