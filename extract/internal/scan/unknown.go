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
	"uncite/extract/internal/names"
	"uncite/extract/internal/normal"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// nameAt adds the mention of the name that token k begins, or of which it is
// the head noun.
func (s *scanner) nameAt(k int) {
	t := &s.Tokens[k]
	if int(t.Start) < s.nameEnd || s.dateInside(k) || s.noteInside(k) || s.yearInside(k) {
		return // a piece of the name before
	}
	entries, short := []*authority.Entry(nil), true
	if t.Is(token.Name) {
		entries, short = s.NamesAt(t)
	}
	led := !short && (s.organLed(t, entries[0]) || s.explainedLonger(t) || s.secretariatOfTreaty(k, entries[0]) || s.bodyGoesOn(k, entries[0]))
	if short && s.goesOnHyphen(int(t.End)) || (!short || !s.self(t, entries)) && s.protocolThereto(k, entries, short) {
		return
	}
	if len(entries) > 0 && s.assemblyOfYear(k, entries) {
		return
	}
	if s.Lang.Naming.Cases() && (short || s.isBare(t)) && s.organOf(k) {
		return
	}
	if !s.unknown(k, short || led) && len(entries) > 0 && !led && !(short && s.anotherYear(t, entries)) {
		s.named(k, entries, short)
	}
}

// explainedLonger reports whether the full name at t, a head noun alone, begins a longer one that an
// abbreviation in brackets explains: "le Secrétariat de la Commission des marées (SCM)".
func (s *scanner) explainedLonger(t *token.Token) bool {
	return s.isBare(t) && s.Lang.Naming.Explained(s.Text.Bytes, int(t.Start), int(t.End)) > int(t.End)
}

// secretariatOfTreaty reports whether the Secretariat at token k, named by the noun alone, begins a
// longer name, with the treaty whose own it is: "the Secretariat of the Minamata Convention".
func (s *scanner) secretariatOfTreaty(k int, e *authority.Entry) bool {
	if e.ID != secretariat || s.Lang.Unsegmented || !s.isBare(&s.Tokens[k]) {
		return false
	}
	j := s.behindOf(k)
	return j > k+1 && s.Follows(j, token.Name) && s.ofTreaty(j)
}

// bodyGoesOn reports whether the name of a body at token k, a head noun with adjectives, is but the beginning
// of another's, in a language whose heads stand first: "of" and a noun with a capital that no table has
// tie to it what that body is for, "el Banco Mundial de Semillas", "la Unión Europea de Radiodifusión".
func (s *scanner) bodyGoesOn(k int, e *authority.Entry) bool {
	t, naming, text := &s.Tokens[k], s.Lang.Naming, s.Text.Bytes
	at := int(t.End)
	if e.Kind != record.Entity || e.Class == principalOrgan || !naming.HeadFirst() || !naming.Capitals() || at >= len(text) || text[at] != ' ' {
		return false
	}
	of := names.WordAt(text, at+1)
	if !naming.Is(class.Town, of) { // no article, which what another body did would have
		return false
	}
	noun := at + len(of) + 2
	if noun >= len(text) || !char.BeginsCapital(text, noun) || naming.BeginsWith(class.UnitedNations, string(text[noun:min(len(text), noun+maxName)])) {
		return false
	}
	if end, _ := s.namesFrom(k)(noun); end > noun || naming.Is(class.The, names.WordAt(text, noun)) { // "de La Haya"
		return false
	}
	words := strings.Fields(s.WordsOf(t))
	return len(words) > 1 && naming.HeadOf(words[0]) == words[0] && !slices.ContainsFunc(words, func(w string) bool { return naming.Is(class.Link, w) })
}

// organLed reports whether the organ at t, named by a head noun alone, is the end of a longer
// name: words with capitals lead it, where heads stand last, "the Wells Convention Secretariat".
func (s *scanner) organLed(t *token.Token, e *authority.Entry) bool {
	if e.Class != principalOrgan || !s.Lang.Naming.HeadLast() || !s.isBare(t) {
		return false
	}
	text := s.Text.Bytes
	at := char.WordBefore(text, int(t.Start))
	return at > 1 && char.BeginsCapital(text, at) && !s.pointsBack(text[at:t.Start-1]) && text[at-1] == ' ' && bytes.IndexByte([]byte(".;:)"), text[at-2]) < 0
}

// goesOnHyphen reports whether a hyphen ties a further word on to the short name that ends
// at i: "l'Accord-cadre" is not the Agreement; where heads stand last, one in small letters,
// "System-wide".
func (s *scanner) goesOnHyphen(i int) bool {
	text, naming := s.Text.Bytes, s.Lang.Naming
	return i+1 < len(text) && text[i] == '-' && char.Letter(text, i+1) > 0 &&
		(naming.HeadFirst() || naming.HeadLast() && !char.BeginsCapital(text, i+1))
}

// celebrated are the classes of entries that are international years and days: the words
// behind the head alone tell one from another.
var celebrated = []string{"year", "day"}

// anotherYear reports whether the short name at t begins a longer one that may be that
// of a year which no table knows: "the International Year of Tides" is not that of glass.
func (s *scanner) anotherYear(t *token.Token, entries []*authority.Entry) bool {
	if !slices.Contains(celebrated, entries[0].Class) {
		return false
	}
	if at := char.SkipBlank(s.Text.Bytes, int(t.End)); at < len(s.Text.Bytes) && char.IsDigit(s.Text.Bytes[at]) {
		return true // the year 2004
	}
	if len(s.mentions) == 0 {
		return false
	}
	m := &s.mentions[len(s.mentions)-1]
	return m.Weak && m.Start <= int(t.Start) && m.End > int(t.End)
}

