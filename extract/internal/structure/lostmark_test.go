package structure

import "testing"

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
