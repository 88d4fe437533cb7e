package scan

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/place"
	"uncite/extract/internal/token"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// titled reads the title that opens at token k, nested titles whole, and
// returns the token after it. The title is one of the table's, with or
// without words around it, or a title that nobody knows.
func (s *scanner) titled(k int) int {
	end, ok := s.titleEnd(int(s.Tokens[k].End))
	if !ok {
		return k + 1
	}
	next := k + 1
	for next < len(s.Tokens) && int(s.Tokens[next].Start) < end {
		next++
	}
	open, shut := int(s.Tokens[k].End), end-len("》")
	title := string(s.Text.Bytes[open:shut])
	m := Mention{Rule: "title", Title: strings.TrimSpace(title), Start: int(s.Tokens[k].Start), End: end}
	m.Note, m.Pinpoint = s.NoteAt(end), s.pinpoint(k, next-1)
	m.Behind = s.Lang.Unsegmented && k > 0 && s.Tokens[k-1].Is(token.Of) && int(s.Tokens[k-1].End) == m.Start
	s.known(&m, k, open, shut)
	if i := slices.IndexFunc(s.Tokens[k:next], func(t token.Token) bool { return t.Is(token.Records) }); i >= 0 && s.zone != record.Masthead {
		s.officialRecords(k+i, next)
	}
	switch {
	case int(s.Tokens[k].End) < s.nameEnd: // a piece of the name before
	case len(m.Entries) == 0 && s.jointNames(open, shut):
	case m.Title == "" || s.isSeries(k) || s.Holds(k+1, next, token.Records) || m.Kind == record.Publication && s.symbolBehind(next, end):
	case s.titleOfReport(k, next), s.soldReport():
		s.reportInMarks(k, next, end)
	case s.protocolToTitle(&m):
		for next < len(s.Tokens) && int(s.Tokens[next].Start) < s.nameEnd {
			next++
		}
	default:
		if len(m.Entries) == 1 && instrumental(&m) && !m.Short {
			if to, parties := s.meetingBehind(end); parties != "" {
				s.addAssembly(m.Start, to, m.Entries[0], parties)
				break
			}
		}
		s.protocolOf(&m)
		s.keepName(&m)
		s.addName(m)
		s.learnTitle(&m)
	}
	return next
}

// protocolOf takes back the treaty right before a protocol to it in title marks, 四公约《第一附加议定书》:
// it is not what is cited.
func (s *scanner) protocolOf(m *Mention) {
	last := len(s.mentions) - 1
	if m.Short || len(m.Entries) != 1 || !isProtocol(m.Entries[0]) || last < s.first {
		return
	}
	if of := &s.mentions[last]; of.End == m.Start && len(of.Entries) == 1 && of.Entries[0].ID == m.Entries[0].Parent {
		m.Start, s.mentions = of.Start, s.mentions[:last]
	}
}

// protocolToTitle adds, in place of the treaty in title marks, the protocol to it that the
// words behind name.
func (s *scanner) protocolToTitle(m *Mention) bool {
	if m.Short || len(m.Entries) != 1 || m.Entries[0].Kind != record.Instrument {
		return false
	}
	p, ok := s.protocolBehind(m.Start, m.End)
	if ok {
		s.addProtocol(p, m.Entries[0])
	}
	return ok
}