// unknown adds the mention of the name, known to no table, of which the head
// noun at token k is part, or of the head noun alone behind an article; short
// says that the token is no full name. It is false where the token is for others
// to read.
func (s *scanner) unknown(k int, short bool) bool {
	t := &s.Tokens[k]
	if short && (s.assembly(k) || s.internationalInside(k)) {
		return true
	}
	if t.Is(token.Head) {
		if one := s.Lang.Naming.Numbered(s.WordsOf(t)); one != "" && (s.shareOrdinals(t, one) || !s.isBare(t)) {
			return true
		}
		if one := s.Lang.Naming.Singular(s.Text.Bytes[t.Start:t.End]); one != "" {
			return s.several(t, one)
		}
		if one := s.Lang.Naming.Shared(s.WordsOf(t)); one != "" && (s.sharing(int(t.Start), int(t.End), one) || !s.isBare(t)) {
			return true
		}
	}
	if s.Lang.Unsegmented {
		if !short && s.endsScoped(k) {
			return true
		}
		if short && t.Is(token.Name) && !t.Is(token.Head) && s.endsLongerName(k) {
			return true
		}
		return t.Is(token.Head) && (s.numberedMeeting(k) || s.tail(k) || s.nameAgain(k) || s.nextMeeting(k))
	}
	if !short {
		return false
	}
	if s.quotedPublication(t) || s.townWithin(k) {
		return true
	}
	if s.explained(t) {
		return true
	}
	start, end, ok := s.headIn(t)
	if !ok {
		return false
	}
	from, to, ok := s.Lang.Naming.Run(s.Text.Bytes, start, end, s.floor())
	if ok && s.onlyNumbered(t, from, to) {
		return false
	}
	if ok = ok && (t.Is(token.Head) || s.ledBy(from, int(t.Start)) || s.tellsMore(k, to)); !ok {
		if from, to, clean, ok := s.Lang.Naming.Phrase(s.Text.Bytes, int(t.Start), int(t.End), s.floor()); ok && !s.givenBehind(t) {
			return s.phrase(k, from, s.beforeBody(k, from, to), clean)
		}
		if s.Lang.Proclitics {
			to, begun, ok := s.Lang.Naming.Definite(s.Text.Bytes, start, end, s.namesFrom(k))
			switch {
			case ok && (s.labourHead(start, to) || t.Is(token.Name) && to <= int(t.End)): // the short name itself
				return false
			case ok:
				s.nameUnknown(start, to)
				s.partAtEnd(k, to)
				return true
			case begun && end < int(t.End): // the short name is a piece of a longer one
				if o := s.ordinalBehind(k); o.n > 0 {
					s.numberInside(k, o)
				}
				return true
			}
			if to, ok := s.Lang.Naming.Noted(s.Text.Bytes, start, end, s.namesFrom(k)); ok && s.NoteAt(to) > 0 {
				s.nameUnknown(start, to)
				return true
			}
		}
		return t.Is(token.Head) && !t.Is(token.Name) && s.bareHead(t)
	}
	if s.labourHead(from, to) {
		return false
	}
	if to = s.beforeBody(k, from, to); to <= int(t.End) && from >= int(t.Start) {
		return t.Is(token.Head) && !t.Is(token.Name) && s.bareHead(t)
	}
	to = s.endOfName(k, to)
	s.ownedUnknown(from, to)
	if s.Lang.Naming.HeadLast() {
		s.partAtEnd(k, to)
	}
	return true
}

// explained adds the mention of the name that the head noun at t begins, where the abbreviation
// behind it in brackets says where it ends: "Organisation pour l'harmonisation … (OHADA)".
func (s *scanner) explained(t *token.Token) bool {
	to := s.Lang.Naming.Explained(s.Text.Bytes, int(t.Start), int(t.End))
	if to <= int(t.End) {
		return false
	}
	s.nameUnknown(int(t.Start), to)
	return true
}

// endOfName returns where the full name of the tables ends that begins in the name which token k
// begins and which goes on behind i, its end so far: marks and small words may stand in such a name.
func (s *scanner) endOfName(k, i int) int {
	for j := k + 1; j < len(s.Tokens) && int(s.Tokens[j].Start) < i; j++ {
		t := &s.Tokens[j]
		if int(t.End) <= i || !t.Is(token.Name) {
			continue
		}
		if entries, short := s.NamesAt(t); !short && len(entries) == 1 && !s.Follows(j+1, token.Open) {
			return int(t.End) // what a bracket behind it explains is that name
		}
	}
	return i
}

// partAtEnd adds the full name with which the name that token k begins ends, as one that is
// no citation: the text may call it by its short name from there on.
func (s *scanner) partAtEnd(k, to int) {
	for j := k + 1; j < len(s.Tokens) && int(s.Tokens[j].Start) < to; j++ {
		t := &s.Tokens[j]
		if int(t.End) != to || !t.Is(token.Name) {
			continue
		}
		if entries, short := s.NamesAt(t); !short && len(entries) == 1 {
			s.addName(Mention{Rule: "name", Entries: entries, Start: int(t.Start), End: to, Dropped: true})
			return
		}
	}
}

// onlyNumbered reports whether a name from one place to another is the short name at t, of
// several words, with an ordinal before it: "thirtieth Meeting of States Parties".
func (s *scanner) onlyNumbered(t *token.Token, from, to int) bool {
	if !t.Is(token.Name) || to != int(t.End) || from >= int(t.Start) || s.Lang.Naming.Parties(s.WordsOf(t)) == "" {
		return false
	}
	at, n := s.Lang.Naming.NumberBefore(s.Text.Bytes, int(t.Start))
	return n > 0 && at == from
}

// ledBy reports whether a word of its own leads the name from the offset on, before the
// short name at start: "the Regional Cooperation Council" is none that is called so. A
// number leads another of its series.
func (s *scanner) ledBy(from, start int) bool {
	if from >= start || !s.Lang.Naming.HeadLast() {
		return false
	}
	w := names.WordAt(s.Text.Bytes, from)
	return w != "" && !char.IsDigit(w[0]) && s.Lang.Naming.Number(w) == 0 && !s.Lang.Naming.Is(class.Weak, w)
}

// ownedUnknown adds the mention of the name from one place to another that no table
// knows, with the body right before it, in languages whose heads stand last: "WHO
// Regional Office for Europe", "World Tides Organization Contingency Fund". The head noun
// of the body is none of the name.
func (s *scanner) ownedUnknown(from, to int) {
	owner := s.bodyBefore(from)
	s.nameUnknown(owner, to)
	if len(s.mentions) == s.first {
		return // the State is what is named
	}
	if m := &s.mentions[len(s.mentions)-1]; owner < from && m.Start == owner && m.Title != "" {
		own := string(s.Text.Bytes[from:to])
		m.Heads, m.Kind = s.Lang.Naming.Recalled(own), s.Lang.Naming.Kind(own[s.headWithin(own):])
	}
}

// bodyBefore returns where the body begins whose name stands right before i, or i. One of
// several, joined by slashes or by "and", owns nothing alone.
func (s *scanner) bodyBefore(i int) int {
	n := len(s.mentions)
	if !s.Lang.Naming.HeadLast() || n == s.first {
		return i
	}
	m := &s.mentions[n-1]
	if m.End+1 != i || s.Text.Bytes[m.End] != ' ' || len(m.Entries) == 0 || m.Entries[0].Kind != record.Entity || m.Short ||
		m.Start > 0 && s.Text.Bytes[m.Start-1] == '/' {
		return i
	}
	if before := s.wordBefore(m.Start); n > s.first+1 && s.Lang.Naming.Is(class.And, before) && s.mentions[n-2].End+len(before)+2 == m.Start {
		return i
	}
	return m.Start
}

