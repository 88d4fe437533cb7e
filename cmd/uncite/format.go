package main

import (
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
