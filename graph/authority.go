package graph

import (
	"strings"

	"uncite/extract/authority"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// FromAuthority is the Knowledge of the authority tables and the catalogue of
// documents. Labels and titles are in the language, or in English where the
// tables have none in it.
func FromAuthority(t *authority.Table, lang string) Knowledge { return authorityKnowledge{t, lang} }

type authorityKnowledge struct {
	table *authority.Table
	lang  string
}

func (k authorityKnowledge) Describe(id string) (Description, bool) {
	if e, ok := k.table.Lookup(id); ok {
		d := Description{Title: e.Official(k.lang), Date: e.Date, Parent: e.Parent}
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
	r, ok := authority.Catalogue()[id]
	if !ok {
		return Description{}, false
	}
	if t := r.Titles[k.lang]; t != "" {
		return Description{Title: t, Date: r.Date}, true
	}
	return Description{Title: r.Titles[lang.Fallback()], Lang: lang.Fallback(), Date: r.Date}, true
}

// maxLabel is the length, in characters, above which a picture takes another
// name than the official one, if there is a shorter.
const maxLabel = 40

// short returns the name that a picture has room for: the official one, or
// the longest other full name that is short enough.
func (k authorityKnowledge) short(e *authority.Entry) string {
	official := e.Official(k.lang)
	if len([]rune(official)) <= maxLabel {
		return official
	}
	best := ""
	for _, n := range e.Names[k.lang] {
		if size := len([]rune(n.Text)); !n.Short && !strings.Contains(n.Text, "*") && size <= maxLabel && size > len([]rune(best)) {
			best = n.Text
		}
	}
	if best == "" {
		return official
	}
	return best
}
