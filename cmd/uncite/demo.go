package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"uncite/fixtures"
)

// firstScreen is what uncite alone says.
const firstScreen = `uncite finds the references in United Nations documents, ranks and maps them.

  uncite demo                            what that looks like, on a sample
  uncite rank FOLDER                     what your documents cite most
  uncite map FOLDER -o map.html          their map, to explore in a browser
  uncite check DRAFT                     citations that cannot be right
  uncite report FOLDER -o report.html    one page with all of it
  uncite --help                          all verbs; uncite VERB --help says more
`

// demoRows is how many documents the demonstration ranks.
const demoRows = "10"

func newDemo() *cobra.Command {
	return &cobra.Command{
		Use:   "demo [flags] [FOLDER]",
		Short: "Show what uncite does, on the sample corpus",
		Long: `Rank the sample: some thirty short documents in six languages on the fight against
terrorism, written for this project. With a FOLDER, write the sample's documents
into it first, for any verb to be tried on.`,
		Example: `  uncite demo
  uncite demo sample && uncite map sample -o map.html`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				return writeSample(cmd, args[0])
			}
			return demonstrate(cmd)
		},
	}
}

// demonstrate ranks the sample, whatever waits on standard input.
func demonstrate(cmd *cobra.Command) error {
	nothing, err := os.Open(os.DevNull)
	if err != nil {
		return err
	}
	defer nothing.Close()
	rank := newRank()
	rank.SetContext(cmd.Context())
	rank.SetIn(nothing)
	rank.SetOut(cmd.OutOrStdout())
	rank.SetErr(cmd.ErrOrStderr())
	rank.SetArgs([]string{"--format", "table", "--top", demoRows})
	rank.SilenceErrors, rank.SilenceUsage = true, true
	if err := rank.ExecuteContext(cmd.Context()); err != nil {
		return err
	}
	_, err = fmt.Fprint(cmd.OutOrStdout(), `
The same on your own documents:   uncite rank FOLDER
The sample's documents as files:  uncite demo sample
What leads to these numbers:      uncite show "S/RES/1373(2001)"
Its map, to explore:              uncite map -o map.html
`)
	return err
}

// writeSample writes the sample's documents into a folder that is new or empty,
// so that they fall among nobody's own.
func writeSample(cmd *cobra.Command, folder string) error {
	if entries, err := os.ReadDir(folder); err == nil && len(entries) > 0 {
		return fmt.Errorf("%s is not empty; name a new folder", folder)
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	n := 0
	err := fs.WalkDir(fixtures.Corpus(), ".", func(path string, d fs.DirEntry, err error) error {
		to := filepath.Join(folder, filepath.FromSlash(path))
		switch {
		case err != nil:
			return err
		case d.IsDir():
			return os.MkdirAll(to, 0o777)
		}
		data, err := fs.ReadFile(fixtures.Corpus(), path)
		if err != nil {
			return err
		}
		n++
		return os.WriteFile(to, data, 0o666)
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "uncite: wrote %d documents in %s to %s\n", n, strings.Join(fixtures.Langs, ", "), folder)
	return nil
}
