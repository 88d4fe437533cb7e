package structure

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/internal/normal"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// printed is a document symbol that a line prints, and where.
type printed struct {
	span record.Span
	symbol.Symbol
}

// longestSymbol bounds the lines that are looked at as a symbol, in bytes.
const longestSymbol = 160

// symbolsIn returns the document symbols printed in text, in every series,
// width, script of figures and with look-alike letters. Offsets are those of
// text plus base.
func symbolsIn(text string, base int) []printed {
	if !mayHaveSymbol(text) {
		return nil
	}
	var level normal.Text
	level.Add(text, 0, len(text))
	b := level.Bytes
	var out []printed
	for i := 0; i < len(b); i++ {
		if !beginsSymbol(b, i) {
			continue
		}
		n, ok := symbol.ScanLookalikes(b[i:])
		if !ok {
			continue
		}
		if sym, err := symbol.Parse(string(b[i : i+n])); err == nil {
			start, end := level.Span(text, i, i+n)
			out = append(out, printed{span(base+start, base+end), sym})
		}
		i += n - 1
	}
	return out
}

// mayHaveSymbol is a quick no: a symbol has a slash, of ordinary or full width.
func mayHaveSymbol(text string) bool {
	return strings.IndexByte(text, '/') >= 0 || hasWideStroke(text)
}

// hasWideStroke looks for a slash of full width by its last byte, which is rarer than the first.
func hasWideStroke(text string) bool {
	const stroke = "／"
	for i := 0; ; i++ {
		n := strings.IndexByte(text[i:], stroke[len(stroke)-1])
		if n < 0 {
			return false
		}
		if i += n; strings.HasSuffix(text[:i+1], stroke) {
			return true
		}
	}
}

// beginsSymbol reports whether a symbol may begin at b[i]: a capital with no
// letter or digit before it.
func beginsSymbol(b []byte, i int) bool {
	if c := b[i]; !(c >= 'A' && c <= 'Z' || c == 0xD0) {
		return false
	}
	if i == 0 {
		return true
	}
	before, _ := utf8.DecodeLastRune(b[:i])
	return !char.IsLetter(before) && !unicode.IsDigit(before) && before != '/'
}

// own is a line that is a document's own symbol: what its head prints, and its
// running heads again.
type own struct {
	symbol  string   // canonical, without the letters of parts
	aliases []string // further symbols of the same document
	letters []string // of the parts that it names: "A/RES/78/80 A-B"
	body    string
}

// ownSymbol reads a line that holds a document symbol and nothing else but
// the letters of its parts, a star, or words in square brackets.
func ownSymbol(line string) (own, bool) {
	if len(line) > longestSymbol || !mayHaveSymbol(line) || beginsElse(line) {
		return own{}, false
	}
	s := strings.TrimLeft(level(line), "* ")
	n, ok := symbol.ScanOwn([]byte(s))
	if !ok {
		return own{}, false
	}
	sym, err := symbol.Parse(s[:n])
	if err != nil {
		return own{}, false
	}
	o := own{symbol: sym.Canonical, body: sym.Body}
	if sym.Alias != "" {
		o.aliases = []string{sym.Alias}
	}
	rest := strings.TrimRight(s[n:], "* ")
	if sym.Letter != "" && rest != "" {
		o.letters = partLetters(sym.Letter + rest)
		o.symbol = strings.TrimSuffix(o.symbol, sym.Letter)
	}
	return o, len(o.letters) > 1 || restOfOwn(rest)
}

// beginsElse is a quick no: a line begins with a small letter, a figure or a bracket, which is
// none of a link.
func beginsElse(line string) bool {
	c := line[0]
	return c >= 'a' && c <= 'z' || isASCIIDigit(c) || c == '[' && !strings.Contains(line, "](")
}

// restOfOwn reports whether words may stand behind a document's own symbol:
// nothing, the dash of a second symbol on the next line, a remark in square
// brackets, letters of parts.
func restOfOwn(rest string) bool {
	rest = strings.TrimSpace(rest)
	switch {
	case rest == "" || rest == "-":
		return true
	case rest[0] == '[':
		return rest[len(rest)-1] == ']'
	}
	return len(rest) < 12 && strings.TrimLeft(symbol.Latin(rest), "ABCDEFGHI-, ") == ""
}

// isSymbol reports whether a line is a document symbol and nothing else.
func isSymbol(line string) bool {
	_, ok := ownSymbol(line)
	return ok
}

// level is the normalised form of a short text.
func level(s string) string { return normal.String(s) }

// canonicalSymbol writes a printed symbol as the graph names it; empty where
// it is none.
func canonicalSymbol(s string) string {
	sym, err := symbol.Parse(s)
	if err != nil {
		return ""
	}
	return sym.Canonical
}

