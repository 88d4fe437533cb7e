package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fonts draw the marks of Arabic letters as glyphs of their own, and programs that take the
// text off a page write a blank beside one that stands wide of its letter, in the middle of a
// word. What is a word is told by the rest of the text, where it stands without marks.

// withoutGaps takes those blanks out of lines.
func withoutGaps(lines []setLine) {
	var known map[string]bool
	for i := range lines {
		if !hasGap(lines[i].text) {
			continue
		}
		if known == nil {
			known = wordsWithoutMarks(lines)
		}
		lines[i].text = closeGaps(lines[i].text, known)
	}
}

// hasGap tells whether a mark of a letter stands beside a blank.
func hasGap(text []byte) bool {
	prev := 'x'
	for _, r := range string(text) {
		if r == ' ' && isInnerMark(prev) || prev == ' ' && unicode.Is(unicode.Mn, r) {
			return true
		}
		prev = r
	}
	return false
}

// isInnerMark tells whether a mark may stand within a word: all but those of case, which end it.
func isInnerMark(r rune) bool { return unicode.Is(unicode.Mn, r) && (r < 0x64B || r > 0x64D) }

// wordsWithoutMarks are the words of lines beside which no mark stands.
func wordsWithoutMarks(lines []setLine) map[string]bool {
	known := map[string]bool{}
	for i := range lines {
		marked := false
		for word := range strings.SplitSeq(string(lines[i].text), " ") {
			has := strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Mn, r) })
			if bare := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }); !has && !marked && utf8.RuneCountInString(bare) > 1 {
				known[bare] = true
			}
			marked = has
		}
	}
	return known
}

// closeGaps makes one word of two beside whose blank a mark stands where they are one word of
// the text, or where the second is none.
func closeGaps(text []byte, known map[string]bool) []byte {
	words := strings.Split(string(text), " ")
	out := words[:1]
	for _, word := range words[1:] {
		last := &out[len(out)-1]
		end, _ := utf8.DecodeLastRuneInString(*last)
		begin, _ := utf8.DecodeRuneInString(word)
		if beside := isInnerMark(end) || unicode.Is(unicode.Mn, begin) || isMarkedLetter(*last); beside && isOneWord(*last, word, known) {
			*last += word
			continue
		}
		out = append(out, word)
	}
	return []byte(strings.Join(out, " "))
}

// isMarkedLetter tells whether a word is a single letter with a mark.
func isMarkedLetter(word string) bool {
	return utf8.RuneCountInString(word) == 2 && utf8.RuneCountInString(bareWord(word)) == 1
}

// isOneWord tells whether two pieces are one word.
func isOneWord(a, b string, known map[string]bool) bool {
	const longest = 64 // bytes
	if len(a) > longest {
		return false
	}
	left, right := bareWord(a), bareWord(b)
	switch {
	case left == "" || right == "" || !endsLetter(a) || !beginsLetter(b):
		return false
	case known[left+right]:
		return true
	}
	return !known[left] && (!known[right] || isMarkedLetter(a))
}

// bareWord returns the letters of a word without marks and signs.
func bareWord(word string) string {
	var b strings.Builder
	for _, r := range word {
		if unicode.IsLetter(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func endsLetter(word string) bool {
	r, _ := utf8.DecodeLastRuneInString(word)
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}

func beginsLetter(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}
