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

// Bounds of a name that no table knows, in words.
const (
	mostLeft  = 8
	mostRight = 24
	listAhead = 7 // from a comma to the "and" that closes its list
)

// Run returns the name that the head noun from start to end in text is part of,
// where that goes beyond the head: the words with capitals before and behind
// it and the links between them, "Collaborative Partnership on Forests". Words
// before floor belong to another name. It is false where nothing but other
// heads stands beside the head, and in languages whose names do not run by
// capitals.
func (l *Language) Run(text []byte, start, end, floor int) (from, to int, ok bool) {
	if !l.capitals || !char.BeginsCapital(text, start) {
		return start, end, false
	}
	if l.noName(text, start, end) || l.beforeHead(text, end) || start > 0 && text[start-1] == '-' {
		return start, end, false
	}
	from, left := l.leftward(text, start, floor)
	to, right := l.rightward(text, start, end, left)
	if right {
		to, right = l.beforeOwner(text, end, to)
	}
	if !right && left && l.nounBehind(text, end) {
		return start, end, false // "Asset Service Providers"
	}
	to = l.withFolk(text, to, right)
	from = l.firstOfLine(text, from, to)
	if l.Is(class.Open, string(text[start:end])) {
		if open := l.onward(text, to); open > to {
			to, right = open, true
		}
	}
	if head := text[start:end]; l.Is(class.Celebrated, string(head[bytes.LastIndexByte(head, ' ')+1:])) {
		if month := WordAt(text, from); l.Is(class.Month, month) && dayBefore(text, from) {
			from += len(month) + 1
		}
		if bytes.IndexByte(head, ' ') < 0 && !l.Is(class.Wide, WordAt(text, from)) {
			return start, end, false // "Training Day"
		}
	}
	return from, to, left || right
}

// beforeOwner returns where the name ends whose words behind the head noun, from one place to
// another, end with the owner of what follows, and whether a complement stands there: "on the
// Harbour's" is what somebody speaks about, "for Harbours" is not.
func (l *Language) beforeOwner(text []byte, i, to int) (end int, told bool) {
	complement := text[i:to]
	if l.order != "last" || !bytes.HasSuffix(complement, []byte("'s")) {
		return to, true
	}
	for k, w := range fields(string(complement)) {
		if k == 0 && l.Is(class.About, w) {
			return i, false
		}
	}
	return to - len("'s"), true
}

// withFolk returns where the name ends with the folk whom its last word tells, "Charter of
// the Lagoon people"; i where none stands behind it. told says that a complement does end there.
func (l *Language) withFolk(text []byte, i int, told bool) int {
	if !told || i >= len(text) || text[i] != ' ' {
		return i
	}
	if w := WordAt(text, i+1); l.Is(class.Folk, w) {
		return i + 1 + len(w)
	}
	return i
}

// beforeHead reports whether words with capitals go on behind the head noun that ends at i up
// to another, which is that of the name: "Early Warning System Network".
func (l *Language) beforeHead(text []byte, i int) bool {
	if l.order != "last" || i >= len(text) || text[i] != ' ' {
		return false
	}
	w := WordAt(text, i+1)
	return capital(w) && (l.headed(w) || l.headAhead(text, i+1))
}

// noName reports whether the head noun with the word before it is no name: "West Bank".
func (l *Language) noName(text []byte, start, end int) bool {
	before := wordBefore(text, start)
	return before < start && l.Is(class.NoName, string(text[before:end]))
}

// Nouns returns the end of the words from i on that are written as nouns of a name,
// where heads stand last: with a capital and small letters. It is i where none is.
func (l *Language) Nouns(text []byte, i int) int {
	to := i
	for at, n := i, 0; n < mostLeft && l.order == "last"; n++ {
		w := WordAt(text, at)
		if !capital(w) || !strings.ContainsFunc(w, unicode.IsLower) || len(w) < shortStem || l.Is(class.Stop, w) || l.Is(class.The, w) || l.link(char.Lower(w)) {
			break
		}
		if to = at + len(w); to+1 >= len(text) || text[to] != ' ' {
			break
		}
		at = to + 1
	}
	if last := text[i:to]; l.Is(class.Deed, string(last[bytes.LastIndexByte(last, ' ')+1:])) {
		return i // what is done with the thing: its review
	}
	return to
}

