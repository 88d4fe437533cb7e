package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"uncite/extract"
	"uncite/extract/record"
	"uncite/graph"
	"uncite/render"
)

func newExtract() *cobra.Command {
	var c corpus
	var res resultFlags
	var shard, folder, status string
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
			if c.share.Shard, c.share.Shards, err = parseShard(shard); err != nil {
				return err
			}
			statuses, err := graph.ParseStatuses(status)
			if err != nil {
				return fmt.Errorf("--status: %w", err)
			}
			var kept *resumable
			if folder != "" {
				if kept, err = openState(folder, c.settings()); err != nil {
					return err
				}
				defer kept.close()
				c.share.Known = kept.found
			}
			c.alone = kept == nil
			err = res.print(cmd, func(w io.Writer) error {
				return writeReferences(cmd, &c, kept, f.References(w), statuses)
			})
			if err != nil {
				return err
			}
			return c.outcome()
		},
	}
	addCorpusFlags(cmd, &c)
	res.add(cmd, render.OfReferences)
	cmd.Flags().BoolVar(&c.links, "links", false, "add what only the links of a file state, as references of the rule link")
	cmd.Flags().StringVar(&shard, "shard", "", "take part `K/N` of the documents, by their names: 1/8 to 8/8 together are all")
	cmd.Flags().StringVar(&folder, "state", "", "keep in this `FOLDER` what was found in each document: go on after a kill, take only what is new or changed")
	states := []string{string(record.Resolved), string(record.Ambiguous), string(record.Unresolved), string(record.Contradicted)}
	cmd.Flags().StringVar(&status, "status", "", "only references of these states: `STATUS,...`: "+strings.Join(states, " "))
	_ = cmd.RegisterFlagCompletionFunc("status", cobra.FixedCompletions(states, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// parseShard reads the part of the documents that is asked for.
func parseShard(s string) (k, n int, err error) {
	if s == "" {
		return 0, 0, nil
	}
	first, rest, ok := strings.Cut(s, "/")
	k, kErr := strconv.Atoi(first)
	n, nErr := strconv.Atoi(rest)
	if !ok || kErr != nil || nErr != nil || k < 1 || k > n {
		return 0, 0, fmt.Errorf("--shard: %q is no part of a whole; write 1/8 to 8/8", s)
	}
	return k, n, nil
}

// settings are what the references of a document depend on beside itself.
func (c *corpus) settings() string {
	s := fmt.Sprintf("pages=%s links=%t", c.pages, c.links)
	if c.authority != "" {
		s += " authority=" + c.authority + " " + versionOf(c.authority)
	}
	return s
}

// writeReferences writes the references of all documents, those of the statuses where
// there are any.
func writeReferences(cmd *cobra.Command, c *corpus, kept *resumable, w render.ReferenceWriter, statuses []record.Status) error {
	err := c.each(cmd.Context(), func(r *extract.Result) error {
		if kept != nil && !r.Kept && !r.More && len(r.Documents) > 0 && r.Err == nil {
			if err := kept.keep(r); err != nil {
				return err
			}
		}
		for i := range r.References {
			if len(statuses) > 0 && !slices.Contains(statuses, r.References[i].Status) {
				continue
			}
			if err := w.Write(&r.References[i]); err != nil {
				return err
			}
		}
		if len(r.Documents) > 0 || r.Kept { // a writer may hold strings, which outlive the list in these
			r.Release()
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
