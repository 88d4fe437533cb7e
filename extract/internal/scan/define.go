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
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// addEntry adds the mention of an entry whose full name the words from one place to another
// are, and ends what is read of the text there.
func (s *scanner) addEntry(e *authority.Entry, from, to int) {
	s.addName(Mention{Rule: "name", Entries: []*authority.Entry{e}, Start: from, End: to, Note: s.NoteAt(to)})
	s.nameEnd = to
}

// addName adds the mention of a name. A name in brackets of its own, right
// after another, is another name for the same thing, whatever else it may
// mean: 《…原则和准则》(巴黎原则).
func (s *scanner) addName(m Mention) {
	if s.inWork(m.Start, m.End) {
		return
	}
	if instrumental(&m) && s.inCase(m.End) {
		s.addCase(&m)
		return
	}
	if before := len(s.mentions) - 1; before >= s.first && s.bracketedAfter(before, &m) && !s.tellsBefore(before, &m) {
		m.Rule, m.Same, m.All = "apposition", []int{before}, true
		if !m.Short && (m.Title != "" || len(m.Entries) > 0) {
			s.learn(m.Start, m.End, before)
		}
	}
	s.add(m)
}

// tellsBefore makes a title that no table knows the instrument of the tables that fills
// the brackets behind it: "the Charter on Safe Tides (Lima Charter)". It is false where
// the brackets hold no such name; a body is no instrument, and both stand as they are.
func (s *scanner) tellsBefore(before int, m *Mention) bool {
	p := &s.mentions[before]
	if p.Title == "" || len(p.Entries) > 0 || m.Short || len(m.Entries) != 1 || m.Entries[0].Kind != record.Instrument {
		return false
	}
	if p.Kind != record.Entity {
		p.Rule, p.Entries, p.Kind, p.Title, p.Heads, p.Weak = "name", m.Entries, m.Entries[0].Kind, "", nil, false
	}
	return true
}

// bracketedAfter reports whether the name m fills brackets that open right
// after the mention before it, which is a name too and another entry.
func (s *scanner) bracketedAfter(before int, m *Mention) bool {
	p := &s.mentions[before]
	if p.End > m.Start || len(p.Entries) == 0 && p.Title == "" || p.Short {
		return false
	}
	if len(m.Entries) == 1 && len(p.Entries) == 1 && m.Entries[0] == p.Entries[0] {
		return false
	}
	if len(m.Entries) == 1 && len(p.Entries) == 1 && !m.Short && m.Entries[0].Class == protocolClass && p.Entries[0].Class != protocolClass {
		return false // of the convention before: "the 1996 Protocol to the Convention on Dumping (London Protocol)"
	}
	if !instrumental(m) || !instrumental(p) {
		return false // "the Special Rapporteur (Kenya)" is no other name
	}
	if bytes.IndexByte(s.Text.Bytes[p.End:m.Start], '(') < 0 {
		return false
	}
	between := strings.Trim(string(s.Text.Bytes[p.End:m.Start]), beforeName)
	after := strings.TrimLeft(string(s.Text.Bytes[m.End:min(len(s.Text.Bytes), m.End+6)]), behindName)
	if open, words, ok := strings.Cut(between, "("); ok && s.article(strings.TrimLeft(words, beforeName)+" ") != "" {
		between = open + "("
	}
	return strings.Trim(between, "\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19 ") == "(" && strings.HasPrefix(after, ")")
}

// beforeName and behindName are the signs in brackets around a name: quotation marks stand
// turned round in texts that run from the right.
const beforeName, behindName = " \"“”„«《", " \"”“»》"

// instrumental reports whether a name may be that of an instrument.
func instrumental(m *Mention) bool {
	if m.Title != "" {
		return true
	}
	for _, e := range m.Entries {
		if e.Kind == record.Instrument {
			return true
		}
	}
	return false
}

// definition is a name that a document has defined for a mention.
type definition struct {
	text       string
	stem       []byte // what the text begins with in all its cases
	mention    int
	start, end int // where it was defined, in the paragraph
	rare       int // place in the stem, and one, of the byte by which it is looked for
}

