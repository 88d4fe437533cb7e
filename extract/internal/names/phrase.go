package names

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/record"
)

// Bounds of a name whose complement has no capitals, in words.
const (
	mostAdjectives = 4
	mostPhrase     = 28
	leastInfinite  = 4   // letters of an infinitive
	leastGenitive  = 12  // bytes of an adjective that shows by its ending that it begins a complement
	mostQuoted     = 160 // bytes of a name in quotation marks behind its head
)

// Phrase returns the name that the head noun from start to end in text is part
// of, in languages whose names have one capital: the head, or the adjective
// before it, and the run of small words up to a mark, a verb or another word
// that goes on with the sentence. Where the run ends at a mark, clean is true:
// elsewhere only what recurs tells where the name ends. It is false where
// nothing but the head stands there.
func (l *Language) Phrase(text []byte, start, end, floor int) (from, to int, clean, ok bool) {
	if !l.small || !char.BeginsCapital(text, start) && !mayHaveCapital(text, start) {
		return start, end, false, false
	}
	from, ok = l.capitalBefore(text, start, floor)
	ok = ok || l.ownerBetween(text, end) > end && char.BeginsCapital(text, start) // at the start of a sentence too
	if !ok {
		return start, end, false, false
	}
	noun, behind := string(text[start:end]), l.next(text, end)
	if l.Is(class.NoName, noun+" "+behind) {
		return start, end, false, false
	}
	head := l.tableHead(noun)
	family := l.Is(class.Family, head) && !l.ends(class.PredicateEnding, behind)
	led := family || l.Is(class.OfWork, head) && l.genitiveNoun(behind) || from < start || l.order == "middle" && bytes.ContainsRune(text[start:end], ' ')
	if !led && l.order == "middle" && (l.EndsWith(class.DoerEnding, text[start:end]) || l.EndsWith(class.ReceiverEnding, text[start:end])) && l.beginsBySelf(text, end) {
		return start, end, false, false // what the body does, or what is done to the treaty
	}
	to, clean, ok = l.complement(text, start, end, led, family && !l.Bare(noun) || l.Agreeing(text, start, end))
	if l.Kind(noun) == record.Instrument {
		if after := l.beyondPeriod(text, end, to); after > to {
			to, clean, ok = after, true, true
		}
	}
	if l.Is(class.Weak, noun) && l.Is(class.Weak, l.firstNoun(text, end)) {
		return start, end, false, false // the United Nations
	}
	switch {
	case ok:
	case to > end:
		ok = family || l.Telling(string(text[from:to])) || clean && bytes.HasPrefix(text[to:], []byte(" (")) || l.Founded(text, to) // which explains it
	case to == end && from < start:
		ok = l.OfPlace(string(text[from:to])) && (mark(text, end) || l.breaks(text, behind, "", end)) // the Lima Declaration
	}
	last := text[from:to]
	if ok && l.headed(string(last[strings.LastIndexByte(string(last), ' ')+1:])) {
		return start, end, false, false // of what the document alone calls so
	}
	return from, to, clean, ok
}

// Agreeing reports whether an adjective behind the head noun from start to end ties its
// complement to it, with which it agrees as the article before does: "la Convention
// relative à …", and not "dispositions de la Convention relatives à …".
func (l *Language) Agreeing(text []byte, start, end int) bool {
	w := l.next(text, end)
	if w == "" || !l.Has(class.Agreeing) || !l.Is(class.Link, w) {
		return false
	}
	before := bytes.TrimRight(text[max(0, start-mostArticle):start], " ")
	article := before[bytes.LastIndexByte(before, ' ')+1:]
	return l.Is(class.Agreeing, char.Lower(string(article))+" "+w)
}

// mostArticle bounds an article and the blank behind it, in bytes.
const mostArticle = 12

// capitalBefore returns where the name begins: at a head with a capital, at the
// adjective with a capital before it, and at the ordinal before either.
func (l *Language) capitalBefore(text []byte, start, floor int) (from int, ok bool) {
	from = start
	ok = char.BeginsCapital(text, start) && !beginsSentence(text, start)
	for at, n := start, 0; n < mostAdjectives; n++ {
		before := wordBefore(text, at)
		if before < floor || before == at {
			break
		}
		w := string(text[before : at-1])
		switch {
		case ok && l.Number(w) > 0:
			from, _ = l.withTens(text, before, l.Number(w))
			return max(from, floor), true
		case !l.inflected(w) || l.Is(class.Weak, w) || l.Is(class.Stop, w) || l.Is(class.That, char.Lower(w)) || l.Is(class.Self, w):
			return from, ok
		case capital(w) && !beginsSentence(text, before):
			from, ok = before, true
		case ok:
			return from, ok
		}
		at = before
	}
	return from, ok
}

