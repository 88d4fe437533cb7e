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
	"uncite/extract/internal/normal"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// mostToProtocol bounds the words that tie a treaty to a protocol before it.
const mostToProtocol = 6

// protocolTo adds the mention of a protocol that no table knows to the treaty at token k,
// "Protocole portant modification de la Convention sur …". The treaty is not what is cited.
func (s *scanner) protocolTo(k int, entries []*authority.Entry) bool {
	treaty := slices.IndexFunc(entries, func(e *authority.Entry) bool { return e.Kind == record.Instrument })
	if treaty < 0 {
		return false
	}
	t := &s.Tokens[k]
	find := s.protocolBefore
	if s.Lang.Unsegmented {
		find = s.protocolBehind
	}
	p, ok := find(int(t.Start), int(t.End))
	if ok {
		s.addProtocol(p, entries[treaty])
	}
	return ok
}

// tailOfProtocol takes the treaty at t into the name of a protocol to it right before, where only
// words of the table tie it on: "the Reef Protocol, supplementing the Convention on Tides".
func (s *scanner) tailOfProtocol(t *token.Token, entries []*authority.Entry) bool {
	n := len(s.mentions)
	if n == s.first || s.Lang.Unsegmented {
		return false
	}
	m := &s.mentions[n-1]
	if m.Short || len(m.Entries) != 1 || !isProtocol(m.Entries[0]) || m.End >= int(t.Start) || !s.Within(int32(m.End), t.Start, mostToTreaty) ||
		!slices.ContainsFunc(entries, func(e *authority.Entry) bool { return e.ID == m.Entries[0].Parent }) {
		return false
	}
	if !s.tiesToProtocol(string(s.Text.Bytes[m.End:t.Start])) {
		return false
	}
	m.End, m.Note = int(t.End), s.NoteAt(int(t.End))
	s.addName(Mention{Rule: "name", Entries: entries, Start: int(t.Start), End: int(t.End), Dropped: true})
	return true
}

// tiesToProtocol reports whether the words between a protocol and a treaty tie the one to the
// other: an article does not, nor do small words behind a comma, where a list may go on.
func (s *scanner) tiesToProtocol(words string) bool {
	rest, comma := strings.CutPrefix(strings.TrimPrefix(words, "،"), ",")
	comma = comma || rest != words
	tied := slices.ContainsFunc(strings.Fields(rest), func(w string) bool {
		return (!s.Lang.Naming.Is(class.The, w) || s.Lang.Naming.Is(class.Of, w)) && (!comma || utf8.RuneCountInString(w) >= leastParticiple)
	})
	return tied && s.toProtocol(rest)
}

// leastParticiple is the least letters of a participle that ties a treaty to a protocol.
const leastParticiple = 5

// protocolsNamed adds the mentions of several protocols to one treaty, which the name of one
// of them holds at t, where words have cases: "the first and second Optional Protocols to …".
func (s *scanner) protocolsNamed(t *token.Token, e *authority.Entry) bool {
	if e.Class != protocolClass || e.Parent == "" || !s.Lang.Naming.Cases() {
		return false
	}
	at := int(t.Start)
	for _, w := range strings.SplitAfter(s.WordsOf(t), " ") {
		if s.Lang.Naming.Is(class.Protocols, strings.TrimSuffix(w, " ")) {
			break
		}
		at += len(w)
	}
	count := s.countedProtocols(at)
	if at >= int(t.End) || count == 0 {
		return false
	}
	m := Mention{Rule: "name", Kind: record.Instrument, Entries: []*authority.Entry{e}, Protocols: true, Count: count, Start: at, End: int(t.End)}
	m.Note = s.NoteAt(m.End)
	for m.Nth = 1; m.Nth <= m.Count; m.Nth++ {
		s.addName(m)
	}
	return true
}

// addProtocol adds the mention of a protocol to the treaty e.
func (s *scanner) addProtocol(p protocol, e *authority.Entry) {
	head := s.headOfProtocol(p)
	if head != nil {
		p.from = head.Start
	}
	s.forgetInside(p.from, p.to) // ordinals before it may have made it a short name of its own
	switch known := s.FullName(strings.NewReplacer("《", "", "》", "").Replace(string(s.Text.Bytes[p.from:p.to]))); {
	case head != nil && head.Entries[0].Parent == e.ID:
		s.addEntry(head.Entries[0], p.from, p.to)
	case p.several:
		m := Mention{Rule: "name", Kind: record.Instrument, Treaty: e, Protocols: true, Count: s.countedProtocols(p.from), Start: p.from, End: p.to, Note: s.NoteAt(p.to)}
		for m.Nth = min(m.Count, 1); m.Nth <= m.Count; m.Nth++ {
			s.addName(m)
		}
		s.nameEnd = p.to
	case known != nil:
		s.addEntry(known, p.from, p.to)
	default:
		s.nameUnknown(p.from, p.to)
	}
}