// article returns the article with which the words begin, and the blank behind it: it is no part
// of a name that a document defines.
func (s *scanner) article(words string) string {
	end := strings.IndexAny(words, " '") + 1
	if end == 0 || !s.Lang.Naming.Is(class.DefiniteArticle, strings.TrimSuffix(words[:end], " ")) {
		return ""
	}
	return words[:end]
}

// learn keeps the words from start to end as a name for the mention, or for
// something that no table knows where the mention is none.
func (s *scanner) learn(start, end, mention int) {
	text := s.definedWords(start, end)
	if n := char.Letters(text); n < 3 && !s.initials(text, mention) || n > maxName || len(s.definitions) >= maxDefinitions {
		return
	}
	if !slices.ContainsFunc(s.definitions, func(l definition) bool { return l.text == text }) {
		if bound := s.Lang.Naming.Swallow(text); bound != text { // first: the last one is asked for its words
			s.definitions = append(s.definitions, definition{text: bound, stem: []byte(bound), mention: mention, start: start, end: end})
		}
		s.definitions = append(s.definitions, definition{text: text, stem: []byte(s.Lang.Naming.Stem(text)), mention: mention, start: start, end: end})
	}
}

// initials reports whether the text is two capitals that stand for the words of the
// mention, no State: "UA"; numbers are none.
func (s *scanner) initials(text string, mention int) bool {
	return mention >= 0 && abbreviation([]byte(text)) && !char.IsRoman([]byte(text)) && !s.namesState(mention)
}

// definedHere returns the mention for which the paragraph defines the words from one place to
// another right there, "(hereinafter “the Reef Agreement”)", none where it does not.
func (s *scanner) definedHere(from, to int) int {
	n := len(s.definitions)
	if n == 0 || s.definitions[n-1].mention < s.first || s.definitions[n-1].start > from || s.definitions[n-1].end < to {
		return none
	}
	if d := &s.definitions[n-1]; d.text == s.definedWords(from, to) {
		return d.mention
	}
	return none
}

// none is the mention of a definition for something that no table knows.
const none = -1

// definedWords are the words from start to end without marks and article.
func (s *scanner) definedWords(start, end int) string {
	text := strings.Trim(string(s.Text.Bytes[start:end]), " \"“”«»'„()")
	text = strings.TrimPrefix(text, s.article(text))
	return strings.Trim(text, " \"“”«»'„()")
}

// maxName bounds a name that a document defines, in letters.
const maxName = 80

// maxDefined bounds the words behind "hereinafter", in bytes.
const maxDefined = 8 * maxName

// maxDefinitions bounds the names that one document may define.
const maxDefinitions = 64

// define reads the name behind "hereinafter" at token k, inside brackets or
// commas behind a mention: the words up to the closing mark.
func (s *scanner) define(k int) {
	if s.Value(&s.Tokens[k], token.Herein) == calledWord {
		s.defineCalled(k)
		return
	}
	before := len(s.mentions) - 1
	if k == 0 || s.Tokens[k].Gap || !s.Tokens[k-1].Is(token.Open) {
		return
	}
	rest := bytes.TrimLeft(s.Text.Bytes[s.Tokens[k].End:], " ,:-")
	start := len(s.Text.Bytes) - len(rest)
	end := bytes.IndexAny(rest[:min(len(rest), maxDefined)], "),;")
	if end <= 0 {
		return
	}
	behind := before >= s.first
	if behind {
		end := int32(s.mentions[before].End)
		behind = s.Tokens[k].Start >= end && s.Within(end, s.Tokens[k].Start, maxHerein)
	}
	if behind && !s.mentions[before].named() {
		s.defineAct(k, start, start+end, before)
		return
	}
	s.defineName(start, start+end, int(s.Tokens[k-1].Start), behind)
}

// defineAct keeps a name that is defined behind the number or symbol of a
// document: it is the document's where the words say so, else it belongs to
// what stands before, "the list established by resolution …".
func (s *scanner) defineAct(k, start, end, before int) {
	for ; k < len(s.Tokens) && int(s.Tokens[k].Start) < end; k++ {
		if t := &s.Tokens[k]; t.Is(token.Type) || t.Is(token.Document) || t.Is(token.Report) {
			s.learn(start, end, before)
			return
		}
	}
	if keys := s.Lang.Naming.Keys(s.definedWords(start, end)); len(keys) == 0 {
		s.learn(start, end, none) // a body is told by the resolution that founded it
	}
}

