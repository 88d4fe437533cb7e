package extract_test

import (
	"context"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"uncite/fixtures"
)

// ofPrograms are the documents of the sample that other programs are given: with notes
// among their paragraphs, years in brackets, a quotation and items.
var ofPrograms = []string{"A_RES_51_210", "A_RES_72_284", "A_RES_75_291", "E_RES_2007_18", "S_RES_1267_1999", "S_RES_1624_2005"}

// TestPrograms holds the references of the sample to be the same when a word processor
// and a browser have written the texts: LibreOffice as Word's formats, OpenDocument, RTF and
// PDF, Chromium as PDF. Each sets marks of notes, brackets between scripts and spaces between
// paragraphs in its own way.
func TestPrograms(t *testing.T) {
	if os.Getenv("UNCITE_PROGRAMS") == "" && os.Getenv("UNCITE_REQUIRE_TOOLS") == "" {
		t.Skip("set UNCITE_PROGRAMS=1 to have LibreOffice and Chromium write the sample, which takes a while")
	}
	folder := t.TempDir()
	pages := writePages(t, folder)
	t.Run("LibreOffice", func(t *testing.T) {
		office := program(t, "soffice", "libreoffice")
		for _, format := range []string{"odt:writer8", "docx:MS Word 2007 XML", "rtf:Rich Text Format", "doc:MS Word 97"} {
			convert(t, office, folder, format, append([]string{"--infilter=HTML (StarWriter)"}, pages...))
		}
		documents, _ := filepath.Glob(filepath.Join(folder, "*.odt"))
		convert(t, office, folder, "pdf", documents)
		for _, ending := range []string{"odt", "docx", "rtf", "doc", "pdf"} {
			sameAsText(t, folder, ending)
		}
	})
	t.Run("Chromium", func(t *testing.T) {
		browser := program(t, "chromium", "chromium-browser", "google-chrome")
		for _, page := range pages {
			printed := strings.TrimSuffix(page, ".html") + ".print"
			run(t, browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--user-data-dir="+filepath.Join(folder, "browser"),
				"--no-pdf-header-footer", "--print-to-pdf="+printed, "file://"+page)
		}
		sameAsText(t, folder, "print")
	})
}

// writePages writes the documents as pages of HTML, notes where the text has them.
func writePages(t *testing.T, folder string) (pages []string) {
	for _, code := range fixtures.Langs {
		direction := ""
		if code == "ar" {
			direction = ` dir="rtl"`
		}
		for _, name := range ofPrograms {
			var b strings.Builder
			fmt.Fprintf(&b, `<!DOCTYPE html><html lang=%q%s><head><meta charset="utf-8"><title>Document</title><style>sup{font-size:60%%;line-height:0}</style></head><body>`, code, direction)
			for _, p := range strings.Split(sampleText(t, code, name), "\n\n") {
				b.WriteString("<p>" + noteMark.ReplaceAllStringFunc(html.EscapeString(p), func(m string) string { return "<sup>" + number(m) + "</sup>" }) + "</p>\n")
			}
			page := filepath.Join(folder, code+"."+name+".html")
			if err := os.WriteFile(page, []byte(b.String()+"</body></html>\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			pages = append(pages, page)
		}
	}
	return pages
}

func sampleText(t *testing.T, code, name string) string {
	t.Helper()
	text, err := fixtures.Text(code, name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(unwrapped(text))
}

// sameAsText compares what the files with an ending give with what their texts do.
func sameAsText(t *testing.T, folder, ending string) {
	for _, code := range fixtures.Langs {
		for _, name := range ofPrograms {
			data, err := os.ReadFile(filepath.Join(folder, code+"."+name+"."+ending))
			if err != nil {
				t.Fatal(err)
			}
			want := fieldsOf(t, code, name+".txt", sampleText(t, code, name))
			if d := cmp.Diff(want, fieldsOf(t, code, name, string(data))); d != "" {
				t.Errorf("%s/%s as %s (-text +%s):\n%s", code, name, ending, ending, d)
			}
		}
	}
}

// program returns the path of the first of the programs that is there, or skips the test.
func program(t *testing.T, names ...string) string {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skipf("no %s here", names[0])
	return ""
}

func convert(t *testing.T, office, folder, format string, arguments []string) {
	t.Helper()
	run(t, office, append([]string{"-env:UserInstallation=file://" + filepath.Join(folder, "profile"), "--headless", "--convert-to", format, "--outdir", folder}, arguments...)...)
}

func run(t *testing.T, name string, arguments ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	if out, err := exec.CommandContext(ctx, name, arguments...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}
