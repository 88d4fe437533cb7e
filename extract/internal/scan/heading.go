package scan

import (
	"bytes"
	"slices"

	"uncite/extract/internal/char"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// maxTableLine is how long a line below a heading may be without ending what it
// heads, in letters: titles stand between the numbers, prose does not.
const maxTableLine = 240

// headings are the lists that lines and cells above have opened for the numbers
// below them.
type headings struct {
	line    list         // of a line that is only an owner and a type word
	within  int32        // the table in which that line stands, 0 for none
	table   int32        // the table that is read
	columns []columnHead // its columns that are headed
}

// columnHead is the list that the head of a column opens: "Resolution number".
type columnHead struct {
	column int32
	list   list
}

// enter begins the paragraph that stands in the cell, or outside all tables.
func (h *headings) enter(cell record.Cell) {
	if cell.Table != h.table {
		h.table, h.columns = cell.Table, h.columns[:0]
	}
	if h.within != 0 && h.within != cell.Table {
		h.line, h.within = list{}, 0
	}
}

// over returns the list that is open for the cell, that of its column first.
func (h *headings) over(cell record.Cell) list {
	for _, c := range h.columns {
		if c.column == cell.Column && cell.Table != 0 {
			return c.list
		}
	}
	return h.line
}

// open keeps the list that a heading in the cell opens. The head of a column
// other than the first heads that column alone; the first may be a line that
// runs over all.
func (h *headings) open(cell record.Cell, l list) {
	if cell.Table == 0 || cell.Column == 1 && len(l.owners) > 0 {
		h.line, h.within = list{}, cell.Table
		if len(l.owners) > 0 {
			h.line = l
		}
		return
	}
	h.columns = slices.DeleteFunc(h.columns, func(c columnHead) bool { return c.column == cell.Column })
	h.columns = append(h.columns, columnHead{cell.Column, l})
}

// headingParts are the classes of tokens of a line that is only an owner and a type
// word: "General Assembly resolutions", "Resolutions of the Council", and of a
// cell that heads a column: "Resolution number".
var headingParts = token.SetOf(token.Owner, token.Type, token.Of, token.Name, token.And, token.No)

// underHeading opens the list that a line or a cell above heads, where the
// paragraph begins with a number; a paragraph that is such a line itself heads
// what follows.
func (s *scanner) underHeading() {
	s.headings.enter(s.cell)
	if typ, ok := s.isHeading(); ok {
		var h head
		s.takeHead(typ, &h)
		s.headings.open(s.cell, list{open: true, typ: h.typ, owners: h.owners, plain: true, both: h.both})
		return
	}
	if typ, ok := s.leadsLines(); ok {
		var h head
		s.takeHead(typ, &h)
		s.headings.line, s.headings.within = list{open: true, typ: h.typ, owners: h.owners, both: h.both, led: true}, s.cell.Table
		return
	}
	over := s.headings.over(s.cell)
	switch {
	case !over.open || s.list.open:
	case over.led:
		if s.item() {
			s.list = over
		} else {
			s.headings.line = list{}
		}
	case s.cell.Table == 0 && !s.Within(0, int32(len(s.Text.Bytes)), maxTableLine):
		s.headings.line = list{}
	case len(s.Tokens) > 0 && s.Tokens[0].Start == 0 && s.numberLeads() && s.listed():
		s.list = over
	}
}

// numberLeads reports whether the paragraph begins with a number, behind its sign or without: "第47/1号".
func (s *scanner) numberLeads() bool {
	return s.NumberAt(0) || s.Lang.TypeFollows && s.Tokens[0].Is(token.No) && s.Follows(1, token.Number) && !s.Tokens[1].Gap
}

// isHeading returns the type word of a paragraph that is nothing but an owner and
// a type word, or of a cell that is nothing but a type word.
func (s *scanner) isHeading() (typ int, ok bool) {
	typ = -1
	owner := s.cell.Table != 0
	for k := range s.Tokens {
		t := &s.Tokens[k]
		if t.Gap || t.Kinds&headingParts == 0 || t.Is(token.Own) || t.Is(token.Back) {
			return 0, false
		}
		owner = owner || t.Is(token.Owner)
		if t.Is(token.Type) {
			typ = k
		}
	}
	if typ < 0 || !owner {
		return 0, false
	}
	end := int(s.Tokens[len(s.Tokens)-1].End)
	return typ, char.Letters(s.Text.Bytes[end:]) <= 1 // a colon
}

// leadsLines returns the type word of a paragraph that ends with the head of the lines below,
// "The Board applied the following General Assembly resolutions:".
func (s *scanner) leadsLines() (typ int, ok bool) {
	text := bytes.TrimRight(s.Text.Bytes, " ")
	if len(text) == 0 || text[len(text)-1] != ':' {
		return 0, false
	}
	words := 0
	end := int32(len(text))
	for k := len(s.Tokens) - 1; k >= 0; k-- {
		t := &s.Tokens[k]
		if words += char.Words(s.Text.Bytes[min(t.End, end):end], maxHeadWords+1); words > maxHeadWords {
			return 0, false
		}
		switch end = t.Start; {
		case t.Is(token.Type):
			return k, !t.Is(token.Back)
		case t.Kinds&headingParts == 0:
			return 0, false
		}
	}
	return 0, false
}

// item reports whether the paragraph begins with a number, or a type word and a number, as
// the lines of a list do.
func (s *scanner) item() bool {
	if len(s.Tokens) == 0 || char.Letters(s.Text.Bytes[:s.Tokens[0].Start]) > 1 {
		return false
	}
	k := 0
	for s.Lang.TypeFollows && s.Follows(k, token.No) || k == 0 && s.Tokens[0].Is(token.Type) {
		k++
	}
	return s.NumberAt(k) && (s.dateFollows(k) || s.closes(k) || s.Follows(k+1, token.NoEnd) || s.listed())
}

// listed reports whether the numbers with which the paragraph begins end a line or
// lead a title, and no sentence: "57/300; 58/269".
func (s *scanner) listed() bool {
	for k := range s.Tokens {
		if t := &s.Tokens[k]; t.Gap || t.Is(token.Verb) || t.Is(token.Of) && k == 1 {
			return t.Gap
		}
	}
	return true
}