// onward goes on from i over words without capitals, as the complement of a
// mandate has them, up to a mark or a word that goes on with the sentence.
func (l *Language) onward(text []byte, i int) int {
	at, to, before := i, i, ""
	for n := 0; n < mostRight && at+1 < len(text) && text[at] == ' '; n++ {
		w := WordAt(text, at+1)
		switch {
		case w == "" || n == 0 && !l.Is(class.About, w):
			return i
		case l.Is(class.Break, w) && !l.Is(class.Carry, before):
			return to
		}
		if at, before = at+1+len(w), w; !l.link(w) {
			to = at
		}
	}
	if at < len(text) && text[at] == ' ' {
		return i // no end in sight
	}
	return to
}

// leftward goes back over the words with capitals before i.
func (l *Language) leftward(text []byte, i, floor int) (from int, told bool) {
	from = i
	afterWeak := false // the word behind tells nothing by itself: Nations, after United
	for n := 0; n < mostLeft; n++ {
		at := wordBefore(text, from)
		if at < floor || at == from {
			break
		}
		w := string(text[at : from-1])
		if l.Is(class.Within, w) { // Rule of Law Unit
			if before := wordBefore(text, at); before < at && before >= floor && capital(string(text[before:at-1])) && !l.plain(string(text[before:at-1])) &&
				!l.Is(class.Stop, string(text[before:at-1])) && !beginsSentence(text, before) && from < i {
				from = before
				continue
			}
			break
		}
		if before := wordBefore(text, at); before < at && before >= floor && l.Is(class.Inner, string(text[before:from-1])) && !beginsSentence(text, before) {
			from, told, afterWeak = before, true, false
			continue
		}
		ordinal, weak := l.Number(w) > 0, l.Is(class.Weak, w)
		if !ordinal && (l.order != "last" || !capital(w) && !year(w) || l.Is(class.Person, w) && !l.articled(text, at) || l.Is(class.Stop, w) || l.Is(class.The, w)) {
			break
		}
		if !ordinal && beginsSentence(text, at) && !(weak && afterWeak) && !l.Is(class.Compass, w) || l.owns(w) {
			break
		}
		from, afterWeak = at, weak
		told = told || !l.plain(w)
		if ordinal {
			from, _ = l.withTens(text, from, l.Number(w))
			from = max(from, floor)
			break
		}
	}
	if from < i {
		from = l.beyondAnd(text, from, floor)
	}
	return from, told
}

// articled reports whether an article stands before the word at i, which is no title of a
// person then: "the General Armistice Agreement".
func (l *Language) articled(text []byte, i int) bool {
	before := wordBefore(text, i)
	return before < i && l.Is(class.The, string(text[before:i-1]))
}

// dayBefore reports whether figures stand before the month at i: "decides to call 3 May World
// Reef Day".
func dayBefore(text []byte, i int) bool {
	before := wordBefore(text, i)
	return before < i && char.IsDigit(text[before])
}

// firstOfLine returns where the name begins that fills the paragraph, a line of a list or a
// heading: its first word is of the name, though any word has a capital there.
func (l *Language) firstOfLine(text []byte, from, to int) int {
	const marks = 8 // bytes of marks of notes behind the name
	if from == 0 || l.order != "last" || len(text)-to > marks || bytes.IndexFunc(text[to:], unicode.IsLetter) >= 0 || wordBefore(text, from) != 0 {
		return from
	}
	w := WordAt(text, 0)
	if len(w)+1 != from || !capital(w) || l.Is(class.Stop, w) || l.Is(class.The, w) || l.Is(class.Person, w) || l.EndsWith(class.GerundEnding, text[:len(w)]) {
		return from
	}
	return 0
}

// nounBehind reports whether a noun with a capital follows the head noun that ends at i, which
// is none of the name's then: "Asset Service Providers", "Senior Programme Manager".
func (l *Language) nounBehind(text []byte, i int) bool {
	if l.order != "last" || i >= len(text) || text[i] != ' ' {
		return false
	}
	w := WordAt(text, i+1)
	return capital(w) && strings.ContainsFunc(w, unicode.IsLower) && !l.Is(class.Stop, w) && !l.Is(class.Officer, w) && !l.Is(class.The, w) && !l.Is(class.Begin, char.Lower(w))
}

