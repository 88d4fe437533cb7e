package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"uncite/extract"
	"uncite/extract/annotate"
	"uncite/extract/authority"
	"uncite/extract/check"
	"uncite/graph"
	"uncite/render"
)

// annotating is what the user asks of the verb annotate.
type annotating struct {
	corpus   corpus
	format   string
	file     string
	severity string
}

// inPlace is the format of a file of XML that is annotated where it stands.
const inPlace = "akn"

// akomaNtoso is what readers call such a file.
const akomaNtoso = "Akoma Ntoso XML"

func newAnnotate() *cobra.Command {
	var v annotating
	cmd := &cobra.Command{
		Use:   "annotate [flags] FILE",
		Short: "Write a document with every reference linked and described",
		Long: `Write a document as a page, Markdown, a file for word processors or Akoma Ntoso, with
every reference linked to what it names and described: target, treatment, status,
rule, and what check finds at fault. The page needs nothing from elsewhere.

A file that is Akoma Ntoso is annotated in place: elements ref are put around the
words of references, and every other byte stays as it was.`,
		Example: `  uncite annotate draft.docx -o draft.html
  uncite annotate resolution.xml -o linked.xml`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return v.run(cmd, args[0]) },
	}
	addCorpusFlags(cmd, &v.corpus)
	addFormatFlag(cmd, &v.format, "html", render.OfResult((*render.Annotated)(nil)))
	cmd.Flags().Lookup("format").DefValue = "" // it depends on the file
	cmd.Flags().StringVarP(&v.file, "output", "o", "", "write to this `FILE`, whole or not at all; its ending chooses the format")
	cmd.Flags().StringVar(&v.severity, "severity", string(check.Warning), "the least `SEVERITY` of findings that are told: "+joined(check.Severities))
	complete(cmd, "severity", severityNames())
	return cmd
}

func (v *annotating) run(cmd *cobra.Command, path string) error {
	if !slices.Contains(check.Severities, check.Severity(v.severity)) {
		return fmt.Errorf("there is no severity %q; the severities are %s", v.severity, joined(check.Severities))
	}
	data, err := v.take(cmd, path)
	if err != nil {
		return err
	}
	found, err := v.read(cmd, path)
	if err != nil {
		return err
	}
	usual := "html"
	if found.Documents[0].Format == akomaNtoso {
		usual = inPlace
	}
	f, err := render.Choose(v.format, cmd.Flags().Changed("format"), v.file, usual, render.OfResult(found))
	if err != nil {
		return err
	}
	if f.Name == "markdown" {
		if err := takeSource(path, data, found); err != nil {
			return err
		}
	}
	write := f.Result(found)
	if f.Name == inPlace && found.Documents[0].Format == akomaNtoso {
		if write, err = v.inPlace(cmd, path, data, found); err != nil {
			return err
		}
	}
	if err := output(cmd.Context(), v.file, cmd.OutOrStdout(), write); err != nil {
		return err
	}
	return v.corpus.outcome()
}

// takeSource keeps the file where it is Markdown, so that its own signs stay: told
// as such by its content, or by its name where it has few.
func takeSource(path string, data []byte, found *render.Annotated) error {
	d := found.Documents[0]
	ending := strings.ToLower(filepath.Ext(path))
	if d.Format != "Markdown" && !(d.Format == "plain text" && (ending == ".md" || ending == ".markdown")) {
		return nil
	}
	if data == nil {
		var err error
		if data, err = os.ReadFile(path); err != nil {
			return err
		}
	}
	if utf8.Valid(data) { // the words of others are not those of the text
		found.Source = string(data)
	}
	return nil
}

// take reads the bytes of the file, which an annotation in place needs, and gives
// those of standard input back to the corpus. A file that cannot be read is left
// to the corpus, which says why.
func (v *annotating) take(cmd *cobra.Command, path string) ([]byte, error) {
	v.corpus.paths, v.corpus.in, v.corpus.errOut = []string{path}, cmd.InOrStdin(), cmd.ErrOrStderr()
	if path != "-" {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			return nil, fmt.Errorf("%s is a folder; annotate takes one file", path)
		}
		return nil, nil
	}
	data, err := io.ReadAll(v.corpus.in)
	v.corpus.in = bytes.NewReader(data)
	return data, err
}

// read finds the references of the file, and what is at fault in it.
func (v *annotating) read(cmd *cobra.Command, path string) (*render.Annotated, error) {
	table, err := v.corpus.table()
	if err != nil {
		return nil, err
	}
	var results []*extract.Result
	err = v.corpus.each(cmd.Context(), func(r *extract.Result) error {
		results = append(results, r)
		return nil
	})
	if err != nil {
		return nil, err
	}
	switch {
	case len(results) == 0:
		return nil, fmt.Errorf("%s could not be read; there is nothing to annotate", path)
	case len(results) > 1 || len(textsOf(results[0])) > 1:
		return nil, fmt.Errorf("%s holds several texts; annotate takes them one at a time", path)
	case len(results[0].Documents) == 0:
		return nil, fmt.Errorf("%s holds references, no text: annotate the documents that they were found in", path)
	}
	return annotatedOf(results[0], table, check.Severity(v.severity), spoken(cmd, true)), nil
}

// textsOf are the sources of the documents of a result.
func textsOf(r *extract.Result) []string {
	var sources []string
	for _, d := range r.Documents {
		sources = append(sources, d.Source)
	}
	return slices.Compact(sources)
}

// annotatedOf is a file with its references and what is at fault in it.
func annotatedOf(r *extract.Result, table *authority.Table, least check.Severity, language string) *render.Annotated {
	a := &render.Annotated{Documents: r.Documents, References: r.References, Knowledge: graph.FromAuthority(table, language), Lang: language}
	for _, f := range check.Run([]check.Draft{{Documents: r.Documents, References: r.References}}, table) {
		if f.Severity.AtLeast(least) {
			f.Reason = f.In(language)
			a.Findings = append(a.Findings, f)
		}
	}
	return a
}

// inPlace annotates the file where it stands, and says how many references are
// links now.
func (v *annotating) inPlace(cmd *cobra.Command, path string, data []byte, found *render.Annotated) (func(io.Writer) error, error) {
	if data == nil {
		var err error
		if data, err = os.ReadFile(path); err != nil {
			return nil, err
		}
	}
	d, err := annotate.Read(path, data)
	if err != nil {
		return nil, err
	}
	if len(d.Documents) == 0 || d.Documents[0].Text != found.Documents[0].Text {
		return nil, errors.New(path + " has changed while it was read; try again")
	}
	out, counts := d.XML(found.References, found.Link)
	fmt.Fprintf(cmd.ErrOrStderr(), "uncite: references that are links now: %d; that were links before: %d; that lead nowhere: %d\n",
		counts.Marked, counts.Linked, counts.Absent)
	return func(w io.Writer) error {
		_, err := w.Write(out)
		return err
	}, nil
}
