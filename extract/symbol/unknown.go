package symbol

import (
	"slices"
	"strings"
)

// UnknownPart returns the first part of a canonical symbol that is neither the
// name of a series, a word of symbols nor a number, and the symbol that is a
// single letter away and has a known part in its place: "RS" and A/RES/75/1 of
// A/RS/75/1. Where no single known part is so near, near is empty; where all
// parts are known, both are.
func UnknownPart(canonical string) (part, near string) {
	parts := strings.Split(canonical, "/")
	for i := 1; i < len(parts); i++ {
		word := strings.ToUpper(parts[i])
		if !lettersOnly(word) || knownPart(parts[:i], word) {
			continue
		}
		for _, known := range partsAfter(parts[:i]) {
			if !oneLetterAway(word, known) {
				continue
			}
			if near != "" {
				return parts[i], ""
			}
			near = strings.Join(slices.Concat(parts[:i], []string{known}, parts[i+1:]), "/")
		}
		return parts[i], near
	}
	return "", ""
}

// lettersOnly reports whether a part is a word of two letters or more: a single
// letter may be a lettered part or a session.
func lettersOnly(word string) bool {
	return len(word) > 1 && run([]byte(word), letter) == len(word)
}

// knownPart reports whether a word may follow the parts before it.
func knownPart(before []string, word string) bool {
	if _, ok := components[word]; ok {
		return true
	}
	_, ok := series[strings.ToUpper(strings.Join(before, "/"))+"/"+word]
	return ok || !knownRoot([]byte(strings.ToUpper(before[0])), false)
}

// partsAfter lists, sorted, the words that may follow the parts: resolutions
// and decisions of the series, and the series below it.
func partsAfter(before []string) []string {
	words := []string{"DEC", "PRST", "RES"}
	prefix := strings.ToUpper(strings.Join(before, "/")) + "/"
	for name := range series {
		rest, ok := strings.CutPrefix(name, prefix)
		if ok && lettersOnly(rest) && !isMisprint(name) && !slices.Contains(words, rest) {
			words = append(words, rest)
		}
	}
	slices.Sort(words)
	return words
}

func isMisprint(name string) bool {
	_, ok := misprints[name]
	return ok
}

// oneLetterAway reports whether b is a with one letter more, less or other, or
// with two neighbouring letters changed round.
func oneLetterAway(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(b)-len(a) > 1:
		return false
	case len(b) > len(a):
		return a[i:] == b[i+1:]
	case i == len(a):
		return false
	case a[i+1:] == b[i+1:]:
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
