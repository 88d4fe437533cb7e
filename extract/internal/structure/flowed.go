package structure

import "strings"

// Programs that break the lines of a text at blanks may leave the blank at the end of the
// line: fold, the plain text of word processors, mail whose text flows (RFC 3676). Then a
// line that ends in a blank goes on in the next, and one that does not ends its paragraph,
// unless it was cut where no blank stood.

// flowedLayout returns the layout of such a text.
func flowedLayout(text string, lines []line, unsegmented bool) (layout, bool) {
	ways := []layout{{}}
	if unsegmented {
		ways = append(ways, layout{wide: true})
	}
	best, most := layout{}, -1
	for _, l := range ways {
		if cut, ok := l.measureFlowed(text, lines, unsegmented); ok && cut > most {
			best, most = l, cut
		}
	}
	return best, most >= 0
}

// measureFlowed sets the width of the longest line and tells whether the blanks at the ends
// of lines are where lines were broken: before no blank line, and only where what is whole up
// to the next blank had no place, or in most lines. cut is how many lines are full without
// a blank in them or behind.
func (l *layout) measureFlowed(text string, lines []line, unsegmented bool) (cut int, ok bool) {
	const least, rare, paragraph, often = 2, 50, 20, 8
	for _, at := range lines {
		if isTooLong(at) {
			return 0, false
		}
		if !at.furniture {
			l.width = max(l.width, l.extent(text, at)+blankBehind(text, at))
		}
		if l.width > longestLine {
			return 0, false
		}
	}
	pairs, soft, bad, hard, place, alone := 0, 0, 0, 0, 0, 0
	for i, a := range lines {
		flows := blankBehind(text, a) > 0
		if i+1 == len(lines) || parted(text, a, lines[i+1]) {
			alone++
			if flows {
				bad++
			}
			continue
		}
		pairs++
		switch {
		case flows:
			soft++
			if l.hadPlace(text, a, lines[i+1]) {
				place++
			}
		case l.isCut(text, a):
			cut++
		default:
			hard++
		}
	}
	l.strict = hard*paragraph <= pairs
	if soft < least || bad*rare > soft || hard > soft && alone*often > len(lines) {
		return 0, false // of lines that blank ones part, none but the last of a paragraph is hard
	}
	return cut, place*rare <= soft || !unsegmented && 2*soft >= pairs // others count bytes
}

// hadPlace reports whether what stands before the first blank of line b had place in line a.
func (l layout) hadPlace(text string, a, b line) bool {
	return l.extent(text, a)+1+l.firstWord(text[b.start:b.end], false) < l.width
}

// unfold makes one line of those that go on in one another: where a blank stands at the end,
// where blank lines alone end paragraphs, and else where a line was cut.
func (s *splitter) unfold(lines []line, l layout) []line {
	out := lines[:0]
	var last line // of those that were made one
	for i, b := range lines {
		a := last
		last = b
		goesOn := i > 0 && !parted(s.text, a, b) && !b.page && !a.furniture && !b.furniture
		cut := goesOn && blankBehind(s.text, a) == 0
		if goesOn && cut && !l.strict {
			goesOn = l.isCut(s.text, a) && !s.beginsBehindCut(out[len(out)-1], a, b)
		}
		if !goesOn {
			out = append(out, b)
			continue
		}
		out[len(out)-1].end = b.end
		if cut && l.isCut(s.text, a) {
			s.skips = append(s.skips, span(a.end, b.start))
		}
	}
	return out
}

// beginsBehindCut reports whether line b begins a paragraph though line a, the last of those
// that are one, was full and may have been cut.
func (s *splitter) beginsBehindCut(one, a, b line) bool {
	words := s.text[b.start:b.end]
	if !endsParagraph(s.text[a.start:a.end]) {
		entity, _ := s.v.formula(words)
		return entity != ""
	}
	if s.v.meetingLine(words) {
		return true
	}
	numbered := readMark(s.text[one.start:one.end], s.v).kind
	if m := readMark(words, s.v); m.kind == noMark && s.v.isClause(words) && (numbered == digitMark || numbered == letterMark) {
		return false
	}
	return s.beginsParagraph(words) && !s.v.isLaterClause(words)
}

// parted reports whether an empty line stands between two. One that is a single blank is
// none: the blank had no place in the line before.
func parted(text string, a, b line) bool {
	return b.blank && !strings.Contains(text[a.end:b.start], "\n \n")
}

// blankBehind is 1 where a blank stands behind a line before it breaks.
func blankBehind(text string, a line) int {
	if a.end < len(text) && text[a.end] == ' ' {
		return 1
	}
	return 0
}

// isAtEnd reports whether a line has all the characters that have place in one.
func (l layout) isAtEnd(text string, a line) bool { return l.extent(text, a) >= l.width-1 }

// isCut reports whether a line was broken where no blank stood: it has none, and all the
// characters that have place in one.
func (l layout) isCut(text string, a line) bool {
	return l.isAtEnd(text, a) && strings.IndexByte(text[a.start:a.end], ' ') < 0
}
