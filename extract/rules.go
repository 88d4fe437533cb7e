package extract

import (
	"uncite/extract/internal/resolve"
	"uncite/extract/internal/scan"
	"uncite/extract/record"
)

// Rules explains every value of the field rule of a reference: how its words were
// found, and after a colon how its target was chosen.
func Rules() []record.Rule {
	return append(append(scan.Rules(), resolve.Rules()...),
		record.Rule{Name: "masthead", Means: "the document's own symbol, told by its masthead; never an edge"},
		record.Rule{Name: record.LinkRule, Means: "what only a link of the file states, with `--links`"},
		record.Rule{Name: "issuing-body", Means: "the body that issued the document; an `issued-by` edge"},
	)
}
