package scan

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/names"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// phrase adds the mention of a name, known to no table, whose complement has
// no capitals. Where nothing beside it bears out that the words are a name and
// where it ends, the mention is weak: what recurs in the document decides, and
// the words are for others to read too.
func (s *scanner) phrase(k, from, to int, clean bool) bool {
	if s.ownerWithin(k, from) {
		return true
	}
	if end := s.wholeName(k, to); end > to {
		to, clean = end, clean || s.endsName(end)
	}
	if s.bornOut(k, from, to) || s.taskEnds(k, to) {
		s.nameUnknown(from, to)
		return true
	}
	title := string(s.Text.Bytes[from:to])
	if s.yearLeads(title, from, to) || s.ownedByInitials(k, to) {
		return true
	}
	if e, size := s.ownedByUN(title); e != nil {
		s.addEntry(e, from, from+size)
		return true
	}
	if e := s.addedInternational(title); e != nil {
		s.addEntry(e, from, to)
		return true
	}
	if s.Lang.Naming.Generic(title) || s.ownedByState(title) {
		return false
	}
	p, ok := s.protocolTied(from, to)
	if ok {
		from, title = p.from, string(s.Text.Bytes[p.from:to])
	}
	m := Mention{Rule: "title", Title: title, Heads: s.Lang.Naming.Keys(title), Start: from, End: to, Weak: true, Clean: clean}
	if p.several {
		m.Foreign = severalToUnknown
	}
	m.Kind, m.Whole = s.Lang.Naming.Kind(title[s.headWithin(title):]), s.Lang.Naming.Is(class.Protocol, s.Lang.Naming.HeadOf(title))
	m.Reported = s.reportedBy(from)
	m.Bound = s.Lang.Naming.Agreeing(s.Text.Bytes, from+s.headWithin(title), from+s.headWithin(title)+len(s.Lang.Naming.HeadOf(title)))
	s.add(m)
	return false
}

// reportedBy reports whether "of" ties what begins at i to a report or the like before it, an
// adjective between the two aside: "le rapport spécial du Groupe d'experts".
func (s *scanner) reportedBy(i int) bool {
	word, tied := s.wordsBeforeOf(i)
	if !tied || word == "" {
		return false
	}
	naming, text := s.Lang.Naming, s.Text.Bytes
	if naming.Is(class.Paper, word) {
		return true
	}
	at := bytes.LastIndex(text[:i], []byte(word))
	return at > 0 && naming.Is(class.Paper, s.wordBefore(at))
}

// wholeName returns the end of the full name of the tables, behind token k, in whose midst a
// name ends at i, or i: at a comma of "Organisation … pour l'éducation, la science et la
// culture".
func (s *scanner) wholeName(k, i int) int {
	for k++; k < len(s.Tokens) && int(s.Tokens[k].Start) < i; k++ {
		if t := &s.Tokens[k]; int(t.End) > i && t.Is(token.Name) && s.NamesAny(t, isFull) {
			return int(t.End)
		}
	}
	return i
}

// isFull reports whether a name is a full one.
func isFull(_ *authority.Entry, short bool) bool { return !short }

// endsName reports whether a mark or the end of the text stands at i.
func (s *scanner) endsName(i int) bool {
	text := s.Text.Bytes
	return i >= len(text) || bytes.IndexByte([]byte(".,;:)"), text[i]) >= 0
}