// owns reports whether the word is a head noun that owns what follows: "Directorate's".
func (l *Language) owns(w string) bool {
	noun, ok := strings.CutSuffix(w, "'s")
	if !ok {
		return false
	}
	_, n := l.headAt([]string{noun})
	return n > 0
}

// beyondAnd returns where a name begins whose words from i on an "and" joins to others
// before the same head, "Coastal Needs and Recovery Plan": behind an article, and with no
// head noun of their own.
func (l *Language) beyondAnd(text []byte, i, floor int) int {
	and := wordBefore(text, i)
	if and == i || !l.Is(class.And, string(text[and:i-1])) {
		return i
	}
	from, ands := and, 1
	for n := range mostJoined {
		end := from - 1
		if end < 1 || text[end] != ' ' {
			return i
		}
		if ands > 1 && text[end-1] == ',' { // of a list that its own "and" closes
			end--
		}
		at := wordStart(text, end)
		if at == end || at < floor {
			return i
		}
		w := string(text[at:end])
		switch {
		case n > 0 && l.Is(class.The, w):
			return from
		case n > 0 && ands < mostAnds && l.Is(class.And, w):
			ands++
		case !capital(w) || len(w) > 1 && strings.ToUpper(w) == w || l.plain(w) || l.Is(class.Stop, w) || l.Is(class.Person, w) || l.owns(w) || beginsSentence(text, at):
			return i
		}
		from = at
	}
	return i
}

// Bounds of the words before such an "and", with the article, and of the "and"s.
const (
	mostJoined = 9
	mostAnds   = 2
)

// rightward goes on over the words behind i: with capitals, or links before
// such; left tells that words before the head, which begins at start, tell the thing already.
func (l *Language) rightward(text []byte, start, i int, left bool) (to int, told bool) {
	to = i
	whole := bytes.IndexByte(text[start:i], ' ') > 0 // with its complement in itself, "Conference of the Parties"
	linked, pair := false, false                     // pair: of two parties, before the "and" between them
	for n := 0; n < mostRight; n++ {
		at := to + 1
		if to+1 >= len(text) {
			break
		}
		if text[to] == ',' && linked && l.listed(text, i, to) {
			at = to + 2
		} else if text[to] == ':' && (told || left) && l.subtitle(text, to) {
			at, linked = to+2, true
		} else if text[to] != ' ' {
			break
		}
		w := l.ofTitle(WordAt(text, at))
		switch {
		case w == "", symbolic(w):
			return to, told
		case year(w) && l.order == "last" && l.body(text[start:i]) && l.sentence(WordAt(text, at+len(w)+1)):
			return to, told // "2024 annual report"
		case years(w):
			return l.beyondYears(text, at+len(w)), told // "Strategy 2021–2026"
		case capital(w) && !linked && l.order == "last":
			return i, false // the head is no head: Committee Chair
		case to > i && capital(w) && l.newLine(text, to, w):
			return to, told // a heading, and what stands in the line below it
		case capital(w) && linked && l.Is(class.Stop, w) && placed(text, at+len(w)) > 0:
			to, told = placed(text, at+len(w)), true
		case capital(w):
			told = told || !l.plain(w)
			to = at + len(w)
		case to == i && (l.Is(class.DefiniteArticle, w) || l.Is(class.Leaving, w)):
			return to, told // "under the Convention the Committee", "requests under the Convention from Chad"
		case to == i && (whole || !left) && l.Is(class.At, w) && !l.Is(class.Begin, w) && !l.Behalf(text, to):
			return to, told // where it was held
		case l.agent(w, WordAt(text, at+len(w)+1), to == i):
			return to, told // who did it
		case l.Is(class.At, w) && (l.monthBehind(text, at+len(w)) || l.Is(class.Month, WordAt(text, at+len(w)+1))):
			return to, told // when
		case l.link(w):
			next, ok := l.behindLinks(text, at)
			if pair && ok && l.Is(class.And, w) {
				linked, pair, to = true, false, next-1
				continue
			}
			pair = pair || l.Is(class.Between, w)
			if !ok || l.order == "last" && l.Is(class.At, w) && !l.Is(class.Begin, w) && l.headed(WordAt(text, next)) || // where it is
				l.Is(class.And, w) && (numbered(text, next) || to == i && !left && l.order == "last" && l.loneHeads(text, next) || l.Is(class.Celebrated, string(text[start:i])) && l.Is(class.Wide, WordAt(text, next)) && l.headAhead(text, next) || // of two days
					l.officer(text, next) || l.another(text[i:at], text, at+len(w)+1) ||
					l.order == "last" && (to == i && (l.stops(text, to, next) || left && (l.lone(text, next) || l.body(text[start:i]) && l.bodyAhead(text, next))) ||
						l.Is(class.Of, WordAt(text, at+len(w)+1)) && l.headAhead(text, next))) { // another name
				return to, told
			}
			linked, to = true, next-1
		default:
			return to, told
		}
	}
	return to, told
}

