package structure

import (
	"sync"
	"unicode/utf8"
)

// sampleBytes bounds what the language is told from: eight windows spread
// over the text.
const (
	sampleBytes   = 160
	sampleWindows = 8
)

// Language tells in which of the six languages text is written, by its script
// and, within the Latin script, by its common words. Mastheads of all
// languages carry English lines, so a few letters of another script outweigh
// many Latin ones. Text that tells nothing counts as English.
func Language(text string) string {
	var n struct{ latin, han, cyrillic, arabic int }
	for k := range windows(text) {
		s := window(text, k)
		for i := 0; i < len(s); i++ {
			switch c := s[i]; {
			case c|0x20 >= 'a' && c|0x20 <= 'z' || c == 0xC3 || c == 0xC5:
				n.latin++
			case c < 0xC4:
			case c >= 0xD0 && c <= 0xD4:
				n.cyrillic++
			case c >= 0xD8 && c <= 0xDD:
				n.arabic++
			case c >= 0xE4 && c <= 0xE9:
				n.han += 5 // one Han character says as much as several letters
			}
		}
	}
	// A Latin text may quote names in another script; a text in that script
	// has more of it than this, however many English lines stand above it.
	const share = 5
	most := max(n.han, n.cyrillic, n.arabic)
	if most*share < n.latin || most == 0 {
		return latinLanguage(text)
	}
	switch most {
	case n.han:
		return "zh"
	case n.cyrillic:
		return "ru"
	}
	return "ar"
}

// windows is how many windows a text is looked at through: one for a short
// text.
func windows(text string) int {
	if len(text) <= sampleBytes*sampleWindows {
		return 1
	}
	return sampleWindows
}

// window returns the k-th of the windows, which are spread evenly and begin
// and end with whole characters.
func window(text string, k int) string {
	if windows(text) == 1 {
		return text
	}
	start := (len(text) - sampleBytes) / (sampleWindows - 1) * k
	end := start + sampleBytes
	for start > 0 && !utf8.RuneStart(text[start]) {
		start--
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	return text[start:end]
}

// common is which languages of Latin script hold a word for a common one, a
// bit each.
var common = sync.OnceValue(func() map[string]uint8 {
	words := map[string]uint8{}
	for i, code := range latinCodes {
		for w := range vocabularies()[code].words {
			words[w] |= 1 << i
		}
	}
	return words
})

var latinCodes = [...]string{"en", "es", "fr"}

// longestCommon is the length in bytes of the longest of those words.
const longestCommon = 6

// countWords adds, for each language of Latin script, how many of the words
// of s are common in it.
func countWords(s string, counts *[len(latinCodes)]int) {
	words := common()
	var buf [longestCommon]byte
	n := 0
	for i := 0; i <= len(s); i++ {
		c := byte(' ')
		if i < len(s) {
			c = s[i]
		}
		switch lower := c | 0x20; {
		case lower >= 'a' && lower <= 'z' || c >= 0x80 && c != 0xE2:
			if c < 0x80 {
				c = lower
			}
			if n < longestCommon {
				buf[n] = c
			}
			n++
		default:
			if n > 0 && n <= longestCommon {
				for j, bits := 0, words[string(buf[:n])]; bits != 0; j, bits = j+1, bits>>1 {
					counts[j] += int(bits & 1)
				}
			}
			n = 0
		}
	}
}

func latinLanguage(text string) string {
	var counts [len(latinCodes)]int
	for k := range windows(text) {
		countWords(window(text, k), &counts)
	}
	best := 0
	for i, n := range counts {
		if n > counts[best] {
			best = i
		}
	}
	return latinCodes[best]
}
