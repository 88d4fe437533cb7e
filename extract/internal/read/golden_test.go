package read

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"uncite/extract/record"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// dump prints documents so that a reader can see what became of each line.
func dump(docs []*record.Document) string {
	var b strings.Builder
	for _, d := range docs {
		fmt.Fprintf(&b, "lang %s\nsymbol %s\nbody %s\nsession %s\ndate %s\ntitle %s\nagenda %s\ndraft %s\nmeeting %s\n",
			d.Lang, d.Symbol, d.Body, d.Session, d.Date, d.Title, d.AgendaItem, d.Draft, d.Meeting)
		for _, s := range d.MastheadSymbols {
			fmt.Fprintf(&b, "printed %s\n", d.Text[s.Start:s.End])
		}
		for _, p := range d.Paragraphs {
			fmt.Fprintf(&b, "%s %s\n", p.Zone, p.Number)
			for _, s := range p.Pieces {
				fmt.Fprintf(&b, "\t%q\n", d.Text[s.Start:s.End])
			}
		}
	}
	return b.String()
}

// golden compares got with testdata/name, or writes it with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", name, diff)
	}
}

// TestFixtures reads every file of testdata that has a golden file beside it.
func TestFixtures(t *testing.T) {
	for _, name := range []string{"ar.txt", "en.txt", "es.txt", "fr.txt", "ru.txt", "zh.txt", "report.txt", "council.txt",
		"parts.txt", "resolution.xml"} {
		t.Run(name, func(t *testing.T) {
			docs, err := File(filepath.Join("testdata", name))
			if err != nil {
				t.Fatal(err)
			}
			check(t, docs)
			golden(t, name+".golden", dump(docs))
		})
	}
}

// TestSixVersions holds the six versions of one fixture, each in a layout of
// its own, against each other: facts and numbered paragraphs are the same.
func TestSixVersions(t *testing.T) {
	type facts struct{ Symbol, Body, Session, Date, Agenda, Meeting string }
	want := facts{"A/RES/75/400", "entity:general-assembly", "75", "2020-12-31", "72 (b)", "48"}
	places := []string{"preamble p1", "preamble p2", "footnote n1", "operative 1", "operative 1 (a)", "operative 1 (b)",
		"operative 2", "annex 1"}
	for _, code := range languages {
		docs, err := File(filepath.Join("testdata", code+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		d := docs[0]
		if d.Lang != code {
			t.Errorf("%s: read as %s", code, d.Lang)
		}
		got := facts{d.Symbol, d.Body, d.Session, d.Date, d.AgendaItem, d.Meeting}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: facts (-want +got):\n%s", code, diff)
		}
		var found []string
		for _, p := range d.Paragraphs {
			if p.Number != "" {
				found = append(found, string(p.Zone)+" "+p.Number)
			}
		}
		if diff := cmp.Diff(places, found); diff != "" {
			t.Errorf("%s: numbered paragraphs (-want +got):\n%s", code, diff)
		}
	}
}

// check fails the test unless all spans lie in the text, at the bounds of
// characters, in order and apart from each other.
func check(t *testing.T, docs []*record.Document) {
	t.Helper()
	for _, d := range docs {
		end := 0
		for _, s := range d.MastheadSymbols {
			bounds(t, d.Text, s)
		}
		for i, p := range d.Paragraphs {
			if len(p.Pieces) == 0 || p.Zone == "" {
				t.Fatalf("paragraph %d has no pieces or no zone: %+v", i, p)
			}
			for j, s := range p.Pieces {
				bounds(t, d.Text, s)
				if j > 0 && s.Start < p.Pieces[j-1].End {
					t.Fatalf("paragraph %d: piece %d begins before the last ends", i, j)
				}
			}
			if first := p.Pieces[0].Start; first < end {
				t.Fatalf("paragraph %d begins at %d, before the first piece of the last ends", i, first)
			}
			end = p.Pieces[0].End
		}
	}
}

func bounds(t *testing.T, text string, s record.Span) {
	t.Helper()
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		t.Fatalf("span %v is not within the text of %d bytes", s, len(text))
	}
	for _, at := range []int{s.Start, s.End} {
		if at < len(text) && text[at]&0xC0 == 0x80 {
			t.Fatalf("span %v cuts a character", s)
		}
	}
}
