package record

// Zone is the part of a UN document in which words stand.
type Zone string

// The zones of the reference record.
const (
	Masthead  Zone = "masthead"  // symbol, date, session, agenda item, draft: facts about the document
	Preamble  Zone = "preamble"  // preambular paragraphs
	Operative Zone = "operative" // operative paragraphs
	Annex     Zone = "annex"     // annexes, enclosures, appendices
	Footnote  Zone = "footnote"  // notes at the foot of a page
	Heading   Zone = "heading"   // title and section headings
	Body      Zone = "body"      // text of documents that are not resolutions
)

// Span is a half-open range of byte offsets into Document.Text.
type Span struct{ Start, End int }

// Paragraph is a run of text that is read together. A paragraph that a page
// break cut in two, with footnotes between its halves, is one Paragraph of
// two Pieces. A text may have millions of them, so that one takes 48 bytes, and
// shares what it can with its neighbours.
type Paragraph struct {
	*Standing // never nil
	// Number is the printed number of an operative paragraph ("42",
	// "3 (b)"), "p3" for the third preambular paragraph, "n12" for
	// footnote 12, empty elsewhere.
	Number string
	// Pieces are the spans of the paragraph's words in reading order,
	// without the printed number, the note mark and the lines between.
	Pieces []Span
}

// Standing is what paragraphs may have in common. It is shared, so that it is
// replaced and never changed.
type Standing struct {
	Zone Zone
	// Section is the printed number of the section, "II", in a resolution that
	// numbers its paragraphs afresh in each; empty elsewhere.
	Section string
	// Skips are spans within the pieces, in order, that are no words: the
	// hyphen at the end of a line that parts a word, with the line break, and
	// note marks that print did not raise. Who reads the words leaves them out.
	Skips []Span
	// Cell is the paragraph's place in a table, zero outside tables.
	Cell Cell
}

// In is the standing of paragraphs of a zone that have nothing else to tell.
func In(zone Zone) *Standing { return &Standing{Zone: zone} }

// Cell places a paragraph in a table of its document: the table's number in
// the file, and the row and column in it, all counted from 1.
type Cell struct{ Table, Row, Column int32 }

// Link is an address that a file puts on words of its text.
type Link struct {
	Href string
	Span Span
}

// Document is one UN document as it was read. A file that holds several
// resolutions is several Documents that share Source and Text.
type Document struct {
	Source string // the file as given on the command line
	Lang   string // ar en es fr ru zh
	Text   string // the decoded text of the source; every offset points into it

	Format   string // what the file was told to be: "plain text", "PDF"
	Encoding string // how its text was encoded; empty where the format allows one encoding only
	// Replaced counts the bytes of the file that its encoding does not know, and the
	// characters that were UTF-8 twice; each is replaced in Text. Of a file of several documents the first has the count.
	Replaced int
	// Changes counts the changes that a word processor tracked in the file; Text has
	// them accepted. Of a file of several documents the first has the count.
	Changes int

	Symbol     string   // canonical own symbol, A/RES/75/291; empty when it cannot be told
	Aliases    []string // further symbols of the same document: S/2020/773 of A/74/976-S/2020/773
	Body       string   // issuing body: entity:general-assembly
	Session    string   // "75", "S-24", "ES-10"; empty for bodies without sessions
	Date       string   // adoption or publication date, ISO 8601
	Title      string
	AgendaItem string // "72 (b)"
	Draft      string // symbol of the draft it was adopted from
	Meeting    string // symbol or number of the meeting that adopted it

	// MastheadSymbols are all document symbols printed in the masthead with
	// their spans: the own symbol, the draft, the report it came from.
	MastheadSymbols []Span

	Paragraphs []Paragraph
	// Links are the addresses that the file puts on the document's words.
	Links []Link
}