// beforeBody returns where the name from one place to another ends that token k is part
// of: before the known body where something is, "observer status for the Tidal Centre in
// the General Assembly", or those that are named beside it.
func (s *scanner) beforeBody(k, from, to int) int {
	for j := k + 1; j < len(s.Tokens) && int(s.Tokens[j].Start) < to; j++ {
		t := &s.Tokens[j]
		if cut := s.beforeUnknown(j, from); cut > from {
			return cut
		}
		if !t.Is(token.Name) || int(t.End) < to || !s.NamesAny(t, isBody) {
			continue
		}
		if cut := s.beforeParallel(t, from); cut > from {
			return cut
		}
		end := len(bytes.TrimRight(s.Text.Bytes[:t.Start], " "))
		if w := s.wordBefore(end); s.Lang.Naming.Is(class.The, w) {
			end = len(bytes.TrimRight(s.Text.Bytes[:end-len(w)], " "))
		}
		if w := s.wordBefore(end); s.Lang.Naming.Is(class.At, w) && !s.Lang.Naming.Is(class.Begin, w) && end-len(w) > from {
			return len(bytes.TrimRight(s.Text.Bytes[:end-len(w)], " "))
		}
		if s.Lang.Naming.HeadLast() && int(t.End) == to {
			return s.beforeBeside(k, j, from)
		}
	}
	return to
}

// beforeParallel returns where the name that begins at from ends before "and of the" and the known
// body at t, in a language whose heads stand first, where "of" leads the name too: the two are
// parallel, "del Foro de los Ríos y de la Comisión de Estadística". It is 0 where they are not.
func (s *scanner) beforeParallel(t *token.Token, from int) int {
	if s.Lang.Naming.HeadLast() || s.isBare(t) {
		return 0
	}
	return s.beforeAndOf(int(t.Start), from)
}

// beforeUnknown is beforeParallel for the head noun at token j that begins a longer name, which no
// table knows, behind an article: "of the Fund for Mountain Villages and of the Forum on Alpine Passes".
func (s *scanner) beforeUnknown(j, from int) int {
	t, naming := &s.Tokens[j], s.Lang.Naming
	if !t.Is(token.Head) && !s.isShort(t) || !naming.Capitals() || !char.BeginsCapital(s.Text.Bytes, int(t.Start)) || !naming.Is(class.The, s.wordBefore(int(t.Start))) {
		return 0
	}
	end := s.beforeAndOf(int(t.Start), from)
	if end > from && s.beginsLonger(j) {
		return end
	}
	return 0
}

// beforeAndOf returns where what stands before the "and of" before a place ends, with an article or
// without, where "of" stands before the name that begins at from too; else 0.
func (s *scanner) beforeAndOf(at, from int) int {
	end, led := s.beforeOf(at)
	and := s.wordBefore(end)
	if !led || !s.Lang.Naming.Is(class.And, and) || !s.ledByOf(from) {
		return 0
	}
	return len(bytes.TrimRight(s.Text.Bytes[:end-len(and)], " "))
}

// isShort reports whether the token is a name, and none but short ones.
func (s *scanner) isShort(t *token.Token) bool {
	if !t.Is(token.Name) {
		return false
	}
	_, short := s.NamesAt(t)
	return short
}

// ledByOf reports whether "of", with an article or without, stands before a place.
func (s *scanner) ledByOf(at int) bool {
	_, led := s.beforeOf(at)
	return led
}

// beforeOf returns where what stands before the article and the "of" before a place ends, and
// whether there is an "of".
func (s *scanner) beforeOf(at int) (end int, of bool) {
	naming, text := s.Lang.Naming, s.Text.Bytes
	end = len(bytes.TrimRight(text[:at], " "))
	for _, id := range [...]class.ID{class.The, class.Of} {
		w := s.wordBefore(end)
		of = of || naming.Is(class.Of, w)
		if naming.Is(id, w) {
			end = len(bytes.TrimRight(text[:end-len(w)], " "))
		}
	}
	return end, of
}

// beforeBeside returns where the name that begins at from and holds token k ends before the
// known bodies beside it, of which the last is token j: "the Reef Agenda and Security Council",
// "the Union of Tides from ECOWAS". Where the first of them is the complement of the name, "the
// Joint Committee of FAO and WHO", or the name is of two parties, they are of it.
func (s *scanner) beforeBeside(k, j, from int) int {
	naming, text := s.Lang.Naming, s.Text.Bytes
	to := int(s.Tokens[j].End)
	for _, w := range naming.WordsOf(class.Between) {
		if bytes.Contains(text[from:to], []byte(" "+w+" ")) {
			return to
		}
	}
	cut := to
	for ; j > k; j-- {
		t := &s.Tokens[j]
		if int(t.End) != cut || !t.Is(token.Name) || !s.NamesAny(t, isBody) {
			continue
		}
		end := len(bytes.TrimRight(text[:t.Start], " "))
		switch w := s.wordBefore(end); {
		case naming.Is(class.And, w), naming.Is(class.Leaving, w):
			cut = len(bytes.TrimRight(text[:end-len(w)], " "))
		case strings.HasSuffix(w, ","):
			cut = end - len(",")
		default:
			return to
		}
	}
	return cut
}

// isBody reports whether an entry is a body of which a text gives the full name.
func isBody(e *authority.Entry, short bool) bool { return !short && e.Kind == record.Entity }

// tellsMore reports whether the name that ends at i is longer than the short name at
// token k, by a complement that tells it: not "the Special Committee in Lisbon", nor
// "the General Secretariat of the League", which are two; "the Advisory Committee of the
// League of Pilots", which no table has, is one.
func (s *scanner) tellsMore(k, i int) bool {
	t := &s.Tokens[k]
	behind := s.wordBehind(int(t.End))
	switch {
	case i <= int(t.End):
		return false
	case s.Lang.Naming.Behalf(s.Text.Bytes, int(t.End)), s.Lang.Naming.OfTown(s.WordsOf(t)), s.adjectiveBehind(t):
		return true
	case s.Lang.Naming.Is(class.Begin, behind):
		complement := s.articleBehind(char.SkipBlank(s.Text.Bytes, int(t.End)) + len(behind))
		return !s.Lang.Naming.Bare(string(bytes.TrimSpace(s.Text.Bytes[complement:i])))
	}
	if !s.Lang.Naming.Is(class.Of, behind) {
		return false
	}
	of := s.articleBehind(char.SkipBlank(s.Text.Bytes, int(t.End)) + len(behind))
	noun := names.WordAt(s.Text.Bytes, char.SkipBlank(s.Text.Bytes, of))
	j := s.behindOf(k)
	if s.Follows(j, token.Name) || s.Follows(j, token.Head) {
		return s.meetingOfOther(t, j) || !s.wholeAt(k, j, i) && !s.Lang.Naming.Is(class.Stop, noun)
	}
	return !s.Lang.Naming.Is(class.Stop, noun)
}

