package structure

import (
	"slices"

	"uncite/extract/internal/block"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// Programs that take the text off a page order lines by where they stand on it, and a number
// beside a line of figures or of another script may come before the line that it belongs to,
// or behind it. The paragraph is told by what has no end and what has no beginning.

// mendDisplaced gives the paragraphs whose number stands alone on its line the words that were
// set apart from it: the first line above the number, or the lines behind the last one.
func (s *splitter) mendDisplaced() {
	if s.layout.width == 0 {
		return
	}
	gone := 0
	for i := 1; i < len(s.paras); i++ {
		p := &s.paras[i]
		if !p.alone || s.v.isClause(p.text(s.text)) {
			continue
		}
		switch above := &s.paras[i-1]; {
		case s.v.Has(lang.RightToLeft) && s.isFirstLine(above) && (i < 2 || s.hasEnd(&s.paras[i-2])):
			p.pieces, p.start, p.blank, p.torn = append(slices.Clone(above.pieces), p.pieces...), above.start, above.blank, above.torn
			above.pieces = nil
			gone++
		case i+1 < len(s.paras) && p.lines == 0 && s.isLastLine(p) && s.isFirstLine(&s.paras[i+1]) && (i+2 == len(s.paras) || s.paras[i+2].mark.kind != noMark):
			s.paras[i+1].mark = p.mark // of two parts the number is one
		}
	}
	if gone > 0 {
		s.paras = slices.DeleteFunc(s.paras, func(p para) bool { return len(p.pieces) == 0 })
	}
}

// hasEnd reports whether a paragraph ends as one does, or is none of the text.
func (s *splitter) hasEnd(p *para) bool { return p.note > 0 || endsParagraph(p.last(s.text)) }

// isFirstLine reports whether a paragraph without a number breaks off at the end of a full line.
func (s *splitter) isFirstLine(p *para) bool {
	if p.mark.kind != noMark || p.note > 0 || p.kind != block.Plain || len(p.pieces) == 0 || s.hasEnd(p) {
		return false
	}
	const full, parts = 0.8, 0.6
	words := p.text(s.text)
	_, opening := s.v.openingOf(words)
	if opening || startsTitle(words) || s.v.isAnnex(words) || s.isDated(words) {
		return false
	}
	if s.v.Has(lang.RightToLeft) { // one line may come in parts
		return float64(s.layout.columns(s.text, line{start: p.pieces[0].Start, end: p.pieces[0].End})) >= parts*float64(s.layout.width)
	}
	return float64(s.layout.columns(s.text, lastLine(s.text, p.pieces[len(p.pieces)-1]))) >= full*float64(s.layout.width)
}

// isLastLine reports whether the one line of a paragraph is the short end of a sentence.
func (s *splitter) isLastLine(p *para) bool {
	const short = 0.5
	return s.hasEnd(p) && !endsInComma(p.last(s.text)) && float64(s.layout.columns(s.text, lastLine(s.text, p.pieces[0]))) <= short*float64(s.layout.width)
}

// lastLine is the last line of a piece.
func lastLine(text string, p record.Span) line {
	start := p.End
	for start > p.Start && text[start-1] != '\n' {
		start--
	}
	return line{start: start, end: p.End}
}