// protocolToUnknown adds the mention of a protocol, or of several, where the words before the treaty
// that no table knows, from one place to another, say that it is one to it: the treaty is not what is cited.
func (s *scanner) protocolToUnknown(from, to int) bool {
	p, ok := s.protocolTied(from, to)
	switch {
	case !ok:
		return false
	case p.several:
		s.forgetInside(p.from, p.to)
		s.addName(Mention{Rule: "name", Kind: record.Instrument, Foreign: severalToUnknown, Start: p.from, End: p.to, Note: s.NoteAt(p.to)})
		s.nameEnd = p.to
	default:
		s.nameUnknown(p.from, p.to)
	}
	return true
}

// severalToUnknown is why several protocols to a treaty that no table has are not told.
const severalToUnknown = "several protocols to a treaty that no table has"

// protocolTied is protocolBefore for a name that no table knows, if it is that of a treaty.
func (s *scanner) protocolTied(from, to int) (p protocol, ok bool) {
	if s.Lang.Unsegmented || !s.Lang.Naming.Is(class.Treaty, s.headOf(s.Text.Bytes[from:to])) {
		return p, false
	}
	return s.protocolBefore(from, to)
}

// headOfProtocol returns the mention last added where it is a protocol by a name that others
// share with it, and the words of p go on from inside it: "Additional Protocol II" to a treaty.
func (s *scanner) headOfProtocol(p protocol) *Mention {
	n := len(s.mentions)
	if n == s.first {
		return nil
	}
	m := s.mentions[n-1]
	if m.Short || m.Start >= p.from || m.End <= p.from || m.End > p.to || !m.isProtocol() {
		return nil
	}
	return &m
}

// countedProtocols returns 2 where the words for several protocols at i are those for the first
// two, "the first and second Optional Protocols", else 0.
func (s *scanner) countedProtocols(i int) (n int) {
	text, naming := s.Text.Bytes, s.Lang.Naming
	at, last := naming.NumberBefore(text, i)
	if last == 0 {
		i = len(bytes.TrimRight(text[:i], " ")) - len(s.wordBefore(i)) // "Optional"
		at, last = naming.NumberBefore(text, i)
	}
	and := s.wordBefore(at)
	if last != 2 || !naming.Is(class.And, and) {
		return 0
	}
	if _, n = naming.NumberBefore(text, len(bytes.TrimRight(text[:at], " "))-len(and)); n != 1 {
		return 0
	}
	return last
}

// protocol is where the words for a protocol to a treaty stand; several says that they
// are for more than one.
type protocol struct {
	from, to int
	several  bool
}

// protocolBefore returns the words for a protocol of which only words of the table that
// tie a treaty to it part the treaty from one place to another: no verb, no "and" and no
// "or" does.
func (s *scanner) protocolBefore(start, end int) (p protocol, ok bool) {
	at := start
	for n := 0; n <= mostToProtocol; n++ {
		word := s.wordBefore(at)
		if word == "" {
			return p, false
		}
		at = len(bytes.TrimRight(s.Text.Bytes[:at], " ")) - len(word)
		switch {
		case n > 0 && s.Lang.Naming.Is(class.Protocols, word):
			return protocol{at, end, true}, true
		case n > 0 && s.Lang.Naming.Is(class.Protocol, unelided(word)):
			at += len(word) - len(unelided(word))
			if led := s.wordBefore(at); s.Lang.Naming.Is(class.ProtocolAdjective, led) {
				at = len(bytes.TrimRight(s.Text.Bytes[:at], " ")) - len(led) // "Optional"
			}
			if from, nth := s.Lang.Naming.NumberBefore(s.Text.Bytes, at); nth > 0 {
				at = from
			}
			return protocol{at, end, false}, true
		case (word[0] > '9' || strings.Trim(word, "0123456789") != "") && !s.Lang.Naming.Is(class.ToProtocol, word) && s.Lang.Naming.Number(word) == 0 && !char.IsRoman([]byte(word)): // a year may stand there
			return p, false
		}
	}
	return p, false
}

