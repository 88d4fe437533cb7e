// Package cited finds the titles that sentences give to the documents they cite:
// "the report of the Secretary-General on wells", with a note that has the symbol.
// What it takes for a title must be certain: a document is better without one than
// with another's.
package cited

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/record"
)

// The bounds of a title, in characters: a shorter one says nothing, a longer one is
// a sentence.
const (
	shortest = 10
	longest  = 250
)

// reach is how many bytes before a mark or behind a date are looked at.
const reach = 1200

// Titles sets the Title of the references of a document to other documents whose
// names stand beside them, or where the note with them hangs.
func Titles(refs []record.Reference, d *record.Document) {
	w := wordsOf(d.Lang)
	if w == nil {
		return
	}
	f := finder{words: w, doc: d, refs: refs}
	for from := 0; from < len(refs); {
		to := from + 1
		for to < len(refs) && refs[to].Paragraph == refs[from].Paragraph && refs[to].Zone == refs[from].Zone {
			to++
		}
		f.paragraph(from, to)
		from = to
	}
}

type finder struct {
	words *words
	doc   *record.Document
	refs  []record.Reference
	marks *marks // read at their first use
}

// paragraph looks at the references from and to of one paragraph or note.
func (f *finder) paragraph(from, to int) {
	only := f.onlyDocument(from, to)
	for i := from; i < to; i++ {
		r := &f.refs[i]
		// A place in a document may have another name.
		if !f.wants(r) || strings.Contains(r.Pinpoint, "annex") && r.Rule != "report-title" {
			continue
		}
		switch {
		case r.Rule == "report-title":
			words, _, _ := strings.Cut(f.clean(r.Text), " (")
			r.Title = f.title(words)
		case r.Zone == record.Footnote:
			title := f.named(i, from)
			if title == "" && i == only {
				title = f.hung(r)
			}
			r.Title = title
		case r.Rule == "symbol":
			if at, ok := f.inBracket(r); ok {
				r.Title = f.before(at)
			}
		default:
			r.Title = f.subject(i)
		}
	}
}

// wants reports whether a reference is to another document, which may have a title.
func (f *finder) wants(r *record.Reference) bool {
	return r.Status == record.Resolved && isDocument(r.Kind) && r.Zone != record.Masthead && r.Zone != record.Heading &&
		r.Target != f.doc.Symbol && r.Rule != "ibid" && 0 <= r.Start && r.Start < r.End && r.End <= len(f.doc.Text)
}

func isDocument(k record.Kind) bool {
	return k == record.Report || k == record.Resolution || k == record.Decision
}

// onlyDocument returns the reference to the one document that a note names, its
// addenda and corrigenda apart; -1 where it names several, or other things too.
func (f *finder) onlyDocument(from, to int) int {
	first := -1
	for i := from; i < to; i++ {
		r := &f.refs[i]
		switch {
		case r.Kind == record.Entity || r.Kind == record.State:
		case first < 0 && r.Kind == record.Report && r.Rule == "symbol":
			first = i
		case first < 0 || r.Target != f.refs[first].Target && !strings.HasPrefix(r.Target, f.refs[first].Target+"/"):
			return -1
		}
	}
	return first
}

// inBracket returns where the bracket opens in which a symbol stands first.
func (f *finder) inBracket(r *record.Reference) (int, bool) {
	text := strings.TrimRightFunc(f.doc.Text[max(0, r.Start-8):r.Start], unicode.IsSpace)
	for _, open := range []string{"(", "[", "（"} {
		if rest, ok := strings.CutSuffix(text, open); ok {
			return max(0, r.Start-8) + len(rest), true
		}
	}
	return 0, false
}

