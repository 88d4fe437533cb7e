package resolve

import (
	_ "embed"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/names"
	"uncite/extract/record"
)

//go:embed secretariats.tsv
var secretariatTable string

var secretariats = rows(secretariatTable)

// secretariat is that of the United Nations, which the word alone is in their documents.
const secretariat = "entity:united-nations-secretariat"

// otherSecretariat resolves "the Secretariat" in a document of those who have one of their
// own, or in a paragraph that has named one, to that, unresolved where no table has it; it is
// false everywhere else.
func (r *resolver) otherSecretariat(ref *record.Reference, e *authority.Entry, paragraph int) bool {
	if e.ID != secretariat || strings.Contains(ref.Text, " ") {
		return false
	}
	if beside := r.secretariatBeside(ref, paragraph); beside != nil {
		ref.Target, ref.Rule = beside.ID, "short:antecedent"
		return true
	}
	for _, row := range secretariats {
		if !strings.HasPrefix(r.doc.Symbol, row[0]) && !strings.HasPrefix(r.doc.Body, row[0]) {
			continue
		}
		if ref.Target = row[1]; ref.Target == "" {
			ref.Status, ref.Note = record.Unresolved, otherSecretariatNote
		}
		return true
	}
	if r.doc.Body == "" && len(r.ownTreaties) > 0 { // its headings alone tell who they are
		ref.Status, ref.Note = record.Unresolved, otherSecretariatNote
		return true
	}
	return false
}

// otherSecretariatNote is the note of a secretariat of others than the United Nations.
const otherSecretariatNote = "the secretariat of those who issued the document, which no table has"

// secretariatBeside returns the secretariat of others, known to no table, that the paragraph
// has named last by its full title: "the Secretariat of the Wells Commission … the Secretariat".
func (r *resolver) secretariatBeside(ref *record.Reference, paragraph int) (beside *authority.Entry) {
	for _, e := range r.recalled[names.Key(ref.Text)] {
		if r.namedIn(paragraph, e) && r.later(e, beside) {
			beside = e
		}
	}
	own, _ := r.table.Lookup(secretariat)
	if beside != nil && r.namedIn(paragraph, own) && r.introduced[own].order > r.introduced[beside].order {
		return nil
	}
	return beside
}
