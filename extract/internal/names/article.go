package names

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/class"
	"uncite/extract/record"
)

// Bounds of a name whose words bear the article, in words.
const (
	mostDefinite = 26
	mostChain    = 4 // nouns that each need the next
	ten          = 10
	digits       = "0123456789"
	leastWritten = 3 // letters of a word behind a preposition written as one with it
)

// Definite returns where the name ends that the head noun from start to end in
// text begins, in languages whose article is written as one with its noun: the
// head with its article, its adjectives, and the complement that a tie such as
// "on" begins, as far as each noun is definite or goes with a definite one. known
// returns the end of a name that begins at i, or i, and whether it is that of a
// place. begun says that a complement evidently stands there, ok that it is plain
// where it ends.
func (l *Language) Definite(text []byte, start, end int, known func(i int) (end int, place bool)) (to int, begun, ok bool) {
	if l.order != "article" {
		return end, false, false
	}
	return l.definiteName(definite{l: l, text: text, known: known, at: end, to: end}, start, end)
}

// Noted is Definite for a head that nothing tells from others but what it is about, said
// by a participle or a preposition of its own: a name where a note hangs on its end.
func (l *Language) Noted(text []byte, start, end int, known func(i int) (end int, place bool)) (to int, ok bool) {
	head := strings.TrimPrefix(l.Unswallowed(string(text[start:end])), l.article)
	about := l.next(text, end)
	if l.order != "article" || !l.Is(class.About, about) || l.alone(fields(head)) || !l.tellsOf(about, head) {
		return end, false
	}
	to, _, ok = l.definiteName(definite{l: l, text: text, known: known, at: end, to: end, noted: true}, start, end)
	return to, ok
}

// tellsOf reports whether the participle may be said of the head: both are of one gender.
// "The provisions of the Charter related to": what is related are the provisions.
func (l *Language) tellsOf(participle, head string) bool {
	if !l.definiteWord(participle) {
		return true // a preposition
	}
	feminine := slices.ContainsFunc(fields(head), func(w string) bool { return l.isFeminine(w) || l.ends(class.PluralEnding, w) })
	return feminine == l.ends(class.FeminineEnding, participle)
}

func (l *Language) definiteName(r definite, start, end int) (to int, begun, ok bool) {
	text := r.text
	if r.city(string(text[start:end])) {
		return r.to, true, true
	}
	if !r.head(start, end) {
		return end, false, false
	}
	if r.front(start, end) {
		return r.to, true, true
	}
	if !r.tie(start, end) {
		return end, false, false
	}
	if !r.complement() || r.last == "" && r.direct && r.nouns == 1 && !r.mandated || l.isHead(r.last) || l.Is(class.Carry, r.last) || l.Is(class.Generic, r.last) && !r.national {
		return end, r.tight, false // of a known thing, or of what the document alone calls so
	}
	return r.to, true, true
}

// front reports whether the head is that of a movement or an armed group, and two adjectives behind it
// tell which, of whom the last is a people's: "the front the revolutionary the Chadian".
func (r *definite) front(start, end int) bool {
	const least = 2
	return r.l.Is(class.Movement, r.l.Unswallowed(string(r.text[start:end]))) && r.l.Is(class.People, r.last) &&
		bytes.Count(r.text[end:r.to], []byte(" ")) >= least && r.l.definiteWord(r.last)
}

// MoreHeads are the forms of head nouns by which names are told besides those that
// the table has: with their article, where that is written as one with them; in
// scripts without blanks those that names no table knows may end with, alone or behind a State.
func (l *Language) MoreHeads() (forms []string) {
	if l.order != "article" {
		return slices.Concat(l.classes[class.Tail].words, l.classes[class.Led].words)
	}
	for _, h := range l.Heads {
		if !strings.Contains(h.Form, " ") {
			forms = append(forms, l.article+h.Form)
		}
	}
	return forms
}

