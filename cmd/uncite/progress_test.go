package main

import (
	"io"
	"testing"
	"time"
)

// TestWorkAhead wants the whole of what a user waits for in one line.
func TestWorkAhead(t *testing.T) {
	p := newProgress(io.Discard, "reading")
	p.ahead(40, 20_000_000)
	if got, want := p.reading.describe(0), "0 of 40 files, 0.0 of 20.0 MB"; got != want {
		t.Errorf("at the start: %q, want %q", got, want)
	}
	p.read("a.pdf", 4_000_000, false)
	p.read("b.pdf", 1_000_000, true)
	if got, want := p.reading.describe(2*time.Second), "2 of 40 files, 5.0 of 20.0 MB, 2.5 MB/s, 6s left, errors: 1"; got != want {
		t.Errorf("after two files: %q, want %q", got, want)
	}
}
