package symbol

import (
	_ "embed"
	"strings"
)

//go:embed data/abbreviations.tsv
var abbreviationTable string

// abbreviation is how scholars begin a symbol, with the initials of the body in
// place of its series, and how the symbol begins: GA/RES/64/292 is A/RES/64/292.
type abbreviation struct{ printed, means string }

var abbreviations = loadAbbreviations()

func loadAbbreviations() (all []abbreviation) {
	for _, f := range rows("abbreviations.tsv", abbreviationTable, 2) {
		all = append(all, abbreviation{f[0], f[1]})
	}
	return all
}

// abbreviationOf returns the abbreviation with which b begins, in whatever case
// its letters behind the first are.
func abbreviationOf(b []byte) (abbreviation, bool) {
	if len(b) < 2 || !isUpper(b[1]) {
		return abbreviation{}, false // none has one letter before the slash
	}
	for _, a := range abbreviations {
		if len(b) > len(a.printed) && b[0] == a.printed[0] && strings.EqualFold(string(b[:len(a.printed)]), a.printed) {
			return a, true
		}
	}
	return abbreviation{}, false
}

// scanAbbreviated is Scan for a symbol that begins with an abbreviation.
func scanAbbreviated(b []byte) (n int, ok bool) {
	a, ok := abbreviationOf(b)
	if !ok {
		return 0, false
	}
	const longest = 96
	var buffer [longest]byte
	whole := append(append(buffer[:0], a.means...), b[len(a.printed):min(len(b), longest-len(a.means))]...)
	var p parts
	if !p.read(whole, true) {
		return 0, false
	}
	return p.end - len(a.means) + len(a.printed), true
}

// spelledOut returns s with the abbreviation that it begins with written out, and
// how it was understood.
func spelledOut(s string) (full, reading string, ok bool) {
	a, ok := abbreviationOf([]byte(s))
	if !ok {
		return s, "", false
	}
	return a.means + s[len(a.printed):], a.printed + " is read as " + a.means, true
}