// adjectiveBehind reports whether a word with a capital goes on with the short name of several words at
// t, in a language whose heads and adjectives stand so: "el Grupo de Evaluación Tecnológica".
func (s *scanner) adjectiveBehind(t *token.Token) bool {
	naming, text, at := s.Lang.Naming, s.Text.Bytes, int(t.End)+1
	return naming.HeadFirst() && naming.Capitals() && at < len(text) && text[at-1] == ' ' && char.BeginsCapital(text, at) &&
		bytes.IndexByte(text[t.Start:t.End], ' ') > 0
}

// meetingOfOther reports whether the short name at t is that of conferences, and what stands at
// token j, behind "of", more than a short name: the meeting of somebody else, "the Fifteenth
// Ministerial Conference of the Movement of Lagoon States".
func (s *scanner) meetingOfOther(t *token.Token, j int) bool {
	if !s.conferences(t) {
		return false
	}
	of := &s.Tokens[j]
	if !of.Is(token.Name) {
		return true
	}
	_, short := s.NamesAt(of)
	return !short || s.nameGoesOn(int(of.End))
}

// conferences reports whether the name at t, of several words, is that of conferences alone.
func (s *scanner) conferences(t *token.Token) bool {
	if !t.Is(token.Name) || bytes.IndexByte(s.Text.Bytes[t.Start:t.End], ' ') < 0 {
		return false
	}
	entries, _ := s.NamesAt(t)
	return len(entries) > 0 && !slices.ContainsFunc(entries, func(e *authority.Entry) bool { return e.Class != conferenceClass })
}

// wholeAt reports whether the name or head noun that is token j, behind the "of" of the short
// name at token k, is a name of its own, up to i: a full one of the tables, or a short one or a head noun with which the words end or behind
// which they say but where it is. What a body agreed on is of that body in any case.
func (s *scanner) wholeAt(k, j, i int) bool {
	t, naming := &s.Tokens[j], s.Lang.Naming
	behind := s.wordBehind(int(t.End))
	return i <= int(t.End) || naming.Is(class.At, behind) && !naming.Is(class.Begin, behind) || s.NamesAny(&s.Tokens[k], isInstrument) ||
		t.Is(token.Name) && s.NamesAny(t, func(_ *authority.Entry, short bool) bool { return !short })
}

// headIn returns where the head noun of the token stands, which is a head or a
// short name: "World" and "Conference". It is false where it has none.
func (s *scanner) headIn(t *token.Token) (start, end int, ok bool) {
	start, end = int(t.Start), int(t.End)
	if t.Is(token.Head) {
		return start, end, true
	}
	if !s.Lang.Naming.Told() {
		return start, end, false
	}
	head := s.headPart(s.Text.Bytes[start:end])
	return start + head.At, start + head.At + head.Size, head.Size > 0 && head.Size < end-start
}

// headPart returns where the head noun stands in a short name. The same short
// names come again and again.
func (s *scanner) headPart(name []byte) names.Part {
	if part, ok := s.headParts[string(name)]; ok {
		return part
	}
	words := string(name)
	part := s.Lang.Naming.PartOf(words)
	if s.headParts == nil || len(s.headParts) >= maxHeads {
		s.headParts = map[string]names.Part{}
	}
	s.headParts[words] = part
	return part
}

// nameUnknown adds the mention of a name that no table knows. Names inside it
// are its parts, and none of their own.
func (s *scanner) nameUnknown(from, to int) {
	if s.protocolToUnknown(from, to) {
		return
	}
	s.forgetInside(from, to)
	if s.jointNames(from, to) {
		s.nameEnd = to
		return
	}
	title := s.Lang.Naming.Unswallowed(string(s.Text.Bytes[from:to]))
	if rest, n := s.Lang.Naming.WithoutNumber(title); n > 0 {
		e := s.FullName(rest)
		if e == nil {
			e = s.FullName(s.Lang.Naming.Construct(rest))
		}
		if e != nil && slices.Contains(meetings, e.Class) && (n > 1 || e.Class != conferenceClass) {
			if e.Class != conferenceClass {
				n = 0 // the body is the same whatever its session
			}
			s.addNumbered(&Mention{Entries: []*authority.Entry{e}, Nth: n, Start: from, End: to})
			return
		}
	}
	if words := s.Lang.Naming.InSentence(title); words != title {
		if e := s.FullName(words); e != nil {
			s.addEntry(e, from, to)
			return
		}
	}
	if s.yearLeads(title, from, to) {
		return
	}
	if e := s.addedInternational(title); e != nil {
		s.addEntry(e, from, to)
		return
	}
	if s.organOfState(title) {
		return // the State is what is named
	}
	if e, size := s.ownedByUN(title); e != nil {
		s.addEntry(e, from, from+size)
		return
	}
	if e, size := s.otherwisePrinted(title); e != nil {
		s.addEntry(e, from, from+size)
		return
	}
	if entries := s.cutShort(title, to); len(entries) > 0 {
		m := Mention{Rule: "name", Short: true, Told: true, Definite: true, Entries: entries, Start: from, End: to}
		m.Head = s.headOf(s.Text.Bytes[from:to])
		s.addName(m)
		s.nameEnd = to
		return
	}
	if s.openEnded(title, to) {
		s.addName(Mention{Rule: "name", Short: true, Definite: true, Kind: s.Lang.Naming.Kind(title), Start: from, End: to})
		s.nameEnd = to
		return
	}
	m := Mention{Rule: "title", Title: title, Heads: s.Lang.Naming.Recalled(title), Start: from, End: to, Note: s.NoteAt(to)}
	m.Kind = s.Lang.Naming.Kind(title[s.headWithin(title):])
	if m.Kind == "" && s.Lang.Naming.EndsWith(class.Tail, []byte(title)) {
		m.Kind = record.Entity // an envoy, a congress: no head noun of short names
	}
	m.Whole = s.Lang.Naming.Is(class.Protocol, s.Lang.Naming.HeadOf(title))
	if rest, n := s.Lang.Naming.WithoutNumber(title); n > 0 && !m.Whole {
		m.Counted, m.Rank = rest, n
		m.Ordinal = strings.TrimSuffix(strings.TrimSuffix(title, rest), " ")
	}
	switch generic := s.Lang.Naming.Generic(title); {
	case generic && m.Note == 0:
		m.Short, m.Definite, m.Head = true, true, headOf(m.Heads) // of each document another
	case generic:
		m.Untold = true
	}
	if of := s.definedHere(from, to); of != none {
		m.Rule, m.Same, m.All = "apposition", []int{of}, true
	} else if m.Kind == record.Entity && !m.Short {
		m.Of = s.treatyEnding(from, to)
		m.Organ = m.Of != nil
	}
	s.keepName(&m)
	s.ordinalsAhead(&m)
	s.addName(m)
	s.nameEnd = to
	if m.Kind == record.Instrument && !m.Short {
		s.protocolsBehind(&m)
	}
}

