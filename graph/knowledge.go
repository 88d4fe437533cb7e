package graph

// Description is what is known of a node beyond the references to it.
type Description struct {
	Label     string            // short title for a picture
	Title     string            // official title
	Titles    map[string]string // by language; may be nil, and is only read
	Lang      string            // of label and title, where it is not the one asked for
	Date      string            // adoption or publication, ISO 8601 or a year
	Body      string            // issuing body, entity:…
	Link      string            // address of the text
	Parent    string            // what the node is part of
	AdoptedBy []string          // canonical symbols, the adopting one first
	Mentioned bool              // texts mention the node, they do not cite it: goals
	// SameAs is the instrument that a document adopted or annexed, where the
	// two are one thing: it adopted no other, or its title is that of this one.
	SameAs string
}

// Knowledge describes nodes by their canonical identifiers. Build asks it once
// for each node and works without it.
type Knowledge interface {
	Describe(id string) (Description, bool)
}

// nothing is the Knowledge that knows no node.
type nothing struct{}

func (nothing) Describe(string) (Description, bool) { return Description{}, false }
