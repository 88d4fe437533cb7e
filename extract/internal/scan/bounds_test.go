package scan

import (
	"strings"
	"testing"

	"uncite/extract/record"
)

// TestPlacesBySteps counts the steps in which places are read, of texts of
// nothing else, and finds it told where some are left unread.
func TestPlacesBySteps(t *testing.T) {
	for _, tc := range []struct{ code, unit string }{
		{"en", "Principles (a) "},
		{"en", "resolution 2 "},
		{"en", "annex, chapter II, section A, paragraph 1, "},
		{"es", "(a) Reglas "},
		{"fr", "paragraphe 3 de l'annexe II "},
		{"ru", "пункт 3 статьи 19 "},
		{"zh", "第二节第3段"},
		{"ar", "الفقرة ٣ من المرفق "},
	} {
		text := strings.Repeat(tc.unit, 64<<10/len(tc.unit))
		reader := scannerIn(t, tc.code)
		d := &record.Document{Lang: tc.code, Text: text, Paragraphs: []record.Paragraph{{Standing: record.In(record.Body), Pieces: []record.Span{{Start: 0, End: len(text)}}}}}
		mentions := reader.Document(d)
		told := 0
		for i := range mentions {
			if mentions[i].Rule == record.BoundRule {
				told++
			}
		}
		if most := 5000 + len(text); reader.s.reader.Steps > most {
			t.Errorf("%q: %d steps for %d bytes, want at most %d", tc.unit, reader.s.reader.Steps, len(text), most)
		}
		if told > 1 {
			t.Errorf("%q: told %d times that places are unread", tc.unit, told)
		}
	}
}

// TestManyMeant counts what words stand for where they stand for more than one
// citation may name.
func TestManyMeant(t *testing.T) {
	for _, tc := range []struct {
		numbers    int
		same, many int
	}{
		{2, 2, 0},
		{64, 64, 0}, // all are named
		{65, 0, 65}, // counted
		{900, 0, 900},
	} {
		text := "Recalling resolutions " + strings.Repeat("60/1, ", tc.numbers-1) + "60/2, and those resolutions"
		d := &record.Document{Lang: "en", Text: text, Paragraphs: []record.Paragraph{{Standing: record.In(record.Body), Pieces: []record.Span{{Start: 0, End: len(text)}}}}}
		mentions := scannerIn(t, "en").Document(d)
		last := mentions[len(mentions)-1]
		if last.Rule != "back" || len(last.Same) != tc.same || last.Many != tc.many {
			t.Errorf("%d numbers: %s for %d, or %d counted; want %d, %d", tc.numbers, last.Rule, len(last.Same), last.Many, tc.same, tc.many)
		}
	}
}

// TestListsAreNear finds the organ behind a list of numbers, and no longer where so many stand
// between that each of them would be a walk over all others.
func TestListsAreNear(t *testing.T) {
	for _, tc := range []struct {
		numbers int
		by      string
	}{
		{2, "addressee"},
		{2000, ""},
	} {
		text := "秘书长根据第" + strings.Repeat("60/1、", tc.numbers-1) + "60/2号决议向人权理事会提交报告。"
		d := &record.Document{Lang: "zh", Text: text, Paragraphs: []record.Paragraph{{Standing: record.In(record.Body), Pieces: []record.Span{{Start: 0, End: len(text)}}}}}
		by := ""
		for _, m := range scannerIn(t, "zh").Document(d) {
			if m.Act != nil && by == "" && len(m.Act.Owners) > 0 {
				by = m.Act.Owners[0].By
			}
		}
		if by != tc.by {
			t.Errorf("%d numbers: the owner was found by %q, want %q", tc.numbers, by, tc.by)
		}
	}
}
