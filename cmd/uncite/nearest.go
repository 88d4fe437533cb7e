package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"uncite/extract/authority"
)

// suggested is how many words are suggested for a mistyped one.
const suggested = 3

// nearest suggests the words that a mistyped one may have meant, as the middle
// of a sentence: " (did you mean kind?)". It is empty where none is near.
func nearest(word string, known []string) string {
	near := authority.Nearest(word, known, suggested)
	if len(near) == 0 {
		return ""
	}
	return fmt.Sprintf(" (did you mean %s?)", strings.Join(near, " or "))
}

// noneOf is the error of a word that a flag does not know.
func noneOf(flag, word string, known []string) error {
	return fmt.Errorf("--%s: %q is none of %s%s", flag, word, strings.Join(known, " "), nearest(word, known))
}

// suggestFlag adds to the error of an unknown flag those that may have been meant.
func suggestFlag(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return err
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, "--"+f.Name)
		}
	})
	return fmt.Errorf("%w%s; %s --help lists the flags", err, nearest("--"+unknown.GetSpecifiedName(), names), cmd.CommandPath())
}