// named returns the title that a note spells before a symbol in brackets:
// "Proceedings of the Conference on Wells (A/CONF.300/7)".
func (f *finder) named(i, from int) string {
	open, ok := f.inBracket(&f.refs[i])
	begin := f.beginOf(f.refs[i].Start)
	if !ok || begin < 0 || begin > open || open-begin > reach { // the bracket may open before the paragraph
		return ""
	}
	for k := from; k < i; k++ {
		if r := &f.refs[k]; r.Start >= begin && (isDocument(r.Kind) || r.Rule == "ibid" || r.Kind == record.Treaty) {
			return ""
		}
	}
	text := strings.TrimLeft(f.clean(f.doc.Text[begin:open]), "() ")
	if see, ok := begins(text, f.words.sees); ok {
		text = strings.TrimLeft(text[len(see):], " ,")
	}
	if _, ok := begins(text, f.words.ibids); ok || strings.ContainsAny(text, ";；؛") {
		return ""
	}
	return f.title(text)
}

// hung returns the name that ends where the mark of the note of a reference stands.
func (f *finder) hung(r *record.Reference) string {
	begin := f.beginOf(r.Start)
	if begin < 0 || r.Start-begin > reach {
		return ""
	}
	// A note that says more before the symbol has its reasons.
	text := strings.Trim(f.doc.Text[begin:r.Start], "() \u00a0\u200e\u200f")
	if see, ok := begins(text, f.words.sees); ok {
		text = strings.Trim(text[len(see):], " ,\u00a0")
	}
	if _, bracketed := f.inBracket(r); text != "" && (!bracketed || r.Pinpoint != "") {
		return ""
	}
	if f.marks == nil {
		f.marks = marksOf(f.doc)
	}
	at, ok := f.marks.before(strings.TrimPrefix(r.Paragraph, "n"), begin)
	if !ok {
		return ""
	}
	return f.before(at)
}

// before returns the name of a document that ends right before a place of the text.
func (f *finder) before(at int) string {
	begin := f.beginOf(at)
	if begin < 0 {
		return ""
	}
	phrase := f.doc.Text[f.back(begin, at):at]
	phrase = phrase[afterMark(phrase):]
	phrase = strings.TrimRight(f.clean(phrase), " ,.;:،؛。，；：([（”“\"»")
	if f.words.headLast {
		return f.headLast(phrase)
	}
	i, head := f.words.lastHead(phrase)
	if i < 0 {
		return ""
	}
	rest := phrase[i+len(head.form):]
	if cut, _ := f.words.first(rest, f.words.cuts); cut >= 0 {
		rest = rest[:cut]
	}
	if f.words.holds(rest, f.words.bars) || f.inModifier(head.form, rest) {
		return ""
	}
	return f.title(head.title + rest)
}

// inModifier reports whether a head in a form that stands within modifiers is followed
// by the noun of such a one, and not by what completes the head: a name, or the word
// that leads its subject.
func (f *finder) inModifier(form, rest string) bool {
	rest = strings.TrimLeft(rest, " \u00a0")
	next, _ := utf8.DecodeRuneInString(rest)
	if !slices.Contains(f.words.inside, form) || !unicode.IsLower(next) {
		return false
	}
	return !slices.ContainsFunc(f.words.leading, func(word string) bool { return strings.HasPrefix(rest, word+" ") })
}

// back returns the place so many characters before another that no title begins
// farther off, or the later one where the piece of the paragraph begins.
func (f *finder) back(begin, at int) int {
	const most = longest + 60 // and the words around it
	return char.Back(f.doc.Text, begin, at, most)
}

// headLast is before of a language whose head noun stands behind its complements.
func (f *finder) headLast(phrase string) string {
	for _, h := range f.words.heads {
		if !strings.HasSuffix(phrase, h.form) {
			continue
		}
		lead := behindLast(phrase, f.words.leads)
		if lead == 0 || f.words.holds(phrase[lead:], f.words.bars) {
			return ""
		}
		return f.title(phrase[lead:])
	}
	return ""
}