// protocolBehind returns the words for a protocol behind the treaty from one place to
// another, in a language that puts them there: 《儿童权利公约》第三项任择议定书.
func (s *scanner) protocolBehind(from, to int) (p protocol, ok bool) {
	p.from, p.to = from, to
	for range mostToProtocol {
		rest := string(s.Text.Bytes[p.to:char.Beyond(s.Text.Bytes, p.to, mostTie)])
		if n := s.Lang.Naming.Beginning(class.Protocol, rest); n > 0 {
			p.to += n
			return p, true
		}
		tie := max(s.Lang.Naming.Beginning(class.ToProtocol, rest), len(rest)-len(strings.TrimLeft(rest, "0123456789")))
		if n := s.Lang.Naming.Beginning(class.Protocols, rest); n > 0 {
			tie, p.several = n, true
		}
		if tie == 0 {
			return p, false
		}
		p.to += tie
	}
	return p, false
}

// mostTie bounds a word between a treaty and a protocol behind it, in letters.
const mostTie = 8

// protocolThereto adds the mention of a protocol, by the short name at token k or one that
// others share with it, "Additional Protocol I", where the
// words say that it is one to the treaty that was named before: "the Optional Protocol
// thereto", "its Protocol", or to one that is named behind for short, "the Protocol of
// 1996 to that Convention". That treaty is then no citation of its own.
func (s *scanner) protocolThereto(k int, entries []*authority.Entry, short bool) bool {
	t := &s.Tokens[k]
	if !slices.ContainsFunc(entries, isProtocol) || !short && len(strings.Fields(s.WordsOf(t))) > mostShared {
		return false
	}
	if s.Lang.Unsegmented {
		if !short {
			return false
		}
		return s.protocolOwned(t, entries)
	}
	if short && s.protocolToShort(k) {
		return true
	}
	m := Mention{Rule: "name", Entries: entries, Short: short, Start: int(t.Start), End: int(t.End)}
	if m.Of = s.treatyTied(k); m.Of != nil {
		m.End = m.Of.End
	}
	end, tied := s.tiedBack(int(t.End))
	m.Thereto = m.Of == nil && (tied || s.ownedAt(k, short))
	if m.Of == nil && !m.Thereto {
		return false
	}
	if from := s.adjectiveAhead(k); from < m.Start {
		m.Start, m.Rule, m.Kind, m.Foreign = from, "short", record.Instrument, "a protocol that no table has to the treaty that is named before it"
		s.addName(m)
		s.nameEnd = m.End
		return true
	}
	m.Year = s.yearOf(m.Start, max(m.End, end))
	start := m.Start
	s.recall(&m)
	m.Definite = m.Definite || m.Of != nil && s.Lang.Proclitics && s.Lang.Naming.HasArticle(s.WordsOf(t))
	m.Start, m.Nth = start, 0 // a number before it is a year or one of the protocols to the treaty
	if _, nth := s.Lang.Naming.NumberBefore(s.Text.Bytes, start); nth > 0 {
		m.Entries = s.ofOrdinal(m.Entries, nth)
	}
	m.Note = s.NoteAt(m.End)
	if m.Note == 0 && m.Thereto {
		m.Note = s.NoteAt(end)
	}
	s.addName(m)
	s.nameEnd = m.End
	return true
}

// adjectiveAhead returns where the adjective begins with which the short name at token k is another,
// where heads stand last: "the Amending Protocol thereto"; else where the short name begins.
func (s *scanner) adjectiveAhead(k int) int {
	start, naming := int(s.Tokens[k].Start), s.Lang.Naming
	w := s.wordBefore(start)
	if !naming.HeadLast() || !char.BeginsCapital([]byte(w), 0) || naming.Is(class.The, w) || naming.Is(class.That, w) || naming.Number(w) > 0 || k > 0 && s.Tokens[k-1].Is(token.Own) && int(s.Tokens[k-1].End) == start-1 {
		return start
	}
	return start - len(w) - 1
}

// ofOrdinal are the entries whose full names begin with the ordinal, "the Second Optional
// Protocol thereto", for the first those that begin with none; all where none does.
func (s *scanner) ofOrdinal(entries []*authority.Entry, nth int) (fit []*authority.Entry) {
	for _, e := range entries {
		if n := s.ordinalOf(e); n == nth || n == 0 && nth == 1 {
			fit = append(fit, e)
		}
	}
	if len(fit) == 0 {
		return entries
	}
	return fit
}

