package names

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
)

// Bounds of a name before its head, in characters.
const (
	leastTold  = 2
	mostTold   = 18
	mostRanks  = 4
	hanLetter  = 3 // bytes of a character
	mostHead   = 5 * hanLetter
	mostAfter  = 8 * hanLetter
	mostScoped = (mostTold + 6) * hanLetter
)

// Tail returns where the name begins whose head noun stands from start to end in
// text, in a script without blanks, where the head stands at the end: a word such
// as "international" that begins it, what it deals with, and the head; or what it
// deals with before that word, or before one that says "on". begins reports
// whether a noun may begin at a place, plain that it does beyond doubt; whole that
// nothing between two places begins a word of its own.
func (l *Language) Tail(text []byte, start, end int, begins, plain func(i int) bool, whole func(from, to int) bool) (from int, ok bool) {
	if l.order != "end" || !l.Is(class.Tail, string(text[start:end])) || l.GoesOn(text[end:]) {
		return start, false
	}
	if l.Is(class.Celebrated, string(text[start:end])) {
		if from, ok = l.celebrated(text, start, whole); ok {
			return from, true
		}
		return l.period(text, start, end, begins, whole)
	}
	if near := text[max(0, start-mostBeside):start]; bytes.IndexByte(near, '"') >= 0 || bytes.IndexByte(near, closing) >= 0 {
		if from, ok = l.quoted(text, start); ok {
			return from, !l.Is(class.Meeting, string(text[start:end]))
		}
	}
	at := l.ranks(text, start)
	if n := l.endsWith(class.On, text[:at]); n > 0 {
		if from, ok = l.dealsWith(text, at-n, plain, whole); !ok {
			from, ok = l.amongListed(text, at-n, end, whole)
		}
		if !ok {
			from, ok = l.scoped(text, at-n, whole)
		}
		if _, number := l.numberRight(text, from); number == 0 && l.Is(class.Meeting, string(text[start:end])) {
			return start, false // one of many
		}
	} else if n := l.endsWith(class.Scope, text[:at]); n > 0 {
		if !l.Is(class.Wide, string(text[at-n:at])) {
			return start, false
		}
		from, ok = l.dealsWith(text, at-n, plain, whole)
	} else {
		from, ok = l.scoped(text, at, whole)
	}
	if !ok {
		return start, false
	}
	from = l.ledBy(text, from)
	return from, begins(from) && !l.amongScopes(text[:from]) && l.endsWith(class.Part, text[:from]) == 0
}

// mostBeside bounds what may stand between quotation marks and a head noun, in bytes, and
// closing is the last byte of the marks that close: most names have none, which it tells.
const (
	mostBeside = 5 * hanLetter
	closing    = 0x9D
)

// ledBy goes back over a further scope, and an ordinal, before i.
func (l *Language) ledBy(text []byte, i int) int {
	i -= l.endsWith(class.Scope, text[:i])
	if before, n := l.numberRight(text, i); n > 0 {
		return before
	}
	return i
}

// celebrated looks for where a year's name begins before its head at i: behind the
// year itself, or what makes it the name of that year.
func (l *Language) celebrated(text []byte, i int, whole func(from, to int) bool) (from int, ok bool) {
	for at, n := i, 0; at > 0 && n < mostTold; n++ {
		r, size := utf8.DecodeLastRune(text[:at])
		if n >= leastTold && (l.endsWith(class.Calls, text[:at]) > 0 || unicode.IsDigit(r) || r == '"') {
			words := string(text[at:i])
			return at, !l.BeginsWith(class.Stop, words) && !l.holdsCut(words) && whole(at, i)
		}
		if !char.Han(r) {
			break
		}
		at -= size
	}
	return i, false
}

// Year returns where the name of a year begins whose noun, "year", stands from start to
// end: "international year of tides", in a script without blanks.
func (l *Language) Year(text []byte, start, end int, begins func(i int) bool, whole func(from, to int) bool) (from int, ok bool) {
	if r, _ := utf8.DecodeLastRune(text[:start]); !char.Han(r) {
		return start, false // of a date
	}
	from, ok = l.period(text, start, end, begins, whole)
	return from, ok && (!char.Han(firstRune(text[from:])) || l.BeginsWith(class.Wide, string(text[from:start])))
}

// CommonDay reports whether the noun "day" from start to end is that of any day, "working day", or
// a piece of another word, in a script without blanks.
func (l *Language) CommonDay(text []byte, start, end int) bool {
	return l.endsWith(class.Daily, text[:start]) > 0 || l.BeginsWith(class.DayGoesOn, string(text[end:min(len(text), end+hanLetter)]))
}

