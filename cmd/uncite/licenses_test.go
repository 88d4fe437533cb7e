package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var updateNotice = flag.Bool("update-notice", false, "make NOTICE anew from the modules that the command is built of")

// module is a part of the program.
type module struct{ path, version, dir string }

// modules are those that the command is built of on the systems of a release, in order.
func modules(t *testing.T) []module {
	t.Helper()
	var all []module
	for _, system := range []string{"linux", "darwin", "windows"} {
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", ".")
		list.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := list.Output()
		if err != nil {
			t.Skipf("go list for %s: %v", system, err)
		}
		for line := range strings.Lines(string(out)) {
			if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 {
				all = append(all, module{f[0], f[1], f[2]})
			}
		}
	}
	slices.SortFunc(all, func(a, b module) int { return strings.Compare(a.path, b.path) })
	return slices.Compact(all)
}

var licenceFile = regexp.MustCompile(`(?i)^(un)?licen[cs]e|^copying|^notice|^patents`)

// TestNotice holds NOTICE, and what uncite licenses prints, to the parts that the
// command is built of.
func TestNotice(t *testing.T) {
	parts := modules(t)
	if *updateNotice {
		writeNotice(t, parts)
	}
	root, err := os.ReadFile(filepath.Join("..", "..", "NOTICE"))
	if err != nil {
		t.Fatal(err)
	}
	if string(root) != notice {
		t.Error("NOTICE and cmd/uncite/notice.txt differ; run go test ./cmd/uncite -run TestNotice -update-notice twice")
	}
	for _, m := range parts {
		if heading := "\n" + m.path + " " + m.version + "\n"; !strings.Contains(notice, heading) {
			t.Errorf("NOTICE has no %s %s; run go test ./cmd/uncite -run TestNotice -update-notice", m.path, m.version)
		}
	}
}

func writeNotice(t *testing.T, parts []module) {
	var b bytes.Buffer
	own, err := os.ReadFile(filepath.Join("..", "..", "LICENSE"))
	if err != nil {
		t.Fatal(err)
	}
	line := strings.Repeat("-", 72) + "\n"
	fmt.Fprintf(&b, "uncite is under the licence that comes first. It is built of the parts below,\neach under its own licence, and of the standard library of Go.\n\n%suncite\n%s\n%s\n", line, line, own)
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	parts = append([]module{{"The standard library of Go", "", strings.TrimSpace(string(root))}}, parts...)
	for _, m := range parts {
		entries, err := os.ReadDir(m.dir)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s%s %s\n%s\n", line, m.path, m.version, line)
		found := false
		for _, e := range entries {
			if e.IsDir() || !licenceFile.MatchString(e.Name()) {
				continue
			}
			text, err := os.ReadFile(filepath.Join(m.dir, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			found = true
			fmt.Fprintf(&b, "%s\n\n", strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n")))
		}
		if !found {
			t.Errorf("%s has no licence", m.path)
		}
	}
	for _, path := range []string{"notice.txt", filepath.Join("..", "..", "NOTICE")} {
		if err := os.WriteFile(path, b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
