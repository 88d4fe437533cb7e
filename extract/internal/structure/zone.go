package structure

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"uncite/extract/internal/block"
	"uncite/extract/internal/char"
	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

func itoa(n int) string { return strconv.Itoa(n) }

// part is the run of paragraphs that makes one document of a file.
type part struct {
	start, title, opening, end int // indices into the paragraphs; opening is -1 where there is none
	entity                     string
	letter                     string // of a lettered part
}

// parts finds the documents of a file: each begins with its masthead or its
// title, which stand before the line "The General Assembly,".
func parts(text string, paras []para, v *vocabulary) []part {
	all := []part{{start: 0, title: -1, opening: -1}}
	for i := range paras {
		p := &paras[i]
		if startsBare(text, paras, i, v) {
			all = addBare(all, text, paras, i, v)
			continue
		}
		if p.note > 0 || !p.formula || len(p.pieces) > 1 {
			continue
		}
		entity, comma := v.formula(p.text(text))
		if entity == "" {
			continue
		}
		p.opens = comma
		last := &all[len(all)-1]
		from := last.start
		if last.opening >= 0 {
			from = last.opening + 1
		}
		title, letter := titleBefore(text, paras, from, i, v)
		switch {
		case !comma && title < 0 && !adoptionBefore(text, paras, from, i, v):
			continue // the name of the body in a masthead
		case last.opening < 0:
			last.opening, last.entity, last.title, last.letter = i, entity, title, letter
		case title >= 0:
			start := mastheadStart(text, paras, from, title, v)
			last.end = start
			all = append(all, part{start: start, title: title, opening: i, entity: entity, letter: letter})
		}
	}
	all[len(all)-1].end = len(paras)
	return all
}

// startsBare reports whether paragraph i is the title of a resolution, with its
// number, that a clause follows where the opening line should stand.
func startsBare(text string, paras []para, i int, v *vocabulary) bool {
	p := &paras[i]
	if p.note > 0 || !startsTitle(text[p.start:p.pieces[0].End]) {
		return false
	}
	for j := i + 1; j < len(paras); j++ {
		if q := &paras[j]; q.note == 0 {
			s := splitter{text: text, v: v}
			return q.mark.kind == noMark && s.v.isClause(q.text(text)) && endsInComma(q.last(text))
		}
	}
	return false
}

// addBare begins a resolution at title i whose preamble begins without the
// opening line.
func addBare(all []part, text string, paras []para, i int, v *vocabulary) []part {
	opening := i + 1
	for paras[opening].note > 0 {
		opening++
	}
	last := &all[len(all)-1]
	if last.opening < 0 {
		last.title, last.opening = i, opening
		return all
	}
	start := mastheadStart(text, paras, last.opening+1, i, v)
	last.end = start
	return append(all, part{start: start, title: i, opening: opening})
}

// headingReach is how many paragraphs a title and its masthead may have.
const headingReach = 14

// titleBefore looks back from the opening for the number that begins the
// title, or the letter of a part; -1 where there is none.
func titleBefore(text string, paras []para, from, opening int, v *vocabulary) (title int, letter string) {
	title = -1
	for i := opening - 1; i >= max(from, opening-headingReach); i-- {
		p := &paras[i]
		if p.note > 0 {
			continue
		}
		words := text[p.start:p.pieces[0].End]
		if titleNumber(words) > 0 {
			return i, letter
		}
		if c, _ := partLetter(words, v); c != 0 && letter == "" && (p.mark.kind == noMark) && !endsParagraph(words) {
			title, letter = i, string(c)
			continue
		}
		if p.mark.kind == digitMark || endsParagraph(words) && len(words) > 200 {
			break
		}
	}
	return title, letter
}

func adoptionBefore(text string, paras []para, from, opening int, v *vocabulary) bool {
	for i := opening - 1; i >= max(from, opening-headingReach); i-- {
		if words := paras[i].text(text); v.isAdoption(words) || v.isNumberLine(words) {
			return true
		}
	}
	return false
}

