package scan

import (
	"slices"

	"uncite/extract/internal/names"
	"uncite/extract/internal/place"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// scanner is the memory of one scan, kept from document to document.
type scanner struct {
	token.Paragraph
	source string
	reader place.Reader
	kinds  []kind
	laws   []lawWord
	begins token.Set // of the kinds
	offers offers
	// lastUnit is the place of the last word such as annex or paragraph before
	// the token that is read, -1 where the paragraph has none so far.
	lastUnit int

	ownTreaty   bool   // the text has said "the present Convention"
	ownHead     string // the head noun by which the text calls itself, in what zone
	ownZone     record.Zone
	traditional bool   // the document is in characters that the tables do not write
	issuing     string // the body that issued the document
	dated       string // the date of the document, empty where it has none
	conference  string // the conference last named in the paragraph, unless another body that numbers was named since
	opened      string // the body whose opening formula was met last
	numberLine  numberLine
	index       int    // of the paragraph in its document
	council     string // the council last named in full
	commission  string // the commission last named in full
	namedBody   string // the body last named in the paragraph that numbers its resolutions
	zone        record.Zone
	skips       []record.Span  // what stands among the words of the paragraph and is none
	series      string         // the treaty series last named, for "ibid."
	note        [2]int         // mentions of the footnote before: from, to
	notes       map[int][2]int // those of the footnotes by number
	first       int            // mention of the paragraph
	nameEnd     int            // of the name last read: names inside it are none of their own
	venueEnd    int            // of the State last read that only says where a city lies
	group       int32          // of the list that is being read
	definitions []definition
	again       namedAgain
	learned     int // titles among the definitions
	often       often
	cover       []int32 // by byte of the paragraph, the mention that covers it
	list        list
	headings    headings
	cell        record.Cell  // in which the paragraph stands
	records     recordsNamed // the Official Records named last
	ahead       dateRow
	clauses     clauses
	mentions    []Mention
	acts        acts
	titleWords  map[string]names.Words // of the document's titles that no table knows
	levels      names.Levels           // of the words of titles
	counted     counted
	spared      int  // references that the document may have beyond those that it spells
	full        bool // it has as many as it may
	unread      bool // places of it are left unread
	sourcesOf   noteSources
	noteTokens  noteTokens
	quotes      openQuotes
	headParts   map[string]names.Part
	headKeys    map[string][]string // of full names
}

// add appends a mention. The slice grows by doubling: what append gives long slices
// is copied four times as often.
func (s *scanner) add(m Mention) {
	if n := len(s.mentions); n == cap(s.mentions) {
		s.mentions = slices.Grow(s.mentions, n+64)
	}
	s.mentions = append(s.mentions, m)
}

// list is the list of numbers that is being read: its type and owners hold
// for the numbers that follow, until another head is met.
type list struct {
	open   bool
	typ    string
	both   bool // resolutions and decisions
	other  bool
	owners []Owner
	plain  bool // the last number was a bare one
	yearly bool // the list has numbers with their years
	draft  bool // its head called them drafts
	led    bool // its head is a sentence that ends in a colon above its lines
}
