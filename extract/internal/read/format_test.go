package read

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"uncite/extract/record"
)

// TestBadFiles wants, for everything that cannot be read, an error that names
// the file, says what is wrong and where, and tells a way out.
func TestBadFiles(t *testing.T) {
	long := strings.Repeat("<p>", maxDepth+1)
	tests := []struct {
		name, data string
		kind       error
		place      string // in the message
	}{
		{"nothing at all", "", ErrEmpty, ""},
		{"only blanks and marks", " \n\t\r\n\u00A0\n", ErrEmpty, ""},
		{"a mark of UTF-8 and nothing after it", "\uFEFF", ErrEmpty, ""},
		{"a PDF", "%PDF-1.7\n...", ErrBinary, "pdftotext"},
		{"a ZIP or DOCX", "PK\x03\x04....", ErrBinary, "ZIP"},
		{"a zero byte", "text\x00text", ErrBinary, "byte 4"},
		{"Latin-1: the first bad byte is named", "R\xE9solution", ErrEncoding, "byte 1"},
		{"a character cut off at the end", "大会\xE5\xA4", ErrEncoding, "byte 6"},
		{"UTF-16 cut in the middle of a unit", "\xFF\xFEA\x00B", ErrEncoding, "byte 4"},
		{"half of a UTF-16 pair", "\xFF\xFE\x00\xD8A\x00", ErrEncoding, "byte 2"},
		{"XML that ends too early", "<akomaNtoso><statement>", ErrMalformed, "line 1"},
		{"XML with a wrong end tag", "<akomaNtoso>\n<p>text</q></akomaNtoso>", ErrMalformed, "line 2"},
		{"a bomb of entities", `<!DOCTYPE x [<!ENTITY a "aaaa">]><akomaNtoso><p>&a;</p></akomaNtoso>`, ErrMalformed, "refused"},
		{"an unknown entity", "<akomaNtoso><p>&bomb;</p></akomaNtoso>", ErrMalformed, "line 1"},
		{"a tower of elements", "<akomaNtoso>" + long, ErrMalformed, "deeper"},
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

// TestWalk wants every readable file in sorted order whatever stands between,
// hidden files left out, and each trouble told once.
func TestWalk(t *testing.T) {
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
	visit := func(source string, docs []*record.Document, err error) error {
		name, _ := filepath.Rel(root, source)
		switch {
		case errors.Is(err, ErrEncoding):
			name += " encoding"
		case errors.Is(err, ErrNoDocuments):
			name += " none"
		case errors.Is(err, ErrNotFound):
			name += " missing"
		case err != nil:
			return err
		case docs[0].Source != source:
			t.Errorf("%s has the source %s", source, docs[0].Source)
		}
		got = append(got, filepath.ToSlash(name))
		return nil
	}
	if err := Walk([]string{in("nowhere"), root, in("empty"), in("b/2.txt")}, visit); err != nil {
		t.Fatal(err)
	}
	want := []string{"nowhere missing", "a/z.txt", "b/1.txt encoding", "b/2.txt", "empty none", "b/2.txt"}
	if !slices.Equal(got, want) {
		t.Errorf("visited %q, want %q", got, want)
	}
	stop := errors.New("stop")
	if err := Walk([]string{root}, func(string, []*record.Document, error) error { return stop }); err != stop {
		t.Errorf("a visit that stops the walk gave %v", err)
	}
}
