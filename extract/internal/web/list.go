package web

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"uncite/extract/symbol"
)

// bullet is the mark of lists that do not count.
const bullet = "•"

// itemMark returns the mark that a browser shows before an item of a list, small letters in
// brackets.
func (p *page) itemMark(n *html.Node) string {
	list := n.Parent
	if list == nil {
		return ""
	}
	style := listStyle(n) + listStyle(list)
	if strings.Contains(style, "none") {
		return ""
	}
	if list.DataAtom != atom.Ol {
		return bullet
	}
	mark := numeral(p.count(n, list), attr(list, "type"), style)
	if mark[0] >= 'a' && mark[0] <= 'z' {
		return "(" + mark + ")" // pages cannot say so, and documents have no other
	}
	return mark + "."
}

func listStyle(n *html.Node) string {
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	_, value, found := strings.Cut(style, "list-style")
	if !found {
		return ""
	}
	value, _, _ = strings.Cut(value, ";")
	return value
}

// count returns the number of an item of a list that counts.
func (p *page) count(n, list *html.Node) int {
	number, begun := p.counts[list]
	if number++; !begun {
		number = 1
		if v, err := strconv.Atoi(attr(list, "start")); err == nil {
			number = v
		}
	}
	if v, err := strconv.Atoi(attr(n, "value")); err == nil {
		number = v
	}
	p.counts[list] = number
	return number
}

// numeral writes a number as the type of the list says.
func numeral(n int, kind, style string) string {
	switch {
	case kind == "a" || strings.Contains(style, "lower-alpha") || strings.Contains(style, "lower-latin"):
		return letters(n, 'a')
	case kind == "A" || strings.Contains(style, "upper-alpha") || strings.Contains(style, "upper-latin"):
		return letters(n, 'A')
	case kind == "i" || strings.Contains(style, "lower-roman"):
		return strings.ToLower(roman(n))
	case kind == "I" || strings.Contains(style, "upper-roman"):
		return roman(n)
	}
	return strconv.Itoa(n)
}

// letters counts a to z, aa, ab.
func letters(n int, first byte) string {
	if n < 1 {
		return strconv.Itoa(n)
	}
	var b []byte
	for ; n > 0; n = (n - 1) / 26 {
		b = append([]byte{first + byte((n-1)%26)}, b...)
	}
	return string(b)
}

// roman writes n in Roman numerals, what they cannot write in figures.
func roman(n int) string {
	if r := symbol.Roman(n); r != "" {
		return r
	}
	return strconv.Itoa(n)
}
