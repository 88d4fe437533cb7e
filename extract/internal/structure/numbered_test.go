package structure_test

import (
	"testing"

	"uncite/extract/internal/block"
	"uncite/extract/internal/structure"
)

// TestOwnNumber: a text that begins with the number of a body that numbers in its
// own way is that document, in every language, with or without a title behind it.
func TestOwnNumber(t *testing.T) {
	const wha = "entity:world-health-assembly"
	for _, c := range []struct{ protects, lang, text, symbol, title string }{
		{"a decision of a conference of parties", "en", "Decision 7/CP.23\n\nThe Conference of the Parties,\n\nRecalling decision 1/CP.19,\n", "FCCC/DEC/7/CP.23", ""},
		{"in French", "fr", "Décision 7/CP.23\n\nLa Conférence des Parties,\n\nRappelant la décision 1/CP.19,\n", "FCCC/DEC/7/CP.23", ""},
		{"in Russian", "ru", "Решение 7/CP.23\n\nКонференция Сторон,\n\nссылаясь на решение 1/CP.19,\n", "FCCC/DEC/7/CP.23", ""},
		{"the type behind the number", "zh", "第7/CP.23号决定\n\n缔约方会议，\n\n回顾第1/CP.19号决定，\n", "FCCC/DEC/7/CP.23", ""},
		{"a title behind the number", "en", "WHA58.33 Sustainable financing of mountain clinics\n\nThe Fifty-eighth World Health Assembly,\n\nHaving considered the report,\n", "WHA58.33", "Sustainable financing of mountain clinics"},
		{"the word in capitals, a session in brackets", "en", "RESOLUTION MSC.267 (85)\n\nTHE MARITIME SAFETY COMMITTEE,\n\nRECALLING resolution A.963(23),\n", "MSC.267(85)", ""},
		{"a sentence is no number", "en", "Decision 7/CP.23 was long.\n\nThe States met.\n", "", ""},
		{"a list is no number", "en", "Decision 7/CP.23,\n\nThe States met.\n", "", ""},
		{"the symbol of the masthead goes before", "en", "FCCC/CP/2017/11/Add.1\n\nDecision 7/CP.23\n\nThe Conference of the Parties,\n\nRecalling decision 1/CP.19,\n", "FCCC/CP/2017/11/Add.1", ""},
	} {
		docs := structure.Documents(&block.Text{Text: c.text, Lang: c.lang})
		if len(docs) != 1 || docs[0].Symbol != c.symbol || c.title != "" && docs[0].Title != c.title {
			t.Errorf("%s (%s): %d documents, the first %q titled %q, want %q", c.protects, c.lang, len(docs), docs[0].Symbol, docs[0].Title, c.symbol)
		}
		if c.symbol == "WHA58.33" && docs[0].Body != wha {
			t.Errorf("the body is %q", docs[0].Body)
		}
	}
}