// ownerWithin adds the mention of the instrument of the tables whose name the body that made
// it parts behind the head noun at token k: "Plan d'action international de l'Organisation …
// visant à prévenir …". It is false where none is parted so.
func (s *scanner) ownerWithin(k, from int) bool {
	text, naming := s.Text.Bytes, s.Lang.Naming
	j := k + 1
	for j < len(s.Tokens) && j < k+4 && !(s.Tokens[j].Is(token.Name) && s.NamesAny(&s.Tokens[j], isBody)) {
		j++
	}
	if j >= len(s.Tokens) || j == k+4 || naming.Kind(string(text[s.Tokens[k].Start:s.Tokens[k].End])) != record.Instrument || !naming.HeadFirst() {
		return false
	}
	t := &s.Tokens[j]
	end := len(bytes.TrimRight(text[:t.Start], " "))
	for range 2 {
		w := s.wordBefore(end)
		if !naming.Is(class.Of, w) && !naming.Is(class.The, w) {
			break
		}
		end = len(bytes.TrimRight(text[:end-len(w)], " "))
	}
	if end >= int(t.Start) || end <= from || !at(text, int(t.End)) {
		return false
	}
	head := string(text[from:end])
	e, size := s.nameIn(head + string(text[t.End:min(len(text), int(t.End)+mostBehind)]))
	if e == nil || size <= len(head)+1 || e.Kind != record.Instrument {
		return false
	}
	s.forgetInside(from, int(t.End))
	s.addEntry(e, from, int(t.End)+size-len(head))
	return true
}

// ownedByInitials reports whether the name that ends at i is the head noun at token k with a
// body by its initials alone, whose part it is: "la Force de la MINUSCA".
func (s *scanner) ownedByInitials(k, i int) bool {
	at, j := int(s.Tokens[k].End), k+1
	for range 2 {
		w := s.wordBehind(at)
		if !s.Lang.Naming.Is(class.Of, w) && !s.Lang.Naming.Is(class.The, w) {
			break
		}
		at = char.SkipBlank(s.Text.Bytes, at) + len(w)
	}
	for j < len(s.Tokens) && int(s.Tokens[j].Start) < at {
		j++
	}
	if j >= len(s.Tokens) || int(s.Tokens[j].End) != i && s.Lang.Naming.Is(class.Begin, s.wordBehind(int(s.Tokens[j].End))) || int(s.Tokens[j].Start) != char.SkipBlank(s.Text.Bytes, at) {
		return false
	}
	words := s.WordsOf(&s.Tokens[j])
	return strings.ToUpper(words) == words && s.NamesAny(&s.Tokens[j], isBody) && s.Lang.Naming.Kind(s.WordsOf(&s.Tokens[k])) == record.Entity
}

// taskEnds reports whether the name that ends at i, with the head noun at token k, is that of
// a body by what it is there to do with an instrument that is named in full at its end:
// "Groupe chargé d'examiner l'application de la Convention sur …".
func (s *scanner) taskEnds(k, i int) bool {
	if !s.Lang.Naming.HeadFirst() || !s.Lang.Naming.Is(class.Mandate, s.wordBehind(int(s.Tokens[k].End))) {
		return false
	}
	for k++; k < len(s.Tokens) && int(s.Tokens[k].Start) < i; k++ {
		if t := &s.Tokens[k]; int(t.End) == i && t.Is(token.Name) && s.NamesAny(t, func(e *authority.Entry, short bool) bool { return !short && e.Kind == record.Instrument }) {
			return true
		}
	}
	return false
}

// ownedByState reports whether a title is that of an organ of the State at its end, which
// an "of" ties to it: what is "in" a State is no organ of it. A mission of a State is one
// to whomever it is sent.
func (s *scanner) ownedByState(title string) bool {
	for _, to := range s.Lang.Naming.WordsOf(class.Accredited) {
		title, _, _ = strings.Cut(title, " "+to+" ")
	}
	of, ok := s.organ(title)
	tie := of[strings.LastIndexByte(of, ' ')+1:]
	return ok && (s.Lang.Naming.Is(class.Of, tie) || s.Lang.Naming.Is(class.The, tie))
}

