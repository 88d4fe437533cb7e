package names

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/normal"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// Head is a head noun, in the form in which texts print it; a star stands for
// up to four letters of ending.
type Head struct {
	Form string
	Kind record.Kind // of the things that bear it
}

// Language is what the table of a language says of its names.
type Language struct {
	Heads []Head
	// Plurals are the words that lead several names at once, "treaties of", or stand behind them.
	Plurals []string

	order      string              // where the head stands: last, first, middle, end, article
	article    string              // that is written as one with its noun
	bound      string              // the article behind a preposition that is written as one with both
	capitals   bool                // names are runs of words with capitals and links
	small      bool                // names have one capital, at their head
	nominative []string            // of head nouns, in languages of cases
	oblique    []pair              // stems of their other cases, where these differ
	agreement  []pair              // endings of such nouns, and of the adjectives with them
	plurals    []pair              // and what leads one such name
	shared     []pair              // plurals behind several names, and what stands behind one
	sharing    []pair              // plurals that ordinals share, and their singular
	singles    []pair              // adjectives in the plural, and their singular
	parties    []pair              // those who meet under a treaty, and what they are called in all languages
	telling    map[string][]string // words that tell of no one thing, by first letter
	spelling   []pair              // of adjectives, where their ending meets the stem
	byWord     map[uint64][]form   // heads by the first letters of their first word
	byLast     map[rune][]Head     // heads by their last letter, in a script without blanks
	classes    [class.Count]members
	that       []string // in the order of the table
	// numbers are the ordinals, and those that change their ending.
	numbers     map[string]int
	numberStems [256][]numberStem // by their lead
	numberLeads [256]bool         // of both, for a quick no
	numberSign  string            // with which they begin, in a script without blanks
	numerals    string            // all that stands in them behind it there
	measures    string            // and what they count with
	adjectives  members           // the stems of adjectives that make a head noun the name of another thing
}

// pair is an ending and what goes with it.
type pair struct{ ending, with string }

// form is a head noun as words.
type form struct {
	tell  tell // of its first word
	words []string
	text  string     // these in one string
	bare  []headWord // and as names are compared with them
	kind  record.Kind
	// keys are those under which names of the head may be recalled, the longest first: "working
	// group" and "group".
	keys []string
	// parties is what those are called in all languages who meet under a treaty, where the head is
	// of such a meeting.
	parties string
	cases   []string // the forms that differ in their ending alone, with a capital
}

// headWord is a word of a head noun without its article; open says that a star stood behind it.
type headWord struct {
	stem string
	open bool
}

// tell is the four bytes of a word behind those of its key, as far as it has them: of heads with
// one key nearly all are told from a word by these.
type tell struct{ bytes, mask uint32 }

// tellOf is the tell of a word whose key is of so many bytes.
func tellOf(word string, key int) (t tell) {
	for i := min(key+4, len(word)) - 1; i >= key; i-- {
		t.bytes, t.mask = t.bytes<<8|uint32(word[i]), t.mask<<8|0xFF
	}
	return t
}

// may reports whether one of the two words may begin the other.
func (t tell) may(other tell) bool { return (t.bytes^other.bytes)&t.mask&other.mask == 0 }

// keyLetters are the letters by which heads are looked up.
const keyLetters = 2

