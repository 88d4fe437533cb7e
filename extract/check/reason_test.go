package check

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"uncite/extract/lang"
)

// composed finds a sentence that is composed: it begins with a capital, a verb of
// fmt or a quotation mark, and ends in a full stop.
var composed = regexp.MustCompile("Sprintf\\(\"((?:[A-Z“%])[^\"]*\\.)\"")

// Every sentence that a finding may say has a row, with a cell for each language
// that holds what the English one does.
func TestReasonsInSixLanguages(t *testing.T) {
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, file := range append(sources, filepath.Join("..", "symbol", "check.go")) {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range composed.FindAllSubmatch(data, -1) {
			format := string(m[1])
			args := []any{}
			for _, verb := range regexp.MustCompile(`%[sd]`).FindAllString(format, -1) {
				if verb == "%d" {
					args = append(args, 7+len(args))
				} else {
					args = append(args, fmt.Sprint("word", len(args)))
				}
			}
			reason := fmt.Sprintf(format, args...)
			// The two kinds of numbering are rows of their own.
			reason = strings.NewReplacer("The word0 of this body in a session word1:", "The decisions of this body in a session begin at 7:").Replace(reason)
			n++
			for _, code := range lang.Codes {
				if code == lang.Fallback() {
					continue
				}
				f := Finding{Reason: reason}
				got := f.In(code)
				if got == reason {
					t.Errorf("%s: no row of reasons.tsv in %s for %q", file, code, format)
				}
				for _, a := range args {
					if w := fmt.Sprint(a); strings.Contains(reason, w) && !strings.Contains(got, w) {
						t.Errorf("%s in %s loses %s: %q", format, code, w, got)
					}
				}
				if strings.ContainsAny(got, "{}") {
					t.Errorf("%s in %s leaves a placeholder: %q", format, code, got)
				}
			}
		}
	}
	if n < 15 {
		t.Errorf("only %d sentences were found in the sources", n)
	}
}
