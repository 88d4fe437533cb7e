package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"uncite/render"
)

// warningsShown is how many warnings are printed one by one.
const warningsShown = 20

// warn prints what cannot be right on standard error.
func warn(errOut io.Writer, warnings []string) {
	for _, w := range warnings[:min(warningsShown, len(warnings))] {
		fmt.Fprintln(errOut, "uncite:", w)
	}
	if n := len(warnings) - warningsShown; n > 0 {
		fmt.Fprintf(errOut, "uncite: and %d more warnings of this kind; uncite summary --format json lists all\n", n)
	}
}

// state prints on standard error how a graph was cut and filtered, for outputs
// that have no room for it.
func state(errOut io.Writer, notes []string) {
	for _, n := range notes {
		fmt.Fprintln(errOut, "uncite:", n)
	}
}

// resultFlags are the flags of a verb whose result writes itself.
type resultFlags struct{ format, file string }

func addResultFlags(cmd *cobra.Command, r *resultFlags, result any) {
	addFormatFlag(cmd, &r.format, "table", render.OfResult(result))
	cmd.Flags().StringVarP(&r.file, "output", "o", "", "write to this `FILE`, whole or not at all")
}

// find returns the format asked for.
func (r *resultFlags) find(result any) (render.Format, error) {
	return render.Find(r.format, render.OfResult(result))
}

// write writes the result in its format.
func (r *resultFlags) write(cmd *cobra.Command, f render.Format, result any) error {
	return output(cmd.Context(), r.file, cmd.OutOrStdout(), f.Result(result))
}

// stopped is the error of a computation, or of the user who ended it.
func stopped(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}
