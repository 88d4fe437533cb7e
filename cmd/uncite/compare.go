package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"uncite/extract"
	"uncite/extract/compare"
	"uncite/extract/record"
	"uncite/render"
)

// comparing is what the user asks of the verb compare.
type comparing struct {
	corpus corpus
	format string
	file   string
	kinds  []string
	only   []string
}

// comparedKinds are compared unless told otherwise. How a version names an
// instrument, a body or a State, in full or in short, is a matter of style.
var comparedKinds = []string{string(record.Resolution), string(record.Decision), string(record.Report), string(record.Treaty)}

var differenceKinds = []string{compare.Missing, compare.Number, compare.Date, compare.Pinpoint, compare.Treatment}

func newCompare() *cobra.Command {
	var c comparing
	cmd := &cobra.Command{
		Use:   "compare [flags] PATH...",
		Short: "Find where language versions differ in what they cite",
		Long: `Hold the language versions of documents against each other: references that one
version has and another lacks, and numbers, dates, places and treatments in which
they differ, with the sentences of both. Files are grouped into versions by the
symbols of their documents; two files named alone are taken for two versions.

Exit status: 1 where the versions differ.`,
		Example: `  uncite compare resolution.en.txt resolution.fr.txt
  uncite compare --format html -o differences.html versions/`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return c.run(cmd, args) },
	}
	addCorpusFlags(cmd, &c.corpus)
	addFormatFlag(cmd, &c.format, "table", render.OfResult(render.Differences{}))
	cmd.Flags().StringVarP(&c.file, "output", "o", "", "write to this `FILE`, whole or not at all; its ending chooses the format")
	cmd.Flags().StringSliceVar(&c.kinds, "kind", comparedKinds, "compare references of these `KINDS`")
	cmd.Flags().StringSliceVar(&c.only, "only", differenceKinds, "report these `DIFFERENCES` alone")
	_ = cmd.RegisterFlagCompletionFunc("only", cobra.FixedCompletions(differenceKinds, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (c *comparing) run(cmd *cobra.Command, args []string) error {
	for _, name := range c.only {
		if !slices.Contains(differenceKinds, name) {
			return fmt.Errorf("there is no difference %q; the differences are %s", name, strings.Join(differenceKinds, ", "))
		}
	}
	f, err := render.Choose(c.format, cmd.Flags().Changed("format"), c.file, "table", render.OfResult(render.Differences{}))
	if err != nil {
		return err
	}
	c.corpus.paths, c.corpus.in, c.corpus.errOut = args, cmd.InOrStdin(), cmd.ErrOrStderr()
	groups, err := c.groups(cmd, args)
	if err != nil {
		return err
	}
	found := c.differences(groups)
	out := resultFlags{file: c.file}
	err = out.print(cmd, f.Result(found))
	if err != nil {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "uncite: documents compared: %d; differences: %d\n", len(groups), len(found))
	if err := c.corpus.outcome(); err != nil {
		return err
	}
	if len(found) > 0 {
		return errNo
	}
	return nil
}

func (c *comparing) differences(groups []compare.Group) render.Differences {
	var kinds []record.Kind
	for _, k := range c.kinds {
		kinds = append(kinds, record.Kind(k))
	}
	var found render.Differences
	for _, g := range groups {
		for _, d := range compare.Versions(g.Versions, kinds) {
			if slices.Contains(c.only, d.Kind) {
				found = append(found, d)
			}
		}
	}
	return found
}

// groups reads the documents and groups them into versions.
func (c *comparing) groups(cmd *cobra.Command, args []string) ([]compare.Group, error) {
	var all []compare.Version
	err := c.corpus.each(cmd.Context(), func(r *extract.Result) error {
		all = append(all, versionsOf(r)...)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(args) == 2 && len(all) == 2 {
		groups, err := pair(all[0], all[1], cmd.ErrOrStderr())
		for _, g := range groups {
			printNotes(cmd.ErrOrStderr(), compare.Shorter(g.Versions))
		}
		return groups, err
	}
	groups, notes := compare.ByDocument(all)
	for _, g := range groups {
		notes = append(notes, compare.Shorter(g.Versions)...)
	}
	printNotes(cmd.ErrOrStderr(), notes)
	if len(groups) == 0 {
		return nil, errors.New("no two files are versions of one document; give two files to compare them whatever their symbols say")
	}
	return groups, nil
}

func printNotes(w io.Writer, notes []string) {
	for _, note := range notes {
		fmt.Fprintln(w, "uncite:", note)
	}
}

// pair makes two files versions of one document, unless their symbols say that
// they are none.
func pair(a, b compare.Version, errOut io.Writer) ([]compare.Group, error) {
	one, two := a.Document.Symbol, b.Document.Symbol
	switch {
	case one != "" && two != "" && one != two:
		return nil, fmt.Errorf("%s is %s and %s is %s: these are two documents, not two versions of one", a.Document.Source, one, b.Document.Source, two)
	case one == "" || two == "":
		fmt.Fprintln(errOut, "uncite: not both files say which document they are; they are taken for versions of one")
	}
	return []compare.Group{{Symbol: max(one, two), Versions: []compare.Version{a, b}}}, nil
}

// versionsOf are the documents of a result with the references of each.
func versionsOf(r *extract.Result) []compare.Version {
	var out []compare.Version
	for _, d := range r.Documents {
		v := compare.Version{Document: d}
		for _, ref := range r.References {
			if ref.Document == d.Symbol {
				v.References = append(v.References, ref)
			}
		}
		out = append(out, v)
	}
	return out
}
