package resolve

import (
	"slices"

	"uncite/extract/authority"
	"uncite/extract/internal/scan"
	"uncite/extract/record"
)

// shortUse is a short name of the paragraph that is read, and the instrument that it meant.
type shortUse struct {
	paragraph int
	meant     *authority.Entry
	mention   *scan.Mention
}

// noteShort remembers that a short name of an instrument meant e. Where its own paragraph
// has named e, the document calls e so from there on, unless it is but pointed at: "that
// Convention".
func (r *resolver) noteShort(e *authority.Entry, m *scan.Mention) {
	if e.Kind != record.Instrument || m.Pointed {
		return
	}
	if r.namedIn(m.Paragraph, e) {
		delete(r.apart, e)
		return
	}
	if len(r.uses) > 0 && r.uses[0].paragraph != m.Paragraph {
		r.uses = r.uses[:0]
	}
	if len(r.uses) < mostUses {
		r.uses = append(r.uses, shortUse{m.Paragraph, e, m})
	}
}

// mostUses is how many short names of a paragraph are looked at.
const mostUses = 32

// calledSo reports whether a short name of the paragraph has meant e before it was named there.
func (r *resolver) calledSo(e *authority.Entry, paragraph int) bool {
	return slices.ContainsFunc(r.uses, func(u shortUse) bool { return u.paragraph == paragraph && u.meant == e })
}

// tellApart notes of an instrument that a paragraph names in full whether it has used before,
// for another one, a short name that would fit it too: "under the Convention and under the
// Convention on Tides". The document does not call it so then, but where a paragraph
// names it before.
func (r *resolver) tellApart(e *authority.Entry, paragraph int) {
	if len(r.uses) == 0 || r.uses[0].paragraph != paragraph || r.namedIn(paragraph, e) {
		return
	}
	another := func(u shortUse) bool { return u.meant != e && slices.Contains(u.mention.Entries, e) }
	if !slices.ContainsFunc(r.uses, another) || slices.ContainsFunc(r.uses, func(u shortUse) bool { return u.meant == e }) {
		return
	}
	if r.apart == nil {
		r.apart = map[*authority.Entry]bool{}
	}
	r.apart[e] = true
}
