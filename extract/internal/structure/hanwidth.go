package structure

import "unicode/utf8"

// Full lines of the Chinese script have one width, since its signs have, and the first line
// of a paragraph, which is set in, is narrower by the same. Where a program lost the blanks
// before it, this tells whether a line behind a comma begins a paragraph or goes on.

// hanWidths are the widths of full lines in quarters of a sign: of those within a paragraph,
// and of the first ones; 0 where the text does not tell them.
type hanWidths struct{ within, first int }

// hanNear is by how much a line may differ: signs of other scripts have widths of their own.
const hanNear = 4

// hanWidth is the width of words: figures and Latin letters have half a sign, the blanks
// that programs put around them hardly any.
func hanWidth(words string) (n int) {
	for i := 0; i < len(words); {
		switch c := words[i]; {
		case c == ' ':
			n++
			i++
		case c < utf8.RuneSelf:
			n += 2
			i++
		default:
			_, size := utf8.DecodeRuneInString(words[i:])
			n += 4
			i += size
		}
	}
	return n
}

// measureHan measures the full lines of which other signs tell where they stand.
func (l *layout) measureHan(text string, lines []line, v *vocabulary) {
	const least, leastFirst, short, setIn = 10, 3, 0.7, 6
	within, first := map[int]int{}, map[int]int{}
	for i := 1; i+1 < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if b.furniture || lines[i+1].blank || !l.breaksOff(text, b) {
			continue
		}
		before := text[a.start:a.end]
		switch long := float64(l.columns(text, a)); {
		case b.blank || b.page || a.furniture:
		case !endsParagraph(before) && long >= slackOfHan*float64(a.width):
			within[hanWidth(text[b.start:b.end])]++
		case endsParagraph(before) && long < short*float64(a.width) && v.isClause(text[b.start:b.end]):
			first[hanWidth(text[b.start:b.end])]++
		}
	}
	w := hanWidths{mode(within, least), mode(first, leastFirst)}
	if w.within > 0 && w.first > 0 && w.within-w.first >= setIn {
		l.han = w
	}
}

// slackOfHan is the part of the width that a full line has at least.
const slackOfHan = 0.9

// breaksOff reports whether a line ends in no stop and so goes on in the next.
func (l *layout) breaksOff(text string, b line) bool {
	return float64(l.columns(text, b)) >= 0.75*float64(l.width) && !endsParagraph(text[b.start:b.end])
}

// mode returns the width that most lines have; 0 where few have it.
func mode(widths map[int]int, least int) (width int) {
	all, near := 0, 0
	for w, n := range widths {
		all += n
		if n > widths[width] || n == widths[width] && w > width {
			width = w
		}
	}
	for w, n := range widths {
		if w >= width-hanNear && w <= width+hanNear {
			near += n
		}
	}
	if near < least || near*2 < all {
		return 0
	}
	return width
}

// firstByWidth tells by its width whether line b, behind a stop, is the first of a paragraph
// or goes on; told is false where the width does not say.
func (s *splitter) firstByWidth(b line, m mark) (first, told bool) {
	w := s.layout.han
	if w.within == 0 || m.kind != noMark || s.paras[len(s.paras)-1].note > 0 || !s.layout.breaksOff(s.text, b) {
		return false, false
	}
	if next := s.text[b.end:]; len(next) < 2 || next[0] != '\n' || next[1] == '\n' || next[1] == '\f' {
		return false, false
	}
	switch d := hanWidth(s.text[b.start:b.end]); {
	case d >= w.within-hanNear:
		return false, true
	case d >= w.first-hanNear && d <= w.first+hanNear:
		return true, true
	}
	return false, false
}
