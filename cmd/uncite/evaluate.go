package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"uncite/extract"
	"uncite/extract/accuracy"
	"uncite/render"
)

func newEvaluate() *cobra.Command {
	var c corpus
	var format, save, against string
	var mistakes bool
	cmd := &cobra.Command{
		Use:   "evaluate [flags] FOLDER...",
		Short: "Measure accuracy against the UN's own linked XML",
		Long: `Measure accuracy against the links in the Akoma Ntoso files that the United
Nations publishes of its resolutions, in up to six language versions each. A
target that two thirds of the versions link is true; one that fewer link, and
the document's own masthead, count neither way. The references are found in the
stripped text, without the markup. Decisions, treaties and names carry no links
there and are not counted.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, ok := evaluationFormats[format]
			if !ok {
				return fmt.Errorf("there is no format %q here; the formats are table, csv, json", format)
			}
			before, err := loadEvaluation(against)
			if err != nil {
				return err
			}
			table, err := c.table()
			if err != nil {
				return err
			}
			report, err := accuracy.Evaluate(cmd.Context(), extract.New(table), args, func(err error) {
				c.failed++
				fmt.Fprintln(cmd.ErrOrStderr(), "uncite:", err)
			})
			if err != nil {
				return err
			}
			c.read = report.Files
			if err := write(cmd.OutOrStdout(), report, mistakes); err != nil {
				return err
			}
			if before != nil {
				writeChange(cmd.OutOrStdout(), report.Against(before))
			}
			if save != "" {
				if err := render.WriteFile(cmd.Context(), save, report.Save); err != nil {
					return err
				}
			}
			return c.outcome()
		},
	}
	addCorpusFlags(cmd, &c)
	cmd.Flags().StringVar(&format, "format", "table", "`FORMAT` of the output: table, csv, json")
	cmd.Flags().BoolVar(&mistakes, "errors", false, "list every false and every missed target with its sentence")
	cmd.Flags().StringVar(&save, "save", "", "keep the outcome in this `FILE`")
	cmd.Flags().StringVar(&against, "against", "", "list gains and losses against the outcome kept in this `FILE`")
	return cmd
}

var evaluationFormats = map[string]func(io.Writer, *accuracy.Report, bool) error{
	"table": writeEvaluation,
	"csv":   writeEvaluationCSV,
	"json":  func(w io.Writer, r *accuracy.Report, _ bool) error { return r.Save(w) },
}

func loadEvaluation(path string) (*accuracy.Report, error) {
	if path == "" {
		return nil, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := accuracy.Load(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return r, nil
}

// evaluationRows calls row for each line of the three tables, in order.
func evaluationRows(r *accuracy.Report, row func(group, name string, t *accuracy.Tally) error) error {
	for _, g := range []struct {
		name  string
		table map[string]*accuracy.Tally
		order []string
	}{
		{"language", r.ByLanguage, r.Languages()},
		{"target", r.ByKind, slices.Sorted(maps.Keys(r.ByKind))},
		{"citing body", r.ByBody, slices.Sorted(maps.Keys(r.ByBody))},
	} {
		for _, key := range g.order {
			if err := row(g.name, key, g.table[key]); err != nil {
				return err
			}
		}
	}
	return nil
}

func writeEvaluation(out io.Writer, r *accuracy.Report, mistakes bool) error {
	fmt.Fprintf(out, "%d documents in %d files\n", r.Documents, r.Files)
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	last := ""
	err := evaluationRows(r, func(group, name string, t *accuracy.Tally) error {
		if group != last {
			fmt.Fprintf(w, "\nby %s\tprecision\trecall\tF1\ttrue\tfalse\tmissed\t\n", group)
			last = group
		}
		_, err := fmt.Fprintf(w, "%s\t%.4f\t%.4f\t%.4f\t%d\t%d\t%d\t\n", name, t.Precision(), t.Recall(), t.F1(), t.True, t.False, t.Missed)
		return err
	})
	if err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(out, "\nFalse targets that every version of the document cites and none links:")
	for _, code := range r.Languages() {
		fmt.Fprintf(out, " %s %d of %d", code, r.LinkFaults[code], r.ByLanguage[code].False)
	}
	fmt.Fprintf(out, "\nMean Jaccard similarity of the targets of two language versions: %.4f; of the UN's links: %.4f\n", r.Similarity, r.LinkSimilarity)
	if mistakes {
		for _, m := range r.Mistakes {
			fmt.Fprintf(out, "%s\t%s\t%s\t%s\tin %d of %d versions\t%s\t%s\n", m.Kind, m.Lang, m.Document, m.Target, m.Versions, m.Of, m.Rule, m.Sentence)
		}
	}
	return nil
}

func writeEvaluationCSV(out io.Writer, r *accuracy.Report, mistakes bool) error {
	w := csv.NewWriter(out)
	if mistakes {
		_ = w.Write([]string{"kind", "language", "document", "target", "versions", "of", "rule", "sentence"}) // Error reports it
		for _, m := range r.Mistakes {
			_ = w.Write([]string{m.Kind, m.Lang, m.Document, m.Target, strconv.Itoa(m.Versions), strconv.Itoa(m.Of), m.Rule, m.Sentence})
		}
		w.Flush()
		return w.Error()
	}
	_ = w.Write([]string{"by", "name", "precision", "recall", "f1", "true", "false", "missed"})
	err := evaluationRows(r, func(group, name string, t *accuracy.Tally) error {
		four := func(v float64) string { return strconv.FormatFloat(v, 'f', 4, 64) }
		return w.Write([]string{group, name, four(t.Precision()), four(t.Recall()), four(t.F1()), strconv.Itoa(t.True), strconv.Itoa(t.False), strconv.Itoa(t.Missed)})
	})
	w.Flush()
	if err != nil {
		return err
	}
	return w.Error()
}

// writeChange lists what is better and what is worse than before.
func writeChange(out io.Writer, c accuracy.Change) {
	fmt.Fprintf(out, "\n%d gains, %d losses\n", len(c.Gains), len(c.Losses))
	for _, m := range c.Gains {
		fmt.Fprintf(out, "+ no longer %s\t%s\t%s\t%s\n", m.Kind, m.Lang, m.Document, m.Target)
	}
	for _, m := range c.Losses {
		fmt.Fprintf(out, "- now %s\t%s\t%s\t%s\t%s\n", m.Kind, m.Lang, m.Document, m.Target, m.Sentence)
	}
}
