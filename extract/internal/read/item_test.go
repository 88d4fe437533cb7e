package read

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

const sentence = "Recalling General Assembly resolution 64/292 on the springs of the valley,"

func zipped(t testing.TB, parts ...[2]string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, p := range parts {
		f, err := w.Create(p[0])
		if err == nil {
			_, err = io.WriteString(f, p[1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func tarred(t testing.TB, name, data string) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	if err := w.WriteHeader(&tar.Header{Name: name, Size: int64(len(data)), Mode: 0o600, Typeflag: tar.TypeReg}); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gzipped(t testing.TB, data string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zstdOf(t testing.TB, data string) string {
	t.Helper()
	e, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(e.EncodeAll([]byte(data), nil))
}

// items lists a file and tells each item: its name, and the words it has, the
// kind of its error, or that it holds references.
func items(list func(*Lister)) []string {
	var got []string
	l := Lister{
		IsReferences: func(_ string, head []byte) bool { return bytes.HasPrefix(head, []byte(`{"source"`)) },
		Emit: func(i Item) {
			what := ""
			switch {
			case i.References != nil:
				r, err := i.References()
				if err != nil {
					what = err.Error()
					break
				}
				data, _ := io.ReadAll(r)
				r.Close()
				what = fmt.Sprintf("%d bytes of references", len(data))
			default:
				docs, err := i.Documents()
				if e := (*Error)(nil); errors.As(err, &e) {
					what = e.Kind.Error()
				} else if len(docs) > 0 && strings.Contains(docs[0].Text, sentence) {
					what = docs[0].Lang
				}
			}
			got = append(got, filepath.Base(strings.ReplaceAll(i.Source, "/", "\\"))+": "+what)
		},
	}
	list(&l)
	return got
}

// TestItems lists what files hold, as files and as streams.
func TestItems(t *testing.T) {
	line := `{"id":"A/75/901","text":"` + sentence + `","lang":"en"}`
	for _, c := range []struct {
		why, name, data string
		want            []string
	}{
		{"a text", "a.txt", sentence, []string{"a.txt: en"}},
		{"a packed text keeps the name of the file", "a.gz", gzipped(t, sentence), []string{"a.gz: en"}},
		{"zstd", "a.zst", zstdOf(t, sentence), []string{"a.zst: en"}},
		{"files of a ZIP file, in its order", "a.zip", zipped(t, [2]string{"b/2.txt", sentence}, [2]string{"1.txt", sentence}),
			[]string{"a.zip\\b\\2.txt: en", "a.zip\\1.txt: en"}},
		{"a packed tar file", "a.tgz", gzipped(t, tarred(t, "x.txt", sentence)), []string{"a.tgz\\x.txt: en"}},
		{"a ZIP file within a ZIP file", "a.zip", zipped(t, [2]string{"b.zip", zipped(t, [2]string{"c.txt", sentence})}), []string{"a.zip\\b.zip\\c.txt: en"}},
		{"but not without end", "a.zip", zipped(t, [2]string{"1.gz", gzipped(t, gzipped(t, gzipped(t, gzipped(t, sentence))))}), []string{"a.zip\\1.gz: " + ErrDamaged.Error()}},
		{"an Office document is one, whatever it is packed with", "a", zipped(t, [2]string{"[Content_Types].xml", ""}, [2]string{"word/document.xml", "<w:document><w:body><w:p><w:r><w:t>" + sentence + "</w:t></w:r></w:p></w:body></w:document>"}),
			[]string{"a: en"}},
		{"lines of a corpus, a bad one costs itself", "c.jsonl", line + "\n{\"id\":\n\n" + line + "\n", []string{"c.jsonl#A\\75\\901: en", "c.jsonl: " + ErrDamaged.Error(), "c.jsonl#A\\75\\901: en"}},
		{"references, packed or not", "r.jsonl", `{"source":"a"}`, []string{"r.jsonl: 14 bytes of references"}},
		{"packed references", "r.gz", gzipped(t, `{"source":"a"}`), []string{"r.gz: 14 bytes of references"}},
		{"a picture is passed over", "p.png", "\x89PNG\r\n\x1a\n", []string{"p.png: " + ErrPassedOver.Error()}},
		{"a table of links is no document", "links.tsv", "file\ttarget\nE_2044_45.pdf\tE/2044/7\nE_2044_46.pdf\tE/RES/2044/8\n", []string{"links.tsv: " + ErrPassedOver.Error()}},
		{"nor is one without heads, in commas", "l.csv", "A/99/1,A/99/2\r\nA/99/1,A/99/3\r\n", []string{"l.csv: " + ErrPassedOver.Error()}},
		{"a table of keys with a column of texts is one of texts", "t.tsv", "id\ttext\n1\t" + sentence + "\n", []string{"t.tsv: en"}},
		{"a masthead set with tabs is a document", "m.txt", "United Nations\tA/99/1\n\n" + sentence, []string{"m.txt: en"}},
		{"a ZIP file that is cut off", "a.zip", zipped(t, [2]string{"1.txt", sentence})[:40], []string{"a.zip: " + ErrDamaged.Error()}},
		{"a tar file that is cut off keeps what came before", "a.tar", tarred(t, "x.txt", sentence)[:560], []string{"a.tar\\x.txt: " + ErrDamaged.Error(), "a.tar: " + ErrDamaged.Error()}},
	} {
		path := filepath.Join(t.TempDir(), c.name)
		if err := os.WriteFile(path, []byte(c.data), 0o600); err != nil {
			t.Fatal(err)
		}
		dir := strings.ReplaceAll(filepath.Dir(path), "/", "\\") + "\\"
		got := items(func(l *Lister) { l.File(path) })
		for i := range got {
			got[i] = strings.TrimPrefix(got[i], dir)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
		streamed := items(func(l *Lister) { l.Stream(c.name, strings.NewReader(c.data)) })
		if !slices.Equal(streamed, c.want) {
			t.Errorf("%s, as a stream: %q, want %q", c.why, streamed, c.want)
		}
	}
}

// TestNamed holds the name of an item to lead back to it.
func TestNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.zip")
	if err := os.WriteFile(path, []byte(zipped(t, [2]string{"b/1.txt", "x"}, [2]string{"b/2.txt", sentence})), 0o600); err != nil {
		t.Fatal(err)
	}
	docs, err := Named(path + "/b/2.txt")
	if err != nil || len(docs) != 1 || docs[0].Text != sentence {
		t.Errorf("%v, %d documents", err, len(docs))
	}
	for _, none := range []string{path + "/b/3.txt", path + ".no", filepath.Dir(path)} {
		if _, err := Named(none); !errors.Is(err, ErrNotFound) {
			t.Errorf("%s: %v", none, err)
		}
	}
}

// TestFigures holds files that are no documents to be told, and texts not to be
// taken for them.
func TestFigures(t *testing.T) {
	for head, figure := range map[string]bool{
		"<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\">": true,
		"<graphml>": true, "<gexf version=\"1.3\">": true, "digraph citations {": true, "// made\nstrict graph \"a b\" {": true,
		"*Vertices 3": true, "{\"network\":{\"items\":[": true, "@misc{A-75-1,": true, "TY  - RPRT\n": true,
		"source,document,lang,zone": true, "rank,id,kind,label": true, "[\n {\"id\":\"A/75/1\",\"kind\":\"document\"": true,
		"\xFF\xD8\xFF\xE0": true, "GIF89a": true, "<collection xmlns=\"http://www.loc.gov/MARC21/slim\">": true,
		"00714cam a2200205 a 4500":    true,
		"Graph {1} shows the springs": false, "digraphs are letters": false, "RIFFS of the band": false, "rank and file": false, "@delegate, see A/75/1": false,
		"A text that names <svg>": false, "": false, "64/292": false, "<p>digraph {</p>": false,
	} {
		if got := figureOf([]byte(head)); (got != "") != figure {
			t.Errorf("%q is told as %q", head, got)
		}
	}
}

// TestBrokenLines names the first lines that are no records, and counts the others.
func TestBrokenLines(t *testing.T) {
	told, good := []string{}, 0
	l := Lister{IsReferences: func(string, []byte) bool { return false }, Emit: func(item Item) {
		if _, err := item.Documents(); err != nil {
			told = append(told, err.Error())
		} else {
			good++
		}
	}}
	record := `{"id":"a","text":"Recalling its resolution 60/288"}` + "\n"
	l.Stream("corpus.jsonl", strings.NewReader(record+strings.Repeat("{\n", 5000)+record))
	if good != 2 || len(told) != mostBroken+1 || !strings.Contains(told[0], "line 2") || !strings.Contains(told[mostBroken], "4900 more lines") {
		t.Errorf("%d records and %d errors, from %q to %q", good, len(told), told[0], told[len(told)-1])
	}
}
