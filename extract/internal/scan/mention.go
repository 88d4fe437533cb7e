package scan

import (
	"uncite/extract/authority"
	"uncite/extract/internal/token"
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

	// Act is the resolution or decision that is cited by its number or, where
	// Dated is set, by its date alone; nil for all others.
	Act   *Act
	Dated bool

	// Symbol is a document symbol in canonical form or, where Kind says treaty,
	// a number in a treaty series: UNTS/1577/27531.
	Symbol string
	Kind   record.Kind
	Alias  bool // Symbol's words name the document of the mention before
	// Apposition is set where the symbol stands in brackets right after the
	// mention before, and so explains it.
	Apposition bool

	// Unknown says why a document that the words name has no Symbol: a
	// supplement to Official Records, a series of none of the United Nations.
	Unknown string

	Short     bool               // the name is one of the short ones
	Entries   []*authority.Entry // what a name of the authority file may stand for
	Nth       int                // number of the conference in the series of its entry, 0 for the entry itself
	Title     string             // the words of a title between title marks, or of another name that no table knows
	Treaty    *authority.Entry   // the one under which those meet whom a title names
	Of        *Mention           // the short name of that treaty, or of one to which a protocol is, "the Convention", where it is not named in full
	Body      *Mention           // the short name of the body whose statute the short name is: "the Statute of the Agency"
	Parties   string             // what they are called in all languages
	Organ     bool               // of that treaty and of none of those who meet: "the Assistance Fund under the Agreement"
	Year      string             // that stands with a protocol
	Protocols bool               // several protocols to Treaty, to that of the one in Entries, or to the one named before, which the words do not tell one by one
	Count     int                // how many they are, where ordinals tell; Nth is the one of these
	Thereto   bool               // a protocol, by a short name, to the treaty that was named before: "the Protocol thereto"
	Behind    bool               // "of" before the title, in a script without blanks, ends words that tell of it
	Head      string             // key of the head noun of a short name
	Heads     []string           // keys of those by which a title may be recalled
	Whole     bool               // the title is that of a protocol: one with a number before it is another
	Counted   string             // the title without the number before it: "Forum", of "the thirteenth Forum"
	Ordinal   string             // the words of the number before a short name or a title
	Rank      int                // the number that they are
	Number    int                // right beside a short name: of the resolution that founded the body
	Weak      bool               // nothing but its head tells that the title is one
	// Untold: the title tells of no one thing, unless the note that hangs on it does.
	Untold   bool
	Clean    bool               // the title ends at a mark
	Bound    bool               // a word that agrees with the head of the title binds the complement to it
	Reported bool               // a report or the like "of" the title stands before it
	Dropped  bool               // the mention is none: a title that nothing bears out, or a name inside one
	Pointed  bool               // the words before a short name point back: "that Convention"
	This     bool               // "this" stands before the short name, in a language in which that may be the document's own or one named just before
	Passed   bool               // a head noun stands nearer to such a short name than any name of that head in its paragraph, of something not read
	Owned    bool               // "its" stands before the short name
	OfUN     bool               // the short name is said of the United Nations, named right before it
	Definite bool               // an article stands before the short name
	Near     bool               // the short name is a word of daily use, short for what its paragraph has named alone
	Called   []*authority.Entry // those that the tables call so, which may stand in any paragraph
	Tied     bool               // a preposition that is one with its word ties a noun to the short name
	GoesOn   bool               // a word stands behind the short name with which a longer one may go on
	Told     bool               // the short name is more than a head noun
	Made     bool               // behind the short name stands by what the thing was founded
	OwnRules bool               // the rules of procedure of the body that issued the document
	By       *Adopter           // who, as the words say, adopted the instrument for which a short name stands
	Foreign  string             // why a short name means nothing that a table knows
	Note     int                // number of the footnote that hangs on the words, 0 for none

	// Same are the mentions, by index, whose target this one has too: "ibid.",
	// "that resolution", a name that the document has defined. All says that
	// it means every one of them, else they are what it may mean.
	Same []int
	All  bool
	// Many is how many documents the words stand for, where they are more than
	// one citation may name or than are left to the text: they are counted then,
	// and not listed.
	Many int
}

// Act is what the words around a number, or a date, say of a resolution or
// decision.
type Act struct {
	token.Numeral
	at         int32        // where the number begins in the normalised text
	group      int32        // numbers of one list have the same
	Turns      bool         // print may have turned the number round
	Shared     string       // a date that may be this number\'s too, if it fits: that of the number joined to it
	Part       token.Letter // of a part, 0 for none
	Type       string       // resolution, decision, or empty
	Year       int          // the year in brackets behind a number with a session, 0 for none: "31/27 (2016)"
	Draft      bool         // the words call it a draft
	Both       bool         // the words before were "resolutions and decisions": Type is the last of them
	Owners     []Owner
	Named      string // the body last named in the paragraph that numbers its resolutions
	Opened     string // the body with whose opening formula the text began, "The General Assembly,"
	Council    string // the council last named in full, SC, ECOSOC or HRC
	Conference string // the conference named in the paragraph with no other body that numbers after it: an identifier
	Commission string // the commission last named in full: a key of the lexicon or an identifier
}

// Owner is a body that the words around a number name as its author.
type Owner struct {
	Key string // GA, SC, HRC … of the lexicon; "own" for its, 其; the identifier of a body; ReportKey and a symbol
	By  string // before, after, own, subject, list, adopter, report; later: after the resolutions joined to this one
	// Gender is that of the body that "its" means, "his" or "her", in languages
	// whose possessives tell; else "its".
	Gender string
	// Loose tells that the body stands in a title or in another clause than its
	// number, which may be another's.
	Loose bool
}

// numbered reports whether a number is cited.
func (m *Mention) numbered() bool { return m.Act != nil && !m.Dated }

// ofState reports whether the mention is that of a State by its name.
func (m *Mention) ofState() bool {
	return len(m.Entries) > 0 && m.Entries[0].Kind == record.State && m.Title == ""
}

// Turned returns the mention with its number turned round, where it has two sides.
func (m *Mention) Turned() (*Mention, bool) {
	n, ok := m.Act.Turned()
	if !ok {
		return nil, false
	}
	t, act := *m, *m.Act
	act.Numeral, act.Turns = n, false
	t.Act = &act
	return &t, true
}

// acts are the acts of a document, in blocks that stay where they are:
// mentions point into them.
type acts struct {
	blocks [][]Act
	n      int
}

const actsOfBlock = 64

func (a *acts) add(act Act) *Act {
	block, at := a.n/actsOfBlock, a.n%actsOfBlock
	if block == len(a.blocks) {
		a.blocks = append(a.blocks, make([]Act, actsOfBlock))
	}
	p := &a.blocks[block][at]
	*p = act
	a.n++
	return p
}
