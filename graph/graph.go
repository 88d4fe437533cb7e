// Package graph links the references of many documents into one directed
// citation graph of documents, instruments, UN entities and States.
package graph

import (
	"cmp"
	"slices"
	"strings"

	"uncite/extract/record"
)

// Node is a document, instrument, entity or State.
type Node struct {
	ID   string // canonical identifier
	Kind record.Kind
	// Aliases are the other identifiers of the node, sorted: the symbols of the
	// document that adopted an instrument, the second symbol of a document that
	// has two. Also are the kinds that it has by them. Both are mostly empty.
	Aliases []string
	Also    []record.Kind

	Label string // what a picture prints: the identifier, or a short title
	Title string // official title where known
	// TitleCited is true where neither the document nor the tables give the title, and
	// it is the words of sentences that cite the document.
	TitleCited bool
	// Titles are the titles by language, where the graph was built with AllTitles.
	Titles map[string]string
	Body   string // issuing body, entity:…; empty where unknown
	Date   string // ISO 8601, or a year alone; empty where unknown
	Year   int    // 0 where unknown
	Link   string // undocs.org address of a document; empty where there is none
	// Agenda is the agenda item of a document in hand, "72 (b)"; several have
	// commas between. It is empty where the document does not say.
	Agenda string
	// InHand is true where the corpus holds the document itself and false
	// where it is only cited.
	InHand bool
	// Texts are the texts of the corpus that are this document, in the order of
	// their names: language versions, copies, issues of it in other formats. They
	// are none where InHand is false.
	Texts []Text
	// Tabled is true where no text of the corpus names the node: it is there
	// because the authority tables, or the symbol of a lettered part, lead to
	// it from a node that one does.
	Tabled bool
}

// Text is a text of the corpus: its source, as references name it, and language.
type Text struct {
	Source string `json:"source"`
	Lang   string `json:"lang"`
}

// Is tells whether the node answers to a kind: its own, or that of one of its
// aliases, as an instrument does to that of the resolution that adopted it.
func (n *Node) Is(kind record.Kind) bool {
	return n.Kind == kind || slices.Contains(n.Also, kind)
}

// IsDocument tells whether the node is, or has the symbol of, a document of the
// United Nations.
func (n *Node) IsDocument() bool {
	return document(n.Kind) || slices.ContainsFunc(n.Also, document)
}

// Unknown tells whether the node is a name that no table knows.
func (n *Node) Unknown() bool { return strings.HasPrefix(n.ID, titleScheme) }

// Symbol is the document symbol of the node: its identifier, or the first of its
// aliases that is one; empty where it has none.
func (n *Node) Symbol() string {
	if document(n.Kind) && isSymbol(n.ID) {
		return n.ID
	}
	if i := slices.IndexFunc(n.Aliases, isSymbol); i >= 0 {
		return n.Aliases[i]
	}
	return ""
}

// PrintedTitle is the title as people read it: in quotation marks where it is but the
// words of a citing sentence.
func (n *Node) PrintedTitle() string {
	if n.TitleCited && n.Title != "" {
		return "“" + n.Title + "”"
	}
	return n.Title
}

// TitleSource is "citation" where the title is TitleCited, and else empty.
func (n *Node) TitleSource() string {
	if n.TitleCited {
		return "citation"
	}
	return ""
}

// When is the date, or the year alone where only that is known; empty where
// neither is.
func (n *Node) When() string { return cmp.Or(n.Date, year(n.Year)) }

// Presence says how a node comes to be in a graph.
type Presence string

// The three ways.
const (
	PresentInHand Presence = "in hand"         // the corpus holds it
	PresentCited  Presence = "only cited"      // a text of the corpus names it
	PresentTabled Presence = "from the tables" // no text names it
)

// Presence returns the way in which the node is there.
func (n *Node) Presence() Presence {
	switch {
	case n.InHand:
		return PresentInHand
	case n.Tabled:
		return PresentTabled
	}
	return PresentCited
}

// Evidence is one citation behind an edge.
type Evidence struct {
	Source, Lang string
	Zone         record.Zone
	Paragraph    string
	Pinpoint     string
	Treatment    string
	Verb         string
	Status       record.Status
	Start, End   int // byte offsets in the decoded text of Source
	Text         string
}

// Graph is a directed graph whose nodes are sorted by identifier and whose
// edges are sorted by From, To and Type.
type Graph struct {
	Nodes []Node
	Edges []Edge
	// Notes say in words how the graph was cut or filtered, in the order it
	// happened; every output states them.
	Notes []string
	// Warnings name what cannot be right, such as a citation that points
	// forward in time, one sentence each, sorted.
	Warnings []string
	// Announced is the number of citations of instruments, by their titles, that
	// were adopted later; they are no warnings.
	Announced int

	// Places are those of the citations, for Cite; nil where it was not built with them.
	Places *Places
}

// Index returns the place in Nodes of the node with the identifier or, where
// there is none, of that which has it for an alias, and false where neither is.
func (g *Graph) Index(id string) (int, bool) {
	i, ok := slices.BinarySearchFunc(g.Nodes, id, func(n Node, id string) int {
		return cmp.Compare(n.ID, id)
	})
	if ok {
		return i, true
	}
	i = slices.IndexFunc(g.Nodes, func(n Node) bool { return slices.Contains(n.Aliases, id) })
	return max(0, i), i >= 0
}

// Out returns the edges that leave the node at index i, sorted by To and
// Type. The slice belongs to the graph.
func (g *Graph) Out(i int) []Edge {
	from := func(e Edge, i int) int { return cmp.Compare(int(e.From), i) }
	lo, _ := slices.BinarySearchFunc(g.Edges, i, from)
	hi, _ := slices.BinarySearchFunc(g.Edges[lo:], i+1, from)
	return g.Edges[lo : lo+hi]
}

// In returns the edges that reach the node at index i, sorted by From and
// Type. It reads all edges of the graph.
func (g *Graph) In(i int) []Edge {
	var in []Edge
	for _, e := range g.Edges {
		if int(e.To) == i {
			in = append(in, e)
		}
	}
	return in
}
