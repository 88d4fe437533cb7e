package render

import (
	"context"
	"fmt"
	"io"
	"strings"

	"uncite/extract/record"
)

// Format is one output format. A nil function means that the format cannot
// hold that kind of result.
type Format struct {
	Name        string // as --format takes it
	Description string // one line of help
	Extension   string // of files, with the dot
	// Top is how many nodes a map shows unless told otherwise: a few dozen
	// on a picture, 0 for all in a data format.
	Top int
	// Map writes a citation map. It writes nothing at all when it fails
	// before the end of the layout, and stops when ctx is done.
	Map func(ctx context.Context, w io.Writer, m *Map) error
	// Ranking writes the nodes of a map in their order, without the edges.
	Ranking func(w io.Writer, m *Map) error
	// References starts a stream of references.
	References func(w io.Writer) ReferenceWriter
	// Result returns what writes one of the results that write themselves,
	// such as a Listing or a Profile, or nil where the result has no such form.
	Result func(r any) func(w io.Writer) error
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

// Formats are all output formats. To add one, write its file and its row.
var Formats = []Format{
	{Name: "table", Description: "aligned columns, to be read", Extension: ".txt", Ranking: rankingTable, References: newReferenceTable, Result: asTable},
	{Name: "csv", Description: "comma-separated values (RFC 4180) with a header", Extension: ".csv", Ranking: rankingCSV, References: newReferenceCSV, Result: asCSV},
	{Name: "json", Description: "an array of objects, or one object", Extension: ".json", Ranking: rankingJSON, Result: asJSON},
	{Name: "jsonl", Description: "one JSON object a line; the input of later verbs", Extension: ".jsonl", References: newReferenceJSONL, Result: asLines},
	{Name: "sarif", Description: "SARIF 2.1.0, for editors and code hosts", Extension: ".sarif", Result: asSARIF},
	{Name: "github", Description: "workflow commands, which GitHub Actions shows beside the lines", Extension: ".txt", Result: asGitHub},
	{Name: "svg", Description: "picture with links, years down the page; nothing to install", Extension: ".svg", Top: pictureTop, Map: writeSVG},
	{Name: "dot", Description: "Graphviz source", Extension: ".dot", Top: pictureTop, Map: writeDOT},
	{Name: "png", Description: "raster picture through an installed Graphviz", Extension: ".png", Top: pictureTop, Map: writePNG},
	{Name: "graphml", Description: "GraphML with typed attributes, for NetworkX, igraph, Gephi", Extension: ".graphml", Map: writeGraphML},
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
	return Format{}, fmt.Errorf("there is no format %q here; the formats are %s", name, strings.Join(Names(can), ", "))
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
