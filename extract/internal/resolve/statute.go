package resolve

import (
	"uncite/extract/authority"
	"uncite/extract/internal/scan"
	"uncite/extract/record"
)

// statuteClass is the class of the instruments that set a body up and are called after it.
const statuteClass = "statute"

// statuteOf returns the statute that the short name may stand for, of the body that its
// paragraph has named last: "the Court, as its Statute provides".
func (r *resolver) statuteOf(m *scan.Mention) []*authority.Entry {
	if m.Tied {
		return nil // of somebody else: the rules of the staff
	}
	var last *authority.Entry
	for e, in := range r.introduced {
		if e.Kind == record.Entity && in.paragraph == m.Paragraph && !in.inside && r.later(e, last) {
			last = e
		}
	}
	if last == nil {
		return nil
	}
	for _, e := range m.Entries {
		if e.Class == statuteClass && r.table.BodyOf(e) == last {
			return []*authority.Entry{e}
		}
	}
	return nil
}
