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
	"uncite/extract/record"
	"uncite/render"
)

// evaluateVerb is what the user asks of an evaluation.
type evaluateVerb struct {
	corpus
	format, file         string
	save, against, truth string
	adjudicated          string
	mistakes, fields     bool
	names                bool
}

func newEvaluate() *cobra.Command {
	var v evaluateVerb
	cmd := &cobra.Command{
		Use:   "evaluate [flags] FOLDER...",
		Short: "Measure accuracy against the UN's own linked XML",
		Long: `Measure accuracy against the links in the Akoma Ntoso files that the United
Nations publishes of its resolutions, in up to six language versions each. A
target that two thirds of the versions link is true; one that fewer link, and
the document's own masthead, count neither way. The references are found in the
stripped text, without the markup. Decisions, treaties and names carry no links
there and are not counted.

The markup also names the clause of each preambular paragraph and sets the verb
of each operative one apart; zones and treatments are compared with it.

With --names, folders of documents in any format, a folder a language, are
compared in what their language versions name: the same document in six
languages should name the same instruments, entities and States.`,
		Args: cobra.MinimumNArgs(1),
		Example: `  uncite evaluate akn/
  uncite evaluate --errors akn/ | less`,
		RunE: v.run,
	}
	addCorpusFlags(cmd, &v.corpus)
	cmd.Flags().StringVar(&v.format, "format", "table", "`FORMAT` of the output: table, csv, json")
	cmd.Flags().StringVarP(&v.file, "output", "o", "", "write to this `FILE`, whole or not at all; its ending chooses the format")
	cmd.Flags().BoolVar(&v.mistakes, "errors", false, "list every false and every missed target with its sentence, and every kind of differing treatment")
	cmd.Flags().BoolVar(&v.fields, "fields", false, "compare zone, paragraph and treatment with the markup, and the language versions with each other in every field; with --errors each value in which a version differs from most others")
	cmd.Flags().BoolVar(&v.names, "names", false, "list the names in which the language versions of documents deviate, worst first; with --errors all of them, with the words of the versions that have them and the paragraph of those that lack them")
	cmd.Flags().StringVar(&v.truth, "truth", "", "take for true what this `FILE` says instead of the versions' consensus: lines of document, target, linking versions, versions, parted by tabs")
	cmd.Flags().StringVar(&v.adjudicated, "adjudicated", "", "take the faults of the links out that this `FILE` has judged, with --names the differences of the versions: lines of document, language or *, target, verdict (cited, not-cited, void), reason, parted by tabs; both figures are printed")
	cmd.Flags().StringVar(&v.save, "save", "", "keep the outcome in this `FILE`")
	cmd.Flags().StringVar(&v.against, "against", "", "list gains and losses against the outcome kept in this `FILE`")
	return cmd
}

// run measures accuracy and compares it with an outcome that was kept.
func (v *evaluateVerb) run(cmd *cobra.Command, args []string) error {
	var err error
	if v.format, err = chosen(cmd, v.format, v.file, "table", "csv", "json"); err != nil {
		return err
	}
	write := evaluationFormats[v.format]
	v.errOut = cmd.ErrOrStderr()
	if v.names {
		return v.runNames(cmd, args)
	}
	before, err := loadEvaluation(v.against)
	if err != nil {
		return err
	}
	report, err := v.evaluate(cmd, args)
	if err != nil {
		return err
	}
	err = output(cmd.Context(), v.file, cmd.OutOrStdout(), func(w io.Writer) error {
		if err := write(w, report, v.parts()); err != nil || before == nil {
			return err
		}
		return writeChange(w, report.Against(before), v.format)
	})
	if err != nil {
		return err
	}
	if v.save != "" {
		if err := render.WriteFile(cmd.Context(), v.save, report.Save); err != nil {
			return err
		}
	}
	return v.outcome()
}

// parts are what an evaluation prints beside the figures of targets.
type parts struct{ mistakes, fields bool }