// mayHaveCapital is false where none of the words before i that could lead a name
// has a capital, which is so of most head nouns, and quickly told.
func mayHaveCapital(text []byte, i int) bool {
	for range mostAdjectives {
		if i == 0 || text[i-1] != ' ' {
			return false
		}
		end := i - 1
		for i = end; i > 0 && text[i-1] != ' '; i-- {
			if b := text[i-1]; b < 0x80 && !(b|0x20 >= 'a' && b|0x20 <= 'z') {
				return true // a mark, behind which the word may begin
			}
		}
		if char.BeginsCapital(text, i) || !unicode.IsLetter(firstRune(text[i:end])) {
			return true
		}
	}
	return false
}

func firstRune(text []byte) rune {
	r, _ := utf8.DecodeRune(text)
	return r
}

// Adjectival reports whether the word has the ending of an adjective and is no head noun,
// which in all languages but those where adjectives stand before the head may be any.
func (l *Language) Adjectival(w string) bool {
	return l.order != "middle" || l.inflected(w) && !l.headed(w)
}

// inflected reports whether the word has the ending of an adjective, in
// languages where adjectives stand before the head.
func (l *Language) inflected(w string) bool {
	return l.adjectiveEnding(w) > 0 && !l.ends(class.NounEnding, w)
}

// adjectiveEnding is the length of the ending of an adjective that the word has, 0 where it has
// none: more than two bytes stand before one.
func (l *Language) adjectiveEnding(w string) int {
	const least = 3
	return longestEnd(&l.classes[class.Ending], w, len(w)-least)
}

// complement goes on from the head from start to i; led says that an adjective leads the
// name, begun that its complement has begun already.
func (l *Language) complement(text []byte, start, i int, led, begun bool) (to int, clean, told bool) {
	if to := quoted(text, i); to > 0 {
		return to, true, true
	}
	if owner := l.ownerBetween(text, i); owner > i && !led {
		led, begun, i = true, true, owner
	}
	to = i
	head := WordAt(text, start)
	content, capitals, aimed, tasked, before, beyond, at := 0, false, false, false, "", "", i
	for n := 0; n < mostPhrase && at+1 < len(text); n++ {
		if text[at] == ',' && at == to && (!l.headAgain(head, text, at+1) && l.listGoesOn(text, i, at) || l.adjectivesGoOn(text, at) || l.Is(class.Negation, l.next(text, at+1)) || aimed && l.Is(class.To, l.next(text, at+1))) {
			at++
		}
		if text[at] != ' ' {
			break
		}
		w := WordAt(text, at+1)
		next := at + 1 + len(w)
		switch {
		case w == "", w == "-" && n == 0: // what the sentence says of the thing
			return to, at == to && mark(text, at+1), capitals || content > 1
		case l.Is(class.Break, w) && l.Is(class.Joined, before+" "+w): // "criminalité organisée"
			to, at = next, next
			continue
		case years(w) && l.Is(class.Onto, l.next(text, next)) && (n == 0 || content > 0 && (l.Is(class.Of, before) || !l.tied(before))):
			to, at, before = next, next, w // "Plan 2031-2035 pour …", "Déclaration de Lima de 2031 sur …"
			content++
			continue
		case years(w) && (n == 0 || l.tied(before)), n > 0 && l.tied(before) && day(w):
			return to, false, capitals || content > 1
		case n > 0 && day(w) && l.monthBehind(text, next):
			return to, at == to, capitals || content > 1 // the day on which it was
		case years(w):
			return next, true, capitals || content > 0
		case n > 0 && day(w) && next+1 < len(text) && text[next] == '.' && char.IsDigit(text[next+1]):
			return to, at == to, capitals || content > 1 // the number of its version
		case n == 0 && l.Has(class.Unbound) && l.unbound(w, l.next(text, next)):
			return to, false, false
		case n == 0 && l.Behalf(text, at):
		case l.breaks(text, w, before, next) && !l.purpose(w, before, beyond, aimed || tasked), n == 0 && !l.begins(w, led) && !(begun && l.link(w)) && !l.OfHer(w, l.next(text, next)):
			return to, n > 0 && at == to && l.Is(class.And, w), capitals || content > 1 // another name follows the "and"
		case l.Is(class.And, w) && l.headAgain(head, text, next):
			return to, at == to, capitals || content > 1
		case l.Is(class.And, w) && !l.both(text[i:to], text, next, content):
			return to, at == to && l.ofItsOwn(l.firstNoun(text, next)), capitals || content > 1
		}
		aimed = aimed || l.Is(class.Aim, w)
		tasked = tasked || l.Is(class.Mandate, w) && !slices.ContainsFunc(fields(string(text[i:at])), l.headed)
		if _, noun := elided(w); l.tied(w) || l.Is(class.Indefinite, noun) { // "d'un" ends no name
			before, beyond, at = w, before, next
			continue
		}
		if !l.Is(class.Weak, w) {
			content++
			capitals = capitals || capital(w)
		}
		to, at, before, beyond = next, next, w, before
	}
	return to, at == to && (at >= len(text) || mark(text, at)), capitals || content > 1
}