// mastheadStart goes back from the title of a further resolution to the first
// line of its own masthead.
func mastheadStart(text string, paras []para, from, title int, v *vocabulary) int {
	start := title
	for i := title - 1; i >= max(from, title-headingReach); i-- {
		p := &paras[i]
		words := p.text(text)
		if p.note > 0 || p.mark.kind != noMark || endsParagraph(words) || v.meetingLine(words) && !v.isAdoption(words) {
			break
		}
		if v.isMastheadLine(words) || strings.HasPrefix(words, "[") || isSymbol(words) {
			start = i
		}
	}
	return start
}

// isMastheadLine recognises the lines that only mastheads have.
func (v *vocabulary) isMastheadLine(words string) bool {
	const longest = 250
	if len(words) > longest || endsInComma(words) || v.isClause(words) || strings.Contains(words, "。") {
		return false
	}
	return v.publisher[words] || hasAnyPrefix(words, v.furniture) || v.opensAgenda(words) && hasDigit(words) ||
		v.isAdoption(words) || v.isNumberLine(words) || len(words) < 120 && v.session(words) != "" || mayHaveSymbol(words) && isSymbol(v.withoutPublisher(words)) || v.isDate(words) ||
		v.isYearLine(words) || v.isImprint(words)
}

// opensAgenda reports whether words begin as the line of an agenda item does, a note's
// star among them or not: "临时议程* 项目3".
func (v *vocabulary) opensAgenda(words string) bool {
	const longest = 60
	if i := strings.IndexByte(words, '*'); i > 0 && i < longest && v.Has(lang.Unsegmented) {
		words = words[:i] + strings.TrimLeft(words[i:], "* ")
	}
	return hasAnyPrefix(words, v.agenda)
}

// opens reports whether words begin with one of the forms, or where the type follows end
// with one.
func (v *vocabulary) opens(words string, forms []string) bool {
	if hasAnyPrefix(words, forms) {
		return true
	}
	if v.Has(lang.TypeFollows) {
		words = strings.TrimRight(words, "* \u00A0")
		return slices.ContainsFunc(forms, func(f string) bool { return strings.HasSuffix(words, f) })
	}
	return false
}

// isFact reports whether a line of a masthead says one fact and no more: "Annual session
// 2025", "(10–13 June 2025)".
func (v *vocabulary) isFact(words string) bool {
	const few, short = 5, 42 // words; bytes of a line in a script without blanks
	if v.session(words) != "" {
		return !v.opens(words, v.titleLines) && strings.Count(words, " ") < few && (!v.Has(lang.Unsegmented) || len(words) < short)
	}
	return v.isMastheadLine(words) || v.isOrganLine(words) || v.isVenue(words) || v.isPeriod(words)
}

// isYearLine recognises "Eightieth year", as the Security Council counts.
func (v *vocabulary) isYearLine(words string) bool {
	const longest = 60
	return len(words) < longest && containsAny(char.Lower(words), v.years) && v.ordinal(char.Lower(words)) > 0 && strings.Count(words, " ") < 4
}

// isImprint recognises the foot of a cover: the publisher, a bullet, place and
// year.
func (v *vocabulary) isImprint(words string) bool {
	name, _, ok := strings.Cut(words, "•")
	return ok && v.publisher[strings.TrimSpace(name)]
}

// longestBody bounds the names of bodies, in bytes.
const longestBody = 400

// isOrganLine reports whether a line names a body and hardly more: no sentence,
// and nothing that is cited.
func (v *vocabulary) isOrganLine(words string) bool {
	const longest = 60
	if endsParagraph(words) || strings.IndexByte(words, '/') >= 0 {
		return false
	}
	return len(words) < longest && v.organIn(words) != "" || len(words) < longestBody && v.bodies()[straight(strings.TrimRight(words, "* "))].line
}