// namesFrom returns the function that tells where the full name ends that begins
// at a place behind token k, and whether it is that of a State; the place where
// none does.
func (s *scanner) namesFrom(k int) func(i int) (end int, state bool) {
	j := k + 1
	return func(i int) (end int, state bool) {
		for ; j < len(s.Tokens) && int(s.Tokens[j].Start) < i; j++ {
		}
		if j >= len(s.Tokens) || int(s.Tokens[j].Start) != i || !s.Tokens[j].Is(token.Name) {
			return i, false
		}
		entries, short := s.NamesAt(&s.Tokens[j])
		if short || len(entries) == 0 {
			return i, false
		}
		return int(s.Tokens[j].End), entries[0].Kind == record.State
	}
}

// tail adds the mention of a name, known to no table, that ends with the head noun
// at token k, in a script without blanks.
func (s *scanner) tail(k int) bool {
	t := &s.Tokens[k]
	whole := s.wholeBefore(k)
	from, ok := s.Lang.Naming.Tail(s.Text.Bytes, int(t.Start), int(t.End), s.nounBefore(k, false), s.nounBefore(k, true), whole)
	if !ok || from < s.nameEnd {
		if from, ok = s.ledByState(t, whole); !ok {
			return false
		}
	}
	s.nameUnknown(from, int(t.End))
	return true
}

// endsLongerName adds the mention of a name, known to no table, of which the short name at token k,
// more than a head noun in a script without blanks, is but the end: "World Youth Forum".
func (s *scanner) endsLongerName(k int) bool {
	t, text := &s.Tokens[k], s.Text.Bytes
	noun := s.headOf(text[t.Start:t.End])
	if noun == "" || len(noun) == int(t.End-t.Start) {
		return false
	}
	head := int(t.End) - len(noun)
	from, ok := s.Lang.Naming.Tail(text, head, int(t.End), s.nounBefore(k, false), s.nounBefore(k, true), s.wholeBefore(k))
	if !ok || from >= int(t.Start) || from < s.nameEnd {
		return false
	}
	s.nameUnknown(from, int(t.End))
	return true
}

// endsScoped reports whether the full name at token k, in a script without blanks, that is a
// scope and a head noun alone ends a longer name, "coastal cities international league",
// and adds the mention of that where it is seen where it begins.
func (s *scanner) endsScoped(k int) bool {
	t, text := &s.Tokens[k], s.Text.Bytes
	if t.End-t.Start > mostScoped {
		return false
	}
	n := s.Lang.Naming.Scoped(string(text[t.Start:t.End]))
	if r, _ := utf8.DecodeLastRune(text[:t.Start]); n == 0 || !char.Han(r) || s.nounBegins(k, int(t.Start), false) {
		return false
	}
	head := int(t.Start) + n
	if from, ok := s.Lang.Naming.Tail(text, head, int(t.End), s.nounBefore(k, false), s.nounBefore(k, true), s.wholeBefore(k)); ok && from >= s.nameEnd {
		s.nameUnknown(from, int(t.End))
	}
	return true
}

// mostScoped bounds a scope with a head noun, in bytes.
const mostScoped = 18

// yearNamed adds the mention of an international year or day that no table knows, whose noun is
// token k, in a script without blanks.
func (s *scanner) yearNamed(k int) {
	t := &s.Tokens[k]
	if !s.Lang.Unsegmented || int(t.Start) < s.nameEnd {
		return
	}
	begins := func(i int) bool {
		j := k - 1
		for j >= 0 && int(s.Tokens[j].End) > i {
			j--
		}
		return j >= 0 && int(s.Tokens[j].End) == i && s.Tokens[j].Is(token.YearWord) || s.nounBegins(k, i, false)
	}
	if t.Is(token.DayWord) && s.Lang.Naming.CommonDay(s.Text.Bytes, int(t.Start), int(t.End)) {
		return
	}
	if from, ok := s.Lang.Naming.Year(s.Text.Bytes, int(t.Start), int(t.End), begins, s.wholeBefore(k)); ok && from >= s.nameEnd {
		s.nameUnknown(from, int(t.End))
	}
}

