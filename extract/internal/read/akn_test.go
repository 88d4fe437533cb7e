package read

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestAkomaNtoso checks what the markup says beyond the text: each link with
// the words it stands on, each lead verb, the name of the clause.
func TestAkomaNtoso(t *testing.T) {
	f, err := os.Open(filepath.Join("testdata", "resolution.xml"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	akn, err := AkomaNtoso(f)
	if err != nil {
		t.Fatal(err)
	}
	check(t, akn.Documents)
	text := akn.Documents[0].Text
	type link struct {
		Href, Words string
		Masthead    bool
	}
	var links []link
	for _, l := range akn.Links {
		links = append(links, link{strings.TrimPrefix(l.Href, "https://undocs.org/en/"), text[l.Span.Start:l.Span.End], l.Masthead})
	}
	want := []link{{"A/75/900", "A/75/900", true}, {"A/75/100", "A/75/100", false}, {"A/RES/70/1", "70/1", false}}
	if diff := cmp.Diff(want, links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	type clause struct{ Place, Name, Verb string }
	var clauses []clause
	for _, c := range akn.Clauses {
		p := akn.Documents[c.Document].Paragraphs[c.Paragraph]
		clauses = append(clauses, clause{string(p.Zone) + " " + p.Number, c.Name, text[c.Verb.Start:c.Verb.End]})
	}
	wantClauses := []clause{{"preamble ", "", "The General Assembly"}, {"preamble p1", "Noting", "Noting"},
		{"operative 1", "", "Requests"}, {"operative 2", "", "Decides"}}
	if diff := cmp.Diff(wantClauses, clauses); diff != "" {
		t.Errorf("clauses (-want +got):\n%s", diff)
	}
}

// TestNestedNote wants the words after a footnote within a footnote kept, each
// with the paragraph it stands in.
func TestNestedNote(t *testing.T) {
	const file = `<akomaNtoso><statement><mainBody><p>one<authorialNote marker="1"><p>two<authorialNote marker="2"><p>three</p></authorialNote>` +
		` four</p></authorialNote> five</p></mainBody></statement></akomaNtoso>`
	docs, err := Bytes("x", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	check(t, docs)
	for _, words := range []string{"one¹ five", "two² four", "² three"} {
		if !strings.Contains(docs[0].Text, words) {
			t.Errorf("the text lacks %q: %q", words, docs[0].Text)
		}
	}
}

// TestURISymbol reads symbols from the addresses of works.
func TestURISymbol(t *testing.T) {
	const base = "/akn/un/statement/deliberation/"
	for uri, want := range map[string]string{
		base + "unga/2021-06-30/75-301/":     "A/RES/75/301",
		base + "unga/2022-03-02/ES-11-1/":    "A/RES/ES-11/1",
		base + "unsc/2020-02-25/2511-2020/":  "S/RES/2511(2020)",
		base + "unecosoc/2021-06-08/2021-10": "E/RES/2021/10",
		base + "unga/2021-06-30/":            "",
		base + "unga/2021-06-30/75/":         "",
		base + "other/2021-06-30/1-2/":       "",
		"":                                   "",
	} {
		if got := uriSymbol(uri); got != want {
			t.Errorf("%s: got %q, want %q", uri, got, want)
		}
	}
}
