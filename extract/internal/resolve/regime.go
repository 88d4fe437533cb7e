package resolve

import (
	"slices"

	"uncite/extract/authority"
	"uncite/extract/internal/scan"
	"uncite/extract/record"
)

// ofRegime returns the bodies for which a short name of several words stands, "the Sanctions
// Committee", where none was named: of experts, whose committee the document has named; or in
// a resolution of the Council whose founding resolution it cites, with whose sanctions it deals.
func (r *resolver) ofRegime(m *scan.Mention, named []*authority.Entry) (fit []*authority.Entry) {
	if len(named) > 0 || !m.Told {
		return nil
	}
	for _, e := range m.Entries {
		committee, ok := r.table.Lookup(e.Parent)
		if _, known := r.introduced[committee]; ok && known && committee.Parent == council {
			fit = append(fit, e)
		}
	}
	if len(fit) > 0 || r.doc.Body != council {
		return fit
	}
	for i := range r.mentions {
		if e := foundedBy(m.Entries, &r.mentions[i]); e != nil && !slices.Contains(fit, e) {
			fit = append(fit, e)
		}
	}
	return fit
}

// council is the body whose resolutions found committees of sanctions.
const council = "entity:security-council"

// notFounded is the end of a short name behind which the text says by what the thing was
// founded, where that is nothing that founded one of the entries: none of those that were
// named. It is false where the name is a head noun alone.
func (r *resolver) notFounded(ref *record.Reference, m *scan.Mention) bool {
	if !m.Told {
		return false
	}
	ref.Status, ref.Note = record.Unresolved, notNamed(ref.Text)
	return true
}
