package scan

import (
	"bytes"
	"slices"
	"strconv"
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

// named adds the mention of the name at token k, which stands for the entries. A title in brackets of its
// own is read whole by titled, so that names inside it are not read twice.
func (s *scanner) named(k int, entries []*authority.Entry, short bool) {
	t := &s.Tokens[k]
	s.nameEnd = int(t.End)
	short = short && !s.amongStates(k, entries)
	if s.hyphened(t) {
		return // African Union-United Nations Hybrid Operation
	}
	if short && s.self(t, entries) {
		s.sayOwn(t)
		return
	}
	if short && s.ownShort(t) {
		return // the text itself, said for short
	}
	if s.numberedName(k, entries, short) {
		return
	}
	ofWhole := short && s.ofWhole(k, &entries)
	var body *Mention
	if short {
		body = s.bodyBehind(k, entries)
	}
	if short && !ofWhole && body == nil && s.noShortName(k) || s.onlyLooksSo(k, entries) {
		return
	}
	if short && s.Lang.TitleMarks {
		if bodies := s.BodiesAt(t); len(bodies) > 0 && s.Lang.Naming.Kind(s.WordsOf(t)) != record.Instrument {
			entries = bodies
		} else if !s.Lang.Naming.Is(class.That, s.wordBefore(int(t.Start))) && !s.telling(t, k) {
			return // words that tell of no one thing name an instrument only between title marks
		}
	}
	if (!short || bytes.Count(s.Text.Bytes[t.Start:t.End], []byte(" ")) > 1) && s.another(k, entries, short) {
		return
	}
	if !short && (s.tailOfProtocol(t, entries) || s.protocolTo(k, entries) || s.protocolsNamed(t, entries[0])) {
		return
	}
	if !short && entries[0].Kind == record.Instrument {
		s.sharedBy(t)
	}
	if !short && !s.Lang.Unsegmented && s.Lang.Naming.NumberAt(s.Text.Bytes, int(t.Start)) > 0 {
		s.joinedOrdinals(int(t.Start), int(t.End))
	}
	m := Mention{Rule: "name", Entries: entries, Short: short, Start: int(t.Start), End: int(t.End)}
	if s.Lang.TitleMarks && entries[0].Kind == record.Instrument {
		m.Start, m.End = s.withMarks(m.Start, m.End)
	}
	if short {
		s.recall(&m)
		m.Number, m.Told = s.numberBeside(k), m.Told || ofWhole
		m.Tied = s.Lang.Proclitics && s.Lang.Naming.BeginsWith(class.Tie, s.wordBehind(m.End))
		m.GoesOn = s.mayGoOn(m.End)
		m.Body = body
		if s.aboutAnother(t) {
			m.Rule, m.Kind, m.Foreign = "short", entries[0].Kind, "what it deals with, behind the words, is that of no name that a table has"
		}
		m.Made = s.Lang.Naming.Has(class.Made) && s.Lang.Naming.Is(class.Made, s.wordBehind(m.End))
	}
	if !short {
		s.tellYear(&m)
	}
	m.Note = s.NoteAt(m.End)
	if instrumental(&m) {
		m.Pinpoint = s.pinpoint(k, k) // bodies and States have no paragraphs
	}
	s.ordinalsAhead(&m)
	s.addName(m)
	s.protocolsBehind(&m)
}

// numberedName adds the mention of the conference whose name, or the head of it, token k is with an
// ordinal behind it, in languages where it stands there.
func (s *scanner) numberedName(k int, entries []*authority.Entry, short bool) bool {
	if !(s.Lang.Proclitics && short) && !(s.Lang.Unsegmented && !short) {
		return false
	}
	o := s.ordinalBehind(k)
	return o.n > 0 && (s.numberInside(k, o) || short && s.numberOn(k, entries, o))
}

// ordinalBehind returns the ordinal that follows the head at token k; its n is 0 where none does.
func (s *scanner) ordinalBehind(k int) (o ordinal) {
	o.start, o.end, o.n = s.Lang.Naming.NumberBehind(s.Text.Bytes, int(s.Tokens[k].End))
	return o
}

// mayGoOn reports whether a longer name may go on behind the short one that ends at i: with a link, an
// "and", a year, or any word where adjectives stand behind their noun as verbs do.
func (s *scanner) mayGoOn(i int) bool {
	w, naming := s.wordBehind(i), s.Lang.Naming
	return w != "" && (s.Lang.Proclitics || naming.Is(class.Link, w) || naming.Is(class.And, w) || naming.Is(class.Of, w) || char.IsDigit(w[0]))
}

// telling reports whether the short name at token k tells of one thing, and begins there as a
// noun does, in a script without blanks: "the New Partnership", not "partnership".
func (s *scanner) telling(t *token.Token, k int) bool {
	before := s.Text.Bytes[max(0, int(t.Start)-maxCompound):t.Start]
	return !s.Lang.Naming.Generic(s.WordsOf(t)) && !s.insideWord(t, k, before)
}

// ofWhole leaves of the entries for which the name at token k is short those that are part of
// what "of" ties to it, "the Secretariat of the Organization"; it is false where none is.
func (s *scanner) ofWhole(k int, entries *[]*authority.Entry) bool {
	j := s.behindOf(k)
	if s.Lang.Unsegmented || s.Lang.Proclitics || !(j > k+1 || s.Lang.Genitive) || !s.Follows(j, token.Name) || s.ownerBehind(&s.Tokens[k]) == "" {
		return false
	}
	var parts []*authority.Entry
	for _, e := range *entries {
		if e.Parent != "" && s.NamesAny(&s.Tokens[j], func(whole *authority.Entry, _ bool) bool { return whole.ID == e.Parent }) {
			parts = append(parts, e)
		}
	}
	if len(parts) == 0 {
		return false
	}
	*entries = parts
	return true
}

// noShortName reports whether the word at token k, which is short for an entry, is a word or
// a piece of one here.
func (s *scanner) noShortName(k int) bool {
	t := &s.Tokens[k]
	return s.partOfLonger(k) || s.compound(k) || s.inOffice(t) || s.heading(t)
}

// onlyLooksSo reports whether the name at token k is that of a person, a river, a venue, a
// party to a case, a city of another State, or the organ of another body.
func (s *scanner) onlyLooksSo(k int, entries []*authority.Entry) bool {
	t := &s.Tokens[k]
	return s.person(t, entries) || s.feature(t, entries) || s.venue(k, entries) ||
		entries[0].Kind == record.State && (s.party(k) || s.cityOf(k, entries)) || s.ofAnother(k, entries[0])
}

// Bounds of what makes the year behind a name one that tells another thing: words of a name
// that is little more than that of a town, or its bytes in a script without blanks, and years
// between adoption and force.
const (
	fewWords   = 2
	fewLetters = 24
	mostYears  = 3
)

// signed are the classes of instruments that are of one day; goals are set for a year.
var signed = []string{"treaty", "protocol", "agreement", "declaration", "charter"}

// yearAgainst reports whether a year stands beside the short full name of an instrument
// that cannot be this one's: "the Paris Agreement of 1991", "the 1973 Paris Agreement".
func (s *scanner) yearAgainst(m *Mention) bool {
	e, text, naming := m.Entries[0], s.Text.Bytes, s.Lang.Naming
	if len(m.Entries) > 1 || !slices.Contains(signed, e.Class) || len(e.Date) < 4 || bytes.Count(text[m.Start:m.End], []byte(" ")) > fewWords {
		return false
	}
	if s.Lang.Unsegmented {
		return m.End-m.Start <= fewLetters && beforeYearOf(e, s.yearRightBefore(m.Start))
	}
	before := s.wordBefore(m.Start)
	if at := m.Start - len(before) - 1; naming.HeadLast() && at > 0 && naming.Is(class.The, s.wordBefore(at)) && anotherYearThan(e, before) {
		return true
	}
	at := m.End
	if naming.Has(class.OfYear) {
		of := s.wordBehind(at)
		if !naming.Is(class.OfYear, of) {
			return false
		}
		at = char.SkipBlank(text, at) + len(of)
	}
	return anotherYearThan(e, s.wordBehind(at))
}

// tellYear notes that the year beside the name cannot be that of what it names.
func (s *scanner) tellYear(m *Mention) {
	if s.yearAgainst(m) {
		m.Kind, m.Foreign = record.Instrument, "the year beside the words is not that of what they name"
	}
}

// anotherYearThan reports whether the word is a year far from that of the instrument.
func anotherYearThan(e *authority.Entry, word string) bool {
	if len(word) != yearFigures || word[0] > '9' {
		return false
	}
	year, err := strconv.Atoi(word)
	adopted, _ := strconv.Atoi(e.Date[:4])
	return err == nil && (year < adopted-mostYears || year > adopted+mostYears)
}

// beforeYearOf reports whether the year is long before that of the instrument: in a script without
// blanks a later one may be that of a deed, "in 2021 the Paris Agreement".
func beforeYearOf(e *authority.Entry, year int) bool {
	adopted, _ := strconv.Atoi(e.Date[:4])
	return year > 0 && year < adopted-mostYears
}

// yearRightBefore returns the year of the date, or the year alone, right before the name that begins at
// i, "of" between aside, in a script without blanks; 0 where none stands there.
func (s *scanner) yearRightBefore(i int) int {
	k := s.tokenFrom(i) - 1
	if k >= 0 && s.Tokens[k].Is(token.Of) && int(s.Tokens[k].End) == i {
		i, k = int(s.Tokens[k].Start), k-1
	}
	if k >= 0 && s.Tokens[k].Is(token.Date) && int(s.Tokens[k].End) == i {
		i = int(s.Tokens[k].Start) + yearDigits
		year, _ := strconv.Atoi(string(s.Text.Bytes[i-yearDigits : i]))
		return year
	}
	n := s.yearEnding(i)
	if n == 0 {
		return 0
	}
	year, _ := s.leadingYear(string(s.Text.Bytes[i-n:]))
	return year
}

// amongStates reports whether the short name at token k, which is that of a State and a word
// of daily use, is joined by "and" to the name of another State right beside it, stands in
// a list of States between commas, or alone in brackets.
func (s *scanner) amongStates(k int, entries []*authority.Entry) bool {
	if !s.Lang.Proclitics || entries[0].Kind != record.State {
		return false
	}
	joined := func(a, b int) bool {
		return a >= 0 && b < len(s.Tokens) && s.Tokens[a].End < s.Tokens[b].Start && s.isState(a) && s.isState(b) &&
			s.Lang.Naming.Is(class.And, strings.TrimSpace(string(s.Text.Bytes[s.Tokens[a].End:s.Tokens[b].Start])))
	}
	before, behind := k-1, k+1
	if before >= 0 && s.Tokens[before].Is(token.And) {
		before--
	}
	if s.Follows(behind, token.And) {
		behind++
	}
	return joined(before, k) || joined(k, behind) || s.betweenMarks(k)
}

// betweenMarks reports whether the name of a State at token k stands between marks, the one
// before it a bracket or the comma behind another State.
func (s *scanner) betweenMarks(k int) bool {
	t := &s.Tokens[k]
	if k == 0 || t.Gap || char.Letter(s.Text.Bytes, char.SkipBlank(s.Text.Bytes, int(t.End))) > 0 {
		return false
	}
	before := &s.Tokens[k-1]
	return before.Is(token.Open) || before.Is(token.Comma) && k > 1 && !before.Gap && s.isState(k-2)
}

// sayOwn notes that the text calls itself by the head noun at t: "the present Convention".
func (s *scanner) sayOwn(t *token.Token) {
	s.ownTreaty = true
	if s.ownHead == "" {
		s.ownHead, s.ownZone = s.headOf(s.Text.Bytes[t.Start:t.End]), s.zone
	}
}

// ownShort reports whether the head noun at t, alone, is the text itself in a text that
// calls itself so: a treaty, or one in an annex. "That Convention" is another.
func (s *scanner) ownShort(t *token.Token) bool {
	if s.ownHead == "" || s.issuing != "" && (s.zone != record.Annex || s.ownZone != record.Annex) {
		return false
	}
	words := s.Text.Bytes[t.Start:t.End]
	return s.Lang.Naming.Bare(string(words)) && (s.headOf(words) == s.ownHead || s.ofOwnTreaty(words)) && !s.Lang.Naming.Is(class.That, s.wordBefore(int(t.Start)))
}

// ofOwnTreaty reports whether the head noun is that of what belongs to the treaty that the
// text is: those who meet under it, and the protocols to it.
func (s *scanner) ofOwnTreaty(words []byte) bool {
	naming := s.Lang.Naming
	return s.issuing == "" && naming.Is(class.Treaty, s.ownHead) && (naming.Parties(string(words)) != "" || naming.Is(class.Protocol, string(words)))
}

// hyphened reports whether a hyphen ties a further name on to the one at t.
func (s *scanner) hyphened(t *token.Token) bool {
	text, i := s.Text.Bytes, int(t.End)
	return i+1 < len(text) && text[i] == '-' && char.BeginsCapital(text, i+1)
}

// partOfLonger reports whether the short name at token k is a piece of a name
// that the tables do not know: Convention on …, Montreal Protocol.
func (s *scanner) partOfLonger(k int) bool {
	t := &s.Tokens[k]
	text := s.Text.Bytes
	if s.Follows(k+1, token.Tie) && s.tiedOn(k) {
		return true
	}
	if next := s.wordBehind(int(t.End)); next != "" && s.Lang.Naming.Adjective(next) && (s.Lang.Naming.Kind(s.WordsOf(t)) != "" || s.Lang.Naming.Is(class.Meets, s.WordsOf(t))) {
		return true // an adjective of its own makes it another thing
	}
	if s.bound(t) || s.Lang.Naming.Agreeing(text, int(t.Start), int(t.End)) || s.otherOffice(k) {
		return true
	}
	if s.Follows(k+1, token.Head) && s.Lang.Naming.Parties(s.WordsOf(t)) != "" {
		return false // the Meeting of States Parties to the Convention, whose cases need no tie
	}
	if at := char.SkipBlank(text, int(t.End)); at > int(t.End) && !s.Lang.Unsegmented &&
		(char.BeginsCapital(text, at) && !s.Lang.Naming.Subject(s.wordBehind(int(t.End))) || s.Lang.HasArticle(text[at:]) && !s.sentenceGoesOn(text, at) && s.Lang.Naming.Agrees(s.WordsOf(t), s.wordBehind(int(t.End)))) {
		return true // in Arabic an adjective of the name has its article
	}
	before := char.WordBefore(text, int(t.Start))
	return before > 0 && char.BeginsCapital(text, before) && !char.IsRoman(text[before:t.Start-1]) && !s.pointsBack(text[before:t.Start-1]) &&
		!(s.Lang.Genitive && !s.Lang.Naming.Adjectival(string(text[before:t.Start-1]))) && // its Chair, needs no "of" there
		!(s.Lang.Naming.Number(string(text[before:t.Start-1])) > 0 && (s.Lang.Naming.Parties(s.WordsOf(t)) != "" || s.conferences(t)))
}

// otherOffice reports whether the short name at token k, which calls a body by him who leads it, with no head
// noun, or by a word of daily use, goes on with what another is there for: "the High Commissioner for Peace",
// "the Meeting on Harbours".
func (s *scanner) otherOffice(k int) bool {
	t, naming, text := &s.Tokens[k], s.Lang.Naming, s.Text.Bytes
	next := s.wordBehind(int(t.End))
	if !naming.Capitals() || !naming.Is(class.Begin, next) {
		return false
	}
	if !naming.Near(s.WordsOf(t)) && !naming.Is(class.Meets, s.WordsOf(t)) && (naming.Is(class.About, next) || s.headPart(text[t.Start:t.End]).Size > 0) {
		return false
	}
	at := char.SkipBlank(text, s.articleBehind(char.SkipBlank(text, int(t.End))+len(next)))
	if end, _ := s.namesFrom(k)(at); end > at {
		return false // whom he calls upon
	}
	return at < len(text) && char.BeginsCapital(text, at)
}

// heading reports whether the head noun at t, alone and without an article, is a paragraph of its
// own, or begins one and a noun in small letters follows, where any word has a capital: "Programme
// performance", but "Council members".
func (s *scanner) heading(t *token.Token) bool {
	if s.fillsParagraph(t) {
		return true
	}
	naming, before := s.Lang.Naming, s.Text.Bytes[:t.Start]
	if !naming.HeadLast() || bytes.IndexFunc(before, unicode.IsLower) >= 0 || !s.isBare(t) || strings.Contains(s.WordsOf(t), " ") {
		return false
	}
	if blank := bytes.IndexByte(before, ' '); blank >= 0 && bytes.IndexByte(before[blank+1:], ' ') >= 0 { // one stands behind the number of a heading
		return false
	}
	next := s.wordBehind(int(t.End))
	r, _ := utf8.DecodeRuneInString(next)
	return unicode.IsLower(r) && !naming.Is(class.Staffed, next) && !naming.Is(class.Link, next) && !naming.Is(class.Break, next)
}

// fillsParagraph reports whether the head noun at t is all that its paragraph says, "Strategy" over
// what one consists of: it heads what follows, unless it is that of a body and says whose.
func (s *scanner) fillsParagraph(t *token.Token) bool {
	text := s.Text.Bytes
	if bytes.IndexFunc(text[:t.Start], unicode.IsLetter) >= 0 || bytes.IndexFunc(text[t.End:], unicode.IsLetter) >= 0 || !s.isBare(t) {
		return false
	}
	words := s.WordsOf(t)
	return !strings.Contains(words, " ") || s.Lang.Naming.Kind(words) == record.Instrument
}

// aboutAnother reports whether the short name at t, which says how wide the thing is, goes on with
// what it deals with: no full name of the tables does so, and "the World Conference on Reefs" is none
// on women.
func (s *scanner) aboutAnother(t *token.Token) bool {
	naming := s.Lang.Naming
	if !naming.Has(class.DealsWith) || !naming.Is(class.DealsWith, s.wordBehind(int(t.End))) {
		return false
	}
	return slices.ContainsFunc(strings.Fields(s.WordsOf(t)), func(w string) bool { return naming.Is(class.Wide, w) })
}

// inOffice reports whether the head noun at t, alone and without an article, ends the title of
// an office or a deed, in a language with articles: "an Order in Council".
func (s *scanner) inOffice(t *token.Token) bool {
	naming, start := s.Lang.Naming, int(t.Start)
	in := s.wordBefore(start)
	if !naming.Has(class.The) || s.Lang.Unsegmented || s.Lang.Proclitics || !naming.Is(class.At, in) || naming.Is(class.The, in) || !s.isBare(t) {
		return false
	}
	office := s.wordBefore(len(bytes.TrimRight(s.Text.Bytes[:start], " ")) - len(in))
	next := s.wordBehind(int(t.End))
	return char.BeginsCapital([]byte(office), 0) && (next == "" || naming.Is(class.Link, next) || naming.Is(class.Break, next))
}

// sentenceGoesOn reports whether the word at i, which begins with the letters of the article, is
// none that has it: "to", "which", a verb; nor one that points back to what it follows.
func (s *scanner) sentenceGoesOn(text []byte, i int) bool {
	w, naming := string(text[i:max(i, char.WordEnd(text, i))]), s.Lang.Naming
	return naming.Is(class.Due, w) || naming.Is(class.Made, w) || naming.Is(class.Preposition, w) || naming.Is(class.Relative, w) || naming.Is(class.Rooted, w) || naming.Is(class.That, w)
}

// pointsBack reports whether the word is an article, or one that points back, with
// which a sentence may begin: "The Committee", "Ladite Convention".
func (s *scanner) pointsBack(word []byte) bool {
	w, naming := string(word), s.Lang.Naming
	if naming.Is(class.The, w) || naming.Is(class.Self, w) {
		return true
	}
	w = char.Lower(w)
	return naming.Is(class.The, w) || naming.Is(class.That, w) || naming.Is(class.Self, w)
}

// leastComplement is the least bytes of an adjective that shows by its ending that it
// begins a complement.
const leastComplement = 12

// bound reports whether the short name at t has a complement of its own: where the
// article is written as one with its noun, a noun without it has; where words have cases,
// an adjective in the genitive behind shows one, "forum of rapid response", unless the
// name is that of the doer, whose deed has such a complement too. Behind a name of several
// words a noun in the genitive shows one too, unless the name is that of a receiver.
func (s *scanner) bound(t *token.Token) bool {
	words, naming := s.Text.Bytes[t.Start:t.End], s.Lang.Naming
	several := bytes.IndexByte(words, ' ') >= 0
	if s.Lang.Proclitics {
		if several {
			return false
		}
		_, size := utf8.DecodeRune(words)
		return !naming.HasArticle(string(words)) && !bytes.HasSuffix(s.Text.Bytes[:t.Start], words[:size])
	}
	next := s.wordBehind(int(t.End))
	if len(next) < leastComplement || char.BeginsCapital([]byte(next), 0) || naming.EndsWith(class.DoerEnding, words) {
		return false
	}
	if !several {
		return naming.EndsWith(class.ComplementEnding, []byte(next)) || !naming.EndsWith(class.ReceiverEnding, words) && naming.OfHer(next, s.wordBehind(char.SkipBlank(s.Text.Bytes, int(t.End))+len(next)))
	}
	return naming.EndsWith(class.GenitiveEnding, []byte(next)) && !naming.EndsWith(class.ReceiverEnding, words) && !naming.Bare(string(words))
}

// tiedOn reports whether the tie behind the short name at token k goes on with
// the name: "of" always but before a verb, other ties where a full name of the
// tables goes on so.
func (s *scanner) tiedOn(k int) bool {
	if s.Lang.Unsegmented {
		return true
	}
	t, tie := &s.Tokens[k], &s.Tokens[k+1]
	if s.Lang.Proclitics { // of a body the tie tells the work, unless it is an adjective of it
		return !s.Lang.Naming.Is(class.That, s.wordBefore(int(t.Start))) && (s.NamesAny(t, isInstrument) || s.Lang.Naming.Agrees(s.WordsOf(t), s.WordsOf(tie)))
	}
	words, ties := bytes.Fields(s.Text.Bytes[t.Start:t.End]), s.WordsOf(tie)
	noun := s.wordBehind(s.articleBehind(int(tie.End)))
	if noun != "" && char.IsDigit(noun[0]) {
		return false // of that year
	}
	if s.Lang.Naming.Verbal(noun, ties) {
		return false // "tirer parti de la Convention pour protéger"
	}
	if s.Lang.Naming.Is(class.Of, ties) {
		return !s.Lang.Naming.Is(class.Break, ties+" "+noun) && !s.given(t, ties+" "+noun) && !s.doneBy(t, noun)
	}
	return len(words) == 0 || s.Lang.GoesOn(string(words[len(words)-1]), ties, noun)
}

// doneBy reports whether the short name at t, before "of" and the noun behind it, is that of
// who does what the noun before it tells: "the adoption by the Commission of its report".
func (s *scanner) doneBy(t *token.Token, noun string) bool {
	naming, text := s.Lang.Naming, s.Text.Bytes
	if !naming.Has(class.DoingEnding) || char.BeginsCapital([]byte(noun), 0) {
		return false
	}
	the := s.wordBefore(int(t.Start))
	i := len(bytes.TrimRight(text[:t.Start], " ")) - len(the)
	by := s.wordBefore(i)
	if !naming.Is(class.The, the) || !naming.Is(class.Agent, by+" "+the) {
		return false
	}
	i = len(bytes.TrimRight(text[:i], " ")) - len(by)
	return naming.EndsWith(class.DoingEnding, []byte(s.wordBefore(i)))
}

// given reports whether the words behind the short name at t are what somebody gives to
// the thing, "verser à la Mission des contributions": none of its name.
func (s *scanner) given(t *token.Token, words string) bool {
	naming := s.Lang.Naming
	if !naming.Is(class.Given, words) {
		return false
	}
	before := s.wordBefore(int(t.Start))
	if naming.Is(class.Giver, before) {
		return true
	}
	article := bytes.TrimRight(s.Text.Bytes[:t.Start], " ")
	return naming.Is(class.The, before) && naming.Is(class.Giver, s.wordBefore(len(article)-len(before)))
}

// givenBehind is given of the words right behind the name at t.
func (s *scanner) givenBehind(t *token.Token) bool {
	at := char.SkipBlank(s.Text.Bytes, int(t.End))
	of := names.WordAt(s.Text.Bytes, at)
	if elided, noun, ok := strings.Cut(of, "'"); ok {
		return s.given(t, elided+"' "+noun)
	}
	return of != "" && s.Lang.Naming.Is(class.Of, of) && s.given(t, of+" "+s.wordBehind(at+len(of)))
}

// isInstrument reports whether an entry is an instrument.
func isInstrument(e *authority.Entry, _ bool) bool { return e.Kind == record.Instrument }

// wordBehind returns the word behind i, which a blank parts from it at most.
func (s *scanner) wordBehind(i int) string { return string(s.bytesBehind(i)) }

// bytesBehind is wordBehind without a copy.
func (s *scanner) bytesBehind(i int) []byte {
	text := s.Text.Bytes
	at := char.SkipBlank(text, i)
	if at >= len(text) || s.Lang.Unsegmented {
		return nil
	}
	return text[at:max(at, char.WordEnd(text, at))]
}

// articleBehind returns where the article ends that stands behind i, or i.
func (s *scanner) articleBehind(i int) int {
	if the := s.wordBehind(i); s.Lang.Naming.Is(class.The, the) {
		return char.SkipBlank(s.Text.Bytes, i) + len(the)
	}
	return i
}

// tiedTo reports whether a preposition that is written as one with its word ties the
// name behind token k to it: "the General Assembly of-the World Tourism Organization".
func (s *scanner) tiedTo(k int) bool {
	if !s.Lang.Proclitics || k+1 >= len(s.Tokens) || s.Tokens[k+1].End < s.Tokens[k].End {
		return false // none stands there, or a number inside the name does
	}
	behind := strings.TrimLeft(string(s.Text.Bytes[s.Tokens[k].End:s.Tokens[k+1].End]), " ")
	return s.Lang.Naming.BeginsWith(class.Tie, behind)
}

// behindOf returns the token behind the "of" that follows token k, or the one that
// follows it.
func (s *scanner) behindOf(k int) int {
	j := k + 1
	for j < len(s.Tokens) && j < k+3 && !s.Tokens[j].Gap && (s.Tokens[j].Is(token.Of) || s.Tokens[j].Is(token.Tie)) && !s.Tokens[j].Is(token.Name) {
		j++
	}
	return j
}

// numberBeside returns the bare number right before or behind the short name at
// token k, 0 where there is none: "the 751 Committee", "Committee 751".
func (s *scanner) numberBeside(k int) int {
	if n, ok := s.PlainAt(k + 1); ok && !s.Tokens[k+1].Gap {
		return n
	}
	if n, ok := s.PlainAt(k - 1); ok && !s.Tokens[k].Gap {
		return n
	}
	return 0
}

// withMarks widens a name by the title marks around it.
func (s *scanner) withMarks(start, end int) (int, int) {
	text := s.Text.Bytes
	if char.HasAny(text, end, "》") && start >= 3 && char.HasAny(text, start-3, "《") {
		return start - 3, end + 3
	}
	return start, end
}