// newLine reports whether the word w with a capital, behind the name so far, which ends at i,
// begins what stands in a line of its own: a sentence with its article behind a word with a
// capital, or, where heads stand first, the name of a body behind two such: "la Nueva Alianza" has one.
func (l *Language) newLine(text []byte, i int, w string) bool {
	before := wordBefore(text, i+1)
	if before >= i || !capital(string(text[before:i])) {
		return false
	}
	if l.Is(class.DefiniteArticle, char.Lower(w)) {
		return true
	}
	return l.order == "first" && l.body([]byte(w)) && before > 0 && capital(WordAt(text, wordBefore(text, before)))
}

// beyondYears returns where the second title ends that follows the years which end at i,
// "Plan 2014–2016: Harbours to Prosperity", or i where none does.
func (l *Language) beyondYears(text []byte, i int) int {
	if i+1 >= len(text) || text[i] != ':' || !l.subtitle(text, i) || l.Is(class.Stop, WordAt(text, i+2)) {
		return i
	}
	to := i + 2 + len(WordAt(text, i+2))
	for range listAhead {
		next, w := to+1, WordAt(text, to+1)
		if l.link(w) && !l.Is(class.And, w) {
			if k, ok := l.behindLinks(text, next); ok {
				next, w = k, WordAt(text, k)
			}
		}
		if text[min(to, len(text)-1)] != ' ' || !capital(w) {
			break
		}
		to = next + len(w)
	}
	return to
}

// Behalf reports whether words behind i tie to a name what the thing is held for, "in
// Support of".
func (l *Language) Behalf(text []byte, i int) bool {
	w := WordAt(text, i+1)
	return l.link(w) && l.Is(class.Behalf, w+" "+WordAt(text, i+len(w)+2))
}

// mostBeforeOwner bounds the adjectives between a head noun and its owner: "Regional Centre".
const mostBeforeOwner = 2

// Owned returns the title with the owner in each place where names have it, before all, or
// behind the head noun and its adjectives, and where its own head noun ends.
func (l *Language) Owned(title, owner string) (wholes []string, head int) {
	at := l.HeadAt(title)
	head = at + len(l.HeadOf(title))
	if l.order == "last" {
		return []string{owner + " " + title}, head
	}
	for end := head; end == head || end < len(title) && len(wholes) <= mostBeforeOwner; {
		wholes = append(wholes, title[:end]+" "+owner+title[end:])
		w := WordAt([]byte(title), min(end+1, len(title)))
		if w == "" || l.link(w) || l.Is(class.Of, w) || l.Is(class.Preposition, w) {
			break
		}
		end += 1 + len(w)
	}
	return wholes, head
}

// officer reports whether the words at i are those of somebody who holds an office,
// "Executive Secretary".
func (l *Language) officer(text []byte, i int) bool {
	w := WordAt(text, i)
	return l.Is(class.Officer, w) || l.Is(class.Officer, WordAt(text, i+len(w)+1))
}

// sentence reports whether the sentence goes on with the word, in small letters.
func (l *Language) sentence(w string) bool {
	return w != "" && !capital(w) && !l.link(w) && !char.IsDigit(w[0])
}

// stops reports whether the word at i, behind an "and" at to, is one that no name goes on
// with, "and States Parties"; not in a pair of such, "of State and Government", nor with
// a complement, "and Resolution of Disputes".
func (l *Language) stops(text []byte, to, i int) bool {
	w := WordAt(text, i)
	return l.Is(class.Stop, w) && !l.Is(class.Stop, string(text[wordBefore(text, to+1):to])) && !l.Is(class.Of, WordAt(text, i+len(w)+1))
}

// body reports whether the head noun is one of bodies.
func (l *Language) body(head []byte) bool { return l.Kind(string(head)) == record.Entity }

