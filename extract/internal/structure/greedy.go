package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/char"
)

// A program that wraps a text at so many columns puts on each line the words that have
// place in it. Such lines tell where paragraphs end: where the first word of the next
// line had place. Print, whose letters are not of one width, tells it less surely.

// greedyLayout returns the layout of a text that a program wrapped, with few blank lines
// between its paragraphs.
func greedyLayout(text string, lines []line, v *vocabulary) (layout, bool) {
	// Titles and headings have place for more; in print a quarter of all lines have.
	const mostShort, nearly = 0.12, 0.01
	ways, unsegmented := []layout{{}}, v.Has("unsegmented")
	if unsegmented {
		ways = []layout{{wide: true}, {}}
	}
	best, least := layout{}, 1.0
	for _, l := range ways {
		width, short := l.greedyWidth(text, lines, v)
		if short < least-nearly {
			best, least = l, short
			best.width = width
		}
		if l.chunks, l.width = unsegmented, width; !l.chunks || width == 0 {
			continue
		}
		if width, short = l.greedyWidth(text, lines, v); short < least-nearly {
			best, least = l, short
			best.width = width
		}
	}
	best.greedy, best.anywhere = least < mostShort, unsegmented
	return best, best.greedy
}

// openPair is a line that breaks off: how many columns it has, and how many it would have
// with the first word of the next line. inWords says that the next goes on for certain,
// blanks that it could have broken off at a blank.
type openPair struct {
	have, need      int
	inWords, blanks bool
}

// greedyWidth returns the width at which most lines are full, and the share of long lines
// that break off and are not. It is 0 where few lines tell.
func (l layout) greedyWidth(text string, lines []line, v *vocabulary) (width int, short float64) {
	// full lines; the share of the width that a line must have; one of so many may stand
	// behind a blank one, and one of so many break off in the middle of words
	const least, long, rare, mostTorn = 6, 0.6, 4, 30
	var pairs []openPair
	var change [longestLine + 2]int // of the count of full lines, by width
	blank := 0
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if b.blank || b.page || a.furniture || b.furniture {
			blank++
			continue
		}
		if a.end-a.start > 4*longestLine || endsParagraph(text[a.start:a.end]) {
			continue
		}
		p := openPair{have: l.columns(text, a)}
		if p.have > longestLine {
			continue
		}
		words := text[b.start:b.end]
		p.need = p.have + 1 + l.firstWord(words, v.Has("unsegmented"))
		r, _ := utf8.DecodeRuneInString(words)
		p.blanks = strings.Contains(text[a.start:a.end], " ")
		p.inWords = unicode.IsLower(r) && !v.isClause(words)
		pairs = append(pairs, p)
		change[p.have]++
		change[min(p.need, longestLine+1)]--
	}
	full, most := 0, 0
	for w := range change {
		if full += change[w]; full > most {
			width, most = w, full
		}
	}
	if blank*rare > len(lines) || most < least {
		return 0, 1
	}
	open, place, torn := 0, 0, 0
	for _, p := range pairs {
		hasPlace := p.have > width || p.need <= width || l.chunks && !p.blanks && p.have != width
		if hasPlace && p.inWords {
			torn++
		}
		if float64(p.have) < long*float64(width) {
			continue
		}
		open++
		if hasPlace {
			place++
		}
	}
	if torn*mostTorn > len(pairs) {
		return 0, 1
	}
	return width, float64(place) / float64(open)
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
