package scan

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"uncite/extract/internal/token"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// clause is the verb that leads a clause, as printed, what it does, and the
// normalised offset from which on it holds: of its subject, or of itself.
type clause struct {
	verb, treatment string
	start           int
	from, to        int // tokens of the verb's words, until verbOf has printed them
}

// clauses is what the scanner knows of the clauses of a paragraph.
type clauses struct {
	silent bool     // the zone has no clauses of its own: masthead, headings, footnotes
	all    []clause // of the paragraph, in order
	found  bool     // a verb of its own has been met
	until  int      // token after the words of the last verb
	last   int      // token of the verb that led the last clause
	head   listHead // the last paragraph that is no item of a list
	item   bool     // the paragraph is an item of the list under it
}

// listHead is a paragraph whose last clause the items below it carry on.
type listHead struct {
	number string
	zone   record.Zone
	clause clause
	open   bool // it ends in a colon, and each item since in a semicolon, comma or colon
}

var (
	leads = token.SetOf(token.Verb, token.Opening, token.Adjunct)
	voice = leads | token.SetOf(token.Adverb, token.Tone, token.Object)
)

// beginClauses readies the scanner for the clauses of another paragraph. An
// item of a list carries on the last clause of the list's head.
func (s *scanner) beginClauses(p *record.Paragraph) {
	c := &s.clauses
	c.silent = p.Zone == record.Masthead || p.Zone == record.Heading || p.Zone == record.Footnote
	c.all, c.found, c.until, c.last = c.all[:0], false, 0, -1
	if c.item = !c.silent && c.head.leads(p); c.item && c.head.clause.verb != "" {
		c.all = append(c.all, c.head.clause)
	}
}

// leads reports whether a paragraph belongs to the list below the head:
// paragraph "3 (b)" and what has no number of its own under paragraph 3; under
// a head without a number, what comes before the list has ended.
func (h *listHead) leads(p *record.Paragraph) bool {
	switch {
	case p.Zone != h.zone:
		return false
	case h.number != "":
		rest, ok := strings.CutPrefix(p.Number, h.number)
		return ok && (rest == "" || strings.HasPrefix(rest, " ("))
	}
	return h.open && (p.Number == "" || p.Number[0] == '(')
}

// giveClauses gives the mentions from index first on the clauses they stand
// in. The last clause goes on where the text does.
func (s *scanner) giveClauses(first int) {
	c := &s.clauses
	if c.silent || len(c.all) == 0 {
		return
	}
	for i := first; i < len(s.mentions); i++ {
		m := &s.mentions[i]
		if k := sort.Search(len(c.all), func(k int) bool { return c.all[k].start > m.Start }) - 1; k >= 0 {
			m.Verb, m.Treatment = s.verbOf(&c.all[k]), c.all[k].treatment
		}
	}
	last := &c.all[len(c.all)-1]
	c.all[0] = clause{verb: s.verbOf(last), treatment: last.treatment}
	c.all, c.until, c.last = c.all[:1], 0, -1
}

// endClauses keeps the last clause of a paragraph for the items of its list.
func (s *scanner) endClauses(p *record.Paragraph) {
	c := &s.clauses
	if c.silent {
		return
	}
	last := s.lastSign()
	if c.item {
		c.head.open = c.head.open && (last == ';' || last == ',' || last == ':')
		return
	}
	c.head = listHead{number: p.Number, zone: p.Zone, open: last == ':'}
	if len(c.all) > 0 {
		c.head.clause = c.all[0]
	}
}

// lastSign is the sign in which the paragraph ends, note marks and blanks after it
// aside, those of Arabic as the Latin ones they stand for; 0 where there is none.
func (s *scanner) lastSign() byte {
	const lead, semicolon, comma = 0xD8, 0x9B, 0x8C // of the signs of Arabic
	text := s.Text.Bytes
	for i := len(text) - 1; i >= 0 && i >= len(text)-maxMarks; i-- {
		switch c := text[i]; {
		case c == ':' || c == ';' || c == ',' || c == '.':
			return c
		case i > 0 && text[i-1] == lead && c == semicolon:
			return ';'
		case i > 0 && text[i-1] == lead && c == comma:
			return ','
		}
	}
	return 0
}