// city reads a name that is made of the head of an instrument and the city after which it
// is called, with the complement that a preposition of its own begins behind them: "the
// Declaration of Lima on tides".
func (r *definite) city(head string) bool {
	l := r.l
	if l.Kind(head) != record.Instrument || strings.HasPrefix(head, l.article) {
		return false
	}
	w, next := r.next()
	if second := r.wordAfter(next); second != "" && l.Is(class.City, w+" "+second) {
		next += 1 + len(second)
	} else if !l.Is(class.City, w) {
		return false
	}
	if _, cities, _ := bytes.Cut(r.text[next:min(len(r.text), next+len(" - "))], []byte("-")); len(cities) > 0 {
		return false // of two
	}
	r.at, r.to = next, next
	w, next = r.next()
	if l.Is(class.Year, w) && year(r.wordAfter(next)) { // there are several of the city
		r.at = next + 1 + len(r.wordAfter(next))
		r.to = r.at
		w, next = r.next()
	}
	short := r.to
	switch second := r.wordAfter(next); {
	case l.Is(class.About, w):
		r.at, r.last = next, w
	case l.Is(class.About, w+" "+second):
		r.at, r.last = next+1+len(second), w
	case l.written(w) && l.definiteWord(second) && !l.isHead(l.withoutTie(w)):
		r.noted = true // what it is for tells it from others of the city
	default:
		return true
	}
	if !r.complement() {
		r.to = short
	}
	return true
}

// definite reads one name of words with articles.
type definite struct {
	l     *Language
	text  []byte
	known func(i int) (end int, place bool)
	at    int // where the next word is looked for
	to    int // the end of what is complete
	// feminine is the gender of the head; scope says that an adjective, or an
	// ordinal, tells one such thing from others.
	// family that there are many such heads, each told by what it is for.
	feminine, scope, family bool
	nouns                   int  // of the complement
	tight                   bool // what ties it is none that may begin a clause, "in order to"
	last                    string
	noted                   bool // a note hangs on the name, so that it needs no scope
	national                bool // the body is that of the State named behind its head
	mandated                bool // the head is of a body that deals with the complement, as its participle says
	// doubt says that a preposition within may be one of the sentence, direct that a
	// known name begins the complement, meeting that the head is of what is convened.
	doubt, direct, meeting bool
	first                  int // where the complement begins
}

// next returns the word behind the blank at r.at, and where it ends.
func (r *definite) next() (w string, end int) {
	w = r.wordAfter(r.at)
	return w, r.at + min(len(w), 1) + len(w)
}

// take makes the word that ends at end a part of the name, which may end there.
func (r *definite) take(w string, end int) {
	r.at, r.to, r.last = end, end, w
	if joined := r.l.joined(w); !r.l.definiteWord(w) {
		r.last = r.l.Unswallowed(joined)
		if r.last == joined {
			r.last = r.l.withoutTie(joined)
		}
	}
}

// definiteWord reports whether the word bears the article.
func (l *Language) definiteWord(w string) bool {
	return strings.HasPrefix(w, l.article) && !l.Is(class.Rooted, w) && utf8.RuneCountInString(w) > leastWritten
}

// Governed reports whether the word is a head noun with its article, and none of daily use,
// before which stands a word without one, and behind which nothing that it is for.
func (l *Language) Governed(word, before, behind string) bool {
	bare, ok := strings.CutPrefix(word, l.article)
	if first, rest, several := strings.Cut(word, " "); several {
		last := rest[strings.LastIndexByte(rest, ' ')+1:]
		bare = strings.TrimPrefix(first, l.article)
		ok = l.definiteWord(last) && (ok || l.Kind(first) == record.Entity) && !l.Is(class.Begin, last) && !l.Is(class.Made, last) && !l.Is(class.Gate, behind)
	}
	if !ok || !l.isHead(bare) && !l.Is(class.Meets, bare) || (l.Is(class.Common, bare) || l.Is(class.Vague, bare)) && !l.Is(class.Near, bare) || l.Is(class.Adjectival, bare) || l.Is(class.Rooted, word) {
		return false
	}
	if r := firstRune([]byte(before)); !unicode.IsLetter(r) || l.definiteWord(l.joined(before)) {
		return false
	}
	_, swallowed := l.swallowedWord(behind)
	return !swallowed && !l.Is(class.About, behind) && (!l.definiteWord(behind) || l.Is(class.Relative, behind) || l.Is(class.Preposition, behind) || l.Is(class.Stop, behind) || l.Is(class.Due, behind))
}

