package structure

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"uncite/extract/lang"
)

// sampleBytes bounds what the language is told from: eight windows spread
// over the text.
const (
	sampleBytes   = 160
	sampleWindows = 8
)

// Language tells in which language text is written, by its script and, where
// several languages share that, by their common words. Mastheads of all
// languages carry English lines, so a few letters of another script outweigh
// many Latin ones. Text that tells nothing counts as English.
func Language(text string) string {
	var n [scripts]int
	for k := range windows(text) {
		s := window(text, k)
		for i := range len(s) {
			n[scriptOf[s[i]]]++
		}
	}
	n[han] *= 5 // one Han character says as much as several letters
	// A Latin text may quote names in another script; a text in that script
	// has more of it than this, however many English lines stand above it.
	const share = 5
	most := max(n[han], n[cyrillic], n[arabic])
	if most*share < n[latin] || most == 0 {
		return ofScript("Latin", text)
	}
	switch most {
	case n[han]:
		return ofScript("Han", text)
	case n[cyrillic]:
		return ofScript("Cyrillic", text)
	}
	return ofScript("Arabic", text)
}

// The scripts that are counted; none is that of all other bytes.
const (
	none = iota
	latin
	han
	cyrillic
	arabic
	scripts
)

// scriptOf tells of which script a letter is by its first byte.
var scriptOf = func() (of [256]uint8) {
	for _, r := range []struct {
		first, last byte
		script      uint8
	}{
		{'A', 'Z', latin}, {'a', 'z', latin}, {0xC3, 0xC3, latin}, {0xC5, 0xC5, latin},
		{0xD0, 0xD4, cyrillic}, {0xD8, 0xDD, arabic}, {0xE4, 0xE9, han},
	} {
		for b := int(r.first); b <= int(r.last); b++ {
			of[b] = r.script
		}
	}
	return of
}()

// ofScript tells which of the languages of a script a text is in.
func ofScript(script, text string) string {
	w := common(script)
	switch len(w.codes) {
	case 0:
		return lang.Fallback()
	case 1:
		return w.codes[0]
	}
	return w.told(text)
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
	return text[wordStart(text, start):wordStart(text, end)]
}

// wordStart returns the end of the word in which the offset stands, or the
// offset of a whole character where no blank is near: a piece of a word is
// another word.
func wordStart(text string, i int) int {
	const longest = 40 // bytes looked through
	for k := i; k < len(text) && k < i+longest; k++ {
		if text[k] == ' ' || text[k] == '\n' {
			return k
		}
	}
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	return i
}

// scriptWords are the languages of a script, and of each of their common words
// the languages that have it, a bit each.
type scriptWords struct {
	codes   []string
	words   map[string]uint64
	lengths [256]uint16 // of the words that begin with a byte, for a quick no: a bit each
}

// add takes a word for one of the language with that index.
func (w *scriptWords) add(word string, language int) {
	w.words[word] |= 1 << language
	w.lengths[word[0]] |= 1 << len(word)
}

// byScript are the common words by script.
var byScript sync.Map

func common(script string) *scriptWords {
	if w, ok := byScript.Load(script); ok {
		return w.(*scriptWords)
	}
	w := &scriptWords{codes: lang.OfScript(script), words: map[string]uint64{}}
	// The language in which a text counts that tells nothing comes first.
	slices.SortStableFunc(w.codes, func(a, b string) int {
		return cmp.Compare(fallbackLast(a), fallbackLast(b))
	})
	for i, code := range w.codes {
		for _, word := range lang.Of(code).Words {
			w.add(word, i)
		}
		rows, err := lang.Table(code, "lexicon", "type", "owner")
		if err != nil {
			panic(err) // embedded
		}
		for _, r := range rows {
			for word := range strings.FieldsSeq(strings.ToLower(r.Form)) {
				if len(word) >= shortestOwn && len(word) <= longestCommon {
					w.add(word, i)
				}
			}
		}
	}
	byScript.Store(script, w)
	return w
}

func fallbackLast(code string) int {
	if code == lang.Fallback() {
		return 0
	}
	return 1
}

// The lengths in bytes of the longest of those words, and of the shortest of
// the words with which a language cites.
const (
	longestCommon = 14
	shortestOwn   = 5
)

// count adds, for each language, how many of the words of s are common in it.
func (w *scriptWords) count(s string, counts []int) {
	var word [longestCommon]byte
	n := 0
	for i := 0; i < len(s); {
		c := s[i]
		if small := smallOf[c]; small != 0 {
			if n < len(word) {
				word[n] = small
			}
			n++
			i++
			continue
		}
		w.countWord(word[:min(n, len(word))], n, counts)
		n = 0
		i += lengthOfBreak(c)
	}
	w.countWord(word[:min(n, len(word))], n, counts)
}

// countWord counts a word of n bytes, of which a longer one is none that is common.
func (w *scriptWords) countWord(word []byte, n int, counts []int) {
	if n == 0 || n > longestCommon || w.lengths[word[0]]>>n&1 == 0 {
		return
	}
	for j, bits := 0, w.words[string(word)]; bits != 0; j, bits = j+1, bits>>1 {
		counts[j] += int(bits & 1)
	}
}

// smallOf are the bytes of words, letters of ASCII small; 0 is what stands between words.
var smallOf = func() (small [256]byte) {
	for c := range small {
		switch b := byte(c); {
		case b|0x20 >= 'a' && b|0x20 <= 'z':
			small[c] = b | 0x20
		case b >= 0x80 && lengthOfBreak(b) == 1:
			small[c] = b
		}
	}
	return small
}()

// lengthOfBreak is how long the character is that begins with a byte, where it is one between
// words; of others 1.
func lengthOfBreak(c byte) int {
	if c == 0xC2 || c >= 0xE2 && c <= 0xEF { // no-break blanks, signs, Han
		return 2 + int(c>>5&1)
	}
	return 1
}

// told is the language of which a text has most common words.
func (w *scriptWords) told(text string) string {
	counts := make([]int, len(w.codes))
	for k := range windows(text) {
		w.count(window(text, k), counts)
	}
	best := 0
	for i, n := range counts {
		if n > counts[best] {
			best = i
		}
	}
	return w.codes[best]
}
