package structure

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"uncite/extract/record"
)

// lookalikes are the Cyrillic capitals that Russian texts print in symbols.
var lookalikes = strings.NewReplacer("А", "A", "В", "B", "С", "C", "Е", "E", "Н", "H", "К", "K", "М", "M",
	"О", "O", "Р", "P", "Т", "T", "Х", "X", "（", "(", "）", ")", "－", "-", "–", "-", "‑", "-")

// symbols returns the spans of the document symbols printed in text: capitals
// and digits parted by slashes, as in A/C.3/75/L.42/Rev.1. Offsets are those
// of text plus base.
func symbols(text string, base int) []record.Span {
	var out []record.Span
	for i := 0; i < len(text); i++ {
		if text[i] != '/' || i == 0 {
			continue
		}
		start := i
		for start > 0 && i-start < longestSymbol && isSymbolByte(text[start-1]) {
			start--
		}
		for start < i && !(text[start] >= 'A' && text[start] <= 'Z') {
			start++ // "(A/75/L.105"
		}
		end := i + 1
		for end < len(text) && end-start < longestSymbol && (isSymbolByte(text[end]) || text[end] == '/') {
			end++
		}
		end = closeBrackets(text, start, end)
		if s := text[start:end]; i > start && s[0] >= 'A' && s[0] <= 'Z' && strings.ContainsAny(s, "0123456789") {
			out = append(out, span(base+start, base+end))
		}
		i = max(i, end)
	}
	return out
}

// longestSymbol bounds the search, in bytes; UN symbols stay below 50.
const longestSymbol = 100

func isSymbolByte(c byte) bool {
	return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || isASCIIDigit(c) || c == '.' || c == '-' || c == '(' || c == ')'
}

// closeBrackets leaves out the stops and unpaired brackets at the end of a
// symbol, and takes in the year or part in brackets that a blank parts from
// it: "S/RES/2511 (2020)".
func closeBrackets(text string, start, end int) int {
	for end > start && strings.IndexByte(".-(", text[end-1]) >= 0 || end > start && text[end-1] == ')' &&
		strings.Count(text[start:end], ")") > strings.Count(text[start:end], "(") {
		end--
	}
	rest := text[end:]
	if trimmed := strings.TrimLeft(rest, " \u00A0"); strings.HasPrefix(trimmed, "(") && strings.Contains(text[start:end], "RES/") {
		if i := strings.IndexByte(trimmed, ')'); i == 5 && allDigits(trimmed[1:i]) {
			return end + len(rest) - len(trimmed) + i + 1
		}
	}
	return end
}

// isSymbol reports whether s is a document symbol and nothing else; the
// letters of parts may follow: "A/RES/78/80 A-B".
func isSymbol(s string) bool {
	found := symbols(s, 0)
	if len(found) == 0 || found[0].Start != 0 {
		return false
	}
	rest := strings.TrimSpace(s[found[len(found)-1].End:])
	return strings.TrimLeft(lookalikes.Replace(rest), "ABCDEFGHI-, *") == "" && len(rest) < 12
}

// canonical writes a printed symbol as the graph names it: no blanks, Latin
// letters.
func canonical(s string) string {
	s = lookalikes.Replace(s)
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\u00A0' || r == '\t' || r == '*' || r == '\\' {
			return -1
		}
		return r
	}, s)
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
	c := lookalikes.Replace(string(r))
	if len(c) != 1 || c[0] < 'A' || c[0] > 'H' {
		return 0, 0
	}
	if next := skipSpace(s, n); next == len(s) || next > n {
		return c[0], n
	}
	return 0, 0
}

// partLetters returns the letters printed after an own symbol: "A-B" and
// "A and B" both give A and B.
func partLetters(s string) []string {
	s = strings.TrimSpace(lookalikes.Replace(s))
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
	return canonical(m.value + s[len(m.form):])
}

// yearNumber returns the number and year of "Resolution 2511 (2020)" and
// "第2511(2020)号决议" as 2511(2020).
func yearNumber(s string) string {
	for i := 0; i < len(s); i++ {
		if !isASCIIDigit(s[i]) {
			continue
		}
		n, end, count := digits(s, i)
		j := skipSpace(s, end)
		if count <= 4 && j < len(s) && strings.HasPrefix(lookalikes.Replace(s[j:]), "(") {
			_, size := utf8.DecodeRuneInString(s[j:])
			year, stop, m := digits(s, j+size)
			if m == 4 && stop < len(s) && year >= 1946 && year < 2100 {
				return strconv.Itoa(n) + "(" + strconv.Itoa(year) + ")"
			}
		}
		i = end
	}
	return ""
}
