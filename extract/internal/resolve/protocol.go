package resolve

import (
	"slices"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/scan"
	"uncite/extract/record"
)

// protocolClass is the class of entries that are protocols to a treaty.
const protocolClass = "protocol"

// noteTreaty notes that the paragraph names the treaty, in full or for short: the protocol
// to it may follow. A protocol is none of these.
func (r *resolver) noteTreaty(e *authority.Entry, paragraph int) {
	if e != nil && e.Kind == record.Instrument && e.Class != protocolClass {
		r.lastTreaty, r.lastIn = e, paragraph
	}
}

// protocol resolves the short name of a protocol, or one that others share with it, that the words call one to the treaty
// that the paragraph has named last, "the Optional Protocol thereto", or to the one that
// stands behind it for short. It is false where that treaty cannot be told.
func (r *resolver) protocol(ref *record.Reference, m *scan.Mention) bool {
	var treaty *authority.Entry
	if m.Of != nil {
		treaty = r.meantBy(m, m.Of)
	} else if r.lastIn == m.Paragraph {
		treaty = r.lastTreaty
	}
	if treaty == nil {
		return false
	}
	fit := r.protocolsTo(treaty, m)
	if len(fit) == 0 { // one that the document alone knows
		fit = slices.DeleteFunc(r.antecedents(m), func(e *authority.Entry) bool { return e.Parent != "" })
	}
	switch {
	case len(fit) == 1 && fit[0].ID != "":
		ref.Target, ref.Kind = fit[0].ID, fit[0].Kind
		if m.Short {
			ref.Rule = "short:antecedent"
		}
		r.introduce(fit[0], m.Paragraph)
	case len(fit) > 1:
		r.ambiguous(ref, fit)
	default:
		ref.Status, ref.Note = record.Unresolved, "a protocol of the treaty that is named before it"
	}
	return true
}

// protocolBeside returns the protocol that the short name may stand for in a paragraph that
// has named its treaty and nothing that it is short for: "of those, 90 have signed the
// Convention on Tides and 50 the Optional Protocol".
// In a document made under one treaty it is that one's.
func (r *resolver) protocolBeside(m *scan.Mention) []*authority.Entry {
	if r.lastTreaty != nil && r.lastIn == m.Paragraph {
		if fit := r.protocolsTo(r.lastTreaty, m); len(fit) == 1 {
			return fit
		}
	}
	if len(r.ownTreaties) == 1 && m.Told {
		if fit := r.protocolsTo(r.ownTreaties[0], m); len(fit) == 1 {
			return fit
		}
	}
	return nil
}

// protocolsTo returns the protocols to the treaty that the mention may be short for; where
// a year stands with it, those of that year; else the one that is called after the treaty
// alone, beside which the others have a number or a subject.
func (r *resolver) protocolsTo(treaty *authority.Entry, m *scan.Mention) (fit []*authority.Entry) {
	for _, e := range r.table.ProtocolsOf(treaty) {
		if slices.Contains(m.Entries, e) {
			fit = append(fit, e)
		}
	}
	if m.Year != "" {
		fit = slices.DeleteFunc(fit, func(e *authority.Entry) bool { return !strings.HasPrefix(e.Date, m.Year) })
	}
	if len(fit) > 1 && m.Year == "" && m.Nth < 2 {
		plain := instrumentPrefix + "optional-protocol-to-the-" + strings.TrimPrefix(treaty.ID, instrumentPrefix)
		if i := slices.IndexFunc(fit, func(e *authority.Entry) bool { return e.ID == plain }); i >= 0 {
			return fit[i : i+1]
		}
	}
	return fit
}

// instrumentPrefix begins the identifiers of instruments.
const instrumentPrefix = "instrument:"

// protocols makes a reference to several protocols to a treaty, "the Optional Protocols to
// the Convention on …", one of which none of the words is the name of: those of the tables
// are what it may mean. The treaty is not cited, but short names may mean it.
func (r *resolver) protocols(ref *record.Reference, m *scan.Mention) {
	ref.Kind = m.Kind
	if m.Treaty == nil && len(m.Entries) == 0 { // "and its Protocols", behind the treaty
		r.ownProtocols(ref, m)
		return
	}
	treaty := m.Treaty
	if treaty == nil { // the name of one of them told it
		treaty, _ = r.table.Lookup(m.Entries[0].Parent)
	}
	r.introduce(treaty, m.Paragraph)
	r.noteTreaty(treaty, m.Paragraph)
	known := r.table.ProtocolsOf(treaty)
	if m.Count > 1 && m.Count == len(known) { // all that there are
		ref.Target, ref.Kind = known[m.Nth-1].ID, known[m.Nth-1].Kind
		r.introduce(known[m.Nth-1], m.Paragraph)
		return
	}
	if len(known) > 0 {
		r.ambiguous(ref, known)
		return
	}
	ref.Status, ref.Note = record.Unresolved, "several protocols to "+treaty.ID+", of which the tables know none"
}

// ownProtocols makes a reference to several protocols to the treaty that stands before them.
func (r *resolver) ownProtocols(ref *record.Reference, m *scan.Mention) {
	if r.lastTreaty != nil && r.lastIn == m.Paragraph {
		if known := r.table.ProtocolsOf(r.lastTreaty); len(known) > 1 {
			r.ambiguous(ref, known)
			return
		}
	}
	ref.Status, ref.Note = record.Unresolved, "several protocols to the treaty that is named before them"
}
