// Package block holds what a file format hands over to the structure of a
// document: the decoded text, and the list of blocks that the file shows in
// it. A format knows how its bytes make text and blocks, and nothing of UN
// documents; the structure stage knows UN documents, and nothing of bytes.
package block

import "uncite/extract/record"

// Kind is what a format can tell of a block. It is a hint: the structure
// stage may find that a block of kind Plain is a heading or a note.
type Kind uint8

// The kinds of blocks.
const (
	Plain     Kind = iota // a paragraph of running text, or what the format cannot tell
	Heading               // a title or a section heading
	Item                  // an item of a list, or a numbered paragraph
	Note                  // a footnote or an endnote
	Cell                  // a cell of a table
	Furniture             // a running head or foot, a page number, a job number
)

// Style says how the words of a block are set. Formats without styles leave
// it empty.
type Style uint8

// The styles, which may be combined.
const (
	Bold Style = 1 << iota
	Italic
	Centred
)

// Block is a run of text that a file shows as one: a paragraph, a heading, a
// note, a cell.
type Block struct {
	Kind  Kind
	Style Style
	// Pieces are the spans of the block's words in reading order, without
	// its mark: one span, or more where a page break, a note or a drawn rule
	// stands between the halves.
	Pieces []record.Span
	// Mark is the printed number, letter or sign before the words, as it is
	// printed: "3.", "(b)", "–"; of a note its number: "12". It is empty
	// where the format leaves the mark among the words.
	Mark string
	// Level is the depth of a heading (1 is the title's) or of a list item
	// (1 is the outermost); 0 where the format does not say.
	Level int
	// Table, Row and Column place a cell: the table's number in the file,
	// counted from 1, and the row and column in it, counted from 1. A block
	// of another kind inside a cell bears them too.
	Table, Row, Column int
	// Page is the page on which the block begins, counted from 1; 0 where
	// the format has no pages.
	Page int
	// Torn says that a page break stands before the block, and nothing that the page
	// shows tells whether it goes on with the block before: the words must.
	Torn bool
	// Lead is the span of the words at the head that are set apart, in
	// italics or bold, as the verb of a clause is; empty where none are.
	Lead record.Span
	// Zone is set where the markup itself says in which part of the document
	// the block stands. It counts only in a text with Parts, in which all
	// blocks have one.
	Zone record.Zone
	// Name is what the markup calls the block, where it gives names:
	// "Recalling".
	Name string
}

// Part is one of the documents that a file says it holds, with what its
// metadata, or marked words of the text, say of it. Words stand as the file
// has them: the structure stage reads them.
type Part struct {
	First int // index of its first block
	// Symbol is the document's own, Draft that of the draft that it was
	// adopted from, Meeting that of the meeting that adopted it.
	Symbol, Draft, Meeting string
	Date                   string // ISO 8601
	Session                string // "75", "S-24"
	Title                  string // its number may stand before: "75/291. Title"; one line a title where there are several
	Letter                 string // of a lettered part: "A"
}

// Facts are what a file says of a document beside its words.
type Facts struct {
	Symbol string // the document's own, or an identifier that may be one
	Date   string // ISO 8601, or anything else that is then passed over
	Title  string
}

// Link is an address that the file puts on words.
type Link struct {
	Href string
	Span record.Span
}

// Text is one document file as its format hands it over.
type Text struct {
	// Text is the decoded text; every span points into it. The words of a
	// note stand after the block that bears its mark, and the mark itself
	// among that block's words as raised digits ("¹²").
	Text string
	// Blocks stand in reading order; those of a note after its bearer. There
	// are none where the file shows lines of text and nothing else, as plain
	// text does: the structure stage then makes paragraphs of the lines.
	Blocks []Block
	// Parts are the documents of a file whose markup says where each begins
	// and in which zone each block stands. Without them the structure stage
	// finds documents and zones by the words.
	Parts []Part
	// Links are the addresses that the file puts on its words.
	Links []Link
	// Name tells several texts of one file apart: the identifier of a line of
	// JSON Lines, the path in an archive. It is empty where there is one.
	Name string
	// Facts are what the file says of the document beside its words, as a
	// record of a corpus does; they stand where the words say nothing.
	Facts Facts
	// Lang is the language where the file states it, a code of the record; the
	// structure stage tells it by the words where it is empty.
	Lang string
	// Format and Encoding name what the file was told to be, for the
	// document's facts: "PDF", "windows-1251".
	Format, Encoding string
	// Replaced counts the bytes that the encoding does not know and the characters that
	// were UTF-8 twice, each of which is replaced in Text.
	Replaced int
	// Changes counts the tracked changes of the file, which are read as accepted.
	Changes int
}

// Error is what a format says of a file that it cannot read.
type Error struct {
	Detail string // what was found
	Remedy string // what to do about it
}

// Error returns detail and remedy.
func (e *Error) Error() string { return e.Detail + "; " + e.Remedy }

// Damaged is the error for a file that is not what it begins as.
func Damaged(detail string) *Error {
	return &Error{detail, "get the file again, or save it anew with the program that made it"}
}