// ledByState returns where the State stands, named last, that leads the name whose head
// noun is t. One of several States leads nothing alone.
func (s *scanner) ledByState(t *token.Token, whole func(from, to int) bool) (from int, ok bool) {
	n := len(s.mentions)
	if n == s.first {
		return 0, false
	}
	m := &s.mentions[n-1]
	if s.joinedStates(n-1) && s.Lang.Naming.LedByTwo(s.Text.Bytes, m.End, int(t.Start), int(t.End)) {
		return s.mentions[n-2].Start, true
	}
	if from, ok := s.underUN(n-1, t); ok {
		return from, true
	}
	if !m.ofState() || !s.Lang.Naming.Led(s.Text.Bytes, m.End, int(t.Start), int(t.End), whole) {
		return 0, false
	}
	if n-1 > s.first {
		before := &s.mentions[n-2]
		between := string(s.Text.Bytes[before.End:max(m.Start, before.End)])
		if len(before.Entries) > 0 && before.Entries[0].Kind == record.State && s.Lang.Naming.Is(class.And, between) {
			return 0, false
		}
	}
	return m.Start, true
}

// underUN returns where the words for the United Nations stand right before the State, or the two
// States, that mention i ends, behind which the head noun of their mission or commission t stands:
// "United Nations Cyprus Mission".
func (s *scanner) underUN(i int, t *token.Token) (from int, ok bool) {
	last := s.mentions[i].End
	for ; i >= s.first && s.mentions[i].ofState(); i-- {
		from = s.mentions[i].Start
		if n := s.Lang.Naming.Ending(class.UnitedNations, s.Text.Bytes[:from]); n > 0 {
			return from - n, s.Lang.Naming.LedByTwo(s.Text.Bytes, last, int(t.Start), int(t.End))
		}
		if i == s.first || s.mentions[i-1].End != from {
			break
		}
	}
	return 0, false
}

// joinedStates reports whether the mentions n-1 and n are those of two States with a dash between.
func (s *scanner) joinedStates(n int) bool {
	if n <= s.first {
		return false
	}
	a, b := &s.mentions[n-1], &s.mentions[n]
	return a.ofState() && b.ofState() && b.Start > a.End && string(s.Text.Bytes[a.End:b.Start]) == "-"
}

// nounBefore is nounBegins of what stands before token k.
func (s *scanner) nounBefore(k int, plain bool) func(i int) bool {
	return func(i int) bool { return s.nounBegins(k, i, plain) }
}

// wholeBefore returns the function that tells whether nothing between two places before
// token k begins a word of its own.
func (s *scanner) wholeBefore(k int) func(from, to int) bool {
	return func(from, to int) bool {
		for j := k - 1; j >= 0 && int(s.Tokens[j].End) > from; j-- {
			if t := &s.Tokens[j]; int(t.End) <= to && !(t.Is(token.Head) && int(t.End) == to) && t.Kinds&(voice|token.SetOf(token.Head, token.Number, token.Date)) != 0 {
				return false
			}
		}
		return true
	}
}

// nounBegins reports whether a noun may begin at i, before token k: at a mark, or
// behind a word before which none goes on; plain leaves out words of one character,
// which may be pieces of others.
func (s *scanner) nounBegins(k, i int, plain bool) bool {
	before := s.Text.Bytes[max(0, i-maxCompound):i]
	r, size := utf8.DecodeLastRune(before)
	if !char.Han(r) {
		return !plain || r == '、' || r == '"' // behind others a verb may stand
	}
	if n := s.Lang.Naming.LeadBefore(before); n > size || n > 0 && !plain {
		return true
	}
	for j := k - 1; j >= 0 && int(s.Tokens[j].End) >= i; j-- {
		if int(s.Tokens[j].End) == i && s.Tokens[j].Kinds&leading != 0 && (!plain || i-int(s.Tokens[j].Start) > size) {
			return true
		}
	}
	return false
}

