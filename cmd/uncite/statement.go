package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"uncite/graph"
	"uncite/render"
)

// warn says on standard error, in a line, what cannot be right in a graph and
// which command lists it.
func warn(errOut io.Writer, g *graph.Graph) {
	switch n := len(g.Warnings); {
	case n == 1:
		fmt.Fprintln(errOut, "uncite:", g.Warnings[0])
	case n > 1:
		fmt.Fprintf(errOut, "uncite: %d citations point forward in time; uncite summary --warnings lists them, --drop forward leaves them out\n", n)
	}
}

// state prints on standard error how a graph was cut and filtered, for outputs
// that have no room for it.
func state(errOut io.Writer, notes []string) {
	for _, n := range notes {
		fmt.Fprintln(errOut, "uncite:", n)
	}
}

// resultFlags are the flags of a verb that prints a result.
type resultFlags struct {
	format, file string
	wide         bool
}

func addResultFlags(cmd *cobra.Command, r *resultFlags, result any) {
	r.add(cmd, render.OfResult(result))
}

func (r *resultFlags) add(cmd *cobra.Command, can render.Offers) {
	addFormatFlag(cmd, &r.format, "table", can)
	cmd.Flags().Lookup("format").DefValue = "" // it depends on where the output goes
	cmd.Flags().StringVarP(&r.file, "output", "o", "", "write to this `FILE`, whole or not at all; its ending chooses the format")
	cmd.Flags().BoolVar(&r.wide, "wide", false, "let a table be wider than the terminal")
}

// find returns the format asked for, by its name or by the ending of the file. A
// result that nobody looks at is data where it has such a form.
func (r *resultFlags) find(cmd *cobra.Command, result any) (render.Format, error) {
	return r.choose(cmd, render.OfResult(result))
}

func (r *resultFlags) choose(cmd *cobra.Command, can render.Offers) (render.Format, error) {
	usual := "table"
	if !r.looked(cmd) {
		if _, err := render.Find("tsv", can); err == nil {
			usual = "tsv"
		}
	}
	return render.Choose(r.format, cmd.Flags().Changed("format"), r.file, usual, can)
}

// looked tells whether somebody looks at the output.
func (r *resultFlags) looked(cmd *cobra.Command) bool {
	return (r.file == "" || r.file == "-") && isTerminal(cmd.OutOrStdout())
}

// write writes the result in its format.
func (r *resultFlags) write(cmd *cobra.Command, f render.Format, result any) error {
	return r.print(cmd, f.Result(result))
}

// print writes to the file of -o or to standard output, there as wide as that is.
func (r *resultFlags) print(cmd *cobra.Command, write func(io.Writer) error) error {
	language := spoken(cmd, true)
	if r.file != "" && r.file != "-" {
		return output(cmd.Context(), r.file, nil, func(w io.Writer) error {
			return write(&render.Screen{Writer: w, Plain: true, Lang: language})
		})
	}
	s := screen(cmd.OutOrStdout(), r.wide)
	s.Lang = language
	return output(cmd.Context(), "", cmd.OutOrStdout(), func(w io.Writer) error {
		s.Writer = w
		return write(s)
	})
}

// stopped is the error of a computation, or of the user who ended it.
func stopped(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}