// period looks for where the name of a year or a decade begins whose head stands from
// start to end: at a scope, or at the quotation marks before it.
func (l *Language) period(text []byte, start, end int, begins func(i int) bool, whole func(from, to int) bool) (from int, ok bool) {
	if l.endsWith(class.Counted, text[:start]) > 0 || l.BeginsWith(class.Counting, string(text[end:])) {
		return start, false // so many years, not one
	}
	if from, ok = l.quoted(text, start); ok {
		return from, true
	}
	if from, ok = l.scoped(text, start, whole); !ok {
		return start, false
	}
	return from, begins(from) && !l.amongScopes(text[:from])
}

// quoted returns where the quotation marks open that stand before a scope, and what tells
// of no one thing, before i: `"Water wells" international action`.
func (l *Language) quoted(text []byte, i int) (from int, ok bool) {
	i -= l.endsWith(class.Generic, text[:i])
	i -= l.endsWith(class.Scope, text[:i])
	before := text[max(0, i-mostScoped):i]
	for _, marks := range QuotationMarks {
		if words, marked := bytes.CutSuffix(before, []byte(marks[1])); marked {
			open := bytes.LastIndex(words, []byte(marks[0]))
			return i - len(before) + open, open >= 0
		}
	}
	return i, false
}

// Turned is the name of a year or a decade with the word "international" at the other end
// of what it is about, "year of tides international" for "international year of tides", in
// a script without blanks; empty for other names.
func (l *Language) Turned(name string) string {
	head := l.endsWith(class.Celebrated, []byte(name))
	if l.order != "end" || head == 0 {
		return ""
	}
	about, noun := name[:len(name)-head], name[len(name)-head:]
	if n := l.Beginning(class.Wide, noun); n > 0 && n < len(noun) && about != "" {
		return noun[:n] + about + noun[n:]
	}
	if n := l.Beginning(class.Wide, about); n > 0 && n < len(about) {
		return about[n:] + about[:n] + noun
	}
	return ""
}

// Led reports whether the name of a State, which ends at state, leads that of a thing whose
// head noun stands from start to end, "Lebanon recovery fund", in a script without blanks.
func (l *Language) Led(text []byte, state, start, end int, whole func(from, to int) bool) bool {
	told := start - state
	if told < leastTold*hanLetter || told > mostScoped || !l.Is(class.Led, string(text[start:end])) || l.GoesOn(text[end:]) {
		return false
	}
	words := string(text[state:start])
	return l.tells(words) && !l.BeginsWith(class.Lead, words) && !l.Holds(class.Place, words) && whole(state, start)
}

// LedByTwo is Led of what two States, whose names end at state, have set up together: "Chad-Niger
// Border Commission".
func (l *Language) LedByTwo(text []byte, state, start, end int) bool {
	words := string(text[state:start])
	han := !strings.ContainsFunc(words, func(r rune) bool { return !char.Han(r) })
	head := string(text[start:end])
	return han && len(words) <= mostShared && (l.Is(class.Tail, head) || l.Is(class.Led, head)) && !l.GoesOn(text[end:]) && !l.holdsCut(words) && !l.Holds(class.And, words)
}

// mostShared bounds the words between two States and their body, in bytes.
const mostShared = 6 * hanLetter

// GoesOn reports whether the text behind a head noun makes it a part of another
// word.
func (l *Language) GoesOn(rest []byte) bool {
	for _, w := range l.classes[class.And].words { // both are of one complement
		if behind, ok := bytes.CutPrefix(rest, []byte(w)); ok && l.BeginsWith(class.Tail, string(behind[:min(len(behind), mostHead)])) {
			return true
		}
	}
	return l.BeginsWith(class.Tail, string(rest[:min(len(rest), mostHead)])) || l.BeginsWith(class.After, string(rest[:min(len(rest), mostAfter)]))
}

// endsWith returns the length of the longest word of the class with which the text
// ends.
func (l *Language) endsWith(id class.ID, text []byte) (n int) {
	return l.Ending(id, text)
}

// ranks goes back over the words that say of what rank the body is.
func (l *Language) ranks(text []byte, i int) int {
	for range mostRanks {
		n := l.endsWith(class.Rank, text[:i])
		if n == 0 {
			break
		}
		i -= n
	}
	return i
}

// scoped looks for the word that begins the name before i.
func (l *Language) scoped(text []byte, i int, whole func(from, to int) bool) (from int, ok bool) {
	low, scope := max(0, i-mostScoped), &l.classes[class.Scope]
	for at := i - hanLetter; at > low; {
		size := char.HanBefore(text, at)
		if size == 0 {
			return i, false
		}
		if n := longestEnd(scope, text[low:at], mostScoped); n > 0 && (i-at >= leastTold*hanLetter || l.numbered(text, at-n)) {
			words := string(text[at:i])
			return at - n, (l.tells(words) || l.numbered(text, at-n) && l.numbersTell(words)) && whole(at, i)
		}
		at -= size
	}
	return i, false
}

// numbered reports whether an ordinal ends at i.
func (l *Language) numbered(text []byte, i int) bool {
	_, n := l.numberRight(text, i)
	return n > 0
}

