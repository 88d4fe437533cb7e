package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"uncite/extract"
	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/extract/symbol"
	"uncite/graph"
)

// locate finds the node that a user means, in any spelling: by its identifier,
// symbol, name or title; by what uncite's own extractor reads in the words, and
// by what the authority tables have for them. What was understood is said where
// it is not what was typed; of several nodes none is taken.
func (g *graphFlags) locate(gr *graph.Graph, query string) (int, error) {
	table, err := g.table()
	if err != nil {
		return 0, err
	}
	at, err := gr.Locate(query, table)
	if err == nil {
		return at, nil
	}
	var found []int
	for _, id := range g.meanings(query) {
		if i, ok := gr.Index(id); ok && !slices.Contains(found, i) {
			found = append(found, i)
		}
	}
	if len(found) == 0 {
		var unknown *graph.UnknownNodeError
		if errors.As(err, &unknown) && len(unknown.Near) == 1 {
			if i, ok := gr.Index(unknown.Near[0]); ok {
				found = []int{i}
			}
		}
	}
	switch len(found) {
	case 0:
		return 0, err
	case 1:
		fmt.Fprintf(g.errOut, "uncite: %q is taken for %s\n", query, gr.Nodes[found[0]].ID)
		return found[0], nil
	}
	var ids []string
	for _, i := range found[:min(5, len(found))] {
		ids = append(ids, gr.Nodes[i].ID)
	}
	return 0, fmt.Errorf("%q may be several nodes of the graph: %s", query, strings.Join(ids, ", "))
}

// meanings are the identifiers that words may stand for, those of the first way
// that finds any: what the extractor reads in one of the languages, the only
// number as one of the Security Council, what the tables hold.
func (g *graphFlags) meanings(query string) []string {
	query = strings.TrimSpace(query)
	if ids := g.understood(query); len(ids) > 0 {
		return ids
	}
	if id, ok := councilNumber(query); ok {
		return []string{id}
	}
	table, err := g.table()
	if err != nil {
		return nil
	}
	var ids []string
	for _, e := range table.Search(query) {
		ids = append(append(ids, e.ID), e.AdoptedBy...)
	}
	return ids
}

// understood extracts from the words as from a text, and returns the targets of the
// longest mentions that any language finds.
func (g *graphFlags) understood(query string) []string {
	table, err := g.table()
	if err != nil {
		return nil
	}
	x := extract.New(table)
	longest, ids := mention{}, []string(nil)
	for _, code := range lang.Codes {
		d := &record.Document{Source: "-", Lang: code, Text: query,
			Paragraphs: []record.Paragraph{{Standing: record.In(record.Body), Pieces: []record.Span{{Start: 0, End: len(query)}}}}}
		refs, err := x.Document(nil, d)
		if err != nil {
			continue
		}
		for _, r := range refs {
			m := mention{r.Kind != record.Entity && r.Kind != record.State, r.End - r.Start}
			switch {
			case r.Target == "" || longest.over(m):
			case m.over(longest):
				longest, ids = m, []string{r.Target}
			case !slices.Contains(ids, r.Target):
				ids = append(ids, r.Target)
			}
		}
	}
	return ids
}

// mention tells how much of the words a reference takes in. A document or an
// instrument goes before the body that stands beside its number.
type mention struct {
	citable bool
	size    int
}

func (m mention) over(other mention) bool {
	if m.citable != other.citable {
		return m.citable
	}
	return m.size > other.size
}

// councilNumber is the resolution of the Security Council of the only number in
// the words: nobody else counts so far without a session or a year.
func councilNumber(query string) (string, bool) {
	numbers := strings.FieldsFunc(query, func(r rune) bool { return r < '0' || r > '9' })
	if len(numbers) != 1 {
		return "", false
	}
	n, err := strconv.Atoi(numbers[0])
	if err != nil {
		return "", false
	}
	year, ok := symbol.SecurityCouncilYear(n)
	return fmt.Sprintf("S/RES/%d(%d)", n, year), ok
}