// bracketName reads the name in brackets that open at token k right behind a
// name: an abbreviation, (CTED), or words in quotation marks, (“the Office”).
func (s *scanner) bracketName(k int) {
	start := int(s.Tokens[k].End)
	end := bytes.IndexByte(s.Text.Bytes[start:char.Beyond(s.Text.Bytes, start, maxBracket)], ')')
	if end <= 0 || k+1 < len(s.Tokens) && s.Tokens[k+1].Is(token.Herein) {
		return
	}
	open := int(s.Tokens[k].Start)
	before, behind := len(s.mentions)-1, s.bracketBehind(open)
	words := s.Text.Bytes[start : start+end]
	switch {
	case s.Lang.Unsegmented && s.shortensLed(words, open):
		s.nameUnknown(s.mentions[before].Start, open)
		s.learn(start, start+end, len(s.mentions)-1)
		s.nameEnd = start + end
	case s.Lang.Unsegmented && behind && s.shortensName(words, before):
		s.learn(start, start+end, before)
	case before >= s.first && s.sameVersion(words, s.mentions[before].End, open):
		s.learn(start, start+end, before)
	case abbreviation(words):
		s.defineAbbreviation(start, start+end, open, behind)
	case bytes.ContainsAny(words, "\"“«„"), behind && s.articled(words):
		s.defineName(start, start+end, open, behind)
	case s.definite(words):
		if _, _, ok := s.phraseOf(string(words), open); ok {
			s.defineName(start, start+end, open, behind)
		}
	}
}

// bracketBehind reports whether the bracket at open stands right behind a name.
func (s *scanner) bracketBehind(open int) bool {
	n := len(s.mentions)
	return n > s.first && s.mentions[n-1].named() && open >= s.mentions[n-1].End && s.Within(int32(s.mentions[n-1].End), int32(open), maxBeforeBracket)
}

// sameVersion reports whether the bracket at open holds abbreviations and the number of a
// version that alone stands between the name which ends at i and the bracket: "the Action
// Plan 2.0 (NET-PLAN 2.0)".
func (s *scanner) sameVersion(words []byte, i, open int) bool {
	if i > open || !s.mentions[len(s.mentions)-1].named() {
		return false
	}
	version := bytes.TrimSpace(s.Text.Bytes[i:open])
	short, ok := bytes.CutSuffix(words, version)
	if !ok || bytes.IndexByte(version, '.') < 1 || len(bytes.Trim(version, "0123456789.")) > 0 {
		return false
	}
	fields := bytes.Fields(short)
	return len(fields) > 0 && !slices.ContainsFunc(fields, func(w []byte) bool { return !abbreviation(w) })
}

// leastShortened is the least letters of words in brackets that shorten a name in a script
// without blanks.
const leastShortened = 3

// shortensLed reports whether the words in the bracket at open, in a script without
// blanks, shorten a name that the State named last leads: they begin as it does or as what
// stands behind the State and ends with a head noun, and all their letters stand before the
// bracket in their order.
func (s *scanner) shortensLed(words []byte, open int) bool {
	n := len(s.mentions)
	if n == s.first || utf8.RuneCount(words) < leastShortened || !s.namesState(n-1) {
		return false
	}
	m := &s.mentions[n-1]
	if m.End >= open || !s.Within(int32(m.Start), int32(open), maxBracket) || !s.wholeBefore(s.tokenFrom(open))(m.End, open) || s.Lang.Naming.Holds(class.Place, string(s.Text.Bytes[m.End:open])) {
		return false
	}
	name := s.Text.Bytes[m.Start:open]
	begins, _ := utf8.DecodeRune(words)
	if first, _ := utf8.DecodeRune(name); first != begins {
		name = s.Text.Bytes[m.End:open]
		if first, _ = utf8.DecodeRune(name); first != begins || len(s.Lang.Naming.Keys(string(name))) == 0 || len(words) >= len(name) {
			return false
		}
	}
	return lettersIn(words, name) && !bytes.ContainsFunc(name, func(r rune) bool { return !char.Han(r) })
}