// maxMarks is how many bytes of note marks and blanks may stand after the last
// sign of a paragraph.
const maxMarks = 8

// verbOf returns the verb of the clause as printed: many clauses cite nothing.
func (s *scanner) verbOf(c *clause) string {
	if c.to > 0 {
		c.verb, c.to = s.printed(c.from, c.to), 0
	}
	return c.verb
}

// clauseAt begins another clause where the words of a verb begin at token k, which has a voice,
// and lead it.
func (s *scanner) clauseAt(k int) {
	c := &s.clauses
	if c.silent || k < c.until {
		return
	}
	v, end := s.verbRun(k)
	c.until = end
	if v < 0 {
		return
	}
	from, ok := s.leadsClause(k, s.anywhere(&s.Tokens[v]))
	if !ok || c.item && slices.Contains(grounds, s.does(&s.Tokens[v])) || s.ofCited(v) {
		return
	}
	c.all = append(c.all, clause{treatment: s.treatment(k, v, end), start: int(s.Tokens[from].Start), from: k, to: end})
	c.found, c.last = true, v
}

// grounds are the treatments that name the ground of an act: at the head of an item of
// a list, "(a) in accordance with …", they qualify what the head of the list does.
var grounds = []string{"act", "guided-by"}

// ofCited reports whether a verb behind another one of a preamble tells what the cited
// document did, in languages whose verbs do not show the time: 其中大会…并决心….
// What the text itself resolves stands in its operative part.
func (s *scanner) ofCited(v int) bool {
	return s.zone == record.Preamble && s.clauses.found && (s.Lang.Unsegmented || s.Lang.Proclitics) && s.does(&s.Tokens[v]) == "resolve"
}

// verbRun returns the verb, or -1, of the run of verbs and adverbs that begins
// at token k, and the token after the run. A second verb belongs to another
// run when "and" separates the two: 欢迎并鼓励.
func (s *scanner) verbRun(k int) (v, end int) {
	v = -1
	for end = k; end < len(s.Tokens); end++ {
		t := &s.Tokens[end]
		if end > k && (t.Gap || v >= 0 && t.Is(token.Adverb) && s.Value(t, token.Adverb) == "and") {
			break
		}
		if t.Kinds&voice == 0 || v >= 0 && t.Is(token.Object) && !slices.Contains(expressive, s.does(&s.Tokens[v])) {
			break
		}
		if v < 0 && t.Kinds&leads != 0 {
			v = end
		}
	}
	return v, max(end, k+1)
}

// expressive are the treatments of verbs that leave it to their object to say
// what the clause does: expresses its concern, reiterates its request.
var expressive = []string{"express", "reaffirm", "stress"}

// treatment is what the verb v does in its run of words from token k to end: a
// tone says more than the verb that bears it, and so may the object.
func (s *scanner) treatment(k, v, end int) string {
	does := s.does(&s.Tokens[v])
	for j := k; j < end; j++ {
		t := &s.Tokens[j]
		switch {
		case j == v:
		case t.Is(token.Tone):
			if by, ok := toneOf(does, s.Value(t, token.Tone)); ok {
				return by
			}
		case t.Is(token.Object) && j > v:
			return s.Value(t, token.Object)
		case j > v && t.Kinds&leads != 0:
			return does
		}
	}
	return does
}

// does returns what a verb does by itself.
func (s *scanner) does(t *token.Token) string {
	for _, c := range []token.Class{token.Verb, token.Adjunct, token.Opening} {
		if t.Is(c) {
			return s.Value(t, c)
		}
	}
	return ""
}

// anywhere reports whether the verb may begin a clause inside a paragraph, not
// only where the paragraph begins.
func (s *scanner) anywhere(t *token.Token) bool {
	return t.Is(token.Verb) || t.Is(token.Adjunct) && s.zone == record.Preamble
}

// toneOf returns what the tone makes of a verb that does does. The value
// "note>welcome" of a tone holds for verbs of noting only.
func toneOf(does, value string) (string, bool) {
	of, to, bound := strings.Cut(value, ">")
	if !bound {
		return value, true
	}
	return to, of == does
}