// zoner gives the paragraphs of one document their zones and numbers.
type zoner struct {
	text    string
	paras   []para
	v       *vocabulary
	out     []record.Paragraph
	count   numbering
	p       int // preambular paragraphs so far
	skips   []record.Span
	section string           // the printed number of the section that numbers afresh
	shared  *record.Standing // of the paragraph before that had nothing of its own
}

func (z *zoner) add(i int, zone record.Zone, number string) {
	p := &z.paras[i]
	z.put(&record.Standing{Zone: zone, Section: z.section, Skips: z.skipsIn(p.pieces), Cell: p.cell}, number, p.pieces)
}

// put appends a paragraph, which shares the standing of another where it can.
func (z *zoner) put(at *record.Standing, number string, pieces []record.Span) {
	if at.Skips == nil && at.Cell == (record.Cell{}) {
		if z.shared == nil || z.shared.Zone != at.Zone || z.shared.Section != at.Section {
			z.shared = record.In(at.Zone)
			z.shared.Section = at.Section
		}
		z.out = append(z.out, record.Paragraph{Standing: z.shared, Number: number, Pieces: pieces})
		return
	}
	own := *at
	z.out = append(z.out, record.Paragraph{Standing: &own, Number: number, Pieces: pieces})
}

// skipsIn returns the spans among the words of a paragraph that are none of
// them.
func (z *zoner) skipsIn(pieces []record.Span) []record.Span {
	if len(z.skips) == 0 {
		return nil
	}
	var out []record.Span
	for _, p := range pieces {
		i := sort.Search(len(z.skips), func(i int) bool { return z.skips[i].Start >= p.Start })
		for ; i < len(z.skips) && z.skips[i].End <= p.End; i++ {
			out = append(out, z.skips[i])
		}
	}
	return out
}

// note adds a footnote and reports whether paragraph i is one.
func (z *zoner) note(i int) bool {
	if n := z.paras[i].note; n > 0 {
		z.add(i, record.Footnote, "n"+itoa(n))
		return true
	}
	return false
}

// resolution zones a document that has an opening line. A report that holds a
// draft has text before it.
func (z *zoner) resolution(d part) (title string) {
	heading := d.heading()
	if z.hasText(d.start, heading) {
		head := d
		head.end = heading
		title = z.other(head)
	} else {
		for i := d.start; i < heading; i++ {
			if !z.note(i) {
				z.add(i, record.Masthead, "")
			}
		}
	}
	for i := heading; i < d.opening; i++ {
		if !z.note(i) {
			z.add(i, record.Heading, "")
		}
	}
	z.body(d.opening, d.end)
	return title
}

// heading is the first paragraph of the title, or else the opening line.
func (d part) heading() int {
	if d.title >= 0 {
		return d.title
	}
	return d.opening
}

// hasText reports whether there is running text among paragraphs: a number, or
// a sentence of some length.
func (z *zoner) hasText(from, to int) bool {
	for i := from; i < to; i++ {
		p := &z.paras[i]
		if p.note == 0 && (p.mark.kind == digitMark || p.size() > shortLine && strings.ContainsRune(".。", lastRune(p.last(z.text)))) {
			return true
		}
	}
	return false
}

// body zones the text from the opening line to the end: preamble, operative
// part, annexes.
func (z *zoner) body(from, to int) {
	first := z.operativeFrom(from, to)
	zone := record.Preamble
	afresh := z.numbersAfresh(from, to)
	concluded := false // the meeting or the date under the text has been read
	for i := from; i < to; i++ {
		if z.note(i) {
			continue
		}
		p := &z.paras[i]
		words := p.text(z.text)
		concludes := zone == record.Operative && z.isConclusion(i)
		switch {
		case z.v.isAnnex(words) && p.mark.kind == noMark, concluded && !concludes && !p.opens && !z.isSection(words):
			z.annex(i, to)
			return
		case p.opens:
			z.count.restart("")
			z.add(i, record.Preamble, "")
			if i > from && z.numberedBefore(i, from) {
				z.p = 0
			}
			if i > from {
				first, zone = z.operativeFrom(i, to), record.Preamble
			}
		case concludes:
			concluded = z.v.meetingLine(words) || concluded
			z.add(i, record.Masthead, "")
		case z.isHeading(i):
			z.add(i, record.Heading, "")
			if z.isSection(words) { // a section has a preamble of its own, or none
				first, zone = z.operativeFrom(i+1, to), record.Preamble
				z.count.restart("")
				if afresh {
					z.section = z.sectionName(words)
				}
			}
		case i < first:
			zone = record.Preamble
			z.preamble(i)
		default:
			if zone == record.Preamble {
				z.count.restart("")
			}
			zone = record.Operative
			z.add(i, zone, z.count.next(p.mark))
		}
	}
}

