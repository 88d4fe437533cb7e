package render

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/record"
	"uncite/graph/rank"
)

// Format is one output format. A nil function means that the format cannot
// hold that kind of result.
type Format struct {
	Name        string // as --format takes it
	Description string // one line of help
	Extension   string // of files, with the dot
	// Endings are further ends of file names that choose the format.
	Endings []string
	// Top is how many nodes a map shows unless told otherwise: a few dozen
	// on a picture, 0 for all in a data format.
	Top int
	// Read is true for what is laid out to be read by people.
	Read bool
	// Map writes a citation map. It writes nothing at all when it fails
	// before the end of the layout, and stops when ctx is done.
	Map func(ctx context.Context, w io.Writer, m *Map) error
	// Beside are the files that a map has beside that of -o; a stream has none.
	Beside []Companion
	// Ranking writes the nodes of a ranking in their order, without the edges.
	Ranking func(w io.Writer, r *rank.Ranking) error
	// References starts a stream of references.
	References func(w io.Writer) ReferenceWriter
	// Result returns what writes one of the results that write themselves,
	// such as a Listing or a Profile, or nil where the result has no such form.
	Result func(r any) func(w io.Writer) error
}

// Companion is a second file of a map: the nodes where the first has the edges.
type Companion struct {
	Extension string // in place of that of the first file
	Map       func(ctx context.Context, w io.Writer, m *Map) error
}

// ReferenceWriter writes references one after the other. An error of the
// writer below is returned by the Write or Close in which it comes up.
type ReferenceWriter interface {
	Write(r *record.Reference) error
	// Close writes what is left. It does not close the writer below.
	Close() error
}

// pictureTop is how many nodes a picture shows unless told otherwise.
const pictureTop = 40

// pageTop is how many nodes a page to explore holds unless told otherwise: what a
// browser draws at ease.
const pageTop = 5000

// Formats are all output formats. To add one, write its file and its row.
var Formats = []Format{
	{Name: "table", Description: "aligned columns, to be read", Extension: ".txt", Read: true, Ranking: rankingTable, References: newReferenceTable, Result: asTable},
	{Name: "tsv", Description: "the whole of a table, columns separated by tabs; what a pipe gets", Extension: ".tsv", Ranking: rankingTSV, References: newReferenceTSV, Result: asTSV},
	{Name: "csv", Description: "comma-separated values (RFC 4180) with a header; of a map the edges, and with -o the nodes in a file beside", Extension: ".csv",
		Map: writeEdgesCSV, Beside: []Companion{{".nodes.csv", writeNodesCSV}}, Ranking: rankingCSV, References: newReferenceCSV, Result: asCSV},
	{Name: "nodes", Description: "the nodes of a map as CSV", Extension: ".nodes.csv", Map: writeNodesCSV},
	{Name: "json", Description: "an array of objects, or one object", Extension: ".json", Ranking: rankingJSON, Result: asJSON},
	{Name: "jsonl", Description: "one JSON object a line; of references the input of later verbs", Extension: ".jsonl", Endings: []string{".ndjson"}, Map: writeGraphJSONL, References: newReferenceJSONL, Result: asLines},
	{Name: "html", Description: "one page for the browser that needs nothing from elsewhere; of a map to explore", Extension: ".html", Endings: []string{".htm"}, Top: pageTop, Map: writeHTML, Result: asHTML},
	{Name: "markdown", Description: "Markdown, with what is to be told in links and notes", Extension: ".md", Endings: []string{".markdown"}, Result: asMarkdown},
	{Name: "docx", Description: "a document for word processors, with links and comments", Extension: ".docx", Result: asDOCX},
	{Name: "akn", Description: "Akoma Ntoso with references as links; a file that is it already is annotated in place", Extension: ".xml", Endings: []string{".akn"}, Result: asAKN},
	{Name: "sarif", Description: "SARIF 2.1.0, for editors and code hosts", Extension: ".sarif", Result: asSARIF},
	{Name: "github", Description: "workflow commands, which GitHub Actions shows beside the lines", Extension: ".txt", Result: asGitHub},
	{Name: "svg", Description: "picture with links, years down the page; nothing to install", Extension: ".svg", Top: pictureTop, Map: writeSVG, Result: asSVG},
	{Name: "dot", Description: "Graphviz source", Extension: ".dot", Endings: []string{".gv"}, Top: pictureTop, Map: writeDOT},
	{Name: "pdf", Description: "the same picture as PDF, through an installed rsvg-convert", Extension: ".pdf", Top: pictureTop, Map: writePDF, Result: converted("--format=pdf")},
	{Name: "png", Description: "the same picture as PNG, through an installed rsvg-convert", Extension: ".png", Top: pictureTop, Map: writePNG, Result: converted("--format=png", "--zoom=2")},
	{Name: "graphml", Description: "GraphML with typed attributes, for NetworkX, igraph, Gephi", Extension: ".graphml", Map: writeGraphML},
	{Name: "gexf", Description: "GEXF 1.3 with years, for Gephi and its timeline", Extension: ".gexf", Map: writeGEXF},
	{Name: "pajek", Description: "Pajek network: identifiers and weights", Extension: ".net", Map: writePajek},
	{Name: "cytoscape", Description: "JSON of Cytoscape.js and Cytoscape", Extension: ".cyjs", Endings: []string{".json"}, Map: writeCytoscape},
	{Name: "vosviewer", Description: "VOSviewer's JSON", Extension: ".vos.json", Endings: []string{".json"}, Map: writeVOSJSON},
	{Name: "vosmap", Description: "VOSviewer's map file, with -o the network file beside", Extension: ".vosmap.txt",
		Map: writeVOSMap, Beside: []Companion{{".vosnetwork.txt", writeVOSNetwork}}},
	{Name: "vosnetwork", Description: "VOSviewer's network file", Extension: ".vosnetwork.txt", Map: writeVOSNetwork},
	{Name: "bibtex", Description: "the cited documents for LaTeX", Extension: ".bib", Map: writeBibTeX},
	{Name: "ris", Description: "the cited documents for Zotero, EndNote, Mendeley", Extension: ".ris", Map: writeRIS},
	{Name: "csl", Description: "the cited documents as CSL-JSON, for Zotero and pandoc", Extension: ".csl.json", Endings: []string{".json"}, Map: writeCSL},
}

