package structure

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

	"uncite/extract/internal/block"
	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// Documents returns the documents of a text.
func Documents(t *block.Text) []*record.Document {
	code := t.Lang
	if code == "" {
		code = Language(t.Text)
	}
	v := vocabularies()[code]
	if v == nil {
		v = vocabularies()[lang.Fallback()]
	}
	var docs []*record.Document
	if len(t.Parts) > 0 {
		docs = marked(t, v)
	} else {
		docs = unmarked(t, v)
	}
	return docs
}

// unmarked finds documents and zones by the words.
func unmarked(t *block.Text, v *vocabulary) []*record.Document {
	text := t.Text
	r := rooms.Get().(*room)
	defer rooms.Put(r)
	var paras []para
	if len(t.Blocks) > 0 {
		paras = r.take(t, v)
	} else {
		paras = r.split(text, v)
	}
	found := parts(text, paras, v)
	docs := make([]*record.Document, 0, len(found))
	var shared facts
	for _, d := range found {
		doc, f := document(text, paras, r.skips, d, shared, v)
		if len(docs) == 0 || d.letter == "" || len(f.symbols) > len(shared.symbols) {
			shared = f
		}
		docs = append(docs, doc)
	}
	for i := len(docs) - 2; i >= 0; i-- { // lettered parts share the line under the last
		if docs[i].Meeting == "" && found[i].letter != "" && found[i+1].letter != "" {
			docs[i].Meeting = docs[i+1].Meeting
		}
	}
	return docs
}

// document makes the record of one part. What its own masthead does not say,
// it has from the masthead it shares with the parts before.
func document(text string, paras []para, skips []record.Span, d part, shared facts, v *vocabulary) (*record.Document, facts) {
	z := &zoner{text: text, paras: paras, skips: skips, v: v, out: make([]record.Paragraph, 0, d.end-d.start)}
	doc := &record.Document{Lang: v.Code, Text: text}
	head := z.mastheadEnd(d)
	adopted := d.opening >= 0 && !z.hasText(d.start, d.heading())
	switch {
	case adopted:
		z.resolution(d)
		head = d.heading()
		doc.Title = title(text, paras[head:d.opening], v, d)
	case d.opening >= 0:
		doc.Title = z.resolution(d)
	default:
		doc.Title = z.other(d)
	}
	doc.Paragraphs = z.out
	f := readMasthead(text, paras[d.start:head], v)
	f.conclusion(text, z.out, v)
	f.agenda = cmp.Or(f.agenda, v.agendaBelow(text, paras[head:min(d.end, head+headingReach)]))
	f.inherit(shared)
	if adopted {
		f.name(text, paras[d.start:d.opening], d, v)
		if doc.Title == "" {
			doc.Title = numberLine(text, paras[d.start:d.opening], v)
		}
	}
	if doc.Title == "" && d.opening >= 0 && d.title < 0 {
		doc.Title = z.draftTitle(d)
	}
	behind := f.numbered(text, paras[d.start:max(d.opening, min(d.end, d.start+numberedHead))], v)
	doc.Title = cmp.Or(behind, doc.Title)
	f.symbol = v.ownTurned(f.symbol, f.date)
	f.put(doc, d.letter)
	if symbol.IsUnlistedUnit(doc.Symbol) {
		const below = 2 // lines, of a conference that is in no table of words
		doc.Body = cmp.Or(v.issuer(text, paras[d.start:min(d.end, head+below)]), doc.Body)
	}
	if doc.Meeting != "" && d.opening < 0 {
		top := paras[d.start:min(d.end, d.start+2*headingReach)]
		doc.Date = cmp.Or(heldOn(text, top, v), doc.Date)
		if isOfMeeting(doc.Symbol) {
			doc.Title = cmp.Or(v.meetingTitle(text, top, doc.Meeting), doc.Title)
		}
	}
	return doc, f
}

// isOfMeeting reports whether a symbol is that of the record of a meeting.
func isOfMeeting(canonical string) bool {
	s, err := symbol.Parse(canonical)
	return err == nil && (s.Nature == "PV" || s.Nature == "SR")
}

