package structure

import (
	"slices"
	"strings"
	"testing"

	"uncite/extract/internal/block"
)

// TestMarkLost protects numbers of resolutions where a text lost the mark of a note: the
// digit of that note at their end is none of it where the mark of the next one stands before.
func TestMarkLost(t *testing.T) {
	const text = "and 2005/5 of 14 April 20055 as well as 7/34 of 28 March 2008, 72/156 and 64/148 "
	tests := []struct {
		note           int
		mark, protects string
	}{
		{4, "", "7/34 is no 7/3 with the mark of note 4"},
		{5, "5", "the mark of the next note is found"},
		{6, "6", "without a surer mark of note 7 the end of a number will do"},
	}
	for _, tt := range tests {
		s := &splitter{text: text, v: vocabularies()["en"]}
		at, _ := s.findMark(mark{kind: plainMark, value: tt.note}, len(text), true)
		if got := text[at.Start:at.End]; got != tt.mark || tt.note == 5 && text[at.Start-4:at.Start] != "2005" {
			t.Errorf("%s: found %q at %d", tt.protects, got, at.Start)
		}
	}
}

// TestMarkOnNumber tells of two numbers which ends in the mark of a note: that which the text
// has elsewhere without it. A mark alone on its line is surer.
func TestMarkOnNumber(t *testing.T) {
	tests := []struct{ text, before string }{
		{"63/51 of 2 December 2008 and 74/52 of 12 December 2019, as asked for by resolution 74/521, wells", "74/52"},
		{"63/51 of 2 December 2008, 74/521 of 2 May 2019 and again 74/521, with 63/5 in mind,", "63/5"},
		{"63/51 of 2 December 2008 on the wells of the dry valleys ,\n1\n", "valleys ,\n"},
		{"63/51 of 2 December 2008, 63/51 notwithstanding,", ""},
	}
	for _, tt := range tests {
		s := &splitter{text: tt.text, v: vocabularies()["en"]}
		at, found := s.findMark(mark{kind: plainMark, value: 1}, len(tt.text), true)
		if got := tt.text[max(0, at.Start-len(tt.before)):at.Start]; found != (tt.before != "") || got != tt.before {
			t.Errorf("%q: found behind %q", tt.text, got)
		}
	}
}

// TestNumberOverLines reads numbers that a line of a script without blanks breaks in: what
// follows is no note.
func TestNumberOverLines(t *testing.T) {
	const text = "A/RES/99/7\n\n99/7. 干谷水井\n大会，\n回顾其关于干谷水井和看守水井者的决议并注意到测量员前往干谷的报告，\n" +
		"又回顾其关于干谷水井和看守水井者的决议并注意到测量员前往干谷的报告，\n1.\n" +
		"请测量员按照大会第九十八届会议的要求并考虑到大会第 98/27\n1 号决议的规定，就干谷水井的情况向大会第一百届会议提出报告，并请看守水井者就\n此事发表意见，以便大会继续审议这一事项；\n\f1 见 A/98/16。\n"
	d := Documents(&block.Text{Text: text, Lang: "zh"})[0]
	broken := strings.Index(text, "\n1 号")
	for _, p := range d.Paragraphs {
		if p.Number == "1" && slices.Contains(p.Skips, span(broken, broken+1)) {
			return
		}
		t.Log(p.Number, p.Zone, p.Skips)
	}
	t.Error("no paragraph 1 without the line break in its number")
}

// TestDayIsNoNote protects paragraphs that go on with a date at the start of a line.
func TestDayIsNoNote(t *testing.T) {
	tests := []struct {
		lang, line string
		value      int
		want       bool
	}{
		{"en", "1 December 1999, 55/35 C of 20 November 2000, 56/26 A of", 1, true},
		{"fr", "1er décembre 1999, 55/35 C du 20 novembre 2000", 1, true},
		{"es", "2 de diciembre de 1999, 55/35 C, de 20 de noviembre de 2000", 2, true},
		{"ru", "3 декабря 1999 года, 55/35 C от 20 ноября 2000 года", 3, true},
		{"ar", "4 كانون الأول/ديسمبر 1999، و 55/35 جيم", 4, true},
		{"en", "2 See the letter of 2 May 2004.", 2, false},
		{"en", "5  A/60/1 of 5 May 2005.", 5, false},
		{"en", "60 May 1999", 60, false},
		{"zh", "1 1999年12月1日第54/1号决议。", 1, false},
	}
	for _, tt := range tests {
		s := &splitter{text: tt.line, v: vocabularies()[tt.lang]}
		if got := s.isDay(mark{kind: plainMark, value: tt.value}, 0); got != tt.want {
			t.Errorf("%s: %q begins with a day: %t", tt.lang, tt.line, got)
		}
	}
}
