package main

import (
	_ "embed"
	"io"

	"github.com/spf13/cobra"
)

// notice is what the parts of the program are and under which terms they may be
// passed on. A test makes it and holds it to the parts.
//
//go:embed notice.txt
var notice string

func newLicenses() *cobra.Command {
	return &cobra.Command{
		Use:   "licenses",
		Short: "Print the licences of uncite and of all its parts",
		Args:  cobra.NoArgs,
		Example: `  uncite licenses
  uncite licenses -q >LICENSES.txt`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return paged(cmd.OutOrStdout(), func(w io.Writer) error {
				_, err := io.WriteString(w, notice)
				return err
			})
		},
	}
}
