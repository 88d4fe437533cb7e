package pdf

import (
	"slices"
	"strings"
	"testing"
)

// drawn returns glyphs from left to right: parts in braces are Arabic and stand
// in the opposite order of their letters, numbers within them as they are.
func drawn(s string) []glyph {
	var out []glyph
	add := func(part string) {
		for _, r := range part {
			out = append(out, glyph{r: r, x: float32(6 * len(out)), w: 6, size: 10})
		}
	}
	for s != "" {
		before, rest, _ := strings.Cut(s, "{")
		add(before)
		arabic, after, _ := strings.Cut(rest, "}")
		var words []string
		for _, w := range strings.Fields(arabic) {
			if w[0] >= 0x80 {
				letters := []rune(w)
				slices.Reverse(letters)
				w = string(letters)
			}
			words = append(words, w)
		}
		slices.Reverse(words)
		add(strings.Join(words, " "))
		s = after
	}
	return out
}

// TestSetFromLeft: lines of Arabic that a program set from the left are read as
// they were written.
func TestSetFromLeft(t *testing.T) {
	f := &file{fromLeft: true, ownNumbers: map[string]bool{"90/7": true}}
	tests := []struct {
		protects, drawn string
		start           lineStart
		want            string
	}{
		{"a comma behind the last word of a paragraph is at the right", "{إن الجمعية العامة}،", opensLine, "إن الجمعية العامة،"},
		{"a comma at the end of a line within the paragraph is at the left", "،{في القرار}", goesOnLine, "في القرار،"},
		{"a number at the end of a line is at the left", "{من القرار 70/1}", goesOnLine, "من القرار 70/1"},
		{"that of the document opens its title", "90/7 {مصابيح الوادي}", opensLine, "90/7 مصابيح الوادي"},
		{"another at the same place ends the line", "90/8 {مصابيح الوادي}", opensLine, "مصابيح الوادي 90/8"},
		{"the printed number of a paragraph", "3 - {تقرر عد المصابيح؛}", opensLine, "3 - تقرر عد المصابيح؛"},
		{"with a year at the end of the line", "3 - {تقرر في عام 2026}", opensLine, "3 - تقرر في عام 2026"},
		{"the mark of a note", "¹ () {قرار الجمعية العامة 70/1}.", opensLine, "¹ () قرار الجمعية العامة 70/1."},
		{"the mark of a note before a symbol", "¹ A/80/517، {الفصل الأول}.", opensLine, "¹ A/80/517، الفصل الأول."},
		{"the letter of an item", "(ب) {أن الآبار معدودة؛}", opensLine, "(ب) أن الآبار معدودة؛"},
		{"a bracket that ends on another line", "[{بناء على مقترح}", opensLine, "[بناء على مقترح"},
		{"a symbol within a line", "{في الوثيقة} A/80/517 {المؤرخة أمس}", goesOnLine, "في الوثيقة A/80/517 المؤرخة أمس"},
		{"a number behind a symbol is the end of the words before it", "A/80/517، {القرار 1}.", goesOnLine, "A/80/517، القرار 1."},
		{"a number behind an abbreviation is of it", "{سلسلة} vol. 1577, No. 27531 {من المعاهدات}", goesOnLine, "سلسلة vol. 1577, No. 27531 من المعاهدات"},
		{"the rest of a symbol that a line break parts", "31/4 {من القرار}", afterWord, "31/4 من القرار"},
	}
	for _, test := range tests {
		var got []rune
		for _, g := range f.ordered(drawn(test.drawn), test.start) {
			got = append(got, g.r)
		}
		if string(got) != test.want {
			t.Errorf("%s: %q, want %q", test.protects, string(got), test.want)
		}
	}
}

// TestWhereLinesBegin: short lines tell at which edge the lines of a page begin.
func TestWhereLinesBegin(t *testing.T) {
	f := &file{}
	for _, fromLeft := range []bool{true, false} {
		p := &page{width: 600, height: 800}
		for i, words := range []string{"إن الجمعية العامة وقد نظرت في التقرير عن الآبار", "في الوادي", "تقرر ما يلي", "عد الآبار من جديد في كل عام من الأعوام المقبلة", "والمصابيح"} {
			n := len([]rune(words))
			for k, r := range []rune(words) {
				x := 60 + 9*(n-k)
				if !fromLeft {
					x = 540 - 9*k
				}
				p.glyphs = append(p.glyphs, glyph{r: r, x: float32(x), y: float32(700 - 14*i), w: 9, size: 10})
			}
		}
		if at, set := f.beginAtLeft([]*page{p}); at != fromLeft || set != fromLeft {
			t.Errorf("lines that begin at the left %t: %t %t", fromLeft, at, set)
		}
	}
}