// treatyEnding returns what the short name of a treaty says with which the name from one place to
// another ends: of each treaty, "the Assistance Fund under the Agreement" is another. It is nil
// where the name ends with none.
func (s *scanner) treatyEnding(from, to int) *Mention {
	if s.Lang.Unsegmented {
		return nil
	}
	for k := s.tokenFrom(to) - 1; k >= 0 && int(s.Tokens[k].Start) > from; k-- {
		t := &s.Tokens[k]
		if words := s.WordsOf(t); int(t.End) == to && (s.Lang.Naming.Is(class.Treaty, s.headOf([]byte(words))) || s.Lang.Naming.Is(class.Protocol, words)) && s.Lang.Naming.Bare(words) {
			return s.shortTreatyAt(k)
		}
	}
	return nil
}

// ownedByUN returns the body of the tables whose name the title begins with but for the
// words for the United Nations, "Institute for Training and Research", and how much of the
// title that is; nil where a further noun goes on with it.
func (s *scanner) ownedByUN(title string) (*authority.Entry, int) {
	for _, of := range s.Lang.Naming.WordsOf(class.Owner) {
		wholes, head := s.Lang.Naming.Owned(title, of)
		for _, whole := range wholes {
			e, size := s.Beginning(whole)
			if size -= len(of) + 1; e != nil && size > head && s.mayOwn(e, title, size) {
				return e, size
			}
		}
	}
	return nil, 0
}

// mayOwn reports whether the first bytes of a title, so many, are the name of the entry but for
// the words for the United Nations: no conference, of which others hold such, and nothing with
// which a further noun goes on.
func (s *scanner) mayOwn(e *authority.Entry, title string, size int) bool {
	if e.Class == conferenceClass || e.Kind != record.Entity && size < len(title) {
		return false
	}
	rest := strings.TrimPrefix(title[size:], " ")
	return rest == "" || rest != title[size:] && s.Lang.Naming.Is(class.At, names.WordAt([]byte(rest), 0))
}

// otherwisePrinted returns the entry of which the title is a full name but for an article, or for
// its last word: an abbreviation that stands for a name, "Executive Board of UNICEF", or the
// letter of a note of a table printed as one with it; and how much of the title is the name.
func (s *scanner) otherwisePrinted(title string) (*authority.Entry, int) {
	at := strings.LastIndexByte(title, ' ') + 1
	if at == 0 || s.Lang.Unsegmented {
		return nil, 0
	}
	last, naming := title[at:], s.Lang.Naming
	if note := last[len(last)-1]; note >= 'a' && note <= lastNoteLetter && len(last) > 1 {
		if e := s.FullName(title[:len(title)-1]); e != nil {
			return e, len(title) - 1
		}
	}
	for _, the := range naming.WordsOf(class.The) { // the table writes the name without an article
		if head, rest, ok := strings.Cut(title, " "+the+" "); ok {
			if e := s.FullName(head + " " + rest); e != nil {
				return e, len(title)
			}
		}
	}
	if len(last) < leastInitials || strings.ToUpper(last) != last {
		return nil, 0
	}
	of := s.FullName(last)
	if of == nil {
		return nil, 0
	}
	whole := normal.String(of.Official(s.Lang.Code))
	for _, article := range append([]string{""}, naming.WordsOf(class.The)...) {
		if e := s.FullName(title[:at] + strings.TrimLeft(article+" ", " ") + whole); e != nil {
			return e, len(title)
		}
	}
	return nil, 0
}

// Bounds of a word that is printed otherwise: the last letter that marks a note of a table, and
// the least bytes of an abbreviation.
const (
	lastNoteLetter = 'k'
	leastInitials  = 3
)

// yearLeads adds the mention of the instrument of which a title is the full name but for
// its year before it, or within: "2021 Political Declaration on HIV and AIDS", "Convention de
// 2007 sur les épaves".
func (s *scanner) yearLeads(title string, from, to int) bool {
	digits, rest, _ := strings.Cut(title, " ")
	if s.Lang.Naming.HeadFirst() {
		rest, digits = s.Lang.Naming.WithoutYear(title)
	}
	year, err := strconv.Atoi(digits)
	if err != nil || len(digits) != 4 {
		return false
	}
	entries, size := s.AnyBeginning(rest)
	if size < len(rest) {
		return false
	}
	e := ofYear(entries, year)
	if e == nil {
		return false
	}
	s.addEntry(e, from, to)
	return true
}

// organOfState reports whether a title is that of an organ which every State has, with
// the State behind it: "Supreme Court of the Russian Federation".
func (s *scanner) organOfState(title string) bool {
	_, ok := s.organ(title)
	return ok
}

// organ returns the words of such an organ, with what ties the State on.
func (s *scanner) organ(title string) (of string, ok bool) {
	naming := s.Lang.Naming
	if naming.Kind(title[s.headWithin(title):]) != record.Entity {
		return "", false
	}
	for i := len(title) - 1; i > 0; i-- {
		if title[i] != ' ' {
			continue
		}
		if e := s.FullName(title[i+1:]); e != nil {
			of = title[:i]
			return of, e.Kind == record.State && naming.Generic(of) && len(strings.Fields(of)) > leastOrgan
		}
	}
	return "", false
}

// leastOrgan is how many words, with those that tie the State on, are none of an organ
// of a State: "Conference of Panama" was held there.
const leastOrgan = 2

// jointNames adds the mentions of two names that are printed as one, with one
// complement, "Declaration and Programme of Action on X", where the tables know
// both.
func (s *scanner) jointNames(from, to int) bool {
	first, second, at := s.Lang.Naming.Joint(string(s.Text.Bytes[from:to]))
	one, two := s.FullName(first), s.FullName(second)
	if one == nil || two == nil || one == two {
		return false
	}
	note := s.NoteAt(to)
	s.add(Mention{Rule: "name", Entries: []*authority.Entry{one}, Start: from, End: from + at, Note: note})
	s.add(Mention{Rule: "name", Entries: []*authority.Entry{two}, Start: from + at, End: to, Note: note})
	return true
}

// headWithin returns where the head noun of a name begins.
func (s *scanner) headWithin(title string) int { return s.Lang.Naming.HeadAt(title) }

// floor is where a name before may not reach back over: the end of the last
// mention that is no State and no instrument.
func (s *scanner) floor() int {
	if n := len(s.mentions); n > s.first {
		m := &s.mentions[n-1]
		if len(m.Entries) == 0 || m.Entries[0].Kind == record.Entity && !m.Short {
			return m.End
		}
	}
	return 0
}