// bodyAhead reports whether the words with capitals from i on end with the head noun of a
// body: "Reef Committee".
func (l *Language) bodyAhead(text []byte, i int) bool {
	kind, ok := l.kindAhead(text, i)
	return ok && kind == record.Entity
}

// headAhead reports whether the words with capitals from i on end with a head noun.
func (l *Language) headAhead(text []byte, i int) bool {
	_, ok := l.kindAhead(text, i)
	return ok
}

// kindAhead is the kind of the head noun with which the words with capitals from i on end.
func (l *Language) kindAhead(text []byte, i int) (kind record.Kind, ok bool) {
	for n := range listAhead {
		w := WordAt(text, i)
		if !capital(w) {
			break
		}
		if f, heads := l.headAt([]string{w}); n > 0 && heads > 0 {
			return f.kind, true
		}
		if i += len(w); i >= len(text) || text[i] != ' ' {
			break
		}
		i++
	}
	return "", false
}

// lone reports whether one word with a capital stands at i that is no head and no word of
// many names, and nothing goes on with it: "the Reef Network and Oceana".
func (l *Language) lone(text []byte, i int) bool {
	w := WordAt(text, i)
	if l.Is(class.Weak, w) { // whose what follows is: "and United Nations staff"
		next := WordAt(text, i+len(w)+1)
		return l.Is(class.Weak, next) && l.sentence(WordAt(text, i+len(w)+len(next)+2))
	}
	if l.headed(w) || l.Is(class.Generic, char.Lower(w)) {
		return false
	}
	behind := ""
	if end := i + len(w); end < len(text) && text[end] == ' ' {
		behind = WordAt(text, end+1)
	}
	return !capital(behind) && !l.link(behind)
}

// loneHeads reports whether the words with capitals from i on, behind a bare head noun and an
// "and", end without a complement, which the two would share: "the Mission and National Police".
func (l *Language) loneHeads(text []byte, i int) bool {
	for range listAhead {
		w := WordAt(text, i)
		switch {
		case w == "":
			return true
		case l.Is(class.Begin, w), l.Is(class.Of, w), char.IsDigit(w[0]):
			return false
		case !capital(w):
			return true
		}
		if i += len(w); i >= len(text) || text[i] != ' ' {
			return true
		}
		i++
	}
	return false
}

// numbered reports whether a number follows the word at i that is no year: "Article 4",
// "Annex II", "Decision 1/CP.21".
func numbered(text []byte, i int) bool {
	w := WordAt(text, i+len(WordAt(text, i))+1)
	return w != "" && !years(w) && (char.IsDigit(w[0]) || len(w) > 1 && strings.Trim(w, "IVX") == "")
}

// placed returns where the number of an article or a chapter ends that stands behind the word
// for it which ends at i, "Article 8 (j)", 0 where none does.
func placed(text []byte, i int) int {
	n := WordAt(text, i+1)
	if i >= len(text) || text[i] != ' ' || n == "" || !char.IsDigit(n[0]) && strings.Trim(n, "IVX") != "" {
		return 0
	}
	end := i + 1 + len(n)
	if open := char.SkipBlank(text, end); open+2 < len(text) && text[open] == '(' && char.IsLetter(rune(text[open+1])) && text[open+2] == ')' {
		end = open + 3
	}
	return end
}

// agent reports whether the link w with the word behind it tells who did what the
// sentence says, "by the Union"; right behind the head a capital is enough, "Treaty
// by Somalia", where elsewhere it may be of the name, "Carriage of Goods by Sea".
func (l *Language) agent(w, behind string, first bool) bool {
	return first && l.Is(class.Agent, w) && capital(behind) || l.Is(class.Agent, w+" "+behind)
}

// monthBehind reports whether one word with a capital and a year follow i: a month.
func (l *Language) monthBehind(text []byte, i int) bool {
	month := WordAt(text, i+1)
	return (capital(month) || l.Cases() && month != "") && years(WordAt(text, i+len(month)+2))
}

