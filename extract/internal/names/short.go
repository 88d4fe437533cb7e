package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/record"
)

// most is how many adjectives a short name keeps of the full one.
const most = 2

// Short returns the short names that follow from a full one, normalised as a
// pattern of the tables: its head noun, and head noun with adjective. "Special Committee
// on Peacekeeping Operations" is "the Committee" and "the Special Committee"
// once it has been named.
func (l *Language) Short(name string) []string {
	if l.Holds(class.Acting, name) {
		return nil // the Conference of the Parties is another where it serves as the meeting of those to a protocol
	}
	var short []string
	if l.order == "end" {
		short = l.tails(name)
	} else {
		words := fields(name)
		head := l.findBy(words, true)
		if head.n == 0 {
			return nil
		}
		at, n := head.at, head.n
		switch l.order {
		case "last":
			short = l.before(words, at, n)
		case "middle":
			short = l.around(words, at, n)
		case "article":
			short = l.definite(words, n)
		default:
			short = l.behind(words, at, n)
		}
		if other := l.otherHead(words, at, n); other != "" {
			short = append(short, other)
		}
		if noun := l.meeting(words, at, n); noun != "" {
			short = append(short, noun)
		}
	}
	for i := range short {
		short[i] = strings.TrimRight(short[i], ",:")
	}
	return slices.DeleteFunc(slices.Compact(short), func(s string) bool { return s == name || s == "" })
}

// meeting returns the noun alone of those who meet under a treaty, the n words at the place: "the
// Meeting". It leads no name of its own, as meetings are many; those who meet are called so.
func (l *Language) meeting(words []string, at, n int) string {
	noun := strings.TrimPrefix(words[at], l.article)
	if n < 2 || !l.Is(class.Meets, noun) || l.Parties(strings.Join(words[at:at+n], " ")) == "" {
		return ""
	}
	return l.article + capitalised(noun)
}

// otherHead returns the second head of a name of two, of several words, that "and" joins to the
// first, the n words at the place: "Declaration and Programme of Action of Karst" is "the Programme
// of Action" too.
func (l *Language) otherHead(words []string, at, n int) string {
	from := at + n
	if slices.ContainsFunc(words[at:from], func(w string) bool { return l.Is(class.And, w) }) {
		from = at + 1 // the table has the two as one
	}
	for i := from; i+1 < len(words); i++ {
		switch {
		case !l.Is(class.And, words[i]) && l.link(words[i]):
			return ""
		case !l.Is(class.And, words[i]):
			continue
		}
		if i++; l.Is(class.The, words[i]) {
			i++
		}
		if _, n := l.headAt(words[min(i, len(words)):]); n > 1 {
			return strings.Join(words[i:i+n], " ")
		}
		return ""
	}
	return ""
}

// find returns the place of the head noun among the words of a name, and of
// how many words it is: the last before the complement where the head stands
// last, else the first.
func (l *Language) find(words []string) (at, n int) {
	head := l.findBy(words, false)
	return head.at, head.n
}

// findBy is find, full where the name is a full one, as of headForm.
func (l *Language) findBy(words []string, full bool) (head foundHead) {
	for j := 0; j < len(words); {
		f, size := l.headAt(words[j:])
		if size == 0 && full {
			f, size = l.headAsCapital(words[j:])
		}
		switch {
		case size > 0 && l.order == "middle" && !l.led(words[:j], words[j]):
			return foundHead{}
		case size > 0 && l.order != "last":
			return foundHead{f, j, size}
		case size > 0:
			head = foundHead{f, j, size}
			j += size
		case l.order == "article" || l.order == "first" && j > 0 && l.link(words[j]):
			return foundHead{}
		case head.n > 0 && (l.link(words[j]) || cut(words[j])):
			return head
		case head.n > 0 && j == head.at+head.n && l.furtherNoun(words, j):
			head, j = foundHead{}, j+1 // the Treaty Section
		case l.Is(class.Within, words[j]) && l.ofNoun(words, j): // Gulf of Tides Commission
			j++
		case l.link(words[j]) && !l.Is(class.And, words[j]) && !l.Is(class.The, words[j]):
			return foundHead{} // the head is none of the table: "rules of procedure of the Assembly"
		default:
			j++
		}
	}
	return head
}