// preamble numbers a preambular paragraph; its items take its number.
func (z *zoner) preamble(i int) {
	m := z.paras[i].mark
	if m.kind == noMark || m.kind == digitMark {
		z.p++
		z.count.restart("p" + itoa(z.p))
		m = mark{}
	}
	z.add(i, record.Preamble, z.count.next(m))
}

// operativeFrom returns the index of the first operative paragraph after the
// opening line: the first that bears a number, or, where none does, the first
// that ends as a sentence ends.
func (z *zoner) operativeFrom(from, to int) int {
	unnumbered := -1
	for i := from; i < to; i++ {
		p := &z.paras[i]
		if p.note > 0 {
			continue
		}
		words := p.text(z.text)
		if i > from && unnumbered >= 0 && z.isSection(words) && z.v.isClause(z.paras[unnumbered].text(z.text)) {
			return to // a clause of the preamble that ends in a stop, before the first section
		}
		if i > from && (p.opens || z.v.isAnnex(words) || z.isSection(words)) || unnumbered >= 0 && z.isConclusion(i) && z.v.meetingLine(words) {
			break
		}
		if p.mark.kind == digitMark {
			return i
		}
		if unnumbered < 0 && p.mark.kind == noMark && i > from && z.isSentence(i, to) {
			unnumbered = i
		}
	}
	if unnumbered < 0 {
		return to
	}
	return unnumbered
}

// isSentence reports whether paragraph i ends in a full stop or a semicolon,
// or in a colon before items that do.
func (z *zoner) isSentence(i, to int) bool {
	last := lastRune(z.paras[i].last(z.text))
	if strings.ContainsRune(".;。；؛", last) {
		return true
	}
	if !strings.ContainsRune(":：", last) {
		return false
	}
	for j := i + 1; j < to; j++ {
		p := &z.paras[j]
		if p.note > 0 {
			continue
		}
		if p.mark.kind == noMark {
			break
		}
		last = lastRune(p.last(z.text))
	}
	return strings.ContainsRune(".;。；؛", last)
}

// isHeading reports whether a paragraph is a heading between others: no
// number, no stop at its end, not long.
func (z *zoner) isHeading(i int) bool {
	const longest = 400
	p := &z.paras[i]
	words := p.text(z.text)
	switch p.kind {
	case block.Heading:
		return p.mark.kind == noMark || p.mark.kind == romanMark
	case block.Cell, block.Item:
		return false
	}
	if p.mark.kind != noMark || len(p.pieces) > 1 || len(words) > longest || endsParagraph(words) {
		return false
	}
	s := splitter{text: z.text, v: z.v}
	return !s.v.isClause(words) || z.v.Has(lang.Unsegmented) && len(words) < shortLine
}

// isSection reports whether words are the number of a section: A, II, باء, ثانيا.
func (z *zoner) isSection(words string) bool {
	if z.v.sectionNumbers[words] > 0 {
		return true
	}
	if len(words) > 12 {
		return false
	}
	if c, n := partLetter(words, z.v); c != 0 && n == len(words) {
		return true
	}
	return strings.Trim(symbol.Latin(words), "IVX.") == "" && words != "." || ownNumber(words) > 0
}