// beyondPeriod returns where the years end for which a plan or the like was made that stand
// behind its complement, or in the last words of it: "Strategy for Harbours for the period
// 2031–2035". It is to where none do.
func (l *Language) beyondPeriod(text []byte, i, to int) int {
	if to == i {
		return to
	}
	forms := l.classes[class.Period].words
	for at, n := to, 0; n < mostOfPeriod && at > i && len(forms) > 0; n++ {
		if last := string(text[wordStart(text, at):at]); capital(last) && l.headed(last) {
			return to // "Programme of the Institute", whichever that is
		}
		for _, form := range forms {
			if end := periodAt(text, at, fields(form)); end > to {
				return end
			}
		}
		at = wordStart(text, at) - 1
	}
	return to
}

// periodAt returns where the words of a form end that follow the blank at i, years standing
// for its marks of number; 0 where others do. A form of no other word than the first has a span.
func periodAt(text []byte, i int, form []string) int {
	for n, f := range form {
		if i >= len(text) || text[i] != ' ' {
			return 0
		}
		w := WordAt(text, i+1)
		if f == anyYears {
			if !years(w) || len(form) == 2 && year(w) {
				return 0
			}
		} else if w != f {
			return 0
		}
		if i += 1 + len(w); n+1 < len(form) && i < len(text) && text[i] == ',' {
			return 0
		}
	}
	return i
}

// mostOfPeriod is how many words of a period may have been read as those of the complement,
// and one.
const mostOfPeriod = 4

// anyYears stands for a year or a span of years in a form of the table.
const anyYears = "#"

// ownerBetween returns where the body ends that stands behind the head at i, with a complement
// behind it, in a language whose cases need no "of": "Fund United Nations' for harbours". It is i
// where none does.
func (l *Language) ownerBetween(text []byte, i int) int {
	if l.order != "middle" || i >= len(text) || text[i] != ' ' {
		return i
	}
	for _, of := range l.classes[class.Whose].words {
		end := i + 1 + len(of)
		if !bytes.HasPrefix(text[i+1:], []byte(of)) {
			continue
		}
		if next := l.next(text, end); l.begins(next, false) || l.Is(class.Onto, next) {
			return end
		}
	}
	return i
}

// Founded reports whether the words behind i say that the thing before them was founded,
// with a comma before them or without: "établi en 2010", "qui ont été adoptés".
func (l *Language) Founded(text []byte, i int) bool {
	if i < len(text) && text[i] == ',' {
		i++
	}
	for range mostBeen {
		w := l.next(text, i)
		if !l.Is(class.Been, w) {
			return l.Is(class.Founded, w)
		}
		i += 1 + len(w)
	}
	return false
}

// mostBeen is how many words may stand before a participle, and the participle.
const mostBeen = 4

// quoted returns the end of a name in quotation marks that stands behind i, 0 where
// none does: Initiative "Our Tides". Words that are only quoted have no capital.
func quoted(text []byte, i int) int {
	if i >= len(text) || text[i] != ' ' {
		return 0
	}
	for _, marks := range QuotationMarks {
		open := i + 1 + len(marks[0])
		if !bytes.HasPrefix(text[i+1:], []byte(marks[0])) {
			continue
		}
		open = char.SkipBlank(text, open)
		n := bytes.Index(text[open:min(len(text), open+mostQuoted)], []byte(marks[1]))
		if n <= 0 || !char.BeginsCapital(text, open) {
			return 0
		}
		return open + n + len(marks[1])
	}
	return 0
}

// QuotationMarks are the marks around a name, opening and closing.
var QuotationMarks = [][2]string{{"\"", "\""}, {"«", "»"}, {"“", "”"}}

// next returns the word behind the blank at i, empty where none is.
func (l *Language) next(text []byte, i int) string {
	if i >= len(text) || text[i] != ' ' {
		return ""
	}
	return WordAt(text, i+1)
}

