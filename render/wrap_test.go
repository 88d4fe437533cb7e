package render

import (
	"bytes"
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
