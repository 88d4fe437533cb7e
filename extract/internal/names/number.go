package names

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
)

// mostNumber bounds the number in a name, and what spells it, in bytes.
const (
	mostNumber     = 99
	mostNumberForm = 40
)

// Number returns the number that an ordinal spells, in words or in figures with
// the ending of one, "eighteenth" and "18th"; 0 where the word is none.
func (l *Language) Number(word string) int {
	if word == "" || len(word) > mostNumberForm || !l.numberLeads[lead(word)] && !char.IsDigit(word[0]) {
		return 0
	}
	if n, ok := l.numbers[word]; ok {
		return n
	}
	if digits := len(word) - len(strings.TrimLeft(word, "0123456789")); digits > 0 {
		n, err := strconv.Atoi(word[:digits])
		if err == nil && n <= mostNumber && l.Is(class.OrdinalEnding, word[digits:]) {
			return n
		}
		return 0
	}
	for _, s := range l.numberStems[lead(word)] {
		if hasStem(word, s.stem) {
			return s.number
		}
	}
	return 0
}

// NumberAt is Number of the word that begins at i.
func (l *Language) NumberAt(text []byte, i int) int {
	if next := min(i+1, len(text)-1); next >= 0 && !l.numberLeads[text[i]] && !l.numberLeads[text[next]] && !char.IsDigit(text[i]) {
		return 0
	}
	return l.Number(WordAt(text, i))
}

// lead is a byte in which words that begin differently mostly differ: the last of the
// first two.
func lead(word string) byte { return word[min(1, len(word)-1)] }

// numberStem is the beginning of an ordinal that changes its ending.
type numberStem struct {
	stem   string
	number int
}

// addNumber keeps a form of the ordinal of a number.
func (l *Language) addNumber(form string, number int) {
	if stem, ok := strings.CutSuffix(form, "*"); ok {
		for b := range l.numberLeads {
			if len(stem) < 2 || lead(stem) == byte(b) {
				l.numberLeads[b] = true
				l.numberStems[b] = append(l.numberStems[b], numberStem{stem, number})
			}
		}
		return
	}
	l.numberLeads[lead(form)] = true
	l.numbers[form] = number
	if _, size := utf8.DecodeRuneInString(form); l.order == "end" {
		l.numberSign = form[:size]
		_, measure := utf8.DecodeLastRuneInString(form)
		l.numerals += form[size : len(form)-measure]
		l.measures += form[len(form)-measure:]
	}
}

// Numeral returns where the ordinal at i ends, without the word for what it counts, in a script
// without blanks; i where none stands there.
func (l *Language) Numeral(text []byte, i int) int {
	if l.numberSign == "" || !bytes.HasPrefix(text[i:], []byte(l.numberSign)) {
		return i
	}
	end := i + len(l.numberSign)
	for end < len(text) && end-i < mostNumberForm {
		r, size := utf8.DecodeRune(text[end:])
		if !strings.ContainsRune(l.numerals, r) {
			break
		}
		end += size
	}
	if end == i+len(l.numberSign) {
		return i
	}
	return end
}

// NumeralBefore returns where the ordinal stands, without the word for what it counts, that ends
// at i with that word or without; i twice where none does.
func (l *Language) NumeralBefore(text []byte, i int) (from, to int) {
	to = i
	if r, size := utf8.DecodeLastRune(text[:i]); size > 0 && strings.ContainsRune(l.measures, r) {
		to -= size
	}
	low := max(0, to-mostNumberForm)
	at := bytes.LastIndex(text[low:to], []byte(l.numberSign))
	if l.numberSign == "" || at < 0 || l.Numeral(text, low+at) != to {
		return i, i
	}
	return low + at, to
}

// NumberBefore returns the number of the ordinal that ends at i, and where it
// begins; n is 0 where none does.
func (l *Language) NumberBefore(text []byte, i int) (from, n int) {
	if l.order == "end" {
		return l.numberRight(text, i)
	}
	from = wordBefore(text, i)
	if from == i {
		return i, 0
	}
	return l.withTens(text, from, l.Number(string(text[from:i-1])))
}

// withTens returns the ordinal n that begins at the offset with the word for its tens, and
// where that begins, in languages that write both apart: "vigésima primera".
func (l *Language) withTens(text []byte, from, n int) (at, number int) {
	tens := wordBefore(text, from)
	if n == 0 || n >= 10 || tens == from {
		return from, n
	}
	if t := l.Number(string(text[tens : from-1])); t >= 20 && t%10 == 0 {
		return tens, t + n
	}
	return from, n
}

// numberRight is NumberBefore in a script without blanks, where the number is
// the longest form that ends at i.
func (l *Language) numberRight(text []byte, i int) (from, n int) {
	if l.numberSign == "" {
		return i, 0
	}
	for from := max(0, i-mostNumberForm); from < i; from++ {
		if text[from] != l.numberSign[0] {
			continue
		}
		if number, ok := l.numbers[string(text[from:i])]; ok {
			return from, number
		}
	}
	return i, 0
}

