package scan

import (
	"strconv"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/record"
)

// Mention is what the words of one citation spell, before anything is known
// of what they point to.
type Mention struct {
	Rule       string // the rule that found it
	Paragraph  int    // index into Document.Paragraphs
	Start, End int    // in the source text
	Pinpoint   string
	Date       string // printed with the citation, ISO 8601
	Verb       string // the clause's verb as printed
	Treatment  string

	// A number, where Symbol, Treaty, Entries and Title are empty.
	Number number
	// Turns tells that print may have turned the number round.
	Turns   bool
	Part    byte   // letter of the part, 0 for none
	Type    string // resolution, decision, or empty
	Owners  []Owner
	Named   string // the body last named in the paragraph that numbers its resolutions
	Council string // the council last named in full, SC, ECOSOC or HRC
	// Commission is the commission last named in full: a key of the lexicon
	// or an identifier of the authority tables.
	Commission string

	Symbol string      // a document symbol in canonical form
	Kind   record.Kind // of the symbol
	Alias  bool        // Symbol's words name the document of the mention before
	// Apposition is set where the symbol stands in brackets right behind the
	// mention before, and so explains it.
	Apposition bool

	// Supplement says why a supplement to Official Records has no Symbol.
	Supplement string

	Treaty string // UNTS/1577/27531

	Entries []*authority.Entry // what a name of the authority file may stand for
	Short   bool               // the name is one of the short ones
	Title   string             // the words of a title between title marks
	Note    int                // number of the footnote that hangs on the words, 0 for none

	// Same are the mentions, by index, whose target this one has too: "ibid.",
	// "that resolution", a name that the document has defined. All says that
	// it means every one of them, else they are what it may mean.
	Same []int
	All  bool
	// Dated is set where a document is cited by its date alone, without a
	// number.
	Dated bool

	group int // numbers of one list have the same
}

// Owner is a body that the words around a number name as its author.
type Owner struct {
	Key string // GA, SC, HRC … of the lexicon; "own" for its, 其; else the identifier of a body
	By  string // before, after, own, subject, list, adopter; later: behind the resolutions joined to this one
	// Gender is that of the body that "its" means, "his" or "her", in languages
	// whose possessives tell; else "its".
	Gender string
}

// Form tells the shape of a mention's number.
func (m *Mention) Form() string {
	return [...]string{"plain", "slashed", "yearly", "roman", "special", "chapter", "conference", "lettered"}[m.Number.form]
}

// A and B are the numbers on both sides of the slash, or the number and its
// year.
func (m *Mention) A() int { return m.Number.a }

// B is the second number: behind the slash, or the year in brackets.
func (m *Mention) B() int { return m.Number.b }

// Turned returns the mention with its number turned round, as print of a
// script from right to left may have it: 37/32 for 32/37, S-32/1 for S-1/32.
// It is false for a number that has no two sides.
func (m *Mention) Turned() (*Mention, bool) {
	t := *m
	n := &t.Number
	switch kind := strings.LastIndexByte(n.session, '-') + 1; n.form {
	case slashed:
		n.a, n.b = n.b, n.a
	case special:
		was, err := strconv.Atoi(n.session[kind:])
		if err != nil {
			return nil, false
		}
		n.session, n.b = n.session[:kind]+strconv.Itoa(n.b), was
	default:
		return nil, false
	}
	t.Turns = false
	return &t, m.Turns
}

// Session is the session as spelled: XXI, S-VI, S-24, CP.21.
func (m *Mention) Session() string { return m.Number.session }
