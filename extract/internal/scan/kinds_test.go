package scan

import (
	"testing"

	"uncite/extract/authority"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// opinions is a kind of reference as anyone would add it: a function and a row.
// It reads "opinion No. 5/2016" from the number on.
var opinions = kind{
	begins: token.SetOf(token.No),
	rules:  []record.Rule{{Name: "opinion", Means: "an opinion of a working group"}},
	read: func(s *scanner, k int) int {
		if !s.NumberAt(k + 1) {
			return 0
		}
		s.add(Mention{Rule: "opinion", Start: int(s.Tokens[k].Start), End: int(s.Tokens[k+1].End)})
		return k + 2
	},
}

// A new kind of reference is one function and one row: no other code changes.
func TestAddedKindIsFound(t *testing.T) {
	scanner := scannerIn(t, "en")
	s := &scanner.s
	s.seek(append([]kind{opinions}, kinds...))
	text := "Recalling opinion No. 5/2016 and resolution 60/288,"
	got := ""
	for _, m := range scanner.Document(paragraphOf(text)) {
		got += m.Rule + " " + text[m.Start:m.End] + "; "
	}
	if want := "opinion No. 5/2016; number resolution 60/288; "; got != want {
		t.Errorf("with a row for opinions: %q, want %q", got, want)
	}
}

// Every kind that makes mentions says under which rules; every class that begins
// one is a class that tokens have.
func TestKindsAreWhole(t *testing.T) {
	names := map[string]bool{}
	for i, kind := range kinds {
		if kind.begins == 0 || kind.read == nil {
			t.Errorf("row %d of kinds begins with no token or reads nothing", i)
		}
		for _, rule := range kind.rules {
			if rule.Name == "" || rule.Means == "" || names[rule.Name] {
				t.Errorf("row %d of kinds: the rule %q is unnamed, unexplained or explained twice", i, rule.Name)
			}
			names[rule.Name] = true
		}
	}
}

func scannerIn(t *testing.T, code string) *Scanner {
	t.Helper()
	l, err := NewLanguage(code, authority.Default().Entries())
	if err != nil {
		t.Fatal(err)
	}
	return NewScanner(l)
}

func paragraphOf(text string) *record.Document {
	return &record.Document{Text: text, Paragraphs: []record.Paragraph{{Standing: record.In(record.Preamble), Pieces: []record.Span{{Start: 0, End: len(text)}}}}}
}
