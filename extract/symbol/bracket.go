package symbol

import (
	"bytes"
	_ "embed" // the tables of data/
	"sort"
	"strings"
)

// maxBracket bounds the bytes of a bracket that is read as part of a symbol.
const maxBracket = 96

// maxValues bounds the parts that one bracket names.
const maxValues = 8

// bracket is what a symbol's bracket says: "(Parts I and II)", "(Sect. 26)".
type bracket struct {
	word   string          // canonical, "" for a bracket that is not part of the symbol
	values [maxValues]span // I, II, 29A
	n      int
	to     bool // the values are the ends of a range
}

func (t bracket) shift(by int) bracket {
	for i := range t.values[:t.n] {
		t.values[i].lo += by
		t.values[i].hi += by
	}
	return t
}

// bracketWord is one row of data/brackets.tsv. Behind is what stands after the
// values where the language has words on both sides of them, as in 第28款; the table
// has a star for the values.
type bracketWord struct{ printed, behind, canonical string }

// bracketWords holds the table's longest words first, so that "parts" is tried
// before "part".
var bracketWords = func() []bracketWord {
	var words []bracketWord
	for _, f := range rows("brackets.tsv", bracketTable, 2) {
		printed, behind, _ := strings.Cut(f[0], "*")
		words = append(words, bracketWord{printed, behind, f[1]})
	}
	sort.SliceStable(words, func(i, j int) bool { return len(words[i].printed) > len(words[j].printed) })
	return words
}()

// readBracket takes a bracket that names a part of the document, with one
// space before it. Of a bracket that names several things, as in
// "(Vol. I and Vol. I/Corr.1)", only the values of the first are kept.
func readBracket(b []byte) (n int, t bracket) {
	i := skipSpace(b)
	if i >= len(b) || b[i] != '(' {
		return 0, t
	}
	k := bytes.IndexByte(b[i:min(len(b), i+maxBracket)], ')')
	if k < 0 {
		return 0, t
	}
	end := i + k
	i += 1 + skipSpace(b[i+1:])
	for _, w := range bracketWords {
		if !hasWord(b[i:end], w.printed) {
			continue
		}
		values, ok := bytes.CutSuffix(bytes.TrimRight(b[:end], " "), []byte(w.behind))
		t = bracket{word: w.canonical}
		if ok && len(values) >= i+len(w.printed) && t.readValues(values, i+len(w.printed)) {
			return end + 1, t
		}
	}
	return 0, bracket{}
}

func hasWord(b []byte, w string) bool {
	return len(w) <= len(b) && (b[0]|0x20 == w[0] || b[0] >= 0x80) && bytes.EqualFold(b[:len(w)], []byte(w))
}

// wordLen is the length of the table's word at b[0], 0 if there is none.
func wordLen(b []byte) int {
	for _, w := range bracketWords {
		if hasWord(b, w.printed) {
			return len(w.printed)
		}
	}
	return 0
}

// readValues takes everything up to the end of b, or tells that it cannot.
func (t *bracket) readValues(b []byte, i int) bool {
	first, repeated := true, false
	for i < len(b) {
		switch n := valueLen(b[i:]); {
		case n == 1 && t.n > 0 && t.isJoiner(b, i):
			i++
		case n > 0 && !repeated && t.n < maxValues:
			t.values[t.n] = span{i, i + n}
			t.n++
			i += n
		case n > 0:
			i += n
		case b[i] == '-' && t.n == 1:
			t.to = true
			i++
		case b[i] == ' ' || b[i] == ',' || b[i] == '&' || b[i] == '.' && first:
			i++
		case isJoin(b[i:]):
			i += len(join)
		case connectiveLen(b[i:]) > 0:
			i += connectiveLen(b[i:])
		case b[i] == '/' || wordLen(b[i:]) > 0:
			repeated = true
			i += max(wordLen(b[i:]), 1+run(b[i+1:], letter|digit|dot))
		default:
			return false
		}
		first = false
	}
	return t.n > 0 || !numbered(t.word)
}

// isJoiner tells whether the one letter at i is the "and" of a language, as in
// "Parts I y II", and not the letter of a part: a value stands before it, no
// comma, and another behind it.
func (t *bracket) isJoiner(b []byte, i int) bool {
	last := t.values[t.n-1].hi
	if i != last+1 || b[last] != ' ' || i+2 >= len(b) || b[i+1] != ' ' || valueLen(b[i+2:]) == 0 {
		return false
	}
	return isConnective(b[i : i+1])
}

// valueLen takes a roman or arabic number, with a letter: IV, 29A, B. What
// follows may be the "and" of the canonical form, without a space.
func valueLen(b []byte) int {
	n := run(b, digit)
	switch {
	case n > 0 && n < len(b) && isUpper(b[n]) && !isJoin(b[n:]):
		n++
	case n == 0:
		n = run(b, romanByte)
		if n == 0 && len(b) > 0 && isUpper(b[0]) {
			n = 1
		}
		if !isRoman(b[:n]) && n != 1 {
			return 0
		}
	}
	if n < len(b) && isAlnum(b[n]) && !isJoin(b[n:]) {
		return 0
	}
	return n
}

// isJoin tells whether b goes on with the "and" of "PartsIandII".
func isJoin(b []byte) bool {
	return len(b) > len(join) && hasWord(b, join) && (isUpper(b[len(join)]) || isDigit(b[len(join)]))
}

const join = "and"

// numbered tells whether a bracket word means nothing without a number.
func numbered(word string) bool {
	switch word {
	case "Introduction", "Foreword", "Overview", "Planoutline", "Resumption", "":
		return false
	}
	return true
}

//go:embed data/connectives.tsv
var connectiveTable string

// connectives join the letters and parts of a list, in every language.
var connectives = func() []string {
	var words []string
	for line := range strings.Lines(connectiveTable) {
		if line = strings.TrimSpace(line); !strings.HasPrefix(line, "#") {
			words = append(words, line)
		}
	}
	return words
}()

func connectiveLen(b []byte) int {
	for _, w := range connectives {
		n := len(w)
		if n <= len(b) && bytes.EqualFold(b[:n], []byte(w)) && (n == len(b) || !isLetter(b[n]) || b[0] >= 0x80 || isUpper(b[n]) && w[0] >= 0x80) {
			return n
		}
	}
	return 0
}

func isConnective(w []byte) bool { return connectiveLen(w) == len(w) }

// canonical writes the bracket as the identifiers do: "(PartsIandII)", ""
// where the bracket does not belong to the identity of the document.
func (t bracket) canonical(b []byte) string {
	if t.word == "" {
		return ""
	}
	var values []string
	for _, v := range t.values[:t.n] {
		values = append(values, string(v.of(b)))
	}
	word := t.word
	if len(values) > 1 {
		word = strings.TrimSuffix(word, ".")
		word = strings.TrimSuffix(word, "s") + "s"
		if strings.HasSuffix(t.word, ".") {
			word += "."
		}
	}
	return "(" + word + t.list(values) + ")"
}

// list joins values as in print: "IandII", "I,IIandIII", "I-IV". A range of two
// neighbours is the same as both.
func (t bracket) list(values []string) string {
	last := len(values) - 1
	switch {
	case last < 1:
		return strings.Join(values, "")
	case t.to && last == 1 && !neighbours(values[0], values[1]):
		return values[0] + "-" + values[1]
	}
	return strings.Join(values[:last], ",") + join + values[last]
}

func neighbours(a, b string) bool {
	x, y := numberOf(a), numberOf(b)
	return x > 0 && y == x+1
}
