package symbol

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// lookalikes are Cyrillic and Greek capitals that keyboards put where a symbol has the
// Latin letter of the same shape, and the accented letter of "Rés".
var lookalikes = strings.NewReplacer("А", "A", "В", "B", "С", "C", "Е", "E", "Н", "H", "К", "K", "М", "M", "О", "O", "Р", "P", "Т", "T", "Х", "X", "І", "I", "Ѕ", "S",
	"Α", "A", "Β", "B", "Ε", "E", "Ζ", "Z", "Η", "H", "Ι", "I", "Κ", "K", "Μ", "M", "Ν", "N", "Ο", "O", "Ρ", "P", "Τ", "T", "Υ", "Y", "Χ", "X", "É", "E", "é", "e")

// Latin returns s with the Latin capitals in place of the Cyrillic ones that
// look like them.
func Latin(s string) string { return lookalikes.Replace(s) }

// linkPrefixes are what stands before the symbol in links to documents.
var linkPrefixes = []string{"HTTPS://", "HTTP://", "WWW.", "UNDOCS.ORG/", "DOCS.UN.ORG/", "SYMBOL/", "/", "EN/", "FR/", "ES/", "SP/", "RU/", "AR/", "ZH/", "CH/", "UN DOC. ", "UN DOC ", "DOCUMENT "}

// tidy brings a string that a person typed or copied into the form that the
// grammar reads: ASCII figures, plain hyphens and brackets, upper case, single
// spaces, no marks of direction, nothing around the symbol.
func tidy(s string) string {
	if isTidy(s) {
		return s
	}
	s = strings.Map(plainRune, width.Fold.String(strings.ToValidUTF8(s, "")))
	s = strings.ReplaceAll(lookalikes.Replace(s), "%20", " ")
	s = strings.ToUpper(strings.Join(strings.Fields(s), " "))
	for _, p := range linkPrefixes {
		s = strings.TrimPrefix(s, p)
	}
	s = trimPunctuation(s)
	return closeUp.Replace(s)
}

// isTidy reports whether tidy would plainly change nothing, as is so of nearly
// all canonical symbols.
func isTidy(s string) bool {
	open := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-':
		case c == '/' && i > 0 && s[i-1] != '/', c == '.' && i > 0 && i+1 < len(s):
		case c == '(' && i > 0:
			open++
		case c == ')' && open > 0:
			open--
		default:
			return false
		}
	}
	return !slices.ContainsFunc(linkPrefixes, func(prefix string) bool { return strings.HasPrefix(s, prefix) })
}

// closeUp takes the blanks out of a symbol that was typed with some.
var closeUp = strings.NewReplacer(" /", "/", "/ ", "/", ". ", ".", "( ", "(", " )", ")", "//", "/")

// trimPunctuation takes off quotation marks, points, a pair of brackets around
// the whole, and a closing bracket that was never opened.
func trimPunctuation(s string) string {
	s = strings.Trim(s, " .,;:“”\"'")
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		s = strings.TrimSpace(s[1 : len(s)-1])
	}
	for strings.HasSuffix(s, ")") && strings.Count(s, ")") > strings.Count(s, "(") {
		s = strings.TrimRight(strings.TrimSuffix(s, ")"), " .,;:")
	}
	return s
}

// plainRune maps dashes and the Arabic and Persian figures to ASCII and drops
// invisible marks; widths were folded before.
func plainRune(r rune) rune {
	switch {
	case unicode.Is(unicode.Cf, r):
		return -1
	case unicode.Is(unicode.Pd, r) || r == '\u2212':
		return '-'
	case r == '[' || r == ']': // A/RES/53/243[A]
		return -1
	case r >= '٠' && r <= '٩':
		return '0' + r - '٠'
	case r >= '۰' && r <= '۹':
		return '0' + r - '۰'
	}
	return r
}
