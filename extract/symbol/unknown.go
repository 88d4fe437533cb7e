package symbol

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
)

// UnknownPart returns the first part of a canonical symbol that is neither the
// name of a series, a word of symbols nor a number, and the symbol that is a
// single letter away and has a known part in its place: "RS" and A/RES/75/1 of
// A/RS/75/1. Where no part, or none more than others, is so near, near is empty; where
// all parts are known, both are.
func UnknownPart(canonical string) (part, near string) {
	parts := strings.Split(canonical, "/")
	for i := 1; i < len(parts); i++ {
		word, number := strings.ToUpper(parts[i]), ""
		known := partsAfter
		if stem, rest, ok := strings.Cut(word, "."); ok && isNumber(rest) {
			word, number, known = stem, "."+rest, stemsOf // "CONFF.230"
			if hasStem(word) {
				continue
			}
		}
		if !lettersOnly(word) || knownPart(parts[:i], word) || number == "" && isCountry(parts[i-1], word) {
			continue
		}
		if known := nearest(word, known(parts[:i])); known != "" {
			near = strings.Join(slices.Concat(parts[:i], []string{known + number}, parts[i+1:]), "/")
			if right, err := Parse(near); err == nil {
				near = right.Canonical // "Corr.1" has small letters
			}
		}
		return parts[i], near
	}
	return "", ""
}

//go:embed data/highest.tsv
var highestTable string

// highest are the series whose numbers end, and their last.
var highest = func() map[string]int {
	all := map[string]int{}
	for _, row := range rows("highest.tsv", highestTable, 2) {
		n, err := strconv.Atoi(row[1])
		if err != nil {
			panic("symbol: bad number in data/highest.tsv: " + row[1])
		}
		all[row[0]] = n
	}
	return all
}()

// UnknownNumber returns the part of a canonical symbol that is numbered above all
// that its kind has: "C.9" of A/C.9/77/L.2, since the Assembly has six main
// committees. It is empty where there is none.
func UnknownNumber(canonical string) (part string) {
	parts := strings.Split(canonical, "/")
	if len(parts) < 2 {
		return ""
	}
	stem, number, ok := strings.Cut(parts[1], ".")
	n, err := strconv.Atoi(number)
	last, closed := highest[strings.ToUpper(parts[0]+"/"+stem)]
	if ok && err == nil && closed && n > last {
		return parts[1]
	}
	return ""
}

// Misprint returns the beginning of a symbol that print has for another's and the
// symbol as it should be: "A/HCR" and A/HRC/44/20 of A/HCR/44/20. Both are empty where the symbol
// begins as it should. Parse reads such a symbol as the right one.
func Misprint(printed string) (beginning, right string) {
	if right, beginning = setRight(strings.ToUpper(printed)); beginning == "" {
		return "", ""
	}
	return beginning, right
}

// nearest is the one word that is a letter away; of several the one in which a letter is
// left out, added or changed round, since another letter makes another word more often:
// "CRR" is CORR rather than CRP. It is empty where that does not tell.
func nearest(word string, known []string) string {
	near := slices.DeleteFunc(slices.Clone(known), func(k string) bool { return !oneLetterAway(word, k) })
	if len(near) > 1 {
		near = slices.DeleteFunc(near, func(k string) bool { return len(k) == len(word) && !turned(word, k) })
	}
	if len(near) != 1 {
		return ""
	}
	return near[0]
}

// turned reports whether two words of one length have the same letters.
func turned(a, b string) bool {
	x, y := []byte(a), []byte(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// isCountry reports whether a part may be the code of a State, as in documents of
// treaty bodies and of the universal periodic review: CRPD/C/DEU/CO/2-3.
func isCountry(before, word string) bool {
	return len(word) == 3 && (before == "C" || isNumber(before))
}

// hasStem reports whether a word stands before numbers in some symbol.
func hasStem(word string) bool {
	_, ok := components[word+"."]
	return ok
}

func isNumber(s string) bool { return s != "" && run([]byte(s), digit) == len(s) }

// stemsOf lists, sorted, the words that stand before a number in the part behind the
// parts before it: of a root conferences, commissions, committees, else any.
func stemsOf(before []string) []string {
	var words []string
	for name, c := range components {
		stem, ok := strings.CutSuffix(strings.ToUpper(name), ".")
		if ok && len(stem) > 1 && (c.class == "unit" || len(before) > 1) && !slices.Contains(words, stem) {
			words = append(words, stem)
		}
	}
	slices.Sort(words)
	return words
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
