package render

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"uncite/extract/record"
	"uncite/graph"
)

var update = flag.Bool("update", false, "rewrite the golden files in testdata")

// references are the fixed references of the golden files.
func references() []record.Reference {
	return []record.Reference{
		{Source: "a.txt", Document: "A/RES/75/291", Lang: "zh", Zone: record.Preamble, Paragraph: "p3", Kind: record.Resolution,
			Target: "A/RES/60/288", Pinpoint: "annex", Treatment: "reaffirm", Verb: "重申", Text: "第60/288号决议", Start: 120, End: 140,
			Date: "2006-09-08", Rule: "number", Status: record.Resolved},
		{Source: "b.txt", Lang: "ar", Zone: record.Operative, Paragraph: "3 (b)", Kind: record.Instrument, Symbol: "UNTS/1577/27531",
			Text: "الاتفاقية، \"المذكورة\"", Start: 7, End: 44, Rule: "title", Status: record.Ambiguous, Note: "two conventions fit"},
		{Source: "c.txt", Document: "A/75/729", Lang: "en", Zone: record.Masthead, Kind: record.Report, Target: "A/75/729",
			Text: "A/75/729", Status: record.Resolved, Title: "A title, with a comma\nand a second line"},
	}
}

// writers are all that Formats can write from the fixed map and references
// without another program, by the name of the golden file.
func writers() map[string]func(io.Writer) error {
	out := resultWriters()
	for _, f := range Formats {
		if f.Map != nil && f.Name != "png" && f.Name != "pdf" && f.Name != "html" {
			out["map"+f.Extension] = func(w io.Writer) error { return f.Map(context.Background(), w, smallMap()) }
		}
		if f.Ranking != nil {
			out["ranking"+f.Extension] = func(w io.Writer) error { return f.Ranking(w, smallMap().First(6)) }
		}
		if f.References != nil {
			out["references"+f.Extension] = func(w io.Writer) error {
				rw := f.References(w)
				for _, r := range references() {
					if err := rw.Write(&r); err != nil {
						return err
					}
				}
				return rw.Close()
			}
		}
	}
	return out
}

func TestGolden(t *testing.T) {
	for name, write := range writers() {
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			if err := write(&got); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", name)
			if *update {
				if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(want), got.String()); d != "" {
				t.Errorf("differs from %s (-want +got); if it is meant, run go test -update\n%s", path, d)
			}
		})
	}
}

// A full disk or a closed pipe must not look like success.
func TestWriteErrors(t *testing.T) {
	for name, write := range writers() {
		if err := write(failing{}); !errors.Is(err, errFull) {
			t.Errorf("%s: error %v, want that of the writer", name, err)
		}
	}
}

var errFull = errors.New("no space left")

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errFull }

// Every XML output is well-formed, whatever stands in a node; the empty
// graph and a graph of one node are drawn too.
func TestWellFormed(t *testing.T) {
	nasty := smallMap()
	for i := range nasty.Graph.Nodes {
		n := &nasty.Graph.Nodes[i]
		n.ID += "\x00\x1b\xff\u202e\ufffe<&>\"'"
		n.Label, n.Title, n.Body, n.Date, n.Link = n.ID, n.ID, n.ID, n.ID, "https://x/"+n.ID
		n.Kind = record.Kind(n.ID)
	}
	nasty.Title = nasty.Graph.Nodes[0].ID
	nasty.Scores[0].Name = nasty.Title
	nasty.Graph.Notes = []string{nasty.Title}
	for name, m := range map[string]*Map{
		"small": smallMap(), "nasty": nasty, "one": cut(smallMap(), 1), "empty": bare(&graph.Graph{}),
		"no scores": bare(smallMap().Graph), "big": generated(120, 9),
	} {
		for _, format := range []string{"svg", "graphml"} {
			f, err := Find(format, OfMap)
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := f.Map(context.Background(), &out, m); err != nil {
				t.Fatalf("%s of %s: %v", format, name, err)
			}
			d := xml.NewDecoder(&out)
			for {
				if _, err := d.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Fatalf("%s of %s: %v", format, name, err)
				}
			}
		}
	}
}

// A link that is no web address must not become one: a corpus is not to be
// trusted.
func TestLinksAreWebAddresses(t *testing.T) {
	m := smallMap()
	for i := range m.Graph.Nodes {
		m.Graph.Nodes[i].Link = "javascript:alert(1)"
	}
	for _, format := range []string{"svg", "dot"} {
		f, _ := Find(format, OfMap)
		var out bytes.Buffer
		if err := f.Map(context.Background(), &out, m); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), "javascript:") {
			t.Errorf("%s carries a script as a link", format)
		}
	}
}

func TestStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, format := range []string{"svg", "graphml"} {
		f, _ := Find(format, OfMap)
		var out bytes.Buffer
		if err := f.Map(ctx, &out, smallMap()); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: error %v after the context is done", format, err)
		}
	}
}

func TestFind(t *testing.T) {
	if _, err := Find("svg", OfRanking); err == nil || !strings.Contains(err.Error(), "table, tsv, csv, json") {
		t.Errorf("error %v does not name the formats of rankings", err)
	}
	seen := map[string]bool{}
	for _, f := range Formats {
		if seen[f.Name] || f.Description == "" || !strings.HasPrefix(f.Extension, ".") || f.Map == nil && f.Ranking == nil && f.References == nil && f.Result == nil {
			t.Errorf("row %q is incomplete or twice there", f.Name)
		}
		seen[f.Name] = true
	}
}
