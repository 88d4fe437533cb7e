package render

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func print(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

// only fails unless the folder holds that one file with that text, or none
// where name is empty.
func only(t *testing.T, dir, name, text string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != name {
			t.Errorf("%s was left behind", e.Name())
		}
	}
	if name == "" {
		return
	}
	if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != text {
		t.Errorf("%s holds %q (%v), want %q", name, got, err, text)
	}
}

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "map.svg")
	ctx := context.Background()
	if err := WriteFile(ctx, path, print("one")); err != nil {
		t.Fatal(err)
	}
	only(t, dir, "map.svg", "one")
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(ctx, path, print("two")); err != nil {
		t.Fatal(err)
	}
	only(t, dir, "map.svg", "two")
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the mode of the file has changed: %v %v", info.Mode(), err)
	}
}

// However a run ends, the file is the old one or the new one.
func TestWriteFileFails(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	for _, c := range []struct {
		about string
		write func(io.Writer) error
	}{
		{"the layout fails", func(w io.Writer) error { io.WriteString(w, "half"); return errFull }},
		{"Ctrl-C comes between two writes", func(w io.Writer) error {
			io.WriteString(w, "half")
			cancel()
			_, err := io.WriteString(w, "half")
			return err
		}},
		{"Ctrl-C comes and the writer does not notice", func(w io.Writer) error { cancel(); return nil }},
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, "map.svg")
		if err := WriteFile(ctx, path, c.write); err == nil {
			t.Errorf("%s: no error", c.about)
		}
		only(t, dir, "", "")
		os.WriteFile(path, []byte("old"), 0o644)
		if err := WriteFile(ctx, path, c.write); err == nil {
			t.Errorf("%s: no error", c.about)
		}
		only(t, dir, "map.svg", "old")
	}
}

func TestWriteFilePanics(t *testing.T) {
	dir := t.TempDir()
	defer func() {
		if recover() == nil {
			t.Error("the panic was swallowed")
		}
		only(t, dir, "", "")
	}()
	WriteFile(context.Background(), filepath.Join(dir, "x"), func(io.Writer) error { panic("x") })
}

func TestWriteFileNamesPath(t *testing.T) {
	dir := t.TempDir()
	for about, path := range map[string]string{
		"a folder that is not there": filepath.Join(dir, "none", "map.svg"),
		"a folder":                   dir,
	} {
		err := WriteFile(context.Background(), path, print("x"))
		if err == nil || !strings.Contains(err.Error(), path) || strings.Contains(err.Error(), ".tmp") {
			t.Errorf("%s: %v", about, err)
		}
	}
	err := WriteFile(context.Background(), filepath.Join(dir, "x"), func(io.Writer) error { return errFull })
	if !errors.Is(err, errFull) {
		t.Errorf("the cause is lost: %v", err)
	}
}

// -o on a symbolic link writes the file it points to, and a device such as
// /dev/null is written as it is.
func TestWriteFileThrough(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(t.TempDir(), "link")
	if err := os.WriteFile(filepath.Join(dir, "real"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(dir, "real"), link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if err := WriteFile(context.Background(), link, print("x")); err != nil {
		t.Fatal(err)
	}
	only(t, dir, "real", "x")
	if info, err := os.Lstat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Skip("no null device here")
	}
	if err := WriteFile(context.Background(), os.DevNull, print("x")); err != nil {
		t.Error(err)
	}
	if info, err := os.Lstat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Error("the null device was replaced by a file")
	}
}
