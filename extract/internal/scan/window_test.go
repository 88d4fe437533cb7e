package scan_test

import (
	"fmt"
	"strings"
	"testing"

	"uncite/extract/internal/scan"
	"uncite/extract/record"
)

// numbersOf returns how many different numbers of the session the mentions
// have, and how many mentions there are.
func numbersOf(mentions []scan.Mention, session int) (different, all int) {
	seen := map[int]bool{}
	for _, m := range mentions {
		if m.Act != nil && m.Act.A == session {
			all++
			seen[m.Act.B] = true
		}
	}
	return len(seen), all
}

// A paragraph without end, as text without line breaks makes one, is read part
// by part: nothing may be lost, doubled or read otherwise where two parts meet.
func TestParagraphWithoutEnd(t *testing.T) {
	const n = 20000
	for _, c := range []struct{ protects, code, head, item string }{
		{"a sentence is not cut", "en", "", "The Assembly recalls its resolution 60/%d. "},
		{"a sentence is not cut where blanks are none", "zh", "", "回顾大会第60/%d号决议。"},
		{"a list goes on from the part before", "en", "Recalling its resolutions 60/1", ", 60/%d"},
		{"a list goes on from the part before", "fr", "Rappelant ses résolutions 60/1", ", 60/%d"},
		{"a list goes on from the part before", "es", "Recordando sus resoluciones 60/1", ", 60/%d"},
		{"a list goes on from the part before", "ru", "ссылаясь на свои резолюции 60/1", ", 60/%d"},
		{"a list goes on from the part before", "ar", "وإذ تشير إلى قراراتها 60/1", "، و 60/%d"},
		{"a list goes on from the part before", "zh", "回顾其第60/1号决议", "、第60/%d号决议"},
		{"a full stop after an abbreviation ends no part", "en", "", "under resolution No. 60/%d of the Assembly as in vol. 2 of the plan. "},
	} {
		t.Run(c.code+" "+c.protects, func(t *testing.T) {
			var text strings.Builder
			text.WriteString(c.head)
			for i := range n {
				fmt.Fprintf(&text, c.item, i+1)
			}
			d := document(record.Operative, nil, text.String())
			different, all := numbersOf(scannerOf(t, c.code).Document(d), 60)
			extra := 0
			if c.head != "" {
				extra = 1 // 60/1 stands in the head too
			}
			if different != n || all != n+extra {
				t.Errorf("%d numbers in %d mentions, want %d in %d", different, all, n, n+extra)
			}
		})
	}
}

// The verb that leads a clause holds for all of it, however many parts it is
// read in, and offsets are those of the whole text.
func TestClauseWithoutEnd(t *testing.T) {
	text := "Recalling" + strings.Repeat(" the long way to its resolution 60/288 and further on,", 5000)
	for i, m := range scannerOf(t, "en").Document(document(record.Preamble, nil, text)) {
		if m.Treatment != "recall" {
			t.Fatalf("mention %d at byte %d: treatment %q", i, m.Start, m.Treatment)
		}
		if cited := text[m.Start:m.End]; cited != "resolution 60/288" {
			t.Fatalf("mention %d at byte %d is %q", i, m.Start, cited)
		}
	}
}

// A name that a document defines and then uses without end must not be looked
// for in all that was found before: that would be quadratic.
func TestDefinedNameWithoutEnd(t *testing.T) {
	const n = 100000
	text := strings.Repeat("the Quiet Lake Charter and resolution 60/288; ", n)
	d := document(record.Operative, nil, "the Convention on Biological Diversity (hereinafter “the Quiet Lake Charter”)", text)
	defined := 0
	for _, m := range scannerOf(t, "en").Document(d) {
		if m.Rule == "defined" {
			defined++
		}
	}
	if defined != n {
		t.Errorf("%d of %d", defined, n)
	}
}