// another reports whether the word at i, behind an "and", begins another name: an
// article, or a link that the complement has not had; not before a region, "Latin America
// and the Caribbean", nor where words follow the head and the complement has had such
// an article, "of the Rivers and the Lakes".
func (l *Language) another(complement, text []byte, i int) bool {
	w, had := WordAt(text, i), fields(string(complement))
	if !l.Is(class.The, w) && (!l.Is(class.Link, w) || slices.Contains(had, w)) {
		return false
	}
	next := l.firstNoun(text, i+len(w))
	if !capital(next) || l.Is(class.Area, next) {
		return !l.Is(class.Area, next)
	}
	if l.Is(class.Topic, next) && l.Is(class.The, w) && !capital(WordAt(text, i+len(w)+len(next)+2)) {
		return false
	}
	return l.order != "first" || l.headed(next) || l.headOfTwo(next, text, i+len(w)) || l.Is(class.Beside, next) || l.Is(class.Weak, next) ||
		abbreviation(next) && !slices.ContainsFunc(had, abbreviation) ||
		!slices.ContainsFunc(had, func(h string) bool {
			return l.Is(class.The, h) && l.Is(class.The, w) || h != w && l.Is(class.Of, h) && l.Is(class.Of, w) && l.Is(class.The, w)
		})
}

// abbreviation reports whether the word is one of capitals alone, which is a whole name: "and
// the UNCTAD" goes on with no other.
func abbreviation(w string) bool {
	const fewest = 3
	return len(w) >= fewest && strings.ToUpper(w) == w && strings.ToLower(w) != w
}

// headOfTwo reports whether the word, which follows i, is a head noun with the one behind it
// alone: "Día Internacional".
func (l *Language) headOfTwo(w string, text []byte, i int) bool {
	at := bytes.Index(text[i:], []byte(w))
	_, n := l.headAt([]string{w, WordAt(text, i+at+len(w)+1)})
	return n > 1
}

// behindLinks returns where the word with a capital begins that follows the
// links from i on.
func (l *Language) behindLinks(text []byte, i int) (int, bool) {
	for n := 0; n < 4; n++ {
		w := l.ofTitle(WordAt(text, i))
		switch {
		case w == "":
			return i, false
		case capital(w):
			return i, n > 0
		case !l.link(w) || i+len(w) >= len(text) || text[i+len(w)] != ' ':
			return i, false
		}
		i += len(w) + 1
	}
	return i, false
}

// ofTitle is the word in small letters where it is one that begins a complement, in a title
// that is printed in capitals: "Network Against Frost".
func (l *Language) ofTitle(w string) string {
	if lower := char.Lower(w); l.Is(class.Begin, lower) {
		return lower
	}
	return w
}

// InSentence is a title that is printed in capitals as it stands in a sentence: the words
// that begin a complement are in small letters.
func (l *Language) InSentence(title string) string {
	words := fields(title)
	for i, w := range words {
		words[i] = l.ofTitle(w)
	}
	return strings.Join(words, " ")
}

// subtitle reports whether a second title follows the colon at i: a word with a
// capital, a link, and another such word.
func (l *Language) subtitle(text []byte, i int) bool {
	if i+2 >= len(text) || text[i+1] != ' ' || !capital(WordAt(text, i+2)) {
		return false
	}
	at, capitals := i+2, 0
	for n := 0; n < listAhead; n++ {
		w := WordAt(text, at)
		if w == "" || !capital(w) && !l.link(w) {
			break
		}
		if capital(w) {
			capitals++
		}
		if at += len(w); at >= len(text) || text[at] != ' ' {
			break
		}
		at++
	}
	return capitals > 1
}

// listed reports whether the comma at i parts the words of a list in a name,
// "Food, Energy and Finance": only words with capitals follow it up to an
// "and" that a capital follows; with an article only where the complement, which begins
// at start, has had one.
func (l *Language) listed(text []byte, start, i int) bool {
	at, named := i+2, false
	for n := 0; n < listAhead && i+1 < len(text) && text[i+1] == ' '; n++ {
		w := WordAt(text, at)
		switch {
		case w == "" || l.headed(w) || l.Is(class.Person, w):
			return false // another name, or somebody's
		case capital(w):
			named = true
		case l.Is(class.And, w):
			next, ok := l.behindLinks(text, at)
			return named && ok && next > at && !l.Is(class.Person, WordAt(text, next)+".")
		case !l.Is(class.The, w) || !slices.ContainsFunc(fields(string(text[start:i])), func(h string) bool { return l.Is(class.The, h) }):
			return false
		}
		at += len(w)
		if at < len(text) && text[at] == ',' {
			at++
		}
		at++
	}
	return false
}