// meetingTitle returns the line that names the meeting that a record is of by its number:
// "30th plenary meeting", "Summary record of the 12th meeting".
func (v *vocabulary) meetingTitle(text string, head []para, number string) string {
	for i := range head {
		if head[i].note > 0 {
			continue
		}
		for words := range strings.Lines(text[head[i].start:head[i].pieces[len(head[i].pieces)-1].End]) {
			words = strings.TrimSpace(words)
			if len(words) < longestLine && containsAny(words, v.meeting) && !isSymbol(words) && hasNumber(words, number) {
				return strings.TrimRight(v.spelled(words), "* ,،，")
			}
		}
	}
	return ""
}

// hasNumber reports whether the number stands among words, not as a part of a longer one.
func hasNumber(words, number string) bool {
	for i := 0; i < len(words); {
		j := strings.Index(words[i:], number)
		if j < 0 {
			return false
		}
		i += j
		end := i + len(number)
		if (i == 0 || !isASCIIDigit(words[i-1])) && (end == len(words) || !isASCIIDigit(words[end])) {
			return true
		}
		i = end
	}
	return false
}

// heldOn returns the date of the meeting that a record is of: the line that
// names the day names the hour too, as that of the distribution does not.
func heldOn(text string, head []para, v *vocabulary) string {
	for i := range head {
		words := text[head[i].start:head[i].pieces[0].End]
		numbers := 0
		for j := 0; j < len(words); j++ {
			if isASCIIDigit(words[j]) && (j == 0 || !isASCIIDigit(words[j-1])) {
				numbers++
			}
		}
		if d := v.date(words); d != "" && numbers >= 3 && len(words) < longestLine {
			return d
		}
	}
	return ""
}

// inherit takes from the shared masthead what the own one lacks.
func (f *facts) inherit(shared facts) {
	for _, p := range []struct{ own, shared *string }{{&f.symbol, &shared.symbol}, {&f.body, &shared.body},
		{&f.session, &shared.session}, {&f.date, &shared.date}, {&f.agenda, &shared.agenda},
		{&f.draft, &shared.draft}, {&f.meeting, &shared.meeting}} {
		if *p.own == "" {
			*p.own = *p.shared
		}
	}
	if len(f.symbols) == 0 {
		f.symbols = shared.symbols
	}
	if f.symbol == shared.symbol {
		f.aliases = shared.aliases
	}
}

// name fills in body and symbol from the opening line and the number before
// the title: "75/291." of the General Assembly is A/RES/75/291.
func (f *facts) name(text string, head []para, d part, v *vocabulary) {
	if f.body == "" {
		f.body = d.entity
	}
	if f.symbol != "" {
		return
	}
	nature := "RES"
	if f.decision {
		nature = "DEC"
	}
	for i := range head {
		words := text[head[i].start:head[i].pieces[0].End]
		if titleNumber(words) > 0 {
			f.symbol = symbol.NumberedBy(f.body, nature, numberOf(words))
			return
		}
	}
}

// ownTurned returns a document's own symbol read the other way, where print of a script
// from right to left may have turned its number round: where there is no such session, or
// the date denies it, and neither is so of the other reading.
func (v *vocabulary) ownTurned(canonical, date string) string {
	const lastSession = 99 // far in the future
	if canonical == "" || !v.Has(lang.RightToLeft) {
		return canonical
	}
	s, err := symbol.Parse(canonical)
	if err != nil || s.Kind == record.Report || s.Letter != "" {
		return canonical
	}
	session, err := strconv.Atoi(s.Session)
	number, failed := strconv.Atoi(s.Number)
	if _, ok := symbol.Check(canonical, date); err != nil || failed != nil || ok && session <= lastSession || number > lastSession {
		return canonical
	}
	turned := symbol.NumberedBy(s.Body, s.Nature, s.Number+"/"+s.Session)
	if _, ok := symbol.Check(turned, date); turned == "" || !ok {
		return canonical
	}
	return turned
}