// tells reports whether the words between a scope and its head say what the thing
// is about, and no more.
func (l *Language) tells(words string) bool {
	for _, r := range words {
		if !char.Han(r) {
			return false
		}
	}
	return !l.BeginsWith(class.Stop, words) && !l.BeginsWith(class.And, words) && !l.holdsCut(words) && l.endsWith(class.And, []byte(words)) == 0 && l.endsWith(class.Stop, []byte(words)) == 0 && !l.Generic(words)
}

// numbersTell is tells of words behind a scope that an ordinal leads: they are of a name, whatever
// word they begin or end with.
func (l *Language) numbersTell(words string) bool {
	return !strings.ContainsFunc(words, func(r rune) bool { return !char.Han(r) }) && !l.BeginsWith(class.And, words) && !l.holdsCut(words)
}

// amongScopes reports whether the text ends with another scope and an "and": both
// are adjectives, "regional and international".
func (l *Language) amongScopes(text []byte) bool {
	n := l.endsWith(class.And, text)
	return n > 0 && (l.endsWith(class.Scope, text[:len(text)-n]) > 0 || l.endsWith(class.Level, text[:len(text)-n]) > 0)
}

// dealsWith goes back from i over what the body deals with, to where a noun begins
// beyond doubt.
func (l *Language) dealsWith(text []byte, i int, plain func(i int) bool, whole func(from, to int) bool) (from int, ok bool) {
	for at, n := i, 0; at > 0 && n < mostTold; n++ {
		if n >= leastTold && (plain(at) || l.numbered(text, at)) {
			words := string(text[at:i])
			part := l.Holds(class.Part, words) && !l.BeginsWith(class.Begin, words)
			return at, !part && l.tells(words) && !l.Holds(class.And, words) && whole(at, i)
		}
		size := char.HanBefore(text, at)
		if size == 0 {
			return i, false
		}
		at -= size
	}
	return i, false
}

// amongListed goes back from i over what the body deals with to the mark of a list, where the name
// stands between two of them: an "and" there, which would join the last of the list, is its own.
func (l *Language) amongListed(text []byte, i, end int, whole func(from, to int) bool) (from int, ok bool) {
	if !bytes.HasPrefix(text[end:], []byte(ListMark)) {
		return i, false
	}
	low := max(0, i-mostScoped)
	at := bytes.LastIndex(text[low:i], []byte(ListMark))
	if at < 0 {
		return i, false
	}
	from = low + at + len(ListMark)
	words := string(text[from+l.Beginning(class.Rank, string(text[from:i])) : i])
	one, two, joined := l.cutAnd(words)
	return from, joined && l.tells(one) && l.tells(two) && !l.Holds(class.Part, words) && whole(from, i)
}

// ListMark parts the members of a list in a script without blanks.
const ListMark = "、"

// cutAnd returns the words before and behind the one "and" in them.
func (l *Language) cutAnd(words string) (one, two string, ok bool) {
	for _, and := range l.classes[class.And].words {
		if one, two, ok = strings.Cut(words, and); ok {
			return one, two, one != "" && two != "" && !l.Holds(class.And, two)
		}
	}
	return "", "", false
}

// holdsCut reports whether the words hold one that stands in no name, and that is no piece of
// another word.
func (l *Language) holdsCut(words string) bool {
	if !l.Holds(class.Cut, words) {
		return false
	}
	for _, w := range l.classes[class.CutBut].words {
		words = strings.ReplaceAll(words, w, "")
	}
	return l.Holds(class.Cut, words)
}

// Scoped returns the length of the scope of a name that is one of the whole world and a head
// noun alone, 0 of another.
func (l *Language) Scoped(name string) int {
	n := l.Beginning(class.Wide, name)
	if n == 0 || !l.Is(class.Tail, name[n:]) {
		return 0
	}
	return n
}

// Defined returns where the name begins that ends with the head noun at end and that a text
// defines there, in a script without blanks: where a noun begins beyond doubt.
func (l *Language) Defined(text []byte, end int, head string, plain func(i int) bool, whole func(from, to int) bool) (from int, ok bool) {
	if !bytes.HasSuffix(text[:end], []byte(head)) {
		return end, false
	}
	return l.dealsWith(text, end-len(head), plain, whole)
}

// Recalled are the head nouns under which a short name recalls a name that no table
// knows: of Keys, in scripts without blanks, those that no other word ends with.
func (l *Language) Recalled(name string) []string {
	keys := l.Keys(name)
	if l.order != "end" {
		return keys
	}
	return slices.DeleteFunc(keys, func(k string) bool { return l.Is(class.Common, k) || l.Is(class.Noun, k) })
}

// LeadBefore returns the length of the word that may stand before a noun with which
// the text ends, 0 where it ends with none.
func (l *Language) LeadBefore(text []byte) int { return l.endsWith(class.Lead, text) }