// behindLast returns where the last of the forms ends in a phrase, 0 where none stands there.
func behindLast(phrase string, forms []string) (end int) {
	for _, form := range forms {
		for {
			from := max(0, end+1-len(form)) // what begins before ends no later
			i := strings.Index(phrase[from:], form)
			if i < 0 {
				break
			}
			end = from + i + len(form)
		}
	}
	return end
}

// subject returns the title or subject that a sentence gives to a resolution beside
// its number: "of 25 September 2030, entitled “Wells”", "on wells".
func (f *finder) subject(i int) string {
	r := &f.refs[i]
	if f.words.headLast {
		return f.subjectBefore(r)
	}
	end := r.End + reach
	if next := f.nextAct(i); next >= 0 {
		end = f.refs[next].End
	}
	text := f.doc.Text[r.End:f.within(r.End, end)]
	dated := false
	if len(r.Date) >= 4 {
		if k := strings.Index(text[:min(len(text), farthestYear+4)], r.Date[:4]); k >= 0 {
			text, dated = text[k+4:], true
		}
	}
	if !f.leads(text, dated) {
		return ""
	}
	text = f.clean(text)
	for _, form := range f.words.entitled {
		if k, n := f.words.near(text, form); k >= 0 {
			return f.title(quoted(text[k+n:]))
		}
	}
	if !dated {
		return ""
	}
	for _, about := range f.words.about {
		if k, n := f.words.near(text, about.form); k >= 0 && !strings.ContainsAny(text[:k], ";.") {
			if subject := f.subjectOf(text[k+n:], i); subject != "" {
				return f.title(about.title + subject)
			}
		}
	}
	return ""
}

const (
	// mostBetween is how many bytes may stand between a number and what leads its title.
	mostBetween = 12
	// farthestYear is how many bytes may stand before the year of its date.
	farthestYear = 79
)

// leads is a quick no: near the beginning of the text stands nothing that leads a
// title, or a subject behind a date.
func (f *finder) leads(text string, dated bool) bool {
	const window = 96 // bytes: the form, and blanks and marks before it
	most := mostBetween + f.words.longest
	near := headOf(text, min(window, most+len(" ")+utf8.UTFMax))
	if isClean(near) {
		near = strings.TrimLeft(near, " ")
	} else {
		near = f.cleanTo(headOf(text, window), most)
	}
	for _, form := range f.words.entitled {
		if k, _ := f.words.near(near, form); k >= 0 {
			return true
		}
	}
	if !dated {
		return false
	}
	for _, about := range f.words.about {
		if k, _ := f.words.near(near, about.form); k >= 0 {
			return true
		}
	}
	return false
}

// headOf returns the characters with which a text begins, so many bytes or few more.
func headOf(text string, size int) string {
	end := min(len(text), size)
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	return text[:end]
}

// nextAct returns the next resolution or decision that the words behind a number
// name, -1 where none is near.
func (f *finder) nextAct(i int) int {
	for k := i + 1; k < len(f.refs) && f.refs[k].Start < f.refs[i].End+reach; k++ {
		if r := &f.refs[k]; isDocument(r.Kind) && r.Rule != "symbol" && r.Start >= f.refs[i].End {
			return k
		}
	}
	return -1
}

// subjectOf returns what of a text is a subject: it must end where no more of it can follow.
func (f *finder) subjectOf(text string, i int) string {
	end := strings.IndexFunc(text, func(c rune) bool { return strings.ContainsRune(",;.،؛:(“«”\"", c) || isRaised(c) })
	if end < 0 {
		end = len(text)
	}
	if next := f.nextAct(i); next >= 0 && strings.Contains(text[:end], f.clean(f.refs[next].Text)) || f.words.holds(text[:end], f.words.nexts) {
		return ""
	}
	rest := strings.TrimLeft(text[end:], ",،")
	if c, _ := utf8.DecodeRuneInString(rest); isRaised(c) || strings.ContainsRune(";.؛", c) || strings.TrimSpace(rest) == "" {
		return text[:end]
	}
	_, ended := begins(strings.TrimLeft(rest, " "), f.words.ends)
	if next := f.nextAct(i); next >= 0 { // a list goes on with the next number
		ended = ended || strings.HasPrefix(strings.TrimLeft(rest, " "), f.clean(f.refs[next].Text))
	}
	if !ended {
		return ""
	}
	return text[:end]
}

