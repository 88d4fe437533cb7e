package scan

import (
	"math/bits"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/names"
	"uncite/extract/internal/place"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// Scanner finds the citations of documents in one language. It is not safe
// for concurrent use; make one for each goroutine.
type Scanner struct{ s scanner }

// NewScanner returns a scanner for documents in the language.
func NewScanner(l *Language) *Scanner {
	sc := &Scanner{scanner{
		Paragraph: token.NewParagraph(l.Language), reader: place.NewReader(l.Language, l.places),
		laws: l.laws, levels: names.Levels{Of: l.Naming},
	}}
	sc.s.seek(kinds)
	return sc
}

// Document returns the mentions of a document in reading order. The slice is
// the caller's until the next call.
func (sc *Scanner) Document(d *record.Document) []Mention {
	s := &sc.s
	s.source, s.mentions, s.council, s.commission, s.definitions, s.group = d.Text, s.mentions[:0], "", "", s.definitions[:0], 0
	s.headings, s.opened, s.numberLine = headings{columns: s.headings.columns[:0]}, "", numberLine{}
	s.series, s.note, s.clauses, s.records = "", [2]int{}, clauses{all: s.clauses.all[:0]}, recordsNamed{}
	s.acts.n, s.issuing, s.dated = 0, d.Body, d.Date
	clear(s.notes)
	clear(s.again)
	s.learned, s.often.known = 0, false
	s.ownTreaty, s.ownHead, s.ownZone = false, "", ""
	s.traditional = s.inTraditional(d.Text)
	s.beginBounds(len(d.Text))
	for i := range d.Paragraphs {
		s.paragraph(i, &d.Paragraphs[i])
	}
	s.settleTitles()
	return s.mentions
}

func (s *scanner) paragraph(index int, p *record.Paragraph) {
	first := len(s.mentions)
	s.index = index
	s.list, s.zone, s.namedBody, s.conference, s.skips, s.cell = list{}, p.Zone, "", "", p.Skips, p.Cell
	s.beginClauses(p)
	windows(s.source, p.Pieces, func(part []record.Span) { s.window(index, part) })
	s.endClauses(p)
	s.noteNumberLine(index, first, p)
	if p.Zone == record.Footnote {
		s.note, s.sourcesOf = [2]int{first, len(s.mentions)}, noteSources{}
		s.keepNote(p.Number)
	}
}

// window reads a part of a paragraph, nearly always the whole of it. A later
// part goes on with the list and the clause of the one before.
func (s *scanner) window(index int, pieces []record.Span) {
	s.Reset()
	for i, piece := range pieces {
		if i > 0 {
			s.joinPieces(piece.Start)
		}
		s.addPiece(piece)
	}
	s.Read()
	s.noteTokens.known, s.quotes.known = false, false
	s.reader.BeginPart(len(s.Text.Bytes))
	s.underHeading()
	s.first, s.nameEnd, s.venueEnd = len(s.mentions), 0, 0
	s.cite()
	s.tellUnread()
	s.settleRow()
	s.share()
	s.forgetReportTitle(s.first)
	s.definedNames(s.first)
	s.noteAdopters(s.first)
	s.notePointed(s.first)
	s.giveClauses(s.first)
	for i := s.first; i < len(s.mentions); i++ {
		m := &s.mentions[i]
		m.Paragraph = index
		m.Start, m.End = s.Text.Span(s.source, m.Start, m.End)
		for _, within := range [2]*Mention{m.Body, m.Of} {
			if within != nil {
				within.Start, within.End = s.Text.Span(s.source, within.Start, within.End)
			}
		}
	}
}

// addPiece adds the words of a piece, without what stands among them and is
// none: hyphens at the ends of lines, note marks.
func (s *scanner) addPiece(piece record.Span) {
	for _, skip := range s.skips {
		if skip.Start >= piece.Start && skip.End <= piece.End {
			s.Text.Add(s.source, piece.Start, skip.Start)
			piece.Start = skip.End
		}
	}
	from := len(s.Text.Bytes)
	s.Text.Add(s.source, piece.Start, piece.End)
	if s.traditional {
		s.simplify(s.Text.Bytes[from:])
	}
}

// joinPieces closes the gap that a page break tore into a paragraph.
func (s *scanner) joinPieces(at int) {
	n := len(s.Text.Bytes)
	if n == 0 || s.Lang.Unsegmented || s.Text.Bytes[n-1] == ' ' || s.Text.Bytes[n-1] == '/' {
		return
	}
	s.Text.Join(' ', at)
}

// cite reads the citations of the paragraph's tokens, in order.
func (s *scanner) cite() {
	s.lastUnit = -1
	for k := 0; k < len(s.Tokens); {
		kinds := s.Tokens[k].Kinds
		if kinds&(s.begins|context|voice) == 0 {
			k++ // most tokens only stand between
			continue
		}
		if s.isFull(k) {
			return
		}
		if kinds&voice != 0 {
			s.clauseAt(k)
		}
		if kinds&context != 0 {
			s.noteContext(k)
		}
		if kinds&s.begins == 0 {
			k++
			continue
		}
		k = s.citation(k)
	}
}

// citation adds the mentions that token k begins, and returns the token that
// is to be looked at next.
func (s *scanner) citation(k int) int {
	classes := s.Tokens[k].Kinds
	for asked := s.offers.to(classes & s.begins); asked != 0; asked &= asked - 1 {
		kind := &s.kinds[bits.TrailingZeros64(asked)]
		if classes&kind.not != 0 || s.zone == record.Masthead && !kind.masthead {
			continue
		}
		if next := kind.read(s, k); next > 0 {
			return next
		}
	}
	return k + 1
}

// context are the classes of tokens that a later citation may look back to.
var context = token.SetOf(token.Owner, token.Unit)

// noteContext keeps what a later citation may look back to: places and bodies.
func (s *scanner) noteContext(k int) {
	t := &s.Tokens[k]
	if t.Is(token.Unit) && !t.Is(token.Type) {
		s.lastUnit = int(t.Start)
	}
	if t.Is(token.Owner) {
		s.noteFormula(k)
		s.noteBody(t)
	}
}

// isConference reports whether an entry is a conference that the words name in
// full.
func isConference(e *authority.Entry, short bool) bool {
	return !short && (e.Class == conferenceClass || e.Class == "assembly")
}

// noteBody keeps the body that the owner at t names, for a later "its".
func (s *scanner) noteBody(t *token.Token) {
	key := s.Value(t, token.Owner)
	s.conference = ""
	if t.Is(token.Name) && s.NamesAny(t, isConference) {
		s.conference = key
	}
	if s.namesCommission(t) {
		s.commission = key
	}
	switch key {
	case "COUNCIL", "COMMISSION", "foreign", "COP":
	case "SC", "ECOSOC", "HRC":
		s.council, s.namedBody = key, key
	default:
		if !t.Is(token.Name) || key == s.commission || !strings.HasPrefix(key, entityPrefix) {
			s.namedBody = key
		}
	}
}
