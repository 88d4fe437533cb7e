package resolve

import (
	_ "embed"
	"slices"
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
	if of := r.secretariatOf(paragraph); of != nil {
		ref.Rule, ref.Status, ref.Note = "short", record.Unresolved, "the secretariat of "+of.Official(r.doc.Lang)
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
	if r.doc.Body == "" && (len(r.ownTreaties) > 0 || r.headsTreaty() || r.doc.Symbol == "" && r.partiesMeet(paragraph)) { // its headings or the paragraph alone tell who they are
		ref.Status, ref.Note = record.Unresolved, otherSecretariatNote
		return true
	}
	return false
}

// partiesMeet reports whether the paragraph has named those who meet under a treaty, and no
// principal organ of the United Nations: the Secretariat is theirs then.
func (r *resolver) partiesMeet(paragraph int) (meet bool) {
	for i := r.at - 1; i >= 0 && r.mentions[i].Paragraph == paragraph; i-- { // "the Conference of the Parties", of which treaty ever
		n := &r.mentions[i]
		meet = meet || n.Short && slices.ContainsFunc(n.Entries, meetUnder) && !slices.ContainsFunc(n.Entries, isPrincipal)
	}
	for e := range r.introduced {
		if !r.namedIn(paragraph, e) {
			continue
		}
		if isPrincipal(e) {
			return false
		}
		meet = meet || meetUnder(e)
	}
	return meet
}

// meetUnder reports whether the body is that of the parties to a treaty.
func meetUnder(e *authority.Entry) bool {
	return assembles(e) && strings.HasPrefix(e.Parent, "instrument:")
}

// isPrincipal reports whether the body is a principal organ of the United Nations.
func isPrincipal(e *authority.Entry) bool { return e.Class == "principal organ" }

// headsTreaty reports whether a heading names a treaty under which parties meet.
func (r *resolver) headsTreaty() bool {
	return slices.ContainsFunc(r.headed, func(e *authority.Entry) bool { return r.table.AssemblyOf(e) != nil })
}

// otherSecretariatNote is the note of a secretariat of others than the United Nations.
const otherSecretariatNote = "the secretariat of those who issued the document, which no table has"

// secretariatOf returns the organisation whose secretariat is meant by the words right behind it: "the
// Secretariat of the Organization", where the paragraph has named an organisation for which that is short.
func (r *resolver) secretariatOf(paragraph int) *authority.Entry {
	m, next := &r.mentions[r.at], r.at+1
	if next >= len(r.mentions) || !r.mentions[next].Short || r.mentions[next].Paragraph != paragraph {
		return nil
	}
	of := r.mentions[next]
	between := r.doc.Text[m.End:max(m.End, of.Start)]
	if !strings.HasPrefix(between, " ") || len(between) > mostOf || strings.ContainsAny(between, pauses+".()[]") {
		return nil
	}
	fit := r.antecedents(&of)
	if len(fit) != 1 || fit[0].Kind != record.Entity || fit[0].ID == "" || !r.namedIn(paragraph, fit[0]) || !organizations[fit[0].Class] {
		return nil
	}
	return fit[0]
}

// mostOf is how many bytes "of" and an article take at most, or the blank before a genitive.
const mostOf = 8

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
