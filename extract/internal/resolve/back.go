package resolve

import (
	"slices"
	"strconv"
	"strings"

	"uncite/extract/internal/scan"
	"uncite/extract/record"
)

// same resolves words that stand for earlier mentions: one reference for each
// of them where the words mean all, one that is ambiguous where they may mean
// several.
func (r *resolver) same(refs []record.Reference, ref record.Reference, m *scan.Mention) []record.Reference {
	var targets []record.Reference
	for _, i := range m.Same {
		at := r.place[i]
		if at >= len(refs) || at == nowhere {
			continue // the mention gave no reference of its own
		}
		t := refs[at]
		if !slices.ContainsFunc(targets, func(o record.Reference) bool { return o.Target == t.Target && o.Note == t.Note }) {
			targets = append(targets, t)
		}
	}
	switch {
	case len(targets) == 0:
		return refs
	case len(targets) > 1 && !m.All:
		ref.Kind, ref.Status = targets[0].Kind, record.Ambiguous
		ids := make([]string, len(targets))
		for i, t := range targets {
			ids[i] = t.Target
		}
		ref.Note = "the words may stand for " + strings.Join(ids, " or ")
		return append(refs, ref)
	}
	for _, t := range targets {
		c := ref
		c.Kind, c.Target, c.Symbol, c.Status, c.Note = t.Kind, t.Target, t.Symbol, t.Status, t.Note
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

// hangNotes gives a title that no table knows the treaty number of the
// footnote that hangs on it: 《…公约》³ … ³ Treaty Series, vol. …, No. ….
func (r *resolver) hangNotes(refs []record.Reference, mentions []scan.Mention) {
	var treaties map[string]*record.Reference
	for i := range mentions {
		m := &mentions[i]
		at := r.place[i] - r.first
		if m.Note == 0 || m.Title == "" || len(m.Entries) > 0 || at < 0 || at >= len(refs) || refs[at].Rule != "title" {
			continue
		}
		if treaties == nil {
			treaties = treatiesOfNotes(refs)
		}
		if treaty := treaties["n"+strconv.Itoa(m.Note)]; treaty != nil {
			refs[at].Kind, refs[at].Target = treaty.Kind, treaty.Target
			refs[at].Rule = "title:note"
		}
	}
}

// treatiesOfNotes returns the first treaty number of each footnote, by the
// number of the footnote as printed in references.
func treatiesOfNotes(refs []record.Reference) map[string]*record.Reference {
	first := map[string]*record.Reference{}
	for i := range refs {
		if r := &refs[i]; r.Zone == record.Footnote && r.Rule == "treaty-series" && first[r.Paragraph] == nil {
			first[r.Paragraph] = r
		}
	}
	return first
}