// ofNoun reports whether the link at j ties two words with capitals to each other, of which
// the one before it holds no office: they stand before the head noun together.
func (l *Language) ofNoun(words []string, j int) bool {
	return j > 0 && j+1 < len(words) && capital(words[j-1]) && capital(words[j+1]) && !l.Is(class.Stop, words[j-1]) && !l.Is(class.Officer, words[j-1])
}

// led reports whether all words before the head noun may lead it, as adjectives and
// ordinals do: in "Office of the President of the Assembly" the last noun is of the
// complement. Of a name whose cases are written with stars the head has one too.
func (l *Language) led(before []string, head string) bool {
	head = strings.Trim(head, marks)
	for i := len(before) - 1; i >= 0 && !strings.HasSuffix(before[i], ":"); i-- { // a second title begins behind the colon
		w := strings.Trim(before[i], marks)
		if stem, starred := strings.CutSuffix(w, "*"); starred && strings.HasSuffix(head, "*") || l.Number(stem) > 0 || l.Is(class.And, w) {
			continue
		}
		if !l.inflected(w) {
			return false
		}
	}
	return true
}

// marks may stand on a word of a name.
const marks = ",:\"«»"

// furtherNoun reports whether the word at j, right behind a head, is the noun of the name and
// the head but a word before it: with a capital, and "of" or nothing behind.
func (l *Language) furtherNoun(words []string, j int) bool {
	return capital(words[j]) && strings.ToUpper(words[j]) != words[j] && !l.Is(class.Deed, words[j]) && (j+1 == len(words) || l.Is(class.Of, words[j+1]))
}

// alone reports whether the head is a word of daily use, which alone is short
// for nothing, in its own paragraph neither.
func (l *Language) alone(head []string) bool {
	if len(head) != 1 {
		return false
	}
	noun := capitalised(strings.TrimSuffix(head[0], "*"))
	return l.Is(class.Common, noun) && (l.order == "article" || !l.Is(class.Near, noun))
}

// link reports whether the word ties a complement to its head.
func (l *Language) link(word string) bool {
	if l.Is(class.Link, word) {
		return true
	}
	elided, _, ok := strings.Cut(word, "'")
	return ok && l.Is(class.Link, elided+"'")
}

// cut reports whether a mark stands on the word, which ends a group of words.
func cut(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	return !unicode.IsLetter(first) && !unicode.IsDigit(first) || last == ',' || last == ':'
}

// before takes the head with the adjectives before it.
func (l *Language) before(words []string, at, n int) (short []string) {
	end := at + n
	for start := at; start >= 0 && at-start <= most; start-- {
		if start < at && (l.link(words[start]) || l.Number(strings.TrimSuffix(words[start], "*")) > 0 || cut(words[start])) {
			break
		}
		if start == at && !l.alone(words[at:end]) || start < at && !l.Is(class.Weak, words[start]) {
			short = append(short, strings.Join(words[start:end], " "))
		}
	}
	for _, w := range []string{words[at], words[end-1]} {
		if _, size := l.headAt([]string{w}); size == 1 && n > 1 && !l.alone([]string{w}) {
			short = append(short, w)
		}
	}
	return short
}

