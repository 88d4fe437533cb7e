package authority

import "uncite/extract/record"

// Name is one way in which a language writes an entry.
type Name struct {
	Text string // as a text prints it; the first of a language is official
	// Short marks a name that is common enough to mean other things, and so
	// counts only after the full name or its abbreviation was introduced in
	// the same document: "the Strategy", 《战略》.
	Short bool
}

// Entry is one row of the authority file.
type Entry struct {
	ID        string      // instrument:…, entity:…, state:…
	Kind      record.Kind // instrument, entity or state
	Class     string      // treaty, declaration, strategy …; organ, committee, agency …
	Names     map[string][]Name
	Parent    string   // entity:… of which it is part; entities only
	AdoptedBy []string // canonical symbols of the documents that adopted or annexed it
	Treaties  []string // UNTS/1577/27531, LNTS/94/2138
	Chapter   string   // depositary chapter and number, "IV-11"
	Date      string   // adoption, ISO 8601 or a year
	Source    string   // where the row comes from
}
