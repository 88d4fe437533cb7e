package lang_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"uncite/extract/lang"
)

// letterTables are the sources that deal in single letters, not in words: how
// one is folded into another, which ones look alike.
var letterTables = []string{
	"extract/authority/search.go",
	"extract/internal/normal/fold.go",
	"extract/internal/normal/twin.go",
	"extract/internal/pdf/notes.go",
	"extract/symbol/lookalike.go",
}

// TestSourcesSpellNoLanguage reads every Go source outside tests: what is
// known of a language stands in its tables, so that a source neither names one
// nor spells a word of another script.
func TestSourcesSpellNoLanguage(t *testing.T) {
	root := filepath.Join("..", "..")
	read := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		read++
		spelledIn(t, root, path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if read < 100 {
		t.Errorf("%d sources read; the test looks in the wrong place", read)
	}
}

func spelledIn(t *testing.T, root, path string) {
	t.Helper()
	files := token.NewFileSet()
	f, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	name, err := filepath.Rel(root, path)
	if err != nil {
		t.Fatal(err)
	}
	letters := slices.Contains(letterTables, filepath.ToSlash(name))
	ast.Inspect(f, func(n ast.Node) bool {
		l, ok := n.(*ast.BasicLit)
		if !ok || l.Kind != token.STRING && l.Kind != token.CHAR {
			return true
		}
		text, err := strconv.Unquote(l.Value)
		switch {
		case err != nil || !utf8.ValidString(text): // the bytes of a file, as a format begins with
		case namesLanguage(text):
			t.Errorf("%s: %s names a language; extract/lang knows them", files.Position(l.Pos()), l.Value)
		case readsText(filepath.ToSlash(name)) && functionWords()[strings.ToLower(strings.TrimSpace(text))]:
			t.Errorf("%s: %s spells a small word of a language; it belongs into a table", files.Position(l.Pos()), l.Value)
		case !letters && spellsWord(l.Value): // bytes given by number are no letters
			t.Errorf("%s: %s spells a word of a language; it belongs into a table", files.Position(l.Pos()), l.Value)
		}
		return true
	})
}

// namesLanguage reports whether the text is a code or the name of a language.
// A language may be named as its script is.
func namesLanguage(text string) bool {
	for _, code := range lang.Codes {
		l := lang.Of(code)
		if text == code || slices.Contains(l.ISO639, text) || text == l.Name && text != l.Script {
			return true
		}
	}
	return false
}

// readsText reports whether the source is of those that read the texts of documents.
func readsText(name string) bool {
	for _, part := range []string{"scan", "names", "resolve", "token", "cited", "place", "structure"} {
		if strings.HasPrefix(name, "extract/internal/"+part+"/") {
			return true
		}
	}
	return false
}

// functionWords are the articles and small words before nouns of the languages, in small letters,
// but for those that are English too: the classes of the tables are called by such.
var functionWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, code := range lang.Codes {
		rows, err := lang.Table(code, "names")
		if err != nil {
			panic(err)
		}
		for _, r := range rows {
			if r.Class == "the" || r.Class == "definite-article" || r.Class == "that" {
				words[strings.ToLower(r.Form)] = true
			}
		}
	}
	for _, class := range []string{"the", "that", "its"} {
		delete(words, class)
	}
	return words
})

// spellsWord reports whether the text holds a letter of a script in which one
// letter is a word, or two letters in a row of another that is not Latin. Greek
// letters are those of formulas.
func spellsWord(text string) bool {
	var last rune
	for _, r := range text {
		if unicode.In(r, unicode.Han, unicode.Arabic, unicode.Hiragana, unicode.Hangul) && unicode.IsLetter(r) ||
			unicode.Is(unicode.Cyrillic, r) && unicode.Is(unicode.Cyrillic, last) {
			return true
		}
		last = r
	}
	return false
}

// The test above must see what it looks for.
func TestSpelling(t *testing.T) {
	for text, want := range map[string]bool{"resolution": false, "Σ x(u)": false, "С-": false, "по": true, "年": true, "و": true, "а и": false} {
		if spellsWord(text) != want {
			t.Errorf("%q spells a word: %v, want %v", text, !want, want)
		}
	}
	for text, want := range map[string]bool{"en": true, "rus": true, "Chinese": true, "Latin": false, "end": false} {
		if namesLanguage(text) != want {
			t.Errorf("%q names a language: %v, want %v", text, !want, want)
		}
	}
}