// OfPlace reports whether a name is a head noun behind an adjective that is made of the
// name of a place, or behind one of scope and another that tells the thing.
func (l *Language) OfPlace(name string) bool {
	words := fields(name)
	if len(words) < 2 || !capital(words[0]) || !l.ends(class.PlaceEnding, words[0]) || l.Is(class.Generic, char.Lower(words[0])) {
		return false
	}
	at, telling := 1, !l.Is(class.Scope, char.Lower(words[0]))
	for ; at < len(words)-1 && l.inflected(words[at]) && !capital(words[at]); at++ {
		telling = telling || !l.untelling(words[at]) && !l.Is(class.Scope, words[at]) // the European Social Charter
	}
	return telling && l.Bare(strings.Join(words[at:], " "))
}

// firstNoun returns the first word behind i that is no link.
func (l *Language) firstNoun(text []byte, i int) string {
	for n := 0; n < 3 && i+1 < len(text) && text[i] == ' '; n++ {
		w := WordAt(text, i+1)
		if w == "" || !l.tied(w) {
			return w
		}
		i += 1 + len(w)
	}
	return ""
}

// headAgain reports whether the noun behind i, with its links, is the head of the name once
// more: another name, "the Day of Wells, the Day of Dunes and the Day of Reefs".
func (l *Language) headAgain(head string, text []byte, i int) bool {
	_, noun := elided(l.firstNoun(text, i))
	if noun == "" {
		noun = l.firstNoun(text, i)
	}
	return noun == head && capital(head)
}

// begins reports whether a complement may begin with the word; led says that
// an adjective leads the name, so that a noun in its own case may follow.
func (l *Language) begins(w string, led bool) bool {
	if elided, rest, ok := strings.Cut(w, "'"); ok {
		if l.Is(class.Indefinite, rest) {
			return false // "doter la Mission d'un effectif"
		}
		w = elided + "'"
	}
	return l.Is(class.Begin, w) || l.Adjective(w) || l.bySelf(w) || led && !l.link(w) && !l.Is(class.And, w) && l.genitive(w) || l.order == "first" && capital(w) && !l.headed(w)
}

// bySelf reports whether the word shows by its ending that it begins a complement.
func (l *Language) bySelf(w string) bool {
	return len(w) >= leastGenitive && !capital(w) && l.ends(class.ComplementEnding, w)
}

// beginsBySelf is bySelf of the word behind the head at i, or of it and its noun.
func (l *Language) beginsBySelf(text []byte, i int) bool {
	w := l.next(text, i)
	return l.bySelf(w) || l.OfHer(w, l.next(text, i+1+len(w)))
}

// OfHer reports whether the two words are an adjective and its noun, feminine and in the
// genitive, which begin a complement: "programme of coastal activity". The adjective alone may
// be in other cases.
func (l *Language) OfHer(adjective, noun string) bool {
	return len(adjective) >= leastGenitive && !capital(adjective) && l.ends(class.HerEnding, adjective) && l.ends(class.HerNounEnding, noun)
}

// genitiveNoun reports whether the word is a noun that shows by its ending that it stands in
// the genitive, and so begins a complement: "Fund for support".
func (l *Language) genitiveNoun(w string) bool {
	return l.order == "middle" && len(w) >= leastGenitive && !capital(w) && l.ends(class.GenitiveEnding, w) && !l.inflected(w)
}

