package main

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain makes the test binary the command itself where a script runs it.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"uncite": main})
}

// TestScripts runs the command as a user does; each script of
// testdata/script says what it protects.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":  exits,
			"holds":  holds,
			"bytes":  writeBytes,
			"fill":   fill,
			"sparse": sparse,
		},
	})
}

// exits CODE PROGRAM ARGUMENT... runs a program, which must end with the code.
// What it printed is there for stdout and stderr.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	if neg || err != nil || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARGUMENT...")
	}
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	got := 0
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%s: %v", args[1], err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// holds FOLDER NAME... demands that a folder holds these files and no others,
// the hidden ones of writing included.
func holds(ts *testscript.TestScript, neg bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	want := slices.Sorted(slices.Values(args[1:]))
	if slices.Equal(names, want) == neg {
		ts.Fatalf("%s holds %q, want %q", args[0], names, want)
	}
}

// bytes FILE HEX writes a file that no script could hold.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	data, err := hex.DecodeString(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o666))
}

// fill FILE TIMES TEXT appends a text many times.
func fill(ts *testscript.TestScript, _ bool, args []string) {
	times, err := strconv.Atoi(args[1])
	ts.Check(err)
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	ts.Check(err)
	_, err = f.WriteString(strings.Repeat(args[2], times))
	ts.Check(errors.Join(err, f.Close()))
}

// sparse FILE BYTES makes a file of this size that takes no room on the disk.
func sparse(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(errors.Join(f.Truncate(size), f.Close()))
}

// A user who stops the command while it waits for input gets exit status 2, and
// the file that was there before is still whole.
func TestStopped(t *testing.T) {
	silent, writer := io.Pipe()
	defer writer.Close()
	file := filepath.Join(t.TempDir(), "references.jsonl")
	if err := os.WriteFile(file, []byte("before"), 0o666); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	asked := reading{silent, make(chan struct{})}
	go func() {
		<-asked.begun
		stop()
	}()
	var out, errOut bytes.Buffer
	if code := run(ctx, []string{"extract", "--format", "jsonl", "-o", file, "-"}, asked, &out, &errOut); code != exitFailed {
		t.Errorf("exit status %d, want %d", code, exitFailed)
	}
	if !strings.Contains(errOut.String(), "stopped") || out.Len() > 0 {
		t.Errorf("printed %q and %q", out.String(), errOut.String())
	}
	if data, err := os.ReadFile(file); string(data) != "before" {
		t.Errorf("the file is %q now (%v)", data, err)
	}
	if entries, _ := os.ReadDir(filepath.Dir(file)); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

// reading tells when something has begun to read.
type reading struct {
	io.Reader
	begun chan struct{}
}

func (r reading) Read(p []byte) (int, error) {
	select {
	case <-r.begun:
	default:
		close(r.begun)
	}
	return r.Reader.Read(p)
}