// Near reports whether the words are a noun of daily use that is short for what its paragraph has
// named, with its article where that is one with it.
func (l *Language) Near(words string) bool {
	return l.Is(class.Near, words) || l.article != "" && l.Is(class.Near, strings.TrimPrefix(l.Unswallowed(words), l.article))
}

// swallowed is what is left of the article behind a preposition.
func (l *Language) swallowedWord(w string) (noun string, ok bool) {
	for _, s := range l.classes[class.Swallowed].words {
		if rest, ok := strings.CutPrefix(w, s); ok && utf8.RuneCountInString(rest) >= leastWritten-1 {
			return l.article + rest, true
		}
	}
	return w, false
}

// Unswallowed returns a name as it stands without a preposition that has
// swallowed its article.
func (l *Language) Unswallowed(name string) string {
	if l.order != "article" {
		return name
	}
	noun, ok := l.swallowedWord(name)
	if !ok {
		return name
	}
	for _, tie := range l.classes[class.Tie].words { // the noun begins with the letter itself
		rest := strings.TrimPrefix(name, tie)
		if first, _, _ := strings.Cut(rest, " "); rest != name && l.isHead(first) {
			return l.article + rest
		}
	}
	return noun
}

// Swallow returns a name as it stands behind the preposition that swallows its article, in a
// language that has such a one; any other name as it is.
func (l *Language) Swallow(name string) string {
	if noun, ok := strings.CutPrefix(name, l.article); ok && l.bound != "" {
		return l.bound + noun
	}
	return name
}

// Unarticled returns a noun without its article, of which a preposition that swallowed it keeps
// its own letter.
func (l *Language) Unarticled(noun string) string {
	if l.article == "" {
		return noun
	}
	if rest, ok := strings.CutPrefix(noun, l.bound); ok && l.bound != "" {
		_, size := utf8.DecodeRuneInString(l.bound)
		return l.bound[:size] + rest
	}
	return strings.TrimPrefix(noun, l.article)
}

// head reads the head noun and its adjectives; it is false where it is none that
// a name can begin with.
func (r *definite) head(start, end int) bool {
	l := r.l
	words := fields(string(r.text[start:end]))
	first := l.Unswallowed(words[0])
	bare := strings.TrimPrefix(first, l.article)
	r.feminine, r.meeting, r.family = l.isFeminine(bare), l.Is(class.Meeting, bare), l.Is(class.Family, bare)
	r.scope = slices.ContainsFunc(words, func(w string) bool { return l.Is(class.Scope, w) })
	if !slices.ContainsFunc(words, l.definiteWord) && first == words[0] && !r.owner() && !r.ofState(words) && !r.ofBody(words) {
		return false
	}
	for range mostAdjectives + 2 {
		w, next := r.next()
		second := r.wordAfter(next)
		switch {
		case w == "":
			return true
		case second != "" && l.Number(w+" "+second) > 0:
			next, r.scope = next+1+len(second), true
		case l.Number(w) > 0 && (r.feminine || !l.ends(class.FeminineEnding, w)):
			r.scope = r.scope || l.Number(w)%ten > 0 || l.Kind(first) != record.Instrument // "the thirty plans" is said so too
		case l.Is(class.Compound, r.last) && l.definiteWord(w) && !l.Is(class.Begin, w):
		case l.Is(class.Compound, r.last) && l.Is(class.Apart, w):
			if r.at = next; !r.twoDefinite() {
				return false
			}
			continue
		case l.Is(class.Compound, r.last) && l.Is(class.Gate, w), l.Is(class.ApartOf, w):
			if r.at = next; !r.oneDefinite() {
				return false
			}
			continue
		case !l.definiteWord(w) || l.Is(class.Begin, w) || l.Is(class.Break, w):
			return true
		case r.feminine != l.ends(class.FeminineEnding, w):
			return false
		case l.Is(class.Scope, w):
			r.scope = true
		}
		r.take(w, next)
	}
	return true
}