// titleNumber returns the length of the resolution number that a title begins
// with: "75/291. ", "S-24/2. ", "2021/10 ", "1514 (XV). "; 0 where there is
// none.
func titleNumber(s string) int {
	i := 0
	if strings.HasPrefix(s, "[") {
		i++
	}
	if i < len(s) && !isASCIIDigit(s[i]) && (s[i] == 'E' || s[i] == 'S' || s[i] >= 0x80) {
		i += len(sessionMark(s[i:]).form)
	}
	_, end, n := digits(s, i)
	if n == 0 || n > 4 || end >= len(s) {
		return 0
	}
	if s[end] == '/' {
		_, stop, m := digits(s, end+1)
		if m == 0 || m > 4 {
			return 0
		}
		return titleEnd(s, stop)
	}
	return romanSession(s, end)
}

// startsTitle is titleNumber with a stop after the number, which tells a title
// from a line in the middle of a list of resolutions.
func startsTitle(s string) bool {
	n := titleNumber(s)
	if n == 0 {
		return false
	}
	rest := s[skipSpace(s, n):]
	if len(rest) < 3 {
		return false // a number at the end of a sentence
	}
	return strings.HasPrefix(s[n:], ".") || strings.HasPrefix(s[n:], "．") || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "– ")
}

// titleEnd accepts a number that a stop, a blank before a word or the end of
// the line follows.
func titleEnd(s string, i int) int {
	if i == len(s) {
		return i
	}
	if s[i] == '/' || isLetterOrDigit(s[i]) || strings.IndexByte(",;:)-", s[i]) >= 0 {
		return 0
	}
	return i
}

// romanSession reads the " (XV)." of "1514 (XV)." that begins at i.
func romanSession(s string, i int) int {
	j := skipSpace(s, i)
	if j >= len(s) || s[j] != '(' {
		return 0
	}
	k := strings.IndexByte(s[j:], ')')
	if k < 2 || k > 10 || strings.Trim(s[j+1:j+k], "XVILES-") != "" {
		return 0
	}
	end := j + k + 1
	if end < len(s) && s[end] == '.' {
		return end
	}
	return 0
}

// partLetter returns the letter of a lettered part that a heading begins
// with, alone or before its title: "A", "B Outer space"; 0 where there is
// none.
func partLetter(s string, v *vocabulary) (letter byte, size int) {
	for i, name := range v.parts {
		if strings.HasPrefix(s, name) && !startsLetter(s[len(name):]) {
			return byte('A' + i), len(name)
		}
	}
	r, n := utf8.DecodeRuneInString(s)
	if n < len(s) && skipSpace(s, n) == n {
		return 0, 0 // a word
	}
	if c := symbol.Latin(string(r)); len(c) == 1 && c[0] >= 'A' && c[0] <= 'H' {
		return c[0], n
	}
	return 0, 0
}

// partLetters returns the letters printed after an own symbol: "A-B" and
// "A and B" both give A and B.
func partLetters(s string) []string {
	s = strings.TrimSpace(symbol.Latin(level(s)))
	if s == "" || len(s) > 12 {
		return nil
	}
	var out []string
	for i := range len(s) {
		if c := s[i]; c >= 'A' && c <= 'Z' {
			out = append(out, string(c))
		}
	}
	if len(out) == 2 && strings.Contains(s, "-") {
		for c := out[0][0] + 1; c < out[1][0]; c++ {
			out = append(out[:len(out)-1], string(c), out[len(out)-1])
		}
	}
	return out
}

// numberOf returns the resolution number and part letter a title begins with,
// without blanks: "75/291", "78/80A".
func numberOf(title string) string {
	s := strings.TrimPrefix(title[:titleNumber(title)], "[")
	m := sessionMark(s)
	return strings.ReplaceAll(level(m.value+s[len(m.form):]), " ", "")
}

// yearNumber returns the number and year of "Resolution 2511 (2020)" and
// "第2511(2020)号决议" as 2511(2020).
func yearNumber(line string) string {
	s := level(line)
	for i := 0; i < len(s); i++ {
		if !isASCIIDigit(s[i]) {
			continue
		}
		n, end, count := digits(s, i)
		j := skipSpace(s, end)
		if count <= 4 && j < len(s) && s[j] == '(' {
			year, stop, m := digits(s, j+1)
			if m == 4 && stop < len(s) && year >= 1946 && year < 2100 {
				return strconv.Itoa(n) + "(" + strconv.Itoa(year) + ")"
			}
		}
		i = end
	}
	return ""
}