// behind takes the head with the adjectives behind it.
func (l *Language) behind(words []string, at, n int) (short []string) {
	end := at + n
	if !l.alone(words[at:end]) {
		short = append(short, capitalised(strings.Join(words[at:end], " ")))
	}
	for k := end; k < len(words) && k < end+most && !l.link(words[k]) && !cut(words[k]) && !l.Is(class.Break, words[k]); k++ {
		short = append(short, capitalised(strings.Join(words[at:k+1], " ")))
		if more := l.headParted(words, at, end, k+1); more > 0 {
			short = append(short, capitalised(strings.Join(words[at:more], " ")))
		}
	}
	if at > 0 && at <= most && l.adjectivesBefore(words[:at]) {
		short = append(short, strings.Join(words[:end], " "))
	}
	if _, size := l.headAt(words[at : at+1]); size == 1 && n > 1 && !l.alone(words[at:at+1]) {
		short = append(short, capitalised(words[at]))
	}
	if k := l.ofTown(words, end); k > end && (l.small || l.Is(class.BehindTown, words[k])) {
		short = append(short, capitalised(strings.Join(words[at:k], " ")))
	}
	if k := l.owner(words, at, end); k > end {
		short = append(short, capitalised(strings.Join(words[at:k], " ")))
	}
	return short
}

// headParted returns where the head noun ends that adjectives part, behind the words from at
// to end and before k: "Groupe intergouvernemental d'experts" of a name that goes on. It is 0
// where the words behind the adjectives are of no head, and where the name ends with them.
func (l *Language) headParted(words []string, at, end, k int) int {
	if k >= len(words) {
		return 0
	}
	_, n := l.headAt(append(slices.Clone(words[at:end]), words[k:]...))
	if n -= end - at; n <= 0 || k+n >= len(words) {
		return 0
	}
	return k + n
}

// adjectivesBefore reports whether the words before a head noun are adjectives with capitals
// that tell it from its like: "Nouveau Partenariat" is no other partnership. An ordinal is none.
func (l *Language) adjectivesBefore(before []string) bool {
	return !slices.ContainsFunc(before, func(w string) bool { return !named(w) || cut(w) || l.link(w) || l.Number(w) > 0 || l.headed(w) })
}

// ofTown returns where the town ends that the head before i bears, where the name goes on
// behind it: "Convention de Vienne sur …", of which there are several. It is 0 where there
// is none.
func (l *Language) ofTown(words []string, i int) int {
	if i >= len(words) || !l.small && !l.Has(class.BehindTown) {
		return 0
	}
	tie, town, elided := strings.Cut(words[i], "'")
	if tie += "'"; !elided {
		tie = words[i]
		if i++; i >= len(words) {
			return 0
		}
		town = words[i]
	}
	if !l.Is(class.Town, tie) || !named(town) || l.headed(town) || l.Is(class.Weak, town) {
		return 0
	}
	for i+1 < len(words) && !cut(words[i]) && named(words[i+1]) {
		i++
	}
	if i+1 == len(words) {
		return 0
	}
	return i + 1
}

// OfTown reports whether the name is a head noun and the town that it bears, where heads
// stand first: "Convention de Vienne". Where other words than names have capitals, only a
// text is named so: "Comité de Signatarios" is of no town.
func (l *Language) OfTown(name string) bool {
	if l.order != "first" || !strings.Contains(name, " ") || !l.small && l.Kind(name) != record.Instrument {
		return false
	}
	words := append(fields(name), "") // behind which the name would go on
	at, n := l.find(words)
	return n > 0 && l.ofTown(words, at+n) == len(words)-1
}

// OfCity reports whether the name is one noun and a city of the table, which makes it
// definite in a language that writes the article as one with its noun: "اتفاقية فيينا".
func (l *Language) OfCity(name string) bool {
	_, city, ok := strings.Cut(name, " ")
	return ok && l.Is(class.City, city)
}

// owner returns where the words begin that tell whose the thing is, behind what its work
// is: "Mission de vérification des Nations Unies". It is 0 where there are none, and where
// the body is one of something that has a head noun itself.
func (l *Language) owner(words []string, at, end int) int {
	if l.Kind(strings.Join(words[at:end], " ")) != record.Entity || l.Parties(strings.Join(words[at:end], " ")) != "" {
		return 0
	}
	for k := end + 1; k < len(words) && k <= end+mostWork && !l.headed(words[k-1]); k++ {
		if l.Is(class.Whose, strings.Join(words[k:min(len(words), k+ownerWords)], " ")) || l.Is(class.Whose, strings.Join(words[k:min(len(words), k+ownerWords+1)], " ")) {
			return k
		}
	}
	return 0
}