// shortensName reports whether the words in a bracket right behind mention i, in a script
// without blanks, shorten its full name: all their letters stand in it in their order. No
// State has such a name.
func (s *scanner) shortensName(words []byte, i int) bool {
	m := &s.mentions[i]
	return !m.Short && !s.namesState(i) && utf8.RuneCount(words) >= leastShortened && lettersIn(words, s.Text.Bytes[m.Start:m.End])
}

// lettersIn reports whether the words are Chinese characters, all of which stand in the name
// in their order.
func lettersIn(words, name []byte) bool {
	for at := 0; len(words) > 0; {
		r, size := utf8.DecodeRune(words)
		i := bytes.IndexRune(name[at:], r)
		if i < 0 || !char.Han(r) {
			return false
		}
		at, words = at+i+size, words[size:]
	}
	return true
}

// articled reports whether the words are one or two behind an article.
func (s *scanner) articled(words []byte) bool {
	fields := bytes.Fields(words)
	return len(fields) > 1 && len(fields) < 4 && s.article(string(fields[0])+" ") != ""
}

// definite reports whether the words are a head noun with its article, where the two are one word.
func (s *scanner) definite(words []byte) bool {
	naming := s.Lang.Naming
	return s.Lang.Proclitics && naming.HasArticle(string(words)) && naming.Bare(string(words))
}

// defineName keeps words as the name for the mention before the bracket that
// opens at open, where they are short for it; for the noun phrase before the
// bracket, where that has the same head; else for something that no table
// knows.
func (s *scanner) defineName(start, end, open int, behind bool) {
	words, last := s.definedWords(start, end), len(s.mentions)-1
	if words == "" {
		return
	}
	if behind && (s.shortFor(words, &s.mentions[last]) || s.alike(words, &s.mentions[last])) {
		s.learn(start, end, last)
		return
	}
	if from, to, ok := s.phraseOf(words, open); ok {
		if i := s.fullNameAt(from, to); i >= 0 {
			s.learn(start, end, i) // "the Division for Tides of the Office of Waters"
			return
		}
		s.nameUnknown(from, to)
		if i := len(s.mentions) - 1; i >= s.first && s.mentions[i].Start >= from {
			s.learn(start, end, i)
		}
		return
	}
	if i := s.aboutState(words, last); behind && i >= 0 {
		s.learn(start, end, i)
	} else if behind {
		s.learn(start, end, none)
	}
}

// aboutState returns the mention of a body, last but for the State with which it is
// concerned and the resolution that founded it, for which the words are short: "the
// Committee established by resolution 2127 (2013) concerning Chad (“the Committee”)"; none
// where no such stands before the State that was named last.
func (s *scanner) aboutState(words string, last int) int {
	if last <= s.first || !s.namesState(last) {
		return none
	}
	for i := last - 1; i >= s.first && i >= last-2; i-- {
		m := &s.mentions[i]
		between := s.Text.Bytes[m.End:max(m.End, s.mentions[last].Start)]
		if bytes.ContainsAny(between, ",;") || len(between) > maxPhrase {
			return none
		}
		if len(m.Entries) > 0 && m.Entries[0].Kind == record.Entity && s.shortFor(words, m) {
			return i
		}
	}
	return none
}

// fullNameAt returns the mention of the paragraph with which the words from one place to
// another begin, where it is a full name of the tables, none where there is no such.
func (s *scanner) fullNameAt(from, to int) int {
	for i := len(s.mentions) - 1; i >= s.first && s.mentions[i].Start >= from; i-- {
		if m := &s.mentions[i]; m.Start == from && m.End <= to && len(m.Entries) > 0 && !m.Short && m.Entries[0].Kind != record.State {
			return i
		}
	}
	return none
}

// shortFor reports whether the words may be short for the mention: one of its
// short names, words of it, or of the same head. No State has such a name.
func (s *scanner) shortFor(words string, m *Mention) bool {
	text := string(s.Text.Bytes[m.Start:m.End])
	for _, e := range m.Entries {
		if e.Kind == record.State {
			return false
		}
		if s.ShortFor(words, e) {
			return true
		}
	}
	if len(m.Entries) == 0 && m.Title == "" {
		return false
	}
	keys := s.Lang.Naming.Keys(words)
	if len(keys) == 0 {
		return true // the Samoa Pathway: no head says what it is
	}
	return slices.Contains(s.Lang.Naming.Keys(text), keys[0]) || !slices.ContainsFunc(strings.Fields(words), func(w string) bool { return !strings.Contains(text, w) })
}

