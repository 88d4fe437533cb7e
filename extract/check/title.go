package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// titleGap is how many letters may stand between a title and the number in
// brackets behind it: the bracket, a quotation mark, a word.
const titleGap = 4

// titles reports a named instrument beside the number of a resolution that did
// not adopt it, "(resolution 61/106, annex)" behind the title of another, and a title
// in quotation marks that is not the one under which the resolution was adopted.
func titles(s *subject) []Finding {
	var out []Finding
	for i := range s.refs {
		r := &s.refs[i]
		if !numbered(r) || r.Kind != record.Resolution || r.Status == record.Ambiguous {
			continue
		}
		entry := s.titleBefore(i)
		if entry != nil && followsUp(r, entry) {
			continue
		}
		if entry == nil {
			entry = s.titleQuoted(i)
		}
		if entry != nil && adoptedByResolution(entry) && !adopted(entry, r.Target) {
			out = append(out, at(r, fmt.Sprintf("%s did not adopt the %s; %s did.", r.Target, entry.Official(s.doc.Lang), entry.AdoptedBy[0]), entry.AdoptedBy[0]))
			continue
		}
		if printed, known, ok := s.otherTitle(r); ok {
			out = append(out, at(r, fmt.Sprintf("The title of %s is “%s”, not “%s”.", r.Target, known, printed), titled(s.doc.Lang, printed)))
		}
	}
	return out
}

// followsUp reports whether the number in the bracket behind a name may be that of a
// later resolution on what is named, as in agendas: it is of a later year, and the
// words do not say that the text is its annex.
func followsUp(r *record.Reference, entry *authority.Entry) bool {
	if strings.Contains(r.Pinpoint, "annex") || len(entry.AdoptedBy) == 0 {
		return false
	}
	_, adopted := symbol.Year(entry.AdoptedBy[0])
	cited, _ := symbol.Year(r.Target)
	return adopted > 0 && cited >= adopted
}

// titleBefore is the instrument whose name stands before the bracket in which
// reference i is the number, nil where none does.
func (s *subject) titleBefore(i int) *authority.Entry {
	for j := i - 1; j >= 0; j-- {
		before := &s.refs[j]
		gap, ok := s.between(before, &s.refs[i])
		switch {
		case !ok:
			return nil
		case before.Kind == record.Entity: // within the bracket, the owner of the number
			continue
		}
		if j+1 < i { // of the words of the owners between
			gap = s.doc.Text[before.End:s.refs[j+1].Start]
		}
		if opensBracket(gap) {
			return s.instrument(before)
		}
		return nil
	}
	return nil
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

// treatyNumbers reports a note that hangs on the name of a treaty, or a bracket
// behind it, and prints the registration number of another.
func treatyNumbers(s *subject) []Finding {
	notes := s.notes()
	var out []Finding
	for i := range s.refs {
		r := &s.refs[i]
		entry := s.instrument(r)
		if entry == nil || len(entry.Treaties) == 0 || r.Rule != inFull {
			continue
		}
		if number, ok := markAfter(s.doc.Text[r.End:]); ok && r.Zone != record.Footnote {
			out = append(out, s.otherTreaty(entry, notes["n"+number])...)
			continue
		}
		out = append(out, s.otherTreaty(entry, s.bracketAfter(i))...)
	}
	return out
}

// seriesGap is how many letters may stand between the name of a treaty and the name
// of the series in the bracket behind it: the organisation that publishes it.
const seriesGap = 30

// bracketAfter are the numbers of a treaty series in the bracket that follows
// reference i.
func (s *subject) bracketAfter(i int) []*record.Reference {
	for j := i + 1; j < len(s.refs); j++ {
		r := &s.refs[j]
		gap, ok := s.between(&s.refs[i], r)
		if !ok || letters(gap) > seriesGap || strings.ContainsAny(gap, ")）;；") {
			return nil
		}
		if r.Kind == record.Entity {
			continue
		}
		gap = strings.TrimLeft(gap, " \u00A0")
		if r.Rule == "treaty-series" && (strings.HasPrefix(gap, "(") || strings.HasPrefix(gap, "（")) {
			return []*record.Reference{r}
		}
		return nil
	}
	return nil
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
		if known := slipOfVolume(number, entry.Treaties); known != "" {
			return []Finding{at(r, s.notTheNumber(number, entry, known), known)}
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
	return []Finding{at(r, s.notTheNumber(or(r.Symbol, r.Target), entry, known), known)}
}

func (s *subject) notTheNumber(number string, entry *authority.Entry, known string) string {
	return fmt.Sprintf("%s is not the number of the %s, which is %s.", number, entry.Official(s.doc.Lang), known)
}

// furtherVolumes is how many volumes a treaty fills at most behind the one in which it begins.
const furtherVolumes = 4

// slipOfVolume returns the number that a treaty has where the printed one has its
// registration in a volume that is a slip away: one figure is another, or two are changed
// round. The volumes right behind are the treaty's own, and any other may hold an amendment.
func slipOfVolume(number string, known []string) string {
	series, rest, _ := strings.Cut(number, "/")
	printed, registered, ok := strings.Cut(rest, "/")
	for _, k := range known {
		other, rest, _ := strings.Cut(k, "/")
		volume, same, both := strings.Cut(rest, "/")
		if !ok || !both || other != series || same != registered || len(volume) != len(printed) {
			continue
		}
		first, err1 := strconv.Atoi(volume)
		n, err2 := strconv.Atoi(printed)
		if err1 != nil || err2 != nil || n >= first && n <= first+furtherVolumes {
			return ""
		}
		if a, b := []rune(printed), []rune(volume); authority.LettersApart(a, b, 1) == 1 || authority.Turned(a, b) {
			return k
		}
	}
	return ""
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
