package check

import (
	"fmt"

	"uncite/extract/record"
	"uncite/extract/symbol"
)

// symbols reports symbols that no body can have issued: a part of theirs is
// neither a series, a session nor a word of symbols.
func symbols(s *subject) []Finding {
	var out []Finding
	for i := range s.refs {
		r := &s.refs[i]
		if r.Kind != record.Report {
			continue
		}
		printed, start := r.Target, r.Start
		if printed == "" {
			printed, start = s.wholeSymbol(r)
		}
		if part, near := symbol.UnknownPart(printed); part != "" && near != "" {
			f := at(r, fmt.Sprintf("No series of symbols has “%s” in this place.", part), near)
			f.Start = start
			out = append(out, f)
		}
	}
	return out
}

// wholeSymbol is what is printed of a symbol that was not taken for one, with the
// parts before it: "A/RS/75/1" where "RS/75/1" alone was looked at.
func (s *subject) wholeSymbol(r *record.Reference) (printed string, start int) {
	start = r.Start
	for start > 0 && symbolByte(s.doc.Text[start-1]) {
		start--
	}
	return s.doc.Text[start:r.End], start
}

func symbolByte(c byte) bool {
	return c == '/' || c == '.' || c == '-' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}
