package pdf

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"uncite/extract/internal/block"
)

var (
	dumpFrom = flag.String("dump", "", "a PDF, or a folder of PDFs, to write as text into -into")
	dumpInto = flag.String("into", "", "the folder for -dump")
	dumpFlat = flag.Bool("flat", false, "leave the structure tree alone in -dump")
)

// render writes a text as one would read it: blocks after each other, the
// marks of notes before their words.
func render(t *block.Text) string {
	var b strings.Builder
	for _, x := range t.Blocks {
		if x.Kind == block.Furniture {
			continue
		}
		if x.Kind == block.Note && x.Mark != "" {
			for _, r := range x.Mark {
				b.WriteRune(raisedRune(r, false))
			}
			b.WriteByte(' ')
		}
		for i, s := range x.Pieces {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(t.Text[s.Start:s.End])
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

// outline writes the blocks with what is known of them, a line each.
func outline(t *block.Text) string {
	var b strings.Builder
	kinds := []string{"plain", "heading", "item", "note", "cell", "furniture"}
	for _, x := range t.Blocks {
		fmt.Fprintf(&b, "%d %s", x.Page, kinds[x.Kind])
		if x.Level > 0 {
			fmt.Fprintf(&b, " level %d", x.Level)
		}
		if x.Table > 0 {
			fmt.Fprintf(&b, " t%d r%d c%d", x.Table, x.Row, x.Column)
		}
		if x.Mark != "" {
			fmt.Fprintf(&b, " mark %q", x.Mark)
		}
		for i, s := range []string{"bold", "italic", "centred"} {
			if x.Style&(1<<i) != 0 {
				b.WriteString(" " + s)
			}
		}
		if x.Lead.End > 0 {
			fmt.Fprintf(&b, " lead %q", t.Text[x.Lead.Start:x.Lead.End])
		}
		for _, s := range x.Pieces {
			b.WriteString(" | " + t.Text[s.Start:s.End])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestDump is no test but a tool: go test -run Dump -dump FOLDER -into FOLDER.
func TestDump(t *testing.T) {
	if *dumpFrom == "" {
		t.Skip("a tool: -dump FOLDER -into FOLDER")
	}
	files := []string{*dumpFrom}
	if info, err := os.Stat(*dumpFrom); err == nil && info.IsDir() {
		files, _ = filepath.Glob(filepath.Join(*dumpFrom, "*.pdf"))
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text, err := Read(data, Options{NoTags: *dumpFlat})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		base := filepath.Join(*dumpInto, strings.TrimSuffix(filepath.Base(name), ".pdf"))
		os.WriteFile(base+".txt", []byte(render(text)), 0o644)
		os.WriteFile(base+".blocks", []byte(outline(text)), 0o644)
	}
}