// alike reports whether the words name a thing of the kind that the mention is.
func (s *scanner) alike(words string, m *Mention) bool {
	kind := m.Kind
	if len(m.Entries) > 0 {
		kind = m.Entries[0].Kind
	}
	return kind != record.Entity && kind == s.Lang.Naming.Kind(words[s.Lang.Naming.HeadAt(words):])
}

// phraseOf returns the name that ends at the bracket that opens at open and
// whose head noun the words have.
func (s *scanner) phraseOf(words string, open int) (from, to int, ok bool) {
	if len(s.Lang.Naming.Keys(words)) == 0 {
		return 0, 0, false
	}
	if !s.Lang.Naming.Capitals() && !s.Lang.Unsegmented {
		from, ok = s.phraseHead(words, open)
		return from, len(bytes.TrimRight(s.Text.Bytes[:open], " ")), ok
	}
	head := words[s.Lang.Naming.HeadAt(words):]
	end := len(bytes.TrimRight(s.Text.Bytes[:open], " "))
	if s.Lang.Unsegmented {
		k := s.tokenFrom(open)
		if !bytes.HasSuffix(s.Text.Bytes[:end], []byte(head)) {
			head = s.Lang.Naming.Keys(words)[0]
		}
		from, ok = s.Lang.Naming.Defined(s.Text.Bytes, end, head, s.nounBefore(k, true), s.wholeBefore(k))
		return from, end, ok
	}
	low := max(0, end-maxPhrase)
	at := bytes.LastIndex(s.Text.Bytes[low:end], []byte(head))
	if at < 0 {
		return 0, 0, false
	}
	at += low
	from, to, ok = s.Lang.Naming.Run(s.Text.Bytes, at, at+len(head), 0)
	return from, to, ok && to == end
}

// phraseHead returns where the noun phrase before the bracket at open begins whose head noun
// the words have, in languages whose names do not run by capitals: a mark, a verb or the
// number of a document does not stand in it.
func (s *scanner) phraseHead(words string, open int) (from int, ok bool) {
	naming := s.Lang.Naming
	key := naming.Keys(words)[0]
	for j := s.tokenFrom(open) - 1; j >= 0 && open-int(s.Tokens[j].Start) <= maxPhrase; j-- {
		t := &s.Tokens[j]
		if t.Kinds&endsPhrase != 0 || t.Class == token.Number || t.Class == token.Symbol {
			return 0, false
		}
		if !t.Is(token.Head) && !t.Is(token.Name) {
			continue
		}
		if kind := naming.Kind(s.WordsOf(t)); (kind == record.Entity || kind == record.Instrument) && slices.Contains(naming.Keys(s.WordsOf(t)), key) {
			return int(t.Start), true
		}
	}
	return 0, false
}

// endsPhrase are the tokens that are in no noun phrase that a bracket defines.
var endsPhrase = token.SetOf(token.Comma, token.Stop, token.Open, token.Shut, token.Verb, token.Type)

// maxPhrase bounds the noun phrase before a bracket, in bytes.
const maxPhrase = 200

// defineAbbreviation keeps an abbreviation for the mention before its bracket,
// where its letters are those of the name or a table has it; for the longer
// noun phrase that its letters fit; else for nothing.
func (s *scanner) defineAbbreviation(start, end, open int, behind bool) {
	last := len(s.mentions) - 1
	words := s.Text.Bytes[start:end]
	if behind && s.knownAbbreviation(&s.mentions[last], string(bytes.TrimSpace(words))) {
		s.learn(start, end, last)
		return
	}
	from, ok := s.longForm(open, words)
	switch {
	case behind && ok && from > s.mentions[last].Start && s.defineInner(from, open, start, end):
	case behind && ok && from >= s.mentions[last].Start:
		s.learn(start, end, last)
	case !ok && behind && s.otherScript(words) && !s.namesState(last):
		s.learn(start, end, last)
	case !ok && behind && s.otherScript(words) && len(words) > longestCode:
		s.mentions = s.mentions[:last] // the end of a longer name, for which the letters stand
		s.definitions = slices.DeleteFunc(s.definitions, func(d definition) bool { return d.mention >= last })
	case ok && s.headedPhrase(from, open) && !bytes.ContainsAny(words, "0123456789"):
		s.nameUnknown(from, len(bytes.TrimRight(s.Text.Bytes[:open], " ")))
		s.learn(start, end, len(s.mentions)-1)
	case behind && s.endsLonger(last):
		s.mentions = s.mentions[:last] // Liberation Front of Chad (LFC): what no table knows
	}
}

