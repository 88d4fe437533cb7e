package read

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sampleBytes bounds what the language is told from: eight windows spread
// over the text.
const (
	sampleBytes   = 4 << 10
	sampleWindows = 8
)

// Language tells in which of the six languages text is written, by its script
// and, within the Latin script, by its common words. Mastheads of all
// languages carry English lines, so a few letters of another script outweigh
// many Latin ones. Text that tells nothing counts as English.
func Language(text string) string {
	var n struct{ latin, han, cyrillic, arabic int }
	common := map[string]int{}
	for _, s := range samples(text) {
		for _, r := range s {
			switch {
			case r < 'A':
			case r < 0x250:
				n.latin++
			case r >= 0x400 && r < 0x530:
				n.cyrillic++
			case r >= 0x600 && r < 0x780:
				n.arabic++
			case unicode.Is(unicode.Han, r):
				n.han += 3 // one Han character says as much as several letters
			}
		}
		countWords(s, common)
	}
	// A Latin text may quote names in another script; a text in that script
	// has more of it than this, however many English lines stand above it.
	const share = 5
	most := max(n.han, n.cyrillic, n.arabic)
	if most*share < n.latin || most == 0 {
		return latinLanguage(common)
	}
	switch most {
	case n.han:
		return "zh"
	case n.cyrillic:
		return "ru"
	}
	return "ar"
}

// samples cuts windows out of a long text, at character boundaries.
func samples(text string) []string {
	if len(text) <= sampleBytes*sampleWindows {
		return []string{text}
	}
	var out []string
	for i := range sampleWindows {
		start := (len(text) - sampleBytes) / (sampleWindows - 1) * i
		for start > 0 && !utf8.RuneStart(text[start]) {
			start--
		}
		out = append(out, text[start:min(start+sampleBytes, len(text))])
	}
	return out
}

// countWords adds, for each language of Latin script, how many of the words
// of s are common in it.
func countWords(s string, counts map[string]int) {
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) > 6 {
			continue
		}
		w = strings.ToLower(w)
		for _, code := range [...]string{"en", "es", "fr"} {
			if vocabularies()[code].words[w] {
				counts[code]++
			}
		}
	}
}

func latinLanguage(counts map[string]int) string {
	best := "en"
	for _, code := range [...]string{"es", "fr"} {
		if counts[code] > counts[best] {
			best = code
		}
	}
	return best
}