// Offers tells whether a format can hold the result of a verb, as in
// render.Find("svg", render.OfMap).
type Offers func(Format) bool

// The kinds of result that verbs have.
var (
	OfMap        Offers = func(f Format) bool { return f.Map != nil }
	OfRanking    Offers = func(f Format) bool { return f.Ranking != nil }
	OfReferences Offers = func(f Format) bool { return f.References != nil }
)

// Find returns the format of that name. Its error lists the names that can
// hold the result asked for.
func Find(name string, can Offers) (Format, error) {
	for _, f := range Formats {
		if f.Name == name && can(f) {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("there is no format %q here%s; the formats are %s", name, meant(name, Names(can)), strings.Join(Names(can), ", "))
}

// meant suggests which of the known words a mistyped one may have been.
func meant(word string, known []string) string {
	near := authority.Nearest(word, known, 3)
	if len(near) == 0 {
		return ""
	}
	return " (did you mean " + strings.Join(near, " or ") + "?)"
}

// unwritten are the endings of files that uncite does not write, each with the
// format that comes nearest: by its name such a file would be taken for what it
// is not.
var unwritten = map[string]string{
	".jpg": "png", ".jpeg": "png", ".gif": "png", ".webp": "png", ".bmp": "png", ".tif": "png", ".tiff": "png", ".eps": "pdf", ".ps": "pdf",
	".gml": "graphml", ".graphmlz": "graphml", ".gephi": "gexf", ".cys": "cytoscape", ".paj": "pajek", ".vna": "pajek",
	".xls": "csv", ".xlsx": "csv", ".ods": "csv", ".parquet": "csv", ".db": "csv", ".sqlite": "csv", ".tex": "bibtex", ".enw": "ris", ".nbib": "ris",
	".doc": "docx", ".odt": "docx", ".rtf": "docx",
}

// Names lists the formats that can hold a result, in the order of Formats.
func Names(can Offers) []string {
	var names []string
	for _, f := range Formats {
		if can(f) {
			names = append(names, f.Name)
		}
	}
	return names
}

// Choose returns the format that a verb writes: the one that --format names, else
// the one that the ending of the file's name tells, else the usual one. A name
// that says one format and an ending that says another are an error, and so is an
// ending that only a format for another kind of result has, or none of uncite's.
func Choose(name string, named bool, file, usual string, can Offers) (Format, error) {
	told := ByEnding(file)
	if end := strings.ToLower(filepath.Ext(file)); !named && len(told) == 0 && unwritten[end] != "" {
		near, remedy := unwritten[end], "--format says what it is to hold"
		if f, err := Find(near, can); err == nil {
			remedy = fmt.Sprintf("the nearest is %s, in a file *%s", f.Name, f.Extension)
		}
		return Format{}, fmt.Errorf("%s: no format is written as %s; %s", file, end, remedy)
	}
	if named || len(told) == 0 {
		if !named {
			name = usual
		}
		f, err := Find(name, can)
		if err == nil && len(told) > 0 && !slices.ContainsFunc(told, func(t Format) bool { return t.Name == f.Name }) {
			err = fmt.Errorf("--format %s contradicts the name %s, which is one of %s; leave --format out or name the file *%s",
				name, file, told[0].Name, f.Extension)
		}
		return f, err
	}
	for _, f := range told {
		if can(f) {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("%s is the name of a %s file, which cannot hold this; the formats are %s", file, told[0].Name, strings.Join(Names(can), ", "))
}

// ByEnding lists the formats that the end of a file's name tells, the longest
// ending first, then in the order of Formats. A name that no format claims tells
// none.
func ByEnding(file string) []Format {
	file = strings.ToLower(file)
	for _, p := range packings {
		file = strings.TrimSuffix(file, p.ending)
	}
	best, length := []Format(nil), map[string]int{}
	for _, f := range Formats {
		for _, end := range append([]string{f.Extension}, f.Endings...) {
			if strings.HasSuffix(file, end) {
				length[f.Name] = max(length[f.Name], len(end))
			}
		}
		if length[f.Name] > 0 {
			best = append(best, f)
		}
	}
	slices.SortStableFunc(best, func(a, b Format) int { return length[b.Name] - length[a.Name] })
	return best
}
