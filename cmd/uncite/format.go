package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"uncite/render"
)

// addFormatFlag adds --format with the formats that can hold the result.
func addFormatFlag(cmd *cobra.Command, format *string, usual string, can render.Offers) {
	names := render.Names(can)
	cmd.Flags().StringVar(format, "format", usual, "`FORMAT` of the output: "+strings.Join(names, ", "))
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
}

// chosen returns the name of the format that a verb of few formats of its own is to
// write: that asked for, else that of the file's ending, else the first of those.
func chosen(cmd *cobra.Command, format, file string, names ...string) (string, error) {
	f, err := render.Choose(format, cmd.Flags().Changed("format"), file, names[0], func(f render.Format) bool { return slices.Contains(names, f.Name) })
	return f.Name, err
}
