package resolve

import (
	"uncite/extract/authority"
	"uncite/extract/internal/scan"
	"uncite/extract/record"
)

// unitedNations is how the table of treaties knows the organisation, which is no entry.
const unitedNations = "entity:united-nations"

// noteBody notes that the mention means the body.
func (r *resolver) noteBody(e *authority.Entry, m *scan.Mention) {
	if e.Kind == record.Entity {
		r.lastBody, r.bodyIn, r.bodyEnd = e, m.Paragraph, m.End
	}
}

// ownInstrument returns the one for which a short name behind "its" stands: that which is called
// after the body named last in the sentence, whatever was named before.
func (r *resolver) ownInstrument(m *scan.Mention) *authority.Entry {
	switch {
	case m.OfUN:
		return only(m.Entries, treatiesOf(r.table, unitedNations, true))
	case !m.Owned || r.lastBody == nil || r.bodyIn != m.Paragraph || !r.sameSentence(r.bodyEnd, m.Start):
		return nil
	}
	if e := r.calledAfter(r.lastBody, m); e != nil {
		return e
	}
	return r.outcomeOf(m)
}

// outcomeOf returns the one instrument among those of the short name that a body made which the
// sentence has named: "the Forum on Tides and its Progress Declaration".
func (r *resolver) outcomeOf(m *scan.Mention) (found *authority.Entry) {
	for _, e := range m.Entries {
		body := r.table.BodyOf(e)
		if body == nil || !r.namedIn(m.Paragraph, body) || !r.sameSentence(r.introduced[body].end, m.Start) {
			continue
		}
		if found != nil {
			return nil
		}
		found = e
	}
	return found
}

// statuteOf returns the statute that the short name may stand for, of the body that its
// paragraph has named last, "the Court, as its Statute provides", or, where it has named none,
// of the one that issued the document.
func (r *resolver) statuteOf(m *scan.Mention) []*authority.Entry {
	if m.Tied {
		return nil // of somebody else: the rules of the staff
	}
	if r.lastBody != nil && r.bodyIn == m.Paragraph {
		if e := r.calledAfter(r.lastBody, m); e != nil {
			return []*authority.Entry{e}
		}
		return nil
	}
	if body, ok := r.table.Lookup(r.doc.Body); ok {
		if e := r.calledAfter(body, m); e != nil {
			return []*authority.Entry{e}
		}
	}
	return nil
}

// calledAfter returns the instrument among those of the short name that set the body up, or
// the one above it, and is called after it.
func (r *resolver) calledAfter(body *authority.Entry, m *scan.Mention) *authority.Entry {
	for _, e := range m.Entries {
		if of := r.table.BodyOf(e); scan.Founding[e.Class] && of != nil && (of == body || of.ID == body.Parent) {
			return e
		}
	}
	return nil
}

// statuteOwned resolves the short name of a statute behind which stands whose it is, for short: "the
// Statute of the Agency". The body is then a part of the name. It is false where the tables have
// no statute of what these words mean.
func (r *resolver) statuteOwned(ref *record.Reference, m *scan.Mention) bool {
	body := r.definedFor(m.Body)
	if body == nil {
		body = r.meantBy(m, m.Body)
	}
	if body == nil {
		return false
	}
	e := r.calledAfter(body, m)
	if e == nil {
		return false
	}
	ref.Target, ref.Kind, ref.Rule = e.ID, e.Kind, "short:antecedent"
	ref.End, ref.Text = m.Body.End, r.doc.Text[m.Start:m.Body.End]
	r.introduce(e, m.Paragraph)
	if next := r.at + 1; next < len(r.mentions) && r.mentions[next].Short && r.mentions[next].Start < m.Body.End {
		r.mentions[next].Dropped = true
	}
	return true
}

// definedFor returns the one thing for which the document has defined the short name within
// another mention, which stands beside it as a mention of its own; nil where there is none.
func (r *resolver) definedFor(short *scan.Mention) *authority.Entry {
	next := r.at + 1
	if next >= len(r.mentions) || r.mentions[next].Start != short.Start || len(r.mentions[next].Same) != 1 {
		return nil
	}
	of := &r.mentions[r.mentions[next].Same[0]]
	if len(of.Entries) != 1 {
		return nil
	}
	return of.Entries[0]
}
