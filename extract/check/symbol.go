package check

import (
	"fmt"
	"strings"

	"uncite/extract/record"
	"uncite/extract/symbol"
)

// symbols reports symbols that no body can have issued: a part of theirs is
// neither a series, a session nor a word of symbols, or they begin as a known misprint of
// another, as which they are read.
func symbols(s *subject) []Finding {
	var out []Finding
	for i := range s.refs {
		r := &s.refs[i]
		if wrong, right := symbol.Misprint(r.Text); wrong != "" && r.Rule == "symbol" {
			out = append(out, at(r, noSeries(wrong), right))
			continue
		}
		if r.Kind != record.Report {
			continue
		}
		printed, start := r.Target, r.Start
		if printed == "" {
			printed, start = s.wholeSymbol(r)
		}
		part, near := symbol.UnknownPart(printed)
		if part == "" {
			if part = symbol.UnknownNumber(printed); part == "" {
				part, printed, start = s.glued(r)
			}
			if part == "" {
				if part, near = symbol.UnknownPart(s.printedOn(r)); near == "" || !strings.Contains(part, ".") {
					continue // a blank may stand before the number: "CRP.1/Rev. 1"
				}
				printed, start = s.printedOn(r), r.Start
			}
		} else if near == "" {
			continue // perhaps a series that no table has
		}
		if part != "" {
			f := at(r, noSeries(part), near)
			f.Start, f.End = start, max(f.End, start+len(printed))
			out = append(out, f)
		}
	}
	return out
}

func noSeries(part string) string {
	return fmt.Sprintf("No series of symbols has “%s” in this place.", part)
}

// glued returns the part of a symbol on which letters hang that make it none of the
// kind: "E/CN.5X/2026/3".
func (s *subject) glued(r *record.Reference) (part, printed string, start int) {
	printed = s.printedOn(r)
	tail := printed[min(len(printed), r.End-r.Start):]
	if r.Rule != "symbol" || tail == "" || !letterByte(tail[0]) || !strings.Contains(tail, "/") {
		return "", "", r.Start
	}
	head := printed[strings.LastIndexByte(printed[:r.End-r.Start], '/')+1:]
	part, _, _ = strings.Cut(head, "/")
	return part, printed, r.Start
}

// printedOn is a symbol with all that hangs on it: "A/CN.4/L.980/Crr.1", of which
// A/CN.4/L.980 was read.
func (s *subject) printedOn(r *record.Reference) string {
	end := r.End
	for end < len(s.doc.Text) && symbolByte(s.doc.Text[end]) {
		end++
	}
	return strings.TrimRight(s.doc.Text[r.Start:end], ".-/")
}

func letterByte(c byte) bool { return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' }

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
