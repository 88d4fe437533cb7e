package scan

import (
	"slices"
	"strings"

	"uncite/extract/internal/char"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// titled reads the title that opens at token k, nested titles whole, and
// returns the token after it. The title is one of the table's, with or
// without words around it, or a title that nobody knows.
func (s *scanner) titled(k int) int {
	end, ok := s.titleEnd(int(s.Tokens[k].End))
	if !ok {
		return k + 1
	}
	next := k + 1
	for next < len(s.Tokens) && int(s.Tokens[next].Start) < end {
		next++
	}
	open, shut := int(s.Tokens[k].End), end-len("》")
	title := string(s.Text.Bytes[open:shut])
	m := Mention{Rule: "title", Title: strings.TrimSpace(title), Start: int(s.Tokens[k].Start), End: end}
	m.Note, m.Pinpoint = s.NoteAt(end), s.pinpoint(k, next-1)
	if entries, short := s.WholeName(k+1, open, shut); len(entries) > 0 {
		m.Rule, m.Entries, m.Short = "name", entries, short
	}
	if i := slices.IndexFunc(s.Tokens[k:next], func(t token.Token) bool { return t.Is(token.Records) }); i >= 0 && s.zone != record.Masthead {
		s.officialRecords(k+i, next)
	}
	if m.Title != "" && !s.isSeries(k) && !s.Holds(k+1, next, token.Records) && !s.titleOfReport(k, next) {
		s.addName(m)
	}
	return next
}

// titleOfReport reports whether the title between two tokens is that of a
// report in a footnote, which is a document and no instrument.
func (s *scanner) titleOfReport(k, next int) bool {
	return s.zone == record.Footnote && s.Holds(k+1, next, token.Report)
}

// forgetReportTitle takes back the names inside the title of a report with
// which a footnote begins, up to its date or symbol: the note cites the
// report, not the State where the conference met.
func (s *scanner) forgetReportTitle(first int) {
	if s.zone != record.Footnote || len(s.Tokens) == 0 || !s.Tokens[0].Is(token.Report) || !s.Within(0, s.Tokens[0].Start, reportWithin) {
		return
	}
	end := slices.IndexFunc(s.Tokens, func(t token.Token) bool { return t.Is(token.Date) || t.Class == token.Symbol })
	if end < 0 {
		return
	}
	title := int(s.Tokens[end].Start)
	kept := slices.DeleteFunc(s.mentions[first:], func(m Mention) bool { return m.named() && (m.Title == "" || len(m.Heads) > 0) && m.Start < title })
	s.mentions = s.mentions[:first+len(kept)]
}

// reportWithin is how far into a footnote the title of a report may begin,
// in letters: after "See".
const reportWithin = 16

// isSeries reports whether the title at token k is that of a treaty series.
func (s *scanner) isSeries(k int) bool { return s.Tokens[k].Is(token.Series) }

// titleEnd returns the offset after the mark that closes the title whose
// words begin at i, counting titles inside it.
func (s *scanner) titleEnd(i int) (int, bool) {
	depth := 1
	for k, end := i, char.Beyond(s.Text.Bytes, i, maxTitle); k < end; k++ {
		switch {
		case s.Text.Bytes[k] != 0xE3:
		case char.HasAny(s.Text.Bytes, k, "《"):
			depth++
		case char.HasAny(s.Text.Bytes, k, "》"):
			if depth--; depth == 0 {
				return k + len("》"), true
			}
		}
	}
	return 0, false
}

// maxTitle bounds a title, in letters, so that marks without end cost no more
// than linear time.
const maxTitle = 1200
