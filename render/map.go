package render

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/quote"
	"uncite/graph"
	"uncite/graph/rank"
)

// Map is a citation graph with its scores, ready to be drawn or exported. The
// writers only read it.
type Map struct {
	rank.Ranking
	Title string // printed above a picture, in lines; empty prints a plain heading
	Lang  string // of the words of a picture; empty is English
	// Engine names the Graphviz program that lays the picture out: dot,
	// sfdp …; empty uses the layout of this package.
	Engine string
	// Groups hold the number of the group of a node by its identifier, as in
	// group.Division.Of; empty where nothing was divided. GroupNames[n-1] is the
	// name of group n.
	Groups     map[string]int
	GroupNames []string
	// WholeNodes and WholeEdges count the graph that a picture is part of; 0
	// where it shows all.
	WholeNodes, WholeEdges int
	// Fewer is the same map of at most n nodes, chosen anew, for a page that has no
	// room for all; nil where nothing may be left out.
	Fewer func(n int) *Map
	// Look says how a picture looks.
	Look Look
	// Strengths are those of Graph.Edges where these are ties, such as
	// co-citation, and not citations; a tie has no direction.
	Strengths []float64
	// Multi writes parallel edges of several types one by one into data
	// formats, which else join them.
	Multi bool
	// Mark begins CSV with a byte order mark, which Excel asks for.
	Mark bool
	// Knowledge names the bodies that are authors of a bibliography; it may be nil.
	Knowledge graph.Knowledge
	// Titles gives the titles of a node by language, from which a page takes those
	// that can be searched; it may be nil.
	Titles func(id string) map[string]string
	// Sentences are the quotes behind the citations, for a page; see [Map.PlacesOf].
	Sentences map[quote.Place]quote.Quote

	chart string // the caption of a chart, which draws no nodes
}

// Of is the same picture of another ranking, such as a cut of its own.
func (m *Map) Of(r *rank.Ranking) *Map {
	out := *m
	out.Ranking = *r
	return &out
}

// heading is what a picture prints above everything else.
func (m *Map) heading() string {
	if m.Title != "" {
		return m.Title
	}
	if len(m.Strengths) > 0 {
		return strings.TrimSuffix(sentence(m.wordOf(m.Graph.Edges[0].Type)), ".")
	}
	return m.word("citation map")
}

// TitleOf is the title of the map of one document: its symbol and, on a line of
// its own, its title. It is empty where the corpus holds none or several.
func TitleOf(g *graph.Graph) string {
	var only *graph.Node
	for i := range g.Nodes {
		if !g.Nodes[i].InHand {
			continue
		}
		if only != nil {
			return ""
		}
		only = &g.Nodes[i]
	}
	if only == nil {
		return ""
	}
	name := cmp.Or(only.Label, only.ID)
	if only.Title != "" && only.PrintedTitle() != name {
		name += "\n" + only.PrintedTitle()
	}
	return name
}

// caption says in one line, in the language of the picture, how much it shows of
// what there is and what sizes stand for.
func (m *Map) caption() string {
	if m.chart != "" {
		return m.chart
	}
	nodes, edges := len(m.Graph.Nodes), len(m.Graph.Edges)
	// A number behind its noun and a colon needs no plural in any language.
	s := fmt.Sprintf("%s: %s; %s: %s", m.word("nodes"), ofWhole(nodes, m.WholeNodes), m.word("edges"), ofWhole(edges, m.WholeEdges))
	if size := m.sizing(); size != nil {
		s += "; " + m.word("size by") + ": " + m.measureWord(size.Name)
	}
	return s
}

// ofWhole prints a number and the whole that it is part of: "40/306".
func ofWhole(n, whole int) string {
	if whole <= n {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%d/%d", n, whole)
}

// description says in sentences what the picture shows and how it was cut.
func (m *Map) description() []string {
	out := []string{sentence(m.caption())}
	for _, n := range m.Graph.Notes {
		out = append(out, sentence(plain(noteIn(m.language(), n))))
	}
	return out
}

// sentence makes a statement one that stands by itself.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:] + "."
}

// count prints a number with its noun: "1 node", "2 nodes", "3 entities".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if stem, ok := strings.CutSuffix(noun, "y"); ok {
		return fmt.Sprintf("%d %sies", n, stem)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
