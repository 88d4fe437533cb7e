package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// titleGap is how many letters may stand between a title and the number in
// brackets behind it: the bracket, a quotation mark, a word.
const titleGap = 4

// titles reports a named instrument beside the number of a resolution that did
// not adopt it: "(resolution 61/106, annex)" behind the title of another.
func titles(s *subject) []Finding {
	var out []Finding
	for i := 1; i < len(s.refs); i++ {
		r := &s.refs[i]
		if r.Kind != record.Resolution || r.Status != record.Resolved {
			continue
		}
		entry := s.instrument(&s.refs[i-1])
		gap, ok := s.between(&s.refs[i-1], r)
		if entry == nil || !ok || !opensBracket(gap) || !adoptedByResolution(entry) || adopted(entry, r.Target) {
			continue
		}
		out = append(out, at(r, fmt.Sprintf("%s did not adopt the %s; %s did.", r.Target, entry.Official(lang.Fallback()), entry.AdoptedBy[0]), entry.AdoptedBy[0]))
	}
	return out
}

// opensBracket reports whether the words between a title and a number are an
// opening bracket and hardly anything else.
func opensBracket(gap string) bool {
	gap = strings.TrimLeft(gap, "”»\"’' \u00A0")
	return (strings.HasPrefix(gap, "(") || strings.HasPrefix(gap, "（")) && letters(gap) <= titleGap
}

// instrument is the entry of a named instrument that a reference resolved to.
func (s *subject) instrument(r *record.Reference) *authority.Entry {
	if r.Kind != record.Instrument || r.Status != record.Resolved {
		return nil
	}
	entry, _ := s.table.Lookup(r.Target)
	return entry
}

// adoptedByResolution reports whether the tables know a resolution that
// adopted the instrument.
func adoptedByResolution(e *authority.Entry) bool {
	return len(e.AdoptedBy) > 0 && strings.Contains(e.AdoptedBy[0], "RES/")
}

// adopted reports whether the document is among those that adopted the
// instrument, whole or one of its lettered parts.
func adopted(e *authority.Entry, target string) bool {
	return slices.ContainsFunc(e.AdoptedBy, func(by string) bool {
		return by == target || strings.TrimRight(by, "ABCDEFGH") == strings.TrimRight(target, "ABCDEFGH")
	})
}

// treatyNumbers reports a note that hangs on the name of a treaty and prints
// the registration number of another.
func treatyNumbers(s *subject) []Finding {
	notes := s.notes()
	var out []Finding
	for i := range s.refs {
		entry := s.instrument(&s.refs[i])
		if entry == nil || len(entry.Treaties) == 0 || s.refs[i].Zone == record.Footnote || s.refs[i].Rule != inFull {
			continue
		}
		number, ok := markAfter(s.doc.Text[s.refs[i].End:])
		if !ok {
			continue
		}
		out = append(out, s.otherTreaty(entry, notes["n"+number])...)
	}
	return out
}

// inFull is the rule of a name that stands in full: what a short form means is
// too uncertain to hold a number against it.
const inFull = "name"

// notes are the references of each footnote by its number.
func (s *subject) notes() map[string][]*record.Reference {
	notes := map[string][]*record.Reference{}
	for i := range s.refs {
		if r := &s.refs[i]; r.Zone == record.Footnote {
			notes[r.Paragraph] = append(notes[r.Paragraph], r)
		}
	}
	return notes
}

// otherTreaty reports the registration numbers of a note where none of them is
// the treaty's. A note on several treaties is right if one of them fits.
func (s *subject) otherTreaty(entry *authority.Entry, note []*record.Reference) []Finding {
	var printed []*record.Reference
	for _, r := range note {
		number := or(r.Symbol, r.Target)
		if !registered(number) || r.Rule != "treaty-series" {
			continue
		}
		if r.Target == entry.ID || slices.ContainsFunc(entry.Treaties, func(t string) bool { return registration(t) == registration(number) }) {
			return nil
		}
		printed = append(printed, r)
	}
	if len(printed) != 1 {
		return nil // several treaties in one note: which belongs to which is not said
	}
	r := printed[0]
	known := entry.Treaties[0]
	return []Finding{at(r, fmt.Sprintf("%s is not the number of the %s, which is %s.", or(r.Symbol, r.Target), entry.Official(lang.Fallback()), known), known)}
}

// registered reports whether an identifier is a number of a treaty series.
func registered(id string) bool {
	return strings.HasPrefix(id, "UNTS/") || strings.HasPrefix(id, "LNTS/")
}

// registration is the series and the registration number, without the volume:
// a treaty that fills several volumes is cited by any of them.
func registration(id string) string {
	series, _, _ := strings.Cut(id, "/")
	return series + id[strings.LastIndexByte(id, '/'):]
}

// markAfter returns the number of the note mark that follows the words of a
// reference, behind a comma or a closing quotation mark at most.
func markAfter(text string) (number string, ok bool) {
	text = strings.TrimLeft(text, ",،，”»\"’' \u00A0")
	for text != "" {
		digit, size := raised(text)
		if size == 0 {
			break
		}
		number, text = number+string(rune('0'+digit)), text[size:]
	}
	return number, number != ""
}

// raisedDigits are the raised digits in the order of their values.
const raisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// raised returns the value of the raised digit with which s begins, and its
// size in bytes.
func raised(s string) (digit, size int) {
	r, size := utf8.DecodeRuneInString(s)
	value := 0
	for _, d := range raisedDigits {
		if d == r {
			return value, size
		}
		value++
	}
	return 0, 0
}