func (v *evaluateVerb) parts() parts { return parts{v.mistakes, v.fields} }

// runNames compares the names of language versions.
func (v *evaluateVerb) runNames(cmd *cobra.Command, folders []string) error {
	table, err := v.table()
	if err != nil {
		return err
	}
	bar := newProgress(v.errOut, "reading")
	o := v.options(bar)
	o.AllExamples = v.mistakes
	if o.Adjudications, err = loadTable("--adjudicated", v.adjudicated, accuracy.ReadAdjudications); err != nil {
		return err
	}
	report, err := accuracy.Names(cmd.Context(), extract.New(table), folders, o)
	bar.done()
	if err != nil {
		return err
	}
	v.read = report.Files
	err = output(cmd.Context(), v.file, cmd.OutOrStdout(), func(w io.Writer) error {
		return nameFormats[v.format](w, report, v.mistakes)
	})
	if err != nil {
		return err
	}
	return v.outcome()
}

// options names files that fail on standard error, and counts them.
func (v *evaluateVerb) options(bar *progress) accuracy.Options {
	return accuracy.Options{
		Progress: bar.at,
		Problem: func(err error) {
			v.failed++
			fmt.Fprintln(v.errOut, "uncite:", err)
		},
	}
}

// evaluate measures accuracy on the folders, naming files that fail.
func (v *evaluateVerb) evaluate(cmd *cobra.Command, folders []string) (*accuracy.Report, error) {
	table, err := v.table()
	if err != nil {
		return nil, err
	}
	bar := newProgress(v.errOut, "reading")
	defer bar.done()
	o := v.options(bar)
	if o.Truth, err = loadTable("--truth", v.truth, accuracy.ReadTruth); err != nil {
		return nil, err
	}
	if o.Adjudications, err = loadTable("--adjudicated", v.adjudicated, accuracy.ReadAdjudications); err != nil {
		return nil, err
	}
	report, err := accuracy.Evaluate(cmd.Context(), extract.New(table), folders, o)
	if err != nil {
		return nil, err
	}
	v.read = report.Files
	return report, nil
}

// loadTable reads the file that a flag names; without one it is empty.
func loadTable[T any](flag, path string, load func(io.Reader) (T, error)) (table T, err error) {
	if path == "" {
		return table, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return table, fmt.Errorf("%s: %w", flag, err)
	}
	defer f.Close()
	if table, err = load(f); err != nil {
		return table, fmt.Errorf("%s %s: %w", flag, path, err)
	}
	return table, nil
}

var evaluationFormats = map[string]func(io.Writer, *accuracy.Report, parts) error{
	"table": writeEvaluation,
	"csv":   writeEvaluationCSV,
	"json":  func(w io.Writer, r *accuracy.Report, _ parts) error { return r.Save(w) },
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
		{"language, adjudicated", r.Adjudicated, slices.Sorted(maps.Keys(r.Adjudicated))},
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

func writeEvaluation(out io.Writer, r *accuracy.Report, p parts) error {
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
	if err := writeAgreement(out, r); err != nil {
		return err
	}
	if p.fields {
		if err := writeFields(out, r, p.mistakes); err != nil {
			return err
		}
	}
	if p.mistakes {
		writeMistakes(out, r)
	}
	return nil
}

// writeAgreement writes how far versions agree with each other and with the
// markup.
func writeAgreement(out io.Writer, r *accuracy.Report) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(w, "\nfalse targets that no version links\tof all\tcited in all versions\tprinted in all versions\t\n")
	for _, code := range r.Languages() {
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t\n", code, r.ByLanguage[code].False, r.LinkFaults[code], r.PrintedFaults[code])
	}
	fmt.Fprintf(w, "\nagreement with the markup")
	for _, column := range agreements {
		fmt.Fprintf(w, "\t%s", column.name)
	}
	fmt.Fprintf(w, "\t\n")
	for _, code := range r.Languages() {
		fmt.Fprintf(w, "%s", code)
		for _, column := range agreements {
			if s := column.of(r)[code][column.zone]; s.Of > 0 {
				fmt.Fprintf(w, "\t%.4f", s.Value())
			} else {
				fmt.Fprint(w, "\t-")
			}
		}
		fmt.Fprintf(w, "\t\n")
	}
	if err := w.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "\nMean Jaccard similarity of the targets of two language versions: %.4f; of the UN's links: %.4f\n", r.Similarity, r.LinkSimilarity)
	return err
}

