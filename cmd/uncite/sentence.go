package main

import (
	"hash/maphash"
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

	// Of documents that a references file names, and which may be a million, only
	// where they name themselves.
	again *reader
	own   []ownLine
}

// ownLine is where a document names itself, by a hash of its symbol.
type ownLine struct{ document, place uint64 }

func newMemory(paths []string, again *reader) *memory {
	m := &memory{titles: map[string]map[string]string{}, sources: map[string][]string{}, kept: map[string][]*record.Document{}, near: map[string]bool{}, again: again}
	for _, p := range paths {
		m.near[p] = true
	}
	return m
}

// hashes are those of the symbols in memory.own.
var hashes = maphash.MakeSeed()

// see takes note of one result. Documents are kept only where their source
// cannot be read again.
func (m *memory) see(r *extract.Result) {
	place := m.again.places(r)
	for i := range r.References {
		ref := &r.References[i]
		if ref.Zone != record.Masthead || ref.Target != ref.Document || ref.Document == "" {
			continue
		}
		if place != nil {
			if at := place(i); at != 0 {
				m.own = append(m.own, ownLine{maphash.String(hashes, ref.Document), at})
				continue
			}
		}
		// Its strings may be parts of a block of a references file.
		m.named(&record.Reference{Document: strings.Clone(ref.Document), Title: strings.Clone(ref.Title), Lang: strings.Clone(ref.Lang), Source: strings.Clone(ref.Source)})
	}
	if len(r.Documents) == 0 && len(r.References) > 0 {
		m.near[filepath.Dir(r.Source)] = true // that of standard input is the one at hand
	}
	if info, err := os.Stat(r.Source); len(r.Documents) > 0 && (err != nil || !info.Mode().IsRegular()) {
		m.kept[r.Source] = r.Documents
	}
}

// named takes the title and source of a document by which it names itself.
func (m *memory) named(ref *record.Reference) {
	if m.titles[ref.Document] == nil {
		m.titles[ref.Document] = map[string]string{}
	}
	if ref.Title != "" {
		m.titles[ref.Document][ref.Lang] = ref.Title
		m.sources[ref.Document] = append(m.sources[ref.Document], ref.Source)
	}
}

// recall reads again what is to be quoted: the citations behind edges of a graph, and
// how documents name themselves.
func (m *memory) recall(g *graph.Graph, edges []*graph.Edge, documents ...string) error {
	if err := g.Cite(edges, m.again.read); err != nil {
		return err
	}
	wanted := make(map[uint64]bool, len(documents))
	for _, document := range documents {
		wanted[maphash.String(hashes, document)] = true
	}
	var places []uint64
	for _, line := range m.own {
		if wanted[line.document] {
			places = append(places, line.place)
		}
	}
	refs, err := m.again.read(places)
	for i := range refs {
		m.named(&refs[i])
	}
	return err
}

// quotes finds the sentences behind edges, in the language of the labels where
// a document is there in several.
func (m *memory) quotes(edges []*graph.Edge, lang string) render.Quotes {
	return render.Quotes{Lang: lang, Found: quote.Sentences(render.Places(edges, lang),
		quote.Kept(m.kept), quote.Below(slices.Sorted(maps.Keys(m.near))...), quote.FS(fixtures.Corpus()))}
}