// ofState takes the name of the State whose body the head is, where a purpose or an adjective
// of the body follows: "centre Egypt the international".
func (r *definite) ofState(head []string) bool {
	l := r.l
	if l.Kind(head[0]) != record.Entity || l.Is(class.Vague, head[0]) {
		return false
	}
	w, next := r.next()
	end, place := r.known(next - len(w))
	if !place || end <= r.at {
		return false
	}
	r.take("", end)
	w, _ = r.next()
	_, swallowed := l.swallowedWord(w)
	r.national = true
	r.scope = swallowed || l.definiteWord(w) && l.Is(class.Scope, w) && r.feminine == l.ends(class.FeminineEnding, w)
	return r.scope
}

// ofBody takes the full name of the body whose instrument the head is, where what it is for
// follows: "strategy the African Union for-the economy the blue".
func (r *definite) ofBody(head []string) bool {
	l := r.l
	if l.Kind(head[0]) != record.Instrument || l.Is(class.Vague, head[0]) {
		return false
	}
	w, next := r.next()
	end, place := r.known(next - len(w))
	if place || end <= next-len(w) {
		return false
	}
	r.take("", end)
	w, _ = r.next()
	noun, swallowed := l.swallowedWord(w)
	r.scope = swallowed && !l.Is(class.Stop, noun) && !l.isHead(noun) && !l.Is(class.HeldThing, noun)
	return r.scope
}

// owner takes the name of the body whose thing the head is, "of the United
// Nations", which is one of the names that tell nothing by themselves.
func (r *definite) owner() bool {
	w, next := r.next()
	if !r.l.Is(class.Weak, w) {
		return false
	}
	r.take(w, next)
	for {
		if w, next = r.next(); !r.l.Is(class.Weak, w) {
			r.scope = r.scope || r.family && r.purpose(w)
			return true
		}
		r.take(w, next)
	}
}

// purpose reports whether the word tells what a decade is for, and is not what the owner
// holds, which the noun that means a decade may say too.
func (r *definite) purpose(w string) bool {
	noun, swallowed := r.l.swallowedWord(w)
	if !swallowed {
		return r.l.written(w) && r.l.definiteWord(r.wordAfter(r.at+1+len(w)))
	}
	return !r.l.isHead(noun) && !r.l.Is(class.HeldThing, noun)
}

// oneDefinite takes one word with an article.
func (r *definite) oneDefinite() bool {
	w, next := r.next()
	if !r.l.definiteWord(w) || r.l.isHead(w) {
		return false
	}
	r.take(w, next)
	return true
}

// twoDefinite takes a word with an article, and another that "and" joins to it.
func (r *definite) twoDefinite() bool {
	if !r.oneDefinite() {
		return false
	}
	if w, next := r.next(); r.l.joined(w) != w && r.l.definiteWord(r.l.joined(w)) {
		r.take(w, next)
	}
	return true
}

// joined returns the word without the "and" that is written as one with it.
func (l *Language) joined(w string) string {
	for _, and := range l.classes[class.And].words {
		if rest, ok := strings.CutPrefix(w, and); ok && utf8.RuneCountInString(rest) > 1 {
			return rest
		}
	}
	return w
}

