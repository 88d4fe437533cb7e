package extract_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"uncite/extract"
	"uncite/extract/record"
	"uncite/fixtures"
)

// TestRulesAreExplained holds the rules that make the references of the sample
// to the table of docs/method.md: a scholar who meets a rule in the record
// finds it there.
func TestRulesAreExplained(t *testing.T) {
	method, err := os.ReadFile("../docs/method.md")
	if err != nil {
		t.Fatal(err)
	}
	explained := func(rule string) bool { return strings.Contains(string(method), "`"+rule+"`") }
	seen := map[string]bool{}
	err = extractor.FS(context.Background(), fixtures.Corpus(), func(r *extract.Result) error {
		for _, ref := range r.References {
			if seen[ref.Rule] {
				continue
			}
			seen[ref.Rule] = true
			for _, part := range rulesOf(ref.Rule) {
				if !explained(part) {
					t.Errorf("docs/method.md does not explain %q of the rule %q", part, ref.Rule)
				}
			}
		}
		return r.Err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(seen) < 10 {
		t.Errorf("the sample shows %d rules only", len(seen))
	}
}

// rulesOf are the rows of the table that explain a rule: the way a number was
// found and the way its owner was chosen are two.
func rulesOf(rule string) []string {
	way, owner, found := strings.Cut(strings.TrimSuffix(rule, "+symbol"), ":")
	switch {
	case !found:
		return []string{rule}
	case strings.HasPrefix(rule, record.DateRule):
		return []string{record.DateRule + "BODY"}
	case way == "number" || way == "list":
		return []string{way + ":…", "…:" + owner}
	}
	return []string{rule}
}