// ordinalOf returns the ordinal with which a full name of the entry begins, 0 where none does.
func (s *scanner) ordinalOf(e *authority.Entry) int {
	for _, name := range e.Names[s.Lang.Code] {
		first, _, _ := strings.Cut(name.Text, " ")
		if n := s.Lang.Naming.Number(strings.TrimSuffix(first, "*")); n > 0 && !name.Short {
			return n
		}
	}
	return 0
}

// mostShared bounds the words of a name that protocols to several treaties have.
const mostShared = 5

// ownedAt reports whether the protocol at token k is called that of a treaty, by a word
// before it or, where the article is one with the noun of its short name, by the ending in its place.
func (s *scanner) ownedAt(k int, short bool) bool {
	t := &s.Tokens[k]
	return k > 0 && !t.Gap && s.Tokens[k-1].Is(token.Own) || short && s.Lang.Proclitics && !s.Lang.Naming.HasArticle(s.WordsOf(t))
}

// protocolOwned is protocolThereto in a script without blanks, outside title marks: "its
// Optional Protocol", "its Protocol of 1967", not "its Protocols".
func (s *scanner) protocolOwned(t *token.Token, entries []*authority.Entry) bool {
	from, several, owned := s.ownedBack(int(t.Start))
	if !owned || several {
		return false
	}
	s.addName(Mention{
		Rule: "name", Entries: entries, Short: true, Thereto: true, Year: s.yearOf(from, int(t.Start)),
		Start: int(t.Start), End: int(t.End), Note: s.NoteAt(int(t.End)),
	})
	s.nameEnd = int(t.End)
	return true
}

// ownedBack returns, in a script without blanks, where the words begin that stand between
// "its" and the protocol at i, a year or how many there are, whether they are
// for several, and whether "its" stands before them.
func (s *scanner) ownedBack(i int) (from int, several, owned bool) {
	text, naming := s.Text.Bytes, s.Lang.Naming
	for from = i; ; {
		n, many := naming.Ending(class.Protocols, text[:from]), true
		if n == 0 {
			n, many = s.yearEnding(from), false
		}
		if n == 0 {
			break
		}
		from, several = from-n, several || many
	}
	k := s.tokenFrom(from) - 1
	return from, several, k >= 0 && int(s.Tokens[k].End) == from && s.Tokens[k].Is(token.Own)
}

// yearEnding returns the bytes of the year, with the one letter for it, that ends at i, 0 where
// none does: 1967年.
func (s *scanner) yearEnding(i int) int {
	text := s.Text.Bytes[:i]
	_, size := utf8.DecodeLastRune(text)
	from := i - size - yearDigits
	if from < 0 {
		return 0
	}
	if year, n := s.leadingYear(string(text[from:])); year == 0 || n < i-from {
		return 0
	}
	return i - from
}

// treatyTied returns what the short name of a treaty says that only words of the table tie
// to the protocol at token k, "the Protocol to the Convention", nil where none does.
func (s *scanner) treatyTied(k int) *Mention {
	j := s.nameTied(k)
	if j < 0 || s.beginsLonger(j) {
		return nil
	}
	if of := s.shortTreatyAt(j); of != nil && !of.isProtocol() {
		return of
	}
	return nil
}

// beginsLonger reports whether the short name at token k begins a longer one that no table knows.
func (s *scanner) beginsLonger(k int) bool {
	t, text, naming := &s.Tokens[k], s.Text.Bytes, s.Lang.Naming
	start, end, ok := s.headIn(t)
	if !ok {
		return false
	}
	if _, to, ok := naming.Run(text, start, end, start); ok && to > int(t.End) {
		return true
	}
	if _, to, _, ok := naming.Phrase(text, int(t.Start), int(t.End), int(t.Start)); ok && to > int(t.End) {
		return true
	}
	to, _, ok := naming.Definite(text, start, end, s.namesFrom(k))
	return ok && to > int(t.End)
}

// nameTied returns the next name behind token k where only words of the table tie a treaty to
// the protocol there, -1 where others do.
func (s *scanner) nameTied(k int) int {
	at := int(s.Tokens[k].End)
	for j := k + 1; j < len(s.Tokens) && s.Within(int32(at), s.Tokens[j].Start, mostToTreaty); j++ {
		t := &s.Tokens[j]
		if int(t.Start) < at || !t.Is(token.Name) {
			continue
		}
		if between := string(s.Text.Bytes[at:t.Start]); strings.TrimSpace(between) == "" && !s.Lang.Genitive && !s.Lang.Proclitics || !s.toProtocol(between) {
			return -1
		}
		return j
	}
	return -1
}

