package pdf

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"uncite/extract/lang"
)

// hyphens decides what happens between two lines of a paragraph. A hyphen at
// a line's end belongs to the word or to the line; the rest of the document
// tells which, where the word occurs in it again.
type hyphens struct {
	wanted map[string]bool // words to look for → whether they were seen
	ends   int             // lines that end in a hyphen after a letter
	roomy  int             // lines that had place for half of the long word that follows
	blanks int             // lines that end in a blank
	lines  int
}

func newHyphens() *hyphens { return &hyphens{wanted: map[string]bool{}} }

// watch counts the hyphens at line ends and notes the words they divide.
func (h *hyphens) watch(lines []setLine) {
	for i := 0; i+1 < len(lines); i++ {
		h.lines++
		if lines[i].blank {
			h.blanks++
		}
		if whole, kept, ok := divided(&lines[i], &lines[i+1]); ok {
			h.ends++
			h.wanted[whole], h.wanted[kept] = false, false
		}
	}
}

// measure counts the lines from the left that had place for half of the long word with which
// the next begins: a program that divides words would have divided it.
func (h *hyphens) measure(paragraphs []*paragraph) {
	const long = 8 // letters
	edges := map[edge]float32{}
	for _, p := range paragraphs {
		for _, l := range p.lines {
			begin, end := extent(l.glyphs)
			k := edgeAt(l.page, begin)
			edges[k] = max(edges[k], end)
		}
	}
	for _, p := range paragraphs {
		for i := 1; i < len(p.lines); i++ {
			a, next := p.lines[i-1], p.lines[i].glyphs
			letters := 0
			for letters < len(next) && unicode.IsLower(unicode.ToLower(next[letters].r)) {
				letters++
			}
			if letters < long || a.page != p.lines[i].page {
				continue
			}
			half := next[letters/2].x - next[0].x + next[0].size // with the blank and the hyphen
			if begin, end := extent(a.glyphs); end+half < edges[edgeAt(a.page, begin)] {
				h.roomy++
			}
		}
	}
}

// edge is where lines of a page begin that end at one edge, to the nearest of four points.
type edge struct {
	page  *page
	begin int
}

func edgeAt(p *page, begin float32) edge { return edge{p, int(begin/4 + .5)} }

// divided returns the word that a hyphen at a line's end divides, without
// and with the hyphen.
func divided(a, b *setLine) (whole, kept string, ok bool) {
	head, size := trimHyphen(a.text)
	if size == 0 || a.blank {
		return "", "", false
	}
	left, right := lastWord(head), firstWord(b.text)
	if left == "" || right == "" {
		return "", "", false
	}
	if r, _ := utf8.DecodeRuneInString(right); !unicode.IsLower(r) {
		return "", "", false
	}
	left, right = strings.ToLower(left), strings.ToLower(right)
	return left + right, left + "-" + right, true
}

// trimHyphen cuts the hyphen off a line's end.
func trimHyphen(text []byte) (head []byte, size int) {
	for _, h := range []string{"-", "\u2010", "\u00ad"} {
		if bytes.HasSuffix(text, []byte(h)) {
			return text[:len(text)-len(h)], len(h)
		}
	}
	return text, 0
}

func lastWord(text []byte) string {
	i := bytes.LastIndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	if i < 0 {
		return string(text)
	}
	_, n := utf8.DecodeRune(text[i:])
	return string(text[i+n:])
}

func firstWord(text []byte) string {
	i := bytes.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	if i < 0 {
		return string(text)
	}
	return string(text[:i])
}

// learn looks for the divided words within the lines of the document.
func (h *hyphens) learn(paragraphs [][]setLine) {
	if len(h.wanted) == 0 {
		return
	}
	for _, lines := range paragraphs {
		for i := range lines {
			for word := range bytes.FieldsFuncSeq(lines[i].text, notInWord) {
				h.see(string(bytes.ToLower(word)))
			}
		}
	}
}

