package render

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"uncite/extract"
	"uncite/extract/authority"
	"uncite/extract/check"
	"uncite/extract/record"
	"uncite/fixtures"
	"uncite/graph"
)

// draft has all that an annotation must carry: links, names without one, a
// citation that cannot be right, one that leads nowhere, a wrapped line and the
// signs of all markups.
const draft = `A/C.3/78/L.9

The General Assembly,

Recalling its resolutions 70/1 and
60/288 of 8 September 2006, and <Security Council> resolution 1540 (2005),

1. Reaffirms article 19 of the International Covenant on Civil and Political Rights [*sic*];

2. Thanks Kenya for its decision_of the thirty-first meeting, pursuant to the above-mentioned resolution.
`

// annotatedDraft extracts and checks a text.
func annotatedDraft(t testing.TB, name, text, lang string) *Annotated {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	a := &Annotated{Knowledge: graph.FromAuthority(authority.Default(), lang), Lang: lang}
	err := extract.New(nil).Paths(t.Context(), []string{path}, nil, func(r *extract.Result) error {
		for _, d := range r.Documents {
			d.Source = name
		}
		a.Documents, a.References = append(a.Documents, r.Documents...), append(a.References, r.References...)
		return r.Err
	})
	if err != nil {
		t.Fatal(err)
	}
	for i := range a.References {
		a.References[i].Source = name
	}
	a.Findings = check.Run([]check.Draft{{Documents: a.Documents, References: a.References}}, authority.Default())
	return a
}

func TestAnnotatedHTML(t *testing.T) {
	var out bytes.Buffer
	if err := annotatedDraft(t, "draft.txt", draft, "fr").HTML(&out); err != nil {
		t.Fatal(err)
	}
	page := out.String()
	for _, want := range []string{ // a row of the page each
		`content="default-src 'none'; style-src 'unsafe-inline'`, // no request can be made
		`<meta name="generator" content="uncite">`,               // it is no document of a corpus
		`<html lang="fr" dir="ltr">`,
		`<a class="resolved" href="https://undocs.org/en/A/RES/70/1"`,
		`class="error"`,         // the year of 1540
		"S/RES/1540(2004)",      // what was meant
		"&lt;<span",             // signs of markup are words
		"Pacte international",   // titles in the language of the page
		`id="r1"`, `href="#r1"`, // every mark has its row
		"resolutions 70/1", // words before stay
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %s\n%s", want, page)
		}
	}
	for _, bad := range []string{"<script", "src=", "@import", "url("} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %s", bad)
		}
	}
}

// TestAnnotatedReadsTheSame reads what was written, and finds the same.
func TestAnnotatedReadsTheSame(t *testing.T) {
	cited := func(refs []record.Reference) []string {
		var out []string
		for _, r := range refs {
			if r.Zone != record.Masthead && r.Status == record.Resolved && (r.Kind == record.Resolution || r.Kind == record.Instrument) {
				out = append(out, r.Target)
			}
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	texts := map[string]string{"draft.txt": draft}
	for _, lang := range fixtures.Langs {
		name := lang + "/A_RES_75_291.txt"
		data, err := fs.ReadFile(fixtures.Corpus(), name)
		if err != nil {
			t.Fatal(err)
		}
		texts[lang+".txt"] = string(data)
	}
	for name, text := range texts {
		a := annotatedDraft(t, name, text, "en")
		want := cited(a.References)
		for ending, write := range map[string]func(io.Writer) error{"docx": a.DOCX, "xml": a.AKN} {
			var out bytes.Buffer
			if err := write(&out); err != nil {
				t.Fatal(err)
			}
			got := cited(annotatedDraft(t, "again."+ending, out.String(), "en").References)
			if !slices.Equal(got, want) {
				t.Errorf("%s as %s: found %q, was %q", name, ending, got, want)
			}
		}
	}
}

// Every part of the file for word processors is XML, whatever a text holds, and
// every comment has its place.
func TestAnnotatedDOCX(t *testing.T) {
	a := annotatedDraft(t, "draft.txt", draft+"\n3. Recalls \x01 resolution 60/1 \uFFFE;\n", "en")
	var out bytes.Buffer
	if err := a.DOCX(&out); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(data)
		wellFormedXML(t, f.Name, data)
	}
	if n := strings.Count(parts["word/document.xml"], "<w:commentReference"); n == 0 || n != strings.Count(parts["word/comments.xml"], "<w:comment ") {
		t.Errorf("%d marks of comments, %d comments", n, strings.Count(parts["word/comments.xml"], "<w:comment "))
	}
	if !strings.Contains(parts["word/comments.xml"], "S/RES/1540(2004)") {
		t.Error("no comment says what was meant")
	}
}

func wellFormedXML(t *testing.T, name string, data []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, data)
		}
	}
}

// A browser that opens the page asks for nothing and has nothing to complain of.
func TestAnnotatedInBrowser(t *testing.T) {
	b := startBrowser(t)
	path := filepath.Join(t.TempDir(), "page.html")
	var out bytes.Buffer
	if err := annotatedDraft(t, "draft.txt", draft, "ar").HTML(&out); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, out.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	b.open(path, "", "document.readyState === 'complete'")
	if links, _ := b.eval("document.querySelectorAll('main a[href^=https]').length").(float64); links < 4 {
		t.Errorf("%g links", links)
	}
	if bad := b.did(); bad != "" {
		t.Error(bad)
	}
}
