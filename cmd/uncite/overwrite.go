package main

import (
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"uncite/extract/intake"
)

// writtenBy are the flags that name a file to be written, readBy those that name one
// to be read.
var (
	writtenBy = []string{"output", "save"}
	readBy    = []string{"authority", "truth", "adjudicated", "against"}
)

// refuseOverwriting refuses an output that is one of the inputs, by whatever name:
// it would be lost before it was read. An output that lies in a folder of the inputs
// is no input, and neither is the file to which the shell sends standard output.
func refuseOverwriting(cmd *cobra.Command) error {
	var inputs []string
	inputs = append(inputs, cmd.Flags().Args()...)
	for _, name := range readBy {
		if f := cmd.Flags().Lookup(name); f != nil && f.Value.String() != "" {
			inputs = append(inputs, f.Value.String())
		}
	}
	var outputs []os.FileInfo
	var err error
	note := func(out os.FileInfo, called string) {
		for _, in := range inputs {
			if info, e := os.Stat(in); e == nil && os.SameFile(info, out) {
				err = fmt.Errorf("%s is one of the inputs, %s; name another file", called, in)
				return
			}
		}
		outputs = append(outputs, out)
	}
	if out, statErr := os.Stdout.Stat(); statErr == nil && out.Mode().IsRegular() && cmd.OutOrStdout() == os.Stdout {
		note(out, "standard output")
	}
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if !slices.Contains(writtenBy, f.Name) || err != nil {
			return
		}
		out, statErr := os.Stat(f.Value.String())
		if statErr != nil || !out.Mode().IsRegular() {
			return // it is made anew, or is a pipe
		}
		note(out, "--"+f.Name+": "+f.Value.String())
	})
	intake.Except(outputs...)
	return err
}
