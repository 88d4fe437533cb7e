package resolve

import (
	"slices"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/record"
	"uncite/extract/scan"
)

// introduction notes where a document named an entry in full.
type introduction struct {
	entry     *authority.Entry
	paragraph int
}

// name resolves a name of the authority file; it is false where a common noun
// only looks like one.
func (r *resolver) name(ref *record.Reference, m *scan.Mention) bool {
	ref.Kind = m.Entries[0].Kind
	if m.Short {
		return r.shortName(ref, m)
	}
	if len(m.Entries) > 1 {
		r.ambiguous(ref, m.Entries)
		return true
	}
	e := m.Entries[0]
	ref.Target = e.ID
	r.introduced = append(r.introduced, introduction{e, m.Paragraph})
	return true
}

// shortName resolves a name that only means something in a document that has
// said what: the entry of its title, its own body, or else the one that was
// named last. Where two were named last together, both fit.
func (r *resolver) shortName(ref *record.Reference, m *scan.Mention) bool {
	ref.Rule = "short"
	if e := r.topic(m); e != nil {
		ref.Target, ref.Kind, ref.Rule = e.ID, e.Kind, "short:document"
		return true
	}
	switch fit := r.antecedents(m); len(fit) {
	case 0:
		if m.Title == "" {
			return false
		}
		ref.Status = record.Unresolved
		ref.Note = "“" + m.Title + "” is short for an instrument that the document has not named before"
	case 1:
		ref.Target, ref.Kind, ref.Rule = fit[0].ID, fit[0].Kind, "short:antecedent"
	default:
		r.ambiguous(ref, fit)
	}
	return true
}

// topic returns the entry that the document's title or body makes the
// meaning of a short name throughout.
func (r *resolver) topic(m *scan.Mention) *authority.Entry {
	for _, e := range m.Entries {
		if e.ID == r.doc.Body {
			return e
		}
	}
	var found *authority.Entry
	for _, in := range r.introduced {
		if r.doc.Paragraphs[in.paragraph].Zone != record.Heading || !slices.Contains(m.Entries, in.entry) {
			continue
		}
		if found != nil && found != in.entry {
			return nil
		}
		found = in.entry
	}
	return found
}

// antecedents returns the entries that fit the short name in the paragraph
// that named one of them last; within the mention's own paragraph, the last
// one alone.
func (r *resolver) antecedents(m *scan.Mention) []*authority.Entry {
	var fit []*authority.Entry
	last := -1
	for i := len(r.introduced) - 1; i >= 0; i-- {
		in := r.introduced[i]
		if !slices.Contains(m.Entries, in.entry) {
			continue
		}
		if last >= 0 && (in.paragraph != last || last == m.Paragraph) {
			break
		}
		last = in.paragraph
		if !slices.Contains(fit, in.entry) {
			fit = append(fit, in.entry)
		}
	}
	return fit
}

func (r *resolver) ambiguous(ref *record.Reference, entries []*authority.Entry) {
	ids := make([]string, len(entries))
	for i, e := range entries {
		ids[i] = e.ID
	}
	slices.Sort(ids)
	ref.Status = record.Ambiguous
	ref.Note = "the words may stand for " + strings.Join(ids, " or ")
}

// title makes the node of a title that the tables do not know.
func (r *resolver) title(ref *record.Reference, m *scan.Mention) {
	ref.Kind = record.Instrument
	ref.Target = "title:" + r.doc.Lang + ":" + strings.Join(strings.Fields(m.Title), " ")
}