// tie reads what ties the complement to the head: a participle with its
// preposition, a preposition of its own, or the one that is written as one with
// the noun. What a head without a scope is tied to is a name only by the former.
func (r *definite) tie(start, end int) bool {
	l, head := r.l, string(r.text[start:end])
	w, next := r.next()
	_, swallowed := l.swallowedWord(w)
	bare := strings.TrimPrefix(l.Unswallowed(head), l.article)
	if l.Is(class.Vague, bare) {
		return false
	}
	switch {
	case l.Is(class.Mandate, w):
		if !r.scope && l.alone(fields(bare)) || r.feminine != l.ends(class.FeminineEnding, w) {
			return false
		}
		r.at, r.last = next, w
		w, _ = r.next()
		r.tight = l.BeginsWith(class.To, w)
		r.mandated = r.tight
		return r.tight
	case !r.scope && !r.noted, l.Is(class.Year, w):
		return false
	case l.Is(class.About, w), l.Is(class.On, w):
		r.at, r.last = next, w
		return true
	case l.Is(class.About, w+" "+r.wordAfter(next)):
		r.at, r.last = next+1+len(r.wordAfter(next)), w
		return true
	}
	if swallowed && l.alone(fields(bare)) && (l.Unswallowed(head) != head || l.EndsWith(class.Tie, r.text[:start])) {
		return false // for the centre, for its help
	}
	r.tight = swallowed || l.written(w)
	return r.tight
}

// wordAfter returns the word behind the blank at i.
func (r *definite) wordAfter(i int) string {
	if i+1 >= len(r.text) || r.text[i] != ' ' {
		return ""
	}
	return WordAt(r.text, i+1)
}

// written reports whether the word begins with a preposition that is written as
// one with the noun, and is no word of its own.
func (l *Language) written(w string) bool {
	for _, tie := range l.classes[class.Tie].words {
		if rest, ok := strings.CutPrefix(w, tie); ok && utf8.RuneCountInString(rest) >= leastWritten {
			return !l.Is(class.Break, w) && !l.BeginsWith(class.Verbal, w)
		}
	}
	return false
}

// step is what a word says of the name before it.
type step int

const (
	ends   step = iota // the sentence evidently goes on with the word
	goesOn             // the name goes on, and may end with the word
	opens              // it goes on, and a noun is to come
	cuts               // who can tell
)

// complement reads the complement; clean tells that the sentence evidently goes
// on behind it.
func (r *definite) complement() (clean bool) {
	open, chain := true, 0 // a noun is to come
	r.first = r.at
	for range mostDefinite {
		w, next := r.next()
		if w == "" {
			return !open && (!r.doubt || r.noted) && !r.titleBehind()
		}
		if open {
			if _, swallowed := r.l.swallowedWord(w); chain > 0 && (swallowed || r.l.written(w)) {
				return false // a purpose
			}
			chain++
			switch r.noun(w, next) {
			case goesOn:
				open, chain = false, 0
			case opens:
				if chain > mostChain {
					return false
				}
			default:
				return false
			}
			continue
		}
		switch r.behind(w, next) {
		case ends:
			return !r.doubt || r.meeting && r.convened(w, next) || r.noted && r.l.Is(class.Relative, w)
		case cuts:
			return false
		case opens:
			open = true
		}
	}
	return false
}

// titleBehind reports whether a title in quotation marks stands behind what is
// complete, or begins right behind the comma there, and is a part of the name; or a
// list goes on there that may be.
func (r *definite) titleBehind() bool {
	if r.at+1 < len(r.text) && mark(r.text, r.at) {
		_, size := utf8.DecodeRune(r.text[r.at:])
		w := r.wordAfter(r.at + size)
		if joined := r.l.joined(w); joined != w && r.l.definiteWord(joined) && !r.l.Is(class.Stop, joined) && !r.l.isHead(joined, r.wordAfter(r.at+size+1+len(w))) {
			return true
		}
	}
	rest := r.text[r.at:min(len(r.text), r.at+len(`، "`))]
	i := bytes.IndexAny(rest, `"'`)
	return i > 0 && rest[i-1] == ' '
}

