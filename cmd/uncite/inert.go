package main

import (
	"io"
	"os"

	"uncite/render"
)

// inert is standard error, on which what files and their names hold moves and
// colours nothing.
type inert struct{ w io.Writer }

func newInert(w io.Writer) io.Writer { return inert{w} }

func (i inert) Write(p []byte) (int, error) {
	if _, err := io.WriteString(i.w, render.Inert(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// terminalOf is the file behind standard error, nil where it is none.
func terminalOf(w io.Writer) *os.File {
	if i, ok := w.(inert); ok {
		w = i.w
	}
	f, _ := w.(*os.File)
	return f
}
