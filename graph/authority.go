package graph

import (
	"slices"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// FromAuthority is the Knowledge of the authority tables and the catalogue of
// documents. Labels and titles are in the language, or in English where the
// tables have none in it.
func FromAuthority(t *authority.Table, code string) Knowledge {
	l := lang.Of(code)
	return authorityKnowledge{t, code, l != nil && l.Has(lang.Cases), sameAs(t), sharedNames(t, code)}
}

type authorityKnowledge struct {
	table *authority.Table
	lang  string
	cases bool              // nouns of the language have other endings by their case
	same  map[string]string // the instrument that a document is one with
	// shared are the names of several entries: a treaty and its committee have one
	// abbreviation.
	shared map[string]bool
}

// sharedNames returns the full names in a language that more than one entry has.
func sharedNames(t *authority.Table, code string) map[string]bool {
	owner, shared := map[string]*authority.Entry{}, map[string]bool{}
	for _, e := range t.Entries() {
		for _, n := range e.Names[code] {
			if n.Short {
				continue
			}
			if other, ok := owner[n.Text]; ok && other != e {
				shared[n.Text] = true
			}
			owner[n.Text] = e
		}
	}
	return shared
}

// sameAs finds for each document the instrument that it is one thing with: the
// only one that it adopted or annexed, or the one of several whose name its
// title bears and no other's.
func sameAs(t *authority.Table) map[string]string {
	adopted := map[string][]*authority.Entry{}
	for _, e := range t.Entries() {
		for _, by := range e.AdoptedBy {
			if e.Kind == record.Instrument {
				adopted[by] = append(adopted[by], e)
			}
		}
	}
	same := map[string]string{}
	for by, entries := range adopted {
		var titles map[string]string
		if r, ok := authority.Catalogue()[by]; ok {
			titles = r.Titles
		}
		if e := titled(entries, titles); e != nil {
			same[by] = e.ID
		}
	}
	return same
}

// titled returns the only entry, or that of several whose name stands in one of
// the titles; nil where the titles bear none of the names, or more than one.
func titled(entries []*authority.Entry, titles map[string]string) *authority.Entry {
	if len(entries) == 1 {
		return entries[0]
	}
	var found *authority.Entry
	for _, e := range entries {
		for code, title := range titles {
			if !bears(title, e.Official(code)) {
				continue
			}
			if found != nil && found != e {
				return nil
			}
			found = e
		}
	}
	return found
}

func bears(title, name string) bool {
	return strings.Contains(strings.ToLower(title), strings.ToLower(name))
}

func (k authorityKnowledge) Describe(id string) (Description, bool) {
	if e, ok := k.table.Lookup(id); ok {
		d := Description{Title: e.Official(k.lang), Titles: map[string]string{}, Date: e.Date, Parent: e.Parent}
		for code := range e.Names {
			d.Titles[code] = e.Official(code)
		}
		d.Label = k.short(e)
		if len(e.Names[k.lang]) == 0 {
			d.Lang = lang.Fallback()
		}
		if e.Kind == record.Instrument {
			d.AdoptedBy = e.AdoptedBy
			d.Mentioned = e.Class == authority.Goals
		}
		return d, true
	}
	if e, ordinal := k.table.OfSeries(id); e != nil {
		return Description{Label: capitalised(ordinal) + " " + e.Official(lang.Fallback()), Lang: lang.Fallback(), SameAs: k.same[id]}, true
	}
	r, ok := authority.Catalogue()[id]
	same := k.same[id]
	switch {
	case !ok && same == "":
		return Description{}, false
	case !ok:
		return Description{SameAs: same}, true
	}
	if t := r.Titles[k.lang]; t != "" {
		return Description{Title: t, Titles: r.Titles, Date: r.Date, SameAs: same}, true
	}
	return Description{Title: r.Titles[lang.Fallback()], Titles: r.Titles, Lang: lang.Fallback(), Date: r.Date, SameAs: same}, true
}

// maxLabel is the length, in characters, above which a picture takes another
// name than the official one, if there is a shorter.
const maxLabel = 40

// short returns the name that a picture has room for: the official one, or
// the longest other full name of today that is short enough and no other's too. Of the cases of one name
// it is the first, in which the table begins.
func (k authorityKnowledge) short(e *authority.Entry) string {
	official := e.Official(k.lang)
	if len([]rune(official)) <= maxLabel {
		return official
	}
	best := ""
	names := e.Names[k.lang]
	for i, n := range names {
		if k.cases && slices.ContainsFunc(names[:i], func(m authority.Name) bool { return sameInAnotherCase(m.Text, n.Text) }) {
			continue
		}
		if size := len([]rune(n.Text)); !n.Short && !n.Former && !k.shared[n.Text] && !strings.Contains(n.Text, "*") && size <= maxLabel && size > len([]rune(best)) {
			best = n.Text
		}
	}
	if best == "" {
		return official
	}
	return best
}
