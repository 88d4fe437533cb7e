package render

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// widthTable is widths.tsv.
//
//go:embed widths.tsv
var widthTable string

type widthRange struct {
	first, last rune
	em          float64
}

var widthRanges = loadWidths(widthTable)

// widestUnknown is the width in ems of a character that no range holds.
const widestUnknown = 1.0

func loadWidths(table string) []widthRange {
	var ranges []widthRange
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var r widthRange
		if _, err := fmt.Sscanf(line, "%x\t%x\t%g", &r.first, &r.last, &r.em); err != nil {
			panic("widths.tsv: " + err.Error() + " in " + line)
		}
		ranges = append(ranges, r)
	}
	sort.Slice(ranges, func(i, j int) bool { return ranges[i].first < ranges[j].first })
	return ranges
}

// runeWidth is the advance width of r in ems, an upper bound for the usual
// sans-serif faces.
func runeWidth(r rune) float64 {
	if r >= 0 && r < rune(len(asciiWidths)) {
		return asciiWidths[r]
	}
	return lookedUpWidth(r)
}

// asciiWidths are the widths that are asked for most.
var asciiWidths = func() (widths [128]float64) {
	for r := range rune(len(widths)) {
		widths[r] = lookedUpWidth(r)
	}
	return widths
}()

func lookedUpWidth(r rune) float64 {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc) {
		return 0
	}
	i := sort.Search(len(widthRanges), func(i int) bool { return widthRanges[i].last >= r })
	if i < len(widthRanges) && widthRanges[i].first <= r {
		return widthRanges[i].em
	}
	return widestUnknown
}

// textWidth is the width in pixels of s at a font size in pixels; bold faces
// run a tenth wider.
func textWidth(s string, size float64, bold bool) float64 {
	em := 0.0
	for _, r := range s {
		em += runeWidth(r)
	}
	if bold {
		em *= 1.1
	}
	return em * size
}

// rightToLeft tells whether the first letter of s belongs to a script that
// runs from right to left.
func rightToLeft(s string) bool {
	for _, r := range s {
		if unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana) {
			return true
		}
		if unicode.IsLetter(r) {
			return false
		}
	}
	return false
}

// plain makes s fit for one line of any output: white space of every sort
// becomes one blank, control characters, halves of surrogates and bytes that
// are not UTF-8 become U+FFFD, and marks that turn the direction of the text
// around it are left out.
func plain(s string) string {
	if isPlain(s) {
		return s
	}
	return plainByRunes(s)
}

// plainByRunes is plain for a text in which there is something to change.
func plainByRunes(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			blank = b.Len() > 0
			continue
		case turnsText(r):
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(printable(r))
	}
	return b.String()
}

// isPlain is true of a text in which plain has nothing to change.
func isPlain(s string) bool {
	blank := true
	for i := 0; i < len(s); {
		if i+8 <= len(s) && plainEight(s[i:i+8], blank) {
			blank = s[i+7] == ' '
			i += 8
			continue
		}
		size := plainAt(s, i, blank)
		if size == 0 {
			return false
		}
		blank = s[i] == ' '
		i += size
	}
	return !blank || s == ""
}

// plainEight tells whether eight bytes are printable ASCII without a blank behind
// another; blank tells that one stands before them. The bytes are looked at all at
// once, by the carries into their highest bits.
func plainEight(eight string, blank bool) bool {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	v := binary.LittleEndian.Uint64([]byte(eight))
	if blank && byte(v) == ' ' {
		return false
	}
	if v&highs != 0 {
		return false
	}
	printable := v + (0x80-' ')*ones                // high from the blank on
	deleted := v + ones                             // high at 7F
	blanks := ^((v ^ ' '*ones) + 0x7F*ones) & highs // high where a blank is
	return printable&^deleted&highs == highs && blanks&(blanks>>8) == 0
}