// noun reads the noun that is to come, which is definite, a name, or needs
// another noun.
func (r *definite) noun(w string, next int) step {
	l := r.l
	if l.Is(class.Break, w) || !unicode.IsLetter(firstRune([]byte(w))) {
		return cuts
	}
	if l.Is(class.Without, r.last) || l.Is(class.Without, l.joined(r.last)) {
		r.take(w, next)
		r.nouns++
		return goesOn
	}
	for _, bare := range []string{w, l.withoutTie(w)} {
		if end, _ := r.known(next - len(bare)); end > next-len(bare) {
			r.direct = r.direct || r.nouns == 0 && r.first == r.at
			r.take("", end)
			r.nouns++
			return goesOn
		}
		if _, swallowed := l.swallowedWord(bare); l.definiteWord(bare) || swallowed || l.Is(class.Region, bare) {
			r.take(w, next)
			r.nouns++
			return goesOn
		}
	}
	r.at, r.last = next, w
	return opens
}

// withoutTie returns the word without a preposition that is written as one with
// it.
func (l *Language) withoutTie(w string) string {
	for _, id := range [...]class.ID{class.To, class.Tie} {
		for _, tie := range l.classes[id].words {
			if rest, ok := strings.CutPrefix(w, tie); ok && utf8.RuneCountInString(rest) >= leastWritten {
				return rest
			}
		}
	}
	return w
}

// behind reads the word behind what is complete.
func (r *definite) behind(w string, next int) step {
	l := r.l
	joined := l.joined(w)
	carried := l.Is(class.Carry, r.last)
	switch {
	case r.direct && r.nouns == 1 && r.last == "" && l.Is(class.Mandate, w) && r.feminine == l.ends(class.FeminineEnding, w) && l.BeginsWith(class.To, r.wordAfter(next)):
		r.at, r.last = next, w
		return opens
	case l.Is(class.Begin, w) && strings.Trim(r.last, digits) == "" && r.feminine != l.ends(class.FeminineEnding, w):
		r.at, r.last = next, w // of the known thing, with which it agrees
		return opens
	case l.Is(class.Begin, w):
		return cuts // whose
	case l.Is(class.Break, w), l.Is(class.Stop, w):
		return ends
	case l.definiteWord(w), l.Is(class.Adverb, w), carried && l.pronominal(w):
		r.take(w, next)
		return goesOn
	case joined != w:
		return r.joins(w, joined, next)
	case l.Is(class.Within, w), l.Is(class.ApartOf, w), carried && l.Is(class.Preposition, w), l.Is(class.About, w):
		r.at, r.last = next, w
		return opens
	case l.Is(class.Preposition, w) && (r.placeBehind(next) || l.Is(class.At, w) && r.loneBehind(next) || r.mandated && r.last == "" && !l.Is(class.At, w)):
		return ends
	case l.Is(class.Preposition, w):
		if l.Is(class.Break, r.wordAfter(next)) {
			return ends
		}
		r.at, r.last, r.doubt = next, w, true
		return opens
	case years(w):
		r.take(w, next)
		return ends
	case l.Is(class.Year, w):
		if y := r.wordAfter(next); years(y) {
			r.take(w, next+1+len(y))
		}
		return ends
	case r.last == "" && year(w) || r.last == "" && unicode.IsDigit(firstRune([]byte(w))):
		r.take(w, next)
		return goesOn
	}
	return r.writtenBehind(w, next, carried)
}

// writtenBehind reads a word behind what is complete that no table knows: with a
// preposition that is written as one with it, it may be of the name.
func (r *definite) writtenBehind(w string, next int, carried bool) step {
	l := r.l
	noun, swallowed := l.swallowedWord(w)
	bare := l.withoutTie(w)
	switch {
	case swallowed:
		if l.Is(class.Stop, noun) {
			return cuts
		}
		if l.isHead(noun) {
			return ends
		}
		r.take(w, next)
		return goesOn
	case l.BeginsWith(class.To, w):
		if _, place := r.known(next - len(bare)); place || l.Is(class.Where, bare) {
			return ends
		}
		if !carried {
			return cuts
		}
		if l.definiteWord(bare) {
			r.take(w, next)
			return goesOn
		}
		r.at, r.last = next, w
		return opens
	case l.written(w), l.ends(class.FeminineEnding, w):
		return cuts // a purpose, or another noun
	}
	return ends
}

