package read

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"uncite/extract/internal/block"
	"uncite/extract/internal/pdf"
	"uncite/extract/record"
)

// TestBadFiles wants, for everything that cannot be read, an error that names
// the file, says what is wrong and where, and tells a way out.
func TestBadFiles(t *testing.T) {
	tests := []struct {
		name, data string
		kind       error
		place      string // in the message
	}{
		{"nothing at all", "", ErrEmpty, ""},
		{"only blanks and marks", " \n\t\r\n\u00A0\n", ErrEmpty, ""},
		{"a mark of UTF-8 and nothing after it", "\uFEFF", ErrEmpty, ""},
		{"a PDF cut off after its head", "%PDF-1.7\n...", pdf.ErrDamaged, "fetch the file anew"},
		{"a ZIP file that is cut off", "PK\x03\x04....", ErrDamaged, "ZIP"},
		{"noise", "\x01\x8F\x00\x02\xFD\x03\x90\x04" + strings.Repeat("\x00\x01\xFE\x07", 40), ErrBinary, "no encoding"},
		{"XML without words", "<akomaNtoso><p> </p></akomaNtoso>", ErrEmpty, ""},
	}
	for _, test := range tests {
		docs, err := Bytes("bad.txt", []byte(test.data))
		if !errors.Is(err, test.kind) || docs != nil {
			t.Errorf("%s: got %v and %d documents, want %v", test.name, err, len(docs), test.kind)
			continue
		}
		var e *Error
		if !errors.As(err, &e) || e.Remedy == "" {
			t.Errorf("%s: %v is no Error with a remedy", test.name, err)
		}
		if msg := err.Error(); !strings.HasPrefix(msg, "bad.txt") || !strings.Contains(msg, test.place) {
			t.Errorf("%s: message %q does not name file and place %q", test.name, msg, test.place)
		}
	}
}

// TestDamagedXML wants damage to cost its spot and not the file, entities that
// a file declares to stay unexpanded, and a text that names an element to be a
// text.
func TestDamagedXML(t *testing.T) {
	const head, words = "<akomaNtoso><statement><mainBody><p>", "recalling its resolution 64/292"
	for why, data := range map[string]string{
		"cut off":                    head + words,
		"cut off within a tag":       head + words + "<b clas",
		"a wrong end tag":            head + words + "</q></p></mainBody></statement></akomaNtoso>",
		"a control character":        head + "\x02 " + words + "</p></mainBody></statement></akomaNtoso>",
		"a bare ampersand":           head + "R & D, " + words + "</p></mainBody></statement></akomaNtoso>",
		"an unknown entity":          head + "&bomb; " + words + "</p></mainBody></statement></akomaNtoso>",
		"a harmless document type":   "<!DOCTYPE akomaNtoso SYSTEM \"a.dtd\">" + head + words,
		"entities that are declared": `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>` + head + "&b; " + words,
		"a tower of elements":        head + words + "</p>" + strings.Repeat("<p>", 100000),
		"a text that names the tag":  "Each file begins with <akomaNtoso>, " + words,
		"a mark and an XML line":     "\uFEFF<?xml version=\"1.0\"?>\n<!-- akomaNtoso -->" + head + words,
		"in another encoding":        utf16Bytes("<?xml version=\"1.0\" encoding=\"utf-16\"?>"+head+words, false),
	} {
		docs, err := Bytes("x", []byte(data))
		if err != nil || len(docs) != 1 || !strings.Contains(docs[0].Text, words) || strings.Contains(docs[0].Text, "aaaa") {
			t.Errorf("%s: %v", why, err)
			continue
		}
		check(t, docs)
	}
}

// TestEncodings wants the same text from each encoding that is understood.
func TestEncodings(t *testing.T) {
	const want = "大会，\r\n\r\n回顾其第70/1号决议，𠀀"
	for name, data := range map[string]string{
		"UTF-8":                  want,
		"UTF-8 with a mark":      "\uFEFF" + want,
		"UTF-16, little end":     utf16Bytes(want, false),
		"UTF-16, big end before": utf16Bytes(want, true),
	} {
		docs, err := Bytes("x", []byte(data))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if docs[0].Text != want {
			t.Errorf("%s: text is %q", name, docs[0].Text)
		}
		check(t, docs)
	}
}

func utf16Bytes(s string, big bool) string {
	units := []uint16{0xFEFF}
	for _, r := range s {
		if r >= 0x10000 {
			r -= 0x10000
			units = append(units, 0xD800+uint16(r>>10), 0xDC00+uint16(r&0x3FF))
		} else {
			units = append(units, uint16(r))
		}
	}
	var b strings.Builder
	for _, u := range units {
		if big {
			b.WriteByte(byte(u >> 8))
		}
		b.WriteByte(byte(u))
		if !big {
			b.WriteByte(byte(u >> 8))
		}
	}
	return b.String()
}

// TestTooLarge wants a file beyond the limit refused by its size alone, and a
// stream as soon as the limit is passed. The file is sparse: it takes no room.
func TestTooLarge(t *testing.T) {
	path := filepath.Join(t.TempDir(), "huge.txt")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(1 << 30); err != nil {
		t.Skip("no sparse files here:", err)
	}
	f.Close()
	if _, err := File(path); !errors.Is(err, ErrTooLarge) || !strings.Contains(err.Error(), "1024 MB") {
		t.Errorf("got %v", err)
	}
}

// TestBrokenStream wants the reader's own error, with the name of the source.
func TestBrokenStream(t *testing.T) {
	r := io.MultiReader(strings.NewReader("The"), errReader{})
	if _, err := Stream("-", r); !errors.Is(err, ErrUnreadable) || !strings.HasPrefix(err.Error(), "-: ") {
		t.Errorf("got %v", err)
	}
}

