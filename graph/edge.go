package graph

import (
	"fmt"
	"slices"
)

// EdgeType is the relation an edge stands for. It is a number for the memory that a
// million edges take, and of no type that string(t) makes a character of unnoticed, as
// it does of uint8 and int32: go vet refuses that of this one, and go test with it.
type EdgeType int8

// The edge types, in the order in which edges of two nodes are sorted. Rankings
// and maps use Cites unless told otherwise. The last three are no relations that a
// text states: they join the nodes of the networks of package tie.
const (
	AdoptedBy  EdgeType = iota // instrument to the resolution that adopted it
	Amends                     // document to the document it amends
	Cites                      // document to document or instrument
	IssuedBy                   // document to the body that issued it
	Mentions                   // document to entity or State
	PartOf                     // entity to parent; lettered part to resolution
	Supersedes                 // document to the document it replaces

	CoCitation // cited by the same documents
	Coupling   // citing the same documents
	CoMention  // mentioned by the same documents
)

// edgeNames are the names of the edge types, as outputs have them.
var edgeNames = []string{"adopted-by", "amends", "cites", "issued-by", "mentions", "part-of", "supersedes", "cocitation", "coupling", "comention"}

// EdgeTypes are all types of relations that texts and tables state.
var EdgeTypes = []EdgeType{AdoptedBy, Amends, Cites, IssuedBy, Mentions, PartOf, Supersedes}

// String is the name of the type, "part-of".
func (t EdgeType) String() string {
	if t >= 0 && int(t) < len(edgeNames) {
		return edgeNames[t]
	}
	return fmt.Sprintf("edge type %d", int8(t))
}

// MarshalText writes the name of the type.
func (t EdgeType) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads the name of a type.
func (t *EdgeType) UnmarshalText(name []byte) error {
	named, ok := EdgeTypeNamed(string(name))
	if !ok {
		return fmt.Errorf("there is no edge type %q", name)
	}
	*t = named
	return nil
}

// EdgeTypeNamed returns the type of a name.
func EdgeTypeNamed(name string) (EdgeType, bool) {
	i := slices.Index(edgeNames, name)
	return EdgeType(max(i, 0)), i >= 0
}

// Edge is a relation between two nodes. Graphs have millions of them, so that it is
// kept to 32 bytes: what bears it out stands behind a pointer, or in a file.
type Edge struct {
	From, To int32 // indices into Graph.Nodes
	// Weight is the number of references. Language versions of one document
	// count once: the weight is the largest count that any version has, a
	// version being one language in one source. It is 1 for a relation that
	// no reference states, such as a part and its resolution.
	Weight int32
	Year   int16 // year of the citing document; 0 where unknown
	Type   EdgeType
	// Numbered tells whether one of the citations names the target by a number.
	Numbered bool
	// Grounds are the treatments and the citations; nil where there are none. Edges
	// may share them, so that they are replaced and never changed.
	Grounds *Grounds
	// Cited says where Graph.Cite finds the citations; zero where the graph was not
	// built with Places.
	Cited Cited
}

// Cited are citations of a graph that was built with Places: the number of the first,
// and how many there are.
type Cited struct{ First, Claims uint32 }

// Grounds are what bears out an edge.
type Grounds struct {
	Treatments []string // sorted, without repeats
	// Times are how many citations have each of the treatments, all language versions
	// counted; nil where there is but one treatment.
	Times []int32
	// Evidence are the citations, none where the graph was built for its counts.
	Evidence []Evidence
}

// NewEdge returns the edge of so many references between two nodes, by their places
// in Graph.Nodes.
func NewEdge(from, to int, t EdgeType, references int) Edge {
	return Edge{From: int32(from), To: int32(to), Type: t, Weight: int32(references)}
}

// Times are how many citations have each of the treatments, at the same place; nil where
// there are not two.
func (e *Edge) Times() []int32 {
	if e.Grounds == nil {
		return nil
	}
	return e.Grounds.Times
}

// Treatments are what the clauses do in which the citations stand, sorted, without
// repeats.
func (e *Edge) Treatments() []string {
	if e.Grounds == nil {
		return nil
	}
	return e.Grounds.Treatments
}

// Evidence are the citations, none where the graph was built for its counts. They
// belong to the graph.
func (e *Edge) Evidence() []Evidence {
	if e.Grounds == nil {
		return nil
	}
	return e.Grounds.Evidence
}

// shortYear is a year as edges keep it; what no calendar has is unknown.
func shortYear(year int) int16 {
	if year != int(int16(year)) {
		return 0
	}
	return int16(year)
}
