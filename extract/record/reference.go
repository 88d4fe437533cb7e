package record

// Kind is the kind of thing a reference points to, and so of a node.
type Kind string

// The kinds of the reference record.
const (
	Resolution Kind = "resolution"
	Decision   Kind = "decision"
	Report     Kind = "document" // any other UN document symbol
	Treaty     Kind = "treaty"   // a registered treaty that has no name here
	Instrument Kind = "instrument"
	Entity     Kind = "entity"
	State      Kind = "state"
	// What is named beside these.
	Publication Kind = "publication" // a book or periodical
	Law         Kind = "law"         // of a State
	Case        Kind = "case"        // before a court: a judgment, order or opinion
)

// Status says whether a reference found its target.
type Status string

// The states of resolution. Only resolved references make edges by default.
const (
	Resolved     Status = "resolved"
	Ambiguous    Status = "ambiguous"    // two or more targets fit; Note names them
	Unresolved   Status = "unresolved"   // no target; Note says why
	Contradicted Status = "contradicted" // date or year against the number; Note says how
)

// Reference is one citation in one document: the record that
// `uncite extract --format jsonl` prints, a line each.
type Reference struct {
	Source    string `json:"source"`
	Document  string `json:"document"`
	Lang      string `json:"lang"`
	Zone      Zone   `json:"zone"`
	Paragraph string `json:"paragraph"`
	Section   string `json:"section,omitempty"`
	Kind      Kind   `json:"kind"`
	Target    string `json:"target"`
	Symbol    string `json:"symbol"`
	Pinpoint  string `json:"pinpoint"`
	Treatment string `json:"treatment"`
	Verb      string `json:"verb"`
	Text      string `json:"text"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Date      string `json:"date"`
	Rule      string `json:"rule"`
	Status    Status `json:"status"`
	Note      string `json:"note"`

	// Title is set on a document's own masthead reference only: the title
	// under which the document was read.
	Title string `json:"title,omitempty"`
	// Aliases are the further symbols of the document, on the same reference
	// only: S/2020/773 of A/74/976-S/2020/773.
	Aliases []string `json:"aliases,omitempty"`
	// Agenda is the agenda item of the document, "72 (b)", on the same reference
	// only; several have commas between.
	Agenda string `json:"agenda,omitempty"`
	// Replaced counts the bytes of the file that its encoding does not know and the
	// characters that were UTF-8 twice, each replaced in the text; on the same reference only.
	Replaced int `json:"replaced,omitempty"`
}

// DateRule begins the rule of a reference that cites a document by its date
// and body alone; the body's name follows, "date:general-assembly". Such a
// reference is unresolved until a corpus holds exactly one document that fits.
const DateRule = "date:"

// LinkRule is the rule of a reference that only a link of the file states.
const LinkRule = "link"

// BoundRule is the rule of a reference that cites nothing and says what of a
// text was left unread, because no document that people read has so much.
const BoundRule = "bound"
