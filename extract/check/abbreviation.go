package check

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/pattern"

	"uncite/extract/record"
)

// defined finds an abbreviation in brackets: two capitals at least, no blank.
var defined = pattern.Lazy(`\((\p{Lu}[\p{L}\d]{0,10}\p{Lu}[\p{L}\d]{0,4})\)`)

// abbreviations reports an abbreviation that is defined a second time, for
// something else.
func abbreviations(s *subject) []Finding {
	meaning := map[string]string{}
	var out []Finding
	for p, piece := range s.pieces(record.Footnote, record.Masthead) {
		words := s.doc.Text[piece.Start:piece.End]
		for _, m := range defined().FindAllStringSubmatchIndex(words, -1) {
			short, before := words[m[2]:m[3]], phrase(words[:m[0]], words[m[2]:m[3]])
			if before == "" {
				continue
			}
			if first, ok := meaning[short]; ok && first != before {
				out = append(out, Finding{Zone: p.Zone, Paragraph: p.Number, Start: piece.Start + m[2], End: piece.Start + m[3],
					Reason: fmt.Sprintf("“%s” was defined before, for “%s”.", short, first)})
				continue
			}
			meaning[short] = before
		}
	}
	return out
}

// phrase is what the abbreviation stands for: the last words before it whose
// initials are its letters; empty where they are not, since then it defines
// nothing that can be compared.
func phrase(before, short string) string {
	words := strings.FieldsFunc(before, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	initials := []rune(strings.ToUpper(short))
	from := len(words)
	for k := len(initials) - 1; k >= 0; k-- {
		for from--; from >= 0; from-- {
			if first := []rune(strings.ToUpper(words[from])); first[0] == initials[k] {
				break
			}
			if len(words)-from > 3*len(initials) {
				return ""
			}
		}
		if from < 0 {
			return ""
		}
	}
	return strings.ToLower(strings.Join(words[from:], " "))
}

//go:embed common.tsv
var commonRows string

// commonAbbreviations are those that need no definition.
var commonAbbreviations = sync.OnceValue(func() map[string]bool {
	common := map[string]bool{}
	for line := range strings.Lines(commonRows) {
		if word, _, ok := strings.Cut(line, "\t"); ok && !strings.HasPrefix(line, "#") {
			common[word] = true
		}
	}
	return common
})

// capitals finds a run of capitals, and what it hangs on to.
var capitals = pattern.Lazy(`[\p{L}\p{N}/.\-‑–’'&_:@]*\p{Lu}{2,7}s?[\p{L}\p{N}/.\-‑–’'&_:@]*`)

// bareCapitals is an abbreviation that stands by itself.
var bareCapitals = pattern.Lazy(`^(\p{Lu}{2,7})s?[.:]?$`)

// undefined reports, once, an abbreviation that the document does not define and
// that no table has. What stands in brackets or quotation marks somewhere is
// defined, or a name; so is what brackets follow. An abbreviation before a figure
// is a symbol, one between capitalised words part of their name.
func undefined(s *subject) []Finding {
	told := map[string]bool{}
	var out []Finding
	for p, piece := range s.pieces(record.Footnote, record.Masthead, record.Heading) {
		words := s.doc.Text[piece.Start:piece.End]
		if shouted(words) {
			continue
		}
		for _, m := range capitals().FindAllStringIndex(words, -1) {
			found := bareCapitals().FindStringSubmatch(words[m[0]:m[1]])
			if found == nil || told[found[1]] || strings.Trim(found[1], "IVXLCDM") == "" || s.knows(found[1]) || named(words, m[0], m[1]) {
				continue
			}
			told[found[1]] = true
			start := piece.Start + m[0]
			out = append(out, Finding{Zone: p.Zone, Paragraph: p.Number, Start: start, End: start + len(found[1]),
				Reason: fmt.Sprintf("“%s” is defined nowhere in this document, and no table has it.", found[1])})
		}
	}
	return out
}

// knows reports whether an abbreviation is a common one, stands in a name of the
// tables, or is defined anywhere in the text.
func (s *subject) knows(short string) bool {
	return commonAbbreviations()[short] || s.names.abbreviations()[short] || s.told()[short]
}

// told are the abbreviations that the text defines or quotes; made once.
func (s *subject) told() map[string]bool {
	if s.enclosed == nil {
		s.enclosed = enclosed(s.doc.Text)
	}
	return s.enclosed
}

// abbreviations are the words in capitals of all names of the tables.
func (n *nearNames) abbreviations() map[string]bool {
	if n.short != nil {
		return n.short
	}
	n.short = map[string]bool{}
	for _, e := range n.table.Entries() {
		for _, names := range e.Names {
			for _, name := range names {
				for _, w := range strings.FieldsFunc(name.Text, func(r rune) bool { return !unicode.IsLetter(r) }) {
					if strings.ToUpper(w) == w {
						n.short[w] = true
					}
				}
			}
		}
	}
	return n.short
}

// The signs that enclose a definition or a quotation.
const (
	openers = "([{（［“„«‘\"「『《"
	closers = ")]}）］”“»’\"」』》"
)

// explained reports whether an abbreviation stands between an item's beginning and what it
// is short for, in a list such as stands below tables: "Abbreviations: RB, regular budget; XB, …".
func explained(before, after string) bool {
	before = strings.TrimRight(before, " \u00A0")
	last, _ := utf8.DecodeLastRuneInString(before)
	comma, size := utf8.DecodeRuneInString(after)
	if !strings.ContainsRune(":;：；؛\t", last) || !strings.ContainsRune(",:،，：", comma) || before == "" {
		return false
	}
	words := strings.FieldsFunc(after[size:], func(r rune) bool { return !unicode.IsLetter(r) })
	return len(words) > 0 && (utf8.RuneCountInString(words[0]) == 1 || strings.ToUpper(words[0]) != words[0] || strings.ToLower(words[0]) == words[0])
}

// enclosed are the abbreviations that a text has within brackets or quotation
// marks, with brackets right behind them, or in a list of what is short for what, anywhere.
func enclosed(text string) map[string]bool {
	const near = 200 // bytes: as far as brackets reach
	out := map[string]bool{}
	for _, m := range capitals().FindAllStringIndex(text, -1) {
		for _, word := range strings.FieldsFunc(text[m[0]:m[1]], func(r rune) bool { return !unicode.IsLetter(r) }) {
			short := strings.TrimSuffix(word, "s")
			if out[short] || strings.ToUpper(short) != short {
				continue
			}
			before, after := text[max(0, m[0]-near):m[0]], text[m[1]:min(len(text), m[1]+near)]
			open := strings.LastIndexAny(before, openers)
			next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \u00A0\n"))
			out[short] = explained(before, after) || open >= 0 && !strings.ContainsAny(before[open+1:], ")]}）］”»」』》") || next != utf8.RuneError && strings.ContainsRune("(（“«「", next)
		}
	}
	return out
}

// named reports whether the words at both sides make the abbreviation part of a
// symbol or a name: a figure or a capital follows, or a capital stands before.
func named(words string, start, end int) bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(words[end:], " \u00A0\n"))
	before := strings.TrimRight(words[:start], " \u00A0\n")
	last := before[strings.LastIndexAny(before, " \u00A0\n")+1:]
	first, _ := utf8.DecodeRuneInString(last)
	return unicode.IsDigit(next) || unicode.IsUpper(next) || unicode.IsUpper(first) && last != before || strings.ContainsRune(closers, next)
}

// shouted reports whether words are set in capitals for show.
func shouted(words string) bool {
	upper, lower := 0, 0
	for _, r := range words {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper > lower && lower+upper > 0 && lower > 0
}
