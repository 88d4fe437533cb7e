package scan

import (
	"bytes"

	"uncite/extract/internal/char"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// noteFormula keeps the body at token k if it opens a text of its own there: it is,
// with a comma, a paragraph, or a verb follows it after a colon: "the following
// draft resolution: The General Assembly, Recalling its resolution …".
func (s *scanner) noteFormula(k int) {
	if !s.Follows(k+1, token.Comma) || s.zone == record.Masthead || s.zone == record.Footnote {
		return
	}
	switch key := s.Value(&s.Tokens[k], token.Owner); {
	case key == "COUNCIL", key == "COMMISSION", key == "COP", key == "foreign":
	case s.opens(k) && s.endsAfter(k+1), s.afterColon(k) && k+2 < len(s.Tokens) && s.Tokens[k+2].Kinds&leads != 0:
		s.opened = key
		s.ownHeading(key)
	}
}

// maxUnderNumber is how many paragraphs may stand between a line that is only the
// number of a text and the formula with which the text opens: its title, a session.
const maxUnderNumber = 3

// noteNumberLine keeps the mention of paragraph index that is all of its paragraph:
// perhaps the number of a text that opens below.
func (s *scanner) noteNumberLine(index, first int, p *record.Paragraph) {
	if len(s.mentions) != first+1 || p.Zone == record.Masthead || p.Zone == record.Footnote || len(p.Pieces) != 1 {
		return
	}
	const marks = 4 // a full stop, brackets
	m := &s.mentions[first]
	if m.numbered() && len(m.Act.Owners) == 0 && p.Pieces[0].End-p.Pieces[0].Start <= m.End-m.Start+marks {
		s.numberLine = numberLine{mention: first, paragraph: index, is: true}
	}
}

// numberLine is the last mention that was all of its paragraph.
type numberLine struct {
	mention, paragraph int
	is                 bool
}

// ownHeading gives the number in the line above the body whose text opens here.
func (s *scanner) ownHeading(body string) {
	if line := s.numberLine; line.is && s.index-line.paragraph <= maxUnderNumber {
		s.mentions[line.mention].Act.Owners = []Owner{{Key: body, By: "own"}}
	}
	s.numberLine = numberLine{}
}

// opens reports whether the owner at token k begins its paragraph, after an article or
// the particle of a formula at most.
func (s *scanner) opens(k int) bool {
	return (k == 0 || k == 1 && !s.Tokens[0].Is(token.About)) && char.Words(s.Text.Bytes[:s.Tokens[k].Start], 2) <= 1
}

// endsAfter reports whether the paragraph ends with token k.
func (s *scanner) endsAfter(k int) bool {
	return k == len(s.Tokens)-1 && len(bytes.TrimSpace(s.Text.Bytes[s.Tokens[k].End:])) == 0
}

// afterColon reports whether a colon, and an article at most, stands before token k.
func (s *scanner) afterColon(k int) bool {
	from := int32(0)
	if k > 0 {
		from = s.Tokens[k-1].End
	}
	before := s.Text.Bytes[min(from, s.Tokens[k].Start):s.Tokens[k].Start]
	at := bytes.LastIndexByte(before, ':')
	return at >= 0 && char.Words(before[at+1:], 2) <= 1
}
