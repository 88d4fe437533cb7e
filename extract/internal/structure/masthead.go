package structure

import (
	"strings"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// openingOf reports whether words are the line with which a resolution
// begins, and whose resolution it is. comma says that the line ends in one,
// which tells it from the same name in a masthead.
func (v *vocabulary) openingOf(words string) (entity string, comma bool) {
	entity, comma = v.formula(words)
	return entity, comma && entity != ""
}

// formula is openingOf without the demand for a comma.
func (v *vocabulary) formula(words string) (entity string, comma bool) {
	const longest = 200 // bytes: the longest name, in an alphabet of two bytes a letter
	if words == "" || len(words) > longest {
		return "", false
	}
	if c := words[0]; c != '*' && c != '_' && !v.mayOpen(words) {
		return "", false
	}
	bare := strings.Trim(words, "*_ \u00A0"+directions)
	trimmed := strings.TrimRight(strings.TrimRight(bare, ",،，:："), "*_ \u00A0"+directions)
	comma = len(trimmed) < len(bare)
	if entity = v.opening[trimmed]; entity == "" && oddBlanks(trimmed) {
		entity = v.opening[strings.Join(strings.Fields(trimmed), " ")]
	}
	return entity, comma
}

// directions are the marks by which programs say how text runs.
const directions = "\u200E\u200F\u202A\u202B\u202C\u202D\u202E"

// oddBlanks reports whether s has blanks that a table would not have.
func oddBlanks(s string) bool {
	for i := range len(s) {
		if c := s[i]; c == '\n' || c == '\t' || c == 0xA0 && s[i-1] == 0xC2 || c == ' ' && i > 0 && s[i-1] == ' ' {
			return true
		}
	}
	return false
}

// isAnnex reports whether words are the heading of an annex: the word, alone
// or with a number, a letter or an ordinal.
func (v *vocabulary) isAnnex(words string) bool {
	const longest = 48 // bytes: the word and an Arabic ordinal
	if len(words) > longest {
		return false
	}
	words = strings.Trim(words, "*_# \u00A0")
	for _, a := range v.annex {
		rest, ok := strings.CutPrefix(words, a)
		if !ok || !spaced(rest) && !v.Has(lang.Unsegmented) {
			continue
		}
		rest = strings.TrimSpace(rest)
		if len(strings.Fields(rest)) <= 1 && !endsParagraph(rest) && utf8.RuneCountInString(rest) <= v.AnnexNumber {
			return true
		}
	}
	return false
}

// spaced reports whether s is empty or begins with a blank.
func spaced(s string) bool { return s == "" || skipSpace(s, 0) > 0 }

// meetingLine reports whether a short line names the meeting that adopted.
func (v *vocabulary) meetingLine(words string) bool {
	words = strings.TrimRight(words, ",، ") // the date stands on the next line
	if len(words) > 200 || endsParagraph(words) || !hasDigit(words) {
		return false
	}
	return containsAny(words, v.meeting)
}

func containsAny(s string, forms []string) bool {
	for _, f := range forms {
		if index(s, f) >= 0 {
			return true
		}
	}
	return false
}

// index is strings.Index for a form of a vocabulary. It looks for the last byte of the first
// letter: the first one is the same in most letters of a script.
func index(s, form string) int {
	if form[0] < utf8.RuneSelf {
		return strings.Index(s, form)
	}
	at := 1
	for at+1 < len(form) && !utf8.RuneStart(form[at+1]) {
		at++
	}
	for i := at; ; i++ {
		n := strings.IndexByte(s[min(i, len(s)):], form[at])
		if n < 0 {
			return -1
		}
		if i += n; strings.HasPrefix(s[i-at:], form) {
			return i - at
		}
	}
}

func hasAnyPrefix(s string, forms []string) bool {
	for _, f := range forms {
		if strings.HasPrefix(s, f) {
			return true
		}
	}
	return false
}

// organIn returns the body that a line names; of two, the longer name.
func (v *vocabulary) organIn(s string) string {
	for _, o := range v.organs {
		if index(s, o.form) >= 0 {
			return o.value
		}
	}
	return ""
}

// isAdoption reports whether a line says who adopted the text: it names a
// body beside a word of adopting.
func (v *vocabulary) isAdoption(s string) bool {
	const longest = 400
	if len(s) > longest || titleNumber(s) > 0 || !containsAny(s, v.adopted) {
		return false
	}
	return v.organIn(s) != "" || v.Has(lang.Unsegmented) && v.meetingLine(s)
}

// isNumberLine recognises "Resolution 2511 (2020)", "第2511(2020)号决议".
func (v *vocabulary) isNumberLine(s string) bool {
	return len(s) < 80 && containsAny(s, v.resolved) && yearNumber(s) != ""
}

// facts are what a masthead says about its document.
type facts struct {
	symbol, body, session, date, agenda, draft, meeting string
	issued                                              string // date of distribution
	decision                                            bool
	foreign                                             bool     // the symbol is the number of a body that numbers in its own way
	aliases                                             []string // further symbols of the document
	symbols                                             []record.Span
	atOwn                                               bool // the line before was the document's own symbol
}

// readMasthead gathers the facts from the lines of a masthead.
func readMasthead(text string, paras []para, v *vocabulary) facts {
	var f facts
	subject := false
	for i := range paras {
		p := &paras[i]
		if p.note > 0 {
			continue
		}
		words := text[p.start:p.pieces[len(p.pieces)-1].End]
		found := symbolsIn(words, p.start)
		for _, s := range found {
			f.symbols = append(f.symbols, s.span)
		}
		for _, cell := range cells(words, v) {
			switch {
			case !isBracketed(cell):
				f.line(cell, v, &subject)
			case cell == words:
				f.source(found)
			default:
				f.source(symbolsIn(cell, 0))
			}
		}
	}
	if f.date == "" {
		f.date = f.issued
	}
	return f
}

// issuer returns the body whose name a few lines of a masthead are, with a year before it
// or not; of two, the longer name.
func (v *vocabulary) issuer(text string, head []para) string {
	const lines = 6
	found, longest := "", 0
	for i := range head {
		name := ""
		for j := i; j < min(len(head), i+lines) && len(name) < longestBody && head[j].note == 0; j++ {
			name = v.spelled(name + " " + text[head[j].start:head[j].pieces[len(head[j].pieces)-1].End])
			if id := v.bodyNamed(name); id != "" && len(name) > longest {
				found, longest = id, len(name)
			}
		}
	}
	return found
}

// bodyNamed returns the body whose name words are, with a year before it or not.
func (v *vocabulary) bodyNamed(words string) string {
	words = straight(strings.TrimRight(words, "* "))
	if b, ok := v.bodies()[words]; ok {
		return b.id
	}
	if _, end, n := digits(words, 0); n == len("2025") {
		return v.bodies()[words[skipSpace(words, end):]].id
	}
	return ""
}

// cells parts a paragraph of a masthead into its facts: those that stand in
// columns, on lines of their own, or in square brackets. A line of adoption
// that is broken stays whole.
func cells(words string, v *vocabulary) []string {
	if strings.IndexByte(words, '|') >= 0 {
		return tableCells(words)
	}
	if strings.IndexByte(words, '\n') < 0 && strings.IndexByte(words, '\t') < 0 && !strings.Contains(words, "   ") {
		return []string{words}
	}
	var out []string
	head, tail, found := strings.Cut(words, "[")
	if whole := strings.Join(strings.Fields(head), " "); v.isAdoption(whole) {
		out = append(out, whole)
	} else {
		for _, row := range strings.FieldsFunc(head, func(r rune) bool { return r == '\n' || r == '\t' }) {
			for _, cell := range strings.Split(row, "   ") {
				if cell = strings.TrimSpace(cell); cell != "" {
					out = append(out, cell)
				}
			}
		}
	}
	if found {
		out = append(out, "["+strings.Join(strings.Fields(tail), " "))
	}
	return out
}

// tableCells parts a table drawn of upright strokes into its cells.
func tableCells(words string) (out []string) {
	for _, cell := range strings.FieldsFunc(words, func(r rune) bool { return r == '|' || r == '\n' || r == '\t' }) {
		if cell = strings.Trim(cell, " \u00A0*"); strings.Trim(cell, "-: ") != "" {
			out = append(out, cell)
		}
	}
	return out
}

// longestTable bounds the tables that may be a masthead, in bytes.
const longestTable = 1200

// mastheadTable reports whether words are a table with a cell that only mastheads have,
// or the cell of one that has the symbol among the facts of its distribution.
func (v *vocabulary) mastheadTable(words string) bool {
	if len(words) > longestTable {
		return false
	}
	if strings.IndexByte(words, '|') < 0 {
		_, ok := v.ownSymbolOf(words)
		return ok && containsAny(words, v.furniture)
	}
	for _, cell := range tableCells(words) {
		if _, ok := v.ownSymbolOf(cell); ok || v.isMastheadLine(cell) {
			return true
		}
	}
	return false
}

// ownSymbolOf reads a line of a masthead that has the document's own symbol: alone,
// behind the name of the publisher, or among the facts of its distribution,
// "Distr. GENERAL CBD/COP/DEC/14/34 14 March 2019 ENGLISH".
func (v *vocabulary) ownSymbolOf(words string) (own, bool) {
	if !mayHaveSymbol(words) {
		return own{}, false
	}
	if o, ok := ownSymbol(v.withoutPublisher(words)); ok {
		return o, true
	}
	if len(words) > longestSymbol {
		return own{}, false
	}
	at := strings.IndexByte(words, '/')
	if at < 0 {
		return own{}, false // a wide stroke is none of symbols
	}
	from, to := strings.LastIndexAny(words[:at], " \u00A0")+1, len(words)
	if end := strings.IndexAny(words[from:], " \u00A0"); end >= 0 {
		to = from + end
	}
	before, behind := strings.TrimSpace(words[:from]), strings.TrimSpace(words[to:])
	if !hasAnyPrefix(before, v.furniture) && !(before == "" && (hasAnyPrefix(behind, v.furniture) || v.date(behind) != "" && len(behind) < shortLine)) {
		return own{}, false
	}
	return ownSymbol(words[from:to])
}

// line reads one line. A line may bear several facts; the first bearer of
// each counts. subject says that the agenda item went before.
func (f *facts) line(words string, v *vocabulary, subject *bool) {
	behindOwn := f.atOwn
	f.atOwn = false
	o, isOwn := v.ownSymbolOf(words)
	switch {
	case isOwn:
		f.own(o, behindOwn)
		return
	case v.isAdoption(words):
		f.adoption(words, v)
		return
	case v.isNumberLine(words):
		if f.symbol == "" {
			f.symbol = "S/RES/" + yearNumber(words)
		}
		return
	case v.opensAgenda(words) && len(words) < 160 && f.agenda == "":
		f.agenda, *subject = v.agendaItem(words), true
		return
	case *subject:
		return // the subject of the agenda item may name bodies, sessions and dates
	}
	if f.body == "" && len(words) < 160 {
		f.body = v.organIn(words)
	}
	if f.session == "" && len(words) < 160 {
		f.session = v.session(words)
	}
	if f.issued == "" && len(words) < 60 && !v.isPeriod(words) {
		f.issued = v.date(words)
	}
}

// withoutPublisher takes the name of the United Nations off a line that has the
// symbol after it.
func (v *vocabulary) withoutPublisher(words string) string {
	for _, p := range v.publishers {
		if rest, ok := strings.CutPrefix(words, p); ok && spaced(rest) {
			return rest[skipSpace(rest, 0):]
		}
	}
	return words
}

// own takes a line with a symbol for the document's own. A second one on the
// line below is another symbol of the same document.
func (f *facts) own(o own, behindOwn bool) {
	switch {
	case f.symbol == "":
		f.symbol, f.aliases, f.atOwn = o.symbol, o.aliases, true
	case behindOwn && o.symbol != f.symbol && !strings.HasPrefix(o.symbol, f.symbol) && !strings.HasPrefix(f.symbol, o.symbol):
		f.aliases = append(f.aliases, o.symbol)
	}
}

// isBracketed reports whether a line is the one in brackets that says what the text was
// adopted from.
func isBracketed(words string) bool {
	return strings.HasPrefix(words, "[") || strings.HasPrefix(words, "(")
}

// source reads the symbols of that line.
func (f *facts) source(found []printed) {
	f.atOwn = false
	for _, s := range found {
		if f.draft == "" && s.Nature == "L" {
			f.draft = s.Canonical
		}
	}
}

// adoption reads "Resolution adopted by the General Assembly on 16 December
// 2020".
func (f *facts) adoption(words string, v *vocabulary) {
	if d := v.date(words); d != "" && f.date == "" {
		f.date = d
	}
	if o := v.organIn(words); o != "" {
		f.body = o
	}
	f.decision = f.decision || containsAny(words, v.decision) && !containsAny(words, v.resolved)
	if f.meeting == "" && v.meetingLine(words) {
		f.meeting = v.meetingNumber(words)
	}
}

// meetingNumber returns the number beside the word for meeting.
func (v *vocabulary) meetingNumber(words string) string {
	words = withoutBrackets(words)
	for _, m := range v.meeting {
		i := index(words, m)
		if i < 0 {
			continue
		}
		if !v.Has(lang.MeetingNumberLast) { // elsewhere the number stands before the word
			before := words[strings.LastIndexByte(words[:i], '\n')+1 : i]
			if n := numberBefore(before); n > 0 {
				return itoa(n)
			}
			if n := v.ordinal(char.Lower(before)); n > 0 {
				return itoa(n)
			}
			continue
		}
		after := words[i+len(m):]
		if j := strings.IndexFunc(after, isAnyDigit); j > 0 {
			if n := v.ordinal(after[:j]); n > 0 {
				return itoa(n)
			}
		}
		if n, _ := numberAfter(after); n > 0 {
			return itoa(n)
		}
	}
	return ""
}

// withoutBrackets leaves out what stands in the first pair of brackets:
// "48th (resumed) plenary meeting".
func withoutBrackets(s string) string {
	i := strings.IndexByte(s, '(')
	if i < 0 {
		return s
	}
	if j := strings.IndexByte(s[i:], ')'); j > 0 {
		return s[:i] + s[i+j+1:]
	}
	return s
}

// agendaItem returns "72 (b)" of "Agenda item 72 (b)"; several are joined by
// commas, each with its number: "13 (f), 13 (g)" of "13 (f) and (g)".
func (v *vocabulary) agendaItem(words string) string {
	const most = 8
	var items []string
	for i := 0; i < len(words) && len(items) < most; {
		j := strings.IndexFunc(words[i:], isAnyDigit)
		if j < 0 {
			break
		}
		n, end, _ := digits(words, i+j)
		letter, next := v.itemLetter(words, end)
		for i = end; letter != "" && len(items) < most; {
			items, i = append(items, itoa(n)+" ("+letter+")"), next
			letter, next = v.itemLetter(words, v.joined(words, next))
		}
		if i == end {
			items = append(items, itoa(n))
		}
	}
	return strings.Join(items, ", ")
}

// itemLetter reads the letter in brackets at i.
func (v *vocabulary) itemLetter(words string, i int) (letter string, end int) {
	at := skipSpace(words, i)
	if at >= len(words) {
		return "", i
	}
	m := bracketMark(words, at, v)
	if m.kind == letterMark || m.kind == romanMark && m.text != "" {
		return m.text, m.end
	}
	return "", i
}

// joined returns where a further item of a list begins: behind a comma, the word for
// "and", or both.
func (v *vocabulary) joined(words string, i int) int {
	i = skipSpace(words, i)
	r, size := utf8.DecodeRuneInString(words[i:])
	if strings.ContainsRune(",،，、", r) {
		i = skipSpace(words, i+size)
	}
	for j := range v.joiners {
		if rest, ok := strings.CutPrefix(words[i:], j); ok && (spaced(rest) || strings.HasPrefix(rest, "(")) {
			return i + len(j)
		}
	}
	return i
}

// agendaBelow returns the item in brackets below the title, before the text begins:
// "(Item 3 (b))".
func (v *vocabulary) agendaBelow(text string, below []para) string {
	for i := range below {
		p := &below[i]
		words := p.text(text)
		inner := strings.TrimLeft(words, "(（[")
		switch {
		case p.note > 0:
		case p.mark.kind == digitMark || endsParagraph(words) && len(words) > shortLine:
			return ""
		case len(inner) < len(words) && len(words) < shortLine && v.namesItem(inner):
			return v.agendaItem(inner)
		}
	}
	return ""
}

// namesItem reports whether words begin with the word for an item of the agenda, in a
// small letter or not, and its number.
func (v *vocabulary) namesItem(words string) bool {
	for _, forms := range [...][]string{v.agenda, v.items} {
		for _, f := range forms {
			if len(words) <= len(f) || !strings.EqualFold(words[:len(f)], f) {
				continue
			}
			rest := words[len(f):]
			if r, _ := utf8.DecodeRuneInString(rest[skipSpace(rest, 0):]); isAnyDigit(r) {
				return true
			}
		}
	}
	return false
}