// known says what the title between two places is: one of the tables', a title
// in other spelling, a word that each document uses for its own, or a title that
// nobody knows.
func (s *scanner) known(m *Mention, k, open, shut int) {
	naming := s.Lang.Naming
	from, _, own := s.ownedBack(int(s.Tokens[k].Start))
	entries, short := s.WholeName(k+1, open, shut)
	if e := s.FullName(string(s.Text.Bytes[from:s.Tokens[k].Start]) + m.Title); (short || len(entries) == 0) && e != nil {
		entries, short = []*authority.Entry{e}, false // the year and the title are the full name
	}
	if len(entries) == 0 {
		entries = s.Lang.Levelled(m.Title)
	}
	if len(entries) == 0 {
		entries = s.yearLed(m.Title)
	}
	if e := s.pairedTitle(m.Title, shut); len(entries) == 0 && e != nil {
		entries = []*authority.Entry{e}
	}
	if e := s.addedInternational(m.Title); len(entries) == 0 && e != nil {
		entries = []*authority.Entry{e}
	}
	switch {
	case (short || len(entries) == 0) && s.titleOfBefore(m):
	case len(entries) > 0 && own && entries[0].Class == protocolClass:
		m.Rule, m.Entries, m.Short, m.Definite, m.Thereto = "name", entries, true, true, true
		m.Year = s.yearOf(m.Start, m.End)
	case len(entries) > 0:
		m.Rule, m.Entries, m.Short = "name", entries, short
		if !short {
			s.tellYear(m)
		} else {
			m.Head, m.Pointed = headOf(naming.Keys(m.Title)), naming.Is(class.That, s.wordBefore(m.Start))
			s.owned(m)
		}
	case s.protocolInMarks(m, k, open, shut):
	case naming.Generic(m.Title):
		m.Short, m.Definite, m.Head, m.Kind = true, true, headOf(naming.Keys(m.Title)), naming.Kind(m.Title)
	default:
		m.Heads, m.Kind = naming.Keys(m.Title), naming.Kind(m.Title)
		switch m.Kind {
		case record.Entity:
			m.Kind = record.Instrument // what stands in title marks is a text
		case "":
			m.Kind = record.Publication // no head noun of an instrument
			if naming.EndsWith(class.LawTitle, []byte(m.Title)) && !naming.EndsWith(class.NoLaw, []byte(m.Title)) {
				m.Kind = record.Law
			}
		}
		if m.Kind == record.Law && m.Note == 0 && !s.stateWithin(k+1, shut) {
			m.Heads, m.Foreign = nil, "a law of which the words do not say whose it is"
		}
	}
}

// mostPaired bounds the second half of a double title, in letters.
const mostPaired = 24

// pairedTitle returns the instrument whose one title stands in two pairs of title marks, of which
// those that close at shut hold the first half: 《维也纳宣言》和《行动纲领》.
func (s *scanner) pairedTitle(first string, shut int) *authority.Entry {
	text := s.Text.Bytes
	rest := string(text[shut:char.Beyond(text, shut, mostPaired)])
	rest, ok := strings.CutPrefix(rest, "》")
	n := s.Lang.Naming.Beginning(class.And, rest)
	if !ok || n == 0 {
		return nil
	}
	second, ok := strings.CutPrefix(rest[n:], "《")
	second, _, closed := strings.Cut(second, "》")
	if !ok || !closed {
		return nil
	}
	return s.FullName(first + rest[:n] + second)
}

// stateWithin reports whether a State is named from token k on before an offset.
func (s *scanner) stateWithin(k, before int) bool {
	for ; k < len(s.Tokens) && int(s.Tokens[k].Start) < before; k++ {
		if s.isState(k) {
			return true
		}
	}
	return false
}

// yearLed returns the instrument of which a title in marks is the full name but for its year
// before, 《2021年…政治宣言》, or one that bears the name whatever its year.
func (s *scanner) yearLed(title string) []*authority.Entry {
	year, n := s.leadingYear(title)
	if n == 0 {
		return nil
	}
	entries, size := s.AnyBeginning(title[n:])
	if size < len(title)-n {
		return nil
	}
	if e := ofYear(entries, year); e != nil {
		return []*authority.Entry{e}
	}
	return nil
}

// leadingYear returns the year with which a title in a script without blanks begins, and the
// bytes of it with the one letter for a year; 0 where it begins otherwise.
func (s *scanner) leadingYear(title string) (year, n int) {
	if len(title) <= yearDigits || title[0] > '9' || !s.Lang.Unsegmented {
		return 0, 0
	}
	year, err := strconv.Atoi(title[:yearDigits])
	r, size := utf8.DecodeRuneInString(title[yearDigits:])
	if err != nil || !char.Han(r) {
		return 0, 0
	}
	return year, yearDigits + size
}

// yearDigits is how many digits a year has.
const yearDigits = 4

// titleOfBefore makes the title that m is the instrument of the tables whose name is that of
// the body right before it and the title, with "of" between: "the Conference's Final Document".
func (s *scanner) titleOfBefore(m *Mention) bool {
	n := len(s.mentions)
	if n == s.first {
		return false
	}
	p := &s.mentions[n-1]
	if p.Short || len(p.Entries) != 1 || p.Entries[0].Kind != record.Entity || p.End > m.Start || !s.Lang.Naming.Is(class.Particle, string(s.Text.Bytes[p.End:m.Start])) {
		return false
	}
	e := s.FullName(string(s.Text.Bytes[p.Start:p.End]) + string(s.Text.Bytes[m.Start:m.End]))
	if e == nil || e.Kind != record.Instrument {
		return false
	}
	m.Rule, m.Entries = "name", []*authority.Entry{e}
	return true
}