// mostWork bounds the words that tell the work of a body, ownerWords those of its owner.
const (
	mostWork   = 5
	ownerWords = 3
)

// around takes the head alone, in the form of the table with its endings, and
// with the adjectives that stand before it in the name.
func (l *Language) around(words []string, at, n int) (short []string) {
	f, _ := l.headForm(words[at:])
	if !l.alone(words[at : at+n]) {
		short = append(short, f.cases...)
	}
	if last := f.words[len(f.words)-1]; n > 1 {
		if single, size := l.headAt([]string{strings.TrimSuffix(last, "*")}); size == 1 && !l.alone(single.words) {
			short = append(short, capitalised(single.words[0]))
		}
		if single, size := l.headAt(words[at : at+1]); size == 1 && !l.alone(single.words) {
			short = append(short, capitalised(single.words[0]))
		}
	}
	ends := []int{at + n}
	if end := l.withNoun(words, at+n); end > at+n {
		ends = append(ends, end)
	}
	if _, size := l.headAt(words[at : at+1]); size == 1 && n > 1 {
		ends = append(ends, at+1) // the Intergovernmental Group of experts
	}
	for _, end := range []int{l.withOfficer(words, at+n), l.withTask(words, at+n)} {
		if end > at+n {
			short = append(short, capitalised(strings.Join(words[at:end], " ")))
		}
	}
	for _, s := range short { // state parties, where only a treaty behind them takes the dash
		if dashed := strings.ReplaceAll(s, " - ", "-"); dashed != s {
			short = append(short, dashed)
		}
	}
	for start := at - 1; start >= 0 && at-start <= most && l.Number(strings.TrimSuffix(words[start], "*")) == 0; start-- {
		for _, end := range ends {
			if end <= at+n || !l.OfPlace(l.uncut(words[start:at+n])) { // the Nagoya Protocol is called so
				short = append(short, capitalised(strings.Join(words[start:end], " ")))
			}
		}
	}
	return short
}

// withNoun returns where the noun ends that stands at i, right behind the head, where the
// complement goes on behind it: "Regional Service Centre" for youth. It is i where none does.
func (l *Language) withNoun(words []string, i int) int {
	if i+1 >= len(words) || l.link(words[i]) || l.Is(class.And, words[i]) || l.Is(class.And, words[i+1]) || l.inflected(words[i]) || capital(words[i]) ||
		strings.Trim(words[i], marks) != words[i] || !l.ends(class.GenitiveEnding, words[i]) {
		return i
	}
	return i + 1
}

// withOfficer returns where the words end behind the head, before i, that say whose office it
// is, where the name goes on behind them: "Office of the High Commissioner" for harbours. It is
// i where no office stands there.
func (l *Language) withOfficer(words []string, i int) int {
	for k := i; k+1 < len(words) && k <= i+most && !l.link(words[k]) && !cut(words[k]); k++ {
		if l.Is(class.Officer, words[k]) {
			return k + 1
		}
	}
	return i
}

// withTask returns where the deed ends that tells the task of the head before i, where the name
// goes on behind it: "Commission of inquiry" into the events in a State. It is i where none does.
func (l *Language) withTask(words []string, i int) int {
	if i+2 < len(words) && l.Is(class.Onto, words[i]) && l.ends(class.TaskEnding, words[i+1]) && !l.Is(class.And, words[i+2]) {
		return i + 2
	}
	return i
}

// uncut returns the words of a pattern with an ending where a star stands.
func (l *Language) uncut(words []string) string {
	return strings.ReplaceAll(capitalised(strings.Join(words, " ")), "*", l.classes[class.Ending].words[1])
}

// declineHeads gives each head noun its cases.
func (l *Language) declineHeads() {
	for _, heads := range l.byWord {
		texts := make([]string, len(heads))
		for i, f := range heads {
			texts[i] = f.text
		}
		for i := range heads {
			heads[i].cases = casesOf(i, heads, texts)
		}
	}
}