// conclusion reads date and meeting from the lines under the text.
func (f *facts) conclusion(text string, zoned []record.Paragraph, v *vocabulary) {
	if f.date != "" && f.date != f.issued && f.meeting != "" {
		return
	}
	seen := 0
	for i := len(zoned) - 1; i >= 0 && seen < 3; i-- {
		p := zoned[i]
		if p.Zone != record.Masthead {
			if p.Zone == record.Operative || p.Zone == record.Body {
				break
			}
			continue
		}
		words := text[p.Pieces[0].Start:p.Pieces[0].End]
		if d := v.date(words); d != "" && (f.date == "" || f.date == f.issued) {
			f.date = d
		}
		if f.meeting == "" && v.meetingLine(words) {
			f.meeting = v.meetingNumber(words)
		}
		seen++
	}
}

// title returns the words of the title without their number and without the
// letters of parts.
func title(text string, head []para, v *vocabulary, d part) string {
	var words []string
	for i := range head {
		p := &head[i]
		if p.note > 0 {
			continue
		}
		s := text[p.start:p.pieces[len(p.pieces)-1].End]
		if v.isNumberLine(s) || v.isAdoption(s) {
			continue
		}
		if c, size := partLetter(s, v); titleNumber(s) == 0 && c != 0 && d.letter != "" {
			s = s[size:]
		}
		s = withoutNumber(s)
		words = append(words, strings.Fields(s)...)
	}
	return strings.Trim(v.spelled(strings.Join(words, " ")), "* ")
}

// spelled levels the blanks of words, which a script without blanks between words has only
// where a line was broken.
func (v *vocabulary) spelled(words string) string {
	fields := strings.Fields(words)
	if !v.Has(lang.Unsegmented) {
		return strings.Join(fields, " ")
	}
	var b strings.Builder
	for i, f := range fields {
		if i > 0 && !(isHan(f) && isHan(fields[i-1][lastAt(fields[i-1]):])) {
			b.WriteByte(' ')
		}
		b.WriteString(f)
	}
	return b.String()
}

// lastAt is the offset of the last character of s.
func lastAt(s string) int {
	_, size := utf8.DecodeLastRuneInString(s)
	return len(s) - size
}

// withoutNumber takes the number of its document off a title: "76/189.".
func withoutNumber(s string) string {
	if n := titleNumber(s); n > 0 {
		return strings.TrimLeft(s[n:], ".． -–\u00A0\t*")
	}
	return s
}

// numberLine returns the line that a resolution without a title is known by.
func numberLine(text string, head []para, v *vocabulary) string {
	for i := range head {
		if s := head[i].text(text); v.isNumberLine(s) {
			return strings.TrimRight(strings.Join(strings.Fields(s), " "), ",，،")
		}
	}
	return ""
}

// put writes the facts into the record. The symbol decides the body, and the
// session where it names one, whatever the lines of the masthead say: all that
// the Human Rights Council issues prints the name of the General Assembly. The
// symbol of a part bears its letter.
func (f *facts) put(doc *record.Document, letter string) {
	doc.Symbol, doc.Body, doc.Session, doc.Date = f.symbol, f.body, f.session, f.date
	doc.AgendaItem, doc.Draft, doc.Meeting, doc.MastheadSymbols = f.agenda, f.draft, f.meeting, f.symbols
	doc.Aliases = f.aliases
	sym, err := symbol.Parse(doc.Symbol)
	if err != nil || f.foreign {
		return
	}
	if sym.Body != "" || symbol.IsUnlistedUnit(doc.Symbol) {
		doc.Body = sym.Body
	}
	if sym.Nature == "PV" || sym.Nature == "SR" {
		doc.Meeting = sym.Number
	}
	adopted := sym.Kind != record.Report
	switch {
	case sym.Session != "":
		doc.Session = sym.Session
	case doc.Session != "" && sym.InYear() && len(doc.Session) < len("2025"):
		doc.Session = strconv.Itoa(sym.Year) // the title has another body's: "Report on the thirtieth session"
	}
	if letter != "" && adopted && sym.Letter != letter {
		doc.Symbol = strings.TrimSuffix(doc.Symbol, sym.Letter) + letter
	}
}
