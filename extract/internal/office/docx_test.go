package office

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"uncite/extract/internal/block"
)

// packed makes a ZIP file of parts; the order of the names does not matter.
func packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range parts {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// docxOf makes a document of a body, notes and numbering.
func docxOf(t testing.TB, body string, more map[string]string) []byte {
	parts := map[string]string{
		"[Content_Types].xml": "<Types/>",
		"word/document.xml":   `<w:document><w:body>` + body + `</w:body></w:document>`,
		"word/_rels/document.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/footnotes" Target="footnotes.xml"/>
<Relationship Id="rId2" Type="x/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="x/styles" Target="styles.xml"/>
<Relationship Id="rId4" Type="x/header" Target="header1.xml"/><Relationship Id="rId5" Type="x/endnotes" Target="endnotes.xml"/>
<Relationship Id="rId6" Type="x/hyperlink" Target="https://undocs.org/A/75/265" TargetMode="External"/></Relationships>`,
	}
	for name, text := range more {
		parts["word/"+name] = text
	}
	return packed(t, parts)
}

// kinds are the letters of the kinds of blocks in what show prints.
var kinds = [...]string{"plain", "heading", "item", "note", "cell", "furniture"}

// show prints the blocks of a text, one a line.
func show(t block.Text) string {
	var b strings.Builder
	for _, k := range t.Blocks {
		b.WriteString(kinds[k.Kind])
		if k.Table > 0 {
			fmt.Fprintf(&b, " %d/%d", k.Row, k.Column)
		}
		if k.Mark != "" {
			fmt.Fprintf(&b, " [%s]", k.Mark)
		}
		fmt.Fprintf(&b, " %s", t.Text[k.Pieces[0].Start:k.Pieces[0].End])
		if k.Lead.End > k.Lead.Start {
			fmt.Fprintf(&b, " {%s}", t.Text[k.Lead.Start:k.Lead.End])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// p and r write a paragraph and a run.
func p(inner string) string { return "<w:p>" + inner + "</w:p>" }
func r(words string) string { return `<w:r><w:t xml:space="preserve">` + words + "</w:t></w:r>" }

func TestDOCX(t *testing.T) {
	notes := map[string]string{
		"footnotes.xml": `<w:footnotes><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="1">` +
			p(`<w:r><w:footnoteRef/></w:r>`+r(" A/75/265,")) + p(r("annex.")) + `</w:footnote></w:footnotes>`,
		"endnotes.xml": `<w:endnotes><w:endnote w:id="1">` + p(r("A/75/266.")) + `</w:endnote></w:endnotes>`,
		"numbering.xml": `<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num></w:numbering>`,
		"styles.xml": `<w:styles><w:style w:type="paragraph" w:styleId="S1"><w:name w:val="_ H_1_G"/></w:style>
<w:style w:type="paragraph" w:styleId="S2"><w:name w:val="Numbered"/><w:basedOn w:val="S3"/></w:style>
<w:style w:type="paragraph" w:styleId="S3"><w:name w:val="Base"/><w:basedOn w:val="S2"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="S4"><w:basedOn w:val="S5"/></w:style><w:style w:type="paragraph" w:styleId="S5"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hid"><w:name w:val="Hid"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`,
		"header1.xml": `<w:hdr>` + p(r("A/80/900")) + `</w:hdr>`,
	}
	num := func(id, level string) string {
		return `<w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + id + `"/></w:numPr></w:pPr>`
	}
	for _, c := range []struct{ why, body, want string }{
		{"runs are joined, blanks kept between them", p(r("Recalling its resolu") + r("tion ") + r("66/288")), "plain Recalling its resolution 66/288\n"},
		{"a note stands behind its paragraph, its mark among the words; its paragraphs are one block",
			p(r("the report") + `<w:r><w:footnoteReference w:id="1"/></w:r>` + r(", and")), "plain the report¹, and\nnote [1] A/75/265, annex.\n"},
		{"endnotes are notes, and count on", p(r("a") + `<w:r><w:footnoteReference w:id="1"/></w:r>` + r(" b") + `<w:r><w:endnoteReference w:id="1"/></w:r>`),
			"plain a¹ b²\nnote [1] A/75/265, annex.\nnote [2] A/75/266.\n"},
		{"automatic numbers are marks", p(num("3", "0")+r("Decides")) + p(num("3", "1")+r("to go")) + p(num("3", "1")+r("to stay")) + p(num("3", "0")+r("Asks")) + p(num("3", "1")+r("for")),
			"item [1.] Decides\nitem [(a)] to go\nitem [(b)] to stay\nitem [2.] Asks\nitem [(a)] for\n"},
		{"a list may begin anew, and a style may number", p(num("4", "0")+r("Nine")) + p(`<w:pPr><w:pStyle w:val="S2"/></w:pPr>`+r("Ten")), "item [9.] Nine\nitem [10.] Ten\n"},
		{"what is deleted or moved away is none, what is inserted is text",
			p(r("a") + `<w:del w:id="1"><w:r><w:delText>resolution 71/1</w:delText></w:r></w:del><w:ins w:id="2">` + r(" b") + `</w:ins><w:moveFrom w:id="3">` + r("c") + `</w:moveFrom>`), "plain a b\n"},
		{"the end of a paragraph that is deleted joins it to the next", p(`<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>`+r("resolution")) + p(r("64/292")), "plain resolution 64/292\n"},
		{"hidden text is none, by the run or by its style", p(r("a") + `<w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Hid"/></w:rPr><w:t>c</w:t></w:r>` + r("d")), "plain ad\n"},
		{"a style of paragraphs may hide, a run may show itself", p(`<w:pPr><w:pStyle w:val="S4"/></w:pPr>`+r("a")+`<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>b</w:t></w:r>`) + p(r("c")), "plain b\nplain c\n"},
		{"of a field the result is text, not the code",
			p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "A/RES/71/1"</w:instrText><w:t>REF</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + r("A/75/1") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>` + r(".")), "plain A/75/1.\n"},
		{"of two versions of a drawing the first is read, a box follows the paragraph that it hangs on",
			p(r("a") + `<mc:AlternateContent><mc:Choice><w:txbxContent>` + p(r("box")) + `</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>` + p(r("box")) + `</w:txbxContent></mc:Fallback></mc:AlternateContent>` + r(" b")), "plain a b\nplain box\n"},
		{"cells bear row and column", `<w:tbl><w:tr><w:tc>` + p(r("64/292")) + `</w:tc><w:tc>` + p(r("Water")) + `</w:tc></w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>` + p(r("gone")) + `</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>` + p(r("Both")) + `</w:tc></w:tr></w:tbl>` + p(r("after")),
			"cell 1/1 64/292\ncell 1/2 Water\ncell 3/1 Both\nplain after\n"},
		{"headings by the names of the UN's templates", p(`<w:pPr><w:pStyle w:val="S1"/></w:pPr>` + r("Water")), "heading Water\n"},
		{"the verb in italics leads", p(`<w:r><w:rPr><w:i/></w:rPr><w:t>Recalling</w:t></w:r>` + r(" the report")), "plain Recalling the report {Recalling}\n"},
		{"the head of the first page is text", p(r("Eightieth session")) + `<w:sectPr><w:headerReference w:type="first" r:id="rId4"/></w:sectPr>`, "plain A/80/900\nplain Eightieth session\n"},
		{"a mark lifted above the line, and a line that is", p(r("75/243")+`<w:r><w:rPr><w:position w:val="8"/></w:rPr><w:t>9</w:t></w:r>`) + p(`<w:r><w:rPr><w:position w:val="4"/></w:rPr><w:t>Report 60/1</w:t></w:r>`), "plain 75/243⁹\nplain Report 60/1\n"},
		{"a raised letter behind a symbol is none of it", p(r("75/243") + `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>a</w:t></w:r>` + r(" 1") + `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>st</w:t></w:r>`), "plain 75/243ᵃ 1st\n"},
		{"a line that is broken stays one paragraph", p(r("Resolution adopted") + `<w:r><w:br/></w:r>` + r("on 28 July")), "plain Resolution adopted\non 28 July\n"},
		{"a file that is cut off gives what there is", p(r("whole")) + `<w:p><w:r><w:t>hal`, "plain whole\nplain hal\n"},
	} {
		got, err := DOCX(docxOf(t, c.body, notes))
		if err != nil || show(got) != c.want {
			t.Errorf("%s: %v\n%swant\n%s", c.why, err, show(got), c.want)
		}
	}
}

// TestLinks holds the addresses of a file to stand on their words.
func TestLinks(t *testing.T) {
	got, err := DOCX(docxOf(t, p(r("see ")+`<w:hyperlink r:id="rId6">`+r("A/75/265")+`</w:hyperlink>`+r(".")), nil))
	if err != nil || len(got.Links) != 1 || got.Text[got.Links[0].Span.Start:got.Links[0].Span.End] != "A/75/265" {
		t.Errorf("%v %+v", err, got.Links)
	}
}

// TestBombs holds what a package unpacks to in bounds.
func TestBombs(t *testing.T) {
	bomb := docxOf(t, strings.Repeat(p(r(strings.Repeat("0", 1000))), 40000), nil)
	if _, err := DOCX(bomb); err == nil || !strings.Contains(err.Error(), "bomb") {
		t.Errorf("%d bytes that unpack to 40 MB: %v", len(bomb), err)
	}
	deep := docxOf(t, strings.Repeat("<w:p>", 200000)+r("x"), nil)
	if _, err := DOCX(deep); err != nil {
		t.Errorf("a tower of paragraphs: %v", err)
	}
	var e *block.Error
	if _, err := DOCX(bomb[:len(bomb)/2]); !errors.As(err, &e) || e.Remedy == "" {
		t.Errorf("cut off: %v", err)
	}
}

func TestKind(t *testing.T) {
	for want, parts := range map[string]map[string]string{
		"DOCX": {"[Content_Types].xml": "", "word/document.xml": ""},
		"XLSX": {"[Content_Types].xml": "", "xl/workbook.xml": ""},
		"ODT":  {"mimetype": "application/vnd.oasis.opendocument.text"},
		"":     {"a.txt": "x"},
	} {
		if got := Kind(packed(t, parts)); got != want {
			t.Errorf("%v is %q, want %q", parts, got, want)
		}
	}
}

func TestNumerals(t *testing.T) {
	for _, c := range []struct {
		n            int
		format, want string
	}{{14, "lowerRoman", "xiv"}, {4000, "upperRoman", "4000"}, {3, "upperLetter", "C"}, {28, "lowerLetter", "bb"}, {2, "russianLower", "б"},
		{11, "chineseCounting", "十一"}, {42, "chineseCounting", "四十二"}, {7, "decimalZero", "07"}, {5, "unheard-of", "5"}, {0, "lowerLetter", "0"}} {
		if got := numeral(c.n, c.format); got != c.want {
			t.Errorf("%d in %s is %q, want %q", c.n, c.format, got, c.want)
		}
	}
}

// FuzzOffice holds every reader to come to an end with spans within its text.
func FuzzOffice(f *testing.F) {
	f.Add([]byte(p(r("a") + `<w:r><w:footnoteReference w:id="1"/></w:r>`)))
	f.Add([]byte(`<office:body><office:text><text:list><text:list-item><text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>b</text:p></text:note-body></text:note></text:p></text:list-item></text:list></office:text></office:body>`))
	files, _ := filepath.Glob("testdata/*")
	for _, name := range files {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		body := string(data)
		d := &docx{styles: stylesOf(body), lists: listsOf(body)}
		d.notes[0], d.notes[1] = notesOf(body, "footnote"), notesOf(body, "r")
		firstHead(body)
		d.story(body)
		sound(t, d.w.Text())
		sound(t, odtText(body, body))
	})
}

// TestHiddenODT holds hidden sections, paragraphs and spans of OpenDocument to be none.
func TestHiddenODT(t *testing.T) {
	styles := `<style:style style:name="H"><style:text-properties text:display="none"/></style:style>`
	body := `<office:body><office:text><text:p>a<text:span text:style-name="H">b</text:span></text:p><text:section text:display="none"><text:p>c</text:p><text:section><text:p>d</text:p></text:section></text:section>` +
		`<text:p text:style-name="H">e<text:note><text:note-body><text:p>f</text:p></text:note-body></text:note></text:p><text:section><text:p>g</text:p></text:section></office:text></office:body>`
	if got, want := show(odtText(styles, body)), "plain a\nplain g\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Tracked changes are read as accepted, and counted.
func TestChanges(t *testing.T) {
	for _, row := range []struct {
		format string
		read   func() block.Text
	}{
		{"docx", func() block.Text {
			d := &docx{styles: stylesOf(""), lists: listsOf("")}
			d.story(`<w:body><w:p><w:del w:id="1"><w:r><w:delText>a</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>b</w:t></w:r></w:ins></w:p></w:body>`)
			text := d.w.Text()
			text.Changes = d.changes
			return text
		}},
		{"rtf", func() block.Text {
			text, _ := RTF([]byte(`{\rtf1{\deleted a}{\revised b}}`))
			return text
		}},
		{"odt", func() block.Text {
			return odtText("", `<office:body><office:text><text:tracked-changes><text:changed-region/><text:changed-region/></text:tracked-changes><text:p>b</text:p></office:text></office:body>`)
		}},
	} {
		if text := row.read(); text.Changes != 2 {
			t.Errorf("%s: %d changes, want 2", row.format, text.Changes)
		}
	}
}

// sound fails where a span does not lie in the text.
func sound(t *testing.T, x block.Text) {
	t.Helper()
	for _, b := range x.Blocks {
		for _, s := range append(b.Pieces, b.Lead) {
			if s.Start < 0 || s.End > len(x.Text) || s.Start > s.End {
				t.Fatalf("span %v in %d bytes", s, len(x.Text))
			}
		}
	}
}