// forgetInside takes back the names between two places, and what the document
// has defined for them.
func (s *scanner) forgetInside(from, to int) {
	n := len(s.mentions)
	for n > s.first && s.mentions[n-1].Start >= from && s.mentions[n-1].End <= to && s.mentions[n-1].named() {
		n--
	}
	s.mentions = s.mentions[:n]
	s.definitions = slices.DeleteFunc(s.definitions, func(d definition) bool { return d.mention >= n })
}

// bareHead adds the mention of a head noun that no name of the tables is short
// for, where an article says that the document has named it.
func (s *scanner) bareHead(t *token.Token) bool {
	m := Mention{Rule: "name", Short: true, Start: int(t.Start), End: int(t.End)}
	if s.Lang.Naming.Is(class.Self, s.wordBefore(m.Start)) {
		if s.Lang.Naming.Kind(s.WordsOf(t)) == record.Instrument {
			s.sayOwn(t)
		}
		return true // the text itself
	}
	if s.ownShort(t) {
		return true
	}
	s.recall(&m)
	part := s.headPart(s.Text.Bytes[t.Start:t.End])
	meeting := part.Parties != "" && part.Rest == "" // which needs no article to be one
	if !m.Definite && !meeting || m.Head == "" || s.Lang.Naming.Is(class.Common, s.WordsOf(t)) || s.nameGoesOn(m.End) {
		return false
	}
	m.Kind = s.Lang.Naming.Kind(s.WordsOf(t))
	s.addName(m)
	return true
}

// nameGoesOn reports whether a word with a capital or "of" stands behind i: the
// name is a longer one.
func (s *scanner) nameGoesOn(i int) bool {
	text := s.Text.Bytes
	at := char.SkipBlank(text, i)
	if at == i || at >= len(text) {
		return false
	}
	end := char.WordEnd(text, at)
	return char.BeginsCapital(text, at) || s.Lang.Naming.Is(class.Link, string(text[at:end])) && !s.Lang.Naming.Is(class.And, string(text[at:end]))
}

// oneAlone reports whether the head noun of daily use, in a script without blanks and so without
// an article, is one thing and not any: "for the fund", not "funds and programmes" or "found a fund".
func (s *scanner) oneAlone(m *Mention) bool {
	naming, before := s.Lang.Naming, s.Text.Bytes[max(0, m.Start-maxCompound):m.Start]
	r, _ := utf8.DecodeLastRune(before)
	return s.Lang.Unsegmented && char.Han(r) && !naming.EndsWith(class.Indefinite, before) && !naming.EndsWith(class.And, before) &&
		!char.HasAny(s.Text.Bytes, m.End, "、") && !naming.BeginsWith(class.And, string(s.Text.Bytes[m.End:min(len(s.Text.Bytes), m.End+maxCompound)]))
}

// recall notes what the words before and in a short name say of what it means. An
// ordinal before it is of the name: "the thirteenth Conference".
func (s *scanner) recall(m *Mention) {
	words := s.Text.Bytes[m.Start:m.End]
	m.Told = bytes.IndexByte(words, ' ') > 0 || s.Lang.Unsegmented && !s.headPart(words).Bare
	if m.Nth == 0 && !s.Lang.Proclitics {
		if from, n := s.Lang.Naming.NumberBefore(s.Text.Bytes, m.Start); n > 1 && from >= s.floor() {
			m.Ordinal = string(bytes.TrimSpace(s.Text.Bytes[from:m.Start]))
			m.Start, m.Nth, m.Rank = from, n, n
		}
	}
	m.Head = s.headOf(s.Text.Bytes[m.Start:m.End])
	before := s.wordBefore(m.Start)
	m.Pointed = s.Lang.Naming.Is(class.That, before) || s.Lang.Unsegmented && s.Lang.Naming.BeginsWith(class.That, string(words))
	m.This = s.Lang.Proclitics && s.Lang.Naming.Is(class.Self, before)
	if m.Pointed && s.pointsElsewhere(m) {
		m.Foreign = "the words point to a name that no table knows"
	}
	s.owned(m)
	if m.Near = s.Lang.Naming.Near(string(words)); m.Near && s.Lang.Proclitics {
		m.Called = s.calledSo(m.Entries, s.Lang.Naming.Unswallowed(string(words)))
	}
	m.Definite = m.Near && s.oneAlone(m) || s.Lang.Naming.Is(class.The, before) || s.definiteAlone(m, before) || s.Lang.Proclitics && (s.governed(m, before) || s.Lang.Naming.OfCity(string(words)))
}

// calledSo are the entries that the tables themselves call by the short name.
func (s *scanner) calledSo(entries []*authority.Entry, words string) (called []*authority.Entry) {
	for _, e := range entries {
		if slices.ContainsFunc(e.Names[s.Lang.Code], func(n authority.Name) bool { return n.Short && n.Text == words }) {
			called = append(called, e)
		}
	}
	return called
}

// pointsElsewhere reports whether the head noun of the short name that "that" leads, in a
// script without blanks, last ended a longer word of the paragraph that is no name.
func (s *scanner) pointsElsewhere(m *Mention) bool {
	if !s.Lang.Unsegmented {
		return false
	}
	text, low := s.Text.Bytes, max(0, m.Start-mostPointed)
	words := text[m.Start:m.End]
	words = words[s.Lang.Naming.Beginning(class.That, string(words)):]
	kind := s.Lang.Naming.Kind(string(words))
	if kind != record.Entity && kind != record.Instrument {
		return false // reports are spoken of without being named
	}
	at := low + bytes.LastIndex(text[low:m.Start], words)
	if at < low || s.Lang.Naming.EndsWith(class.That, text[:at]) {
		return false
	}
	for i := len(s.mentions) - 1; i >= s.first; i-- {
		o := &s.mentions[i]
		name := bytes.TrimSuffix(text[o.Start:o.End], []byte("》"))
		if kind == record.Instrument && bytes.HasSuffix(name, words) {
			return false // texts are spoken of by their heads where they were named
		}
		if o.End > at && (o.Start <= at || s.Lang.Naming.Kind(string(name)) == kind) {
			return false // it is one, or another of its kind stands between
		}
	}
	return s.insideWord(&token.Token{Start: int32(at), End: int32(at + len(words))}, s.tokenFrom(at), text[:at])
}

// mostPointed is how far back "that" may point to a word that is no name, in bytes.
const mostPointed = 600

// governed reports whether a short name that bears its article is a noun that a verb, a
// preposition or another noun governs, and nothing ties more to it: an adjective would
// stand behind a noun with an article of its own.
func (s *scanner) governed(m *Mention, before string) bool {
	return before != "" && s.Lang.Naming.Governed(string(s.Text.Bytes[m.Start:m.End]), before, s.wordBehind(m.End))
}