// plainAt is the length of the character at i, 0 where it is to be changed.
func plainAt(s string, i int, blank bool) int {
	switch c := s[i]; {
	case c < utf8.RuneSelf:
		if c < ' ' || c > '~' || c == ' ' && blank {
			return 0
		}
		return 1
	case c >= 0xC3 && c < 0xE0 && i+1 < len(s) && s[i+1]&0xC0 == 0x80: // letters of two bytes
		return 2
	case c >= 0xE4 && c <= 0xE9 && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80: // Chinese characters
		return 3
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	if r == utf8.RuneError || turnsText(r) || unicode.IsSpace(r) || printable(r) != r {
		return 0
	}
	return size
}

// turnsText tells whether a character is a mark that turns the text around it.
func turnsText(r rune) bool { return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 }

// printable replaces what neither XML 1.0 nor Graphviz can hold.
func printable(r rune) rune {
	if unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF {
		return utf8.RuneError
	}
	return r
}

// wrap breaks s into at most lines lines that are no wider than width pixels
// at the font size given, at blanks, between ideographs, after a slash or a
// hyphen, and inside a word only where it is too wide by itself. What does
// not fit ends in an ellipsis; what does is spread evenly over its lines.
func wrap(s string, width, size float64, bold bool, lines int) []string {
	s = plain(s)
	if fits(s, width, size) {
		return []string{s}
	}
	r := measureText(s, size, bold)
	out := r.lines(width, lines)
	if len(out) < 2 {
		return out
	}
	for narrower := width * 0.95; narrower > width/3; narrower *= 0.95 {
		next := r.lines(narrower, lines)
		if len(next) != len(out) || !sameLetters(next, out) {
			break
		}
		out = next
	}
	return out
}

// fits is true of texts so short that they are a line whatever their letters.
func fits(s string, width, size float64) bool {
	return s != "" && 1.1*widestUnknown*size*float64(len(s)) <= width
}

// sameLetters tells whether lines hold the same text but for its blanks.
func sameLetters(a, b []string) bool {
	letters := func(lines []string) string { return strings.ReplaceAll(strings.Join(lines, ""), " ", "") }
	return letters(a) == letters(b)
}

// measuredText is a text with the widths of its characters, so that it can be
// broken into lines of several widths.
type measuredText struct {
	s    string
	size float64
	bold bool
	// at are the places of the characters in bytes and behind them the end, widths
	// those of each, and breaks tells whether a line may end behind it.
	at     []int32
	widths []float64
	breaks []bool
}

func measureText(s string, size float64, bold bool) *measuredText {
	n := utf8.RuneCountInString(s)
	t := &measuredText{s: s, size: size, bold: bold, at: make([]int32, 0, n+1), widths: make([]float64, 0, n), breaks: make([]bool, 0, n)}
	for i, r := range s {
		em := runeWidth(r)
		if bold {
			em *= 1.1
		}
		t.at, t.widths = append(t.at, int32(i)), append(t.widths, em*size)
		t.breaks = append(t.breaks, breaksAfter(r, s[i+utf8.RuneLen(r):]))
	}
	t.at = append(t.at, int32(len(s)))
	return t
}

// lines breaks the text into at most so many lines, the last one with an ellipsis
// where there is more.
func (t *measuredText) lines(width float64, most int) []string {
	out := make([]string, 0, most)
	for from := 0; from < len(t.widths) && len(out) < most; {
		to := t.fitting(from, width)
		if to < len(t.widths) && len(out) == most-1 {
			return append(out, ellipsis(t.s[t.at[from]:], width, t.size, t.bold))
		}
		out = append(out, strings.TrimRight(t.s[t.at[from]:t.at[to]], " "))
		for from = to; from < len(t.widths) && t.s[t.at[from]] == ' '; from++ {
		}
	}
	return out
}

// fitting returns the end of the line of the width given that begins with a character.
func (t *measuredText) fitting(from int, width float64) int {
	used, breakAt := 0.0, from
	for i := from; i < len(t.widths); i++ {
		if used+t.widths[i] > width && i > from {
			if breakAt > from && t.s[t.at[i]] != ' ' {
				return breakAt
			}
			return i
		}
		used += t.widths[i]
		if t.breaks[i] {
			breakAt = i + 1
		}
	}
	return len(t.widths)
}

// breaksAfter tells whether a line may end between r and what follows it.
func breaksAfter(r rune, following string) bool {
	next, _ := utf8.DecodeRuneInString(following)
	switch {
	case r == ' ' || r == '/' || r == '-':
		return true
	case r < utf8.RuneSelf && next < utf8.RuneSelf:
		return false
	case strings.ContainsRune("，。、；：）》」』”’,.;:)", next):
		return false
	case strings.ContainsRune("（《「『“‘(", r):
		return false
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || unicode.In(next, unicode.Han) && !unicode.IsDigit(r)
}

// ellipsis cuts s to the width given, with an ellipsis at its end.
func ellipsis(s string, width, size float64, bold bool) string {
	width -= textWidth("…", size, bold)
	used := 0.0
	for i, r := range s {
		if used += textWidth(string(r), size, bold); used > width {
			return strings.TrimRight(s[:i], " ,;:-/") + "…"
		}
	}
	return s
}
