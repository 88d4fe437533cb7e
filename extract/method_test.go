package extract_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"uncite/extract"
	"uncite/extract/record"
	"uncite/fixtures"
)

var updateMethod = flag.Bool("update-method", false, "write the list of rules into docs/method.md")

// TestMethodListsTheRules holds the list of rules in docs/method.md to the tables
// from which it is made.
func TestMethodListsTheRules(t *testing.T) {
	const page = "../docs/method.md"
	method, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	const head = "| rule | the reference is |\n|---|---|\n"
	before, rest, found := strings.Cut(string(method), head)
	table, after, end := strings.Cut(rest, "\n\n")
	if !found || !end {
		t.Fatalf("%s has no table with the head %q", page, head)
	}
	var want strings.Builder
	for _, rule := range extract.Rules() {
		fmt.Fprintf(&want, "| %s | %s |\n", codeOf(rule.Name), rule.Means)
	}
	if table+"\n" == want.String() {
		return
	}
	if *updateMethod {
		if err := os.WriteFile(page, []byte(before+head+want.String()+"\n"+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("the rules in %s differ from the tables of the code; go test ./extract -run MethodListsTheRules -update-method writes them", page)
}

// codeOf marks a rule's name as code, unless its row does so itself.
func codeOf(name string) string {
	if strings.Contains(name, "`") {
		return name
	}
	return "`" + name + "`"
}

// TestRulesAreExplained holds the rules that make the references of the sample
// to that list: a scholar who meets a rule in the record finds it there.
func TestRulesAreExplained(t *testing.T) {
	explained := map[string]bool{}
	for _, rule := range extract.Rules() {
		for _, name := range strings.Split(rule.Name, ",") {
			explained[strings.Trim(name, " `")] = true
		}
	}
	seen := map[string]bool{}
	err := extractor.FS(context.Background(), fixtures.Corpus(), func(r *extract.Result) error {
		for _, ref := range r.References {
			if seen[ref.Rule] {
				continue
			}
			seen[ref.Rule] = true
			for _, part := range rulesOf(ref.Rule) {
				if !explained[part] {
					t.Errorf("no row of the tables explains %q of the rule %q", part, ref.Rule)
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
		return []string{way}
	case strings.HasPrefix(rule, record.DateRule):
		return []string{record.DateRule + "BODY"}
	case way == "number" || way == "list":
		return []string{way + ":…", "…:" + owner}
	}
	return []string{rule}
}
