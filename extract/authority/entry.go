package authority

import (
	"uncite/extract/lang"
	"uncite/extract/record"
)

// Name is one way in which a language writes an entry. A star at the end of a
// word stands for up to four letters of ending.
type Name struct {
	Text string // as a text prints it; the first of a language is official
	// Short marks a name that is common enough to mean other things, and so
	// counts only after the full name or its abbreviation was introduced in
	// the same document: "the Strategy", 《战略》.
	Short bool
	// Former marks a name that the thing has no more: older texts print it, and
	// no picture does.
	Former bool
}

// Entry is one row of the authority file.
type Entry struct {
	ID        string      // instrument:…, entity:…, state:…
	Kind      record.Kind // instrument, entity or state
	Class     string      // treaty, declaration, strategy …; organ, committee, agency …
	Names     map[string][]Name
	Parent    string   // identifier of what it is part of: a body, or the instrument of a goal, a meeting of parties
	Former    []string // identifiers of those whose place it took
	AdoptedBy []string // canonical symbols of the documents that adopted, annexed or founded it
	Treaties  []string // UNTS/1577/27531, LNTS/94/2138
	Chapter   string   // depositary chapter and number, "IV-11"
	Date      string   // adoption or founding, ISO 8601 or a year
	// NotAfter and NotBefore are words that must not stand right before and
	// right after a name, because the two together mean something else.
	NotAfter, NotBefore []string
	Note                string // what an editor should know: why a language has no name
	Source              string // where the row comes from
}

// Goals is the class of goals and targets, such as the Sustainable
// Development Goals: instruments that are part of another one, and that texts
// mention rather than cite.
const Goals = "goals"

// Official returns the official name in a language, or in English where the
// language has none.
func (e *Entry) Official(code string) string {
	for _, code := range []string{code, lang.Fallback()} {
		if names := e.Names[code]; len(names) > 0 {
			return names[0].Text
		}
	}
	return e.ID
}

// Resolution is one row of the catalogue of documents.
type Resolution struct {
	Symbol string
	Date   string            // ISO 8601, or a year
	Titles map[string]string // by language, official where known
	Source string
}
