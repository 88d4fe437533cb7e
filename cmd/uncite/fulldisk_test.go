package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestFullDisk runs --state on a file system that is full after a few documents, then
// after a few more, and at last is large enough: every run before fails and says why,
// and what comes out in the end is what a run without any of this finds. The sizes are
// odd, so that the end comes within references and within lines of the journal.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	small := filepath.Join(dir, "small")
	corpus := filepath.Join(dir, "corpus")
	for _, folder := range []string{small, corpus} {
		if err := os.Mkdir(folder, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", small).CombinedOutput(); err != nil {
		t.Skipf("no file system of a few pages can be mounted here: %s", bytes.TrimSpace(out))
	}
	defer func() {
		if out, err := exec.Command("umount", small).CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, out)
		}
	}()
	for i := range 60 {
		text := fmt.Sprintf("The delegation recalls General Assembly resolution 60/%d.\n\n", i+1)
		if err := os.WriteFile(filepath.Join(corpus, fmt.Sprintf("letter-%03d.txt", i)), []byte(strings.Repeat(text, 20+i)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	out, want := filepath.Join(dir, "out.jsonl"), filepath.Join(dir, "want.jsonl")
	run := func(args ...string) (string, error) {
		printed, err := exec.Command("uncite", append([]string{"extract", "--no-cache"}, args...)...).CombinedOutput()
		return string(printed), err
	}
	kept := int64(0)
	for pages := 4; pages < 120; pages += 13 {
		if printed, err := exec.Command("mount", "-o", fmt.Sprintf("remount,size=%dk", 4*pages), small).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, printed)
		}
		printed, err := run("--state", filepath.Join(small, "state"), "-o", out, corpus)
		if err == nil || !strings.Contains(printed, "no space left on device") || !strings.Contains(printed, "--state") {
			t.Fatalf("%d pages: %v, and it says: %s", pages, err, printed)
		}
		if _, err := os.Stat(out); err == nil {
			t.Fatalf("%d pages: there is an output that is not whole", pages)
		}
		info, err := os.Stat(filepath.Join(small, "state", keptName))
		if err != nil || info.Size() < kept {
			t.Fatalf("%d pages: %v, or what was kept is kept no more: %d bytes after %d", pages, err, info.Size(), kept)
		}
		kept = info.Size()
	}
	if printed, err := exec.Command("mount", "-o", "remount,size=64m", small).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, printed)
	}
	for _, args := range [][]string{{"--state", filepath.Join(small, "state"), "-o", out, corpus}, {"-o", want, corpus}} {
		if printed, err := run(args...); err != nil {
			t.Fatalf("%v: %s", err, printed)
		}
	}
	one, _ := os.ReadFile(want)
	two, _ := os.ReadFile(out)
	if len(one) == 0 || !bytes.Equal(one, two) {
		t.Errorf("%d bytes after full disks, %d without", len(two), len(one))
	}
}
