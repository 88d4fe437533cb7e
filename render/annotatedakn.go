package render

import (
	"bufio"
	"cmp"
	"fmt"
	"io"

	"uncite/extract/record"
)

// AKN writes the text as Akoma Ntoso (OASIS LegalDocML 3.0) with its references
// as elements ref. A file that is Akoma Ntoso already is better annotated in
// place, by package annotate.
func (a *Annotated) AKN(w io.Writer) error {
	out := bufio.NewWriter(w)
	var d record.Document
	if len(a.Documents) > 0 {
		d = *a.Documents[0]
	}
	fmt.Fprintf(out, xmlHead+`<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">`+"\n<statement name=%q>\n", "statement")
	a.aknMeta(out, &d)
	spots := a.spots()
	open := ""
	for _, b := range a.blocks(spots) {
		if part := aknPart(b.Zone, open); part != open {
			closeAKN(out, open)
			fmt.Fprintf(out, "<%s>\n", part)
			open = part
		}
		out.WriteString("<p>")
		for _, p := range b.Parts {
			a.aknPartOf(out, p)
		}
		out.WriteString("</p>\n")
	}
	closeAKN(out, open)
	out.WriteString("</statement>\n</akomaNtoso>\n")
	return out.Flush()
}

// aknParts are the parts of a statement in the order in which they must stand.
var aknParts = []string{"coverPage", "preface", "preamble", "mainBody"}

// aknPart is the part in which a paragraph of a zone stands; a text never goes
// back to a part before.
func aknPart(zone record.Zone, open string) string {
	part := 3
	switch zone {
	case record.Masthead:
		part = 0
	case record.Heading:
		part = 1
	case record.Preamble:
		part = 2
	}
	for i, p := range aknParts {
		if p == open {
			part = max(part, i)
		}
	}
	return aknParts[part]
}

func closeAKN(out *bufio.Writer, part string) {
	if part != "" {
		fmt.Fprintf(out, "</%s>\n", part)
	}
}

func (a *Annotated) aknPartOf(out *bufio.Writer, p textPart) {
	href := ""
	if p.Spot != nil {
		href = a.href(p.Spot)
	}
	if href == "" {
		out.WriteString(escape(p.Words))
		return
	}
	fmt.Fprintf(out, `<ref href="%s" title="%s">%s</ref>`, escape(href), escape(a.told(p.Spot.refs[0])), escape(p.Words))
}

// aknMeta writes what the standard demands to be said of a document. What the
// document does not say of itself is left empty or, for a date, said to be unknown
// by the year 1.
func (a *Annotated) aknMeta(out *bufio.Writer, d *record.Document) {
	symbol, date := escape(cmp.Or(d.Symbol, d.Source)), "0001-01-01"
	if len(d.Date) == len(date) {
		date = d.Date
	}
	uri := "/akn/un/statement/" + date + "/" + symbol
	level := func(name, this, more string) {
		fmt.Fprintf(out, `<%s><FRBRthis value="%s/!main"/><FRBRuri value="%s"/><FRBRdate date="%s" name="adoption"/><FRBRauthor href="#un"/>%s</%s>`+"\n", name, this, this, date, more, name)
	}
	fmt.Fprint(out, `<meta><identification source="#uncite">`+"\n")
	level("FRBRWork", uri, fmt.Sprintf(`<FRBRcountry value="un"/><FRBRnumber value="%s"/>`, symbol))
	level("FRBRExpression", uri+"/"+d.Lang, fmt.Sprintf(`<FRBRlanguage language="%s"/>`, d.Lang))
	level("FRBRManifestation", uri+"/"+d.Lang+".xml", `<FRBRformat value="application/akn+xml"/>`)
	out.WriteString(`</identification><references source="#uncite"><TLCOrganization eId="un" href="/ontology/organization/un" showAs="United Nations"/>` +
		`<TLCOrganization eId="uncite" href="/ontology/organization/uncite" showAs="uncite"/></references></meta>` + "\n")
}