// plain reports whether the word is a head itself, or tells nothing.
func (l *Language) plain(w string) bool {
	if _, n := l.headAt([]string{w}); n > 0 {
		return true
	}
	return l.Is(class.Weak, w)
}

// fields is strings.Fields, quicker where no blank but the usual one may stand.
func fields(s string) []string {
	return appendFields(make([]string, 0, strings.Count(s, " ")+1), s)
}

// mostHeld is how many words of a name are held where no memory is asked for: of nearly all.
const mostHeld = 8

// appendFields adds the fields of the text to the words, of which there is none yet.
func appendFields(words []string, s string) []string {
	from := 0
	for i := range len(s) {
		switch between[s[i]] {
		case mayPart:
			return append(words[:0], strings.Fields(s)...)
		case parts:
			if i > from {
				words = append(words, s[from:i])
			}
			from = i + 1
		}
	}
	if from < len(s) {
		words = append(words, s[from:])
	}
	return words
}

// between says of a byte whether it parts words, or whether a blank other than the usual one may
// begin with it.
var between = func() (kinds [256]uint8) {
	for b := range kinds {
		if b < ' ' || b == 0xC2 || b >= 0xE1 && b <= 0xE3 {
			kinds[b] = mayPart
		}
	}
	kinds[' '] = parts
	return kinds
}()

// What a byte may be between words.
const (
	parts = iota + 1
	mayPart
)

// wordBefore returns where the word begins that a blank parts from i, or i.
func wordBefore(text []byte, i int) int {
	if i < 2 || text[i-1] != ' ' {
		return i
	}
	k := wordStart(text, i-1)
	if k == i-1 {
		return i
	}
	return k
}

// wordStart returns where the word begins that ends at i.
func wordStart(text []byte, i int) int {
	for i > 0 {
		if b := text[i-1] | 0x20; b >= 'a' && b <= 'z' {
			i--
			continue
		}
		if i > 1 && char.PlainLetter(text, i-2) == 2 {
			i -= 2
			continue
		}
		r, size := utf8.DecodeLastRune(text[:i])
		if !inWord(r) {
			break
		}
		i -= size
	}
	return i
}

// WordAt returns the word that begins at i, with its hyphens; empty where none does.
func WordAt(text []byte, i int) string { return string(bytesAt(text, i)) }

// bytesAt is WordAt without a copy: where the word is only looked at, the string that WordAt
// makes of them costs no memory.
func bytesAt(text []byte, i int) []byte {
	if i > len(text) {
		return nil
	}
	k := i
	for k < len(text) {
		if n := char.PlainLetter(text, k); n > 0 {
			k += n
			continue
		}
		r, size := utf8.DecodeRune(text[k:])
		if !inWord(r) {
			break
		}
		k += size
	}
	return text[i:k]
}

// inWord reports whether the letter may stand in a word of a name.
func inWord(r rune) bool {
	return char.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '\'' || r == '/'
}

// capital reports whether the word begins with a capital letter, behind an
// elided article too.
func capital(w string) bool {
	if i := strings.IndexByte(w, '\''); i == 1 && len(w) > 2 {
		w = w[2:]
	}
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// year reports whether the word is a number of four figures.
func year(w string) bool {
	return len(w) == 4 && strings.Trim(w, "0123456789") == ""
}

// symbolic reports whether the word is one of a document symbol, EC-94/DEC.
func symbolic(w string) bool {
	return strings.IndexByte(w, '/') > 0 && strings.ContainsAny(w, "0123456789")
}

// years reports whether the word is a year, or a span of years.
func years(w string) bool {
	if w == "" || !char.IsDigit(w[0]) {
		return false
	}
	from, to, span := strings.Cut(strings.ReplaceAll(w, "–", "-"), "-")
	return year(from) && (!span || year(to))
}

// day reports whether the word is a number of two figures at most, as the day of a date is.
func day(w string) bool { return w != "" && len(w) <= 2 && strings.Trim(w, "0123456789") == "" }

// beginsSentence reports whether a sentence, or the paragraph, begins at i.
func beginsSentence(text []byte, i int) bool {
	return i == 0 || i >= 2 && text[i-1] == ' ' && strings.IndexByte(".;:)", text[i-2]) >= 0
}
