package resolve

import (
	_ "embed"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/record"
)

//go:embed secretariats.tsv
var secretariatTable string

var secretariats = rows(secretariatTable)

// secretariat is that of the United Nations, which the word alone is in their documents.
const secretariat = "entity:united-nations-secretariat"

// otherSecretariat resolves "the Secretariat" in a document of those who have one of their
// own to that, unresolved where no table has it; it is false everywhere else.
func (r *resolver) otherSecretariat(ref *record.Reference, e *authority.Entry) bool {
	if e.ID != secretariat || strings.Contains(ref.Text, " ") {
		return false
	}
	for _, row := range secretariats {
		if !strings.HasPrefix(r.doc.Symbol, row[0]) && !strings.HasPrefix(r.doc.Body, row[0]) {
			continue
		}
		if ref.Target = row[1]; ref.Target == "" {
			ref.Status, ref.Note = record.Unresolved, "the secretariat of those who issued the document, which no table has"
		}
		return true
	}
	return false
}