// sectionName is the number of a section in Latin letters, whatever signs the
// language has for it: the second is II in all of them.
func (z *zoner) sectionName(words string) string {
	if n := z.v.sectionNumbers[words]; n > 0 {
		return symbol.Roman(n)
	}
	if n := ownNumber(words); n > 0 {
		return symbol.Roman(n)
	}
	if c, size := partLetter(words, z.v); c != 0 && size == len(words) {
		return string(c)
	}
	return strings.Trim(symbol.Latin(words), ". ")
}

// isConclusion reports whether paragraph i is the date or the meeting under
// the text.
func (z *zoner) isConclusion(i int) bool {
	p := &z.paras[i]
	words := p.text(z.text)
	return p.mark.kind == noMark && len(words) < 200 && (z.v.meetingLine(words) || !endsParagraph(words) && z.v.isDate(words))
}

// numbersAfresh reports whether the number 1 begins several paragraphs before
// the annexes, as in a resolution whose sections number their own.
func (z *zoner) numbersAfresh(from, to int) bool {
	ones := 0
	for i := from; i < to; i++ {
		p := &z.paras[i]
		switch {
		case p.note > 0:
		case p.mark.kind == digitMark && p.mark.value == 1:
			ones++
		case p.mark.kind == noMark && z.v.isAnnex(p.text(z.text)):
			return ones > 1
		}
	}
	return ones > 1
}

// annex zones an annex, from its heading on.
func (z *zoner) annex(from, to int) {
	z.count.restart("")
	z.section = ""
	titled := false // the title of the annex has been read
	for i := from; i < to; i++ {
		if z.note(i) {
			continue
		}
		p := &z.paras[i]
		words := p.text(z.text)
		switch {
		case p.opens && z.numberedBefore(i, from):
			z.p = 0
			z.body(i, to)
			return
		case z.v.isAnnex(words) && p.mark.kind == noMark:
			z.count.restart("")
			titled = false
			z.add(i, record.Heading, "")
		case !titled && z.isHeading(i):
			z.add(i, record.Heading, "")
			titled = true
		case z.isHeading(i) && z.textFollows(i, to):
			z.add(i, record.Heading, "")
		default:
			titled = true
			z.add(i, record.Annex, z.count.next(p.mark))
		}
	}
}

// numberedBefore reports whether the opening line i is that of a further decision of a
// report: the number of a body that numbers in its own way stands above, "Decision 4/CP.17".
func (z *zoner) numberedBefore(i, from int) bool {
	for k := i - 1; k >= max(from, i-numberedHead); k-- {
		p := &z.paras[k]
		if p.note > 0 {
			continue
		}
		if _, _, ok := z.v.ownNumber(z.text[p.start:p.pieces[0].End]); ok {
			return true
		}
	}
	return false
}

// textFollows reports whether the paragraph after i is running text, which
// tells a heading from the cell of a table.
func (z *zoner) textFollows(i, to int) bool {
	for j := i + 1; j < to; j++ {
		if p := &z.paras[j]; p.note == 0 {
			return p.mark.kind != noMark || endsParagraph(p.last(z.text)) && p.size() > shortLine
		}
	}
	return false
}

// other zones a document without an opening line: a report, a letter, a
// decision.
func (z *zoner) other(d part) (title string) {
	head := z.mastheadEnd(d)
	var titles []int // the headings before the text
	text := false
	for i := d.start; i < d.end; i++ {
		if z.note(i) {
			continue
		}
		p := &z.paras[i]
		words := p.text(z.text)
		switch {
		case i < head:
			z.add(i, record.Masthead, "")
		case z.v.isAnnex(words) && p.mark.kind == noMark:
			z.annex(i, d.end)
			return z.titleOf(d.start, head, titles)
		case z.isHeading(i):
			if !text && z.isTitle(i) && !z.v.isVenue(words) {
				titles = append(titles, i)
			}
			z.add(i, record.Heading, "")
		default:
			text = text || len(titles) > 0
			z.add(i, record.Body, z.count.next(p.mark))
		}
	}
	return z.titleOf(d.start, head, titles)
}