// definiteAlone reports whether a short name that a mark, the end of the text or a word with
// which the sentence goes on closes is definite without a word before it, in a language that
// has none: by its capital within a sentence, or anywhere by the place that it is called by,
// whose name has a capital of its own.
func (s *scanner) definiteAlone(m *Mention, before string) bool {
	text := s.Text.Bytes
	if s.Lang.Unsegmented || s.Lang.Proclitics || s.Lang.Naming.Has(class.The) {
		return false
	}
	goesOn := m.End < len(text) && text[m.End] == ' '
	did := goesOn && s.Lang.Naming.Predicate(s.wordBehind(m.End))
	if !char.BeginsCapital(text, m.Start) || m.End < len(text) && char.Letter(text, m.End) > 0 || goesOn && !did && !s.Lang.Naming.Ends(s.wordBehind(m.End)) {
		return false
	}
	if m.Told && s.Lang.Naming.OfPlace(string(text[m.Start:m.End])) {
		return true
	}
	if did && !m.Told && (before == "" || strings.IndexByte(".;:", before[len(before)-1]) >= 0) {
		return true // the subject of a sentence that says what it did
	}
	return before != "" && (char.IsDigit(before[0]) && !goesOn || char.Letter([]byte(before), 0) > 0 && !char.BeginsCapital([]byte(before), 0))
}

// maxHeads bounds the short names whose head nouns are kept.
const maxHeads = 4096

// headOf returns the head noun under which a short name is recalled, empty
// where it has none.
func (s *scanner) headOf(name []byte) string { return s.headPart(name).Key }

// wordBefore returns the word that a blank, or an apostrophe that is part of
// it, parts from i; in a script without blanks the character before.
func (s *scanner) wordBefore(i int) string { return string(s.bytesBefore(i)) }

// bytesBefore is wordBefore without a copy: where the word is only looked at, the string
// that wordBefore makes of them costs no memory.
func (s *scanner) bytesBefore(i int) []byte {
	text := s.Text.Bytes
	if s.Lang.Unsegmented {
		_, size := utf8.DecodeLastRune(text[:i])
		return text[i-size : i]
	}
	end := i
	for end > 0 && text[end-1] == ' ' {
		end--
	}
	start, floor := end, max(0, end-maxWord)
	for start > floor && text[start-1] != ' ' && text[start-1] != '(' {
		start--
	}
	return text[start:end]
}

// maxWord bounds a word, in bytes.
const maxWord = 96

// self reports whether the short name at t is what the text says of itself:
// "the present Convention".
func (s *scanner) self(t *token.Token, entries []*authority.Entry) bool {
	return slices.ContainsFunc(entries, func(e *authority.Entry) bool { return e.Kind == record.Instrument }) &&
		s.Lang.Naming.Is(class.Self, s.wordBefore(int(t.Start)))
}

// compound reports whether the short name at t, in a script without blanks,
// is the tail of a longer word or fills the brackets that define it.
func (s *scanner) compound(k int) bool {
	t := &s.Tokens[k]
	if !s.Lang.Unsegmented {
		return false
	}
	text := s.Text.Bytes
	if s.rankedMeeting(t) {
		return s.ledOn(k)
	}
	before := bytes.TrimRight(text[:t.Start], " \"“")
	lead := before[max(0, len(before)-maxCompound):]
	return s.Lang.Naming.EndsWith(class.Compound, lead) && (s.isBare(t) || !s.Lang.Naming.EndsWith(class.Lead, lead)) || s.isBare(t) && s.insideWord(t, k, lead) ||
		bytes.HasSuffix(before, []byte("(")) && bytes.HasPrefix(bytes.TrimLeft(text[t.End:], " \"”"), []byte(")"))
}

// rankedMeeting reports whether the token is the head noun of a meeting with its rank
// alone, in a script without blanks: "ministerial conference", of which there are many.
func (s *scanner) rankedMeeting(t *token.Token) bool {
	words := s.Text.Bytes[t.Start:t.End]
	return s.Lang.Naming.BeginsWith(class.Rank, string(words)) && s.Lang.Naming.EndsWith(class.Meeting, words)
}

// ledOn reports whether the meeting at token k has no ordinal, or goes on a word right
// before that: it is any meeting of such rank, or one of another body.
func (s *scanner) ledOn(k int) bool {
	from, n := s.Lang.Naming.NumberBefore(s.Text.Bytes, int(s.Tokens[k].Start))
	if n == 0 {
		return true
	}
	j := k
	for j > 0 && int(s.Tokens[j-1].End) > from {
		j--
	}
	r, _ := utf8.DecodeLastRune(s.Text.Bytes[:from])
	if !char.Han(r) || s.Lang.Naming.EndsWith(class.Lead, s.Text.Bytes[:from]) {
		return false
	}
	return j == 0 || int(s.Tokens[j-1].End) != from || s.Tokens[j-1].Kinds&leading == 0
}

// isBare reports whether the token is a head noun alone.
func (s *scanner) isBare(t *token.Token) bool { return s.headPart(s.Text.Bytes[t.Start:t.End]).Bare }

// insideWord reports whether the head noun at token k goes on a word that stands
// right before it: nothing there, a mark, a verb or one of the words that may
// stand before a noun says that it begins.
func (s *scanner) insideWord(t *token.Token, k int, before []byte) bool {
	if k > 0 && s.Tokens[k-1].End == t.Start && s.Tokens[k-1].Is(token.Of) && s.Lang.Naming.Is(class.Noun, s.WordsOf(t)) {
		return true // a forum of some kind
	}
	r, _ := utf8.DecodeLastRune(before)
	if s.Lang.Naming.EndsWith(class.Any, before) {
		return true
	}
	if !char.Han(r) || s.Lang.Naming.EndsWith(class.Lead, before) {
		return false
	}
	return k == 0 || s.Tokens[k-1].End != t.Start || s.Tokens[k-1].Kinds&leading == 0
}

// leading are the classes of tokens behind which a noun begins.
var leading = token.SetOf(token.Verb, token.Opening, token.Adjunct, token.Own, token.And, token.Toward, token.Pursuant, token.Including, token.Owner)

// maxCompound bounds the words that make a head noun another name, in bytes.
const maxCompound = 15

// conferenceClass is the class of entries that are conferences, which have
// successors of one name.
const conferenceClass = "conference"

// meetings are the classes of what meets again and again under one name.
var meetings = []string{conferenceClass, "assembly", "forum"}

// another adds the mention of what a known name is but a part of: a conference
// with an ordinal before it, an instrument behind which a further head stands.
// The tables know neither.
func (s *scanner) another(k int, entries []*authority.Entry, short bool) bool {
	t, e := &s.Tokens[k], entries[0]
	if e.Kind == record.Entity && e.Class == conferenceClass {
		if from, n := s.Lang.Naming.NumberBefore(s.Text.Bytes, int(t.Start)); n > 1 {
			if !short {
				s.joinedOrdinals(from, int(t.End))
			}
			s.addNumbered(&Mention{Entries: entries, Short: short, Nth: n, Start: from, End: int(t.End)})
			return true
		}
	}
	if e.Kind != record.Instrument || !s.Lang.Naming.HeadLast() {
		return false
	}
	if s.Follows(k+1, token.Head) && s.Tokens[k+1].Start >= t.End && char.BeginsCapital(s.Text.Bytes, int(s.Tokens[k+1].Start)) && s.Text.Bytes[s.Tokens[k+1].Start-1] == ' ' {
		return true
	}
	return s.furtherNoun(k)
}