// subjectBefore is subject of a language that puts it before the number.
func (f *finder) subjectBefore(r *record.Reference) string {
	begin := f.beginOf(r.Start)
	if begin < 0 {
		return ""
	}
	if !f.words.mayEntitle(f.doc.Text[begin:r.Start]) {
		return ""
	}
	text := f.doc.Text[f.back(begin, r.Start):r.Start]
	text = f.clean(text[afterMark(text):])
	for _, form := range f.words.entitled {
		k := strings.LastIndex(text, form)
		if k < 0 {
			continue
		}
		if title := quoted(text[k+len(form):]); title != "" && utf8.RuneCountInString(text[k:])-utf8.RuneCountInString(title) < 24 {
			return f.title(title)
		}
	}
	return ""
}

// quotes are the marks between which titles stand.
var quotes = [][2]string{{"“", "”"}, {"«", "»"}, {"”", "“"}, {"\"", "\""}, {"《", "》"}}

// quoted returns what stands between quotation marks at the beginning of a text.
func quoted(text string) string {
	text = strings.TrimLeft(text, " \u00a0")
	for _, pair := range quotes {
		rest, ok := strings.CutPrefix(text, pair[0])
		if !ok {
			continue
		}
		if end := strings.Index(rest, pair[1]); end > 0 && !strings.Contains(rest[:end], pair[0]) {
			return strings.Trim(rest[:end], " \u00a0")
		}
	}
	return ""
}

// title makes a title of words, with a capital; empty where they cannot be one.
func (f *finder) title(text string) string {
	text = strings.Trim(text, " ,.;:،؛。，；：")
	if inner := strings.TrimSuffix(strings.TrimPrefix(text, "《"), "》"); len(inner) == len(text)-len("《》") && !strings.ContainsAny(inner, "《》") {
		text = inner
	}
	for _, article := range f.words.articles {
		if rest, ok := strings.CutPrefix(text, article); ok && !runsOn(article, rest) {
			text = strings.TrimLeft(rest, " ")
			break
		}
	}
	n := utf8.RuneCountInString(text)
	least := shortest
	if f.words.joined {
		least = shortest / 2
	}
	if n < least || n > longest || !balanced(text) || strings.IndexFunc(text, isRaised) >= 0 ||
		f.words.holds(text, f.words.vague) || namesSymbol(text) || !f.words.joined && (!strings.Contains(text, " ") || unfinished(text)) {
		return ""
	}
	c, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(c)) + text[size:]
}

// unfinished reports whether a text ends in a word so short that more must follow.
func unfinished(text string) bool {
	last := text[strings.LastIndex(text, " ")+1:]
	c, _ := utf8.DecodeRuneInString(last)
	return utf8.RuneCountInString(last) <= 2 && unicode.IsLower(c)
}

// namesSymbol reports whether the symbol of a document stands in a text.
func namesSymbol(text string) bool {
	return strings.IndexByte(text, '/') >= 0 && slices.ContainsFunc(strings.Fields(text), func(word string) bool {
		word = strings.Trim(word, "()[]")
		return word != "" && 'A' <= word[0] && word[0] <= 'Z' && strings.Contains(word, "/") && strings.ContainsAny(word, "0123456789")
	})
}

// balanced reports whether every bracket and quotation mark has its other half.
func balanced(text string) bool {
	for _, pair := range pairs {
		if strings.Count(text, pair[0]) != strings.Count(text, pair[1]) {
			return false
		}
	}
	return true
}

// pairs are the brackets and quotation marks of which one opens and another closes.
var pairs = [][2]string{{"(", ")"}, {"[", "]"}, {"“", "”"}, {"«", "»"}, {"《", "》"}, {"（", "）"}}

