package structure

import (
	"strings"

	"uncite/extract/internal/block"
	"uncite/extract/record"
)

// markedPara is a paragraph whose zone the markup gives.
type markedPara struct {
	zone record.Zone
	mark mark
	note int
	span record.Span
}

// marked makes the documents of a text whose markup gives parts and zones.
// What a part does not say of itself it has from the part before.
func marked(t *block.Text, v *vocabulary) []*record.Document {
	docs := make([]*record.Document, 0, len(t.Parts))
	var shared facts
	for i := range t.Parts {
		end := len(t.Blocks)
		if i+1 < len(t.Parts) {
			end = t.Parts[i+1].First
		}
		doc, f := markedDocument(t, &t.Parts[i], t.Blocks[t.Parts[i].First:end], shared, v)
		docs, shared = append(docs, doc), f
	}
	return docs
}

// markedDocument makes the record of one part.
func markedDocument(t *block.Text, p *block.Part, blocks []block.Block, shared facts, v *vocabulary) (*record.Document, facts) {
	doc := &record.Document{Lang: v.Code, Text: t.Text}
	paras := make([]markedPara, len(blocks))
	for i := range blocks {
		paras[i] = markedParaOf(t.Text, &blocks[i], v)
	}
	z := &zoner{text: t.Text, v: v}
	z.marked(paras)
	doc.Paragraphs = z.out

	cover := coverOf(z.out)
	f := readMasthead(t.Text, cover, v)
	f.conclusion(t.Text, z.out, v)
	f.take(p)
	f.inherit(shared)
	letter := ""
	if c, size := partLetter(p.Letter, v); c != 0 && size == len(p.Letter) {
		letter = string(c)
	}
	doc.Title = partTitle(p.Title, letter, v)
	if doc.Title == "" {
		doc.Title = numberLine(t.Text, cover, v)
	}
	f.put(doc, letter)
	return doc, f
}

// coverOf returns the paragraphs of the masthead, those under the text too.
func coverOf(paragraphs []record.Paragraph) []para {
	var cover []para
	for _, p := range paragraphs {
		if p.Zone == record.Masthead {
			cover = append(cover, para{pieces: p.Pieces, start: p.Pieces[0].Start})
		}
	}
	return cover
}

// take fills in what the metadata of a part say, which is surer than its
// printed words.
func (f *facts) take(p *block.Part) {
	for _, fact := range []struct {
		to   *string
		from string
	}{{&f.symbol, canonicalSymbol(p.Symbol)}, {&f.draft, canonicalSymbol(p.Draft)}, {&f.date, p.Date}, {&f.session, p.Session}} {
		if fact.from != "" {
			*fact.to = fact.from
		}
	}
	if i := strings.LastIndex(p.Meeting, "PV."); i >= 0 {
		f.meeting = itoa(firstNumber(p.Meeting[i:]))
	}
}

// partTitle takes number and letter off the lines of a title.
func partTitle(lines, letter string, v *vocabulary) string {
	var words []string
	for title := range strings.SplitSeq(lines, "\n") {
		title = withoutNumber(title)
		if c, size := partLetter(title, v); c != 0 && letter == string(c) {
			title = title[size:]
		}
		words = append(words, strings.Fields(title)...)
	}
	return strings.Join(words, " ")
}

// markedParaOf reads the number of a block: the one that the markup sets
// apart, or the one among its words.
func markedParaOf(text string, b *block.Block, v *vocabulary) markedPara {
	p := markedPara{zone: b.Zone, span: b.Pieces[0]}
	switch {
	case b.Zone == record.Footnote:
		p.note = firstNumber(b.Mark)
		return p
	case b.Mark != "":
		p.mark = markOf(b.Mark, v)
	}
	if p.mark.kind == noMark && b.Zone != record.Masthead && b.Zone != record.Heading {
		switch m := readMark(text[p.span.Start:p.span.End], v); m.kind {
		case digitMark, letterMark, romanMark:
			p.mark = m
			p.span.Start += m.end
		}
	}
	return p
}

// markOf reads a number that a format sets apart from its words.
func markOf(printed string, v *vocabulary) mark {
	m := readMark(printed+" x", v)
	if m.kind == parenMark || m.kind == plainMark && m.value > 0 {
		m.kind = romanMark
	}
	return m
}

// marked numbers paragraphs whose zones the markup gives.
func (z *zoner) marked(paras []markedPara) {
	last := record.Zone("")
	numbered, ones := false, 0
	for _, p := range paras {
		if p.zone == record.Operative && p.mark.kind == digitMark && p.mark.value == 1 {
			ones++
		}
	}
	for _, p := range paras {
		pieces := []record.Span{p.span}
		number := ""
		numbered = numbered || p.mark.kind == digitMark
		p.zone = z.mended(p, numbered)
		switch p.zone {
		case record.Footnote:
			number = "n" + itoa(p.note)
			z.put(record.In(p.zone), number, pieces)
			continue
		case record.Preamble:
			number = z.markedPreamble(p)
		case record.Heading:
			if words := z.text[p.span.Start:p.span.End]; ones > 1 && z.isSection(words) {
				z.section = z.sectionName(words)
			}
		case record.Operative, record.Annex:
			if p.zone == record.Annex {
				z.section = ""
			}
			if p.zone != last && last != record.Heading {
				z.count.restart("")
			}
			number = z.count.next(p.mark)
		}
		last = p.zone
		z.put(&record.Standing{Zone: p.zone, Section: z.section}, number, pieces)
	}
}

// mended sets right what the markup often confuses: a numbered paragraph in
// the preamble, and a preambular clause between the preamble and the first
// number.
func (z *zoner) mended(p markedPara, numbered bool) record.Zone {
	switch {
	case p.zone == record.Preamble && p.mark.kind == digitMark:
		return record.Operative
	case p.zone == record.Operative && !numbered && p.mark.kind == noMark && endsInComma(z.text[p.span.Start:p.span.End]):
		return record.Preamble
	}
	return p.zone
}

// markedPreamble numbers a preambular paragraph of the markup; the opening
// line has none.
func (z *zoner) markedPreamble(p markedPara) string {
	if entity, _ := z.v.formula(z.text[p.span.Start:p.span.End]); entity != "" {
		return ""
	}
	if p.mark.kind == noMark {
		z.p++
		z.count.restart("p" + itoa(z.p))
	}
	return z.count.next(p.mark)
}
