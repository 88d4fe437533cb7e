package extract_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"uncite/extract"
	"uncite/fixtures"
)

// forms are the ways in which one text comes, each made of the paragraphs of a
// text of the sample. PDFs are held to the same in extract/internal/pdf, XML in
// extract/internal/read.
var forms = []struct {
	name string
	make func(t *testing.T, code, name, text string) string
}{
	{"HTML", func(_ *testing.T, code, _, text string) string { return pageOf(code, text) }},
	{"DOCX", func(t *testing.T, _, _, text string) string { return wordOf(t, text) }},
	{"lines of 80 characters", func(_ *testing.T, code, _, text string) string { return wrapped(code, text, 80, "") }},
	{"lines of 60 characters, indented", func(_ *testing.T, code, _, text string) string { return wrapped(code, text, 60, "    ") }},
	{"lines of 72 columns, words kept", func(_ *testing.T, code, _, text string) string {
		if code == "zh" {
			return filled(text, 36)
		}
		return filled(text, 72)
	}},
	{"UTF-16", func(_ *testing.T, _, _, text string) string { return utf16Of(text) }},
	{"JSON Lines", func(_ *testing.T, _, name, text string) string {
		return fmt.Sprintf("{\"id\":%q,\"text\":%s}\n", name, quoted(text))
	}},
}

// TestForms holds the references of every text of the sample, in six languages, to be
// the same in whatever form it comes: all fields but the places, for which
// forms differ in their line ends, and all records.
func TestForms(t *testing.T) {
	for _, code := range fixtures.Langs {
		for _, name := range fixtures.Names() {
			text, err := fixtures.Text(code, name)
			if err != nil {
				t.Fatal(err)
			}
			text = unwrapped(text)
			want := fieldsOf(t, code, name+".txt", text)
			for _, f := range forms {
				if strings.HasPrefix(f.name, "lines") && strings.Contains(text, "](") {
					continue // a link of Markdown is not broken over lines
				}
				got := fieldsOf(t, code, name, f.make(t, code, name, text))
				if len(got) != len(want) {
					t.Errorf("%s/%s as %s: %d references, as text %d", code, name, f.name, len(got), len(want))
				}
				for i := range min(len(got), len(want)) {
					if got[i] != want[i] {
						t.Errorf("%s/%s as %s:\n got %s\nwant %s", code, name, f.name, got[i], want[i])
						break
					}
				}
			}
		}
	}
}

// fieldsOf reads a file and spells its references without their places, blanks
// levelled, which in Chinese are none.
func fieldsOf(t *testing.T, code, name, data string) []string {
	t.Helper()
	var out []string
	err := extractor.FS(context.Background(), fstest.MapFS{name: {Data: []byte(data)}}, func(r *extract.Result) error {
		for _, ref := range r.References {
			ref.Source, ref.Start, ref.End = "", 0, 0
			blank := " "
			if code == "zh" {
				blank = ""
			}
			fields := strings.Join(strings.Fields(fmt.Sprintf("%+v", ref)), blank)
			out = append(out, afterHyphen.ReplaceAllString(fields, "$1-$2")) // lines break there
		}
		return r.Err
	})
	if err != nil {
		t.Fatalf("%s/%s: %v", code, name, err)
	}
	slices.Sort(out) // notes stand where the form has them
	return out
}

// unwrapped makes each paragraph of a text of the sample one line, as all but
// one have it.
func unwrapped(text string) string {
	paragraphs := strings.Split(strings.TrimSpace(text), "\n\n")
	for i, p := range paragraphs {
		paragraphs[i] = strings.Join(strings.Split(p, "\n"), " ")
	}
	return strings.Join(paragraphs, "\n\n") + "\n"
}

// wrapped breaks the paragraphs of a text at blanks, and those of a script without
// blanks anywhere.
func wrapped(code, text string, width int, indent string) string {
	var b strings.Builder
	for _, p := range strings.Split(text, "\n\n") {
		rest := indent + strings.TrimSpace(p)
		for utf8.RuneCountInString(rest) > width {
			at := 0
			for range width {
				_, size := utf8.DecodeRuneInString(rest[at:])
				at += size
			}
			if i := strings.LastIndexByte(rest[:at], ' '); code != "zh" && i > len(indent) {
				at = i
			}
			b.WriteString(rest[:at] + "\n")
			rest = strings.TrimPrefix(rest[at:], " ")
		}
		b.WriteString(rest + "\n\n")
	}
	return b.String()
}

