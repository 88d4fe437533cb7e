package read

import (
	"encoding/xml"
	"strings"

	"uncite/extract/record"
)

// aknLanguages maps the three-letter codes of the files to those of the record.
var aknLanguages = map[string]string{"ara": "ar", "eng": "en", "spa": "es", "fra": "fr", "fre": "fr",
	"rus": "ru", "zho": "zh", "chi": "zh"}

// language returns the document's language, English until the file says.
func (d *aknDocument) language() string {
	if d.lang == "" {
		return "en"
	}
	return d.lang
}

// meta takes an element of the block of metadata.
func (x *aknReader) meta(t xml.StartElement) {
	d := x.doc()
	switch t.Name.Local {
	case "FRBRuri":
		if x.inside("FRBRWork") && d.uri == "" {
			d.uri = attr(t, "value")
		}
	case "FRBRdate":
		if x.inside("FRBRWork") && d.date == "" {
			d.date = attr(t, "date")
		}
	case "FRBRlanguage":
		if l := aknLanguages[attr(t, "language")]; l != "" {
			d.lang = l
		}
	case "step":
		d.step(attr(t, "outcome"), canonical(attr(t, "as")))
	}
}

// step takes a step of the way to adoption: the draft, the meeting.
func (d *aknDocument) step(outcome, symbol string) {
	switch outcome {
	case "draftResolution":
		if d.draft == "" {
			d.draft = symbol
		}
	case "adopted":
		if i := strings.LastIndex(symbol, "PV."); i >= 0 && d.meeting == "" {
			d.meeting = itoa(firstNumber(symbol[i:]))
		}
	}
}

// number takes a docNumber: the symbol on the cover, the number or the letter
// before the title.
func (x *aknReader) number(words string) {
	d := x.doc()
	words = strings.TrimSpace(words)
	switch {
	case x.inside("coverPage"):
		if found := symbols(words, 0); len(found) > 0 {
			d.own(words, words[found[0].Start:found[0].End])
		}
	case len(x.docs) > 0 && len(lookalikes.Replace(words)) == 1:
		d.letter = lookalikes.Replace(words)
	default:
		if v := vocabularies()[d.language()]; len(words) < 16 {
			if c, size := partLetter(words, v); c != 0 && size == len(words) {
				d.letter = string(c)
			}
		}
	}
}

// inline takes the words of the cover's agenda item, or those under the text
// that name the meeting.
func (x *aknReader) inline(words string) {
	d := x.doc()
	v := vocabularies()[d.language()]
	switch {
	case x.inside("coverPage") && d.agenda == "" && hasAnyPrefix(words, v.agenda):
		d.agenda = v.agendaItem(words)
	case x.inside("conclusions") && d.meeting == "":
		d.meeting = v.meetingNumber(words)
	}
}

// title takes a docTitle. On the cover it is the line of adoption, or the
// number of a Security Council resolution.
func (x *aknReader) title(words string) {
	d := x.doc()
	words = strings.Join(strings.Fields(words), " ")
	if x.inside("coverPage") {
		d.heading = append(d.heading, words)
		return
	}
	if n := titleNumber(words); n > 0 {
		words = strings.TrimLeft(words[n:], ".． -–\u00A0\t*")
	}
	v := vocabularies()[d.language()]
	if c, size := partLetter(words, v); c != 0 && d.letter == string(c) {
		words = strings.TrimSpace(words[size:])
	}
	d.title = strings.TrimSpace(d.title + " " + words)
}

// finish makes the records.
func (x *aknReader) finish() (*AKN, error) {
	out := &AKN{Links: x.links}
	text, err := whole(x.text.String())
	if err != nil {
		return nil, err
	}
	var shared *aknDocument
	for i, d := range x.docs {
		if shared != nil {
			d.inherit(shared.facts)
			if d.lang == "" {
				d.lang = shared.lang
			}
			if d.uri == "" {
				d.uri = shared.uri
			}
		}
		shared = d
		out.Documents = append(out.Documents, d.record(text))
		for j, p := range d.paras {
			if p.name != "" || p.verb.End > p.verb.Start {
				out.Clauses = append(out.Clauses, Clause{i, j, p.name, p.verb})
			}
		}
	}
	return out, nil
}

// record turns what was gathered into the record of a document.
func (d *aknDocument) record(text string) *record.Document {
	doc := &record.Document{Lang: d.language(), Text: text, Title: d.title}
	if s := uriSymbol(d.uri); s != "" {
		d.symbol = s
	}
	v := vocabularies()[doc.Lang]
	if doc.Title == "" {
		for _, h := range d.heading {
			if v.isNumberLine(h) {
				doc.Title = strings.TrimRight(h, ",،，")
				break
			}
		}
	}
	d.put(doc, d.letter)
	z := &zoner{text: text, v: v}
	z.marked(d.paras)
	doc.Paragraphs = z.out
	return doc
}

// marked numbers paragraphs whose zones the markup gives.
func (z *zoner) marked(paras []aknPara) {
	last := record.Zone("")
	numbered := false
	for _, p := range paras {
		pieces := []record.Span{p.span}
		number := ""
		numbered = numbered || p.mark.kind == digitMark
		p.zone = z.mended(p, numbered)
		switch p.zone {
		case record.Footnote:
			number = "n" + itoa(p.note)
			z.out = append(z.out, record.Paragraph{Zone: p.zone, Number: number, Pieces: pieces})
			continue
		case record.Preamble:
			number = z.markedPreamble(p)
		case record.Operative, record.Annex:
			if p.zone != last && last != record.Heading {
				z.count.restart("")
			}
			number = z.count.next(p.mark)
		}
		last = p.zone
		z.out = append(z.out, record.Paragraph{Zone: p.zone, Number: number, Pieces: pieces})
	}
}

// mended sets right what the markup often confuses: a numbered paragraph in
// the preamble, and a preambular clause between the preamble and the first
// number.
func (z *zoner) mended(p aknPara, numbered bool) record.Zone {
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
func (z *zoner) markedPreamble(p aknPara) string {
	if entity, _ := z.v.formula(z.text[p.span.Start:p.span.End]); entity != "" {
		return ""
	}
	if p.mark.kind == noMark {
		z.p++
		z.count.restart("p" + itoa(z.p))
	}
	return z.count.next(p.mark)
}

// uriSymbol reads the symbol from the address of the work:
// /akn/un/statement/deliberation/unga/2021-06-30/75-301/ is A/RES/75/301.
func uriSymbol(uri string) string {
	parts := strings.Split(strings.Trim(uri, "/"), "/")
	if len(parts) < 7 {
		return ""
	}
	number := parts[6]
	i := strings.LastIndexByte(number, '-')
	if i <= 0 {
		return ""
	}
	left, right := number[:i], number[i+1:]
	switch parts[4] {
	case "unga":
		return "A/RES/" + left + "/" + strings.ToUpper(right)
	case "unsc":
		return "S/RES/" + left + "(" + right + ")"
	case "unecosoc":
		return "E/RES/" + left + "/" + right
	}
	return ""
}
