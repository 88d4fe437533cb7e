package compare_test

import (
	"strings"
	"testing"

	"uncite/extract/compare"
	"uncite/extract/record"
)

// named is a version that is nothing but its symbols, language and last paragraph.
func named(source, lang, last, symbol string, aliases ...string) compare.Version {
	return compare.Version{Document: &record.Document{Source: source, Lang: lang, Symbol: symbol, Aliases: aliases,
		Paragraphs: []record.Paragraph{{Standing: record.In(record.Operative), Number: last}}}}
}

// A document of two symbols is a version of what bears either; where they fit two
// documents that is said, not guessed in silence.
func TestTwoSymbols(t *testing.T) {
	joint := named("joint", "en", "1", "A/98/976", "S/2043/773")
	groups, notes := compare.ByDocument([]compare.Version{joint, named("one", "fr", "1", "S/2043/773")})
	if len(groups) != 1 || len(groups[0].Versions) != 2 || len(notes) != 0 {
		t.Errorf("%+v, %q: want one group of two versions and no note", groups, notes)
	}
	groups, notes = compare.ByDocument([]compare.Version{named("a", "fr", "1", "A/98/976"), named("s", "es", "1", "S/2043/773"), joint})
	if len(groups) != 1 || groups[0].Symbol != "A/98/976" || len(notes) != 2 ||
		!strings.Contains(notes[0], "joint: its symbols fit two documents, A/98/976 and S/2043/773") && !strings.Contains(notes[1], "joint: its symbols fit two documents, A/98/976 and S/2043/773") {
		t.Errorf("%+v, %q: want a version of A/98/976 and a note that two fit", groups, notes)
	}
}

// Half a resolution is told from a version that lacks something.
func TestShorter(t *testing.T) {
	notes := compare.Shorter([]compare.Version{named("half", "fr", "3", "A/RES/79/901"), named("whole", "en", "12 (b)", "A/RES/79/901")})
	if len(notes) != 1 || !strings.HasPrefix(notes[0], "half ends with paragraph 3, whole with 12") {
		t.Errorf("%q", notes)
	}
	if notes := compare.Shorter([]compare.Version{named("a", "fr", "3", "X"), named("b", "en", "3 (a)", "X")}); notes != nil {
		t.Errorf("%q for two whole versions", notes)
	}
}