// filled breaks the paragraphs of a text as textwrap of Python does: behind a hyphen and at
// blanks, and a word that is longer than a line where the line is full.
func filled(text string, width int) string {
	paragraphs := strings.Split(text, "\n\n")
	for i, p := range paragraphs {
		var lines []string
		line := ""
		for _, piece := range wordPieces.FindAllString(p, -1) {
			for {
				place := width - utf8.RuneCountInString(line)
				word := []rune(strings.TrimRight(piece, " "))
				if len(word) <= place {
					line += piece
					break
				}
				if len(word) > width {
					line += string(word[:place])
					piece = strings.TrimPrefix(piece, string(word[:place]))
				}
				lines, line = append(lines, strings.TrimRight(line, " ")), ""
			}
		}
		paragraphs[i] = strings.Join(append(lines, strings.TrimSpace(line)), "\n")
	}
	return strings.Join(paragraphs, "\n\n")
}

var afterHyphen = regexp.MustCompile(`(\pL)- (\pL)`)

var wordPieces = regexp.MustCompile(`[^ -]*[\pL\d]-[ ]*|[^ ]+ *`)

var (
	noteMark  = regexp.MustCompile(`[⁰¹²³⁴-⁹]+`)
	noteBegin = regexp.MustCompile(`^([⁰¹²³⁴-⁹]+) `)
)

// number is the number that raised digits spell.
func number(marks string) string {
	return strings.Map(func(r rune) rune {
		for i, d := range []rune("⁰¹²³⁴⁵⁶⁷⁸⁹") {
			if r == d {
				return rune('0' + i)
			}
		}
		return r
	}, marks)
}

// notesOf parts the paragraphs of a text from its notes, in the order of their
// numbers.
func notesOf(text string) (paragraphs []string, notes map[string]string) {
	notes = map[string]string{}
	for _, p := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if m := noteBegin.FindStringSubmatch(p); m != nil {
			notes[number(m[1])] = p[len(m[0]):]
			continue
		}
		paragraphs = append(paragraphs, p)
	}
	return paragraphs, notes
}

// pageOf makes a page of a text: notes at its end, linked to and fro.
func pageOf(code, text string) string {
	paragraphs, notes := notesOf(text)
	var b strings.Builder
	fmt.Fprintf(&b, `<!DOCTYPE html><html lang=%q><head><meta charset="utf-8"><title>Document</title><style>p{margin:1em}</style></head><body>`, code)
	for _, p := range paragraphs {
		b.WriteString("<p>" + noteMark.ReplaceAllStringFunc(html.EscapeString(p), func(m string) string {
			n := number(m)
			return `<a href="#_ftn` + n + `" name="_ftnref` + n + `"><sup>` + n + "</sup></a>"
		}) + "</p>\n")
	}
	for i := 1; i <= len(notes); i++ {
		n := fmt.Sprint(i)
		b.WriteString(`<div id="ftn` + n + `"><p><a href="#_ftnref` + n + `" name="_ftn` + n + `">` + n + "</a> " + html.EscapeString(notes[n]) + "</p></div>\n")
	}
	return b.String() + "</body></html>\n"
}

// wordOf makes a DOCX of a text, with notes of its own.
func wordOf(t *testing.T, text string) string {
	paragraphs, notes := notesOf(text)
	run := func(s string) string {
		return `<w:r><w:t xml:space="preserve">` + html.EscapeString(s) + `</w:t></w:r>`
	}
	var body, foot strings.Builder
	for _, p := range paragraphs {
		body.WriteString("<w:p>")
		at := 0
		for _, m := range noteMark.FindAllStringIndex(p, -1) {
			body.WriteString(run(p[at:m[0]]) + `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="` + number(p[m[0]:m[1]]) + `"/></w:r>`)
			at = m[1]
		}
		body.WriteString(run(p[at:]) + "</w:p>")
	}
	for i := 1; i <= len(notes); i++ {
		n := fmt.Sprint(i)
		foot.WriteString(`<w:footnote w:id="` + n + `"><w:p><w:r><w:footnoteRef/></w:r>` + run(" "+notes[n]) + `</w:p></w:footnote>`)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"[Content_Types].xml", "<Types/>"},
		{"word/document.xml", "<w:document><w:body>" + body.String() + "</w:body></w:document>"},
		{"word/footnotes.xml", "<w:footnotes>" + foot.String() + "</w:footnotes>"},
		{"word/_rels/document.xml.rels", `<Relationships><Relationship Id="rId1" Type="x/footnotes" Target="footnotes.xml"/></Relationships>`},
	} {
		w, err := z.Create(part[0])
		if err == nil {
			_, err = w.Write([]byte(part[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// utf16Of encodes a text with a mark before it; it has no character beyond
// sixteen bits.
func utf16Of(text string) string {
	out := []byte{0xFF, 0xFE}
	for _, r := range text {
		out = append(out, byte(r), byte(r>>8))
	}
	return string(out)
}

// quoted spells a text as JSON does.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(text) + `"`
}