// bornOut reports whether a note mark, quotation marks, a definition in
// brackets, a date of adoption or a word for founding stands beside the words, which says that they
// are a name and end there.
func (s *scanner) bornOut(k, from, to int) bool {
	text := s.Text.Bytes
	if s.NoteAt(to) > 0 {
		return true
	}
	if from > 0 && to < len(text) && (text[from-1] == '"' && text[to] == '"' || bytes.HasSuffix(text[:from], []byte("«")) && bytes.HasPrefix(text[to:], []byte("»"))) {
		return true
	}
	if s.Lang.Naming.Founded(text, to) && !s.Lang.Naming.Generic(string(text[from:to])) {
		return true
	}
	for ; k < len(s.Tokens) && int(s.Tokens[k].Start) < to; k++ {
	}
	if k >= len(s.Tokens) || char.SkipBlank(text, to) != int(s.Tokens[k].Start) {
		return false
	}
	t := &s.Tokens[k]
	switch {
	case t.Is(token.Adopts):
		return s.Value(t, token.Adopts) == "by"
	case !t.Is(token.Open) || k+1 >= len(s.Tokens):
		return false
	case s.Tokens[k+1].Is(token.Herein) && !s.Tokens[k+1].Gap:
		return true
	}
	words, _, ok := strings.Cut(string(text[t.End:char.Beyond(text, int(t.End), maxBracket)]), ")")
	return ok && abbreviation([]byte(words))
}

// mostAlike bounds the titles of one head with which a title is compared.
const mostAlike = 48

// settleTitles keeps of the weak titles those that recur in the document, as
// far as they do, and takes back the others; names inside one that is kept are
// its parts.
func (s *scanner) settleTitles() {
	if !s.hasWeakTitle() {
		s.levelTitles()
		return
	}
	s.titleWords = map[string]names.Words{}
	heads, full := s.headsOfNames()
	known := s.namesByHead(heads)
	for i := range s.mentions {
		m := &s.mentions[i]
		if !m.Weak {
			continue
		}
		head := headOf(s.keysOf(m.Title))
		title := s.recurring(i, heads[head])
		if title != "" && s.cutsName(i, title) {
			title = ""
		}
		switch {
		case title != "":
			m.End = wordsEnd(s.source, m.Start, m.End, len(strings.Fields(title)))
			m.Title = title
			s.dropInside(i)
		case known.have(head, s.wordsOfTitle(m.Title).Levelled(), true):
			m.Dropped = true // short for that
		case s.endsSurely(m) && s.mandated(m.Title):
			s.dropInside(i)
		case m.Reported && known.have(head, s.Lang.Naming.Core(s.wordsOfTitle(m.Title)), true):
			m.Dropped = true // short for the body whose report it is on the rest
		case s.endsThere(m) && s.Lang.Naming.Telling(m.Title) && (!s.Lang.Naming.HeadIs(class.Family, m.Title) || s.endsSurely(m)), s.endsSurely(m) && s.unheard(m, head, known):
			s.dropInside(i)
		case !m.Clean, full[head] && !m.Bound && !s.isOpen(m.Title):
			m.Dropped = !m.Bound // or what the document alone calls so, and the words behind it
			if m.Bound {
				m.Short, m.Definite, m.Head = true, true, headOf(m.Heads) // who can tell where it ends
			}
		default:
			s.dropInside(i)
		}
	}
	s.levelTitles()
}

// cutsName reports whether the first words of mention i, which another title has too, end
// within a full name of the tables: two statutes of tribunals that are called alike.
func (s *scanner) cutsName(i int, words string) bool {
	m := &s.mentions[i]
	end := wordsEnd(s.source, m.Start, m.End, len(strings.Fields(words)))
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(s.mentions) && s.mentions[k].Start >= m.Start && s.mentions[k].Start < end; k += step {
			if in := &s.mentions[k]; in.End > end && len(in.Entries) > 0 && !in.Short {
				return true
			}
		}
	}
	return false
}