// WithoutNumber returns a name without the ordinal in it, and its number; n is 0
// where there is none.
func (l *Language) WithoutNumber(name string) (rest string, n int) {
	words := strings.Fields(name)
	for i := range words {
		for _, size := range []int{2, 1} {
			if i+size > len(words) {
				continue
			}
			if n := l.Number(strings.Join(words[i:i+size], " ")); n > 0 {
				return strings.Join(append(append([]string{}, words[:i]...), words[i+size:]...), " "), n
			}
		}
	}
	return name, 0
}

// NumberBehind returns where the ordinal stands that follows the head of a name
// which ends at i, behind one adjective at most, and its number; n is 0 where
// there is none.
func (l *Language) NumberBehind(text []byte, i int) (from, to, n int) {
	if l.order == "end" {
		return l.numberLeft(text, i)
	}
	for range 3 {
		if i+1 >= len(text) || text[i] != ' ' {
			return i, i, 0
		}
		end := i + 1 + len(WordAt(text, i+1))
		second := end
		if end+1 < len(text) && text[end] == ' ' {
			second = end + 1 + len(WordAt(text, end+1))
		}
		for _, to := range []int{second, end} {
			if n := l.Number(string(text[i+1 : to])); n > 0 {
				return i, to, n
			}
		}
		i = end
	}
	return i, i, 0
}

// numberLeft is NumberBehind in a script without blanks.
func (l *Language) numberLeft(text []byte, i int) (from, to, n int) {
	if !strings.HasPrefix(string(text[i:min(len(text), i+len(l.numberSign))]), l.numberSign) {
		return i, i, 0
	}
	for to := min(len(text), i+mostNumberForm); to > i; to-- {
		if n := l.numbers[string(text[i:to])]; n > 0 {
			return i, to, n
		}
	}
	return i, i, 0
}

// Base is the head of a name with an ordinal without its article.
func (l *Language) Base(head string) string {
	if noun, ok := strings.CutPrefix(head, l.bound); ok && l.bound != "" {
		return noun
	}
	return strings.TrimPrefix(head, l.article)
}

// Bases are the forms that the head of a name with an ordinal may have without
// it: as it stands, and without its articles.
func (l *Language) Bases(head string) []string {
	if noun, ok := strings.CutPrefix(head, l.bound); ok && l.bound != "" {
		head = l.article + noun
	}
	words := strings.Fields(head)
	for i, w := range words {
		words[i] = strings.TrimPrefix(w, l.article)
	}
	return []string{l.Base(head), head, strings.Join(words, " ")}
}

// HasArticle reports whether the word begins with its article, or with what a
// preposition makes of it.
func (l *Language) HasArticle(word string) bool {
	return l.article == "" || strings.HasPrefix(word, l.article) || strings.HasPrefix(word, l.bound)
}

// Construct is a name whose head has its article and ties its complement on by a
// preposition, as it stands beside an ordinal, with the complement right behind the
// head: "the conference of the parties" for "the conference to the parties".
func (l *Language) Construct(name string) string {
	head, rest, _ := strings.Cut(name, " ")
	noun, ok := strings.CutPrefix(rest, l.bound)
	if !ok || l.bound == "" {
		return name
	}
	return strings.TrimPrefix(head, l.article) + " " + l.article + noun
}

// Untied is what follows the head of a name without the preposition that ties it
// on.
func (l *Language) Untied(rest string) string {
	rest = strings.TrimLeft(rest, " ")
	for _, tie := range l.classes[class.Tie].words {
		if after, ok := strings.CutPrefix(rest, tie); ok {
			return after
		}
	}
	return rest
}

// WithoutYear returns a name without the year within it, and that year: "Convention de
// 2007 sur les épaves". Both are empty where none stands there.
func (l *Language) WithoutYear(name string) (rest, digits string) {
	words := fields(name)
	for i := 1; i+1 < len(words); i++ {
		if !year(words[i]) {
			continue
		}
		from := i
		if l.Is(class.Of, words[i-1]) {
			from--
		}
		return strings.Join(slices.Concat(words[:from], words[i+1:]), " "), words[i]
	}
	return "", ""
}

// Retied is what follows the head of a name with an article in place of the preposition that
// is written as one with it and ties it on.
func (l *Language) Retied(rest string) string {
	if after, ok := strings.CutPrefix(strings.TrimLeft(rest, " "), l.bound); ok && l.bound != "" {
		return l.article + after
	}
	if after := l.Untied(rest); l.article != "" && after != strings.TrimLeft(rest, " ") {
		return l.article + strings.TrimPrefix(after, l.article)
	}
	return rest
}
