package main

import (
	"io"

	"github.com/spf13/cobra"

	"uncite/extract"
	"uncite/render"
)

func newExtract() *cobra.Command {
	var c corpus
	var res resultFlags
	cmd := &cobra.Command{
		Use:   "extract [flags] [PATH...]",
		Short: "Find the references in documents",
		Long: `Find the references in documents and print them in reading order, one record a
reference. --format jsonl gives the references file that the other verbs read.`,
		Example: `  uncite extract report.pdf
  uncite extract texts/ -o refs.jsonl`,
		RunE: func(cmd *cobra.Command, args []string) error {
			c.paths, c.in, c.errOut = args, cmd.InOrStdin(), cmd.ErrOrStderr()
			f, err := res.choose(cmd, render.OfReferences)
			if err != nil {
				return err
			}
			err = res.print(cmd, func(w io.Writer) error {
				return writeReferences(cmd, &c, f.References(w))
			})
			if err != nil {
				return err
			}
			return c.outcome()
		},
	}
	addCorpusFlags(cmd, &c)
	res.add(cmd, render.OfReferences)
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
