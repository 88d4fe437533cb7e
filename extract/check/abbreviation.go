package check

import (
	"fmt"
	"strings"
	"unicode"

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
	for i := range s.doc.Paragraphs {
		p := &s.doc.Paragraphs[i]
		if p.Zone == record.Footnote || p.Zone == record.Masthead {
			continue
		}
		for _, piece := range p.Pieces {
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