// casesOf are the heads that differ from head i in their ending alone, with a
// capital; texts are the heads in one string.
func casesOf(i int, heads []form, texts []string) (all []string) {
	stem := []rune(char.Lower(texts[i]))
	stem = stem[:max(len(stem)-1, min(len(stem), shortStem))]
	for k, other := range texts {
		if len(heads[k].words) == len(heads[i].words) && strings.HasPrefix(char.Lower(other), string(stem)) {
			all = append(all, capitalised(other))
		}
	}
	return all
}

// shortStem is how many letters of a short word must be alike.
const shortStem = 3

// definite takes the head with its article, and with an adjective that has
// its own.
func (l *Language) definite(words []string, n int) (short []string) {
	noun := l.withoutArticle(words[0])
	if _, size := l.headAt(words[:1]); size == 1 && (!l.Is(class.Common, noun) || l.Is(class.Near, noun)) {
		short = append(short, l.article+noun)
	}
	if n > 1 && strings.HasPrefix(words[n-1], l.article) {
		short = append(short, strings.Join(words[:n], " "))
	}
	if n < len(words) && !l.link(words[n]) && !l.Is(class.Made, words[n]) && !l.Is(class.Weak, words[n]) && strings.HasPrefix(words[n-1], l.article) && strings.HasPrefix(words[n], l.article) {
		short = append(short, strings.Join(words[:n+1], " "))
	}
	if l.Is(class.Protocol, noun) {
		short = append(short, l.owned(noun, words[1:])...)
	}
	if n == 1 && noun == words[0] && len(words) > 3 && l.Is(class.Weak, words[1]) && l.Is(class.Weak, words[2]) && l.adjectiveOf(noun, words[3]) {
		short = append(short, l.article+noun+" "+words[3]) // "centre the United Nations the regional"
	}
	return short
}

// withoutArticle returns the noun without its article, which some begin with as with a root.
func (l *Language) withoutArticle(w string) string {
	if l.Is(class.Rooted, w) {
		return w
	}
	return strings.TrimPrefix(w, l.article)
}

// adjectiveOf reports whether the word, which bears the article, agrees with the noun and ties
// nothing to it.
func (l *Language) adjectiveOf(noun, w string) bool {
	return l.definiteWord(w) && l.Is(class.Scope, w) && l.isFeminine(noun) == l.ends(class.FeminineEnding, w) && !l.link(w) && !l.Is(class.Begin, w)
}

// owned takes a protocol as that of a treaty named before, whose ending is written as one
// with the noun, and with the adjective behind: "its protocol", "its protocol the optional".
func (l *Language) owned(noun string, behind []string) (short []string) {
	for _, its := range l.classes[class.Its].words {
		short = append(short, noun+its)
		if len(behind) > 0 && strings.HasPrefix(behind[0], l.article) && !l.link(behind[0]) {
			short = append(short, noun+its+" "+behind[0])
		}
	}
	return short
}

// tails takes the heads with which a name ends, in a script without blanks;
// words of daily use only behind "that".
func (l *Language) tails(name string) (short []string) {
	for _, h := range l.endsOf(name) {
		switch {
		case len(h.Form) == len(name):
		case l.Is(class.Common, h.Form) && h.Kind == record.Entity:
			for _, that := range l.that {
				short = append(short, that+h.Form)
			}
			if l.Is(class.Near, h.Form) {
				short = append(short, h.Form)
			}
		default:
			short = append(short, h.Form)
		}
	}
	return append(short, l.ranked(name)...)
}

// ranked is the head of those who meet, with the words that say of what rank they are,
// "ministerial conference", with which a name ends in a script without blanks.
func (l *Language) ranked(name string) []string {
	end := len(name) - l.endsWith(class.Meeting, []byte(name))
	if from := l.ranks([]byte(name), end); end < len(name) && from < end && from > 0 {
		return []string{name[from:]}
	}
	return nil
}
