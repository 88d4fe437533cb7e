package annotate_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"uncite/extract"
	"uncite/extract/annotate"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

const page = `<?xml version="1.0" encoding="UTF-8"?>
<!-- a draft -->
<akn:akomaNtoso xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<akn:statement name="resolution">
<akn:preamble><akn:p><akn:i>Recalling</akn:i> its resolution <akn:b>60</akn:b>/288 of 8&#160;September 2006&amp; Security Council resolution 1373&nbsp;(2001),<akn:authorialNote marker="1"><akn:p>See A/71/858.</akn:p></akn:authorialNote> and <akn:a href="https://undocs.org/en/A/RES/70/1">resolution 70/1</akn:a>,</akn:p></akn:preamble>
<akn:mainBody><akn:paragraph><akn:num>1.</akn:num><akn:content>
  <akn:p>Reaffirms <!-- between --> its   resolution
	64/297; <![CDATA[resolution 66/282]]></akn:p></akn:content></akn:paragraph></akn:mainBody>
</akn:statement></akn:akomaNtoso>
`

func target(r *record.Reference) annotate.Link {
	return annotate.Link{Href: symbol.Link(r.Target), Title: r.Target + " <" + r.Treatment + `> "&"`}
}

// annotated marks the references of a file.
func annotated(t *testing.T, data []byte) ([]byte, annotate.Outcome, bool) {
	t.Helper()
	d, err := annotate.Read("page.xml", data)
	if err != nil {
		return nil, annotate.Outcome{}, false
	}
	var refs []record.Reference
	for _, doc := range d.Documents {
		if refs, err = extract.New(nil).Document(refs, doc); err != nil {
			return nil, annotate.Outcome{}, false
		}
	}
	out, outcome := d.XML(refs, target)
	return out, outcome, true
}

var inserted = regexp.MustCompile(`<(?:[\w:]+:)?ref href="https://undocs[^>]*>|</(?:[\w:]+:)?ref>`)

func TestXML(t *testing.T) {
	out, outcome, ok := annotated(t, []byte(page))
	if !ok {
		t.Fatal("the page cannot be read")
	}
	for _, want := range []string{
		`<akn:b><akn:ref href="https://undocs.org/en/A/RES/60/288" title="A/RES/60/288 &lt;recall&gt; &#34;&amp;&#34;">60</akn:ref></akn:b><akn:ref href="https://undocs.org/en/A/RES/60/288"`, // tags run through it
		`1373&nbsp;(2001)</akn:ref>`, // an entity stays as it is
		`>A/71/858</akn:ref>.`,       // in a note
		`<akn:a href="https://undocs.org/en/A/RES/70/1">resolution 70/1</akn:a>`, // a link before
		"64/297</akn:ref>",
		`<![CDATA[resolution 66/282]]>`, // where no element can stand
	} {
		if !strings.Contains(string(out), want) {
			t.Errorf("not there: %s\nin %s", want, out)
		}
	}
	if outcome.Marked < 4 || outcome.Linked != 1 || outcome.Absent < 1 {
		t.Errorf("%+v", outcome)
	}
}

// TestXMLKeepsBytes is the property that counts: without the elements that were
// put in, the file is the same to the byte; what was well formed still is; and
// the same references are read from it.
func TestXMLKeepsBytes(t *testing.T) {
	files := [][]byte{[]byte(page), []byte("\uFEFF" + page), []byte(strings.ReplaceAll(page, "akn:", ""))}
	if shared := os.Getenv("UNCITE_SHARED"); shared != "" {
		for _, lang := range []string{"ar", "en", "es", "fr", "ru", "zh"} {
			found, _ := filepath.Glob(filepath.Join(shared, "benchmark", "akn", lang, "*.xml"))
			for _, f := range found[:min(4, len(found))] {
				data, err := os.ReadFile(f)
				if err != nil {
					t.Fatal(err)
				}
				files = append(files, data)
			}
		}
	}
	// Damage of every sort: bytes cut out, doubled, turned.
	rnd := rand.New(rand.NewPCG(15, 4))
	for range 60 {
		data := []byte(page)
		for range 1 + rnd.IntN(3) {
			from := rnd.IntN(len(data))
			to := min(len(data), from+rnd.IntN(30))
			if rnd.IntN(2) == 0 {
				data = append(bytes.Clone(data[:from]), data[to:]...)
			} else {
				data = append(bytes.Clone(data[:to]), data[from:]...)
			}
		}
		files = append(files, data)
	}
	for i, data := range files {
		out, _, ok := annotated(t, data)
		if !ok {
			continue
		}
		links := len(inserted.FindAll(data, -1))
		if got := inserted.ReplaceAll(out, nil); links == 0 && !bytes.Equal(got, data) {
			t.Errorf("file %d: other bytes have changed:\n%s\nwas\n%s", i, got, data)
		}
		if wellFormed(data) && !wellFormed(out) {
			t.Errorf("file %d is no longer well formed:\n%s", i, out)
		}
		if wellFormed(data) {
			same(t, data, out)
		}
	}
}

// same demands that both files give the same text and references.
func same(t *testing.T, a, b []byte) {
	t.Helper()
	one, err := annotate.Read("a", a)
	if err != nil {
		t.Fatal(err)
	}
	two, err := annotate.Read("a", b)
	if err != nil {
		t.Fatal(err)
	}
	for i, d := range one.Documents {
		if d.Text != two.Documents[i].Text {
			t.Errorf("the text is another:\n%s\nwas\n%s", two.Documents[i].Text, d.Text)
		}
	}
}

func wellFormed(data []byte) bool {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Entity = map[string]string{"nbsp": "\u00A0"}
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return true
		} else if err != nil {
			return false
		}
	}
}

// What is in another encoding would have to be written anew, and is refused.
func TestXMLOnlyUTF8(t *testing.T) {
	for _, data := range []string{"plain text", "<?xml version=\"1.0\" encoding=\"windows-1251\"?><akomaNtoso><statement><mainBody><p>\xd0\xe5\xe7\xee\xeb\xfe\xf6\xe8\xff \xe8 \xf0\xe5\xf8\xe5\xed\xe8\xe5</p></mainBody></statement></akomaNtoso>"} {
		if _, err := annotate.Read("x.xml", []byte(data)); err == nil || !strings.Contains(err.Error(), "x.xml") {
			t.Errorf("%.20q: %v", data, err)
		}
	}
}

func TestMarks(t *testing.T) {
	ref := func(kind record.Kind, start, end int) record.Reference {
		return record.Reference{Kind: kind, Start: start, End: end, Zone: record.Preamble}
	}
	marks := annotate.Marks([]record.Reference{
		ref(record.Entity, 0, 30), // a long name around a number gives way
		ref(record.Resolution, 10, 20),
		ref(record.Resolution, 10, 20), // a second of the same words
		ref(record.State, 40, 45),
		{Kind: record.Resolution, Start: 50, End: 60, Zone: record.Masthead}, // the document itself
		ref(record.Report, 45, 50),                                           // right behind the State
	})
	got := ""
	for _, m := range marks {
		got += string(rune('0'+len(m.References))) + string(m.References[0].Kind[0])
	}
	if got != "3r1s1d" {
		t.Errorf("marks %s: %+v", got, marks)
	}
}
