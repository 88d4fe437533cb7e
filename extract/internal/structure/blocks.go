package structure

import (
	"slices"

	"uncite/extract/internal/block"
	"uncite/extract/record"
)

// take makes paragraphs of the blocks of a format. They hold until the room
// is used again.
func (r *room) take(t *block.Text, v *vocabulary) []para {
	s := &splitter{text: t.Text, v: v, skips: r.skips[:0]}
	s.paras = r.paras[:0]
	typed := !slices.ContainsFunc(t.Blocks, func(b block.Block) bool { return b.Kind == block.Note })
	torn := false
	for i := range t.Blocks {
		b := &t.Blocks[i]
		if b.Kind == block.Furniture || len(b.Pieces) == 0 || b.Pieces[0].End <= b.Pieces[0].Start {
			torn = true
			continue
		}
		s.block(b, torn || b.Torn, typed)
		torn = false
	}
	r.paras, r.skips = s.paras, s.skips
	return s.join()
}

// block makes a paragraph of a block. Where typed, the format shows no notes, and
// the document's own are typed as paragraphs that begin with their mark.
func (s *splitter) block(b *block.Block, torn, typed bool) {
	p := para{pieces: b.Pieces, start: b.Pieces[0].Start, torn: torn, blank: true, kind: b.Kind, cell: record.Cell{Table: int32(b.Table), Row: int32(b.Row), Column: int32(b.Column)}}
	words := s.text[p.start:b.Pieces[0].End]
	switch {
	case b.Kind == block.Note:
		s.noteBlock(b, &p)
	case b.Mark != "":
		p.mark = markOf(b.Mark, s.v)
		p.mark.end = 0
	case b.Kind != block.Heading && b.Kind != block.Cell:
		s.wordsMark(&p, words, typed)
	}
	entity, comma := s.v.formula(words)
	p.formula = entity != ""
	s.opened = s.opened || p.formula && comma
	s.paras = append(s.paras, p)
	if b.Kind != block.Cell && b.Kind != block.Item {
		s.cutRunIn(0)
	}
}

// noteBlock gives a note its number: the one that the format sets apart, the
// one among its words, or the next.
func (s *splitter) noteBlock(b *block.Block, p *para) {
	p.note = firstNumber(b.Mark)
	if b.Mark == "" {
		if m := readMark(p.text(s.text), s.v); m.kind == noteMark || m.kind == plainMark || m.kind == parenMark || m.kind == squareMark {
			p.note = m.value
			p.cut(m.end)
		}
	}
	if p.note == 0 {
		p.note = s.notes.last + 1
	}
	s.notes.last = p.note
	p.mark = mark{kind: noteMark, value: p.note}
}

// wordsMark reads the number among the words of a block.
func (s *splitter) wordsMark(p *para, words string, typed bool) {
	m := readMark(words, s.v)
	if typed && (m.kind == noteMark || (m.kind == plainMark || m.kind == parenMark || m.kind == squareMark) && s.isNote(m, p.start)) {
		s.beginNote(p, m, false)
		p.cut(m.end)
		return
	}
	switch m.kind {
	case digitMark, letterMark, romanMark, parenMark:
		if p.pieces[0].Start+m.end < p.pieces[0].End {
			p.mark = m
			p.cut(m.end)
		}
	}
}

// cut takes the mark off the words, unless nothing would be left of them. The
// pieces of a block are the format's: they are not written to.
func (p *para) cut(n int) {
	if p.pieces[0].Start+n >= p.pieces[0].End {
		return
	}
	p.pieces = append(p.pieces[:0:0], p.pieces...)
	p.pieces[0].Start += n
}
