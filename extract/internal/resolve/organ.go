package resolve

import (
	"slices"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/scan"
)

// organBeside returns the organ of an organisation that a resolution of the General Assembly
// means by "the Assembly" in a paragraph that speaks of that organisation and nowhere of the
// General Assembly in full, as its own paragraphs do first: that of the Seabed Authority.
func (r *resolver) organBeside(m *scan.Mention) (found *authority.Entry) {
	if m.Told || r.doc.Body != assembly || !strings.HasPrefix(r.doc.Symbol, "A/RES/") {
		return nil
	}
	general, ok := r.table.Lookup(assembly)
	if !ok || !slices.Contains(m.Entries, general) || r.speaksOf(general, m.Paragraph, false) {
		return nil
	}
	for _, e := range m.Entries {
		parent, ok := r.table.Lookup(e.Parent)
		if !ok || !organizations[parent.Class] || r.introduced[parent] == (introduction{}) || !r.speaksOf(parent, m.Paragraph, true) {
			continue
		}
		if found != nil {
			return nil
		}
		found = e
	}
	return found
}

// spoken asks whether a paragraph names an entry, in full or, where short is true, by a short
// name that may mean it.
type spoken struct {
	entry     *authority.Entry
	paragraph int
	short     bool
}

// speaksOf reports whether the paragraph of the mention that is resolved now names the entry
// anywhere; a paragraph is asked once for each.
func (r *resolver) speaksOf(e *authority.Entry, paragraph int, short bool) bool {
	asked := spoken{e, paragraph, short}
	if said, ok := r.spoken[asked]; ok {
		return said
	}
	says := func(i int) bool { return (short || !r.mentions[i].Short) && r.mayMean(i, e) }
	said := false
	for i := r.at - 1; i >= 0 && r.mentions[i].Paragraph == paragraph && !said; i-- {
		said = says(i)
	}
	for i := r.at + 1; i < len(r.mentions) && r.mentions[i].Paragraph == paragraph && !said; i++ {
		said = says(i)
	}
	if r.spoken == nil {
		r.spoken = map[spoken]bool{}
	}
	r.spoken[asked] = said
	return said
}

// mayMean reports whether the mention may mean the entry: by its words, or by what the document
// has defined these for.
func (r *resolver) mayMean(i int, e *authority.Entry) bool {
	m := &r.mentions[i]
	return slices.Contains(m.Entries, e) || slices.ContainsFunc(m.Same, func(j int) bool { return slices.Contains(r.mentions[j].Entries, e) })
}
