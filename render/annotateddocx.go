package render

import (
	"archive/zip"
	"fmt"
	"io"
	"strings"

	"uncite/extract/record"
)

// The parts of a word processor's file (ECMA-376) that an annotated document
// needs: text, its links, and comments with what was found at fault.
const (
	docxTypes = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
		`<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>`
	docxRoot = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	docxStyles = xmlHead + `<w:styles ` + docxSpace + `><w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B57A4"/><w:u w:val="single"/></w:rPr></w:style></w:styles>`
	docxSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

	// longestTip is how many characters a link's tip may have in Word.
	longestTip = 255
)

// DOCX writes a file for word processors: every reference a link whose tip
// describes it, and a comment on what leads nowhere or was found at fault. The
// same document gives the same bytes.
func (a *Annotated) DOCX(w io.Writer) error {
	d := docxWriter{a: a, links: map[string]int{}}
	d.write()
	z := zip.NewWriter(w)
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", docxTypes}, {"_rels/.rels", docxRoot}, {"word/document.xml", d.document()},
		{"word/_rels/document.xml.rels", d.relations()}, {"word/styles.xml", docxStyles}, {"word/comments.xml", d.commentsPart()},
	} {
		f, err := z.Create(part.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, part.content); err != nil {
			return err
		}
	}
	return z.Close()
}

type docxWriter struct {
	a        *Annotated
	body     strings.Builder
	comments strings.Builder
	links    map[string]int // address to number
	order    []string
	noted    map[int]bool
}

func (d *docxWriter) write() {
	d.noted = map[int]bool{}
	spots := d.a.spots()
	for _, b := range d.a.blocks(spots) {
		rtl := directionOf(b.Lang) == "rtl"
		d.body.WriteString("<w:p><w:pPr>")
		if b.Zone == record.Heading {
			d.body.WriteString(`<w:pStyle w:val="Heading1"/>`)
		}
		if rtl {
			d.body.WriteString("<w:bidi/>")
		}
		d.body.WriteString("</w:pPr>")
		for _, p := range b.Parts {
			d.part(p, rtl)
		}
		d.body.WriteString("</w:p>")
	}
}

// part writes words, with their link and comment where they are marked.
func (d *docxWriter) part(p textPart, rtl bool) {
	s := p.Spot
	if s == nil {
		d.run(p.Words, rtl, false)
		return
	}
	note := ""
	if !d.noted[s.number] {
		note, d.noted[s.number] = d.a.note(s), true
	}
	if note != "" {
		fmt.Fprintf(&d.body, `<w:commentRangeStart w:id="%d"/>`, s.number)
	}
	href := d.a.href(s)
	if href != "" {
		fmt.Fprintf(&d.body, `<w:hyperlink r:id="rId%d" w:tooltip="%s">`, d.link(href), escape(cutWords(d.a.told(s.refs[0]), longestTip)))
	}
	d.run(p.Words, rtl, href != "")
	if href != "" {
		d.body.WriteString("</w:hyperlink>")
	}
	if note != "" {
		fmt.Fprintf(&d.body, `<w:commentRangeEnd w:id="%d"/><w:r><w:commentReference w:id="%d"/></w:r>`, s.number, s.number)
		fmt.Fprintf(&d.comments, `<w:comment w:id="%d" w:author="uncite" w:initials="u"><w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p></w:comment>`,
			s.number, escape(note))
	}
}

func (d *docxWriter) run(words string, rtl, link bool) {
	d.body.WriteString("<w:r>")
	if rtl || link {
		d.body.WriteString("<w:rPr>")
		if link {
			d.body.WriteString(`<w:rStyle w:val="Hyperlink"/>`)
		}
		if rtl {
			d.body.WriteString("<w:rtl/>")
		}
		d.body.WriteString("</w:rPr>")
	}
	d.body.WriteString(`<w:t xml:space="preserve">` + escape(words) + "</w:t></w:r>")
}

// link is the number of an address among the relations, the first of which are
// the styles and the comments.
func (d *docxWriter) link(href string) int {
	n, ok := d.links[href]
	if !ok {
		d.order = append(d.order, href)
		n = len(d.order) + 2
		d.links[href] = n
	}
	return n
}

func (d *docxWriter) document() string {
	return xmlHead + `<w:document ` + docxSpace + `><w:body>` + d.body.String() + `<w:sectPr/></w:body></w:document>`
}

func (d *docxWriter) commentsPart() string {
	return xmlHead + `<w:comments ` + docxSpace + `>` + d.comments.String() + `</w:comments>`
}

func (d *docxWriter) relations() string {
	const kind = `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" ` + kind + `styles" Target="styles.xml"/><Relationship Id="rId2" ` + kind + `comments" Target="comments.xml"/>`)
	for i, href := range d.order {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" %shyperlink" Target="%s" TargetMode="External"/>`, i+3, kind, escape(href))
	}
	b.WriteString(`</Relationships>`)
	return b.String()
}

// cutWords cuts s to so many characters, with an ellipsis.
func cutWords(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
