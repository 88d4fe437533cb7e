package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/lang"
)

// A program that wraps a text at so many columns puts on each line the words that have
// place in it. Such lines tell where paragraphs end: where the first word of the next
// line had place. Print, whose letters are not of one width, tells it less surely.

// greedyLayout returns the layout of a text that a program wrapped, with few blank lines
// between its paragraphs.
func greedyLayout(text string, lines []line, v *vocabulary) (layout, bool) {
	// Titles and headings have place for more; in print a quarter of all lines have, and
	// some are longer than those that tell the width.
	const mostShort, mostOfWhole, nearly = 0.12, 0.2, 0.01
	ways, unsegmented := []layout{{}}, v.Has(lang.Unsegmented)
	if unsegmented {
		ways = []layout{{wide: true}, {}}
	}
	best, least := layout{}, greedyFit{short: 1}
	for _, l := range ways {
		fit := l.greedyWidth(text, lines, v)
		if fit.short < least.short-nearly {
			best, least = l, fit
		}
		if l.chunks, l.width = unsegmented, fit.width; !l.chunks || fit.width == 0 {
			continue
		}
		if fit = l.greedyWidth(text, lines, v); fit.short < least.short-nearly {
			best, least = l, fit
		}
	}
	best.width = least.width
	if unsegmented && !best.chunks {
		best.chunks = best.keepsChunks(text, lines)
	}
	best.greedy, best.anywhere = least.short < mostShort || least.whole && least.short < mostOfWhole, unsegmented
	return best, best.greedy
}

// greedyFit is the width at which most lines are full, and the share of long lines that break
// off and are not; whole says that no line is longer. The width is 0 where few lines tell.
type greedyFit struct {
	width int
	short float64
	whole bool
}

// openPair is a line that breaks off: how many columns it has, and how many it would have
// with the first word of the next line. inWords says that the next goes on for certain,
// blanks that it could have broken off at a blank.
type openPair struct {
	have, need      int
	inWords, blanks bool
}

// standApart reports whether a blank line, a page break or a running head parts two lines.
func standApart(a, b line) bool { return b.blank || b.page || a.furniture || b.furniture }

// countApart counts the lines that something parts from the one before.
func countApart(lines []line) (n int) {
	for i := 1; i < len(lines); i++ {
		if standApart(lines[i-1], lines[i]) {
			n++
		}
	}
	return n
}

// greedyWidth measures the lines that break off.
func (l layout) greedyWidth(text string, lines []line, v *vocabulary) greedyFit {
	// full lines, fewer in a script of one width where no line is longer and none short; the
	// share of the width that a line must have; one of so many may stand behind a blank one,
	// and one of so many break off in the middle of words
	const least, few, long, rare, mostTorn = 6, 3, 0.6, 4, 30
	if countApart(lines)*rare > len(lines) {
		return greedyFit{short: 1}
	}
	longest := l.longestOf(text, lines)
	var pairs []openPair
	var change [longestLine + 2]int // of the count of full lines, by width
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if standApart(a, b) || isTooLong(a) || endsParagraph(text[a.start:a.end]) {
			continue
		}
		p := openPair{have: l.columns(text, a)}
		if p.have > longestLine {
			continue
		}
		words := text[b.start:b.end]
		p.need = l.needs(text, a, words, v.Has(lang.Unsegmented))
		r, _ := utf8.DecodeRuneInString(words)
		p.blanks = strings.Contains(text[a.start:a.end], " ")
		p.inWords = unicode.IsLower(r) && !v.isClause(words)
		pairs = append(pairs, p)
		if float64(p.have) < long*float64(longest) {
			continue // short texts have many headings, and some of one length by chance
		}
		change[p.have]++
		change[min(p.need, longestLine+1)]--
	}
	full, most, fit := 0, 0, greedyFit{}
	for w := range change {
		if full += change[w]; full > most || full == most && w <= longest {
			fit.width, most = w, full
		}
	}
	if most < few {
		return greedyFit{short: 1}
	}
	open, place, torn := 0, 0, 0
	for _, p := range pairs {
		hasPlace := p.have > fit.width || p.need <= fit.width || l.chunks && !p.blanks && p.have != fit.width
		if hasPlace && p.inWords {
			torn++
		}
		if float64(p.have) < long*float64(fit.width) {
			continue
		}
		open++
		if hasPlace {
			place++
		}
	}
	fit.whole = longest <= fit.width
	if torn*mostTorn > len(pairs) || most < least && (place > 0 || !fit.whole || !v.Has(lang.Unsegmented)) {
		return greedyFit{short: 1}
	}
	fit.short = float64(place) / float64(open)
	return fit
}