// joins reads a word behind an "and".
func (r *definite) joins(w, joined string, next int) step {
	l := r.l
	switch {
	case l.Is(class.Preposition, w):
		return cuts
	case l.Is(class.Without, joined):
		r.at, r.last = next, w
		return opens
	case l.Is(class.Break, joined), l.Is(class.Stop, joined), l.Is(class.Where, joined), l.isHead(joined, r.wordAfter(next)):
		return ends
	case l.definiteWord(joined):
		if who := r.wordAfter(next); l.Is(class.Relative, who) && l.isFeminine(who) == (l.isFeminine(joined) || l.ends(class.PluralEnding, joined)) {
			return cuts // who of the two?
		}
		r.take(w, next)
		return goesOn
	case l.pronominal(joined):
		r.take(w, next)
		return goesOn
	case r.chainBehind(next) && !l.ends(class.PluralEnding, joined):
		r.at, r.last = next, w
		return opens
	}
	return cuts
}

// isFeminine reports whether the word is of that gender.
func (l *Language) isFeminine(w string) bool {
	return l.Is(class.Feminine, w) || l.ends(class.FeminineEnding, w)
}

// convened reports whether the word that ends at next says, of a thing of the
// head's gender, that it was convened.
func (r *definite) convened(w string, next int) bool {
	l := r.l
	if l.isFeminine(w) != r.feminine {
		return false
	}
	return l.Is(class.Convened, w) || l.Is(class.Relative, w) && l.Is(class.Convened, r.wordAfter(next))
}

// Agrees reports whether the word, which bears the article, may be an adjective of the head
// noun before it: both are of one gender, and a noun of one thing has none of many. Other
// words are what the body did something to. Adjectives of many things are feminine.
func (l *Language) Agrees(head, word string) bool {
	first, _, _ := strings.Cut(head, " ")
	noun, definite := strings.CutPrefix(first, l.article)
	if l.article != "" && !definite {
		return true // it needs the word
	}
	one := l.ends(class.FeminineEnding, noun) || l.Kind(noun) != "" && !l.Is(class.Feminine, noun)
	switch {
	case !one || l.Number(word) > 0:
		return true
	case l.ends(class.PluralEnding, word), l.Is(class.Stop, word):
		return false
	}
	return l.ends(class.FeminineEnding, noun) == l.ends(class.FeminineEnding, word)
}

// pronominal reports whether the word ends with a pronoun, "its", and so is
// definite.
func (l *Language) pronominal(w string) bool {
	return utf8.RuneCountInString(w) > leastWritten+2 && l.ends(class.Its, w)
}

// isHead reports whether the words begin with a head noun: another name.
func (l *Language) isHead(words ...string) bool {
	_, n := l.headAt(words)
	return n > 0
}

// chainBehind reports whether the nouns behind the one that ends at i come to a
// definite one.
func (r *definite) chainBehind(i int) bool {
	for range mostChain {
		w := r.wordAfter(i)
		if w == "" || r.l.Is(class.Break, w) || r.l.Is(class.Preposition, w) {
			return false
		}
		if end, _ := r.known(i + 1); r.l.definiteWord(w) || end > i+1 {
			return true
		}
		i += 1 + len(w)
	}
	return false
}

// placeBehind reports whether a place, or a number, follows the preposition that
// ends at i.
func (r *definite) placeBehind(i int) bool {
	w := r.wordAfter(i)
	_, place := r.known(i + 1)
	return place || w != "" && !unicode.IsLetter(firstRune([]byte(w))) || r.l.Is(class.Where, w) || r.l.Is(class.City, w)
}

// loneBehind reports whether a noun without an article and nothing else follows the preposition
// that ends at i, up to a mark: a place that no table has, and no complement.
func (r *definite) loneBehind(i int) bool {
	w := r.wordAfter(i)
	return w != "" && !r.l.definiteWord(w) && r.wordAfter(i+1+len(w)) == ""
}