// isOpen reports whether the head of a title is one of which there are many, each told by
// what it deals with.
func (s *scanner) isOpen(title string) bool {
	return s.Lang.Naming.Is(class.Open, s.Lang.Naming.HeadOf(title))
}

// mandated reports whether a title is the head of a body of which there are many with what
// it deals with: "Rapporteur spécial sur les phares".
func (s *scanner) mandated(title string) bool {
	naming := s.Lang.Naming
	if !s.isOpen(title) || !naming.HeadFirst() {
		return false
	}
	behind := strings.TrimSpace(title[s.headWithin(title)+len(naming.HeadOf(title)):])
	tie, _, _ := strings.Cut(behind, " ")
	return naming.Is(class.Onto, tie) && !naming.Is(class.Of, tie)
}

// endsThere reports whether a mark, or a word that goes on with the sentence, stands
// behind the title.
func (s *scanner) endsThere(m *Mention) bool {
	if m.Clean {
		return true
	}
	w, pair := s.wordsBehind(m.End)
	return s.Lang.Naming.Is(class.Break, elision(w)) || s.Lang.Naming.Is(class.Break, pair) || s.Lang.Naming.Predicate(w)
}

// elision returns the word that an apostrophe ties to the next, "s'" of "s'est", or the whole.
func elision(w string) string {
	if i := strings.IndexByte(w, '\''); i >= 0 {
		return w[:i+1]
	}
	return w
}

// wordsBehind returns the word behind a place of the source, and it with the next.
func (s *scanner) wordsBehind(i int) (one, two string) {
	behind := []byte(strings.ReplaceAll(s.source[i:min(len(s.source), i+maxWord)], "’", "'"))
	at := char.SkipBlank(behind, 0)
	one = names.WordAt(behind, at)
	return one, one + " " + names.WordAt(behind, min(len(behind), char.SkipBlank(behind, at+len(one))))
}

// endsSurely reports whether a mark, or a word with which the sentence goes on for
// certain, stands behind the title.
func (s *scanner) endsSurely(m *Mention) bool {
	if m.Clean {
		return true
	}
	w, pair := s.wordsBehind(m.End)
	predicate := s.Lang.Naming.Predicate(w)
	w = char.Lower(elision(w))
	return s.Lang.Naming.Is(class.Break, w) && !s.Lang.Naming.Is(class.Through, w) || s.Lang.Naming.Is(class.Break, pair) || predicate
}

// unheard reports whether the document has nothing else that the title could be short
// for, with words behind that are none of it: its head has adjectives that no other name
// of the head has.
func (s *scanner) unheard(m *Mention, head string, known namesByHead) bool {
	core := s.Lang.Naming.Core(s.wordsOfTitle(m.Title))
	return len(core) > 0 && !known.have(head, core, false)
}

// namesByHead are the names of a document, and the titles that are settled, by the head
// nouns under which they are recalled.
type namesByHead map[string][]printedName

// printedName is a name as a document prints it; full says that it is a full one of
// the tables.
type printedName struct {
	text  string
	words names.Words
	full  bool
}

// namesByHead lists the names of the document that have a head of one of the titles, each
// once, up to a bound: no title is short for another.
func (s *scanner) namesByHead(titles map[string][]int) namesByHead {
	known, weak := namesByHead{}, -1
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Weak {
			weak = m.Start
		}
		if m.Dropped || m.Weak || m.Start == weak || !m.named() || len(m.Entries) > 0 && m.Entries[0].Kind == record.State {
			continue // a head with which a title begins that is not settled says nothing
		}
		name := s.apostrophed(m)
		for _, key := range s.keysOf(name) {
			if titles[key] == nil {
				continue
			}
			if list := known[key]; len(list) < mostAlike && !slices.ContainsFunc(list, func(p printedName) bool { return p.text == name }) {
				known[key] = append(list, printedName{name, s.wordsOfTitle(name), len(m.Entries) > 0 && !m.Short})
			}
		}
	}
	return known
}

