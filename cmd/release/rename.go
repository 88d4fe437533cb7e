package main

import (
	"bytes"
	"fmt"
	"go/format"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// modulePath is what a module may be called so that others can import it.
var modulePath = regexp.MustCompile(`^[a-z0-9][a-z0-9.-]*\.[a-z]+(/[A-Za-z0-9._~-]+)+$`)

// rename gives the module in a folder another path: in go.mod, in every import,
// and in what is told of it in the documents.
func rename(folder, module string) error {
	if !modulePath.MatchString(module) {
		return fmt.Errorf("%q is no path that a module can be fetched by; name it host/owner/uncite", module)
	}
	old, err := moduleOf(folder)
	if err != nil {
		return err
	}
	changed := 0
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); path != folder && strings.HasPrefix(name, ".") {
				return filepath.SkipDir
			}
			return nil
		}
		did, err := renameIn(path, old, module)
		if did {
			changed++
		}
		return err
	})
	if err == nil {
		fmt.Printf("%s is %s now; files changed: %d\n", old, module, changed)
	}
	return err
}

// moduleOf reads the path of the module in a folder.
func moduleOf(folder string) (string, error) {
	data, err := os.ReadFile(filepath.Join(folder, "go.mod"))
	if err != nil {
		return "", err
	}
	rest, ok := bytes.CutPrefix(data, []byte("module "))
	if !ok {
		return "", fmt.Errorf("%s does not begin with the module's path", filepath.Join(folder, "go.mod"))
	}
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	return strings.TrimSpace(string(line)), nil
}

// renameIn changes one file: the module line, quoted paths of imports, and in
// documents what go is told to fetch.
func renameIn(path, old, module string) (bool, error) {
	var pairs []string
	switch filepath.Ext(path) {
	case ".mod":
		pairs = []string{"module " + old + "\n", "module " + module + "\n"}
	case ".go":
		pairs = []string{`"` + old + `/`, `"` + module + `/`}
	case ".md", ".cff":
		pairs = []string{"go install " + old + "/", "go install " + module + "/", "go get " + old + "\n", "go get " + module + "\n", `"` + old + `/`, `"` + module + `/`}
	default:
		return false, nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return false, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return false, err
	}
	out := []byte(strings.NewReplacer(pairs...).Replace(string(data)))
	if bytes.Equal(out, data) {
		return false, nil
	}
	if filepath.Ext(path) == ".go" {
		// Imports are sorted by their paths, which are others now.
		if formatted, err := format.Source(out); err == nil {
			out = formatted
		}
	}
	return true, os.WriteFile(path, out, info.Mode().Perm())
}