// symbolBehind reports whether the title that ends at the offset is that of the document
// whose symbol stands in brackets behind it: the symbol is the reference.
func (s *scanner) symbolBehind(next, end int) bool {
	for next < len(s.Tokens) && int(s.Tokens[next].Start) == end {
		next++ // the bracket itself
	}
	return next < len(s.Tokens) && s.Tokens[next].Class == token.Symbol && int(s.Tokens[next].Start) == end+1 && s.Text.Bytes[end] == '('
}

// protocolClass is the class of entries that are protocols to a treaty.
const protocolClass = "protocol"

// headOf returns the longest of the keys of a head noun.
func headOf(keys []string) string {
	if len(keys) == 0 {
		return ""
	}
	return keys[0]
}

// titleOfReport reports whether the title between two tokens is that of a
// report in a footnote, which is a document and no instrument.
func (s *scanner) titleOfReport(k, next int) bool {
	return s.zone == record.Footnote && s.Holds(k+1, next, token.Report)
}

// forgetReportTitle takes back the names inside the title of a report with
// which a footnote begins, up to its date or symbol: the note cites the
// report, not the State where the conference met.
func (s *scanner) forgetReportTitle(first int) {
	if s.zone != record.Footnote || len(s.Tokens) == 0 || !s.Tokens[0].Is(token.Report) || !s.Within(0, s.Tokens[0].Start, reportWithin) {
		return
	}
	end := slices.IndexFunc(s.Tokens, func(t token.Token) bool { return t.Is(token.Date) || t.Class == token.Symbol })
	s.citeReport(first, 0)
	if end < 0 {
		return
	}
	title := int(s.Tokens[end].Start)
	kept := slices.DeleteFunc(s.mentions[first:], func(m Mention) bool {
		return m.named() && (m.Title == "" || len(m.Heads) > 0 && !s.Lang.TitleMarks) && m.Start < title
	})
	s.mentions = s.mentions[:first+len(kept)]
}

// ReportTitle is the rule of a report that is cited by its title.
const ReportTitle = "report-title"

// citeReport adds the mention of the report at token k, which a note cites by
// its title and date alone: it is a document, though no one can say which.
func (s *scanner) citeReport(first, k int) {
	cited := func(m Mention) bool { return m.Symbol != "" || m.Act != nil || m.Unknown != "" }
	if slices.ContainsFunc(s.Tokens, func(t token.Token) bool { return t.Class == token.Symbol || t.Is(token.Records) || t.Is(token.Ibid) }) ||
		slices.ContainsFunc(s.mentions[first:], cited) && !s.Lang.TitleMarks {
		return
	}
	start := int(s.Tokens[k].Start)
	end := start + len(s.Text.Bytes[start:])
	if i := bytes.IndexAny(s.Text.Bytes[start:], ",;(."); i > 0 {
		end = start + i
	}
	end = start + len(bytes.TrimRight(s.Text.Bytes[start:end], " "))
	if end-start > maxReport {
		return
	}
	s.addReport(start, end, s.conferenceReport(start, end))
}

// soldReport reports whether the note has the sales number of the report of a
// conference, and no report yet: its title is the first.
func (s *scanner) soldReport() bool {
	if s.zone != record.Footnote || slices.ContainsFunc(s.mentions[s.first:], func(m Mention) bool { return m.Rule == ReportTitle }) {
		return false
	}
	_, ok := symbol.ConferenceReport(symbol.SalesNumber(s.Text.Bytes))
	return ok
}

// reportInMarks adds the mention of the report whose title stands in title marks
// between two tokens and ends at the offset, where the note has no symbol of it.
func (s *scanner) reportInMarks(k, next, end int) {
	if slices.ContainsFunc(s.Tokens, func(t token.Token) bool { return t.Class == token.Symbol }) {
		return
	}
	start := int(s.Tokens[k].Start)
	s.addReport(start, end, s.conferenceReport(start, end))
}

// addReport adds the mention of a report that is cited by its title, with its
// symbol where the tables have one.
func (s *scanner) addReport(start, end int, canonical string) {
	m := Mention{Rule: ReportTitle, Kind: record.Report, Symbol: canonical, Start: start, End: end, Pinpoint: s.placeInTitled(end)}
	if canonical == "" {
		m.Unknown = "a report cited by its title, without a symbol"
	}
	s.add(m)
}