// titleOf returns the title of a document without an opening line: that of a letter,
// what the masthead has of it, or what the headings before the text say.
func (z *zoner) titleOf(from, head int, headings []int) string {
	if i := slices.IndexFunc(headings, func(i int) bool { return z.v.opens(z.paras[i].text(z.text), z.v.letterTitles) }); i >= 0 {
		return strings.TrimRight(z.v.spelled(z.paras[headings[i]].text(z.text)), "* ")
	}
	if i := z.titleInMasthead(from, head, headings); i >= 0 {
		return z.cleanTitle(i)
	}
	title, first := z.titleAmong(headings, z.underAgenda(from, head))
	if first == head && head > from && title != "" && !z.paras[head].blank && z.mayTitle(head-1) {
		title = z.cleanTitle(head-1) + " " + title // its first line named a session, as a line of a masthead does
	}
	return title
}

// titleInMasthead returns the line among those of the masthead that is the title, -1
// where there is none: one that names a session as mastheads do, and says what the
// document is; what stands above the line that says whose report it is; on covers,
// whose report it is.
func (z *zoner) titleInMasthead(from, head int, headings []int) int {
	titled := len(headings) > 0 && !z.textBetween(head, headings[0]) && !z.v.opens(z.paras[headings[0]].text(z.text), z.v.authorLines) &&
		!z.isCover(from, head)
	for i := from; i < head; i++ {
		words := z.paras[i].text(z.text)
		if z.paras[i].note == 0 && z.v.opens(words, z.v.letterTitles) { // with its date, as a line of a masthead
			return i
		}
		if z.mayTitle(i) && z.v.opens(words, z.v.titleLines) && (!titled || z.v.session(words) != "") {
			return i
		}
	}
	if last := head - 1; len(headings) > 0 && !titled && headings[0] == head && last >= from && z.mayTitle(last) && z.v.session(z.paras[last].text(z.text)) != "" {
		return last
	}
	return -1
}

// isCover reports whether a masthead is that of a cover, which tells nothing of the
// distribution.
func (z *zoner) isCover(from, head int) bool {
	for i := from; i < head; i++ {
		if hasAnyPrefix(z.paras[i].text(z.text), z.v.furniture) {
			return false
		}
	}
	return head > from
}

// textBetween reports whether what is neither heading nor a note of the masthead,
// marked with stars, stands between two paragraphs.
func (z *zoner) textBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if p := &z.paras[i]; p.note == 0 && !z.isHeading(i) && !strings.HasPrefix(p.text(z.text), "*") {
			return true
		}
	}
	return false
}

// mayTitle reports whether a line of a masthead says more than a fact of its own.
func (z *zoner) mayTitle(i int) bool {
	p := &z.paras[i]
	words := p.text(z.text)
	return p.note == 0 && p.mark.kind == noMark && p.kind != block.Cell && z.isTitle(i) && !z.v.isFact(words)
}

// underAgenda reports whether the masthead ends with the number of an agenda item, so
// that the heading below is the item's.
func (z *zoner) underAgenda(from, head int) bool {
	return head > from && z.v.opensAgenda(z.paras[head-1].text(z.text))
}

// cleanTitle returns the words of paragraph i as a title: without a number before or
// the marks of notes behind.
func (z *zoner) cleanTitle(i int) string {
	return strings.TrimRight(withoutNumber(z.v.spelled(z.paras[i].text(z.text))), "* ,")
}

// draftTitle returns the title of a draft, which has no number: the line above the
// opening.
func (z *zoner) draftTitle(d part) string {
	for i := d.opening - 1; i >= d.start; i-- {
		if z.paras[i].note > 0 {
			continue
		}
		if z.mayTitle(i) && !z.v.isMastheadLine(z.paras[i].text(z.text)) {
			return z.cleanTitle(i)
		}
		break
	}
	return ""
}

