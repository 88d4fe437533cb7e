package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"uncite/extract"
	"uncite/extract/check"
	"uncite/render"
)

// checking is what the user asks of the verb check.
type checking struct {
	corpus   corpus
	format   string
	file     string
	severity string
	only     []string
}

func newCheck() *cobra.Command {
	var c checking
	cmd := &cobra.Command{
		Use:   "check [flags] [PATH...]",
		Short: "Find citations that cannot be right",
		Long: `Look in documents for citations that cannot be right, and say for each where it
stands, why it cannot be right and, where that can be told, what was meant.
Documents that cite one another are checked together: a paragraph that a cited
document in hand does not have is found.

The kinds of findings, with their severity:
` + checkHelp() + `
Exit status: 1 where there is a finding of the severity asked for.`,
		Example: `  uncite check draft.txt
  uncite check --format sarif -o findings.sarif drafts/`,
		RunE: func(cmd *cobra.Command, args []string) error { return c.run(cmd, args) },
	}
	addCorpusFlags(cmd, &c.corpus)
	addFormatFlag(cmd, &c.format, "table", render.OfResult(render.Findings{}))
	cmd.Flags().StringVarP(&c.file, "output", "o", "", "write to this `FILE`, whole or not at all; its ending chooses the format")
	cmd.Flags().StringVar(&c.severity, "severity", string(check.Warning), "the least `SEVERITY` that is reported: "+joined(check.Severities))
	cmd.Flags().StringSliceVar(&c.only, "only", nil, "report these `KINDS` of findings alone, separated by commas")
	_ = cmd.RegisterFlagCompletionFunc("severity", cobra.FixedCompletions(strings.Split(joined(check.Severities), ", "), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("only", cobra.FixedCompletions(checkNames(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// dataFormats are what programs read: the same everywhere, unless --lang is given.
var dataFormats = []string{"csv", "json", "jsonl", "sarif"}

// checkHelp lists the kinds of findings, a line each.
func checkHelp() string {
	var b strings.Builder
	for _, c := range check.Checks {
		fmt.Fprintf(&b, "  %-14s %-8s %s\n", c.Name, c.Severity, c.Help)
	}
	return b.String()
}

func checkNames() []string {
	var names []string
	for _, c := range check.Checks {
		names = append(names, c.Name)
	}
	return names
}

func severityNames() []string {
	var names []string
	for _, s := range check.Severities {
		names = append(names, string(s))
	}
	return names
}

func joined(severities []check.Severity) string {
	var names []string
	for _, s := range severities {
		names = append(names, string(s))
	}
	return strings.Join(names, ", ")
}

func (c *checking) run(cmd *cobra.Command, args []string) error {
	least := check.Severity(c.severity)
	if !slices.Contains(check.Severities, least) {
		return fmt.Errorf("there is no severity %q; the severities are %s", c.severity, joined(check.Severities))
	}
	for _, name := range c.only {
		if !slices.Contains(checkNames(), name) {
			return fmt.Errorf("there is no kind of finding %q; the kinds are %s", name, strings.Join(checkNames(), ", "))
		}
	}
	f, err := render.Choose(c.format, cmd.Flags().Changed("format"), c.file, "table", render.OfResult(render.Findings{}))
	if err != nil {
		return err
	}
	c.corpus.paths, c.corpus.in, c.corpus.errOut = args, cmd.InOrStdin(), cmd.ErrOrStderr()
	findings, err := c.findings(cmd, least)
	if err != nil {
		return err
	}
	language := spoken(cmd, !slices.Contains(dataFormats, f.Name))
	for i := range findings {
		findings[i].Reason = findings[i].In(language)
	}
	out := resultFlags{file: c.file}
	err = out.print(cmd, f.Result(findings))
	if err != nil {
		return err
	}
	if err := c.corpus.outcome(); err != nil {
		return err
	}
	if len(findings) > 0 {
		return errNo
	}
	return nil
}

// findings reads the corpus and returns what was asked for of its findings.
func (c *checking) findings(cmd *cobra.Command, least check.Severity) (render.Findings, error) {
	table, err := c.corpus.table()
	if err != nil {
		return nil, err
	}
	var drafts []check.Draft
	err = c.corpus.each(cmd.Context(), func(r *extract.Result) error {
		if len(r.Documents) == 0 {
			fmt.Fprintf(cmd.ErrOrStderr(), "uncite: %s holds references, no text: there is nothing to check in it\n", r.Source)
			return nil
		}
		for _, d := range r.Documents {
			if d.Symbol == "" && d.Date == "" {
				fmt.Fprintf(cmd.ErrOrStderr(), "uncite: %s bears neither symbol nor date: what it cites before its time is not found\n", d.Source)
			}
		}
		drafts = append(drafts, check.Draft{Documents: r.Documents, References: r.References})
		return nil
	})
	if err != nil {
		return nil, err
	}
	var asked render.Findings
	for _, x := range check.Run(drafts, table) {
		if x.Severity.AtLeast(least) && (len(c.only) == 0 || slices.Contains(c.only, x.Check)) {
			asked = append(asked, x)
		}
	}
	documents := 0
	for _, d := range drafts {
		documents += len(d.Documents)
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "uncite: documents checked: %d; findings: %d\n", documents, len(asked))
	return asked, nil
}
