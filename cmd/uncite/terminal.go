package main

import (
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"

	"uncite/render"
)

// isTerminal tells whether a stream is a terminal, which somebody looks at.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	if !ok {
		return false
	}
	_, ok = columnsOf(f)
	return ok
}

// piped tells whether data waits on standard input: a pipe or a file, or the
// reader of a program that runs the command.
func piped(in io.Reader) bool {
	f, ok := in.(*os.File)
	if !ok {
		return in != nil
	}
	info, err := f.Stat()
	return err == nil && (info.Mode().IsRegular() || info.Mode()&os.ModeNamedPipe != 0)
}

// screen is where a result is looked at: its width is that of the terminal, or
// what COLUMNS says. Without either a result has all the width it needs.
func screen(out io.Writer, wide bool) *render.Screen {
	s := &render.Screen{Writer: out, Plain: true}
	if f, ok := out.(*os.File); ok {
		if columns, ok := columnsOf(f); ok {
			s.Width = columns
			s.Plain = os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb"
		}
	}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		s.Width = n
	}
	if wide {
		s.Width = unlimited
	}
	return s
}

// unlimited is a width that no table reaches.
const unlimited = 1 << 20

// paged writes through the pager that UNCITE_PAGER or PAGER names, where
// standard output is a terminal and one is named: as gh does.
func paged(out io.Writer, write func(io.Writer) error) error {
	pager := os.Getenv("PAGER")
	if own, ok := os.LookupEnv("UNCITE_PAGER"); ok {
		pager = own
	}
	words := strings.Fields(pager)
	if len(words) == 0 || words[0] == "cat" || !isTerminal(out) {
		return write(out)
	}
	path, err := exec.LookPath(words[0])
	if err != nil {
		return write(out)
	}
	cmd := exec.Command(path, words[1:]...)
	cmd.Stdout, cmd.Stderr = out, os.Stderr
	cmd.Env = os.Environ()
	for name, value := range map[string]string{"LESS": "FRX", "LV": "-c"} {
		if _, ok := os.LookupEnv(name); !ok {
			cmd.Env = append(cmd.Env, name+"="+value)
		}
	}
	pipe, err := cmd.StdinPipe()
	if err != nil {
		return write(out)
	}
	if err := cmd.Start(); err != nil {
		return write(out)
	}
	err = write(pipe)
	pipe.Close()
	if ended := cmd.Wait(); err == nil {
		err = ended
	}
	return err
}
