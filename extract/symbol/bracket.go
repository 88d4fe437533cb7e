package symbol

import (
	"bytes"
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

// bracketWords are the printed words of data/brackets.tsv, longest first.
var bracketWords = func() []string {
	words := make([]string, 0, len(brackets))
	for printed := range brackets {
		words = append(words, printed)
	}
	sort.Slice(words, func(i, j int) bool {
		if len(words[i]) != len(words[j]) {
			return len(words[i]) > len(words[j])
		}
		return words[i] < words[j]
	})
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
		t = bracket{word: brackets[w]}
		if hasWord(b[i:end], w) && t.readValues(b[:end], i+len(w)) {
			return end + 1, t
		}
	}
	return 0, bracket{}
}

func hasWord(b []byte, w string) bool {
	return len(w) <= len(b) && bytes.EqualFold(b[:len(w)], []byte(w))
}

// bracketWord is the table's word at b[0], "" if there is none.
func bracketWord(b []byte) string {
	for _, w := range bracketWords {
		if hasWord(b, w) {
			return w
		}
	}
	return ""
}

// readValues takes everything up to the end of b, or tells that it cannot.
func (t *bracket) readValues(b []byte, i int) bool {
	first, repeated := true, false
	for i < len(b) {
		switch n := valueLen(b[i:]); {
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
		case b[i] == '/' || bracketWord(b[i:]) != "":
			n = 1 + run(b[i+1:], func(c byte) bool { return c != ' ' && c != ',' })
			if w := bracketWord(b[i:]); w != "" {
				n = len(w)
			}
			repeated = true
			i += n
		default:
			return false
		}
		first = false
	}
	return t.n > 0 || !numbered(t.word)
}

// valueLen takes a roman or arabic number, with a letter: IV, 29A, B. What
// follows may be the "and" of the canonical form, without a space.
func valueLen(b []byte) int {
	n := run(b, isDigit)
	switch {
	case n > 0 && n < len(b) && isUpper(b[n]) && !isJoin(b[n:]):
		n++
	case n == 0:
		n = run(b, isRomanByte)
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

func isRomanByte(c byte) bool { return c == 'I' || c == 'V' || c == 'X' || c == 'L' }

// isJoin tells whether b goes on with the "and" of "PartsIandII".
func isJoin(b []byte) bool {
	return len(b) > len(join) && hasWord(b, join) && (isUpper(b[len(join)]) || isDigit(b[len(join)]))
}

const join = "and"

// numbered tells whether a bracket word means nothing without a number.
func numbered(word string) bool {
	switch word {
	case "Introduction", "Foreword", "Overview", "Resumption", "":
		return false
	}
	return true
}

// connectives join the letters and parts of a list in the six languages.
var connectives = []string{"and", "to", "et", "à", "y", "e", "a", "и", "по", "和", "至", "و", "إلى"}

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