// protocolToShort adds the mention of the protocol at token k whose treaty stands within its
// name for short, "the Optional Protocol to the Convention on a complaints procedure": with
// the words of the treaty's full name in their place the name is one of the tables.
func (s *scanner) protocolToShort(k int) bool {
	j := s.nameTied(k)
	if j < 0 {
		return false
	}
	text, start, end := s.Text.Bytes, int(s.Tokens[k].Start), int(s.Tokens[j].End)
	treaties, short := s.NamesAt(&s.Tokens[j])
	if !short {
		return false
	}
	protocols, _ := s.NamesAt(&s.Tokens[k])
	of := int(s.Tokens[j].Start)
	head, rest := string(text[start:of])+s.Lang.Naming.Unarticled(string(text[of:end])), string(text[end:char.Beyond(text, end, maxName)])
	for _, treaty := range treaties {
		if !slices.ContainsFunc(protocols, func(e *authority.Entry) bool { return isProtocol(e) && e.Parent == treaty.ID }) {
			continue
		}
		official := normal.String(treaty.Official(s.Lang.Code))
		whole := head + official[s.headWithin(official)+len(s.Lang.Naming.HeadOf(official)):]
		if e, size := s.Beginning(whole + rest); e != nil && size > len(whole)+1 && e.Parent == treaty.ID {
			s.addEntry(e, start, end+size-len(whole))
			return true
		}
	}
	return false
}

// mostToTreaty bounds what ties a treaty to the protocol before it, in letters.
const mostToTreaty = 32

func isProtocol(e *authority.Entry) bool { return e.Class == protocolClass }

// isProtocol reports whether the short name may be that of a protocol.
func (m *Mention) isProtocol() bool {
	return slices.ContainsFunc(m.Entries, isProtocol)
}

// toProtocol reports whether all words only tie a treaty to a protocol before them.
func (s *scanner) toProtocol(words string) bool {
	for w := range strings.FieldsSeq(strings.ReplaceAll(words, "'", "' ")) {
		if strings.Trim(w, "0123456789") != "" && !s.Lang.Naming.Is(class.ToProtocol, w) && !s.Lang.Naming.Is(class.That, w) && !s.Lang.Naming.Is(class.The, w) {
			return false
		}
	}
	return true
}

// tiedBack returns where the words end that tie a protocol, which ends at i, back to the
// treaty named before it, "thereto", "of 1978 relating thereto", or but give its year, and
// whether they do tie it.
func (s *scanner) tiedBack(i int) (end int, tied bool) {
	for n := 0; n < mostToProtocol && i < len(s.Text.Bytes) && s.Text.Bytes[i] == ' '; n++ {
		w := names.WordAt(s.Text.Bytes, i+1)
		switch {
		case w == "":
			return i, false
		case s.Lang.Naming.Is(class.Thereto, w):
			return i + 1 + len(w), true
		case !s.toProtocol(w):
			return i, false
		}
		i += 1 + len(w)
	}
	return i, false
}

// yearOf returns the year in the words from one place to another and right before them, where it
// does not stand behind its noun.
func (s *scanner) yearOf(from, to int) string {
	if !s.Lang.Proclitics {
		from = char.Ahead(s.Text.Bytes, from, yearAhead)
	}
	for _, w := range strings.FieldsFunc(string(s.Text.Bytes[from:to]), func(c rune) bool { return !unicode.IsDigit(c) }) {
		if len(w) == len("1967") {
			return w
		}
	}
	return ""
}

// yearAhead is how far before a protocol its year may stand, in letters: "1967年《议定书》".
const yearAhead = 6

// protocolInMarks says of a title from one place to another, behind token k, that it is but the
// short names of a treaty and of a protocol to it: 《公约任择议定书》.
func (s *scanner) protocolInMarks(m *Mention, k, open, shut int) bool {
	for j := k + 2; j < len(s.Tokens) && int(s.Tokens[j].End) <= shut; j++ {
		t := &s.Tokens[j]
		if int(t.End) != shut || !t.Is(token.Name) || int(s.Tokens[k+1].Start) != open || s.Tokens[j-1].End != t.Start {
			continue
		}
		entries, short := s.NamesAt(t)
		of := s.shortTreatyAt(k + 1)
		if !short || of == nil || of.End != int(t.Start) || of.isProtocol() || !slices.ContainsFunc(entries, isProtocol) {
			continue
		}
		m.Rule, m.Entries, m.Short, m.Definite, m.Of = "name", entries, true, true, of
		return true
	}
	return false
}
