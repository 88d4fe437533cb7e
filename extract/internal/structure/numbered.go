package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// numberedHead is how many paragraphs from the beginning of a document its number
// may stand in, where that is none of the United Nations'.
const numberedHead = 4

// numbered names a document without a symbol by the number of a body that numbers
// in its own way: "Decision 1/CP.25", "WHA66.10 Follow-up to the Declaration".
// It returns the title that stands behind the number.
func (f *facts) numbered(text string, head []para, v *vocabulary) (title string) {
	if f.symbol != "" {
		return ""
	}
	for i := range head[:min(len(head), numberedHead)] {
		p := &head[i]
		if p.note > 0 {
			continue
		}
		words := text[p.start:p.pieces[len(p.pieces)-1].End]
		for _, cell := range cells(words, v) {
			if n, title, ok := v.ownNumber(cell); ok {
				f.symbol, f.foreign = n.ID, true
				if n.Body != "" {
					f.body = n.Body
				}
				f.decision = f.decision || n.Kind == string(record.Decision)
				return title
			}
		}
	}
	return ""
}

// ownNumber reads a line that is such a number, with the word for its type, and
// the title that may stand behind it.
func (v *vocabulary) ownNumber(line string) (n symbol.Number, title string, ok bool) {
	const longest = 300
	if len(line) > longest {
		return n, "", false
	}
	s := strings.Trim(level(line), "* ")
	if v.Has(lang.TypeFollows) {
		n, ok = numberBeforeType(s, v)
		return n, "", ok
	}
	rest, typed := v.withoutType(s)
	for _, end := range numberEnds(rest) {
		title = strings.TrimLeft(rest[end:], " .:-*")
		if n, ok := foreignNumber(rest[:end]); ok && (typed || n.Kind != "") && titleOrNothing(title) {
			return n, title, true
		}
	}
	if words, last := s[:strings.LastIndexByte(s, ' ')+1], s[strings.LastIndexByte(s, ' ')+1:]; words != "" && inCapitals(words) {
		if n, ok := symbol.Agency(last); ok && n.Kind != "" { // SEVENTY-FIFTH WORLD HEALTH ASSEMBLY WHA75.9
			return n, "", true
		}
	}
	return n, "", false
}

// inCapitals reports whether s has letters, all of them capitals.
func inCapitals(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }

// withoutType takes the word for resolution or decision off the beginning of a line.
func (v *vocabulary) withoutType(s string) (rest string, typed bool) {
	for _, forms := range [2][]string{v.resolved, v.decision} {
		for _, form := range forms {
			if len(s) > len(form) && strings.EqualFold(s[:len(form)], form) && !startsLetter(s[len(form):]) {
				return strings.TrimLeft(s[len(form):], " "), true
			}
		}
	}
	return s, false
}

// numberBeforeType reads 第1/CP.25号决定, with or without a title behind it.
func numberBeforeType(s string, v *vocabulary) (symbol.Number, bool) {
	const sign = utf8.UTFMax - 1 // bytes of one sign around the number
	from := strings.IndexFunc(s, func(r rune) bool { return r < utf8.RuneSelf })
	if from < 0 || from > sign {
		return symbol.Number{}, false
	}
	end := from + strings.IndexFunc(s[from:], func(r rune) bool { return r >= utf8.RuneSelf })
	if end < from {
		return symbol.Number{}, false
	}
	n, ok := foreignNumber(strings.TrimSpace(s[from:end]))
	for _, forms := range [2][]string{v.resolved, v.decision} {
		for _, form := range forms {
			if at := strings.Index(s[end:], form); ok && at >= 0 && at <= sign {
				return n, !endsParagraph(s)
			}
		}
	}
	return symbol.Number{}, false
}

// numberEnds returns where the number with which a line begins may end, the later
// first: behind a session in brackets, before a blank, before a stop.
func numberEnds(s string) []int {
	first := strings.IndexByte(s, ' ')
	if first < 0 {
		first = len(s)
	}
	var ends []int
	if first < len(s) && s[first+1:] != "" && s[first+1] == '(' {
		if k := strings.IndexByte(s[first:], ')'); k > 0 {
			ends = append(ends, first+k+1)
		}
	}
	ends = append(ends, first)
	if trimmed := len(strings.TrimRight(s[:first], ".:")); trimmed < first {
		ends = append(ends, trimmed)
	}
	return ends
}

// foreignNumber reads 1/CP.25 and WHA66.10.
func foreignNumber(s string) (symbol.Number, bool) {
	if number, session, ok := strings.Cut(s, "/"); ok {
		_, meeting, _ := strings.Cut(session, ".")
		_, last, figures := digits(meeting, 0)
		if n, end, size := digits(number, 0); size > 0 && end == len(number) && figures > 0 && last == len(meeting) {
			return symbol.ConferenceDecision(n, session)
		}
	}
	return symbol.Agency(s)
}

// titleOrNothing reports whether what stands behind the number of a document is
// nothing, or a title and no sentence.
func titleOrNothing(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || unicode.IsLetter(r) && !unicode.IsLower(r) && !endsParagraph(rest)
}
