package render

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"

	"uncite/extract/check"
)

// On a screen the sentence of a finding goes on in the lines below, and nothing of it
// is cut; where no screen bounds the table it stands on one line.
func TestFindingsWrapOnAScreen(t *testing.T) {
	reason := "General Assembly resolution 2105 does not belong to session 25: its numbers lie around 2606 to 2751."
	f := Findings{{Source: "draft.txt", Line: 7, Paragraph: "p1", Severity: check.Error, Check: "date", Text: "resolution 2105 (XXV)", Reason: reason}}
	var narrow, free bytes.Buffer
	if err := f.Table(&Screen{Writer: &narrow, Width: 100, Plain: true}); err != nil {
		t.Fatal(err)
	}
	words := strings.Join(strings.Fields(narrow.String()), " ")
	for _, w := range append(strings.Fields(reason), "error", "date") {
		if !strings.Contains(words, w) {
			t.Errorf("a screen of 100 columns loses %q:\n%s", w, &narrow)
		}
	}
	for line := range strings.Lines(narrow.String()) {
		if w := displaywidth.String(strings.TrimRight(line, "\n")); w > 100 {
			t.Errorf("%d columns: %s", w, line)
		}
	}
	if err := f.Table(&free); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(free.String(), reason) || strings.Count(free.String(), "\n") != 3 {
		t.Errorf("without a screen:\n%s", &free)
	}
}

// A page on a screen has no line that is wider, and keeps its columns; away from a
// screen lines are whole.
func TestPagesFitTheScreen(t *testing.T) {
	var on, off bytes.Buffer
	for _, w := range []io.Writer{&Screen{Writer: &on, Width: 40}, &off} {
		p := newPage(w)
		p.field("indegree", "7, 31st of 2995, 4th of 1691 resolutions; 9 share the place")
		p.line("  A/RES/60/288  2006-09-08  The United Nations Global Counter-Terrorism Strategy")
		p.notes([]string{"references that make no edge: 4 unresolved (uncite extract --status lists them)"})
		if err := p.close(); err != nil {
			t.Fatal(err)
		}
	}
	for l := range strings.Lines(on.String()) {
		if w := displaywidth.String(strings.TrimSuffix(l, "\n")); w > 40 {
			t.Errorf("%d columns: %q", w, l)
		}
	}
	for _, want := range []string{"  indegree            7, 31st of 2995,\n      4th of", "  A/RES/60/288  2006-09-08  The United\n", "extract --status"} {
		if !strings.Contains(on.String(), want) {
			t.Errorf("no %q in:\n%s", want, on.String())
		}
	}
	if n := strings.Count(off.String(), "\n"); n != 4 {
		t.Errorf("%d lines away from a screen:\n%s", n, off.String())
	}
}