// New reads the table of names of a language.
func New(code string) (*Language, error) {
	rows, err := lang.Table(code, "names")
	if err != nil {
		return nil, err
	}
	l := &Language{byWord: map[uint64][]form{}, byLast: map[rune][]Head{}, numbers: map[string]int{}}
	for _, row := range rows {
		text := normalise(row.Form)
		switch row.Class {
		case "order":
			l.order = row.Value
		case "capitals":
			l.capitals, l.small = text == "run", text == "head"
		case "nominative":
			l.nominative = append(l.nominative, text)
			if row.Value != row.Class {
				l.oblique = append(l.oblique, pair{normalise(row.Value), text})
			}
		case "plural":
			l.Plurals = append(l.Plurals, text)
			l.plurals = append(l.plurals, pair{text, normalise(row.Value)})
		case "plural-behind":
			l.Plurals = append(l.Plurals, text)
			l.shared = append(l.shared, pair{text, normalise(row.Value)})
		case "plural-numbered":
			l.Plurals = append(l.Plurals, text)
			l.sharing = append(l.sharing, pair{text, normalise(row.Value)})
		case "singular":
			l.singles = append(l.singles, pair{text, normalise(row.Value)})
		case "parties":
			l.parties = append(l.parties, pair{text, row.Value})
		case "agreement":
			l.agreement = append(l.agreement, pair{text, row.Value})
		case "spelling":
			l.spelling = append(l.spelling, pair{text, row.Value})
		case "article":
			if row.Value == "bound" {
				l.bound = text
			} else {
				l.article = text
			}
		case "adjective":
			l.adjectives.add(text)
		case "head":
			l.addHead(text, record.Kind(row.Value))
		case "ordinal":
			n, err := strconv.Atoi(row.Value)
			if err != nil {
				return nil, fmt.Errorf("language %s: %q is no number of the ordinal %q", code, row.Value, row.Form)
			}
			l.addNumber(text, n)
		case "law", "law-mark": // of States; what cites them by number reads them
		default:
			id, ok := class.Named(row.Class)
			if !ok {
				return nil, fmt.Errorf("language %s: unknown class %q of %q in the table of names", code, row.Class, row.Form)
			}
			l.addWord(id, text)
		}
	}
	l.telling = l.wordsOfNothing()
	l.markMeetings()
	l.noteKeys()
	if l.order == "middle" {
		l.declineHeads()
	}
	return l, nil
}

// normalise returns a form as the matcher sees it.
func normalise(s string) string { return normal.String(s) }

func (l *Language) addHead(text string, kind record.Kind) {
	l.Heads = append(l.Heads, Head{text, kind})
	last, _ := utf8.DecodeLastRuneInString(text)
	l.byLast[last] = append(l.byLast[last], Head{text, kind})
	f := form{words: fields(text), text: text, kind: kind}
	for _, w := range f.words {
		stem, open := strings.CutSuffix(strings.TrimPrefix(w, l.article), "*")
		f.bare = append(f.bare, headWord{stem, open})
	}
	key, size := l.keyOf(f.words[0])
	f.tell = tellOf(f.bare[0].stem, size)
	l.byWord[key] = append(l.byWord[key], f)
	slices.SortStableFunc(l.byWord[key], func(a, b form) int { return len(b.words) - len(a.words) })
}

func (l *Language) addWord(id class.ID, text string) {
	if id == class.That {
		l.that = append(l.that, text)
	}
	l.classes[id].add(text)
}

// Capitals reports whether the names of the language are runs of words with
// capitals, and the links between them.
func (l *Language) Capitals() bool { return l.capitals }

// Told reports whether names that no table knows are told by their head noun.
func (l *Language) Told() bool { return l.capitals || l.small || l.order == "article" }

// HeadFirst reports whether the head noun stands before its adjectives.
func (l *Language) HeadFirst() bool { return l.order == "first" }

// HeadLast reports whether the head noun stands behind its adjectives.
func (l *Language) HeadLast() bool { return l.order == "last" }

// Cases reports whether nouns change with their case.
func (l *Language) Cases() bool { return l.order == "middle" }

// Is reports whether the word is one of the class: link, person,
// that, self, weak, common, stop, and, the.
func (l *Language) Is(id class.ID, word string) bool { return l.classes[id].has(word) }

// WordsOf are the words of the class, in the order of the table.
func (l *Language) WordsOf(id class.ID) []string { return l.classes[id].words }

// Has reports whether the table has words of the class.
func (l *Language) Has(id class.ID) bool { return !l.classes[id].empty() }

// EndsWith reports whether the text ends with a word of the class.
func (l *Language) EndsWith(id class.ID, text []byte) bool {
	return l.Ending(id, text) > 0
}

// ends is EndsWith of a word.
func (l *Language) ends(id class.ID, word string) bool {
	return longestEnd(&l.classes[id], word, len(word)) > 0
}

// Ending returns the length of the word of the class with which the text ends, 0 where it
// ends with none.
func (l *Language) Ending(id class.ID, text []byte) int {
	return longestEnd(&l.classes[id], text, len(text))
}

// Singular returns the words that lead one name for those that lead several,
// empty where they do not.
func (l *Language) Singular(words []byte) string {
	for _, p := range l.plurals {
		if len(p.ending) == len(words) && bytes.EqualFold([]byte(p.ending), words) {
			return p.with
		}
	}
	return ""
}