// keepsChunks reports whether no words that blanks part from others, and that have place in one
// line, are broken at the end of a full one, as they would be where lines break anywhere.
func (l layout) keepsChunks(text string, lines []line) bool {
	const rare = 10 // one of so many full lines may end its paragraph
	full, broken := 0, 0
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if b.blank || b.page || a.end-a.start < l.width-1 || l.columns(text, a) < l.width-1 || endsParagraph(text[a.start:a.end]) {
			continue
		}
		blank := strings.LastIndexByte(text[a.start:a.end], ' ')
		if blank < 0 {
			continue
		}
		full++
		a.start += blank + 1
		if first := strings.IndexByte(text[b.start:b.end], ' '); first >= 0 {
			b.end = b.start + first
		}
		if l.columns(text, a)+l.columns(text, b) <= l.width {
			broken++
		}
	}
	return broken*rare <= full
}

// isBroken reports whether line a ends where the first of words had no place. Between two
// characters of a script without blanks between words stands no blank at which words are kept
// whole.
func (l layout) isBroken(text string, a line, words string) bool {
	if i := lastCharacter(text[a.start:a.end]); l.chunks && isWide(text[a.start+i:]) && isWide(words) {
		return l.columns(text, a)+1+l.columns(text, line{start: a.start + i, end: a.end}) > l.width
	}
	return l.needs(text, a, words, l.anywhere) > l.width
}

// isWide reports whether words begin with a character of full width.
func isWide(words string) bool {
	_, size := utf8.DecodeRuneInString(words)
	return char.CountWide(words[:size]) > 0
}

// lastCharacter is where the last character of words begins.
func lastCharacter(words string) int {
	_, size := utf8.DecodeLastRuneInString(words)
	return len(words) - size
}

// longestOf is where the longest line ends, without those that are no printed lines.
func (l layout) longestOf(text string, lines []line) (longest int) {
	for _, at := range lines {
		if at.furniture || isTooLong(at) || at.indent+at.end-at.start <= longest {
			continue // no character has more columns than bytes
		}
		if n := l.extent(text, at); n <= longestLine {
			longest = max(longest, n)
		}
	}
	return longest
}

// needs is how many columns line a would have with the first of words. Programs that break
// words too long for a line do it behind a hyphen, and what stood behind that has no place.
func (l layout) needs(text string, a line, words string, unsegmented bool) int {
	if unsegmented && text[a.end-1] == '-' {
		return longestLine + 1
	}
	return l.columns(text, a) + 1 + l.firstWord(words, unsegmented)
}

// firstWord is the columns of what a line begins with and no program parts: a word, a
// character of a script without blanks between words.
func (l layout) firstWord(words string, unsegmented bool) int {
	end := strings.IndexAny(words, " \t")
	if end < 0 {
		end = len(words)
	}
	if !unsegmented {
		return char.Count(words[:end])
	}
	if l.chunks {
		if n := l.columns(words, line{end: end}); n < l.width {
			return n // a longer one is broken
		}
	}
	size := 0
	for size < end && words[size] < utf8.RuneSelf {
		size++
	}
	if size == 0 {
		_, size = utf8.DecodeRuneInString(words)
	}
	return l.columns(words, line{end: size})
}
