package main

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

// Help stays below eighty columns, of every verb and topic.
func TestHelpWidth(t *testing.T) {
	for _, args := range append([][]string{{"--help"}, {"help", "measures"}}, verbsWithHelp()...) {
		var out, problems bytes.Buffer
		if code := run(t.Context(), args, strings.NewReader(""), &out, &problems); code != exitDone || out.Len() == 0 {
			t.Errorf("%v: exit status %d: %s", args, code, problems.String())
		}
		for line := range strings.Lines(out.String()) {
			if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > helpWidth {
				t.Errorf("%v: %d columns: %s", args, n, line)
			}
		}
	}
}

func verbsWithHelp() [][]string {
	var all [][]string
	for _, c := range newRoot().Commands() {
		if c.IsAvailableCommand() {
			all = append(all, []string{c.Name(), "--help"})
		}
	}
	return all
}

// A paragraph is broken anew, and a row of a table below its last column.
func TestFitted(t *testing.T) {
	word := strings.Repeat("word ", 18)
	got := fitted("one\ntwo\n\n  name  " + word + "\n  next  short")
	want := "one two\n\n  name  " + strings.TrimSpace(strings.Repeat("word ", 14)) + "\n        word word word word\n  next  short"
	if got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