// titleAmong returns the title among the headings before the text, whole though
// it stands on several lines: what stands above the line that says whose report it
// is, or the first; below the heading of an agenda item, the second. at is where
// it begins.
func (z *zoner) titleAmong(headings []int, underAgenda bool) (title string, at int) {
	words := func(i int) string { return z.paras[i].text(z.text) }
	if len(headings) == 0 {
		return "", -1
	}
	first, end := 0, len(headings)
	if z.v.opens(words(headings[0]), z.v.titleLines) { // it says what the document is
		end = 1
	}
	for k, i := range headings[:end] {
		if k > 0 && z.isOwnReport(headings[0], i) {
			return z.cleanTitle(i), i
		}
		if k > 0 && z.v.opens(words(i), z.v.authorLines) {
			for end = k; k > 0 && (k == end || !z.paras[headings[k]].blank); k-- {
				first = k - 1
			}
			break
		}
	}
	const longer = 24 // letters, which no name of a section without a number has
	if underAgenda && end == len(headings) && end > 1 && headings[1] == headings[0]+1 && z.paras[headings[1]].mark.kind == noMark && z.letters(headings[1]) >= longer {
		first = 1
	}
	title = words(headings[first])
	for k := first + 1; k < min(end, first+mostLines) && !z.paras[headings[k]].blank && headings[k] == headings[k-1]+1; k++ {
		title += " " + words(headings[k])
	}
	return strings.TrimRight(withoutNumber(z.v.spelled(title)), "* "), headings[first]
}

// isOwnReport reports whether heading i is the report of what a line above it names, of
// the masthead or the first heading: "Report of the third Meeting of States Parties …"
// below "Third Meeting of States Parties".
func (z *zoner) isOwnReport(first, i int) bool {
	const fewest, form, reach = 24, 24, 2 * headingReach // letters of a name; bytes of what stands before it; paragraphs
	report := z.paras[i].text(z.text)
	if !z.v.opens(report, z.v.authorLines) {
		return false
	}
	report = char.Lower(report)
	for k := max(0, first-reach); k < i; k++ {
		if z.paras[k].note > 0 || z.letters(k) < fewest {
			continue
		}
		if at := strings.Index(report, char.Lower(z.paras[k].text(z.text))); at >= 0 && at <= form {
			return true
		}
	}
	return false
}

// mostLines is how many lines a title may have.
const mostLines = 24

// isTitle reports whether heading i has letters enough for a title: "Part II"
// and "(b)" have not.
func (z *zoner) isTitle(i int) bool {
	const fewest = 7
	return z.letters(i) >= fewest
}

// letters counts the letters of a paragraph.
func (z *zoner) letters(i int) int {
	n := 0
	for _, r := range z.paras[i].text(z.text) {
		if unicode.IsLetter(r) {
			n++
		}
		if isHan(string(r)) {
			n += 2 // one says as much as several letters
		}
	}
	return n
}

// mastheadEnd returns the index after the last masthead line among the first
// paragraphs; a paragraph of running text ends the search.
func (z *zoner) mastheadEnd(d part) int {
	end, headings := d.start, 0
	for i := d.start; i < min(d.end, d.start+2*headingReach); i++ {
		p := &z.paras[i]
		words := p.text(z.text)
		if p.note > 0 || p.mark.kind == digitMark || endsParagraph(words) && (len(words) > shortLine || lastRune(words) == '。') {
			break // a sentence; the full stop of Chinese ends nothing else
		}
		if z.v.isMastheadLine(words) || z.v.mastheadTable(words) || end == i && z.v.isOrganLine(words) {
			if headings > mostHeadings {
				break // the word for page over a table of contents, far below
			}
			end, headings = i+1, 0
		} else if p.kind == block.Heading {
			headings++
		}
	}
	return end
}

// mostHeadings is how many headings may stand between two lines of a masthead, in a
// file that tells headings.
const mostHeadings = 4