// clean levels the blanks of words, and takes out the marks that steer the direction of
// print and the strokes that stretch Arabic words. Where words are joined, the end of a
// line is no blank.
func (f *finder) clean(text string) string { return f.cleanTo(text, len(text)) }

// cleanTo is clean of so much of a text as makes a number of bytes, or few more.
func (f *finder) cleanTo(text string, most int) string {
	if isClean(text) {
		return strings.Trim(text, " ")
	}
	var out strings.Builder
	out.Grow(min(len(text), most+2*utf8.UTFMax))
	blank := false
	for text != "" && out.Len() <= most {
		size := printed(text)
		if size == 0 {
			var c rune
			c, size = utf8.DecodeRuneInString(text)
			if space := unicode.IsSpace(c); space || isSteering(c) {
				if space && !(f.words.joined && (c == '\n' || c == '\r')) {
					blank = out.Len() > 0
				}
				text = text[size:]
				continue
			}
		}
		if blank {
			out.WriteByte(' ')
			blank = false
		}
		out.WriteString(text[:size])
		text = text[size:]
	}
	return out.String()
}

// printed returns how many bytes at the beginning of a text are certainly neither of blanks
// nor of marks that steer.
func printed(text string) int {
	for i := range len(text) {
		if b := text[i]; b <= ' ' || b >= 0xC2 && mayBlank(text[i:]) {
			return i
		}
	}
	return len(text)
}

// mayBlank reports whether a text begins with the first bytes of a blank beyond ASCII, or of a
// mark that steers.
func mayBlank(text string) bool {
	if len(text) < 2 {
		return true
	}
	second := text[1]
	switch text[0] {
	case 0xC2: // U+0085, U+00A0, U+00AD
		return second == 0x85 || second == 0xA0 || second == 0xAD
	case 0xD9: // U+0640
		return second == 0x80
	case 0xE1: // U+1680
		return second == 0x9A
	case 0xE2: // from U+2000 on, but dashes, quotation marks and figures
		return len(text) < 3 || second == 0x80 && (text[2] <= 0x8F || text[2] >= 0xA8) || second == 0x81 && (text[2] == 0x9F || text[2]&0xF0 == 0xA0)
	case 0xE3: // U+3000
		return second == 0x80 && (len(text) < 3 || text[2] == 0x80)
	}
	return false
}

// isSteering reports whether a character is none that is read.
func isSteering(c rune) bool {
	return c == '\u00ad' || c == '\u0640' || c == '\u200e' || c == '\u200f' || c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069'
}

// isClean reports whether a text has no blanks but single ones of ASCII, and no marks that steer.
func isClean(text string) bool {
	for i := range len(text) {
		switch b := text[i]; {
		case b < ' ', b == ' ' && i > 0 && text[i-1] == ' ', b >= 0xC2 && mayBlank(text[i:]):
			return false
		}
	}
	return true
}

// beginOf returns where the piece of a paragraph begins that holds a place of the
// text; -1 where none does.
func (f *finder) beginOf(at int) int {
	p := paragraphAt(f.doc, at)
	if p == nil {
		return -1
	}
	begin := -1
	for _, piece := range p.Pieces {
		if piece.Start <= at && at <= piece.End {
			begin = piece.Start
		}
	}
	return begin
}

// within returns the smaller of an offset and the end of the piece that holds a
// place, never inside a character.
func (f *finder) within(at, end int) int {
	limit := at
	if p := paragraphAt(f.doc, at); p != nil {
		for _, piece := range p.Pieces {
			if piece.Start <= at && at <= piece.End {
				limit = piece.End
			}
		}
	}
	end = min(end, limit, len(f.doc.Text))
	for end > at && end < len(f.doc.Text) && !utf8.RuneStart(f.doc.Text[end]) {
		end--
	}
	return end
}