// defineInner keeps an abbreviation for the full name of the tables from a place to the
// bracket that opens at open, which is a part of a longer name and no citation there: "the
// Regional Forum for the Economic Commission for Europe (ECE) Region".
func (s *scanner) defineInner(from, open, start, end int) bool {
	to := len(bytes.TrimRight(s.Text.Bytes[:open], " "))
	e := s.FullName(string(s.Text.Bytes[from:to]))
	if e == nil {
		return false
	}
	s.addName(Mention{Rule: "name", Entries: []*authority.Entry{e}, Start: from, End: to, Dropped: true})
	s.learn(start, end, len(s.mentions)-1)
	return true
}

// headedPhrase reports whether the words from a place to the bracket that opens at open,
// where names run by capitals, begin with one and have a head noun, and no word that goes on
// with the sentence, "the Forum was held".
func (s *scanner) headedPhrase(from, open int) bool {
	naming, phrase := s.Lang.Naming, string(bytes.TrimRight(s.Text.Bytes[from:open], " "))
	goesOn := func(w string) bool { return naming.Is(class.Break, w) && !naming.Is(class.Link, w) }
	return naming.Capitals() && char.BeginsCapital(s.Text.Bytes, from) && len(naming.Keys(phrase)) > 0 && !slices.ContainsFunc(strings.Fields(phrase), goesOn)
}

// endsLonger reports whether mention i, behind which an abbreviation stands that is not
// its own, is a State at the end of another name: no mark and no "and" stands before it.
func (s *scanner) endsLonger(i int) bool {
	m := &s.mentions[i]
	if !s.namesState(i) || m.Start == 0 || s.Lang.Unsegmented {
		return false
	}
	before := s.wordBefore(m.Start)
	if s.Lang.Naming.Is(class.The, before) {
		before = s.wordBefore(len(bytes.TrimRight(s.Text.Bytes[:m.Start], " ")) - len(before))
	}
	return before != "" && !strings.HasSuffix(before, ",") && !s.Lang.Naming.Is(class.And, before)
}

// knownAbbreviation reports whether a table gives the abbreviation, in any
// language, to what the mention names.
func (s *scanner) knownAbbreviation(m *Mention, abbreviation string) bool {
	return slices.ContainsFunc(m.Entries, func(e *authority.Entry) bool {
		for _, list := range e.Names {
			if slices.ContainsFunc(list, func(n authority.Name) bool { return n.Text == abbreviation }) {
				return true
			}
		}
		return false
	})
}

// otherScript reports whether the abbreviation is in Latin letters, and the
// text in others: its letters say nothing of the name there.
func (s *scanner) otherScript(words []byte) bool {
	return (s.Lang.Unsegmented || s.Lang.Proclitics || len(s.Lang.Genitives) > 0) && words[0] < 0x80
}

// namesState reports whether a mention is of a State, which no document gives
// another name than an abbreviation: it is the end of a longer name.
func (s *scanner) namesState(i int) bool {
	m := &s.mentions[i]
	return len(m.Entries) > 0 && m.Entries[0].Kind == record.State
}

// Bounds of brackets that may define a name, and of what may stand between the name
// that they explain and "hereinafter", or the brackets, in letters.
const (
	maxBracket       = 90
	maxHerein        = 12
	maxBeforeBracket = 3
)

// longestCode is how long the code of a State is at most.
const longestCode = 3

// abbreviation reports whether the words are one word of capitals.
func abbreviation(words []byte) bool {
	capitals := 0
	for _, r := range string(words) {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case r != '-' && !unicode.IsDigit(r):
			return false
		}
	}
	return capitals >= 2
}
