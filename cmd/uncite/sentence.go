package main

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"uncite/extract"
	"uncite/extract/quote"
	"uncite/extract/record"
	"uncite/fixtures"
	"uncite/graph"
	"uncite/render"
)

// memory is what the verbs that quote keep of a corpus while it is read.
type memory struct {
	titles  map[string]map[string]string // by identifier and language
	sources map[string][]string          // by identifier, files that hold it
	kept    map[string][]*record.Document
	near    map[string]bool // PATHs, and folders of references files: sources are read there
}

func newMemory(paths []string) *memory {
	m := &memory{map[string]map[string]string{}, map[string][]string{}, map[string][]*record.Document{}, map[string]bool{}}
	for _, p := range paths {
		m.near[p] = true
	}
	return m
}

// see takes note of one result. Documents are kept only where their source
// cannot be read again.
func (m *memory) see(r *extract.Result) {
	for i := range r.References {
		ref := &r.References[i]
		if ref.Zone != record.Masthead || ref.Target != ref.Document || ref.Document == "" {
			continue
		}
		// Its strings may be parts of a block of a references file.
		copied := record.Reference{Document: strings.Clone(ref.Document), Title: strings.Clone(ref.Title), Lang: strings.Clone(ref.Lang), Source: strings.Clone(ref.Source)}
		ref = &copied
		if m.titles[ref.Document] == nil {
			m.titles[ref.Document] = map[string]string{}
		}
		if ref.Title != "" {
			m.titles[ref.Document][ref.Lang] = ref.Title
			m.sources[ref.Document] = append(m.sources[ref.Document], ref.Source)
		}
	}
	if len(r.Documents) == 0 && len(r.References) > 0 {
		m.near[filepath.Dir(r.Source)] = true // that of standard input is the one at hand
	}
	if info, err := os.Stat(r.Source); len(r.Documents) > 0 && (err != nil || !info.Mode().IsRegular()) {
		m.kept[r.Source] = r.Documents
	}
}

// quotes finds the sentences behind edges, in the language of the labels where
// a document is there in several.
func (m *memory) quotes(edges []graph.Edge, lang string) render.Quotes {
	return render.Quotes{Lang: lang, Found: quote.Sentences(render.Places(edges, lang),
		quote.Kept(m.kept), quote.Below(slices.Sorted(maps.Keys(m.near))...), quote.FS(fixtures.Corpus()))}
}