// conferenceReport returns the symbol of the report whose title stands between two
// offsets of the note, by its sales number or by the conference that it names.
func (s *scanner) conferenceReport(start, end int) string {
	found, ok := symbol.ConferenceReport(symbol.SalesNumber(s.Text.Bytes))
	for k := 0; k < len(s.Tokens) && !ok; k++ {
		t := &s.Tokens[k]
		if int(t.Start) < start || int(t.Start) >= end || !t.Is(token.Name) {
			continue
		}
		s.NamesAny(t, func(e *authority.Entry, short bool) bool {
			if !short && !ok {
				found, ok = symbol.ConferenceReport(e.ID)
			}
			return ok
		})
	}
	if !ok {
		return ""
	}
	for k := range s.Tokens {
		if t := &s.Tokens[k]; t.Is(token.Volume) {
			roman, _ := char.RomanDigits(s.Text.Bytes, char.SkipBlank(s.Text.Bytes, int(t.End)))
			return symbol.OtherVolume(found, roman)
		}
	}
	return found
}

// placeInTitled returns the place in a publication whose title ends at the offset:
// behind the brackets around its sales number, or behind its date.
func (s *scanner) placeInTitled(end int) string {
	r := s.readPlaces()
	at := end
	if open := bytes.IndexByte(r.Text[at:], '('); open >= 0 {
		if shut := bytes.IndexByte(r.Text[at+open:], ')'); shut > 0 {
			at += open + shut + 1
		}
	}
	places, _ := r.Run(r.Comma(at), func(int) bool { return true })
	if len(places) == 0 {
		k := slices.IndexFunc(s.Tokens, func(t token.Token) bool { return t.Is(token.Unit) && int(t.Start) > end })
		if k < 0 {
			return ""
		}
		places, _ = r.Run(int(s.Tokens[k].Start), func(int) bool { return true })
	}
	return place.Join(places)
}

// maxReport bounds the title of a report, in bytes.
const maxReport = 300

// reportWithin is how far into a footnote the title of a report may begin,
// in letters: after "See".
const reportWithin = 16

// isSeries reports whether the title at token k is that of a treaty series.
func (s *scanner) isSeries(k int) bool { return s.Tokens[k].Is(token.Series) }

// titleEnd returns the offset after the mark that closes the title whose
// words begin at i, counting titles inside it.
func (s *scanner) titleEnd(i int) (int, bool) {
	const lead = 0xE3 // of both marks
	text, depth := s.Text.Bytes, 1
	end, whole := min(len(text), i+maxTitle), false // a letter has a byte at least
	for k := i; ; k++ {
		next := bytes.IndexByte(text[k:end], lead)
		switch k += next; {
		case next < 0 && whole:
			return 0, false
		case next < 0:
			k, end, whole = end-1, max(end, char.Beyond(text, i, maxTitle)), true
		case char.HasAny(text, k, "《"):
			depth++
		case char.HasAny(text, k, "》"):
			if depth--; depth == 0 {
				return k + len("》"), true
			}
		}
	}
}

// maxTitle bounds a title, in letters, so that marks without end cost no more
// than linear time.
const maxTitle = 1200

// titleQuotes are the quotation marks around titles, in scripts from right to left too.
var titleQuotes = [][2]string{{`"`, `"`}, {"«", "»"}, {"”", "“"}, {"“", "”"}}

// quotedPublication adds the mention of the publication whose head noun t is, where it opens
// what stands in quotation marks: the names inside are parts of its title. Elsewhere runs of
// capitals and of phrases tell it.
func (s *scanner) quotedPublication(t *token.Token) bool {
	start, text := int(t.Start), s.Text.Bytes
	if start == 0 || !s.Lang.Proclitics || !t.Is(token.Head) {
		return false
	}
	closing := ""
	for _, marks := range titleQuotes {
		if bytes.HasSuffix(text[:start], []byte(marks[0])) {
			closing = marks[1]
		}
	}
	if closing == "" || s.Lang.Naming.Kind(s.WordsOf(t)) != record.Publication {
		return false
	}
	size := bytes.Index(text[t.End:char.Beyond(text, int(t.End), maxTreaty)], []byte(closing))
	if size <= 0 {
		return false
	}
	s.nameUnknown(start, int(t.End)+size)
	return true
}