// have reports whether a name of the head has all the words; full leaves out those
// that are no full names of the tables.
func (known namesByHead) have(head string, words []string, full bool) bool {
	return slices.ContainsFunc(known[head], func(p printedName) bool { return (p.full || !full) && p.words.HasAll(words) })
}

func (s *scanner) hasWeakTitle() bool {
	for i := range s.mentions {
		if s.mentions[i].Weak {
			return true
		}
	}
	return false
}

// levelTitles gives titles the form that they have in all cases of a language.
func (s *scanner) levelTitles() {
	if !s.Lang.Naming.Small() {
		return
	}
	for i := range s.mentions {
		if m := &s.mentions[i]; m.Title != "" && !m.Dropped {
			m.Title = s.Lang.Naming.Nominative(m.Title)
		}
	}
}

// headsOfNames lists the titles that no table knows by their head noun, and
// says which head nouns the names of the tables have that the document names in
// full.
func (s *scanner) headsOfNames() (titles map[string][]int, full map[string]bool) {
	titles, full = map[string][]int{}, map[string]bool{}
	for i := range s.mentions {
		m := &s.mentions[i]
		switch {
		case m.Title != "":
			head := headOf(s.keysOf(m.Title))
			titles[head] = append(titles[head], i)
		case len(m.Entries) > 0 && !m.Short && m.Entries[0].Kind != record.State:
			for _, key := range s.keysOf(s.apostrophed(m)) {
				full[key] = true
			}
		}
	}
	return titles, full
}

// apostrophed returns the words of a mention as the source has them, with the apostrophe of the tables.
func (s *scanner) apostrophed(m *Mention) string {
	return strings.ReplaceAll(s.source[m.Start:m.End], "’", "'")
}

// keysOf returns the head nouns under which a full name is recalled. The same
// names come again and again.
func (s *scanner) keysOf(name string) []string {
	keys, ok := s.headKeys[name]
	if !ok {
		keys = s.Lang.Naming.Keys(name)
		if s.headKeys == nil || len(s.headKeys) >= maxHeads {
			s.headKeys = map[string][]string{}
		}
		s.headKeys[strings.Clone(name)] = keys
	}
	return keys
}

// recurring returns the longest part of the title that another title of its
// head has in common with it.
func (s *scanner) recurring(i int, alike []int) (longest string) {
	title := s.wordsOfTitle(s.mentions[i].Title)
	tried := map[int]bool{}
	for _, k := range alike[:min(len(alike), mostAlike)] {
		if k == i || s.mentions[k].Dropped {
			continue
		}
		n := title.Shared(s.wordsOfTitle(s.mentions[k].Title))
		if tried[n] {
			continue
		}
		tried[n] = true
		if common := s.Lang.Naming.Recurring(title, n); len(common) > len(longest) {
			longest = common
		}
	}
	return longest
}

// wordsOfTitle are the words of a title, which are kept for the document.
func (s *scanner) wordsOfTitle(title string) names.Words {
	w, known := s.titleWords[title]
	if !known {
		w = s.levels.Words(title)
		s.titleWords[title] = w
	}
	return w
}

// dropInside takes back the names inside the title.
func (s *scanner) dropInside(i int) {
	m := &s.mentions[i]
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(s.mentions) && s.mentions[k].Start >= m.Start && s.mentions[k].End <= m.End; k += step {
			s.mentions[k].Dropped = s.mentions[k].Dropped || s.mentions[k].named()
		}
	}
}

// wordsEnd returns the end of the first n words between two places of the
// source.
func wordsEnd(source string, start, end, n int) int {
	within := false
	for i, r := range source[start:end] {
		switch space := unicode.IsSpace(r); {
		case space && within:
			within = false
			if n--; n == 0 {
				return start + i
			}
		case !space:
			within = true
		}
	}
	return end
}
