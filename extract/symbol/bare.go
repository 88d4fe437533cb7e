package symbol

import (
	"fmt"
	"strconv"
	"strings"
)

// owners are the words before a bare number that say whose it is, in the
// upper case of tidied input, with the series they stand for.
var owners = []struct{ words, series string }{
	{"GENERAL ASSEMBLY", "A"}, {"UNGA", "A"}, {"GA", "A"},
	{"SECURITY COUNCIL", "S"}, {"UNSC", "S"}, {"UNSCR", "S"}, {"SC", "S"},
	{"ECONOMIC AND SOCIAL COUNCIL", "E"}, {"ECOSOC", "E"},
	{"HUMAN RIGHTS COUNCIL", "A/HRC"}, {"HRC", "A/HRC"},
}

var (
	organNames  = map[string]string{"A": "General Assembly", "S": "Security Council", "E": "Economic and Social Council"}
	natureNames = map[string]string{"RES": "resolution", "DEC": "decision"}
)

// expandBare turns a bare number with or without its owner into a symbol.
// ok is false where s is not of that shape.
func expandBare(s string) (symbol, reading string, ok bool) {
	series, nature, number := splitBare(s)
	if number == "" || !isDigit(number[0]) && !isSpecialSession(number) {
		return "", "", false
	}
	guess := false
	if series == "" {
		series, guess = ownerOf(number), true
	}
	if series == "" {
		return "", "", false
	}
	if guess {
		reading = fmt.Sprintf("A bare number of this form is read as a %s of the %s.", natureNames[nature], organNames[series])
	}
	return series + "/" + nature + "/" + number, reading, true
}

// splitBare takes the owner and the type word off the front.
func splitBare(s string) (series, nature, number string) {
	nature, rest := "RES", s
	if strings.IndexByte(s, ' ') < 0 {
		return "", nature, s // no word before the number
	}
	for _, o := range owners {
		if after, ok := strings.CutPrefix(rest, o.words+" "); ok {
			series, rest = o.series, after
			break
		}
	}
	for _, t := range []struct{ word, nature string }{
		{"RESOLUTION", "RES"}, {"RES.", "RES"}, {"RES", "RES"}, {"DECISION", "DEC"}, {"DEC.", "DEC"}, {"DEC", "DEC"},
	} {
		if after, ok := strings.CutPrefix(rest, t.word+" "); ok {
			nature, rest = t.nature, after
			break
		}
	}
	return series, nature, strings.TrimSpace(rest)
}

// isSpecialSession tells S-24/2 and ES-10/15 from the symbols of the series S
// and E.
func isSpecialSession(number string) bool {
	kind, rest, ok := strings.Cut(number, "-")
	return ok && (kind == "S" || kind == "ES") && rest != "" && isDigit(rest[0])
}

// ownerOf says by its shape which principal organ numbers so: the first
// session with numbers of its own was the General Assembly's 31st, the first
// year with numbers of its own the Economic and Social Council's 1978. Roman
// sessions above 30 are the Economic and Social Council's; lower ones are read
// as the General Assembly's, which are cited far more.
func ownerOf(number string) string {
	if isSpecialSession(number) {
		return "A"
	}
	head, tail, slash := strings.Cut(number, "/")
	n, err := strconv.Atoi(head)
	switch {
	case slash && err == nil && isYear(head) && n >= 1978:
		return "E"
	case slash && err == nil && n > lastRoman && n < 200 && tail != "" && isDigit(tail[0]):
		return "A"
	case slash:
		return ""
	}
	open := strings.IndexByte(number, '(')
	if open < 0 {
		return ""
	}
	serial := strings.Trim(number[open:], "()")
	if isYear(serial) {
		return "S"
	}
	if numberOf(serial) > lastRoman {
		return "E"
	}
	return "A"
}

// bareNumberError explains a bare number that no principal organ can own.
func bareNumberError(s string) error {
	head, _, _ := strings.Cut(s, "/")
	if n := numberOf(head); n > 0 && n <= lastRoman {
		return fmt.Errorf("“%s” is no resolution of the General Assembly, which has numbered by session since the 31st; the Human Rights Council, UNEA and others number so: write A/HRC/RES/%s or name the body", s, s)
	}
	return fmt.Errorf("“%s” is a bare number that no principal organ uses", s)
}
