package check

import (
	_ "embed"
	"sync"

	"uncite/extract/lang"
)

//go:embed reasons.tsv
var reasonRows string

// sentences are the rows of reasons.tsv, which a test reads.
var sentences = sync.OnceValue(func() lang.Phrases {
	all, err := lang.ReadPhrases(reasonRows)
	if err != nil {
		panic("check: reasons.tsv: " + err.Error())
	}
	return all
})

// In is the reason of a finding in a language: in English, as it was composed,
// where no row has the sentence.
func (f *Finding) In(code string) string { return sentences().In(code, f.Reason, nil) }
