package resolve

import (
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/scan"
)

// mostCalledSo is how many things of the tables at most have a short name that tells what a text
// means before it says so: of working groups and plans of action there are dozens.
const mostCalledSo = 4

// namedBehind returns the one entry that a short name of several words may stand for which the
// document names in full behind it, and nowhere before: a preamble speaks of "the Global Compact"
// that a paragraph behind it calls by its title.
func (r *resolver) namedBehind(m *scan.Mention) (found *authority.Entry) {
	if m.Title != "" || m.Nth > 1 || m.Made || m.Pointed || m.Owned || m.GoesOn || m.Head == "" || len(m.Entries) > mostCalledSo || !hasWords(r.doc.Text[m.Start:m.End], len(strings.Fields(m.Head))+1) {
		return nil
	}
	full := r.namedInFull()
	for _, e := range m.Entries {
		if !full[e] || e == found {
			continue
		}
		if found != nil {
			return nil
		}
		found = e
	}
	return found
}

// namedInFull are the entries that the document names in full anywhere, which is asked once.
func (r *resolver) namedInFull() map[*authority.Entry]bool {
	if r.full == nil {
		r.full = map[*authority.Entry]bool{}
		for i := range r.mentions {
			if n := &r.mentions[i]; !n.Short && !n.Dropped && len(n.Entries) == 1 {
				r.full[n.Entries[0]] = true
			}
		}
	}
	return r.full
}
