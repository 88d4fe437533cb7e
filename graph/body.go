package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// UnknownBodyError says that what a user typed names no body.
type UnknownBodyError struct {
	Query string
	Many  bool     // it names several
	Near  []string // identifiers of those, or of bodies that may have been meant
}

func (e *UnknownBodyError) Error() string {
	near := strings.Join(e.Near, ", ")
	switch {
	case e.Many:
		return fmt.Sprintf("%q may be several bodies: %s", e.Query, near)
	case near != "":
		return fmt.Sprintf("%q is no body that is known; near it are %s", e.Query, near)
	}
	return fmt.Sprintf("%q is no body that is known; uncite authority --kind entity lists them", e.Query)
}

// LocateBody returns the identifier of the body that a user means: by its
// identifier with or without "entity:", by the letters of its symbols ("S/",
// "A/HRC", "SC"), or by any name or abbreviation that the table has for it in
// any language. The error is an *UnknownBodyError.
func LocateBody(query string, table *authority.Table) (string, error) {
	query = strings.TrimSpace(query)
	slug := strings.ReplaceAll(strings.ToLower(strings.TrimPrefix(query, "entity:")), " ", "-")
	id := "entity:" + slug
	if _, ok := table.Lookup(id); ok || symbol.IssuesSeries(id) {
		return id, nil
	}
	if id, ok := symbol.BodyOf(query); ok {
		return id, nil
	}
	var full, short []string
	for _, e := range table.Search(query) {
		if e.Kind != record.Entity {
			continue
		}
		switch isShort, ok := nameOf(e, query); {
		case ok && isShort:
			short = append(short, e.ID)
		case ok:
			full = append(full, e.ID)
		}
	}
	switch {
	case len(full) == 1:
		return full[0], nil
	case len(full) == 0 && len(short) == 1:
		return short[0], nil
	case len(full)+len(short) > 0:
		many := append(full, short...)
		return "", &UnknownBodyError{query, true, many[:min(bodiesNear, len(many))]}
	}
	return "", &UnknownBodyError{query, false, nearBodies(query, slug, table)}
}

// bodiesNear is how many bodies an error suggests.
const bodiesNear = 5

// nameOf tells whether one of the entry's names is the query, and whether only
// one that is short for other things too.
func nameOf(e *authority.Entry, query string) (short, ok bool) {
	for _, names := range e.Names {
		for _, n := range names {
			if !strings.EqualFold(n.Text, query) {
				continue
			}
			if ok = true; !n.Short {
				return false, true
			}
		}
	}
	return true, ok
}

// nearBodies lists the bodies whose identifier or English name is a few changes
// of letters away, at most a third of the query's length, or else holds it.
func nearBodies(query, slug string, table *authority.Table) []string {
	type candidate struct {
		id   string
		away int
	}
	var found []candidate
	folded, most := strings.ToLower(query), len(query)/3
	for _, e := range table.Entries() {
		if e.Kind != record.Entity {
			continue
		}
		name := strings.TrimPrefix(e.ID, "entity:")
		away := authority.Changes(slug, name, most)
		for _, n := range e.Names[lang.Fallback()] {
			away = min(away, authority.Changes(folded, strings.ToLower(n.Text), most))
		}
		if slug != "" && strings.Contains(name, slug) {
			away = min(away, most)
		}
		if away <= most {
			found = append(found, candidate{e.ID, away})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.away, b.away), cmp.Compare(len(a.id), len(b.id)))
	})
	var ids []string
	for _, c := range found[:min(bodiesNear, len(found))] {
		ids = append(ids, c.id)
	}
	return ids
}