// Shared returns the words that stand behind one name for those that stand behind several
// at once, "conventions", empty where they do not.
func (l *Language) Shared(words string) string { return with(l.shared, words) }

// Numbered returns the singular of the noun in the plural that ordinals may share,
// "Committees", empty where it is none.
func (l *Language) Numbered(words string) string { return with(l.sharing, words) }

// Single returns the singular of an adjective of such a noun, empty where it is none.
func (l *Language) Single(adjective string) string { return with(l.singles, adjective) }

// with returns what goes with the words, nothing where they are not among the pairs.
func with(pairs []pair, words string) string {
	for _, p := range pairs {
		if p.ending == words {
			return p.with
		}
	}
	return ""
}

// BeginsWith reports whether the text begins with a word of the class.
func (l *Language) BeginsWith(id class.ID, text string) bool {
	return l.classes[id].beginning(text) > 0
}

// Beginning returns the length of the longest word of the class with which the text
// begins, 0 where it begins with none.
func (l *Language) Beginning(id class.ID, text string) int { return l.classes[id].beginning(text) }

// Holds reports whether a word of the class stands in the text.
func (l *Language) Holds(id class.ID, text string) bool {
	for _, w := range l.classes[id].words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// Last returns where the word of the class that ends last in the text begins and ends there, 0
// and 0 where there is none.
func (l *Language) Last(id class.ID, text string) (start, end int) {
	for _, w := range l.classes[id].words {
		if at := strings.LastIndex(text, w); at >= 0 && at+len(w) > end {
			start, end = at, at+len(w)
		}
	}
	return start, end
}

// Adjective reports whether the word is one of those that, behind a head noun,
// make it the name of another thing.
func (l *Language) Adjective(word string) bool {
	return l.adjectives.beginning(word) > 0 && !l.ends(class.AdverbEnding, word) || l.ofPeople(word)
}

// ofPeople reports whether the word ends as adjectives of peoples do and is long enough to
// be one: "Plan sénégalais".
func (l *Language) ofPeople(word string) bool {
	const least = 6 // bytes
	return len(word) >= least && !capital(word) && l.ends(class.PeopleEnding, word) && !l.Is(class.NoPeople, word)
}

// keyOf is the key under which a word is looked up, its first letters, small and without its
// article, and of how many bytes these are.
func (l *Language) keyOf(word string) (key uint64, n int) {
	bare := strings.TrimPrefix(word, l.article)
	word = bare
	for letters := 0; letters < keyLetters && word != ""; letters++ {
		r, size := rune(word[0]), 1
		switch b := word[0]; {
		case b >= 0xC2 && b < 0xE0 && len(word) > 1: // of two bytes, as nearly all letters beyond ASCII
			r, size = rune(b&0x1F)<<6|rune(word[1]&0x3F), 2
		case b >= utf8.RuneSelf:
			r, size = utf8.DecodeRuneInString(word)
		}
		key, word = key<<32|uint64(char.LowerRune(r)), word[size:]
	}
	return key, len(bare) - len(word)
}

// headAt returns the longest head noun that the words begin with, and of how
// many words it is: nil and 0 where they begin with none.
func (l *Language) headAt(words []string) (f *form, n int) {
	if len(words) == 0 {
		return nil, 0
	}
	return l.headFrom(words[0], words)
}

// headFrom is headAt with another first word.
func (l *Language) headFrom(word string, words []string) (f *form, n int) {
	first, cut := l.bareWord(word)
	key, size := l.keyOf(word)
	forms, tell := l.byWord[key], tellOf(first, size)
	for i := range forms {
		f := &forms[i]
		if f.tell.may(tell) && l.fits(f.bare[0], first, cut) && len(f.bare) <= len(words) && l.fitBehind(f.bare, words) {
			return f, len(f.bare)
		}
	}
	return nil, 0
}

// headForm is headAt in a full name, where adjectives before it give a head noun small
// letters that the table has with a capital alone, in languages of cases.
func (l *Language) headForm(words []string) (f *form, n int) {
	if f, n = l.headAt(words); n > 0 {
		return f, n
	}
	return l.headAsCapital(words)
}

// headAsCapital is headAt of words of which the first is in small letters, in languages of cases.
func (l *Language) headAsCapital(words []string) (f *form, n int) {
	if l.order != "middle" || len(words) == 0 {
		return nil, 0
	}
	if w := capitalised(words[0]); w != words[0] {
		return l.headFrom(w, words)
	}
	return nil, 0
}

// bareWord is a word of a name without its article and its star; cut says that it had either.
func (l *Language) bareWord(word string) (w string, cut bool) {
	w = strings.TrimSuffix(word, "*")
	if l.article != "" {
		w = strings.TrimPrefix(w, l.article)
	}
	return w, len(w) < len(word)
}

// fitBehind reports whether the words of a name behind the first are those of the head.
func (l *Language) fitBehind(head []headWord, name []string) bool {
	for i := 1; i < len(head); i++ {
		if w, cut := l.bareWord(name[i]); !l.fits(head[i], w, cut) {
			return false
		}
	}
	return true
}

// fits reports whether the bare word of a name is that of a head; of one that is cut in a
// language of cases the beginning is enough.
func (l *Language) fits(h headWord, w string, cut bool) bool {
	if h.open {
		return hasStem(w, h.stem)
	}
	return w == h.stem || cut && l.order == "middle" && hasStem(h.stem, w)
}

// likeEnd are the heads whose last letter is that of the name.
func (l *Language) likeEnd(name string) []Head {
	last, _ := utf8.DecodeLastRuneInString(name)
	return l.byLast[last]
}

// endsOf are the heads with which a name ends, in a script without blanks: of one that
// is of class "whole" no shorter one, which is another thing.
func (l *Language) endsOf(name string) (heads []Head) {
	whole := 0
	for _, h := range l.likeEnd(name) {
		if !strings.HasSuffix(name, h.Form) {
			continue
		}
		heads = append(heads, h)
		if len(h.Form) > whole && l.Is(class.Whole, h.Form) {
			whole = len(h.Form)
		}
	}
	return slices.DeleteFunc(heads, func(h Head) bool { return len(h.Form) < whole })
}

// Kind returns the kind of things that bear the head noun.
func (l *Language) Kind(head string) record.Kind {
	if l.order == "end" {
		return l.tailKind(head)
	}
	var held [mostHeld]string
	if f, n := l.headAt(appendFields(held[:0], head)); n > 0 {
		return f.kind
	}
	return ""
}

// HasHead reports whether one of the head nouns in a name is of the kind, in a script with
// blanks.
func (l *Language) HasHead(name string, kind record.Kind) bool {
	words := fields(name)
	for j := range words {
		if f, n := l.headAt(words[j:]); n > 0 && f.kind == kind {
			return true
		}
	}
	return false
}

// tailKind is Kind of a name in a script without blanks: that of the longest
// head with which it ends.
func (l *Language) tailKind(name string) (kind record.Kind) {
	longest := 0
	for _, h := range l.likeEnd(name) {
		if len(h.Form) > longest && strings.HasSuffix(name, h.Form) {
			kind, longest = h.Kind, len(h.Form)
		}
	}
	return kind
}

// Generic reports whether a title holds nothing but heads, links and words that tell
// of no one thing: "Status-of-Forces Agreement", "Steering Committee", "third
// Conference". Each document means another by it.
func (l *Language) Generic(title string) bool {
	if l.order == "end" {
		return l.genericRun(title)
	}
	words := fields(title)
	for i := range words {
		words[i] = strings.TrimSuffix(words[i], ",")
	}
	for i := 0; i < len(words); {
		_, n := l.headAt(words[i:])
		if n == 0 && !l.untelling(words[i]) && l.Number(words[i]) == 0 && (i > 0 || !year(words[i])) && (i == 0 || !counts(words[i])) {
			return false
		}
		i += max(n, 1)
	}
	return len(words) > 0
}

// counts reports whether the word is a numeral or a letter that counts things of one
// name: "Protocol III", "Group B".
func counts(w string) bool { return strings.Trim(w, "IVX") == "" || len(w) == 1 && char.IsUpper(w[0]) }

// untelling reports whether a word that is no head tells of no one thing.
func (l *Language) untelling(w string) bool {
	if elided, rest, ok := strings.Cut(w, "'"); ok && l.Is(class.Link, elided+"'") {
		w = rest
	}
	if l.Is(class.Generic, char.Lower(w)) || l.link(w) || l.Is(class.The, w) || l.Is(class.And, w) {
		return true
	}
	_, n := l.headAt([]string{w}) // behind an elided article
	return n > 0
}

// genericRun is Generic in a script without blanks.
func (l *Language) genericRun(title string) bool {
	rest := title
	for len(rest) > 0 {
		n := l.genericAt(rest)
		if n == 0 {
			return false
		}
		rest = strings.TrimLeft(rest[n:], " ")
	}
	return true
}

// genericAt returns the length of the longest word of no telling with which the
// title begins, 0 where it begins with another.
func (l *Language) genericAt(title string) int {
	_, size := utf8.DecodeRuneInString(title)
	for _, w := range l.telling[title[:size]] {
		if strings.HasPrefix(title, w) {
			return len(w)
		}
	}
	return 0
}

// wordsOfNothing are the heads and the words that tell of no one thing, by
// their first letter, the longest first.
func (l *Language) wordsOfNothing() map[string][]string {
	words := map[string][]string{}
	add := func(w string) {
		_, size := utf8.DecodeRuneInString(w)
		words[w[:size]] = append(words[w[:size]], w)
	}
	for _, h := range l.Heads {
		add(h.Form)
	}
	for _, w := range l.classes[class.Generic].words {
		add(w)
	}
	for _, list := range words {
		slices.SortFunc(list, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	}
	return words
}

// Levelled is a title without the particles and marks of no meaning.
func (l *Language) Levelled(title string) string {
	title = Key(title)
	for _, w := range l.classes[class.Particle].words {
		title = strings.ReplaceAll(title, w, "")
	}
	return strings.ReplaceAll(title, " ", "")
}

// foundHead is a head noun among the words of a name: so many of them, from a place on; none has
// no form.
type foundHead struct {
	form  *form
	at, n int
}

// within returns where the head begins in the name of the words, and its length.
func (h foundHead) within(words []string) (start, size int) {
	if h.n == 0 {
		return 0, 0
	}
	for _, w := range words[:h.at] {
		start += len(w) + 1
	}
	for _, w := range words[h.at : h.at+h.n] {
		size += len(w) + 1
	}
	return start, size - 1
}

// HeadAt returns where the head noun of a name begins, 0 where it has none.
func (l *Language) HeadAt(name string) int {
	var held [mostHeld]string
	words := appendFields(held[:0], name)
	at, _ := l.findBy(words, false).within(words)
	return at
}

// Part is where the head noun stands in a name, and what that says of it.
type Part struct {
	At, Size int
	Bare     bool   // it is all of the name
	Key      string // the longest under which the name may be recalled, empty where there is none
	// of a meeting of those who are parties to a treaty: what PartiesOf says
	Parties, Rest string
}

// PartOf is what the head noun says of a name.
func (l *Language) PartOf(name string) (p Part) {
	if l.order == "end" {
		p = Part{At: l.HeadAt(name), Size: len(l.HeadOf(name)), Bare: l.Bare(name), Parties: with(l.parties, name)}
		if keys := l.Keys(name); len(keys) > 0 {
			p.Key = keys[0]
		}
		return p
	}
	var held [mostHeld]string
	words := appendFields(held[:0], name)
	head := l.findBy(words, false)
	p.At, p.Size = head.within(words)
	switch {
	case head.n > 0:
		p.Key = head.form.keys[0]
	case l.meets(words):
		p.Key = Meeting
	}
	if head.at > 0 || head.n == 0 { // another may lead the name
		head.form, head.n = l.headAt(words)
	}
	p.Bare = head.n > 0 && head.n == len(words)
	p.Parties, p.Rest = head.form.partiesOf(words)
	return p
}

// HeadOf returns the words of the head noun of a name.
func (l *Language) HeadOf(name string) string {
	var held [mostHeld]string
	words := appendFields(held[:0], name)
	head := l.findBy(words, false)
	return strings.Join(words[head.at:head.at+head.n], " ")
}

// HeadIs reports whether the head noun of a name, in the form of the table, is of the
// class.
func (l *Language) HeadIs(id class.ID, name string) bool { return l.Is(id, l.tableHead(name)) }

// tableHead returns the head noun of a name in the form of the table, empty where it has none.
func (l *Language) tableHead(name string) string {
	var held [mostHeld]string
	head := l.findBy(appendFields(held[:0], name), false)
	if head.n == 0 {
		return ""
	}
	return head.form.text
}

// Bare reports whether the name is a head noun alone.
func (l *Language) Bare(name string) bool {
	if l.order == "end" {
		return slices.ContainsFunc(l.likeEnd(name), func(h Head) bool { return h.Form == name }) || l.Is(class.Bare, name)
	}
	var held [mostHeld]string
	words := appendFields(held[:0], name)
	_, n := l.headAt(words)
	return n > 0 && n == len(words)
}

// Keys are the head nouns under which a name may be recalled by a short one,
// the longest first: "working group" and "group".
func (l *Language) Keys(name string) (keys []string) {
	if l.order == "end" {
		for _, h := range l.endsOf(name) {
			keys = append(keys, h.Form)
		}
		slices.SortStableFunc(keys, func(a, b string) int { return len(b) - len(a) })
		return keys
	}
	var held [mostHeld]string
	words := appendFields(held[:0], name)
	head := l.findBy(words, false)
	switch {
	case head.n > 0 && l.meeting(words, head.at, head.n) != "":
		return slices.Insert(slices.Clone(head.form.keys), 1, Meeting)
	case head.n > 0:
		return head.form.keys
	case l.meets(words):
		return []string{Meeting}
	}
	return nil
}

// meets reports whether the words are the noun alone of those who meet under a treaty, which is no
// head noun.
func (l *Language) meets(words []string) bool {
	return len(words) == 1 && l.Is(class.Meets, strings.TrimPrefix(words[0], l.article))
}

// noteKeys notes under which head nouns the names of each may be recalled.
func (l *Language) noteKeys() {
	for _, heads := range l.byWord {
		for i := range heads {
			f := &heads[i]
			f.keys = []string{keyOfHead(f.text)}
			for _, w := range f.words {
				if single, n := l.headAt([]string{strings.TrimSuffix(w, "*")}); n == 1 && len(f.words) > 1 {
					f.keys = append(f.keys, keyOfHead(single.text))
				}
			}
			f.keys = slices.Clip(f.keys)
		}
	}
}

// Parties returns what those who meet under a treaty are called in all languages, where
// the words are such a head noun; empty where they are none.
func (l *Language) Parties(words string) string {
	parties, rest := l.PartiesOf(words)
	if rest != "" {
		return ""
	}
	return parties
}

// PartiesOf is Parties where further words may stand behind the head noun: the last of
// these is rest, "Meeting of States Parties to the Convention".
func (l *Language) PartiesOf(words string) (parties, rest string) {
	if l.order != "end" {
		var held [mostHeld]string
		name := appendFields(held[:0], words)
		f, _ := l.headAt(name)
		return f.partiesOf(name)
	}
	return with(l.parties, words), ""
}

// partiesOf is PartiesOf of a name that the head leads, nil where none does.
func (f *form) partiesOf(name []string) (parties, rest string) {
	if f == nil || len(f.words) < 2 {
		return "", ""
	}
	if len(f.words) < len(name) && f.parties != "" {
		rest = name[len(name)-1]
	}
	return f.parties, rest
}

// markMeetings notes which head nouns are those of who meet under a treaty.
func (l *Language) markMeetings() {
	for _, heads := range l.byWord {
		for i := range heads {
			heads[i].parties = with(l.parties, heads[i].text)
		}
	}
}

// MayMeet reports whether the word begins a head noun of those who meet under a treaty, in a
// script with blanks.
func (l *Language) MayMeet(word string) bool {
	first, cut := l.bareWord(word)
	key, _ := l.keyOf(word)
	return slices.ContainsFunc(l.byWord[key], func(f form) bool { return f.parties != "" && l.fits(f.bare[0], first, cut) })
}

// Meeting is the key of the noun alone of those who meet under a treaty.
const Meeting = "meeting"

// keyOfHead is the key of a head noun, with a capital or without, with a dash between two
// words or a hyphen.
func keyOfHead(text string) string {
	return strings.ReplaceAll(char.Lower(text), " - ", "-")
}

// endings is how many letters a star stands for.
const endings = 4

// hasStem reports whether a word is the stem with an ending.
func hasStem(word, stem string) bool {
	rest, ok := strings.CutPrefix(word, stem)
	return ok && utf8.RuneCountInString(rest) <= endings
}

// capitalised returns s with its first letter as a capital.
func capitalised(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	upper := unicode.ToUpper(r)
	if upper == r && r != utf8.RuneError {
		return s
	}
	return string(upper) + s[size:]
}
