package main

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"testing"
)

// Packed twice, the same files are the same bytes: times and owners are left out.
func TestPackIsReproducible(t *testing.T) {
	files := []file{{"uncite", []byte("binary"), 0o755}, {"man/man1/uncite.1", []byte(".TH"), 0o644}}
	for name, pack := range map[string]func(*bytes.Buffer) error{
		"tar": func(b *bytes.Buffer) error { return packTar(b, "uncite-1", files) },
		"zip": func(b *bytes.Buffer) error { return packZip(b, "uncite-1", files) },
	} {
		var one, two bytes.Buffer
		if err := pack(&one); err != nil {
			t.Fatal(err)
		}
		if err := pack(&two); err != nil {
			t.Fatal(err)
		}
		if one.Len() == 0 || !bytes.Equal(one.Bytes(), two.Bytes()) {
			t.Errorf("%s: the bytes differ", name)
		}
	}
}

// TestRename: the module of the test has a name of its own, so that it holds in a renamed
// module too.
func TestRename(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module reader\n\ngo 1.26.0\n")
	write("a/a.go", "package a\n\nimport (\n\t\"fmt\"\n\n\t\"reader/b\"\n)\n\n// reader is a word here.\nvar _ = fmt.Sprint(b.B)\n")
	write("README.md", "reader reads.\n\n    go install reader/cmd/reader@latest\n")
	for _, bad := range []string{"reader", "github.com", "https://github.com/x/reader", "a b/c"} {
		if err := rename(folder, bad); err == nil {
			t.Errorf("%q was taken for a path", bad)
		}
	}
	if err := rename(folder, "example.org/records/reader"); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"go.mod":    "module example.org/records/reader\n\ngo 1.26.0\n",
		"a/a.go":    "package a\n\nimport (\n\t\"fmt\"\n\n\t\"example.org/records/reader/b\"\n)\n\n// reader is a word here.\nvar _ = fmt.Sprint(b.B)\n",
		"README.md": "reader reads.\n\n    go install example.org/records/reader/cmd/reader@latest\n",
	} {
		if data, _ := os.ReadFile(filepath.Join(folder, name)); string(data) != want {
			t.Errorf("%s is %q", name, data)
		}
	}
	// A second time the path before is that of the first.
	if err := rename(folder, "example.org/other/reader"); err != nil {
		t.Fatal(err)
	}
	if module, _ := moduleOf(folder); module != "example.org/other/reader" {
		t.Error(module)
	}
}

// Every module that is linked in has a licence that can be passed on.
func TestLicences(t *testing.T) {
	t.Chdir("../..")
	files, err := licences()
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 15 {
		t.Errorf("only %d licences", len(files))
	}
}

// TestLinksLeadIntoTheArchive: who unpacks a release and opens the README finds what it
// and the pages behind it lead to.
func TestLinksLeadIntoTheArchive(t *testing.T) {
	files, err := textFiles("../..")
	if err != nil {
		t.Fatal(err)
	}
	packed := map[string]bool{}
	for _, f := range files {
		packed[f.name] = true
	}
	link := regexp.MustCompile(`\]\(([^)#:]+)[^):]*\)`)
	for _, f := range files {
		if path.Ext(f.name) != ".md" {
			continue
		}
		for _, m := range link.FindAllStringSubmatch(string(f.data), -1) {
			if to := path.Join(path.Dir(f.name), m[1]); !packed[to] {
				t.Errorf("%s leads to %s, which is in no archive", f.name, to)
			}
		}
	}
}
