package main

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var kills = flag.Int("kills", 12, "how often the run of --state is killed")

// TestKills kills a run of --state again and again, at any moment, and finds what
// comes out in the end the same as without a kill. Between two kills a document
// changes, one comes and one goes.
func TestKills(t *testing.T) {
	if testing.Short() {
		t.Skip("it runs the command many times")
	}
	dir := t.TempDir()
	corpus := filepath.Join(dir, "corpus")
	write := func(i, session int) {
		text := fmt.Sprintf("The delegation recalls General Assembly resolution %d/%d.\n\n", session, i+1)
		path := filepath.Join(corpus, fmt.Sprintf("letter-%03d.txt", i))
		if err := os.WriteFile(path, []byte(strings.Repeat(text, 400)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(corpus, 0o777); err != nil {
		t.Fatal(err)
	}
	documents := 60
	for i := range documents {
		write(i, 60)
	}
	run := func(args ...string) *exec.Cmd {
		return exec.Command("uncite", append([]string{"extract"}, args...)...) // which TestMain provides
	}
	out, state := filepath.Join(dir, "out.jsonl"), filepath.Join(dir, "state")
	r := rand.New(rand.NewPCG(1, 1))
	for k := range *kills {
		cmd := run("--state", state, "-o", out, corpus)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(r.IntN(500)) * time.Millisecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		write(r.IntN(documents), 61+k%10)
		write(documents, 60)
		documents++
		_ = os.Remove(filepath.Join(corpus, fmt.Sprintf("letter-%03d.txt", k)))
	}
	if printed, err := run("--state", state, "-o", out, corpus).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, printed)
	}
	want := filepath.Join(dir, "want.jsonl")
	if printed, err := run("-o", want, corpus).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, printed)
	}
	one, _ := os.ReadFile(want)
	two, _ := os.ReadFile(out)
	if len(one) == 0 || !bytes.Equal(one, two) {
		t.Errorf("%d bytes with kills, %d without", len(two), len(one))
	}
	left, err := filepath.Glob(filepath.Join(dir, ".out*"))
	if len(left) > 0 || err != nil {
		t.Errorf("left behind: %v %v", left, err)
	}
}
