package resolve

import (
	"slices"
	"strconv"
	"strings"

	"uncite/extract/internal/char"
	"uncite/extract/internal/scan"
	"uncite/extract/record"
)

// same resolves words that stand for earlier mentions: one reference for each
// of them where the words mean all, one that is ambiguous where they may mean
// several.
func (r *resolver) same(refs []record.Reference, ref record.Reference, m *scan.Mention) []record.Reference {
	var targets []int // their places in refs
	for _, i := range m.Same {
		at := r.place[i]
		if at >= len(refs) || at == nowhere {
			continue // the mention gave no reference of its own
		}
		t := &refs[at]
		if !slices.ContainsFunc(targets, func(o int) bool { return refs[o].Target == t.Target && refs[o].Note == t.Note }) {
			targets = append(targets, at)
		}
	}
	switch {
	case len(targets) == 0:
		return refs
	case len(targets) > 1 && !m.All:
		ref.Kind, ref.Status = refs[targets[0]].Kind, record.Ambiguous
		ids := make([]string, len(targets))
		for i, at := range targets {
			ids[i] = refs[at].Target
		}
		ref.Note = "the words may stand for " + strings.Join(ids, " or ")
		return append(refs, ref)
	}
	for _, at := range targets {
		t, c := &refs[at], ref
		c.Kind, c.Target, c.Symbol, c.Status, c.Note = t.Kind, t.Target, t.Symbol, t.Status, t.Note
		if c.Date == "" && t.Status == record.Resolved {
			c.Date = t.Date // the words stand for the citation, date and all
		}
		refs = append(refs, c)
	}
	return refs
}

// many reports words that stand for more documents than one citation may
// name.
func many(ref *record.Reference, m *scan.Mention) {
	ref.Kind, ref.Status = record.Resolution, record.Unresolved
	ref.Note = "the words stand for " + strconv.Itoa(m.Many) + " documents, which is more than are listed"
}

// define notes what the document means by a short name: the instrument after
// whose full name the short one stands in brackets, "(the Convention)".
func (r *resolver) define(m *scan.Mention) {
	if m.Rule != "apposition" || !m.Short {
		return
	}
	for _, i := range m.Same {
		for _, e := range r.mentions[i].Entries {
			if slices.Contains(m.Entries, e) && !slices.Contains(r.meant, e) {
				r.meant = append(r.meant, e)
			}
		}
	}
}

// dated reports a document that is cited by its date alone. What it is can
// only be told with the documents of that day in hand.
func (r *resolver) dated(ref *record.Reference, m *scan.Mention) {
	ref.Kind = record.Resolution
	if m.Act.Type == "decision" {
		ref.Kind = record.Decision
	}
	for _, o := range r.stated(m) {
		if ways := issuers[o.Key]; len(ways) > 0 && ways[0].entity() != "" {
			ref.Rule = record.DateRule + strings.TrimPrefix(ways[0].entity(), "entity:")
			break
		}
	}
	ref.Status = record.Unresolved
	ref.Note = "cited by its date alone, " + m.Date + ", without a number"
}

// hangNotes gives a title that no table knows what the footnote that hangs on it
// cites: the number of a treaty, 《…公约》³ … ³ Treaty Series, vol. …, No. …; or
// the one resolution or document with which the note begins, in whose annex the
// instrument stands.
func (r *resolver) hangNotes(refs []record.Reference, mentions []scan.Mention) {
	var treaties map[string]*record.Reference
	for i := range mentions {
		m := &mentions[i]
		at := r.place[i] - r.first
		if m.Note == 0 || m.Title == "" || len(m.Entries) > 0 || at < 0 || at >= len(refs) || refs[at].Rule != "title" {
			continue
		}
		if treaties == nil {
			treaties = r.citedInNotes(refs)
		}
		treaty := treaties["n"+strconv.Itoa(m.Note)]
		if treaty != nil && (treaty.Rule == treatyRule || refs[at].Kind == record.Instrument) {
			refs[at].Kind, refs[at].Target = treaty.Kind, treaty.Target
			refs[at].Rule = "title:note"
		} else if m.Untold {
			untold(refs, refs[at].Target)
		}
	}
}

// untold leaves the references to a title without a target that tells of no one thing, where
// the note on it cites no one document either: each document means another by it.
func untold(refs []record.Reference, title string) {
	for i := range refs {
		if ref := &refs[i]; ref.Target == title && strings.HasPrefix(title, "title:") {
			ref.Target, ref.Rule, ref.Status = "", "short", record.Unresolved
			ref.Note = notNamed(ref.Text)
		}
	}
}

// treatyRule is the rule of a number of a treaty series.
const treatyRule = "treaty-series"

// citedInNotes returns what each footnote cites, by the number of the footnote
// as printed in references: its first treaty number, else the one document with
// which it begins.
func (r *resolver) citedInNotes(refs []record.Reference) map[string]*record.Reference {
	first, documents := map[string]*record.Reference{}, map[string]int{}
	for i := range refs {
		ref := &refs[i]
		if ref.Zone != record.Footnote {
			continue
		}
		known := first[ref.Paragraph]
		switch {
		case ref.Rule == treatyRule:
			if known == nil || known.Rule != treatyRule {
				first[ref.Paragraph] = ref
			}
		case numbered(ref) && (known == nil || known.Target != ref.Target):
			if documents[ref.Paragraph]++; known == nil && ref.Status == record.Resolved && holdsTitle(ref) && r.beginsNote(ref) {
				first[ref.Paragraph] = ref
			}
		}
	}
	for note, n := range documents {
		if known := first[note]; n > 1 && known != nil && known.Rule != treatyRule {
			delete(first, note)
		}
	}
	return first
}

// numbered reports whether a reference is to a document by its number.
func numbered(ref *record.Reference) bool {
	return ref.Kind == record.Resolution || ref.Kind == record.Decision || ref.Kind == record.Report
}

// holdsTitle reports whether the words may say where a title stands: in a
// resolution, or at a place in a document, its annex. A whole document may be
// but the report on the thing.
func holdsTitle(ref *record.Reference) bool { return ref.Kind != record.Report || ref.Pinpoint != "" }

// beginsNote reports whether the footnote begins with the reference, but for a
// mark or the number of the note.
func (r *resolver) beginsNote(ref *record.Reference) bool {
	for i := range r.doc.Paragraphs {
		p := &r.doc.Paragraphs[i]
		if p.Zone == record.Footnote && p.Number == ref.Paragraph && len(p.Pieces) > 0 {
			start := p.Pieces[0].Start
			return ref.Start >= start && char.Within(r.doc.Text, start, ref.Start, noteMarks)
		}
	}
	return false
}

// noteMarks is how many letters of a footnote may stand before what it cites.
const noteMarks = 5
