package scan

import (
	"bytes"
	"slices"
	"strings"

	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// definedNames adds mentions for the names that the document has defined before
// and that the tables do not know as such, in the paragraph whose mentions
// begin at first.
func (s *scanner) definedNames(first int) {
	found := len(s.mentions)
	s.cover = s.cover[:0]
	for d := range s.definitions {
		l := &s.definitions[d]
		for at := s.afterDefinition(first, l); at >= 0; {
			i := s.find(l, at)
			if i < 0 {
				break
			}
			at = i + len(l.stem)
			if end := s.definedEnd(i, l); end > 0 {
				s.definedName(first, i, end, l.mention)
				at = end
			}
		}
	}
	if len(s.mentions) > found {
		s.sortMentions(first)
	}
}

// find returns where the stem of a definition stands in the text from an offset on, -1 where it does
// not. It is looked for by its rarest byte: every second one of some scripts is one of two.
func (s *scanner) find(l *definition, from int) int {
	if l.rare == 0 {
		l.rare = s.rarest(l.stem) + 1
	}
	text, probe := s.Text.Bytes, l.rare-1
	for at := from + probe; at < len(text); at++ {
		next := bytes.IndexByte(text[at:], l.stem[probe])
		if next < 0 {
			break
		}
		if at += next; bytes.HasPrefix(text[at-probe:], l.stem) {
			return at - probe
		}
	}
	return -1
}

// often says how often each byte stands in the middle of the document.
type often struct {
	known bool
	times [256]int32
}

// mostCounted is of how many bytes.
const mostCounted = 2 << 10

// rarest returns the place of the byte of the words that the document has least often.
func (s *scanner) rarest(words []byte) (at int) {
	if !s.often.known {
		s.often = often{known: true}
		middle := s.source[max(0, (len(s.source)-mostCounted)/2):]
		for _, b := range []byte(middle[:min(len(middle), mostCounted)]) {
			s.often.times[b]++
		}
	}
	for i, b := range words {
		if s.often.times[b] < s.often.times[words[at]] {
			at = i
		}
	}
	return at
}

// definedEnd returns where the words of the definition end that begin at i, in whatever case
// they stand, 0 where others stand there, or a complement of their own goes on with them.
func (s *scanner) definedEnd(i int, l *definition) int {
	if string(l.stem) == l.text {
		return i + len(l.text)
	}
	end := s.Lang.Naming.Declined(s.Text.Bytes, i, l.text)
	if end == 0 || string(s.Text.Bytes[i:end]) != l.text && s.complemented(i, end) {
		return 0
	}
	return end
}

// complemented reports whether the words from i to end, in a language of cases, have a
// complement of their own behind them: a capital, or words in the genitive, unless they are
// the doer or the receiver, behind whom such words are those of what is done.
func (s *scanner) complemented(i, end int) bool {
	next, naming, words := s.wordBehind(end), s.Lang.Naming, s.Text.Bytes[i:end]
	if char.BeginsCapital([]byte(next), 0) {
		return !naming.Subject(next)
	}
	return len(next) >= leastComplement && naming.EndsWith(class.GenitiveEnding, []byte(next)) &&
		!naming.EndsWith(class.DoerEnding, words) && !naming.EndsWith(class.ReceiverEnding, words)
}

// afterDefinition returns where the words of a definition may be used from on: behind it
// where this very paragraph, whose mentions begin at first, has it; -1 where nothing follows.
func (s *scanner) afterDefinition(first int, l *definition) int {
	if l.mention < first {
		return 0
	}
	end := s.mentions[l.mention].End
	i := bytes.Index(s.Text.Bytes[end:], []byte(l.text))
	if i < 0 {
		return -1
	}
	return end + i + len(l.text)
}

// saysMore reports whether the mention says more than the words of a definition from start to end:
// an adjective, no article.
func (s *scanner) saysMore(m *Mention, start, end int) bool {
	if s.Lang.Unsegmented {
		return false
	}
	naming, end := s.Lang.Naming, min(m.End, char.WordEnd(s.Text.Bytes, end)) // behind an ending
	for _, w := range strings.Fields(string(s.Text.Bytes[m.Start:start]) + " " + string(s.Text.Bytes[end:m.End])) {
		if !naming.Is(class.The, w) && !naming.Is(class.That, w) && !naming.Is(class.Link, w) {
			return true
		}
	}
	return false
}

// numberedBehind reports whether the number of a text stands right behind i, led by its word:
// "Convention No. 188".
func (s *scanner) numberedBehind(i int) bool {
	k := s.tokenFrom(i)
	return s.Follows(k, token.No) && s.Follows(k+1, token.Number) && char.SkipBlank(s.Text.Bytes, i) == int(s.Tokens[k].Start)
}

// definedName reads the name from start to end that the document has defined for
// the mention.
func (s *scanner) definedName(first, start, end, mention int) {
	if len(s.cover) == 0 {
		s.coverMentions(first)
	}
	if s.redefined(start, end, mention) || !s.wordAt(start, end) || slices.Max(s.cover[start:end]) > 0 || s.headInside(start, end) {
		return
	}
	if mention == none {
		return // a word that the tables do not know either
	}
	m := Mention{Rule: "defined", Same: []int{mention}, All: true, Start: start, End: end}
	if of := &s.mentions[mention]; of.Dropped { // a part of a longer name
		m = Mention{Rule: "defined", Entries: of.Entries, Start: start, End: end}
	}
	s.add(m)
	for i := start; i < end; i++ {
		s.cover[i] = int32(len(s.mentions))
	}
}

// insideMarks reports whether the words from start to end do not fill the title marks around
// the mention: "the Committee's Rules" are not the Committee.
func (s *scanner) insideMarks(m *Mention, start, end int) bool {
	mark := len("《")
	return s.Lang.TitleMarks && char.HasAny(s.Text.Bytes, m.Start, "《") && (start > m.Start+mark || end < m.End-mark)
}

// headInside reports whether the words from start to end, in a script without blanks, are a
// head noun alone that goes on a longer word: "the finance committee".
func (s *scanner) headInside(start, end int) bool {
	if !s.Lang.Unsegmented || !s.headPart(s.Text.Bytes[start:end]).Bare {
		return false
	}
	before := s.Text.Bytes[max(0, start-maxCompound):start]
	return s.Lang.Naming.EndsWith(class.Compound, before) || s.insideWord(&token.Token{Start: int32(start), End: int32(end)}, s.tokenFrom(start), before)
}

// coverMentions notes for every byte of the paragraph which of the mentions
// from first on covers it: its index and one, 0 for none; the short name where
// there are several.
func (s *scanner) coverMentions(first int) {
	s.cover = append(s.cover[:0], make([]int32, len(s.Text.Bytes))...)
	for i := first; i < len(s.mentions); i++ {
		m := &s.mentions[i]
		for k := m.Start; k < m.End; k++ {
			if at := s.cover[k]; at == 0 || m.Short {
				s.cover[k] = int32(i + 1)
			}
		}
	}
}

// wordAt reports whether the bytes from i to end are whole words.
func (s *scanner) wordAt(i, end int) bool {
	text := s.Text.Bytes
	return !(char.LetterBefore(text, i) && char.Letter(text, i) > 0) && !(char.LetterBefore(text, end) && char.Letter(text, end) > 0)
}

// sortMentions puts the mentions from first on in reading order, and the
// indices that point to them right.
func (s *scanner) sortMentions(first int) {
	order := make([]int, len(s.mentions)-first)
	for i := range order {
		order[i] = first + i
	}
	slices.SortStableFunc(order, func(a, b int) int { return s.mentions[a].Start - s.mentions[b].Start })
	sorted, place := make([]Mention, len(order)), make([]int, len(order))
	for to, from := range order {
		sorted[to], place[from-first] = s.mentions[from], first+to
	}
	copy(s.mentions[first:], sorted)
	for i := first; i < len(s.mentions); i++ {
		for k, to := range s.mentions[i].Same {
			if to >= first {
				s.mentions[i].Same[k] = place[to-first]
			}
		}
	}
	for i, l := range s.definitions {
		if l.mention >= first {
			s.definitions[i].mention = place[l.mention-first]
		}
	}
}

// redefined turns a short name of the tables, from start to end, into the name
// that the document has defined: the document knows better.
func (s *scanner) redefined(start, end, mention int) bool {
	at := s.cover[start]
	if at == 0 {
		return false
	}
	m := &s.mentions[at-1]
	unknown := m.Title != "" && len(m.Heads) > 0 && start <= m.Start && m.End <= end
	if len(m.Same) > 0 || !unknown && !s.renamed(m, start, end, mention) && (!m.Short || m.Start > start || end > m.End) {
		return false
	}
	if end-start < m.End-m.Start && (len(m.Heads) > 0 || m.Title == "" && !slices.Contains(s.Lang.Naming.Keys(string(s.Text.Bytes[start:end])), m.Head)) {
		return true // a part of a longer short name: the Meeting of States Parties to the Convention
	}
	if s.saysMore(m, start, end) || s.numberedBehind(end) {
		return true // the Preparatory Commission is not the Commission, nor Convention No. 188 the Convention
	}
	if m.Pointed || s.insideMarks(m, start, end) {
		return true // "that Convention" is the nearest one
	}
	if mention == none {
		m.Rule, m.Foreign = "defined", "the document has defined the words for something that no table knows"
		return true
	}
	if s.mentions[mention].numbered() && len(m.Entries) > 0 && m.Entries[0].Kind == record.Entity {
		return false // "the Committee established by resolution 1591 (2005) (hereinafter the Committee)"
	}
	if s.namedSince(m, mention) {
		return true
	}
	m.Rule, m.Same, m.All, m.Entries, m.Title, m.Heads = "defined", []int{mention}, true, nil, "", nil
	return true
}

// namedSince reports whether the paragraph names in full, before the short name m, another body
// that this may be short for than the one for which the document has defined it, and not that one;
// in scripts where words go together such a noun is less sure to be one.
func (s *scanner) namedSince(m *Mention, defined int) bool {
	of := &s.mentions[defined]
	if s.Lang.Unsegmented || s.Lang.Proclitics || defined >= s.first || len(of.Entries) == 0 || of.Entries[0].Kind != record.Entity {
		return false
	}
	words, other := s.definedWords(m.Start, m.End), false
	for i := s.first; i < len(s.mentions); i++ {
		o := &s.mentions[i]
		if o.Start < m.Start && len(o.Same) == 1 && o.Same[0] == defined {
			return false // the paragraph has called it so already
		}
		if o.Start >= m.Start || o.Short || o.Dropped || len(o.Entries) == 0 || o.Entries[0].Kind != record.Entity {
			continue
		}
		if o.Entries[0] == of.Entries[0] {
			return false
		}
		other = other || s.shortFor(words, o)
	}
	return other
}

// renamed reports whether the words from start to end are all of the full name m of the tables, which
// the document has given to another instrument: its "Paris Principles" are those on children.
func (s *scanner) renamed(m *Mention, start, end, mention int) bool {
	if mention == none || m.Short || len(m.Entries) != 1 || m.Start != start || m.End != end || !instrumental(m) {
		return false
	}
	of, key := &s.mentions[mention], strings.TrimPrefix(m.Entries[0].ID, instrumentPrefix)
	return len(of.Entries) == 1 && instrumental(of) && !of.Short && !strings.Contains(of.Entries[0].ID, key) // one on that instrument
}

// instrumentPrefix begins the identifiers of instruments.
const instrumentPrefix = "instrument:"