func (h *hyphens) see(word string) {
	if _, ok := h.wanted[word]; ok {
		h.wanted[word] = true
	}
	// "non-governmental" in "inter- and non-governmental-run" is seen too.
	if strings.Count(word, "-") > 1 {
		parts := strings.Split(word, "-")
		for i := 0; i+1 < len(parts); i++ {
			two := parts[i] + "-" + parts[i+1]
			if _, ok := h.wanted[two]; ok {
				h.wanted[two] = true
			}
		}
	}
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && r != '-' }

// join tells whether a blank stands between two lines, and how many bytes of
// the first are to be dropped. unsegmented says that they are of a text without blanks.
func (h *hyphens) join(a, b *setLine, unsegmented bool) (blank bool, drop int) {
	last, _ := utf8.DecodeLastRune(a.text)
	first, _ := utf8.DecodeRune(b.text)
	if ideographic(last) && ideographic(first) {
		return false, 0
	}
	if last == 0xad {
		return false, 2
	}
	if a.blank {
		return true, 0
	}
	before, _ := utf8.DecodeLastRune(a.text[:len(a.text)-utf8.RuneLen(last)])
	tight := len(a.text) > utf8.RuneLen(last) && before != ' '
	switch last {
	case '-', '\u2010':
		if whole, kept, ok := divided(a, b); ok {
			if h.dropped(whole, kept) {
				return false, utf8.RuneLen(last)
			}
			return false, 0
		}
		return !tight || !unicode.IsLetter(first) && !unicode.IsDigit(first), 0
	case '/':
		return !tight || !unicode.IsLetter(first) && !unicode.IsDigit(first), 0
	case '–', '—':
		return !(tight && unicode.IsDigit(before) && unicode.IsDigit(first)), 0
	}
	if numeric(last) && numeric(first) && (unsegmented || mostlyIdeographic(a.text) && mostlyIdeographic(b.text)) {
		return false, 0 // some programs break numbers too in a script without blanks
	}
	if last == '(' || numeric(last) && numeric(first) && h.lines >= tellingLines && 10*h.blanks >= 9*h.lines {
		return false, 0 // where all other lines end in a blank
	}
	return !(first == '/' && len(b.text) > 1), 0
}

// tellingLines is how many lines show whether a file draws the blanks at their ends.
const tellingLines = 20

// numeric tells whether a character may stand within the number of a citation.
func numeric(r rune) bool { return unicode.IsDigit(r) || r == '/' || r == '(' || r == ')' }

// mostlyIdeographic tells whether a third of a line and more are characters of a script
// without blanks.
func mostlyIdeographic(text []byte) bool {
	n, all := 0, 0
	for _, r := range string(text) {
		if all++; ideographic(r) {
			n++
		}
	}
	return 3*n >= all && n > 0
}

// dropped tells whether the hyphen is of the line and not of the word.
func (h *hyphens) dropped(whole, kept string) bool {
	if seenWhole, seenKept := h.wanted[whole], h.wanted[kept]; seenWhole != seenKept {
		return seenWhole
	}
	const few = 6 // say nothing by their share
	if h.ends < few && (h.roomy > h.ends || isCompound(kept)) {
		return false
	}
	// Typesetters that divide words do so on more than one line in fifty.
	return 50*h.ends > h.lines
}

// isCompound tells whether a word begins with one of those that are written with a hyphen
// before the next in any language.
func isCompound(word string) bool {
	first, _, _ := strings.Cut(word, "-")
	return compounds()[first]
}

var compounds = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, code := range lang.Codes {
		rows, err := lang.Table(code, "structure", "compound")
		if err != nil {
			panic(err)
		}
		for _, r := range rows {
			all[r.Form] = true
		}
	}
	return all
})

// ideographic tells whether a character is of a script without blanks, or of
// its full-width punctuation.
func ideographic(r rune) bool {
	return r >= 0x2e80 && (unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef ||
		r >= 0x3040 && r <= 0x30ff) || r >= 0x20000 && r < 0x32000
}