// genitive reports whether a word behind the head may be of its complement: no
// adjective in another case than the genitive.
func (l *Language) genitive(w string) bool {
	if !l.inflected(w) {
		return true
	}
	for _, e := range l.classes[class.Genitive].words {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// both reports whether the "and" before next joins two parts of the complement:
// the second begins as one before it did, or has no article.
func (l *Language) both(complement, text []byte, next, content int) bool {
	w := WordAt(text, next+1)
	if l.Is(class.Area, l.firstNoun(text, next)) {
		return true
	}
	if content == 0 || w == "" || next >= len(text) || text[next] != ' ' {
		return false
	}
	the, noun := elided(w)
	if l.Is(class.The, the) && !l.Is(class.Of, the) && slices.ContainsFunc(fields(string(complement)), func(w string) bool { return l.Is(class.And, w) }) {
		return false // what the complement lists has ended
	}
	if noun == "" {
		return !l.link(w) && !l.Is(class.The, w) || slices.Contains(fields(string(complement)), w) || l.Is(class.DefiniteArticle, w) && l.afterArticle(complement)
	}
	return strings.Contains(string(complement), " "+the) || l.Is(class.The, the) &&
		slices.ContainsFunc(fields(string(complement)), func(w string) bool { return w != "" && l.Is(class.The, w) && w[0] == the[0] })
}

// afterArticle reports whether a word that tells what the thing is about and a definite article
// begin the complement, as another may behind an "and": "sur les marées et le climat".
func (l *Language) afterArticle(complement []byte) bool {
	words := fields(string(complement))
	at := slices.IndexFunc(words, func(w string) bool { return l.Is(class.Begin, w) && !l.Is(class.Of, w) })
	if at < 0 || at > mostAdjectives || at+1 == len(words) {
		return false
	}
	the, _ := elided(words[at+1])
	return l.Is(class.DefiniteArticle, the)
}

// listGoesOn reports whether the comma at i parts two parts of the complement
// that begins at start: the next begins as one before it did, and "and" follows
// before the sentence goes on.
func (l *Language) listGoesOn(text []byte, start, i int) bool {
	if i+1 >= len(text) || text[i+1] != ' ' {
		return false
	}
	w := WordAt(text, i+2)
	if !(l.Is(class.Begin, w) && slices.Contains(fields(string(text[start:i])), w) || l.partOfList(text, start, i)) {
		return false
	}
	rest := string(text[i:min(len(text), i+maxList)])
	if end := strings.IndexAny(rest, ".;:()"); end >= 0 {
		rest = rest[:end]
	}
	return slices.ContainsFunc(fields(rest), func(w string) bool { return l.Is(class.And, w) })
}

// adjectivesGoOn reports whether the comma at i parts two adjectives of one noun, which have
// one ending, in a language of cases: "illegal, unreported and unregulated fishing".
func (l *Language) adjectivesGoOn(text []byte, i int) bool {
	if l.order != "middle" {
		return false
	}
	one, other := string(text[max(0, bytes.LastIndexByte(text[:i], ' ')+1):i]), l.next(text, i+1)
	end := len(one) - sameEnding
	return end > leastEnding && !capital(other) && l.inflected(one) && l.inflected(other) && strings.HasSuffix(other, one[end:])
}

// sameEnding is how many bytes two adjectives of one case must end alike in.
const sameEnding = 4

// partOfList reports whether an article behind the comma at i begins a further noun of what
// the complement that begins at start is for: "pour la protection, la gestion et la mise en
// valeur de …".
func (l *Language) partOfList(text []byte, start, i int) bool {
	word := l.next(text, i+1)
	the, noun := elided(word)
	if l.order != "first" || !l.Is(class.The, the) {
		return false
	}
	before := fields(string(text[start:i]))
	at := slices.IndexFunc(before, func(w string) bool { return l.Is(class.Begin, w) && !l.Is(class.Of, w) })
	if at < 0 || at+1 == len(before) {
		return false
	}
	if first, _ := elided(before[at+1]); !l.Is(class.The, first) || first[0] != the[0] {
		return false
	}
	if noun == "" {
		noun = WordAt(text, i+3+len(word))
	}
	return noun != "" && !capital(noun)
}

// elided parts a word from the article that an apostrophe ties to it; a word without one
// is the article itself.
func elided(w string) (article, noun string) {
	if article, noun, ok := strings.Cut(w, "'"); ok {
		return article + "'", noun
	}
	return w, ""
}

// maxList bounds a list in a complement, in bytes.
const maxList = 160

// ofItsOwn reports whether the noun behind an "and" is none of the complement: a head
// noun, or a number.
func (l *Language) ofItsOwn(noun string) bool {
	return l.headed(noun) || noun != "" && char.IsDigit(noun[0])
}

// headed reports whether the word is a head noun with a capital, or such a word for an amendment.
func (l *Language) headed(w string) bool {
	if _, rest, ok := strings.Cut(w, "'"); ok {
		w = rest
	}
	if !capital(w) {
		return false
	}
	_, n := l.headAt([]string{w})
	return n > 0 || l.Is(class.Protocol, w)
}

// tied reports whether the word cannot end a name.
func (l *Language) tied(w string) bool {
	return l.Is(class.Link, w) || l.Is(class.And, w) || l.Is(class.The, w)
}

// breaks reports whether the sentence goes on with the word w, behind the word
// before and up to next: a verb, an infinitive, another name.
func (l *Language) breaks(text []byte, w, before string, next int) bool {
	if symbolic(w) || before != "" && l.Is(class.Break, before+" "+w) {
		return true
	}
	if elided, rest, ok := strings.Cut(w, "'"); ok {
		before, w = elided+"'", rest
	}
	if l.Predicate(w) || l.Is(class.Into, before) && l.headed(w) {
		return true // "transformer l'Agence en Agence de …"
	}
	if l.Is(class.Break, char.Lower(w)) || l.Is(class.Break, char.Lower(before)) || l.infinitive(w, before) || l.Is(class.Indefinite, w) && !l.link(before) && !l.Is(class.And, before) {
		return true
	}
	if l.begunByCase(w, before) {
		return true
	}
	if w == "-" && l.officer(text, next+1) {
		return true
	}
	if l.Is(class.Begin, before) && !l.Is(class.Of, before) && l.Is(class.The, w) && l.headed(WordAt(text, next+1)) {
		return true // what the sentence says of another thing
	}
	if l.Is(class.And, w) || l.Is(class.And, before) {
		following := w
		if l.Is(class.And, w) {
			following = WordAt(text, next+1)
			next += 1 + len(following)
		}
		the := ""
		if l.Is(class.The, following) {
			the, following = following, WordAt(text, next+1)
		}
		return l.headed(following) || l.anotherClause(following) || l.Is(class.Break, following) && !l.Is(class.Joined, the+" "+following) || capital(following) && (l.leads(text, next, following) || l.headOfTwo(following, text, max(0, next-1-len(following))))
	}
	return false
}

// begunByCase reports whether the word w behind another shows, in a language of cases, that
// no complement goes on with it: what is done, "a statement" behind the body that made it, or the
// head of another name behind the name of a place.
func (l *Language) begunByCase(w, before string) bool {
	if l.order != "middle" || before == "" || l.link(before) || l.Is(class.And, before) {
		return false
	}
	if capital(w) {
		return capital(before) && !l.headed(before) && !l.inflected(before) && l.headed(w)
	}
	return l.ends(class.DeedEnding, w) && !l.ends(class.DeedLed, before)
}

// anotherClause reports whether the word behind an "and" shows by its ending, in a language of
// cases, that no complement goes on with it: a verb, or one who holds an office.
func (l *Language) anotherClause(w string) bool {
	return l.order == "middle" && !capital(w) && !l.Is(class.Noun, w) &&
		(l.ends(class.ClauseEnding, w) || l.Is(class.Officer, w) && !l.ends(class.PluralEnding, w))
}

// Predicate reports whether the word has the ending of a verb that says what the thing
// does, where heads stand first, "vérifiera", or did, in a language of cases.
func (l *Language) Predicate(w string) bool {
	var ending class.ID
	switch l.order {
	case "first":
		ending = class.PredicateEnding
	case "middle":
		ending = class.PastEnding
	default:
		return false
	}
	return !capital(w) && !l.Is(class.Noun, w) && l.ends(ending, w)
}

// leads reports whether the adjective, which stands before i or begins there, leads a
// head noun behind i: a further name.
func (l *Language) leads(text []byte, i int, w string) bool {
	if !l.inflected(w) {
		return false
	}
	if rest := string(text[min(len(text), i+1):]); strings.HasPrefix(rest, w) {
		i += 1 + len(w)
	}
	for n := 0; n < mostAdjectives && i < len(text) && text[i] == ' '; n++ {
		w := WordAt(text, i+1)
		if _, size := l.headAt([]string{w}); size > 0 {
			return true
		}
		if !l.inflected(w) && !l.Is(class.And, w) {
			return false
		}
		i += 1 + len(w)
	}
	return false
}

// infinitive reports whether the word is a verb that a link before it ties to
// what the sentence says of the thing, "de poursuivre".
func (l *Language) infinitive(w, before string) bool {
	if l.Is(class.Infinitive, w) {
		return true
	}
	if l.order != "middle" && !l.Is(class.To, before) || capital(w) || utf8.RuneCountInString(w) < leastInfinite || l.Is(class.Noun, w) {
		return false
	}
	for _, e := range l.classes[class.Verb].words {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// purpose reports whether the word is an infinitive that the name has within it: behind
// one that says what the thing is for, "visant à faciliter", "chargé d'examiner", where aimed is set, or
// behind a noun that needs it, "responsabilité de protéger".
func (l *Language) purpose(w, before, beyond string, aimed bool) bool {
	if elided, rest, ok := strings.Cut(w, "'"); ok {
		w, before, beyond = rest, elided+"'", before
	}
	return (aimed && l.Is(class.To, before) || l.Is(class.Carry, beyond)) && l.infinitive(w, before) && !l.Is(class.Break, char.Lower(w))
}

// unbound reports whether the words behind a head noun, or their first, are "of" and one that
// begins no complement: "prie le Comité d'en assurer le suivi".
func (l *Language) unbound(w, next string) bool {
	of, noun := elided(w)
	if noun == "" {
		noun = next
	}
	return l.Is(class.Of, of) && l.Is(class.Unbound, noun)
}

// Verbal reports whether the word behind "of" is a verb, or one that goes on
// with the sentence: "prie le Comité de poursuivre", "d'en parler", "d'une part".
func (l *Language) Verbal(w, of string) bool {
	return l.Is(class.Break, char.Lower(w)) || l.Is(class.Unbound, w) || l.Is(class.Of, of) && l.Is(class.Indefinite, w) || l.infinitive(w, of)
}

// mark reports whether a mark stands at i that ends a name.
func mark(text []byte, i int) bool {
	if i >= len(text) {
		return true
	}
	r, _ := utf8.DecodeRune(text[i:])
	return unicode.IsPunct(r) || r < ' '
}

// Words are the words of a name, as printed and without their endings.
type Words struct{ printed, level []string }

// Levels are the words of names without the endings that change: the same words come again and
// again. They are not safe for concurrent use.
type Levels struct {
	Of    *Language
	known map[string]string
}

// mostLevels bounds the words that are kept.
const mostLevels = 1 << 13

// Words returns the words of a name, to be compared with others often.
func (l *Levels) Words(name string) Words {
	w := Words{printed: fields(name)}
	for _, word := range w.printed {
		w.level = append(w.level, l.level(word))
	}
	return w
}

func (l *Levels) level(word string) string {
	level, ok := l.known[word]
	if !ok {
		level = l.Of.Level(word)
		if l.known == nil || len(l.known) >= mostLevels {
			l.known = map[string]string{}
		}
		l.known[strings.Clone(word)] = level
	}
	return level
}

// Shared returns how many words two names begin with alike.
func (w Words) Shared(other Words) int {
	n := 0
	for n < len(w.level) && n < len(other.level) && w.level[n] == other.level[n] {
		n++
	}
	return n
}

// Recurring returns the first n words of a name, in which another of its head is
// like it, where they are more than the head and tell the thing.
func (l *Language) Recurring(name Words, n int) string {
	a := name.printed
	for n > 0 && l.tied(a[n-1]) {
		n--
	}
	at, size := l.find(a)
	content := 0
	for _, w := range a[min(n, at+size):n] {
		if !l.link(w) && !l.Is(class.The, w) && !l.Is(class.Weak, w) {
			content++
			if capital(w) {
				content++
			}
		}
	}
	if size == 0 || content < 2 || l.headed(a[n-1]) {
		return ""
	}
	return strings.Join(a[:n], " ")
}

// Level returns the word without the ending that changes with its case.
func (l *Language) Level(w string) string {
	w = char.Lower(w)
	if l.order != "middle" {
		return w
	}
	if f, n := l.headForm([]string{w}); n > 0 {
		if stem, starred := strings.CutSuffix(f.words[0], "*"); starred {
			return char.Lower(stem)
		}
		if noun := l.nounOf(f.words[0]); noun != "" {
			w = noun
		}
		return string([]rune(w)[:max(1, utf8.RuneCountInString(w)-1)])
	}
	for _, cut := range l.classes[class.Ending].words {
		if stem, ok := strings.CutSuffix(w, cut); ok && len(stem) > 4 {
			return stem
		}
	}
	return w
}

// Telling reports whether the words of a title say by themselves that it is the name
// of one thing: a number or an adjective of scope stands beside its head before what
// it is about, "Conférence internationale sur l'eau", or a name behind it,
// "Déclaration de Lima".
func (l *Language) Telling(title string) bool {
	words := fields(title)
	at, n := l.find(words)
	if n == 0 || at+n >= len(words) {
		return false
	}
	if l.HeadIs(class.Family, title) {
		return true // of such things there are many, each with a complement of its own
	}
	isScope := func(w string) bool { return l.Is(class.Scope, char.Lower(w)) || l.Number(w) > 0 }
	scoped, i := slices.ContainsFunc(words[:at], isScope), at+n
	for ; i < len(words)-1 && l.order != "middle" && isScope(words[i]); i++ {
		scoped = true
	}
	if rest := []byte(" " + strings.Join(words[i:], " ")); l.ownerBetween(rest, 0) > 0 {
		return true // of the United Nations, and what it is for
	}
	if l.order == "first" && len(words)-i > 3 && l.Is(class.Of, words[i]) && l.Is(class.Weak, words[i+1]) && l.Is(class.Weak, words[i+2]) {
		scoped, i = true, i+3 // of the United Nations
	}
	w, tied := words[i], ""
	if elided, rest, ok := strings.Cut(w, "'"); ok {
		tied, w = elided+"'", rest
	} else if l.Is(class.Onto, w) || l.Is(class.Town, w) {
		tied, w = w, words[min(i+1, len(words)-1)]
	}
	if scoped && l.Is(class.Onto, tied) {
		return true
	}
	if at > 0 && l.OfPlace(strings.Join(words[:at+n], " ")) {
		return true
	}
	return l.order != "middle" && (tied == "" || l.Is(class.Town, tied)) && named(w) && !l.headed(w) && !l.Is(class.Weak, w)
}

// named reports whether the word is written as the name of a person or place: a capital,
// and small letters.
func named(w string) bool {
	return capital(w) && strings.ContainsFunc(w, unicode.IsLower) && utf8.RuneCountInString(w) > shortStem
}

// Small reports whether names have one capital, at their head.
func (l *Language) Small() bool { return l.small }

// Nominative returns a name with its head noun, and the adjectives before it,
// in the nominative of the table, so that it is one name in all its cases.
func (l *Language) Nominative(name string) string {
	if len(l.nominative) == 0 {
		return name
	}
	words := fields(name)
	head := l.findBy(words, false)
	f, at := head.form, head.at
	if f == nil || at > mostAdjectives || slices.ContainsFunc(words[:at], func(w string) bool { return !l.inflected(w) }) {
		return name
	}
	ending, noun := "", at
	for i, w := range f.words {
		if form := l.nounOf(w); form != "" && ending == "" {
			words[at+i], ending, noun = form, l.classEnding(form), at+i
		}
	}
	for i := range noun {
		words[i] = l.agree(words[i], ending)
	}
	return strings.Join(words, " ")
}

// nounOf returns the nominative of a head noun of the table.
func (l *Language) nounOf(form string) string {
	stem := char.Lower(strings.TrimSuffix(form, "*"))
	for _, p := range l.oblique {
		if hasStem(stem, p.ending) {
			return p.with
		}
	}
	for _, noun := range l.nominative {
		if noun == stem || hasStem(noun, stem) || len(stem) >= leastStem && strings.HasPrefix(stem, noun[:len(noun)-2]) {
			return noun
		}
	}
	return ""
}

// classEnding returns the ending of adjectives that stand with the noun.
func (l *Language) classEnding(noun string) string {
	longest, ending := "", ""
	for _, a := range l.agreement {
		if strings.HasSuffix(noun, a.ending) && len(a.ending) >= len(longest) {
			longest, ending = a.ending, a.with
		}
	}
	return ending
}

// agree puts the ending on an adjective.
func (l *Language) agree(w, ending string) string {
	printed := l.adjectiveEnding(w)
	if printed == 0 || ending == "" {
		return w
	}
	w = w[:len(w)-printed] + ending
	for _, s := range l.spelling {
		if stem, ok := strings.CutSuffix(w, s.ending); ok {
			return stem + s.with
		}
	}
	return w
}

// Stem returns the beginning that a name has in all cases of a language: of words with a
// head noun among them what stands before the first ending; the name where words do not
// change.
func (l *Language) Stem(name string) string {
	if l.order != "middle" || len(l.Keys(name)) == 0 {
		return name
	}
	first, _, _ := strings.Cut(name, " ")
	return first[:min(len(first), len(l.Level(first)))]
}

// Declined returns the end of the name in any of its cases where the text from i on is that,
// 0 where it is not.
func (l *Language) Declined(text []byte, i int, name string) int {
	end := i - 1
	for _, w := range fields(name) {
		at := end + 1
		if at > i && (at > len(text) || text[end] != ' ') {
			return 0
		}
		printed := WordAt(text, at)
		if printed == "" || capital(printed) != capital(w) || l.Level(printed) != l.Level(w) {
			return 0
		}
		end = at + len(printed)
	}
	return end
}

// Subject reports whether the word, with a capital, is in the nominative of a language of
// cases, so that it begins the subject of the sentence: a head noun, or an adjective.
func (l *Language) Subject(w string) bool {
	lower := char.Lower(w)
	if slices.Contains(l.nominative, lower) {
		return true
	}
	return slices.ContainsFunc(l.agreement, func(a pair) bool { return len(w) > len(a.with)+leastEnding && strings.HasSuffix(w, a.with) }) && l.inflected(w)
}

// leastEnding is the least bytes of an adjective before its ending.
const leastEnding = 6

// Ends reports whether a name of one noun ends before the word, in a language of cases: a
// verb, a conjunction or a preposition that ties no complement to it.
func (l *Language) Ends(w string) bool {
	return l.order == "middle" && w != "" && !capital(w) && !l.Is(class.Onto, w) &&
		(l.Is(class.Break, w) || l.link(w) || l.Is(class.And, w) || l.infinitive(w, "") || l.ends(class.PredicateEnding, w) && !l.ends(class.ComplementEnding, w))
}

// leastStem is the least bytes of a case of a head noun that shows which it is.
const leastStem = 8