type errReader struct{}

func (errReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// TestFiles wants every readable file in sorted order whatever stands between,
// hidden files left out, and each trouble told once.
func TestFiles(t *testing.T) {
	root := t.TempDir()
	write := func(name, data string) {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("b/2.txt", "The General Assembly,\n\nDecides.")
	write("b/1.txt", "\xFF")
	write("a/z.txt", "Le Conseil")
	write(".hidden/x.txt", "x")
	write("b/.x.txt", "x")
	if err := os.Mkdir(filepath.Join(root, "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	in := func(name string) string { return filepath.Join(root, name) }
	var got []string
	for _, p := range []string{in("nowhere"), root, in("empty"), in("b/2.txt")} {
		files, problems := Files(p)
		for _, e := range problems {
			name, _ := filepath.Rel(root, e.Source)
			got = append(got, filepath.ToSlash(name)+": "+e.Kind.Error())
		}
		for _, f := range files {
			name, _ := filepath.Rel(root, f)
			got = append(got, filepath.ToSlash(name))
		}
	}
	want := []string{"nowhere: " + ErrNotFound.Error(), "a/z.txt", "b/1.txt", "b/2.txt", "empty: " + ErrNoDocuments.Error(), "b/2.txt"}
	if !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

// TestLinks wants links followed, one that leads back or to the same folder
// again told, and one that leads nowhere too.
func TestLinks(t *testing.T) {
	root := t.TempDir()
	for _, dir := range []string{"a", "b"} {
		if err := os.Mkdir(filepath.Join(root, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(root, "b", "1.txt"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, to := range map[string]string{"a/back": root, "a/b": filepath.Join(root, "b"), "a/gone": filepath.Join(root, "nowhere"), "a/file": filepath.Join(root, "b", "1.txt")} {
		if err := os.Symlink(to, filepath.Join(root, filepath.FromSlash(name))); err != nil {
			t.Skip("no links here:", err)
		}
	}
	files, problems := Files(root)
	var got []string
	for _, f := range files {
		name, _ := filepath.Rel(root, f)
		got = append(got, filepath.ToSlash(name))
	}
	for _, e := range problems {
		name, _ := filepath.Rel(root, e.Source)
		got = append(got, filepath.ToSlash(name)+": "+e.Kind.Error())
	}
	want := []string{"a/b/1.txt", "a/file", "a/back: " + ErrPassedOver.Error(), "a/gone: " + ErrNotFound.Error(), "b: " + ErrPassedOver.Error()}
	if !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

// toyFormat is a format of lines that begin with "#" for a heading, "1:" for a
// numbered paragraph, "^" for a note: what a new file of this package would
// hold.
var toyFormat = Format{
	Name:  "toy",
	Match: func(head []byte) bool { return bytes.HasPrefix(head, []byte("!toy\n")) },
	Read: func(data []byte) ([]block.Text, error) {
		t := block.Text{Text: string(data), Encoding: "UTF-8"}
		at := 0
		for line := range strings.Lines(t.Text) {
			b := block.Block{Pieces: []record.Span{{Start: at, End: at + len(strings.TrimRight(line, "\n"))}}}
			if mark, words, found := strings.Cut(line, ":"); found {
				b.Kind, b.Mark = block.Item, mark+"."
				b.Pieces[0].Start += len(line) - len(words)
			}
			switch line[0] {
			case '#':
				b.Kind = block.Heading
				b.Pieces[0].Start++
			case '^':
				b.Kind = block.Note
				b.Pieces[0].Start++
			case '!':
				b.Kind = block.Furniture
			}
			t.Blocks = append(t.Blocks, b)
			at += len(line)
		}
		return []block.Text{t}, nil
	},
}

// TestNewFormat holds that a format is one row: a reader that knows nothing of
// UN documents gives blocks, and masthead, zones, numbers and notes come out
// as they do of any other format.
func TestNewFormat(t *testing.T) {
	formats := Formats
	defer func() { Formats = formats }()
	Formats = append([]Format{toyFormat}, Formats...)
	const file = "!toy\nUnited Nations\nA/RES/75/400\n#75/400. Lamps\nThe General Assembly,\nNoting the lamps¹ and\n" +
		"^Resolution 70/1.\n1:Decides to count them;\n(a):By day;\n2:Requests oil.\n#Annex\nThe list of lamps."
	docs, err := Bytes("x", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	d := docs[0]
	check(t, docs)
	if d.Symbol != "A/RES/75/400" || d.Title != "Lamps" || d.Format != "toy" || d.Encoding != "UTF-8" {
		t.Errorf("facts: symbol %q, title %q, format %q, encoding %q", d.Symbol, d.Title, d.Format, d.Encoding)
	}
	var got []string
	for _, p := range d.Paragraphs {
		got = append(got, strings.TrimSpace(string(p.Zone)+" "+p.Number)+": "+d.Text[p.Pieces[0].Start:p.Pieces[0].End])
	}
	want := []string{"masthead: United Nations", "masthead: A/RES/75/400", "heading: 75/400. Lamps", "preamble: The General Assembly,",
		"preamble p1: Noting the lamps¹ and", "footnote n1: Resolution 70/1.", "operative 1: Decides to count them;",
		"operative 1 (a): By day;", "operative 2: Requests oil.", "heading: Annex", "annex: The list of lamps."}
	if !slices.Equal(got, want) {
		t.Errorf("paragraphs\n%q, want\n%q", got, want)
	}
}
