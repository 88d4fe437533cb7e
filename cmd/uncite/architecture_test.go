package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// root is the module's root, seen from this folder.
const root = "../.."

// tableRow is a row of a table whose first cell is a name in code.
var tableRow = regexp.MustCompile("(?m)^\\| `([a-z/]+)` \\|")

// packagesInOrder are the packages as docs/architecture.md lists them.
func packagesInOrder(t *testing.T) []string {
	t.Helper()
	doc, err := os.ReadFile(filepath.Join(root, "docs", "architecture.md"))
	if err != nil {
		t.Fatal(err)
	}
	var packages []string
	for _, row := range tableRow.FindAllStringSubmatch(string(doc), -1) {
		packages = append(packages, row[1])
	}
	return packages
}

// importsOfModule are the packages of the module that each package imports,
// tests left out.
func importsOfModule(t *testing.T) map[string][]string {
	t.Helper()
	imports := map[string][]string{}
	err := fs.WalkDir(os.DirFS(root), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, file), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := path.Dir(file)
		if _, ok := imports[pkg]; !ok {
			imports[pkg] = nil // a package without imports is one too
		}
		for _, i := range parsed.Imports {
			name, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			if own, ok := strings.CutPrefix(name, "uncite/"); ok && !slices.Contains(imports[pkg], own) {
				imports[pkg] = append(imports[pkg], own)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return imports
}

// TestImportsGoDown holds every package to the order of docs/architecture.md:
// it imports only packages that stand above it there. So data goes one way,
// and a stage knows nothing of the stages after it.
func TestImportsGoDown(t *testing.T) {
	order := packagesInOrder(t)
	imports := importsOfModule(t)
	for _, pkg := range order {
		if _, ok := imports[pkg]; !ok {
			t.Errorf("docs/architecture.md lists %s, which is no package", pkg)
		}
	}
	for pkg, used := range imports {
		at := slices.Index(order, pkg)
		if at < 0 {
			t.Errorf("docs/architecture.md does not list the package %s", pkg)
			continue
		}
		for _, u := range used {
			if !slices.Contains(order[:at], u) {
				t.Errorf("%s imports %s, which does not stand above it in docs/architecture.md", pkg, u)
			}
		}
	}
}

// TestFloors holds the table itself to the four floors: it must not be put in
// an order that would let extract import graph.
func TestFloors(t *testing.T) {
	floors := []string{"internal", "extract", "fixtures", "graph", "render", "cmd", "bench"} // bench is a module of its own
	last := 0
	for _, pkg := range packagesInOrder(t) {
		top, _, _ := strings.Cut(pkg, "/")
		floor := slices.Index(floors, top)
		if floor < last {
			t.Errorf("docs/architecture.md lists %s below a package of %s", pkg, floors[last])
		}
		last = max(last, floor)
	}
}