// printed returns the words of tokens k to end as the source prints them.
func (s *scanner) printed(k, end int) string {
	start, stop := s.Text.Span(s.source, int(s.Tokens[k].Start), int(s.Tokens[end-1].End))
	if s.Lang.Proclitics && k > 0 && s.Tokens[k-1].Is(token.And) && s.Tokens[k-1].End == s.Tokens[k].Start {
		start = s.Text.Source(int(s.Tokens[k-1].Start))
	}
	words := s.source[start:stop]
	if strings.IndexByte(words, '\n') < 0 && strings.IndexByte(words, '\t') < 0 && strings.IndexByte(words, '*') < 0 {
		return words
	}
	parts := strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '*' })
	if s.Lang.Unsegmented {
		return strings.Join(parts, "") // a verb that a line's end parts is whole
	}
	return strings.Join(parts, " ")
}

// maxLeadIn is how many letters without a token may stand before the first verb
// of a paragraph: "In that spirit".
const maxLeadIn = 60

// leadsClause reports whether the words of a verb at token k begin a clause,
// and the token with which its subject begins. They do where the paragraph
// begins, and after its subject; a verb that may stand anywhere does so after
// a comma, a stop and "and" too.
func (s *scanner) leadsClause(k int, anywhere bool) (from int, ok bool) {
	t := &s.Tokens[k]
	if k == 0 {
		return k, !t.Gap || anywhere && s.Within(0, t.Start, maxLeadIn)
	}
	if !s.clauses.found {
		if from, ok := s.subjectBefore(k); ok {
			return from, true
		}
	}
	p := &s.Tokens[k-1]
	joined := t.Is(token.Adverb) && s.Value(t, token.Adverb) == "and"
	if joined && anywhere && s.Lang.Unsegmented && s.goesOn() {
		return k, true
	}
	if t.Gap || !anywhere {
		return k, false
	}
	switch {
	case p.Is(token.And):
		return k, !s.Lang.Unsegmented && !s.joinsNouns(k) // 和, 、 join nouns
	case p.Kinds&leads != 0:
		return k, joined
	}
	return k, p.Is(token.Comma) || p.Is(token.Stop)
}

// joinsNouns reports whether the "and" before token k follows a word that is a verb
// elsewhere and led no clause here: "the requests and demands of the Assembly".
func (s *scanner) joinsNouns(k int) bool {
	if k < 2 || s.Tokens[k-1].Gap || s.Tokens[k-2].Kinds&leads == 0 {
		return false
	}
	return s.clauses.last != k-2
}

// goesOn reports whether a verb after "and" is the subject's own: after what it
// recalls or notes it is, after what it asks of others it says what these are
// to do (请秘书长审查并建议).
func (s *scanner) goesOn() bool {
	c := &s.clauses
	return len(c.all) > 0 && !asking()[c.all[len(c.all)-1].treatment]
}

// asking are the treatments that ask others to act, or decide on it.
var asking = sync.OnceValue(func() map[string]bool {
	asks := map[string]bool{}
	for _, t := range lang.TreatmentTable() {
		asks[t.Name] = t.Tone == "request"
	}
	return asks
})

// subjectParts are the tokens of a body's name and of what may stand around it.
var subjectParts = token.SetOf(token.Owner, token.Name, token.Of, token.And, token.Comma, token.Date, token.Quote, token.Adverb)

// subjectBefore returns the token with which the subject of the verb at token
// k begins, where nothing but a subject stands before it in its sentence.
func (s *scanner) subjectBefore(k int) (from int, ok bool) {
	for from = k; from > 0; from-- {
		if s.Tokens[from].Gap {
			return from, s.beginsSentence(from) && from < k
		}
		if s.Tokens[from-1].Kinds&subjectParts == 0 {
			return from, s.Tokens[from-1].Is(token.Stop)
		}
	}
	return from, !s.Tokens[0].Gap || from < k && s.Within(0, s.Tokens[0].Start, maxLeadIn)
}

// beginsSentence reports whether a full stop or colon stands before token k.
func (s *scanner) beginsSentence(k int) bool {
	before := strings.TrimRight(string(s.Text.Bytes[s.Tokens[k-1].End:s.Tokens[k].Start]), " ")
	return strings.HasSuffix(before, ".") || strings.HasSuffix(before, ":")
}