// agreements are the columns of the agreement with the markup.
var agreements = []struct {
	name string
	zone record.Zone
	of   func(*accuracy.Report) map[string]map[record.Zone]accuracy.Share
}{
	{"preamble", record.Preamble, zones}, {"operative", record.Operative, zones}, {"annex", record.Annex, zones}, {"footnote", record.Footnote, zones},
	{"numbers", record.Operative, numbers},
	{"preambular treatments", record.Preamble, treatments}, {"operative treatments", record.Operative, treatments},
}

func zones(r *accuracy.Report) map[string]map[record.Zone]accuracy.Share      { return r.Zones }
func numbers(r *accuracy.Report) map[string]map[record.Zone]accuracy.Share    { return r.Numbers }
func treatments(r *accuracy.Report) map[string]map[record.Zone]accuracy.Share { return r.Treatments }

func writeMistakes(out io.Writer, r *accuracy.Report) {
	fmt.Fprintln(out, "\nkind\tlanguage\tdocument\ttarget\tcited in\tin text\tversions\trule\tadjudicated\tsentence")
	for _, m := range r.Mistakes {
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%d\t%d\t%d\t%s\t%s\t%s\n", m.Kind, m.Lang, m.Document, m.Target, m.Versions, m.InText, m.Of, m.Rule, verdictText(m), m.Sentence)
	}
	fmt.Fprintln(out, "\ntimes\tlanguage\tzone\tclause\ttreatment\tfound")
	for _, c := range r.Confusions {
		fmt.Fprintf(out, "%d\t%s\t%s\t%s\t%s\t%s\n", c.Times, c.Lang, c.Zone, c.Name, c.Want, c.Got)
	}
}

// verdictText says what was judged of a mistake.
func verdictText(m accuracy.Mistake) string {
	switch {
	case m.Adjudicated == "":
		return ""
	case m.Excused:
		return "no mistake: " + m.Adjudicated
	}
	return "a mistake: " + m.Adjudicated
}

func writeEvaluationCSV(out io.Writer, r *accuracy.Report, p parts) error {
	if p.fields {
		return writeFieldsCSV(out, r)
	}
	w := csv.NewWriter(out)
	if p.mistakes {
		_ = w.Write([]string{"kind", "language", "document", "target", "cited in", "in text", "versions", "rule", "adjudicated", "sentence"}) // Error reports it
		for _, m := range r.Mistakes {
			_ = w.Write([]string{m.Kind, m.Lang, m.Document, m.Target, strconv.Itoa(m.Versions), strconv.Itoa(m.InText), strconv.Itoa(m.Of), m.Rule, verdictText(m), m.Sentence})
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

// writeChange lists what is better and what is worse than before, behind a
// table; data formats hold one thing only.
func writeChange(out io.Writer, c accuracy.Change, format string) error {
	if format != "table" {
		return fmt.Errorf("--against writes a table; leave out --format %s", format)
	}
	fmt.Fprintf(out, "\n%d gains, %d losses\n", len(c.Gains), len(c.Losses))
	for _, m := range c.Gains {
		fmt.Fprintf(out, "+ no longer %s\t%s\t%s\t%s\n", m.Kind, m.Lang, m.Document, m.Target)
	}
	for _, m := range c.Losses {
		if _, err := fmt.Fprintf(out, "- now %s\t%s\t%s\t%s\t%s\n", m.Kind, m.Lang, m.Document, m.Target, m.Sentence); err != nil {
			return err
		}
	}
	return nil
}