// furtherNoun adds the mention of a longer name, of which the full name of an
// instrument at token k is but the beginning: "the Paris Agreement Museum". A name of
// the tables that follows is one of its own, and so is what an abbreviation says.
func (s *scanner) furtherNoun(k int) bool {
	t, text := &s.Tokens[k], s.Text.Bytes
	at := int(t.End) + 1
	if at >= len(text) || text[at-1] != ' ' || k+1 < len(s.Tokens) && int(s.Tokens[k+1].Start) == at && s.Tokens[k+1].Kinds&ofItsOwn != 0 {
		return false
	}
	to := s.Lang.Naming.Nouns(text, at)
	if to == at || s.headBefore(k+1, to) {
		return false
	}
	s.add(Mention{Rule: "name", Kind: record.Entity, Unknown: "a longer name that no table knows", Start: int(t.Start), End: to})
	s.nameEnd = to
	return true
}

// headBefore reports whether a head noun, whose name reaches back, stands from token k on
// before an offset.
func (s *scanner) headBefore(k, offset int) bool {
	for ; k < len(s.Tokens) && int(s.Tokens[k].Start) < offset; k++ {
		if s.Tokens[k].Is(token.Head) {
			return true
		}
	}
	return false
}

// ofItsOwn are the classes of tokens that no name goes on with.
var ofItsOwn = token.SetOf(token.Name, token.Date, token.Type, token.Verb, token.Unit)

// numberInside adds the mention of the conference whose name token k begins with
// the ordinal o inside, in languages where it stands behind the head: "the conference
// the third for the financing of development".
func (s *scanner) numberInside(k int, o ordinal) bool {
	t, text, from, to, n := &s.Tokens[k], s.Text.Bytes, o.start, o.end, o.n
	rest := string(text[to:char.Beyond(text, to, maxName)])
	for _, head := range s.Lang.Naming.Bases(string(text[t.Start:from])) {
		e, size := s.Beginning(head + rest)
		if size <= len(head) {
			after := s.Lang.Naming.Untied(rest)
			if e, size = s.Beginning(head + " " + after); size > 0 {
				size += len(rest) - len(after) - 1
			} else if construct := s.Lang.Naming.Construct(head + rest); construct != head+rest {
				if e, size = s.Beginning(construct); size > 0 {
					size += len(head) + len(rest) - len(construct)
				}
			}
		}
		if e == nil || size <= len(head) || !slices.Contains(meetings, e.Class) || e.Class == conferenceClass && n == 1 {
			continue
		}
		if e.Class != conferenceClass {
			n = 0 // the body is the same whatever its session
		}
		s.addNumbered(&Mention{Entries: []*authority.Entry{e}, Nth: n, Start: int(t.Start), End: to + size - len(head)})
		return true
	}
	return false
}

// numberOn adds the mention of the conference that the short name at token k is, with the ordinal
// o right behind it, where nothing of a longer name follows: "in the conference the fourteenth".
func (s *scanner) numberOn(k int, entries []*authority.Entry, o ordinal) bool {
	t, naming, from, to, n := &s.Tokens[k], s.Lang.Naming, o.start, o.end, o.n
	if n < 2 || from > int(t.End) {
		return false
	}
	entries = slices.DeleteFunc(slices.Clone(entries), func(e *authority.Entry) bool { return e.Class != conferenceClass })
	if len(entries) == 0 {
		return false
	}
	next := s.wordBehind(to)
	if naming.HasArticle(next) && !naming.Is(class.Relative, next) && !naming.Is(class.Break, next) ||
		naming.BeginsWith(class.Tie, next) || naming.Is(class.Begin, next) || naming.Is(class.About, next) || naming.Is(class.On, next) {
		return false
	}
	m := Mention{Rule: "name", Entries: entries, Short: true, Start: int(t.Start), End: int(t.End), Note: s.NoteAt(to)}
	s.recall(&m) // as it is without the number
	m.Nth, m.Rank, m.End = n, n, to
	m.Definite = naming.Governed(s.WordsOf(t), s.wordBefore(m.Start), next)
	s.addName(m)
	s.nameEnd = to
	return true
}

// numberedMeeting adds the mention of the meeting whose head noun is token k, with an
// ordinal right before it inside its name, in a script without blanks: "for peace the third
// conference".
func (s *scanner) numberedMeeting(k int) bool {
	t, text := &s.Tokens[k], s.Text.Bytes
	from, n := s.Lang.Naming.NumberBefore(text, int(t.Start))
	head := s.WordsOf(t)
	if n == 0 || !s.Lang.Naming.Is(class.Meeting, head) {
		return false
	}
	var meeting *authority.Entry
	start, low := from, char.Ahead(text, from, maxName)
	for at := from; at > low; {
		r, size := utf8.DecodeLastRune(text[:at])
		if !char.Han(r) && r != '《' && r != '》' {
			break
		}
		at -= size
		if e := s.FullName(string(text[at:from]) + head); e != nil && slices.Contains(meetings, e.Class) {
			meeting, start = e, at
		}
	}
	if meeting == nil || meeting.Class == conferenceClass && n == 1 {
		return false
	}
	if meeting.Class != conferenceClass {
		n = 0 // the body is the same whatever its session
	}
	s.forgetInside(start, int(t.End))
	s.addNumbered(&Mention{Entries: []*authority.Entry{meeting}, Nth: n, Start: start, End: int(t.End)})
	return true
}

// addNumbered adds the mention of the conference with a number of its own in the
// series of its entry.
func (s *scanner) addNumbered(m *Mention) {
	m.Rule, m.Note = "name", s.NoteAt(m.End)
	m.Heads = s.Lang.Naming.Keys(string(s.Text.Bytes[m.Start:m.End]))
	if m.Short {
		s.recall(m)
	}
	s.ordinalsAhead(m)
	s.addName(*m)
	s.nameEnd = m.End
}

// named reports whether the mention is of a name.
func (m *Mention) named() bool { return len(m.Entries) > 0 || m.Title != "" || m.Head != "" }

// longForm returns where the words begin that an abbreviation at end stands
// for.
func (s *scanner) longForm(end int, abbreviation []byte) (int, bool) {
	return names.LongForm(s.Text.Bytes, end, strings.TrimSpace(string(abbreviation)))
}
