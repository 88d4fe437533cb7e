package main

import (
	"io"

	"github.com/spf13/cobra"

	"uncite/extract"
	"uncite/render"
)

func newExtract() *cobra.Command {
	var c corpus
	var format, file string
	cmd := &cobra.Command{
		Use:   "extract [flags] [PATH...]",
		Short: "Find the references in documents",
		Long: `Find the references in documents and print them in reading order, one record a
reference. --format jsonl gives the references file that the other verbs read.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			c.paths, c.in, c.errOut = args, cmd.InOrStdin(), cmd.ErrOrStderr()
			f, err := render.Find(format, render.OfReferences)
			if err != nil {
				return err
			}
			err = output(cmd.Context(), file, cmd.OutOrStdout(), func(w io.Writer) error {
				return writeReferences(cmd, &c, f.References(w))
			})
			if err != nil {
				return err
			}
			return c.outcome()
		},
	}
	addCorpusFlags(cmd, &c)
	addFormatFlag(cmd, &format, "table", render.OfReferences)
	cmd.Flags().StringVarP(&file, "output", "o", "", "write to this `FILE`, whole or not at all")
	return cmd
}

func writeReferences(cmd *cobra.Command, c *corpus, w render.ReferenceWriter) error {
	err := c.each(cmd.Context(), func(r *extract.Result) error {
		for i := range r.References {
			if err := w.Write(&r.References[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if c.read == 0 && c.failed > 0 {
		return c.outcome()
	}
	return w.Close()
}
