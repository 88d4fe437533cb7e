package extract_test

import (
	"strings"
	"testing"

	"uncite/extract"
	"uncite/extract/internal/read"
	"uncite/extract/record"
)

// TestLinks: with Links, what only a link states is a reference of its own
// rule; what the words state already is none twice.
func TestLinks(t *testing.T) {
	page := `<html lang="en"><body><h1>A/80/517</h1>
<p>Noting the <a href="https://undocs.org/en/S/2021/98">report on the wells</a>, resolution
<a href="https://docs.un.org/en/A/RES/64/292">64/292 of the General Assembly</a>, its resolution
<a href="https://undocs.org/A/RES/2200(XXI)">2200 A (XXI)</a>, <a href="https://undocs.org/A/80/517">this text</a>
and <a href="https://example.org/A/RES/1/1">a page elsewhere</a>,</p></body></html>`
	docs, err := read.Bytes("x", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	docs[0].Lang = "en"
	for _, links := range []bool{false, true} {
		x := extract.New(nil)
		x.Links = links
		refs, err := x.Document(nil, docs[0])
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range refs {
			if r.Rule == record.LinkRule {
				got = append(got, r.Text+" "+r.Target)
			}
		}
		want := ""
		if links {
			want = "report on the wells S/2021/98"
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("links %t: %q, want %q", links, got, want)
		}
	}
}
